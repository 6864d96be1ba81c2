// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/virtual_time.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

using namespace std::chrono_literals;

TEST(VirtualTime, ADurationIsAWholeNumberAndItsUnit)
{
    EXPECT_EQ(tryParseDuration("250ms"), VirtualDuration{250'000});
    EXPECT_EQ(tryParseDuration("20us"), VirtualDuration{20});
    EXPECT_EQ(tryParseDuration("1s"), VirtualDuration{1'000'000});
    EXPECT_EQ(tryParseDuration("0ms"), VirtualDuration{0});
}

TEST(VirtualTime, WhatIsNoDurationIsRefused)
{
    for (const std::string_view text : {"", "ms", "250", "-1ms", "+1ms", "1.5ms", " 1ms", "1 ms", "1ms ", "1m", "1ns",
                                        "0x10ms", "99999999999999999999s", "3601s", "3600000001us"})
        EXPECT_EQ(tryParseDuration(text), std::nullopt) << text;
}

TEST(VirtualTime, OneHourIsTheLongestDuration)
{
    EXPECT_EQ(tryParseDuration("3600s"), maxDuration);
    EXPECT_EQ(tryParseDuration("3600000ms"), maxDuration);
    EXPECT_EQ(tryParseDuration("3600000000us"), maxDuration);
}

TEST(VirtualTime, ADurationIsWrittenInItsLargestExactUnit)
{
    EXPECT_EQ(toText(VirtualDuration{0}), "0ms");
    EXPECT_EQ(toText(VirtualDuration{250'000}), "250ms");
    EXPECT_EQ(toText(VirtualDuration{200'001}), "200001us");
    EXPECT_EQ(toText(VirtualDuration{2s}), "2s");
}

TEST(VirtualTime, WhatIsWrittenIsReadAgain)
{
    for (const std::int64_t microseconds : {0L, 1L, 999L, 1000L, 1001L, 999'999L, 1'000'000L, 3'599'999'999L})
        EXPECT_EQ(tryParseDuration(toText(VirtualDuration{microseconds})), VirtualDuration{microseconds});
}

TEST(VirtualTime, PeopleReadMillisecondsWithTheDecimalsNeeded)
{
    EXPECT_EQ(toReadableText(VirtualDuration{250'000}), "250 ms");
    EXPECT_EQ(toReadableText(VirtualDuration{200'001}), "200.001 ms");
    EXPECT_EQ(toReadableText(VirtualDuration{200'500}), "200.5 ms");
    EXPECT_EQ(toReadableText(VirtualDuration{7}), "0.007 ms");
    EXPECT_EQ(toReadableText(fromMicroseconds(1'000'000)), "1000 ms");
}

} // namespace
} // namespace awaitscope
