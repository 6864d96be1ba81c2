// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/predict_frame.hpp"

#include "widgets/story/story_text.hpp"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace awaitscope {

PredictFrame::PredictFrame(const Predict& predict, const Theme& theme, std::optional<int> chosen, QWidget* parent)
    : QFrame(parent),
      m_predict(predict),
      m_theme(theme),
      m_chosen(chosen)
{
    setObjectName(QStringLiteral("predict"));
    m_heading = new QLabel(tr("Predict first"), this);
    m_question = new StoryText(theme, this);
    m_verdict = new StoryText(theme, this);
    m_answers = new QBoxLayout(QBoxLayout::LeftToRight);
    for (std::size_t i = 0; i < predict.answers.size(); ++i) {
        auto* const button = new QPushButton(QString::fromStdString(predict.answers[i].text), this);
        button->setCheckable(true);
        button->setChecked(chosen == static_cast<int>(i));
        button->setAutoDefault(false);
        // No button group: in one Tab reaches a single button, and the arrows, which lead on, belong to the playhead.
        connect(button, &QPushButton::clicked, this, [this, i] { choose(static_cast<int>(i)); });
        m_answers->addWidget(button);
        m_buttons.push_back(button);
    }
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_question);
    layout->addLayout(m_answers);
    layout->addWidget(m_verdict);
    setTheme(theme);
}

void PredictFrame::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(side, static_cast<int>(theme.px(12)), side, static_cast<int>(theme.px(12)));
    layout()->setSpacing(static_cast<int>(theme.px(9)));
    m_answers->setSpacing(static_cast<int>(theme.px(6)));
    m_heading->setFont(theme.uiFont(14, QFont::DemiBold));
    QPalette palette = m_heading->palette();
    palette.setColor(QPalette::WindowText, theme.clickable.line);
    m_heading->setPalette(palette);
    for (QPushButton* button : m_buttons)
        button->setFont(theme.uiFont(13, QFont::Medium));
    m_question->setTheme(theme);
    m_question->setMarkdownText(QString::fromStdString(m_predict.question));
    m_verdict->setTheme(theme);
    // Green says that the answer was right. No colour says that it was wrong: orange is for what is violated.
    if (m_chosen == m_predict.right) {
        m_theme.text = theme.holds.text;
        m_verdict->setTheme(m_theme);
        m_theme.text = theme.text;
    }
    m_verdict->setMarkdownText(verdict(), 13);
    m_verdict->setVisible(m_chosen.has_value());
    arrangeButtons();
    update();
}

QString PredictFrame::verdict() const
{
    if (!m_chosen)
        return {};
    const QString explanation = QString::fromStdString(m_predict.explanation);
    if (*m_chosen == m_predict.right)
        return tr("**✓ Right.** %1").arg(explanation);
    const auto right = static_cast<std::size_t>(m_predict.right);
    if (right >= m_predict.answers.size())
        return explanation;
    return tr("**Not quite: “%1”.** %2").arg(QString::fromStdString(m_predict.answers[right].text), explanation);
}

void PredictFrame::choose(int answer)
{
    m_chosen = answer;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(answer == static_cast<int>(i));
    setTheme(Theme(m_theme));
    Q_EMIT answered(answer);
}

void PredictFrame::arrangeButtons()
{
    // Side by side where there is room for all of them, else one below the other.
    int wanted = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    for (const QPushButton* button : m_buttons)
        wanted += button->sizeHint().width() + m_answers->spacing();
    m_answers->setDirection(wanted - m_answers->spacing() <= width() ? QBoxLayout::LeftToRight
                                                                     : QBoxLayout::TopToBottom);
}

void PredictFrame::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrangeButtons();
}

void PredictFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.panelBorder);
    painter.setBrush(m_theme.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace awaitscope
