// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/lesson_path.hpp"

#include "present/questions/predictions.hpp"
#include "present/session/session.hpp"
#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

PathStop stopOf(const Lesson& lesson, const Progress& progress)
{
    PathStop stop;
    stop.slug = qt(lesson.slug);
    stop.title = qt(lesson.title);
    stop.law = qt(lesson.law.empty() ? lesson.summary : lesson.law);
    if (lesson.minutes > 0)
        stop.time = LessonPathTr::tr("about %1 min").arg(lesson.minutes);
    stop.progress = progressWords(lesson, progress);
    const LessonCount count = countOf(lesson, progress);
    const int whole = count.scenes + count.questions;
    stop.share = whole == 0 ? 0 : static_cast<double>(count.seen + count.right) / whole;
    const auto mine = progress.lessons.find(lesson.slug);
    const bool isDone = count.seen == count.scenes && count.right == count.questions;
    if (mine != progress.lessons.end() && !isDone)
        stop.scene = mine->second.scene;
    stop.begin = isDone ? LessonPathTr::tr("Once more") : count.seen > 0 ? LessonPathTr::tr("Go on") : LessonPathTr::tr("Begin");
    return stop;
}

} // namespace

std::vector<const Lesson*> lessonsOfPath(const Session& session)
{
    std::vector<const Lesson*> lessons = session.lessons();
    std::erase_if(lessons, [](const Lesson* lesson) { return lesson->isSandbox; });
    std::ranges::stable_sort(lessons, {}, [](const Lesson* lesson) { return lesson->order; });
    return lessons;
}

std::vector<PathStop> lessonPathOf(const Session& session)
{
    std::vector<PathStop> path;
    for (const Lesson* const lesson : lessonsOfPath(session)) {
        path.push_back(stopOf(*lesson, session.predictions().kept())); // a presentation begins without any
        path.back().isShown = lesson->slug == session.lesson().slug;
    }
    return path;
}

PathStop sandboxStop()
{
    PathStop stop;
    stop.title = LessonPathTr::tr("The sandbox");
    stop.law = LessonPathTr::tr("A blank page for coroutines of your own.");
    stop.begin = LessonPathTr::tr("Begin");
    return stop;
}

int nextStopOf(const std::vector<PathStop>& path)
{
    if (path.empty())
        return 0;
    const auto open = std::ranges::find_if(path, [](const PathStop& stop) { return stop.share < 1; });
    return static_cast<int>(open == path.end() ? path.size() - 1 : static_cast<std::size_t>(open - path.begin()));
}

} // namespace awaitscope
