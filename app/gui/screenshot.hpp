// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

namespace awaitscope {

class MainWindow;
class Session;

/// Draws the window as it looks once nothing is being worked out any more, and writes it to `file`.
/// Empty, or why there is no picture.
QString takeScreenshot(Session& session, MainWindow& window, QSize size, const QString& file);

} // namespace awaitscope
