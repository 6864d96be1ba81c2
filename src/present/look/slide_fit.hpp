// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include <functional>

namespace awaitscope {

/// What a presentation has to show so that nothing is cut. Letters do not grow quite as their size does, hence functions of the
/// type's scale, in pixels: were it measured in the type that is there, what fits would depend on what was shown before.
struct SlideNeeds
{
    using AtScale = std::function<double(double scale)>;

    AtScale code;      ///< the width of the right column, with its longest line in its largest type; empty: it is not shown
    AtScale codeLeast; ///< the same in its smallest type
    double centre = 0; ///< the width of the rest at scale 1, with its longest label
    AtScale height;    ///< of all of it; empty: as much as there is
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
