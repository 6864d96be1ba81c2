// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/world.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <functional>
#include <string>

namespace awaitscope {

/// What a service does that is asked, anew for each request.
struct Downstream
{
    std::function<VirtualDuration()> takes;
    std::function<std::string(const std::string& key)> responds; ///< when that is over
};

/// A client of one downstream service, which takes its time. Its lane ("downstream") shows when the service works.
class Http
{
public:
    /// `respond` is what the downstream has for a key; it takes `duration`.
    Http(World& world, VirtualDuration duration, std::function<std::string(const std::string& key)> respond);
    Http(World& world, Downstream downstream);
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;

    /// Asks the downstream. Completes with void(error_code, std::string response): operation_aborted if it is cancelled,
    /// with terminal or partial cancellation. Not with total: the request may have had effects over there.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto make_request(std::string key, CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code, std::string)>(
            [this](auto handler, std::string requested) { this->startRequest(std::move(handler), std::move(requested)); },
            token, std::move(key));
    }

private:
    template <class Handler>
    void startRequest(Handler handler, std::string key)
    {
        using boost::asio::cancellation_type;
        m_world.recorder().nameOperation("http.make_request");
        // Ends with the request, however that ends: answered, cancelled, or dropped with its handler.
        Lane::Span span = m_lane.span("working", "working");
        startOperation(
            m_world.context(),
            {.duration = m_downstream.takes(), .supported = cancellation_type::terminal | cancellation_type::partial},
            std::move(handler),
            [this, key = std::move(key)](auto waiting, boost::system::error_code error) {
                std::string response = error ? std::string{} : m_downstream.responds(key);
                std::move(waiting)(error, std::move(response));
            },
            // When the answer is there, and not when its coroutine is resumed: downstream has nothing to do in between.
            [span = std::move(span)](boost::system::error_code) mutable { span.end(); });
    }

    World& m_world;
    Lane m_lane;
    Downstream m_downstream;
};

} // namespace awaitscope
