// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/run/runner.hpp"
#include "support/trace_script.hpp"

#include <string>

namespace awaitscope::test {

inline constexpr const char* buggySource = R"(// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.hpp"

awaitable<void> get_response(std::string key)
{
    if (auto hit = cache.get(key)) {
        co_await channel.send(*hit);
        co_return;
    }
    auto response = co_await http.make_request(key);
    co_await channel.send(response); // mark: send
    cache.set(key, response); // mark: write
}
)";

inline constexpr const char* fixedSource = R"(// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.hpp"

awaitable<void> get_response(std::string key)
{
    if (auto hit = cache.get(key)) {
        co_await channel.send(*hit);
        co_return;
    }
    auto response = co_await http.make_request(key);
    cache.set(key, response); // mark: write
    co_await channel.send(response); // mark: send
}
)";

/// A lesson with the shape of the first one, without programs: for tests of what is shown, not of what runs.
inline Lesson scriptedLesson()
{
    Lesson lesson;
    lesson.slug = "alan";
    lesson.title = "Alan caches requests";
    lesson.subject = "get_response";
    lesson.caller = "answer";
    lesson.variants = {{"buggy", "Buggy", VariantKind::buggy, "", "buggy.cpp"},
                       {"fixed", "Fixed", VariantKind::fixed, "", "fixed.cpp"}};
    lesson.files = {
        {"buggy.cpp", buggySource},
        {"fixed.cpp", fixedSource},
        {"scenario.cpp", "awaitable<void> answer()\n{\n    co_await race(timeout(250ms), get_response(key));\n}\n"}};
    return lesson;
}

/// get_response in one variant, with its request ready at 200 ms and its client at 300 ms; `timeout` 0 is none.
inline std::shared_ptr<const Trace> scriptedAlan(const std::string& variant, CancelModel model, int timeout)
{
    const bool buggy = variant == "buggy";
    TraceScript script(model, variant + ".cpp");
    const int sendLine = buggy ? 11 : 12;
    const int setLine = buggy ? 12 : 11;
    const auto set = [&] {
        script.does("cache.set", "user/42 → v2", setLine);
        script.holds("cache", "user/42 → v2");
    };
    const bool stops = timeout > 0 && timeout < 300;
    if (timeout > 0)
        script.setTimeout(timeout);
    script.at(0);
    const int work = script.begins("get_response");
    script.prints("miss user/42");
    const int request = script.suspends(work, 1, "http.make_request", 10);
    int pending = request;
    const auto obtain = [&] {
        script.at(200);
        script.awaitEnds(request, AwaitEnd::resumed);
        script.prints("got v2");
        if (!buggy)
            set();
        pending = script.suspends(work, 2, "channel.send", sendLine);
    };
    const auto fire = [&] {
        script.at(timeout);
        script.timeoutWins();
        if (model != CancelModel::eager) {
            script.awaitEnds(pending, model == CancelModel::asio ? AwaitEnd::cancelled : AwaitEnd::dropped);
            script.ends(work, model == CancelModel::asio ? CoroutineEnd::cancelled : CoroutineEnd::dropped);
        }
        script.raceIsOver(Winner::timeout);
        script.prints("timeout");
    };
    const auto finish = [&] {
        script.at(300);
        script.awaitEnds(pending, AwaitEnd::resumed);
        if (buggy)
            set();
        script.ends(work, CoroutineEnd::returned);
        if (!stops)
            script.raceIsOver(Winner::work);
    };
    const bool goesOn = !stops || model == CancelModel::eager;
    if (stops && timeout < 200)
        fire();
    if (goesOn || timeout > 200)
        obtain();
    if (stops && timeout > 200)
        fire();
    if (goesOn)
        finish();
    else if (buggy || timeout < 200)
        script.loses("cache.set", "user/42 → v2", setLine, buggy ? 300 : 200);
    const bool obtained = goesOn || timeout > 200;
    script.judged(!obtained ? Verdict::notApplicable : goesOn || !buggy ? Verdict::holds : Verdict::violated);
    return script.share();
}

inline ScenarioRun scriptedRun(CancelModel model, int timeout)
{
    ScenarioRun run;
    run.scenario.lesson = "alan";
    run.scenario.variants = {"buggy", "fixed"};
    run.scenario.model = model;
    for (const char* variant : {"buggy", "fixed"})
        run.variants.push_back({variant, scriptedAlan(variant, model, timeout), scriptedAlan(variant, model, 0)});
    run.axis = VirtualDuration{400000};
    return run;
}

} // namespace awaitscope::test
