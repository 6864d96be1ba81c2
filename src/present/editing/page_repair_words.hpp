// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/page/repair.hpp"

#include <QString>

namespace awaitscope {

/// What is missing for pasted code to be a page, in a sentence.
QString repairWords(const PageRepair& repair);

/// Which line needs the outside world, and what to do; empty: none does.
QString outsideWords(const PageRepair& repair);

} // namespace awaitscope
