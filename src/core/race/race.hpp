// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/world.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>

#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

namespace awaitscope {

/// What race() waits for besides the work: made by timeout(). One that is made without is no timeout at all.
struct RaceTimeout
{
    Deadline deadline;
};

/// timeout(world.deadline()): the run's own timeout, which the learner moves.
inline RaceTimeout timeout(const Deadline& deadline)
{
    return {deadline};
}

/// timeout(250ms): one that nobody can move.
inline RaceTimeout timeout(VirtualDuration after)
{
    return {Deadline{.after = after}};
}

/// How a race ended. `value` is the work's, if the work won.
template <class T>
struct RaceResult
{
    Winner winner;
    std::optional<T> value;
};

namespace race_detail {

template <class T>
using ResultOf = std::conditional_t<std::is_void_v<T>, Winner, RaceResult<T>>;

template <class T>
ResultOf<T> timeoutWon()
{
    if constexpr (std::is_void_v<T>)
        return Winner::timeout;
    else
        return {Winner::timeout, std::nullopt};
}

/// Whether that race is one of raceByStopping().
bool isByStopping(const World& world, const Deadline& deadline);

/// The rows of a race: "race" and "timeout" for the one that waits for the run's own timeout, rows of their own for every
/// other. Lives in the frame of race(), and so at least as long as its operations.
class RaceLanes
{
public:
    RaceLanes(World& world, const Deadline& deadline);
    ~RaceLanes();
    RaceLanes(const RaceLanes&) = delete;
    RaceLanes& operator=(const RaceLanes&) = delete;

