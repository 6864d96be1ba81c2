// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "widgets/outcome/await_table_view.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/outcome/parameter_bar.hpp"
#include "widgets/outcome/parameter_sheet.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/timeout_field.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/top_bar.hpp"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>
#include <QtTest/qtestspontaneevent.h>

#include <gtest/gtest.h>

#include <memory>

namespace awaitscope {

using namespace std::chrono_literals;

/// A real window on a real display; the mouse goes through the window system's events, as a person's does.
class MainWindowTest : public testing::Test
{
protected:
    void SetUp() override
    {
        open(QSize(1440, 900));
        show("awaitscope:alan-caches-requests?model=asio&timeout=250ms");
    }

    void open(QSize size)
    {
        window = std::make_unique<MainWindow>(session, Theme::light(), nullptr);
        window->resize(size);
        window->show();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get(), test::longestWait));
        ASSERT_EQ(window->size(), size);
    }

    void show(const char* scenario)
    {
        ASSERT_TRUE(session.apply(scenario)) << scenario;
        ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
        settle();
    }

    static void settle() { QTest::qWait(20); }

    ScopeView& scope(std::size_t index) { return *window->centre().scopes().at(index); }
    QString verdict(std::size_t index) { return scope(index).verdictBar().text().main; }

    QPoint inWindow(const QWidget& widget, QPointF point) const { return widget.mapTo(window.get(), point.toPoint()); }

    void press(QPoint at) { QTest::mousePress(window->windowHandle(), Qt::LeftButton, {}, at); }
    void move(QPoint to)
    {
        QTest::mouseMove(window->windowHandle(), to);
        settle();
    }
    void release(QPoint at)
    {
        QTest::mouseRelease(window->windowHandle(), Qt::LeftButton, {}, at);
        settle();
    }
    void click(QPoint at)
    {
        press(at);
        release(at);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window->windowHandle(), key, modifiers);
        settle();
    }

    /// The middle of await `number`'s span in a scope.
    QPoint awaitSpan(std::size_t index, int number)
    {
        LanePlot& plot = scope(index).plot();
        for (std::size_t lane = 0; lane < plot.model().lanes.size(); ++lane) {
            const auto& spans = plot.model().lanes[lane].spans;
            for (std::size_t i = 0; i < spans.size(); ++i) {
                if (spans[i].number == number)
                    return inWindow(plot, plot.scopeLayout().lanes[lane].spans[i].center());
            }
        }
        ADD_FAILURE() << "no span of await " << number;
        return {};
    }

    QPoint onFlagAt(VirtualDuration time)
    {
        CentreColumn& centre = window->centre();
        const QRect pill = centre.pill().geometry();
        return inWindow(centre, QPointF(centre.axis().toX(time), pill.center().y()));
    }

    QColor pixel(const QWidget& widget, QPointF at) const
    {
        const QPoint point = inWindow(widget, at);
        return window->grab().toImage().pixelColor(point);
    }

    Session session{test::builtInCatalogue()};
    std::unique_ptr<MainWindow> window;
};

TEST_F(MainWindowTest, TurnsTheBuggyVerdictAsTheFlagIsDraggedFrom350To250)
{
    show("awaitscope:alan-caches-requests?timeout=350ms");
    EXPECT_EQ(verdict(0), "cache.set ran at 300 ms");
    EXPECT_EQ(verdict(1), "cache.set ran at 200 ms");
    const QPointF inBar(4, scope(0).verdictBar().height() / 2.0);
    EXPECT_EQ(pixel(scope(0).verdictBar(), inBar), window->theme().holds.fill);

    press(onFlagAt(350ms));
    move(onFlagAt(320ms));
    EXPECT_EQ(session.run().timeout, 320ms) << "all follow while it is dragged";
    EXPECT_EQ(verdict(0), "cache.set ran at 300 ms");
    move(onFlagAt(250ms));
    EXPECT_EQ(session.run().timeout, 250ms);
    EXPECT_EQ(verdict(0), "cache.set never ran");
    EXPECT_EQ(scope(0).verdictBar().text().client, "the client gets v1, three weeks old");
    EXPECT_EQ(verdict(1), "cache.set ran at 200 ms");
    release(onFlagAt(250ms));
    EXPECT_EQ(window->centre().pill().text(), "timeout 250 ms");
    EXPECT_EQ(pixel(scope(0).verdictBar(), inBar), window->theme().violated.fill);
    EXPECT_EQ(pixel(scope(1).verdictBar(), inBar), window->theme().holds.fill);
    EXPECT_TRUE(session.playback().isAtEnd());
    move(onFlagAt(100ms));
    EXPECT_EQ(session.run().timeout, 250ms) << "released is released";
}

