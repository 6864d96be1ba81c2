// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace_json.hpp"

#include <nlohmann/json.hpp>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

Json microseconds(const std::optional<VirtualTime>& time)
{
    return time ? Json(toMicroseconds(*time)) : Json(nullptr);
}

template <class T>
Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

template <class Items, class Convert>
Json arrayOf(const Items& items, Convert convert)
{
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(convert(item));
    return array;
}

Json errorOrNull(const std::optional<TraceError>& error)
{
    return error ? Json{{"type", error->type}, {"what", error->what}} : Json(nullptr);
}

Json seenOrNull(const std::optional<Seen>& seen) { return seen ? Json(toText(*seen)) : Json(nullptr); }

Json toJson(const TraceCoroutine& coroutine)
{
    return {{"id", coroutine.id},
            {"name", coroutine.name},
            {"parent", orNull(coroutine.parent)},
            {"file", coroutine.file},
            {"line", coroutine.line},
            {"begin_us", toMicroseconds(coroutine.begin)},
            {"end_us", microseconds(coroutine.end)},
            {"end", toText(coroutine.how)},
            {"error", errorOrNull(coroutine.error)},
            {"seen", seenOrNull(coroutine.seen)}};
}

Json toJson(const TraceAwait& await)
{
    return {{"id", await.id},
            {"number", await.number},
            {"only_after_cancel", await.onlyAfterCancel},
            {"coroutine", await.coroutine},
            {"what", await.what},
            {"file", await.file},
            {"line", await.line},
            {"begin_us", toMicroseconds(await.begin)},
            {"end_us", microseconds(await.end)},
            {"end", toText(await.how)},
            {"completed_us", microseconds(await.completed)},
            {"fired_completed", await.firedCompleted},
            {"error", errorOrNull(await.error)},
            {"seen", seenOrNull(await.seen)},
            {"caught_line", orNull(await.caughtLine)}};
}

Json toJson(const TraceStart& start)
{
    return {{"number", start.number},
            {"coroutine", orNull(start.coroutine)},
            {"what", start.what},
            {"file", start.file},
            {"line", start.line},
            {"spawned_us", toMicroseconds(start.spawned)},
            {"begun_us", microseconds(start.begun)},
            {"queued", start.isQueued},
            {"fired", start.fired}};
}

Json toJson(const TraceEffect& effect)
{
    return {{"what", effect.what}, {"detail", effect.detail}, {"coroutine", orNull(effect.coroutine)},
            {"file", effect.file}, {"line", effect.line},     {"at_us", toMicroseconds(effect.at)}};
}

Json toJson(const LostEffect& effect)
{
    return {{"what", effect.what},
            {"detail", effect.detail},
            {"file", effect.file},
            {"line", effect.line},
            {"would_be_at_us", toMicroseconds(effect.wouldBeAt)}};
}

Json toJson(const TraceRace& race)
{
    return {{"lane", race.lane},
            {"await", orNull(race.await)},
            {"of_run", race.isOfRun},
            {"begin_us", toMicroseconds(race.begin)},
            {"end_us", microseconds(race.end)},
            {"fired_at_us", microseconds(race.firedAt)},
            {"winner", race.winner ? Json(toText(*race.winner)) : Json(nullptr)}};
}

Json toJson(const TraceEnd& ended)
{
    const bool hasPlace = !ended.file.empty();
    return {{"how", toText(ended.how)},
            {"at_us", toMicroseconds(ended.at)},
            {"why", ended.why},
            {"type", ended.error ? Json(ended.error->type) : Json(nullptr)},
            {"what", ended.error ? Json(ended.error->what) : Json(nullptr)},
            {"file", hasPlace ? Json(ended.file) : Json(nullptr)},
            {"line", hasPlace ? Json(ended.line) : Json(nullptr)}};
}

Json toJson(const TraceSpan& span)
{
    return {{"lane", span.lane},
            {"kind", span.kind},
            {"begin_us", toMicroseconds(span.begin)},
            {"end_us", microseconds(span.end)},
            {"text", span.text}};
}

} // namespace

/// Keys stand in the order in which they are set here, which is part of the format: the same run gives the same bytes.
Json toJson(const Trace& trace)
{
    Json parameters = Json::object();
    for (const auto& [name, value] : trace.parameters)
        parameters[name + "_us"] = value.count();

    Json json;
    json["format"] = "awaitscope-trace";
    json["version"] = 1;
    json["scenario"] = trace.scenario;
    json["lesson"] = trace.lesson;
    json["variant"] = trace.variant;
    json["model"] = toText(trace.model);
    json["cancel_on"] = toText(trace.cancelOn);
    json["parameters"] = std::move(parameters);
    json["timeout_us"] = trace.timeout ? Json(trace.timeout->count()) : Json(nullptr);
    json["await"] = orNull(trace.await);
    json["await_window"] = trace.await ? Json(toText(trace.awaitWindow)) : Json(nullptr);
    json["start"] = orNull(trace.start);
    json["fired_at_us"] = microseconds(trace.firedAt);
    json["end_us"] = toMicroseconds(trace.end);
    json["winner"] = trace.winner ? Json(toText(*trace.winner)) : Json(nullptr);
    json["race_over_at_us"] = microseconds(trace.raceOverAt);
    json["subject"] = trace.subject == 0 ? Json(nullptr) : Json(trace.subject);
    json["coroutines"] = arrayOf(trace.coroutines, [](const auto& item) { return toJson(item); });
    json["awaits"] = arrayOf(trace.awaits, [](const auto& item) { return toJson(item); });
    json["starts"] = arrayOf(trace.starts, [](const auto& item) { return toJson(item); });
    json["effects"] = arrayOf(trace.effects, [](const auto& item) { return toJson(item); });
    json["lost"] = arrayOf(trace.lost, [](const auto& item) { return toJson(item); });
    json["lanes"] = arrayOf(trace.lanes, [](const TraceLane& lane) {
        return Json{{"id", lane.id}, {"name", lane.name}, {"kind", lane.kind}};
    });
    json["spans"] = arrayOf(trace.spans, [](const auto& item) { return toJson(item); });
    json["values"] = arrayOf(trace.values, [](const TraceValue& value) {
        return Json{{"lane", value.lane}, {"at_us", toMicroseconds(value.at)}, {"text", value.text}};
    });
    json["log"] = arrayOf(trace.log, [](const TraceLogLine& line) {
        return Json{{"at_us", toMicroseconds(line.at)}, {"text", line.text}};
    });
    json["races"] = arrayOf(trace.races, [](const auto& item) { return toJson(item); });
    json["ended"] = toJson(trace.ended);
    json["events"] = arrayOf(trace.events, [](const TraceEvent& event) {
        return Json{{"kind", toText(event.kind)}, {"index", event.index}, {"at_us", toMicroseconds(event.at)}};
    });
    json["outcome"] = Json{{"caller", trace.callerOutcome}, {"client", trace.clientOutcome}};
    if (trace.recipient != theClient)
        json["outcome"]["recipient"] = trace.recipient;
    json["checks"] = arrayOf(trace.checks, [](const TraceCheck& check) {
        return Json{{"id", check.id}, {"text", check.text}, {"verdict", toText(check.verdict)}, {"why", check.why}, {"word", check.word}};
    });
    return json;
}

} // namespace awaitscope
