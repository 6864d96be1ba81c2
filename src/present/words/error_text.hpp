// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace awaitscope {

/// `message` as a bar of a few lines can show it: at most 400 characters, 4 lines and 64 characters a word, with "…" in the
/// middle of what is cut, since the beginning says what happened and the end what to do.
QString shortened(const QString& message);

/// The same for a tooltip, which has more room but not for a megabyte: plain text made into markup that wraps.
QString tooltipOf(const QString& message);

} // namespace awaitscope
