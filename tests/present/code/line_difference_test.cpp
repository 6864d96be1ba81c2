// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/line_difference.hpp"

#include <gtest/gtest.h>

#include <random>

namespace awaitscope {

namespace {

/// The changed text with every hunk put back, from the last to the first.
QString restored(const QString& changed, const std::vector<Hunk>& hunks)
{
    QStringList lines = changed.split('\n');
    for (auto hunk = hunks.rbegin(); hunk != hunks.rend(); ++hunk) {
        for (int i = 0; i < hunk->count; ++i)
            lines.removeAt(hunk->line - 1);
        for (int i = 0; i < hunk->original.size(); ++i)
            lines.insert(hunk->line - 1 + i, hunk->original[i]);
    }
    return lines.join('\n');
}

} // namespace

TEST(LineDifference, NothingDiffersInTheSameText) { EXPECT_TRUE(hunksOf("a\nb\n", "a\nb\n").empty()); }

TEST(LineDifference, AChangedAnAddedAndAMissingLineAreAHunkEach)
{
    EXPECT_EQ(hunksOf("a\nb\nc", "a\nX\nc"), (std::vector{Hunk{2, 1, {"b"}, 2}}));
    EXPECT_EQ(hunksOf("a\nc", "a\nb\nc"), (std::vector{Hunk{2, 1, {}, 2}}));
    EXPECT_EQ(hunksOf("a\nb\nc", "a\nc"), (std::vector{Hunk{2, 0, {"b"}, 2}}));
    EXPECT_EQ(hunksOf("a\nb\nc\nd\ne", "X\nb\nc\nd\nY").size(), 2U);
}

TEST(LineDifference, AHunkIsFoundByItsLines)
{
    const std::vector<Hunk> hunks = hunksOf("a\nb\nc\nd", "a\nX\nY\nd");
    ASSERT_EQ(hunks.size(), 1U);
    EXPECT_EQ(hunkAt(hunks, 1), nullptr);
    EXPECT_EQ(hunkAt(hunks, 2), &hunks.front());
    EXPECT_EQ(hunkAt(hunks, 3), &hunks.front());
    EXPECT_EQ(hunkAt(hunks, 4), nullptr);
    EXPECT_EQ(hunkNear(hunks, 1), &hunks.front());
    EXPECT_EQ(hunkNear(hunks, 4), nullptr);
}

TEST(LineDifference, PutBackItGivesTheOriginalWhateverTheTexts)
{
    std::mt19937 random{42};
    const auto text = [&] {
        QStringList lines;
        for (auto i = random() % 12; i > 0; --i)
            lines += QString(QChar('a' + static_cast<int>(random() % 4)));
        return lines.join('\n');
    };
    for (int i = 0; i < 2000; ++i) {
        const QString original = text();
        const QString changed = text();
        ASSERT_EQ(restored(changed, hunksOf(original, changed)), original)
            << original.toStdString() << "\nchanged to\n" << changed.toStdString();
    }
}

TEST(LineDifference, VeryLongTextsAreOneHunk)
{
    QStringList before;
    QStringList after;
    for (int i = 0; i < 5000; ++i) {
        before += QString::number(i);
        after += QString::number(-i - 1);
    }
    EXPECT_EQ(hunksOf(before.join('\n'), after.join('\n')).size(), 1U);
}

} // namespace awaitscope
