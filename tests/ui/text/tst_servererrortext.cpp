#include "tests/ui/text/language.h"
#include "ui/text/servererrortext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

ServerError errorOf(ServerErrorKind kind, quint16 port = 3000)
{
    return {.kind = kind, .address = u"192.0.2.7"_s, .port = port, .detail = u"Oops"_s, .file = u"a.pem"_s};
}

} // namespace

class TestServerErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryKind_data()
    {
        QTest::addColumn<ServerErrorKind>("kind");
        QTest::addColumn<QString>("named");
        QTest::newRow("PortInUse") << ServerErrorKind::PortInUse << u"3000"_s;
        QTest::newRow("AddressNotAvailable") << ServerErrorKind::AddressNotAvailable << u"192.0.2.7"_s;
        QTest::newRow("PermissionDenied") << ServerErrorKind::PermissionDenied << u"3000"_s;
        QTest::newRow("TlsUnavailable") << ServerErrorKind::TlsUnavailable << u"TLS"_s;
        QTest::newRow("CertificateUnreadable") << ServerErrorKind::CertificateUnreadable << u"a.pem"_s;
        QTest::newRow("CertificateInvalid") << ServerErrorKind::CertificateInvalid << u"a.pem"_s;
        QTest::newRow("KeyUnreadable") << ServerErrorKind::KeyUnreadable << u"a.pem"_s;
        QTest::newRow("KeyInvalid") << ServerErrorKind::KeyInvalid << u"a.pem"_s;
        QTest::newRow("KeyMismatch") << ServerErrorKind::KeyMismatch << u"a.pem"_s;
        QTest::newRow("CertificateRefused") << ServerErrorKind::CertificateRefused << u"a.pem"_s;
        QTest::newRow("IdentityNotStored") << ServerErrorKind::IdentityNotStored << u"a.pem"_s;
        QTest::newRow("HistoryUnusable") << ServerErrorKind::HistoryUnusable << u"a.pem"_s;
        QTest::newRow("HistoryInUse") << ServerErrorKind::HistoryInUse << u"a.pem"_s;
        QTest::newRow("HistoryStalled") << ServerErrorKind::HistoryStalled << u"a.pem"_s;
        QTest::newRow("HistoryDamaged") << ServerErrorKind::HistoryDamaged << u"a.pem"_s;
        QTest::newRow("HistoryForeign") << ServerErrorKind::HistoryForeign << u"a.pem"_s;
        QTest::newRow("Other") << ServerErrorKind::Other << u"192.0.2.7"_s;
    }

    void hasWordsForEveryKind()
    {
        QFETCH(const ServerErrorKind, kind);
        QFETCH(const QString, named);
        for (const QString &name : {u"en"_s, u"ko"_s}) {
            const Language language(name);
            const ErrorText text = serverErrorText(errorOf(kind));
            QVERIFY(text.what.contains(named));
            for (const QString &sentence : {text.what, text.why, text.advice}) {
                QVERIFY2(name == "ko"_L1 ? isKorean(sentence) : isEnglish(sentence), qPrintable(sentence));
                QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            }
        }
    }

    void isEmptyForNone() { QCOMPARE(serverErrorText({}).inOneLine(), QString()); }

    void explainsAReservedPort_data()
    {
        QTest::addColumn<quint16>("port");
        QTest::addColumn<bool>("reserved");
        QTest::newRow("80") << quint16(80) << true;
        QTest::newRow("1023") << quint16(1023) << true;
        QTest::newRow("1024") << quint16(1024) << false;
        QTest::newRow("any free one") << quint16(0) << false;
    }

    void explainsAReservedPort()
    {
        QFETCH(const quint16, port);
        QTEST(serverErrorText(errorOf(ServerErrorKind::PermissionDenied, port)).why.contains("1024"_L1),
              "reserved");
    }
};

QTEST_GUILESS_MAIN(TestServerErrorText)
#include "tst_servererrortext.moc"
