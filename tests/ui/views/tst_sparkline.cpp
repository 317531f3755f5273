#include "ui/views/sparkline.h"

#include "ui/views/theme.h"

#include <QImage>
#include <QTest>

using namespace confab;

class TestSparkline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsTheLastValues();
    void newestIsAtTheRight();
    void scalesToTheLargest();
    void smallValuesAreNotExaggerated();
    void nothingIsALineOfPoints();

private:
    QImage painted() const
    {
        QImage image(m_sparkline->size(), QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        m_sparkline->render(&image, {}, {}, QWidget::DrawChildren);
        return image;
    }
    /// How high the bar of that place is, in pixels; 0 is the newest.
    int barHeight(int fromRight) const
    {
        const QImage image = painted();
        const int step = image.width() / int(Sparkline::maxValues);
        const int x = image.width() - (fromRight + 1) * step;
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y)
            pixels += image.pixelColor(x, y).alpha() > 0;
        return pixels;
    }
    std::unique_ptr<Sparkline> m_sparkline;
};

void TestSparkline::init()
{
    m_sparkline = std::make_unique<Sparkline>();
    m_sparkline->setPalette(lightPalette());
    m_sparkline->resize(m_sparkline->sizeHint());
}

void TestSparkline::keepsTheLastValues()
{
    for (int i = 0; i < int(Sparkline::maxValues) + 5; ++i)
        m_sparkline->append(i);
    QCOMPARE(m_sparkline->values().size(), Sparkline::maxValues);
    QCOMPARE(m_sparkline->values().front(), 5.0);
    QCOMPARE(m_sparkline->values().back(), double(Sparkline::maxValues) + 4);
}

void TestSparkline::newestIsAtTheRight()
{
    m_sparkline->append(100);
    QCOMPARE(barHeight(0), m_sparkline->height());
    QCOMPARE(barHeight(1), 1);
    m_sparkline->append(0);
    QCOMPARE(barHeight(0), 1);
    QCOMPARE(barHeight(1), m_sparkline->height());
}

void TestSparkline::scalesToTheLargest()
{
    m_sparkline->append(50);
    QCOMPARE(barHeight(0), m_sparkline->height());
    m_sparkline->append(100);
    QCOMPARE(barHeight(0), m_sparkline->height());
    QCOMPARE(barHeight(1), m_sparkline->height() / 2);
    // Once the largest has left, the rest grows again.
    for (std::size_t i = 0; i < Sparkline::maxValues; ++i)
        m_sparkline->append(50);
    QCOMPARE(barHeight(0), m_sparkline->height());
}

void TestSparkline::smallValuesAreNotExaggerated()
{
    m_sparkline->append(0.25);
    QCOMPARE(barHeight(0), m_sparkline->height() / 4);
}

void TestSparkline::nothingIsALineOfPoints()
{
    for (int place = 0; place < int(Sparkline::maxValues); ++place)
        QCOMPARE(barHeight(place), 1);
    const int bottom = m_sparkline->height() - 1;
    const int faint = painted().pixelColor(0, bottom).alpha();
    QVERIFY(faint > 0);
    // A second with one message differs from one without.
    for (std::size_t i = 0; i < Sparkline::maxValues; ++i)
        m_sparkline->append(i == 0 ? 1 : 1000);
    QCOMPARE(barHeight(int(Sparkline::maxValues) - 1), 1);
    QVERIFY(painted().pixelColor(0, bottom).alpha() > faint);
}

QTEST_MAIN(TestSparkline)
#include "tst_sparkline.moc"
