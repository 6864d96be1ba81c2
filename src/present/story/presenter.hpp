// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/session/session.hpp"
#include "present/story/question_slide.hpp"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace awaitscope {

struct Predict;

/// A presentation of a lesson: a clicker goes through the steps of a run and on to the next scene; answers stay covered until
/// they are revealed, whatever the presenter has answered before.
class Presenter : public QObject
{
    Q_OBJECT

public:
    /// The session outlives it.
    explicit Presenter(Session& session, QObject* parent = nullptr);

    bool isPresenting() const { return m_isPresenting; }
    bool isBlank() const { return m_isBlank; }         ///< the screen is to show nothing
    bool isMapShown() const { return m_isMapShown; }   ///< the outcome map tells every answer at once
    QString title() const;                             ///< of the scene
    QString place() const;                             ///< "5 / 7"
    QString subtitle() const;                          ///< what the scene says of itself to a room; may be empty
    QString meaning() const;                           ///< of cancelling, in a word: "Asio cancel"
    SlidePanes panes() const;                          ///< what the scene is about
    /// The question that covers what is shown, or the one whose answer was just revealed; nothing: none of them is to be seen.
    std::optional<QuestionSlide> question() const;
    const Predict* asked() const; ///< what question() is of; null: none
    bool hasSetUp(const Predict& predict) const { return m_setUp == &predict; } ///< so that going on shows its answer
    std::vector<QuestionSlide> questionsOfScene() const; ///< each revealed: what room they take
    int lettersToVoteFor() const; ///< of an open choice; else 0

    /// With what is shown: its settings, its scene, and its playhead, unless that has told everything; then from the start.
    void start();
    void stop(); ///< and shows again what was shown before

    // Each says what there is to say, or nothing. While the screen is blank they bring it back, and nothing else.
    /// The next step; from the end on, what the next open question asks about, else the next scene, at its start.
    QString forward();
    QString back();
    QString reveal();      ///< the answer of the open question, else the outcome map
    QString restart();     ///< the scene's start: its settings, its questions open
    void toggleBlank();
    void vote(int answer); ///< what the room says; the same once more takes it back

Q_SIGNALS:
    void changed();

private:
    bool unblank(); ///< whether it was blank
    void enterScene();
    void forgetQuestion();
    void follow();
    void setUp(const Predict& predict);
    void show(const Predict& predict); ///< its answer
    const Scene* sceneShown() const; ///< null where a lesson has none

    Session& m_session;
    bool m_isPresenting = false;
    Shown m_before; ///< the presentation
    bool m_isBlank = false;
    bool m_isMapShown = false;
    const Predict* m_setUp = nullptr;    ///< the question that was gone on to
    const Predict* m_revealed = nullptr; ///< the one whose answer was shown last
    std::optional<int> m_vote;
    const Predict* m_votedOn = nullptr;
    bool m_wantsAnswer = false; ///< somebody has gone on from where a question covers the rest
};

} // namespace awaitscope
