// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/page/find_break.hpp"

#include "core/world/sleep.hpp"
#include "lesson/run/stage_lesson.hpp"

#include <gtest/gtest.h>

namespace awaitscope::test {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

bool isPaid = false;
bool isShipped = false;

awaitable<void> order(World& world)
{
    isPaid = false;
    isShipped = false;
    co_await sleep_for(world, 100ms);
    isPaid = true;
    co_await sleep_for(world, 50ms);
    isShipped = true;
}

/// What is paid waits 50 ms until it is shipped, and whoever cancels it meanwhile breaks it.
class OrderStage : public Stage
{
public:
    explicit OrderStage(World& world) : m_world(world) {}

    awaitable<void> caller() override { return order(m_world); }
    bool isCancelledFromOutside() const override { return true; }
    std::vector<TraceCheck> judge(const Trace&) const override
    {
        return {{"paid", "What is paid is shipped.", isPaid == isShipped ? Verdict::holds : Verdict::violated, "It was not."}};
    }
    std::string callerOutcome() const override { return {}; }
    std::string clientOutcome() const override { return {}; }

private:
    World& m_world;
};

/// Nothing can break it, as nothing is expected and it always ends.
class CarelessStage final : public OrderStage
{
public:
    using OrderStage::OrderStage;
    std::vector<TraceCheck> judge(const Trace&) const override { return {}; }
};

const std::string text = "// 3s here does not count\nauto a = 100ms; auto b = \"5s\";\nauto c = 1s + 1'500us;\n";

template <class StageType>
Lesson page()
{
    Lesson lesson = stageLesson<StageType>("page", __FILE__, "order", {});
    lesson.isSandbox = true;
    lesson.isCancelledFromOutside = true;
    lesson.files = {{lesson.variants.front().file, text}};
    return lesson;
}

BreakSearch search(const Lesson& lesson, bool movesTimes, const PageMaker& make, const BreakObserver& observer = {})
{
    return *findBreak(lesson, defaultScenario(lesson), "buggy", movesTimes, make, observer);
}

Result<Lesson> nobodyMakes(const std::string&) { return Diagnostic{"nobody asked for it", {}, 0}; }

TEST(WrittenTimes, AreTheLiteralsOfTheCode)
{
    const std::vector<WrittenTime> times = writtenTimesIn(text);
    ASSERT_EQ(times.size(), 3U);
    EXPECT_EQ(times[0].text, "100ms");
    EXPECT_EQ(times[0].line, 2);
    EXPECT_EQ(times[0].half, "50ms");
    EXPECT_EQ(times[0].twice, "200ms");
    EXPECT_EQ(times[1].half, "500ms");
    EXPECT_EQ(times[1].twice, "2s");
    EXPECT_EQ(times[2].text, "1'500us");
    EXPECT_EQ(times[2].half, "750us");
    EXPECT_EQ(times[2].twice, "3ms");
    EXPECT_TRUE(writtenTimesIn("int x1 = 2; double y = 1.5; auto z = 0ms; auto none = 5kg;").empty());
}

TEST(FindBreak, FindsTheEarliestTimeoutThatBreaksIt)
{
    const BreakSearch done = search(page<OrderStage>(), false, nobodyMakes);
    ASSERT_TRUE(done.found);
    EXPECT_EQ(done.found->timeout, 100ms);
    EXPECT_EQ(done.found->how, Breakage::How::violated);
    EXPECT_EQ(done.found->scenarioString, "awaitscope:page?timeout=100ms");
    EXPECT_FALSE(done.found->moved);
    EXPECT_EQ(toText(*done.found), "With a timeout of 100 ms, when 1 sleep_for (line 22) has completed and has not been resumed, "
                                   "\"What is paid is shipped.\" is violated.");
}

TEST(FindBreak, MovesEveryWrittenTimeWhereNothingElseBreaksIt)
{
    std::vector<std::string> asked;
    const BreakSearch done = search(page<CarelessStage>(), true, [&](const std::string& moved) -> Result<Lesson> {
        asked.push_back(moved);
        if (moved.find("2s") == std::string::npos)
            return page<CarelessStage>();
        return page<OrderStage>();
    });
    ASSERT_TRUE(done.found);
    ASSERT_TRUE(done.found->moved);
    EXPECT_EQ(asked.size(), 4U) << "100ms by its half and double, and then 1s";
    EXPECT_EQ(done.moves, 4);
    EXPECT_EQ(done.found->moved->before, "1s");
    EXPECT_EQ(done.found->moved->after, "2s");
    EXPECT_TRUE(done.found->text.find("auto c = 2s + 1'500us;") != std::string::npos);
    EXPECT_TRUE(toText(*done.found).find("and with 2s for 1s in line 3") != std::string::npos) << toText(*done.found);
}

TEST(FindBreak, SaysWhatWasTriedWhereNothingBreaksIt)
{
    const BreakSearch done = search(page<CarelessStage>(), true, nobodyMakes);
    EXPECT_FALSE(done.found);
    EXPECT_FALSE(done.expectsSomething);
    EXPECT_EQ(done.awaits, 2);
    EXPECT_EQ(done.moves, 6);
    EXPECT_EQ(done.notCompiled.size(), 6U);
    const std::string tried = triedText(done);
    EXPECT_TRUE(tried.find("every timeout, exact to 1 µs, and 2 awaits in both windows") != std::string::npos) << tried;
    EXPECT_TRUE(tried.find("\"1s in line 3 as 500ms\"") != std::string::npos || tried.find("1s in line 3 as 500ms") != std::string::npos) << tried;
}

TEST(FindBreak, CanBeStopped)
{
    int runs = 0;
    BreakObserver observer;
    observer.stop = [&] { return runs > 3; };
    observer.ran = [&](std::int64_t now, int, int) { runs = static_cast<int>(now); };
    const BreakSearch done = search(page<OrderStage>(), true, nobodyMakes, observer);
    EXPECT_TRUE(done.wasStopped);
    EXPECT_FALSE(done.found);
}

} // namespace
} // namespace awaitscope::test
