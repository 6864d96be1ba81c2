// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/speaker_notes.hpp"

#include "present/session/session.hpp"
#include "present/story/presenter.hpp"
#include "present/story/question_slide.hpp"
#include "present/text/qt_text.hpp"
#include "present/time/times.hpp"
#include "present/words/sentences.hpp"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace awaitscope {

SpeakerNotes::SpeakerNotes(Session& session, Presenter& presenter, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_presenter(presenter)
{
    for (const auto signal : {&Session::sceneChanged, &Session::lessonChanged})
        connect(&session, signal, this, &SpeakerNotes::enter);
    connect(&session, &Session::runChanged, this, &SpeakerNotes::changed);
    connect(&session, &Session::coverChanged, this, &SpeakerNotes::changed);
    connect(&session.playback(), &Playback::positionChanged, this, &SpeakerNotes::changed);
    connect(&presenter, &Presenter::changed, this, &SpeakerNotes::changed);
    enter();
}

void SpeakerNotes::enter()
{
    // Scripts are told in one language: the scene is found by the title that it has there.
    const Lesson* const lesson = m_session.originalLesson(m_session.lesson().slug);
    const auto scene = static_cast<std::size_t>(m_session.scene());
    const bool isThere = lesson && scene < lesson->story.scenes.size();
    m_place.enter(lesson ? demoOf(*lesson) : std::vector<DemoPart>{}, isThere ? qt(lesson->story.scenes[scene].title) : QString());
    // The key that led here is told after it has.
    m_hasJustEntered = true;
    QMetaObject::invokeMethod(this, [this] { m_hasJustEntered = false; }, Qt::QueuedConnection);
    Q_EMIT changed();
}

void SpeakerNotes::press(const QString& key)
{
    if (!std::exchange(m_hasJustEntered, false))
        m_place.press(key);
    Q_EMIT changed();
}

QString SpeakerNotes::scene() const { return m_presenter.place() + QStringLiteral("  ") + m_presenter.title(); }

QString SpeakerNotes::next() const
{
    const Playback& playback = m_session.playback();
    const std::vector<Step> steps = stepsOf(m_session.lesson(), m_session.run());
    const auto step = std::ranges::find_if(steps, [&](const Step& each) { return each.at > playback.position(); });
    const std::optional<VirtualTime>& limit = m_session.cover().limit;
    if (!playback.isAtEnd() && step != steps.end())
        return limit && step->at > *limit ? tr("What comes next is covered: R reveals the answer.")
                                          : readableTime(step->at) + QStringLiteral(". ") + step->sentence;
    if (const Predict* const open = m_session.openQuestion()) {
        if (m_presenter.hasSetUp(*open))
            return tr("The answer to the question.");
        return tr("The next question: %1").arg(revealedSlideOf(m_session.lesson(), *open, m_session.predictions()).question);
    }
    const auto after = static_cast<std::size_t>(m_session.scene() + 1);
    const auto& scenes = m_session.lesson().story.scenes;
    return after < scenes.size() ? tr("The next scene: %1").arg(qt(scenes[after].title)) : tr("This is the last scene.");
}

QString SpeakerNotes::answer() const
{
    // Of the very question that is on the slide, revealed or not.
    const Predict* const asked = m_presenter.asked();
    if (!asked || !m_presenter.question())
        return {};
    const QuestionSlide told = revealedSlideOf(m_session.lesson(), *asked, m_session.predictions());
    QStringList words;
    for (const QuestionSlide::Answer& each : told.answers) {
        if (each.isRight)
            words += each.letter + QStringLiteral("  ") + each.text;
    }
    if (!told.outcome.isEmpty())
        words += told.outcome;
    return words.join(QStringLiteral("\n"));
}

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar('0'));
}

} // namespace awaitscope
