// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace awaitscope {

struct PackQuestion;

/// Whether the code of somebody else's lesson may be compiled and run: asks in a dialog and waits for the answer. Whoever
/// presses Return or Escape without reading has said no.
bool askAboutPack(const PackQuestion& question, QWidget& window);

} // namespace awaitscope
