// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/edited_lesson.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace awaitscope {

/// Lessons with the variants that somebody made and that run. One that was handed out lives as long as it is held, and for some
/// versions more.
class EditedLessons
{
public:
    /// Those of one lesson, in place of those it had. Their titles are set here.
    void set(const std::string& slug, std::vector<EditedVariant> edited);

    /// `lesson` with those of its slug; itself if there are none.
    const Lesson& of(const Lesson& lesson);

    /// One that of() gave, or any other, for whoever speaks of it longer than a moment: a thread, or a run that is shown.
    std::shared_ptr<const Lesson> hold(const Lesson& lesson) const;

    std::size_t count() const { return m_all.size(); } ///< that there are now

    void retitle(); ///< the window speaks another language: of() gives other lessons from now on

private:
    std::map<std::string, std::vector<EditedVariant>> m_edited;
    std::map<const Lesson*, const Lesson*> m_current;
    std::vector<std::shared_ptr<const Lesson>> m_all;
};

} // namespace awaitscope
