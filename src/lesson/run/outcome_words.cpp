// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/outcome_words.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>
#include <cctype>
#include <map>

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

/// Those of `all` that some have and others have not.
Names varying(const std::vector<const Names*>& all)
{
    Names known;
    for (const Names* const names : all) {
        for (const std::string& name : *names)
            addOnce(known, name);
    }
    std::erase_if(known, [&](const std::string& name) {
        return std::ranges::all_of(all, [&](const Names* names) { return contains(*names, name); });
    });
    return known;
}

std::vector<OutcomePart> told(OutcomePart::Kind kind, const Names& names, const Names& own)
{
    std::vector<OutcomePart> parts;
    for (const std::string& name : names)
        parts.push_back({kind, name, !contains(own, name)});
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
        return negation + part.text;
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
    for (const TraceEffect& effect : trace.effects)
        addOnce(kind.effects, effect.what);
    for (const TraceLogLine& line : trace.log)
        addOnce(kind.lines, withoutNumbers(line.text));
    std::ranges::sort(kind.effects);
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

std::vector<std::vector<OutcomePart>> OutcomeWords::parts() const
{
    std::vector<const Names*> effects;
    for (const Kind& kind : m_kinds)
        effects.push_back(&kind.effects);
    const Names namedEffects = varying(effects);
    std::vector<std::vector<OutcomePart>> all;
    std::map<std::vector<OutcomePart>, std::vector<const Names*>> linesOfThoseCalledTheSame;
    for (const Kind& kind : m_kinds) {
        std::vector<OutcomePart> parts;
        if (kind.ending)
            parts.push_back(*kind.ending);
        // Where all do the same that is said, rather than nothing.
        append(parts, told(OutcomePart::Kind::effect, namedEffects.empty() ? kind.effects : namedEffects, kind.effects));
        linesOfThoseCalledTheSame[parts].push_back(&kind.lines);
        all.push_back(std::move(parts));
    }
    for (std::size_t index = 0; index < m_kinds.size(); ++index) {
        std::vector<OutcomePart>& parts = all[index];
        const Names lines = varying(linesOfThoseCalledTheSame[parts]);
        append(parts, told(OutcomePart::Kind::line, lines, m_kinds[index].lines));
        if (parts.empty())
            parts.push_back(m_kinds[index].stop);
    }
    return all;
}

} // namespace awaitscope
