// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/theme.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace awaitscope {

namespace {

constexpr double readable = 4.5; // WCAG 2 AA for text
constexpr double visible = 3.0;  // WCAG 2 AA for what is not text

struct Pair
{
    const char* what;
    QColor ink;
    QColor ground;
};

std::vector<Pair> textsOf(const Theme& theme)
{
    return {
        {"text on a panel", theme.text, theme.panel},
        {"text on the window", theme.text, theme.window},
        {"secondary text on a panel", theme.secondaryText, theme.panel},
        {"secondary text on the window", theme.secondaryText, theme.window},
        {"text on waiting", theme.waiting.text, theme.waiting.fill},
        {"text on the hatch of waiting", theme.waiting.text, theme.hatch},
        {"text on violated", theme.violated.text, theme.violated.fill},
        {"violated text on a panel", theme.violated.text, theme.panel},
        {"text on holds", theme.holds.text, theme.holds.fill},
        {"holds text on a panel", theme.holds.text, theme.panel},
        {"text on cut", theme.cut.text, theme.cut.fill},
        {"cut text on a panel", theme.cut.text, theme.panel},
        {"text on a pressed choice", theme.clickable.text, theme.clickable.fill},
        {"a link on a panel", theme.clickable.line, theme.panel},
        {"a link on the window", theme.clickable.line, theme.window},
        {"text on not applicable", theme.notApplicable.text, theme.notApplicable.fill},
        {"not applicable text on a panel", theme.notApplicable.text, theme.panel},
        {"a badge's number", theme.badgeText, theme.badge},
    };
}

std::vector<Pair> shapesOf(const Theme& theme)
{
    return {
        {"a waiting span's outline", theme.waiting.line, theme.panel},
        {"a violated outline", theme.violated.line, theme.panel},
        {"a holds outline", theme.holds.line, theme.panel},
        {"the cut mark", theme.cut.line, theme.panel},
        {"a ghost", theme.notApplicable.line, theme.panel},
        {"a run tick", theme.run, theme.panel},
    };
}

class BothThemes : public testing::TestWithParam<bool>
{
protected:
    const Theme theme = GetParam() ? Theme::darkTheme() : Theme::light();
};

std::string themeName(const testing::TestParamInfo<bool>& info) { return info.param ? "dark" : "light"; }

} // namespace

TEST_P(BothThemes, HaveReadableTextOnEveryGround)
{
    for (const Pair& pair : textsOf(theme))
        EXPECT_GE(contrastRatio(pair.ink, pair.ground), readable) << pair.what;
}

TEST_P(BothThemes, HaveShapesThatStandOutFromTheirGround)
{
    for (const Pair& pair : shapesOf(theme))
        EXPECT_GE(contrastRatio(pair.ink, pair.ground), visible) << pair.what;
}

TEST_P(BothThemes, LeaveNoWordToReplaceInTheStyleSheet)
{
    EXPECT_FALSE(theme.styleSheet().contains('@'));
    EXPECT_TRUE(theme.styleSheet().contains(theme.panel.name()));
}

TEST_P(BothThemes, HaveAToneForEachVerdict)
{
    EXPECT_EQ(theme.toneOf(Verdict::violated).text, theme.violated.text);
    EXPECT_EQ(theme.toneOf(Verdict::holds).text, theme.holds.text);
    EXPECT_EQ(theme.toneOf(Verdict::notApplicable).text, theme.notApplicable.text);
}

INSTANTIATE_TEST_SUITE_P(Themes, BothThemes, testing::Bool(), themeName);

TEST(ThemeTest, MeasuresContrastAsTheStandardDoes)
{
    EXPECT_DOUBLE_EQ(contrastRatio(Qt::black, Qt::white), 21.0);
    EXPECT_DOUBLE_EQ(contrastRatio(Qt::white, Qt::white), 1.0);
    // #767676 is the well-known lightest grey that passes on white.
    EXPECT_GE(contrastRatio(QColor("#767676"), Qt::white), 4.5);
    EXPECT_LT(contrastRatio(QColor("#777777"), Qt::white), 4.5);
}

TEST(ThemeTest, FollowsTheLightnessOfTheSystem)
{
    EXPECT_FALSE(Theme::following(QPalette(Qt::white)).dark);
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    EXPECT_TRUE(Theme::following(dark).dark);
}

TEST(ThemeTest, GrowsTypeWithTheScale)
{
    EXPECT_EQ(Theme::light(2).ui.pixelSize(), 2 * Theme::light().ui.pixelSize());
    EXPECT_EQ(Theme::light(2).codeFont(12).pixelSize(), 24);
    EXPECT_DOUBLE_EQ(Theme::light(1.5).px(10), 15.0);
}

} // namespace awaitscope
