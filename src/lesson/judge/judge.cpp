// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/judge/judge.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <map>

namespace awaitscope {

namespace {

/// How often a line's awaits and effects came to their end in a run, and how the first of them is called.
struct LineCount
{
    std::string name;
    int ends = 0;
};

/// As a reader sees it: without blanks around it, and without the comment that names it for the story.
std::string shownText(const std::vector<std::string_view>& lines, int number)
{
    const auto index = static_cast<std::size_t>(number - 1);
    if (index >= lines.size())
        return {};
    const std::string_view line = lines[index];
    return std::string{trimmed(line.substr(0, line.find("// mark:")))};
}

std::map<int, LineCount> countsOf(const Trace& trace, const std::string& file)
{
    std::map<int, LineCount> counts;
    const auto count = [&](const std::string& where, int line, const std::string& name, bool hasEnded) {
        if (where != file)
            return;
        LineCount& entry = counts[line];
        if (entry.name.empty())
            entry.name = name;
        entry.ends += hasEnded ? 1 : 0;
    };
    for (const TraceAwait& await : trace.awaits) {
        if (await.number > 0)
            // Cancelled, dropped or refused: the line was come by and did not come to its end.
            count(await.file, await.line, await.what, await.how == AwaitEnd::resumed);
    }
    for (const TraceEffect& effect : trace.effects)
        count(effect.file, effect.line, effect.what, true);
    return counts;
}

const VariantRun* runOf(const ScenarioRun& run, const std::string& variant)
{
    const auto found = std::ranges::find(run.variants, variant, &VariantRun::variant);
    return found == run.variants.end() ? nullptr : &*found;
}

Result<ScenarioRun> runQuestion(const Lesson& lesson, const Predict& predict, const Timeout* timeout,
                                const RunLimits& limits)
{
    Result<Scenario> scenario = parseScenario(predict.scenario, lesson, defaultScenario(lesson));
    if (!scenario)
        return scenario.error();
    if (timeout)
        scenario->timeout = *timeout;
    // A question is about the whole run, wherever the playhead of its scenario stands.
    scenario->time.reset();
    // No question knows of what a learner made of a variant.
    std::erase_if(scenario->variants, [](const std::string& variant) { return isEdited(variant); });
    return runScenario(lesson, *scenario, limits);
}

} // namespace

Result<std::vector<AskedLine>> askedLinesOf(const Lesson& lesson, const Predict& predict, const RunLimits& limits)
{
    const Result<ScenarioRun> run = runQuestion(lesson, predict, nullptr, limits);
    if (!run)
        return run.error();
    const VariantRun* const variant = runOf(*run, predict.variant);
    const VariantSpec* const spec = lesson.findVariant(predict.variant);
    const LessonFile* const file = spec ? lesson.findFile(spec->file) : nullptr;
    if (!variant || !file)
        return Diagnostic{"The question asks about the variant " + inQuotes(predict.variant)
                              + ", which its scenario does not show.",
                          "story.md", predict.line};

    const std::vector<std::string_view> text = linesOf(file->text);
    const std::map<int, LineCount> here = countsOf(*variant->trace, file->name);
    std::vector<AskedLine> lines;
    // Lines that only the run without a timeout comes by are asked about too: that they are not reached is the point.
    for (const auto& [number, expected] : countsOf(*variant->withoutTimeout, file->name)) {
        const auto found = here.find(number);
        lines.push_back({number, expected.name, shownText(text, number),
                         found != here.end() && found->second.ends >= expected.ends});
    }
    return lines;
}

Result<bool> isPlacedRight(const Lesson& lesson, const Predict& predict, const Timeout& timeout,
                           const RunLimits& limits)
{
    const Result<std::vector<Claim>> claims = parseClaims(predict.claim, lesson);
    if (!claims)
        return claims.error();
    const Result<ScenarioRun> run = runQuestion(lesson, predict, &timeout, limits);
    if (!run)
        return run.error();
    return areTrue(*claims, *run);
}

bool areTrue(const std::vector<Claim>& claims, const ScenarioRun& run)
{
    return std::ranges::all_of(claims, [&](const Claim& claim) {
        const VariantRun* const variant = runOf(run, claim.variant);
        return variant && isTrue(claim, *variant->trace);
    });
}

} // namespace awaitscope
