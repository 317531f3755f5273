#include "ui/models/qrcode.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestQrCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The row through the middle of a finder pattern is 1:1:3:1:1, and there are three (ISO/IEC 18004).
    void finderPatternsAreThere()
    {
        const auto code = QrCode::of(u"http://192.168.0.7:3000/"_s);
        QVERIFY(code);
        const int last = code->size() - 1;
        const bool pattern[] = {true, false, true, true, true, false, true, false};
        bool isFourth = true;
        for (int i = 0; i < 8; ++i) {
            isFourth = isFourth && code->isDark(last - i, last - 3) == pattern[i];
            QCOMPARE(code->isDark(i, 3), pattern[i]);
            QCOMPARE(code->isDark(last - i, 3), pattern[i]);
            QCOMPARE(code->isDark(3, last - i), pattern[i]);
        }
        QVERIFY(!isFourth);
    }

    /// The two bits beside the finder pattern say which level it is, behind the mask 101010000010010.
    void correctsAtLevelM()
    {
        const auto code = QrCode::of(u"http://192.168.0.7:3000/"_s);
        QVERIFY(code);
        const int last = code->size() - 1;
        const int level = (code->isDark(8, last) ? 0 : 1) << 1;   // most significant: masked with 1
        QCOMPARE(level | (code->isDark(8, last - 1) ? 1 : 0), 0); // 00: M; the next one is masked with 0
    }

    void isLightAround()
    {
        const auto code = QrCode::of(u"x"_s);
        QVERIFY(code);
        QCOMPARE(code->size(), 21); // version 1
        QVERIFY(code->isDark(0, 0));
        QVERIFY(code->isDark(20, 0));
        for (const auto &[x, y] : {std::pair(-1, 0), {0, -1}, {21, 0}, {0, 21}, {-4, -4}, {24, 24}})
            QVERIFY(!code->isDark(x, y));
    }

    void anotherTextIsAnotherCode()
    {
        const auto differ = [](const QString &one, const QString &other) {
            const auto a = QrCode::of(one);
            const auto b = QrCode::of(other);
            for (int y = 0; y < a->size(); ++y) {
                for (int x = 0; x < a->size(); ++x) {
                    if (a->isDark(x, y) != b->isDark(x, y))
                        return true;
                }
            }
            return false;
        };
        QVERIFY(differ(u"http://192.168.0.7:3000/"_s, u"http://192.168.0.8:3000/"_s));
        QVERIFY(!differ(u"http://192.168.0.7:3000/"_s, u"http://192.168.0.7:3000/"_s));
    }

    /// 2331 octets is what a version 40 holds at level M.
    void nothingForWhatDoesNotFit()
    {
        QVERIFY(!QrCode::of(QString()));
        QVERIFY(QrCode::of(QString(2331, u'a')));
        QVERIFY(!QrCode::of(QString(2332, u'a')));
    }
};

QTEST_APPLESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
