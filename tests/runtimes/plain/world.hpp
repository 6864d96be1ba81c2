// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The surroundings of a run on plain Asio: see core/run/teaching.hpp beside this.

#include "support/turned_clock.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asio = boost::asio;
using asio::awaitable;
using std::string;
using namespace std::chrono_literals; // NOLINT(google-build-using-namespace): as in the header that it stands for

namespace awaitscope {

using Timer = asio::basic_waitable_timer<test::TurnedClock, test::TurnedWait>;
using VirtualDuration = std::chrono::milliseconds;

struct VirtualTime
{
    VirtualDuration sinceStart;

    VirtualDuration time_since_epoch() const { return sinceStart; } // NOLINT(readability-identifier-naming)
};

struct Deadline
{
    std::optional<VirtualDuration> after;
    bool atWatchedAwait = false; ///< of those that only a traced run has
};

class Lane
{
public:
    class Span
    {
    public:
        void end() {}
    };

    Span span(std::string_view, const string&) const { return {}; }
    void holds(const string&) const {}
};

class World
{
public:
    World(asio::io_context& context, std::map<string, VirtualDuration, std::less<>> parameters, Deadline deadline)
        : m_context(context), m_parameters(std::move(parameters)), m_deadline(deadline)
    {}

    asio::io_context& context() const { return m_context; }
    asio::any_io_executor executor() const { return m_context.get_executor(); }
    VirtualTime now() const { return {test::TurnedClock::current}; }
    Deadline deadline() const { return m_deadline; }
    VirtualDuration parameter(std::string_view name) const { return m_parameters.find(name)->second; }
    Lane lane(const string&, std::string_view = {}) const { return {}; }
    void effect(std::string_view, const string& = {}) const {}
    const World& recorder() const { return *this; }
    void nameOperation(std::string_view) const {}

    void addLogLine(const string& text) { m_log.push_back(std::to_string(now().sinceStart.count()) + ' ' + text); }
    const std::vector<string>& log() const { return m_log; }

private:
    asio::io_context& m_context;
    std::map<string, VirtualDuration, std::less<>> m_parameters;
    Deadline m_deadline;
    std::vector<string> m_log;
};

class Println
{
public:
    explicit Println(World& world) : m_world(world) {}

    template <class... Parts>
    void operator()(const Parts&... parts) const
    {
        std::ostringstream line;
        (line << ... << parts);
        m_world.addLogLine(std::move(line).str());
    }

private:
    World& m_world;
};

struct OperationOptions
{
    std::optional<VirtualDuration> duration;
};

/// `then(handler, error)` when the timer is due or cancelled, by way of the handler's executor and slot.
template <class Handler, class Then>
void waitThen(Timer& timer, Handler handler, Then then)
{
    const auto executor = asio::get_associated_executor(handler, timer.get_executor());
    const auto slot = asio::get_associated_cancellation_slot(handler);
    timer.async_wait(asio::bind_cancellation_slot(
        slot, asio::bind_executor(executor, [handler = std::move(handler),
                                             then = std::move(then)](boost::system::error_code error) mutable {
            then(std::move(handler), error);
        })));
}

/// Of plain Asio a handler hears no sooner than it is called that its timer has been due.
template <class Handler, class Finish, class Completing>
void startOperation(asio::io_context& context, const OperationOptions& options, Handler handler, Finish finish,
                    Completing completing)
{
    const auto timer = std::make_shared<Timer>(context, *options.duration);
    waitThen(*timer, std::move(handler),
             [timer, finish, completing = std::move(completing)](auto waiting, boost::system::error_code error) mutable {
                 completing(error);
                 finish(std::move(waiting), error);
             });
}

template <class CompletionToken = asio::use_awaitable_t<>>
auto sleep_for(World& world, VirtualDuration duration, CompletionToken&& token = {}) // NOLINT(readability-identifier-naming)
{
    return asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
        [&world, duration](auto handler) {
            startOperation(
                world.context(), {duration}, std::move(handler),
                [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); },
                [](boost::system::error_code) {});
        },
        token);
}

} // namespace awaitscope
