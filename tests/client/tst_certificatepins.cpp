#include "client/certificatepins.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fingerprintA = QByteArray("AA:").repeated(32).chopped(1);
const QByteArray fingerprintB = QByteArray("BB:").repeated(32).chopped(1);

} // namespace

class TestCertificatePins : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remembersByHostAndPort_data()
    {
        QTest::addColumn<QUrl>("pinned");
        QTest::addColumn<QUrl>("asked");
        QTest::addColumn<bool>("found");
        const QUrl own(u"wss://kitchen:3000/"_s);
        QTest::newRow("the same") << own << own << true;
        QTest::newRow("another path") << own << QUrl(u"wss://kitchen:3000/room/a"_s) << true;
        QTest::newRow("another port") << own << QUrl(u"wss://kitchen:3001/"_s) << false;
        QTest::newRow("another host") << own << QUrl(u"wss://cellar:3000/"_s) << false;
        QTest::newRow("upper case") << own << QUrl(u"wss://KITCHEN:3000/"_s) << true;
        QTest::newRow("without TLS") << own << QUrl(u"ws://kitchen:3000/"_s) << false;
        QTest::newRow("the default port")
            << QUrl(u"wss://kitchen/"_s) << QUrl(u"wss://kitchen:443/"_s) << true;
        QTest::newRow("IPv6") << QUrl(u"wss://[::1]:3000/"_s) << QUrl(u"wss://[::1]:3000/x"_s) << true;
    }
    void remembersByHostAndPort()
    {
        QFETCH(const QUrl, pinned);
        QFETCH(const QUrl, asked);
        QFETCH(const bool, found);
        CertificatePins pins;
        const QSignalSpy changed(&pins, &CertificatePins::changed);
        pins.pin(pinned, fingerprintA.toLower());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(pins.fingerprintFor(asked), found ? fingerprintA : QByteArray());
    }

    void keepsTheLastOne()
    {
        CertificatePins pins;
        const QUrl url(u"wss://kitchen:3000/"_s);
        pins.pin(url, fingerprintA);
        pins.pin(url, fingerprintB);
        QCOMPARE(pins.fingerprintFor(url), fingerprintB);
        pins.pin(url, "nonsense");
        QCOMPARE(pins.fingerprintFor(url), fingerprintB);
        const QSignalSpy changed(&pins, &CertificatePins::changed);
        pins.unpin(url);
        pins.unpin(url);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(pins.fingerprintFor(url), QByteArray());
    }

    void goesThroughLines()
    {
        CertificatePins pins;
        pins.pin(QUrl(u"wss://kitchen:3000/"_s), fingerprintA);
        pins.pin(QUrl(u"wss://[::1]/"_s), fingerprintB);
        CertificatePins other;
        other.setLines(pins.lines() + QStringList{u"nonsense"_s, u"a:1 b"_s, QString()});
        QCOMPARE(other.lines(), pins.lines());
        QCOMPARE(other.fingerprintFor(QUrl(u"wss://[::1]:443"_s)), fingerprintB);
        const QList<CertificatePin> pinned = pins.pins();
        QCOMPARE(pinned.size(), 2);
        for (qsizetype i = 0; i < pinned.size(); ++i) {
            QCOMPARE(other.pins()[i].server, pinned[i].server);
            QCOMPARE(other.pins()[i].fingerprint, pinned[i].fingerprint);
            QCOMPARE(other.pins()[i].since.toSecsSinceEpoch(), pinned[i].since.toSecsSinceEpoch());
        }
        other.setLines({});
        QVERIFY(other.lines().isEmpty());
    }

    void saysSinceWhen()
    {
        CertificatePins pins;
        const QDateTime before = QDateTime::currentDateTimeUtc();
        pins.pin(QUrl(u"wss://kitchen:3000/"_s), fingerprintA);
        const QDateTime since = pins.pins().constFirst().since;
        QVERIFY(since >= before && since <= QDateTime::currentDateTimeUtc());
        // A line without a time, as earlier versions wrote them.
        const QString line = u"cellar:1 "_s + QString::fromLatin1(fingerprintB);
        pins.setLines({line});
        QVERIFY(!pins.pins().constFirst().since.isValid());
        QCOMPARE(pins.lines(), QStringList{line});
    }

    void forgetsByName()
    {
        CertificatePins pins;
        pins.pin(QUrl(u"wss://[::1]:3000/"_s), fingerprintA);
        pins.pin(QUrl(u"wss://kitchen:3000/"_s), fingerprintB);
        const QSignalSpy changed(&pins, &CertificatePins::changed);
        pins.unpin(u"nobody:1"_s);
        QCOMPARE(changed.size(), 0);
        pins.unpin(u"[::1]:3000"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(pins.pins().size(), 1);
        QCOMPARE(pins.pins().constFirst().server, u"kitchen:3000"_s);
    }
};

QTEST_GUILESS_MAIN(TestCertificatePins)
#include "tst_certificatepins.moc"
