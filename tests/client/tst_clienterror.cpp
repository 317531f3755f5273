#include "client/clienterror.h"

#include <QTest>

using namespace confab;

class TestClientError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreStable_data();
    void namesAreStable();
};

/// Programs compare them.
void TestClientError::namesAreStable_data()
{
    QTest::addColumn<ClientErrorKind>("kind");
    QTest::addColumn<QByteArray>("name");
    constexpr const char *names[clientErrorKindCount] = {"",
                                                         "bad-url",
                                                         "bad-subprotocol",
                                                         "bad-header",
                                                         "host-not-found",
                                                         "connection-refused",
                                                         "network-unreachable",
                                                         "proxy-failed",
                                                         "tls-failed",
                                                         "certificate-untrusted",
                                                         "certificate-changed",
                                                         "timed-out",
                                                         "answer-unfinished",
                                                         "connection-lost",
                                                         "bad-response",
                                                         "redirected",
                                                         "refused",
                                                         "handshake-failed",
                                                         "cancelled"};
    for (int i = 0; i < clientErrorKindCount; ++i)
        QTest::addRow("%d %s", i, names[i]) << ClientErrorKind(i) << QByteArray(names[i]);
}

void TestClientError::namesAreStable()
{
    QFETCH(const ClientErrorKind, kind);
    QTEST(clientErrorName(kind).toByteArray(), "name");
}

QTEST_APPLESS_MAIN(TestClientError)
#include "tst_clienterror.moc"
