#include "ui/views/qrcodeview.h"

#include "ui/models/qrcode.h"
#include "ui/views/theme.h"

#include <QTest>

using namespace confab;

class TestQrCodeView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachModuleIsThere();
    void textChangesTheCode();
    void whatDoesNotFitShowsNothing();
    void isDarkOnLightInTheDark();
};

void TestQrCodeView::eachModuleIsThere()
{
    QrCodeView view;
    view.setText(QStringLiteral("http://192.168.0.7:3000/"));
    const auto code = QrCode::of(view.text());
    QVERIFY(code);
    const QImage image = view.modules();
    QCOMPARE(image.size(), QSize(code->size(), code->size()));
    for (int y = 0; y < code->size(); ++y) {
        for (int x = 0; x < code->size(); ++x)
            QCOMPARE(image.pixelColor(x, y), code->isDark(x, y) ? QColor(Qt::black) : QColor(Qt::white));
    }
}

void TestQrCodeView::textChangesTheCode()
{
    QrCodeView view;
    view.setText(QStringLiteral("http://192.168.0.7:3000/"));
    const QImage first = view.modules();
    view.setText(QStringLiteral("http://192.168.0.8:3000/"));
    QVERIFY(view.modules() != first);
}

void TestQrCodeView::whatDoesNotFitShowsNothing()
{
    QrCodeView view;
    view.setText(QString(5000, QChar(u'a')));
    QVERIFY(view.modules().isNull());
    view.setText(QString());
    QVERIFY(view.modules().isNull());
}

void TestQrCodeView::isDarkOnLightInTheDark()
{
    QrCodeView view;
    view.setPalette(darkPalette());
    view.resize(view.sizeHint());
    view.setText(QStringLiteral("http://192.168.0.7:3000/"));
    const QImage image = view.grab().toImage();
    const QPoint centre(image.width() / 2, image.height() / 2);
    int dark = 0;
    int light = 0;
    for (int x = 0; x < image.width(); ++x) {
        const QColor color = image.pixelColor(x, centre.y());
        dark += color == QColor(Qt::black) ? 1 : 0;
        light += color == QColor(Qt::white) ? 1 : 0;
    }
    QVERIFY(dark > 0);
    QVERIFY(light > 0);
}

QTEST_MAIN(TestQrCodeView)
#include "tst_qrcodeview.moc"
