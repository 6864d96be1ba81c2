// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/story_pane.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/top_bar.hpp"
#include "widgets/window_keys.hpp"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QSignalSpy>

#include <algorithm>
#include <functional>
#include <vector>

namespace awaitscope {

namespace {

class FocusTest : public WindowKeysTest
{
protected:
    /// Where Tab leads, from the start until it comes round. `leave` is called for each with what was seen of it while it
    /// had the focus, once it has it no more.
    std::vector<QWidget*> tour(const std::function<void(QWidget&, const QImage&)>& leave = [](QWidget&, const QImage&) {})
    {
        std::vector<QWidget*> visited;
        window.setFocus();
        QImage before;
        for (int presses = 0; presses < 200; ++presses) {
            key(Qt::Key_Tab);
            QWidget* const focus = QApplication::focusWidget();
            if (!focus)
                break;
            const bool isNew = visited.empty() || focus != visited.back(); // links of one text follow one another
            if (isNew && !visited.empty())
                leave(*visited.back(), before);
            if (isNew && std::ranges::find(visited, focus) != visited.end())
                break;
            if (isNew) {
                visited.push_back(focus);
                before = seen(*focus);
            }
        }
        return visited;
    }

    QString describe(const QWidget& widget)
    {
        const auto* const button = qobject_cast<const QAbstractButton*>(&widget);
        return QStringLiteral("%1 “%2”").arg(QLatin1String(widget.metaObject()->className()),
                                            button && !button->text().isEmpty() ? button->text() : widget.accessibleName());
    }

    /// What the screen shows of it and a little around.
    QImage seen(const QWidget& widget)
    {
        const QRect place = QRect(widget.mapTo(&window, QPoint()), widget.size()).adjusted(-4, -4, 4, 4);
        return window.grab(place & window.rect()).toImage();
    }
};

} // namespace

TEST_F(FocusTest, ShowsWhereItIs)
{
    for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark, ThemeChoice::contrast}) {
        window.setThemeChoice(theme);
        session.setScene(3);
        test::settle();
        const auto visited = tour([this](QWidget& widget, const QImage& with) {
            EXPECT_TRUE(with != seen(widget)) << describe(widget).toStdString();
        });
        EXPECT_GT(visited.size(), 20U);
    }
}

TEST_F(FocusTest, ReachesEveryButtonAndLeavesAPartBeforeItEntersTheNext)
{
    session.setScene(3);
    test::settle();
    const std::vector<QWidget*> order = tour();
    for (const QAbstractButton* const button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->isEnabled() && button->window() == &window
            && button->focusPolicy() != Qt::NoFocus) {
            EXPECT_TRUE(std::ranges::find(order, button) != order.end()) << describe(*button).toStdString();
        }
    }
    const std::vector<QWidget*> parts{&window.topBar(), &window.story(), &window.centre(), &window.side()};
    std::vector<std::size_t> entered;
    for (QWidget* const widget : order) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i]->isAncestorOf(widget) && (entered.empty() || entered.back() != i))
                entered.push_back(i);
        }
    }
    EXPECT_EQ(entered, (std::vector<std::size_t>{0, 1, 2, 3}));
}

TEST_F(FocusTest, EnterPressesAButtonOfTheBarAsSpaceDoes)
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
        const bool isShown = window.story().isVisible();
        window.topBar().storyButton().setFocus(Qt::TabFocusReason);
        QTest::keyClick(window.focusWidget(), key);
        EXPECT_TRUE(test::waitFor([&] { return window.story().isVisible() != isShown; })) << key;
    }
}

TEST_F(FocusTest, SpacePlaysAfterAnyButtonOfTheWindowWasClicked)
{
    session.setScene(3);
    test::settle();
    auto* const next = window.story().findChild<QAbstractButton*>("next");
    ASSERT_TRUE(next);
    click(*next);
    ASSERT_EQ(session.scene(), 4);
    key(Qt::Key_Space);
    EXPECT_TRUE(session.playback().isPlaying());
    EXPECT_EQ(session.scene(), 4) << "and nothing is pressed again";
    session.playback().pause();
    click(*window.story().findChild<QAbstractButton*>("back"));
    ASSERT_EQ(session.scene(), 3);
    key(Qt::Key_Space);
    EXPECT_TRUE(session.playback().isPlaying());
    EXPECT_EQ(session.scene(), 3);
}

TEST_F(FocusTest, StaysWhereTheKeyboardHasPutItWhileTheStoryIsRebuilt)
{
    session.setScene(1);
    test::settle();
    auto* const next = window.story().findChild<QAbstractButton*>("next");
    next->setFocus(Qt::TabFocusReason);
    const auto scenes = static_cast<int>(session.lesson().story.scenes.size());
    for (int scene = 2; scene < scenes; ++scene) {
        key(Qt::Key_Space);
        EXPECT_EQ(session.scene(), scene);
    }
    EXPECT_FALSE(next->isVisible()) << "there is no next one";
    EXPECT_TRUE(QApplication::focusWidget() && window.story().isAncestorOf(QApplication::focusWidget()));
    QSignalSpy plays(&session.playback(), &Playback::playingChanged); // and stops at once, where a question covers it
    key(Qt::Key_Space);
    EXPECT_EQ(session.scene(), scenes - 1) << "what has the focus now is no button";
    EXPECT_GE(plays.size(), 1);
}

TEST_F(FocusTest, DoesNotJumpToAButtonWhenWhatHadItGoes)
{
    session.setScene(3);
    test::settle();
    const std::vector<QWidget*> order = tour();
    // Something in the body of the story, which another scene replaces.
    const auto inBody = std::ranges::find_if(order, [this](const QWidget* widget) {
        return window.story().isAncestorOf(widget) && widget->objectName() != "back" && widget->objectName() != "next"
               && !qobject_cast<const QAbstractScrollArea*>(widget);
    });
    ASSERT_TRUE(inBody != order.end());
    (*inBody)->setFocus(Qt::TabFocusReason);
    key(Qt::Key_PageDown);
    ASSERT_EQ(session.scene(), 4);
    key(Qt::Key_Space);
    EXPECT_EQ(session.scene(), 4);
    EXPECT_TRUE(session.playback().isPlaying());
}

} // namespace awaitscope
