// SPDX-License-Identifier: GPL-3.0-or-later

// The same coroutines on a plain io_context with fake-clock timers, on our executor untraced (another executor type,
// so that Asio's own promise is used), and on our executor traced: they must do the same things at the same times in
// the same order. The programs are random trees of sleeps, posts, try blocks, shields and nested operator||.

#include "core/sim/async_operation.hpp"
#include "core/trace/traced_awaitable.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace awaitscope {
namespace {

namespace asio = boost::asio;
using namespace asio::experimental::awaitable_operators;

using Log = std::vector<std::string>;

struct Step
{
    enum class Kind { sleep, post, fail, sequence, tryCatch, shield, either, write };
    Kind kind = Kind::sleep;
    int id = 0;
    std::int64_t microseconds = 0;
    std::vector<Step> children;
};

/// Whose time it is is the test's: io_context asks, the driver below sets.
struct FakeClock
{
    using rep = std::int64_t;
    using period = std::micro;
    using duration = std::chrono::duration<rep, period>;
    using time_point = std::chrono::time_point<FakeClock>;
    [[maybe_unused]] static constexpr bool is_steady = true; // a clock must have it
    static inline time_point current{};
    static time_point now() { return current; }
};

struct NeverWaitInRealTime
{
    static FakeClock::duration to_wait_duration(const FakeClock::duration&) { return {}; }
    static FakeClock::duration to_wait_duration(const FakeClock::time_point&) { return {}; }
};

class IoContextPlatform
{
public:
    using Executor = asio::io_context::executor_type;
    template <class T>
    using Awaitable = asio::awaitable<T, Executor>;

    IoContextPlatform() { FakeClock::current = {}; }

    Executor executor() { return m_context.get_executor(); }
    std::int64_t now() const { return FakeClock::current.time_since_epoch().count(); }

    Awaitable<void> sleep(std::int64_t microseconds)
    {
        asio::basic_waitable_timer<FakeClock, NeverWaitInRealTime, Executor> timer{
            m_context.get_executor(), FakeClock::duration{microseconds}};
        m_due.insert(now() + microseconds);
        co_await timer.async_wait(asio::use_awaitable_t<Executor>{});
    }

    void run()
    {
        for (;;) {
            while (m_context.poll() > 0) {
            }
            if (m_context.stopped())
                return;
            m_due.erase(m_due.begin(), m_due.upper_bound(now()));
            if (m_due.empty())
                return;
            FakeClock::current = FakeClock::time_point{FakeClock::duration{*m_due.begin()}};
        }
    }

private:
    asio::io_context m_context;
    std::set<std::int64_t> m_due;
};

template <class CoroutineExecutor>
class VirtualPlatform
{
public:
    using Executor = CoroutineExecutor;
    template <class T>
    using Awaitable = asio::awaitable<T, Executor>;

    Executor executor() { return m_context.get_executor(); }
    std::int64_t now() const { return toMicroseconds(m_context.now()); }

    Awaitable<void> sleep(std::int64_t microseconds)
    {
        co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void(boost::system::error_code)>(
            [this, microseconds](auto handler) {
                startOperation(m_context, {.duration = VirtualDuration{microseconds}}, std::move(handler),
                               [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); });
            },
            m_token);
    }

    void run() { m_context.run(); }

private:
    SourceSet m_noSources;
    Recorder m_recorder{m_noSources};
    VirtualContext m_context{1'000'000, &m_recorder};
    asio::use_awaitable_t<Executor> m_token;

public:
    VirtualPlatform() { m_recorder.attach(m_context); }
};

template <class Platform>
struct Machine
{
    Platform platform;
    Log log;

    void note(int id, const std::string& text)
    {
        log.push_back(std::to_string(platform.now()) + " #" + std::to_string(id) + ' ' + text);
    }

