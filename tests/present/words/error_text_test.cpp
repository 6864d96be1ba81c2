// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/error_text.hpp"

#include <QStringList>

#include <gtest/gtest.h>

namespace awaitscope {

TEST(ErrorTextTest, LeavesAnOrdinaryMessageAlone)
{
    const QString message = "timeout=soon: expected a duration such as 250ms, or none.";
    EXPECT_EQ(shortened(message), message);
    EXPECT_EQ(shortened("one\ntwo"), "one\ntwo");
}

TEST(ErrorTextTest, CutsAMegabyteInItsMiddle)
{
    const QString message = "There is no lesson '" + QString(1'000'000, 'x') + "'. There is: alan-caches-requests.";
    const QString text = shortened(message);
    EXPECT_LE(text.size(), 400);
    EXPECT_TRUE(text.startsWith("There is no lesson 'xxx")) << text.toStdString();
    EXPECT_TRUE(text.endsWith("There is: alan-caches-requests.")) << text.toStdString();
    EXPECT_TRUE(text.contains(QChar(0x2026)));
    for (const QString& word : text.split(' '))
        EXPECT_LE(word.size(), 64);
}

TEST(ErrorTextTest, ShowsFourLinesAtMost)
{
    EXPECT_EQ(shortened("1\n2\n3\n4"), "1\n2\n3\n4");
    EXPECT_EQ(shortened("1\n2\n3\n4\n5\r\n6"), "1\n2\n…\n6");
    EXPECT_LE(shortened(QString("line\n").repeated(100'000)).count('\n'), 3);
}

TEST(ErrorTextTest, ShowsNothingThatCannotBeSeen) { EXPECT_EQ(shortened(QString("a\tb") + QChar(0) + 'c'), "a b c"); }

TEST(ErrorTextTest, NeverCutsACharacterInTwo)
{
    const QString face = QString::fromUcs4(U"\U0001F600");
    for (int before = 0; before < 4; ++before) {
        const QString text = shortened(QString(before, 'x') + face.repeated(200));
        EXPECT_FALSE(text.toUtf8().contains('?')) << before;
        EXPECT_TRUE(text.isValidUtf16()) << before;
    }
}

TEST(ErrorTextTest, KeepsMarkupFromActingInATooltip)
{
    EXPECT_EQ(tooltipOf("<b>a</b>\nb"), "<p>&lt;b&gt;a&lt;/b&gt;<br>b</p>");
    EXPECT_LE(tooltipOf(QString(1'000'000, 'x')).size(), 3'100);
}

} // namespace awaitscope
