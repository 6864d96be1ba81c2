// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace awaitscope {

/// What a file dialog is to ask.
struct FileQuestion
{
    enum class Kind { open, save };

    Kind kind = Kind::save;
    QString title;
    QString path;   ///< to save: the proposed file; to open: a folder
    QString filter; ///< "SVG drawing (*.svg)"
    QString ending; ///< ".svg": what a name without any gets
};

/// Gives the file's path, empty if there is to be none. To save over a file that is there, it has asked.
using FileAsker = std::function<QString(QWidget* window, const FileQuestion& question)>;

/// Asks with the system's file dialog and waits for the answer.
QString askForFile(QWidget* window, const FileQuestion& question);

} // namespace awaitscope
