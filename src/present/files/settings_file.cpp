// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/settings_file.hpp"

#include "present/text/tr.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace awaitscope {

namespace {

bool isDamaged(const QString& path)
{
    const QSettings settings{path, QSettings::IniFormat};
    return settings.status() == QSettings::FormatError;
}

} // namespace

QString nameAside(const QString& path)
{
    for (int number = 1; number <= 99; ++number) {
        const QString name = path + QStringLiteral(".damaged") + (number == 1 ? QString() : QString::number(number));
        if (!QFileInfo::exists(name) && !QFileInfo(name).isSymLink())
            return name;
    }
    return {};
}

SettingsFile prepareSettings(const QString& path)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (QFileInfo(path).isDir())
        return {SettingsFileTr::tr("The settings cannot be kept: %1 is a folder. Move it away.").arg(shown), false};
    if (!QFileInfo::exists(path) || !isDamaged(path))
        return {};
    const QString aside = nameAside(path);
    if (aside.isEmpty() || !QFile::rename(path, aside))
        return {
            SettingsFileTr::tr("The settings in %1 are damaged, and the file cannot be moved aside. Nothing is kept until you move it "
               "away.")
                .arg(shown),
            false};
    return {SettingsFileTr::tr("The settings were damaged, so that the usual ones are used. The old file is kept as %1.")
                .arg(QDir::toNativeSeparators(aside))};
}

QString writeOut(QSettings& settings)
{
    settings.sync();
    if (settings.status() == QSettings::NoError)
        return {};
    return SettingsFileTr::tr("The settings could not be written to %1. Is the disk full, or the folder not yours to write in? Close "
              "again to leave without keeping them.")
        .arg(QDir::toNativeSeparators(settings.fileName()));
}

} // namespace awaitscope
