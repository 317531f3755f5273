#include "ui/views/qrcodeview.h"

#include "ui/models/qrcode.h"
#include "ui/views/theme.h"

#include <QPainter>

#include <algorithm>

namespace confab {

namespace {

/// A pixel for each module.
QImage imageOf(const QrCode &code)
{
    QImage image(code.size(), code.size(), QImage::Format_RGB32);
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x)
            image.setPixelColor(x, y, code.isDark(x, y) ? Qt::black : Qt::white);
    }
    return image;
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
    const std::optional<QrCode> code = QrCode::of(text);
    m_modules = code ? imageOf(*code) : QImage();
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
    const int side = m_modules.width() + 2 * QrCode::quietZone;
    const int scale = std::max(1, int(std::min(width(), height()) * ratio) / side);
    const qreal module = scale / ratio;
    QRectF box(0, 0, side * module, side * module);
    box.moveTopLeft({std::floor((width() - box.width()) / 2), std::floor((height() - box.height()) / 2)});
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(box, theme::radius, theme::radius);
    const qreal margin = QrCode::quietZone * module;
    painter.drawImage(box.adjusted(margin, margin, -margin, -margin), m_modules);
}

} // namespace confab
