// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one header of a lesson's sources: the teaching world, races, and the names that make coroutines read plainly.

#include "core/run/teaching_world.hpp"

using boost::asio::awaitable;
using std::string;
using namespace awaitscope; // NOLINT(google-build-using-namespace): for lessons only
