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

/// Each with "not" before it where `own` lacks it.
std::string told(const Names& names, const Names& own, bool isQuoted)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + std::string{contains(own, name) ? "" : "not "} + (isQuoted ? inQuotes(name) : name);
    return text;
}

std::string joined(const std::string& first, const std::string& second)
{
    return first.empty() || second.empty() ? first + second : first + ", " + second;
}

} // namespace

OutcomeWords::Kind OutcomeWords::kindOf(const Trace& trace)
{
    Kind kind;
    const TraceEnd& end = trace.ended;
    // What the timeout does is what a sweep tries: to be cancelled by it is no end of its own.
    const bool isCancelled = end.how == RunEnd::threw && trace.firedAt && end.error && end.error->what == "operation_aborted";
    if (end.how == RunEnd::stuck || end.how == RunEnd::spins)
        kind.ending = toText(end.how);
    else if (end.how == RunEnd::threw && !isCancelled)
        kind.ending = "threw " + (end.error ? shortName(*end.error) : std::string{"an exception"});
    const bool isDropped = std::ranges::any_of(trace.coroutines, [](const TraceCoroutine& coroutine) {
        return !coroutine.parent && coroutine.how == CoroutineEnd::dropped;
    });
    kind.stop = isCancelled ? "cancelled" : isDropped ? "dropped" : "finished";
    if (trace.coroutines.empty()) // stopped before its first step
        kind.stop = "never began";
    else if (isCancelled && end.line > 0)
        kind.stop += " in line " + std::to_string(end.line);
    else if (isDropped) {
        for (const TraceAwait& await : trace.awaits) {
            if (await.how == AwaitEnd::dropped && await.line > 0)
                kind.stop = "dropped in line " + std::to_string(await.line); // the innermost began last
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

std::vector<std::string> OutcomeWords::words() const
{
    std::vector<const Names*> effects;
    for (const Kind& kind : m_kinds)
        effects.push_back(&kind.effects);
    const Names namedEffects = varying(effects);
    std::vector<std::string> words;
    std::map<std::string, std::vector<const Names*>> linesOfThoseCalledTheSame;
    for (const Kind& kind : m_kinds) {
        // Where all do the same that is said, rather than nothing.
        words.push_back(joined(kind.ending, told(namedEffects.empty() ? kind.effects : namedEffects, kind.effects, false)));
        linesOfThoseCalledTheSame[words.back()].push_back(&kind.lines);
    }
    for (std::size_t index = 0; index < m_kinds.size(); ++index) {
        std::string& word = words[index];
        const Names lines = varying(linesOfThoseCalledTheSame[word]);
        word = joined(word, told(lines, m_kinds[index].lines, true));
        if (word.empty())
            word = m_kinds[index].stop;
    }
    return words;
}

} // namespace awaitscope
