// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/judge/verify.hpp"

#include "lesson/format/claim.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/judge/fix.hpp"
#include "lesson/judge/judge.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/text/text.hpp"
#include "lesson/traffic/traffic.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace awaitscope {

namespace {

constexpr std::array allModels = {CancelModel::asio, CancelModel::drop, CancelModel::eager};

class LessonVerifier
{
public:
    LessonVerifier(const Lesson& lesson, std::string where, const RunLimits& limits, const VersionMaker& make)
        : m_lesson{lesson},
          m_where{std::move(where)},
          m_limits{limits},
          m_make{make}
    {}

    std::vector<Diagnostic> verify()
    {
        verifyRuns();
        if (!m_errors.empty()) // else each of them would come again from every scene
            return std::move(m_errors);
        for (const CancelModel model : m_lesson.models)
            verifyVariants(model);
        // What violates a check has been said, and by all that do.
        for (const VariantSpec& variant : m_errors.empty() ? m_lesson.variants : std::vector<VariantSpec>{})
            verifyJudgedRight(variant);
        if (m_errors.empty()) // what no single run does, thousands of them do not either
            verifyTraffic();
        for (const Scene& scene : m_lesson.story.scenes)
            verifyScene(scene);
        for (const Telling& telling : m_lesson.tellings)
            verifyWords(telling);
        return std::move(m_errors);
    }

private:
    void reject(const std::string& file, int line, std::string message)
    {
        m_errors.push_back({std::move(message), m_where + file, line});
    }

    /// An error of a run: where it says so itself, else at the line that asked for the run.
    void reject(const Diagnostic& error, const std::string& file, int line)
    {
        Diagnostic placed = error;
        placed.file = m_where + (error.file.empty() ? file : error.file);
        placed.line = error.file.empty() ? line : error.line;
        m_errors.push_back(std::move(placed));
    }

    /// The defaults, also of variants that are not shown at first.
    Scenario allVariants() const
    {
        Scenario scenario = defaultScenario(m_lesson);
        scenario.variants.clear();
        for (const VariantSpec& variant : m_lesson.variants)
            scenario.variants.push_back(variant.name);
        return scenario;
    }

    /// The defaults, without a timeout: the lesson runs at all.
    void verifyRuns()
    {
        const Result<ScenarioRun> run = runScenario(m_lesson, allVariants(), m_limits);
        if (!run) {
            reject(run.error(), "lesson.toml", 1);
            return;
        }
        for (const VariantRun& variant : run->variants) {
            const Trace& trace = *variant.trace;
            if (trace.subject == 0)
                reject(m_lesson.findVariant(variant.variant)->file, 1,
                       "The subject " + inQuotes(m_lesson.subject)
                           + " never ran. The caller of scenario.cpp must await it.");
            verifyChecks(trace);
            listen(*run);
            for (const TraceEffect& effect : trace.effects)
                m_effects.push_back(effect.what);
            for (const TraceLogLine& line : trace.log)
                m_printed.push_back(line.text);
        }
    }

    void verifyChecks(const Trace& trace)
    {
        if (m_hasToldChecks)
            return;
        const auto isSame = [](const TraceCheck& judged, const CheckSpec& spec) {
            return judged.id == spec.id && judged.text == spec.text;
        };
        std::vector<CheckSpec> wanted = m_lesson.checks;
        std::erase_if(wanted, [&](const CheckSpec& spec) { // what happened as it should is not told
            return spec.isLiveness && std::ranges::find(trace.checks, spec.id, &TraceCheck::id) == trace.checks.end();
        });
        if (std::equal(trace.checks.begin(), trace.checks.end(), wanted.begin(), wanted.end(), isSame))
            return;
        m_hasToldChecks = true; // the variants share one scenario.cpp
        std::vector<std::string> judged;
        for (const TraceCheck& check : trace.checks)
            judged.push_back(check.id.empty() ? inQuotes(check.text) : check.id + " (" + check.text + ")");
        reject("lesson.toml", m_lesson.checks.front().line,
               "scenario.cpp judges other checks than the manifest: "
                   + (judged.empty() ? std::string{"none"} : listed(judged))
                   + ". Give both the same texts in the same order.");
    }

