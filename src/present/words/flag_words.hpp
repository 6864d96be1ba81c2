// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/scenario.hpp"

#include <QString>

namespace awaitscope {

/// What the flag does to a page of one's own: whether its own timeout() ends there, or run() is cancelled from outside, and how under the
/// meaning that is chosen. Empty for a lesson, whose caller shows it.
QString flagWordsOf(const Lesson& lesson, const Scenario& scenario);

} // namespace awaitscope
