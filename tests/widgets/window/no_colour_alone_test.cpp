// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "support/window_test.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"

#include <QImage>

#include <array>
#include <cmath>

namespace awaitscope {

namespace {

enum class Eye { grey, deuteranope };

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// How light a pixel is to an eye that sees no colours, or no difference of red and green: 0 to 1. The latter by the matrix
/// for deuteranopia of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency" (2009), severity 1.
double lightness(QRgb pixel, Eye eye)
{
    double red = linear(qRed(pixel));
    double green = linear(qGreen(pixel));
    double blue = linear(qBlue(pixel));
    if (eye == Eye::deuteranope) {
        const std::array seen{0.367322 * red + 0.860646 * green - 0.227968 * blue,
                              0.280085 * red + 0.672501 * green + 0.047413 * blue,
                              -0.011820 * red + 0.042940 * green + 0.968881 * blue};
        red = std::clamp(seen[0], 0.0, 1.0);
        green = std::clamp(seen[1], 0.0, 1.0);
        blue = std::clamp(seen[2], 0.0, 1.0);
    }
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

double contrast(double a, double b) { return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05); }

class NoColourAlone : public testing::TestWithParam<std::tuple<Theme::Look, Eye>>
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms"));
        test::showActive(window, QSize(1440, 900));
        ASSERT_TRUE(test::waitFor([this] { return session.sweep().has_value(); }));
        test::settle();
    }

    static QImage pictureOf(QWidget& widget) { return widget.grab().toImage().convertToFormat(QImage::Format_RGB32); }

    double at(const QImage& image, QPointF point) const
    {
        return lightness(image.pixel(point.toPoint()), std::get<Eye>(GetParam()));
    }

    /// Which pixels of the part stand out from its upper left corner, as seen by this eye.
    std::vector<bool> shapeIn(const QImage& image, QRect part) const
    {
        const double ground = at(image, part.topLeft());
        std::vector<bool> shape;
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x)
                shape.push_back(contrast(at(image, QPointF(x, y)), ground) > 1.5);
        }
        return shape;
    }

    /// How much the lightness within the part varies: the greatest contrast in it.
    double variety(const QImage& image, QRect part) const
    {
        double least = 1;
        double most = 0;
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x) {
                least = std::min(least, at(image, QPointF(x, y)));
                most = std::max(most, at(image, QPointF(x, y)));
            }
        }
        return contrast(least, most);
    }

    Session session{test::builtInCatalogue()};
    MainWindow window{session, Theme::of(std::get<Theme::Look>(GetParam())), nullptr};
};

const ScopeLane& laneOf(const LanePlot& plot, ScopeLane::Kind kind, std::size_t& index)
{
    const std::vector<ScopeLane>& lanes = plot.model().lanes;
    for (index = 0; index < lanes.size(); ++index) {
        if (lanes[index].kind == kind)
            return lanes[index];
    }
    throw std::logic_error("no such lane");
}

} // namespace

TEST_P(NoColourAlone, AVerdictHasItsMarkAndItsWords)
{
    const auto shapeOf = [this](VerdictBar& bar) {
        const int side = static_cast<int>(window.theme().px(13));
        return shapeIn(pictureOf(bar), QRect(side - 1, bar.height() / 2 - 7, 14, 14));
    };
    VerdictBar& violated = window.centre().scopes().at(0)->verdictBar();
    VerdictBar& holds = window.centre().scopes().at(1)->verdictBar();
    const std::vector<bool> cross = shapeOf(violated);
    const std::vector<bool> tick = shapeOf(holds);
    const auto drawn = [](const std::vector<bool>& shape) { return std::count(shape.begin(), shape.end(), true); };
    EXPECT_GT(drawn(cross), 15) << "a cross";
    EXPECT_GT(drawn(tick), 10) << "a tick";
    std::size_t differing = 0;
    for (std::size_t i = 0; i < cross.size(); ++i)
        differing += cross[i] != tick[i];
    EXPECT_GT(differing, cross.size() / 10) << "of another shape";
    EXPECT_NE(violated.text().main, holds.text().main);
}

TEST_P(NoColourAlone, WaitingIsHatchedAndTheWorldIsPlain)
{
    LanePlot& plot = window.centre().scopes().at(0)->plot();
    const QImage picture = pictureOf(plot);
    std::size_t subject = 0;
    std::size_t world = 0;
    laneOf(plot, ScopeLane::Kind::coroutine, subject);
    laneOf(plot, ScopeLane::Kind::world, world);
    const auto corner = [&](std::size_t lane) {
        const QRectF span = plot.scopeLayout().lanes.at(lane).spans.at(0);
        return QRect(static_cast<int>(span.left()) + 8, static_cast<int>(span.top()) + 4, 30, 8);
    };
    EXPECT_GT(variety(picture, corner(subject)), 1.25);
    EXPECT_LT(variety(picture, corner(world)), 1.05);
}

TEST_P(NoColourAlone, WhatHappenedIsFilledAndWhatNeverRanIsHollow)
{
    std::size_t lane = 0;
    LanePlot& buggy = window.centre().scopes().at(0)->plot();
    const ScopeLane& subject = laneOf(buggy, ScopeLane::Kind::coroutine, lane);
    ASSERT_EQ(subject.effects.size(), 1U);
    ASSERT_TRUE(subject.effects.front().lost);
    const QPointF hollow = *buggy.scopeLayout().lanes.at(lane).effects.at(0);
    const QImage lost = pictureOf(buggy);
    EXPECT_LT(contrast(at(lost, hollow), at(lost, QPointF(lost.width() - 2, hollow.y()))), 1.05);

    LanePlot& fixed = window.centre().scopes().at(1)->plot();
    laneOf(fixed, ScopeLane::Kind::state, lane);
    const QPointF filled = *fixed.scopeLayout().lanes.at(lane).effects.at(0);
    const QImage done = pictureOf(fixed);
    EXPECT_GT(contrast(at(done, filled), at(done, QPointF(done.width() - 2, filled.y()))), 2.5);
}

TEST_P(NoColourAlone, ACutIsAMarkThatStandsOutOfItsSpan)
{
    LanePlot& plot = window.centre().scopes().at(0)->plot();
    const QImage picture = pictureOf(plot);
    std::size_t lane = 0;
    const ScopeLane& subject = laneOf(plot, ScopeLane::Kind::coroutine, lane);
    ASSERT_TRUE(subject.spans.back().isCut());
    const QRectF span = plot.scopeLayout().lanes.at(lane).spans.back();
    const QRect blades(static_cast<int>(span.right()) - 7, static_cast<int>(span.top()) - 6, 15, 6);
    EXPECT_GT(variety(picture, blades), 3) << "above the span, where nothing else is drawn";
}

INSTANTIATE_TEST_SUITE_P(Eyes, NoColourAlone,
                         testing::Combine(testing::Values(Theme::Look::light, Theme::Look::dark,
                                                          Theme::Look::contrast),
                                          testing::Values(Eye::grey, Eye::deuteranope)));

} // namespace awaitscope