    /// Of variants that run in this process: weeks of requests are not served elsewhere.
    void verifyTraffic()
    {
        for (const Scene& scene : m_lesson.story.scenes) {
            if (scene.showsTraffic && !m_lesson.traffic)
                reject("story.md", scene.line, "A link of the scene leads to traffic:, and lesson.toml has no [traffic].");
        }
        for (const VariantSpec& variant : m_lesson.variants) {
            const Program* const program = m_lesson.findProgram(variant.name);
            const bool isElsewhere = m_lesson.runsElsewhere(variant.name); // whose module alone knows what classes it has
            if (!isElsewhere && (!program || !program->makeStage))
                continue;
            if (!isElsewhere && m_lesson.traffic.has_value() != (program->makeTraffic != nullptr)) {
                reject("lesson.toml", 1, m_lesson.traffic ? "lesson.toml has a [traffic], and the AWAITSCOPE_STAGE() of scenario.cpp no second class that serves it."
                                                           : "The AWAITSCOPE_STAGE() of scenario.cpp has a class that serves traffic, and lesson.toml no [traffic].");
                return; // the variants share both
            }
            if (!m_lesson.traffic)
                continue;
            for (const CancelModel model : m_lesson.models) {
                if (variant.isFor(model))
                    serve(variant, model);
            }
        }
    }

