// SPDX-License-Identifier: GPL-3.0-or-later
//
// A lesson's scenes and their set pieces, entered.
#include "lesson/run/edited_lesson.hpp"
#include "present/session/comparison.hpp"
#include "present/session/session.hpp"

#include <algorithm>

namespace awaitscope {

void Session::setLesson(const QString& slug, int scene)
{
    if (waitsForLesson(slug.toStdString(), [this, slug, scene] { setLesson(slug, scene); }))
        return;
    const Result<const Lesson*> lesson = lessonNamed(slug.toStdString());
    if (lesson)
        enterScene(**lesson, scene);
    else
        fail(lesson.error());
}

bool Session::setMoment(int index)
{
    const auto scene = static_cast<std::size_t>(m_scene);
    if (scene >= m_lesson->story.scenes.size() || index < 0
        || index >= static_cast<int>(m_lesson->story.scenes[scene].setPieces.size()))
        return false;
    const Scene& shown = m_lesson->story.scenes[scene];
    const Scenario defaults = defaultScenario(*m_lesson);
    const Result<Scenario> scope =
        shown.scope.empty() ? Result<Scenario>{defaults} : parseScenario(shown.scope, *m_lesson, defaults);
    if (!scope)
        return fail(scope.error());
    Result<Scenario> moment = parseScenario(shown.setPieces[static_cast<std::size_t>(index)].scenario, *m_lesson, *scope);
    if (!moment)
        return fail(moment.error());
    addEditedOfShown(*moment, *m_lesson);
    if (!showIn(m_scene, *m_lesson, *moment, PlayheadGoes::asTheScenarioSays))
        return false;
    m_timeWindow->fit();
    return true;
}

Shown Session::shown() const
{
    Shown now{m_run.scenario, m_scene, m_timeWindow->from(), m_timeWindow->span(), m_comparison->origin()};
    now.scenario.time.reset();
    if (!m_playback->isAtEnd() && !m_playback->isAtLimit()) // where a limit is, the end was wanted
        now.scenario.time = m_playback->position();
    return now;
}

bool Session::showAgain(const Shown& before)
{
    const Result<const Lesson*> lesson = lessonNamed(before.scenario.lesson);
    if (!lesson)
        return fail(lesson.error());
    Scenario scenario = before.scenario;
    scenario.variants = variantsNow(**lesson, scenario.variants, **lesson); // some may be gone
    if (!showIn(before.scene, **lesson, scenario, PlayheadGoes::asTheScenarioSays))
        return false;
    m_timeWindow->see(before.from, before.span);
    m_comparison->bringBack(before.earlier);
    return true;
}

const SceneView* Session::viewOfScene() const
{
    const auto scene = static_cast<std::size_t>(m_scene);
    if (scene >= m_lesson->story.scenes.size() || m_predictions->isShownAsAsked(*m_lesson, m_scene))
        return nullptr;
    return &m_lesson->story.scenes[scene].view;
}

SlidePanes Session::panes() const
{
    const SceneView* const view = viewOfScene();
    const Lesson* const original = originalLesson(m_lesson->slug);
    const bool isOwn = original && std::ranges::any_of(m_run.variants, [original](const VariantRun& run) {
        return !original->findVariant(run.variant);
    });
    if (!view || !view->panes || isOwn)
        return SlidePanes::all();
    SlidePanes panes = *view->panes;
    panes.caller = panes.caller || !std::holds_alternative<NoTimeout>(m_run.scenario.timeout);
    return panes;
}

void Session::giveTitles()
{
    const SceneView* const view = viewOfScene();
    if (!view)
        return;
    for (VariantRun& run : m_run.variants) {
        if (const auto title = view->titles.find(run.variant); title != view->titles.end())
            run.title = title->second;
    }
}

void Session::setScene(int index) { enterScene(*m_lesson, index); }

bool Session::enterScene(const Lesson& lesson, int index)
{
    const auto count = static_cast<int>(lesson.story.scenes.size());
    index = std::clamp(index, 0, std::max(0, count - 1));
    const std::string scope = count == 0 ? std::string{} : lesson.story.scenes[static_cast<std::size_t>(index)].scope;
    const Scenario defaults = defaultScenario(lesson);
    Result<Scenario> scenario = scope.empty() ? Result<Scenario>{defaults} : parseScenario(scope, lesson, defaults);
    if (!scenario)
        return fail(scenario.error());
    addEditedOfShown(*scenario, lesson);
    if (!showIn(index, lesson, *scenario, PlayheadGoes::asTheScenarioSays))
        return false;
    m_timeWindow->fit();
    return true;
}

bool Session::showIn(int scene, const Lesson& lesson, const Scenario& scenario, PlayheadGoes playhead)
{
    const bool isOther = scene != m_scene || !isShown(lesson);
    const int before = std::exchange(m_scene, scene); // before show(), whose signals already speak of it
    if (!show(lesson, scenario, playhead)) {
        m_scene = before;
        return false;
    }
    if (isOther)
        Q_EMIT sceneChanged();
    if (!lesson.isSandbox) // which has no scenes that one could get through
        m_predictions->enter(lesson, scene);
    return true;
}

} // namespace awaitscope
