// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that crashed, where others of the same variant did not.
#include "core/run/run_end.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/page/find_break.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/run/variant_host.hpp"
#include "lesson/tell/run_table.hpp"
#include "lesson/tell/sweep_table.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace awaitscope {
namespace {

using namespace std::chrono_literals;

/// The run as it would be told had its process died at its end.
Trace crashed(Trace trace)
{
    trace.checks.clear();
    trace.lost.clear();
    trace.callerOutcome.clear();
    trace.clientOutcome.clear();
    trace.ended = {RunEnd::crashed, trace.end, "It divides by zero.", {}, "buggy.cpp", 11};
    return trace;
}

/// Runs Alan's buggy variant, some of whose runs crash.
class CrashingHost final : public VariantHost
{
public:
    using Crashes = std::function<bool(const std::optional<TimeoutAt>&)>;

    CrashingHost(const Lesson& lesson, Crashes crashes, bool isAlwaysAnother)
        : m_host(SimulationInput{*lesson.findProgram("buggy"), lesson.sources.front().get(), lesson.slug, "buggy", lesson.subject, lesson.caller},
                 lesson.sources.front()),
          m_crashes(std::move(crashes)),
          m_isAlwaysAnother(isAlwaysAnother)
    {}

    Result<Trace> runWithoutTimeout(const SimulationSettings& settings) override { return told(m_host.runWithoutTimeout(settings), {}); }
    Result<Trace> run(const SimulationSettings& settings, const TimeoutAt& timeout) override { return told(m_host.run(settings, timeout), timeout); }

private:
    Result<Trace> told(Result<Trace> trace, const std::optional<TimeoutAt>& timeout)
    {
        if (!trace || !m_crashes(timeout))
            return trace;
        Trace told = crashed(*std::move(trace));
        for (int line = 0; m_isAlwaysAnother && line < m_told; ++line) {
            told.events.push_back({TraceEvent::Kind::logged, static_cast<int>(told.log.size()), told.end});
            told.log.push_back({told.end, "again"});
        }
        ++m_told;
        return told;
    }

    LocalHost m_host;
    Crashes m_crashes;
    bool m_isAlwaysAnother;
    int m_told = 0;
};

const Lesson& alan() { return test::builtInAlan(); }

Lesson alanThatCrashes(CrashingHost::Crashes crashes, bool isAlwaysAnother = false)
{
    return withEdited(alan(), {{"buggy", "My version", "", std::make_shared<CrashingHost>(alan(), std::move(crashes), isAlwaysAnother)}});
}

Scenario ofIt(const Lesson& lesson)
{
    Scenario scenario = defaultScenario(lesson);
    scenario.variants = {"my-buggy"};
    return scenario;
}

/// While Alan sends, from 200 ms on and before 300 ms.
bool whileItSends(const std::optional<TimeoutAt>& timeout)
{
    const auto* const after = timeout ? std::get_if<VirtualDuration>(&*timeout) : nullptr;
    return after && *after >= 200ms && *after < 300ms;
}

bool always(const std::optional<TimeoutAt>&) { return true; }

std::vector<std::string> mapOf(const VariantSweep& swept)
{
    std::vector<std::string> words;
    for (const MapSegment& segment : swept.map)
        words.push_back(rangeOf(segment) + ' ' + std::string{toText(segment.verdict)} + ' ' + segment.word);
    return words;
}

} // namespace

TEST(CrashedRuns, AreShownOnlyToThoseWhoAskForFaults)
{
    const Lesson lesson = alanThatCrashes(always);
    const auto refused = runScenario(lesson, ofIt(lesson));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().toText(), "buggy.cpp:11: It divides by zero.");
    const auto shown = runScenario(lesson, ofIt(lesson), {.showsFaults = true});
    ASSERT_TRUE(shown) << shown.error().toText();
    EXPECT_EQ(shown->variants.front().trace->ended.how, RunEnd::crashed);
    EXPECT_TRUE(shown->variants.front().trace->checks.empty()) << "the manifest has no word for what nobody judged";
}

TEST(CrashedRuns, HaveAWordOfTheirOwnInTheMapAndNoVerdict)
{
    const Lesson lesson = alanThatCrashes(whileItSends);
    const auto swept = sweep(lesson, ofIt(lesson), {.showsFaults = true});
    ASSERT_TRUE(swept) << swept.error().toText();
    const VariantSweep& variant = (*swept)->variants.front();
    EXPECT_EQ(mapOf(variant), (std::vector<std::string>{"0 ms – 199.999 ms not-applicable nothing fetched yet", "200 ms – 299.999 ms not-applicable crashed",
                                                        "from 300 ms holds cached"}));
    ASSERT_EQ(variant.awaits.size(), 2U);
    EXPECT_EQ(variant.awaits[1].verdict, Verdict::notApplicable) << "whatever the others are";
    EXPECT_EQ(variant.awaits[1].word, crashedWord);
    ASSERT_TRUE(variant.fault);
    EXPECT_EQ(variant.fault->toText(), "buggy.cpp:11: With a timeout of 200 ms: It divides by zero.");
    EXPECT_TRUE(variant.outcomes.empty()) << "verdicts tell them apart";
    EXPECT_NE(sweepTable(lesson, **swept).find("200 ms – 299.999 ms   – crashed\n"), std::string::npos) << sweepTable(lesson, **swept);
}

