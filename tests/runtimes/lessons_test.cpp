// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lessons as tokio, asyncio and Node.js run them, and their own sources on a plain io_context, against what the sandbox says of each
// under its meaning of cancelling: at every timeout, and where it can be met, in the window after each await.
#include "lesson/files/catalogue.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"
#include "runtimes/runtime.hpp"
#include "support/proof.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace awaitscope::test {
namespace {

using nlohmann::json;
using Points = std::vector<std::string>;
using Keys = std::set<std::string>;

/// ms, by name, in the order of lesson.toml.
using Parameters = std::vector<std::pair<std::string, int>>;

struct ToldLesson
{
    std::string lesson;
    std::vector<std::string> variants;
    Parameters usual;
    Parameters others; ///< what is shown follows the lesson's parameters
};

/// Runs that a program is asked for.
struct Job
{
    std::string variant;
    Parameters parameters;
    Points points; ///< "none", "150" ms, or "4+", the window after await 4
};

const ToldLesson message{"the-message-that-moved",
                         {"buggy", "reserve", "retry"},
                         {{"client", 100}, {"connect", 100}},
                         {{"client", 130}, {"connect", 60}}};
const ToldLesson orders{"dequeued-then-dropped",
                        {"buggy", "receive", "task", "keep"},
                        {{"store", 100}, {"next", 150}},
                        {{"store", 70}, {"next", 230}}};
const ToldLesson frames{"half-a-frame",
                        {"buggy", "parser", "reader", "close"},
                        {{"rest", 60}, {"next", 90}},
                        {{"rest", 130}, {"next", 40}}};
const ToldLesson replies{"someone-elses-reply",
                         {"buggy", "discard", "owner", "drain"},
                         {{"answer", 100}, {"connect", 50}},
                         {{"answer", 70}, {"connect", 130}}};

class LessonsElsewhere : public testing::Test
{
protected:
    Trace ours(const ToldLesson& told, const std::string& variant, CancelModel model, const Parameters& parameters,
               const std::string& point) const
    {
        const Lesson& lesson = *catalogue.find(told.lesson);
        const bool isWindow = point.ends_with('+');
        std::string keys = "awaitscope:?variants=" + variant + "&model=" + std::string{toText(model)};
        for (const auto& [name, ms] : parameters)
            keys += '&' + name + '=' + std::to_string(ms) + "ms";
        keys += (isWindow ? "&await=" : "&timeout=") + point + (isWindow || point == "none" ? "" : "ms");
        const Result<Scenario> scenario = parseScenario(keys, lesson, defaultScenario(lesson));
        EXPECT_TRUE(scenario) << (scenario ? std::string{} : scenario.error().toText());
        const Result<ScenarioRun> run = scenario ? runScenario(lesson, *scenario) : scenario.error();
        EXPECT_TRUE(run) << (run ? std::string{} : run.error().toText());
        return run ? *run->variants.front().trace : Trace{};
    }

    /// In the form in which the programs tell it.
    static json toJson(const Trace& trace, const std::string& point)
    {
        json log = json::array();
        for (const TraceLogLine& line : trace.log)
            log.push_back(std::to_string(toMicroseconds(line.at) / 1000) + ' ' + line.text);
        return {{"at", point},
                {"winner", trace.winner ? toText(*trace.winner) : "nobody"},
                {"caller", trace.callerOutcome},
                {"verdict", toText(trace.checks.at(0).verdict)},
                {"why", trace.checks.at(0).why},
                {"client", trace.clientOutcome},
                {"recipient", trace.recipient},
                {"log", log}};
    }

    /// What the program says, point by point, job by job. `command` has all that stands before the jobs.
    static std::vector<json> theirs(const std::string& command, const std::vector<Job>& jobs, bool areNamed = false)
    {
        std::string whole = command;
        std::size_t count = 0;
        for (const Job& job : jobs) {
            whole += (count > 0 ? " -- " : " ") + job.variant;
            for (const auto& [name, ms] : job.parameters)
                whole += ' ' + (areNamed ? name + '=' : "") + std::to_string(ms);
            for (const std::string& point : job.points)
                whole += ' ' + point;
            count += job.points.size();
        }
        const Output output = shell(whole);
        EXPECT_EQ(output.code, 0) << whole << '\n' << output.text;
        std::vector<json> lines;
        for (const std::string& line : output.lines())
            lines.push_back(json::parse(line, nullptr, false));
        EXPECT_EQ(lines.size(), count) << output.text;
        lines.resize(count);
        return lines;
    }

