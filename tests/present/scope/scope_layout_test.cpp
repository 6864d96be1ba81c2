// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/scope_layout.hpp"
#include "support/alan_traces.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

constexpr VirtualDuration length = 400ms;

double measure(const QString& text) { return 7.5 * static_cast<double>(text.size()); }

ScopeMeasures measures() { return {measure, measure, measure, 16}; }

ScopeLayout layoutOf(const ScopeModel& model, double width)
{
    return layOut(model, {length, 120, width - 26}, {0, 0, width, 190}, 1, measures());
}

/// Only what lies from `from` on, `seen` long.
ScopeLayout zoomed(const ScopeModel& model, VirtualDuration from, VirtualDuration seen, double width = 700)
{
    return layOut(model, {seen, 120, width - 26, VirtualTime{from}}, {0, 0, width, 190}, 1, measures());
}

std::vector<Interval> textsOf(const LaneLayout& lane)
{
    std::vector<Interval> texts;
    for (const auto& labels : {lane.spanLabels, lane.ghostLabels}) {
        for (const PlacedLabel& label : labels) {
            if (!label.isHidden())
                texts.push_back(label.extent);
        }
    }
    for (const auto& notes : {lane.effectNotes, lane.valueNotes, lane.notes}) {
        for (const std::optional<PlacedNote>& note : notes) {
            if (note)
                texts.push_back(note->extent);
        }
    }
    return texts;
}

} // namespace

TEST(ScopeLayout, NeverLetsTextsOverlapOrLeaveTheScope)
{
    int texts = 0;
    for (const CancelModel cancel : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        for (const bool fixed : {false, true}) {
            for (VirtualDuration timeout = 0ms; timeout <= 400ms; timeout += 5ms) {
                const ScopeModel model = scopeOf(test::alanRun(fixed, cancel, timeout), VirtualTime{length}, length);
                for (const ScopeLayout& layout :
                     {layoutOf(model, 700), layOut(model, {length, 120, 454}, {0, 0, 480, 190}, 1, measures()),
                      layOut(model, {length, 120, 700}, {0, 0, 700, 260}, 1.25, measures()),
                      zoomed(model, 100ms, 200ms), zoomed(model, 245ms, 10ms), zoomed(model, 299ms, 101ms)}) {
                    for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
                        if (model.lanes[i].kind == ScopeLane::Kind::state)
                            continue; // its lateness stands under its line
                        const std::vector<Interval> placed = textsOf(layout.lanes[i]);
                        for (std::size_t a = 0; a < placed.size(); ++a) {
                            ++texts;
                            ASSERT_GE(placed[a].left, 120);
                            ASSERT_LE(placed[a].right, layout.area.right());
                            for (std::size_t b = 0; b < a; ++b) {
                                ASSERT_TRUE(placed[a].right <= placed[b].left + 0.01
                                            || placed[b].right <= placed[a].left + 0.01)
                                    << model.lanes[i].name.toStdString() << " at " << timeout.count() << " width "
                                    << layout.area.width() << " from " << toMicroseconds(layout.axis.from);
                            }
                        }
                    }
                }
            }
        }
    }
    EXPECT_GT(texts, 5000) << "there was something to compare";
}

TEST(ScopeLayout, NamesTheLostEffectWhereThereIsRoom)
{
    for (const bool fixed : {false, true}) {
        const ScopeModel model = scopeOf(test::alanRun(fixed, CancelModel::asio, 100ms), VirtualTime{length}, length);
        const LaneLayout subject = layoutOf(model, 700).lanes.front();
        ASSERT_EQ(subject.effectNotes.size(), 1u);
        ASSERT_TRUE(subject.effectNotes[0]) << (fixed ? "fixed" : "buggy");
        EXPECT_EQ(subject.effectNotes[0]->text, "cache.set\nnever ran");
    }
}

TEST(ScopeLayout, FindsWhatLiesUnderThePointer)
{
    const ScopeModel model = scopeOf(test::alanRun(false, CancelModel::asio, 250ms), VirtualTime{length}, length);
    const ScopeLayout layout = layoutOf(model, 700);
    const LaneLayout& subject = layout.lanes.front();
    EXPECT_EQ(layout.hit(model, subject.spans[0].center()).await, 1);
    EXPECT_EQ(layout.hit(model, subject.spans[1].center()).await, 2);
    EXPECT_EQ(layout.hit(model, subject.ghosts[0].center()).await, 0) << "the rest of 2 is no target of its own";
    const ScopeHit lost = layout.hit(model, subject.effects[0].value());
    EXPECT_EQ(lost.await, 0);
    EXPECT_EQ(lost.moment, std::nullopt) << "it has no moment";
    EXPECT_GT(lost.line, 0) << "but a line that never ran";
    EXPECT_TRUE(lost.tip.contains("cache.set never ran")) << lost.tip.toStdString();
    EXPECT_EQ(layout.hit(model, {5, 5}).await, 0);
    EXPECT_TRUE(layout.hit(model, {5, 5}).tip.isEmpty());
}

