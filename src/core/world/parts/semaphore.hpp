// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/permits.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace awaitscope {

/// So many at a time. Fair: who asked first gets in first, and a release hands the permit to the first who waits. Its lane shows
/// how many permits are free.
class Semaphore
{
public:
    Semaphore(World& world, std::string name, std::size_t count);
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;
    /// Cancels what waits.
    ~Semaphore() { m_state->abort(); }

    /// Waits for a permit. Completes with void(error_code): operation_aborted if it is cancelled while it waits, which it can be
    /// with every type of cancellation. Whoever got one calls release(); nobody else does it. Only one that was granted and whose
    /// handler is destroyed before it is called, as a drop does, goes to the next who waits.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_acquire(CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
            [state = m_state](auto handler) {
                state->startTaking("semaphore.acquire", std::move(handler),
                                   [](auto waiting, boost::system::error_code error, Permit permit) {
                                       permit.keep();
                                       std::move(waiting)(error);
                                   });
            },
            token);
    }

    /// At once: false if none is free.
    bool try_acquire();

    /// One permit more, whoever had it. It may be one that nobody acquired: a semaphore of none counts what happened.
    void release() { m_state->giveBack(); }

    std::size_t available() const { return m_state->free(); }

private:
    std::shared_ptr<Permits> m_state;
};

} // namespace awaitscope
