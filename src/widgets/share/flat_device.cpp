// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/share/flat_device.hpp"

#include <QFontInfo>
#include <QPainter>

#include <cmath>
#include <utility>

namespace awaitscope {

FlatEngine::FlatEngine()
    : QPaintEngine(PrimitiveTransform | PixmapTransform | PainterPaths | AlphaBlend | Antialiasing | ConstantOpacity
                   | PaintOutsidePaintEvent)
{}

bool FlatEngine::begin(QPaintDevice*) { return true; }

bool FlatEngine::end() { return true; }

void FlatEngine::updateState(const QPaintEngineState& now)
{
    const DirtyFlags dirty = now.state();
    if (dirty & DirtyPen)
        m_pen = now.pen();
    if (dirty & DirtyBrush)
        m_brush = now.brush();
    if (dirty & DirtyOpacity)
        m_opacity = now.opacity();
    if (dirty & DirtyTransform)
        m_transform = now.transform();
}

void FlatEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode == PolylineMode) {
        const QBrush filling = std::exchange(m_brush, Qt::NoBrush);
        drawPath(path);
        m_brush = filling;
        return;
    }
    path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    drawPath(path);
}

void FlatEngine::drawPolygon(const QPoint* points, int count, PolygonDrawMode mode)
{
    const QList<QPointF> exact(points, points + count);
    drawPolygon(exact.data(), count, mode);
}

void FlatEngine::drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source)
{
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

QFont FlatEngine::fontOf(const QTextItem& item)
{
    QFont font = item.font();
    if (font.pixelSize() <= 0)
        font.setPixelSize(QFontInfo(font).pixelSize());
    font.setResolveMask(QFont::AllPropertiesResolved);
    return font;
}

QPainterPath FlatEngine::clip() const
{
    QPainterPath path;
    if (const QRegion widget = systemClip(); !widget.isEmpty())
        path.addRegion(widget);
    if (!painter()->hasClipping())
        return path;
    const QPainterPath own = m_transform.map(painter()->clipPath());
    return path.isEmpty() ? own : path.intersected(own);
}

FlatDevice::FlatDevice(QSize size, std::unique_ptr<FlatEngine> engine) : m_size(size), m_engine(std::move(engine)) {}

int FlatDevice::metric(PaintDeviceMetric metric) const
{
    constexpr int dotsPerInch = 96;
    constexpr double millimetres = 25.4;
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return static_cast<int>(std::lround(m_size.width() * millimetres / dotsPerInch));
    case PdmHeightMM:
        return static_cast<int>(std::lround(m_size.height() * millimetres / dotsPerInch));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dotsPerInch;
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    }
    return 0;
}

namespace {

class PainterEngine : public FlatEngine
{
public:
    explicit PainterEngine(QPainter& target) : m_target(target) {}

    Type type() const override { return User; }

    void drawPath(const QPainterPath& path) override
    {
        prepare();
        m_target.setBrush(brush());
        m_target.drawPath(path);
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        prepare();
        m_target.setFont(fontOf(item));
        m_target.drawText(at, item.text());
    }

    void drawImage(const QRectF& rect, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) override
    {
        prepare();
        m_target.drawImage(rect, image, source);
    }

private:
    void prepare()
    {
        const QPainterPath wanted = clip();
        if (wanted != m_clip) {
            m_clip = wanted;
            m_target.setTransform({});
            if (wanted.isEmpty())
                m_target.setClipping(false);
            else
                m_target.setClipPath(wanted);
        }
        m_target.setTransform(transform());
        m_target.setOpacity(opacity());
        m_target.setPen(pen());
    }

    QPainter& m_target;
    QPainterPath m_clip;
};

} // namespace

std::unique_ptr<FlatEngine> engineFor(QPainter& target) { return std::make_unique<PainterEngine>(target); }

} // namespace awaitscope
