// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace awaitscope::fuzz {

/// Each reads any bytes and returns, or ends the program where a reader breaks a promise: a message is short, printable
/// and a sentence; what is accepted can be written, and read again as the same.
void readAnyScenario(std::string_view bytes);
void readAnyManifest(std::string_view bytes);
void readAnyStory(std::string_view bytes);
void readAnyTrace(std::string_view bytes);
void readAnyScenarioFile(std::string_view bytes);
void readAnyProgress(std::string_view bytes);
void readAnyWords(std::string_view bytes);
void readAnyAnswer(std::string_view bytes);   ///< of a worker, whose code may have written it
void readAnyCompiler(std::string_view bytes); ///< what a compiler prints, and a learner's file with traps

} // namespace awaitscope::fuzz
