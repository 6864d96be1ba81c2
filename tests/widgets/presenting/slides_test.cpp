// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/variant_host.hpp"
#include "present/text/qt_text.hpp"
#include "widgets/code/caller_code_pane.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/code/console_pane.hpp"
#include "widgets/outcome/await_table_view.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/presenting/presenter_bar.hpp"
#include "widgets/presenting/slide_question.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/transport/step_sentence.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window_keys.hpp"

#include <QLabel>

#include <algorithm>

namespace awaitscope {

namespace {

class SlidesTest : public WindowKeysTest
{
protected:
    void SetUp() override { test::showActive(window, QSize(1440, 900)); }

    void addThirdVersion()
    {
        const Lesson& lesson = session.lesson();
        const auto index = static_cast<std::size_t>(lesson.findVariant("fixed") - lesson.variants.data());
        const auto& sources = lesson.sources[index];
        const auto host = std::make_shared<LocalHost>(
            SimulationInput{*lesson.findProgram("fixed"), sources.get(), lesson.slug, "fixed", lesson.subject, lesson.caller}, sources);
        session.setEdited("alan-caches-requests", {{"buggy", {}, lesson.findFile("fixed.cpp")->text, host}});
        ASSERT_TRUE(test::waitFor([&] { return !session.isRunning(); }));
    }

    /// Beside a load the bar's layout follows later than a moment after what changed it.
    void settleSlide()
    {
        test::settle();
        const PresenterBar& bar = window.presentation().bar();
        EXPECT_TRUE(test::waitFor([&] {
            return bar.height() >= bar.heightForWidth(bar.width())
                   && std::ranges::all_of(bar.findChildren<QLabel*>(), [](const QLabel* label) {
                          return !label->isVisible() || !label->wordWrap() || label->height() + 1 >= label->heightForWidth(label->width());
                      });
        }));
    }

    /// The lines that are brought into view end before the pane does, as they are drawn.
    void expectWholeLines(const CodeView& view, const std::string& where)
    {
        for (int line = 1; line <= view.lines(); ++line) {
            if (view.lineRect(line).isEmpty())
                continue;
            const QString code = withoutAuthorsComment(view.text(line - 1));
            const long start = view.SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line - 1));
            const long end = start + static_cast<long>(code.toUtf8().size());
            EXPECT_LE(view.SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, end), view.viewport()->width())
                << where << ": " << code.toStdString();
        }
    }

    void expectWhole(const QLabel& label, const std::string& where)
    {
        const QRect place(label.mapTo(&window, QPoint()), label.size());
        EXPECT_TRUE(window.rect().contains(place)) << where << ": " << label.text().toStdString();
        const QMargins margins = label.contentsMargins();
        const int room = label.width() - margins.left() - margins.right();
        const QRect text = label.fontMetrics().boundingRect(0, 0, room, 10'000, label.wordWrap() ? Qt::TextWordWrap : 0, label.text());
        EXPECT_LE(text.width(), room) << where << ": " << label.text().toStdString();
        EXPECT_LE(text.height(), label.height() + 1) << where << ": " << label.text().toStdString();
    }

    /// All that a room reads, as it is drawn now.
    void expectNothingCut(const std::string& where)
    {
        for (CodePane* const pane : window.side().findChildren<CodePane*>()) {
            if (!pane->isVisible())
                continue;
            expectWholeLines(pane->view(), where);
            const QList<QLabel*> labels = pane->findChildren<QLabel*>(Qt::FindDirectChildrenOnly);
            EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) { return label->text().endsWith(", get_response"); }))
                << where << ": whose code it is";
            EXPECT_TRUE(std::ranges::none_of(labels, [](const QLabel* label) { return label->text().contains(QChar(0x2026)); })) << where;
        }
        if (auto* const caller = window.side().findChild<CallerCodePane*>(); caller->isVisible())
            expectWholeLines(caller->view(), where);
        for (ScopeView* const scope : window.centre().scopes()) {
            const VerdictText& text = scope->verdictBar().text();
            EXPECT_EQ(scope->verdictBar().shownWords(), (QStringList{text.main, text.client})) << where;
        }
        const auto* const sentence = window.findChild<StepSentence*>();
        QString told = sentence->shownLines().join(' ');
        told.remove(QChar(0x2060)).replace(QChar(0xa0), ' ');
        EXPECT_EQ(told, sentence->sentence()) << where;
        for (QWidget* const part : {static_cast<QWidget*>(&window.presentation().bar()), static_cast<QWidget*>(&window.presentation().hints())}) {
            for (const QLabel* const label : part->findChildren<QLabel*>()) {
                if (label->isVisible())
                    expectWhole(*label, where);
            }
        }
    }
};

} // namespace

