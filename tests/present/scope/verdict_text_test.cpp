// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/verdict_text.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

TraceCheck cached(Verdict verdict, const std::string& why, const std::string& word)
{
    return {"obtained-response-is-cached", "A response that was obtained is cached.", verdict, why, word};
}

TraceCheck unanswered()
{
    return {"every-client-is-answered", "Every client is answered.", Verdict::violated, "The client never got an answer.", "no answer", true};
}

} // namespace

TEST(VerdictText, OfAReasonHasNoHalfButAWordOfItsOwn)
{
    Trace trace;
    trace.checks = {cached(Verdict::violated, "v2 was obtained at 200 ms, and cache.set never ran.", "lost")};
    const VerdictText text = verdictTextOf(trace, true);
    EXPECT_EQ(text.main, "v2 was obtained at 200 ms, and cache.set never ran.");
    EXPECT_EQ(text.shortMain, "lost");
}

TEST(VerdictText, SaysThatNobodyWasAnsweredThoughAllIsCached)
{
    Trace trace;
    trace.effects = {{"cache.set", "user/42 → v2", 1, "mine.cpp", 14, VirtualTime{VirtualDuration{200'000}}}};
    trace.checks = {cached(Verdict::holds, "v2 was obtained at 200 ms, and cache.set ran at 200 ms.", "cached"), unanswered()};
    trace.clientOutcome = "gets nothing";
    const VerdictText text = verdictTextOf(trace, true);
    EXPECT_EQ(text.verdict, Verdict::violated) << "the worst";
    EXPECT_EQ(text.main, "The client never got an answer.");
    EXPECT_EQ(text.shortMain, "no answer");
    EXPECT_EQ(effectVerdictOf(trace), Verdict::holds) << "the write is as it should be";
}

TEST(VerdictText, TellsOfALostEffectOnlyWhereThatIsWhatIsViolated)
{
    Trace trace;
    trace.lost = {{"cache.set", "user/42 → v2", "mine.cpp", 14, VirtualTime{VirtualDuration{300'000}}}};
    trace.checks = {cached(Verdict::notApplicable, "No response was obtained: there was nothing to cache.", "nothing fetched yet"), unanswered()};
    EXPECT_EQ(verdictTextOf(trace, true).main, "The client never got an answer.");
    trace.checks[0] = cached(Verdict::violated, "v2 was obtained at 300 ms, and cache.set never ran.", "lost");
    EXPECT_EQ(verdictTextOf(trace, true).main, "cache.set never ran") << "the first that is violated";
}

TEST(VerdictText, TellsOfAnEffectOnlyWhereTheCheckIsAboutIt)
{
    Trace trace;
    trace.effects = {{"settings.reload", "", 1, "mine.cpp", 14, VirtualTime{VirtualDuration{200'000}}}};
    trace.checks = {cached(Verdict::holds, "All stored", "stored")};
    EXPECT_EQ(verdictTextOf(trace, true).main, "All stored");
    trace.checks[0].why = "v2 was obtained at 200 ms, and settings.reload ran at 200 ms.";
    EXPECT_EQ(verdictTextOf(trace, true).main, "settings.reload ran at 200 ms");
    trace.lesson = "sandbox";
    trace.checks[0].why = "It was true at mine.cpp:9.";
    EXPECT_EQ(verdictTextOf(trace, true).main, "settings.reload ran at 200 ms") << "what ran says more than where it was asked";
}

} // namespace awaitscope
