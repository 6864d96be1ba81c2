// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/progress_file.hpp"
#include "widgets/agreement.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/story/predict_frame.hpp"
#include "present/editing/task_judge.hpp"
#include "widgets/story/line_board.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/story/task_frame.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window_keys.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

namespace awaitscope {

namespace {

/// Alan's lesson in a real window, as who has never been there finds it, and with keys alone.
class LessonByKeysTest : public testing::Test
{
protected:
    void SetUp() override { test::showActive(window, QSize(1440, 900)); }

    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { test::key(window, which, modifiers); }

    /// Tab until the focus is there, as a person does.
    bool tabTo(const QWidget& target)
    {
        for (int i = 0; i < 60 && !target.hasFocus(); ++i)
            key(Qt::Key_Tab);
        return target.hasFocus();
    }

    PredictFrame* frameOf(const Predict& predict)
    {
        for (PredictFrame* const frame : window.story().questions()) {
            if (&frame->predict() == &predict)
                return frame;
        }
        return nullptr;
    }

    QuestionProgress stateOf(const Predict& predict)
    {
        return session.predictions().stateOf(session.lesson(), predict);
    }

    void press(QAbstractButton& button)
    {
        ASSERT_TRUE(tabTo(button)) << button.text().toStdString();
        key(Qt::Key_Space);
    }

    void typeTimeout(const char* digits)
    {
        key(Qt::Key_T);
        for (const char* digit = digits; *digit; ++digit)
            key(static_cast<Qt::Key>(*digit));
        key(Qt::Key_Return);
    }

    void answer(const Predict& predict, bool rightly)
    {
        SCOPED_TRACE(predict.id + (rightly ? ", rightly" : ", wrongly"));
        PredictFrame* const frame = frameOf(predict);
        ASSERT_TRUE(frame);
        switch (predict.kind) {
        case PredictKind::choice: {
            const auto right = static_cast<std::size_t>(predict.right);
            press(*frame->answers().at(rightly ? right : (right + 1) % predict.answers.size()));
            break;
        }
        case PredictKind::lines: {
            const std::vector<AskedLine>& lines = session.predictions().linesOf(session.lesson(), predict);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (frame->answers().at(i)->isChecked() != (lines[i].runs == rightly))
                    press(*frame->answers().at(i));
            }
            press(frame->checkButton());
            break;
        }
        case PredictKind::place:
            if (!Predictions::isAskedIn(session.lesson(), predict, session.scenario()))
                press(frame->checkButton()); // "Set it up"
            typeTimeout(rightly ? "211" : "120");
            press(frame->checkButton());
            break;
        case PredictKind::fix:
        case PredictKind::order:
            break; // no prediction
        }
    }

    /// Lines are laid; a fix takes an editor, which this window has not.
    void answerTask(const Predict& predict, bool rightly)
    {
        SCOPED_TRACE(predict.id + (rightly ? ", rightly" : ", wrongly"));
        TaskFrame* const frame = window.story().tasks().front();
        ASSERT_EQ(&frame->predict(), &predict);
        for (const int line : std::vector<int>{frame->board()->laid()}) {
            frame->board()->choose(line);
            key(Qt::Key_Delete);
        }
        std::vector<int> order = predict.orders.front();
        if (!rightly)
            std::swap(order[order.size() - 2], order.back());
        for (const int line : order) {
            while (frame->board()->chosen() != line)
                key(frame->board()->placeOf(line).top() > frame->board()->placeOf(frame->board()->chosen()).top() ? Qt::Key_Down : Qt::Key_Up);
            key(Qt::Key_Return);
        }
        press(frame->checkButton());
        EXPECT_TRUE(test::waitFor([this] { return !window.tasks().isAtWork(); }));
        EXPECT_EQ(stateOf(predict).isRight, rightly);
        EXPECT_TRUE(frame->verdict().startsWith(rightly ? "**✓ Right**" : "**Not yet.** ")) << frame->verdict().toStdString();
    }

    Session session{test::builtInCatalogue()};
    MainWindow window{session, Theme::light(), nullptr};
};

} // namespace