    void timeoutFired();
    /// The same for who may outlive this, within the run: where the work ends in the very instant of the timeout, and nobody waits
    /// for the loser, the race is over and gone when the timer's completion comes to its turn.
    auto whenFired() const
    {
        return [&recorder = m_recorder, race = m_race] { recorder.timeoutFired(race); };
    }
    void over(Winner winner);

private:
    Recorder& m_recorder;
    Recorder::RaceId m_race;
};

/// Completes when the deadline is reached, after `fired()`; never if there is none. Any completion token; can be cancelled.
template <class Fired, class CompletionToken>
auto waitFor(World& world, Fired fired, const Deadline& deadline, CompletionToken&& token)
{
    return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
        [&world, fired = std::move(fired), deadline](auto handler) {
            // The await that is watched may be reached when this race is over, and its operation gone. `finish` goes with the
            // operation, called or not, and so does what it holds.
            const auto pending = std::make_shared<Operation*>(nullptr);
            Operation& operation =
                startOperation(world.context(), {.duration = deadline.after, .isTold = false}, std::move(handler),
                               [fired, pending](auto waiting, boost::system::error_code error) {
                                   *pending = nullptr;
                                   if (!error)
                                       fired();
                                   std::move(waiting)(error);
                               });
            *pending = &operation;
            if (deadline.atWatchedAwait)
                world.recorder().whenWatchedAwaitGetsThere([&world, held = std::weak_ptr<Operation*>(pending)] {
                    if (const auto still = held.lock(); still && *still)
                        world.context().completeFirst(**still, {});
                });
        },
        token);
}

/// Drops all of `domain`, and what waits elsewhere for its sake: `cancellation` is that of its first coroutine. What is left then
/// makes the run one that is refused.
void dropAll(World& world, DomainId domain, boost::asio::cancellation_signal& cancellation);

inline boost::asio::awaitable<void> waitForDeadline(World& world, RaceLanes& lanes, Deadline deadline)
{
    co_await waitFor(world, [&lanes] { lanes.timeoutFired(); }, deadline, boost::asio::use_awaitable);
}

/// The same for runs of very many races, nearly all of which the work wins: what the deadline then throws is seen by nobody, and
/// to throw takes longer than all the rest of a race. Cancelled by anybody but the race it throws as ever.
inline boost::asio::awaitable<void> waitForDeadlineQuietly(World& world, RaceLanes& lanes, Deadline deadline, const bool& isWon)
{
    boost::system::error_code error;
    co_await waitFor(world, [&lanes] { lanes.timeoutFired(); }, deadline,
                     boost::asio::redirect_error(boost::asio::use_awaitable_t<>{}, error));
    if (error && !isWon)
        throw boost::system::system_error(error);
}

template <class T>
boost::asio::awaitable<T> tellingThatItWon(boost::asio::awaitable<T> work, bool& isWon)
{
    if constexpr (std::is_void_v<T>) {
        co_await std::move(work);
        isWon = true;
    } else {
        T value = co_await std::move(work);
        isWon = true;
        co_return value;
    }
}

/// The real thing: operator|| emits cancellation_type::all to the loser and waits until it has unwound.
template <class T>
boost::asio::awaitable<ResultOf<T>> raceByCancelling(World& world, RaceLanes& lanes, Deadline deadline,
                                                     boost::asio::awaitable<T> work)
{
    using boost::asio::experimental::awaitable_operators::operator||;
    // The timeout on the left: operator|| spawns its operands in their order, and the timer that is started first comes
    // first at a tie.
    bool isWon = false;
    const bool isQuiet = !world.isRecorded();
    // Bound first: a conditional operator beside a co_await is what g++ 12 makes wrong code of.
    boost::asio::awaitable<void> limit =
        isQuiet ? waitForDeadlineQuietly(world, lanes, deadline, isWon) : waitForDeadline(world, lanes, deadline);
    boost::asio::awaitable<T> raced = isQuiet ? tellingThatItWon(std::move(work), isWon) : std::move(work);
    auto result = co_await (std::move(limit) || std::move(raced));
    if (result.index() == 0)
        co_return timeoutWon<T>();
    if constexpr (std::is_void_v<T>)
        co_return Winner::work;
    else
        co_return RaceResult<T>{Winner::work, std::move(std::get<1>(result))};
}

/// What a deadline and the work that it watches know of each other. The deadline's handler can outlive the race.
struct Watchdog
{
    std::shared_ptr<const OperationStop> stop;
    bool hasStopped = false;
    bool isOver = false;
};

/// The other way to cancel: when the deadline is reached, the operation is stopped that the work waits for just then, as by a timer
/// whose handler calls timer.cancel() or emits to the operation's own slot. The caller waits for the work, and for nothing else: the
/// timeout has won if operation_aborted leaves the work after that. One that catches it, or that was not stopped as its operation had
/// completed already, goes on to its end and wins.
template <class T>
boost::asio::awaitable<ResultOf<T>> raceByStopping(World& world, RaceLanes& lanes, boost::asio::any_io_executor executor,
                                                   Deadline deadline, boost::asio::awaitable<T> work)
{
    const auto watchdog = std::make_shared<Watchdog>();
    boost::asio::cancellation_signal cancelTimer;
    // A slot of its own, or the operations of the work would have none where the caller has none. What cancels the caller
    // cancels the work, as anything that is awaited.
    boost::asio::cancellation_signal cancelWork;
    const boost::asio::cancellation_state own = co_await boost::asio::this_coro::cancellation_state;
    boost::asio::cancellation_slot outer = own.slot();
    if (outer.is_connected())
        outer.assign([&cancelWork](boost::asio::cancellation_type type) { cancelWork.emit(type); });
    struct Guard
    {
        Watchdog& watchdog;
        boost::asio::cancellation_signal& cancelTimer;
        boost::asio::cancellation_slot outer;
        ~Guard()
        {
            watchdog.isOver = true;
            outer.clear();
            // Or the run would last until the timeout, with nobody waiting for it.
            cancelTimer.emit(boost::asio::cancellation_type::all);
        }
    } const guard{*watchdog, cancelTimer, outer};
    // First, as in the other races: at a tie it comes first.
    waitFor(
        world,
        [&lanes, watchdog] {
            if (!watchdog->isOver)
                lanes.timeoutFired();
        },
        deadline,
        boost::asio::bind_cancellation_slot(cancelTimer.slot(),
                                            boost::asio::bind_executor(executor, [watchdog](boost::system::error_code error) {
                                                if (error || watchdog->isOver)
                                                    return;
                                                watchdog->hasStopped = true;
                                                (*watchdog->stop)();
                                            })));
    watchdog->stop = world.recorder().stopOfNextSpawn();
    try {
        if constexpr (std::is_void_v<T>) {
            co_await boost::asio::co_spawn(
                executor, std::move(work),
                boost::asio::bind_cancellation_slot(cancelWork.slot(), boost::asio::use_awaitable_t<>{}));
            co_return Winner::work;
        } else {
            T value = co_await boost::asio::co_spawn(
                executor, std::move(work),
                boost::asio::bind_cancellation_slot(cancelWork.slot(), boost::asio::use_awaitable_t<>{}));
            co_return RaceResult<T>{Winner::work, std::move(value)};
        }
    } catch (const boost::system::system_error& error) {
        if (!watchdog->hasStopped || error.code() != boost::asio::error::operation_aborted)
            throw;
    }
    co_return timeoutWon<T>();
}

/// A race whose loser is dropped (a domain is given) or left alone (none is).
template <class T, class Handler>
class UncancelledRace : public std::enable_shared_from_this<UncancelledRace<T, Handler>>
{
public:
    UncancelledRace(World& world, VirtualExecutor executor, Handler handler)
        : m_world(world), m_executor(executor), m_handler(std::move(handler))
    {
    }

