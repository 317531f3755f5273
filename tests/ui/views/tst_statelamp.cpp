#include "ui/views/statelamp.h"

#include "ui/views/theme.h"

#include <QPainter>
#include <QTest>

using namespace confab;

namespace {

QImage lamp(ReadyState state, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintStateLamp(painter, QRectF(0, 0, size, size), state, lightPalette());
    return image;
}

int inkedPixels(const QImage &image, const QRect &rect)
{
    int count = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            count += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    }
    return count;
}

} // namespace

class TestStateLamp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shapesTellStatesApart();
    void iconIsSharpAtTwice();
    void widgetShowsItsState();
};

void TestStateLamp::shapesTellStatesApart()
{
    constexpr int size = 48;
    const QRect centre(18, 18, 12, 12);
    const QRect left(12, 18, 8, 12);
    const QRect right(28, 18, 8, 12);
    const QRect all(0, 0, size, size);
    // OPEN is full, CLOSED an empty ring, CLOSING full at the left alone, CONNECTING a ring with gaps.
    const QImage open = lamp(ReadyState::Open, size);
    QCOMPARE(inkedPixels(open, centre), centre.width() * centre.height());
    const QImage closed = lamp(ReadyState::Closed, size);
    QCOMPARE(inkedPixels(closed, centre), 0);
    const QImage closing = lamp(ReadyState::Closing, size);
    QCOMPARE(inkedPixels(closing, left), left.width() * left.height());
    QCOMPARE(inkedPixels(closing, right), 0);
    const QImage connecting = lamp(ReadyState::Connecting, size);
    QCOMPARE(inkedPixels(connecting, centre), 0);
    QVERIFY(inkedPixels(connecting, all) > 0);
    QVERIFY(inkedPixels(connecting, all) < inkedPixels(closed, all) * 3 / 4);
}

void TestStateLamp::iconIsSharpAtTwice()
{
    const QIcon icon = stateLampIcon(ReadyState::Open, lightPalette(), 12);
    QVERIFY(icon.availableSizes().contains(QSize(12, 12)));
    QCOMPARE(icon.pixmap(QSize(12, 12), 2.0).size(), QSize(24, 24));
}

void TestStateLamp::widgetShowsItsState()
{
    StateLamp widget;
    widget.setPalette(lightPalette());
    widget.resize(widget.sizeHint() * 2);
    QCOMPARE(widget.readyState(), ReadyState::Closed);
    const QImage closed = widget.grab().toImage();
    widget.setReadyState(ReadyState::Open);
    QCOMPARE(widget.readyState(), ReadyState::Open);
    QVERIFY(widget.grab().toImage() != closed);
}

QTEST_MAIN(TestStateLamp)
#include "tst_statelamp.moc"
