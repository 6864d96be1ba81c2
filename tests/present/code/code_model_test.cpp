// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/code_model.hpp"
#include "support/scripted_alan.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

using test::TraceScript;

constexpr VirtualTime ms(int milliseconds) { return fromMicroseconds(milliseconds * 1000); }

CodePicture picture(const std::string& variant, CancelModel model, int timeout, int at)
{
    const Lesson lesson = test::scriptedLesson();
    const VariantRun run{variant, test::scriptedAlan(variant, model, timeout), test::scriptedAlan(variant, model, 0)};
    return codeAt(*sourceOf(lesson, variant), run, ms(at));
}

CodeLine line(const CodePicture& picture, int number)
{
    const auto found = picture.lines.find(number);
    return found == picture.lines.end() ? CodeLine{} : found->second;
}

std::string words(const CodePicture& picture, int number) { return line(picture, number).words.value(0).toStdString(); }

CodePicture picture(const TraceScript& script, int at, const std::string& source = test::buggySource)
{
    return codeAt({"buggy.cpp", source}, {"buggy", script.share(), script.share()}, ms(at));
}

} // namespace

TEST(CodeModel, PutsABadgeAtEveryAwaitHollowUntilItIsReached)
{
    const CodePicture early = picture("buggy", CancelModel::asio, 250, 100);
    EXPECT_EQ(line(early, 7).badges, (std::vector<CodeBadge>{{0, false, false}}));
    EXPECT_EQ(line(early, 10).badges, (std::vector<CodeBadge>{{1, true, true}}));
    EXPECT_EQ(line(early, 11).badges, (std::vector<CodeBadge>{{2, false, true}}));
    EXPECT_TRUE(line(early, 12).badges.empty());
    EXPECT_EQ(line(picture("buggy", CancelModel::asio, 250, 200), 11).badges,
              (std::vector<CodeBadge>{{2, true, true}}));
}

TEST(CodeModel, KeepsTheBadgeOfAnAwaitThatTheTimeoutPrevented)
{
    const CodePicture end = picture("buggy", CancelModel::asio, 100, 400);
    EXPECT_EQ(line(end, 11).badges, (std::vector<CodeBadge>{{2, false, true}}));
}

TEST(CodeModel, MarksWhereItWaitsAndWhereItRuns)
{
    const CodePicture waiting = picture("fixed", CancelModel::asio, 250, 100);
    EXPECT_EQ(line(waiting, 10).mark, CodeMark::suspended);
    EXPECT_EQ(words(waiting, 10), "waits here");
    EXPECT_EQ(waiting.currentLine(), 10);
    const CodePicture moment = picture("fixed", CancelModel::asio, 250, 200);
    EXPECT_EQ(line(moment, 10).mark, CodeMark::executing);
    EXPECT_EQ(words(moment, 10), "goes on here");
    EXPECT_EQ(line(moment, 11).mark, CodeMark::executing);
    EXPECT_EQ(words(moment, 11), "ran at 200 ms");
    EXPECT_EQ(line(moment, 12).mark, CodeMark::suspended);
    EXPECT_EQ(moment.currentLine(), 12);
    const CodePicture after = picture("fixed", CancelModel::asio, 250, 201);
    EXPECT_EQ(line(after, 10).mark, CodeMark::none);
    EXPECT_EQ(line(after, 11).mark, CodeMark::ran);
    EXPECT_EQ(words(after, 11), "ran at 200 ms");
}

TEST(CodeModel, TellsTheVerdictNoSoonerThanTheScopeDoes)
{
    EXPECT_EQ(line(picture("fixed", CancelModel::asio, 250, 249), 11).tone, Verdict::notApplicable);
    EXPECT_EQ(line(picture("fixed", CancelModel::asio, 250, 250), 11).tone, Verdict::holds);
    EXPECT_EQ(line(picture("fixed", CancelModel::eager, 250, 299), 11).tone, Verdict::notApplicable);
    TraceScript script; // the coroutine has ended, but the run has not
    const int work = script.begins("get_response");
    script.at(5);
    script.ends(work, CoroutineEnd::cancelled);
    script.loses("cache.set", "a", 12, 8);
    script.judged(Verdict::violated);
    script.at(9);
    EXPECT_EQ(line(picture(script, 8), 12), CodeLine{});
    EXPECT_EQ(words(picture(script, 9), 12), "never ran");
    EXPECT_EQ(line(picture(script, 9), 12).tone, Verdict::violated);
}

TEST(CodeModel, SaysUnderAsioWhereItThrewAndWhatNeverRan)
{
    const CodePicture end = picture("buggy", CancelModel::asio, 250, 400);
    EXPECT_EQ(line(end, 11).mark, CodeMark::stopped);
    EXPECT_EQ(words(end, 11), "threw here");
    EXPECT_EQ(line(end, 12).mark, CodeMark::neverRan);
    EXPECT_EQ(line(end, 12).tone, Verdict::violated);
    EXPECT_EQ(words(end, 12), "never ran");
    EXPECT_EQ(end.currentLine(), 11);
}

TEST(CodeModel, SaysNothingBeforeThePlayheadIsThere)
{
    const CodePicture before = picture("buggy", CancelModel::asio, 250, 249);
    EXPECT_EQ(words(before, 11), "waits here");
    EXPECT_EQ(line(before, 12), CodeLine{});
}

