// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/lane_choices.hpp"
#include "present/editing/edits.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/timed_application.hpp"
#include "support/waiting.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/actions/edit_actions.hpp"
#include "widgets/actions/progress_actions.hpp"
#include "widgets/agreement.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/share/sharing.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/story/story_text.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>
#include <QtTest/qtestspontaneevent.h>

#include <gtest/gtest.h>

#include <deque>
#include <iostream>
#include <map>
#include <memory>

namespace awaitscope {

namespace {

constexpr std::uint32_t defaultSeed = 20'261'125;
#ifdef __SANITIZE_ADDRESS__ // an event takes five times as long; the other preset has them all
constexpr int defaultEvents = 2'000;
constexpr double mostMilliseconds = 1'000;
#else
constexpr int defaultEvents = 8'000;
constexpr double mostMilliseconds = 200; // of the GUI's thread for one event: what is longer is felt as a hang
#endif
constexpr int checkEvery = 1000;
constexpr std::size_t keptEvents = 20;
constexpr QSize largest{2560, 1440};

std::uint32_t numberFrom(const char* variable, std::uint32_t otherwise)
{
    bool ok = false;
    const auto number = qEnvironmentVariable(variable).toUInt(&ok);
    return ok ? number : otherwise;
}

/// The key that types `letter`, as far as keyboards have one.
Qt::Key keyOf(QChar letter)
{
    const int code = letter.toUpper().unicode();
    return code < 0x80 ? static_cast<Qt::Key>(code) : Qt::Key_unknown;
}

QString named(QPoint point) { return QStringLiteral("%1,%2").arg(point.x()).arg(point.y()); }

} // namespace

/// Does anything that a person can do to the window with mouse and keyboard, at random, and goes on within menus and
/// drags, whose own event loops return only when they are closed.
class Monkey : public QObject
{
    Q_OBJECT

public:
    Monkey(MainWindow& window, Session& session, std::uint32_t seed, int events)
        : m_window(window),
          m_session(session),
          m_seed(seed),
          m_events(events),
          m_random(seed)
    {
        for (const char* scheme : {"http", "https", "file", "mailto"})
            QDesktopServices::setUrlHandler(scheme, this, "linkLeft");
        // Qt's own file dialog can move and delete whatever the user may: the monkey never gets one.
        const FileAsker asker = [this](QWidget*, const FileQuestion& question) { return someFile(question); };
        window.sharing().setAsker(asker);
        window.progressActions().setAsker(asker);
        window.editActions().setAsker(asker);
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
                &Monkey::goOnWithin);
    }

    ~Monkey() override
    {
        for (const char* scheme : {"http", "https", "file", "mailto"})
            QDesktopServices::unsetUrlHandler(scheme);
    }

    void run()
    {
        while (m_done < m_events && !testing::Test::HasFailure())
            step();
        ++m_depth; // what the last event began ends now
        releaseButton();
        QApplication::processEvents();
        --m_depth;
        if (!testing::Test::HasFailure())
            check();
        if (testing::Test::HasFailure())
            report();
        std::cout << m_done << " events of seed " << m_seed << "; the longest, " << m_longest.milliseconds
                  << " ms, was " << m_longest.what.toStdString() << '\n';
    }

    using Longest = test::TimedApplication::Longest;

    /// Events whose handling took too long, by their index.
    const std::map<int, Longest>& slow() const { return m_slow; }

public Q_SLOTS:
    void linkLeft(const QUrl&) {} // the monkey stays at home

private:
    void step()
    {
        const int index = m_done++;
        ++m_depth;
        QString what;
        {
            const test::TimedApplication::Within within{application()};
            application().takeLongest();
            what = act();
            QApplication::processEvents();
            const Longest longest = application().takeLongest();
            const QString told = QStringLiteral("%1: %2, in %3").arg(index).arg(what, longest.what);
            if (longest.milliseconds > m_longest.milliseconds)
                m_longest = {longest.milliseconds, told};
            if (longest.milliseconds >= mostMilliseconds)
                m_slow[index] = {longest.milliseconds, told};
        }
        --m_depth;
        if (!m_window.isVisible()) // the window was closed, as by Ctrl+Q: a person starts it again
            m_window.show();
        if (!QApplication::activeWindow()) { // no window manager gives the focus back when a sheet closes
            m_window.activateWindow();
            QApplication::setActiveWindow(&m_window);
        }
        if (m_session.language().choice() != QStringLiteral("en"))
            m_session.language().choose(QStringLiteral("en")); // in which the checks know what is said
        if (m_depth == 0 && m_done / checkEvery != m_checked) {
            m_checked = m_done / checkEvery;
            check();
        }
    }

