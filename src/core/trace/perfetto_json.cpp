// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/perfetto_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

// Different from every process, or Perfetto would take a track for the process's main thread.
constexpr int firstTrack = 10;

enum class Group { coroutines = 1, world = 2 }; ///< "processes"
constexpr int groups = 2;

struct Track
{
    Group group{};
    int id = 0;
};

/// Where a run stands among those of one file.
struct Place
{
    int process = 0; ///< groups are counted from here
    int track = firstTrack;
    const char* toAll = "g"; ///< the scope of an instant that concerns the whole run: alone, all there is
};

std::string whereIs(const std::string& file, int line) { return file + ':' + std::to_string(line); }

/// Writes events in the order in which they are added; what lies within another slice must be added after it.
class Writer
{
public:
    Writer(const Trace& trace, const Place& place) : m_end(trace.end), m_place(place), m_track(place.track) {}

    void nameGroup(Group group, const std::string& name)
    {
        m_events.push_back({{"name", "process_name"}, {"ph", "M"}, {"pid", pid(group)}, {"args", {{"name", name}}}});
    }

    /// Tracks are shown in the order in which they are added.
    Track addTrack(Group group, const std::string& name)
    {
        const Track track{group, m_track++};
        addMetadata(track, "thread_name", {{"name", name}});
        addMetadata(track, "thread_sort_index", {{"sort_index", track.id}});
        return track;
    }

    void addSlice(Track track, const std::string& category, const std::string& name, VirtualTime begin,
                  std::optional<VirtualTime> end, Json args)
    {
        m_events.push_back({{"name", name},
                            {"cat", category},
                            {"ph", "X"},
                            {"ts", toMicroseconds(begin)},
                            {"dur", (end.value_or(m_end) - begin).count()},
                            {"pid", pid(track.group)},
                            {"tid", track.id},
                            {"args", std::move(args)}});
    }

    /// `scope`: "t" marks the track, toAll() all of this run's.
    void addInstant(Track track, const std::string& category, const std::string& name, VirtualTime at, Json args,
                    const char* scope = "t")
    {
        m_events.push_back({{"name", name},
                            {"cat", category},
                            {"ph", "i"},
                            {"s", scope},
                            {"ts", toMicroseconds(at)},
                            {"pid", pid(track.group)},
                            {"tid", track.id},
                            {"args", std::move(args)}});
    }

    const char* toAll() const { return m_place.toAll; }
    VirtualTime end() const { return m_end; }
    int nextTrack() const { return m_track; }
    Json events() { return std::move(m_events); }

private:
    int pid(Group group) const { return m_place.process + static_cast<int>(group); }

    void addMetadata(Track track, const char* name, Json args)
    {
        m_events.push_back(
            {{"name", name}, {"ph", "M"}, {"pid", pid(track.group)}, {"tid", track.id}, {"args", std::move(args)}});
    }

    VirtualTime m_end;
    Place m_place;
    int m_track;
    Json m_events = Json::array();
};

std::map<int, Track> addCoroutines(Writer& writer, const Trace& trace)
{
    std::map<int, Track> tracks;
    for (const TraceCoroutine& coroutine : trace.coroutines) {
        const Track track = writer.addTrack(Group::coroutines, coroutine.name);
        tracks[coroutine.id] = track;
        writer.addSlice(track, "coroutine", coroutine.name, coroutine.begin, coroutine.end,
                        {{"where", whereIs(coroutine.file, coroutine.line)}, {"result", toText(coroutine.how)}});
        for (const TraceAwait& await : trace.awaits) {
            if (await.coroutine != coroutine.id)
                continue;
            Json args{{"where", whereIs(await.file, await.line)}, {"result", toText(await.how)}};
            if (await.number != 0)
                args["number"] = await.number;
            writer.addSlice(track, "await", "co_await " + await.what, await.begin, await.end, std::move(args));
        }
    }
    return tracks;
}

