// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/traffic/log_histogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace awaitscope {
namespace {

TEST(LogHistogram, TellsQuantilesWithinItsResolution)
{
    LogHistogram histogram;
    std::vector<std::int64_t> all;
    for (std::int64_t value = 1; value < 60'000'000; value += value / 97 + 1) {
        histogram.add(value);
        all.push_back(value);
    }
    for (const double part : {0.001, 0.1, 0.5, 0.9, 0.99, 1.0}) {
        const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(all.size()))) - 1;
        const auto exact = static_cast<double>(all[rank]);
        const auto told = static_cast<double>(histogram.quantile(part));
        EXPECT_GE(told, exact) << part;
        EXPECT_LE(told, exact * (1 + LogHistogram::resolution) + 1) << part;
    }
    EXPECT_EQ(histogram.max(), all.back());
    EXPECT_EQ(histogram.count(), all.size());
}

TEST(LogHistogram, IsExactForSmallNumbersAndHasNoGaps)
{
    LogHistogram histogram;
    for (std::int64_t value = 0; value < 100'000; ++value)
        histogram.add(value);
    std::int64_t next = 0;
    std::uint64_t counted = 0;
    for (const LogHistogram::Bucket& bucket : histogram.buckets()) {
        EXPECT_EQ(bucket.first, next);
        next = bucket.last + 1;
        counted += bucket.count;
        if (next < 100'000) {
            EXPECT_EQ(bucket.count, static_cast<std::uint64_t>(bucket.last - bucket.first + 1));
        }
        EXPECT_TRUE(bucket.last >= 256 || bucket.first == bucket.last);
    }
    EXPECT_EQ(counted, 100'000U);
}

TEST(LogHistogram, OfNothingIsNothing)
{
    const LogHistogram histogram;
    EXPECT_EQ(histogram.quantile(0.5), 0);
    EXPECT_EQ(histogram.mean(), 0);
    EXPECT_TRUE(histogram.buckets().empty());
}

} // namespace
} // namespace awaitscope
