// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/question_slide.hpp"

#include "present/questions/predictions.hpp"
#include "present/story/story_model.hpp"
#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"

namespace awaitscope {

namespace {

QString taskOf(PredictKind kind)
{
    switch (kind) {
    case PredictKind::lines:
        return QuestionSlideTr::tr("Call out the lines. A click in the code marks one, R shows which of them run.");
    case PredictKind::place:
        return QuestionSlideTr::tr("Call out a time. Drag the flag there, or type it with T. R shows one that does it.");
    case PredictKind::fix:
        return QuestionSlideTr::tr("Say what to change. E opens the code, Ctrl+R runs it. R shows a fix.");
    case PredictKind::order:
        return QuestionSlideTr::tr("Say what has to come first. R shows the version that the lines make.");
    case PredictKind::choice:
        break;
    }
    return {};
}

/// "A  spawn(store(order));", each in a line with others where they fit, and broken only between two of them.
QString piecesOf(const Predict& predict)
{
    constexpr QChar hard{0xa0}; // at which no line is broken
    QStringList pieces;
    for (const std::string& piece : predict.pieces) {
        QString words = QChar('A' + static_cast<int>(pieces.size())) + QStringLiteral("  ") + qt(piece).simplified();
        pieces += words.replace(' ', hard);
    }
    return pieces.join(QStringLiteral("    "));
}

} // namespace

QuestionSlide revealedSlideOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions)
{
    QuestionSlide slide;
    slide.isOpen = false;
    slide.question = plainText(qt(predict.question));
    slide.task = piecesOf(predict);
    int index = 0;
    for (const Predict::Answer& answer : predict.answers) {
        slide.answers.push_back({QString(QChar('A' + index)), plainText(qt(answer.text)), false, index == predict.right});
        ++index;
    }
    const QString why = firstSentenceOf(qt(predict.explanation));
    slide.outcome = predict.kind == PredictKind::choice
                        ? why
                        : QStringLiteral("✓ %1. %2").arg(plainText(rightWordsOf(lesson, predict, predictions)), why);
    return slide;
}

QuestionSlide slideOf(const Lesson& lesson, const Predict& predict, const Predictions& predictions, std::optional<int> vote)
{
    QuestionSlide slide = revealedSlideOf(lesson, predict, predictions);
    if (vote && *vote >= 0 && *vote < static_cast<int>(slide.answers.size()))
        slide.answers[static_cast<std::size_t>(*vote)].isVoted = true;
    slide.isOpen = !predictions.isSettled(lesson, predict);
    if (!slide.isOpen)
        return slide;
    slide.task += (slide.task.isEmpty() ? QString() : QStringLiteral("\n")) + taskOf(predict.kind);
    slide.outcome.clear();
    for (QuestionSlide::Answer& answer : slide.answers)
        answer.isRight = false;
    return slide;
}

} // namespace awaitscope
