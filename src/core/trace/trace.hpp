// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope {

/// What "the timeout cancels the work" means.
enum class CancelModel {
    asio,  ///< the real awaitable_operators::operator||: operation_aborted is thrown at the pending co_await
    drop,  ///< Rust: the frame is destroyed where it is suspended; destructors run, nothing else
    eager, ///< JavaScript: the loser of a race is not stopped
};

/// Under CancelModel::asio: what the run's timeout cancels. A stop in the tick of a completion is kept by one and lost by the other.
enum class CancelOn {
    coroutine, ///< its cancellation state, as || and co_spawn's slot do: it is sticky, and counts at the next await
    operation, ///< the operation that is pending, as its own slot or timer.cancel() does: one that has completed is not stopped
};

/// How an await ended. "after a cancel": the cancellation was requested before the await ended.
enum class AwaitEnd {
    resumed,   ///< with a value, or with an error that went into a variable (TraceAwait::error)
    cancelled, ///< operation_aborted was thrown, after a cancel
    dropped,   ///< the frame was destroyed while it was suspended here
    threw,     ///< any other exception
    refused,   ///< Asio threw before the await started (a cancellation is sticky); begin = end
    pending,   ///< nothing was left to run, and it was still waiting
};

/// The two windows of an await in which a cancel can come.
enum class AwaitWindow {
    pending,   ///< its operation is under way
    completed, ///< its operation has completed, and its coroutine has not been resumed yet
};

enum class CoroutineEnd { returned, threw, cancelled, dropped, running };

enum class Winner { work, timeout };

/// In order of gravity; the worst of several checks is the greatest.
enum class Verdict { notApplicable, holds, violated };

/// What left an await as an exception, or what it was resumed with by way of a variable (redirect_error, as_tuple, a group).
struct TraceError
{
    std::string type; ///< of the exception; "boost::system::error_code" if it was none
    std::string what; ///< "operation_aborted", or the words of the code or of the exception

    friend bool operator==(const TraceError&, const TraceError&) = default;
};

/// What became of an exception.
enum class Seen {
    caught,   ///< in the coroutine at whose await it arrived
    passedOn, ///< it left that coroutine for whoever waits for it
    nobody,   ///< it left that coroutine, and nobody was told: swallowed by ||, or by detached
};

struct TraceCoroutine
{
    int id = 0;
    std::string name;
    std::optional<int> parent; ///< who called or spawned it, if that is a coroutine of the lesson
    std::string file;          ///< relative to the lesson
    int line = 0;              ///< of its definition
    VirtualTime begin;
    std::optional<VirtualTime> end; ///< empty while running
    CoroutineEnd how = CoroutineEnd::running;
    std::optional<TraceError> error = std::nullopt; ///< that left it
    std::optional<Seen> seen = std::nullopt;        ///< passedOn or nobody, where there is an error
};

struct TraceAwait
{
    int id = 0;
    int number = 0; ///< 1.. in order of first suspension without a timeout; 0 if it cannot be a target
    bool onlyAfterCancel = false; ///< reached only because of the cancel; its number follows all others
    int coroutine = 0;
    std::string what; ///< "channel.send"
    std::string file;
    int line = 0;
    VirtualTime begin;
    std::optional<VirtualTime> end; ///< empty while pending
    AwaitEnd how = AwaitEnd::pending;
    /// When its operation had completed and its coroutine was still to be resumed: AwaitWindow::completed, which takes
    /// no time. Empty if there is no such window, or if the await bears no number of the run without a timeout.
    std::optional<VirtualTime> completed = std::nullopt;
    bool firedCompleted = false; ///< the timeout fired in that window: the result was on its way
    /// Of several operations that it waits for at once, that of the first counts, after which it is named.
    std::optional<TraceError> error = std::nullopt;
    std::optional<Seen> seen = std::nullopt; ///< if it threw: where that went; empty: the run was over before it went anywhere
    /// If it was caught: the line of the handler, where the text of the coroutine says which one it was.
    std::optional<int> caughtLine = std::nullopt;
};

/// A coroutine that was spawned, by co_spawn, || or whatever stands on them, and not called. Between that and its first step lies
/// a third window in which a cancel can come: then its body never runs.
struct TraceStart
{
    int number = 0; ///< 1.. in the order of the run without a timeout; 0: the run without a timeout does not spawn it, or it came after the timeout
    std::optional<int> coroutine; ///< empty: it never took its first step
    std::string what;             ///< the coroutine's name
    std::string file;
    int line = 0; ///< of its definition
    VirtualTime spawned;
    std::optional<VirtualTime> begun; ///< its first step
    /// False: it is taken in the turn that spawns it, as Asio dispatches it, and no cancel can come between.
    bool isQueued = false;
    bool fired = false; ///< the timeout fired in that window
};

/// Something that happened to the world and stays: a cache write.
struct TraceEffect
{
    std::string what;   ///< "cache.set"
    std::string detail; ///< "user/42 → v2"
    std::optional<int> coroutine;
    std::string file;
    int line = 0;
    VirtualTime at;
};

/// An effect of the same run without a timeout that this run lacks.
struct LostEffect
{
    std::string what;
    std::string detail;
    std::string file;
    int line = 0;
    VirtualTime wouldBeAt;
};

/// A row of the world: "race" and "timeout" (kind "caller"), those of further races (kind "race"), "downstream", "client" (kind "world"), "cache" (kind "state").
struct TraceLane
{
    std::string id;
    std::string name;
    std::string kind;
};

struct TraceSpan
{
    std::string lane; ///< TraceLane::id
    std::string kind; ///< "waiting", "working", "not ready"
    VirtualTime begin;
    std::optional<VirtualTime> end;
    std::string text;
};