    /// none, and every 10 ms up to half a second; without the instants of the run unless ties are to be compared, too.
    Points timeoutsOf(const ToldLesson& told, const std::string& variant, CancelModel model, const Parameters& parameters,
                      bool withTies) const
    {
        const Trace whole = ours(told, variant, model, parameters, "none");
        std::set<std::int64_t> ties;
        for (const TraceEvent& event : whole.events)
            ties.insert(toMicroseconds(event.at) / 1000);
        Points points{"none"};
        for (int timeout = 10; timeout <= 500; timeout += 10) {
            if (withTies || !ties.contains(timeout))
                points.push_back(std::to_string(timeout));
        }
        return points;
    }

    /// Of each variant, with both sets of parameters.
    std::vector<Job> everyTimeout(const ToldLesson& told, CancelModel model, bool withTies = false) const
    {
        std::vector<Job> jobs;
        for (const std::string& variant : told.variants) {
            for (const Parameters& parameters : {told.usual, told.others})
                jobs.push_back({variant, parameters, timeoutsOf(told, variant, model, parameters, withTies)});
        }
        return jobs;
    }

    /// Compares what a program said at each point with the run under `model`, but for what `leftOut` names. How many were compared.
    int compare(const std::vector<json>& lines, const ToldLesson& told, CancelModel model, const std::vector<Job>& jobs,
                const std::map<std::string, Keys>& leftOut = {}) const
    {
        auto line = lines.begin();
        for (const Job& job : jobs) {
            const auto found = leftOut.find(job.variant);
            const Keys without = found == leftOut.end() ? Keys{} : found->second;
            for (const std::string& point : job.points) {
                const json theirs = *line++;
                const json expected = toJson(ours(told, job.variant, model, job.parameters, point), point);
                const std::string where = told.lesson + ' ' + job.variant + " at " + point;
                EXPECT_TRUE(theirs.contains("verdict")) << where << ": " << theirs;
                if (point.ends_with('+')) {
                    EXPECT_EQ(theirs.value("winner", ""), "timeout") << where << ": it has no such window";
                }
                // Who came first a program tells in one way or in both. Whose the outcome is only the same stage says.
                EXPECT_TRUE(theirs.contains("winner") || theirs.contains("caller")) << where << ": " << theirs;
                for (const auto& [key, value] : expected.items()) {
                    const bool isOtherWay = (key == "winner" || key == "caller" || key == "recipient") && !theirs.contains(key);
                    if (!without.contains(key) && !isOtherWay) {
                        EXPECT_EQ(theirs.value(key, json{}), value) << where << ": " << key;
                    }
                }
            }
        }
        return static_cast<int>(lines.size());
    }

