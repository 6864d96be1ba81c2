// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a random program on a Platform, and notes what happens: the same source for every platform.
//
// A Platform has an Executor, a Timer of Asio's for that executor and a clock in whole milliseconds:
//   executor(), now(), run().
//
// What is not in a program, because Boost 1.81 itself goes wrong there, on any executor:
//  - a signal is bound to one coroutine, once: to bind it to another destroys the cancellation state of the first, which
//    goes on using it;
//  - an operation is bound to a signal of its own only if its timer lives as long as the signal. What Asio leaves in the
//    slot points into the timer;
//  - nor is a signal bound to two waits of one timer: they have the same key then, and one emit cancels both;
//  - a channel is not closed while somebody waits to send: cancel() would take him for one who waits to receive;
//  - a coroutine that is awaited is not spawned on a strand: the cancel that is forwarded to it waits there with a
//    pointer to a signal that is gone when the coroutine has ended in the meantime;
//  - no channel in a group of a vector: its operations complete on the system executor, that is on other threads;
//  - a timer that others wait for by a signal is not moved: the slot goes on pointing at where it was.
// A channel with a buffer takes nothing into it after a receive that was cancelled (chriskohlhoff/asio issue 1241): the next
// send waits for somebody who receives, and try_send fails. That is in, as it is wrong in the same way everywhere.

#include "core/programs/step.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/defer.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/basic_channel.hpp>
#include <boost/asio/experimental/channel_error.hpp>
#include <boost/asio/experimental/channel_traits.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace awaitscope::programs {

namespace asio = boost::asio;
using boost::system::error_code;
using Log = std::vector<std::string>;

/// Few and short, so that much falls on the same instant.
inline std::chrono::milliseconds durationOf(const Step& step)
{
    constexpr std::array<int, 8> durations{0, 1, 2, 3, 5, 10, 10, 20};
    return std::chrono::milliseconds{durations[static_cast<std::size_t>(step.time) % durations.size()]};
}

inline asio::cancellation_type typeOf(int number)
{
    constexpr std::array types{asio::cancellation_type::terminal, asio::cancellation_type::all, asio::cancellation_type::total,
                               asio::cancellation_type::partial};
    return types[static_cast<std::size_t>(number) % types.size()];
}

inline std::string nameOf(const error_code& error)
{
    if (!error)
        return "ok";
    if (error == asio::error::operation_aborted)
        return "aborted";
    return error.message();
}

inline std::string nameOf(const std::exception_ptr& error)
{
    if (!error)
        return "ok";
    try {
        std::rethrow_exception(error);
    } catch (const asio::multiple_exceptions& several) {
        return "several, the first " + nameOf(several.first_exception());
    } catch (const boost::system::system_error& exception) {
        // "co_await" is in the text of one that Asio refused to start.
        return nameOf(exception.code()) + " (" + exception.what() + ')';
    } catch (const std::exception& exception) {
        return exception.what();
    }
}

/// One of Asio's conditions for a group. Chosen while it runs, since each type of condition would be compiled anew.
class Condition
{
public:
    explicit Condition(int number) : m_number(number % 4) {}

    template <class Error, class... Values>
    asio::cancellation_type operator()(const Error& error, const Values&... values) const noexcept
    {
        namespace experimental = asio::experimental;
        switch (m_number) {
        case 0: return experimental::wait_for_all{}(error, values...);
        case 1: return experimental::wait_for_one{}(error, values...);
        case 2: return experimental::wait_for_one_success{}(error, values...);
        default: return experimental::wait_for_one_error{}(error, values...);
        }
    }

private:
    int m_number;
};

