// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/task_frame.hpp"

#include "present/editing/task_judge.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/story/line_board.hpp"
#include "widgets/story/story_text.hpp"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

namespace awaitscope {

TaskFrame::TaskFrame(Session& session, TaskJudge& tasks, const Predict& predict, const Theme& theme, QWidget* parent)
    : QuestionFrame(session, predict, theme, parent),
      m_tasks(tasks)
{
    setObjectName(QStringLiteral("task"));
    m_edit = new QPushButton(tr("Change the code"), this);
    m_edit->setToolTip(tr("Opens the version that is to be mended (%1)").arg(keyOf(Act::editCode)));
    m_check = new QPushButton(this);
    for (QPushButton* const button : {m_edit, m_check})
        button->setAutoDefault(false);
    m_stage = new QLabel(this);
    m_stage->setWordWrap(true);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("At work"));
    m_rows = new QBoxLayout(QBoxLayout::TopToBottom);
    if (predict.kind == PredictKind::order) {
        const std::vector<int> laid = session.predictions().stateOf(session.lesson(), predict).laid;
        m_board = new LineBoard(predict.pieces, laid, theme, this);
        m_rows->addWidget(m_board);
        connect(m_board, &LineBoard::laidAnew, this, [this] { m_session.predictions().lay(m_session.lesson(), m_predict, m_board->laid()); });
    }
    m_edit->setVisible(m_board == nullptr);
    m_buttons = new QBoxLayout(QBoxLayout::LeftToRight);
    m_buttons->addWidget(m_edit);
    m_buttons->addWidget(m_check);
    m_rows->addLayout(m_buttons);
    m_rows->addWidget(m_stage);
    m_rows->addWidget(m_progress);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(m_predict.variant); });
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_tasks.isAtWorkOn(m_predict))
            m_tasks.stop();
        else
            m_tasks.check(m_predict);
    });
    connect(&verdictText(), &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == QStringLiteral("awaitscope"))
            m_session.showCase(link.toString());
    });
    connect(&tasks, &TaskJudge::changed, this, &TaskFrame::follow);
    arrange(*m_rows, {m_hint, m_show});
}

std::vector<QWidget*> TaskFrame::answerWidgets() const
{
    std::vector<QWidget*> widgets{m_edit, m_check};
    if (m_board)
        widgets.insert(widgets.begin(), m_board);
    return widgets;
}

void TaskFrame::setTheme(const Theme& theme)
{
    m_rows->setSpacing(static_cast<int>(theme.px(7)));
    m_buttons->setSpacing(static_cast<int>(theme.px(6)));
    for (QPushButton* const button : {m_edit, m_check})
        button->setFont(theme.uiFont(13, QFont::Medium));
    m_stage->setFont(theme.uiFont(12.5));
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    m_stage->setPalette(palette);
    m_progress->setFixedHeight(std::max(3, static_cast<int>(theme.px(3))));
    if (m_board)
        m_board->setTheme(theme);
    QuestionFrame::setTheme(theme);
}

QString TaskFrame::stage() const { return m_tasks.isAtWorkOn(m_predict) ? m_tasks.stageWords() : QString(); }

Judgement TaskFrame::judgement() const { return m_tasks.judgement(m_predict); }

void TaskFrame::refresh()
{
    const QuestionProgress state = m_session.predictions().stateOf(m_session.lesson(), m_predict);
    const bool isAtWork = m_tasks.isAtWorkOn(m_predict);
    setHeading(m_board ? tr("Put the lines in order") : tr("Fix it"));
    m_edit->setEnabled(m_tasks.canEdit());
    m_check->setText(isAtWork ? tr("Stop") : tr("Check"));
    m_check->setToolTip(isAtWork ? tr("Stops it") : tr("Runs it with every timeout, and says what came of it"));
    m_check->setEnabled(isAtWork || m_tasks.canCheck());
    m_stage->setText(isAtWork             ? stage()
                     : m_tasks.isAtWork() ? tr("Something else is being checked.")
                                          : tr("Answer the prediction of this scene first: a check would tell."));
    m_stage->setVisible(!m_check->isEnabled() || isAtWork);
    m_progress->setVisible(isAtWork);
    if (m_board)
        m_board->setLaid(state.laid);
    QuestionFrame::refresh();
}

void TaskFrame::fit()
{
    arrangeRow(*m_buttons, {m_edit, m_check});
    QuestionFrame::fit();
}

void TaskFrame::takeFocus()
{
    QWidget* const first = m_board ? static_cast<QWidget*>(m_board) : m_edit->isEnabled() ? m_edit : m_check;
    first->setFocus(Qt::ShortcutFocusReason);
}

} // namespace awaitscope
