// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/scenario_file.hpp"
#include "present/editing/edits.hpp"

#include <QObject>
#include <QString>
#include <QStringList>

#include <filesystem>

class QFileSystemWatcher;
class QSettings;
class QTimer;

namespace awaitscope {

/// Pages of one's own: C++ files with a run(), opened, begun and saved. The file of the page that is shown is watched: what another
/// editor saves to it is run again.
class Pages : public QObject
{
    Q_OBJECT

public:
    /// `folder` is that of `edits`, and `settings` keeps what was open; null: for as long as this lives. All outlive this.
    Pages(Session& session, Edits& edits, std::filesystem::path folder, QSettings* settings, QObject* parent = nullptr);

    static bool isPage(const QString& path); ///< by the file's ending

    /// A new page, which no file has yet. `name` is a file's: "page.cpp".
    void begin(const QString& name, const QString& text);
    void begin(); ///< with the least that runs

    /// A file, or a page of before that no file has. Why not, or empty.
    QString open(const QString& path);
    /// The page of an .awaitscope file, and its scenario once that has run; whoever calls has asked whether it may.
    void openShared(const QString& path, const ScenarioFile& file);
    /// Shows `scenario` of the page as it is typed: once that has run, which may be now.
    void applyOnceRun(const QString& scenario);
    bool openLast(); ///< what was shown when the program ended; false: there is nothing

    /// Of the page that is shown; empty where none is, and where no file has it.
    QString path() const;
    QString name() const;
    bool isShown() const;
    bool isModified() const; ///< its file has another text

    /// As an .awaitscope file has it, with what is shown of it.
    std::optional<ScenarioFile> shared() const;

    /// Writes it to its file, or to another one that is then its file. Why not, or empty.
    QString save();
    QString saveAs(const QString& path);

    /// Files and pages that were open, the last one first; those that are gone are left out.
    QStringList recent() const;
    void noteRecent(const QString& path);

Q_SIGNALS:
    void opened();  ///< another page is shown
    void changed(); ///< path(), name() or isModified()
    void said(const QString& message);

private:
    QString ownFolder() const; ///< of pages that no file has, with a '/' behind it
    void show(Lesson page, const QString& path, const QString& shared = {});
    void applyPending();
    void watch();
    void look();
    QString storedPath(const Lesson& page) const;

    Session& m_session;
    Edits& m_edits;
    std::filesystem::path m_folder;
    QSettings* m_settings;
    QStringList m_recent;
    QFileSystemWatcher* m_watcher;
    QTimer* m_pause; ///< since the file changed: editors write in several steps
    std::string m_page; ///< Lesson::page of the one that was opened last
    QString m_path;     ///< its file; empty: it has none
    std::optional<QString> m_pending; ///< a scenario, for when the page has run
    QString m_onDisk;   ///< what the file had when it was last looked at
};

/// What a new page begins with.
QString leastPage();

} // namespace awaitscope
