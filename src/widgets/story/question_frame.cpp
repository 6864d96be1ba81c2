// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/question_frame.hpp"

#include "present/text/qt_text.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/story/story_text.hpp"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace awaitscope {

QuestionFrame::QuestionFrame(Session& session, const Predict& predict, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_predict(predict),
      m_theme(theme)
{
    m_heading = new QLabel(this);
    m_question = new StoryText(theme, this);
    m_hints = new StoryText(theme, this);
    m_verdict = new StoryText(theme, this);
    m_question->setAccessibleName(tr("Question"));
    m_hints->setAccessibleName(tr("Hints"));
    m_verdict->setAccessibleName(tr("Answer"));
    m_hint = makeLink({}, tr("A nudge, without the answer (%1)").arg(keyOf(Act::hint)));
    connect(m_hint, &QPushButton::clicked, this, [this] { m_session.predictions().showHint(m_session.lesson(), m_predict); });
    m_show = makeLink(tr("Show me"), tr("The answer, without a guess (%1)").arg(keyOf(Act::reveal)));
    connect(m_show, &QPushButton::clicked, this, [this] { m_session.showAnswer(m_predict); });
}

void QuestionFrame::arrange(QLayout& answers, std::vector<QPushButton*> links)
{
    m_linkButtons = std::move(links);
    m_links = new QBoxLayout(QBoxLayout::LeftToRight);
    for (QPushButton* const button : m_linkButtons)
        m_links->addWidget(button, 0, Qt::AlignLeft);
    m_links->addStretch(1);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_question);
    layout->addLayout(&answers);
    layout->addWidget(m_hints);
    layout->addLayout(m_links);
    layout->addWidget(m_verdict);
    // Tab goes as the eye does.
    QWidget* before = m_question;
    for (QWidget* const widget : answerWidgets())
        setTabOrder(std::exchange(before, widget), widget);
    for (QPushButton* const button : m_linkButtons)
        setTabOrder(std::exchange(before, button), button);
    connect(&m_session.predictions(), &Predictions::changed, this, &QuestionFrame::follow);
    connect(&m_session, &Session::runChanged, this, &QuestionFrame::follow);
    setTheme(m_theme);
}

std::vector<QWidget*> QuestionFrame::inTabOrder() const
{
    std::vector<QWidget*> order{m_question};
    for (QWidget* const widget : answerWidgets())
        order.push_back(widget);
    for (QPushButton* const button : m_linkButtons)
        order.push_back(button);
    order.push_back(m_hints);
    order.push_back(m_verdict);
    return order;
}

QPushButton* QuestionFrame::makeLink(const QString& text, const QString& tip)
{
    auto* const button = new QPushButton(text, this);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setAutoDefault(false);
    button->setToolTip(tip);
    return button;
}

void QuestionFrame::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(side, static_cast<int>(theme.px(12)), side, static_cast<int>(theme.px(12)));
    layout()->setSpacing(static_cast<int>(theme.px(9)));
    m_heading->setFont(theme.uiFont(14, QFont::DemiBold));
    QPalette palette = m_heading->palette();
    palette.setColor(QPalette::WindowText, theme.clickable.line);
    m_heading->setPalette(palette);
    for (QPushButton* const button : m_linkButtons)
        button->setFont(theme.uiFont(13, QFont::Medium));
    m_question->setTheme(theme);
    m_question->setMarkdownText(qt(m_predict.question));
    m_hints->setTheme(theme);
    refresh();
    update();
}

void QuestionFrame::setHeading(const QString& text) { m_heading->setText(text); }

Judgement QuestionFrame::judgement() const { return judgementOf(m_session.lesson(), m_predict, m_session.predictions()); }

QString QuestionFrame::hints() const
{
    const QuestionProgress state = m_session.predictions().stateOf(m_session.lesson(), m_predict);
    QStringList hints;
    for (int i = 0; i < state.hints && i < static_cast<int>(m_predict.hints.size()); ++i)
        hints += tr("**Hint %1.** %2").arg(i + 1).arg(qt(m_predict.hints[static_cast<std::size_t>(i)]));
    return hints.join(QStringLiteral("\n\n"));
}

void QuestionFrame::follow()
{
    const std::vector<const Predict*> asked = Predictions::questionsOf(m_session.lesson());
    if (std::ranges::find(asked, &m_predict) != asked.end())
        refresh();
}

void QuestionFrame::refresh()
{
    const QuestionProgress state = m_session.predictions().stateOf(m_session.lesson(), m_predict);
    const bool isSettled = m_session.predictions().isSettled(m_session.lesson(), m_predict);
    const int left = static_cast<int>(m_predict.hints.size()) - state.hints;
    m_hint->setVisible(left > 0 && !isSettled);
    m_hint->setText(state.hints > 0 ? tr("Next hint") : tr("Hint"));
    m_hints->setMarkdownText(hints(), 13);
    m_hints->setVisible(state.hints > 0);
    m_show->setVisible(!isSettled);

    // Green says that the answer was right. No colour says that it was wrong: orange is for what is violated.
    const auto [words, isRight] = judgement();
    Theme theme = m_theme;
    if (isRight)
        theme.text = theme.holds.text;
    m_verdict->setTheme(theme);
    m_verdict->setMarkdownText(words, 13);
    m_verdict->setVisible(!words.isEmpty());
    fit();
    if (words != std::exchange(m_said, words) && m_isReady && !words.isEmpty())
        Q_EMIT judged();
    m_isReady = true;
}

int QuestionFrame::room() const
{
    const QMargins margins = layout()->contentsMargins();
    return width() - margins.left() - margins.right();
}

void QuestionFrame::arrangeRow(QBoxLayout& row, const std::vector<QWidget*>& widgets) const
{
    // Side by side where there is room for all of them, else one below the other.
    int wanted = 0;
    for (const QWidget* const widget : widgets) {
        if (!widget->isHidden())
            wanted += widget->sizeHint().width() + row.spacing();
    }
    row.setDirection(wanted - row.spacing() <= room() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void QuestionFrame::fit() { arrangeRow(*m_links, {m_linkButtons.begin(), m_linkButtons.end()}); }

void QuestionFrame::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void QuestionFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.panelBorder);
    painter.setBrush(m_theme.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace awaitscope
