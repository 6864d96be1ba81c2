// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/edited_lessons.hpp"

#include "present/text/tr.hpp"

#include <QString>

namespace awaitscope {

namespace {

} // namespace

void EditedLessons::set(const std::string& slug, std::vector<EditedVariant> edited)
{
    m_edited[slug] = std::move(edited);
    std::erase_if(m_current, [&](const auto& entry) { return entry.first->slug == slug; });
}

void EditedLessons::retitle() { m_current.clear(); }

const Lesson& EditedLessons::of(const Lesson& lesson)
{
    const auto found = m_edited.find(lesson.slug);
    if (found == m_edited.end() || found->second.empty())
        return lesson;
    const Lesson*& current = m_current[&lesson];
    if (current)
        return *current;
    std::vector<EditedVariant> titled = found->second;
    for (EditedVariant& variant : titled) {
        // Short, where nothing else could be meant: it stands beside every strip and column.
        const VariantSpec* const base = lesson.findVariant(variant.base);
        variant.title = titled.size() == 1 || !base
                            ? EditedLessonsTr::tr("My version").toStdString()
                            : EditedLessonsTr::tr("My %1 version").arg(QString::fromStdString(base->title).toLower()).toStdString();
    }
    m_all.push_back(std::make_shared<const Lesson>(withEdited(lesson, titled)));
    current = m_all.back().get();
    // Whoever still speaks of an older one holds it. A few stay for views that are about to be told.
    constexpr std::size_t kept = 8;
    for (std::size_t i = 0; m_all.size() > kept && i + kept < m_all.size();) {
        const bool isCurrent = std::ranges::any_of(m_current, [&](const auto& entry) { return entry.second == m_all[i].get(); });
        if (!isCurrent && m_all[i].use_count() == 1)
            m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
    return *current;
}

std::shared_ptr<const Lesson> EditedLessons::hold(const Lesson& lesson) const
{
    const auto found = std::ranges::find(m_all, &lesson, [](const auto& held) { return held.get(); });
    // The others live as long as the catalogue and those that were added.
    return found == m_all.end() ? std::shared_ptr<const Lesson>(std::shared_ptr<const Lesson>(), &lesson) : *found;
}

} // namespace awaitscope
