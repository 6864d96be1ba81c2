// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/sweep_json.hpp"

#include <nlohmann/json.hpp>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

Json toJson(const MapSegment& segment)
{
    return {{"from_us", segment.from.count()},
            {"last_us", segment.last ? Json(segment.last->count()) : Json(nullptr)},
            {"verdict", toText(segment.verdict)}};
}

/// Segments that differ in their words alone are one: a reader of verdicts finds maximal ones.
Json verdictsOf(const std::vector<MapSegment>& segments)
{
    std::vector<MapSegment> merged;
    for (const MapSegment& segment : segments) {
        const bool isNext = !merged.empty() && merged.back().last && *merged.back().last + VirtualDuration{1} == segment.from
                            && merged.back().verdict == segment.verdict;
        if (isNext)
            merged.back().last = segment.last;
        else
            merged.push_back(segment);
    }
    Json array = Json::array();
    for (const MapSegment& segment : merged)
        array.push_back(toJson(segment));
    return array;
}

/// What the checks call it, which may differ where the verdict does not.
Json wordsOf(const std::vector<MapSegment>& segments)
{
    Json array = Json::array();
    for (const MapSegment& segment : segments) {
        Json told = toJson(segment);
        told["word"] = segment.word;
        array.push_back(std::move(told));
    }
    return array;
}

Json wordsOf(std::optional<int> outcome, const VariantSweep& variant)
{
    return outcome ? Json(variant.outcomeWords[static_cast<std::size_t>(*outcome)]) : Json(nullptr);
}

Json outcomesOf(const std::vector<SweptOutcome>& outcomes, const VariantSweep& variant)
{
    Json array = Json::array();
    for (const SweptOutcome& segment : outcomes)
        array.push_back({{"from_us", segment.from.count()},
                         {"last_us", segment.last ? Json(segment.last->count()) : Json(nullptr)},
                         {"outcome", wordsOf(segment.outcome, variant)}});
    return array;
}

Json toJson(const SweptAwait& await);
Json toJson(const SweptStart& start);

template <class Items>
Json arrayOf(const Items& items)
{
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(toJson(item));
    return array;
}

Json toJson(const SweptAwait& await)
{
    return {{"number", await.number},
            {"what", await.what},
            {"file", await.file},
            {"line", await.line},
            {"begin_us", toMicroseconds(await.begin)},
            {"end_us", await.end ? Json(toMicroseconds(*await.end)) : Json(nullptr)},
            {"verdict", toText(await.verdict)},
            {"completed_verdict", await.completedVerdict ? Json(toText(*await.completedVerdict)) : Json(nullptr)},
            {"verdicts", verdictsOf(await.verdicts)},
            {"reachable", await.isReachable}};
}

Json toJson(const SweptStart& start)
{
    return {{"number", start.number},
            {"what", start.what},
            {"file", start.file},
            {"line", start.line},
            {"spawned_us", toMicroseconds(start.spawned)},
            {"queued", start.isQueued},
            {"reachable", start.isReachable},
            {"verdict", toText(start.verdict)}};
}

/// What is there only where nothing is expected.
void addOutcomes(Json& json, const VariantSweep& variant)
{
    for (std::size_t index = 0; index < variant.awaits.size(); ++index) {
        const SweptAwait& await = variant.awaits[index];
        Json& told = json["awaits"][index];
        told["outcomes"] = outcomesOf(await.outcomes, variant);
        told["outcome"] = wordsOf(await.outcome, variant);
        told["completed_outcome"] = wordsOf(await.completedOutcome, variant);
    }
    for (std::size_t index = 0; index < variant.starts.size(); ++index)
        json["starts"][index]["outcome"] = wordsOf(variant.starts[index].outcome, variant);
    json["outcomes"] = outcomesOf(variant.outcomes, variant);
}

} // namespace

Json toJson(const Sweep& sweep)
{
    Json parameters = Json::object();
    for (const auto& [name, value] : sweep.parameters)
        parameters[name + "_us"] = value.count();
    Json variants = Json::array();
    for (const VariantSweep& variant : sweep.variants) {
        variants.push_back(Json{{"variant", variant.variant},
                                {"awaits", arrayOf(variant.awaits)},
                                {"starts", arrayOf(variant.starts)},
                                {"map", verdictsOf(variant.map)},
                                {"words", wordsOf(variant.map)}});
        if (!variant.outcomes.empty())
            addOutcomes(variants.back(), variant);
    }
    Json json;
    json["format"] = "awaitscope-sweep";
    json["version"] = 1;
    json["lesson"] = sweep.lesson;
    json["model"] = toText(sweep.model);
    json["cancel_on"] = toText(sweep.cancelOn);
    if (sweep.cancelType != CancelType::terminal)
        json["cancel_type"] = toText(sweep.cancelType);
    json["parameters"] = std::move(parameters);
    json["variants"] = std::move(variants);
    return json;
}

} // namespace awaitscope
