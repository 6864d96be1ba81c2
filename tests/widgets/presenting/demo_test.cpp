// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/text.hpp"
#include "present/outcome/outcome_model.hpp"
#include "support/waiting.hpp"
#include "widgets/agreement.hpp"
#include "widgets/code/code_connector.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/code/console_pane.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/toast.hpp"
#include "widgets/transport/step_sentence.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/top_bar.hpp"
#include "widgets/window_keys.hpp"

#include <QLabel>
#include <QRegularExpression>

#include <algorithm>
#include <fstream>

namespace awaitscope {

namespace {

struct DemoRow
{
    int line = 0;
    QString press;
    QString see;
};

/// The rows of the tables of the instructor's script.
std::vector<DemoRow> rowsOf(const std::string& file)
{
    std::ifstream stream{file};
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    std::vector<DemoRow> rows;
    int number = 0;
    for (const std::string_view line : linesOf(text)) {
        ++number;
        if (!line.starts_with("| `"))
            continue;
        const QStringList cells = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size())).split('|');
        if (cells.size() == 5)
            rows.push_back({number, cells[1], cells[2]});
        else
            ADD_FAILURE() << file << ':' << number << ": a row has three cells";
    }
    return rows;
}

class DemoTest : public testing::Test
{
protected:
    void SetUp() override { test::showActive(window, QSize(1440, 900)); }

    void press(const QString& cell)
    {
        static const QRegularExpression form{QStringLiteral(R"(`([^`]+)`(?: ×(\d+))?)")};
        const QRegularExpressionMatch match = form.match(cell);
        ASSERT_TRUE(match.hasMatch()) << cell.toStdString();
        const QString name = match.captured(1) == "Page Down" ? QStringLiteral("PgDown")
                             : match.captured(1) == "Page Up" ? QStringLiteral("PgUp")
                                                              : match.captured(1);
        const QKeySequence sequence(name);
        ASSERT_EQ(sequence.count(), 1) << name.toStdString();
        for (int i = 0; i < std::max(1, match.captured(2).toInt()); ++i)
            test::key(window, sequence[0].key(), sequence[0].keyboardModifiers());
    }

    /// Words, and the widget that has them on the screen.
    struct Piece
    {
        QString words;
        const QWidget* widget;
    };

    /// In the window, of a size to be read, and with nothing lying over it.
    bool isInSight(const QWidget& widget)
    {
        if (!widget.isVisible() || widget.visibleRegion().boundingRect() != widget.rect())
            return false;
        if (widget.testAttribute(Qt::WA_TransparentForMouseEvents))
            return true; // it lies over all others, and would not be found among them
        const QPoint middle = widget.mapTo(&window, widget.rect().center());
        const QWidget* const top = window.childAt(middle);
        return top == &widget || widget.isAncestorOf(top) || (top && top->isAncestorOf(&widget));
    }

