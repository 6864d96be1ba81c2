// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/presenting/slide_question.hpp"

#include <QBoxLayout>
#include <QLabel>

namespace awaitscope {

SlideQuestion::SlideQuestion(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_question(new QLabel(this)),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_task(new QLabel(this)),
      m_outcome(new QLabel(this))
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_question);
    layout->addLayout(m_row);
    layout->addWidget(m_task);
    layout->addWidget(m_outcome);
    for (QLabel* const label : {m_question, m_task, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setTheme(theme);
}

void SlideQuestion::setTheme(const Theme& theme)
{
    m_theme = theme;
    layout()->setSpacing(static_cast<int>(theme.px(5)));
    m_row->setSpacing(static_cast<int>(theme.px(8)));
    m_question->setFont(theme.uiFont(backRow, QFont::DemiBold));
    m_task->setFont(theme.uiFont(15));
    m_outcome->setFont(theme.uiFont(backRow, QFont::Medium));
    QPalette palette = theme.palette();
    m_question->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    m_task->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.holds.text);
    m_outcome->setPalette(palette);
    refresh();
}

void SlideQuestion::set(const QuestionSlide& slide)
{
    if (slide == m_slide)
        return;
    m_slide = slide;
    refresh();
}

void SlideQuestion::refresh()
{
    m_question->setText(m_slide.question);
    m_task->setText(m_slide.task);
    m_task->setVisible(!m_slide.task.isEmpty());
    m_outcome->setText(m_slide.outcome);
    m_outcome->setVisible(!m_slide.outcome.isEmpty());
    while (m_answers.size() < m_slide.answers.size()) {
        m_answers.push_back(new QLabel(this));
        m_answers.back()->setTextFormat(Qt::PlainText);
        m_answers.back()->setAutoFillBackground(true);
        m_row->addWidget(m_answers.back());
    }
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        m_answers[i]->setVisible(i < m_slide.answers.size());
        if (i < m_slide.answers.size())
            show(*m_answers[i], m_slide.answers[i]);
    }
    arrangeAnswers();
}

void SlideQuestion::show(QLabel& label, const QuestionSlide::Answer& answer) const
{
    label.setText(QStringLiteral("%1%2   %3").arg(answer.isRight ? QStringLiteral("✓ ") : QString(), answer.letter, answer.text));
    label.setFont(m_theme.uiFont(backRow, answer.isRight || answer.isVoted ? QFont::Bold : QFont::Medium));
    const int side = static_cast<int>(m_theme.px(10));
    const int above = static_cast<int>(m_theme.px(3));
    label.setContentsMargins(side, above, side, above);
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::Window, answer.isRight   ? m_theme.holds.fill
                                       : answer.isVoted ? m_theme.clickable.fill
                                                        : m_theme.panel);
    palette.setColor(QPalette::WindowText, answer.isRight   ? m_theme.holds.text
                                           : answer.isVoted ? m_theme.clickable.text
                                                            : m_theme.text);
    label.setPalette(palette);
    label.setAccessibleName(answer.isVoted ? tr("%1, what the room says").arg(label.text()) : label.text());
}

int SlideQuestion::heightOf(const QuestionSlide& slide, int width, const Theme& theme)
{
    const auto wrapped = [&](const QString& text, const QFont& font, int room) {
        return text.isEmpty() ? 0 : QFontMetrics(font).boundingRect(0, 0, room, 10'000, Qt::TextWordWrap, text).height();
    };
    const int gap = static_cast<int>(theme.px(5));
    const QFont bold = theme.uiFont(backRow, QFont::Bold);
    int height = wrapped(slide.question, theme.uiFont(backRow, QFont::DemiBold), width) + gap;
    int beside = 0;
    int below = 0;
    for (const QuestionSlide::Answer& answer : slide.answers) {
        const QString text = QStringLiteral("✓ ") + answer.letter + QStringLiteral("   ") + answer.text;
        beside += QFontMetrics(bold).horizontalAdvance(text) + static_cast<int>(theme.px(20 + 8));
        below += wrapped(text, bold, width - static_cast<int>(theme.px(20))) + static_cast<int>(theme.px(6 + 8));
    }
    if (!slide.answers.empty())
        height += gap + (beside <= width ? QFontMetrics(bold).height() + static_cast<int>(theme.px(6)) : below);
    if (!slide.task.isEmpty())
        height += gap + wrapped(slide.task, theme.uiFont(15), width);
    // While it is open it may have what is to be done in place of the outcome, which is smaller.
    return height + wrapped(slide.outcome, theme.uiFont(backRow, QFont::Medium), width) + gap;
}

void SlideQuestion::arrangeAnswers()
{
    int needed = 0;
    for (std::size_t i = 0; i < m_slide.answers.size() && i < m_answers.size(); ++i) {
        m_answers[i]->setWordWrap(false);
        needed += m_answers[i]->sizeHint().width() + m_row->spacing();
    }
    const bool isBeside = needed <= width();
    m_row->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (QLabel* const answer : m_answers)
        answer->setWordWrap(!isBeside);
}

void SlideQuestion::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrangeAnswers();
}

} // namespace awaitscope
