// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/own_display.hpp"
#include "support/timed_application.hpp"

#include <gtest/gtest.h>

#include <cstdio>

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (GTEST_FLAG_GET(list_tests)) // the build asks, and may have no display
        return RUN_ALL_TESTS();
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        std::fputs("This test opens a real window, and there is no display: run tests/run, which starts one.\n",
                   stderr);
        return 1;
    }
    awaitscope::test::takeOwnDisplay();
    // No test needs the session bus of whoever runs it. Where there is none, libdbus forks to start one: with two threads
    // under AddressSanitizer that child was seen to wait for ever for a lock of the allocator.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    const awaitscope::test::TimedApplication application{argc, argv};
    if (QGuiApplication::platformName() == QLatin1String{"offscreen"}
        || QGuiApplication::platformName() == QLatin1String{"minimal"}) {
        std::fputs("This test opens a real window, but QT_QPA_PLATFORM names a platform that has none.\n", stderr);
        return 1;
    }
    return RUN_ALL_TESTS();
}
