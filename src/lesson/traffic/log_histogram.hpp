// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace awaitscope {

/// Counts whole numbers from 0 on, in buckets whose width is at most 1/128 of what is in them: as small after a thousand
/// numbers as after a milliard.
class LogHistogram
{
public:
    /// How much larger than the true one a quantile can be told.
    static constexpr double resolution = 1.0 / 128;

    static constexpr std::size_t mostBuckets = std::size_t{64} << 7U; ///< what it ever has

    /// All that it knows, by the numbers of its buckets, in order.
    struct Kept
    {
        std::vector<std::pair<std::size_t, std::uint64_t>> counts; ///< of those that are not empty
        std::int64_t max = 0;
        double sum = 0;
    };

    LogHistogram() = default;
    explicit LogHistogram(const Kept& kept); ///< whose buckets are below mostBuckets
    Kept kept() const;

    /// Negative ones count as 0.
    void add(std::int64_t value);

    std::uint64_t count() const { return m_count; }
    std::int64_t max() const { return m_max; } ///< exact
    double mean() const;                       ///< exact but for rounding; 0 of none

    /// The last number of the bucket in which the share `part` of all is reached; 0 of none.
    std::int64_t quantile(double part) const;

    struct Bucket
    {
        std::int64_t first = 0;
        std::int64_t last = 0;
        std::uint64_t count = 0;
    };
    std::vector<Bucket> buckets() const; ///< those that are not empty, in order

private:
    static std::size_t bucketOf(std::int64_t value);
    static std::int64_t firstOf(std::size_t bucket);

    std::vector<std::uint64_t> m_counts;
    std::uint64_t m_count = 0;
    std::int64_t m_max = 0;
    double m_sum = 0;
};

} // namespace awaitscope
