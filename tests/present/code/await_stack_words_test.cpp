// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/await_stack_words.hpp"

#include "lesson/run/runner.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/scripted_alan.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

AwaitStackWords wordsAt(int milliseconds)
{
    return awaitStackWordsAt(*test::scriptedAlan("buggy", CancelModel::asio, 250), fromMicroseconds(milliseconds * 1000));
}

} // namespace

TEST(AwaitStackWords, NameThePendingOperationWithItsNumber)
{
    const AwaitStackWords words = wordsAt(100);
    EXPECT_TRUE(words.line.endsWith("1 http.make_request")) << words.line.toStdString();
    EXPECT_EQ(words.others, 0);
    EXPECT_EQ(words.all, QStringList{words.line});
}

TEST(AwaitStackWords, SayThatNothingWaitsWhereNothingDoes)
{
    const AwaitStackWords words = wordsAt(400);
    EXPECT_EQ(words.line, "nothing waits");
    EXPECT_TRUE(words.all.isEmpty());
}

} // namespace awaitscope
