// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/questions/predictions.hpp"

#include "present/time/times.hpp"
#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"


#include <algorithm>

namespace awaitscope {

namespace {

bool isShownUnder(const StoryBlock& block, CancelModel model)
{
    return block.models.empty() || std::ranges::find(block.models, model) != block.models.end();
}

/// Whoever has chosen wrong may choose again, unless only the right one is left.
int triesAllowed(const Predict& predict) { return predict.kind == PredictKind::choice && predict.answers.size() > 2 ? 2 : 1; }

} // namespace

Predictions::Predictions(QObject* parent) : QObject(parent) {}

void Predictions::setProgress(Progress progress)
{
    if (progress == m_progress)
        return;
    m_progress = std::move(progress);
    Q_EMIT changed();
}

void Predictions::setPresenting(bool isPresenting)
{
    if (isPresenting == m_before.has_value())
        return;
    if (isPresenting) {
        ++m_presentations;
        m_asAskedBefore = std::exchange(m_shownAsAsked, {});
        m_before = std::exchange(m_progress, {});
    } else {
        m_progress = std::move(*m_before);
        m_before.reset();
        m_shownAsAsked = std::exchange(m_asAskedBefore, {});
    }
    Q_EMIT changed();
}

void Predictions::reopen(const Lesson& lesson, int scene)
{
    for (const StoryBlock& block : lesson.story.scenes.at(static_cast<std::size_t>(scene)).blocks) {
        if (block.predict)
            m_progress.lessons[lesson.slug].questions.erase(block.predict->id);
    }
    m_shownAsAsked = {};
    Q_EMIT changed();
}

std::vector<const Predict*> Predictions::questionsOf(const Lesson& lesson, int scene, CancelModel model)
{
    std::vector<const Predict*> questions;
    const auto index = static_cast<std::size_t>(scene);
    if (scene < 0 || index >= lesson.story.scenes.size())
        return questions;
    for (const StoryBlock& block : lesson.story.scenes[index].blocks) {
        if (block.predict && isShownUnder(block, model))
            questions.push_back(&*block.predict);
    }
    return questions;
}

std::vector<const Predict*> Predictions::questionsOf(const Lesson& lesson)
{
    std::vector<const Predict*> questions;
    for (const Scene& scene : lesson.story.scenes) {
        for (const StoryBlock& block : scene.blocks) {
            if (block.predict)
                questions.push_back(&*block.predict);
        }
    }
    return questions;
}

QuestionProgress Predictions::stateOf(const Lesson& lesson, const Predict& predict) const
{
    const auto found = m_progress.lessons.find(lesson.slug);
    if (found == m_progress.lessons.end())
        return {};
    const auto question = found->second.questions.find(predict.id);
    return question == found->second.questions.end() ? QuestionProgress{} : question->second;
}

QuestionProgress& Predictions::stateFor(const Lesson& lesson, const Predict& predict)
{
    return m_progress.lessons[lesson.slug].questions[predict.id];
}

bool Predictions::isSettled(const Lesson& lesson, const Predict& predict) const
{
    const QuestionProgress state = stateOf(lesson, predict);
    return state.isShown || state.isRight
           || (predict.kind != PredictKind::place && !isTask(predict.kind) && state.tries >= triesAllowed(predict));
}

const Predict* Predictions::openQuestion(const Lesson& lesson, int scene, CancelModel model) const
{
    const std::vector<const Predict*> questions = questionsOf(lesson, scene, model);
    const auto open =
        std::ranges::find_if(questions, [&](const Predict* predict) { return !isSettled(lesson, *predict); });
    return open == questions.end() ? nullptr : *open;
}

const Predict* Predictions::openPrediction(const Lesson& lesson, int scene, CancelModel model) const
{
    const std::vector<const Predict*> questions = questionsOf(lesson, scene, model);
    const auto open =
        std::ranges::find_if(questions, [&](const Predict* predict) { return !isTask(predict->kind) && !isSettled(lesson, *predict); });
    return open == questions.end() ? nullptr : *open;
}

const Predict* Predictions::coveringQuestion(const Lesson& lesson, int scene, const Scenario& scenario) const
{
    const std::vector<const Predict*> questions = questionsOf(lesson, scene, scenario.model);
    const auto covering = std::ranges::find_if(questions, [&](const Predict* predict) {
        return !isTask(predict->kind) && !isSettled(lesson, *predict) && isAskedIn(lesson, *predict, scenario);
    });
    return covering == questions.end() ? nullptr : *covering;
}

bool Predictions::isAskedIn(const Lesson& lesson, const Predict& predict, const Scenario& scenario)
{
    const Result<Scenario> asked = parseScenario(predict.scenario, lesson, defaultScenario(lesson));
    return asked && asked->model == scenario.model && asked->parameters == scenario.parameters;
}

bool Predictions::isSetUp(const Lesson& lesson, const Predict& predict, const Scenario& scenario)
{
    if (isTask(predict.kind))
        return true;
    const Result<Scenario> asked = parseScenario(predict.scenario, lesson, defaultScenario(lesson));
    return asked && isAskedIn(lesson, predict, scenario) && asked->cancelOn == scenario.cancelOn
           && (predict.kind == PredictKind::place || asked->timeout == scenario.timeout);
}

bool Predictions::isJustAsked(const Lesson& lesson, const Predict& predict, const Scenario& scenario) const
{
    if (!isAskedIn(lesson, predict, scenario))
        return false;
    const std::optional<VirtualDuration> place =
        predict.kind == PredictKind::place ? placeOf(lesson, predict) : std::nullopt;
    if (place)
        return scenario.timeout == Timeout{*place};
    const Result<Scenario> asked = parseScenario(predict.scenario, lesson, defaultScenario(lesson));
    return asked && asked->timeout == scenario.timeout;
}

std::optional<VirtualDuration> Predictions::placeOf(const Lesson& lesson, const Predict& predict) const
{
    const QuestionProgress state = stateOf(lesson, predict);
    return state.place && !(state.isShown && !state.isRight) ? state.place : tryParseDuration(predict.example);
}

Cover Predictions::coverOf(const Lesson& lesson, int scene, const ScenarioRun& run) const
{
    if (isShownAsAsked(lesson, scene))
        return {};
    Cover cover;
    std::vector<const Predict*> questions = questionsOf(lesson, scene, run.scenario.model);
    std::erase_if(questions, [](const Predict* predict) { return isTask(predict->kind); });
    // What was asked about and answered is seen, though another question may still be open about its like.
    const bool isAnswered = std::ranges::any_of(questions, [&](const Predict* predict) {
        return isSettled(lesson, *predict) && isJustAsked(lesson, *predict, run.scenario);
    });
    for (const Predict* const predict : questions) {
        if (isSettled(lesson, *predict) || !isAskedIn(lesson, *predict, run.scenario))
            continue;
        cover.map = true;
        if (isAnswered)
            continue;
        // Who has placed it wrong sees what came of that. Anywhere else it is covered until it is fired there: whoever only looked
        // about would find the place.
        const std::optional<VirtualDuration> tried = predict->kind == PredictKind::place ? stateOf(lesson, *predict).place : std::nullopt;
        if (tried && run.scenario.timeout == Timeout{*tried})
            continue;
        cover.run = true;
        const VirtualTime limit = predict->kind == PredictKind::lines ? VirtualTime{} : suspenseOf(run);
        cover.limit = std::min(limit, cover.limit.value_or(limit));
    }
    return cover;
}

void Predictions::showAsAsked(const Lesson& lesson, int scene) { m_shownAsAsked = {lesson.slug, scene}; }

void Predictions::enter(const Lesson& lesson, int scene)
{
    if (m_shownAsAsked != std::pair{lesson.slug, scene})
        m_shownAsAsked = {};
    LessonProgress& progress = m_progress.lessons[lesson.slug];
    if (progress.scene == scene && progress.seen.contains(scene))
        return;
    progress.scene = scene;
    progress.seen.insert(scene);
    Q_EMIT changed();
}

void Predictions::forgetLines(const std::string& lesson)
{
    std::erase_if(m_lines, [&](const auto& entry) { return entry.first.first == lesson; });
}

const std::vector<AskedLine>& Predictions::linesOf(const Lesson& lesson, const Predict& predict) const
{
    const auto [place, isNew] = m_lines.try_emplace(std::pair{lesson.slug, predict.id});
    if (isNew && predict.kind == PredictKind::lines) {
        if (Result<std::vector<AskedLine>> lines = askedLinesOf(lesson, predict))
            place->second = *std::move(lines);
    }
    return place->second;
}

void Predictions::markLine(const Lesson& lesson, const Predict& predict, const std::string& name, bool isMarked)
{
    std::set<std::string>& lines = stateFor(lesson, predict).lines;
    if (isMarked == lines.contains(name))
        return;
    if (isMarked)
        lines.insert(name);
    else
        lines.erase(name);
    Q_EMIT changed();
}

bool Predictions::judge(QuestionProgress& state, bool isRight)
{
    ++state.tries;
    state.isRight = state.isRight || isRight;
    Q_EMIT changed();
    return isRight;
}

bool Predictions::answer(const Lesson& lesson, const Predict& predict, int choice)
{
    QuestionProgress& state = stateFor(lesson, predict);
    state.choice = choice;
    return judge(state, choice == predict.right);
}

bool Predictions::answerLines(const Lesson& lesson, const Predict& predict)
{
    QuestionProgress& state = stateFor(lesson, predict);
    return judge(state, std::ranges::all_of(linesOf(lesson, predict), [&](const AskedLine& line) {
                     return line.runs == state.lines.contains(line.name);
                 }));
}

bool Predictions::answerPlace(const Lesson& lesson, const Predict& predict, VirtualDuration timeout)
{
    const Result<bool> isRight = isPlacedRight(lesson, predict, timeout);
    QuestionProgress& state = stateFor(lesson, predict);
    state.place = timeout;
    return judge(state, isRight && *isRight);
}

void Predictions::answerTask(const Lesson& lesson, const Predict& predict, bool isRight, int presentation)
{
    if (presentation == this->presentation())
        judge(stateFor(lesson, predict), isRight);
    else if (presentation == 0)
        judge(m_before->lessons[lesson.slug].questions[predict.id], isRight);
}

void Predictions::lay(const Lesson& lesson, const Predict& predict, std::vector<int> order)
{
    QuestionProgress& state = stateFor(lesson, predict);
    if (state.laid == order)
        return;
    state.laid = std::move(order);
    Q_EMIT changed();
}

void Predictions::showAnswer(const Lesson& lesson, const Predict& predict)
{
    QuestionProgress& state = stateFor(lesson, predict);
    if (predict.kind == PredictKind::order && !predict.orders.empty())
        state.laid = predict.orders.front();
    else if (state.isShown)
        return;
    state.isShown = true;
    Q_EMIT changed();
}

void Predictions::showHint(const Lesson& lesson, const Predict& predict)
{
    QuestionProgress& state = stateFor(lesson, predict);
    if (state.hints >= static_cast<int>(predict.hints.size()))
        return;
    ++state.hints;
    Q_EMIT changed();
}

VirtualTime suspenseOf(const ScenarioRun& run)
{
    VirtualTime over = VirtualTime::max();
    for (const VariantRun& variant : run.variants) {
        const Trace& trace = *variant.trace;
        over = std::min({over, trace.firedAt.value_or(trace.end), trace.raceOverAt.value_or(trace.end), trace.end});
    }
    VirtualTime last;
    for (const VariantRun& variant : run.variants) {
        for (const TraceEvent& event : variant.trace->events) {
            if (event.at < over)
                last = std::max(last, event.at);
        }
    }
    return last;
}

LessonCount countOf(const Lesson& lesson, const Progress& progress)
{
    const auto found = progress.lessons.find(lesson.slug);
    const LessonProgress mine = found == progress.lessons.end() ? LessonProgress{} : found->second;
    const std::vector<const Predict*> questions = Predictions::questionsOf(lesson);
    LessonCount count;
    count.scenes = static_cast<int>(lesson.story.scenes.size());
    count.seen = static_cast<int>(std::ranges::count_if(mine.seen, [&count](int scene) { return scene < count.scenes; }));
    count.questions = static_cast<int>(questions.size());
    count.right = static_cast<int>(std::ranges::count_if(questions, [&](const Predict* predict) {
        const auto question = mine.questions.find(predict->id);
        return question != mine.questions.end() && question->second.isRight;
    }));
    return count;
}

QString progressWords(const Lesson& lesson, const Progress& progress)
{
    const LessonCount count = countOf(lesson, progress);
    return PredictionsTr::tr("%1 of %2 scenes seen, %3 of %4 questions right")
        .arg(count.seen)
        .arg(count.scenes)
        .arg(count.right)
        .arg(count.questions);
}

namespace {

QString code(const std::string& text) { return QStringLiteral("`%1`").arg(qt(text)); }

} // namespace

QString rightWordsOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions)
{
    switch (predict.kind) {
    case PredictKind::choice: {
        const auto right = static_cast<std::size_t>(predict.right);
        return right < predict.answers.size() ? PredictionsTr::tr("“%1”").arg(qt(predict.answers[right].text)) : QString();
    }
    case PredictKind::lines: {
        QStringList names;
        for (const AskedLine& line : predictions.linesOf(lesson, predict)) {
            if (line.runs)
                names += code(line.name);
        }
        return names.isEmpty() ? PredictionsTr::tr("none of them") : names.join(QStringLiteral(", "));
    }
    case PredictKind::fix:
    case PredictKind::order: {
        const VariantSpec* const version = lesson.findVariant(predict.kind == PredictKind::fix ? predict.solution : predict.variant);
        return PredictionsTr::tr("as in “%1”, for example").arg(version ? qt(version->title) : QString());
    }
    case PredictKind::place:
        break;
    }
    const std::optional<VirtualDuration> example = tryParseDuration(predict.example);
    return PredictionsTr::tr("%1, for example").arg(example ? readableTime(*example) : qt(predict.example));
}