    static bool isWhole(const QLabel& label)
    {
        const QMargins margins = label.contentsMargins();
        const int room = label.width() - margins.left() - margins.right();
        const QRect text = label.fontMetrics().boundingRect(0, 0, room, 10'000, label.wordWrap() ? Qt::TextWordWrap : 0, label.text());
        return text.width() <= room && text.height() <= label.height() + 1;
    }

    /// All that can be read in the window now, as it is drawn: what is cut off, shortened or lies under something else is not
    /// among it.
    std::vector<Piece> seen()
    {
        std::vector<Piece> pieces;
        for (const QLabel* const label : window.findChildren<QLabel*>()) {
            if (isWhole(*label))
                pieces.push_back({label->text(), label});
        }
        for (ScopeView* const scope : window.centre().scopes()) {
            for (const QString& words : scope->verdictBar().shownWords())
                pieces.push_back({words, &scope->verdictBar()});
        }
        for (CodePane* const pane : window.side().findChildren<CodePane*>()) {
            for (const auto& [number, line] : pane->view().picture().lines) {
                const QRect row = pane->view().lineRect(number);
                if (!row.isEmpty() && row.bottom() < pane->view().viewport()->height())
                    pieces.push_back({pane->view().shownWords(number), pane->view().viewport()});
            }
        }
        for (const auto* const connector : window.findChildren<CodeConnector*>())
            pieces.push_back({connector->words(), connector});
        if (const auto* const console = window.findChild<ConsolePane*>()) {
            for (const ConsoleColumn& column : console->view().columns()) {
                for (const ConsoleLine& line : column.lines)
                    pieces.push_back({line.text, console->view().viewport()});
            }
        }
        auto* const map = window.findChild<OutcomeMap*>();
        pieces.push_back({map->accessibleName(), map});
        for (const OutcomeStrip& strip : outcomeMapOf(session)) {
            for (const OutcomeSegment& segment : strip.segments)
                pieces.push_back({session.cover().map ? QString() : segment.words, map});
        }
        const auto* const sentence = window.findChild<StepSentence*>();
        QString told = sentence->shownLines().join(' ');
        pieces.push_back({told.remove(QChar(0x2060)).replace(QChar(0xa0), ' '), sentence});
        pieces.push_back({window.centre().pill().text(), &window.centre().pill()});
        pieces.push_back({window.toast().text(), &window.toast()});
        std::erase_if(pieces, [this](const Piece& piece) { return !isInSight(*piece.widget); });
        return pieces;
    }

    /// Presses every key of the lesson's demo, and looks for what it says is seen then.
    void carryOut(const std::string& lesson)
    {
        session.setLesson(QString::fromStdString(lesson), 0);
        const std::vector<DemoRow> rows = rowsOf(AWAITSCOPE_SOURCE_DIR "/lessons/" + lesson + "/demo.md");
        ASSERT_GT(rows.size(), 25U);
        static const QRegularExpression quoted{QStringLiteral("“([^”]+)”")};
        for (const DemoRow& row : rows) {
            SCOPED_TRACE("demo.md:" + std::to_string(row.line) + ": " + row.press.toStdString());
            window.toast().hide();
            press(row.press);
            ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
            test::settle();
            QStringList words;
            for (const Piece& piece : seen())
                words += piece.words;
            int claims = 0;
            for (auto match = quoted.globalMatch(row.see); match.hasNext(); ++claims) {
                const QString claim = match.next().captured(1);
                EXPECT_TRUE(std::ranges::any_of(words, [&](const QString& each) { return each.contains(claim); }))
                    << claim.toStdString() << "\nis not in sight:\n" << words.join('\n').toStdString();
            }
            EXPECT_GT(claims, 0) << "a row says what is seen";
            test::expectAgreement(window, session);
        }
        EXPECT_FALSE(window.presentation().presenter().isPresenting());
        EXPECT_EQ(session.scene(), 0) << "it ends where it began";
    }

    Session session{test::builtInCatalogue()};
    MainWindow window{session, Theme::light(), nullptr};
};

} // namespace

TEST_F(DemoTest, EveryKeyOfAlansDemoDoesWhatItSays) { carryOut("alan-caches-requests"); }

TEST_F(DemoTest, EveryKeyOfTheMessagesDemoDoesWhatItSays) { carryOut("the-message-that-moved"); }

TEST_F(DemoTest, EveryKeyOfTheWorkersDemoDoesWhatItSays) { carryOut("dequeued-then-dropped"); }

TEST_F(DemoTest, EveryKeyOfTheFramesDemoDoesWhatItSays) { carryOut("half-a-frame"); }

TEST_F(DemoTest, EveryKeyOfTheReadingsDemoDoesWhatItSays) { carryOut("both-finished"); }

TEST_F(DemoTest, EveryKeyOfTheRepliesDemoDoesWhatItSays) { carryOut("someone-elses-reply"); }

} // namespace awaitscope
