// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/trace_reader.hpp"

#include "lesson/text/json_fields.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <limits>

namespace awaitscope {

namespace {

// More than one duration that can be typed, as a run adds up many.
constexpr std::int64_t longestRun = 1'000 * maxDuration.count(); ///< sums of a few never overflow
constexpr std::int64_t largestInt = std::numeric_limits<int>::max();
constexpr std::size_t mostItems = 100'000;
constexpr std::size_t mostColumns = 1'000; ///< coroutines, or lanes

/// The words of an enumeration from 0 to `last`, in its order.
template <class Enum>
std::vector<std::string> wordsTo(Enum last)
{
    std::vector<std::string> words;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        words.emplace_back(toText(static_cast<Enum>(value)));
    return words;
}

class TraceReader
{
public:
    explicit TraceReader(const JsonFields::Json& json) : m_root{json, "", m_problem} {}

    Trace read()
    {
        // In this order: each refers to what was read before it. The head has the end that bounds all times, coroutines
        // come before what belongs to them, lanes before their spans, and events, which are positions in all of them, last.
        readHead();
        readParameters();
        readCoroutines();
        readAwaits();
        readStarts();
        readEffects();
        readLanes();
        readLog();
        readChecks();
        readRaces();
        readEnded();
        readEvents();
        return std::move(m_trace);
    }

    const std::optional<std::string>& problem() const { return m_problem; }

private:
    using Fields = JsonFields;

    static VirtualTime time(Fields& fields, std::string_view key, VirtualTime from, VirtualTime to)
    {
        return fromMicroseconds(fields.integer(key, toMicroseconds(from), toMicroseconds(to)));
    }

    VirtualTime time(Fields& fields, std::string_view key) const { return time(fields, key, {}, m_trace.end); }

    /// Null exactly where it has not come to an end.
    std::optional<VirtualTime> end(Fields& fields, VirtualTime begin, bool hasEnded) const
    {
        const auto end = fields.optionalInteger("end_us", toMicroseconds(begin), toMicroseconds(m_trace.end));
        if (end.has_value() != hasEnded)
            fields.reject("end_us", hasEnded ? "a time, as it has ended" : "null, as it has not ended");
        return end ? std::optional{fromMicroseconds(*end)} : std::nullopt;
    }

    std::optional<VirtualTime> optionalTime(std::string_view key)
    {
        const auto time = m_root.optionalInteger(key, 0, toMicroseconds(m_trace.end));
        return time ? std::optional{fromMicroseconds(*time)} : std::nullopt;
    }

    static int number(Fields& fields, std::string_view key, std::int64_t least, std::int64_t most)
    {
        return static_cast<int>(fields.integer(key, least, most));
    }

    static std::optional<int> optionalNumber(Fields& fields, std::string_view key, std::int64_t most)
    {
        const auto value = fields.optionalInteger(key, 1, most);
        return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
    }

    std::int64_t coroutineCount() const { return static_cast<std::int64_t>(m_trace.coroutines.size()); }