template <class Platform>
class Machine
{
    using Executor = typename Platform::Executor;
    template <class T>
    using Awaitable = asio::awaitable<T, Executor>;
    using Timer = typename Platform::Timer;
    using Channel = asio::experimental::basic_channel<Executor, asio::experimental::channel_traits<>, void(error_code, int)>;
    using Token = asio::use_awaitable_t<Executor>;

public:
    Machine()
    {
        // Set, each to a time of its own: those that nobody set are all due at the same time, and equal ones io_context mixes.
        for (std::size_t i = 0; i < 3; ++i)
            m_timers.emplace_back(m_platform.executor(), std::chrono::milliseconds{i});
        for (std::size_t capacity = 0; capacity < 3; ++capacity)
            m_channels.emplace_back(m_platform.executor(), capacity);
        for (std::size_t i = 0; i < 2; ++i)
            m_strands.emplace_back(m_platform.executor());
    }

    Platform& platform() { return m_platform; }

    Log run(const Program& program)
    {
        asio::co_spawn(m_platform.executor(), block(program),
                       asio::bind_cancellation_slot(claim(0), [this](const std::exception_ptr& error) {
                           note("program", nameOf(error));
                       }));
        // A coroutine that was cancelled and ends without having waited throws out of co_spawn, which posts at its end: what
        // is thrown leaves run(), and it is the program's to go on.
        while (const std::exception_ptr error = ran())
            note("run", "threw " + nameOf(error));
        m_notes.isOver = true; // what its frames do while they are torn down is no part of the program
        return std::move(m_notes.log);
    }

private:
    struct Notes
    {
        Log log;
        bool isOver = false;
    };

    /// Notes that a frame goes.
    class Guard
    {
    public:
        Guard(Machine& machine, const Step& step) : m_machine(machine), m_step(step) {}
        Guard(const Guard&) = delete;
        Guard& operator=(const Guard&) = delete;
        ~Guard() { m_machine.note(m_step, "destructor"); }

    private:
        Machine& m_machine;
        const Step& m_step;
    };

    /// Counts somebody as long as it lives.
    class Counted
    {
    public:
        explicit Counted(int& count) : m_count(count) { ++m_count; }
        Counted(const Counted&) = delete;
        Counted& operator=(const Counted&) = delete;
        ~Counted() { --m_count; }

    private:
        int& m_count;
    };

    std::exception_ptr ran()
    {
        try {
            m_platform.run();
        } catch (...) {
            return std::current_exception();
        }
        return nullptr;
    }

    void note(const std::string& who, const std::string& what)
    {
        if (!m_notes.isOver)
            m_notes.log.push_back(std::to_string(m_platform.now()) + ' ' + who + ' ' + what);
    }
    void note(const Step& step, const std::string& what) { note('#' + std::to_string(step.id), what); }

    auto noteError(const Step& step, std::string who = "callback")
    {
        return [this, &step, who = std::move(who)](const auto& error) { this->note(step, who + ' ' + nameOf(error)); };
    }

    Timer& timerOf(const Step& step) { return m_timers[static_cast<std::size_t>(step.what) % m_timers.size()]; }
    Channel& channelOf(const Step& step) { return m_channels[static_cast<std::size_t>(step.what) % m_channels.size()]; }
    int& sendersOf(const Step& step) { return m_senders[static_cast<std::size_t>(step.what) % m_senders.size()]; }

    /// That signal's slot if nobody has it yet, or none.
    asio::cancellation_slot claim(int number)
    {
        const std::size_t index = static_cast<std::size_t>(number) % m_signals.size();
        return std::exchange(m_isClaimed[index], true) ? asio::cancellation_slot{} : m_signals[index].slot();
    }

    asio::cancellation_signal& signalOf(int number)
    {
        const std::size_t index = static_cast<std::size_t>(number) % (m_signals.size() + m_signalsOfOperations.size());
        return index < m_signals.size() ? m_signals[index] : m_signalsOfOperations[index - m_signals.size()];
    }

    Awaitable<void> block(const std::vector<Step>& steps)
    {
        const Executor executor = co_await asio::this_coro::executor;
        for (const Step& step : steps) {
            // Loops in loops that spawn loops: enough is enough, at the same place everywhere.
            if (++m_steps > 400)
                co_return;
            if (doneInPassing(step, executor))
                continue;
            try {
                co_await waiting(step, executor);
            } catch (...) {
                note(step, "threw " + nameOf(std::current_exception()));
                throw;
            }
        }
    }