/// The tracks of one lane: one, and one more for each thing that it does at the same time as others.
class LaneTracks
{
public:
    LaneTracks(Writer& writer, const TraceLane& lane) : m_writer(writer), m_lane(lane) { add(); }

    Track first() const { return m_tracks.front().track; }

    /// To be asked in the order of their beginnings.
    Track trackFor(VirtualTime begin, std::optional<VirtualTime> end)
    {
        const auto free = std::ranges::find_if(m_tracks, [&](const Used& used) { return used.until <= begin; });
        Used& used = free == m_tracks.end() ? add() : *free;
        used.until = end.value_or(m_writer.end());
        return used.track;
    }

private:
    struct Used
    {
        Track track;
        VirtualTime until;
    };

    Used& add()
    {
        const std::string name =
            m_tracks.empty() ? m_lane.name : m_lane.name + " (" + std::to_string(m_tracks.size() + 1) + ')';
        return m_tracks.emplace_back(m_writer.addTrack(Group::world, name), VirtualTime{});
    }

    Writer& m_writer;
    const TraceLane& m_lane;
    std::vector<Used> m_tracks;
};

std::map<std::string, Track> addLanes(Writer& writer, const Trace& trace)
{
    std::map<std::string, Track> firsts;
    for (const TraceLane& lane : trace.lanes) {
        LaneTracks tracks{writer, lane};
        firsts[lane.id] = tracks.first();
        std::vector<const TraceSpan*> spans;
        for (const TraceSpan& span : trace.spans) {
            if (span.lane == lane.id)
                spans.push_back(&span);
        }
        // The pointer keeps those that begin together in the order of the trace: all point into one vector.
        std::ranges::sort(spans, {}, [](const TraceSpan* span) { return std::pair{span->begin, span}; });
        for (const TraceSpan* const span : spans)
            writer.addSlice(tracks.trackFor(span->begin, span->end), "world", span->text, span->begin, span->end,
                            {{"kind", span->kind}, {"result", span->end ? "ended" : "still going on"}});
        for (const TraceValue& value : trace.values) {
            if (value.lane == lane.id)
                writer.addInstant(tracks.first(), "value", value.text, value.at, Json::object());
        }
    }
    return firsts;
}

void addEffects(Writer& writer, const Trace& trace, const std::map<int, Track>& coroutines, Track others)
{
    for (const TraceEffect& effect : trace.effects) {
        const auto owner = effect.coroutine ? coroutines.find(*effect.coroutine) : coroutines.end();
        writer.addInstant(owner == coroutines.end() ? others : owner->second, "effect", effect.what, effect.at,
                          {{"where", whereIs(effect.file, effect.line)}, {"result", effect.detail}});
    }
}

const char* whatCancelDoes(CancelModel model)
{
    switch (model) {
    case CancelModel::asio:
        return "operation_aborted at the pending await";
    case CancelModel::drop:
        return "the coroutine is destroyed where it is suspended";
    case CancelModel::eager:
        break;
    }
    return "nobody is stopped";
}

void addRace(Writer& writer, const Trace& trace, const std::map<std::string, Track>& lanes, Track others)
{
    const auto trackOf = [&](const std::string& lane) {
        const auto found = lanes.find(lane);
        return found == lanes.end() ? others : found->second;
    };
    if (trace.firedAt)
        writer.addInstant(trackOf("timeout"), "cancel", "timeout fires", *trace.firedAt,
                          {{"model", toText(trace.model)}, {"result", whatCancelDoes(trace.model)}},
                          writer.toAll());
    if (trace.raceOverAt) {
        Json args = Json::object();
        if (trace.winner)
            args["result"] = std::string{toText(*trace.winner)} + " won";
        args["outcome"] = trace.callerOutcome;
        writer.addInstant(trackOf("race"), "race", "race over", *trace.raceOverAt, std::move(args));
    }
}