    void readHead()
    {
        m_root.word("format", {"awaitscope-trace"});
        m_root.integer("version", 1, 1);
        m_trace.scenario = m_root.text("scenario");
        m_trace.lesson = readName("lesson");
        m_trace.variant = readName("variant");
        m_trace.model = static_cast<CancelModel>(m_root.word("model", wordsTo(CancelModel::eager)));
        if (m_root.has("cancel_on")) // or from before there was one
            m_trace.cancelOn = static_cast<CancelOn>(m_root.word("cancel_on", wordsTo(CancelOn::operation)));
        if (m_trace.cancelOn != CancelOn::coroutine && m_trace.model != CancelModel::asio)
            m_root.reject("cancel_on", "coroutine, as the model is not asio");
        if (const auto timeout = m_root.optionalInteger("timeout_us", 0, longestRun))
            m_trace.timeout = VirtualDuration{*timeout};
        m_trace.await = optionalNumber(m_root, "await", largestInt);
        const auto window = m_root.optionalWord("await_window", wordsTo(AwaitWindow::completed));
        m_trace.awaitWindow = static_cast<AwaitWindow>(window.value_or(0));
        if (window.has_value() != m_trace.await.has_value())
            m_root.reject("await_window", "null exactly where the await is null");
        m_trace.end = fromMicroseconds(m_root.integer("end_us", 0, longestRun));
        m_trace.firedAt = optionalTime("fired_at_us");
        if (m_root.has("start")) // null, or from before there was one
            m_trace.start = optionalNumber(m_root, "start", largestInt);
        if (m_trace.start && m_trace.await)
            m_root.reject("start", "null, as the timeout was aimed at an await");
        if (m_trace.firedAt && !m_trace.timeout && !m_trace.await && !m_trace.start)
            m_root.reject("fired_at_us", "null, as there is no timeout");
        if (const auto winner = m_root.optionalWord("winner", wordsTo(Winner::timeout)))
            m_trace.winner = static_cast<Winner>(*winner);
        m_trace.raceOverAt = optionalTime("race_over_at_us");
        if (m_trace.raceOverAt.has_value() != m_trace.winner.has_value())
            m_root.reject("race_over_at_us", "null exactly where the winner is null");
        Fields outcome = m_root.object("outcome");
        m_trace.callerOutcome = outcome.text("caller");
        m_trace.clientOutcome = outcome.text("client");
        if (outcome.has("recipient")) // else it is the client
            m_trace.recipient = outcome.text("recipient");
    }

    std::string readName(std::string_view key)
    {
        std::string name = m_root.text(key);
        if (!isPlainName(name))
            m_root.reject(key, "small letters, digits and '-' or '_' between them");
        return name;
    }

    void readParameters()
    {
        // toJson() puts the unit behind the name.
        constexpr std::string_view unit = "_us";
        Fields parameters = m_root.object("parameters");
        for (const std::string& key : parameters.keys()) {
            const std::int64_t value = parameters.integer(key, 0, longestRun);
            if (!key.ends_with(unit) || !isPlainName(key.substr(0, key.size() - unit.size())))
                parameters.reject(key, "keys such as client_us");
            else
                m_trace.parameters.emplace_back(key.substr(0, key.size() - unit.size()), value);
        }
    }

    void readCoroutines()
    {
        std::vector<Fields> items = m_root.objects("coroutines", mostColumns);
        for (Fields& item : items) {
            TraceCoroutine coroutine;
            const std::int64_t id = coroutineCount() + 1;
            coroutine.id = number(item, "id", id, id);
            coroutine.name = item.text("name");
            // Only one before it: that keeps a chain of parents from going round.
            coroutine.parent = optionalNumber(item, "parent", id - 1);
            coroutine.file = item.text("file");
            coroutine.line = number(item, "line", 0, largestInt);
            coroutine.begin = time(item, "begin_us");
            coroutine.how = static_cast<CoroutineEnd>(item.word("end", wordsTo(CoroutineEnd::running)));
            coroutine.end = end(item, coroutine.begin, coroutine.how != CoroutineEnd::running);
            coroutine.error = errorIn(item);
            coroutine.seen = seenIn(item);
            m_trace.coroutines.push_back(std::move(coroutine));
        }
        m_trace.subject = optionalNumber(m_root, "subject", coroutineCount()).value_or(0);
    }

