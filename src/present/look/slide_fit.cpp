// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/slide_fit.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

SlideFit fitSlide(QSize size, const SlideNeeds& needs, double wish)
{
    // In steps, so that the type stays what it is where something to be read differs by a hair.
    constexpr int stepsOfOne = 50;
    constexpr int largest = 4 * stepsOfOne;
    const double byWidth = size.width() / std::max(1.0, needs.centre + needs.codeLeast);
    int fits = stepsOfOne;
    int beyond = std::clamp(static_cast<int>(byWidth * stepsOfOne), stepsOfOne, largest) + 1;
    while (beyond - fits > 1) {
        const int step = (fits + beyond) / 2;
        const bool isTooHigh = needs.height && needs.height(static_cast<double>(step) / stepsOfOne) > size.height();
        (isTooHigh ? beyond : fits) = step;
    }
    double scale = static_cast<double>(fits) / stepsOfOne;
    scale *= wish;
    const double room = size.width() - needs.centre * scale;
    const double code = std::clamp(room, needs.codeLeast * scale, std::max(needs.code, needs.codeLeast) * scale);
    return {scale, static_cast<int>(std::ceil(code))};
}

} // namespace awaitscope