TEST_F(SlidesTest, NothingIsCutAtAnySizeWithOneToThreeVersions)
{
    for (const bool three : {false, true}) {
        if (three)
            addThirdVersion();
        session.setScene(0);
        key(Qt::Key_F5);
        for (const QSize size : {QSize(1024, 768), QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080), QSize(2560, 1440)}) {
            window.resize(size);
            // The type follows, and then the layout: large windows take their time to be drawn.
            ASSERT_TRUE(test::waitFor([&] { return window.size() == size; }));
            settleSlide();
            for (int scene = 0; scene < static_cast<int>(session.lesson().story.scenes.size()); ++scene) {
                session.setScene(scene);
                const std::string where = std::to_string(size.width()) + "x" + std::to_string(size.height()) + ", scene "
                                          + std::to_string(scene + 1) + ", versions "
                                          + std::to_string(session.run().variants.size());
                settleSlide();
                EXPECT_GE(window.theme().scale, 1) << where << ": never smaller than on a desk";
                for (const ScopeView* const scope : window.centre().scopes())
                    EXPECT_GE(scope->height(), 110) << where;
                expectNothingCut(where + ", at its start");
                session.playback().toEnd();
                settleSlide();
                expectNothingCut(where + ", covered");
                for (int i = 0; i < 2; ++i)
                    window.presentation().presenter().reveal();
                session.playback().toEnd();
                settleSlide();
                expectNothingCut(where + ", revealed");
            }
        }
        key(Qt::Key_F5);
        window.resize(1440, 900);
    }
}

TEST_F(SlidesTest, WhatALaneHeldIsReadWholeWhereACurtainLeavesTooLittleRoom)
{
    window.resize(1024, 768);
    session.setScene(3);
    key(Qt::Key_F5);
    LanePlot& plot = window.centre().scopes().front()->plot();
    // Of its two questions the one about the slow client, whose run takes longest: the least room for what is before the curtain.
    const auto isAsked = [&] { return plot.model().coveredFrom && session.scenarioString().contains("client=200ms"); };
    for (int i = 0; i < 4 && !isAsked(); ++i) {
        window.presentation().presenter().reveal();
        test::settle();
    }
    ASSERT_TRUE(isAsked());
    test::settle();
    int measured = 0;
    const QImage image = plot.grab().toImage();
    for (const LaneLayout& lane : plot.scopeLayout().lanes) {
        for (const std::optional<PlacedNote>& note : lane.valueNotes) {
            const double from = plot.scopeLayout().axis.toX(*plot.model().coveredFrom) + window.theme().px(4) + 1;
            if (!note || note->extent.right <= from)
                continue;
            ++measured;
            int inked = 0;
            for (int x = static_cast<int>(from); x < static_cast<int>(note->extent.right); ++x) {
                for (int y = static_cast<int>(lane.valueY) - 8; y < static_cast<int>(lane.valueY) + 8; ++y)
                    inked += image.pixelColor(x, y).lightness() < 140 ? 1 : 0;
            }
            EXPECT_GT(inked, 20) << note->text.toStdString();
        }
    }
    EXPECT_GT(measured, 0) << "there is such a lane";
}

TEST_F(SlidesTest, TypeGrowsWithTheScreen)
{
    key(Qt::Key_F5);
    double before = 0;
    for (const QSize size : {QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080), QSize(2560, 1440)}) {
        window.resize(size);
        test::settle();
        EXPECT_GT(window.theme().scale, before);
        before = window.theme().scale;
    }
    EXPECT_GT(before, 2);
}

TEST_F(SlidesTest, ASceneShowsThePanesThatItIsAboutAndNoOthers)
{
    const auto* const console = window.findChild<ConsolePane*>();
    const auto* const caller = window.findChild<CallerCodePane*>();
    const auto* const table = window.findChild<AwaitTableView*>();
    const auto* const map = window.findChild<OutcomeMap*>();
    session.setScene(4);
    key(Qt::Key_F5);
    test::settle();
    EXPECT_TRUE(console->isVisible()) << "it is the point";
    EXPECT_FALSE(caller->isVisible());
    EXPECT_FALSE(table->isVisible());
    EXPECT_FALSE(map->isVisible());
    EXPECT_GE(console->height(), console->wholeHeight(window.theme().scale));
    EXPECT_TRUE(window.rect().contains(QRect(console->mapTo(&window, QPoint()), console->size())));
    session.setScene(2);
    test::settle();
    EXPECT_FALSE(console->isVisible());
    EXPECT_TRUE(caller->isVisible()) << "the race is what the scene is about";
    EXPECT_EQ(window.presentation().bar().line(), "The caller adds a limit. Not a line of get_response changes.");
    session.setScene(0);
    test::settle();
    EXPECT_FALSE(caller->isVisible());
    key(Qt::Key_F5);
    EXPECT_TRUE(console->isVisible());
    EXPECT_TRUE(caller->isVisible());
    EXPECT_TRUE(table->isVisible());
    EXPECT_TRUE(map->isVisible());
}

TEST_F(SlidesTest, SmallerTypeOfSlidesIsNotThatOfTheDesk)
{
    const double desk = window.theme().scale;
    key(Qt::Key_F5);
    const double slide = window.theme().scale;
    key(Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_LT(window.theme().scale, slide);
    key(Qt::Key_F5);
    EXPECT_EQ(window.theme().scale, desk);
    key(Qt::Key_F5);
    key(Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(window.theme().scale, slide);
}

} // namespace awaitscope
