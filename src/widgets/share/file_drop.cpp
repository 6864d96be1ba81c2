// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/share/file_drop.hpp"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace awaitscope {

namespace {

QString fileOf(const QMimeData& data)
{
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

QString linkOf(const QMimeData& data)
{
    const QString text = data.text().trimmed();
    return text.startsWith(QLatin1String("awaitscope:")) ? text : QString();
}

} // namespace

FileDrop::FileDrop(QWidget& window) : QObject(&window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

void FileDrop::take(const QMimeData& data)
{
    if (const QString file = fileOf(data); !file.isEmpty())
        Q_EMIT fileDropped(file);
    else
        Q_EMIT linkDropped(linkOf(data));
}

bool FileDrop::eventFilter(QObject* watched, QEvent* event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && !isDrop)
        return QObject::eventFilter(watched, event);
    auto* const drop = static_cast<QDropEvent*>(event);
    if (fileOf(*drop->mimeData()).isEmpty() && linkOf(*drop->mimeData()).isEmpty())
        return false;
    drop->setDropAction(Qt::CopyAction); // the file stays where it is
    drop->accept();
    if (isDrop)
        take(*drop->mimeData());
    return true;
}

} // namespace awaitscope
