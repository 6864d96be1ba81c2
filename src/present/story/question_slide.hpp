// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace awaitscope {

struct Lesson;
struct Predict;
class Predictions;

/// A question as a room sees it.
struct QuestionSlide
{
    struct Answer
    {
        QString letter; ///< "A"
        QString text;
        bool isVoted = false; ///< what the room says
        bool isRight = false; ///< known only once it is revealed

        friend bool operator==(const Answer&, const Answer&) = default;
    };
    QString question;
    std::vector<Answer> answers; ///< of a choice
    QString task;    ///< of another kind, while it is open: what to do; of lines to be put in order these, as long as it is there
    QString outcome; ///< once it is revealed: what is right, where no answer says so, and the explanation's first sentence
    bool isOpen = true;

    friend bool operator==(const QuestionSlide&, const QuestionSlide&) = default;
};

/// All that it can come to say, once its answer is revealed: what room it takes.
QuestionSlide revealedSlideOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions);

/// `vote`: the answer that the room has chosen.
QuestionSlide slideOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions, std::optional<int> vote);

} // namespace awaitscope
