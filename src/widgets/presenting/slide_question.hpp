// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/story/question_slide.hpp"

#include <QFrame>

#include <vector>

class QBoxLayout;
class QLabel;

namespace awaitscope {

/// A question for a room, in type for its back row: answers with letters beside each other, or below where they are too long.
class SlideQuestion : public QFrame
{
    Q_OBJECT

public:
    SlideQuestion(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void set(const QuestionSlide& slide);
    const QuestionSlide& slide() const { return m_slide; }

    /// How high one is in a width, in a theme.
    static int heightOf(const QuestionSlide& slide, int width, const Theme& theme);

    /// Of the question and its answers, at scale 1.
    static constexpr double backRow = 18;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void show(QLabel& label, const QuestionSlide::Answer& answer) const;
    void arrangeAnswers();

    Theme m_theme;
    QuestionSlide m_slide;
    QLabel* m_question;
    QBoxLayout* m_row;
    std::vector<QLabel*> m_answers;
    QLabel* m_task;
    QLabel* m_outcome;
};

} // namespace awaitscope
