#include "ui/views/avatar.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace confab;

class TestAvatar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whiteCanBeReadOnEachColor();
    void isADiscWithAnInitial_data();
    void isADiscWithAnInitial();

private:
    static QImage drawn(const QString &name)
    {
        QImage image(32, 32, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        drawAvatar(painter, {0, 0, 32, 32}, Qt::darkGreen, name);
        return image;
    }
};

/// WCAG 2.2, 1.4.3: 4.5 to 1 (white is 1.05 above black's .05).
void TestAvatar::whiteCanBeReadOnEachColor()
{
    const auto linear = [](float part) {
        return part <= 0.04045F ? part / 12.92F : std::pow((part + 0.055F) / 1.055F, 2.4F);
    };
    for (quint64 author = 1; author < 20; ++author) {
        const QColor color = avatarColor(author);
        const float luminance = 0.2126F * linear(color.redF()) + 0.7152F * linear(color.greenF()) +
                                0.0722F * linear(color.blueF());
        QVERIFY2(1.05F / (luminance + 0.05F) >= 4.5F, qPrintable(color.name()));
        QCOMPARE(avatarColor(author), color);
    }
    QVERIFY(avatarColor(1) != avatarColor(2));
}

void TestAvatar::isADiscWithAnInitial_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("alike");
    QTest::newRow("small letter") << u"mina"_s << u"M"_s;
    QTest::newRow("Hangul") << u"미나"_s << u"미"_s;
    QTest::newRow("surrogate pair") << u"😀 you"_s << u"😀"_s;
    QTest::newRow("no name") << QString() << u"?"_s;
}

void TestAvatar::isADiscWithAnInitial()
{
    QFETCH(const QString, name);
    QFETCH(const QString, alike);
    const QImage image = drawn(name);
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::black));
    QCOMPARE(image.pixelColor(16, 2), QColor(Qt::darkGreen));
    QCOMPARE(image, drawn(alike));
    QVERIFY(image != drawn(u" "_s));
}

QTEST_MAIN(TestAvatar)
#include "tst_avatar.moc"
