// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/virtual_context.hpp"
#include "core/trace/flying_exceptions.hpp"
#include "core/trace/source_index.hpp"
#include "core/trace/trace.hpp"

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace awaitscope {

class World;

/// The sources whose coroutines are recorded; all others (Asio's, the world's) are hidden.
class SourceSet
{
public:
    SourceSet() = default;
    /// `slug` is the lesson's folder; a compiler's file name belongs to a source if it ends in "/slug/NAME".
    SourceSet(std::string slug, std::vector<SourceIndex> sources);

    const std::vector<SourceIndex>& sources() const { return m_sources; }
    /// Position in sources(), or -1.
    int find(std::string_view compilerFileName) const;

private:
    std::vector<SourceIndex> m_sources;
    std::vector<std::string> m_tails; ///< of each, "slug/NAME": how a compiler's name of it ends
};

/// What a run did, as it was recorded: the raw material of a Trace. Ids are positions plus 1; 0 is "none".
struct Recording
{
    using AwaitId = std::uint32_t;

    struct Coroutine
    {
        int source = -1;
        // Compilers disagree about which; SourceIndex makes one of them.
        int line = 0; ///< any line of its function
        Origin parent = 0;
        bool called = false; ///< its parent awaits it, and is not going on by itself
        VirtualTime begin;
        std::optional<VirtualTime> end;
        CoroutineEnd how = CoroutineEnd::running;
        std::shared_ptr<const TraceError> error; ///< that left it, if it was thrown in its own body
        AwaitId passedOn = 0;                    ///< the await whose exception left it
        bool nobodySaw = false;                  ///< what left it
    };
    struct Await
    {
        Origin coroutine = 0;
        int source = -1;
        int line = 0;               ///< any line of its statement
        std::string_view operation; ///< the operation's own name; empty if it has none
        bool hasChildren = false; ///< waits for coroutines of the lesson: no leaf
        VirtualTime begin;
        std::optional<VirtualTime> end;
        AwaitEnd how = AwaitEnd::pending;
        /// Its operation had completed and its coroutine had not been resumed yet: here is the await's second window.
        /// Empty if it has none: it still waits, or nothing came between the two.
        std::optional<VirtualTime> completed;
        std::uint32_t completion = 0; ///< which of the coroutine's tasks, counted from its suspension, it then lay in
        bool firedCompleted = false; ///< the timeout fired in that window
        boost::system::error_code error; ///< of its first operation, or of what was thrown
        std::shared_ptr<const TraceError> thrown; ///< if it was no system_error
        std::optional<Seen> seen;
    };
    struct Race
    {
        int slot = 1; ///< 1: the lanes "race" and "timeout"
        AwaitId await = 0;
        bool isOfRun = false;
        VirtualTime begin;
        std::optional<VirtualTime> end;
        std::optional<VirtualTime> firedAt;
        std::optional<Winner> winner;
        std::size_t span = 0;
        std::optional<std::size_t> timeoutSpan;
    };
    /// A coroutine that co_spawn started: its own way or the world's, by || or by a race.
    struct Spawn
    {
        VirtualTime at;
        std::optional<VirtualTime> begun; ///< its first step
        Origin coroutine = 0;             ///< of the lesson, that took it; 0: none, or it was never taken
        /// The first step was a task of its own, which had to wait for its turn: here is the window before it. Otherwise it
        /// was taken in the turn that spawned it, and nothing could come between.
        bool isQueued = false;
        bool firedBefore = false; ///< the timeout fired in that window
        DomainId domain = 0;      ///< of whoever spawned it
        Ticket task = 0;          ///< in which it was spawned; 0: before the context ran
        Origin by = 0;            ///< the coroutine in whose turn it was spawned
        AwaitId await = 0;        ///< of that one, which was waiting, as that of a race is; 0: none, it spawned by itself
    };
    /// Which of the spawns of one coroutine: they are the same in every run until the timeout fires, but for those of races,
    /// which a run without a timeout does not spawn.
    struct SpawnPlace
    {
        Origin by = 0;
        AwaitId await = 0;
        int occurrence = 0; ///< of those at that place, from 1; 0: none

        friend bool operator==(const SpawnPlace&, const SpawnPlace&) = default;
        friend auto operator<=>(const SpawnPlace&, const SpawnPlace&) = default;
    };

    struct Effect
    {
        std::string what;
        std::string detail;
        Origin coroutine = 0;
        int source = -1;
        int line = 0;
        VirtualTime at;
    };

    std::vector<Coroutine> coroutines;
    std::vector<Await> awaits;
    std::vector<Effect> effects;
    std::vector<TraceLane> lanes;
    std::vector<TraceSpan> spans;
    std::vector<TraceValue> values;
    std::vector<TraceLogLine> log;
    std::vector<TraceEvent> events;
    std::vector<Race> races;
    std::vector<Spawn> spawns;
    std::size_t spawnsBeforeTimeout = ~std::size_t{0}; ///< how many of them there were when it fired
    std::optional<VirtualTime> firedAt;
    std::optional<VirtualTime> raceOverAt;
    std::optional<Winner> winner;
    VirtualTime end;

    /// As it was when only the first `count` events had happened: what began later is not there, what ended later has not ended.
    void keepFirst(std::size_t count);
};

/// How far a run has got. Lies in memory that two processes share, so that one of them can tell when the other has died.
struct RunReached
{
    std::atomic<std::uint64_t> events = 0; ///< that were told, those too that a later one took the place of
    std::atomic<std::int64_t> now = 0;     ///< virtual time in microseconds
    std::atomic<std::uint32_t> isTimed = 0; ///< 1: the run has a timeout, as whoever makes it says
};

/// Why a run must not be shown: what it would tell is not true.
struct Refusal
{
    std::string message;
    std::string file;
    int line = 0;
    bool isFault = true; ///< of the code
};

/// How the message of a Refusal by Recorder::refuseDrop() begins.
constexpr std::string_view refusedDrop = "Rust drop cannot take ";

/// Of one coroutine that is spawned: cancels the operation that its chain of coroutines waits for, and not the chain, whose
/// cancellation state hears nothing of it. Finds nothing where no operation is pending, and does nothing once it has ended.
class OperationStop
{
public:
    void operator()() const
    {
        if (m_frame)
            m_stop(m_frame);
    }
    void connect(void* frame, void (*stop)(void*))
    {
        m_frame = frame;
        m_stop = stop;
    }
    void disconnect() { m_frame = nullptr; }

private:
    void* m_frame = nullptr;
    void (*m_stop)(void*) = nullptr;
};

/// Records one run. The promise of every coroutine and the world report here; it is reached through their executor,
/// so that a run in a module of its own finds its own recorder. Lives as long as the run.
class Recorder final : public ExecutionObserver
{
public:
    using AwaitId = Recording::AwaitId;
    using RaceId = std::size_t;
    using SpawnId = std::uint32_t; ///< position in Recording::spawns plus 1

    /// `sources` outlives the recorder. attach() before the context runs; the recorder outlives the context, whose
    /// coroutines report their end when it goes.
    explicit Recorder(const SourceSet& sources);
    void attach(VirtualContext& context) { m_context = &context; }

    /// For runs of so many coroutines that nobody will look at each: it is there for those who ask it who they are, and keeps nothing.
    void recordNothing() { m_finished = true; }
    /// False after that, and after finish().
    bool isRecording() const { return !m_finished; }

    /// The run's world, for those who only have a coroutine's executor. Opaque here: it lies in a layer above.
    void setWorld(World* world) { m_world = world; }
    World* world() const { return m_world; }

    /// The recorder of a context that simulate() made; null for any other.
    /// No dynamic_cast: asked at the start of every coroutine, and there is no other ExecutionObserver.
    static Recorder* of(const VirtualContext& context) { return static_cast<Recorder*>(context.observer()); }

    // ExecutionObserver
    Origin enter(Origin origin) override;
    Origin current() const override { return m_current; }
    std::uint32_t starts() override;
    void fails(std::uint32_t part, const boost::system::error_code& error) override;
    void queued(Origin origin, Ticket ticket) override;
    void begins(Origin origin, Ticket ticket) override;
    void blocks() override;

    // From the promise. 0 is returned for what is hidden; the other calls take it and do nothing.
    Origin coroutineBegan(const std::source_location& where, DomainId domain)
    {
        // Most coroutines are Asio's own, one for each operation: they are out of here first.
        const int source = sourceOf(where.file_name());
        return source < 0 || m_finished ? 0 : beginCoroutine(source, static_cast<int>(where.line()), domain);
    }
    void coroutineEnded(Origin coroutine, CoroutineEnd how);
    AwaitId awaitSuspended(Origin coroutine, const std::source_location& where);
    void awaitEnded(AwaitId await, AwaitEnd how);
    void awaitRefused(Origin coroutine, const std::source_location& where);
    /// Before its end is told: what it throws.
    void awaitThrows(AwaitId await, const boost::system::error_code& error);
    void awaitThrows(AwaitId await, TraceError error);
    /// The exception itself, which may have left other coroutines before it came here.
    void exceptionArrives(AwaitId await, const std::exception_ptr& exception);
    /// It leaves `coroutine`, which then ends. `isOfAwait`: as it arrived at its last await; otherwise `own` tells it.
    void exceptionLeaves(Origin coroutine, const std::exception_ptr& exception, bool isOfAwait, std::optional<TraceError> own);
    /// What `await` was resumed with holds the exceptions of what it waited for, in a variable.
    void exceptionsAreInVariable(AwaitId await);
    /// Somebody who is no coroutine of the lesson has looked at it.
    void exceptionSeen(const std::exception_ptr& exception);
    // From the entry point of what is spawned.
    SpawnId spawned();
    /// That of whatever is spawned next, which takes it.
    std::shared_ptr<const OperationStop> stopOfNextSpawn() { return m_nextStop = std::make_shared<OperationStop>(); }
    std::shared_ptr<OperationStop> takeStop() { return std::exchange(m_nextStop, nullptr); }
    void takesFirstStep(SpawnId spawn);
    /// Where a coroutine belongs that begins now and whose executor does not say so: to whoever calls or spawned it.
    DomainId domainOfNext() const;
    /// False when the run's budget of events is spent: the coroutine must not go on.
    bool spendEvent() { return m_context->spendEvent(); }

    // From the world and the race.
    /// Of the await that is just being started, if an operation is its operand. `name` is a literal: it is not copied.
    void nameOperation(std::string_view name);
    /// A lane that is there already stays as it was declared first.
    void addLane(std::string id, std::string name, std::string kind);
    /// Throws std::logic_error if nobody declared the lane: what is on it would be shown nowhere.
    std::size_t beginSpan(std::string_view lane, std::string_view kind, std::string text);
    void endSpan(std::size_t span);
    /// Likewise.
    void setValue(std::string_view lane, std::string text);
    void addEffect(std::string_view what, std::string detail, const std::source_location& where);
    void addLogLine(std::string text);
    /// For runs of code that nobody knows.
    struct LogWatch
    {
        std::size_t mostLines = 0;
        std::function<void()> flooded;   ///< there are more lines
        std::function<void()> finishing; ///< the last moment to add one
    };
    void watchLog(LogWatch watch) { m_logWatch = std::move(watch); }
    /// Called when the thread is asked to wait for virtual time; it may not return. For runs of code that nobody knows.
    void whenBlocked(std::function<void()> action) { m_onBlocked = std::move(action); }
    /// Where the run was when that happened first; empty: never.
    const std::optional<std::pair<std::string, int>>& blockedAt() const { return m_blockedAt; }
    /// `where` is told how far the run gets, and outlives it. For runs of code that nobody knows, as is the next.
    void tellReached(RunReached* where) { m_reached = where; }
    /// `action` is called when so many events have been told, in the midst of what the run does then; it may not return.
    void whenTold(std::uint64_t events, std::function<void()> action)
    {
        m_leftAfter = events;
        m_onLeave = std::move(action);
    }
    /// As of a run that ends now.
    Recording recordedSoFar() const;
    /// A race begins, with the timeout that it waits for, if that has a time. Its lanes are those of the run's race if `isOfRun`.
    RaceId beginRace(bool isOfRun, std::optional<VirtualDuration> timeout, std::string waits = "waits for the first of two");
    void timeoutFired(RaceId race);
    /// The run's timeout fires; once, also where several races wait for it, or none does.
    void timeoutFired();
    /// Without a winner if it threw or was dropped. Once: afterwards it does nothing.
    void endRace(RaceId race, std::optional<Winner> winner);
    /// The run's own timeout.
    bool hasFired() const { return m_recording.firedAt.has_value(); }

    /// `action` is called when the await to be watched has been recorded as suspended, before its operation starts; or,
    /// if a `completion` is given (Recording::Await::completion), when its operation has completed.
    void watchAwait(AwaitId id, std::uint32_t completion = 0) { m_watched = {id, completion}; }
    /// Likewise, when that coroutine has been spawned: what then completes first comes before its first step, if that is queued.
    void watchSpawn(const Recording::SpawnPlace& place) { m_watchedSpawn = place; }
    void whenWatchedAwaitGetsThere(std::function<void()> action) { m_onWatched = std::move(action); }

    /// A coroutine of the lesson within `domain` that has begun and not ended; 0 if there is none.
    Origin findRunning(DomainId domain) const;
    /// `coroutine` should have been dropped, and nothing can take it from where it waits: the run tells nothing that is true.
    void refuseDrop(Origin coroutine);
    /// What was asked for cannot be done with this program, which is no fault of its code. At the place where the run is.
    void refuse(std::string message);
    /// Why the run must not be shown, with its place; empty if it may.
    const std::optional<Refusal>& refusal() const { return m_refusal; }

    /// Nothing is recorded after this: what follows is only the tear-down. `failure` is what left the root, if anything did.
    Recording finish(const std::exception_ptr& failure = nullptr);

    /// "get_response at buggy.cpp:12", the coroutine that ran last, for errors; empty if none did.
    std::pair<std::string, int> whereabouts() const; ///< file, line
    std::string currentCoroutineName() const;
    /// The same for a signal's handler, which may not allocate: position in the sources or -1, line.
    std::pair<int, int> lastPlace() const { return m_lastPlace; }

private:
    /// Last of all that is recorded of it: the run may be left here.
    void note(TraceEvent::Kind kind, std::size_t index)
    {
        m_recording.events.push_back({kind, static_cast<int>(index), m_context->now()});
        if (++m_told == m_leftAfter || m_reached)
            tell();
    }
    void tell();
    int sourceOf(const char* compilerFileName)
    {
        // One string per file and module: comparing addresses first keeps the search off the hot path.
        for (const auto& [name, source] : m_sourceCache) {
            if (name == compilerFileName)
                return source;
        }
        return findSource(compilerFileName);
    }
    /// How far a coroutine is with its last await.
    struct Progress
    {
        AwaitId await = 0;
        bool hasPart = false;    ///< an operation was started for it
        std::uint32_t tasks = 0; ///< of the coroutine that have become ready since it suspended
        Ticket newest = 0;       ///< of those
        bool isQueued = false;   ///< and it has not begun yet
        VirtualTime queuedAt;
        Ticket firedAt = 0; ///< the newest when the timeout fired, if it was in the queue
    };

    void reached(AwaitId await, std::uint32_t completion);
    /// Source and line of its last await, else of its beginning.
    std::pair<int, int> placeOf(Origin coroutine) const;
    bool hasLane(std::string_view id) const;
    void mustHaveLane(std::string_view id) const;
    int findSource(const char* compilerFileName);
    Origin beginCoroutine(int source, int line, DomainId domain);
    void settleThrown(Origin coroutine, Seen seen);
    void settleFlying(const std::exception_ptr& failure);

    VirtualContext* m_context = nullptr;
    const SourceSet& m_sources;
    World* m_world = nullptr;
    Recording m_recording;
    bool m_finished = false;
    Origin m_current = 0;
    AwaitId m_startingAwait = 0; ///< suspended just now, its operand not started yet
    std::pair<AwaitId, std::uint32_t> m_watched;
    Recording::SpawnPlace m_watchedSpawn; ///< of those at its place, how many are still to come
    std::shared_ptr<OperationStop> m_nextStop;
    SpawnId m_steppingSpawn = 0; ///< takes its first step just now, and no coroutine has begun for it yet
    std::function<void()> m_onWatched;
    LogWatch m_logWatch;
    std::function<void()> m_onBlocked;
    std::optional<std::pair<std::string, int>> m_blockedAt;
    std::uint64_t m_told = 0; ///< events; those that were taken back count too, so that it tells the same moment of the same run
    std::uint64_t m_leftAfter = 0; ///< 0: the run is not left
    std::function<void()> m_onLeave;
    RunReached* m_reached = nullptr;
    std::vector<Progress> m_progress; ///< of each coroutine
    Ticket m_runningTask = 0;
    std::vector<std::pair<const char*, int>> m_sourceCache;
    Origin m_lastRan = 0;
    std::pair<int, int> m_lastPlace{-1, 0};
    std::vector<DomainId> m_domains; ///< of each coroutine
    FlyingExceptions m_flying;
    std::optional<Refusal> m_refusal;
};

} // namespace awaitscope