    typename Platform::template Awaitable<void> interpret(const Step& step)
    {
        try {
            switch (step.kind) {
            case Step::Kind::sleep:
                co_await platform.sleep(step.microseconds);
                break;
            case Step::Kind::post:
                co_await asio::post(platform.executor(), asio::use_awaitable_t<typename Platform::Executor>{});
                break;
            case Step::Kind::fail:
                throw std::runtime_error{"failed"};
            case Step::Kind::sequence:
                for (const Step& child : step.children) {
                    if (child.kind == Step::Kind::write)
                        note(child.id, "done"); // no await
                    else
                        co_await interpret(child);
                }
                break;
            case Step::Kind::write:
                break;
            case Step::Kind::tryCatch:
                try {
                    for (const Step& child : step.children)
                        co_await interpret(child);
                } catch (const std::exception&) {
                    note(step.id, "caught");
                }
                break;
            case Step::Kind::shield:
                co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation(),
                                                                  asio::disable_cancellation());
                co_await asio::this_coro::throw_if_cancelled(false);
                for (const Step& child : step.children)
                    co_await interpret(child);
                co_await asio::this_coro::throw_if_cancelled(true);
                break;
            case Step::Kind::either: {
                const auto winner = co_await (interpret(step.children[0]) || interpret(step.children[1]));
                note(step.id, "winner " + std::to_string(winner.index()));
                break;
            }
            }
        } catch (const std::exception& exception) {
            note(step.id, std::string{"threw "} + exception.what());
            throw;
        }
        note(step.id, "done");
    }

    Log run(const Step& program)
    {
        asio::co_spawn(platform.executor(), interpret(program), [this](std::exception_ptr error) {
            log.push_back(std::to_string(platform.now()) + (error ? " failed" : " finished"));
        });
        platform.run();
        return std::move(log);
    }
};

class ProgramMaker
{
public:
    explicit ProgramMaker(unsigned seed) : m_random(seed) {}

    /// Sleeps are multiples of 10 µs, so that a timeout can meet them; `nested` allows operator|| inside, and then no
    /// two sleeps end together: among three timers io_context's heap leaves the order of ties open.
    Step subject(bool nested)
    {
        m_nested = nested;
        m_unique = 0;
        Step step;
        step.kind = Step::Kind::sequence;
        step.id = m_nextId++;
        const int length = pick(1, 4);
        for (int i = 0; i < length; ++i)
            step.children.push_back(any(3));
        return step;
    }

    int pick(int from, int to) { return boost::random::uniform_int_distribution<int>{from, to}(m_random); }

private:
    Step any(int depth)
    {
        Step step;
        step.id = m_nextId++;
        const int choice = pick(0, depth > 0 ? (m_nested ? 13 : 11) : 5);
        if (choice <= 4) {
            step.kind = Step::Kind::sleep;
            // A nested program gives every sleep digits of its own.
            step.microseconds = pick(0, 9) * 10;
            if (m_nested)
                step.microseconds = step.microseconds * 1'000'000 + (std::int64_t{1} << (m_unique++ % 20));
            return step;
        }
        if (choice == 5) {
            step.kind = pick(0, 3) == 0 ? Step::Kind::fail : Step::Kind::post;
            return step;
        }
        step.kind = choice <= 7   ? Step::Kind::sequence
                    : choice <= 9 ? Step::Kind::tryCatch
                    : choice <= 11 ? Step::Kind::shield
                                   : Step::Kind::either;
        const int length = step.kind == Step::Kind::either ? 2 : pick(1, 3);
        for (int i = 0; i < length; ++i)
            step.children.push_back(any(depth - 1));
        return step;
    }

    boost::random::mt19937 m_random;
    int m_nextId = 1;
    bool m_nested = false;
    int m_unique = 0;
};

Step raced(std::int64_t timeout, const Step& subject)
{
    Step sleep;
    sleep.kind = Step::Kind::sleep;
    sleep.id = 1001;
    sleep.microseconds = timeout;
    Step race;
    race.kind = Step::Kind::either;
    race.id = 1000;
    race.children = {sleep, subject};
    return race;
}

void expectTheSame(const Step& program, const std::string& what)
{
    const Log reference = Machine<IoContextPlatform>{}.run(program);
    ASSERT_FALSE(reference.empty());
    EXPECT_EQ(Machine<VirtualPlatform<VirtualExecutor>>{}.run(program), reference) << what << ", untraced";
    EXPECT_EQ(Machine<VirtualPlatform<asio::any_io_executor>>{}.run(program), reference) << what << ", traced";
}

