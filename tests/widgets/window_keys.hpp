// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/builtin_catalogue.hpp"
#include "support/window_test.hpp"
#include "widgets/actions/key_sheet.hpp"
#include "widgets/actions/main_menu.hpp"
#include "widgets/actions/progress_actions.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/window/main_window.hpp"

#include <QAction>

namespace awaitscope {

/// A real window on a real display.
class WindowKeysTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?model=asio&timeout=250ms"));
        test::showActive(window, QSize(1440, 900));
    }

    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { test::key(window, which, modifiers); }
    void click(const QWidget& target) { test::click(window, target); }
    std::int64_t milliseconds() { return toMicroseconds(session.playback().position()) / 1000; }
    KeySheet* sheet() { return window.findChild<KeySheet*>(); }

    QAction* inMenu(const QString& group, const QString& words)
    {
        for (QAction* const submenu : window.menu().actions()) {
            for (QAction* const action : submenu->text() == group ? submenu->menu()->actions() : QList<QAction*>()) {
                if (action->text() == words)
                    return action;
            }
        }
        return nullptr;
    }

    Session session{test::builtInCatalogue()};
    MainWindow window{session, Theme::light(), nullptr};
};

} // namespace awaitscope
