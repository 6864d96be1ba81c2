// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport/transport_button.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace awaitscope {

namespace {

// Sizes at scale 1, in logical pixels.
constexpr double iconSide = 15;
constexpr double padding = 7;
constexpr double iconGap = 6;
constexpr double buttonHeight = 30;

} // namespace

TransportButton::TransportButton(TransportIcon icon, Act act, const Theme& theme, QWidget* parent)
    : QAbstractButton(parent),
      m_theme(theme),
      m_icon(icon),
      m_act(act)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    sayWords();
}

void TransportButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void TransportButton::setIconAndName(TransportIcon icon, const QString& name)
{
    m_icon = icon;
    setAccessibleName(name);
    setToolTip(QStringLiteral("%1 (%2)").arg(name, keyOf(m_act)));
    update();
}

void TransportButton::sayWords() { setIconAndName(m_icon, rowOf(m_act).words); }

void TransportButton::setWord(const QString& word, WordSide side)
{
    setText(word);
    m_side = side;
    updateGeometry();
}

QSize TransportButton::sizeHint() const
{
    double width = m_theme.px(iconSide + 2 * padding);
    if (m_side != WordSide::none)
        width += QFontMetricsF(m_theme.titleFont()).horizontalAdvance(text()) + m_theme.px(iconGap);
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(m_theme.px(buttonHeight)))};
}

void TransportButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool lit = isDown() || underMouse() || hasFocus();
    if (lit && isEnabled()) {
        painter.setPen(hasFocus() ? QPen(m_theme.clickable.line) : QPen(Qt::NoPen));
        painter.setBrush(isDown() || underMouse() ? m_theme.cut.fill : QColor(Qt::transparent));
        painter.drawRoundedRect(box, 4, 4);
    }
    const QColor ink = isEnabled() ? m_theme.text : m_theme.secondaryText;
    const double side = m_theme.px(iconSide);
    const double left = m_side == WordSide::left ? width() - m_theme.px(padding) - side : m_theme.px(padding);
    painter.save();
    painter.translate(left, (height() - side) / 2);
    painter.scale(side, side);
    painter.fillPath(pathOf(m_icon), ink);
    painter.restore();
    if (m_side == WordSide::none)
        return;
    painter.setFont(m_theme.titleFont());
    painter.setPen(ink);
    const double reserved = m_theme.px(padding + iconSide + iconGap);
    const QRectF words = m_side == WordSide::left ? QRectF(m_theme.px(padding), 0, width() - reserved, rect().height())
                                                  : QRectF(reserved, 0, width() - reserved, rect().height());
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text());
}

void TransportButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void TransportButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace awaitscope
