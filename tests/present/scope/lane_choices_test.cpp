// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/lane_bands.hpp"
#include "present/scope/lane_choices.hpp"
#include "present/scope/scope_layout.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

ScopeLane lane(const QString& name, VirtualDuration busy, ScopeLane::Kind kind = ScopeLane::Kind::coroutine)
{
    ScopeLane result;
    result.id = name;
    result.name = name;
    result.kind = kind;
    result.tall = true;
    ScopeSpan span;
    span.end = VirtualTime{busy};
    span.begun = true;
    span.number = 1;
    span.text = QStringLiteral("waits");
    result.spans = {span};
    return result;
}

ScopeModel model()
{
    ScopeModel result;
    result.lanes = {lane("run", 10ms), lane("ship", 20ms), lane("bill", 30ms), lane("cache", 1s, ScopeLane::Kind::state)};
    return result;
}

QStringList namesOf(const LaneChoices& choices)
{
    ScopeModel shown = model();
    choices.applyTo(shown);
    QStringList names;
    for (const ScopeLane& each : shown.lanes)
        names += each.name;
    return names;
}

} // namespace

TEST(LaneChoices, LeaveLanesAsTheyAreUntilSomebodyChooses)
{
    const LaneChoices choices;
    EXPECT_EQ(namesOf(choices), (QStringList{"run", "ship", "bill", "cache"}));
    EXPECT_TRUE(choices.areAllShown());
}

TEST(LaneChoices, SortCoroutinesBelowTheRootAndAboveTheWorld)
{
    LaneChoices choices;
    choices.setOrder(LaneChoices::Order::byName);
    EXPECT_EQ(namesOf(choices), (QStringList{"run", "bill", "ship", "cache"}));
    choices.setOrder(LaneChoices::Order::busiestFirst);
    EXPECT_EQ(namesOf(choices), (QStringList{"run", "bill", "ship", "cache"}));
    choices.setOrder(LaneChoices::Order::asTheyBegin);
    EXPECT_EQ(namesOf(choices), (QStringList{"run", "ship", "bill", "cache"}));
}

TEST(LaneChoices, HideLanesButNeverAllOfThem)
{
    LaneChoices choices;
    choices.setHidden("ship", true);
    EXPECT_EQ(namesOf(choices), (QStringList{"run", "bill", "cache"}));
    for (const char* const name : {"run", "bill", "cache"})
        choices.setHidden(name, true);
    EXPECT_EQ(namesOf(choices).size(), 4);
    choices.showAll();
    EXPECT_EQ(namesOf(choices).size(), 4);
    EXPECT_FALSE(choices.isHidden("ship"));
}

TEST(LaneChoices, MakeALaneLowWithItsNumbersAndWithoutItsWords)
{
    LaneChoices choices;
    choices.setLow("bill", true);
    ScopeModel shown = model();
    choices.applyTo(shown);
    EXPECT_TRUE(shown.lanes[2].low);
    EXPECT_EQ(shown.lanes[2].spans.front().text, "waits") << "who listens hears it";
    const ScopeMeasures measures{[](const QString& text) { return 7.0 * static_cast<double>(text.size()); },
                                 [](const QString& text) { return 7.0 * static_cast<double>(text.size()); },
                                 [](const QString& text) { return 7.0 * static_cast<double>(text.size()); }, 16};
    const ScopeLayout layout = layOut(shown, {VirtualDuration{40'000}, 100, 900}, QRectF(0, 0, 1000, 700), 1, measures);
    EXPECT_EQ(layout.lanes[2].spanLabels.front().text, "");
    EXPECT_TRUE(layout.lanes[2].spanLabels.front().badge);
    EXPECT_EQ(layout.lanes[1].spanLabels.front().text, "waits");
    const std::vector<LaneBand> bands = layOutLanes(shown.lanes, 0, 700);
    EXPECT_LT(bands[2].height * 2, bands[1].height);
}

} // namespace awaitscope
