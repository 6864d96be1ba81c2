// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/simulation.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/traffic/traffic_source.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

// What goes between a window and its worker: a line of JSON each, requests into the worker's standard input and answers
// out of its standard output. A request is {"do": "load" | "run" | "serve", …}; the answer is {"loaded": true}, {"trace": {…}}, with
// "addresses" ahead of it if the run threw, or "baseline" if it was left, {"traffic": {…}}, before which comes {"served": part} now and
// then, {"error": {…}} or, from a worker that then ends, {"fault": "signal", …}. What it dies of it may not be able to say; how far the
// run had got then stands in memory that both share (RunReached).

/// What a worker runs, told once.
struct LoadRequest
{
    std::filesystem::path module;
    std::string lesson;
    std::string variant;
    std::string subject;
    std::string caller;
    std::vector<LessonFile> sources; ///< the variant's own and scenario.cpp: names and lines come from them
    /// Before each run but the first: all that is static in it is then as it was at the first.
    bool isLoadedAnew = false;
};

struct RunRequest
{
    SimulationSettings settings;
    std::optional<TimeoutAt> timeout; ///< empty: the run without one
    /// Answer::baseline of the run without a timeout, which no worker survives; empty: the worker makes that run itself.
    std::string baseline = {};
    std::uint64_t leaveAfter = 0; ///< events: the run is left then, and the worker ends; 0: it goes on to its end
};

/// The option that has a worker share RunReached, and the number of the file that is its memory.
constexpr std::string_view reachedOption = "--reached";
constexpr int reachedFile = 3;

/// How an error begins that says why a module cannot be loaded; what follows is the loader's.
constexpr std::string_view unloadable = "The compiled code cannot be loaded: ";

/// Why a worker ended in the middle of a run, as far as it could say itself.
struct FaultReport
{
    std::string kind;   ///< "signal", "cpu", "wall", "memory", "flood", "exit", "exception", "shutdown", "refused"
    std::int64_t detail = 0; ///< the signal, the exit's status
    bool isStack = false;    ///< of a signal: the stack had run over
    std::string text;        ///< of an exception: what() of it; of "refused": what was asked for (worker/refusal.hpp)
    std::vector<std::uint64_t> addresses; ///< in the module, innermost first; of "cpu" where it was at several moments
    int source = -1;         ///< index into LoadRequest::sources, of the last await or effect; -1: none
    int line = 0;
};

nlohmann::ordered_json toJson(const LoadRequest& request);
nlohmann::ordered_json toJson(const RunRequest& request);

nlohmann::ordered_json toJson(const TrafficOrder& order);

/// They throw nlohmann::json::exception: only the window writes requests.
LoadRequest readLoadRequest(const nlohmann::ordered_json& json);
RunRequest readRunRequest(const nlohmann::ordered_json& json);
TrafficOrder readTrafficOrder(const nlohmann::ordered_json& json);

nlohmann::ordered_json errorAnswer(const Diagnostic& error, const std::vector<std::uint64_t>& addresses);

/// What a worker answered. All of it may have been written by the code that it ran.
struct Answer
{
    bool isLoaded = false;
    std::optional<Trace> trace;
    std::optional<Diagnostic> error;
    std::optional<FaultReport> fault;
    std::optional<double> served; ///< of the traffic that is asked for, 0 to 1: no answer yet
    std::string traffic;          ///< what readTally() reads; empty: it is none
    std::string baseline; ///< of a run without a timeout that was left: what later workers must know of it
    std::vector<std::uint64_t> addresses; ///< of an error, or of what the run threw: where in the module it came from
};

/// An error, without a place, if the line is none of the answers above, or its trace one that readTrace() does not read.
Result<Answer> readAnswer(std::string_view line);

} // namespace awaitscope
