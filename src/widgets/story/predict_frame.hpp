// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/story.hpp"
#include "present/theme.hpp"

#include <QFrame>

#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace awaitscope {

class StoryText;

/// A question before its answer: its answers are buttons, and after a choice it says whether that was right, and why.
class PredictFrame : public QFrame
{
    Q_OBJECT

public:
    /// `predict` outlives it. `chosen` is the answer that was given before, if any.
    PredictFrame(const Predict& predict, const Theme& theme, std::optional<int> chosen, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    const std::vector<QPushButton*>& buttons() const { return m_buttons; }
    QString verdict() const; ///< what it says about the choice, or empty

Q_SIGNALS:
    void answered(int answer);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(int answer);
    void arrangeButtons();

    const Predict& m_predict;
    Theme m_theme;
    std::optional<int> m_chosen;
    QLabel* m_heading = nullptr;
    StoryText* m_question = nullptr;
    QBoxLayout* m_answers = nullptr;
    std::vector<QPushButton*> m_buttons;
    StoryText* m_verdict = nullptr;
};

} // namespace awaitscope
