// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/race/race.hpp"
#include "core/trace/trace_builder.hpp"
#include "support/source_text.hpp"

#include <boost/asio/co_spawn.hpp>

#include <cstdint>
#include <exception>
#include <functional>
#include <source_location>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope::test {

/// Sources for the test file `path` (__FILE__).
inline SourceSet sourcesOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    const std::size_t before = path.rfind('/', slash - 1);
    return SourceSet{path.substr(before + 1, slash - before - 1),
                     {SourceIndex{path.substr(slash + 1), readSource(path)}}};
}

/// A world without a lesson: run coroutines in it and look at what was recorded.
class TestRun
{
public:
    using Caller = std::function<boost::asio::awaitable<void>(World&)>;

    explicit TestRun(const std::string& path, World::Settings settings = {}, std::uint64_t maxEvents = 10'000)
        : m_sources(sourcesOf(path))
        , m_recorder(m_sources)
        , m_context(maxEvents, &m_recorder)
        , m_world(m_context, m_recorder, std::move(settings))
    {
        m_recorder.attach(m_context);
        m_recorder.setWorld(&m_world);
        m_recorder.addLane("race", "race", "caller");
        m_recorder.addLane("timeout", "timeout", "caller");
    }
    ~TestRun() { m_context.dropAll(); }
    TestRun(const TestRun&) = delete;
    TestRun& operator=(const TestRun&) = delete;

    World& world() { return m_world; }
    VirtualContext& context() { return m_context; }
    Recorder& recorder() { return m_recorder; }
    const SourceSet& sources() const { return m_sources; }

    /// Runs `caller` until nothing is left; an exception that leaves it is in failure().
    Recording record(const Caller& caller)
    {
        boost::asio::co_spawn(m_context.get_executor(), caller(m_world),
                              [this](std::exception_ptr error) { m_failure = std::move(error); });
        m_context.run();
        return m_recorder.finish();
    }

    Trace run(const Caller& caller, std::string_view subject = "subject")
    {
        Recording recording = record(caller);
        const AwaitNumbers numbers{recording, m_sources, subject};
        return buildTrace(std::move(recording), m_sources, subject, numbers, nullptr);
    }

    std::exception_ptr failure() const { return m_failure; }

private:
    SourceSet m_sources;
    Recorder m_recorder;
    VirtualContext m_context;
    World m_world;
    std::exception_ptr m_failure;
};

/// A place that is in no source of any TestRun.
inline std::source_location somewhereInAHeader() { return std::source_location::current(); }

/// "1 channel.send cancelled 0-250000" for each await of the trace.
inline std::vector<std::string> awaitsOf(const Trace& trace)
{
    std::vector<std::string> lines;
    for (const TraceAwait& await : trace.awaits) {
        lines.push_back(std::to_string(await.number) + ' ' + await.what + ' ' + std::string{toText(await.how)} + ' ' +
                        std::to_string(toMicroseconds(await.begin)) + '-' +
                        (await.end ? std::to_string(toMicroseconds(*await.end)) : ""));
    }
    return lines;
}

/// "get_response returned" for each coroutine of the trace.
inline std::vector<std::string> coroutinesOf(const Trace& trace)
{
    std::vector<std::string> lines;
    for (const TraceCoroutine& coroutine : trace.coroutines)
        lines.push_back(coroutine.name + ' ' + std::string{toText(coroutine.how)});
    return lines;
}

using Strings = std::vector<std::string>;

/// "250000 destructor" for each line that was printed.
inline Strings logOf(const Trace& trace)
{
    Strings lines;
    for (const TraceLogLine& line : trace.log)
        lines.push_back(std::to_string(toMicroseconds(line.at)) + ' ' + line.text);
    return lines;
}

} // namespace awaitscope::test
