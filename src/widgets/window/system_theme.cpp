// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/system_theme.hpp"

#include "present/look/theme.hpp"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFileInfo>

#include <utility>

namespace awaitscope {

namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colourScheme = QStringLiteral("color-scheme");
const auto reducedMotion = QStringLiteral("reduced-motion");

bool paletteIsDark() { return Theme::following(QApplication::palette()).dark; }

/// Without one, asking for the session's bus would start a daemon.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
           || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

std::optional<unsigned> numberIn(QVariant value)
{
    for (int wraps = 0; wraps < 2 && value.metaType() == QMetaType::fromType<QDBusVariant>(); ++wraps)
        value = value.value<QDBusVariant>().variant();
    const int type = value.metaType().id();
    return type == QMetaType::UInt || type == QMetaType::Int ? std::optional{value.toUInt()} : std::nullopt;
}

} // namespace

std::optional<bool> readColourScheme(const QVariant& answer)
{
    const std::optional<unsigned> number = numberIn(answer);
    return number == 1U ? std::optional{true} : number == 2U ? std::optional{false} : std::nullopt;
}

std::optional<bool> readReducedMotion(const QVariant& answer)
{
    const std::optional<unsigned> number = numberIn(answer);
    return number == 1U ? std::optional{true} : number == 0U ? std::optional{false} : std::nullopt;
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
    ask(colourScheme);
    ask(reducedMotion);
}

void SystemTheme::ask(const QString& key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << appearance << key;
    auto* const watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(key, QVariant::fromValue(reply.value()));
    });
}

void SystemTheme::settingChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == appearance)
        take(key, QVariant::fromValue(value));
}

void SystemTheme::take(const QString& key, const QVariant& answer)
{
    if (key == colourScheme) {
        m_portal = readColourScheme(answer);
        refresh();
    } else if (key == reducedMotion) {
        const bool isLess = readReducedMotion(answer).value_or(false);
        if (std::exchange(m_wantsLessMotion, isLess) != isLess)
            Q_EMIT motionChanged(isLess);
    }
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
