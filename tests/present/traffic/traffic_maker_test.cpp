// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/runner.hpp"
#include "present/traffic/traffic_figures.hpp"
#include "present/traffic/traffic_maker.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QThread>

#include <algorithm>

namespace awaitscope {

class TrafficMakerTest : public testing::Test
{
protected:
    std::vector<TrafficOrder> orders(std::uint64_t requests, int oneKeyIn = 1) const
    {
        std::vector<TrafficOrder> made;
        for (const char* const variant : {"buggy", "fixed"}) {
            Scenario scenario = defaultScenario(alan);
            scenario.variants = {variant};
            scenario.timeout = alan.traffic->timeout;
            made.push_back(*trafficOf(alan, scenario));
            made.back().spec.requests = requests;
            made.back().oneKeyIn = oneKeyIn;
        }
        return made;
    }

    /// Both versions of so many requests.
    const std::vector<TrafficResult>& served(std::uint64_t requests)
    {
        maker.make(held, orders(requests));
        EXPECT_TRUE(test::waitFor([this] { return !maker.isMaking(); }));
        return maker.results();
    }

    const Lesson& alan = test::builtInAlan();
    const std::shared_ptr<const Lesson> held{std::shared_ptr<const Lesson>{}, &alan}; // which lives as long as the program
    TrafficMaker maker;
};

TEST_F(TrafficMakerTest, GivesAllVersionsTogetherAndInTheirOrder)
{
    QSignalSpy changed(&maker, &TrafficMaker::changed);
    const std::vector<TrafficResult>& results = served(3'000);
    ASSERT_EQ(results.size(), 2U);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(results[0].order.scenario.variants.front(), "buggy");
    EXPECT_EQ(results[1].order.scenario.variants.front(), "fixed");
    EXPECT_GT(results[0].counts.lost, 0U);
    EXPECT_EQ(results[1].counts.lost, 0U);
}

TEST_F(TrafficMakerTest, StopsWhatIsSupersededAndShowsTheLastOnly)
{
    QSignalSpy changed(&maker, &TrafficMaker::changed);
    maker.make(held, orders(mostTrafficRequests)); // some hours
    maker.make(held, orders(2'000));
    ASSERT_TRUE(test::waitFor([this] { return !maker.isMaking(); }));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(maker.results().front().counts.answers(), 2'000U);
}

TEST_F(TrafficMakerTest, CanBeStoppedAndKeepsWhatThereIs)
{
    served(1'000);
    maker.make(held, orders(mostTrafficRequests));
    ASSERT_TRUE(test::waitFor([this] { return maker.progress() >= 0 && maker.isMaking(); }));
    maker.stop();
    EXPECT_FALSE(maker.isMaking());
    EXPECT_EQ(maker.results().front().counts.answers(), 1'000U);
}

TEST_F(TrafficMakerTest, SaysWhatCannotBeServed)
{
    QSignalSpy failed(&maker, &TrafficMaker::failed);
    maker.make(held, orders(0));
    ASSERT_TRUE(test::waitFor([&] { return failed.count() > 0; }));
    EXPECT_EQ(failed.front().front().value<Diagnostic>().message, "The number of requests cannot be 0. Allowed: 1 to 1000000000.");
    EXPECT_TRUE(test::waitFor([&] { return !maker.isMaking(); }));
}

TEST_F(TrafficMakerTest, DrawsNoFallOrRiseWhereThereIsNoneButTheEnd)
{
    const std::vector<TrafficFigure> figures = figuresOf(alan, served(20'000));
    const TrafficFigure& calls = figures[3];
    ASSERT_EQ(calls.places.size(), 28U) << "whole days";
    for (const TrafficLine& line : calls.lines)
        EXPECT_GT(line.values.back(), line.values.front() / 2) << line.name.toStdString();
    // Nor is what is older than the last place heaped up there.
    const TrafficFigure& ages = figures[1];
    for (const TrafficLine& line : ages.lines)
        EXPECT_LT(line.values.back(), *std::ranges::max_element(line.values) / 4) << line.name.toStdString();
}

TEST_F(TrafficMakerTest, TellsNumbersInDigits)
{
    TrafficResult result = served(1'000).front();
    ASSERT_FALSE(result.whyNoChances);
    result.expectedStale = {155'100.4, 280.2};
    EXPECT_TRUE(summaryOf(alan, result).endsWith("; expected: 155,100 ± 280 old.")) << summaryOf(alan, result).toStdString();
}

TEST_F(TrafficMakerTest, MakesFourFiguresThatAddUp)
{
    const std::vector<TrafficResult>& results = served(20'000);
    const std::vector<TrafficFigure> figures = figuresOf(alan, results);
    ASSERT_EQ(figures.size(), 4U);
    for (const TrafficFigure& figure : figures) {
        EXPECT_FALSE(figure.title.isEmpty() || figure.placeWords.isEmpty() || figure.valueWords.isEmpty());
        for (const TrafficLine& line : figure.lines)
            EXPECT_EQ(line.values.size(), figure.places.size()) << line.name.toStdString();
    }
    // All clients waited for some time, and all calls were made in some hour.
    double waited = 0;
    for (const double value : figures[2].lines.front().values)
        waited += value;
    EXPECT_NEAR(waited, 100, 0.01);
    double calls = 0;
    for (const double value : figures[3].lines.front().values)
        calls += value;
    EXPECT_EQ(calls, static_cast<double>(results[0].counts.asked));
    // Nothing was old before the release, which is marked.
    ASSERT_EQ(figures[0].marks.size(), 1U);
    EXPECT_EQ(figures[0].marks.front().at, 7);
    EXPECT_EQ(figures[0].lines.front().values.front(), 0);
}

TEST_F(TrafficMakerTest, TellsAPlaceInWordsAndOpensARequestFromThere)
{
    const std::vector<TrafficFigure> figures = figuresOf(alan, served(20'000));
    const TrafficFigure& old = figures.front();
    EXPECT_TRUE(old.wordsAt(10.2).startsWith(QStringLiteral("10.2 days\nBuggy: "))) << old.wordsAt(10.2).toStdString();
    ASSERT_FALSE(old.requests.empty());
    const QString scenario = old.requestAt(20);
    EXPECT_TRUE(scenario.startsWith(QStringLiteral("awaitscope:alan-caches-requests?timeout=350ms"))) << scenario.toStdString();
    const auto run = runScenario(alan, *parseScenario(scenario.toStdString(), alan, defaultScenario(alan)));
    ASSERT_TRUE(run);
    EXPECT_EQ(run->variants.front().trace->checks.front().verdict, Verdict::violated) << "one that was lost";
    EXPECT_TRUE(TrafficFigure{}.wordsAt(1).isEmpty());
    EXPECT_TRUE(TrafficFigure{}.requestAt(1).isEmpty());
}

TEST_F(TrafficMakerTest, WritesATableOfEachFigure)
{
    const TrafficFigure figure = figuresOf(alan, served(3'000)).back();
    const QList<QByteArray> lines = figure.csv().trimmed().split('\n');
    EXPECT_EQ(lines.front(), "\"days\",\"Buggy, times a day\",\"Fixed, times a day\"");
    EXPECT_EQ(lines.size(), static_cast<qsizetype>(figure.places.size()) + 1);
    EXPECT_EQ(lines[1].split(',').size(), 3);
}

TEST_F(TrafficMakerTest, SaysOfASampleThatItIsOne)
{
    maker.make(held, orders(20'000, 20));
    ASSERT_TRUE(test::waitFor([this] { return !maker.isMaking(); }));
    EXPECT_TRUE(servedWords(maker.results().front()).startsWith(QStringLiteral("A sample: all requests for one key in 20, ")));
    EXPECT_TRUE(servedWords(served(1'000).front()).startsWith(QStringLiteral("All 1,000 requests of 4 weeks")));
}

TEST_F(TrafficMakerTest, TellsTheFirstComplaintAndTheDashboards)
{
    const TrafficResult& buggy = served(20'000).front();
    EXPECT_TRUE(complaintWords(buggy, 1).startsWith(QStringLiteral("The first complaint comes ")));
    EXPECT_EQ(complaintWords(buggy, 1e9), QStringLiteral("Nobody has complained by the end."));
    EXPECT_TRUE(dashboardWords(buggy).startsWith(QStringLiteral("Dashboards, before and after the release: mean latency ")));
    EXPECT_GT(oldInTenThousand(buggy), 1);
}

} // namespace awaitscope
