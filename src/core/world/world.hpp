// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/async_operation.hpp"
#include "core/trace/recorder.hpp"
#include "core/trace/traced_awaitable.hpp"
#include "core/world/lane.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <optional>
#include <source_location>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace awaitscope {

/// When the caller's race should be over.
struct Deadline
{
    std::optional<VirtualDuration> after; ///< empty: never, or when somebody asks for it
    /// Not a time but the moment in which the await that the run watches suspends, or has completed: for spans of no
    /// width and for the window after an await's completion.
    bool atWatchedAwait = false;
    bool isOfRun = false; ///< the run's own timeout, whose race is the one that the run is about

    bool isNever() const { return !after && !atWatchedAwait; }
};

/// Somebody asked for a parameter that the lesson does not have: what() names those that it has.
class UnknownParameter : public std::out_of_range
{
public:
    UnknownParameter(const std::string& message, const std::source_location& where) : std::out_of_range(message), m_where(where) {}

    const std::source_location& where() const { return m_where; } ///< who asked

private:
    std::source_location m_where;
};

/// The surroundings of one run: its context, its recorder and its settings. The teaching world's parts (Http, Cache,
/// Channel, …) are made with it. Owned by simulate(); outlives the stage and every coroutine.
class World
{
public:
    struct Settings
    {
        CancelModel model = CancelModel::asio;
        Deadline deadline;
        std::vector<std::pair<std::string, VirtualDuration>> parameters;
        CancelOn cancelOn = CancelOn::coroutine;
    };

    World(VirtualContext& context, Recorder& recorder, Settings settings)
        : m_context(context), m_recorder(recorder), m_settings(std::move(settings))
    {
        m_settings.deadline.isOfRun = true;
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    VirtualContext& context() const { return m_context; }
    Recorder& recorder() const { return m_recorder; }
    VirtualExecutor executor() const { return m_context.get_executor(); }
    VirtualTime now() const { return m_context.now(); }
    /// False in a run of many requests: what only a timeline would show need not be made.
    bool isRecorded() const { return m_recorder.isRecording(); }
    CancelModel model() const { return m_settings.model; }
    /// What the run's own timeout cancels, under CancelModel::asio.
    CancelOn cancelOn() const { return m_settings.cancelOn; }
    /// The run's own timeout.
    Deadline deadline() const { return m_settings.deadline; }

    /// The value of one of the lesson's parameters. Throws UnknownParameter if there is none of that name.
    VirtualDuration parameter(std::string_view name, const std::source_location& where = std::source_location::current()) const;

    /// What reaches the program from outside of it: a response, a row, a message. It is `text`; only where somebody's solution is judged
    /// it is another one, so that no code can know it beforehand.
    std::string outside(std::string text) const;

    /// A row of the timeline, which is called `name`; asked for twice, it is the same row, of the kind it was made with.
    /// Kinds: "world" for what goes on outside of the code, "state" for what a part holds, "caller" for what the caller
    /// does. Throws std::logic_error for any other.
    Lane lane(std::string name, std::string_view kind = "world");

    /// Something happened to the world and stays so, as a write does: effect("mail.sent", "to Barbara"). It bears the
    /// coroutine that runs and, as its place in the code, the line of this call.
    void effect(std::string_view name, std::string detail = {},
                const std::source_location& where = std::source_location::current());

    /// Found through the executor of a coroutine of this run; null for any other executor.
    static World* of(const boost::asio::any_io_executor& executor);

private:
    VirtualContext& m_context;
    Recorder& m_recorder;
    Settings m_settings;
};

} // namespace awaitscope
