// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// In the place of src/core/run/teaching.hpp: what the sources of some lessons use of it, on plain Asio. An io_context whose clock is
// turned, its timers and real sockets, and nothing of ours but these few lines. What a lesson does not say of itself here, such as
// what stands on its lanes, is left out.

#include "support/turned_clock.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <cstddef>
#include <deque>
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

enum class Winner { work, timeout };

struct RaceTimeout
{
    Deadline deadline;
};

inline RaceTimeout timeout(const Deadline& deadline) { return {deadline}; }

template <class T>
struct RaceResult
{
    Winner winner;
    std::optional<T> value;
};

inline awaitable<void> reached(VirtualDuration after)
{
    Timer timer{co_await asio::this_coro::executor, after};
    co_await timer.async_wait(asio::use_awaitable);
}

inline awaitable<Winner> race(RaceTimeout timeout, awaitable<void> work)
{
    using namespace asio::experimental::awaitable_operators; // NOLINT(google-build-using-namespace)
    if (!timeout.deadline.after) {
        co_await std::move(work);
        co_return Winner::work;
    }
    const auto first = co_await (reached(*timeout.deadline.after) || std::move(work));
    co_return first.index() == 0 ? Winner::timeout : Winner::work;
}

template <class T>
awaitable<RaceResult<T>> race(RaceTimeout timeout, awaitable<T> work)
{
    using namespace asio::experimental::awaitable_operators; // NOLINT(google-build-using-namespace)
    if (!timeout.deadline.after) {
        T value = co_await std::move(work);
        co_return RaceResult<T>{Winner::work, std::move(value)};
    }
    auto first = co_await (reached(*timeout.deadline.after) || std::move(work));
    if (first.index() == 0)
        co_return RaceResult<T>{Winner::timeout, std::nullopt};
    co_return RaceResult<T>{Winner::work, std::move(std::get<1>(first))};
}

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

struct Trace
{};

struct TraceCheck
{
    string verdict; ///< "holds", "violated", "not-applicable"
    string why;
};

class Stage
{
public:
    virtual ~Stage() = default;
    virtual awaitable<void> caller() = 0;
    virtual std::vector<TraceCheck> judge(const Trace& trace) const = 0;
    virtual string callerOutcome() const = 0;
    virtual string clientOutcome() const = 0;

    static TraceCheck expect(const string&, bool holds, string why = {}, const string& = {})
    {
        return {holds ? "holds" : "violated", std::move(why)};
    }

    static TraceCheck expectIf(bool applies, const string& text, bool holds, string why = {}, const string& = {})
    {
        return applies ? expect(text, holds, std::move(why)) : TraceCheck{"not-applicable", std::move(why)};
    }
};

using MakeStage = std::unique_ptr<Stage> (*)(World& world);

/// By what the source that includes a lesson's calls it: "half_a_frame_buggy".
std::map<string, MakeStage>& stages();

} // namespace awaitscope

using namespace awaitscope; // NOLINT(google-build-using-namespace): as in the header that it stands for

#define AWAITSCOPE_TEXT_EXPANDED(a) #a
#define AWAITSCOPE_TEXT(a) AWAITSCOPE_TEXT_EXPANDED(a)
#define AWAITSCOPE_STAGE(STAGE)                                                                                        \
    static const bool isAdded =                                                                                        \
        awaitscope::stages()                                                                                           \
            .emplace(AWAITSCOPE_TEXT(AWAITSCOPE_VARIANT),                                                              \
                     [](awaitscope::World& world) -> std::unique_ptr<awaitscope::Stage> {                              \
                         return std::make_unique<STAGE>(world);                                                        \
                     })                                                                                                \
            .second;