    void readAwaits()
    {
        std::vector<Fields> items = m_root.objects("awaits", mostItems);
        for (Fields& item : items) {
            TraceAwait await;
            const auto id = static_cast<std::int64_t>(m_trace.awaits.size()) + 1;
            await.id = number(item, "id", id, id);
            await.number = number(item, "number", 0, largestInt);
            await.onlyAfterCancel = item.flag("only_after_cancel");
            await.coroutine = number(item, "coroutine", 1, coroutineCount());
            await.what = item.text("what");
            await.file = item.text("file");
            await.line = number(item, "line", 0, largestInt);
            await.begin = time(item, "begin_us");
            await.how = static_cast<AwaitEnd>(item.word("end", wordsTo(AwaitEnd::pending)));
            await.end = end(item, await.begin, await.how != AwaitEnd::pending);
            if (const auto completed = item.optionalInteger("completed_us", toMicroseconds(await.begin),
                                                            toMicroseconds(await.end.value_or(m_trace.end))))
                await.completed = fromMicroseconds(*completed);
            await.firedCompleted = item.flag("fired_completed");
            if (await.firedCompleted && !await.completed)
                item.reject("fired_completed", "false, as its operation did not complete");
            await.error = errorIn(item);
            await.seen = seenIn(item);
            if (const auto line = item.optionalInteger("caught_line", 1, largestInt)) {
                if (await.seen != Seen::caught)
                    item.reject("caught_line", "null unless it was caught");
                await.caughtLine = static_cast<int>(*line);
            }
            m_trace.awaits.push_back(std::move(await));
        }
    }

    void readStarts()
    {
        if (!m_root.has("starts"))
            return;
        std::vector<Fields> items = m_root.objects("starts", mostItems);
        for (Fields& item : items) {
            TraceStart start;
            start.number = number(item, "number", 0, largestInt);
            start.coroutine = optionalNumber(item, "coroutine", coroutineCount());
            start.what = item.text("what");
            start.file = item.text("file");
            start.line = number(item, "line", 0, largestInt);
            start.spawned = time(item, "spawned_us");
            start.begun = timeFrom(item, "begun_us", start.spawned);
            if (start.begun.has_value() != start.coroutine.has_value())
                item.reject("begun_us", "null exactly where the coroutine is null");
            start.isQueued = item.flag("queued");
            start.fired = item.flag("fired");
            m_trace.starts.push_back(std::move(start));
        }
    }

    void readEffects()
    {
        std::vector<Fields> items = m_root.objects("effects", mostItems);
        for (Fields& item : items) {
            TraceEffect effect;
            effect.what = item.text("what");
            effect.detail = item.text("detail");
            effect.coroutine = optionalNumber(item, "coroutine", coroutineCount());
            effect.file = item.text("file");
            effect.line = number(item, "line", 0, largestInt);
            effect.at = time(item, "at_us");
            m_trace.effects.push_back(std::move(effect));
        }
        items = m_root.objects("lost", mostItems);
        for (Fields& item : items) {
            LostEffect effect;
            effect.what = item.text("what");
            effect.detail = item.text("detail");
            effect.file = item.text("file");
            effect.line = number(item, "line", 0, largestInt);
            effect.wouldBeAt = time(item, "would_be_at_us", {}, fromMicroseconds(longestRun));
            m_trace.lost.push_back(std::move(effect));
        }
    }

    void readLanes()
    {
        std::vector<std::string> ids;
        std::vector<Fields> items = m_root.objects("lanes", mostColumns);
        for (Fields& item : items) {
            TraceLane lane{item.text("id"), item.text("name"), item.text("kind")};
            if (std::find(ids.begin(), ids.end(), lane.id) != ids.end())
                item.reject("id", "each id once");
            ids.push_back(lane.id);
            m_trace.lanes.push_back(std::move(lane));
        }
        items = m_root.objects("spans", mostItems);
        for (Fields& item : items) {
            TraceSpan span;
            span.lane = item.text("lane");
            span.kind = item.text("kind");
            span.begin = time(item, "begin_us");
            if (const auto end =
                    item.optionalInteger("end_us", toMicroseconds(span.begin), toMicroseconds(m_trace.end)))
                span.end = fromMicroseconds(*end);
            span.text = item.text("text");
            requireLane(item, ids, span.lane);
            m_trace.spans.push_back(std::move(span));
        }
        items = m_root.objects("values", mostItems);
        for (Fields& item : items) {
            TraceValue value{item.text("lane"), time(item, "at_us"), item.text("text")};
            requireLane(item, ids, value.lane);
            m_trace.values.push_back(std::move(value));
        }
    }

