// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request.hpp"

namespace awaitscope::cli {

/// A lesson to begin with, in the folder that the request names: its files are the outcome's, which makes the folder.
/// ExitCode::wrongUse if there is something in that folder already, or if a lesson cannot be called so.
Outcome newLesson(const Request& request);

} // namespace awaitscope::cli
