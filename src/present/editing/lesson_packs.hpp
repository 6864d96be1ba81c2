// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "workbench/workbench.hpp"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
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

    /// The lessons in the folder, or the one that it is, are among the session's from now on; each is compiled when somebody wants to see
    /// it. What keeps some of them from that, a line each.
    QStringList offer(const QString& folder);

    /// Reads the folder, or the one in which this lesson.toml lies, asks, compiles, and shows the lesson; where it is shown already, the
    /// scene that one reads.
    void open(const QString& path);
    void readAgain(); ///< the same of folderAtHand()
    /// The same at a start, of what was shown when the program ended: nothing is asked, nor said if it is not as it was. `then` is called
    /// once it is there.
    void resume(const QString& folder, std::function<void()> then);
    bool isBusy() const { return m_isBusy; }

    /// That of the lesson that is shown, or else of the last one that was to be opened; empty: there was none.
    QString folderAtHand() const;

    /// Whether this code may be compiled and run: somebody is asked, if they have not allowed just this before.
    bool mayRun(const PackQuestion& question);
    void allowOwn(const QString& digest); ///< somebody has made it here

    std::shared_ptr<Workbench> workbench() const { return m_workbench; }

    static bool isPack(const QString& path); ///< a folder with a lesson.toml, or that file

Q_SIGNALS:
    void said(const QString& message);   ///< how far it is
    void failed(const QString& message); ///< why it is not shown
    void opened(); ///< one is there
    void opening(const QString& folder); ///< folderAtHand() is another one, if nothing of a folder is shown

private:
    using Then = std::function<void()>; ///< what is done once it is there; empty: it is shown

    bool isAllowed(const PackQuestion& question) const;
    void allow(const QString& digest);
    void open(const QString& path, Then then);
    QString whyNameIsTaken(const std::string& slug, const QString& folder) const; ///< empty: it is not
    std::optional<Lesson> read(const QString& folder); ///< empty: it cannot be opened, and failed() says why
    void compile(Lesson lesson, Then then);
    void take(Lesson lesson, const Then& then);

    Session& m_session;
    std::shared_ptr<Workbench> m_workbench;
    QSettings* m_settings;
    QStringList m_allowed; ///< digests
    PackAsker m_asker;
    std::map<std::string, QString> m_offered; ///< folders, by the lessons' slugs
    QString m_folder; ///< that was to be opened last
    bool m_isBusy = false;
    std::jthread m_thread; ///< last: it uses what stands above
};

/// The question about the code of a lesson that was read from a folder.
PackQuestion questionAboutLesson(const Lesson& lesson);

/// The question about a page that the file at `path` holds.
PackQuestion questionAboutPage(const QString& name, const QString& text, const QString& path);

/// A name for all the code of a lesson: another one as soon as a letter of it changes.
QString digestOfCode(const Lesson& lesson);

} // namespace awaitscope
