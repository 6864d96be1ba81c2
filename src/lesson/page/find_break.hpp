// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/scenario.hpp"
#include "lesson/run/sweep.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// A time that stands in a file as "200ms".
struct WrittenTime
{
    int line = 0;
    std::size_t position = 0; ///< in the text
    std::string text;         ///< "200ms"
    std::string half;         ///< "100ms"
    std::string twice;        ///< "400ms"

    friend bool operator==(const WrittenTime&, const WrittenTime&) = default;
};

/// Those of a source, in their order; zero and what is in comments and literals left out.
std::vector<WrittenTime> writtenTimesIn(std::string_view source);

/// A time that was moved, to see whether that breaks it.
struct MovedTime
{
    int line = 0;
    std::string before;
    std::string after;
};

/// A run that breaks what is expected, or does not come to its end.
struct Breakage
{
    enum class How { violated, stuck, spins, threw, crashed };
    How how{};
    std::string what = {}; ///< the expectation, or the exception
    std::string why = {};  ///< in a sentence
    std::optional<MovedTime> moved = {};
    std::string text;      ///< of the file, with the time moved
    Scenario scenario;
    std::string scenarioString;
    std::optional<VirtualDuration> timeout = {}; ///< empty: it takes no timeout
    int await = 0;         ///< the number of the await in which it fires; 0: in none
    std::string awaitName = {};
    int line = 0;          ///< of that await
    AwaitWindow window = AwaitWindow::pending;
};

/// What a search came to.
struct BreakSearch
{
    std::optional<Breakage> found; ///< the smallest: without a time moved before with one, then the earliest
    std::int64_t runs = 0;
    int awaits = 0; ///< each tried while it is pending and when it has completed
    int moves = 0;  ///< times that were moved, one at a time
    std::vector<std::string> notCompiled = {}; ///< of those the ones that no compiler would take: "5s in line 3 as 2500ms"
    bool expectsSomething = false; ///< else only what is stuck, spins, throws or crashes could be found
    bool wasStopped = false;
};

struct BreakObserver
{
    std::function<bool()> stop = {};
    std::function<void(std::int64_t runs, int move, int moves)> ran = {}; ///< runs so far, and which of how many moves it is at
};

/// Makes a lesson of a page with another text; the error says why it does not compile.
using PageMaker = std::function<Result<Lesson>(const std::string& text)>;

/// Every timeout and every window of every await of `variant`, exact as sweep() is; then the same with each of the file's written
/// times halved and doubled, if `movesTimes`. Ends with the first that breaks it. Errors: those of sweep().
Result<BreakSearch> findBreak(const Lesson& page, const Scenario& scenario, const std::string& variant, bool movesTimes,
                              const PageMaker& make, const BreakObserver& observer = {});

/// "With a timeout of 200 ms, in 2 sleep_for (line 18), “no money is lost” is violated."
std::string toText(const Breakage& breakage);

/// What was tried, in a sentence: "2,113 runs: every timeout, and 4 awaits in both windows."
std::string triedText(const BreakSearch& search);

} // namespace awaitscope
