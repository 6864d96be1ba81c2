// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

#include <optional>

class QDBusVariant;

namespace awaitscope {

/// What the desktop portal's answer means: dark or light. Empty: it does not say, or it is no such answer. The portal wraps
/// a number in one or two variants: 1 prefers dark, 2 prefers light (org.freedesktop.portal.Settings, "color-scheme").
std::optional<bool> readColourScheme(const QVariant& answer);

/// Likewise whether it wants less motion: 1 ("reduced-motion"). Empty as above.
std::optional<bool> readReducedMotion(const QVariant& answer);

/// Whether the desktop wants dark windows, followed while the program runs: as the desktop portal says, and where there is
/// none or it does not care, as the application's palette looks. Nobody waits for the portal: it is asked once the event
/// loop runs, and its answer comes as a change.
class SystemTheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemTheme(QObject* parent = nullptr);

    bool isDark() const { return m_isDark; }
    bool wantsLessMotion() const { return m_wantsLessMotion; } ///< only a portal can say so

    /// Begins to listen to the portal on the session's bus, if there is one.
    void askPortal();

Q_SIGNALS:
    void changed(bool isDark);
    void motionChanged(bool isLess);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private Q_SLOTS:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& key);
    void take(const QString& key, const QVariant& answer);
    void refresh();

    std::optional<bool> m_portal;
    bool m_isDark;
    bool m_wantsLessMotion = false;
};

} // namespace awaitscope