/// From `at` on, until the lane's next value, this is what the lane holds.
struct TraceValue
{
    std::string lane;
    VirtualTime at;
    std::string text;
};

struct TraceLogLine
{
    VirtualTime at;
    std::string text;
};

struct TraceCheck
{
    std::string id; ///< of the manifest; empty: that of the check with the same text
    std::string text;
    Verdict verdict = Verdict::notApplicable;
    std::string why;
    std::string word = {}; ///< its verdict in this run in a word or two, "lost on its way"; empty: the manifest's for the verdict
    bool isLiveness = false; ///< something has to happen at all; there only where it does not: see CheckSpec
};

/// A race() of the run. Those that do not wait for the run's own timeout have lanes of their own ("race 2", "timeout 2"), which
/// races that do not overlap share.
struct TraceRace
{
    std::string lane;         ///< TraceLane::id
    std::optional<int> await; ///< of which race() is the operand, if that is one of the lesson
    bool isOfRun = false;     ///< it waits for the run's own timeout
    VirtualTime begin;
    std::optional<VirtualTime> end; ///< empty if nothing was left to run before
    std::optional<VirtualTime> firedAt;
    std::optional<Winner> winner; ///< empty if it threw, was dropped, or has not ended
};

/// How a run ended.
enum class RunEnd {
    finished, ///< the root coroutine returned; others may wait for ever
    stuck,    ///< the root coroutine waits, and nothing is left that could end it
    spins,    ///< the same instant for ever: no await of it takes time
    threw,    ///< an exception left the root coroutine
    crashed,  ///< the process that ran it did not survive it: of a crash, a loop or memory without an end, exit(), what is refused
};

struct TraceEnd
{
    RunEnd how = RunEnd::finished;
    VirtualTime at;
    std::string why;                      ///< a sentence; empty if it finished; what it died of if it crashed
    std::optional<TraceError> error = {}; ///< if it threw
    std::string file = {}; ///< of the await that waits, spins or threw, or where it crashed; empty if it is none of the lesson's
    int line = 0;

    friend bool operator==(const TraceEnd&, const TraceEnd&) = default;
};

/// One step of the run, in the order in which it happened: several can share a microsecond.
struct TraceEvent
{
    enum class Kind {
        coroutineBegan,  ///< index into coroutines
        coroutineEnded,  ///< index into coroutines
        awaitSuspended,  ///< index into awaits
        awaitEnded,      ///< index into awaits
        effect,          ///< index into effects
        value,           ///< index into values
        spanBegan,       ///< index into spans
        spanEnded,       ///< index into spans
        logged,          ///< index into log
        timeoutFired,    ///< index 0
        raceOver,        ///< index 0
    };
    Kind kind{};
    int index = 0;
    VirtualTime at;
};

/// Trace::recipient of most lessons.
inline constexpr std::string_view theClient = "the client";

/// All that a run did; of one that crashed, up to there: nobody has asked its checks then. Built once by simulate(), never changed. See resources/trace.schema.json for the JSON form.
struct Trace
{
    std::string scenario; ///< the scenario string that gives this run again
    std::string lesson;
    std::string variant;
    CancelModel model = CancelModel::asio;
    CancelOn cancelOn = CancelOn::coroutine;
    std::vector<std::pair<std::string, VirtualDuration>> parameters;
    std::optional<VirtualDuration> timeout; ///< empty: no timeout
    std::optional<int> await;               ///< the await the timeout was aimed at
    AwaitWindow awaitWindow = AwaitWindow::pending; ///< and when
    std::optional<int> start; ///< the start the timeout was aimed at: the window before a spawned coroutine's first step
    std::optional<VirtualTime> firedAt;
    VirtualTime end; ///< nothing was left to run, or it crashed
    std::optional<Winner> winner; ///< of the race that waits for the run's timeout, as is what follows
    std::optional<VirtualTime> raceOverAt;

    std::vector<TraceCoroutine> coroutines;
    std::vector<TraceAwait> awaits;
    std::vector<TraceStart> starts;
    std::vector<TraceEffect> effects;
    std::vector<LostEffect> lost;
    std::vector<TraceLane> lanes;
    std::vector<TraceSpan> spans;
    std::vector<TraceValue> values;
    std::vector<TraceLogLine> log;
    std::vector<TraceCheck> checks;
    std::vector<TraceRace> races;
    std::vector<TraceEvent> events;
    TraceEnd ended;
    std::string callerOutcome; ///< "timeout won: answers from the cache"
    std::string clientOutcome; ///< "gets v1, three weeks old"
    std::string recipient{theClient}; ///< who that is said of; empty: it begins with who it is, "ann gets ANN"
    int subject = 0;           ///< id of the coroutine the lesson is about; 0 if it never began
};

/// "the client gets v2", "collect gets A, B"; empty: nothing is said of it.
std::string whoGetsWhat(const std::string& recipient, const std::string& clientOutcome);
std::string whoGetsWhat(const Trace& trace);

/// The worst verdict of all checks.
Verdict verdictOf(const Trace& trace);

/// "asio", "drop", "eager" and their like, as in scenario strings and JSON.
std::string_view toText(CancelModel model);
std::string_view toText(CancelOn target);
std::string_view toText(AwaitEnd end);
std::string_view toText(AwaitWindow window);
std::string_view toText(CoroutineEnd end);
std::string_view toText(Winner winner);
std::string_view toText(Verdict verdict);
std::string_view toText(RunEnd end);
std::string_view toText(Seen seen);
std::string_view toText(TraceEvent::Kind kind);
std::optional<CancelModel> tryParseCancelModel(std::string_view text);
std::optional<CancelOn> tryParseCancelOn(std::string_view text);

} // namespace awaitscope
