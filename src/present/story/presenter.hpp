// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/session/session.hpp"

#include <QObject>
#include <QString>

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
    QString storyLine() const;                         ///< the first sentence of the scene under this model

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

Q_SIGNALS:
    void changed();

private:
    bool unblank(); ///< whether it was blank
    void enterScene();

    Session& m_session;
    bool m_isPresenting = false;
    Shown m_before; ///< the presentation
    bool m_isBlank = false;
    bool m_isMapShown = false;
    const Predict* m_setUp = nullptr; ///< the question that was gone on to
    bool m_wantsAnswer = false; ///< somebody has gone on from where a question covers the rest
};

} // namespace awaitscope