TEST(ScopeLayout, FindsTheMomentAndTheLineOfACutAndOfAnEffect)
{
    const ScopeModel buggy = scopeOf(test::alanRun(false, CancelModel::drop, 250ms), VirtualTime{length}, length);
    const ScopeLayout layout = layoutOf(buggy, 700);
    const QRectF cut = layout.lanes.front().spans[1];
    const ScopeHit onCut = layout.hit(buggy, {cut.right() + 3, cut.bottom() + 3});
    EXPECT_EQ(onCut.moment, VirtualTime{250ms});
    EXPECT_GT(onCut.line, 0);
    EXPECT_EQ(onCut.await, 0) << "the blades are no part of the await";
    EXPECT_TRUE(onCut.tip.startsWith("250 ms: the timeout cut 2 channel.send.")) << onCut.tip.toStdString();

    const ScopeModel fixed = scopeOf(test::alanRun(true, CancelModel::asio, 250ms), VirtualTime{length}, length);
    const ScopeLayout other = layoutOf(fixed, 700);
    for (std::size_t i = 0; i < fixed.lanes.size(); ++i) {
        if (fixed.lanes[i].kind != ScopeLane::Kind::state)
            continue;
        const ScopeHit onWrite = other.hit(fixed, other.lanes[i].effects.at(0).value());
        EXPECT_EQ(onWrite.moment, VirtualTime{200ms});
        EXPECT_GT(onWrite.line, 0);
    }
}

TEST(ScopeLayout, CutsOffAtTheAxisWhatReachesBeyondIt)
{
    const ScopeModel model = scopeOf(test::alanRun(false, CancelModel::asio, 250ms), VirtualTime{length}, length);
    const ScopeLayout layout = zoomed(model, 210ms, 20ms);
    const LaneLayout& subject = layout.lanes.front();
    EXPECT_TRUE(subject.spans[0].isNull()) << "await 1 was over before";
    EXPECT_LT(subject.spans[1].left(), layout.bleed.left) << "its outline lies where nothing is painted";
    EXPECT_GT(subject.spans[1].right(), layout.bleed.right);
    EXPECT_EQ(subject.spanLabels[1].text, "channel.send") << "named in the middle of what is seen of it";
    EXPECT_NEAR((subject.spanLabels[1].extent.left + subject.spanLabels[1].extent.right) / 2, 397, 1);
    EXPECT_FALSE(subject.effects[0]) << "the lost write would have come later";
    EXPECT_FALSE(subject.effectNotes[0]);
    EXPECT_EQ(layout.hit(model, {300, subject.noteY}).await, 2);
}

TEST(ScopeLayout, WritesWordsBesideTheLineOfTheTimeoutWhereThereIsRoom)
{
    const auto noteOf = [](VirtualDuration timeout) {
        const ScopeModel model =
            callerScopeOf(test::alanRun(false, CancelModel::asio, timeout), VirtualTime{length}, length);
        return layoutOf(model, 700).lanes.front().notes.at(0);
    };
    const TimeAxis axis{length, 120, 674};
    ASSERT_TRUE(noteOf(302ms));
    EXPECT_GT(noteOf(302ms)->extent.left, axis.toX(302ms));
    ASSERT_TRUE(noteOf(390ms));
    EXPECT_LT(noteOf(390ms)->extent.right, axis.toX(390ms));
    EXPECT_TRUE(noteOf(350ms)) << "no room on either side: said all the same";
}

TEST(ScopeLayout, WritesWordsOfASpanAcrossTheLineWhereNeitherSideHasRoom)
{
    const ScopeModel model = scopeOf(test::alanRun(false, CancelModel::asio, 250ms), VirtualTime{length}, length);
    for (const double width : {800.0, 944.0}) {
        const ScopeLayout layout = layoutOf(model, width);
        for (std::size_t i = 0; i < model.lanes.size(); ++i) {
            if (model.lanes[i].name == "client") {
                EXPECT_EQ(layout.lanes[i].spanLabels.front().text, "not ready") << width;
            }
        }
    }
}

TEST(ScopeLayout, SaysWhatTheClientGotEvenWhileTheSendGoesOn)
{
    const ScopeModel model = scopeOf(test::alanRun(false, CancelModel::eager, 250ms), VirtualTime{length}, length);
    const ScopeLayout layout = layoutOf(model, 944);
    for (std::size_t i = 0; i < model.lanes.size(); ++i) {
        if (model.lanes[i].name == "client") {
            ASSERT_TRUE(layout.lanes[i].notes.front());
            EXPECT_EQ(layout.lanes[i].notes.front()->text, "gets v1, three weeks old");
        }
    }
}

