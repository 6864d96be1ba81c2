// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/share/svg_device.hpp"

#include <QBuffer>
#include <QFontInfo>
#include <QXmlStreamWriter>

#include <cmath>
#include <utility>

namespace awaitscope {

namespace {

/// Shortest to a thousandth: finer than any screen or printer.
QString number(double value)
{
    const double rounded = std::round(value * 1000) / 1000;
    return QString::number(rounded == 0 ? 0 : rounded, 'g', 8);
}

QString pointOf(double x, double y) { return number(x) + ' ' + number(y); }

QString dataOf(const QPainterPath& path)
{
    QString data;
    QPointF start;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            start = element;
            data += QLatin1Char('M') + pointOf(element.x, element.y);
            break;
        case QPainterPath::LineToElement:
            data += QLatin1Char('L') + pointOf(element.x, element.y);
            break;
        case QPainterPath::CurveToElement:
            data += QLatin1Char('C') + pointOf(element.x, element.y);
            break;
        case QPainterPath::CurveToDataElement:
            data += ' ' + pointOf(element.x, element.y);
            break;
        }
        // A subpath that ends where it began is closed, so that its corner is a corner.
        const bool isLast = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
        if (isLast && !element.isMoveTo() && QPointF(element) == start)
            data += QLatin1Char('Z');
    }
    return data;
}

QString capOf(Qt::PenCapStyle cap)
{
    return cap == Qt::FlatCap    ? QStringLiteral("butt")
           : cap == Qt::RoundCap ? QStringLiteral("round")
                                 : QStringLiteral("square");
}

QString joinOf(Qt::PenJoinStyle join)
{
    return join == Qt::RoundJoin   ? QStringLiteral("round")
           : join == Qt::BevelJoin ? QStringLiteral("bevel")
                                   : QStringLiteral("miter");
}

class SvgEngine : public FlatEngine
{
public:
    bool begin(QPaintDevice*) override
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_writer.setDevice(&m_buffer);
        return true;
    }

    bool end() override
    {
        leaveGroup();
        m_buffer.close();
        return true;
    }

    Type type() const override { return SVG; }
    const QByteArray& body() const { return m_body; }

    void drawPath(const QPainterPath& path) override
    {
        enterGroup();
        m_writer.writeEmptyElement(QStringLiteral("path"));
        m_writer.writeAttribute(QStringLiteral("d"), dataOf(path));
        writeFill(path.fillRule());
        writeStroke();
        writePlace();
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QFont font = fontOf(item);
        const QString text = item.text();
        if (text.trimmed().isEmpty() || pen().style() == Qt::NoPen)
            return;
        enterGroup();
        m_writer.writeStartElement(QStringLiteral("text"));
        m_writer.writeAttribute(QStringLiteral("x"), number(at.x()));
        m_writer.writeAttribute(QStringLiteral("y"), number(at.y()));
        // Where the font is not to be had, another one still takes as much room.
        m_writer.writeAttribute(QStringLiteral("textLength"), number(item.width()));
        m_writer.writeAttribute(QStringLiteral("font-family"), familyOf(font));
        m_writer.writeAttribute(QStringLiteral("font-size"), QString::number(font.pixelSize()));
        m_writer.writeAttribute(QStringLiteral("font-weight"), QString::number(font.weight()));
        if (font.italic())
            m_writer.writeAttribute(QStringLiteral("font-style"), QStringLiteral("italic"));
        if (item.renderFlags() & QTextItem::Underline)
            m_writer.writeAttribute(QStringLiteral("text-decoration"), QStringLiteral("underline"));
        writeColour("fill", pen().color());
        writePlace();
        m_writer.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
        m_writer.writeCharacters(text);
        m_writer.writeEndElement();
    }

    void drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) override
    {
        QBuffer bytes;
        bytes.open(QIODevice::WriteOnly);
        if (!image.copy(source.toRect()).save(&bytes, "png"))
            return;
        enterGroup();
        m_writer.writeEmptyElement(QStringLiteral("image"));
        m_writer.writeAttribute(QStringLiteral("x"), number(target.x()));
        m_writer.writeAttribute(QStringLiteral("y"), number(target.y()));
        m_writer.writeAttribute(QStringLiteral("width"), number(target.width()));
        m_writer.writeAttribute(QStringLiteral("height"), number(target.height()));
        m_writer.writeAttribute(QStringLiteral("preserveAspectRatio"), QStringLiteral("none"));
        m_writer.writeAttribute(QStringLiteral("xlink:href"),
                                QStringLiteral("data:image/png;base64,") + QLatin1String(bytes.data().toBase64()));
        writePlace();
    }

