// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "widgets/transport/playhead_slider.hpp"
#include "widgets/transport/step_sentence.hpp"
#include "widgets/transport/transport_bar.hpp"
#include "widgets/transport/transport_button.hpp"

#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace awaitscope {

class TransportTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto* const layout = new QVBoxLayout(&window);
        layout->addWidget(&sentence);
        layout->addWidget(&bar);
        window.resize(690, 130);
        ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms&model=asio"));
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window, test::longestWait));
    }

    void click(const char* name)
    {
        auto* const button = bar.findChild<QAbstractButton*>(QLatin1String(name));
        ASSERT_NE(button, nullptr) << name;
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::int64_t position() { return toMicroseconds(session.playback().position()); }

    Session session{test::builtInCatalogue()};
    QWidget window;
    StepSentence sentence{session, Theme::light()};
    TransportBar bar{session, Theme::light()};
};

TEST_F(TransportTest, GoesToTheStartTheAwaitsAndTheEnd)
{
    click("start");
    EXPECT_EQ(position(), 0);
    EXPECT_EQ(bar.timeText(), "  0 / 400 ms");
    click("nextAwait");
    EXPECT_EQ(position(), 200'000);
    click("nextAwait");
    EXPECT_EQ(position(), 250'000);
    click("previousAwait");
    EXPECT_EQ(position(), 200'000);
    click("end");
    EXPECT_EQ(position(), 400'000);
    EXPECT_EQ(bar.timeText(), "400 / 400 ms");
}

TEST_F(TransportTest, PlaysAndPauses)
{
    click("start");
    click("play");
    EXPECT_TRUE(session.playback().isPlaying());
    EXPECT_EQ(bar.findChild<QAbstractButton*>("play")->accessibleName(), "Pause");
    ASSERT_TRUE(test::waitFor([&] { return position() > 0; }));
    click("play");
    EXPECT_FALSE(session.playback().isPlaying());
    EXPECT_EQ(bar.findChild<QAbstractButton*>("play")->toolTip(), "Play (Space)");
}

TEST_F(TransportTest, ScrubsInWholeMilliseconds)
{
    PlayheadSlider& slider = bar.slider();
    const QPoint middle = slider.rect().center();
    QTest::mousePress(&slider, Qt::LeftButton, Qt::NoModifier, middle);
    EXPECT_NEAR(static_cast<double>(position()), 200'000, 3'000);
    EXPECT_EQ(position() % 1000, 0);
    QTest::mouseMove(&slider, middle + QPoint(40, 0));
    QTest::mouseRelease(&slider, Qt::LeftButton, Qt::NoModifier, middle + QPoint(40, 0));
    EXPECT_GT(position(), 210'000);
    EXPECT_EQ(position() % 1000, 0);
    EXPECT_EQ(slider.timeAt(-100), fromMicroseconds(0));
    EXPECT_EQ(slider.timeAt(10'000), fromMicroseconds(400'000));
    EXPECT_EQ(slider.value(), position() / 1000);
}

TEST_F(TransportTest, OffersSpeedsAndTheLoop)
{
    auto* const speed = bar.findChild<QPushButton*>("speed");
    EXPECT_EQ(speed->text(), "1×");
    const QList<QAction*> actions = speed->menu()->actions();
    EXPECT_EQ(actions.first()->text(), "0.1×");
    for (QAction* action : actions) {
        if (action->text() == "8×" || action->text() == "Loop")
            action->trigger();
    }
    EXPECT_EQ(session.playback().speed(), 8);
    EXPECT_EQ(speed->text(), "8× loop") << "seen without opening the menu";
    EXPECT_TRUE(session.playback().isLooping());
}

TEST_F(TransportTest, NamesEveryButtonAndItsKey)
{
    for (const auto* button : bar.findChildren<TransportButton*>()) {
        EXPECT_FALSE(button->accessibleName().isEmpty());
        EXPECT_TRUE(button->toolTip().startsWith(button->accessibleName() + " (")) << button->toolTip().toStdString();
    }
}

TEST_F(TransportTest, SaysTheStepInWords)
{
    session.playback().setPosition(fromMicroseconds(252'000));
    EXPECT_EQ(sentence.time(), "250 ms");
    EXPECT_EQ(sentence.sentence(), "The timeout wins. get_response throws operation_aborted at 2 channel.send.");
    EXPECT_EQ(sentence.accessibleName(),
              "250 ms. The timeout wins. get_response throws operation_aborted at 2 channel.send.");
    ASSERT_TRUE(session.apply("awaitscope:?model=drop"));
    EXPECT_EQ(sentence.sentence(),
              "The timeout wins. get_response is dropped at 2 channel.send: it stops here for ever.");
    ASSERT_TRUE(session.apply("awaitscope:?model=eager"));
    EXPECT_EQ(sentence.time(), "300 ms");
    session.playback().toPreviousStep();
    session.playback().toPreviousStep();
    EXPECT_EQ(sentence.sentence(), "The timeout wins. Nobody stops get_response: it goes on unseen.");
}

TEST_F(TransportTest, KeepsItsHeightWhateverIsTold)
{
    const int height = sentence.height();
    for (const int at : {0, 200, 250}) {
        session.playback().setPosition(fromMicroseconds(at * 1000));
        QTest::qWait(5);
        EXPECT_EQ(sentence.height(), height);
    }
}

} // namespace awaitscope
