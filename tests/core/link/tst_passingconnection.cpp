#include "core/link/passingconnection.h"

#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace confab;

class TestPassingConnection : public QObject
{
    Q_OBJECT

private slots:
    void endsUnlessSomebodyTakesIt()
    {
        const int descriptor = ::dup(0);
        {
            PassingConnection taken(descriptor);
            QCOMPARE(taken.takeDescriptor(), descriptor);
            QCOMPARE(taken.takeDescriptor(), -1);
        }
        QVERIFY(::fcntl(descriptor, F_GETFD) >= 0);
        {
            const PassingConnection left(descriptor);
        }
        QVERIFY(::fcntl(descriptor, F_GETFD) < 0);
    }

    void takesItsSessionAlong()
    {
        const std::unique_ptr<SSL_CTX, openssl::Freer<SSL_CTX_free>> context(SSL_CTX_new(TLS_method()));
        openssl::Session session(SSL_new(context.get()));
        const SSL *const same = session.get();
        PassingConnection connection(-1);
        QVERIFY(!connection.takeSession());
        connection.setSession(std::move(session));
        QCOMPARE(connection.takeSession().get(), same);
        QVERIFY(!connection.takeSession());
    }
};

QTEST_GUILESS_MAIN(TestPassingConnection)
#include "tst_passingconnection.moc"