    void start(RaceLanes& lanes, const Deadline& deadline, boost::asio::awaitable<T> work)
    {
        // Held by the two handlers alone. A race whose caller is dropped goes with them.
        auto self = this->shared_from_this();
        VirtualExecutor workExecutor = m_executor;
        if (m_world.model() == CancelModel::drop) {
            m_workDomain = m_world.context().makeDomain(m_executor.domain());
            // Below the caller's domain: to drop the caller drops the work as well. The timer stays in the caller's own, as
            // it is the timer's handler that drops the work.
            workExecutor = m_executor.withDomain(*m_workDomain);
        }
        // The timeout first: at a tie it wins.
        waitFor(m_world, lanes.whenFired(), deadline,
                boost::asio::bind_cancellation_slot(
                    m_timerCancellation.slot(),
                    boost::asio::bind_executor(m_executor, [self](boost::system::error_code error) {
                        if (!error)
                            self->timeoutWins();
                    })));
        if constexpr (std::is_void_v<T>)
            spawn(workExecutor, std::move(work), [self](std::exception_ptr error) {
                self->workEnds(std::move(error), Winner::work);
            });
        else
            spawn(workExecutor, std::move(work), [self](std::exception_ptr error, T value) {
                self->workEnds(std::move(error), RaceResult<T>{Winner::work, std::move(value)});
            });
    }

private:
    template <class Ended>
    void spawn(const VirtualExecutor& executor, boost::asio::awaitable<T> work, Ended ended)
    {
        // With a slot only where it can be needed: in a JavaScript race the work must not see that it could be cancelled.
        if (m_workDomain)
            boost::asio::co_spawn(executor, std::move(work),
                                  boost::asio::bind_cancellation_slot(m_workCancellation.slot(), std::move(ended)));
        else
            boost::asio::co_spawn(executor, std::move(work), std::move(ended));
    }

    void timeoutWins()
    {
        // The work ended in this very instant, and the cancel of the timer came when it was in the ready queue.
        if (m_over)
            return;
        if (m_workDomain)
            // Before the caller hears of it: the destructors of the work have run when the race is over.
            dropAll(m_world, *m_workDomain, m_workCancellation);
        finish(nullptr, timeoutWon<T>());
    }


    void workEnds(std::exception_ptr error, ResultOf<T> result)
    {
        if (m_over)
            return; // the loser of a JavaScript race: nobody listens any more
        // Or the run would last until the timeout, with nobody waiting for it.
        m_timerCancellation.emit(boost::asio::cancellation_type::all);
        finish(std::move(error), std::move(result));
    }

    void finish(std::exception_ptr error, ResultOf<T> result)
    {
        m_over = true;
        // The handler is moved out: it owns the caller's frames, which must not live as long as a loser that goes on.
        boost::asio::dispatch(m_executor, [handler = std::move(m_handler), error = std::move(error),
                                           result = std::move(result)]() mutable {
            std::move(handler)(std::move(error), std::move(result));
        });
    }

