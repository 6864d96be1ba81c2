// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/traffic/log_histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace awaitscope {

namespace {

constexpr int bitsKept = 7; ///< below the leading one

} // namespace

std::size_t LogHistogram::bucketOf(std::int64_t value)
{
    const auto number = static_cast<std::uint64_t>(value);
    const auto width = static_cast<int>(std::bit_width(number));
    if (width <= bitsKept + 1)
        return static_cast<std::size_t>(number);
    const int shift = width - bitsKept - 1;
    return (static_cast<std::size_t>(shift) << bitsKept) + static_cast<std::size_t>(number >> shift);
}

std::int64_t LogHistogram::firstOf(std::size_t bucket)
{
    if (bucket < (std::size_t{2} << bitsKept))
        return static_cast<std::int64_t>(bucket);
    const std::size_t shift = (bucket >> bitsKept) - 1;
    return static_cast<std::int64_t>((bucket - (shift << bitsKept)) << shift);
}

LogHistogram::LogHistogram(const Kept& kept) : m_max(kept.max), m_sum(kept.sum)
{
    m_counts.resize(kept.counts.empty() ? 0 : kept.counts.back().first + 1);
    for (const auto& [bucket, count] : kept.counts) {
        m_counts[bucket] = count;
        m_count += count;
    }
}

LogHistogram::Kept LogHistogram::kept() const
{
    Kept kept{{}, m_max, m_sum};
    for (std::size_t bucket = 0; bucket < m_counts.size(); ++bucket) {
        if (m_counts[bucket] != 0)
            kept.counts.emplace_back(bucket, m_counts[bucket]);
    }
    return kept;
}

void LogHistogram::add(std::int64_t value)
{
    value = std::max<std::int64_t>(value, 0);
    const std::size_t bucket = bucketOf(value);
    if (bucket >= m_counts.size())
        m_counts.resize(bucket + 1);
    ++m_counts[bucket];
    ++m_count;
    m_max = std::max(m_max, value);
    m_sum += static_cast<double>(value);
}

double LogHistogram::mean() const { return m_count == 0 ? 0 : m_sum / static_cast<double>(m_count); }

std::int64_t LogHistogram::quantile(double part) const
{
    const auto wanted = static_cast<std::uint64_t>(std::ceil(part * static_cast<double>(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < m_counts.size(); ++bucket) {
        seen += m_counts[bucket];
        if (seen >= wanted && seen > 0)
            return std::min(m_max, firstOf(bucket + 1) - 1);
    }
    return m_max;
}

std::vector<LogHistogram::Bucket> LogHistogram::buckets() const
{
    std::vector<Bucket> filled;
    for (std::size_t bucket = 0; bucket < m_counts.size(); ++bucket) {
        if (m_counts[bucket] != 0)
            filled.push_back({firstOf(bucket), firstOf(bucket + 1) - 1, m_counts[bucket]});
    }
    return filled;
}

} // namespace awaitscope
