// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/outcome_words.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

using Texts = std::vector<std::string>;

/// A run that came to its end, with these effects and lines.
Trace ran(const Texts& effects, const Texts& lines = {})
{
    Trace trace;
    trace.coroutines.resize(1);
    trace.coroutines.front().how = CoroutineEnd::returned;
    for (const std::string& effect : effects)
        trace.effects.push_back({effect, "v2", 1, "mine.cpp", 5, {}});
    for (const std::string& line : lines)
        trace.log.push_back({{}, line});
    return trace;
}

Trace cancelled(Trace trace, int line)
{
    trace.firedAt = VirtualTime{};
    trace.ended = {RunEnd::threw, {}, "", TraceError{"boost::system::system_error", "operation_aborted"}, "mine.cpp", line};
    return trace;
}

Trace ended(Trace trace, RunEnd how, std::optional<TraceError> error = {})
{
    trace.ended = {how, {}, "", std::move(error), "mine.cpp", 4};
    return trace;
}

/// What each of them is called among the others.
Texts wordsFor(const std::vector<Trace>& traces)
{
    OutcomeWords words;
    std::vector<int> numbers;
    for (const Trace& trace : traces)
        numbers.push_back(words.add(trace));
    Texts told;
    for (const int number : numbers)
        told.push_back(toText(words.parts()[static_cast<std::size_t>(number)]));
    return told;
}

TEST(OutcomeWords, NameTheEffectsThatNotAllHaveInCommon)
{
    EXPECT_EQ(wordsFor({ran({"stored"}), cancelled(ran({}), 4)}), (Texts{"stored", "not stored"}));
    EXPECT_EQ(wordsFor({ran({"begun", "paid", "shipped"}), cancelled(ran({"begun", "paid"}), 4), cancelled(ran({"begun"}), 2)}),
              (Texts{"shipped", "paid, not shipped", "not paid"})) << "no more than tells each from the others";
    EXPECT_EQ(wordsFor({ran({"stored"}), cancelled(ran({"stored"}), 4)}), (Texts{"stored", "stored"})) << "by what it did, not by its end";
    EXPECT_EQ(wordsFor({ran({"stored", "stored"}), ran({"stored"})}), (Texts{"stored", "stored"})) << "it is a set";
}

TEST(OutcomeWords, NameHowFarItCameAndNotAllThatItDid)
{
    EXPECT_EQ(wordsFor({ran({}), ran({"A"}), ran({"A", "B"}), ran({"A", "B", "C"}), ran({"A", "B", "C", "D"})}),
              (Texts{"not A", "A, not B", "B, not C", "C, not D", "D"}));
    EXPECT_EQ(wordsFor({ran({}), ran({"A"}), ran({"B"}), ran({"A", "B"})}), (Texts{"not A, not B", "A, not B", "not A, B", "A, B"}));
}

TEST(OutcomeWords, CountAnEffectThatHappensWithSeveralDetails)
{
    const auto handled = [](const Texts& items) {
        Trace trace = ran({});
        for (const std::string& item : items)
            trace.effects.push_back({"handled", item, 1, "mine.cpp", 5, {}});
        return trace;
    };
    EXPECT_EQ(wordsFor({handled({"A", "B", "C"}), handled({"A", "B"}), handled({"A"}), handled({})}),
              (Texts{"handled ×3", "handled ×2", "handled ×1", "not handled"}));
    EXPECT_EQ(wordsFor({handled({"A", "B"}), handled({"B", "A"})}), (Texts{"handled", "handled"})) << "the same";
}

TEST(OutcomeWords, NameLinesWhereTheEffectsAreTheSame)
{
    EXPECT_EQ(wordsFor({ran({"paid"}, {"A won"}), ran({"paid"}, {"B won"}), ran({})}), (Texts{"paid, \"A won\"", "paid, \"B won\"", "not paid"}));
    EXPECT_EQ(wordsFor({ran({}, {"a", "woke"}), cancelled(ran({}, {"a"}), 4)}), (Texts{"\"woke\"", "not \"woke\""}));
    EXPECT_EQ(wordsFor({ran({"stored"}, {"woke"}), cancelled(ran({}, {}), 4)}), (Texts{"stored", "not stored"})) << "that says enough";
    EXPECT_EQ(wordsFor({ran({"paid"}, {"got it"}), ran({"paid"}), ran({})}), (Texts{"paid, \"got it\"", "paid, not \"got it\"", "not paid"}));
}

TEST(OutcomeWords, TakeALineThatTellsATimeForTheSameAtEveryTime)
{
    OutcomeWords words;
    for (int time = 0; time < 100; ++time)
        words.add(ran({}, {"waited " + std::to_string(time) + " ms"}));
    EXPECT_EQ(words.size(), 1U);
}

TEST(OutcomeWords, SayHowARunEndedThatNeitherFinishedNorWasCancelled)
{
    const std::vector<Trace> traces = {ran({"stored"}), ended(ran({}), RunEnd::stuck), ended(ran({"stored"}), RunEnd::spins),
                                       ended(ran({}), RunEnd::threw, TraceError{"std::bad_alloc", "std::bad_alloc"}),
                                       ended(ran({}), RunEnd::threw, TraceError{"boost::system::system_error", "eof"})};
    EXPECT_EQ(wordsFor(traces), (Texts{"stored", "stuck", "spins", "threw bad_alloc", "threw eof"}));
    EXPECT_EQ(wordsFor({ran({"stored"}), ended(ran({}), RunEnd::stuck), ended(ran({"stored"}), RunEnd::stuck)}),
              (Texts{"stored", "stuck, not stored", "stuck, stored"}));
    EXPECT_EQ(wordsFor({ran({"stored"}), ended(ran({}), RunEnd::crashed)}), (Texts{"stored", "crashed in line 4"}));
    // Nobody fired: it is an exception like any other.
    EXPECT_EQ(wordsFor({ended(ran({}), RunEnd::threw, TraceError{"boost::system::system_error", "operation_aborted"})}),
              Texts{"threw operation_aborted"});
}

TEST(OutcomeWords, SayWhereItWasStoppedForWantOfAnythingElse)
{
    Trace dropped = ran({});
    dropped.coroutines.front().how = CoroutineEnd::dropped;
    dropped.awaits.resize(1);
    dropped.awaits.front().line = 6;
    dropped.awaits.front().how = AwaitEnd::dropped;
    Trace never = cancelled(ran({}), 7);
    never.coroutines.clear();
    EXPECT_EQ(wordsFor({ran({}), cancelled(ran({}), 4), cancelled(ran({}), 6), dropped, never}),
              (Texts{"finished", "cancelled in line 4", "cancelled in line 6", "dropped in line 6", "never began"}));
}

} // namespace
} // namespace awaitscope
