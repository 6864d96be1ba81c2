// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/row_plan.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace awaitscope {

namespace {

// Pixels at scale 1. Where the window is low, rows are as high as `low`; from `roomyFrom` on as high as `roomy`.
constexpr int gap = 8;
constexpr int scopeHead = 40;
constexpr int leastScope = 160;
constexpr int codeHead = 44; // title and margins of a pane of code
constexpr int codeLine = 17; // as close as its lines come
constexpr int leastPart = 14; // a tall lane has two: its line and a word above it

struct Heights
{
    int callerHead, callerLane, ruler, mapHead, mapStrip, wordyStrip, sentence, transport;

    // At scale 1, whether they are there or not. `Rows` is WindowRows or PresentedRows.
    template <class Rows>
    int caller(const Rows& rows) const { return callerHead + callerLane * rows.callerLanes; }
    template <class Rows>
    int map(const Rows& rows, int strips) const { return mapHead + (rows.hasWordyStrips ? wordyStrip : mapStrip) * strips; }
};
// The sentence has room for three lines in either, the caller's head for its words below the timeout's label.
constexpr Heights roomy{36, 29, 24, 34, 31, 36, 58, 44};
constexpr Heights low{30, 24, 22, 26, 24, 32, 50, 36};

int scaled(int pixels, double scale) { return static_cast<int>(std::lround(pixels * scale)); }

/// The least height of each scope.
std::vector<int> leastScopes(int scopeCount, double scale, const std::vector<double>& laneParts)
{
    std::vector<int> least(static_cast<std::size_t>(scopeCount), scaled(leastScope, scale));
    for (std::size_t i = 0; i < std::min(least.size(), laneParts.size()); ++i)
        least[i] = std::max(least[i], static_cast<int>(std::lround((scopeHead + leastPart * laneParts[i]) * scale)));
    return least;
}

int sumOf(const std::vector<int>& heights) { return std::accumulate(heights.begin(), heights.end(), 0); }

/// The least height of each version's code, in which all lines that are to be seen are.
std::vector<int> leastCode(int scopeCount, double scale, const std::vector<int>& lines)
{
    std::vector<int> least(static_cast<std::size_t>(scopeCount), scaled(codeHead, scale));
    for (std::size_t i = 0; i < std::min(least.size(), lines.size()); ++i)
        least[i] = scaled(codeHead + codeLine * lines[i], scale);
    return least;
}

/// Shares `height` among those that need `least`: who needs more than an equal part has it, the others share the rest. Where it is
/// too little for what they need, all give way by the same part of it.
std::vector<int> shareHeight(int height, const std::vector<int>& least)
{
    const int needed = sumOf(least);
    std::vector<double> wanted(least.begin(), least.end());
    if (needed < height) {
        double level = 0;
        int left = height;
        auto others = static_cast<int>(least.size());
        std::vector<int> falling = least;
        std::ranges::sort(falling, std::greater{});
        for (const int most : falling) {
            level = static_cast<double>(left) / others;
            if (most <= level)
                break;
            left -= most;
            --others;
        }
        for (double& each : wanted)
            each = std::max(each, level);
    } else {
        for (double& each : wanted)
            each *= static_cast<double>(height) / needed;
    }
    std::vector<int> shares;
    double sum = 0;
    int taken = 0;
    for (const double each : wanted) {
        sum += each;
        shares.push_back(static_cast<int>(std::lround(sum)) - taken);
        taken += shares.back();
    }
    return shares;
}

int fixedHeight(const Heights& heights, int scopeCount, double scale, const WindowRows& shown = {})
{
    const int caller = shown.caller ? heights.caller(shown) : 0;
    const int map = shown.map ? heights.map(shown, scopeCount) : 0;
    const int rows = caller + heights.ruler + map + heights.sentence + heights.transport;
    return scaled(rows, scale) + gap * (scopeCount + 1 + (shown.caller ? 1 : 0) + (shown.map ? 1 : 0));
}

/// Of the right column, what the rows leave where some of them are not there.
void shareRightColumn(RowPlan& plan, const WindowRows& rows, int consoleHeight)
{
    const int bottom = plan.transport.bottom();
    Row& code = plan.scopes.back();
    if (rows.console && rows.table && !rows.map) {
        const Row all{code.top, plan.ruler.bottom() - code.top};
        plan.console = {all.bottom() - consoleHeight, consoleHeight};
    } else if (rows.console && !rows.table) {
        plan.console = {plan.console.top, bottom - plan.console.top};
    } else if (!rows.console && rows.table) {
        plan.table = {plan.console.top, bottom - plan.console.top};
    }
    if (!rows.console)
        plan.console.height = 0;
    if (!rows.table)
        plan.table.height = 0;
}

} // namespace

