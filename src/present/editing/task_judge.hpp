// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/judge/fix.hpp"
#include "lesson/format/predict.hpp"
#include "present/questions/predictions.hpp"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace awaitscope {

class Edits;
class Session;
struct Lesson;

/// Judges what somebody made where a question asks for code (isTask()): by running it, off the GUI thread, and never by its text. Code
/// that is one of the lesson's own versions is run as that one; any other is compiled first, and stands in the timeline then.
class TaskJudge : public QObject
{
    Q_OBJECT

public:
    /// The session outlives it.
    explicit TaskJudge(Session& session, QObject* parent = nullptr);
    ~TaskJudge() override; ///< stops it, and waits for the run that is under way

    /// From now on code can be compiled; `edits` outlives this.
    void allowEditing(Edits& edits);
    bool canEdit() const { return m_edits != nullptr; }

    /// Of the lesson that is shown: what was typed into the version of a fix's variant, or the lines as they lie. What comes of it is one
    /// try (Predictions::answerTask()), unless it does not compile. Does nothing unless canCheck().
    void check(const Predict& predict);
    bool canCheck() const { return !isAtWork() && !waitsForPrediction(); }
    /// What a check says would answer a prediction that the scene still asks for (Session::openPrediction()).
    bool waitsForPrediction() const;
    void stop();
    bool isAtWork() const { return m_stage != Stage::idle; }
    bool isAtWorkOn(const Predict& predict) const;
    QString stageWords() const; ///< "Compiling…", "241 runs so far…"; empty: it is not at work

    /// What came of the last check of what is there now, with a link that shows the failing case, in the language that is spoken; else
    /// what is kept of earlier tries. Nothing while it is at work on it, or waits for a prediction.
    Judgement judgement(const Predict& predict) const;

Q_SIGNALS:
    void changed();

private:
    enum class Stage { idle, compiling, judging };
    using Key = std::pair<std::string, std::string>; ///< lesson, question
    using Words = std::function<QString()>; ///< made when they are read: in the language that is spoken then
    struct Outcome
    {
        std::optional<FixJudgement> judgement; ///< empty: see `note`
        Words note; ///< why there is none
        std::string text; ///< that it is about: of another it says nothing
    };

    Key keyOf(const Predict& predict) const;
    Judgement judgementOf(const Outcome& outcome, const Predict& predict) const;
    const Outcome* outcomeOf(const Predict& predict) const; ///< null: there is none of what is there now
    Result<std::string> textOf(const Predict& predict) const; ///< the error: there is nothing to judge
    void compile(const Predict& predict, const std::string& text);
    void follow();
    void forget(const QString& lesson); ///< another one of that slug has come in its place
    void judge(const std::string& variant);
    void finish(Result<std::optional<FixJudgement>> judged);
    void end(Outcome outcome);

    Session& m_session;
    Edits* m_edits = nullptr;
    std::map<Key, Outcome> m_outcomes;
    Stage m_stage = Stage::idle;
    Key m_key;                             ///< what it is at work on
    std::shared_ptr<const Lesson> m_lesson; ///< likewise; keeps the question
    const Predict* m_predict = nullptr;    ///< likewise
    std::string m_text;                    ///< likewise: what is judged
    int m_presentation = 0;                ///< likewise: the one in which it was begun
    std::string m_variant;                 ///< that is compiled: the lesson's name of what it is made of
    std::int64_t m_runs = 0;
    std::string m_judged;                  ///< the variant that is run
    std::shared_ptr<VariantHost> m_host;   ///< where, if not in this process
    bool m_isSuperseded = false;           ///< another has come in its place
    std::jthread m_thread; ///< last: it uses what stands above
};

} // namespace awaitscope
