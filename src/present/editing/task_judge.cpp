// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/task_judge.hpp"

#include "lesson/judge/line_order.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "present/editing/edits.hpp"
#include "present/editing/task_words.hpp"
#include "present/editing/word_pace.hpp"
#include "present/questions/line_layout.hpp"
#include "present/session/session.hpp"
#include "present/text/qt_text.hpp"
#include "present/words/diagnostic_text.hpp"

#include <QLocale>

#include <algorithm>

namespace awaitscope {

namespace {

/// Why there is nothing to judge, as textOf() has it.
QString noneInWords(const Diagnostic& none)
{
    const QString own = TaskJudge::tr(none.message.c_str());
    return own == qt(none.message) ? diagnosticText(none) : own;
}

} // namespace

TaskJudge::TaskJudge(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    for (const auto signal : {&Session::lessonChanged, &Session::variantsChanged})
        connect(&session, signal, this, &TaskJudge::follow);
    connect(&session, &Session::lessonAdded, this, &TaskJudge::forget);
}

TaskJudge::~TaskJudge()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void TaskJudge::allowEditing(Edits& edits)
{
    m_edits = &edits;
    connect(&edits, &Edits::changed, this, [this] {
        follow();
        Q_EMIT changed(); // what was said is of the text before
    });
    Q_EMIT changed();
}

TaskJudge::Key TaskJudge::keyOf(const Predict& predict) const { return {m_session.lesson().slug, predict.id}; }

bool TaskJudge::isAtWorkOn(const Predict& predict) const { return isAtWork() && m_key == keyOf(predict); }

bool TaskJudge::waitsForPrediction() const { return m_session.openPrediction() != nullptr; }

void TaskJudge::check(const Predict& predict)
{
    if (!canCheck() || !isTask(predict.kind))
        return;
    m_key = keyOf(predict);
    m_lesson = m_session.heldLesson();
    m_predict = &predict;
    m_presentation = m_session.predictions().presentation();
    m_outcomes.erase(m_key);
    const Result<std::string> text = textOf(predict);
    m_text = text ? *text : std::string{};
    if (!text) {
        end({{}, [error = text.error()] { return noneInWords(error); }, {}});
    } else if (const std::string known = variantWith(*m_lesson, *text); !known.empty()) {
        m_session.showBeside(known); // so that one sees what is judged
        judge(known);
    } else {
        compile(predict, *text);
    }
}

Result<std::string> TaskJudge::textOf(const Predict& predict) const
{
    const auto none = [](const char* why) { return Diagnostic{why, {}, 0}; };
    if (predict.kind == PredictKind::fix) {
        if (!m_edits)
            return none(QT_TR_NOOP("The code cannot be changed here."));
        const Edit* const edit = m_edits->find(predict.variant);
        if (!edit)
            return none(QT_TR_NOOP("Nothing was changed yet. Change the code first."));
        return Result<std::string>{boost::system::in_place_value, edit->text.toStdString()};
    }
    // As the board has them, which knows what is none of its lines.
    const QuestionProgress state = m_session.predictions().stateOf(m_session.lesson(), predict);
    const std::vector<int> laid = LineLayout{static_cast<int>(predict.pieces.size()), state.laid}.laid();
    const Result<LineFrame> frame = frameOf(m_session.lesson(), predict);
    if (!frame)
        return frame.error();
    if (laid.empty())
        return none(QT_TR_NOOP("No line lies there yet."));
    return Result<std::string>{boost::system::in_place_value, laidText(*frame, predict, laid)};
}

void TaskJudge::compile(const Predict& predict, const std::string& text)
{
    if (!m_edits) {
        end({{}, [] { return tr("This is none of the orders that are known to be right, and no other can be tried here."); }, {}});
        return;
    }
    m_variant = predict.variant;
    if (predict.kind == PredictKind::order) {
        // Whoever has typed into that variant finds it again: it is put aside.
        const Edit* const typed = m_edits->find(m_variant);
        const Result<LineFrame> frame = frameOf(*m_lesson, predict);
        const bool isTheirs = typed && frame && !isLaid(*frame, predict, typed->text.toStdString()) && typed->text != m_edits->originalOf(m_variant);
        if (!m_edits->replaceWith(m_variant, qt(text), isTheirs)) {
            end({});
            return;
        }
    }
    const Edit* const edit = m_edits->find(m_variant);
    if (!edit || edit->stage != Edit::Stage::ran)
        m_edits->run(m_variant);
    m_stage = Stage::compiling; // now that it is no longer only typed
    follow();
    Q_EMIT changed();
}

void TaskJudge::follow()
{
    if (m_stage == Stage::judging && m_host) {
        const std::shared_ptr<const Lesson> lesson = m_session.heldLesson(m_key.first);
        // Its worker goes with it, which would be taken for a crash.
        if (!lesson || lesson->findHost(m_judged) != m_host) {
            m_isSuperseded = true;
            m_thread.request_stop();
        }
    }
    if (m_stage != Stage::compiling)
        return;
    if (m_session.lesson().slug != m_key.first) { // what is compiled is the shown lesson's
        end({});
        return;
    }
    const Edit* const edit = m_edits->find(m_variant);
    if (!edit) {
        end({});
        return;
    }
    switch (edit->stage) {
    case Edit::Stage::preparing:
    case Edit::Stage::compiling:
    case Edit::Stage::running:
        Q_EMIT changed();
        return;
    case Edit::Stage::typed: // it was stopped, or typed on meanwhile
        end({});
        return;
    case Edit::Stage::failed: {
        const auto serious = std::ranges::find_if(edit->problems, [](const EditProblem& problem) { return problem.kind != EditProblem::Kind::warning; });
        const auto said = serious == edit->problems.end() ? std::optional<EditProblem>{} : *serious;
        const bool canTryNone = m_predict->kind == PredictKind::order && edit->lacksCompiler;
        end({{},
             [said, canTryNone] {
                 const QString note = said ? inMarkdown(problemText(*said).section('\n', 0, 0)) : tr("It was not compiled.");
                 return canTryNone ? tr("This is none of the orders that are known to be right. No other can be tried: %1").arg(note) : note;
             },
             {}});
        return;
    }
    case Edit::Stage::ran:
        break;
    }
    const std::shared_ptr<const Lesson> lesson = m_session.heldLesson(m_key.first);
    const LessonFile* const file = lesson->findFile(editedFile(m_variant));
    if (!file || file->text != m_text)
        return;
    m_lesson = lesson;
    judge(editedName(m_variant));
}

void TaskJudge::judge(const std::string& variant)
{
    m_stage = Stage::judging;
    m_runs = 0;
    m_judged = variant;
    m_host = m_lesson->findHost(variant);
    m_isSuperseded = false;
    m_thread = std::jthread{[this, lesson = m_lesson, variant](const std::stop_token& stop) {
        const auto deliver = [this](auto take) { QMetaObject::invokeMethod(this, std::move(take), Qt::QueuedConnection); };
        WordPace pace;
        SweepObserver observer;
        observer.stop = [&stop] { return stop.stop_requested(); };
        observer.ran = [&](std::int64_t runs) {
            if (!pace.isDue())
                return;
            deliver([this, runs] {
                m_runs = runs;
                Q_EMIT changed();
            });
        };
        Result<std::optional<FixJudgement>> judged = judgeFix(*lesson, variant, {}, observer);
        deliver([this, judged = std::move(judged)]() mutable { finish(std::move(judged)); });
    }};
    Q_EMIT changed();
}

void TaskJudge::finish(Result<std::optional<FixJudgement>> judged)
{
    m_host = nullptr;
    if (m_isSuperseded) {
        end({{}, [] { return tr("Stopped: the code was run anew meanwhile."); }, {}});
        return;
    }
    if (!judged) {
        end({{}, [error = judged.error()] { return inMarkdown(diagnosticText(error)); }, {}});
        return;
    }
    if (!*judged) {
        end({{}, [] { return tr("Stopped."); }, {}});
        return;
    }
    const bool isRight = (*judged)->isFix();
    const std::shared_ptr<const Lesson> lesson = m_lesson; // with the question
    const Predict& predict = *m_predict;
    end({std::move(*judged), {}, {}});
    m_session.predictions().answerTask(*lesson, predict, isRight, m_presentation);
}

void TaskJudge::end(Outcome outcome)
{
    m_stage = Stage::idle;
    outcome.text = m_text;
    if (outcome.judgement || outcome.note)
        m_outcomes[m_key] = std::move(outcome);
    Q_EMIT changed();
}

void TaskJudge::forget(const QString& lesson)
{
    std::erase_if(m_outcomes, [&](const auto& entry) { return qt(entry.first.first) == lesson; });
    if (isAtWork() && qt(m_key.first) == lesson)
        stop();
}

void TaskJudge::stop()
{
    if (m_stage == Stage::compiling && m_edits) {
        end({{}, [] { return tr("Stopped."); }, {}});
        m_edits->stop();
    }
    m_thread.request_stop();
}

QString TaskJudge::stageWords() const
{
    if (m_stage == Stage::idle)
        return {};
    const Edit* const edit = m_stage == Stage::compiling ? m_edits->find(m_variant) : nullptr;
    return edit ? awaitscope::stageWords(*edit) : tr("%1 runs so far…").arg(QLocale().toString(m_runs));
}

const TaskJudge::Outcome* TaskJudge::outcomeOf(const Predict& predict) const
{
    const auto found = m_outcomes.find(keyOf(predict));
    if (found == m_outcomes.end())
        return nullptr;
    const Result<std::string> now = textOf(predict);
    return found->second.text == (now ? *now : std::string{}) ? &found->second : nullptr;
}

Judgement TaskJudge::judgement(const Predict& predict) const
{
    if (isAtWorkOn(predict) || waitsForPrediction())
        return {};
    const Outcome* const outcome = outcomeOf(predict);
    return outcome ? judgementOf(*outcome, predict) : awaitscope::judgementOf(m_session.lesson(), predict, m_session.predictions());
}

Judgement TaskJudge::judgementOf(const Outcome& outcome, const Predict& predict) const
{
    if (!outcome.judgement)
        return {outcome.note()};
    if (outcome.judgement->isFix())
        return {tr("**✓ Right**, in all of %1 runs. %2").arg(QLocale().toString(outcome.judgement->runs), qt(predict.explanation)), true};
    const FixFinding& finding = outcome.judgement->findings.front();
    return {tr("**Not yet.** %1 [See it happen](%2)").arg(findingWords(finding, m_session.lesson()), qt(finding.scenario))};
}

} // namespace awaitscope