    Awaitable<int> valued(const Step& step, const std::vector<Step>& steps)
    {
        co_await block(steps);
        co_return step.id;
    }

    /// What takes no await; false for anything else.
    bool doneInPassing(const Step& step, const Executor& executor)
    {
        switch (step.kind) {
        case Kind::note: note(step, "passes"); return true;
        case Kind::fail: note(step, "throws"); throw std::runtime_error{"failure"};
        case Kind::listen: listen(step); return true;
        case Kind::set: set(step); return true;
        case Kind::cancel:
            note(step, "cancels " + std::to_string(step.how % 2 == 0 ? timerOf(step).cancel() : timerOf(step).cancel_one()));
            return true;
        case Kind::trySend:
            note(step, channelOf(step).try_send(error_code{}, step.id) ? "sent" : "not sent");
            return true;
        case Kind::tryReceive: {
            const bool received = channelOf(step).try_receive([this, &step](const error_code& error, int value) {
                note(step, "received " + std::to_string(value) + ' ' + nameOf(error));
            });
            if (!received)
                note(step, "not received");
            return true;
        }
        case Kind::silence: silence(step); return true;
        case Kind::emit:
            signalOf(step.what).emit(typeOf(step.how));
            note(step, "emitted");
            return true;
        case Kind::emitLater: {
            const auto timer = std::make_shared<Timer>(m_platform.executor(), durationOf(step));
            timer->async_wait([this, &step, timer](const error_code&) {
                note(step, "emits");
                signalOf(step.what).emit(typeOf(step.how));
            });
            return true;
        }
        case Kind::spawn: spawn(step, executor); return true;
        case Kind::callbacks: callBack(step, executor); return true;
        default: return false;
        }
    }

    Awaitable<void> waiting(const Step& step, const Executor& executor)
    {
        switch (step.kind) {
        case Kind::nap: return nap(step);
        case Kind::wait: return waitTogether(step);
        case Kind::send: return send(step);
        case Kind::receive: return receive(step);
        case Kind::hop: return hop(step, executor);
        case Kind::both: return both(step);
        case Kind::either: return either(step);
        case Kind::eitherOfThree: return eitherOfThree(step);
        case Kind::valued: return valuedOnes(step);
        case Kind::limited: return limited(step);
        case Kind::group: return group(step, executor);
        case Kind::groupOfMany: return groupOfMany(step, executor);
        case Kind::groupOfTimers: return groupOfTimers(step);
        case Kind::await: return await(step, executor);
        case Kind::scope: return scope(step);
        case Kind::attempt: return attempt(step);
        case Kind::repeat: return repeat(step);
        case Kind::reset: return reset(step);
        case Kind::setThrowing: return setThrowing(step);
        default: return ask(step);
        }
    }

    Awaitable<void> waitFor(Timer& timer, const Step& step)
    {
        error_code error;
        switch (step.how % 5) {
        case 0: co_await timer.async_wait(Token{}); break;
        case 1: co_await timer.async_wait(asio::redirect_error(Token{}, error)); break;
        case 2: {
            const auto [result] = co_await timer.async_wait(asio::as_tuple(Token{}));
            error = result;
            break;
        }
        case 3: co_await timer.async_wait(asio::deferred); break;
        default: co_await timer.async_wait(asio::bind_executor(m_strands[0], Token{})); break;
        }
        note(step, "woke " + nameOf(error));
    }

    Awaitable<void> nap(const Step& step)
    {
        Timer timer{m_platform.executor(), durationOf(step)};
        co_await waitFor(timer, step);
    }

