// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport/step_sentence.hpp"

#include "present/time/times.hpp"

#include <QAccessible>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

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
    // At the end, where one stays, what the program came to: that the world went on after it is no news.
    const Playback& playback = m_session.playback();
    const Step* const step = playback.isAtEnd() ? lastStepOfProgram(m_steps) : stepAt(m_steps, playback.position());
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
    return {static_cast<int>(m_theme.px(560)), static_cast<int>(std::ceil(m_theme.px(44)))};
}

QSize StepSentence::minimumSizeHint() const { return {static_cast<int>(m_theme.px(200)), sizeHint().height()}; }

double StepSentence::textLeft() const
{
    const QFontMetricsF metrics(m_theme.codeFont(13));
    const double timeWidth = std::max(metrics.horizontalAdvance(m_time), metrics.horizontalAdvance(QStringLiteral("000 ms")));
    return m_theme.px(14) + timeWidth + m_theme.px(16);
}

QFont StepSentence::sentenceFont() const
{
    // The height stays what it is, whatever is told: two lines are set a little smaller.
    const QFont usual = m_theme.uiFont(14, QFont::Medium);
    const double room = width() - textLeft() - m_theme.px(14);
    return QFontMetricsF(usual).horizontalAdvance(m_sentence) > room ? m_theme.uiFont(12.5, QFont::Medium) : usual;
}

QStringList StepSentence::shownLines() const
{
    QString sentence = m_sentence;
    // What belongs together stays in one line: "user/42 → v2".
    sentence.replace(QStringLiteral(" → "), QStringLiteral("\u00a0→\u00a0")).replace('/', QStringLiteral("/\u2060"));
    return wrapped(sentence, sentenceFont(), std::max(1.0, width() - textLeft() - m_theme.px(14)), 2);
}

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
    const QFontMetricsF metrics(sentenceFont());
    const QStringList lines = shownLines();
    const double lineHeight = metrics.height() + m_theme.px(1);
    double y = (height() - lineHeight * static_cast<double>(lines.size())) / 2;
    painter.setFont(sentenceFont());
    painter.setPen(m_theme.text);
    for (const QString& line : lines) {
        painter.drawText(QRectF(left, y, room, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, line);
        y += lineHeight;
    }
}

} // namespace awaitscope