    void serve(const VariantSpec& variant, CancelModel model)
    {
        Scenario scenario = defaultScenario(m_lesson);
        scenario.variants = {variant.name};
        scenario.model = model;
        scenario.timeout = m_lesson.traffic->timeout;
        TrafficOrder order{scenario, *m_lesson.traffic};
        order.spec.requests = std::min<std::uint64_t>(order.spec.requests, 2'000);
        const Result<std::optional<TrafficResult>> result = runTraffic(m_lesson, order);
        if (!result)
            reject(result.error(), "lesson.toml", 1);
        else if (variant.kind == VariantKind::buggy && (*result)->counts.lost == 0)
            reject("lesson.toml", variant.line, "The buggy variant " + variant.name + " loses nothing in " + std::to_string(order.spec.requests)
                                                    + " requests of its traffic. Let a timeout or a distribution of [traffic] bring it about.");
        else if (variant.kind == VariantKind::fixed && (*result)->counts.lost != 0)
            reject("lesson.toml", variant.line, "The fixed variant " + variant.name + " loses " + std::to_string((*result)->counts.lost) + " of "
                                                    + std::to_string(order.spec.requests) + " requests of its traffic.");
    }

    void verifyVariants(CancelModel model)
    {
        Scenario scenario = allVariants();
        scenario.model = model;
        const Result<std::optional<Sweep>> swept = sweep(m_lesson, scenario, m_limits);
        if (!swept) {
            reject(swept.error(), "lesson.toml", 1);
            return;
        }
        // There is a sweep: without an observer nothing can stop it.
        for (const VariantSweep& variant : (*swept)->variants) {
            const VariantSpec& spec = *m_lesson.findVariant(variant.variant);
            if (spec.kind == VariantKind::buggy)
                verifyBuggy(spec, variant, model);
            else if (!spec.isFor(model))
                verifyUnfixed(spec, variant, model);
            else
                verifyFixed(spec, variant, model);
        }
    }

    /// A learner's version is compared with the lesson's own: these must be fixes by the same measure, and the buggy ones none.
    void verifyJudgedRight(const VariantSpec& spec)
    {
        const Result<std::optional<FixJudgement>> judged = judgeFix(m_lesson, spec.name, m_limits);
        if (!judged) {
            reject(judged.error(), spec.file, 1);
            return;
        }
        // There is a judgement: without an observer nothing can stop it.
        if ((*judged)->isFix() == (spec.kind == VariantKind::fixed))
            return;
        const std::string start = "The " + std::string{spec.kind == VariantKind::fixed ? "fixed" : "buggy"} + " variant " + spec.name;
        reject(spec.file, 1, (*judged)->isFix() ? start + " is judged to be a fix, as check says."
                                                : start + " is judged to be no fix: " + (*judged)->findings.front().why + " ("
                                                      + (*judged)->findings.front().scenario + ')');
    }

    void verifyBuggy(const VariantSpec& spec, const VariantSweep& swept, CancelModel model)
    {
        const bool shows = !violatingTimeouts(swept).empty();
        if (!shows && spec.isFor(model))
            reject("lesson.toml", spec.line,
                   "The buggy variant " + spec.name + " violates no check at any await under "
                       + std::string{toText(model)}
                       + ", which models names. Let it show its bug there, or take the model out of models.");
        if (shows && !spec.isFor(model))
            reject("lesson.toml", spec.line,
                   "The buggy variant " + spec.name + " violates a check under " + std::string{toText(model)}
                       + ", which its models leave out. Name it there.");
    }

    /// A fix that is none in a model must be seen to be none there.
    void verifyUnfixed(const VariantSpec& spec, const VariantSweep& swept, CancelModel model)
    {
        const std::size_t before = m_errors.size();
        verifyFixed(spec, swept, model);
        const bool isRight = m_errors.size() == before;
        m_errors.resize(before);
        if (isRight)
            reject("lesson.toml", spec.line,
                   "The fixed variant " + spec.name + " violates no check under " + std::string{toText(model)}
                       + ", which its models leave out: it is right there too. Name it there.");
    }

    void verifyFixed(const VariantSpec& spec, const VariantSweep& swept, CancelModel model)
    {
        const std::string start =
            "The fixed variant " + spec.name + " violates a check under " + std::string{toText(model)} + ' ';
        for (const SweptAwait& await : swept.awaits) {
            if (await.verdict == Verdict::violated)
                reject(await.file, await.line,
                       start + "when the timeout fires at await " + std::to_string(await.number) + ", " + await.what
                           + timesOf(await) + '.');
            else if (await.completedVerdict == Verdict::violated)
                reject(await.file, await.line,
                       start + "when the timeout fires at await " + std::to_string(await.number) + "+, after "
                           + await.what + " completed and before it resumes.");
        }
        for (const SweptStart& begin : swept.starts) {
            if (begin.isReachable && begin.verdict == Verdict::violated)
                reject(begin.file, begin.line, start + "when the timeout fires before the first step of " + begin.what + '.');
        }
        // The map as well, as a timeout between two awaits can meet a moment that no middle of an await does.
        for (const MapSegment& segment : swept.map) {
            if (segment.verdict == Verdict::violated)
                reject(spec.file, 1, start + "when the timeout is " + toText(segment.from) + '.');
        }
    }

    /// Those that violate, if not all of the await's do.
    static std::string timesOf(const SweptAwait& await)
    {
        std::vector<std::string> times;
        for (const MapSegment& segment : await.verdicts) {
            if (segment.verdict == Verdict::violated)
                times.push_back(rangeOf(segment));
        }
        return times.empty() || (times.size() == 1 && await.verdicts.size() == 1) ? std::string{}
                                                                                   : " (" + listed(times) + ')';
    }

    void verifyScene(const Scene& scene)
    {
        const Scenario defaults = defaultScenario(m_lesson);
        const int line = scene.scopeLine > 0 ? scene.scopeLine : scene.line;
        const Result<Scenario> scope = parseScenario(scene.scope, m_lesson, defaults);
        if (!scope) {
            reject(scope.error(), "story.md", line);
            return;
        }
        if (const Result<ScenarioRun> run = runScenario(m_lesson, *scope, m_limits); run)
            listen(*run);
        else
            reject(run.error(), "story.md", line);
        for (const StoryLink& link : scene.links)
            verifyLink(link, *scope);
        for (const SetPiece& piece : scene.setPieces) {
            const Result<Scenario> moment = parseScenario(piece.scenario, m_lesson, *scope);
            const Result<ScenarioRun> run = moment ? runScenario(m_lesson, *moment, m_limits) : moment.error();
            if (run)
                listen(*run);
            else
                reject(run.error(), "story.md", piece.line);
        }
        for (const StoryBlock& block : scene.blocks) {
            if (block.predict)
                verifyQuestion(*block.predict);
        }
    }

    void verifyLink(const StoryLink& link, const Scenario& scope)
    {
        for (const CancelModel model : allModels) {
            // A learner can have switched to any before following the link.
            const Result<Scenario> scenario = parseScenario(link.target, m_lesson, underModel(scope, model));
            const Result<ScenarioRun> run = scenario ? runScenario(m_lesson, *scenario, m_limits) : scenario.error();
            if (!run) {
                reject(run.error(), "story.md", link.line);
                return; // most would be said of every model
            }
            listen(*run);
        }
    }

    void verifyQuestion(const Predict& predict)
    {
        const Result<Scenario> scenario = parseScenario(predict.scenario, m_lesson, defaultScenario(m_lesson));
        const Result<ScenarioRun> run = scenario ? runScenario(m_lesson, *scenario, m_limits) : scenario.error();
        if (!run) {
            reject(run.error(), "story.md", predict.line);
            return;
        }
        listen(*run);
        switch (predict.kind) {
        case PredictKind::choice:
            verifyAnswers(predict, *run);
            break;
        case PredictKind::lines:
            verifyLines(predict);
            break;
        case PredictKind::place:
            verifyPlace(predict, *run);
            break;
        case PredictKind::fix:
        case PredictKind::order:
            for (const Diagnostic& error : verifyTask(m_lesson, predict, m_limits, m_make))
                reject(error, "story.md", predict.line);
            break;
        }
    }

    void listen(const ScenarioRun& run)
    {
        for (const VariantRun& variant : run.variants) {
            for (const std::string& words : wordsOf(*variant.trace))
                m_words.insert(words);
        }
    }

    void verifyWords(const Telling& telling)
    {
        for (const std::string& words : m_words) {
            if (!telling.words.find(words))
                reject("words." + telling.language + ".toml", 0,
                       "There are no words for " + inQuotes(words)
                           + ", which a run says. Add a line for it, with {1} for what differs from run to run.");
        }
    }

    void verifyAnswers(const Predict& predict, const ScenarioRun& run)
    {
        for (std::size_t index = 0; index < predict.answers.size(); ++index) {
            const Predict::Answer& answer = predict.answers[index];
            const bool isCalledRight = static_cast<int>(index) == predict.right;
            const Result<std::vector<Claim>> claims = parseClaims(answer.claim, m_lesson);
            if (answer.claim.empty() || !claims) // a wrong answer can do without, and reading refuses what is no claim
                continue;
            const bool isRight = areTrue(*claims, run);
            if (isRight != isCalledRight)
                reject("story.md", predict.line,
                       "The answer " + inQuotes(answer.text) + (isCalledRight ? " is called right" : " is called wrong")
                           + ", but run it is " + (isRight ? "true" : "not true") + " that " + answer.claim + '.');
            for (const Claim& claim : *claims)
                verifyObject(claim, predict.line);
        }
    }

    void verifyLines(const Predict& predict)
    {
        const Result<std::vector<AskedLine>> asked = askedLinesOf(m_lesson, predict, m_limits);
        if (!asked) {
            reject(asked.error(), "story.md", predict.line);
            return;
        }
        // Of the lines up to here. A question names lines by their awaits and effects: each name must be one line's.
        std::vector<std::string> known;
        for (const AskedLine& line : *asked) {
            const bool isCalledRun = std::ranges::find(predict.runs, line.name) != predict.runs.end();
            if (std::ranges::find(known, line.name) != known.end())
                reject("story.md", predict.line,
                       "Two lines of " + predict.variant + " are called " + line.name
                           + ", so that the answer cannot name one of them. Ask with a choice instead.");
            else if (isCalledRun != line.runs)
                reject("story.md", predict.line,
                       "The line of " + line.name + (isCalledRun ? " is" : " is not")
                           + " among those that run to their end, but run it " + (line.runs ? "does." : "does not."));
            known.push_back(line.name);
        }
        for (const std::string& name : predict.runs) {
            if (std::ranges::find(known, name) == known.end())
                reject("story.md", predict.line,
                       "No line of " + predict.variant + " is called " + inQuotes(name)
                           + ". Those that can be asked about: " + listed(known) + '.');
        }
    }

    void verifyPlace(const Predict& predict, const ScenarioRun& run)
    {
        const Result<std::vector<Claim>> claims = parseClaims(predict.claim, m_lesson);
        const std::optional<VirtualDuration> example = tryParseDuration(predict.example);
        if (!claims || !example) // reading refuses both
            return;
        const Result<bool> isRight = isPlacedRight(m_lesson, predict, *example, m_limits);
        if (!isRight)
            reject(isRight.error(), "story.md", predict.line);
        else if (!*isRight)
            reject("story.md", predict.line,
                   "The timeout " + predict.example + " is called right, but run it is not true that " + predict.claim
                       + '.');
        // In the question's own scenario, before the learner has moved anything.
        if (areTrue(*claims, run))
            reject("story.md", predict.line,
                   "It is true from the start that " + predict.claim
                       + ", so that there is nothing to place. Let the question's scenario begin with another timeout.");
        for (const Claim& claim : *claims)
            verifyObject(claim, predict.line);
    }

    /// What never happens anywhere is lacking for no reason but a slip of the pen.
    void verifyObject(const Claim& claim, int line)
    {
        const auto isIn = [&](const std::vector<std::string>& known) {
            return std::find(known.begin(), known.end(), claim.object) != known.end();
        };
        if (claim.verb == Claim::Verb::lacks && !isIn(m_effects))
            reject("story.md", line,
                   "No variant ever runs the effect " + inQuotes(claim.object) + ", so that to lack it means nothing.");
        if (claim.verb == Claim::Verb::omits && !isIn(m_printed))
            reject("story.md", line,
                   "No variant ever prints the line " + inQuotes(claim.object) + ", so that to omit it means nothing.");
    }

    const Lesson& m_lesson;
    std::string m_where;
    RunLimits m_limits;
    const VersionMaker& m_make;
    std::vector<Diagnostic> m_errors;
    std::vector<std::string> m_effects; ///< of all variants without a timeout
    std::vector<std::string> m_printed; ///< likewise
    std::set<std::string> m_words;      ///< what the runs said of themselves
    bool m_hasToldChecks = false;
};

} // namespace

std::vector<Diagnostic> verifyLesson(const Lesson& lesson, const std::string& where, const RunLimits& limits, const VersionMaker& make)
{
    return LessonVerifier{lesson, where, limits, make}.verify();
}

} // namespace awaitscope
