// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/questions/predictions.hpp"
#include "present/scope/scope_model.hpp"

#include <QString>

namespace awaitscope {

/// Takes out of a scope what a question keeps covered: all from the limit on, outlines too, since where they end tells.
/// What goes on there ends at the limit, under the curtain that is drawn. Nothing changes where nothing is covered.
void coverScope(ScopeModel& model, const Cover& cover);

/// "Predict first": what stands in the place of what is covered.
QString coverWords();

/// With the way to go on.
QString coverTip();

} // namespace awaitscope