    Awaitable<void> waitTogether(const Step& step)
    {
        const std::size_t timer = static_cast<std::size_t>(step.what) % m_timers.size();
        const std::size_t signal = static_cast<std::size_t>(step.time) % m_signalsOfOperations.size();
        int& count = m_bound[signal][timer];
        if (step.how % 7 == 6 && count == 0) {
            const Counted counted{count};
            co_await m_timers[timer].async_wait(
                asio::bind_cancellation_slot(m_signalsOfOperations[signal].slot(), Token{}));
            note(step, "woke, bound to another signal");
        } else {
            co_await waitFor(m_timers[timer], step);
        }
    }

    Awaitable<void> send(const Step& step)
    {
        const Counted counted{sendersOf(step)};
        error_code error;
        switch (step.how % 3) {
        case 0: co_await channelOf(step).async_send(error_code{}, step.id, Token{}); break;
        case 1: co_await channelOf(step).async_send(error_code{}, step.id, asio::redirect_error(Token{}, error)); break;
        default: {
            const auto [result] = co_await channelOf(step).async_send(error_code{}, step.id, asio::as_tuple(Token{}));
            error = result;
        }
        }
        note(step, "sent " + nameOf(error));
    }

    Awaitable<void> receive(const Step& step)
    {
        error_code error;
        int value = 0;
        switch (step.how % 3) {
        case 0: value = co_await channelOf(step).async_receive(Token{}); break;
        case 1: value = co_await channelOf(step).async_receive(asio::redirect_error(Token{}, error)); break;
        default: {
            const auto [result, received] = co_await channelOf(step).async_receive(asio::as_tuple(Token{}));
            error = result;
            value = received;
        }
        }
        note(step, "received " + std::to_string(value) + ' ' + nameOf(error));
    }

    Awaitable<void> hop(const Step& step, const Executor& executor)
    {
        // Whichever executor it hops to, it goes on there and returns to its own with its next await.
        const Executor where = step.what % 3 == 0 ? executor : Executor{m_strands[static_cast<std::size_t>(step.what) % 2]};
        switch (step.how % 3) {
        case 0: co_await asio::post(where, Token{}); break;
        case 1: co_await asio::dispatch(where, Token{}); break;
        default: co_await asio::defer(where, Token{}); break;
        }
        note(step, "hopped");
    }

    Awaitable<void> both(const Step& step)
    {
        using namespace asio::experimental::awaitable_operators;
        co_await (block(step.blocks[0]) && block(step.blocks[1]));
        note(step, "both");
    }

    Awaitable<void> either(const Step& step)
    {
        using namespace asio::experimental::awaitable_operators;
        const auto winner = co_await (block(step.blocks[0]) || block(step.blocks[1]));
        note(step, "either " + std::to_string(winner.index()));
    }

    Awaitable<void> eitherOfThree(const Step& step)
    {
        using namespace asio::experimental::awaitable_operators;
        const auto winner = co_await (block(step.blocks[0]) || block(step.blocks[1]) || block(step.blocks[2]));
        note(step, "either of three " + std::to_string(winner.index()));
    }

    Awaitable<void> valuedOnes(const Step& step)
    {
        using namespace asio::experimental::awaitable_operators;
        if (step.how % 2 == 0) {
            const auto winner = co_await (valued(step, step.blocks[0]) || valued(step, step.blocks[1]));
            note(step, "either value " + std::to_string(winner.index()));
        } else {
            const auto [one, other] = co_await (valued(step, step.blocks[0]) && valued(step, step.blocks[1]));
            note(step, "both values " + std::to_string(one + other));
        }
    }

    Awaitable<void> limited(const Step& step)
    {
        using namespace asio::experimental::awaitable_operators;
        Timer limit{m_platform.executor(), durationOf(step)};
        if (step.how % 2 == 0) {
            const auto winner = co_await (block(step.blocks[0]) || limit.async_wait(Token{}));
            note(step, "limited " + std::to_string(winner.index()));
        } else {
            const auto winner = co_await (limit.async_wait(Token{}) || block(step.blocks[0]));
            note(step, "limited " + std::to_string(winner.index()));
        }
    }

