// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/judge/fix_comparison.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

EffectTimes effectTimesOf(const Trace& trace)
{
    EffectTimes effects;
    for (const TraceEffect& effect : trace.effects)
        effects[{effect.what, effect.detail}].push_back(effect.at);
    return effects;
}

std::string listOf(const EffectTimes& effects)
{
    std::vector<std::string> texts;
    for (const auto& [effect, times] : effects) {
        for (std::size_t i = 0; i < times.size(); ++i)
            texts.push_back(effect.second.empty() ? effect.first : effect.first + ' ' + effect.second);
    }
    return texts.empty() ? "nothing" : listed(texts);
}

std::map<std::string, int> workOf(const Trace& trace)
{
    std::map<std::string, int> work;
    for (const TraceLane& lane : trace.lanes) {
        if (lane.kind == "world")
            work[lane.id] = 0;
    }
    for (const TraceSpan& span : trace.spans) {
        if (const auto lane = work.find(span.lane); lane != work.end())
            ++lane->second;
    }
    return work;
}

bool areSame(const EffectTimes& a, const EffectTimes& b)
{
    return std::ranges::equal(a, b, [](const auto& one, const auto& other) {
        return one.first == other.first && one.second.size() == other.second.size();
    });
}

FixWords outcomeOf(const Trace& trace) { return {trace.callerOutcome, trace.clientOutcome, trace.recipient}; }

std::string timesInWords(int count) { return count == 1 ? "once" : std::to_string(count) + " times"; }

} // namespace awaitscope
