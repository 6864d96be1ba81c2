// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/retold_code.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

std::size_t indentationOf(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

/// A timeout that was aimed at an await of no width has no time of its own but the one at which it fired.
bool isTie(const Trace& trace, const Trace& whole)
{
    const std::optional<VirtualTime> at = trace.timeout ? VirtualTime{*trace.timeout} : trace.firedAt;
    return at && std::ranges::any_of(whole.events, [&](const TraceEvent& event) { return event.at == *at; });
}

} // namespace

std::vector<CodeTongue> tonguesOf(const Lesson& lesson, const std::string& variant)
{
    std::vector<CodeTongue> tongues{{{}, QStringLiteral("C++"), QStringLiteral("C++ · Boost.Asio")}};
    for (const RetellingSpec& retelling : lesson.retellings) {
        const OtherRuntime* const runtime = findOtherRuntime(retelling.runtime);
        if (!variant.empty() && !(runtime && retellingOf(lesson, variant, *runtime)))
            continue;
        const QString title = QString::fromStdString(retelling.title);
        tongues.push_back(
            {QString::fromStdString(retelling.runtime), title.section(QStringLiteral(" · "), 0, 0), title});
    }
    return tongues;
}

QString tongueAfter(const Lesson& lesson, const QString& runtime)
{
    const std::vector<CodeTongue> tongues = tonguesOf(lesson);
    const auto found = std::ranges::find(tongues, runtime, &CodeTongue::runtime);
    const auto index = found == tongues.end() ? 0 : static_cast<std::size_t>(found - tongues.begin());
    return tongues[(index + 1) % tongues.size()].runtime;
}

const LessonFile* retellingOf(const Lesson& lesson, const std::string& variant, const OtherRuntime& runtime)
{
    const bool isTold =
        std::ranges::find(lesson.retellings, runtime.name, &RetellingSpec::runtime) != lesson.retellings.end();
    return isTold ? lesson.findFile(fileOf(runtime, variant)) : nullptr;
}

std::optional<LineRange> findAsyncFunction(std::string_view program)
{
    const std::vector<std::string_view> lines = linesOf(program);
    const auto isAsync = [](std::string_view line) {
        const std::string_view code = trimmed(line);
        return code.starts_with("async ") || code.starts_with("pub async ");
    };
    const auto start = std::ranges::find_if(lines, isAsync);
    if (start == lines.end())
        return std::nullopt;
    const std::size_t depth = indentationOf(*start);
    auto last = start;
    for (auto line = start + 1; line != lines.end(); ++line) {
        if (trimmed(*line).empty())
            continue;
        const std::size_t indentation = indentationOf(*line);
        if (indentation < depth || (indentation == depth && !trimmed(*line).starts_with('}')))
            break;
        last = line;
        if (indentation == depth)
            break;
    }
    return LineRange{static_cast<int>(start - lines.begin()) + 1, static_cast<int>(last - lines.begin()) + 1};
}

Scenario scenarioAsIn(const OtherRuntime& runtime, const Scenario& shown)
{
    Scenario scenario = shown;
    scenario.model = runtime.model;
    scenario.cancelOn = CancelOn::coroutine;
    scenario.time.reset();
    return scenario;
}

std::optional<VariantRun> runAsIn(const ScenarioRun& run, const std::string& variant)
{
    const auto found = std::ranges::find(run.variants, variant, &VariantRun::variant);
    if (found == run.variants.end() || isTie(*found->trace, *found->withoutTimeout))
        return std::nullopt;
    return *found;
}

CodePicture retold(const CodePicture& picture, const std::map<int, int>& sameLines)
{
    CodePicture told;
    for (const auto& [line, what] : picture.lines) {
        if (const auto same = sameLines.find(line); same != sameLines.end())
            told.lines[same->second] = what;
    }
    return told;
}

CodePicture withoutRun(CodePicture picture)
{
    for (auto& [number, line] : picture.lines) {
        CodeLine plain;
        plain.badges = std::move(line.badges);
        line = std::move(plain);
        for (CodeBadge& badge : line.badges)
            badge.reached = false;
    }
    return picture;
}

} // namespace awaitscope
