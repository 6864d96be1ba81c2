// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/questions/line_layout.hpp"

#include <QString>

namespace awaitscope {

/// What a screen reader says of a line: "Line 2 of 3: cache.set(key, response);", or "Left over: …".
QString spokenLine(const LineLayout& layout, int line, const QString& text);

/// What stands between those that lie and those that are left over.
QString wordsBetween(const LineLayout& layout);

} // namespace awaitscope