    static test::TimedApplication& application()
    {
        return dynamic_cast<test::TimedApplication&>(*QCoreApplication::instance());
    }

    void check()
    {
        m_window.centre().lanes().showAll(); // what somebody has put away is not there to agree
        test::expectAgreement(m_window, m_session);
        ASSERT_TRUE(QRect(QPoint(0, 0), largest).contains(QRect(QPoint(0, 0), m_window.size())));
    }

    /// A menu or a drag waits for events in a loop of its own: there are more.
    void goOnWithin()
    {
        if (m_depth == 0 || m_askedFor)
            return;
        m_askedFor = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_askedFor = false;
                if (m_depth == 0)
                    return;
                if (m_done < m_events && m_depth < 8 && !testing::Test::HasFailure())
                    step();
                else
                    leaveLoop();
            },
            Qt::QueuedConnection);
    }

    void leaveLoop()
    {
        releaseButton();
        sendKey(keyWindow(), Qt::Key_Escape);
        if (QWidget* const popup = QApplication::activePopupWidget())
            popup->close();
    }

    int upTo(int last) { return boost::random::uniform_int_distribution<int>(0, last)(m_random); }
    bool chance(int percent) { return upTo(99) < percent; }
    template <class List>
    decltype(auto) oneOf(List& list)
    {
        return list[static_cast<decltype(list.size())>(upTo(static_cast<int>(list.size()) - 1))];
    }

    /// A file of the monkey's own folder, as asked for; now and then none, one that is not there, or no place for any.
    QString someFile(const FileQuestion& question)
    {
        if (chance(20))
            return {};
        if (chance(10))
            return m_folder.filePath(QStringLiteral("none/none"));
        if (question.kind == FileQuestion::Kind::save)
            return m_folder.filePath(QFileInfo(question.path).fileName());
        const QStringList files = QDir(m_folder.path()).entryList(QDir::Files);
        return m_folder.filePath(files.isEmpty() ? QStringLiteral("none") : oneOf(files));
    }

    /// One event; returns what it was, for the report.
    QString act()
    {
        const int sort = upTo(99);
        if (m_pressed && sort < 75)
            return sort < 50 ? moveMouse() : releaseMouse();
        QString what;
        if (sort < 22)
            what = click();
        else if (sort < 34)
            what = pressMouse();
        else if (sort < 46)
            what = moveMouse();
        else if (sort < 50)
            what = doubleClick();
        else if (sort < 58)
            what = wheel();
        else if (sort < 76)
            what = chord();
        else if (sort < 86)
            what = otherKey();
        else if (sort < 92)
            what = typeGarbage();
        else if (sort < 96)
            what = escape();
        else if (sort < 98)
            what = resize();
        else
            what = typeTimeout();
        return what;
    }

    void remember(const QString& what)
    {
        m_last.push_back(QStringLiteral("%1: %2").arg(m_done - 1).arg(what));
        if (m_last.size() > keptEvents)
            m_last.pop_front();
    }

    // Where.

    struct Place
    {
        QWindow* window;
        QPoint at;
    };

    Place somewhere()
    {
        if (QWidget* const popup = QApplication::activePopupWidget(); popup && chance(70))
            return {popup->windowHandle(), within(popup->rect())};
        std::vector<QWidget*> sheets;
        for (QWidget* const top : QApplication::topLevelWidgets()) {
            if (top != &m_window && top->isVisible() && top->windowHandle() && top->windowType() == Qt::Dialog)
                sheets.push_back(top);
        }
        if (!sheets.empty() && chance(15)) {
            QWidget* const sheet = oneOf(sheets);
            return {sheet->windowHandle(), within(sheet->rect())};
        }
        const QPoint target =
            chance(75) ? chance(50) ? insideSomeWidget() : onSomethingOfInterest() : within(m_window.rect());
        const bool inside = m_window.rect().contains(target);
        return {m_window.windowHandle(), inside ? target : within(m_window.rect())};
    }

    QPoint within(const QRect& rect)
    {
        return {rect.left() + upTo(std::max(0, rect.width() - 1)), rect.top() + upTo(std::max(0, rect.height() - 1))};
    }

    QPoint insideSomeWidget()
    {
        QList<QWidget*> widgets = m_window.findChildren<QWidget*>();
        widgets.removeIf(
            [this](const QWidget* widget) { return !widget->isVisible() || widget->window() != &m_window; });
        QWidget* const widget = oneOf(widgets);
        return widget->mapTo(&m_window, within(widget->rect()));
    }

    QPoint onSomethingOfInterest()
    {
        CentreColumn& centre = m_window.centre();
        switch (upTo(4)) {
        case 0:
            return onStoryLink();
        case 1:
            return onBadge();
        case 2:
            return onSpan();
        case 3:
            return centre.pill().mapTo(&m_window, within(centre.pill().rect()));
        default:
            return centre.map().mapTo(&m_window, within(centre.map().stripRect(0).toAlignedRect()));
        }
    }

    QPoint onStoryLink()
    {
        const Scene& scene = m_session.lesson().story.scenes[static_cast<std::size_t>(m_session.scene())];
        const std::vector<StoryText*> texts = m_window.story().texts();
        if (scene.links.empty() || texts.empty())
            return {-1, -1};
        const QString target = QString::fromStdString(oneOf(scene.links).target);
        for (StoryText* const text : texts) {
            const QRect link = text->linkRect(target);
            if (!link.isEmpty() && text->isVisible())
                return text->viewport()->mapTo(&m_window, link.center());
        }
        return {-1, -1};
    }

    QPoint onBadge()
    {
        QList<CodeView*> views = m_window.findChildren<CodeView*>();
        views.removeIf([](const CodeView* view) { return !view->isVisible(); });
        if (views.isEmpty())
            return {-1, -1};
        CodeView* const view = oneOf(views);
        for (const auto& [line, what] : view->picture().lines) {
            for (const CodeBadge& badge : what.badges) {
                const QRect rect = view->badgeRect(line, badge.number);
                if (!rect.isEmpty() && chance(50))
                    return view->viewport()->mapTo(&m_window, rect.center());
            }
        }
        return {-1, -1};
    }

    QPoint onSpan()
    {
        const std::vector<ScopeView*>& scopes = m_window.centre().scopes();
        LanePlot& plot = oneOf(scopes)->plot();
        std::vector<QRectF> rects;
        for (const LaneLayout& lane : plot.scopeLayout().lanes) {
            rects.insert(rects.end(), lane.spans.begin(), lane.spans.end());
            rects.insert(rects.end(), lane.ghosts.begin(), lane.ghosts.end());
        }
        return rects.empty() ? QPoint(-1, -1) : plot.mapTo(&m_window, within(oneOf(rects).toAlignedRect()));
    }

    // The mouse.

    Qt::KeyboardModifiers someModifiers()
    {
        static constexpr Qt::KeyboardModifiers all[] = {Qt::ShiftModifier, Qt::ControlModifier, Qt::AltModifier};
        return chance(85) ? Qt::KeyboardModifiers() : all[upTo(2)];
    }

    Qt::MouseButton someButton()
    {
        const int sort = upTo(9);
        return sort < 8 ? Qt::LeftButton : sort < 9 ? Qt::RightButton : Qt::MiddleButton;
    }

    QString click()
    {
        const Place place = somewhere();
        const Qt::MouseButton button = someButton();
        const Qt::KeyboardModifiers modifiers = someModifiers();
        const QString what =
            QStringLiteral("click %1 with %2 and %3").arg(named(place.at)).arg(button).arg(modifiers.toInt());
        remember(what);
        QTest::mouseClick(place.window, button, modifiers, place.at);
        return what;
    }

    QString doubleClick()
    {
        const Place place = somewhere();
        const QString what = QStringLiteral("double click %1").arg(named(place.at));
        remember(what);
        QTest::mouseDClick(place.window, Qt::LeftButton, {}, place.at);
        return what;
    }

    QString pressMouse()
    {
        const Place place = somewhere();
        m_pressed = someButton();
        m_pressedIn = place.window;
        const QString what = QStringLiteral("press %1 with %2").arg(named(place.at)).arg(*m_pressed);
        remember(what);
        QTest::mousePress(place.window, *m_pressed, {}, place.at);
        return what;
    }

    QString moveMouse()
    {
        Place place = somewhere();
        if (m_pressed && m_pressedIn) // what is dragged may leave its window
            place = {m_pressedIn, within(QRect(QPoint(0, 0), m_pressedIn->size()))};
        const QString what = QStringLiteral("move to %1").arg(named(place.at));
        remember(what);
        QTest::mouseMove(place.window, place.at);
        return what;
    }

    QString releaseMouse()
    {
        const QString what = QStringLiteral("release");
        remember(what);
        releaseButton();
        return what;
    }

    void releaseButton()
    {
        const std::optional<Qt::MouseButton> button = std::exchange(m_pressed, std::nullopt);
        QWindow* const where = m_pressedIn && m_pressedIn->isVisible() ? m_pressedIn.data() : m_window.windowHandle();
        if (button)
            QTest::mouseRelease(where, *button, {}, within(QRect(QPoint(0, 0), where->size())));
    }

    QString wheel()
    {
        const Place place = somewhere();
        const int angle = 120 * (upTo(1) ? 1 : -1) * (1 + upTo(2));
        const Qt::KeyboardModifiers modifiers = someModifiers();
        const QString what =
            QStringLiteral("wheel %1 at %2 and %3").arg(angle).arg(named(place.at)).arg(modifiers.toInt());
        remember(what);
        const QPoint turn = chance(85) ? QPoint(0, angle) : QPoint(angle, 0);
        QWheelEvent event(place.at, place.window->mapToGlobal(QPointF(place.at)), {}, turn, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // or it would stop at the first widget that does not want it
        QCoreApplication::instance()->notify(place.window, &event);
        return what;
    }

    // The keyboard.

    QWindow* keyWindow()
    {
        QWindow* const focus = QGuiApplication::focusWindow();
        return focus && focus->isVisible() ? focus : m_window.windowHandle();
    }

    /// The window may go with the press: then nobody gets the release.
    static void sendKey(const QPointer<QWindow>& window, Qt::Key key, Qt::KeyboardModifiers modifiers = {},
                        const QString& text = {})
    {
        for (const bool pressed : {true, false}) {
            if (window)
                QTest::simulateEvent(window.data(), pressed, key, modifiers, text, false);
        }
    }

    QString press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        const QString what = QStringLiteral("key %1").arg(QKeySequence(QKeyCombination(modifiers, key)).toString());
        remember(what);
        sendKey(keyWindow(), key, modifiers);
        return what;
    }

    QString chord()
    {
        const ActionRow* row = &oneOf(actionTable());
        while (row->keys.empty())
            row = &oneOf(actionTable());
        const QKeyCombination keys = oneOf(row->keys)[0];
        return press(keys.key(), keys.keyboardModifiers());
    }

    QString otherKey()
    {
        static const std::vector<QKeyCombination> keys{
            Qt::Key_Tab,
            Qt::SHIFT | Qt::Key_Tab,
            Qt::Key_Return,
            Qt::Key_Enter,
            Qt::Key_Space,
            Qt::Key_Up,
            Qt::Key_Down,
            Qt::SHIFT | Qt::Key_Right,
            Qt::Key_Backspace,
            Qt::Key_Delete,
            Qt::CTRL | Qt::Key_A,
            Qt::CTRL | Qt::Key_C,
            Qt::CTRL | Qt::Key_V,
            Qt::CTRL | Qt::Key_X,
            Qt::CTRL | Qt::Key_Z,
            Qt::CTRL | Qt::SHIFT | Qt::Key_Z,
            Qt::CTRL | Qt::Key_Home,
            Qt::CTRL | Qt::Key_End,
            Qt::ALT | Qt::Key_F4,
            Qt::Key_Menu,
            Qt::SHIFT | Qt::Key_F10,
            Qt::Key_F2,
            Qt::Key_F5,
        };
        const QKeyCombination key = oneOf(keys);
        return press(key.key(), key.keyboardModifiers());
    }

    QString escape()
    {
        // A sheet without the focus is closed as well: a person clicks into it first.
        // Guarded all at once: to close one can destroy others.
        const QWidgetList tops = QApplication::topLevelWidgets();
        for (const QPointer<QWidget>& top : std::vector<QPointer<QWidget>>(tops.begin(), tops.end())) {
            if (top && top != &m_window && top->isVisible() && top->windowType() == Qt::Dialog)
                sendKey(top->windowHandle(), Qt::Key_Escape);
        }
        return press(Qt::Key_Escape, {});
    }

    QString typeGarbage()
    {
        static const QString letters =
            QStringLiteral("0123456789mus .-+%?&=:/\\\"'<>{}()[]\t abcxyzNTMR\u00e9\u2192\u0663\u200f\U0001f40c\u0301");
        QString text;
        for (int i = upTo(7); i >= 0; --i)
            text += oneOf(letters);
        const QString what = QStringLiteral("type “%1”").arg(text);
        remember(what);
        if (chance(20))
            QGuiApplication::clipboard()->setText(text.repeated(1 + upTo(300)));
        for (const QChar letter : text)
            sendKey(keyWindow(), keyOf(letter), {}, QString(letter));
        return what;
    }

    QString typeTimeout()
    {
        static const std::vector<QString> texts{"250",  "0 ms", "none", "1s",     "200.001", "-1",
                                                "soon", "",     "1h",   "99999s", "5 s",     "300001 us"};
        const QString text = oneOf(texts);
        const QString what = QStringLiteral("type the timeout “%1”").arg(text);
        remember(what);
        sendKey(keyWindow(), Qt::Key_T, {}, "t");
        for (const QChar letter : text)
            sendKey(keyWindow(), keyOf(letter), {}, QString(letter));
        sendKey(keyWindow(), Qt::Key_Return);
        return what;
    }

    QString resize()
    {
        const QSize least = m_window.minimumSize();
        QSize size{least.width() + upTo(largest.width() - least.width()),
                   least.height() + upTo(largest.height() - least.height())};
        if (chance(20))
            size = chance(50) ? least : largest;
        const QString what = QStringLiteral("resize to %1x%2").arg(size.width()).arg(size.height());
        remember(what);
        m_window.resize(size);
        return what;
    }

    void report()
    {
        std::cerr << "AWAITSCOPE_MONKEY_SEED=" << m_seed << " AWAITSCOPE_MONKEY_EVENTS=" << m_done
                  << " does it again, unless it played: that follows the real clock. The last events:\n";
        for (const QString& what : m_last)
            std::cerr << "  " << what.toStdString() << '\n';
    }

    QTemporaryDir m_folder; ///< what it saves, and may open again
    MainWindow& m_window;
    Session& m_session;
    std::uint32_t m_seed;
    int m_events;
    boost::random::mt19937 m_random;
    int m_done = 0;
    int m_checked = 0;
    int m_depth = 0; ///< of event loops
    bool m_askedFor = false;
    Longest m_longest;
    std::map<int, Longest> m_slow;
    std::optional<Qt::MouseButton> m_pressed;
    QPointer<QWindow> m_pressedIn;
    std::deque<QString> m_last;
};

