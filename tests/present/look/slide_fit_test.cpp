// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/slide_fit.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

SlideNeeds::AtScale growing(double pixels)
{
    return [pixels](double scale) { return pixels * scale; };
}

const SlideNeeds needs{.code = growing(455), .codeLeast = growing(410), .centre = 560, .height = growing(640)};

} // namespace

TEST(SlideFitTest, TypeIsAsLargeAsWidthAndHeightAllow)
{
    for (const QSize size : {QSize(1024, 768), QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080), QSize(2560, 1440)}) {
        const SlideFit fit = fitSlide(size, needs);
        EXPECT_GE(fit.scale, 1);
        EXPECT_LE(640 * fit.scale, size.height());
        EXPECT_GE(fit.code, 410 * fit.scale);
        EXPECT_GE(size.width() - fit.code, 559 * fit.scale);
        const double larger = fit.scale + 0.03;
        EXPECT_TRUE(640 * larger > size.height() || (560 + 410) * larger > size.width()) << "no larger one fits";
    }
}

TEST(SlideFitTest, CodeHasItsLongestLineBeforeTheTimelinesGetMoreThanTheyNeed)
{
    const SlideFit wide = fitSlide({1920, 1080}, needs);
    EXPECT_NEAR(wide.code, 455 * wide.scale, 1);
    const SlideFit narrow = fitSlide({1000, 900}, needs);
    EXPECT_LT(narrow.code, 455 * narrow.scale);
}

TEST(SlideFitTest, ItIsNeverSmallerThanOnADesk)
{
    EXPECT_EQ(fitSlide({640, 480}, needs).scale, 1);
}

TEST(SlideFitTest, APersonsWishCountsBesideWhatFits)
{
    const double fits = fitSlide({1366, 768}, needs).scale;
    EXPECT_DOUBLE_EQ(fitSlide({1366, 768}, needs, 1.5).scale, 1.5 * fits);
}

} // namespace awaitscope
