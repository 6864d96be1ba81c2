// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/files/share.hpp"

#include <QSize>
#include <QString>

namespace awaitscope {

class Edits;
class MainWindow;
class Session;

/// Until the page that is shown has run, or cannot. Empty, or what is wrong with it.
QString waitForPage(const Session& session, const Edits& edits);

/// Draws the window as it looks once nothing is being worked out any more, in `size`, and writes the picture to `file`.
/// Empty, or why there is no picture.
QString takeScreenshot(Session& session, MainWindow& window, QSize size, const PictureChoice& choice,
                       const QString& file);

} // namespace awaitscope
