// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/catalogue.hpp"
#include "present/session/session.hpp"
#include "support/waiting.hpp"
#include "support/window_test.hpp"
#include "widgets/outcome/await_table_view.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/transport/transport_bar.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/top_bar.hpp"

#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

// Run by tests/widgets/on_screen, with a window manager, on screens of the commonest sizes.

namespace awaitscope {
namespace {

class ScreenTest : public testing::Test
{
protected:
    ScreenTest()
    {
        EXPECT_TRUE(session.apply(QStringLiteral("awaitscope:alan-caches-requests?timeout=250ms")));
    }

    /// As the program opens it.
    void open(QSettings* settings)
    {
        window = std::make_unique<MainWindow>(session, Appearance{ThemeChoice::light, false, 1}, settings);
        window->placeOnScreen();
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get(), test::longestWait));
        ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
        QTest::qWait(600); // the frame comes, and what is placed by it
    }

    QRect available() const { return window->screen()->availableGeometry(); }

    void expectToFit() const
    {
        EXPECT_TRUE(available().contains(window->frameGeometry()))
            << "frame " << window->frameGeometry().left() << ',' << window->frameGeometry().top() << ' '
            << window->frameGeometry().width() << 'x' << window->frameGeometry().height() << " on "
            << available().width() << 'x' << available().height();
    }

    /// A part that can be seen whole: laid out, and not scrolled or pushed beyond the window's edge.
    template <class Part>
    void expectWhole(const char* name) const
    {
        const QList<Part*> parts = window->findChildren<Part*>();
        ASSERT_FALSE(parts.isEmpty()) << name;
        bool isOneShown = false;
        for (const Part* part : parts) {
            if (!part->isVisible())
                continue;
            isOneShown = true;
            const QRect place(part->mapTo(window.get(), QPoint()), part->size());
            EXPECT_TRUE(window->rect().contains(place)) << name << " at " << place.left() << ',' << place.top() << ' '
                                                        << place.width() << 'x' << place.height();
            EXPECT_GT(place.height(), 20) << name;
        }
        EXPECT_TRUE(isOneShown) << name;
    }

    const Catalogue catalogue{builtInLessons()};
    Session session{catalogue};
    std::unique_ptr<MainWindow> window;
};

TEST_F(ScreenTest, TheWindowAndItsFrameFitIntoIt)
{
    open(nullptr);
    expectToFit();
}

TEST_F(ScreenTest, ScopesMapTransportAndTableAreSeenWholeAtTheStart)
{
    open(nullptr);
    expectWhole<ScopeView>("scope");
    expectWhole<OutcomeMap>("map");
    expectWhole<TransportBar>("transport");
    expectWhole<TopBar>("top bar");
    for (const QScrollArea* area : window->findChildren<QScrollArea*>(QString(), Qt::FindDirectChildrenOnly))
        EXPECT_EQ(area->verticalScrollBar()->maximum(), 0) << "the page need not be scrolled";
    if (constexpr int wideEnoughForThreeColumns = 1320; window->width() >= wideEnoughForThreeColumns)
        expectWhole<AwaitTableView>("table");
}

TEST_F(ScreenTest, APlaceOnAScreenThatIsGoneIsNotKept)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("awaitscope.ini")), QSettings::IniFormat);
    open(&settings);
    window->showNormal();
    QTest::qWait(100);
    window->setGeometry(5000, 3000, 1440, 900); // as on a second screen, larger than this one
    QTest::qWait(100);
    window->close();
    open(&settings);
    expectToFit();
}

} // namespace
} // namespace awaitscope