    Awaitable<void> group(const Step& step, const Executor& executor)
    {
        Timer timer{m_platform.executor(), durationOf(step)};
        const auto [order, one, other, limit] =
            co_await asio::experimental::make_parallel_group(asio::co_spawn(executor, block(step.blocks[0]), asio::deferred),
                                                             asio::co_spawn(executor, block(step.blocks[1]), asio::deferred),
                                                             timer.async_wait(asio::deferred))
                .async_wait(Condition{step.how}, Token{});
        note(step, orderOf(order) + nameOf(one) + ", " + nameOf(other) + ", " + nameOf(limit));
    }

    Awaitable<void> groupOfMany(const Step& step, const Executor& executor)
    {
        std::vector<decltype(asio::co_spawn(executor, block(step.blocks[0]), asio::deferred))> operations;
        for (const std::vector<Step>& steps : step.blocks)
            operations.push_back(asio::co_spawn(executor, block(steps), asio::deferred));
        const auto [order, errors] = co_await asio::experimental::make_parallel_group(std::move(operations))
                                         .async_wait(Condition{step.how}, Token{});
        std::string text = orderOf(order);
        for (const std::exception_ptr& error : errors)
            text += nameOf(error) + ' ';
        note(step, text);
    }

    Awaitable<void> groupOfTimers(const Step& step)
    {
        Timer own{m_platform.executor(), durationOf(step)};
        std::vector<decltype(own.async_wait(asio::deferred))> operations;
        operations.push_back(timerOf(step).async_wait(asio::deferred));
        operations.push_back(own.async_wait(asio::deferred));
        operations.push_back(timerOf(step).async_wait(asio::deferred));
        const auto [order, errors] = co_await asio::experimental::make_parallel_group(std::move(operations))
                                         .async_wait(Condition{step.how}, Token{});
        std::string text = orderOf(order);
        for (const error_code& error : errors)
            text += nameOf(error) + ' ';
        note(step, text);
    }

    template <class Order>
    static std::string orderOf(const Order& order)
    {
        std::string text = "order ";
        for (const std::size_t index : order)
            text += std::to_string(index) + ' ';
        return text;
    }

    Awaitable<void> await(const Step& step, const Executor& executor)
    {
        if (step.how % 2 == 0) {
            co_await asio::co_spawn(executor, block(step.blocks[0]), Token{});
        } else {
            auto operation = asio::co_spawn(executor, block(step.blocks[0]), asio::deferred);
            note(step, "not started yet");
            co_await std::move(operation)(Token{});
        }
        note(step, "awaited");
    }

    Awaitable<void> scope(const Step& step)
    {
        const Guard guard{*this, step};
        Timer timer{m_platform.executor(), durationOf(step)};
        timer.async_wait(noteError(step));
        co_await block(step.blocks[0]);
    }

    Awaitable<void> attempt(const Step& step)
    {
        std::exception_ptr error;
        try {
            co_await block(step.blocks[0]);
        } catch (...) {
            error = std::current_exception();
        }
        if (error)
            note(step, "caught " + nameOf(error));
    }

    Awaitable<void> repeat(const Step& step)
    {
        for (int i = 0; i < 2 + step.time % 2; ++i)
            co_await block(step.blocks[0]);
    }

