// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/text.hpp"
#include "present/outcome/outcome_model.hpp"
#include "support/waiting.hpp"
#include "widgets/agreement.hpp"
#include "widgets/code/code_connector.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/presenting/presenter_bar.hpp"
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

    /// All that can be read in the window now.
    QString seen()
    {
        QStringList words;
        PresenterBar& bar = window.presentation().bar();
        for (const QLabel* const label : window.findChildren<QLabel*>()) {
            if (label->isVisible())
                words += label->text();
        }
        if (bar.isVisible())
            words += {bar.title(), bar.line()};
        for (ScopeView* const scope : window.centre().scopes())
            words += {scope->verdictBar().text().main, scope->verdictBar().text().client};
        for (CodePane* const pane : window.side().findChildren<CodePane*>()) {
            for (const auto& [number, line] : pane->view().picture().lines)
                words += pane->view().shownWords(number);
        }
        if (const auto* const connector = window.findChild<CodeConnector*>(); connector && connector->isVisible())
            words += connector->words();
        auto* const map = window.findChild<OutcomeMap*>();
        if (map->isVisible()) {
            words += map->accessibleName();
            for (const OutcomeStrip& strip : outcomeMapOf(session)) {
                for (const OutcomeSegment& segment : strip.segments)
                    words += segment.words;
            }
        }
        words += window.findChild<StepSentence*>()->sentence();
        words += window.centre().pill().text();
        if (window.toast().isVisible())
            words += window.toast().text();
        return words.join('\n');
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
            const QString words = seen();
            int claims = 0;
            for (auto match = quoted.globalMatch(row.see); match.hasNext(); ++claims) {
                const QString claim = match.next().captured(1);
                EXPECT_TRUE(words.contains(claim)) << claim.toStdString() << "\nis not among\n" << words.toStdString();
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

} // namespace awaitscope
