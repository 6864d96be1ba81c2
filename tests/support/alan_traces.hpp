// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/runner.hpp"

#include <optional>

namespace awaitscope::test {

/// Traces as Alan's lesson gives them (downstream 200 ms, client 100 ms), written by hand so that the tests of what is
/// drawn need no engine. `fixed` stores before it sends. A timeout of 200 to 300 ms, or none.
VariantRun alanRun(bool fixed, CancelModel model, std::optional<VirtualDuration> timeout);

/// Both variants, buggy first, with an axis of 400 ms.
ScenarioRun alanScenario(CancelModel model, std::optional<VirtualDuration> timeout);

} // namespace awaitscope::test
