// SPDX-License-Identifier: GPL-3.0-or-later

// What a scenario does outside of its coroutines, where an exception meets nobody: it is told and ends no program.

#include "commands.hpp"
#include "core/run/stage.hpp"
#include "core/trace/trace.hpp"
#include "core/world/world.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/readable_pipe.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace awaitscope::cli {
namespace {

/// A scenario that does nothing, and nothing wrong.
class QuietStage : public Stage
{
public:
    explicit QuietStage(World& world) : m_world(world) {}

    boost::asio::awaitable<void> caller() override { co_return; }
    std::vector<TraceCheck> judge(const Trace&) const override { return {}; }
    std::string callerOutcome() const override { return "quiet"; }
    std::string clientOutcome() const override { return "quiet"; }

protected:
    World& world() const { return m_world; }

private:
    World& m_world;
};

struct ThrowsWhenMade : QuietStage
{
    explicit ThrowsWhenMade(World& world) : QuietStage(world) { throw std::runtime_error("no stage today"); }
};

struct ThrowsNoException : QuietStage
{
    explicit ThrowsNoException(World& world) : QuietStage(world) { throw 7; }
};

struct ThrowsInPlaceOfACaller : QuietStage
{
    using QuietStage::QuietStage;
    boost::asio::awaitable<void> caller() override { throw std::runtime_error("no coroutine"); }
};

struct ThrowsWhenItJudges : QuietStage
{
    using QuietStage::QuietStage;
    std::vector<TraceCheck> judge(const Trace&) const override { throw std::runtime_error("no judgement"); }
};

struct ThrowsForTheCaller : QuietStage
{
    using QuietStage::QuietStage;
    std::string callerOutcome() const override { throw std::runtime_error("no outcome"); }
};

struct ThrowsForTheClient : QuietStage
{
    using QuietStage::QuietStage;
    std::string clientOutcome() const override { throw std::runtime_error("no client"); }
};

struct ThrowsInAHandler : QuietStage
{
    explicit ThrowsInAHandler(World& world) : QuietStage(world)
    {
        boost::asio::post(world.executor(), [] { throw std::runtime_error("no handler"); });
    }
};

constexpr int lineOfTheSlip = __LINE__ + 3;
struct Misspells : QuietStage
{
    explicit Misspells(World& world) : QuietStage(world) { (void)world.parameter("downstram"); }
};

struct MakesAPipe : QuietStage
{
    using QuietStage::QuietStage;
    boost::asio::awaitable<void> caller() override
    {
        const boost::asio::readable_pipe pipe{world().executor()};
        co_return;
    }
};

struct BlocksAndSwallows : QuietStage
{
    using QuietStage::QuietStage;
    boost::asio::awaitable<void> caller() override
    {
        boost::asio::steady_timer timer{world().executor(), std::chrono::milliseconds{5}};
        try {
            timer.wait();
        } catch (...) {
        }
        co_return;
    }
};

/// The first lesson, whose variants all have this stage.
template <class StageType>
std::vector<BuiltInLesson> lessonsWith()
{
    std::vector<BuiltInLesson> lessons = builtInLessons();
    for (auto& [variant, program] : lessons.front().programs)
        program.makeStage = [](World& world) -> std::unique_ptr<Stage> { return std::make_unique<StageType>(world); };
    return lessons;
}

template <class StageType>
void expectToldAs(const std::string& sentence)
{
    const std::vector<BuiltInLesson> lessons = lessonsWith<StageType>();
    for (const Command command : {Command::run, Command::sweep, Command::share, Command::verify}) {
        Request request;
        request.command = command;
        request.target = lessons.front().slug;
        const Outcome outcome = execute(request, lessons, {});
        EXPECT_EQ(outcome.exitCode, ExitCode::fault) << sentence;
        // There an error is the result.
        const std::string& told = command == Command::verify ? outcome.out : outcome.err;
        EXPECT_NE(told.find(sentence), std::string::npos) << told;
    }
}

TEST(ScenarioFaults, AnExceptionIsToldWithTheFunctionThatItLeft)
{
    expectToldAs<ThrowsWhenMade>("scenario.cpp: the exception \"no stage today\" left the scenario's constructor");
    expectToldAs<ThrowsNoException>("scenario.cpp: an exception left the scenario's constructor");
    expectToldAs<ThrowsInPlaceOfACaller>("scenario.cpp: the exception \"no coroutine\" left the scenario's caller()");
    expectToldAs<ThrowsWhenItJudges>("scenario.cpp: the exception \"no judgement\" left the scenario's judge()");
    expectToldAs<ThrowsForTheCaller>("scenario.cpp: the exception \"no outcome\" left the scenario's callerOutcome()");
    expectToldAs<ThrowsForTheClient>("scenario.cpp: the exception \"no client\" left the scenario's clientOutcome()");
}

TEST(ScenarioFaults, AnExceptionOfAHandlerIsTold) { expectToldAs<ThrowsInAHandler>("the exception \"no handler\" left a handler"); }

TEST(ScenarioFaults, AMisspeltParameterIsToldWithItsLineAndThoseThatThereAre)
{
    expectToldAs<Misspells>("scenario_faults_test.cpp:" + std::to_string(lineOfTheSlip)
                            + ": The lesson has no parameter \"downstram\". Those of its lesson.toml: downstream, client.");
}

TEST(ScenarioFaults, WhatIsRealIsToldAfterTheRunWhereNobodyRefusedItBefore)
{
    expectToldAs<MakesAPipe>("It made something of Asio's that belongs to the real world");
}

TEST(ScenarioFaults, AWaitWithTheThreadIsToldEvenIfItsExceptionIsSwallowed)
{
    expectToldAs<BlocksAndSwallows>("It waits for a timer with the thread");
}

TEST(BrokenLessons, KeepNobodyFromTheOthers)
{
    std::vector<BuiltInLesson> lessons = builtInLessons();
    BuiltInLesson broken = lessons.front();
    broken.slug = "broken";
    std::erase_if(broken.files, [](const LessonFile& file) { return file.name == "story.md"; });
    lessons.insert(lessons.begin(), broken);

    Request request;
    request.target = "alan-caches-requests";
    for (const Command command : {Command::run, Command::sweep, Command::share, Command::verify}) {
        request.command = command;
        EXPECT_EQ(execute(request, lessons, {}).exitCode, ExitCode::done);
    }
    request.target = "broken";
    for (const Command command : {Command::run, Command::sweep, Command::share, Command::verify}) {
        request.command = command;
        const Outcome outcome = execute(request, lessons, {});
        EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse);
        EXPECT_NE(outcome.err.find("lessons/broken/story.md: "), std::string::npos) << outcome.err;
    }
    request.command = Command::lessons;
    request.target.clear();
    const Outcome list = execute(request, lessons, {});
    EXPECT_EQ(list.exitCode, ExitCode::done);
    EXPECT_NE(list.out.find("✗ broken: broken, and cannot be run\n  lessons/broken/story.md: The file is missing."), std::string::npos) << list.out;
    EXPECT_NE(list.out.find("alan-caches-requests, about"), std::string::npos);

    request.command = Command::verify; // of all
    const Outcome all = execute(request, lessons, {});
    EXPECT_EQ(all.exitCode, ExitCode::wrongUse);
    EXPECT_NE(all.err.find("lessons/broken/story.md: The file is missing."), std::string::npos) << all.err;
}

} // namespace
} // namespace awaitscope::cli
