// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/presenter.hpp"

#include "present/story/story_model.hpp"
#include "present/text/qt_text.hpp"
#include "present/time/typed_timeout.hpp"

#include <algorithm>
#include <utility>

namespace awaitscope {

Presenter::Presenter(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    for (const auto signal : {&Session::sceneChanged, &Session::lessonChanged})
        connect(&session, signal, this, &Presenter::enterScene);
    // Of a lesson that was added again its questions are others. One that is edited shares them.
    connect(&session, &Session::variantsChanged, this, [this] {
        const std::vector<const Predict*> all = Predictions::questionsOf(m_session.lesson());
        const auto isGone = [&](const Predict* predict) { return predict && std::ranges::find(all, predict) == all.end(); };
        if (isGone(m_setUp) || isGone(m_revealed) || isGone(m_votedOn))
            forgetQuestion();
    });
    // What stands on the slide follows them.
    for (const auto signal : {&Session::runChanged, &Session::coverChanged})
        connect(&session, signal, this, &Presenter::follow);
    connect(&session.predictions(), &Predictions::changed, this, &Presenter::follow);
}

QString Presenter::title() const
{
    return storyOf(m_session.lesson(), m_session.scene(), m_session.scenario().model).title;
}

QString Presenter::place() const
{
    return storyOf(m_session.lesson(), m_session.scene(), m_session.scenario().model).place;
}

const Scene* Presenter::sceneShown() const
{
    const std::vector<Scene>& scenes = m_session.lesson().story.scenes;
    const auto scene = static_cast<std::size_t>(m_session.scene());
    return scene < scenes.size() ? &scenes[scene] : nullptr;
}

QString Presenter::subtitle() const
{
    const Scene* const scene = sceneShown();
    return scene ? qt(scene->slide.subtitle) : QString();
}

QString Presenter::meaning() const
{
    return meaningOf(m_session.scenario());
}

SlidePanes Presenter::panes() const
{
    const Scene* const scene = sceneShown();
    return scene ? scene->slide.panes : SlidePanes{};
}

const Predict* Presenter::asked() const
{
    const Predict* const covering =
        m_session.predictions().coveringQuestion(m_session.lesson(), m_session.scene(), m_session.scenario());
    // Beside another run than it speaks of it would be read as a word on that one. Code can be made beside any.
    const bool isRevealedShown =
        m_revealed
        && (isTask(m_revealed->kind) ? Predictions::isAskedIn(m_session.lesson(), *m_revealed, m_session.scenario())
                                     : m_session.predictions().isJustAsked(m_session.lesson(), *m_revealed, m_session.scenario()));
    // One that asks for code covers nothing: it is there once one has gone on to it.
    if (m_setUp && isTask(m_setUp->kind) && m_setUp != m_revealed && !m_session.cover().run && !m_session.predictions().isSettled(m_session.lesson(), *m_setUp))
        return m_setUp;
    // What is revealed stays to be read, until something else is covered.
    return isRevealedShown && !m_session.cover().run ? m_revealed : covering;
}

std::optional<QuestionSlide> Presenter::question() const
{
    const Predict* const predict = asked();
    // The map takes its room: by then the answer is known.
    if (!m_isPresenting || !predict || m_isMapShown)
        return std::nullopt;
    return slideOf(m_session.lesson(), *predict, m_session.predictions(), m_votedOn == predict ? m_vote : std::nullopt);
}

std::vector<QuestionSlide> Presenter::questionsOfScene() const
{
    std::vector<QuestionSlide> slides;
    if (const Scene* const scene = sceneShown()) {
        for (const StoryBlock& block : scene->blocks) {
            if (block.predict)
                slides.push_back(revealedSlideOf(m_session.lesson(), *block.predict, m_session.predictions()));
        }
    }
    return slides;
}

int Presenter::lettersToVoteFor() const
{
    const std::optional<QuestionSlide> slide = question();
    return slide && slide->isOpen ? static_cast<int>(slide->answers.size()) : 0;
}

void Presenter::vote(int answer)
{
    if (answer < 0 || answer >= lettersToVoteFor())
        return;
    const Predict* const predict = asked();
    const bool isTakenBack = m_votedOn == predict && m_vote == answer;
    m_votedOn = predict;
    m_vote = isTakenBack ? std::nullopt : std::optional{answer};
    Q_EMIT changed();
}

void Presenter::start()
{
    if (std::exchange(m_isPresenting, true))
        return;
    m_before = m_session.shown();
    m_session.predictions().setPresenting(true);
    forgetQuestion();
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

void Presenter::forgetQuestion()
{
    m_wantsAnswer = false;
    m_isMapShown = false;
    m_setUp = nullptr;
    m_revealed = nullptr;
    m_votedOn = nullptr;
}

void Presenter::enterScene()
{
    forgetQuestion();
    if (m_isPresenting) {
        // Another question may cover what the scene begins with. The first is asked first, and about what it speaks of.
        const Predict* const first = m_session.openQuestion();
        if (first && m_session.cover().run
            && !Predictions::isAskedIn(m_session.lesson(), *first, m_session.scenario()))
            setUp(*first);
        m_session.playback().toStart();
    }
    Q_EMIT changed();
}

void Presenter::follow()
{
    if (m_isPresenting)
        Q_EMIT changed();
}

void Presenter::setUp(const Predict& predict)
{
    m_setUp = &predict;
    m_revealed = nullptr;
    m_isMapShown = false;
    m_session.setUp(predict);
    m_session.playback().toStart();
}

void Presenter::show(const Predict& predict)
{
    m_revealed = &predict; // before all others hear of it
    m_session.showAnswer(predict);
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
        if (hasSetUp(*predict))
            show(*predict);
        else
            setUp(*predict);
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
    const Predict* const covering =
        m_session.predictions().coveringQuestion(m_session.lesson(), m_session.scene(), m_session.scenario());
    if (covering && m_session.cover().run) {
        show(*covering);
        return {};
    }
    // Nobody is told an answer whose question has not been asked.
    if (const Predict* const open = m_session.openQuestion()) {
        if (hasSetUp(*open))
            show(*open);
        else
            setUp(*open);
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
