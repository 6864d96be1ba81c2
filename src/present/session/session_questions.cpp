// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a session does with the questions of its lesson.
#include "present/session/session.hpp"

#include <algorithm>
#include <optional>

namespace awaitscope {

namespace {

/// False: it is there.
bool addBeside(const std::string& variant, Scenario& scenario)
{
    if (std::ranges::find(scenario.variants, variant) != scenario.variants.end())
        return false;
    scenario.variants.push_back(variant);
    return true;
}

} // namespace

bool Session::showBeside(const std::string& variant)
{
    Scenario scenario = m_run.scenario;
    scenario.time.reset();
    if (!addBeside(variant, scenario))
        return true;
    if (!show(*m_lesson, scenario, PlayheadGoes::asTheScenarioSays))
        return false;
    revealTimeout();
    return true;
}

bool Session::showQuestion(const Predict& predict, std::optional<Timeout> timeout, const std::string& beside)
{
    Result<Scenario> scenario = parseScenario(predict.scenario, *m_lesson, m_run.scenario);
    if (!scenario)
        return fail(scenario.error());
    if (timeout)
        scenario->timeout = *timeout;
    if (!beside.empty())
        addBeside(beside, *scenario);
    if (!show(*m_lesson, *scenario, PlayheadGoes::asTheScenarioSays))
        return false;
    revealTimeout();
    return true;
}

bool Session::showCase(const QString& scenarioString)
{
    const Result<Scenario> scenario = parseScenario(scenarioString.toStdString(), *m_lesson, defaultScenario(*m_lesson));
    if (!scenario)
        return fail(scenario.error());
    if (!showIn(m_scene, *m_lesson, *scenario, PlayheadGoes::asTheScenarioSays))
        return false;
    revealTimeout();
    return true;
}

void Session::answer(const Predict& predict, int choice)
{
    m_predictions->answer(*m_lesson, predict, choice);
    showQuestion(predict, std::nullopt);
}

void Session::answerLines(const Predict& predict)
{
    m_predictions->answerLines(*m_lesson, predict);
    showQuestion(predict, std::nullopt);
}

void Session::answerPlace(const Predict& predict)
{
    if (!m_run.timeout) {
        Q_EMIT failed(tr("There is no timeout to place. Type one with T, or drag the flag."));
        return;
    }
    const VirtualDuration timeout = *m_run.timeout;
    m_predictions->answerPlace(*m_lesson, predict, timeout);
    showQuestion(predict, timeout);
}

void Session::setUp(const Predict& predict) { showQuestion(predict, std::nullopt); }

void Session::showAnswer(const Predict& predict)
{
    m_predictions->showAnswer(*m_lesson, predict);
    const std::optional<VirtualDuration> example =
        predict.kind == PredictKind::place ? tryParseDuration(predict.example) : std::nullopt;
    // Of code that was to be made the lesson's own stands beside what it is made of.
    const std::string beside = predict.kind == PredictKind::fix     ? predict.solution
                               : predict.kind == PredictKind::order ? predict.variant
                                                                    : std::string{};
    showQuestion(predict, example ? std::optional<Timeout>{*example} : std::nullopt, beside);
}

void Session::playAnswer(const Predict& predict)
{
    const std::optional<VirtualDuration> place =
        predict.kind == PredictKind::place ? m_predictions->placeOf(*m_lesson, predict) : std::nullopt;
    if (!showQuestion(predict, place ? std::optional<Timeout>{*place} : std::nullopt))
        return;
    m_playback->setPosition(predict.kind == PredictKind::lines ? VirtualTime{} : suspenseOf(m_run));
    m_playback->play();
}

} // namespace awaitscope
