#include "ui/views/qrcodeview.h"

#include "ui/views/theme.h"

#include <QPainter>

#include <qrcodegen/qrcodegen.hpp>

#include <algorithm>

namespace confab {

namespace {

/// The quiet zone that ISO/IEC 18004 asks for, in modules.
constexpr int quietZone = 4;

QImage qrModules(const QString &text)
{
    if (text.isEmpty())
        return {};
    try {
        const auto code =
            qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        QImage image(code.getSize(), code.getSize(), QImage::Format_RGB32);
        for (int y = 0; y < code.getSize(); ++y) {
            for (int x = 0; x < code.getSize(); ++x)
                image.setPixelColor(x, y, code.getModule(x, y) ? Qt::black : Qt::white);
        }
        return image;
    } catch (const qrcodegen::data_too_long &) {
        return {};
    }
}

} // namespace

QrCodeView::QrCodeView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void QrCodeView::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_modules = qrModules(text);
    update();
}

QSize QrCodeView::sizeHint() const
{
    return {264, 264};
}

void QrCodeView::paintEvent(QPaintEvent *)
{
    if (m_modules.isNull())
        return;
    QPainter painter(this);
    // As many device pixels for each module as fit, the same for all.
    const qreal ratio = devicePixelRatioF();
    const int side = m_modules.width() + 2 * quietZone;
    const int scale = std::max(1, int(std::min(width(), height()) * ratio) / side);
    const qreal module = scale / ratio;
    QRectF box(0, 0, side * module, side * module);
    box.moveTopLeft({std::floor((width() - box.width()) / 2), std::floor((height() - box.height()) / 2)});
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(box, theme::radius, theme::radius);
    const qreal margin = quietZone * module;
    painter.drawImage(box.adjusted(margin, margin, -margin, -margin), m_modules);
}

} // namespace confab