    static void requireLane(Fields& item, const std::vector<std::string>& ids, const std::string& lane)
    {
        if (std::find(ids.begin(), ids.end(), lane) == ids.end())
            item.reject("lane", "the id of one of the lanes");
    }

    void readLog()
    {
        std::vector<Fields> items = m_root.objects("log", mostItems);
        for (Fields& item : items)
            m_trace.log.push_back({time(item, "at_us"), item.text("text")});
    }

    /// Null, or from before there was one.
    static std::optional<TraceError> errorIn(Fields& fields)
    {
        if (!fields.has("error"))
            return std::nullopt;
        Fields error = fields.object("error");
        return TraceError{error.text("type"), error.text("what")};
    }

    static std::optional<Seen> seenIn(Fields& fields)
    {
        if (!fields.has("seen"))
            return std::nullopt;
        return static_cast<Seen>(fields.word("seen", wordsTo(Seen::nobody)));
    }

    void readRaces()
    {
        if (!m_root.has("races"))
            return;
        std::vector<Fields> items = m_root.objects("races", mostItems);
        for (Fields& item : items) {
            TraceRace race;
            race.lane = item.text("lane");
            if (std::ranges::find(m_trace.lanes, race.lane, &TraceLane::id) == m_trace.lanes.end())
                item.reject("lane", "the id of a lane");
            race.await = optionalNumber(item, "await", static_cast<std::int64_t>(m_trace.awaits.size()));
            race.isOfRun = item.flag("of_run");
            race.begin = time(item, "begin_us");
            race.end = timeFrom(item, "end_us", race.begin);
            race.firedAt = timeFrom(item, "fired_at_us", race.begin);
            if (const auto winner = item.optionalWord("winner", wordsTo(Winner::timeout)))
                race.winner = static_cast<Winner>(*winner);
            if (race.winner && !race.end)
                item.reject("winner", "null, as the race has not ended");
            m_trace.races.push_back(std::move(race));
        }
    }

    std::optional<VirtualTime> timeFrom(Fields& fields, std::string_view key, VirtualTime begin) const
    {
        const auto value = fields.optionalInteger(key, toMicroseconds(begin), toMicroseconds(m_trace.end));
        return value ? std::optional{fromMicroseconds(*value)} : std::nullopt;
    }

    void readEnded()
    {
        if (!m_root.has("ended"))
            return;
        Fields ended = m_root.object("ended");
        m_trace.ended.how = static_cast<RunEnd>(ended.word("how", wordsTo(RunEnd::crashed)));
        m_trace.ended.at = time(ended, "at_us");
        m_trace.ended.why = ended.text("why");
        const bool threw = m_trace.ended.how == RunEnd::threw;
        if (ended.has("type") != threw || ended.has("what") != threw)
            ended.reject("type", "null, and so is what, exactly where the run did not throw");
        if (threw)
            m_trace.ended.error = TraceError{ended.text("type"), ended.text("what")};
        if (ended.has("file") != ended.has("line"))
            ended.reject("file", "null exactly where the line is null");
        if (ended.has("file")) {
            m_trace.ended.file = ended.text("file");
            m_trace.ended.line = number(ended, "line", 0, largestInt);
        }
    }

    void readChecks()
    {
        std::vector<Fields> items = m_root.objects("checks", mostItems);
        for (Fields& item : items) {
            TraceCheck check;
            check.id = item.text("id");
            check.text = item.text("text");
            check.verdict = static_cast<Verdict>(item.word("verdict", wordsTo(Verdict::violated)));
            check.why = item.text("why");
            check.word = item.text("word");
            m_trace.checks.push_back(std::move(check));
        }
    }

