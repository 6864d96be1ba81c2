// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace awaitscope::cli {

enum class Command { check, lessons, newLesson, run, share, show, sweep, traffic, verify };

enum class ColourChoice { automatic, always, never };

/// A command line, read but for what only the lesson can judge.
struct Request
{
    Command command = Command::lessons;
    std::string target; ///< a slug, scenario string, .awaitscope file, C++ file or folder; for show a file, for newLesson a folder; empty: all
    std::optional<std::string> variant;
    std::optional<std::string> timeout;
    std::optional<std::string> await;
    std::optional<std::string> start; ///< the number of a coroutine that is spawned
    std::optional<std::string> cancel; ///< when a sandbox's run() is cancelled from outside
    std::optional<std::string> cancelType; ///< terminal, partial or total
    std::optional<std::string> model;
    std::optional<std::string> cancelOn; ///< coroutine or operation
    std::optional<std::string> file;     ///< a C++ file that runs in place of the variant
    bool isStrict = false;               ///< an expectation that is violated is told by the exit code
    bool findsBreak = false;             ///< sweep: the smallest case that breaks it
    bool movesTimes = false;             ///< likewise, also with each other time of the file by its half and double
    bool isSanitized = false;            ///< what is compiled, with AddressSanitizer and UndefinedBehaviorSanitizer
    std::vector<std::string> parameters; ///< "name=value"
    std::vector<std::string> packs;      ///< folders with lessons that are there too
    std::string scenario;                ///< where `target` is a folder: the scenario string that it was named by; see withPacks()
    std::optional<std::string> perfetto; ///< the file that the run is also written to
    std::optional<std::string> save;     ///< the .awaitscope file that the scenario is also written to
    // Of traffic: as they were typed, where they were.
    std::optional<std::string> requests;
    std::optional<std::string> seed;
    std::optional<std::string> weeks;
    std::optional<std::string> release;    ///< the weeks that pass before the timeout comes in
    std::optional<std::string> keys;
    std::optional<std::string> timeToLive; ///< hours
    std::optional<std::string> sample;     ///< one key in so many
    std::vector<std::string> slow;         ///< "client=0.05"
    std::vector<std::string> spread;       ///< likewise
    bool isJson = false;
    ColourChoice colour = ColourChoice::automatic;
};

/// The exit codes are part of the contract with scripts.
enum class ExitCode {
    done = 0,
    violated = 1, ///< verify: a lesson does not keep its promises; check: it is no fix; run and sweep, if strict: an expectation is violated
    wrongUse = 2, ///< of the command line, or of what it names; also where the output cannot be written
    fault = 3,    ///< the code under test did not compile, did not come to an end, or died
};

/// A file that the program is to write: whole, or not at all.
struct OutputFile
{
    std::string path;
    std::string text;
    std::string what; ///< as messages call it: "The Perfetto trace"
};

/// What the program is to print and how it ends. A wrong use prints one message to `err` and nothing to `out`.
struct Outcome
{
    ExitCode exitCode = ExitCode::done;
    std::string out;
    std::string err;
    std::vector<OutputFile> files = {};
    std::string folder = {}; ///< to make before the files are written, where there is none
};

/// Reads the arguments (without the program's name). An Outcome where that is all: help, the version, an error.
std::variant<Request, Outcome> readCommandLine(const std::vector<std::string>& arguments);

} // namespace awaitscope::cli
