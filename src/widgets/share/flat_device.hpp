// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QFont>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QSize>
#include <QTransform>

#include <memory>

class QPainter;

namespace awaitscope {

/// Takes everything as paths, text and pictures, each with the whole of its state: where it lies, its pen and brush, and
/// its clip in pixels of the picture. What it does not know (gradients, textures, composition), QPainter does by itself in
/// a picture, which it hands over.
///
/// It is there because Qt 6.4's own drawings lose clips. QSvgGenerator leaves all of them away, and where a widget within
/// another one is rendered into a PDF, QPainter::restore() puts back an outer clip as if that widget stood at 0, 0.
class FlatEngine : public QPaintEngine
{
public:
    FlatEngine();

    bool begin(QPaintDevice* device) override;
    bool end() override;
    void updateState(const QPaintEngineState& now) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawPolygon(const QPoint* points, int count, PolygonDrawMode mode) override;
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override;
    using QPaintEngine::drawImage;

protected:
    const QPen& pen() const { return m_pen; }
    const QBrush& brush() const { return m_brush; }
    const QTransform& transform() const { return m_transform; }
    double opacity() const { return m_opacity; }

    /// Its font in pixels, as one that takes nothing from the device it is painted on.
    static QFont fontOf(const QTextItem& item);

    /// In pixels of the picture: what the painter has set, within what the widget may paint on. Empty: no clip.
    QPainterPath clip() const;

private:
    QPen m_pen;
    QBrush m_brush;
    QTransform m_transform;
    double m_opacity = 1;
};

/// A picture of `size` logical pixels that is drawn, not filled with pixels of its own.
class FlatDevice : public QPaintDevice
{
public:
    FlatDevice(QSize size, std::unique_ptr<FlatEngine> engine);

    QSize pixels() const { return m_size; }
    QPaintEngine* paintEngine() const override { return m_engine.get(); }

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    std::unique_ptr<FlatEngine> m_engine;
};

/// Draws on with `target`, which outlives it.
std::unique_ptr<FlatEngine> engineFor(QPainter& target);

} // namespace awaitscope
