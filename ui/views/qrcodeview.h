#pragma once

#include <QImage>
#include <QWidget>

namespace confab {

/// A text as a QR code (ISO/IEC 18004), dark on light in every theme, with its quiet zone, on whole pixels so
/// that it scans.
class QrCodeView : public QWidget
{
    Q_OBJECT
public:
    explicit QrCodeView(QWidget *parent = nullptr);

    /// A text too long for a QR code, or an empty one, shows nothing.
    void setText(const QString &text);
    const QString &text() const { return m_text; }
    /// The dark modules, one pixel each, without the quiet zone; null if there is nothing to show.
    const QImage &modules() const { return m_modules; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QImage m_modules;
};

} // namespace confab
