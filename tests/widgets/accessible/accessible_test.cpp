// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outcome/outcome_map.hpp"
#include "support/waiting.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/transport/step_sentence.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window_keys.hpp"

#include <QAbstractButton>
#include <QAccessible>

#include <set>

namespace awaitscope {

namespace {

class AccessibleTest : public WindowKeysTest
{
protected:
    static QString textOf(QWidget& widget, QAccessible::Text which)
    {
        QAccessibleInterface* const face = QAccessible::queryAccessibleInterface(&widget);
        return face ? face->text(which) : QString();
    }

    /// Everything below, in the order in which a reader goes through it.
    static void walk(QAccessibleInterface* face, std::vector<QAccessibleInterface*>& found, int depth = 0)
    {
        ASSERT_LT(depth, 30);
        for (int i = 0; i < face->childCount(); ++i) {
            QAccessibleInterface* const child = face->child(i);
            if (!child || !child->isValid() || child->state().invisible)
                continue;
            found.push_back(child);
            walk(child, found, depth + 1);
        }
    }
};

} // namespace

TEST_F(AccessibleTest, EverythingThatTakesTheFocusHasANameAndARole)
{
    std::vector<QAccessibleInterface*> found;
    walk(QAccessible::queryAccessibleInterface(&window), found);
    int focusable = 0;
    for (QAccessibleInterface* const face : found) {
        if (!face->state().focusable || !face->object() || !face->object()->isWidgetType())
            continue;
        ++focusable;
        const QString name = face->text(QAccessible::Name);
        EXPECT_FALSE(name.isEmpty()) << face->object()->metaObject()->className();
        EXPECT_NE(face->role(), QAccessible::NoRole) << name.toStdString();
        EXPECT_NE(face->role(), QAccessible::Client) << name.toStdString() << face->object()->metaObject()->className();
        if (auto* const button = qobject_cast<QAbstractButton*>(face->object())) {
            EXPECT_EQ(face->state().checked, button->isChecked()) << name.toStdString();
            EXPECT_EQ(face->state().disabled, !button->isEnabled()) << name.toStdString();
        }
    }
    EXPECT_GT(focusable, 15);
}

TEST_F(AccessibleTest, APaintedScopeSaysWhatItShowsAndNothingMore)
{
    ScopeView& buggy = *window.centre().scopes().front();
    EXPECT_EQ(QAccessible::queryAccessibleInterface(&buggy.plot())->role(), QAccessible::Chart);
    EXPECT_EQ(textOf(buggy.plot(), QAccessible::Name), "Timeline, Buggy");
    const QString all = textOf(buggy.plot(), QAccessible::Description);
    EXPECT_TRUE(all.contains("get_response: await 1, http.make_request, 0 ms to 200 ms, done; await 2, channel.send, "
                             "200 ms to 250 ms, cancelled; cache.set never ran."))
        << all.toStdString();
    EXPECT_TRUE(all.contains("cache: holds user/42 → v1, expired.")) << all.toStdString();
    session.playback().setPosition(VirtualTime{std::chrono::milliseconds{220}});
    const QString early = textOf(buggy.plot(), QAccessible::Description);
    EXPECT_TRUE(early.contains("channel.send, 200 ms to 220 ms, still going on")) << early.toStdString();
    EXPECT_FALSE(early.contains("cancelled") || early.contains("never ran")) << early.toStdString();
}

TEST_F(AccessibleTest, TheFlagIsASliderThatSetsTheTimeout)
{
    QAccessibleInterface* const flag = QAccessible::queryAccessibleInterface(&window.centre().pill());
    ASSERT_TRUE(flag);
    EXPECT_EQ(flag->role(), QAccessible::Slider);
    QAccessibleValueInterface* const value = flag->valueInterface();
    ASSERT_TRUE(value);
    EXPECT_EQ(value->currentValue().toDouble(), 250);
    EXPECT_EQ(value->minimumValue().toDouble(), 0);
    EXPECT_EQ(value->maximumValue().toDouble(), 400);
    value->setCurrentValue(350.5);
    EXPECT_EQ(session.run().timeout, VirtualDuration{350'500});
    EXPECT_EQ(value->currentValue().toDouble(), 350.5);
    EXPECT_EQ(flag->text(QAccessible::Name), "timeout 350.5 ms");
    value->setCurrentValue(1e9);
    EXPECT_EQ(session.run().timeout, VirtualDuration{400'000}) << "no further than the axis";
}

TEST_F(AccessibleTest, LessMotionIsAChoiceThatTheSystemMakesUntilSomebodyDoes)
{
    window.setSystemLessMotion(true);
    EXPECT_TRUE(session.playback().isStepwise());
    QAction* const action = inMenu("View", "Less motion");
    ASSERT_TRUE(action);
    EXPECT_TRUE(action->isChecked());
    action->trigger();
    EXPECT_FALSE(session.playback().isStepwise());
    window.setSystemLessMotion(true);
    EXPECT_FALSE(session.playback().isStepwise()) << "it was chosen";
}

TEST_F(AccessibleTest, TheMapIsReadOutUnlessAQuestionCoversIt)
{
    ASSERT_TRUE(test::waitFor([this] { return session.sweep().has_value(); }));
    auto& map = *window.findChild<OutcomeMap*>();
    EXPECT_TRUE(textOf(map, QAccessible::Description)
                    .contains("Buggy: from 0 ms nothing fetched yet, from 200 ms lost, from 300 ms cached."))
        << textOf(map, QAccessible::Description).toStdString();
    session.setScene(5);
    session.setScene(6);
    test::settle();
    const QString covered = textOf(map, QAccessible::Description);
    EXPECT_TRUE(covered.contains("Covered until you have answered")) << covered.toStdString();
    EXPECT_FALSE(covered.contains("lost") || covered.contains("cached"));
    const QString scope = textOf(window.centre().scopes().front()->plot(), QAccessible::Description);
    EXPECT_FALSE(scope.contains("never ran") || scope.contains("cancelled")) << scope.toStdString();
}

TEST_F(AccessibleTest, EachStepIsGivenToReadersInItsSentence)
{
    auto& step = *window.findChild<StepSentence*>();
    EXPECT_EQ(QAccessible::queryAccessibleInterface(&step)->role(), QAccessible::StatusBar);
    key(Qt::Key_Home);
    EXPECT_TRUE(textOf(step, QAccessible::Name).startsWith("0 ms. get_response begins"));
    key(Qt::Key_Right);
    EXPECT_TRUE(textOf(step, QAccessible::Name).startsWith("200 ms. 1 http.make_request is done"));
    key(Qt::Key_Right);
    EXPECT_TRUE(textOf(step, QAccessible::Name).startsWith("250 ms. The timeout wins."));
}

} // namespace awaitscope
