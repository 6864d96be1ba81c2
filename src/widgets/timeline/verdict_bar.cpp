// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/verdict_bar.hpp"

#include "widgets/icons.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

// Pixels at scale 1.
constexpr double sidePadding = 13;
constexpr double markSize = 11;

/// Both texts in the largest type, and as whole, as there is room for.
struct Fit
{
    QString main;
    QString client;
    QFont mainFont;
    QFont clientFont;
    bool isBelow = false; ///< the client's, in a line of its own
};

Fit fit(const Theme& theme, const VerdictText& text, double room, double height)
{
    const QString shortMain = text.shortMain.isEmpty() ? text.main : text.shortMain;
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
        // Two lines before anything is left out.
        result.isBelow = true;
        for (const auto& [mainSize, clientSize] : {std::pair{13.5, 12.5}, std::pair{12.0, 11.5}}) {
            result.mainFont = theme.uiFont(mainSize, QFont::Bold);
            result.clientFont = theme.uiFont(clientSize, QFont::DemiBold);
            const QFontMetricsF first{result.mainFont};
            const QFontMetricsF second{result.clientFont};
            const double width = std::max(first.horizontalAdvance(main), second.horizontalAdvance(client));
            if (!client.isEmpty() && width <= room && first.ascent() + second.height() <= height)
                return result;
        }
    }
    result.isBelow = false;
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

double VerdictBar::textLeft() const
{
    const bool hasMark = m_text.isFault || m_text.verdict.value_or(Verdict::notApplicable) != Verdict::notApplicable;
    return m_theme.px(sidePadding) + (hasMark ? m_theme.px(markSize) + m_theme.px(11) : 0);
}

QStringList VerdictBar::shownWords() const
{
    const Fit fitted = fit(m_theme, m_text, width() - textLeft() - m_theme.px(sidePadding), height());
    return {fitted.main, fitted.client};
}

void VerdictBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool known = m_text.verdict.has_value();
    // What ended the run has a cross too, in a colour of its own.
    const Verdict verdict = m_text.isFault ? Verdict::violated : m_text.verdict.value_or(Verdict::notApplicable);
    const Theme::Tone& tone = m_text.isFault ? m_theme.fault : m_theme.toneOf(verdict);
    const QPen outline(verdict == Verdict::notApplicable ? m_theme.panelBorder : tone.line, 1);
    painter.setPen(outline);
    painter.setBrush(known ? QBrush(tone.fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(4), m_theme.px(4));

    const double middle = height() / 2.0;
    const double padding = m_theme.px(sidePadding);
    const double left = textLeft();
    if (left > padding) {
        const double mark = m_theme.px(markSize);
        paintVerdictMark(painter, {padding + mark / 2, middle}, mark, verdict, tone.text);
    }
    const Fit fitted = fit(m_theme, m_text, width() - left - padding, height());
    painter.setPen(tone.text);
    painter.setFont(fitted.mainFont);
    const QFontMetricsF mainMetrics{fitted.mainFont};
    const QFontMetricsF clientMetrics{fitted.clientFont};
    const double half = fitted.isBelow ? clientMetrics.height() / 2 : 0;
    painter.drawText(QPointF(left, std::round(middle - half + mainMetrics.capHeight() / 2)), fitted.main);
    if (!fitted.client.isEmpty()) {
        painter.setFont(fitted.clientFont);
        painter.setPen(m_text.coloursClient ? tone.text : m_theme.text);
        const double x = fitted.isBelow ? left : width() - padding - clientMetrics.horizontalAdvance(fitted.client);
        const double y = middle + (fitted.isBelow ? mainMetrics.ascent() / 2 : 0);
        painter.drawText(QPointF(x, std::round(y + clientMetrics.capHeight() / 2)), fitted.client);
    }
}

} // namespace awaitscope
