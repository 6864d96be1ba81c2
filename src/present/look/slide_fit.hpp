// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include <functional>

namespace awaitscope {

/// What a presentation has to show so that nothing is cut; widths in pixels at scale 1.
struct SlideNeeds
{
    double code = 0;      ///< of the right column, with its longest line in its largest type; 0: it is not shown
    double codeLeast = 0; ///< the same in its smallest type
    double centre = 0;    ///< with its longest label
    std::function<double(double scale)> height; ///< of all of it, in pixels at a scale
};

struct SlideFit
{
    double scale = 1; ///< of the type
    int code = 0;     ///< the width of the right column in pixels
};

/// The largest type in which all of it fits into `size`, and never smaller than on a desk; `wish` times that where a person asks
/// for larger or smaller type. The code has its longest line whole before the timelines get more than they need.
SlideFit fitSlide(QSize size, const SlideNeeds& needs, double wish = 1);

} // namespace awaitscope
