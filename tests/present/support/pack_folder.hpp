// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/lesson_skeleton.hpp"

#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace awaitscope::test {

/// A folder with the lesson that `new-lesson` begins with, in a folder that is thrown away.
class PackFolder
{
public:
    explicit PackFolder(const QString& name) : m_name(name)
    {
        QDir().mkpath(path());
        for (const LessonFile& file : lessonSkeleton(name.toStdString()))
            write(QString::fromStdString(file.name), QString::fromStdString(file.text));
    }

    QString pack() const { return m_folder.path(); } ///< which holds it, and nothing else
    QString path() const { return m_folder.filePath(m_name); }

    QString read(const QString& file) const
    {
        QFile in(path() + '/' + file);
        return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
    }

    void write(const QString& file, const QString& text) const
    {
        QFile out(path() + '/' + file);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(text.toUtf8());
    }

    void replace(const QString& file, const QString& before, const QString& after) const
    {
        QString text = read(file);
        ASSERT_TRUE(text.contains(before)) << before.toStdString();
        write(file, text.replace(before, after));
    }

private:
    QTemporaryDir m_folder;
    QString m_name;
};

} // namespace awaitscope::test
