// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/waiting.hpp"

#include <QTest>
#include <QWidget>
#include <QWindow>

#include <gtest/gtest.h>

namespace awaitscope::test {

/// Lets the window system's events, and what they ask for, arrive.
inline void settle() { QTest::qWait(20); }

/// Shows it as a person would have it before them: active, in this size.
inline void showActive(QWidget& window, QSize size)
{
    window.resize(size);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window, test::longestWait));
}

/// A key pressed and let go wherever the focus is, through the window system's events.
inline void key(QWidget& window, Qt::Key which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(window.windowHandle(), which, modifiers);
    settle();
}

/// A click into the middle of a widget, through the window system's events.
inline void click(QWidget& window, const QWidget& target)
{
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, target.mapTo(&window, target.rect().center()));
    settle();
}

} // namespace awaitscope::test
