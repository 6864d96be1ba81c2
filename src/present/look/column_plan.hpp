// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

/// How wide a person wants the outer columns of the window, in pixels at scale 1, so that they stay in proportion to the type.
struct ColumnWidths
{
    double story = 301;
    double code = 414; ///< with the margin in which the connector runs

    friend bool operator==(const ColumnWidths&, const ColumnWidths&) = default;
};

// Below these, at scale 1, a column is of no use.
inline constexpr ColumnWidths leastColumns{218, 300};
inline constexpr double leastCentre = 400;

/// Who asks for columns.
struct ColumnRequest
{
    ColumnWidths wanted;
    double scale = 1;
    bool hasStory = true;
    bool hasCode = true;
    bool isEditing = false; ///< the code is typed, and wants the lines of a lesson whole where there is that room
};

/// In pixels; a column that is not shown has no width.
struct ColumnSizes
{
    int story = 0;
    int centre = 0;
    int code = 0;

    friend bool operator==(const ColumnSizes&, const ColumnSizes&) = default;
};

/// For `width` pixels, gaps not counted: the outer columns as wanted, the rest for the centre. Where that is too little for it
/// they give what they can.
ColumnSizes planColumns(int width, const ColumnRequest& request);

} // namespace awaitscope
