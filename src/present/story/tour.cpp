// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/tour.hpp"

#include <QCoreApplication>

namespace awaitscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Tour)
};

} // namespace

std::vector<TourStep> tourSteps()
{
    return {
        {TourTarget::story, Tr::tr("The story"),
         Tr::tr("Alan's story is told here, scene by scene. Links in it change what you see on the right, and some scenes ask "
            "you to predict before they show. Page Down leads on.")},
        {TourTarget::flag, Tr::tr("The timeout"),
         Tr::tr("Drag this flag, or click an await: the timeout fires there, and the coroutine is really cancelled. In the "
            "first scene there is none; it waits at the right end.")},
        {TourTarget::verdict, Tr::tr("What came of it"),
         Tr::tr("Here you read whether the response was kept. Beside it the code shows which line ran, which one was stopped, "
            "and which one never ran. F1 lists all keys.")},
    };
}

} // namespace awaitscope
