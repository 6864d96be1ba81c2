// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace awaitscope {

/// The run in the Trace Event Format ("JSON Object Format", by Google's document "Trace Event Format"), which
/// ui.perfetto.dev and chrome://tracing open; resources/perfetto.schema.json describes it.
///  - A track ("thread") for each coroutine and for each lane of the world, one for the console and one for the verdicts.
///  - Slices ("X"): a coroutine's life, its awaits within, and what a lane of the world does. What does not end, ends
///    with the run; slices of a track are nested or apart, so that a lane which does two things at once has two tracks.
///  - Instants ("i"): effects, values, lines of the console, the cancel (global), the end of the race, a verdict each.
/// Times are whole microseconds of virtual time; args tell the place in the source and the result.
nlohmann::ordered_json toPerfettoJson(const Trace& trace);

/// Runs of the same scenario, one for each of its variants and at least one, in one file: on the same axis, one below the
/// other, so that they can be compared. What concerns a whole run marks its own tracks only ("p", those of the world).
/// `scenario` is the string of them all. One run alone gives the same as above.
nlohmann::ordered_json toPerfettoJson(const std::vector<const Trace*>& traces, const std::string& scenario);

/// The same as the text of a file.
std::string toPerfettoText(const std::vector<const Trace*>& traces, const std::string& scenario);

} // namespace awaitscope
