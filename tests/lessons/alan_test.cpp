// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/sweep.hpp"
#include "lessons/lesson_test.hpp"

namespace awaitscope::test {
namespace {

using Strings = std::vector<std::string>;

Strings textOf(const std::vector<MapSegment>& map)
{
    Strings lines;
    std::optional<Verdict> before;
    for (const MapSegment& segment : map) {
        const std::string to = (segment.last ? std::to_string(segment.last->count()) : "") + ' ' + std::string{toText(segment.verdict)};
        if (before == segment.verdict) // another word for the same
            lines.back() = lines.back().substr(0, lines.back().find('-') + 1) + to;
        else
            lines.push_back(std::to_string(segment.from.count()) + '-' + to);
        before = segment.verdict;
    }
    return lines;
}

class AlanMap : public AlanTest
{
protected:
    Sweep swept(const std::string& keys) const
    {
        const Result<std::optional<Sweep>> result = sweep(alan, scenario(keys));
        EXPECT_TRUE(result && *result);
        return result && *result ? **result : Sweep{};
    }
};

TEST_F(AlanMap, UnderAsioTheWriteIsLostFrom200MillisecondsToJustBefore300)
{
    const Sweep map = swept("model=asio");
    ASSERT_EQ(map.variants.size(), 2U);
    EXPECT_EQ(textOf(map.variants[0].map),
              (Strings{"0-199999 not-applicable", "200000-299999 violated", "300000- holds"}));
    EXPECT_EQ(textOf(map.variants[1].map), (Strings{"0-199999 not-applicable", "200000- holds"}));
}

TEST_F(AlanMap, UnderDropTheWriteIsLostFromJustAfter200MillisecondsTo300)
{
    const Sweep map = swept("model=drop");
    EXPECT_EQ(textOf(map.variants[0].map),
              (Strings{"0-200000 not-applicable", "200001-300000 violated", "300001- holds"}));
    EXPECT_EQ(textOf(map.variants[1].map), (Strings{"0-200000 not-applicable", "200001- holds"}));
}

TEST_F(AlanMap, UnderDropAResponseOnItsWayIsCalledLostThereAndNobodysMistake)
{
    for (const VariantSweep& variant : swept("model=drop").variants) {
        ASSERT_GE(variant.map.size(), 2U);
        EXPECT_EQ(variant.map[0].word, "nothing fetched yet");
        EXPECT_EQ(rangeOf(variant.map[1]), "200 ms");
        EXPECT_EQ(variant.map[1].word, "lost on its way");
        EXPECT_EQ(variant.map[1].verdict, Verdict::notApplicable) << "no order of lines helps";
        EXPECT_EQ(variant.awaits[0].completedWord, "lost on its way");
    }
}

TEST_F(AlanMap, UnderJavaScriptsRaceTheWriteRunsWhateverTheTimeout)
{
    const Sweep map = swept("model=eager");
    EXPECT_EQ(textOf(map.variants[0].map), (Strings{"0- holds"}));
    EXPECT_EQ(textOf(map.variants[1].map), (Strings{"0- holds"}));
}

TEST_F(AlanMap, BothAwaitsAreTried)
{
    const Sweep map = swept("model=asio");
    for (const VariantSweep& variant : map.variants) {
        ASSERT_EQ(variant.awaits.size(), 2U);
        EXPECT_EQ(variant.awaits[0].what, "http.make_request");
        EXPECT_EQ(variant.awaits[0].begin, fromMicroseconds(0));
        EXPECT_EQ(variant.awaits[0].end, fromMicroseconds(200'000));
        EXPECT_EQ(variant.awaits[0].verdict, Verdict::notApplicable);
        EXPECT_EQ(variant.awaits[1].what, "channel.send");
    }
    EXPECT_EQ(map.variants[0].awaits[1].verdict, Verdict::violated);
    EXPECT_EQ(map.variants[1].awaits[1].verdict, Verdict::holds);
}

TEST_F(AlanMap, EveryAwaitIsTriedAfterItsCompletionToo)
{
    const auto verdicts = [&](const std::string& model) {
        Strings lines;
        for (const VariantSweep& variant : swept("model=" + model).variants) {
            for (const SweptAwait& await : variant.awaits)
                lines.push_back(variant.variant + ' ' + std::to_string(await.number) + "+ "
                                + std::string{await.completedVerdict ? toText(*await.completedVerdict) : "none"});
        }
        return lines;
    };
    EXPECT_EQ(verdicts("asio"), (Strings{"buggy 1+ violated", "buggy 2+ holds", "fixed 1+ holds", "fixed 2+ holds"}));
    EXPECT_EQ(verdicts("drop"),
              (Strings{"buggy 1+ not-applicable", "buggy 2+ violated", "fixed 1+ not-applicable", "fixed 2+ holds"}));
    EXPECT_EQ(verdicts("eager"), (Strings{"buggy 1+ holds", "buggy 2+ holds", "fixed 1+ holds", "fixed 2+ holds"}));
}

TEST_F(AlanMap, IsWhatRunningEveryTimeoutGives)
{
    for (const std::string model : {"asio", "drop", "eager"}) {
        for (const std::string times :
             {"downstream=20us&client=10us", "downstream=0ms&client=10us", "downstream=7us&client=0ms",
              "downstream=0ms&client=0ms", "downstream=1us&client=1us"}) {
            const Sweep map = swept("model=" + model + '&' + times);
            for (std::size_t variant = 0; variant < 2; ++variant) {
                const auto& segments = map.variants[variant].map;
                ASSERT_FALSE(segments.empty());
                EXPECT_EQ(segments.front().from, VirtualDuration{0});
                EXPECT_FALSE(segments.back().last);
                auto segment = segments.begin();
                for (std::int64_t timeout = 0; timeout < 40; ++timeout) {
                    if (segment->last && timeout > segment->last->count())
                        ++segment;
                    const ScenarioRun one =
                        run("model=" + model + '&' + times + "&timeout=" + std::to_string(timeout) + "us");
                    EXPECT_EQ(verdictOf(*one.variants[variant].trace), segment->verdict)
                        << model << ' ' << times << " variant " << variant << " timeout " << timeout;
                }
            }
        }
    }
}

TEST_F(AlanMap, ASweepThatIsStoppedGivesNothingAndNoError)
{
    int asked = 0;
    const auto stopped = sweep(alan, scenario("model=asio"), {}, {.stop = [&] { return ++asked > 3; }});
    ASSERT_TRUE(stopped);
    EXPECT_FALSE(*stopped);
}

using AlanRun = AlanTest;

TEST_F(AlanRun, At250MillisecondsTheBuggyVersionLosesTheWriteAndTheClientGetsTheOldAnswer)
{
    const ScenarioRun both = run("timeout=250ms");
    const Trace& buggy = *both.variants[0].trace;
    EXPECT_EQ(verdictOf(buggy), Verdict::violated);
    EXPECT_EQ(buggy.clientOutcome, "gets v1, three weeks old");
    EXPECT_EQ(buggy.checks[0].why, "v2 was obtained at 200 ms, and cache.set never ran.");
    EXPECT_TRUE(buggy.effects.empty());
    ASSERT_EQ(buggy.lost.size(), 1U);
    EXPECT_EQ(buggy.lost[0].what, "cache.set");
    EXPECT_EQ(buggy.lost[0].wouldBeAt, fromMicroseconds(300'000));

    const Trace& fixed = *both.variants[1].trace;
    EXPECT_EQ(verdictOf(fixed), Verdict::holds);
    EXPECT_EQ(fixed.clientOutcome, "gets v2");
    ASSERT_EQ(fixed.effects.size(), 1U);
    EXPECT_EQ(fixed.effects[0].at, fromMicroseconds(200'000));
    EXPECT_TRUE(fixed.lost.empty());
}

TEST_F(AlanRun, UnderJavaScriptsRaceTheWriteIsLateOrNotAndNeverLost)
{
    for (const std::string timeout : {"timeout=none", "timeout=0ms", "timeout=100ms", "timeout=200ms", "timeout=250ms",
                                      "timeout=300ms", "timeout=1s"}) {
        const ScenarioRun both = run("model=eager&" + timeout);
        for (std::size_t variant = 0; variant < 2; ++variant) {
            const Trace& trace = *both.variants[variant].trace;
            ASSERT_EQ(trace.effects.size(), 1U);
            EXPECT_EQ(trace.effects[0].at, fromMicroseconds(variant == 0 ? 300'000 : 200'000)) << timeout;
            EXPECT_TRUE(trace.lost.empty());
        }
    }
}

TEST_F(AlanRun, AimingAtAnAwaitIsAnOrdinaryTimeInTheMiddleOfItsSpan)
{
    EXPECT_EQ(run("await=1").timeout, VirtualDuration{100'000});
    EXPECT_EQ(run("await=2").timeout, VirtualDuration{250'000});
    EXPECT_EQ(run("await=2&client=101us").timeout, VirtualDuration{200'050});
    EXPECT_EQ(run("await=2&variants=fixed,buggy").variants[1].trace->timeout, VirtualDuration{250'000});
}

TEST_F(AlanRun, AtAnAwaitThatTakesNoTimeTheCancelIsRequestedWhenItSuspends)
{
    const ScenarioRun both = run("await=2&client=0ms");
    const Trace& trace = *both.variants[0].trace;
    EXPECT_EQ(trace.await, 2);
    EXPECT_EQ(trace.firedAt, fromMicroseconds(200'000));
    EXPECT_EQ(trace.awaits.back().how, AwaitEnd::cancelled);
    EXPECT_EQ(verdictOf(trace), Verdict::violated);
}

TEST_F(AlanRun, AfterTheSendCompletedTheWriteStillRunsUnderAsioCancelAndNotUnderDrop)
{
    const Trace asio = *run("await=2+").variants[0].trace;
    EXPECT_EQ(asio.firedAt, fromMicroseconds(300'000));
    EXPECT_EQ(asio.winner, Winner::timeout);
    EXPECT_TRUE(asio.awaits.back().firedCompleted);
    EXPECT_EQ(asio.awaits.back().how, AwaitEnd::resumed) << "a cancel after the completion finds nothing";
    ASSERT_EQ(asio.effects.size(), 1U);
    EXPECT_EQ(verdictOf(asio), Verdict::holds);

    const Trace drop = *run("model=drop&await=2+").variants[0].trace;
    EXPECT_TRUE(drop.awaits.back().firedCompleted);
    EXPECT_EQ(drop.awaits.back().how, AwaitEnd::dropped);
    EXPECT_TRUE(drop.effects.empty());
    EXPECT_EQ(drop.clientOutcome, "gets v2") << "what was delivered stays delivered";
    EXPECT_EQ(verdictOf(drop), Verdict::violated);

    const Trace eager = *run("model=eager&await=2+").variants[0].trace;
    EXPECT_EQ(eager.effects.size(), 1U);
}

TEST_F(AlanRun, AfterTheRequestCompletedAsioLosesTheResponseAndDropNeverObtainsIt)
{
    const Trace asio = *run("await=1+").variants[0].trace;
    EXPECT_EQ(asio.awaits[2].how, AwaitEnd::refused) << "the next await throws before it starts";
    EXPECT_EQ(verdictOf(asio), Verdict::violated);
    EXPECT_EQ(verdictOf(*run("model=drop&await=1+").variants[0].trace), Verdict::notApplicable);
    EXPECT_EQ(verdictOf(*run("variants=fixed&await=1+").variants[0].trace), Verdict::holds);
}

TEST_F(AlanRun, TheSecondWindowIsAnOrdinaryTimeWhereOneMeetsIt)
{
    EXPECT_EQ(run("await=1+").timeout, VirtualDuration{200'000});
    const ScenarioRun both = run("await=2+&variants=fixed,buggy");
    EXPECT_EQ(both.timeout, VirtualDuration{300'000});
    EXPECT_EQ(both.variants[0].trace->timeout, VirtualDuration{300'000});
    EXPECT_EQ(both.variants[0].trace->awaitWindow, AwaitWindow::completed);
    EXPECT_EQ(both.variants[1].trace->await, std::nullopt) << "it was aimed at the first variant's";
    const Trace atOnce = *run("await=2+&client=0ms").variants[0].trace;
    EXPECT_EQ(atOnce.timeout, std::nullopt) << "at that time the await has not begun: only the moment itself will do";
    EXPECT_EQ(atOnce.firedAt, fromMicroseconds(200'000));
    EXPECT_TRUE(atOnce.awaits.back().firedCompleted);
    EXPECT_EQ(verdictOf(atOnce), Verdict::holds);
}

TEST_F(AlanRun, AnAwaitBeyondTheLastIsAnErrorThatNamesWhatIsAllowed)
{
    const Result<ScenarioRun> result = runScenario(alan, scenario("await=3"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().toText(), "await=3: the variant buggy reaches 2 awaits; allowed are 1 to 2.");
}

TEST_F(AlanRun, APlayheadPastTheEndIsAnErrorThatNamesTheEnd)
{
    EXPECT_EQ(run("time=400ms").axis, VirtualDuration{400'000});
    const Result<ScenarioRun> result = runScenario(alan, scenario("time=401ms"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().toText(), "time=401ms lies past the end: the timeline of this scenario ends at 400ms.");
}

TEST_F(AlanRun, ATraceCarriesTheScenarioThatGivesItAgain)
{
    for (const std::string keys : {"timeout=250ms", "await=2&client=0ms", "await=2+", "model=drop&await=2+&client=0ms",
                                   "model=drop&timeout=1us&downstream=3us", ""}) {
        for (const VariantRun& variant : run(keys).variants) {
            const Result<Scenario> again = parseScenario(variant.trace->scenario, alan, defaultScenario(alan));
            ASSERT_TRUE(again) << variant.trace->scenario;
            const Result<ScenarioRun> rerun = runScenario(alan, *again);
            ASSERT_TRUE(rerun);
            ASSERT_EQ(rerun->variants.size(), 1U);
            EXPECT_EQ(rerun->variants[0].trace->events.size(), variant.trace->events.size());
            EXPECT_EQ(rerun->variants[0].trace->scenario, variant.trace->scenario);
            EXPECT_EQ(verdictOf(*rerun->variants[0].trace), verdictOf(*variant.trace));
        }
    }
}

} // namespace
} // namespace awaitscope::test
