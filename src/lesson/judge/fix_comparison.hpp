// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What judgeFix() compares runs of a version by: a part of it.

#include "core/trace/trace.hpp"
#include "lesson/judge/fix.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope {

/// The times of each effect, by its name and detail.
using EffectTimes = std::map<std::pair<std::string, std::string>, std::vector<VirtualTime>>;

EffectTimes effectTimesOf(const Trace& trace);

/// The same effects, each as often, whenever they happen.
bool areSame(const EffectTimes& a, const EffectTimes& b);

/// "cache.set user/42 → v2", or "nothing".
std::string listOf(const EffectTimes& effects);

/// How often each lane of the world works, by the lane's id.
std::map<std::string, int> workOf(const Trace& trace);

/// What became of the caller and of the client.
FixWords outcomeOf(const Trace& trace);

/// "once", "3 times"
std::string timesInWords(int count);

} // namespace awaitscope
