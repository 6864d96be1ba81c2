// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/tour.hpp"

#include "present/text/tr.hpp"


namespace awaitscope {

namespace {

} // namespace

std::vector<TourStep> tourSteps()
{
    return {
        {TourTarget::story, TourTr::tr("The story"),
         TourTr::tr("Alan's story is told here, scene by scene. Links in it change what you see on the right, and some scenes ask "
            "you to predict before they show. Page Down leads on.")},
        {TourTarget::flag, TourTr::tr("The timeout"),
         TourTr::tr("Once the story has a timeout, a flag above the timelines shows it. Drag it, or click an await: the timeout fires "
            "there, and the coroutine is really cancelled.")},
        {TourTarget::verdict, TourTr::tr("What came of it"),
         TourTr::tr("Here you read whether the response was kept. Beside it the code shows which line ran, which one was stopped, "
            "and which one never ran. F1 lists all keys.")},
    };
}

} // namespace awaitscope
