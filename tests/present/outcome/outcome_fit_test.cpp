// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/outcome/outcome_fit.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

/// Letters as wide as half their height.
FittedWords fit(const QStringList& choices, double width, double height)
{
    return fitWords(choices, {width, height}, [](const QString& line, double size) {
        return QSizeF(size / 2 * static_cast<double>(line.size()), size);
    });
}

} // namespace

TEST(OutcomeFit, TakesTheLongestWordsInTheLargestTypeThatFits)
{
    const QStringList choices{"paid, not stored", "paid"};
    EXPECT_EQ(fit(choices, 100, 25), (FittedWords{{"paid, not stored"}, 12.5}));
    EXPECT_EQ(fit(choices, 92, 25), (FittedWords{{"paid, not stored"}, 11.5}));
    EXPECT_EQ(fit(choices, 70, 25), (FittedWords{{"paid,", "not stored"}, 12.5})) << "two lines before a word is left out";
    EXPECT_EQ(fit(choices, 54, 22), (FittedWords{{"paid,", "not stored"}, 10.5}));
    EXPECT_EQ(fit(choices, 54, 20), (FittedWords{{"paid"}, 12.5})) << "there is no room for two lines";
}

TEST(OutcomeFit, CutsOnlyTheLastOneAndOnlyWhereEnoughIsLeft)
{
    EXPECT_EQ(fit({"threw multiple_exceptions", "threw"}, 28, 25), (FittedWords{{"threw"}, 10.5}));
    EXPECT_EQ(fit({"multiple_exceptions", {}}, 60, 25), (FittedWords{{"multiple_…"}, 11.5}));
    EXPECT_TRUE(fit({"multiple_exceptions"}, 20, 25).lines.isEmpty());
    EXPECT_TRUE(fit({}, 100, 25).lines.isEmpty());
}

} // namespace awaitscope
