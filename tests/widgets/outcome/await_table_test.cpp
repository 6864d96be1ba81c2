// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "support/window_test.hpp"
#include "widgets/outcome/await_table_view.hpp"

#include <QScrollArea>
#include <QScrollBar>

namespace awaitscope {

/// The table in a window of its own, with room for half of its rows, as in a window of 1440 × 900.
class AwaitTableTest : public testing::Test
{
protected:
    void SetUp() override
    {
        test::showActive(table, QSize(390, 95));
        show("timeout=250ms");
        ASSERT_EQ(table.rows().table().rows.size(), 4U) << "1, 2, 1+ and 2+";
        ASSERT_GT(bar().maximum(), 0) << "not all of them fit";
    }

    void show(const char* query)
    {
        ASSERT_TRUE(session.apply(QStringLiteral("awaitscope:alan-caches-requests?") + query)) << query;
        ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
        test::settle();
    }

    QScrollBar& bar() { return *table.findChild<QScrollArea*>()->verticalScrollBar(); }

    bool isWhollySeen(std::size_t row)
    {
        const QRect all = table.rows().cellRect(row, 0).toAlignedRect();
        return table.rows().visibleRegion().boundingRect().contains(QRect(1, all.top(), 1, all.height()));
    }

    Session session{test::builtInCatalogue()};
    AwaitTableView table{session, Theme::light(), nullptr};
};

TEST_F(AwaitTableTest, ShowsTheRowInWhichTheTimeoutFiredWhole)
{
    const std::pair<const char*, std::size_t> fired[] = {
        {"await=2+", 3}, {"timeout=100ms", 0}, {"timeout=250ms", 1}, {"await=1+", 2}};
    for (const auto& [query, row] : fired) {
        show(query);
        EXPECT_EQ(table.rows().fired(), row) << query;
        EXPECT_TRUE(isWhollySeen(row)) << query;
    }
    show("timeout=none");
    EXPECT_EQ(table.rows().fired(), std::nullopt);
}

TEST_F(AwaitTableTest, ShowsWholeRowsAlone)
{
    const int seen = table.rows().visibleRegion().boundingRect().height();
    EXPECT_EQ(seen % static_cast<int>(table.rows().rowHeight()), 0) << seen;
}

TEST_F(AwaitTableTest, HasLowerRowsWhereOneMoreFitsThen)
{
    const double usual = table.rows().rowHeight();
    table.resize(table.width(), 82); // as in a window of 1280 × 720
    test::settle();
    EXPECT_LT(table.rows().rowHeight(), usual);
    EXPECT_TRUE(isWhollySeen(1));
    EXPECT_TRUE(isWhollySeen(0)) << "two rows";
    table.resize(table.width(), 400);
    test::settle();
    EXPECT_EQ(table.rows().rowHeight(), usual);
    EXPECT_TRUE(isWhollySeen(3)) << "all";
}

TEST_F(AwaitTableTest, StaysWhereItWasScrolledToWhileTheMapGrows)
{
    bar().setValue(bar().maximum());
    ASSERT_FALSE(isWhollySeen(0));
    Q_EMIT session.sweepChanged();
    EXPECT_EQ(bar().value(), bar().maximum());
    show("timeout=100ms");
    EXPECT_TRUE(isWhollySeen(0)) << "another run shows where it was stopped";
}

TEST_F(AwaitTableTest, FollowsTheKeyboard)
{
    table.rows().setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&table.rows(), Qt::Key_Down);
    EXPECT_TRUE(isWhollySeen(3));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&table.rows(), Qt::Key_Up);
    EXPECT_TRUE(isWhollySeen(0));
}

} // namespace awaitscope
