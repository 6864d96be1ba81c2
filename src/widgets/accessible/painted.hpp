// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

/// From now on widgets that paint what they show have a role of their own for screen readers: pictures (scopes, the map),
/// texts that change (verdicts, the step), rows. Their words are their accessible names and descriptions. Once is enough;
/// more often does no harm.
void describePaintedWidgets();

} // namespace awaitscope
