// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (GTEST_FLAG_GET(list_tests)) // the build asks, and may have no platform plugin
        return RUN_ALL_TESTS();
    const QGuiApplication application{argc, argv};
    return RUN_ALL_TESTS();
}
