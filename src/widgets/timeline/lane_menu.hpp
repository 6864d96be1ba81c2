// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QPoint>
#include <QStringList>

class QMenu;
class QWidget;

namespace awaitscope {

class LaneChoices;

/// A menu of the lanes: which are shown, which are low, and in which order. It deletes itself when it closes. `choices` outlives it.
QMenu* laneMenu(LaneChoices& choices, const QStringList& lanes, const Theme& theme, QWidget* parent);

} // namespace awaitscope
