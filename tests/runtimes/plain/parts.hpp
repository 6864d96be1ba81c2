// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Parts of a world on plain Asio: see core/run/teaching.hpp beside this.

#include "runtimes/plain/world.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <cstddef>
#include <deque>

namespace awaitscope {

class Spawn
{
public:
    explicit Spawn(World& world) : m_world(world) {}

    void operator()(awaitable<void> task) const { asio::co_spawn(m_world.executor(), std::move(task), asio::detached); }

private:
    World& m_world;
};

class Task
{
public:
    Task(World& world, const string&, awaitable<void> coroutine) { Spawn{world}(std::move(coroutine)); }
};

/// First come, first served. Who waits, waits for a timer that is never due and is cancelled when it is its turn: so Asio itself
/// decides between that and a cancel that comes at once.
template <class T>
class Queue
{
    struct Waiting
    {
        explicit Waiting(World& world, std::optional<T> pushed = std::nullopt)
            : timer(world.context(), Timer::time_point::max()), item(std::move(pushed))
        {}

        /// False if it does not wait any more.
        bool give() { return isServed = timer.cancel() > 0; }

        Timer timer;
        std::optional<T> item;
        bool isServed = false;
    };
    using Line = std::deque<std::shared_ptr<Waiting>>;

public:
    class Permit
    {
    public:
        Permit() = default;
        explicit Permit(Queue& queue) : m_queue(&queue) {}
        Permit(Permit&& other) noexcept : m_queue(std::exchange(other.m_queue, nullptr)) {}
        Permit& operator=(Permit&&) = delete;
        ~Permit()
        {
            if (m_queue)
                m_queue->giveUp(std::nullopt);
        }

        void send(T item) { std::exchange(m_queue, nullptr)->giveUp(std::move(item)); }

    private:
        Queue* m_queue = nullptr;
    };

    Queue(World& world, const string&, std::size_t capacity) : m_world(world), m_capacity(capacity) {}
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;
    ~Queue()
    {
        for (const Line& line : {m_entering, m_leaving}) {
            for (const auto& waiting : line)
                waiting->timer.cancel();
        }
    }

    template <class CompletionToken = asio::use_awaitable_t<>>
    auto async_push(T item, CompletionToken&& token = {}) // NOLINT(readability-identifier-naming)
    {
        return asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
            [this](auto handler, T pushed) {
                start(m_entering, std::make_shared<Waiting>(m_world, std::move(pushed)), std::move(handler),
                      [](auto waiting, boost::system::error_code error, Waiting&) { std::move(waiting)(error); });
            },
            token, std::move(item));
    }

    template <class CompletionToken = asio::use_awaitable_t<>>
    auto async_reserve(CompletionToken&& token = {}) // NOLINT(readability-identifier-naming)
    {
        return asio::async_initiate<CompletionToken, void(boost::system::error_code, Permit)>(
            [this](auto handler) {
                start(m_entering, std::make_shared<Waiting>(m_world), std::move(handler),
                      [this](auto waiting, boost::system::error_code error, Waiting&) {
                          std::move(waiting)(error, error ? Permit{} : Permit{*this});
                      });
            },
            token);
    }

    template <class CompletionToken = asio::use_awaitable_t<>>
    auto async_pop(CompletionToken&& token = {}) // NOLINT(readability-identifier-naming)
    {
        return asio::async_initiate<CompletionToken, void(boost::system::error_code, T)>(
            [this](auto handler) {
                start(m_leaving, std::make_shared<Waiting>(m_world), std::move(handler),
                      [](auto waiting, boost::system::error_code error, Waiting& served) {
                          std::move(waiting)(error, served.item ? *std::move(served.item) : T{});
                      });
            },
            token);
    }

    bool try_push(T item) // NOLINT(readability-identifier-naming)
    {
        if (!hasRoom())
            return false;
        m_items.push_back(std::move(item));
        settle();
        return true;
    }

    std::size_t size() const { return m_items.size(); }
    bool empty() const { return m_items.empty(); }

private:
    template <class Handler, class Deliver>
    void start(Line& line, std::shared_ptr<Waiting> waiting, Handler handler, Deliver deliver)
    {
        line.push_back(waiting);
        waitThen(waiting->timer, std::move(handler),
                 [waiting, deliver](auto waits, boost::system::error_code error) mutable {
                     deliver(std::move(waits), waiting->isServed ? boost::system::error_code{} : error, *waiting);
                 });
        settle();
    }

    bool hasRoom() const { return m_items.size() + m_reserved < m_capacity; }

    void giveUp(std::optional<T> item)
    {
        --m_reserved;
        if (item)
            m_items.push_back(*std::move(item));
        settle();
    }

    std::shared_ptr<Waiting> next(Line& line)
    {
        auto waiting = line.front();
        line.pop_front();
        return waiting;
    }

    void settle()
    {
        for (bool again = true; again;) {
            again = false;
            if (!m_leaving.empty() && !m_items.empty()) {
                again = true;
                if (const auto waiting = next(m_leaving); waiting->give()) {
                    waiting->item = std::move(m_items.front());
                    m_items.pop_front();
                }
            }
            if (!m_entering.empty() && hasRoom()) {
                again = true;
                if (const auto waiting = next(m_entering); waiting->give()) {
                    if (waiting->item)
                        m_items.push_back(*std::move(waiting->item));
                    else
                        ++m_reserved;
                }
            }
        }
    }

    World& m_world;
    std::size_t m_capacity;
    std::size_t m_reserved = 0;
    Line m_entering;
    Line m_leaving;
    std::deque<T> m_items;
};

/// A socket of the operating system: what a read takes, and what a cancelled one has taken, is Asio's own affair.
class Stream
{
public:
    using executor_type = asio::any_io_executor; // NOLINT(readability-identifier-naming)

    static std::pair<Stream, Stream> connected(World& world, const string&, const string&)
    {
        Socket one{world.executor()};
        Socket other{world.executor()};
        asio::local::connect_pair(one, other);
        return {Stream{std::move(one)}, Stream{std::move(other)}};
    }

    executor_type get_executor() { return m_socket.get_executor(); } // NOLINT(readability-identifier-naming)

    template <class Buffers, class CompletionToken = asio::use_awaitable_t<>>
    auto async_read_some(const Buffers& buffers, CompletionToken&& token = {}) // NOLINT(readability-identifier-naming)
    {
        return m_socket.async_read_some(buffers, std::forward<CompletionToken>(token));
    }

    template <class Buffers, class CompletionToken = asio::use_awaitable_t<>>
    auto async_write_some(const Buffers& buffers, CompletionToken&& token = {}) // NOLINT(readability-identifier-naming)
    {
        return m_socket.async_write_some(buffers, std::forward<CompletionToken>(token));
    }

private:
    using Socket = asio::local::stream_protocol::socket;
    explicit Stream(Socket socket) : m_socket(std::move(socket)) {}

    Socket m_socket;
};

} // namespace awaitscope