class MonkeyTest : public testing::Test
{
protected:
    /// A new window, and what was slow in it.
    std::map<int, Monkey::Longest> letLoose(int events)
    {
        Session session{test::builtInCatalogue()};
        // It types into the code as well; nothing compiles it, or most of the time would be the compiler's.
        const QTemporaryDir code;
        Edits edits{session, std::make_shared<Workbench>(Installation{}), code.path().toStdString()};
        MainWindow window{session, Theme::light(), nullptr};
        window.allowEditing(edits);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window, test::longestWait));
        Monkey monkey{window, session, seed, events};
        monkey.run();
        return monkey.slow();
    }

    std::uint32_t seed = numberFrom("AWAITSCOPE_MONKEY_SEED", defaultSeed);
};

/// 20,000 events; AWAITSCOPE_MONKEY_SEED and AWAITSCOPE_MONKEY_EVENTS set others.
TEST_F(MonkeyTest, NeitherHangsTheWindowNorMakesItsPanesDisagree)
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const auto slow = letLoose(static_cast<int>(numberFrom("AWAITSCOPE_MONKEY_EVENTS", defaultEvents)));
    if (slow.empty() || HasFailure())
        return;
    // A virtual machine may charge a thread for time in which it did not run. What hangs, hangs again.
    const auto again = letLoose(slow.rbegin()->first + 1);
    for (const auto& [index, longest] : slow) {
        std::cout << longest.milliseconds << " ms for event " << longest.what.toStdString() << '\n';
        const auto found = again.find(index);
        EXPECT_TRUE(found == again.end()) << longest.milliseconds << " ms, then " << found->second.milliseconds
                                          << " ms for event " << longest.what.toStdString();
    }
}

} // namespace awaitscope

#include "monkey_test.moc"
