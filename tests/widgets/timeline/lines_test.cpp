// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/outcome/parameter_bar.hpp"
#include "widgets/outcome/parameter_sheet.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/time_ruler.hpp"
#include "widgets/timeline/timeout_field.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/toast.hpp"
#include "widgets/transport/step_sentence.hpp"
#include "widgets/transport/transport_bar.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/top_bar.hpp"
#include "widgets/window_keys.hpp"

#include <QImage>
#include <QPushButton>

#include <cmath>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

class LinesTest : public WindowKeysTest
{
protected:
    QRect inWindow(const QWidget& widget) const { return {widget.mapTo(&window, QPoint()), widget.size()}; }

    void drag(const QWidget& widget, QPointF from, QPointF to)
    {
        QWindow* const handle = window.windowHandle();
        const auto at = [&](QPointF point) { return widget.mapTo(&window, point).toPoint(); };
        QTest::mousePress(handle, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(handle, at((from + to) / 2));
        QTest::mouseMove(handle, at(to));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, at(to));
        test::settle();
    }
};

} // namespace

TEST_F(LinesTest, TheTimeoutsGoThroughNoWords)
{
    // The cache of the fixed version is told from 200 ms on, and where the words stand the timeout's line comes by.
    int crossed = 0;
    for (VirtualDuration timeout = 205ms; timeout <= 395ms; timeout += 5ms) {
        session.setTimeout(timeout);
        test::settle();
        const QImage picture = window.grab().toImage();
        FlagLines& lines = window.centre().lines();
        const double x = lines.flagX().value();
        lines.hide();
        const QImage without = window.grab().toImage();
        lines.show();
        const QPoint column = window.centre().mapTo(&window, QPoint());
        for (ScopeView* const scope : window.centre().scopes()) {
            const QPoint place = scope->plot().mapTo(&window.centre(), QPoint());
            for (const QRectF& word : scope->plot().words()) {
                const QRectF there = word.translated(place);
                if (x < there.left() || x > there.right())
                    continue;
                ++crossed;
                const QRect inside = there.translated(column).toAlignedRect().adjusted(0, 2, 0, -2);
                EXPECT_EQ(picture.copy(inside), without.copy(inside)) << timeout.count();
            }
        }
        const QRect belowPill(static_cast<int>(x) + column.x() - 1, inWindow(window.centre().pill()).bottom() + 1, 4, 14);
        EXPECT_NE(picture.copy(belowPill), without.copy(belowPill)) << "there is a line, at " << timeout.count();
    }
    EXPECT_GT(crossed, 5);
}

TEST_F(LinesTest, ThePlayheadIsDraggedByItsLineAndByItsHandle)
{
    session.playback().setPosition(VirtualTime{100ms});
    test::settle();
    LanePlot& plot = window.centre().scopes().front()->plot();
    const TimeAxis& axis = window.centre().axis();
    const double left = plot.mapTo(&window.centre(), QPoint()).x();
    const auto on = [&](VirtualDuration at) { return QPointF(axis.toX(at) - left, plot.height() - 6); };
    drag(plot, on(100ms), on(150ms));
    EXPECT_NEAR(static_cast<double>(milliseconds()), 150, 2);
    EXPECT_EQ(session.run().timeout, 250ms) << "the timeout stays";
    session.playback().toEnd();
    test::settle();
    TimeRuler& ruler = window.centre().ruler();
    ASSERT_FALSE(ruler.handle().isEmpty()) << "it can be taken back from the end";
    drag(ruler, ruler.handle().center(), {axis.toX(VirtualTime{320ms}), 4});
    EXPECT_NEAR(static_cast<double>(milliseconds()), 320, 2);
    drag(ruler, ruler.handle().center(), {axis.right + 40, 4});
    EXPECT_TRUE(session.playback().isAtEnd());
}

TEST_F(LinesTest, WhatOneDragsToIsANumberThatAPixelCanMean)
{
    TimeRuler& ruler = window.centre().ruler();
    for (const double x : {311.3, 402.7, 518.9, 640.1}) {
        drag(ruler, {x - 20, 4}, {x, 4});
        EXPECT_EQ(toMicroseconds(session.playback().position()) % 1000, 0) << x;
    }
    session.playback().toStart();
    session.playback().play();
    ASSERT_TRUE(test::waitFor([&] { return milliseconds() > 3; }));
    key(Qt::Key_Space);
    EXPECT_EQ(toMicroseconds(session.playback().position()) % 1000, 0) << "nor does stopping leave one";
}

TEST_F(LinesTest, WhatIsChangedIsSeenWhileItIsChanged)
{
    for (const QSize size : {QSize(1366, 740), QSize(1440, 900), QSize(1024, 740)}) {
        window.resize(size);
        test::settle();
        const CentreColumn& centre = window.centre();
        std::vector<const QWidget*> told{&window.centre().sentence()};
        for (ScopeView* const scope : centre.scopes())
            told.insert(told.end(), {&scope->verdictBar(), &scope->plot()});
        const auto expectClear = [&](const QRect& over, const char* what) {
            for (const QWidget* const widget : told) {
                QRect place = inWindow(*widget);
                if (const auto* const plot = qobject_cast<const LanePlot*>(widget)) // names do not change
                    place.setLeft(place.left() + static_cast<int>(centre.axis().left) + 60);
                EXPECT_FALSE(over.intersects(place)) << what << " at " << size.width();
            }
        };
        window.toast().say("First difference at 200 ms");
        expectClear(inWindow(window.toast()), "a toast");
        key(Qt::Key_T);
        ASSERT_TRUE(window.timeoutField().isVisible());
        expectClear(inWindow(window.timeoutField()), "the field of the timeout");
        EXPECT_FALSE(inWindow(window.timeoutField()).intersects(inWindow(window.centre().pill())));
        key(Qt::Key_Escape);
        ParameterBar& bar = window.centre().map().parameters();
        bar.openSheet("client");
        ASSERT_TRUE(bar.sheet());
        const QRect sheet(window.mapFromGlobal(bar.sheet()->pos()), bar.sheet()->size());
        expectClear(sheet, "the sheet of the parameters");
        bar.sheet()->close();
        test::settle();
    }
}

TEST_F(LinesTest, TheSentenceIsWholeAtEveryStep)
{
    for (const QSize size : {QSize(1366, 740), QSize(1280, 690)}) {
        window.resize(size);
        for (const Lesson* const lesson : session.lessons()) {
            session.setLesson(QString::fromStdString(lesson->slug), 0);
            for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
                session.setModel(model);
                for (const VirtualDuration timeout : {VirtualDuration{150ms}, VirtualDuration{200ms}, VirtualDuration{250ms}, VirtualDuration{300ms}}) {
                    session.setTimeout(timeout);
                    session.playback().toStart();
                    while (!session.playback().isAtEnd() && !session.playback().isAtLimit()) {
                        session.playback().toNextStep();
                        const QStringList lines = window.centre().sentence().shownLines();
                        EXPECT_LE(lines.size(), 3);
                        EXPECT_FALSE(lines.join(' ').contains(u'…')) << lines.join('|').toStdString();
                    }
                }
            }
        }
    }
}

} // namespace awaitscope