    Awaitable<void> reset(const Step& step)
    {
        switch (step.how % 7) {
        case 0: co_await asio::this_coro::reset_cancellation_state(); break;
        case 1: co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation()); break;
        case 2: co_await asio::this_coro::reset_cancellation_state(asio::enable_partial_cancellation()); break;
        case 3: co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation()); break;
        case 4: co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation()); break;
        case 5:
            co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation(),
                                                              asio::disable_cancellation());
            break;
        default:
            co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation(),
                                                              asio::enable_terminal_cancellation());
        }
        note(step, "reset");
    }

    Awaitable<void> setThrowing(const Step& step)
    {
        co_await asio::this_coro::throw_if_cancelled(step.how % 2 == 0);
        const bool throws = co_await asio::this_coro::throw_if_cancelled();
        note(step, throws ? "throws if cancelled" : "does not throw if cancelled");
    }

    Awaitable<void> ask(const Step& step)
    {
        auto state = co_await asio::this_coro::cancellation_state;
        note(step, "cancelled " + std::to_string(static_cast<int>(state.cancelled())));
        if (step.how % 2 == 0)
            state.clear();
    }

    void listen(const Step& step)
    {
        switch (step.how % 4) {
        case 0: timerOf(step).async_wait(noteError(step)); break;
        case 1: timerOf(step).async_wait(asio::bind_executor(m_strands[1], noteError(step, "callback on a strand"))); break;
        case 2:
            channelOf(step).async_receive([this, &step](const error_code& error, int value) {
                note(step, "callback " + std::to_string(value) + ' ' + nameOf(error));
            });
            break;
        default: {
            auto counted = std::make_shared<Counted>(sendersOf(step));
            channelOf(step).async_send(error_code{}, step.id, [this, &step, counted](const error_code& error) {
                note(step, "callback " + nameOf(error));
            });
        }
        }
    }

    void set(const Step& step)
    {
        std::size_t cancelled = 0;
        if (step.how % 8 == 0)
            cancelled = timerOf(step).expires_at(Timer::time_point::max());
        else if (step.how % 8 == 1)
            cancelled = timerOf(step).expires_after(-durationOf(step));
        else
            cancelled = timerOf(step).expires_after(durationOf(step));
        note(step, "set, cancels " + std::to_string(cancelled));
    }

    void silence(const Step& step)
    {
        switch (step.how % 3) {
        case 0: channelOf(step).cancel(); break;
        case 1: channelOf(step).reset(); break;
        default:
            if (sendersOf(step) == 0)
                channelOf(step).close();
        }
        note(step, channelOf(step).is_open() ? "silenced" : "closed");
    }

    void spawn(const Step& step, const Executor& executor)
    {
        const Executor where = step.how % 3 == 0 ? Executor{m_strands[static_cast<std::size_t>(step.what) % 2]} : executor;
        const asio::cancellation_slot slot = step.time % 2 == 0 ? claim(step.what) : asio::cancellation_slot{};
        if (step.how % 2 == 0)
            asio::co_spawn(where, block(step.blocks[0]), asio::bind_cancellation_slot(slot, asio::detached));
        else
            asio::co_spawn(where, block(step.blocks[0]), asio::bind_cancellation_slot(slot, noteError(step, "ended")));
        note(step, "spawned");
    }

    void callBack(const Step& step, const Executor& executor)
    {
        const Executor where = step.what % 3 == 0 ? executor : Executor{m_strands[static_cast<std::size_t>(step.what) % 2]};
        auto callback = [this, &step, where, executor] {
            note(step, "callback");
            asio::defer(executor, [this, &step] { note(step, "deferred"); });
            asio::post(where, [this, &step] { note(step, "posted"); });
            asio::dispatch(where, [this, &step] { note(step, "dispatched"); });
            note(step, "callback ends");
        };
        switch (step.how % 3) {
        case 0: asio::post(executor, std::move(callback)); break;
        case 1: asio::dispatch(where, std::move(callback)); break;
        default: asio::defer(executor, std::move(callback)); break;
        }
        note(step, "called back");
    }

    Notes m_notes; ///< first: frames note their end until the platform is gone
    int m_steps = 0;
    std::array<int, 3> m_senders{};
    std::array<std::array<int, 3>, 2> m_bound{};
    Platform m_platform;
    std::array<asio::cancellation_signal, 4> m_signals; ///< of coroutines
    std::array<bool, 4> m_isClaimed{};
    std::array<asio::cancellation_signal, 2> m_signalsOfOperations;
    std::vector<Timer> m_timers;
    std::vector<Channel> m_channels;
    std::vector<asio::strand<Executor>> m_strands;
};

} // namespace awaitscope::programs
