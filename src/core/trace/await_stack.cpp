// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/await_stack.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>

namespace awaitscope {

std::vector<AwaitStack> awaitStacksAt(const Trace& trace, VirtualTime at)
{
    // By the order of events and not by times: in one instant a coroutine can begin, call, be resumed and wait again.
    std::map<int, const TraceAwait*> waits;    // coroutine id -> what it waits at
    std::map<int, const TraceAwait*> calledBy; // coroutine id -> the await that waits for it
    std::set<int> running;                     // coroutine ids
    for (const TraceEvent& event : trace.events) {
        if (event.at > at)
            break;
        const auto index = static_cast<std::size_t>(event.index);
        if (event.kind == TraceEvent::Kind::coroutineBegan) {
            const TraceCoroutine& coroutine = trace.coroutines[index];
            running.insert(coroutine.id);
            // As the recorder sees it: what begins while its parent waits is what that waits for.
            const auto parent = coroutine.parent ? waits.find(*coroutine.parent) : waits.end();
            if (parent != waits.end())
                calledBy[coroutine.id] = parent->second;
        } else if (event.kind == TraceEvent::Kind::coroutineEnded) {
            running.erase(trace.coroutines[index].id);
            waits.erase(trace.coroutines[index].id);
        } else if (event.kind == TraceEvent::Kind::awaitSuspended) {
            waits[trace.awaits[index].coroutine] = &trace.awaits[index];
        } else if (event.kind == TraceEvent::Kind::awaitEnded) {
            waits.erase(trace.awaits[index].coroutine);
        }
    }

    std::set<const TraceAwait*> ofOthers;
    for (const int coroutine : running) {
        if (const auto by = calledBy.find(coroutine); by != calledBy.end())
            ofOthers.insert(by->second);
    }
    std::vector<AwaitStack> stacks;
    for (const TraceAwait& await : trace.awaits) {
        const auto waiting = waits.find(await.coroutine);
        if (waiting == waits.end() || waiting->second != &await || ofOthers.contains(&await))
            continue;
        AwaitStack stack{{await.coroutine}, await.id};
        for (auto by = calledBy.find(await.coroutine); by != calledBy.end(); by = calledBy.find(by->second->coroutine)) {
            // A caller that was resumed early, as by a race that leaves its loser running, waits for it no longer.
            const auto caller = waits.find(by->second->coroutine);
            if (caller == waits.end() || caller->second != by->second)
                break;
            stack.coroutines.push_back(by->second->coroutine);
        }
        std::ranges::reverse(stack.coroutines);
        stacks.push_back(std::move(stack));
    }
    return stacks;
}

} // namespace awaitscope
