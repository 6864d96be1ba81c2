// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/tell/traffic_table.hpp"

#include "lesson/tell/ink.hpp"
#include "lesson/text/text.hpp"
#include "lesson/traffic/traffic_json.hpp"

#include <algorithm>
#include <cstdio>

namespace awaitscope {

namespace {

std::string number(const char* format, double value)
{
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// "1,000,000"
std::string grouped(std::uint64_t value)
{
    std::string text = std::to_string(value);
    for (std::size_t place = text.size(); place > 3; place -= 3)
        text.insert(place - 3, ",");
    return text;
}

std::string percent(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? "–" : number("%.3g %%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

class TrafficText
{
public:
    TrafficText(const Lesson& lesson, const TrafficResult& result, const TextStyle& style)
        : m_lesson(lesson), m_result(result), m_style(style)
    {
    }

    std::string make()
    {
        const TrafficOrder& order = m_result.order;
        const TrafficCounts& counts = m_result.counts;
        const bool hasTimeout = std::holds_alternative<VirtualDuration>(order.scenario.timeout);
        m_text = ink(m_lesson.title + ": " + std::to_string(order.spec.weeks) + (order.spec.weeks == 1 ? " week" : " weeks") + " of traffic · "
                         + order.scenario.variants.front() + " · " + std::string{titleOf(order.scenario.model)},
                     Ink::strong)
                 + '\n';
        std::string settings = grouped(counts.answers()) + " requests";
        if (order.oneKeyIn > 1)
            settings += " (all for one key in " + std::to_string(order.oneKeyIn) + ", of " + grouped(order.spec.requests) + ')';
        settings += " for " + grouped(static_cast<std::uint64_t>(order.spec.keys)) + " keys · fresh for "
                    + std::to_string(order.spec.timeToLiveHours) + " h · seed " + std::to_string(order.seed);
        m_text += ink(settings, Ink::muted) + '\n';
        m_text += ink(hasTimeout ? "timeout " + toReadableText(std::get<VirtualDuration>(order.scenario.timeout)) + " after week "
                                       + std::to_string(order.spec.releaseWeek)
                                 : std::string{"no timeout"},
                      Ink::cut)
                  + "\n\n";
        row("fresh", counts.fresh, counts.answers(), Ink::plain);
        row("old", counts.stale, counts.answers(), counts.stale > 0 ? Ink::violated : Ink::plain);
        row("none", counts.none, counts.answers(), Ink::plain);
        row("lost", counts.lost, counts.asked, counts.lost > 0 ? Ink::violated : Ink::holds, " of what the downstream was asked for");
        addExpectation();
        m_text += '\n';
        addChart();
        m_text += '\n';
        addWaits();
        addDashboard();
        addComplaints();
        return std::move(m_text);
    }

private:
    std::string ink(const std::string& text, Ink which) const { return painted(text, which, m_style.isColoured); }

    void row(const std::string& name, std::uint64_t count, std::uint64_t of, Ink which, const std::string& words = {})
    {
        m_text += "  " + paddedRight(name, 7) + ink(paddedLeft(grouped(count), 13), which) + paddedLeft(percent(count, of), 12) + words + '\n';
    }

    void addExpectation()
    {
        if (m_result.whyNoChances) {
            m_text += "  " + ink(m_result.whyNoChances->message, Ink::muted) + '\n';
            return;
        }
        m_text += "  " + ink("expected: " + number("%.1f", m_result.expectedStale.value) + " ± " + number("%.1f", m_result.expectedStale.standardError)
                                 + " old, " + number("%.1f", m_result.expectedLost.value) + " ± "
                                 + number("%.1f", m_result.expectedLost.standardError) + " lost (outcome map × distributions)",
                             Ink::muted)
                  + '\n';
    }

    /// A column for each day, as high as its share of old answers.
    void addChart()
    {
        static constexpr const char* blocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
        std::vector<TrafficCounts> days;
        for (std::size_t hour = 0; hour < m_result.hours.size(); ++hour) {
            if (hour / 24 >= days.size())
                days.emplace_back();
            days[hour / 24] += m_result.hours[hour];
        }
        const std::size_t daysAColumn = days.size() / (m_style.width - 20) + 1;
        std::vector<double> shares;
        for (std::size_t day = 0; day < days.size(); day += daysAColumn) {
            TrafficCounts sum;
            for (std::size_t each = day; each < std::min(days.size(), day + daysAColumn); ++each)
                sum += days[each];
            shares.push_back(sum.answers() == 0 ? 0 : static_cast<double>(sum.stale) / static_cast<double>(sum.answers()));
        }
        if (shares.empty()) // of a sample that has no request
            return;
        const double most = *std::ranges::max_element(shares);
        constexpr int rows = 4;
        for (int line = rows; line-- > 0;) {
            std::string columns;
            for (const double share : shares) {
                const int eighths = most == 0 ? 0 : static_cast<int>(share / most * rows * 8 + 0.5) - line * 8;
                columns += blocks[std::clamp(eighths, 0, 8)];
            }
            const std::string label = line == rows - 1 ? number("%.2g %%", 100 * most) : std::string{};
            m_text += "  " + paddedLeft(label, 8) + " │" + ink(columns, Ink::violated) + '\n';
        }
        const std::size_t release = releaseHourOf(m_result) / 24 / daysAColumn;
        std::string axis;
        for (std::size_t column = 0; column < shares.size(); ++column)
            axis += column == release && std::holds_alternative<VirtualDuration>(m_result.order.scenario.timeout) ? "▲" : "─";
        m_text += "  " + paddedLeft("0", 8) + " └" + axis + '\n';
        m_text += "  " + paddedLeft("", 10)
                  + ink("share of old answers, " + (daysAColumn == 1 ? std::string{"day by day"} : std::to_string(daysAColumn) + " days a column")
                            + "; ▲ the timeout comes in",
                        Ink::muted)
                  + '\n';
    }

    void addWaits()
    {
        m_text += "  clients waited: half of them up to " + toReadableText(VirtualDuration{m_result.waited.quantile(0.5)}) + ", 90 % up to "
                  + toReadableText(VirtualDuration{m_result.waited.quantile(0.9)}) + ", 99 % up to "
                  + toReadableText(VirtualDuration{m_result.waited.quantile(0.99)}) + ", all up to "
                  + toReadableText(VirtualDuration{m_result.waited.max()}) + '\n';
        m_text += "  the downstream was asked " + grouped(m_result.counts.asked) + " times\n";
    }

    void addDashboard()
    {
        const std::size_t release = releaseHourOf(m_result);
        if (release == 0 || release >= m_result.hours.size())
            return;
        const Dashboard before = dashboardOf(m_result, 0, release);
        const Dashboard after = dashboardOf(m_result, release, m_result.hours.size());
        m_text += "  dashboards, before and after: mean latency " + number("%.0f", before.meanWait / 1000) + " → "
                  + number("%.0f ms", after.meanWait / 1000) + ", errors " + number("%.2g", 100 * before.errorRate) + " → "
                  + number("%.2g %%", 100 * after.errorRate) + ", hits " + number("%.1f", 100 * before.hitRate) + " → "
                  + number("%.1f %%", 100 * after.hitRate) + '\n';
    }

    void addComplaints()
    {
        for (const double oneIn : {10.0, 100.0, 1000.0}) {
            const std::optional<VirtualTime> first = m_result.firstComplaint(oneIn);
            m_text += "  if one in " + number("%.0f", oneIn) + " of those with old data complains, the first "
                      + (first ? "does so " + number("%.1f", static_cast<double>((*first - m_result.release).count()) / 86.4e9)
                                     + " days after the release"
                               : std::string{"has not done so by the end"})
                      + '\n';
        }
    }

    const Lesson& m_lesson;
    const TrafficResult& m_result;
    const TextStyle& m_style;
    std::string m_text;
};

} // namespace

std::string trafficTable(const Lesson& lesson, const TrafficResult& result, const TextStyle& style)
{
    return TrafficText{lesson, result, style}.make();
}

} // namespace awaitscope
