// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "workbench/workbench.hpp"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

class QSettings;

namespace awaitscope {

class Session;

/// What somebody is asked before code from elsewhere is compiled and run.
struct PackQuestion
{
    QString title;  ///< of the lesson
    QString author; ///< as its manifest says; may be empty
    QString owner;  ///< whom the folder belongs to on this machine
    QString folder;
    QStringList files; ///< that hold code
    QString digest;    ///< of that code, all of it
    bool isPage = false; ///< a page in a file, and no lesson in a folder

    QString toText() const; ///< the question in words, whose and where
};

using PackAsker = std::function<bool(const PackQuestion&)>;

/// Lessons that are not in the program: folders as lessons/README.md describes them. Their code is compiled and run as
/// learners' own is, in workers; before that somebody is asked, once for just this code.
class LessonPacks : public QObject
{
    Q_OBJECT

public:
    /// `settings` keeps what was allowed; null: for as long as this lives. All outlive this.
    LessonPacks(Session& session, std::shared_ptr<Workbench> workbench, QSettings* settings, QObject* parent = nullptr);
    ~LessonPacks() override; ///< stops what is being compiled

    void setAsker(PackAsker asker) { m_asker = std::move(asker); }

    /// Reads the folder, or the one in which this lesson.toml lies, asks, compiles, and shows the lesson.
    void open(const QString& path);
    bool isBusy() const { return m_isBusy; }

    /// Whether this code may be compiled and run: somebody is asked, if they have not allowed just this before.
    bool mayRun(const PackQuestion& question);
    void allowOwn(const QString& digest); ///< somebody has made it here

    static bool isPack(const QString& path); ///< a folder with a lesson.toml, or that file

Q_SIGNALS:
    void said(const QString& message);   ///< how far it is
    void failed(const QString& message); ///< why it is not shown

private:
    bool isAllowed(const PackQuestion& question) const;
    void allow(const QString& digest);
    void compile(Lesson lesson, const QString& folder);
    void take(Lesson lesson);

    Session& m_session;
    std::shared_ptr<Workbench> m_workbench;
    QSettings* m_settings;
    QStringList m_allowed; ///< digests
    PackAsker m_asker;
    bool m_isBusy = false;
    std::jthread m_thread; ///< last: it uses what stands above
};

/// The question about a page that the file at `path` holds.
PackQuestion questionAboutPage(const QString& name, const QString& text, const QString& path);

/// A name for all the code of a lesson: another one as soon as a letter of it changes.
QString digestOfCode(const Lesson& lesson);

} // namespace awaitscope