TEST_F(LessonByKeysTest, IsDoneFromTheFirstSceneToTheLastWithEveryAnswerWrongThenRight)
{
    const auto scenes = static_cast<int>(session.lesson().story.scenes.size());
    int asked = 0;
    for (int scene = 0; scene < scenes; ++scene) {
        SCOPED_TRACE("scene " + std::to_string(scene + 1));
        ASSERT_EQ(session.scene(), scene);
        test::expectAgreement(window, session);
        key(Qt::Key_Home);
        key(Qt::Key_Right);
        key(Qt::Key_Right);
        test::expectAgreement(window, session);
        for (const Predict* const predict :
             Predictions::questionsOf(session.lesson(), scene, session.scenario().model)) {
            ++asked;
            ASSERT_EQ(session.openQuestion(), predict);
            key(Qt::Key_Q);
            ASSERT_TRUE(window.story().isAncestorOf(QApplication::focusWidget()));
            if (predict->kind == PredictKind::fix) {
                key(Qt::Key_R);
                EXPECT_TRUE(stateOf(*predict).isShown);
                continue;
            }
            if (isTask(predict->kind)) {
                answerTask(*predict, false);
                key(Qt::Key_Q);
                answerTask(*predict, true);
                continue;
            }
            answer(*predict, false);
            EXPECT_FALSE(stateOf(*predict).isRight);
            EXPECT_TRUE(frameOf(*predict)->verdict().startsWith("**Not ")) << frameOf(*predict)->verdict().toStdString();
            EXPECT_EQ(session.cover().run, predict->answers.size() > 2) << "who may choose again is told nothing yet";
            test::expectAgreement(window, session);
            answer(*predict, true);
            EXPECT_TRUE(stateOf(*predict).isRight);
            EXPECT_TRUE(frameOf(*predict)->verdict().startsWith("**✓ Right.**"));
            test::expectAgreement(window, session);
        }
        if (scene + 1 < scenes)
            key(Qt::Key_PageDown);
    }
    EXPECT_EQ(asked, 8);
    EXPECT_EQ(progressWords(session.lesson(), session.predictions().progress()),
              "7 of 7 scenes seen, 7 of 8 questions right");
}

TEST_F(LessonByKeysTest, IsSeenWithoutAGuessByOneKeyAScene)
{
    const auto scenes = static_cast<int>(session.lesson().story.scenes.size());
    for (int scene = 0; scene < scenes; ++scene) {
        for (int i = 0; session.openQuestion() && i < 10; ++i)
            key(Qt::Key_R);
        EXPECT_EQ(session.openQuestion(), nullptr);
        EXPECT_EQ(session.cover(), Cover{});
        EXPECT_TRUE(session.playback().isAtEnd());
        test::expectAgreement(window, session);
        key(Qt::Key_PageDown);
    }
}

TEST_F(LessonByKeysTest, TheToastSaysWhyThePlayheadGoesNoFurther)
{
    session.setScene(4);
    key(Qt::Key_Right);
    EXPECT_TRUE(window.toast().isVisible());
    EXPECT_TRUE(window.toast().text().startsWith("Predict first"));
    key(Qt::Key_H);
    EXPECT_TRUE(window.story().questions().front()->hints().startsWith("**Hint 1.**"));
    key(Qt::Key_H);
    EXPECT_TRUE(window.toast().text().startsWith("There is no further hint"));
    session.setScene(0);
    key(Qt::Key_Q);
    EXPECT_EQ(window.toast().text(), "This scene asks nothing.");
    key(Qt::Key_R);
    EXPECT_EQ(window.toast().text(), "Nothing is covered here.");
}

