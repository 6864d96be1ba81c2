// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/scope_coroutines.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace awaitscope {

namespace {

std::vector<std::string> keysOf(const Trace& trace)
{
    std::vector<std::string> keys;
    std::map<int, std::string> keyOfId;
    std::map<std::string, int> seen;
    for (const TraceCoroutine& coroutine : trace.coroutines) {
        std::string key = coroutine.parent ? keyOfId[*coroutine.parent] + '/' : std::string{};
        key += coroutine.name;
        if (const int earlier = seen[key]++; earlier > 0)
            key += '#' + std::to_string(earlier);
        keyOfId[coroutine.id] = key;
        keys.push_back(std::move(key));
    }
    return keys;
}

/// Whether it waits for an operation, and does not stand for a coroutine that it called.
bool isOfAnOperation(const TraceAwait& await, const Trace& trace)
{
    return std::ranges::none_of(trace.coroutines, [&](const TraceCoroutine& child) {
        return child.parent == await.coroutine && child.begin == await.begin && child.end == await.end;
    });
}

std::set<int> shownCoroutines(const Trace& trace)
{
    std::set<int> ids;
    if (trace.subject != 0)
        ids.insert(trace.subject);
    for (const TraceAwait& await : trace.awaits) {
        if (await.number > 0)
            ids.insert(await.coroutine);
    }
    // What was spawned has no numbers, as no timeout meets it; in the same file it is the same story.
    const auto subject = std::ranges::find(trace.coroutines, trace.subject, &TraceCoroutine::id);
    for (const TraceCoroutine& coroutine : trace.coroutines) {
        const bool isBeside = subject != trace.coroutines.end() && coroutine.file == subject->file;
        const auto waits = [&](const TraceAwait& await) { return await.coroutine == coroutine.id && isOfAnOperation(await, trace); };
        if (isBeside && std::ranges::any_of(trace.awaits, waits))
            ids.insert(coroutine.id);
    }
    // One that may never have waited: that it threw would be seen nowhere.
    for (const TraceCoroutine& coroutine : trace.coroutines) {
        if (coroutine.how == CoroutineEnd::threw && coroutine.seen == Seen::nobody)
            ids.insert(coroutine.id);
    }
    return ids;
}

std::vector<CoroutinePair> pairsOf(const VariantRun& run)
{
    std::vector<CoroutinePair> pairs;
    std::set<std::string> shown;
    const auto visit = [&](const Trace& trace, const TraceCoroutine* CoroutinePair::*member) {
        const std::vector<std::string> keys = keysOf(trace);
        const std::set<int> ids = shownCoroutines(trace);
        for (std::size_t i = 0; i < trace.coroutines.size(); ++i) {
            auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.key == keys[i]; });
            if (pair == pairs.end()) {
                pairs.push_back({keys[i], nullptr, nullptr});
                pair = std::prev(pairs.end());
            }
            (*pair).*member = &trace.coroutines[i];
            if (ids.contains(trace.coroutines[i].id))
                shown.insert(keys[i]);
        }
    };
    visit(*run.withoutTimeout, &CoroutinePair::expected);
    visit(*run.trace, &CoroutinePair::here);
    std::erase_if(pairs, [&](const CoroutinePair& pair) { return !shown.contains(pair.key); });
    return pairs;
}

bool overlap(const TraceCoroutine* a, const TraceCoroutine* b)
{
    if (!a || !b)
        return false;
    return (!b->end || a->begin < *b->end) && (!a->end || b->begin < *a->end);
}

} // namespace

std::vector<CoroutineLane> coroutineLanesOf(const VariantRun& run)
{
    std::vector<CoroutineLane> lanes;
    for (const CoroutinePair& pair : pairsOf(run)) {
        const auto fits = [&](const CoroutineLane& lane) {
            return lane.name == pair.any().name
                   && std::none_of(lane.coroutines.begin(), lane.coroutines.end(), [&](const CoroutinePair& other) {
                          return overlap(pair.here, other.here) || overlap(pair.expected, other.expected);
                      });
        };
        const auto lane = std::find_if(lanes.begin(), lanes.end(), fits);
        if (lane == lanes.end())
            lanes.push_back({pair.any().name, {pair}});
        else
            lane->coroutines.push_back(pair);
    }
    return lanes;
}

std::optional<int> lastToRun(const VariantRun& run)
{
    const Trace& trace = *run.trace;
    std::set<int> shown;
    for (const CoroutinePair& pair : pairsOf(run)) {
        if (pair.here)
            shown.insert(pair.here->id);
    }
    const auto shownFrom = [&](int id) -> std::optional<int> {
        for (auto coroutine = std::ranges::find(trace.coroutines, id, &TraceCoroutine::id); coroutine != trace.coroutines.end();
             coroutine = std::ranges::find(trace.coroutines, *coroutine->parent, &TraceCoroutine::id)) {
            if (shown.contains(coroutine->id))
                return coroutine->id;
            if (!coroutine->parent)
                break;
        }
        return std::nullopt;
    };
    for (auto event = trace.events.rbegin(); event != trace.events.rend(); ++event) {
        const auto index = static_cast<std::size_t>(event->index);
        std::optional<int> ran;
        if (event->kind == TraceEvent::Kind::awaitSuspended || event->kind == TraceEvent::Kind::awaitEnded)
            ran = trace.awaits[index].coroutine;
        else if (event->kind == TraceEvent::Kind::coroutineBegan || event->kind == TraceEvent::Kind::coroutineEnded)
            ran = trace.coroutines[index].id;
        else if (event->kind == TraceEvent::Kind::effect)
            ran = trace.effects[index].coroutine;
        if (const std::optional<int> found = ran ? shownFrom(*ran) : std::nullopt)
            return found;
    }
    return std::nullopt;
}

std::vector<AwaitPair> awaitsOf(const CoroutinePair& coroutine, const VariantRun& run)
{
    using Place = std::tuple<int, std::string, int, int>; // number; else file, line, occurrence
    std::vector<AwaitPair> pairs;
    std::map<Place, std::size_t> positions;
    const auto visit = [&](const Trace& trace, const TraceCoroutine* owner, const TraceAwait* AwaitPair::*member) {
        if (!owner)
            return;
        std::map<Place, int> occurrences;
        for (const TraceAwait& await : trace.awaits) {
            if (await.coroutine != owner->id)
                continue;
            Place place{await.number, {}, 0, 0};
            if (await.number == 0) {
                place = {0, await.file, await.line, 0};
                std::get<3>(place) = occurrences[place]++;
            }
            const auto [position, isNew] = positions.try_emplace(place, pairs.size());
            if (isNew)
                pairs.emplace_back();
            pairs[position->second].*member = &await;
        }
    };
    visit(*run.trace, coroutine.here, &AwaitPair::here);
    visit(*run.withoutTimeout, coroutine.expected, &AwaitPair::expected);
    return pairs;
}

} // namespace awaitscope
