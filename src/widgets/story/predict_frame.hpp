// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/story/question_frame.hpp"

class QAbstractButton;

namespace awaitscope {

/// A question before its answer, with what it takes to answer it: buttons, lines to mark, or the timeout that is set.
/// Hints and the answer itself can be asked for; after a try it says whether that was right, and why.
class PredictFrame : public QuestionFrame
{
    Q_OBJECT

public:
    PredictFrame(Session& session, const Predict& predict, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    /// The answers of a choice, the lines to mark, or nothing.
    const std::vector<QAbstractButton*>& answers() const { return m_answers; }
    QPushButton& setUpButton() { return *m_setUp; } ///< "Set it up": there while something else is shown
    QPushButton& checkButton() { return *m_check; } ///< of lines and places: "Check"
    QPushButton& playButton() { return *m_play; } ///< "See it happen"

    void takeFocus() override;

protected:
    std::vector<QWidget*> answerWidgets() const override;
    void refresh() override;
    void fit() override;

private:
    void showAnswer(std::size_t i, const QuestionProgress& state, bool isSettled);
    void makeAnswers();

    QBoxLayout* m_answerRow = nullptr;
    std::vector<QAbstractButton*> m_answers;
    std::vector<QString> m_texts; ///< of a choice, each in one line
    QPushButton* m_setUp = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_play = nullptr;
};

} // namespace awaitscope
