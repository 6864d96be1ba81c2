// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/files/share.hpp"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace awaitscope {

class MainWindow;

/// The pixels that it takes in the window, of which a picture at 1x has as many.
QSize sizeOf(MainWindow& window, PictureOf of);

/// As the window shows it now, sharp at every scale; nothing is scaled up. Its texts "Title" and "Description" say the
/// lesson and the scenario string.
QImage imageOf(MainWindow& window, const PictureChoice& choice);

/// The bytes of a file. On any thread: large ones take most of a second.
QByteArray pngOf(const QImage& image);

/// The bytes of a file in the choice's format. SVG and PDF are drawn: paths, and text that can be searched; a PDF has one
/// page, of a point a pixel.
QByteArray pictureOf(MainWindow& window, const PictureChoice& choice);

} // namespace awaitscope
