// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/outcome_words.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace awaitscope {

namespace {

using Names = std::vector<std::string>;

bool contains(const Names& names, const std::string& name) { return std::ranges::find(names, name) != names.end(); }

void addOnce(Names& names, std::string name)
{
    if (!contains(names, name))
        names.push_back(std::move(name));
}

/// "waited … ms": a line that tells a time is the same line at every time.
std::string withoutNumbers(const std::string& text)
{
    std::string result;
    bool isInNumber = false;
    for (const char character : text) {
        const bool isDigit = std::isdigit(static_cast<unsigned char>(character)) != 0;
        if (!isDigit)
            result += character;
        else if (!isInNumber)
            result += "…";
        isInNumber = isDigit;
    }
    return result;
}

/// "bad_alloc" of "std::bad_alloc", "operation_aborted" of a system_error.
std::string shortName(const TraceError& error)
{
    const std::size_t colons = error.type.rfind("::");
    const std::string type = colons == std::string::npos || error.type.find('<') != std::string::npos ? error.type : error.type.substr(colons + 2);
    return (type == "system_error" || type == "error_code") && !error.what.empty() ? error.what : type;
}

/// The fewest of `parts` that none of `others` has all of; all of them where that takes more than two. `has` says whether one of the
/// others has a part.
template <class Other, class Has>
std::vector<OutcomePart> fewestOf(const std::vector<OutcomePart>& parts, const std::vector<const Other*>& others, const Has& has)
{
    const auto isEnough = [&](const std::vector<OutcomePart>& some) {
        return std::ranges::none_of(others, [&](const Other* other) {
            return std::ranges::all_of(some, [&](const OutcomePart& part) { return has(*other, part); });
        });
    };
    for (const bool isMissing : {false, true}) { // what a run did says more than what it did not
        for (const OutcomePart& part : parts) {
            if (part.isMissing == isMissing && isEnough({part}))
                return {part};
        }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            if (isEnough({parts[i], parts[j]}))
                return {parts[i], parts[j]};
        }
    }
    return parts;
}

void append(std::vector<OutcomePart>& parts, const std::vector<OutcomePart>& more) { parts.insert(parts.end(), more.begin(), more.end()); }

std::string toText(const OutcomePart& part)
{
    const std::string negation = part.isMissing ? "not " : "";
    const std::string place = part.line > 0 ? " in line " + std::to_string(part.line) : std::string{};
    switch (part.kind) {
    case OutcomePart::Kind::stuck:
        return "stuck";
    case OutcomePart::Kind::spins:
        return "spins";
    case OutcomePart::Kind::threw:
        return "threw " + (part.text.empty() ? "an exception" : part.text);
    case OutcomePart::Kind::crashed:
        return "crashed" + place;
    case OutcomePart::Kind::effect:
        return negation + part.text + (part.count > 0 ? " ×" + std::to_string(part.count) : std::string{});
    case OutcomePart::Kind::line:
        return negation + inQuotes(part.text);
    case OutcomePart::Kind::finished:
        return "finished";
    case OutcomePart::Kind::cancelled:
        return "cancelled" + place;
    case OutcomePart::Kind::dropped:
        return "dropped" + place;
    case OutcomePart::Kind::neverBegan:
        return "never began";
    }
    return {};
}

} // namespace

std::string toText(const std::vector<OutcomePart>& parts)
{
    std::string text;
    for (const OutcomePart& part : parts)
        text += (text.empty() ? "" : ", ") + toText(part);
    return text;
}

OutcomeWords::Kind OutcomeWords::kindOf(const Trace& trace)
{
    Kind kind;
    const TraceEnd& end = trace.ended;
    // What the timeout does is what a sweep tries: to be cancelled by it is no end of its own.
    const bool isCancelled = end.how == RunEnd::threw && trace.firedAt && end.error && end.error->what == "operation_aborted";
    using enum OutcomePart::Kind;
    if (end.how == RunEnd::stuck)
        kind.ending = OutcomePart{stuck};
    else if (end.how == RunEnd::spins)
        kind.ending = OutcomePart{spins};
    else if (end.how == RunEnd::crashed)
        kind.ending = OutcomePart{.kind = crashed, .line = end.line};
    else if (end.how == RunEnd::threw && !isCancelled)
        kind.ending = OutcomePart{threw, end.error ? shortName(*end.error) : std::string{}};
    const bool isDropped = std::ranges::any_of(trace.coroutines, [](const TraceCoroutine& coroutine) {
        return !coroutine.parent && coroutine.how == CoroutineEnd::dropped;
    });
    kind.stop.kind = isCancelled ? cancelled : isDropped ? dropped : finished;
    if (trace.coroutines.empty()) // stopped before its first step
        kind.stop.kind = neverBegan;
    else if (isCancelled)
        kind.stop.line = end.line;
    else if (isDropped) {
        for (const TraceAwait& await : trace.awaits) {
            if (await.how == AwaitEnd::dropped && await.line > 0)
                kind.stop.line = await.line; // the innermost began last
        }
    }
    std::map<std::string, std::set<std::string>> details;
    for (const TraceEffect& effect : trace.effects)
        details[effect.what].insert(effect.detail);
    for (const auto& [what, of] : details)
        kind.effects.emplace_back(what, static_cast<int>(of.size()));
    for (const TraceLogLine& line : trace.log)
        addOnce(kind.lines, withoutNumbers(line.text));
    std::ranges::sort(kind.lines);
    return kind;
}