namespace {

/// Of a wrong try what can be told without telling all.
QString wrongOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions)
{
    const QuestionProgress state = predictions.stateOf(lesson, predict);
    if (isTask(predict.kind))
        return {}; // whoever judged it knows more (TaskJudge)
    if (predict.kind == PredictKind::choice && !predictions.isSettled(lesson, predict)) {
        const auto chosen = static_cast<std::size_t>(std::max(0, state.choice.value_or(0)));
        return chosen < predict.answers.size() ? PredictionsTr::tr("**Not “%1”.** You have another try.").arg(qt(predict.answers[chosen].text)) : QString();
    }
    if (predict.kind != PredictKind::place)
        return PredictionsTr::tr("**Not quite. Right is: %1.** %2").arg(rightWordsOf(lesson, predict, predictions), qt(predict.explanation));
    return PredictionsTr::tr("**Not with %1.** See on the right what happened, and try another place.")
        .arg(readableTime(state.place.value_or(VirtualDuration{})));
}

bool isLastTryRight(const Lesson& lesson, const Predict& predict, const Predictions& predictions)
{
    const QuestionProgress state = predictions.stateOf(lesson, predict);
    switch (predict.kind) {
    case PredictKind::choice:
        return state.choice == predict.right;
    case PredictKind::lines:
        return std::ranges::all_of(predictions.linesOf(lesson, predict), [&](const AskedLine& line) {
            return line.runs == state.lines.contains(line.name);
        });
    case PredictKind::place: {
        if (!state.place)
            return false;
        const Result<bool> isRight = isPlacedRight(lesson, predict, *state.place);
        return isRight && *isRight;
    }
    case PredictKind::fix:
    case PredictKind::order:
        return state.isRight;
    }
    return false;
}

} // namespace

Judgement judgementOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions)
{
    const QuestionProgress state = predictions.stateOf(lesson, predict);
    const QString explanation = qt(predict.explanation);
    if (state.tries > 0) {
        // What lies or stands there now may be something else: TaskJudge says what came of that.
        if (isTask(predict.kind) && state.isRight)
            return {PredictionsTr::tr("It was right once. *Check* says whether it is now.")};
        if (isLastTryRight(lesson, predict, predictions))
            return {PredictionsTr::tr("**✓ Right.** %1").arg(explanation), true};
        if (!state.isShown || predict.kind == PredictKind::lines)
            return {wrongOf(lesson, predict, predictions)};
    }
    if (state.isShown)
        return {PredictionsTr::tr("**The answer: %1.** %2").arg(rightWordsOf(lesson, predict, predictions), explanation)};
    return {};
}

} // namespace awaitscope
