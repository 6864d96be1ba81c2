// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/column_plan.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

// Pixels at scale 1.
constexpr double editorWidth = 560;
constexpr double leastCentreBesideEditor = 520;

} // namespace

ColumnSizes planColumns(int width, const ColumnRequest& request)
{
    const auto scaled = [&](double pixels) { return pixels * request.scale; };
    const double leastStory = request.hasStory ? scaled(leastColumns.story) : 0;
    const double leastCode = request.hasCode ? scaled(leastColumns.code) : 0;
    double story = request.hasStory ? std::max(leastStory, scaled(request.wanted.story)) : 0;
    double code = request.hasCode ? std::max(leastCode, scaled(request.wanted.code)) : 0;
    if (request.hasCode && request.isEditing) {
        const double room = width - story - code - scaled(leastCentreBesideEditor);
        code += std::clamp(scaled(editorWidth) - code, 0.0, std::max(0.0, room));
    }
    const double lacking = scaled(leastCentre) - (width - story - code);
    const double canGive = (story - leastStory) + (code - leastCode);
    if (lacking > 0 && canGive > 0) {
        const double part = std::min(1.0, lacking / canGive);
        story -= part * (story - leastStory);
        code -= part * (code - leastCode);
    }
    ColumnSizes sizes{static_cast<int>(std::lround(story)), 0, static_cast<int>(std::lround(code))};
    sizes.centre = std::max(0, width - sizes.story - sizes.code);
    return sizes;
}

} // namespace awaitscope
