// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "core/run/cancel_type.hpp"
#include "core/trace/trace.hpp"
#include "lesson/format/lesson.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace awaitscope {

struct NoTimeout
{
    friend bool operator==(NoTimeout, NoTimeout) = default;
};

/// "Fire it while await N is pending", or when its operation has completed and its coroutine has not been resumed yet:
/// resolved once, in the first variant shown.
struct AtAwait
{
    int number = 1;
    AwaitWindow window = AwaitWindow::pending;
    friend bool operator==(AtAwait, AtAwait) = default;
};

/// "Fire it when that coroutine has been spawned, before its first step". Starts are numbered in the order in which they are
/// spawned without a timeout. Resolved like AtAwait.
struct BeforeStart
{
    int number = 1;
    friend bool operator==(BeforeStart, BeforeStart) = default;
};

/// None, a time, or an await or a start to aim at.
using Timeout = std::variant<NoTimeout, VirtualDuration, AtAwait, BeforeStart>;

/// Everything that decides what is run and shown. Always complete and valid for its lesson:
/// only defaultScenario() and the functions below make one.
struct Scenario
{
    std::string lesson;                ///< its slug
    std::vector<std::string> variants; ///< names, at least one
    CancelModel model = CancelModel::asio;
    CancelOn cancelOn = CancelOn::coroutine; ///< other than that only under CancelModel::asio
    Timeout timeout;
    std::optional<VirtualDuration> cancel; ///< of a sandbox alone: when its run() is cancelled from outside
    CancelType cancelType = CancelType::terminal; ///< likewise: what cancels it asks for that; else only under asio, of the coroutine
    std::optional<VirtualTime> time;                   ///< playhead
    std::optional<int> scene; ///< of the story, from 1, where a link says which; not a part of what is run
    std::map<std::string, VirtualDuration> parameters; ///< one value for each of the lesson's parameters

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// When the run's timeout fires. In a file that does not call timeout() that is what cancels run(): its `cancel` is one too.
Timeout timeoutOf(const Scenario& scenario, const Lesson& lesson);

/// When run() is cancelled besides; empty: never.
std::optional<VirtualDuration> cancelBesides(const Scenario& scenario, const Lesson& lesson);

/// Whether a cancel from outside asks for `cancelType`: only then does that say anything.
bool sendsCancelType(const Scenario& scenario, const Lesson& lesson);

/// "2", and "2+" for the window after its completion. Empty if it is neither.
std::optional<AtAwait> tryParseAtAwait(std::string_view text);
std::string toText(const AtAwait& target);

/// Whether a scenario string uses `key` itself, so that no parameter of a lesson can bear it.
bool isReservedKey(std::string_view key);

/// The lesson's defaults: all variants, its first model, no timeout, every parameter's default.
Scenario defaultScenario(const Lesson& lesson);

/// The LESSON of "awaitscope:LESSON?key=value" or of a bare slug; empty for a patch ("awaitscope:?await=2").
/// An error if the text is neither.
Result<std::string> lessonOf(std::string_view scenarioString);

/// The scenario under another model, which takes back what only Asio has: a cancel on the operation, and a type of it.
Scenario underModel(Scenario scenario, CancelModel model);

/// Reads a scenario string for `lesson` (which is lessonOf(text), or the lesson that is shown if that is empty).
/// A patch that names another model than asio, and not what is cancelled, takes back `cancel_on=operation`; one that names another model
/// or `cancel_on=operation`, and no type, takes back `cancel_type`. So does one after which nothing cancels run() from outside.
/// In a file that does not call timeout(), a patch that names `cancel` takes back a timeout, and one that names that a `cancel`.
/// A string without LESSON patches `current`; one with it starts from the lesson's defaults, a scene alone from that
/// scene as its author set it up, and ignores `current`.
/// Errors name the key, its value and what is allowed. Whether `await`, `start` and `time` lie within the run is
/// for runScenario(): that needs a run.
Result<Scenario> parseScenario(std::string_view text, const Lesson& lesson, const Scenario& current);

/// The one printer: fixed order of keys, defaults left out (but for one that says that a scene is
/// not as its author set it up), largest exact unit. parseScenario() gives the same scenario again.
std::string toText(const Scenario& scenario, const Lesson& lesson);

/// Whether it is a whole one that says which scene and nothing else: it stands for the scene as its author set it up.
bool namesSceneAlone(std::string_view scenarioString);

/// The value of `key` in a scenario string that toText() has printed; empty if it does not name it.
std::optional<std::string> settingIn(std::string_view scenarioString, std::string_view key);

/// For a shell: runs the first variant without a window. The playhead is left out, as the command prints all of a run.
std::string toCommand(Scenario scenario, const Lesson& lesson);

/// The same where the lesson is a file or a folder at `path`, which no scenario string can name: by options.
std::string toCommand(const Scenario& scenario, const Lesson& lesson, const std::string& path);

} // namespace awaitscope
