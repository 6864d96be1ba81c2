// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/share/ask_file.hpp"

#include <QObject>
#include <QString>

namespace awaitscope {

class History;
class Session;
class Toast;
class WindowActions;

/// The progress of a learner to and from a file, and back to nothing. Import and reset can be undone.
class ProgressActions : public QObject
{
    Q_OBJECT

public:
    /// All outlive this, which belongs to the window.
    ProgressActions(WindowActions& actions, Session& session, History& history, Toast& toast, QWidget& window);

    /// Who is asked for files instead of the system's dialog.
    void setAsker(FileAsker asker) { m_asker = std::move(asker); }

Q_SIGNALS:
    void failed(const QString& message);

private:
    QString ask(FileQuestion::Kind kind, const QString& title, const QString& path);
    void exportTo(QString path);
    void importFrom(const QString& path);
    void reset();

    Session& m_session;
    History& m_history;
    Toast& m_toast;
    QWidget& m_window;
    FileAsker m_asker = askForFile;
};

} // namespace awaitscope
