// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/scenario_file.hpp"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace awaitscope {

class Edits;
class Session;

/// The .awaitscope file that the session was opened from or saved to, if there is one. It is left behind when another
/// lesson is shown, so that saving does not put that in its place. What fails changes neither session nor disk.
class ScenarioDocument : public QObject
{
    Q_OBJECT

public:
    /// `session` outlives the document.
    explicit ScenarioDocument(Session& session, QObject* parent = nullptr);

    /// From now on a file carries what somebody made of the variants, and brings it back. `edits` outlives the document.
    void allowEdits(Edits& edits);

    const QString& path() const { return m_path; } ///< absolute; empty: there is no file
    QString name() const;                          ///< of the file, without its folder

    /// Whether the session shows something else than the file has. Where the playhead stands does not count: it is saved,
    /// but to play is no change.
    bool isModified() const { return m_isModified; }

    /// Whether the file is of a lesson that has to be compiled first (Session::waitsForLesson()); `then` is called once it is there.
    bool waitsForLesson(const QString& path, const std::function<void()>& then);

    /// Shows what the file holds. What to tell the user if it cannot be shown, empty if it is.
    QString open(const QString& path);

    /// Writes what is shown to `path`, which becomes the file. A file that is there and that this version does not
    /// understand is not overwritten. What to tell the user if it cannot be written, empty if it was.
    QString save(const QString& path);

Q_SIGNALS:
    void said(const QString& message); ///< worth a notice
    void changed(); ///< path or isModified()

private:
    void follow();
    void leave();
    void become(const QString& path);
    QString shown() const;
    std::vector<FileEdit> editsNow() const; ///< those that are shown, and those that failed to be
    void bringBack(const std::vector<FileEdit>& edits);

    Session& m_session;
    Edits* m_edits = nullptr;
    QString m_path;
    QString m_saved; ///< what the file has, as shown() gives it
    bool m_isModified = false;
    bool m_isOpening = false;
};

} // namespace awaitscope
