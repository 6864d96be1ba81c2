// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace awaitscope {

class Session;

/// The .awaitscope file that the session was opened from or saved to, if there is one. It is left behind when another
/// lesson is shown, so that saving does not put that in its place. What fails changes neither session nor disk.
class ScenarioDocument : public QObject
{
    Q_OBJECT

public:
    /// `session` outlives the document.
    explicit ScenarioDocument(Session& session, QObject* parent = nullptr);

    const QString& path() const { return m_path; } ///< absolute; empty: there is no file
    QString name() const;                          ///< of the file, without its folder

    /// Whether the session shows something else than the file has. Where the playhead stands does not count: it is saved,
    /// but to play is no change.
    bool isModified() const { return m_isModified; }

    /// Shows what the file holds. What to tell the user if it cannot be shown, empty if it is.
    QString open(const QString& path);

    /// Writes what is shown to `path`, which becomes the file. A file that is there and that this version does not
    /// understand is not overwritten. What to tell the user if it cannot be written, empty if it was.
    QString save(const QString& path);

Q_SIGNALS:
    void changed(); ///< path or isModified()

private:
    void follow();
    void leave();
    void become(const QString& path);
    QString shown() const;

    Session& m_session;
    QString m_path;
    QString m_saved; ///< what the file has, as shown() gives it
    bool m_isModified = false;
    bool m_isOpening = false;
};

} // namespace awaitscope
