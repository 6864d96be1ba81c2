// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_command.hpp"

#include "lesson/judge/fix.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/tell/ink.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace awaitscope::cli {

namespace {

struct Judged
{
    FixJudgement judgement;
    bool expectsSomething = true; ///< of a sandbox: whether any of its runs did
};

/// A sandbox has no fixes to be compared with: what it expects itself is all.
Result<Judged> judgeSandbox(const Subject& subject)
{
    Judged judged;
    judged.expectsSomething = false;
    FixJudgement& judgement = judged.judgement;
    std::set<std::string> told;
    for (const CancelModel model : subject.lesson->models) {
        Scenario scenario = underModel(subject.scenario, model);
        std::int64_t runs = 0;
        const Result<std::optional<Sweep>> swept =
            sweep(*subject.lesson, scenario, {.showsFaults = true}, {.ran = [&runs](std::int64_t count) { runs = count; }});
        if (!swept)
            return swept.error();
        judgement.runs += runs;
        const VariantSweep& variant = (*swept)->variants.front(); // nothing stopped it
        judged.expectsSomething = judged.expectsSomething || expectsSomething(variant);
        std::vector<Timeout> violating = violatingTimeouts(variant);
        // Without a timeout first: what is violated there is no matter of the timeout.
        violating.insert(violating.begin(), NoTimeout{});
        for (const Timeout& timeout : violating) {
            scenario.timeout = timeout;
            const Result<ScenarioRun> run = runScenario(*subject.lesson, scenario, {.showsFaults = true});
            if (!run)
                return run.error();
            for (const TraceCheck& check : run->variants.front().trace->checks) {
                if (check.verdict == Verdict::violated && told.insert(check.text).second)
                    judgement.findings.push_back({FixFault::violates, check.text, {check.why}, {}, toText(run->scenario, *subject.lesson),
                                                  "Not kept is \"" + check.text + "\" " + check.why});
            }
        }
        scenario.timeout = variant.faultAt;
        if (variant.fault && told.insert(std::string{}).second)
            judgement.findings.push_back(
                {FixFault::crashes, {}, {variant.fault->message}, {}, toText(scenario, *subject.lesson), subject.named(*variant.fault).toText()});
    }
    return judged;
}

nlohmann::ordered_json toJson(const Subject& subject, const std::string& variant, const Judged& judged)
{
    const FixJudgement& judgement = judged.judgement;
    using Json = nlohmann::ordered_json;
    Json findings = Json::array();
    for (const FixFinding& finding : judgement.findings)
        findings.push_back(Json{{"fault", toText(finding.fault)},
                                {"subject", finding.subject},
                                {"found", finding.found.toText()},
                                {"expected", finding.expected.toText()},
                                {"scenario", finding.scenario},
                                {"why", finding.why}});
    Json json{{"format", "awaitscope-check"}, {"version", 1}, {"lesson", subject.lesson->slug}, {"variant", variant}, {"holds", judgement.isFix()}};
    if (subject.lesson->isSandbox)
        json["expects"] = judged.expectsSomething;
    json["runs"] = judgement.runs;
    json["findings"] = std::move(findings);
    return json;
}

std::string modelsOf(const Lesson& lesson)
{
    std::vector<std::string> models;
    for (const CancelModel model : lesson.models)
        models.emplace_back(titleOf(model));
    return listed(models);
}

/// What is said of a sandbox, behind its name.
std::string sentenceOf(const Judged& judged)
{
    const FixJudgement& judgement = judged.judgement;
    const bool onlyCrashes = std::ranges::all_of(judgement.findings, [](const FixFinding& finding) { return finding.fault == FixFault::crashes; });
    if (!judgement.isFix())
        return onlyCrashes ? "it crashes" : "what it expects does not hold";
    return judged.expectsSomething ? "what it expects holds"
                                   : "it expects nothing, and so nothing can fail: write expect(\"what must hold\", …) in judge()";
}

std::string toTextOf(const Subject& subject, const std::string& name, const Judged& judged, const TextStyle& style)
{
    const FixJudgement& judgement = judged.judgement;
    std::string said = subject.lesson->isSandbox ? sentenceOf(judged) : judgement.isFix() ? "is a fix" : "is no fix";
    const Verdict verdict = !judgement.isFix() ? Verdict::violated : judged.expectsSomething ? Verdict::holds : Verdict::notApplicable;
    if (!subject.lesson->isSandbox)
        said += " of " + inQuotes(subject.lesson->title);
    std::string text = painted(std::string{markOf(verdict)} + ' ' + name, inkOf(verdict), style.isColoured) + (subject.lesson->isSandbox ? ": " : " ")
                       + said + " (" + std::to_string(judgement.runs) + " runs under " + modelsOf(*subject.lesson) + ")\n";
    for (const FixFinding& finding : judgement.findings)
        text += "  " + finding.why + "\n    " + finding.scenario + '\n';
    return text;
}

} // namespace

Outcome check(const Subject& subject, const Request& request, const TextStyle& style)
{
    const std::string& variant = subject.versionAtHand();
    Result<Judged> judged = Diagnostic{};
    if (subject.lesson->isSandbox) {
        judged = judgeSandbox(subject);
    } else if (Result<std::optional<FixJudgement>> fix = judgeFix(*subject.lesson, variant); fix) {
        judged = Judged{**std::move(fix)}; // nothing stopped it
    } else {
        judged = fix.error();
    }
    if (!judged)
        return failed(judged.error(), subject);
    Outcome outcome;
    const FixJudgement& judgement = judged->judgement;
    const bool isFault = subject.lesson->isSandbox && std::ranges::find(judgement.findings, FixFault::crashes, &FixFinding::fault) != judgement.findings.end();
    outcome.exitCode = judgement.isFix() ? ExitCode::done : isFault ? ExitCode::fault : ExitCode::violated;
    const std::string name = request.file ? printablePath(*request.file) : subject.path.empty() ? variant : printablePath(subject.path);
    outcome.out = request.isJson ? toJson(subject, variant, *judged).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n'
                                 : toTextOf(subject, name, *judged, style);
    if (subject.own)
        outcome.err = remarksOn(*subject.own);
    return outcome;
}

} // namespace awaitscope::cli
