// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/system_theme.hpp"

#include "present/theme.hpp"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFileInfo>

namespace awaitscope {

namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colourScheme = QStringLiteral("color-scheme");

bool paletteIsDark() { return Theme::following(QApplication::palette()).dark; }

/// Without one, asking for the session's bus would start a daemon.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
           || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

std::optional<bool> readColourScheme(const QVariant& answer)
{
    QVariant value = answer;
    for (int wraps = 0; wraps < 2 && value.metaType() == QMetaType::fromType<QDBusVariant>(); ++wraps)
        value = value.value<QDBusVariant>().variant();
    const int type = value.metaType().id();
    if (type != QMetaType::UInt && type != QMetaType::Int)
        return std::nullopt;
    switch (value.toUInt()) {
    case 1:
        return true;
    case 2:
        return false;
    default:
        return std::nullopt;
    }
}

SystemTheme::SystemTheme(QObject* parent) : QObject(parent), m_isDark(paletteIsDark())
{
    qApp->installEventFilter(this);
}

void SystemTheme::askPortal()
{
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    const QDBusMessage question = [] {
        QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
        message << appearance << colourScheme;
        return message;
    }();
    auto* const watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(readColourScheme(QVariant::fromValue(reply.value())));
    });
}

void SystemTheme::settingChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == appearance && key == colourScheme)
        take(readColourScheme(QVariant::fromValue(value)));
}

void SystemTheme::take(std::optional<bool> portal)
{
    m_portal = portal;
    refresh();
}

void SystemTheme::refresh()
{
    const bool isDark = m_portal.value_or(paletteIsDark());
    if (isDark == m_isDark)
        return;
    m_isDark = isDark;
    Q_EMIT changed(isDark);
}

bool SystemTheme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && watched == qApp)
        QMetaObject::invokeMethod(this, &SystemTheme::refresh, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace awaitscope