int OutcomeWords::add(const Trace& trace)
{
    Kind kind = kindOf(trace);
    const auto known = std::ranges::find(m_kinds, kind);
    const auto number = static_cast<int>(known - m_kinds.begin());
    if (known == m_kinds.end())
        m_kinds.push_back(std::move(kind));
    return number;
}

int OutcomeWords::countOf(const Kind& kind, const std::string& effect)
{
    const auto found = std::ranges::find(kind.effects, effect, &std::pair<std::string, int>::first);
    return found == kind.effects.end() ? 0 : found->second;
}

std::vector<OutcomePart> OutcomeWords::effectsOf(const Kind& kind) const
{
    std::map<std::string, std::pair<int, int>> least; // and most, of each that some have
    for (const Kind& each : m_kinds) {
        for (const auto& [effect, count] : each.effects)
            least.try_emplace(effect, count, count);
    }
    for (auto& [effect, range] : least) {
        for (const Kind& each : m_kinds) {
            range.first = std::min(range.first, countOf(each, effect));
            range.second = std::max(range.second, countOf(each, effect));
        }
    }
    const bool isAllTheSame = std::ranges::all_of(least, [](const auto& each) { return each.second.first == each.second.second; });
    std::vector<OutcomePart> parts;
    for (const auto& [effect, range] : least) {
        const int count = countOf(kind, effect);
        // Where all do the same that is said, rather than nothing.
        if (range.first < range.second || isAllTheSame)
            parts.push_back({.kind = OutcomePart::Kind::effect,
                             .text = effect,
                             .isMissing = count == 0,
                             .count = range.second > 1 && range.first < range.second ? count : 0});
    }
    if (isAllTheSame)
        return parts;
    // How it ended is said anyway, and tells it from those that ended otherwise.
    std::vector<const Kind*> others;
    std::vector<const Kind*> othersAtAll;
    for (const Kind& each : m_kinds) {
        if (each.effects == kind.effects)
            continue;
        othersAtAll.push_back(&each);
        if (each.ending == kind.ending)
            others.push_back(&each);
    }
    if (others.empty() && kind.ending)
        return {};
    return fewestOf(parts, others.empty() ? othersAtAll : others, [](const Kind& other, const OutcomePart& part) {
        const int count = countOf(other, part.text);
        return part.count > 0 ? count == part.count : (count == 0) == part.isMissing;
    });
}

std::vector<OutcomePart> OutcomeWords::linesOf(const Kind& kind) const
{
    std::vector<const Kind*> others; // that only their lines tell from it
    Names known = kind.lines;
    for (const Kind& each : m_kinds) {
        if (each.ending != kind.ending || each.effects != kind.effects || each.lines == kind.lines)
            continue;
        others.push_back(&each);
        for (const std::string& line : each.lines)
            addOnce(known, line);
    }
    const auto has = [](const Kind& other, const OutcomePart& part) { return contains(other.lines, part.text) != part.isMissing; };
    std::vector<OutcomePart> parts;
    for (const std::string& line : known) {
        const OutcomePart part{.kind = OutcomePart::Kind::line, .text = line, .isMissing = !contains(kind.lines, line)};
        if (!std::ranges::all_of(others, [&](const Kind* other) { return has(*other, part); }))
            parts.push_back(part);
    }
    return fewestOf(parts, others, has);
}

std::vector<std::vector<OutcomePart>> OutcomeWords::parts() const
{
    std::vector<std::vector<OutcomePart>> all;
    for (const Kind& kind : m_kinds) {
        std::vector<OutcomePart> parts;
        if (kind.ending)
            parts.push_back(*kind.ending);
        append(parts, effectsOf(kind));
        append(parts, linesOf(kind));
        if (parts.empty())
            parts.push_back(kind.stop);
        all.push_back(std::move(parts));
    }
    return all;
}

} // namespace awaitscope
