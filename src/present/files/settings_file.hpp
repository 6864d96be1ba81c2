// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace awaitscope {

struct SettingsFile
{
    QString problem;      ///< what to tell the user; empty if all is well or there is no file yet
    bool isUsable = true; ///< else nothing may be written there
};

/// To be called before the settings in `path` are opened: a file that does not hold settings is moved aside, so that nothing
/// in it is lost when new ones are written.
SettingsFile prepareSettings(const QString& path);

/// A name beside `path` that nothing has yet, to keep what is damaged: "progress.json.damaged". Empty if there are too
/// many of them.
QString nameAside(const QString& path);

/// Writes what was set. What to tell the user if it cannot be written, empty if it was: QSettings itself says nothing.
QString writeOut(QSettings& settings);

} // namespace awaitscope