/// The moments at which something happens in the subject alone.
std::set<std::int64_t> momentsOf(const Step& subject)
{
    std::set<std::int64_t> moments{0};
    for (const std::string& line : Machine<IoContextPlatform>{}.run(subject))
        moments.insert(std::stoll(line));
    return moments;
}

TEST(Reference, SequencesAgreeWithIoContextInEveryAwaitBetweenThemAndAtTies)
{
    for (unsigned seed = 0; seed < 150 && !testing::Test::HasFailure(); ++seed) {
        const Step subject = ProgramMaker{seed}.subject(false);
        expectTheSame(subject, "seed " + std::to_string(seed));
        for (const std::int64_t moment : momentsOf(subject)) {
            for (const std::int64_t timeout : {moment - 1, moment, moment + 1, moment + 5}) {
                if (timeout >= 0)
                    expectTheSame(raced(timeout, subject),
                                  "seed " + std::to_string(seed) + ", timeout " + std::to_string(timeout));
            }
        }
    }
}

TEST(Reference, NestedGroupsAgreeWithIoContextInEveryAwaitAndBetweenThem)
{
    for (unsigned seed = 0; seed < 150 && !testing::Test::HasFailure(); ++seed) {
        const Step subject = ProgramMaker{seed}.subject(true);
        expectTheSame(subject, "seed " + std::to_string(seed));
        for (const std::int64_t moment : momentsOf(subject)) {
            for (const std::int64_t timeout : {moment - 3, moment + 3})
                if (timeout >= 0)
                    expectTheSame(raced(timeout, subject),
                                  "seed " + std::to_string(seed) + ", timeout " + std::to_string(timeout));
        }
    }
}

// Alan's story itself: request 200, send 100, and the write behind or before the send.
Step alan(bool fixed)
{
    const Step request{Step::Kind::sleep, 1, 200, {}};
    const Step send{Step::Kind::sleep, 2, 100, {}};
    const Step write{Step::Kind::write, 3, 0, {}};
    return {Step::Kind::sequence, 4, 0, fixed ? std::vector{request, write, send} : std::vector{request, send, write}};
}

bool writes(const Step& program)
{
    const Log log = Machine<VirtualPlatform<asio::any_io_executor>>{}.run(program);
    return std::any_of(log.begin(), log.end(), [](const std::string& line) { return line.ends_with("#3 done"); });
}

TEST(Reference, AlansStoryAgreesForEveryTimeout)
{
    for (const bool fixed : {false, true}) {
        for (std::int64_t timeout = 0; timeout <= 310; ++timeout) {
            expectTheSame(raced(timeout, alan(fixed)), "timeout " + std::to_string(timeout));
            EXPECT_EQ(writes(raced(timeout, alan(fixed))), timeout >= (fixed ? 200 : 300)) << timeout;
        }
    }
}

TEST(Reference, OnAnIoContextTooACancelAfterTheCompletionFindsNothingAndTheNextAwaitThrows)
{
    // The timeout's timer and the operation's are due together: when the one's handler runs, the other's is queued.
    const Log afterTheRequest = Machine<IoContextPlatform>{}.run(raced(200, alan(false)));
    EXPECT_EQ(afterTheRequest[0], "200 #1001 done");
    EXPECT_EQ(afterTheRequest[1], "200 #1 done") << "its result was on its way";
    EXPECT_TRUE(afterTheRequest[2].starts_with("200 #4 threw co_await")) << afterTheRequest[2];

    const Log afterTheSend = Machine<IoContextPlatform>{}.run(raced(300, alan(false)));
    EXPECT_EQ(afterTheSend, (Log{"200 #1 done", "300 #1001 done", "300 #2 done", "300 #3 done", "300 #4 done",
                                 "300 #1000 winner 0", "300 #1000 done", "300 finished"}))
        << "no await is left that could throw";
}

} // namespace
} // namespace awaitscope
