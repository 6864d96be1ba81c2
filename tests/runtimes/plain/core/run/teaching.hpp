// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// In the place of src/core/run/teaching.hpp: what the sources of some lessons use of it, on plain Asio. An io_context whose clock is
// turned, its timers and real sockets, and nothing of ours but these few lines. What a lesson does not say of itself here, such as
// what stands on its lanes, is left out.

#include "runtimes/plain/parts.hpp"
#include "runtimes/plain/world.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/this_coro.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope {

enum class Winner { work, timeout };

struct RaceTimeout
{
    Deadline deadline;
};

inline RaceTimeout timeout(const Deadline& deadline) { return {deadline}; }

template <class T>
struct RaceResult
{
    Winner winner;
    std::optional<T> value;
};

inline awaitable<void> reached(VirtualDuration after)
{
    Timer timer{co_await asio::this_coro::executor, after};
    co_await timer.async_wait(asio::use_awaitable);
}

inline awaitable<Winner> race(RaceTimeout timeout, awaitable<void> work)
{
    using namespace asio::experimental::awaitable_operators; // NOLINT(google-build-using-namespace)
    if (!timeout.deadline.after) {
        co_await std::move(work);
        co_return Winner::work;
    }
    const auto first = co_await (reached(*timeout.deadline.after) || std::move(work));
    co_return first.index() == 0 ? Winner::timeout : Winner::work;
}

template <class T>
awaitable<RaceResult<T>> race(RaceTimeout timeout, awaitable<T> work)
{
    using namespace asio::experimental::awaitable_operators; // NOLINT(google-build-using-namespace)
    if (!timeout.deadline.after) {
        T value = co_await std::move(work);
        co_return RaceResult<T>{Winner::work, std::move(value)};
    }
    auto first = co_await (reached(*timeout.deadline.after) || std::move(work));
    if (first.index() == 0)
        co_return RaceResult<T>{Winner::timeout, std::nullopt};
    co_return RaceResult<T>{Winner::work, std::move(std::get<1>(first))};
}

struct Trace
{};

struct TraceCheck
{
    string verdict; ///< "holds", "violated", "not-applicable"
    string why;
};

class Stage
{
public:
    virtual ~Stage() = default;
    virtual awaitable<void> caller() = 0;
    virtual std::vector<TraceCheck> judge(const Trace& trace) const = 0;
    virtual string callerOutcome() const = 0;
    virtual string clientOutcome() const = 0;
    virtual string recipient() const { return "the client"; }

    static TraceCheck expect(const string&, bool holds, string why = {}, const string& = {})
    {
        return {holds ? "holds" : "violated", std::move(why)};
    }

    static TraceCheck expectIf(bool applies, const string& text, bool holds, string why = {}, const string& = {})
    {
        return applies ? expect(text, holds, std::move(why)) : TraceCheck{"not-applicable", std::move(why)};
    }
};

using MakeStage = std::unique_ptr<Stage> (*)(World& world);

/// By what the source that includes a lesson's calls it: "half_a_frame_buggy".
std::map<string, MakeStage>& stages();

} // namespace awaitscope

using namespace awaitscope; // NOLINT(google-build-using-namespace): as in the header that it stands for

#define AWAITSCOPE_TEXT_EXPANDED(a) #a
#define AWAITSCOPE_TEXT(a) AWAITSCOPE_TEXT_EXPANDED(a)
#define AWAITSCOPE_STAGE(STAGE)                                                                                        \
    static const bool isAdded =                                                                                        \
        awaitscope::stages()                                                                                           \
            .emplace(AWAITSCOPE_TEXT(AWAITSCOPE_VARIANT),                                                              \
                     [](awaitscope::World& world) -> std::unique_ptr<awaitscope::Stage> {                              \
                         return std::make_unique<STAGE>(world);                                                        \
                     })                                                                                                \
            .second;
