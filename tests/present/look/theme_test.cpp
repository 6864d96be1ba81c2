// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/theme.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace awaitscope {

namespace {

constexpr double readable = 4.5; // WCAG 2 AA for text
constexpr double enhanced = 7.0; // WCAG 2 AAA for text
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
        {"text on a fault", theme.fault.text, theme.fault.fill},
        {"fault text on a panel", theme.fault.text, theme.panel},
        {"code on a line that ended the run", theme.text, theme.fault.fill},
        {"text on cut", theme.cut.text, theme.cut.fill},
        {"cut text on a panel", theme.cut.text, theme.panel},
        {"text on a pressed choice", theme.clickable.text, theme.clickable.fill},
        {"a link on a panel", theme.clickable.line, theme.panel},
        {"a link on the window", theme.clickable.line, theme.window},
        {"text on not applicable", theme.notApplicable.text, theme.notApplicable.fill},
        {"not applicable text on a panel", theme.notApplicable.text, theme.panel},
        {"a badge's number", theme.badgeText, theme.badge},
        {"a toggle that is on", theme.text, theme.cut.fill},
        {"a tab that is not chosen", theme.secondaryText, theme.panel},
        {"a menu's chosen line", theme.clickable.text, theme.clickable.fill},
        {"a message of an error", theme.text, theme.cut.fill},
        {"a link over what is covered", theme.clickable.line, theme.panel},
        {"code on a marked line", theme.text, theme.notApplicable.fill},
        {"code on a line that ran", theme.text, theme.holds.fill},
        {"code on a line that never ran", theme.text, theme.violated.fill},
        {"words on a marked line", theme.notApplicable.text, theme.notApplicable.fill},
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

class EveryTheme : public testing::TestWithParam<Theme::Look>
{
protected:
    const Theme theme = Theme::of(GetParam());
};

std::string themeName(const testing::TestParamInfo<Theme::Look>& info)
{
    return info.param == Theme::Look::dark ? "dark" : info.param == Theme::Look::contrast ? "contrast" : "light";
}

} // namespace

TEST_P(EveryTheme, HaveReadableTextOnEveryGround)
{
    for (const Pair& pair : textsOf(theme))
        EXPECT_GE(contrastRatio(pair.ink, pair.ground), theme.look == Theme::Look::contrast ? enhanced : readable)
            << pair.what;
}

TEST_P(EveryTheme, HaveShapesThatStandOutFromTheirGround)
{
    for (const Pair& pair : shapesOf(theme))
        EXPECT_GE(contrastRatio(pair.ink, pair.ground), visible) << pair.what;
}

TEST_P(EveryTheme, LeaveNoWordToReplaceInTheStyleSheet)
{
    EXPECT_FALSE(theme.styleSheet().contains('@'));
    EXPECT_TRUE(theme.styleSheet().contains(theme.panel.name()));
}

TEST_P(EveryTheme, HaveAToneForEachVerdict)
{
    EXPECT_EQ(theme.toneOf(Verdict::violated).text, theme.violated.text);
    EXPECT_EQ(theme.toneOf(Verdict::holds).text, theme.holds.text);
    EXPECT_EQ(theme.toneOf(Verdict::notApplicable).text, theme.notApplicable.text);
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme,
                         testing::Values(Theme::Look::light, Theme::Look::dark, Theme::Look::contrast), themeName);

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
