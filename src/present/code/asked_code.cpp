// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/asked_code.hpp"

#include "present/session/session.hpp"
#include "present/text/tr.hpp"


#include <algorithm>

namespace awaitscope {

namespace {

} // namespace

const Predict* lineQuestionFor(const Session& session, const std::string& variant)
{
    if (session.predictions().isShownAsAsked(session.lesson(), session.scene()))
        return nullptr; // somebody wants to see the run
    for (const Predict* const predict :
         Predictions::questionsOf(session.lesson(), session.scene(), session.scenario().model)) {
        if (predict->kind == PredictKind::lines && predict->variant == variant
            && !session.predictions().isSettled(session.lesson(), *predict)
            && Predictions::isAskedIn(session.lesson(), *predict, session.scenario()))
            return predict;
    }
    return nullptr;
}

void askForLines(CodePicture& picture, const Session& session, const Predict& predict)
{
    const QuestionProgress state = session.predictions().stateOf(session.lesson(), predict);
    for (const AskedLine& asked : session.predictions().linesOf(session.lesson(), predict)) {
        CodeLine& line = picture.lines[asked.line];
        line.mark = CodeMark::asked;
        line.isMarked = state.lines.contains(asked.name);
        line.words = line.isMarked ? QStringList{AskedCodeTr::tr("✓ runs to its end"), AskedCodeTr::tr("✓ runs")}
                                   : QStringList{AskedCodeTr::tr("runs to its end?"), AskedCodeTr::tr("runs?")};
    }
}

void toggleAskedLine(Session& session, const Predict& predict, int line)
{
    const std::vector<AskedLine>& lines = session.predictions().linesOf(session.lesson(), predict);
    const auto asked = std::ranges::find(lines, line, &AskedLine::line);
    if (asked == lines.end())
        return;
    const bool isMarked = session.predictions().stateOf(session.lesson(), predict).lines.contains(asked->name);
    session.predictions().markLine(session.lesson(), predict, asked->name, !isMarked);
}

} // namespace awaitscope
