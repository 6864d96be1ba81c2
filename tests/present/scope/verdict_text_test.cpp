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
}

TEST(VerdictText, OfAPageSaysWhatItExpectsAndBesideItWhatItDid)
{
    Trace trace;
    trace.lesson = "sandbox";
    trace.coroutines.resize(1);
    trace.checks = {{"expect-1", "no money is lost", Verdict::violated, "It was not true at mine.cpp:9.", ""}};
    trace.effects = {{"transferred", "20", 1, "mine.cpp", 14, VirtualTime{VirtualDuration{150'000}}}};
    trace.lost = {{"transferred", "10", "mine.cpp", 14, VirtualTime{VirtualDuration{100'000}}}};
    VerdictText text = verdictTextOf(trace, true);
    EXPECT_EQ(text.main, "violated: no money is lost");
    EXPECT_EQ(text.shortMain, "no money is lost");
    EXPECT_EQ(text.client, "transferred 10 never ran") << "the other one did";
    EXPECT_FALSE(text.coloursClient);
    EXPECT_EQ(effectVerdictOf(trace), Verdict::notApplicable) << "nobody has said which effect is wrong";
    trace.checks[0].verdict = Verdict::holds;
    trace.lost.clear();
    text = verdictTextOf(trace, true);
    EXPECT_EQ(text.main, "holds: no money is lost");
    EXPECT_EQ(text.client, "transferred ran at 150 ms") << "there is no other";
    trace.checks.clear();
    EXPECT_EQ(verdictTextOf(trace, true).main, "transferred ran at 150 ms") << "where nothing is expected";
}

TEST(VerdictText, SaysWhoGotIt)
{
    Trace trace;
    trace.clientOutcome = "gets A, B";
    EXPECT_EQ(verdictTextOf(trace, true).client, "the client gets A, B");
    trace.recipient = "collect";
    EXPECT_EQ(verdictTextOf(trace, true).client, "collect gets A, B");
    trace.recipient = "";
    trace.clientOutcome = "bob gets ANN";
    EXPECT_EQ(verdictTextOf(trace, true).client, "bob gets ANN");
}

} // namespace awaitscope
