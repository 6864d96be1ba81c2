// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/worker/left_baseline.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>

namespace awaitscope::worker {

namespace {

using Json = nlohmann::ordered_json;

/// A number that names one of `count` things, from 1, or none of them.
template <class Id>
Id idIn(const Json& json, std::size_t count)
{
    const auto id = json.get<std::uint64_t>();
    if (id > count)
        throw std::out_of_range("a run without a timeout names what it does not have");
    return static_cast<Id>(id);
}

int sourceIn(const Json& json, const SimulationInput& input)
{
    const auto source = json.get<std::size_t>();
    if (source >= input.sources->sources().size())
        throw std::out_of_range("a run without a timeout names a source that there is not");
    return static_cast<int>(source);
}

} // namespace

/// Lists in place of objects: there may be many.
Json leftBaseline(const Recording& recording, const std::vector<TraceEffect>& effects)
{
    Json coroutines = Json::array();
    for (const Recording::Coroutine& each : recording.coroutines)
        coroutines.push_back(Json::array({each.source, each.line, each.parent, each.called}));
    Json awaits = Json::array();
    for (const Recording::Await& each : recording.awaits)
        awaits.push_back(Json::array({each.coroutine, each.source, each.line, each.hasChildren, each.completion}));
    Json spawns = Json::array();
    for (const Recording::Spawn& each : recording.spawns)
        spawns.push_back(Json::array({each.coroutine, each.by, each.await, each.isQueued, toMicroseconds(each.at),
                                      each.begun ? Json(toMicroseconds(*each.begun)) : Json(nullptr)}));
    Json lasting = Json::array();
    for (std::size_t i = 0; i < effects.size(); ++i) {
        const TraceEffect& each = effects[i];
        // What had to be made printable no later run would know again.
        if (each.what == recording.effects[i].what && each.detail == recording.effects[i].detail)
            lasting.push_back(Json::array({each.what, each.detail, each.file, each.line, toMicroseconds(each.at)}));
    }
    return {{"coroutines", std::move(coroutines)}, {"awaits", std::move(awaits)}, {"spawns", std::move(spawns)}, {"effects", std::move(lasting)}};
}

Baseline readLeftBaseline(std::string_view text, const SimulationInput& input)
{
    const Json json = Json::parse(text);
    Recording recording;
    for (const Json& each : json.at("coroutines")) {
        Recording::Coroutine coroutine;
        coroutine.source = sourceIn(each.at(0), input);
        coroutine.line = each.at(1).get<int>();
        coroutine.parent = idIn<Origin>(each.at(2), recording.coroutines.size());
        coroutine.called = each.at(3).get<bool>();
        recording.coroutines.push_back(std::move(coroutine));
    }
    for (const Json& each : json.at("awaits")) {
        Recording::Await await;
        await.coroutine = idIn<Origin>(each.at(0), recording.coroutines.size());
        if (await.coroutine == 0)
            throw std::out_of_range("an await of a run without a timeout is nobody's");
        await.source = sourceIn(each.at(1), input);
        await.line = each.at(2).get<int>();
        await.hasChildren = each.at(3).get<bool>();
        await.completion = each.at(4).get<std::uint32_t>();
        recording.awaits.push_back(std::move(await));
    }
    for (const Json& each : json.at("spawns")) {
        Recording::Spawn spawn;
        spawn.coroutine = idIn<Origin>(each.at(0), recording.coroutines.size());
        spawn.by = idIn<Origin>(each.at(1), recording.coroutines.size());
        spawn.await = idIn<Recording::AwaitId>(each.at(2), recording.awaits.size());
        spawn.isQueued = each.at(3).get<bool>();
        spawn.at = fromMicroseconds(each.at(4).get<std::int64_t>());
        if (!each.at(5).is_null())
            spawn.begun = fromMicroseconds(each.at(5).get<std::int64_t>());
        recording.spawns.push_back(spawn);
    }
    std::vector<TraceEffect> effects;
    for (const Json& each : json.at("effects")) {
        TraceEffect effect;
        effect.what = each.at(0).get<std::string>();
        effect.detail = each.at(1).get<std::string>();
        effect.file = each.at(2).get<std::string>();
        effect.line = each.at(3).get<int>();
        effect.at = fromMicroseconds(each.at(4).get<std::int64_t>());
        effects.push_back(std::move(effect));
    }
    return baselineOf(input, recording, std::move(effects));
}

} // namespace awaitscope::worker
