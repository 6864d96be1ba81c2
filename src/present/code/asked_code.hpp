// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/code_model.hpp"

#include <string>

namespace awaitscope {

class Session;

/// The open question of the scene that asks which lines of `variant` run; null if there is none.
const Predict* lineQuestionFor(const Session& session, const std::string& variant);

/// Puts what `predict` asks, and what has been marked of it, on the lines of the variant's own file.
void askForLines(CodePicture& picture, const Session& session, const Predict& predict);

/// Marks the line, or takes the mark away. Does nothing for one that is not asked about.
void toggleAskedLine(Session& session, const Predict& predict, int line);

} // namespace awaitscope
