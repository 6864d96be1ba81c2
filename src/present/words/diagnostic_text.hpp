// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <QString>

namespace awaitscope {

/// As Diagnostic::toText(), in the language that is spoken: what scenario strings, scenario files, files of progress and
/// runs are told to be wrong. Where there are no words for it, and for what only authors of lessons meet, English.
QString diagnosticText(const Diagnostic& diagnostic);

} // namespace awaitscope
