// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/outcome/outcome_model.hpp"
#include "present/scope/scope_model.hpp"

#include <QString>

#include <vector>

namespace awaitscope {

/// What a scope shows, lane by lane, for who cannot see it: "get_response: await 1, http.make_request, 0 ms to 200 ms, done.
/// ...". Nothing that the scope itself does not show yet.
QString spokenScope(const ScopeModel& model);

/// "Buggy: from 0 ms nothing fetched yet, from 200 ms lost, from 300 ms cached."
QString spokenMap(const std::vector<OutcomeStrip>& strips);

} // namespace awaitscope
