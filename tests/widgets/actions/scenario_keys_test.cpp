// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timeout_field.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/top_bar.hpp"
#include "widgets/window_keys.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

#include <functional>

namespace awaitscope {

using namespace std::chrono_literals;

TEST_F(WindowKeysTest, UndoAndRedoWhatWasChanged)
{
    EXPECT_FALSE(window.actions()[Act::undo].isEnabled()) << "how it opened is nothing to undo";
    const std::function<void()> changes[] = {
        [&] { key(Qt::Key_M); },
        [&] { key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier); },
        [&] { click(window.topBar().button(CancelModel::eager)); },
        [&] { key(Qt::Key_N); },
        [&] { key(Qt::Key_PageUp); },
        [&] { key(Qt::Key_M); },
        [&] {
            key(Qt::Key_T);
            QTest::keyClicks(&window.timeoutField().edit(), "123");
            key(Qt::Key_Return);
        },
        [&] { session.setParameter("client", 80ms); },
        [&] { session.aimAt("buggy", 1); },
        [&] { key(Qt::Key_M, Qt::ShiftModifier); },
        [&] { key(Qt::Key_PageDown); },
    };
    const auto now = [&] {
        // Not where the playhead stands: a scene that was entered again can ask its question again.
        Scenario scenario = session.scenario();
        scenario.time.reset();
        return std::pair{toText(scenario, session.lesson()), session.scene()};
    };
    std::vector<std::pair<std::string, int>> shown{now()};
    for (const auto& change : changes) {
        change();
        shown.push_back(now());
        EXPECT_NE(shown.back(), shown[shown.size() - 2]) << shown.size();
    }
    EXPECT_EQ(window.actions()[Act::undo].text(), "Undo: scene");
    for (std::size_t i = std::size(changes); i-- > 0;) {
        key(Qt::Key_Z, Qt::ControlModifier);
        EXPECT_EQ(now(), shown[i]) << i;
    }
    EXPECT_FALSE(window.actions()[Act::undo].isEnabled());
    EXPECT_EQ(window.actions()[Act::redo].text(), "Redo: what a cancel is");
    for (std::size_t i = 1; i <= std::size(changes); ++i) {
        key(i % 2 ? Qt::Key_Z : Qt::Key_Y, i % 2 ? Qt::ControlModifier | Qt::ShiftModifier : Qt::ControlModifier);
        EXPECT_EQ(now(), shown[i]) << i;
    }
    EXPECT_FALSE(window.actions()[Act::redo].isEnabled());
}

TEST_F(WindowKeysTest, LetAsioStopTheOperationAndNotItsCoroutineAndBack)
{
    key(Qt::Key_M, Qt::ShiftModifier);
    EXPECT_EQ(session.scenario().cancelOn, CancelOn::operation);
    EXPECT_EQ(window.topBar().button(CancelModel::asio).text(), "Asio, operation");
    EXPECT_TRUE(window.actions()[Act::cancelOperation].isChecked());
    session.aimAt("buggy", 1, AwaitWindow::completed);
    EXPECT_EQ(verdictOf(*session.run().variants.front().trace), Verdict::holds) << "the stop is lost";
    click(window.topBar().button(CancelModel::asio));
    EXPECT_EQ(session.scenario().cancelOn, CancelOn::coroutine);
    EXPECT_EQ(verdictOf(*session.run().variants.front().trace), Verdict::violated) << "the next await throws";
    key(Qt::Key_M, Qt::ShiftModifier);
    click(window.topBar().button(CancelModel::drop));
    EXPECT_EQ(session.scenario().cancelOn, CancelOn::coroutine) << "there is no operation to cancel";
    key(Qt::Key_M, Qt::ShiftModifier);
    EXPECT_EQ(session.scenario().model, CancelModel::asio);
}

TEST_F(WindowKeysTest, LeaveUndoToTheFieldThatIsTypedInto)
{
    key(Qt::Key_M);
    key(Qt::Key_T);
    QLineEdit& edit = window.timeoutField().edit();
    QTest::keyClicks(&edit, "77");
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(edit.text().contains("77"));
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
}

TEST_F(WindowKeysTest, CopyALinkThatBringsBackWhatIsShown)
{
    session.playback().setPosition(VirtualTime{210ms});
    const QString before = session.scenarioString();
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), before);
    EXPECT_TRUE(window.toast().isVisible());
    EXPECT_TRUE(window.toast().text().startsWith("Copied: awaitscope:")) << window.toast().text().toStdString();
    inMenu("Scenario", "Copy this as a command")->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), session.command());
    QGuiApplication::clipboard()->setText(before);
    session.setModel(CancelModel::eager);
    session.setTimeout(NoTimeout{});
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(session.scenarioString(), before);
    EXPECT_EQ(window.errorText(), "");
}

TEST_F(WindowKeysTest, SayWhatIsWrongWithWhatIsPasted)
{
    const QString before = session.scenarioString();
    QGuiApplication::clipboard()->setText("awaitscope:?timeout=soon");
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(window.errorText().contains("soon")) << window.errorText().toStdString();
    QGuiApplication::clipboard()->setText("   ");
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(window.errorText().contains("no text")) << window.errorText().toStdString();
    EXPECT_EQ(session.scenarioString(), before);
}

TEST_F(WindowKeysTest, ALinkKeepsItsScene)
{
    session.setScene(3);
    session.setTimeout(123ms);
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString link = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(link.contains("scene=4")) << link.toStdString();
    session.setScene(0);
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(session.scene(), 3);
    EXPECT_EQ(session.run().timeout, 123ms);
    // Where it would be found anyway it is not said: links stay as short as they were.
    session.setScene(6);
    EXPECT_FALSE(session.scenarioString().contains("scene=")) << session.scenarioString().toStdString();
}

} // namespace awaitscope
