// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/standard_clocks.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

using namespace std::chrono_literals;

template <class Clock>
class StandardClocks : public testing::Test
{
};
using Clocks = testing::Types<std::chrono::steady_clock, std::chrono::system_clock, std::chrono::high_resolution_clock>;
TYPED_TEST_SUITE(StandardClocks, Clocks, );

TYPED_TEST(StandardClocks, ShowAWholeMicrosecondForEachOfARunAndBack)
{
    for (const std::int64_t time : {0LL, 1LL, 250'000LL, 3'600'000'000LL})
        EXPECT_EQ(dueTime(timeOn<TypeParam>(fromMicroseconds(time))), fromMicroseconds(time));
    EXPECT_EQ(timeOn<TypeParam>(fromMicroseconds(250'000)) - startOn<TypeParam>(), 250ms);
}

TYPED_TEST(StandardClocks, AreDueNotBeforeTheTimeThatWasAskedFor)
{
    const auto start = startOn<TypeParam>();
    EXPECT_EQ(dueTime(start + 1ns), fromMicroseconds(1));
    EXPECT_EQ(dueTime(start + 1000ns), fromMicroseconds(1));
    EXPECT_EQ(dueTime(start + 1001ns), fromMicroseconds(2));
    EXPECT_EQ(dueTime(start - 1ns), fromMicroseconds(0));
    EXPECT_EQ(dueTime(start - 1000ns), fromMicroseconds(-1));
}

TYPED_TEST(StandardClocks, HaveTimesBeforeTheRunAsFarBackAsTheClockGoes)
{
    EXPECT_LT(dueTime(typename TypeParam::time_point{}), VirtualTime{});
    EXPECT_LT(dueTime(TypeParam::time_point::min()), dueTime(typename TypeParam::time_point{}));
    EXPECT_GT(dueTime(TypeParam::time_point::max()), VirtualTime{} + std::chrono::hours{24 * 365 * 100});
}

} // namespace
} // namespace awaitscope