    Catalogue catalogue{builtInLessons()};
};

/// The windows after the awaits of these numbers.
Points windows(const std::vector<int>& awaits)
{
    Points points;
    for (const int await : awaits)
        points.push_back(std::to_string(await) + '+');
    return points;
}

class Tokio : public LessonsElsewhere
{
protected:
    static std::string program()
    {
        return commandOf(AWAITSCOPE_SOURCE_DIR "/tests/runtimes/lessons/rust/lessons.rs") + ' ';
    }
};

/// That the message is somewhere, taken orders are stored, replies answer their requests: lessons 2, 3 and 6.
TEST_F(Tokio, DoesInLessonsAsTheSandboxSaysUnderDrop)
{
    const Runtime tokio = findTokio();
    AWAITSCOPE_NEED_RUNTIME(tokio);
    // Awaits that suspend: in tokio one that need not wait goes on, and cannot be cancelled. Those of lesson 2's sends are below.
    using Awaits = std::map<std::string, std::vector<int>>;
    const std::vector<std::pair<ToldLesson, Awaits>> lessons = {
        {message, {{"buggy", {1}}, {"reserve", {1, 3, 4, 5}}, {"retry", {1, 2, 3}}}},
        {orders, {{"buggy", {1, 2, 3, 4, 5, 6}}, {"receive", {1, 2, 3}}, {"task", {1, 2, 3}}, {"keep", {1, 2, 3, 4, 5, 6}}}},
        {replies, {{"buggy", {1, 2}}, {"discard", {1, 2}}, {"owner", {1, 2}}, {"drain", {1, 2}}}},
    };
    // tokio's channel has room when the receiver's task has run, the sandbox's hands over at once to who waits. For those who try
    // again that decides the order, and when they are done.
    const std::map<std::string, Keys> leftOut = {{"retry", {"winner", "why", "client", "log"}}};
    const std::string command = program();
    int compared = 0;
    for (const auto& [told, awaits] : lessons) {
        std::vector<Job> jobs = everyTimeout(told, CancelModel::drop);
        for (const auto& [variant, numbers] : awaits)
            jobs.push_back({variant, told.usual, windows(numbers)});
        compared += compare(theirs(command + told.lesson, jobs), told, CancelModel::drop, jobs, leftOut);
    }
    EXPECT_GT(compared, 1000);
    if (!HasFailure())
        reportProof("tokio-lessons", tokio.version + ": " + std::to_string(compared)
                                         + " runs of lessons 2, 3 and 6 as the sandbox says under drop");
}

/// What the second lesson says of tokio's own channel.
TEST_F(Tokio, LosesTheMessageOfASendThatWasWokenWhereTheSandboxHasSentIt)
{
    const Runtime tokio = findTokio();
    AWAITSCOPE_NEED_RUNTIME(tokio);
    const std::vector<json> lines = theirs(program() + message.lesson, {{"buggy", message.usual, {"4+", "5+"}}});
    EXPECT_EQ(lines.at(0).value("why", ""), "Neither delivered nor kept: C");
    EXPECT_EQ(lines.at(1).value("why", ""), "Neither delivered nor kept: D");
    EXPECT_EQ(ours(message, "buggy", CancelModel::drop, message.usual, "4+").checks.at(0).why, "Kept: D");
    EXPECT_EQ(ours(message, "buggy", CancelModel::drop, message.usual, "5+").checks.at(0).why, "All delivered");
}

class Asyncio : public LessonsElsewhere
{
protected:
    static std::string program(const ToldLesson& told)
    {
        const std::string file = told.lesson == orders.lesson ? "dequeued_then_dropped.py" : "half_a_frame.py";
        return commandOf(AWAITSCOPE_SOURCE_DIR "/tests/runtimes/lessons/python/" + file);
    }

