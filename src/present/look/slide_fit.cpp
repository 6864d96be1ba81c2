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
    const auto at = [](const SlideNeeds::AtScale& need, double scale) { return need ? need(scale) : 0; };
    const auto isTooMuch = [&](double scale) {
        return needs.centre * scale + at(needs.codeLeast, scale) > size.width() || at(needs.height, scale) > size.height();
    };
    int fits = stepsOfOne;
    int beyond = largest + 1;
    while (beyond - fits > 1) {
        const int step = (fits + beyond) / 2;
        (isTooMuch(static_cast<double>(step) / stepsOfOne) ? beyond : fits) = step;
    }
    double scale = static_cast<double>(fits) / stepsOfOne;
    scale *= wish;
    const double room = size.width() - needs.centre * scale;
    const double least = at(needs.codeLeast, scale);
    const double code = std::clamp(room, least, std::max(at(needs.code, scale), least));
    return {scale, static_cast<int>(std::ceil(code))};
}

} // namespace awaitscope
