// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/presenter.hpp"

#include "present/story/story_model.hpp"

#include <QRegularExpression>

#include <utility>

namespace awaitscope {

Presenter::Presenter(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    for (const auto signal : {&Session::sceneChanged, &Session::lessonChanged})
        connect(&session, signal, this, &Presenter::enterScene);
}

QString Presenter::title() const
{
    return storyOf(m_session.lesson(), m_session.scene(), m_session.scenario().model).title;
}

QString Presenter::place() const
{
    return storyOf(m_session.lesson(), m_session.scene(), m_session.scenario().model).place;
}

QString Presenter::storyLine() const
{
    const StoryPicture picture = storyOf(m_session.lesson(), m_session.scene(), m_session.scenario().model);
    if (picture.pieces.empty())
        return {};
    static const QRegularExpression marks{QStringLiteral(R"(\*|`|\[|\]\([^)]*\))")};
    static const QRegularExpression end{QStringLiteral(R"([.?!](\s|$))")};
    const QString text = QString(picture.pieces.front().markdown).remove(marks).simplified();
    const qsizetype stop = text.indexOf(end);
    return stop < 0 ? text : text.left(stop + 1);
}

void Presenter::start()
{
    if (std::exchange(m_isPresenting, true))
        return;
    m_before = m_session.shown();
    m_session.predictions().setPresenting(true);
    m_wantsAnswer = false;
    m_isMapShown = false;
    m_setUp = nullptr;
    if (!m_before.scenario.time)
        m_session.playback().toStart();
    m_session.playback().pause();
    Q_EMIT changed();
}

void Presenter::stop()
{
    if (!std::exchange(m_isPresenting, false))
        return;
    m_isBlank = false;
    m_isMapShown = false;
    m_session.predictions().setPresenting(false);
    m_session.showAgain(m_before);
    Q_EMIT changed();
}

bool Presenter::unblank()
{
    if (!std::exchange(m_isBlank, false))
        return false;
    Q_EMIT changed();
    return true;
}

void Presenter::toggleBlank()
{
    m_isBlank = !m_isBlank;
    Q_EMIT changed();
}

void Presenter::enterScene()
{
    m_wantsAnswer = false;
    m_isMapShown = false;
    m_setUp = nullptr;
    if (m_isPresenting)
        m_session.playback().toStart();
    Q_EMIT changed();
}

QString Presenter::forward()
{
    if (unblank())
        return {};
    Playback& playback = m_session.playback();
    if (playback.isAtLimit()) {
        // A clicker has no key of its own for this; and nobody reveals an answer by one press too many.
        if (std::exchange(m_wantsAnswer, true))
            return reveal();
        return tr("Covered. R reveals the answer, and so does going on once more.");
    }
    m_wantsAnswer = false;
    if (!playback.isAtEnd()) {
        playback.toNextStep();
        return {};
    }
    if (const Predict* const predict = m_session.openQuestion()) {
        // What it asks about is another run than the one that has just ended; or the same, then only its answer is left.
        if (std::exchange(m_setUp, predict) == predict) {
            m_session.showAnswer(*predict);
        } else {
            m_session.setUp(*predict);
            playback.toStart();
        }
        return {};
    }
    const auto scenes = static_cast<int>(m_session.lesson().story.scenes.size());
    if (m_session.scene() + 1 >= scenes)
        return tr("This was the last scene.");
    m_session.setScene(m_session.scene() + 1);
    return {};
}

QString Presenter::back()
{
    if (unblank())
        return {};
    m_wantsAnswer = false;
    Playback& playback = m_session.playback();
    if (playback.position() > VirtualTime{}) {
        playback.toPreviousStep();
        return {};
    }
    if (m_session.scene() == 0)
        return tr("This is the first scene.");
    m_session.setScene(m_session.scene() - 1);
    return {};
}

QString Presenter::reveal()
{
    if (unblank())
        return {};
    m_wantsAnswer = false;
    if (const Predict* const predict = m_session.openQuestion()) {
        m_session.showAnswer(*predict);
        return {};
    }
    if (m_session.cover().map)
        return {};
    m_isMapShown = !m_isMapShown;
    Q_EMIT changed();
    return {};
}

QString Presenter::restart()
{
    if (unblank())
        return {};
    m_session.predictions().reopen(m_session.lesson(), m_session.scene());
    m_session.setScene(m_session.scene());
    enterScene();
    return {};
}

} // namespace awaitscope
