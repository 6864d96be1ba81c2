// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace awaitscope {

/// A row of a column in pixels.
struct Row
{
    int top = 0;
    int height = 0;

    int bottom() const { return top + height; }
    friend bool operator==(const Row&, const Row&) = default;
};

/// Where the rows of the window lie. The centre and the right column both follow it, so that neighbours align:
/// the caller beside its code, each scope beside its variant's, the map beside the console, what is below beside the table.
struct RowPlan
{
    Row caller;
    std::vector<Row> scopes;
    Row ruler; ///< of the axis, below the last scope
    Row map;
    Row sentence;
    Row transport;
    Row console; ///< beside the map
    Row table;   ///< beside sentence and transport
    bool hasFlag = true; ///< false: there is no timeout yet, and nothing to drag

    friend bool operator==(const RowPlan&, const RowPlan&) = default;
};

/// Which of them a window has; those that it has not have no height.
struct WindowRows
{
    bool caller = true;
    bool map = true;
    // Of the right column.
    bool console = true;
    bool table = true;
    std::vector<double> laneParts = {}; ///< of each scope: partsOf(); empty: all want as much
    int callerLanes = 2;                ///< race and timeout, or one of them
    bool hasWordyStrips = false;        ///< the map says in words what runs did, which may take two lines

    friend bool operator==(const WindowRows&, const WindowRows&) = default;
};

/// For columns of `height` pixels, of which the first `top` stay free; `scale` of the type. What is too much or too little
/// goes to the scopes, in equal parts unless one needs more for its lanes. In the right column, where a row is not there, its neighbour has its room.
RowPlan planRows(int height, int top, int scopeCount, double scale, const WindowRows& rows = {});

/// One of the plans below and above, for columns of a height and a top, with scopes, at a scale.
using RowPlanner = std::function<RowPlan(int height, int top, int scopeCount, double scale)>;

/// The rows of a presentation. Those that are not shown have no height.
struct PresentedRows
{
    bool caller = false;
    bool map = false;
    // Of the right column, in pixels; 0: it is not shown.
    bool code = true;
    int console = 0;
    int table = 0;
    std::vector<double> laneParts = {}; ///< of each scope: partsOf(); empty: all want as much
    std::vector<int> codeLines = {}; ///< of each version, as many lines as are to be seen; empty: all want as much
    // As of WindowRows.
    int callerLanes = 2;
    bool hasWordyStrips = false;
};

/// Of the centre; `top` is where the timeout's label stands. Where the scopes would have too little the transport gives way: a
/// presenter has its keys.
RowPlan planPresentation(int height, int top, int scopeCount, double scale, const PresentedRows& rows);

/// Of the right column beside it. Code has all the height that there is, since all of it is to be read, and each version as much of it
/// as its lines need.
RowPlan planPresentedSide(int height, int top, int scopeCount, double scale, const PresentedRows& rows);

/// The height of the centre from which on a presentation leaves the scopes room for what they show.
int leastPresentedHeight(int top, int scopeCount, double scale, const PresentedRows& rows);

/// The height from which on a plan leaves the scopes room for what they show, each for its lanes:
/// partsOf(), empty if all want as much.
int leastHeight(int top, int scopeCount, double scale, const std::vector<double>& laneParts = {});

} // namespace awaitscope
