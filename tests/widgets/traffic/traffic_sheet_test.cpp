// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/waiting.hpp"
#include "widgets/traffic/traffic_plot.hpp"
#include "widgets/traffic/traffic_sheet.hpp"
#include "widgets/window_keys.hpp"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QTemporaryDir>

namespace awaitscope {

/// A person who looks at weeks of Alan's traffic.
class TrafficSheetTest : public WindowKeysTest
{
protected:
    /// By its key; with few requests, as code that is not optimised serves them.
    TrafficSheet& open(int requestsADay = 700)
    {
        key(Qt::Key_F6);
        TrafficSheet& sheet = *window.trafficSheet();
        EXPECT_TRUE(test::waitFor([&] { return sheet.isVisible(); }));
        sheet.timeoutSlider().setValue(350);
        sheet.trafficSlider().setValue(requestsADay);
        EXPECT_TRUE(test::waitFor([&] { return sheet.isWhole() && !sheet.maker().isMaking(); }));
        return sheet;
    }

    static void press(TrafficSheet& sheet, QPushButton& button)
    {
        QTest::mouseClick(sheet.windowHandle(), Qt::LeftButton, {}, button.mapTo(&sheet, button.rect().center()));
        test::settle();
    }
};

TEST_F(TrafficSheetTest, AsksBeforeItShowsAndJudgesByWhatWasRun)
{
    TrafficSheet& sheet = open();
    EXPECT_TRUE(sheet.guess().isVisible());
    EXPECT_FALSE(sheet.plot(0).isVisible());
    EXPECT_TRUE(sheet.words().isEmpty()) << sheet.words().toStdString();
    press(sheet, sheet.guess().oldButton(0));
    EXPECT_FALSE(sheet.plot(0).isVisible()) << "there is another question";
    press(sheet, sheet.guess().daysButton(3));
    EXPECT_TRUE(sheet.plot(0).isVisible());
    const double old = oldInTenThousand(sheet.maker().results().front());
    EXPECT_GE(old, 3);
    EXPECT_TRUE(sheet.words().contains(QStringLiteral("You thought “Hardly any”: since the release, of 10,000 clients ") + QString::number(old, 'f', 0)))
        << sheet.words().toStdString();
}

TEST_F(TrafficSheetTest, ShowsASampleWhileASliderMovesAndThenTheWhole)
{
    TrafficSheet& sheet = open();
    press(sheet, sheet.guess().showButton());
    const std::uint64_t before = sheet.maker().results().front().counts.stale;
    sheet.slowSlider().setValue(60);
    ASSERT_TRUE(test::waitFor([&] { return !sheet.isWhole() || sheet.maker().results().front().order.spec.times[1].slowShare == 0.6; }));
    ASSERT_TRUE(test::waitFor([&] { return sheet.isWhole() && !sheet.maker().isMaking(); }));
    EXPECT_EQ(sheet.maker().results().front().order.spec.times[1].slowShare, 0.6);
    EXPECT_GT(sheet.maker().results().front().counts.stale, 2 * before);
    sheet.timeoutSlider().setValue(1000);
    ASSERT_TRUE(test::waitFor([&] {
        return sheet.isWhole() && !sheet.maker().isMaking()
               && sheet.maker().results().front().order.scenario.timeout == Timeout{VirtualDuration{std::chrono::seconds{1}}};
    }));
    EXPECT_LT(sheet.maker().results().front().counts.stale, before);
}

TEST_F(TrafficSheetTest, TellsWhenTheFirstComplainsWithoutRunningAgain)
{
    TrafficSheet& sheet = open();
    press(sheet, sheet.guess().showButton());
    sheet.complaintSlider().setValue(0);
    EXPECT_FALSE(sheet.maker().isMaking());
    EXPECT_TRUE(sheet.words().contains(QStringLiteral("The first complaint comes ")));
    sheet.complaintSlider().setValue(4);
    EXPECT_TRUE(sheet.words().contains(QStringLiteral("complain"))) << sheet.words().toStdString();
    EXPECT_FALSE(sheet.maker().isMaking());
}

TEST_F(TrafficSheetTest, OpensTheRequestThatIsClickedAndComesBackAsItWas)
{
    TrafficSheet& sheet = open();
    press(sheet, sheet.guess().showButton());
    TrafficPlot& plot = sheet.plot(0);
    const QString expected = plot.figure().requestAt(plot.xAxis->pixelToCoord(plot.rect().center().x()));
    ASSERT_FALSE(expected.isEmpty());
    QTest::mouseClick(sheet.windowHandle(), Qt::LeftButton, {}, plot.mapTo(&sheet, plot.rect().center()));
    ASSERT_TRUE(test::waitFor([&] { return !sheet.isVisible() && window.isActiveWindow(); }));
    const auto withoutScene = [](const QString& link) { return QString(link).remove(QRegularExpression("&scene=[0-9]+")); };
    EXPECT_EQ(withoutScene(session.scenarioString()).toStdString(), withoutScene(expected).toStdString());
    EXPECT_EQ(session.run().variants.front().trace->checks.front().verdict, Verdict::violated);
    key(Qt::Key_F6);
    ASSERT_TRUE(test::waitFor([&] { return sheet.isVisible(); }));
    EXPECT_EQ(window.trafficSheet(), &sheet);
    EXPECT_TRUE(sheet.plot(0).isVisible());
}

TEST_F(TrafficSheetTest, SavesPicturesAndTablesOfEachPlot)
{
    TrafficSheet& sheet = open();
    press(sheet, sheet.guess().showButton());
    const QTemporaryDir folder;
    sheet.setAsker([&](QWidget*, const FileQuestion& question) { return folder.filePath(QStringLiteral("weeks") + question.ending); });
    sheet.savePictures();
    sheet.saveTables();
    std::size_t index = 0;
    for (const char* const id : {"old", "age", "wait", "calls"}) {
        const QImage picture(folder.filePath(QStringLiteral("weeks-%1.png").arg(QLatin1String(id))));
        EXPECT_EQ(picture.size(), sheet.plot(index++).size() * 2) << id;
        QFile table(folder.filePath(QStringLiteral("weeks-%1.csv").arg(QLatin1String(id))));
        ASSERT_TRUE(table.open(QIODevice::ReadOnly)) << id;
        EXPECT_GT(table.readAll().count('\n'), 20) << id;
    }
}

TEST_F(TrafficSheetTest, IsOfferedOnlyWhereALessonHasTraffic)
{
    EXPECT_TRUE(window.actions()[Act::traffic].isEnabled());
    session.setLesson(QStringLiteral("the-message-that-moved"), 0);
    EXPECT_FALSE(window.actions()[Act::traffic].isEnabled());
}

} // namespace awaitscope
