// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

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

    /// Who is asked for the name of a file; given what is proposed, empty if none was chosen. At first a dialog.
    using AskForFile = std::function<QString(const QString& proposed)>;
    void setAskForFileToWrite(AskForFile ask) { m_askToWrite = std::move(ask); }
    void setAskForFileToRead(AskForFile ask) { m_askToRead = std::move(ask); }

Q_SIGNALS:
    void failed(const QString& message);

private:
    void exportTo(QString path);
    void importFrom(const QString& path);
    void reset();

    Session& m_session;
    History& m_history;
    Toast& m_toast;
    AskForFile m_askToWrite;
    AskForFile m_askToRead;
};

} // namespace awaitscope