TEST_F(MainWindowTest, AimsTheTimeoutAtTheAwaitThatIsClicked)
{
    show("awaitscope:alan-caches-requests?timeout=390ms");
    click(awaitSpan(0, 2));
    EXPECT_EQ(session.run().timeout, 250ms);
    EXPECT_EQ(verdict(0), "cache.set never ran");
    click(awaitSpan(1, 1));
    EXPECT_EQ(session.run().timeout, 100ms);
    EXPECT_EQ(scope(0).verdictBar().text().verdict, Verdict::notApplicable);
    EXPECT_EQ(scope(1).verdictBar().text().verdict, Verdict::notApplicable);
}

TEST_F(MainWindowTest, AimsAtAnAwaitThatThisRunDidNotReachThroughItsGhost)
{
    show("awaitscope:alan-caches-requests?timeout=100ms");
    LanePlot& plot = scope(0).plot();
    const auto& ghosts = plot.model().lanes[0].ghosts;
    ASSERT_EQ(ghosts.back().number, 2);
    click(inWindow(plot, plot.scopeLayout().lanes[0].ghosts.back().center()));
    EXPECT_EQ(session.run().timeout, 250ms);
}

TEST_F(MainWindowTest, FollowsTheModelThatIsClicked)
{
    EXPECT_EQ(verdict(0), "cache.set never ran");
    const auto choose = [&](CancelModel model) {
        QPushButton& button = window->topBar().button(model);
        click(inWindow(button, button.rect().center()));
    };
    choose(CancelModel::eager);
    EXPECT_EQ(session.scenario().model, CancelModel::eager);
    EXPECT_EQ(verdict(0), "cache.set ran at 300 ms, 50 ms after the race was over");
    EXPECT_TRUE(scope(0).plot().model().lanes[0].ghosts.empty()) << "nobody was stopped: nothing is missing";
    EXPECT_TRUE(window->topBar().button(CancelModel::eager).isChecked());
    EXPECT_FALSE(window->topBar().button(CancelModel::asio).isChecked());
    choose(CancelModel::drop);
    EXPECT_EQ(verdict(0), "cache.set never ran");
    EXPECT_EQ(scope(0).plot().model().lanes[0].spans.back().how, ScopeSpan::End::dropped);
    choose(CancelModel::asio);
    EXPECT_EQ(scope(0).plot().model().lanes[0].spans.back().how, ScopeSpan::End::cancelled);
}

TEST_F(MainWindowTest, MovesTheFlagWhereTheMapIsClickedAndDragged)
{
    OutcomeMap& map = window->centre().map();
    const auto at = [&](VirtualDuration time) {
        return inWindow(map, QPointF(window->centre().axis().toX(time), map.stripRect(0).center().y()));
    };
    click(at(350ms));
    EXPECT_EQ(session.run().timeout, 350ms);
    EXPECT_EQ(verdict(0), "cache.set ran at 300 ms");
    press(at(350ms));
    move(at(220ms));
    EXPECT_EQ(session.run().timeout, 220ms);
    EXPECT_EQ(verdict(0), "cache.set never ran");
    release(at(220ms));
}

TEST_F(MainWindowTest, GoesToTheAwaitWhoseRowIsClickedInTheTable)
{
    AwaitRows& rows = window->side().table().rows();
    ASSERT_EQ(rows.table().rows.size(), 4u) << "1, 2, 1+ and 2+";
    click(inWindow(rows, rows.cellRect(0, 1).center()));
    EXPECT_EQ(session.run().timeout, 100ms);
    click(inWindow(rows, QPointF(60, rows.rowHeight() * 1.5)));
    EXPECT_EQ(session.run().timeout, 250ms);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return})
        QTest::keyClick(&rows, key);
    EXPECT_EQ(session.run().timeout, 300ms) << "when it has completed and not been resumed";
}