    /// readexactly() takes nothing before all is there, async_read() what comes: another letter is taken for a head then.
    static std::map<std::string, Keys> leftOut(const ToldLesson& told)
    {
        return told.lesson == frames.lesson ? std::map<std::string, Keys>{{"buggy", {"log"}}} : std::map<std::string, Keys>{};
    }
};

/// Taken orders are stored, frames arrive whole: lessons 3 and 4.
TEST_F(Asyncio, DoesInLessonsAsTheSandboxSaysUnderAsioCancel)
{
    const Runtime asyncio = findAsyncio();
    AWAITSCOPE_NEED_RUNTIME(asyncio);
    int compared = 0;
    for (const ToldLesson& told : {orders, frames}) {
        const std::vector<Job> jobs = everyTimeout(told, CancelModel::asio);
        compared += compare(theirs(program(told), jobs), told, CancelModel::asio, jobs, leftOut(told));
    }
    EXPECT_GT(compared, 700);
    if (!HasFailure())
        reportProof("asyncio-lessons", asyncio.version + ": " + std::to_string(compared)
                                           + " runs of lessons 3 and 4 as the sandbox says under asio");
}

/// A CancelledError that comes when what is awaited is there is thrown at that same await: what was on its way to the coroutine stays
/// where it was, as in a drop. Under Asio cancel it arrives, and the next await throws.
TEST_F(Asyncio, DoesAtATieAndWhenAnAwaitIsDoneAsTheSandboxSaysUnderDrop)
{
    const Runtime asyncio = findAsyncio();
    AWAITSCOPE_NEED_RUNTIME(asyncio);
    const std::set<std::string> waitOnceForEach = {"receive", "task", "reader"};
    for (const ToldLesson& told : {orders, frames}) {
        std::vector<Job> jobs = everyTimeout(told, CancelModel::drop, true);
        for (const std::string& variant : told.variants)
            jobs.push_back({variant, told.usual, windows(waitOnceForEach.contains(variant) ? std::vector{1, 2, 3} : std::vector{1, 2, 3, 4, 5, 6})});
        compare(theirs(program(told), jobs), told, CancelModel::drop, jobs, leftOut(told));
    }
    // Where the two meanings differ.
    const json inHand = theirs(program(orders), {{"buggy", orders.usual, {"3+"}}}).at(0);
    EXPECT_EQ(inHand.value("why", ""), "All stored");
    EXPECT_EQ(ours(orders, "buggy", CancelModel::asio, orders.usual, "3+").checks.at(0).why, "Neither in the inbox nor stored: B");
    const json body = theirs(program(frames), {{"buggy", frames.usual, {"4+"}}}).at(0);
    EXPECT_EQ(body.value("client", ""), "gets sun");
    EXPECT_EQ(ours(frames, "buggy", CancelModel::asio, frames.usual, "4+").clientOutcome, "gets sun, moon, stars");
}

TEST_F(Asyncio, LeavesInTheStreamWhatItHasNotReadToTheEnd)
{
    const Runtime asyncio = findAsyncio();
    AWAITSCOPE_NEED_RUNTIME(asyncio);
    const json torn = theirs(program(frames), {{"buggy", frames.usual, {"230"}}}).at(0);
    EXPECT_EQ(torn["log"].back(), "230 a frame of 61") << "the m of moon";
    EXPECT_EQ(toJson(ours(frames, "buggy", CancelModel::asio, frames.usual, "230"), "230")["log"].back(), "260 a frame of 63") << "its o";
}

/// Replies answer their requests: lesson 6.
TEST_F(LessonsElsewhere, NodeDoesAsTheSandboxSaysUnderEager)
{
    const Runtime node = findNode();
    AWAITSCOPE_NEED_RUNTIME(node);
    const std::string program = commandOf(AWAITSCOPE_SOURCE_DIR "/tests/runtimes/lessons/js/someone_elses_reply.mjs");
    const std::vector<Job> jobs = everyTimeout(replies, CancelModel::eager);
    const int compared = compare(theirs(program, jobs), replies, CancelModel::eager, jobs);
    EXPECT_GT(compared, 350);
    if (!HasFailure())
        reportProof("Node.js-lessons", node.version + ": " + std::to_string(compared)
                                           + " runs of lesson 6 as the sandbox says under eager");
}

#ifdef AWAITSCOPE_PLAIN_LESSONS
/// The lessons' own sources, ties included: an io_context decides them as the sandbox does.
TEST_F(LessonsElsewhere, APlainIoContextDoesAsTheSandboxSaysUnderAsioCancel)
{
    int compared = 0;
    for (const ToldLesson& told : {message, orders, frames, replies}) {
        std::vector<Job> jobs = everyTimeout(told, CancelModel::asio, true);
        std::erase_if(jobs, [](const Job& job) { return job.variant != "buggy"; });
        compared += compare(theirs("'" AWAITSCOPE_PLAIN_LESSONS "' " + told.lesson, jobs, true), told, CancelModel::asio, jobs);
    }
    EXPECT_EQ(compared, 4 * 2 * 51) << "none, and 10 to 500 ms";
    if (!HasFailure())
        reportProof("lessons.io_context", std::to_string(compared)
                                              + " runs of lessons 2, 3, 4 and 6 on a plain io_context as the sandbox says under asio");
}
#endif

} // namespace
} // namespace awaitscope::test
