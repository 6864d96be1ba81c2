// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/drawn_plot.hpp"

namespace awaitscope {

void DrawnPlot::paintEvent(QPaintEvent* event)
{
    {
        QCPPainter painter(this);
        const QPaintEngine& engine = *painter.paintEngine();
        const QPaintDevice& target = *engine.paintDevice(); // the painter's own is this widget
        if (engine.type() != QPaintEngine::Raster || target.devicePixelRatioF() != bufferDevicePixelRatio()) {
            painter.setMode(QCPPainter::pmNoCaching); // labels as text, not as pictures of it
            painter.fillRect(rect(), mBackgroundBrush);
            draw(&painter);
            return;
        }
    }
    QCustomPlot::paintEvent(event);
}

} // namespace awaitscope
