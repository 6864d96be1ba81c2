// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace awaitscope {

/// What a step of the tour points at.
enum class TourTarget { story, flag, verdict };

struct TourStep
{
    TourTarget target{};
    QString title;
    QString text;
};

/// For who is here for the first time: where it is told, where one acts, where one sees what comes of it.
std::vector<TourStep> tourSteps();

} // namespace awaitscope
