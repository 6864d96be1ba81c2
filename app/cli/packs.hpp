// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "request.hpp"

#include <optional>
#include <vector>

namespace awaitscope::cli {

/// What is wrong with what --lessons names: each is a folder that holds a lesson at least.
std::optional<Outcome> whyNoPacks(const Request& request);

/// The request with the folder of a lesson in place of its name, where the lessons of --lessons have one of that name and the program has
/// none; of a scenario string the rest is in Request::scenario then.
Request withPacks(Request request, const std::vector<BuiltInLesson>& lessons);

/// Those of the catalogue, and behind them those of --lessons. One that has the name of another is broken, as it could not be named.
struct AllLessons
{
    std::vector<Lesson> lessons;
    std::vector<BrokenLesson> broken;
};
AllLessons allLessons(const Catalogue& catalogue, const Request& request);

} // namespace awaitscope::cli
