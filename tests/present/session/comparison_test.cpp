// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/difference.hpp"
#include "present/session/comparison.hpp"
#include "present/session/history.hpp"
#include "present/session/session.hpp"
#include "present/story/step_list.hpp"
#include "support/builtin_catalogue.hpp"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

class ComparisonTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=none")); }

    void goTo(VirtualDuration at) { session.playback().setPosition(VirtualTime{at}); }

    ScopeModel scopeWithEarlier(std::size_t variant)
    {
        const VariantRun& run = session.run().variants.at(variant);
        ScopeModel model = scopeOf(run, session.playback().position(), session.run().axis);
        comparison.addEarlier(model, QString::fromStdString(run.variant));
        return model;
    }

    Session session{test::builtInCatalogue()};
    Comparison& comparison = session.comparison();
};

} // namespace

TEST_F(ComparisonTest, CancelHereSetsTheTimeoutAtThePlayheadAndKeepsTheEarlierRun)
{
    goTo(250ms);
    EXPECT_EQ(comparison.fork(), "");
    EXPECT_EQ(session.scenario().timeout, Timeout{VirtualDuration{250ms}});
    ASSERT_TRUE(comparison.origin());
    EXPECT_EQ(comparison.originWords(), "before: no timeout");
    const ScopeModel model = scopeWithEarlier(0);
    const ScopeLane& subject = model.lanes.front();
    ASSERT_EQ(subject.earlier.spans.size(), 2U);
    EXPECT_EQ(subject.earlier.spans.back().end, VirtualTime{300ms}) << "it was not cut";
    EXPECT_TRUE(subject.spans.back().isCut());
    const auto cache = std::ranges::find(model.lanes, "cache", &ScopeLane::id);
    ASSERT_NE(cache, model.lanes.end());
    EXPECT_EQ(cache->earlier.effects, std::vector{VirtualTime{300ms}});
}

TEST_F(ComparisonTest, ALaterTimeoutIsComparedWithTheSameOrigin)
{
    goTo(250ms);
    comparison.fork();
    session.setTimeout(VirtualDuration{120ms});
    goTo(60ms);
    EXPECT_EQ(comparison.fork(), "");
    EXPECT_EQ(comparison.originWords(), "before: no timeout");
    comparison.drop();
    EXPECT_FALSE(comparison.origin());
    EXPECT_EQ(session.scenario().timeout, Timeout{VirtualDuration{60ms}}) << "the run itself stays";
}

TEST_F(ComparisonTest, UndoGoesBackToTheEarlierRunAndTakesItsGhostAway)
{
    History history{session};
    goTo(250ms);
    comparison.fork();
    history.undo();
    EXPECT_EQ(session.scenario().timeout, Timeout{NoTimeout{}});
    EXPECT_FALSE(comparison.origin());
}

TEST_F(ComparisonTest, AnotherSceneDropsIt)
{
    goTo(250ms);
    comparison.fork();
    session.setScene(1);
    EXPECT_FALSE(comparison.origin());
}

TEST_F(ComparisonTest, WhereNothingCanBeCancelledItSaysWhy)
{
    EXPECT_TRUE(comparison.fork().startsWith("The run is over here."));
    goTo(250ms);
    comparison.fork();
    goTo(250ms);
    EXPECT_EQ(comparison.fork(), "The timeout fires here already.");
    goTo(300ms);
    EXPECT_EQ(comparison.fork(), "The run is over here. Go back to where it waits, then cancel.");
    session.setModel(CancelModel::eager); // where it goes on
    goTo(250ms);
    EXPECT_EQ(comparison.fork(), "The timeout fires here already.");
}

TEST_F(ComparisonTest, TheFirstDifferenceOfAForkIsWhereItWasCancelled)
{
    goTo(250ms);
    comparison.fork();
    goTo(0ms);
    EXPECT_EQ(comparison.showDifference(), "First difference at 250 ms");
    EXPECT_EQ(session.playback().position(), VirtualTime{250ms});
    EXPECT_EQ(scopeWithEarlier(0).difference, VirtualTime{250ms});
    EXPECT_EQ(scopeWithEarlier(1).difference, VirtualTime{250ms});
    session.setTimeout(VirtualDuration{260ms});
    EXPECT_FALSE(comparison.difference()) << "another run, another difference";
}

TEST_F(ComparisonTest, TheFirstDifferenceOfTheVariantsIsTheEarlierWrite)
{
    EXPECT_EQ(comparison.showDifference(), "First difference at 200 ms");
    session.apply("awaitscope:?variants=buggy");
    EXPECT_TRUE(comparison.showDifference().startsWith("There is one run here."));
    session.apply("awaitscope:?variants=buggy,fixed&timeout=100ms&model=asio");
    EXPECT_EQ(comparison.showDifference(), "Nothing differs: both runs do the same at the same times.");
}

TEST_F(ComparisonTest, ADifferenceIsSymmetricAndTheRunsAreAlikeBeforeIt)
{
    const Lesson& lesson = session.lesson();
    std::vector<ScenarioRun> runs;
    for (const char* const model : {"asio", "drop", "eager"}) {
        for (const char* const timeout : {"none", "0ms", "100ms", "200ms", "250ms", "300ms", "390ms"}) {
            const std::string text =
                std::string{"awaitscope:alan-caches-requests?model="} + model + "&timeout=" + timeout;
            runs.push_back(runScenario(lesson, parseScenario(text, lesson, defaultScenario(lesson)).value()).value());
        }
    }
    std::vector<const Trace*> traces;
    for (const ScenarioRun& run : runs) {
        for (const VariantRun& variant : run.variants)
            traces.push_back(variant.trace.get());
    }
    int differing = 0;
    for (const Trace* a : traces) {
        EXPECT_EQ(firstDifference(*a, *a), std::nullopt);
        for (const Trace* b : traces) {
            const std::optional<VirtualTime> first = firstDifference(*a, *b);
            EXPECT_EQ(first, firstDifference(*b, *a));
            if (!first)
                continue;
            ++differing;
            const auto before = [&](const Trace& trace) {
                return std::ranges::count_if(trace.effects,
                                             [&](const TraceEffect& effect) { return effect.at < *first; });
            };
            EXPECT_EQ(before(*a), before(*b));
        }
    }
    EXPECT_GT(differing, 500);
}

TEST_F(ComparisonTest, TheStepsAreToldAsFarAsThePlayheadIs)
{
    session.setTimeout(VirtualDuration{250ms});
    StepList steps{session};
    ASSERT_EQ(steps.rowCount(), 4);
    EXPECT_EQ(steps.currentRow(), 2) << "what the program came to";
    EXPECT_TRUE(steps.textOf(2).startsWith("250 ms. The timeout wins."));
    QSignalSpy current(&steps, &StepList::currentChanged);
    goTo(210ms);
    EXPECT_EQ(steps.currentRow(), 1);
    EXPECT_EQ(current.count(), 1);
    EXPECT_EQ(steps.textOf(2), "250 ms  …");
    EXPECT_EQ(steps.allText().count('\n'), 1);
    EXPECT_EQ(steps.data(steps.index(1), Qt::AccessibleTextRole), steps.textOf(1));
    session.setTimeout(NoTimeout{});
    EXPECT_EQ(steps.timeOf(steps.rowCount() - 1), VirtualTime{300ms});
}

} // namespace awaitscope
