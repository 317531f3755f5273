#include "ui/views/qrcodeview.h"

#include "ui/views/theme.h"

#include <QTest>

using namespace confab;

class TestQrCodeView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finderPatternsAreThere();
    void textChangesTheCode();
    void whatDoesNotFitShowsNothing();
    void isDarkOnLightInTheDark();
};

void TestQrCodeView::finderPatternsAreThere()
{
    QrCodeView view;
    view.setText(QStringLiteral("http://192.168.0.7:3000/"));
    const QImage code = view.modules();
    QVERIFY(code.width() >= 21);
    QCOMPARE(code.width(), code.height());
    // The row through the middle of a finder pattern is 1:1:3:1:1 (ISO/IEC 18004).
    const bool pattern[] = {true, false, true, true, true, false, true, false};
    for (int x = 0; x < 8; ++x) {
        QCOMPARE(code.pixelColor(x, 3) == QColor(Qt::black), pattern[x]);
        QCOMPARE(code.pixelColor(code.width() - 1 - x, 3) == QColor(Qt::black), pattern[x]);
        QCOMPARE(code.pixelColor(3, code.height() - 1 - x) == QColor(Qt::black), pattern[x]);
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
