// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/tour.hpp"

#include <QCoreApplication>

namespace awaitscope {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("awaitscope::Tour", text); }

} // namespace

std::vector<TourStep> tourSteps()
{
    return {
        {TourTarget::story, tr("The story"),
         tr("Alan's story is told here, scene by scene. Links in it change what you see on the right, and some scenes ask "
            "you to predict before they show. Page Down leads on.")},
        {TourTarget::flag, tr("The timeout"),
         tr("Drag this flag, or click an await: the timeout fires there, and the coroutine is really cancelled. In the "
            "first scene there is none; it waits at the right end.")},
        {TourTarget::verdict, tr("What came of it"),
         tr("Here you read whether the response was kept. Beside it the code shows which line ran, which one was stopped, "
            "and which one never ran. F1 lists all keys.")},
    };
}

} // namespace awaitscope
