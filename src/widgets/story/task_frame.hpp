// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/story/question_frame.hpp"

class QBoxLayout;
class QProgressBar;

namespace awaitscope {

class LineBoard;
class TaskJudge;

/// A question that asks for code: a variant that is changed in the editor, or lines that are put in order. Judged by running it.
class TaskFrame : public QuestionFrame
{
    Q_OBJECT

public:
    /// `tasks` outlives it.
    TaskFrame(Session& session, TaskJudge& tasks, const Predict& predict, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    LineBoard* board() { return m_board; } ///< of lines to be put in order; else null
    QPushButton& editButton() { return *m_edit; } ///< of a fix: "Change the code"
    QPushButton& checkButton() { return *m_check; } ///< "Check", and "Stop" while it is at work
    QString stage() const; ///< what it is at; empty: it is not at work
    Judgement judgement() const override;

    void takeFocus() override;

Q_SIGNALS:
    void editWanted(const std::string& variant);

protected:
    std::vector<QWidget*> answerWidgets() const override;
    void refresh() override;
    void fit() override;

private:
    TaskJudge& m_tasks;
    QBoxLayout* m_rows = nullptr;
    QBoxLayout* m_buttons = nullptr;
    LineBoard* m_board = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_check = nullptr;
    QLabel* m_stage = nullptr;
    QProgressBar* m_progress = nullptr;
};

} // namespace awaitscope