TEST_F(MainWindowTest, DrawsTheFlagAtTheSamePixelInEveryScope)
{
    const CentreColumn& centre = window->centre();
    const double x = centre.axis().toX(VirtualTime{250ms});
    EXPECT_EQ(window->centre().lines().flagX(), x);
    for (ScopeView* const view : centre.scopes()) {
        const LanePlot& plot = view->plot();
        const double there = plot.mapTo(&centre, QPoint(0, 0)).x() + plot.scopeLayout().axis.toX(VirtualTime{250ms});
        EXPECT_DOUBLE_EQ(there, x);
        EXPECT_DOUBLE_EQ(plot.xAxis->coordToPixel(250'000), plot.scopeLayout().axis.toX(VirtualTime{250ms}))
            << "the plot's own axis agrees";
    }
}

TEST_F(MainWindowTest, KeepsTheSuspenseUntilThePlayheadHasPassedTheEnd)
{
    key(Qt::Key_Home);
    EXPECT_EQ(verdict(0), "…");
    EXPECT_EQ(verdict(1), "…");
    key(Qt::Key_Right);
    EXPECT_EQ(session.playback().position(), VirtualTime{200ms});
    EXPECT_EQ(verdict(0), "…");
    key(Qt::Key_Right);
    EXPECT_EQ(session.playback().position(), VirtualTime{250ms});
    EXPECT_EQ(verdict(0), "…") << "the client has no answer yet";
    key(Qt::Key_Right);
    EXPECT_EQ(session.playback().position(), VirtualTime{300ms});
    EXPECT_EQ(verdict(0), "cache.set never ran");
    key(Qt::Key_Left);
    EXPECT_EQ(verdict(0), "…") << "back is as good as forward";
}

TEST_F(MainWindowTest, MovesTheFlagWithTheKeys)
{
    key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(session.run().timeout, 249ms);
    key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(session.run().timeout, 259ms);
    key(Qt::Key_N);
    EXPECT_FALSE(session.run().timeout);
    EXPECT_EQ(window->centre().pill().text(), "no timeout");
    EXPECT_FALSE(window->centre().lines().flagX());
    key(Qt::Key_M);
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
}

TEST_F(MainWindowTest, TakesATypedTimeoutAndSaysWhatIsWrongWithIt)
{
    key(Qt::Key_T);
    QLineEdit& edit = window->timeoutField().edit();
    ASSERT_TRUE(edit.hasFocus());
    EXPECT_EQ(edit.text(), "250 ms");
    QTest::keyClicks(&edit, "soon m n t");
    EXPECT_EQ(session.scenario().model, CancelModel::asio) << "letters belong to the field";
    key(Qt::Key_Return);
    EXPECT_TRUE(window->timeoutField().isVisible());
    EXPECT_TRUE(window->timeoutField().message().contains("no timeout"))
        << window->timeoutField().message().toStdString();
    EXPECT_EQ(session.run().timeout, 250ms);
    edit.setText("200.001");
    key(Qt::Key_Return);
    EXPECT_FALSE(window->timeoutField().isVisible());
    EXPECT_EQ(session.run().timeout, 200'001us);
    key(Qt::Key_T);
    key(Qt::Key_Escape);
    EXPECT_FALSE(window->timeoutField().isVisible());
}

TEST_F(MainWindowTest, HasOneFamilyOfTypeAtEveryScale)
{
    for (const double scale : {1.0, 1.5}) {
        window->setTheme(Theme::darkTheme(scale));
        settle();
        for (const QPushButton* const button : window->findChildren<QPushButton*>()) {
            EXPECT_EQ(button->font().families(), window->theme().ui.families()) << button->text().toStdString();
            EXPECT_GE(button->font().pixelSize(), window->theme().px(11)) << button->text().toStdString();
        }
    }
}

TEST_F(MainWindowTest, FoldsStoryOrCodeWhereTheWindowIsNarrow)
{
    EXPECT_TRUE(window->story().isVisible());
    EXPECT_TRUE(window->side().isVisible());
    window->resize(1280, 720);
    settle();
    EXPECT_TRUE(window->story().isVisible());
    EXPECT_FALSE(window->side().isVisible());
    QPushButton& code = window->topBar().codeButton();
    click(inWindow(code, code.rect().center()));
    EXPECT_FALSE(window->story().isVisible());
    EXPECT_TRUE(window->side().isVisible());
    const QRect whole{QPoint(0, 0), window->size()};
    for (const QWidget* const column :
         {static_cast<QWidget*>(&window->centre()), static_cast<QWidget*>(&window->side())})
        EXPECT_TRUE(whole.contains(QRect(column->mapTo(window.get(), QPoint(0, 0)), column->size())));
    window->resize(1440, 900);
    settle();
    EXPECT_TRUE(window->story().isVisible());
    EXPECT_TRUE(window->side().isVisible());
}

TEST_F(MainWindowTest, ChangesTypeSizeAndThemeOfEverything)
{
    const int before = window->centre().pill().height();
    key(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_GT(window->theme().scale, 1);
    EXPECT_GT(window->centre().pill().height(), before);
    key(Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(window->theme().scale, 1);
    click(inWindow(window->topBar().themeButton(), window->topBar().themeButton().rect().center()));
    EXPECT_TRUE(window->theme().dark);
    EXPECT_EQ(pixel(scope(0).plot(), QPointF(3, 3)), Theme::darkTheme().panel);
}

TEST_F(MainWindowTest, ZoomsWithTheWheelPansAndFits)
{
    CentreColumn& centre = window->centre();
    LanePlot& plot = scope(0).plot();
    const auto wheelAt = [&](VirtualDuration time, int turned, Qt::KeyboardModifiers modifiers = {}) {
        const QPointF at(inWindow(centre, {centre.axis().toX(time), 0}).x(), awaitSpan(0, 2).y());
        QWheelEvent wheel(at, window->mapToGlobal(at), {}, {0, turned}, {}, modifiers, Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&wheel); // as from the window system: others stop at the first widget
        qApp->notify(window->windowHandle(), &wheel);
        settle();
    };
    const double before = centre.axis().toX(250ms);
    for (int i = 0; i < 10; ++i)
        wheelAt(250ms, 120);
    EXPECT_LT(session.timeWindow().span(), 50ms);
    EXPECT_NEAR(centre.axis().toX(250ms), before, 1.5) << "what is under the pointer stays there";
    EXPECT_TRUE(plot.scopeLayout().lanes.front().spans[0].isNull()) << "await 1 is out of sight";
    EXPECT_NEAR(*centre.lines().flagX(), before, 1.5);

    const VirtualTime from = session.timeWindow().from();
    wheelAt(250ms, 120, Qt::ShiftModifier);
    EXPECT_LT(session.timeWindow().from(), from);
    const QPoint ground = inWindow(plot, {plot.width() / 2.0, plot.height() - 4.0});
    press(ground);
    move(ground - QPoint(60, 0));
    release(ground - QPoint(60, 0));
    EXPECT_GE(session.timeWindow().from(), from - 1us) << "a drag of the ground takes it back";
    EXPECT_EQ(session.run().timeout, 250ms);

    QTest::mouseDClick(window->windowHandle(), Qt::LeftButton, {}, ground);
    settle();
    EXPECT_TRUE(session.timeWindow().isWhole());
}

TEST_F(MainWindowTest, DragsTheFlagFinerWhereOneHasZoomedIn)
{
    session.timeWindow().zoom(20, VirtualTime{250ms});
    settle();
    press(onFlagAt(250ms));
    move(onFlagAt(250'500us));
    release(onFlagAt(250'500us));
    EXPECT_GT(*session.run().timeout, 250ms);
    EXPECT_LT(*session.run().timeout, 251ms);
    EXPECT_FALSE(session.timeWindow().isWhole()) << "the axis does not jump while dragging";
    EXPECT_TRUE(session.timeWindow().end() < VirtualTime{session.run().axis});
    key(Qt::Key_Home);
    EXPECT_TRUE(session.timeWindow().from() == VirtualTime{}) << "who steps out of sight is followed";
    EXPECT_TRUE(window->centre().pill().text().endsWith("→")) << window->centre().pill().text().toStdString();
}

TEST_F(MainWindowTest, GoesToTheMomentOfACutAndOfAnEffectThatIsClicked)
{
    LanePlot& plot = scope(0).plot();
    const QRectF cut = plot.scopeLayout().lanes.front().spans[1];
    click(inWindow(plot, {cut.right(), cut.bottom() + 3}));
    EXPECT_EQ(session.playback().position(), VirtualTime{250ms});
    EXPECT_EQ(session.run().timeout, 250ms);

    session.playback().toEnd();
    settle();
    LanePlot& other = scope(1).plot();
    for (std::size_t i = 0; i < other.model().lanes.size(); ++i) {
        if (other.model().lanes[i].kind == ScopeLane::Kind::state)
            click(inWindow(other, other.scopeLayout().lanes[i].effects.at(0).value()));
    }
    EXPECT_EQ(session.playback().position(), VirtualTime{200ms});
}

TEST_F(MainWindowTest, ChangesAParameterLiveWithASliderAndInAField)
{
    ParameterBar& bar = window->centre().map().parameters();
    ASSERT_EQ(bar.buttons().size(), 2u);
    QPushButton& downstream = *bar.buttons()[0];
    EXPECT_EQ(downstream.text(), "downstream 200 ms");
    ASSERT_TRUE(downstream.isVisible());
    click(inWindow(downstream, QRectF(downstream.rect()).center()));
    ASSERT_NE(bar.sheet(), nullptr);
    ParameterSheet& sheet = *bar.sheet();
    EXPECT_TRUE(sheet.slider("downstream").hasFocus());
    QTest::keyClick(&sheet.slider("downstream"), Qt::Key_Right);
    settle();
    EXPECT_EQ(downstream.text(), "downstream 210 ms");
    EXPECT_EQ(session.scenario().parameters.at("downstream"), 210ms);
    QTest::keyClick(&sheet.slider("downstream"), Qt::Key_PageUp);
    settle();
    EXPECT_EQ(scope(0).verdictBar().text().verdict, Verdict::notApplicable) << "310 ms: the timeout comes first";
    ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
    EXPECT_EQ(window->centre().map().strips()[0].segments[0].to, VirtualTime{310ms}) << "the map is another one";

    QLineEdit& field = sheet.field("client");
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, "soon");
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_TRUE(sheet.message().contains("“soon” is no time")) << sheet.message().toStdString();
    EXPECT_EQ(field.text(), "soon") << "what was typed stays";
    EXPECT_EQ(session.scenario().parameters.at("client"), 100ms);
    field.selectAll();
    QTest::keyClicks(&field, "20");
    QTest::keyClick(&field, Qt::Key_Return);
    EXPECT_EQ(session.scenario().parameters.at("client"), 20ms);
    EXPECT_EQ(sheet.message(), "");
    EXPECT_EQ(field.text(), "20 ms");
    QTest::keyClick(&field, Qt::Key_Escape);
    settle();
    EXPECT_EQ(bar.sheet(), nullptr);
}

TEST_F(MainWindowTest, TakesANumberTypedWhileTheSliderHasTheKeyboard)
{
    ParameterBar& bar = window->centre().map().parameters();
    QPushButton& client = *bar.buttons()[1];
    click(inWindow(client, QRectF(client.rect()).center()));
    ASSERT_NE(bar.sheet(), nullptr);
    ASSERT_TRUE(bar.sheet()->slider("client").hasFocus());
    QTest::keyClick(&bar.sheet()->slider("client"), Qt::Key_3);
    QTest::keyClicks(&bar.sheet()->field("client"), "0");
    EXPECT_EQ(bar.sheet()->field("client").text(), "30");
    QTest::keyClick(&bar.sheet()->field("client"), Qt::Key_Return);
    EXPECT_EQ(session.scenario().parameters.at("client"), 30ms);
}

TEST_F(MainWindowTest, NeedsNoScrollingAlongAtTheLargestType)
{
    for (const auto& [size, scale] : {std::pair{QSize(1280, 720), 2.0}, std::pair{QSize(720, 480), 1.0}}) {
        window->setTheme(Theme::light(scale));
        window->resize(size);
        settle();
        for (ScopeView* const each : window->centre().scopes()) {
            EXPECT_GE(inWindow(*each, QPointF(0, 0)).x(), 0);
            EXPECT_LE(inWindow(*each, QPointF(each->width(), 0)).x(), window->width()) << scale;
        }
    }
}

TEST_F(MainWindowTest, OffersNoTimeoutWhereTheTimeoutIsTyped)
{
    key(Qt::Key_T);
    QPushButton& none = window->timeoutField().noTimeout();
    click(inWindow(none, QRectF(none.rect()).center()));
    EXPECT_EQ(session.run().timeout, std::nullopt);
    EXPECT_FALSE(window->timeoutField().isVisible());
}

} // namespace awaitscope