    void readEvents()
    {
        // A table has a row for each event: few of them are allowed where there are many columns.
        const std::size_t columns = m_trace.coroutines.size() + m_trace.lanes.size() + 1;
        const std::vector<std::string> kinds = wordsTo(TraceEvent::Kind::raceOver);
        VirtualTime now;
        std::vector<Fields> items = m_root.objects("events", std::min(mostItems, mostTraceCells / columns));
        for (Fields& item : items) {
            TraceEvent event;
            event.kind = static_cast<TraceEvent::Kind>(item.word("kind", kinds));
            const std::int64_t count = countOf(event.kind);
            if (count == 0)
                item.reject("kind", "a kind of which there is something");
            event.index = number(item, "index", 0, std::max<std::int64_t>(count - 1, 0));
            event.at = time(item, "at_us", now, m_trace.end);
            if (m_problem) // what it tells of need not be there
                return;
            if (const std::optional<VirtualTime> at = timeOf(event); at != event.at)
                item.reject("at_us", at ? std::to_string(toMicroseconds(*at)) + ", as what it tells of"
                                        : "no such event, as what it tells of has no such time");
            now = event.at;
            m_trace.events.push_back(event);
        }
    }

    std::int64_t countOf(TraceEvent::Kind kind) const
    {
        const auto size = [](const auto& items) { return static_cast<std::int64_t>(items.size()); };
        switch (kind) {
        case TraceEvent::Kind::coroutineBegan:
        case TraceEvent::Kind::coroutineEnded:
            return size(m_trace.coroutines);
        case TraceEvent::Kind::awaitSuspended:
        case TraceEvent::Kind::awaitEnded:
            return size(m_trace.awaits);
        case TraceEvent::Kind::effect:
            return size(m_trace.effects);
        case TraceEvent::Kind::value:
            return size(m_trace.values);
        case TraceEvent::Kind::spanBegan:
        case TraceEvent::Kind::spanEnded:
            return size(m_trace.spans);
        case TraceEvent::Kind::logged:
            return size(m_trace.log);
        case TraceEvent::Kind::timeoutFired:
            return m_trace.firedAt ? 1 : 0;
        case TraceEvent::Kind::raceOver:
            return m_trace.raceOverAt ? 1 : 0;
        }
        return 0;
    }

    std::optional<VirtualTime> timeOf(const TraceEvent& event) const
    {
        const auto index = static_cast<std::size_t>(event.index);
        switch (event.kind) {
        case TraceEvent::Kind::coroutineBegan:
            return m_trace.coroutines[index].begin;
        case TraceEvent::Kind::coroutineEnded:
            return m_trace.coroutines[index].end;
        case TraceEvent::Kind::awaitSuspended:
            return m_trace.awaits[index].begin;
        case TraceEvent::Kind::awaitEnded:
            return m_trace.awaits[index].end;
        case TraceEvent::Kind::effect:
            return m_trace.effects[index].at;
        case TraceEvent::Kind::value:
            return m_trace.values[index].at;
        case TraceEvent::Kind::spanBegan:
            return m_trace.spans[index].begin;
        case TraceEvent::Kind::spanEnded:
            return m_trace.spans[index].end;
        case TraceEvent::Kind::logged:
            return m_trace.log[index].at;
        case TraceEvent::Kind::timeoutFired:
            return m_trace.firedAt;
        case TraceEvent::Kind::raceOver:
            return m_trace.raceOverAt;
        }
        return std::nullopt;
    }

    std::optional<std::string> m_problem;
    Fields m_root;
    Trace m_trace;
};

} // namespace

Result<Trace> readTrace(std::string_view text, const std::string& file)
{
    if (text.size() > largestTrace)
        return Diagnostic{"The trace is too long. Allowed: up to " + std::to_string(largestTrace) + " bytes.", file, 0};
    const Result<JsonFields::Json> json = parseJson(text, file, "what awaitscope-cli run --json prints");
    if (!json)
        return json.error();
    if (!json->is_object())
        return Diagnostic{"This is no object. Allowed: what awaitscope-cli run --json prints.", file, 1};
    TraceReader reader{*json};
    Trace trace = reader.read();
    if (reader.problem())
        return Diagnostic{*reader.problem(), file, 0};
    return Result<Trace>{boost::system::in_place_value, std::move(trace)};
}

} // namespace awaitscope
