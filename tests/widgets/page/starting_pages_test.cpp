// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages that the window offers to start from, opened in a real window: all that they show can be read.
#include "present/story/starting_pages.hpp"
#include "present/support/page_fixture.hpp"
#include "support/window_test.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/code/edit_pane.hpp"
#include "widgets/outcome/await_table_view.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"

#include <QRegularExpression>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

constexpr QSize pageSizes[] = {{1366, 768}, {1440, 900}};

/// But for an ellipsis in what it quotes whole.
bool isShortened(const QString& words)
{
    static const QRegularExpression quoted(QStringLiteral("“[^”]*”"));
    return QString(words).remove(quoted).contains(QStringLiteral("…"));
}

} // namespace

class StartingPageTest : public test::PageFixture, public testing::WithParamInterface<int>
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(startingPages().size(), 12U) << "and the range below";
        window.allowEditing(edits);
        window.allowPages(pages);
        test::showActive(window, pageSizes[0]);
        const StartingPage& page = startingPages().at(static_cast<std::size_t>(GetParam()));
        RecordProperty("page", page.name.toStdString());
        text = page.text;
        pages.begin(page.name + QStringLiteral(".cpp"), page.text);
        ASSERT_TRUE(waitFor(Edit::Stage::ran)) << edit().output.toStdString();
        ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
        test::settle();
    }

    CodeEditor& editor() { return window.side().editPane()->editor(); }

    void fire(VirtualDuration timeout)
    {
        session.setTimeout(timeout);
        ASSERT_TRUE(test::waitFor([&] { return session.run().timeout == timeout && !session.isRunning(); }));
    }

    void expectNothingOverlaps(const LanePlot& plot)
    {
        const ScopeLayout& layout = plot.scopeLayout();
        for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
            const LaneLayout& placed = layout.lanes[lane];
            std::vector<std::pair<Interval, std::string>> texts;
            const auto add = [&](const Interval& extent, const QString& words) { texts.emplace_back(extent, words.toStdString()); };
            for (const auto* const labels : {&placed.spanLabels, &placed.ghostLabels}) {
                for (const PlacedLabel& label : *labels) {
                    if (!label.isHidden())
                        add(label.extent, label.text);
                }
            }
            for (const auto* const notes : {&placed.notes, &placed.effectNotes}) {
                for (const std::optional<PlacedNote>& note : *notes) {
                    if (note && plot.model().lanes[lane].kind == ScopeLane::Kind::coroutine)
                        add(note->extent, note->text);
                }
            }
            for (std::size_t i = 0; i < placed.effects.size(); ++i) {
                if (placed.effects[i])
                    add({placed.effects[i]->x() - placed.diamond, placed.effects[i]->x() + placed.diamond}, "◆");
            }
            for (std::size_t a = 0; a < texts.size(); ++a) {
                for (std::size_t b = 0; b < a; ++b) {
                    const bool areDiamonds = texts[a].second == "◆" && texts[b].second == "◆"; // two things done in one instant
                    const bool isApart = texts[a].first.right <= texts[b].first.left + 0.01 || texts[b].first.right <= texts[a].first.left + 0.01;
                    EXPECT_TRUE(areDiamonds || isApart)
                        << plot.model().lanes[lane].name.toStdString() << ": " << texts[a].second << " over " << texts[b].second;
                }
            }
        }
    }

    QString text;
    MainWindow window{session, Theme::light(), nullptr};
};

TEST_P(StartingPageTest, BeginsInTheEditorWithItsCodeOfWhichNoLineIsCut)
{
    for (const QSize size : pageSizes) {
        SCOPED_TRACE(size.width());
        window.resize(size);
        test::settle();
        const int first = editor().firstVisibleLine() + 1;
        const int height = std::max(1, static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL)));
        const bool fits = editor().viewport()->height() / height >= editor().lines();
        EXPECT_TRUE(fits || first > 1) << "the comment stands in the left column";
        EXPECT_LE(first, firstLineOfCode(text));
        for (int line = firstLineOfCode(text); line < editor().lines(); ++line) {
            const long end = editor().SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, static_cast<unsigned long>(line - 1));
            const long x = editor().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, end);
            EXPECT_LE(x, editor().viewport()->width()) << editor().text(line - 1).toStdString();
        }
    }
}

TEST_P(StartingPageTest, TellsItsOutcomesInWordsThatAreNotCut)
{
    for (const QSize size : pageSizes) {
        SCOPED_TRACE(size.width());
        window.resize(size);
        test::settle();
        OutcomeMap& map = window.centre().map();
        const OutcomeStrip& strip = map.strips().front();
        for (std::size_t i = 0; i < strip.segments.size(); ++i) {
            const bool isInstant = strip.segments[i].to - strip.segments[i].from < 1ms; // too narrow for any word
            if (!strip.segments[i].outcome || isInstant)
                continue;
            const QString shown = map.shownWords(0)[i].lines.join(' ');
            EXPECT_TRUE(shown == strip.segments[i].words || strip.segments[i].shorter.contains(shown)) << shown.toStdString();
        }
        EXPECT_TRUE(map.nameOf(0).isEmpty() || map.nameOf(0) == strip.title) << map.nameOf(0).toStdString();
        AwaitRows& rows = window.side().table().rows();
        for (std::size_t i = 0; i < rows.table().rows.size(); ++i) {
            for (const std::optional<TriedAwait>& cell : rows.table().rows[i].cells) {
                if (!cell || cell->verdict != Verdict::notApplicable)
                    continue;
                const QString shown = rows.greyWords(*cell, rows.cellRect(i, 0).width() - 4);
                EXPECT_TRUE(shown == cell->words || cell->shorter.contains(shown)) << shown.toStdString();
            }
        }
    }
}

TEST_P(StartingPageTest, LetsNoWordsOverlapWheneverTheTimeoutFires)
{
    CentreColumn& centre = window.centre();
    for (const QSize size : pageSizes) {
        window.resize(size);
        test::settle();
        const VirtualDuration axis = session.run().axis;
        for (int step = 0; step <= 24; ++step) {
            fire(axis * step / 24);
            SCOPED_TRACE(std::to_string(size.width()) + " at " + toText(*session.run().timeout));
            for (ScopeView* const scope : centre.scopes()) {
                expectNothingOverlaps(scope->plot());
                for (const QString& words : scope->verdictBar().shownWords())
                    EXPECT_FALSE(isShortened(words)) << words.toStdString();
            }
            const QRectF pill(centre.pill().geometry());
            for (const QRectF& words : centre.callerView().headWords()) {
                // The letters of a line of text are lower than the line.
                const QRectF letters = words.translated(centre.callerView().pos()).adjusted(0, 1, 0, -1);
                EXPECT_FALSE(pill.intersects(letters)) << letters.top() << " under a label that ends at " << pill.bottom();
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, StartingPageTest, testing::Range(0, 12));

} // namespace awaitscope