namespace {

ScopeSpan span(VirtualDuration begin, VirtualDuration end, int number, const QString& text, ScopeSpan::End how = ScopeSpan::End::done)
{
    ScopeSpan made;
    made.begin = VirtualTime{begin};
    made.end = VirtualTime{end};
    made.filledTo = made.end;
    made.begun = true;
    made.waiting = true;
    made.how = how;
    made.number = number;
    made.text = text;
    made.shortText = text;
    return made;
}

ScopeEffect effect(VirtualDuration at, const QString& name, bool isLost = false)
{
    ScopeEffect made;
    made.at = VirtualTime{at};
    made.lost = isLost;
    made.name = name;
    made.words = isLost ? "never ran" : "";
    return made;
}

bool meet(const Interval& a, const Interval& b) { return a.left < b.right - 0.01 && b.left < a.right - 0.01; }

/// Nothing that is written stands in a diamond, and nothing that stands beside its await across the outline of a ghost.
void expectClear(const ScopeModel& model, const ScopeLayout& layout)
{
    for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
        const LaneLayout& lane = layout.lanes[i];
        SCOPED_TRACE(model.lanes[i].name.toStdString());
        for (const Interval& text : textsOf(lane)) {
            for (const std::optional<QPointF>& diamond : lane.effects) {
                if (diamond) {
                    EXPECT_FALSE(meet(text, {diamond->x() - lane.diamond, diamond->x() + lane.diamond})) << text.left;
                }
            }
        }
        for (const PlacedLabel& label : lane.spanLabels) {
            for (const QRectF& ghost : lane.ghosts) {
                for (const double edge : {ghost.left(), ghost.right()}) {
                    if (label.outside && !label.isHidden()) {
                        EXPECT_FALSE(meet(label.extent, {edge - 1, edge + 1})) << label.text.toStdString();
                    }
                }
            }
        }
    }
}

} // namespace

TEST(ScopeLayout, LetsNoLabelOfAnAwaitThatNeverStartedCrossWhatWouldHaveCome)
{
    ScopeModel model;
    ScopeLane& lane = model.lanes.emplace_back();
    lane.kind = ScopeLane::Kind::coroutine;
    lane.tall = true;
    lane.name = "session";
    lane.spans = {span(0ms, 100ms, 1, "talk.async_wait", ScopeSpan::End::cancelled),
                  span(100ms, 100ms, 2, "goodBye.async_wait", ScopeSpan::End::refused)};
    lane.ghosts = {{VirtualTime{100ms}, VirtualTime{200ms}, 0, {}, {}, {}}};
    lane.effects = {effect(200ms, "talked", true)};
    model.timeout = VirtualTime{100ms};
    for (const double width : {480.0, 700.0, 1100.0}) {
        const ScopeLayout layout = layoutOf(model, width);
        expectClear(model, layout);
        EXPECT_TRUE(layout.lanes[0].spanLabels[1].badge) << "its number is told, at " << width;
        ASSERT_TRUE(layout.lanes[0].effectNotes[0]) << width;
        EXPECT_EQ(layout.lanes[0].effectNotes[0]->text, "talked\nnever ran");
    }
}

TEST(ScopeLayout, PutsBadgesBesideDiamondsAndNotUnderThem)
{
    ScopeModel model;
    ScopeLane& lane = model.lanes.emplace_back();
    lane.kind = ScopeLane::Kind::coroutine;
    lane.tall = true;
    lane.name = "reader";
    lane.spans = {span(0ms, 100ms, 9, "sleep_for"), span(100ms, 100ms, 11, "queue.pop"), span(100ms, 200ms, 12, "sleep_for"),
                  span(200ms, 200ms, 13, "queue.pop")};
    lane.effects = {effect(100ms, "handled"), effect(200ms, "handled")};
    for (const double width : {480.0, 700.0}) {
        const ScopeLayout layout = layoutOf(model, width);
        expectClear(model, layout);
        const LaneLayout& placed = layout.lanes[0];
        EXPECT_TRUE(placed.spanLabels[0].badge && placed.spanLabels[2].badge && placed.spanLabels[3].badge) << width;
        ASSERT_TRUE(placed.effectNotes[1]) << "what was done is said, past the number";
        EXPECT_GT(placed.effectNotes[1]->extent.left, placed.spanLabels[3].extent.right);
    }
}

TEST(ScopeLayout, KeepsWordsOutOfTheCrossOfACrash)
{
    ScopeModel model;
    ScopeLane& lane = model.lanes.emplace_back();
    lane.kind = ScopeLane::Kind::coroutine;
    lane.tall = true;
    lane.name = "run";
    lane.spans = {span(0ms, 100ms, 1, "talk.async_wait")};
    lane.crash = VirtualTime{100ms};
    ScopeNote& note = lane.notes.emplace_back();
    note.at = VirtualTime{100ms};
    note.text = "a fault in line 6 ends the run";
    note.shortText = "fault";
    for (const double width : {480.0, 700.0, 1100.0}) {
        const ScopeLayout layout = layoutOf(model, width);
        const double x = layout.axis.toX(VirtualTime{100ms});
        for (const Interval& text : textsOf(layout.lanes[0]))
            EXPECT_FALSE(meet(text, {x - 8, x + 8})) << text.left << " at " << width;
        EXPECT_TRUE(layout.lanes[0].spanLabels[0].badge) << width;
        EXPECT_TRUE(layout.lanes[0].notes[0]) << width;
    }
}

} // namespace awaitscope
