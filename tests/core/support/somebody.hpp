// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/world.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>

#include <string>
#include <utility>

namespace awaitscope::test {

/// Each type of cancellation by itself.
inline constexpr boost::asio::cancellation_type everyType[] = {
    boost::asio::cancellation_type::terminal, boost::asio::cancellation_type::partial, boost::asio::cancellation_type::total};

/// Somebody who waits for an operation of the world by way of a callback, so that a test decides what happens between its
/// completion and its call. He can be cancelled, and dropped without anybody else.
class Somebody
{
public:
    explicit Somebody(World& world) : m_world(world), m_domain(world.context().makeDomain(0)) {}
    Somebody(const Somebody&) = delete;
    Somebody& operator=(const Somebody&) = delete;

    /// A completion handler that keeps what it is called with.
    template <class... Got>
    auto into(Got&... got)
    {
        return on(m_world.executor().withDomain(m_domain), got...);
    }

    /// The same by way of another executor.
    template <class Executor, class... Got>
    auto on(const Executor& executor, Got&... got)
    {
        return boost::asio::bind_cancellation_slot(
            m_signal.slot(), boost::asio::bind_executor(executor, [this, &got...](boost::system::error_code error, Got... values) {
                ++m_calls;
                m_error = error;
                ((got = std::move(values)), ...);
            }));
    }

    VirtualExecutor executor() const { return m_world.executor().withDomain(m_domain); }
    void cancel(boost::asio::cancellation_type type = boost::asio::cancellation_type::terminal) { m_signal.emit(type); }
    void drop() { m_world.context().drop(m_domain); }

    /// "waits", "done", or what went wrong.
    std::string state() const
    {
        if (m_calls != 1)
            return m_calls == 0 ? "waits" : "called twice";
        if (m_error == boost::asio::error::operation_aborted)
            return "aborted";
        if (m_error == boost::asio::error::eof)
            return "eof";
        if (m_error == boost::asio::error::broken_pipe)
            return "broken pipe";
        if (m_error == boost::asio::error::bad_descriptor)
            return "bad descriptor";
        return m_error ? m_error.message() : "done";
    }

private:
    World& m_world;
    DomainId m_domain;
    boost::asio::cancellation_signal m_signal;
    int m_calls = 0;
    boost::system::error_code m_error;
};

} // namespace awaitscope::test