TEST(CrashedRuns, WithoutATimeoutLeaveTheVerdictsToThoseWithOne)
{
    const Lesson lesson = alanThatCrashes([](const std::optional<TimeoutAt>& timeout) { return !timeout || whileItSends(timeout); });
    const auto swept = sweep(lesson, ofIt(lesson), {.showsFaults = true});
    ASSERT_TRUE(swept) << swept.error().toText();
    const VariantSweep& variant = (*swept)->variants.front();
    EXPECT_EQ(mapOf(variant).front(), "0 ms – 199.999 ms not-applicable nothing fetched yet");
    EXPECT_TRUE(variant.outcomes.empty());
    EXPECT_TRUE(variant.outcomeWords.empty());
    EXPECT_FALSE(variant.awaits.front().completedOutcome) << "what was counted before that was known";
    EXPECT_EQ(variant.fault->toText(), "buggy.cpp:11: It divides by zero.") << "no matter of the timeout";
    EXPECT_EQ(variant.faultAt, Timeout{NoTimeout{}});
}

TEST(CrashedRuns, OfAVariantThatExpectsNothingAreAnOutcome)
{
    const Lesson lesson = alanThatCrashes(always);
    const auto swept = sweep(lesson, ofIt(lesson), {.showsFaults = true});
    ASSERT_TRUE(swept) << swept.error().toText();
    const VariantSweep& variant = (*swept)->variants.front();
    ASSERT_FALSE(variant.outcomeWords.empty());
    for (const std::string& words : variant.outcomeWords)
        EXPECT_TRUE(words.starts_with("crashed in line 11")) << words;
    EXPECT_FALSE(expectsSomething(variant)) << "nobody could say what";
}

TEST(CrashedRuns, EndASweepOnceThereAreTooMany)
{
    // Each run is another order of events, so that all that lies between two of them has to be looked at.
    const Lesson lesson = alanThatCrashes(always, true);
    std::int64_t runs = 0;
    const auto swept = sweep(lesson, ofIt(lesson), {.showsFaults = true}, {.ran = [&runs](std::int64_t count) { runs = count; }});
    ASSERT_FALSE(swept);
    EXPECT_EQ(swept.error().toText(), "buggy.cpp:11: It divides by zero.");
    EXPECT_EQ(runs, 24) << "each takes processes of its own";
}

TEST(CrashedRuns, AreWhatBreaksAPage)
{
    Lesson lesson = withHosts(alan(), {});
    lesson.hosts = {std::make_shared<CrashingHost>(alan(), whileItSends, false)};
    lesson.checks.clear();
    lesson.isSandbox = true;
    const auto found = findBreak(lesson, defaultScenario(lesson), "buggy", false, [](const std::string&) -> Result<Lesson> { return Diagnostic{}; });
    ASSERT_TRUE(found) << found.error().toText();
    ASSERT_TRUE(found->found);
    EXPECT_EQ(found->found->timeout, VirtualDuration{200ms});
    EXPECT_EQ(found->found->how, Breakage::How::crashed);
    EXPECT_NE(toText(*found->found).find("run() crashes: It divides by zero."), std::string::npos) << toText(*found->found);
}

TEST(CrashedRuns, AreToldUpToThereAndNotAsWaitingForEver)
{
    const Lesson lesson = alanThatCrashes(always);
    Scenario scenario = ofIt(lesson);
    const auto run = runScenario(lesson, scenario, {.showsFaults = true});
    ASSERT_TRUE(run);
    Trace trace = *run->variants.front().trace;
    trace.awaits.back().end.reset();
    trace.awaits.back().how = AwaitEnd::pending;
    std::erase_if(trace.events, [&](const TraceEvent& event) {
        return event.kind == TraceEvent::Kind::awaitEnded && event.index + 1 == static_cast<int>(trace.awaits.size());
    });
    const std::string table = runTable("Alan", trace);
    EXPECT_NE(table.find("╳╌╌ crashed ╌"), std::string::npos) << table;
    EXPECT_NE(table.find("crashed    " + toReadableText(trace.end) + ", buggy.cpp:11: It divides by zero."), std::string::npos) << table;
    EXPECT_NE(table.find(", when the run crashed\n"), std::string::npos) << table;
    for (const char* const wrong : {"nothing is left", "holds", "violated", "not applicable"})
        EXPECT_EQ(table.find(wrong), std::string::npos) << wrong << " in\n" << table;
}

} // namespace awaitscope
