// SPDX-License-Identifier: GPL-3.0-or-later

// Checks over the state of the world at the end, as a lesson's scenario writes them.

#include "core/race/race.hpp"
#include "core/run/stage.hpp"
#include "core/support/test_run.hpp"
#include "core/trace/trace_json.hpp"
#include "core/world/sleep.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/stage_lesson.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/run/trace_reader.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace awaitscope::test {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

/// Pays at 10 ms and ships at 30 ms; the parcel is on its way from 20 ms on.
class ShopStage final : public Stage
{
public:
    explicit ShopStage(World& world) : m_world(world) {}

    awaitable<void> caller() override { co_await race(timeout(m_world.deadline()), orders()); }

    std::vector<TraceCheck> judge(const Trace&) const override
    {
        const std::string word = m_isPacked && !m_isShipped ? "lost on its way" : "";
        return {expectIf(m_isPaid, "What is paid is shipped.", m_isShipped, m_isShipped ? "" : "The parcel never left.", word),
                expect("Nothing is shipped twice.", true)};
    }
    std::string callerOutcome() const override { return "over"; }
    std::string clientOutcome() const override { return "nothing"; }

private:
    awaitable<void> orders()
    {
        co_await sleep_for(m_world, 10ms);
        m_isPaid = true;
        co_await sleep_for(m_world, 10ms);
        m_isPacked = true;
        co_await sleep_for(m_world, 10ms);
        m_isShipped = true;
    }

    World& m_world;
    bool m_isPaid = false;
    bool m_isPacked = false;
    bool m_isShipped = false;
};

Lesson shopLesson()
{
    return stageLesson<ShopStage>("shop", __FILE__, "orders",
                                  {{"paid-is-shipped", "What is paid is shipped.", "shipped", "lost", "nothing paid yet"},
                                   {"once", "Nothing is shipped twice.", "once", "twice", "nothing"}});
}

class Checks : public testing::Test
{
protected:
    std::vector<TraceCheck> at(const std::string& timeout) const
    {
        const auto run = runScenario(lesson, *parseScenario("awaitscope:?timeout=" + timeout, lesson, defaultScenario(lesson)));
        EXPECT_TRUE(run) << run.error().toText();
        return run ? run->variants.front().trace->checks : std::vector<TraceCheck>(2);
    }

    const Lesson lesson = shopLesson();
};

TEST_F(Checks, TakeTheirIdFromTheManifestByTheirText)
{
    EXPECT_EQ(at("none")[0].id, "paid-is-shipped");
    EXPECT_EQ(at("none")[1].id, "once");
}

TEST_F(Checks, HaveTheManifestsWordForTheirVerdict)
{
    EXPECT_EQ(at("5ms")[0].verdict, Verdict::notApplicable);
    EXPECT_EQ(at("5ms")[0].word, "nothing paid yet");
    EXPECT_EQ(at("15ms")[0].verdict, Verdict::violated);
    EXPECT_EQ(at("15ms")[0].word, "lost");
    EXPECT_EQ(at("none")[0].verdict, Verdict::holds);
    EXPECT_EQ(at("none")[0].word, "shipped");
}

TEST_F(Checks, CanHaveAWordOfThisRunAlone) { EXPECT_EQ(at("25ms")[0].word, "lost on its way"); }

TEST_F(Checks, HaveTheirWordsInTheMapToo)
{
    const auto swept = sweep(lesson, defaultScenario(lesson));
    ASSERT_TRUE(swept);
    const VariantSweep& variant = (*swept)->variants.front();
    std::vector<std::string> words;
    for (const MapSegment& segment : variant.map)
        words.push_back(rangeOf(segment) + ' ' + segment.word);
    // Where nothing is paid yet, the other check is the worst.
    EXPECT_EQ(words, (std::vector<std::string>{"0 ms – 9.999 ms once", "10 ms – 19.999 ms lost", "20 ms – 29.999 ms lost on its way",
                                               "from 30 ms shipped"}));
    ASSERT_EQ(variant.awaits.size(), 3U);
    EXPECT_EQ(variant.awaits[1].word, "lost");
    EXPECT_EQ(variant.awaits[2].word, "lost on its way");
    EXPECT_EQ(variant.awaits[2].completedWord, "shipped");
}

TEST_F(Checks, SayWhyOrElseWhere)
{
    EXPECT_EQ(at("15ms")[0].why, "The parcel never left.");
    EXPECT_NE(at("none")[0].why.find("It is so at the end (checks_test.cpp:"), std::string::npos) << at("none")[0].why;
}

TEST_F(Checks, AreReadAsTheyAreWritten)
{
    const auto run = runScenario(lesson, *parseScenario("awaitscope:?timeout=25ms", lesson, defaultScenario(lesson)));
    ASSERT_TRUE(run);
    const auto read = readTrace(toJson(*run->variants.front().trace).dump(), "trace");
    ASSERT_TRUE(read) << read.error().toText();
    EXPECT_EQ(read->checks.front().word, "lost on its way");
}

/// One that does nothing to be judged, and answers unless it is stopped.
class AnsweringStage final : public Stage
{
public:
    explicit AnsweringStage(World& world) : m_world(world) {}

    awaitable<void> caller() override { co_await race(timeout(m_world.deadline()), answers()); }

    std::vector<TraceCheck> judge(const Trace&) const override
    {
        return {expectIf(false, "What is paid is shipped.", true), expect("Everybody is answered.", m_hasAnswered, "Nobody answered.")};
    }
    std::string callerOutcome() const override { return "over"; }
    std::string clientOutcome() const override { return "nothing"; }

private:
    awaitable<void> answers()
    {
        co_await sleep_for(m_world, 10ms);
        m_hasAnswered = true;
    }

    World& m_world;
    bool m_hasAnswered = false;
};

TEST_F(Checks, OfLivenessAreToldOnlyWhereNothingHappens)
{
    CheckSpec liveness{"answered", "Everybody is answered.", "", "no answer", "", true};
    const Lesson answering = stageLesson<AnsweringStage>(
        "answers", __FILE__, "answers", {{"paid-is-shipped", "What is paid is shipped.", "shipped", "lost", "nothing paid yet"}, liveness});
    const Sweep swept = **sweep(answering, defaultScenario(answering));
    std::vector<std::string> words;
    for (const MapSegment& segment : swept.variants.front().map)
        words.push_back(rangeOf(segment) + ' ' + std::string{toText(segment.verdict)} + ' ' + segment.word);
    EXPECT_EQ(words, (std::vector<std::string>{"0 ms – 9.999 ms violated no answer", "from 10 ms not-applicable nothing paid yet"}))
        << "that somebody was answered does not hide that nothing was paid";
    const auto run = runScenario(answering, *parseScenario("awaitscope:?timeout=5ms", answering, defaultScenario(answering)));
    ASSERT_TRUE(run);
    const std::vector<TraceCheck>& checks = run->variants.front().trace->checks;
    ASSERT_EQ(checks.size(), 2U);
    EXPECT_EQ(checks[1].id, "answered");
    EXPECT_TRUE(checks[1].isLiveness);
}

} // namespace
} // namespace awaitscope::test
