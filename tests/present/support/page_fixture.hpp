// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/files/pages.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace awaitscope::test {

/// A session that can have pages of one's own, in a folder that is thrown away.
class PageFixture : public testing::Test
{
protected:
    QString path(const QString& name) const { return folder.filePath(name); }
    void write(const QString& name, const QString& text) const
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }
    QString read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    const Edit& edit() { return *edits.find(edits.variantToEdit()); }
    bool waitFor(Edit::Stage stage)
    {
        return test::waitFor([&] { return edit().stage == stage && !session.isRunning(); });
    }
    const Trace& trace(std::size_t variant = 0) { return *session.run().variants.at(variant).trace; }

    QTemporaryDir folder;
    QSettings settings{path("settings.ini"), QSettings::IniFormat};
    Session session{builtInCatalogue()};
    Edits edits{session, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), path("code").toStdString()};
    Pages pages{session, edits, path("code").toStdString(), &settings};
};

} // namespace awaitscope::test
