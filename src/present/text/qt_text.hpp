// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace awaitscope {

/// What comes from below present is UTF-8.
inline QString qt(const std::string& text) { return QString::fromStdString(text); }

} // namespace awaitscope
