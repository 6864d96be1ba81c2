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

/// Whether the file expects anything at all: in the run without a timeout, which comes by all that it says.
bool expectsSomething(const Subject& subject)
{
    Scenario scenario = subject.scenario;
    scenario.timeout = NoTimeout{};
    const Result<ScenarioRun> run = runScenario(*subject.lesson, scenario, {.showsFaults = true});
    return run && !run->variants.front().trace->checks.empty();
}

/// A sandbox has no fixes to be compared with: what it expects itself is all.
Result<FixJudgement> judgeSandbox(const Subject& subject)
{
    FixJudgement judgement;
    std::set<std::string> told;
    for (const CancelModel model : subject.lesson->models) {
        Scenario scenario = subject.scenario;
        scenario.model = model;
        std::int64_t runs = 0;
        const Result<std::optional<Sweep>> swept =
            sweep(*subject.lesson, scenario, {.showsFaults = true}, {.ran = [&runs](std::int64_t count) { runs = count; }});
        if (!swept)
            return swept.error();
        judgement.runs += runs;
        const VariantSweep& variant = (*swept)->variants.front(); // nothing stopped it
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
                    judgement.findings.push_back({FixFault::violates, check.text, check.why, {}, toText(run->scenario, *subject.lesson),
                                                  "Not kept is \"" + check.text + "\" " + check.why});
            }
        }
        scenario.timeout = NoTimeout{}; // the fault says itself at which one it was
        if (variant.fault && told.insert(std::string{}).second)
            judgement.findings.push_back(
                {FixFault::crashes, {}, variant.fault->message, {}, toText(scenario, *subject.lesson), subject.named(*variant.fault).toText()});
    }
    return judgement;
}

nlohmann::ordered_json toJson(const Subject& subject, const std::string& variant, const FixJudgement& judgement)
{
    using Json = nlohmann::ordered_json;
    Json findings = Json::array();
    for (const FixFinding& finding : judgement.findings)
        findings.push_back(Json{{"fault", toText(finding.fault)},
                                {"subject", finding.subject},
                                {"found", finding.found},
                                {"expected", finding.expected},
                                {"scenario", finding.scenario},
                                {"why", finding.why}});
    return Json{{"format", "awaitscope-check"}, {"version", 1},          {"lesson", subject.lesson->slug}, {"variant", variant},
                {"holds", judgement.isFix()},   {"runs", judgement.runs}, {"findings", std::move(findings)}};
}

std::string modelsOf(const Lesson& lesson)
{
    std::vector<std::string> models;
    for (const CancelModel model : lesson.models)
        models.emplace_back(titleOf(model));
    return listed(models);
}

std::string toTextOf(const Subject& subject, const std::string& name, const FixJudgement& judgement, const TextStyle& style)
{
    const bool isHollow = subject.lesson->isSandbox && judgement.isFix() && !expectsSomething(subject);
    std::string said = isHollow                    ? "it expects nothing, and so nothing can fail: write expect(\"what must hold\", …) in judge()"
                       : subject.lesson->isSandbox ? (judgement.isFix() ? "what it expects holds" : "what it expects does not hold")
                                                 : (judgement.isFix() ? "is a fix" : "is no fix");
    const Verdict verdict = isHollow ? Verdict::notApplicable : judgement.isFix() ? Verdict::holds : Verdict::violated;
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
    const std::string variant = subject.own && !subject.own->variant.empty() ? subject.own->variant : subject.variant;
    Result<FixJudgement> judgement = Diagnostic{};
    if (subject.lesson->isSandbox) {
        judgement = judgeSandbox(subject);
    } else if (Result<std::optional<FixJudgement>> judged = judgeFix(*subject.lesson, variant); judged) {
        judgement = **std::move(judged); // nothing stopped it
    } else {
        judgement = judged.error();
    }
    if (!judgement)
        return failed(judgement.error(), subject);
    Outcome outcome;
    const bool isFault = subject.lesson->isSandbox && std::ranges::find(judgement->findings, FixFault::crashes, &FixFinding::fault) != judgement->findings.end();
    outcome.exitCode = judgement->isFix() ? ExitCode::done : isFault ? ExitCode::fault : ExitCode::violated;
    const std::string name = request.file ? printablePath(*request.file) : subject.path.empty() ? variant : printablePath(subject.path);
    outcome.out = request.isJson ? toJson(subject, variant, *judgement).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n'
                                 : toTextOf(subject, name, *judgement, style);
    if (subject.own)
        outcome.err = remarksOn(*subject.own);
    return outcome;
}

} // namespace awaitscope::cli
