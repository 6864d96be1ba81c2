// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/verdict_bar.hpp"

#include "widgets/icons.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

/// Both texts in the largest type, and as whole, as there is room for.
struct Fit
{
    QString main;
    QString client;
    QFont mainFont;
    QFont clientFont;
};

Fit fit(const Theme& theme, const VerdictText& text, double room)
{
    const QString shortMain = text.main.section(QStringLiteral(", "), 0, 0);
    const QString shortClient = text.client.section(QStringLiteral(", "), 0, 0);
    const double gap = theme.px(18);
    const std::pair<QString, QString> choices[] = {{text.main, text.client},
                                                   {text.main, shortClient},
                                                   {shortMain, text.client},
                                                   {shortMain, shortClient},
                                                   {shortMain, {}}};
    Fit result;
    for (const auto& [main, client] : choices) {
        for (const auto& [mainSize, clientSize] :
             {std::pair{17.0, 14.0}, std::pair{15.0, 13.0}, std::pair{13.5, 12.5}}) {
            result = {main, client, theme.uiFont(mainSize, QFont::Bold), theme.uiFont(clientSize, QFont::DemiBold)};
            const double mainWidth = QFontMetricsF(result.mainFont).horizontalAdvance(main);
            const double clientWidth = QFontMetricsF(result.clientFont).horizontalAdvance(client);
            if (mainWidth + (client.isEmpty() ? 0 : gap + clientWidth) <= room)
                return result;
        }
    }
    result.main = QFontMetricsF(result.mainFont).elidedText(result.main, Qt::ElideRight, room);
    return result;
}

} // namespace

VerdictBar::VerdictBar(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText({});
    setTheme(theme);
}

void VerdictBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void VerdictBar::setText(const VerdictText& text)
{
    if (text == m_text && !accessibleName().isEmpty())
        return;
    m_text = text;
    setToolTip(text.why);
    setAccessibleName(text.client.isEmpty() ? text.main : text.main + QStringLiteral(", ") + text.client);
    update();
}

void VerdictBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool known = m_text.verdict.has_value();
    const Verdict verdict = m_text.verdict.value_or(Verdict::notApplicable);
    const Theme::Tone& tone = m_theme.toneOf(verdict);
    const QPen outline(verdict == Verdict::notApplicable ? m_theme.panelBorder : tone.line, 1);
    painter.setPen(outline);
    painter.setBrush(known ? QBrush(tone.fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(4), m_theme.px(4));

    const double middle = height() / 2.0;
    const double padding = m_theme.px(13);
    double left = padding;
    if (known && verdict != Verdict::notApplicable) {
        const double mark = m_theme.px(11);
        paintVerdictMark(painter, {left + mark / 2, middle}, mark, verdict, tone.text);
        left += mark + m_theme.px(11);
    }
    const Fit fitted = fit(m_theme, m_text, width() - left - padding);
    painter.setPen(tone.text);
    painter.setFont(fitted.mainFont);
    painter.drawText(QPointF(left, std::round(middle + QFontMetricsF(fitted.mainFont).capHeight() / 2)), fitted.main);
    if (!fitted.client.isEmpty()) {
        const QFontMetricsF metrics{fitted.clientFont};
        painter.setFont(fitted.clientFont);
        painter.setPen(m_text.coloursClient ? tone.text : m_theme.text);
        painter.drawText(QPointF(width() - padding - metrics.horizontalAdvance(fitted.client),
                                 std::round(middle + metrics.capHeight() / 2)),
                         fitted.client);
    }
}

} // namespace awaitscope