TEST_F(LessonByKeysTest, LinesAreMarkedByAClickInTheCode)
{
    session.setScene(6);
    test::settle();
    CodeView& code = window.side().findChild<CodePane*>("code-fixed")->view();
    const Predict& predict = *session.openQuestion();
    const std::vector<AskedLine>& lines = session.predictions().linesOf(session.lesson(), predict);
    for (const AskedLine& line : lines) {
        const QPoint middle = code.viewport()->mapTo(&window, code.lineRect(line.line).center());
        QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, middle);
        test::settle();
        EXPECT_TRUE(stateOf(predict).lines.contains(line.name));
        EXPECT_TRUE(code.shownWords(line.line).contains("✓ runs")) << code.shownWords(line.line).toStdString();
    }
    for (const QAbstractButton* const box : window.story().questions().front()->answers())
        EXPECT_TRUE(box->isChecked());
    EXPECT_EQ(stateOf(predict).tries, 0);
}

TEST_F(LessonByKeysTest, ThePlaceIsTheOneThatTheFlagIsDraggedTo)
{
    session.setScene(3);
    const Predict& place = *Predictions::questionsOf(session.lesson(), 3, CancelModel::asio).back();
    session.setUp(place);
    for (int i = 0; i < 10; ++i)
        key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier); // 100 ms earlier: 250
    EXPECT_EQ(frameOf(place)->checkButton().text(), "Fire at 250 ms");
    press(frameOf(place)->checkButton());
    EXPECT_TRUE(stateOf(place).isRight);
}

TEST_F(LessonByKeysTest, ProgressSurvivesARestart)
{
    QTemporaryDir folder;
    const QString path = folder.filePath("progress.json");
    window.hide();
    const auto headings = [](MainWindow& shown) {
        QStringList found;
        for (const PredictFrame* const frame : shown.story().questions())
            found += frame->findChild<QLabel*>()->text();
        return found;
    };
    {
        Session first{test::builtInCatalogue()};
        const ProgressFile file{path, first.predictions()};
        MainWindow started{first, Theme::light(), nullptr};
        test::showActive(started, QSize(1440, 900));
        first.setScene(3);
        test::settle();
        EXPECT_EQ(headings(started), (QStringList{"Predict first", "Predict first"}));
        test::key(started, Qt::Key_R); // "Show me", of the first
        EXPECT_EQ(headings(started), (QStringList{"The answer", "Predict first"})) << "nobody has predicted it";
    }
    Session second{test::builtInCatalogue()};
    const ProgressFile file{path, second.predictions()};
    EXPECT_EQ(file.problem(), "");
    MainWindow again{second, Theme::light(), nullptr};
    test::showActive(again, QSize(1440, 900));
    second.setScene(3);
    test::settle();
    EXPECT_EQ(headings(again), (QStringList{"The answer", "Predict first"}));
    EXPECT_EQ(second.openQuestion()->id, "lose-it");
}

TEST_F(LessonByKeysTest, ProgressIsExportedResetBroughtBackAndImported)
{
    QTemporaryDir folder;
    const QString path = folder.filePath("mine");
    window.progressActions().setAsker([&](QWidget*, const FileQuestion& question) {
        return question.kind == FileQuestion::Kind::save ? path : path + ".json";
    });
    session.setScene(4);
    answer(*session.openQuestion(), true);
    const Progress before = session.predictions().progress();
    window.actions()[Act::exportProgress].trigger();
    EXPECT_TRUE(window.toast().text().contains("mine.json")) << window.toast().text().toStdString();
    window.actions()[Act::resetProgress].trigger();
    EXPECT_NE(session.openQuestion(), nullptr);
    EXPECT_TRUE(session.cover().run) << "it is asked anew";
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(session.predictions().progress(), before);
    EXPECT_FALSE(session.cover().run);

    window.actions()[Act::resetProgress].trigger();
    window.actions()[Act::importProgress].trigger();
    EXPECT_EQ(session.predictions().progress().lessons.at(session.lesson().slug).questions,
              before.lessons.at(session.lesson().slug).questions);
    window.progressActions().setAsker([&](QWidget*, const FileQuestion&) { return folder.filePath("none.json"); });
    window.actions()[Act::importProgress].trigger();
    EXPECT_TRUE(window.errorText().startsWith("Nothing was imported.")) << window.errorText().toStdString();
}

} // namespace awaitscope
