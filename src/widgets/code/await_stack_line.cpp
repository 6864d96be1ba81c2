// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/await_stack_line.hpp"

#include "widgets/in_every_language.hpp"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace awaitscope {

AwaitStackLine::AwaitStackLine(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    auto* const layout = new QHBoxLayout(this);
    m_line = new QLabel(this);
    m_line->setMinimumWidth(1); // its text is cut to what there is
    m_line->setTextFormat(Qt::PlainText);
    m_others = new QLabel(this);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_others);
    setTheme(theme);
    inEveryLanguage(*this, [this] { tell(); });
}

void AwaitStackLine::setTheme(const Theme& theme)
{
    const int side = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(side, static_cast<int>(theme.px(3)), side, 0);
    layout()->setSpacing(static_cast<int>(theme.px(8)));
    QPalette palette = m_line->palette();
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    for (QLabel* const label : {m_line, m_others})
        label->setPalette(palette);
    m_code = theme.codeFont(11.5);
    m_others->setFont(theme.uiFont(11.5));
    // Of one height whichever of the two it is in, or the code above would move.
    m_line->setFixedHeight(std::max(QFontMetrics{m_code}.height(), QFontMetrics{m_others->font()}.height()));
    fit();
}

void AwaitStackLine::setWords(const AwaitStackWords& words)
{
    if (words == m_words)
        return;
    m_words = words;
    tell();
    fit();
}

QString AwaitStackLine::shownText() const { return m_line->text(); }

void AwaitStackLine::tell()
{
    const QStringList all = m_words.all.isEmpty() ? QStringList{m_words.line} : m_words.all;
    setToolTip(tr("Who waits for whom, down to the operation that is pending:") + QLatin1Char('\n') + all.join(QLatin1Char('\n')));
    setAccessibleName(tr("Await stack: %1").arg(all.join(QStringLiteral("; "))));
}

void AwaitStackLine::fit()
{
    m_others->setText(QStringLiteral("+%1").arg(m_words.others));
    m_others->setVisible(m_words.others > 0);
    m_line->setFont(m_words.all.isEmpty() ? m_others->font() : m_code); // "nothing waits" is no name
    layout()->activate();
    m_line->setText(m_line->fontMetrics().elidedText(m_words.line, Qt::ElideLeft, std::max(1, m_line->width())));
}

void AwaitStackLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace awaitscope
