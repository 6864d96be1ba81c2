// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport/step_sentence.hpp"

#include "present/story/step_list.hpp"
#include "present/time/times.hpp"

#include <QAccessible>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr int mostLines = 3;

/// `text` in lines of at most `width`; the last of `most` lines is shortened if that is not all of it.
QStringList wrapped(const QString& text, const QFont& font, double width, int most)
{
    QStringList lines;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == most) {
            lines += QFontMetricsF(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines += text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

} // namespace

StepSentence::StepSentence(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme)
{
    setProperty("panel", true);
    setObjectName(QStringLiteral("step"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&session, &Session::lessonChanged, this, &StepSentence::showRun);
    connect(&session, &Session::runChanged, this, &StepSentence::showRun);
    connect(&session.playback(), &Playback::positionChanged, this, &StepSentence::showMoment);
    showRun();
}

void StepSentence::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void StepSentence::showRun()
{
    m_steps = stepsOf(m_session.lesson(), m_session.run());
    showMoment();
}

void StepSentence::showMoment()
{
    const Step* const step = stepToTell(m_steps, m_session.playback());
    const QString time = step ? readableTime(step->at) : QString();
    const QString sentence = step ? step->sentence : QString();
    if (time == m_time && sentence == m_sentence)
        return;
    m_time = time;
    m_sentence = sentence;
    setToolTip(sentence);
    setAccessibleName(step ? time + QStringLiteral(". ") + sentence : tr("Nothing has happened yet."));
    // Qt 6.4 has no announcements; readers follow the name of a status.
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

QSize StepSentence::sizeHint() const
{
    return {static_cast<int>(m_theme.px(560)), static_cast<int>(std::ceil(m_theme.px(50)))};
}

QSize StepSentence::minimumSizeHint() const { return {static_cast<int>(m_theme.px(200)), sizeHint().height()}; }

double StepSentence::textLeft() const
{
    const QFontMetricsF metrics(m_theme.codeFont(13));
    const double timeWidth = std::max(metrics.horizontalAdvance(m_time), metrics.horizontalAdvance(QStringLiteral("000 ms")));
    return m_theme.px(14) + timeWidth + m_theme.px(16);
}

StepSentence::Fitted StepSentence::fitted() const
{
    // What belongs together stays in one line: "user/42 → v2".
    QString sentence = m_sentence;
    sentence.replace(QStringLiteral(" → "), QStringLiteral("\u00a0→\u00a0")).replace('/', QStringLiteral("/\u2060"));
    const double room = std::max(1.0, width() - textLeft() - m_theme.px(14));
    // The height stays what it is, whatever is told: what needs more lines is set a little smaller.
    Fitted result;
    for (const double pixels : {14.0, 12.5, 11.5}) {
        result.font = m_theme.uiFont(pixels, QFont::Medium);
        result.lineHeight = QFontMetricsF(result.font).height();
        const int most = std::clamp(static_cast<int>((height() - 2) / result.lineHeight), 1, mostLines);
        result.lines = wrapped(sentence, result.font, room, most);
        if (wrapped(sentence, result.font, room, most + 1).size() <= most)
            break;
    }
    return result;
}

QStringList StepSentence::shownLines() const { return fitted().lines; }

void StepSentence::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const double side = m_theme.px(14);
    const double left = textLeft();
    painter.setFont(m_theme.codeFont(13));
    painter.setPen(m_theme.secondaryText);
    painter.drawText(QRectF(side, 0, left - side, height()), Qt::AlignLeft | Qt::AlignVCenter, m_time);
    const double room = std::max(1.0, width() - left - side);
    const auto [font, lines, natural] = fitted();
    const double lineHeight = lines.size() < mostLines ? natural + m_theme.px(1) : natural;
    double y = (height() - lineHeight * static_cast<double>(lines.size())) / 2;
    painter.setFont(font);
    painter.setPen(m_theme.text);
    for (const QString& line : lines) {
        painter.drawText(QRectF(left, y, room, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, line);
        y += lineHeight;
    }
}

} // namespace awaitscope