RowPlan planRows(int height, int top, int scopeCount, double scale, const WindowRows& rows)
{
    scopeCount = std::max(1, scopeCount);
    const int available = height - top;
    const bool isRoomy = available - fixedHeight(roomy, scopeCount, scale, rows) >= scaled(215, scale) * scopeCount;
    const Heights& heights = isRoomy ? roomy : low;

    RowPlan plan;
    int y = top;
    const auto take = [&y](int rowHeight, int gapAfter) {
        const Row row{y, rowHeight};
        y += rowHeight + gapAfter;
        return row;
    };
    plan.hasFlag = rows.caller;
    plan.caller = rows.caller ? take(scaled(heights.caller(rows), scale), gap) : Row{y, 0};
    const int forScopes = std::max(0, available - fixedHeight(heights, scopeCount, scale, rows));
    const std::vector<int> shares = shareHeight(forScopes, leastScopes(scopeCount, scale, rows.laneParts));
    for (std::size_t i = 0; i < shares.size(); ++i)
        plan.scopes.push_back(take(shares[i], i + 1 == shares.size() ? 0 : gap));
    plan.ruler = take(scaled(heights.ruler, scale), gap);
    const int mapHeight = scaled(heights.map(rows, scopeCount), scale);
    plan.map = rows.map ? take(mapHeight, gap) : Row{y, 0};
    plan.console = plan.map;
    plan.sentence = take(scaled(heights.sentence, scale), gap);
    plan.transport = take(scaled(heights.transport, scale), gap);
    plan.table = {plan.sentence.top, plan.transport.bottom() - plan.sentence.top};
    shareRightColumn(plan, rows, mapHeight);
    return plan;
}

RowPlan planPresentation(int height, int top, int scopeCount, double scale, const PresentedRows& rows)
{
    scopeCount = std::max(1, scopeCount);
    const int mapHeight = rows.map ? scaled(low.map(rows, scopeCount), scale) + gap : 0;
    const int callerHeight = rows.caller ? scaled(low.caller(rows), scale) + gap : 0;
    const int fixed = callerHeight + scaled(low.ruler, scale) + gap + mapHeight + scaled(roomy.sentence, scale) + gap;
    const int forTransport = scaled(low.transport, scale) + gap;
    const int room = height - top - fixed - gap * (scopeCount - 1);
    const bool hasTransport = room - forTransport >= sumOf(leastScopes(scopeCount, scale, rows.laneParts));
    const int forScopes = std::max(0, hasTransport ? room - forTransport : room);
    RowPlan plan;
    plan.caller = {top, std::max(0, callerHeight - gap)};
    int y = top + callerHeight;
    for (int i = 0; const int share : shareHeight(forScopes, leastScopes(scopeCount, scale, rows.laneParts))) {
        plan.scopes.push_back({y, share});
        y += share + (++i < scopeCount ? gap : 0);
    }
    plan.ruler = {y, scaled(low.ruler, scale)};
    y = plan.ruler.bottom() + gap;
    plan.map = {y, std::max(0, mapHeight - gap)};
    y += mapHeight;
    plan.sentence = {y, scaled(roomy.sentence, scale)};
    plan.transport = {plan.sentence.bottom() + gap, hasTransport ? forTransport - gap : 0};
    plan.console = {y, 0};
    plan.table = {y, 0};
    return plan;
}

RowPlan planPresentedSide(int height, int top, int scopeCount, double scale, const PresentedRows& rows)
{
    scopeCount = std::max(1, scopeCount);
    RowPlan plan;
    plan.caller = {top, rows.code && rows.caller ? scaled(low.caller(rows), scale) : 0};
    int y = top + (plan.caller.height > 0 ? plan.caller.height + gap : 0);
    int bottom = height - gap;
    const auto takeBelow = [&bottom](int rowHeight) {
        if (rowHeight <= 0)
            return Row{bottom, 0};
        const Row row{bottom - rowHeight, rowHeight};
        bottom -= rowHeight + gap;
        return row;
    };
    if (rows.code) {
        plan.table = takeBelow(rows.table);
        plan.console = takeBelow(rows.console);
    }
    const int forScopes = rows.code ? std::max(0, bottom - y - gap * (scopeCount - 1)) : 0;
    for (int i = 0; const int share : shareHeight(forScopes, leastCode(scopeCount, scale, rows.codeLines))) {
        plan.scopes.push_back({y, share});
        y += share + (++i < scopeCount && rows.code ? gap : 0);
    }
    if (!rows.code) {
        // Without code they begin at the top, where the eye is.
        plan.console = {top, rows.console};
        plan.table = {top + (rows.console > 0 ? rows.console + gap : 0), rows.table};
    }
    return plan;
}

int leastPresentedHeight(int top, int scopeCount, double scale, const PresentedRows& rows)
{
    scopeCount = std::max(1, scopeCount);
    const int map = rows.map ? scaled(low.map(rows, scopeCount), scale) + gap : 0;
    const int caller = rows.caller ? scaled(low.caller(rows), scale) + gap : 0;
    const int below = scaled(low.ruler + roomy.sentence + low.transport, scale) + 3 * gap;
    return top + caller + map + below + sumOf(leastScopes(scopeCount, scale, rows.laneParts)) + gap * (scopeCount - 1);
}

int leastHeight(int top, int scopeCount, double scale, const std::vector<double>& laneParts)
{
    scopeCount = std::max(1, scopeCount);
    return top + fixedHeight(low, scopeCount, scale) + sumOf(leastScopes(scopeCount, scale, laneParts));
}

} // namespace awaitscope
