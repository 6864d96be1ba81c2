// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/qcustomplot.hpp"

namespace awaitscope {

/// A plot that is painted on the screen from its buffer, as every QCustomPlot, but drawn anew into a picture that has other
/// pixels, or none.
class DrawnPlot : public QCustomPlot
{
public:
    using QCustomPlot::QCustomPlot;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace awaitscope
