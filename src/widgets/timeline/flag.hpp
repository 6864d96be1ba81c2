// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace awaitscope {

/// The handle of the timeout, "timeout 250 ms": one for all scopes. Dragged with the mouse.
class FlagPill : public QWidget
{
    Q_OBJECT

public:
    FlagPill(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// Hollow while there is no timeout.
    void setText(const QString& text, bool hollow);
    const QString& text() const { return m_text; }

    /// For readers of the screen: when it fires and the last time of the axis, in ms; without a timeout the last.
    void setValue(double now, double most);
    double value() const { return m_value; }
    double most() const { return m_most; }
    void ask(double milliseconds) { Q_EMIT valueWanted(milliseconds); }
    /// Centres it on `x` of the parent as far as it can stay inside its width.
    void moveTo(double x, int top);

Q_SIGNALS:
    void dragged(double x); ///< in the parent's pixels
    void typingWanted();    ///< a double click
    void valueWanted(double milliseconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    Theme m_theme;
    QString m_text;
    bool m_hollow = false;
    double m_value = 0;
    double m_most = 0;
    double m_flagX = 0;           ///< what it points at: not its middle where it is clamped
    std::optional<double> m_grip; ///< from the flag's x to the pressed point
};

/// The dashed line of the timeout and the line of the playhead, over all scopes, which leave out the words that they come
/// across. It lets every click through.
class FlagLines : public QWidget
{
    Q_OBJECT

public:
    FlagLines(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// Where lines are drawn at all: over lanes, not over headers. The first is that of the handle, which the timeout's
    /// line reaches; the playhead's begins at `playheadTop`.
    void setStretches(std::vector<QRect> stretches, int playheadTop);
    void setLines(std::optional<double> flagX, std::optional<double> playheadX);
    /// Asked whenever they are painted: where words stand.
    void setWords(std::function<std::vector<QRectF>()> words) { m_words = std::move(words); }

    std::optional<double> flagX() const { return m_flagX; }
    std::optional<double> playheadX() const { return m_playheadX; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateAround(std::optional<double> x);

    Theme m_theme;
    std::vector<QRect> m_stretches;
    int m_playheadTop = 0;
    std::optional<double> m_flagX;
    std::optional<double> m_playheadX;
    std::function<std::vector<QRectF>()> m_words = [] { return std::vector<QRectF>{}; };
};

} // namespace awaitscope
