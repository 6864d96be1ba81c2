// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/progress_actions.hpp"

#include "present/files/progress_file.hpp"
#include "present/session/history.hpp"
#include "present/session/session.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/toast.hpp"

#include <QDir>
#include <QFileInfo>

namespace awaitscope {

namespace {

QString proposedName() { return QDir::home().filePath(QStringLiteral("awaitscope-progress.json")); }

} // namespace

ProgressActions::ProgressActions(WindowActions& actions, Session& session, History& history, Toast& toast,
                                 QWidget& window)
    : QObject(&window),
      m_session(session),
      m_history(history),
      m_toast(toast),
      m_window(window)
{
    actions.on(Act::exportProgress,
               [this] { exportTo(ask(FileQuestion::Kind::save, tr("Export progress"), proposedName())); });
    actions.on(Act::importProgress,
               [this] { importFrom(ask(FileQuestion::Kind::open, tr("Import progress"), QDir::homePath())); });
    actions.on(Act::resetProgress, [this] { reset(); });
}

QString ProgressActions::ask(FileQuestion::Kind kind, const QString& title, const QString& path)
{
    return m_asker(&m_window, {kind, title, path, tr("Progress (*.json)"), QStringLiteral(".json")});
}

void ProgressActions::exportTo(QString path)
{
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".json");
    const QString problem = exportProgress(m_session.predictions().kept(), path);
    if (problem.isEmpty())
        m_toast.say(tr("Progress exported to %1").arg(QDir::toNativeSeparators(path)));
    else
        Q_EMIT failed(problem);
}

void ProgressActions::importFrom(const QString& path)
{
    if (path.isEmpty())
        return;
    const ReadProgress read = importProgress(path);
    if (!read.problem.isEmpty()) {
        Q_EMIT failed(tr("Nothing was imported. %1").arg(read.problem));
        return;
    }
    const Progress before = m_session.predictions().progress();
    m_session.predictions().setProgress(merged(before, read.progress));
    m_history.noteProgress(before, Change::importOfProgress);
    m_toast.say(tr("Imported: %1").arg(progressWords(m_session.lesson(), m_session.predictions().progress())));
}

void ProgressActions::reset()
{
    const Progress before = m_session.predictions().progress();
    m_session.predictions().setProgress({});
    m_session.predictions().enter(m_session.lesson(), m_session.scene());
    m_history.noteProgress(before, Change::resetOfProgress);
    m_toast.say(tr("Progress is reset. Ctrl+Z brings it back."));
}

} // namespace awaitscope
