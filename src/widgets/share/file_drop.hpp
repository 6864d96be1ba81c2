// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QMimeData;
class QWidget;

namespace awaitscope {

/// Files and links that are dropped anywhere on a window.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    explicit FileDrop(QWidget& window);

Q_SIGNALS:
    void fileDropped(const QString& path);     ///< of several the first
    void linkDropped(const QString& scenario); ///< "awaitscope:…"

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QMimeData& data);
};

} // namespace awaitscope
