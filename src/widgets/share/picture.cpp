// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/share/picture.hpp"

#include "present/files/share.hpp"
#include "present/session/session.hpp"
#include "widgets/share/svg_device.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace awaitscope {

namespace {

constexpr int pointsPerInch = 72;

QString titleOf(MainWindow& window) { return pictureTitle(window.session()); }

/// Below the scopes: the buttons that say in the window what cancelling means are not on their picture.
QRect captionOf(MainWindow& window)
{
    const QSize scopes = window.centre().scopeSize();
    return {0, scopes.height(), scopes.width(), static_cast<int>(window.theme().px(28))};
}

/// `painter` has the window's logical pixels, from 0, 0.
void paint(MainWindow& window, PictureOf of, QPainter& painter)
{
    window.toast().hide(); // it speaks of something else
    const QSize size = sizeOf(window, of);
    painter.fillRect(QRect({}, size), window.theme().window);
    if (of == PictureOf::window)
        window.render(&painter, {}, {}, QWidget::DrawChildren);
    else {
        window.centre().render(&painter, {}, QRect({}, window.centre().scopeSize()), QWidget::DrawChildren);
        painter.setFont(window.theme().uiFont(13, QFont::DemiBold));
        painter.setPen(window.theme().secondaryText);
        painter.drawText(captionOf(window), Qt::AlignHCenter | Qt::AlignVCenter, titleOf(window));
    }
}

QByteArray svgOf(MainWindow& window, PictureOf of)
{
    SvgDevice device(sizeOf(window, of));
    QPainter painter(&device);
    paint(window, of, painter);
    painter.end();
    return device.document(titleOf(window), window.session().scenarioString());
}

QByteArray pdfOf(MainWindow& window, PictureOf of)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter writer(&bytes);
    writer.setTitle(titleOf(window) + QStringLiteral(" – ") + window.session().scenarioString());
    writer.setCreator(QStringLiteral("Awaitscope"));
    writer.setResolution(pointsPerInch);
    writer.setPageSize(QPageSize(QSizeF(sizeOf(window, of)), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter page(&writer);
    FlatDevice device(sizeOf(window, of), engineFor(page));
    QPainter painter(&device);
    paint(window, of, painter);
    painter.end();
    page.end();
    return bytes.data();
}

} // namespace

QSize sizeOf(MainWindow& window, PictureOf of)
{
    if (of == PictureOf::window)
        return window.size();
    const QRect caption = captionOf(window);
    return {caption.width(), caption.bottom() + 1};
}

QImage imageOf(MainWindow& window, const PictureChoice& choice)
{
    QImage image(sizeOf(window, choice.of) * choice.scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(choice.scale);
    image.setText(QStringLiteral("Title"), titleOf(window));
    image.setText(QStringLiteral("Description"), window.session().scenarioString());
    QPainter painter(&image);
    paint(window, choice.of, painter);
    painter.end();
    return image;
}

QByteArray pngOf(const QImage& image)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, "png");
    return bytes.data();
}

QByteArray pictureOf(MainWindow& window, const PictureChoice& choice)
{
    switch (choice.format) {
    case PictureFormat::png:
        return pngOf(imageOf(window, choice));
    case PictureFormat::svg:
        return svgOf(window, choice.of);
    case PictureFormat::pdf:
        break;
    }
    return pdfOf(window, choice.of);
}

} // namespace awaitscope
