// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "widgets/agreement.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"

#include <QTest>
#include <QWindow>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace awaitscope {

/// Found by the test framework: how a failure names the model.
void PrintTo(CancelModel model, std::ostream* out) { *out << toText(model); }

/// The same position drives all panes. Whole runs are stepped through with the keys, in a real window.
class AgreementTest : public testing::TestWithParam<CancelModel>
{
protected:
    void SetUp() override
    {
        window = std::make_unique<MainWindow>(session, Theme::light(), nullptr);
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get(), test::longestWait));
    }

    void show(const QString& settings)
    {
        const QString scenario = QStringLiteral("awaitscope:alan-caches-requests?model=%1&%2")
                                     .arg(QString::fromStdString(std::string{toText(GetParam())}), settings);
        ASSERT_TRUE(session.apply(scenario)) << scenario.toStdString();
    }

    void key(Qt::Key key) { QTest::keyClick(window->windowHandle(), key); }

    /// Every moment of any run, ascending, with the axis's two ends.
    std::vector<VirtualTime> moments() const
    {
        std::vector<VirtualTime> found{VirtualTime{}, VirtualTime{session.run().axis}};
        for (const VariantRun& run : session.run().variants) {
            for (const TraceEvent& event : run.trace->events) {
                if (event.at <= VirtualTime{session.run().axis})
                    found.push_back(event.at);
            }
            for (const TraceAwait& await : run.trace->awaits) {
                if (!await.end && run.trace->end <= VirtualTime{session.run().axis})
                    found.push_back(run.trace->end);
            }
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    /// From start to end with the Right key, and back with Left; each step is checked, and none left out.
    void stepThrough()
    {
        const std::vector<VirtualTime> expected = moments();
        std::vector<VirtualTime> met;
        key(Qt::Key_Home);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            met.push_back(session.playback().position());
            test::expectAgreement(*window, session);
            key(Qt::Key_Right);
        }
        EXPECT_EQ(met, expected);
        EXPECT_TRUE(session.playback().isAtEnd());
        met.clear();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            met.insert(met.begin(), session.playback().position());
            test::expectAgreement(*window, session);
            key(Qt::Key_Left);
        }
        EXPECT_EQ(met, expected) << "back is as good as forward";
    }

    Session session{test::builtInCatalogue()};
    std::unique_ptr<MainWindow> window;
};

TEST_P(AgreementTest, HoldsAtEveryStepWithoutATimeout)
{
    show("timeout=none");
    stepThrough();
}

TEST_P(AgreementTest, HoldsAtEveryStepWhenTheTimeoutFiresInEachAwait)
{
    for (const char* await : {"await=1", "await=2", "await=1+", "await=2+", "await=2+&client=0ms"}) {
        show(await);
        stepThrough();
    }
}

TEST_P(AgreementTest, HoldsAtEveryStepWhenTheTimeoutTiesWithTheWork)
{
    for (const char* timeout : {"timeout=200ms", "timeout=300ms", "timeout=199999us", "timeout=200001us",
                                "timeout=299999us", "timeout=300001us"}) {
        show(timeout);
        stepThrough();
    }
}

TEST_P(AgreementTest, HoldsAtEveryStepForTimeoutsAtAndPastTheEnds)
{
    for (const char* timeout : {"timeout=0ms", "timeout=1us", "timeout=350ms", "timeout=400ms", "timeout=5s"}) {
        show(timeout);
        stepThrough();
    }
}

TEST_P(AgreementTest, HoldsForOneVariantAndForOtherParameters)
{
    for (const char* settings :
         {"variants=fixed&timeout=250ms", "variants=buggy&timeout=100ms", "downstream=0ms&timeout=50ms",
          "client=0ms&timeout=200ms", "downstream=0ms&client=0ms&timeout=0ms", "downstream=1s&timeout=350ms",
          "downstream=400ms&client=800ms&timeout=401ms"}) {
        show(settings);
        stepThrough();
    }
}

TEST_P(AgreementTest, HoldsBetweenTheStepsToo)
{
    for (const char* timeout : {"timeout=none", "timeout=100ms", "timeout=250ms"}) {
        show(timeout);
        std::vector<VirtualTime> times;
        for (const VirtualTime moment : moments()) // nothing shows a microsecond before its time
            times.insert(times.end(), {moment - VirtualDuration{1}, moment + VirtualDuration{1}});
        for (int microseconds = 0; microseconds <= 400'000; microseconds += 17'919)
            times.push_back(fromMicroseconds(microseconds));
        for (const VirtualTime time : times) {
            session.playback().setPosition(time);
            test::expectAgreement(*window, session);
        }
    }
}

TEST_P(AgreementTest, PaintsNoWaitingRightOfThePlayhead)
{
    show("timeout=250ms");
    for (const int milliseconds : {0, 50, 130, 200, 225}) {
        session.playback().setPosition(fromMicroseconds(milliseconds * 1000));
        QTest::qWait(20);
        for (ScopeView* const view : window->centre().scopes()) {
            LanePlot& plot = view->plot();
            const QImage image = plot.grab().toImage();
            const double x = plot.scopeLayout().axis.toX(session.playback().position());
            const QRectF lane = plot.scopeLayout().lanes.at(0).band;
            int before = 0;
            int after = 0;
            for (int column = 0; column < image.width(); ++column) {
                for (int row = static_cast<int>(lane.top()); row < lane.bottom(); ++row) {
                    if (image.pixelColor(column, row) == window->theme().waiting.fill)
                        ++(column <= x ? before : after);
                }
            }
            EXPECT_EQ(after, 0) << milliseconds << " ms";
            EXPECT_EQ(before > 0, milliseconds > 0) << milliseconds << " ms";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Every, AgreementTest,
                         testing::Values(CancelModel::asio, CancelModel::drop, CancelModel::eager),
                         [](const auto& model) { return std::string{toText(model.param)}; });

} // namespace awaitscope
