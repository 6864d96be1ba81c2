// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_end.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

const TraceCoroutine* coroutineOf(const Trace& trace, int id)
{
    const auto found = std::ranges::find(trace.coroutines, id, &TraceCoroutine::id);
    return found == trace.coroutines.end() ? nullptr : &*found;
}

std::string placeOf(const std::string& file, int line) { return file + ':' + std::to_string(line); }

bool isParentWaiting(const Trace& trace, const TraceAwait& await)
{
    // Of a chain of coroutines only the last one waits for something; the others wait for the next in the chain.
    return std::ranges::any_of(trace.coroutines, [&](const TraceCoroutine& coroutine) {
        return coroutine.parent == await.coroutine && !coroutine.end && coroutine.begin >= await.begin;
    });
}

/// "run waits on ch.async_receive (case.cpp:9) since 0 ms"
std::string waitersOf(const Trace& trace, TraceEnd& end)
{
    constexpr int mostTold = 3;
    std::string told;
    int count = 0;
    for (const TraceAwait& await : trace.awaits) {
        if (await.how != AwaitEnd::pending || isParentWaiting(trace, await))
            continue;
        if (++count > mostTold)
            continue;
        if (count == 1) {
            end.file = await.file;
            end.line = await.line;
        }
        const TraceCoroutine* const coroutine = coroutineOf(trace, await.coroutine);
        told += (told.empty() ? "" : "; ") + (coroutine ? coroutine->name : std::string{"A coroutine"}) + " waits on " + await.what
                + " (" + placeOf(await.file, await.line) + ") since " + toReadableText(await.begin);
    }
    if (count > mostTold)
        told += "; and " + std::to_string(count - mostTold) + " more wait";
    return told.empty() ? "The root coroutine waits" : told;
}

/// Where what left the root was thrown: from the root down to the coroutine at whose await, or in whose body, it began.
void findThrower(const Trace& trace, TraceEnd& end)
{
    const TraceCoroutine* thrower = nullptr;
    for (const TraceCoroutine& coroutine : trace.coroutines) {
        if (!coroutine.parent && coroutine.error && coroutine.end == end.at) {
            thrower = &coroutine;
            break;
        }
    }
    while (thrower) {
        end.file = thrower->file;
        end.line = thrower->line;
        const TraceAwait* last = nullptr;
        for (const TraceAwait& await : trace.awaits) {
            if (await.coroutine == thrower->id)
                last = &await;
        }
        if (!last)
            return;
        end.line = last->line;
        const bool isOfAwait = last->error && last->end == thrower->end && last->seen == Seen::passedOn;
        const auto below = std::ranges::find_if(trace.coroutines, [&](const TraceCoroutine& coroutine) {
            return coroutine.parent == thrower->id && coroutine.begin >= last->begin && coroutine.error && coroutine.end == thrower->end
                   && coroutine.error == thrower->error;
        });
        thrower = isOfAwait && below != trace.coroutines.end() ? &*below : nullptr;
    }
}

/// The first that is spawned is the root. Where it is the lesson's caller it has no start, and no timeout comes before it.
bool isCancelledAtStart(const Trace& trace, const TraceError& error)
{
    return error.what == "operation_aborted" && !trace.starts.empty() && trace.starts.front().number == 1 && trace.starts.front().fired && !trace.starts.front().coroutine
           && trace.coroutines.empty();
}

} // namespace

TraceEnd tellEnd(const Trace& trace, const RootEnd& root)
{
    TraceEnd end;
    end.at = root.at.value_or(trace.end);
    if (root.isSpinning) {
        end.how = RunEnd::spins;
        end.file = root.lastFile;
        end.line = root.lastLine;
        const auto last = std::ranges::find_if(trace.awaits, [&](const TraceAwait& await) {
            return await.file == end.file && await.line == end.line;
        });
        end.why = "At " + toReadableText(end.at) + " the run goes on for ever without time passing"
                  + (last == trace.awaits.end() ? std::string{}
                                                : "; last at " + last->what + " (" + placeOf(end.file, end.line) + ')')
                  + ". What is shown is how it begins.";
    } else if (root.error && isCancelledAtStart(trace, *root.error)) {
        end.how = RunEnd::threw;
        end.error = root.error;
        end.why = "The root coroutine was cancelled before its first step, so that its body never ran. " + root.error->type + " ("
                  + root.error->what + ')'
                  + (root.leftRun ? " left the context's run(), and its completion handler was not called." : " left it.");
    } else if (root.error) {
        end.how = RunEnd::threw;
        end.error = root.error;
        findThrower(trace, end);
        const bool isOfCoroutine = std::ranges::any_of(trace.coroutines, [&](const TraceCoroutine& coroutine) {
            return !coroutine.parent && coroutine.error && coroutine.end == end.at;
        });
        end.why = root.error->type + (root.error->what.empty() ? "" : " (" + root.error->what + ')')
                  + (isOfCoroutine ? " left the root coroutine" : " left a handler")
                  + (end.file.empty() ? "" : "; it came from " + placeOf(end.file, end.line)) + '.';
    } else if (root.isDropped) {
        end.why = "The timeout dropped the root coroutine.";
    } else if (!root.at) {
        end.how = RunEnd::stuck;
        end.why = waitersOf(trace, end) + "; nothing is left that could end it.";
    }
    return end;
}

std::optional<Diagnostic> faultOf(const Trace& trace)
{
    const TraceEnd& end = trace.ended;
    const auto coroutineAt = [&]() -> std::string {
        for (auto await = trace.awaits.rbegin(); await != trace.awaits.rend(); ++await) {
            if (await->file == end.file && await->line == end.line) {
                if (const TraceCoroutine* const coroutine = coroutineOf(trace, await->coroutine))
                    return coroutine->name;
            }
        }
        return trace.coroutines.empty() ? "the program" : trace.coroutines.back().name;
    };
    if (end.how == RunEnd::crashed)
        return Diagnostic{end.why, end.file, end.line, true};
    if (end.how == RunEnd::spins)
        return Diagnostic{coroutineAt() + " does not come to an end: " + std::to_string(mostEventsAtOnce)
                              + " events were run and it still goes on. Let its loop wait for time to pass, or end.",
                          end.file, end.line, true};
    // A cancel is no fault of the code that it stops, nor where Asio 1.26 lets its exception go.
    if (end.how != RunEnd::threw || !end.error || isCancelledAtStart(trace, *end.error))
        return std::nullopt;
    const auto root = std::ranges::find_if(trace.coroutines, [&](const TraceCoroutine& coroutine) {
        return !coroutine.parent && coroutine.error && coroutine.end == end.at;
    });
    const bool isOfCoroutine = root != trace.coroutines.end();
    // A group that is cancelled throws its parts.
    const bool isCancelledGroup = end.error->type == "boost::asio::multiple_exceptions" && end.error->what == "first: operation_aborted";
    if (isOfCoroutine && (root->how == CoroutineEnd::cancelled || isCancelledGroup))
        return std::nullopt;
    const std::string what = end.error->type == "unknown" ? "an exception" : "the exception \"" + end.error->what + '"';
    const std::string where = isOfCoroutine ? "caller" : "handler";
    return Diagnostic{what + (isOfCoroutine ? " left the caller" : " left a handler") + "; the last coroutine to run was " + coroutineAt()
                          + ". Catch it in the " + where + ", or let the work not throw it.",
                      end.file, end.line, true};
}

} // namespace awaitscope