private:
    static QString familyOf(const QFont& font)
    {
        const QString generic = QFontInfo(font).fixedPitch() ? QStringLiteral("monospace") : QStringLiteral("sans-serif");
        return QStringLiteral("'%1', %2").arg(font.families().value(0, font.family()), generic);
    }

    void writeColour(const char* what, const QColor& colour)
    {
        m_writer.writeAttribute(QLatin1String(what), colour.name());
        if (colour.alpha() < 255)
            m_writer.writeAttribute(QLatin1String(what) + QStringLiteral("-opacity"), number(colour.alphaF()));
    }

    void writeFill(Qt::FillRule rule)
    {
        if (brush().style() == Qt::NoBrush) {
            m_writer.writeAttribute(QStringLiteral("fill"), QStringLiteral("none"));
            return;
        }
        writeColour("fill", brush().color());
        if (rule == Qt::OddEvenFill)
            m_writer.writeAttribute(QStringLiteral("fill-rule"), QStringLiteral("evenodd"));
    }

    void writeStroke()
    {
        if (pen().style() == Qt::NoPen)
            return;
        const double width = pen().widthF() > 0 ? pen().widthF() : 1;
        writeColour("stroke", pen().color());
        m_writer.writeAttribute(QStringLiteral("stroke-width"), number(width));
        if (pen().capStyle() != Qt::FlatCap)
            m_writer.writeAttribute(QStringLiteral("stroke-linecap"), capOf(pen().capStyle()));
        if (pen().joinStyle() != Qt::MiterJoin && pen().joinStyle() != Qt::SvgMiterJoin)
            m_writer.writeAttribute(QStringLiteral("stroke-linejoin"), joinOf(pen().joinStyle()));
        if (pen().style() == Qt::SolidLine)
            return;
        QString dashes;
        for (const double dash : pen().dashPattern())
            dashes += (dashes.isEmpty() ? QString() : QStringLiteral(",")) + number(dash * width);
        m_writer.writeAttribute(QStringLiteral("stroke-dasharray"), dashes);
        if (pen().dashOffset() != 0)
            m_writer.writeAttribute(QStringLiteral("stroke-dashoffset"), number(pen().dashOffset() * width));
    }

    void writePlace()
    {
        const QTransform& t = transform();
        if (t.type() == QTransform::TxTranslate)
            m_writer.writeAttribute(QStringLiteral("transform"),
                                    QStringLiteral("translate(%1)").arg(pointOf(t.dx(), t.dy())));
        else if (!t.isIdentity())
            m_writer.writeAttribute(QStringLiteral("transform"),
                                    QStringLiteral("matrix(%1 %2 %3)")
                                        .arg(pointOf(t.m11(), t.m12()), pointOf(t.m21(), t.m22()),
                                             pointOf(t.dx(), t.dy())));
        if (opacity() < 1)
            m_writer.writeAttribute(QStringLiteral("opacity"), number(opacity()));
    }

    /// All that follows lies within one clip until another is in force.
    void enterGroup()
    {
        const QString wanted = dataOf(clip());
        if (m_isInGroup && wanted == m_clip)
            return;
        leaveGroup();
        m_clip = wanted;
        m_isInGroup = true;
        if (!wanted.isEmpty()) {
            ++m_clips;
            m_writer.writeStartElement(QStringLiteral("defs")); // else whoever knows no clips draws them
            m_writer.writeStartElement(QStringLiteral("clipPath"));
            m_writer.writeAttribute(QStringLiteral("id"), QStringLiteral("clip%1").arg(m_clips));
            m_writer.writeEmptyElement(QStringLiteral("path"));
            m_writer.writeAttribute(QStringLiteral("d"), wanted);
            m_writer.writeEndElement();
            m_writer.writeEndElement();
        }
        m_writer.writeStartElement(QStringLiteral("g"));
        if (!wanted.isEmpty())
            m_writer.writeAttribute(QStringLiteral("clip-path"), QStringLiteral("url(#clip%1)").arg(m_clips));
    }

    void leaveGroup()
    {
        if (std::exchange(m_isInGroup, false))
            m_writer.writeEndElement();
    }

    QByteArray m_body;
    QBuffer m_buffer{&m_body};
    QXmlStreamWriter m_writer;
    QString m_clip;
    bool m_isInGroup = false;
    int m_clips = 0;
};

} // namespace

SvgDevice::SvgDevice(QSize size) : FlatDevice(size, std::make_unique<SvgEngine>()) {}

QByteArray SvgDevice::document(const QString& title, const QString& description) const
{
    QByteArray document;
    QBuffer buffer(&document);
    buffer.open(QIODevice::WriteOnly);
    QXmlStreamWriter writer(&buffer);
    writer.writeStartDocument();
    writer.writeStartElement(QStringLiteral("svg"));
    writer.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    writer.writeNamespace(QStringLiteral("http://www.w3.org/1999/xlink"), QStringLiteral("xlink"));
    writer.writeAttribute(QStringLiteral("width"), QString::number(pixels().width()));
    writer.writeAttribute(QStringLiteral("height"), QString::number(pixels().height()));
    writer.writeAttribute(QStringLiteral("viewBox"),
                          QStringLiteral("0 0 %1 %2").arg(pixels().width()).arg(pixels().height()));
    writer.writeTextElement(QStringLiteral("title"), title);
    writer.writeTextElement(QStringLiteral("desc"), description);
    // Between what the writer has written and what it will write.
    buffer.write(static_cast<const SvgEngine*>(paintEngine())->body());
    writer.writeEndElement();
    writer.writeEndDocument();
    return document;
}

} // namespace awaitscope
