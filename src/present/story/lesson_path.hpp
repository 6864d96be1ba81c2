// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace awaitscope {

struct Lesson;
class Session;

/// A lesson as a stop on the way through all of them.
struct PathStop
{
    QString slug;
    QString title;
    QString law;      ///< what one takes home, in a sentence; the lesson's summary where it says none
    QString time;     ///< "about 20 min"; empty where nobody says
    QString progress; ///< "3 of 7 scenes seen, 1 of 6 questions right"
    QString begin;    ///< what choosing it does: "Begin", "Go on", "Once more"
    int scene = 0;    ///< the one to go on with
    double share = 0; ///< of its scenes seen and questions right, 0 to 1
    bool isShown = false; ///< the window shows it
};

/// The lessons of the session, told in its language, in the order in which one goes through them. Pages of one's own are none.
std::vector<const Lesson*> lessonsOfPath(const Session& session);

std::vector<PathStop> lessonPathOf(const Session& session);

/// What stands at the end of the path, without a slug: a page of one's own.
PathStop sandboxStop();

/// The first that is not finished: where a learner would go on. The last one where all are; 0 where there is none.
int nextStopOf(const std::vector<PathStop>& path);

} // namespace awaitscope