TEST(CodeModel, IsGreyAboutALossThatViolatesNothing)
{
    const CodePicture end = picture("buggy", CancelModel::asio, 100, 400);
    EXPECT_EQ(words(end, 10), "threw here");
    EXPECT_EQ(words(end, 12), "never ran");
    EXPECT_EQ(line(end, 12).tone, Verdict::notApplicable);
}

TEST(CodeModel, SaysUnderDropWhereItWasDropped)
{
    const CodePicture end = picture("buggy", CancelModel::drop, 250, 400);
    EXPECT_EQ(words(end, 11), "dropped here");
    EXPECT_EQ(line(end, 11).mark, CodeMark::stopped);
    EXPECT_EQ(words(end, 12), "never ran");
}

TEST(CodeModel, SaysUnderEagerThatNobodyStoppedItAndThatTheWriteWasLate)
{
    const CodePicture during = picture("buggy", CancelModel::eager, 250, 260);
    EXPECT_EQ(words(during, 11), "not stopped: goes on unseen");
    EXPECT_EQ(line(during, 12).mark, CodeMark::none);
    const CodePicture end = picture("buggy", CancelModel::eager, 250, 400);
    EXPECT_EQ(words(end, 11), "not stopped: goes on unseen");
    EXPECT_EQ(words(end, 12), "ran at 300 ms, 50 ms after the race was over");
    EXPECT_EQ(line(end, 12).mark, CodeMark::ran);
    EXPECT_EQ(line(end, 12).tone, Verdict::holds);
    EXPECT_EQ(line(end, 12).words.back(), "ran");
    EXPECT_EQ(words(picture("fixed", CancelModel::eager, 250, 400), 11), "ran at 200 ms");
}

TEST(CodeModel, KnowsEveryOtherEndOfAnAwait)
{
    TraceScript refused;
    int work = refused.begins("get_response");
    refused.at(5);
    refused.awaitEnds(refused.suspends(work, 1, "http.make_request", 10), AwaitEnd::refused);
    EXPECT_EQ(words(picture(refused, 5), 10), "threw before it started");

    TraceScript threw;
    work = threw.begins("get_response");
    const int first = threw.suspends(work, 1, "http.make_request", 10);
    threw.at(5);
    threw.awaitEnds(first, AwaitEnd::threw);
    const int second = threw.suspends(work, 2, "channel.send", 11);
    EXPECT_EQ(words(picture(threw, 5), 10), "threw here, caught");
    threw.at(9);
    threw.awaitEnds(second, AwaitEnd::threw);
    threw.ends(work, CoroutineEnd::threw);
    EXPECT_EQ(words(picture(threw, 9), 11), "threw here");

    TraceScript pending;
    work = pending.begins("get_response");
    pending.suspends(work, 1, "http.make_request", 10);
    pending.at(7);
    EXPECT_EQ(words(picture(pending, 6), 10), "waits here");
    EXPECT_EQ(words(picture(pending, 7), 10), "waits for ever");
}

TEST(CodeModel, ShowsTheLastPassOfALoop)
{
    TraceScript script;
    const int work = script.begins("get_response");
    const int first = script.suspends(work, 1, "http.make_request", 10);
    script.at(5);
    script.awaitEnds(first, AwaitEnd::resumed);
    script.does("cache.set", "a", 12);
    const int second = script.suspends(work, 2, "http.make_request", 10);
    script.at(9);
    script.awaitEnds(second, AwaitEnd::resumed);
    script.does("cache.set", "b", 12);
    script.at(20);
    EXPECT_EQ(words(picture(script, 7), 10), "waits here");
    EXPECT_EQ(line(picture(script, 7), 10).badges, (std::vector<CodeBadge>{{1, true, true}, {2, true, true}}));
    EXPECT_EQ(line(picture(script, 20), 10).mark, CodeMark::none);
    EXPECT_EQ(words(picture(script, 20), 12), "ran 2 times, last at 9 ms");
}

TEST(CodeModel, FindsMarksInEverySource)
{
    EXPECT_EQ(marksOf(test::scriptedLesson(), "write"),
              (std::vector<std::pair<std::string, int>>{{"buggy.cpp", 12}, {"fixed.cpp", 11}}));
}

TEST(CodeModel, MarksTheLineInWhichAFaultEndsTheRun)
{
    TraceScript script;
    script.at(0);
    const int work = script.begins("work");
    const int first = script.suspends(work, 1, "http.make_request", 10);
    const int other = script.begins("other", {}, "scenario.cpp");
    script.suspends(other, 0, "sleep_for", 3);
    script.at(20);
    script.awaitEnds(first, AwaitEnd::resumed);
    script.crashes(11, "It divides by zero.");
    const CodePicture before = picture(script, 19);
    EXPECT_EQ(line(before, 11).mark, CodeMark::none);
    const CodePicture end = picture(script, 20);
    EXPECT_EQ(line(end, 11).mark, CodeMark::crashed);
    EXPECT_EQ(words(end, 11), "the run ends here, by a fault");
    EXPECT_EQ(end.currentLine(), 11);
    EXPECT_EQ(line(picture(script, 400), 11).mark, CodeMark::crashed) << "and so it stays";
    const CodePicture elsewhere = codeAt({"scenario.cpp", "\n\nco_await sleep_for();\n"}, {"buggy", script.share(), script.share()}, ms(20));
    EXPECT_EQ(words(elsewhere, 3), "waits here") << "not for ever";
}

} // namespace awaitscope
