// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/text/broken_rows.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

/// As if each letter were one wide.
QStringList rows(const QString& text, int room, int furtherIn = 0)
{
    return brokenRows(text, [](const QString& row) { return static_cast<int>(row.size()); }, room, furtherIn);
}

} // namespace

TEST(BrokenRows, AreBrokenAtBlanks)
{
    EXPECT_EQ(rows("one two three", 20), QStringList{"one two three"});
    EXPECT_EQ(rows("one two three", 7), (QStringList{"one two", "three"}));
    EXPECT_EQ(rows("", 7), QStringList{""});
}

TEST(BrokenRows, GoOnFurtherInThanTheirLineBegan)
{
    EXPECT_EQ(rows("  if (so)\nthen;", 20, 4), (QStringList{"  if (so)", "then;"}));
    EXPECT_EQ(rows("  auto a = b;", 8, 4), (QStringList{"  auto a", "      =", "      b;"})) << "a word at least in each";
}

TEST(BrokenRows, AWordThatIsTooLongGoesOnBehindASign)
{
    EXPECT_EQ(rows("channel.send(response);", 14, 4), (QStringList{"channel.send(", "    response);"}));
    EXPECT_EQ(rows("abcdefghijkl", 5), (QStringList{"abcde", "fghij", "kl"})) << "or anywhere, where there is none";
}

} // namespace awaitscope
