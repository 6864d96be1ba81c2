// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/history.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

using namespace std::chrono_literals;

class HistoryTest : public testing::Test
{
protected:
    void pause() { clock += std::chrono::nanoseconds(2s).count(); }
    void wait(std::chrono::milliseconds some) { clock += std::chrono::nanoseconds(some).count(); }

    Session session{test::builtInCatalogue()};
    qint64 clock = 0;
    History history{session, [this] { return clock; }};
};

TEST_F(HistoryTest, BeginsWithNothingToUndo)
{
    EXPECT_FALSE(history.canUndo());
    EXPECT_FALSE(history.canRedo());
    EXPECT_EQ(history.undoWords(), "");
    history.undo();
    history.redo();
    EXPECT_EQ(session.scene(), 0);
}

TEST_F(HistoryTest, TakesTenMixedChangesBackAndDoesThemAgain)
{
    session.setTimeout(VirtualDuration{250ms});
    const std::function<void()> changes[] = {
        [&] { session.setTimeout(VirtualDuration{100ms}); },
        [&] { session.setModel(CancelModel::drop); },
        [&] { session.setParameter("client", 80ms); },
        [&] { session.setParameter("downstream", 150ms); },
        [&] { session.setScene(4); },
        [&] { session.aimAt("buggy", 2, AwaitWindow::completed); },
        [&] { session.setTimeout(NoTimeout{}); },
        [&] { session.apply("awaitscope:?variants=fixed"); },
        [&] { session.setModel(CancelModel::eager); },
        [&] { session.setScene(2); },
    };
    std::vector<std::pair<std::string, int>> shown;
    const auto now = [&] { return std::pair{session.scenarioString().toStdString(), session.scene()}; };
    session.playback().toEnd();
    shown.push_back(now());
    for (const auto& change : changes) {
        pause();
        change();
        session.playback().toEnd();
        shown.push_back(now());
        EXPECT_NE(shown.back(), shown[shown.size() - 2]) << "it changes something";
    }
    for (std::size_t i = std::size(changes); i-- > 0;) {
        ASSERT_TRUE(history.canUndo()) << i;
        history.undo();
        EXPECT_EQ(now(), shown[i]) << i;
    }
    for (std::size_t i = 1; i <= std::size(changes); ++i) {
        ASSERT_TRUE(history.canRedo()) << i;
        history.redo();
        EXPECT_EQ(now(), shown[i]) << i;
    }
    EXPECT_FALSE(history.canRedo());
}

TEST_F(HistoryTest, TakesADragForOneChange)
{
    session.setTimeout(VirtualDuration{300ms});
    pause();
    for (int at = 299; at >= 200; --at) {
        session.setTimeout(VirtualDuration{std::chrono::milliseconds{at}});
        wait(100ms);
    }
    pause();
    session.setTimeout(VirtualDuration{190ms});
    history.undo();
    EXPECT_EQ(session.run().timeout, 200ms) << "a change of its own, after a pause";
    history.undo();
    EXPECT_EQ(session.run().timeout, 300ms);
}

TEST_F(HistoryTest, KeepsChangesOfDifferentThingsApartHoweverQuick)
{
    session.setTimeout(VirtualDuration{250ms});
    session.setParameter("client", 80ms);
    session.setParameter("downstream", 150ms);
    history.undo();
    EXPECT_EQ(session.scenario().parameters.at("downstream"), VirtualDuration{200ms});
    EXPECT_EQ(session.scenario().parameters.at("client"), VirtualDuration{80ms});
    history.undo();
    EXPECT_EQ(session.scenario().parameters.at("client"), VirtualDuration{100ms});
    EXPECT_EQ(session.run().timeout, 250ms);
}

TEST_F(HistoryTest, ForgetsADragThereAndBack)
{
    session.setTimeout(VirtualDuration{250ms});
    pause();
    session.setModel(CancelModel::drop);
    pause();
    session.setTimeout(VirtualDuration{260ms});
    session.setTimeout(VirtualDuration{250ms});
    EXPECT_EQ(history.undoWords(), "what a cancel is");
}

TEST_F(HistoryTest, NamesWhatItWouldTakeBackOrDoAgain)
{
    session.setTimeout(VirtualDuration{250ms});
    EXPECT_EQ(history.undoWords(), "timeout");
    session.setParameter("client", 80ms);
    const QString client = history.undoWords();
    EXPECT_EQ(client, QString::fromStdString(session.lesson().findParameter("client")->title));
    session.setScene(3);
    EXPECT_EQ(history.undoWords(), "scene");
    history.undo();
    EXPECT_EQ(history.redoWords(), "scene");
    EXPECT_EQ(history.undoWords(), client);
}

TEST_F(HistoryTest, DropsWhatWasUndoneWhenSomethingElseIsChanged)
{
    session.setModel(CancelModel::drop);
    history.undo();
    session.setModel(CancelModel::eager);
    EXPECT_FALSE(history.canRedo());
    history.undo();
    EXPECT_EQ(session.scenario().model, CancelModel::asio);
}

TEST_F(HistoryTest, LeavesThePlayheadAndTheZoomAlone)
{
    session.setTimeout(VirtualDuration{350ms});
    pause();
    session.setModel(CancelModel::drop);
    session.playback().setPosition(VirtualTime{120ms});
    session.timeWindow().zoom(4, VirtualTime{350ms});
    const VirtualDuration seen = session.timeWindow().span();
    history.undo();
    EXPECT_EQ(session.scenario().model, CancelModel::asio);
    EXPECT_EQ(session.playback().position(), VirtualTime{120ms});
    EXPECT_EQ(session.timeWindow().span(), seen);
    EXPECT_TRUE(history.canRedo()) << "moving the playhead is no change";
}

TEST_F(HistoryTest, BringsATimeoutIntoSight)
{
    session.setTimeout(VirtualDuration{50ms});
    pause();
    session.setTimeout(VirtualDuration{350ms});
    session.timeWindow().zoom(8, VirtualTime{350ms});
    ASSERT_GT(session.timeWindow().from(), VirtualTime{50ms});
    history.undo();
    EXPECT_LE(session.timeWindow().from(), VirtualTime{50ms});
}

TEST_F(HistoryTest, BeginsAgainWhenItIsToldToForget)
{
    session.setModel(CancelModel::drop);
    history.forget();
    EXPECT_FALSE(history.canUndo());
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
}

} // namespace awaitscope
