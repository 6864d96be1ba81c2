// SPDX-License-Identifier: GPL-3.0-or-later
//
//     plain_lessons half-a-frame buggy rest=60 next=90 none 150 -- buggy rest=60 next=130 150
//
// The lesson's parameters in ms. What follows are timeouts in ms, or none, each of which gets a line of JSON. Then the same of other
// parameters, or of another variant.
#include "core/run/teaching.hpp"

#include <algorithm>
#include <iostream>
#include <span>

namespace awaitscope {

std::map<string, MakeStage>& stages()
{
    static std::map<string, MakeStage> known;
    return known;
}

} // namespace awaitscope

namespace {

string quoted(const string& text) { return '"' + text + '"'; }

string lineOf(const string& variant, const std::map<string, VirtualDuration, std::less<>>& parameters, const string& at)
{
    awaitscope::test::TurnedClock::wind();
    asio::io_context context;
    Deadline deadline;
    if (at != "none")
        deadline.after = VirtualDuration{std::stoi(at)};
    World world{context, parameters, deadline};
    const std::unique_ptr<Stage> stage = awaitscope::stages().at(variant)(world);
    asio::co_spawn(context, stage->caller(), asio::detached);
    awaitscope::test::runTurning(context);

    const TraceCheck check = stage->judge({}).front();
    string log;
    for (const string& line : world.log())
        log += (log.empty() ? "" : ",") + quoted(line);
    return "{\"at\":" + quoted(at) + ",\"verdict\":" + quoted(check.verdict) + ",\"why\":" + quoted(check.why)
           + ",\"caller\":" + quoted(stage->callerOutcome()) + ",\"client\":" + quoted(stage->clientOutcome())
           + ",\"recipient\":" + quoted(stage->recipient())
           + ",\"log\":[" + log + "]}";
}

} // namespace

int main(int count, char** values)
{
    const std::span<char*> arguments{values, static_cast<std::size_t>(count)};
    string lesson = arguments[1];
    std::ranges::replace(lesson, '-', '_');
    string variant;
    std::map<string, VirtualDuration, std::less<>> parameters;
    for (const string argument : arguments.subspan(2)) {
        if (const std::size_t equals = argument.find('='); equals != string::npos)
            parameters[argument.substr(0, equals)] = VirtualDuration{std::stoi(argument.substr(equals + 1))};
        else if (argument == "--")
            variant.clear();
        else if (variant.empty())
            variant = lesson + '_' + argument;
        else
            std::cout << lineOf(variant, parameters, argument) << '\n';
    }
}
