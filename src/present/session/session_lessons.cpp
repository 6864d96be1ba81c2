// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which lessons a session has: the catalogue's, those that were added, and what somebody made of their variants.
#include "lesson/run/sandbox.hpp"
#include "present/session/session.hpp"
#include "present/text/qt_text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// In that language, where it is told in it; else in English.
const Lesson* tellingFor(const std::map<std::string, const Lesson*>& told, const std::string& language)
{
    const auto found = told.find(language);
    return found == told.end() ? told.at(std::string{firstLanguage}) : found->second;
}

} // namespace

Result<const Lesson*> Session::lessonNamed(const std::string& slug) const
{
    const std::string language = m_language->code().toStdString();
    if (const Lesson* const added = addedLesson(slug, language))
        return &m_edited.of(*added);
    const Result<const Lesson*> original = m_catalogue.require(slug, language);
    return original ? Result<const Lesson*>{&m_edited.of(**original)} : original;
}

std::shared_ptr<const Lesson> Session::heldLesson(const std::string& slug) const
{
    const Result<const Lesson*> lesson = lessonNamed(slug);
    return lesson ? m_edited.hold(**lesson) : nullptr;
}

const Lesson* Session::addedLesson(const std::string& slug, const std::string& language) const
{
    const auto found = m_added.find(slug);
    return found == m_added.end() ? nullptr : tellingFor(found->second, language);
}

std::vector<const Lesson*> Session::lessons() const
{
    const std::string language = m_language->code().toStdString();
    std::vector<const Lesson*> all;
    for (const Lesson& lesson : m_catalogue.lessons(language))
        all.push_back(&lesson);
    for (const auto& [slug, tellings] : m_added)
        all.push_back(addedLesson(slug, language));
    for (const auto& [slug, tellings] : m_offered) {
        if (isOffered(slug))
            all.push_back(tellingFor(tellings, language));
    }
    return all;
}

const Lesson* Session::originalLesson(const std::string& slug) const
{
    const Lesson* const added = addedLesson(slug, std::string{firstLanguage});
    return added ? added : m_catalogue.find(slug);
}

void Session::keepTold(Lesson lesson, Told& told)
{
    told.clear();
    const auto add = [&](Lesson one) {
        const std::string language = one.language;
        m_allAdded.push_back(std::make_unique<const Lesson>(std::move(one)));
        told[language] = m_allAdded.back().get();
    };
    for (const Telling& telling : lesson.tellings)
        add(toldIn(lesson, telling.language));
    add(std::move(lesson));
}

void Session::addLesson(Lesson lesson)
{
    const std::string slug = lesson.slug;
    keepTold(std::move(lesson), m_added[slug]);
    m_edited.set(slug, {});
    m_predictions->forgetLines(slug);
    Q_EMIT lessonAdded(qt(slug));
}

void Session::offerLesson(Lesson lesson)
{
    const std::string slug = lesson.slug;
    keepTold(std::move(lesson), m_offered[slug]);
}

bool Session::isOffered(const std::string& slug) const { return m_offered.contains(slug) && !m_added.contains(slug); }

bool Session::waitsForLesson(const std::string& slug, const std::function<void()>& show)
{
    if (!isOffered(slug))
        return false;
    Q_EMIT lessonWanted(qt(slug), show);
    return true;
}

bool Session::showPage(Lesson page)
{
    addLesson(std::move(page));
    const Lesson& lesson = **lessonNamed(std::string{sandboxSlug});
    if (!isShown(lesson)) {
        if (!showIn(0, lesson, defaultScenario(lesson), PlayheadGoes::asTheScenarioSays))
            return false;
        m_timeWindow->fit();
        return true;
    }
    Scenario scenario = m_run.scenario;
    scenario.variants = variantsNow(lesson, scenario.variants, *m_lesson);
    scenario.time.reset();
    // Of the text before: in this one the await of that number may be another, or none. Its time is one of any text.
    if (std::holds_alternative<AtAwait>(scenario.timeout) || std::holds_alternative<BeforeStart>(scenario.timeout))
        scenario.timeout = m_run.timeout ? Timeout{*m_run.timeout} : Timeout{NoTimeout{}};
    // What cancels a page that no longer knows the timeout, or does now.
    if (lesson.isCancelledFromOutside && scenario.cancel && !std::holds_alternative<NoTimeout>(scenario.timeout))
        scenario.cancel.reset();
    if (!sendsCancelType(scenario, lesson))
        scenario.cancelType = CancelType::terminal;
    return show(lesson, scenario);
}

void Session::setEdited(const QString& slug, std::vector<EditedVariant> edited, const std::string& wanted)
{
    m_edited.set(slug.toStdString(), std::move(edited));
    if (m_lesson->slug != slug.toStdString())
        return;
    const Lesson& lesson = **lessonNamed(m_lesson->slug);
    Scenario scenario = m_run.scenario;
    scenario.variants = variantsNow(lesson, scenario.variants, *m_lesson);
    if (!wanted.empty())
        addEditedOf(wanted, scenario.variants, lesson);
    scenario.time.reset();
    show(lesson, scenario);
}

void Session::setOutdated(const QString& slug, std::set<std::string> variants)
{
    std::set<std::string>& now = m_outdated[slug.toStdString()];
    if (now == variants)
        return;
    now = std::move(variants);
    if (m_lesson->slug == slug.toStdString())
        Q_EMIT outdatedChanged();
}

bool Session::isOutdated(const std::string& variant) const
{
    const auto found = m_outdated.find(m_lesson->slug);
    return found != m_outdated.end() && found->second.contains(variant);
}

const Lesson& Session::stripOfEdited(Scenario& scenario) const
{
    if (m_lesson->isSandbox)
        return *m_lesson;
    // One's own alone: beside what they were made of, as others have nothing else of them.
    if (std::ranges::all_of(scenario.variants, isEdited))
        std::ranges::transform(scenario.variants, scenario.variants.begin(), [](const std::string& variant) { return originalOf(variant); });
    std::erase_if(scenario.variants, isEdited);
    return *originalLesson(m_lesson->slug);
}

} // namespace awaitscope
