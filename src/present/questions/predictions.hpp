// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/progress.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/judge/judge.hpp"
#include "lesson/run/runner.hpp"

#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace awaitscope {

/// What of a run is not shown before its question is answered.
struct Cover
{
    bool run = false; ///< the run from `limit` on: verdicts, ghosts, what never ran
    bool map = false; ///< the outcome map and the table of awaits
    std::optional<VirtualTime> limit; ///< of the playhead; set exactly where `run` is

    friend bool operator==(const Cover&, const Cover&) = default;
};

/// The questions of the lessons, what was answered, and what therefore is still covered. Each open question of a scene covers
/// every run with its model and parameters, whatever the timeout, since a neighbouring one would tell.
/// A question that asks for code (isTask()) covers no run: its answer is code that is not shown yet.
/// A question is settled, and covers nothing any more, once it has been answered (a choice: right, or wrong twice if there are more
/// than two; a timeout that was to be placed, or code that was to be made: once it is right) or its answer was asked for. Later answers change what is kept, and
/// cover nothing again.
class Predictions : public QObject
{
    Q_OBJECT

public:
    explicit Predictions(QObject* parent = nullptr);

    const Progress& progress() const { return m_progress; }
    void setProgress(Progress progress);

    /// While presenting, every question is open again and covers, and what is answered is not kept: who teaches is no learner.
    /// Afterwards all is as it was before.
    void setPresenting(bool isPresenting);
    int presentation() const { return m_before ? m_presentations : 0; } ///< which one it is, from 1; 0: nobody presents
    const Progress& kept() const { return m_before ? *m_before : m_progress; } ///< what belongs into a file

    /// Covers the questions of a scene again. Of use while presenting: else answers are the learner's.
    void reopen(const Lesson& lesson, int scene);

    /// Those that a scene asks under a model, in its order. They belong to the lesson.
    static std::vector<const Predict*> questionsOf(const Lesson& lesson, int scene, CancelModel model);
    static std::vector<const Predict*> questionsOf(const Lesson& lesson); ///< of all scenes and models

    QuestionProgress stateOf(const Lesson& lesson, const Predict& predict) const;
    bool isSettled(const Lesson& lesson, const Predict& predict) const;

    /// The first one of the scene that is not settled; null if there is none.
    const Predict* openQuestion(const Lesson& lesson, int scene, CancelModel model) const;

    /// The same of those that are no tasks: as long as it is open nothing may tell what comes of the scene's code.
    const Predict* openPrediction(const Lesson& lesson, int scene, CancelModel model) const;

    /// The first open one of the scene that is asked in `scenario`, so that it covers what is shown; null if there is none.
    const Predict* coveringQuestion(const Lesson& lesson, int scene, const Scenario& scenario) const;

    /// Whether `scenario` is one that the question is asked in, whatever its timeout.
    static bool isAskedIn(const Lesson& lesson, const Predict& predict, const Scenario& scenario);

    /// Whether `scenario` is the very one that it asks about, its timeout or the place that was tried included.
    bool isJustAsked(const Lesson& lesson, const Predict& predict, const Scenario& scenario) const;

    /// Whether it shows what the question speaks of: its timeout too, unless that is what is to be placed. Code can be made beside any run.
    static bool isSetUp(const Lesson& lesson, const Predict& predict, const Scenario& scenario);

    /// Of a question of the kind `place`: the timeout that was tried last, the author's where the answer was asked for.
    std::optional<VirtualDuration> placeOf(const Lesson& lesson, const Predict& predict) const;

    Cover coverOf(const Lesson& lesson, int scene, const ScenarioRun& run) const;

    /// Somebody asked for just this state of this scene, with a link that says all of it: nothing of it is covered until
    /// another scene is entered.
    void showAsAsked(const Lesson& lesson, int scene);
    bool isShownAsAsked(const Lesson& lesson, int scene) const { return m_shownAsAsked == std::pair{lesson.slug, scene}; }
    void enter(const Lesson& lesson, int scene); ///< kept as where one is
    void forgetLines(const std::string& lesson); ///< another one of that slug has come in its place

    /// The lines that are asked about; empty for a question of another kind.
    const std::vector<AskedLine>& linesOf(const Lesson& lesson, const Predict& predict) const;
    void markLine(const Lesson& lesson, const Predict& predict, const std::string& name, bool isMarked);

    // Each is one try. They say whether it was right.
    bool answer(const Lesson& lesson, const Predict& predict, int choice);
    bool answerLines(const Lesson& lesson, const Predict& predict); ///< with those that are marked
    bool answerPlace(const Lesson& lesson, const Predict& predict, VirtualDuration timeout);

    /// Of a question that asks for code: whoever has judged it says what came of it, and in which presentation that was begun. What
    /// was begun before this one is the learner's; what was begun in one that is over is nobody's any more.
    void answerTask(const Lesson& lesson, const Predict& predict, bool isRight, int presentation);
    void lay(const Lesson& lesson, const Predict& predict, std::vector<int> order); ///< the lines as they lie now

    void showAnswer(const Lesson& lesson, const Predict& predict);
    void showHint(const Lesson& lesson, const Predict& predict); ///< the next, if there is one

Q_SIGNALS:
    void changed(); ///< an answer, a hint, a mark; what is covered may be less now

private:
    QuestionProgress& stateFor(const Lesson& lesson, const Predict& predict);
    bool judge(QuestionProgress& state, bool isRight);

    Progress m_progress;
    std::optional<Progress> m_before; ///< of the presentation
    int m_presentations = 0;          ///< that there were
    std::pair<std::string, int> m_shownAsAsked; ///< slug and scene; empty: none
    std::pair<std::string, int> m_asAskedBefore; ///< of the presentation
    mutable std::map<std::pair<std::string, std::string>, std::vector<AskedLine>> m_lines; ///< by the lesson's slug and the question's id
};

/// The last moment before the timeout fires or the race is over, of all variants: whoever sees no more than this has seen
/// how it came about, and not how it ends.
VirtualTime suspenseOf(const ScenarioRun& run);

/// How far somebody has come in a lesson: of what there is in it now.
struct LessonCount
{
    int seen = 0;
    int scenes = 0;
    int right = 0;
    int questions = 0;
};
LessonCount countOf(const Lesson& lesson, const Progress& progress);

/// "4 of 7 scenes seen, 2 of 8 questions right".
QString progressWords(const Lesson& lesson, const Progress& progress);

/// What is right, where it can be said in a line, in Markdown: "“v1, three weeks old”".
QString rightWordsOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions);

/// What is said about a try.
struct Judgement
{
    QString words;        ///< in Markdown; empty: nothing
    bool isRight = false; ///< the try that is spoken of, and not only one of before
};

/// Of the last one; no words before the first, unless the answer was asked for.
Judgement judgementOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions);

} // namespace awaitscope