void addVerdicts(Writer& writer, const Trace& trace, Track track)
{
    Json lost = Json::array();
    for (const LostEffect& effect : trace.lost)
        lost.push_back(effect.what + (effect.detail.empty() ? "" : ' ' + effect.detail) + ", " + whereIs(effect.file, effect.line) + ", would be at "
                       + std::to_string(toMicroseconds(effect.wouldBeAt)) + " µs");
    for (const TraceCheck& check : trace.checks)
        writer.addInstant(track, "verdict", std::string{toText(check.verdict)} + ": " + check.text, trace.end,
                          {{"check", check.id},
                           {"result", toText(check.verdict)},
                           {"why", check.why},
                           {"outcome", {{"caller", trace.callerOutcome}, {"client", trace.clientOutcome}}},
                           {"lost", lost}},
                          writer.toAll());
}

/// Where it ended, if it did not survive: there are no verdicts then.
void addCrash(Writer& writer, const Trace& trace, Track track)
{
    if (trace.ended.how != RunEnd::crashed)
        return;
    Json told = Json::object();
    if (!trace.ended.file.empty()) // of what died in no line of the lesson nobody knows where
        told["where"] = whereIs(trace.ended.file, trace.ended.line);
    told["why"] = trace.ended.why;
    writer.addInstant(track, "crash", "crashed", trace.ended.at, std::move(told), writer.toAll());
}

/// All events of one run.
void addRun(Writer& writer, const Trace& trace, const std::string& worldName)
{
    writer.nameGroup(Group::coroutines, trace.lesson + ", " + trace.variant + ": coroutines");
    writer.nameGroup(Group::world, worldName);
    const std::map<int, Track> coroutines = addCoroutines(writer, trace);
    const std::map<std::string, Track> lanes = addLanes(writer, trace);
    const Track console = writer.addTrack(Group::world, "console");
    for (const TraceLogLine& line : trace.log)
        writer.addInstant(console, "console", line.text, line.at, Json::object());
    const Track verdicts = writer.addTrack(Group::world, "verdicts");
    addEffects(writer, trace, coroutines, console);
    addRace(writer, trace, lanes, verdicts);
    addVerdicts(writer, trace, verdicts);
    addCrash(writer, trace, verdicts);
}

Json wholeFile(const std::string& scenario, const Trace& trace, const std::string& variants, VirtualTime end,
               Json events)
{
    Json json;
    json["displayTimeUnit"] = "ms";
    json["otherData"] = {{"scenario", scenario}, {"lesson", trace.lesson},
                         {"variant", variants},  {"model", toText(trace.model)},
                         {"clock", "virtual"},   {"end_us", std::to_string(toMicroseconds(end))}};
    json["traceEvents"] = std::move(events);
    return json;
}

} // namespace

Json toPerfettoJson(const Trace& trace)
{
    Writer writer{trace, {}};
    addRun(writer, trace, "The world");
    return wholeFile(trace.scenario, trace, trace.variant, trace.end, writer.events());
}

Json toPerfettoJson(const std::vector<const Trace*>& traces, const std::string& scenario)
{
    if (traces.size() == 1)
        return toPerfettoJson(*traces.front());
    const int processes = groups * static_cast<int>(traces.size());
    Place place{0, std::max(firstTrack, processes + 1), "p"};
    std::string variants;
    VirtualTime end{};
    Json events = Json::array();
    for (const Trace* const trace : traces) {
        Writer writer{*trace, place};
        addRun(writer, *trace, trace->lesson + ", " + trace->variant + ": the world");
        variants.append(variants.empty() ? "" : ",").append(trace->variant);
        end = std::max(end, trace->end);
        place.process += groups;
        place.track = writer.nextTrack();
        Json own = writer.events();
        for (Json& event : own)
            events.push_back(std::move(event));
    }
    return wholeFile(scenario, *traces.at(0), variants, end, std::move(events));
}

std::string toPerfettoText(const std::vector<const Trace*>& traces, const std::string& scenario)
{
    return toPerfettoJson(traces, scenario).dump(1) + '\n';
}

} // namespace awaitscope
