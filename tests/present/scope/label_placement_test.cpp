// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/label_placement.hpp"

#include <gtest/gtest.h>

#include <random>

namespace awaitscope {

namespace {

constexpr LabelMetrics metrics{.badge = 18, .gap = 4, .padding = 5};
constexpr Interval wholeLane{0, 500};

double fixedPitch(const QString& text) // a fixed pitch of 8 px
{
    return 8.0 * static_cast<double>(text.size());
}

LabelRequest send(double left, double right) { return {{left, right}, true, {"channel.send", "send"}, true}; }

bool overlap(Interval a, Interval b) { return a.left < b.right - 1e-6 && b.left < a.right - 1e-6; }

} // namespace

TEST(LabelPlacement, CentresTheWholeNameWhereItFits)
{
    const auto labels = placeLabels({send(100, 300)}, wholeLane, {}, metrics, fixedPitch);
    EXPECT_EQ(labels[0].text, "channel.send");
    EXPECT_TRUE(labels[0].badge);
    EXPECT_DOUBLE_EQ(labels[0].extent.left - 100, 300 - labels[0].extent.right);
    EXPECT_DOUBLE_EQ(labels[0].textLeft, labels[0].badgeLeft + 18 + 4);
}

TEST(LabelPlacement, ShortensTheNameBeforeItLeavesTheSpan)
{
    const auto labels = placeLabels({send(100, 170)}, wholeLane, {}, metrics, fixedPitch);
    EXPECT_EQ(labels[0].text, "send");
    EXPECT_FALSE(labels[0].outside);
}

TEST(LabelPlacement, KeepsTheBadgeAloneInANarrowSpan)
{
    const auto labels = placeLabels({send(100, 120)}, wholeLane, {}, metrics, fixedPitch);
    EXPECT_EQ(labels[0].text, "");
    EXPECT_TRUE(labels[0].badge);
    EXPECT_FALSE(labels[0].outside);
}

TEST(LabelPlacement, MovesOutsideWhereNotEvenTheBadgeFits)
{
    const auto labels = placeLabels({send(100, 104)}, wholeLane, {}, metrics, fixedPitch);
    EXPECT_TRUE(labels[0].outside);
    EXPECT_EQ(labels[0].text, "channel.send");
    EXPECT_GE(labels[0].extent.left, 104);
}

TEST(LabelPlacement, GoesLeftIfTheRightIsTaken)
{
    const auto labels = placeLabels({send(200, 204)}, wholeLane, {{206, 500}}, metrics, fixedPitch);
    EXPECT_TRUE(labels[0].outside);
    EXPECT_LE(labels[0].extent.right, 200);
}

TEST(LabelPlacement, KeepsClearOfALineThroughItsSpan)
{
    const auto labels = placeLabels({send(100, 400)}, wholeLane, {{248, 252}}, metrics, fixedPitch);
    EXPECT_EQ(labels[0].text, "channel.send");
    EXPECT_FALSE(overlap(labels[0].extent, {248, 252}));
    const auto beside = placeLabels({send(100, 400)}, wholeLane, {{120, 124}}, metrics, fixedPitch);
    EXPECT_DOUBLE_EQ(beside[0].extent.left - 100, 400 - beside[0].extent.right) << "in the middle if that is free";
}

TEST(LabelPlacement, HidesWhatFitsNowhere)
{
    const auto labels = placeLabels({send(200, 204)}, {190, 210}, {}, metrics, fixedPitch);
    EXPECT_TRUE(labels[0].isHidden());
}

TEST(LabelPlacement, NeverOverlapsAndNeverLeavesItsSpan)
{
    std::mt19937 random{7};
    std::uniform_real_distribution<double> width{0, 90};
    for (int round = 0; round < 500; ++round) {
        std::vector<LabelRequest> requests;
        for (double left = 0; left < 420;) {
            const double right = std::min(500.0, left + width(random));
            requests.push_back(send(left, right));
            left = right + (round % 2 ? 0 : width(random) / 3);
        }
        const auto labels = placeLabels(requests, wholeLane, {}, metrics, fixedPitch);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (labels[i].isHidden())
                continue;
            const Interval extent = labels[i].extent;
            ASSERT_GE(extent.left, wholeLane.left - 1e-6);
            ASSERT_LE(extent.right, wholeLane.right + 1e-6);
            for (std::size_t j = 0; j < labels.size(); ++j) {
                ASSERT_TRUE(i == j || labels[j].isHidden() || !overlap(extent, labels[j].extent));
                ASSERT_TRUE(i == j || !overlap(extent, requests[j].span)) << "a label lies on another's span";
            }
            if (!labels[i].outside) {
                ASSERT_GE(extent.left, requests[i].span.left - 1e-6);
                ASSERT_LE(extent.right, requests[i].span.right + 1e-6);
            }
        }
    }
}

TEST(NotePlacement, StandsRightOfItsAnchor)
{
    const auto note = placeNote(100, 6, wholeLane, {}, {"cache.set\nnever ran"}, fixedPitch);
    ASSERT_TRUE(note);
    EXPECT_EQ(note->extent, (Interval{106, 106 + 72}));
}

TEST(NotePlacement, IsShortenedBeforeItGoesLeft)
{
    const auto note = placeNote(400, 6, wholeLane, {}, {"timeout won: answers from the cache", "timeout won"}, fixedPitch);
    ASSERT_TRUE(note);
    EXPECT_EQ(note->text, "timeout won");
    EXPECT_GT(note->extent.left, 400);
}

TEST(NotePlacement, GoesLeftAndThenIsHidden)
{
    const auto left = placeNote(490, 6, wholeLane, {}, {"never ran"}, fixedPitch);
    ASSERT_TRUE(left);
    EXPECT_LE(left->extent.right, 484);
    EXPECT_FALSE(placeNote(490, 6, wholeLane, {{0, 489}}, {"never ran"}, fixedPitch));
}

TEST(LabelPlacement, StandsBesideALineThatWouldCrossIt)
{
    EXPECT_EQ(placeBeside({}, {100, 300}, 60), 170) << "in the middle";
    EXPECT_EQ(placeBeside(120, {100, 300}, 60), 170) << "the line is elsewhere";
    EXPECT_EQ(placeBeside(220, {100, 300}, 60), 130) << "in the larger part, before it";
    EXPECT_EQ(placeBeside(180, {100, 300}, 60), 210) << "behind it";
    EXPECT_EQ(placeBeside(200, {100, 300}, 120), 140) << "no part has the room: crossed, but there";
    EXPECT_EQ(placeBeside({}, {100, 150}, 60), std::nullopt);
}

} // namespace awaitscope
