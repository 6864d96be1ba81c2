// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/tell/run_table.hpp"
#include "request.hpp"
#include "subject.hpp"

namespace awaitscope::cli {

/// Serves weeks of requests by the subject's variant: as text, or as JSON.
Outcome traffic(const Subject& subject, const Request& request, const TextStyle& style);

} // namespace awaitscope::cli