    World& m_world;
    VirtualExecutor m_executor;
    Handler m_handler;
    std::optional<DomainId> m_workDomain;
    boost::asio::cancellation_signal m_timerCancellation;
    boost::asio::cancellation_signal m_workCancellation; ///< under drop, for what the domain alone does not reach
    bool m_over = false;
};

template <class T>
boost::asio::awaitable<ResultOf<T>> raceWithoutCancelling(World& world, RaceLanes& lanes, VirtualExecutor executor,
                                                          Deadline deadline, boost::asio::awaitable<T> work)
{
    co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>,
                                                   void(std::exception_ptr, ResultOf<T>)>(
        [&world, &lanes, executor, deadline](auto handler, boost::asio::awaitable<T> raced) {
            auto race = std::make_shared<UncancelledRace<T, decltype(handler)>>(world, executor, std::move(handler));
            race->start(lanes, deadline, std::move(raced));
        },
        boost::asio::use_awaitable, std::move(work));
}

} // namespace race_detail

namespace race_detail {

constexpr const char* strandHasNoDomain = "a race() on a strand cannot be dropped or left to go on: of what waits in the strand's "
                                          "queue nobody knows whose it is. Race on the coroutine's own executor, or choose Asio cancel.";

} // namespace race_detail

/// Runs `work` until it is done or the timeout fires, whichever comes first; at a tie the timeout, which is registered
/// first, wins. What then happens to the work is the run's CancelModel:
///  - asio: it is cancelled by the real operator||, and the race is over when it has finished unwinding; with CancelOn::operation
///    (of the run's own timeout) see raceByStopping();
///  - drop: its frames are destroyed where they are suspended, before the race is over;
///  - eager: nothing; it goes on.
/// Without a timeout there is no race: the work is simply awaited. Rethrows what the work throws, if the work wins.
/// T is movable, and outside of the asio model default-constructible, as co_spawn calls its handler with T() after an
/// exception (boost/asio/impl/co_spawn.hpp).
/// Returns the Winner, with the work's value if it has one. To be awaited on a coroutine of a World.
template <class T>
boost::asio::awaitable<race_detail::ResultOf<T>> race(RaceTimeout timeout, boost::asio::awaitable<T> work)
{
    using Result = race_detail::ResultOf<T>;
    const boost::asio::any_io_executor executor = co_await boost::asio::this_coro::executor;
    World* const world = World::of(executor);
    if (!world)
        throw std::logic_error("race() runs only in the world of a simulation");

    race_detail::RaceLanes lanes{*world, timeout.deadline};
    std::optional<Result> result;
    if (timeout.deadline.isNever()) {
        if constexpr (std::is_void_v<T>) {
            co_await std::move(work);
            result = Winner::work;
        } else {
            // Bound first: g++ 12 copies what is awaited inside an aggregate's braces out of a frame that is gone.
            T value = co_await std::move(work);
            result = RaceResult<T>{Winner::work, std::move(value)};
        }
    } else if (race_detail::isByStopping(*world, timeout.deadline)) {
        result = co_await race_detail::raceByStopping(*world, lanes, executor, timeout.deadline, std::move(work));
    } else if (world->model() == CancelModel::asio) {
        result = co_await race_detail::raceByCancelling(*world, lanes, timeout.deadline, std::move(work));
    } else {
        const VirtualExecutor* const own = virtualExecutorOf(executor);
        if (!own)
            throw std::logic_error(race_detail::strandHasNoDomain);
        result = co_await race_detail::raceWithoutCancelling(*world, lanes, *own, timeout.deadline, std::move(work));
    }
    if constexpr (std::is_void_v<T>)
        lanes.over(*result);
    else
        lanes.over(result->winner);
    co_return std::move(*result);
}

/// The timeout alone, for those who race by other means than race(), as a parallel_group does. Completes with void(error_code) when
/// it fires, and never if there is none; operation_aborted if it is cancelled, which it can be with every type of cancellation.
template <class CompletionToken = boost::asio::use_awaitable_t<>>
auto async_timeout(World& world, const Deadline& deadline, CompletionToken&& token = {})
{
    const auto fired = [&world, isOfRun = deadline.isOfRun] {
        if (isOfRun)
            world.recorder().timeoutFired();
    };
    return race_detail::waitFor(world, fired, deadline, std::forward<CompletionToken>(token));
}

} // namespace awaitscope
