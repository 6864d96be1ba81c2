// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/files/share.hpp"

class QSettings;

namespace awaitscope {

/// What sharing keeps from one time to the next, and from one start to the next.
struct ShareMemory
{
    QString folder; ///< of the last file opened or saved; empty: none yet
    PictureChoice picture;

    friend bool operator==(const ShareMemory&, const ShareMemory&) = default;
};

/// What is missing, damaged or out of range is as if it had never been kept.
ShareMemory readShareMemory(const QSettings& settings);

void keep(const ShareMemory& memory, QSettings& settings);

/// Where a file dialog opens: the last folder, while it exists, else that of the person's documents.
QString folderOf(const ShareMemory& memory);

} // namespace awaitscope
