// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the story has not come to is not on the screen.
#include "support/builtin_catalogue.hpp"
#include "support/window_test.hpp"
#include "widgets/code/caller_code_pane.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/code/console_pane.hpp"
#include "widgets/outcome/await_table_view.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"

#include <QLabel>
#include <QPushButton>

#include <gtest/gtest.h>

namespace awaitscope {

class ScenePanesTest : public testing::Test
{
protected:
    void SetUp() override { test::showActive(window, {1440, 900}); }

    /// "caller map console table", those that are seen.
    QString seen() const
    {
        QStringList names;
        const std::pair<const char*, const QWidget*> panes[] = {
            {"caller", window.findChild<CallerView*>()},  {"its code", window.findChild<CallerCodePane*>()},
            {"map", window.findChild<OutcomeMap*>()},     {"console", window.findChild<ConsolePane*>()},
            {"table", window.findChild<AwaitTableView*>()}};
        for (const auto& [name, pane] : panes) {
            if (pane->isVisible() && pane->height() > 0)
                names += name;
        }
        return names.join(' ');
    }

    QStringList wordsOnScreen()
    {
        QStringList words;
        for (const QLabel* const label : window.findChildren<QLabel*>()) {
            if (label->isVisible())
                words += label->text();
        }
        for (const QWidget* const widget : window.findChildren<QWidget*>()) {
            if (widget->isVisible())
                words += widget->accessibleName();
        }
        return words;
    }

    void enter(int scene)
    {
        session.setScene(scene);
        test::settle();
    }

    Session session{test::builtInCatalogue()};
    MainWindow window{session, Theme::light(), nullptr};
};

TEST_F(ScenePanesTest, AppearWhenTheStoryComesToThem)
{
    const QStringList expected{"", "", "caller its code", "caller its code map table", "caller its code map console table"};
    for (int scene = 0; scene < static_cast<int>(expected.size()); ++scene) {
        enter(scene);
        EXPECT_EQ(seen(), expected[scene]) << scene;
    }
}

TEST_F(ScenePanesTest, NobodyIsCalledBuggyBeforeItIsKnown)
{
    for (int scene = 0; scene < 5; ++scene) {
        enter(scene);
        const QString words = wordsOnScreen().join('\n');
        EXPECT_TRUE(words.contains("Alan's version")) << scene;
        EXPECT_FALSE(words.contains("Buggy")) << scene << words.toStdString();
        EXPECT_FALSE(words.contains("Fixed")) << scene;
    }
    enter(5);
    EXPECT_TRUE(wordsOnScreen().join('\n').contains("Buggy"));
    EXPECT_FALSE(wordsOnScreen().join('\n').contains("Fixed")) << "the fix comes after it";
    enter(6);
    EXPECT_TRUE(wordsOnScreen().join('\n').contains("Fixed"));
}

TEST_F(ScenePanesTest, WithATimeoutTheCallerIsThere)
{
    enter(0);
    EXPECT_FALSE(window.centre().pill().isVisible()) << "there is nothing to drag yet";
    session.setTimeout(VirtualDuration{250'000});
    test::settle();
    EXPECT_EQ(seen(), "caller its code");
    EXPECT_TRUE(window.centre().pill().isVisible());
}

TEST_F(ScenePanesTest, WhoAsksForAllOfItGetsAllOfIt)
{
    enter(0);
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?variants=buggy"));
    test::settle();
    EXPECT_EQ(seen(), "caller its code map console table");
    EXPECT_TRUE(wordsOnScreen().join('\n').contains("Buggy"));
}

TEST_F(ScenePanesTest, TheCodeHasTheRoomOfThePanesThatAreNotThere)
{
    enter(0);
    const CodePane* const code = window.findChild<CodePane*>();
    const int all = code->height();
    enter(4);
    EXPECT_GT(all, window.findChild<CodePane*>()->height());
    EXPECT_LE(window.findChild<CodePane*>()->geometry().bottom(), window.findChild<ConsolePane*>()->geometry().top());
}

TEST_F(ScenePanesTest, AnotherLanguagesOwnRunDoesNotAnswerTheQuestionEither)
{
    enter(5); // asks what becomes of the write under JS race, and shows Asio cancel
    CodePane* const code = window.findChild<CodePane*>();
    code->setTongue("node");
    test::settle();
    for (const auto& [number, line] : code->view().picture().lines)
        EXPECT_TRUE(line.words.isEmpty()) << number << line.words.value(0).toStdString();
    EXPECT_EQ(code->note(), "What happens in this language is asked in the story: predict first.");
    session.showAnswer(*session.openQuestion());
    session.setModel(CancelModel::asio);
    test::settle();
    EXPECT_EQ(code->note(), "What happens in this language: JS race. The timeline shows Asio cancel.");
}

} // namespace awaitscope
