// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/share_memory.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace awaitscope {

ShareMemory readShareMemory(const QSettings& settings)
{
    ShareMemory memory;
    PictureChoice& picture = memory.picture;
    memory.folder = settings.value("share/folder").toString();
    picture.of = readPictureOf(settings.value("share/of").toString()).value_or(picture.of);
    picture.format = pictureFormatOf(settings.value("share/format").toString()).value_or(picture.format);
    const int scale = settings.value("share/scale").toInt();
    if (scale >= 1 && scale <= largestPictureScale)
        picture.scale = scale;
    return memory;
}

void keep(const ShareMemory& memory, QSettings& settings)
{
    settings.setValue("share/folder", memory.folder);
    settings.setValue("share/of", nameOf(memory.picture.of));
    settings.setValue("share/format", endingOf(memory.picture.format));
    settings.setValue("share/scale", memory.picture.scale);
}

QString folderOf(const ShareMemory& memory)
{
    if (!memory.folder.isEmpty() && QFileInfo(memory.folder).isDir())
        return memory.folder;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace awaitscope
