#include "core/link/opensslerror.h"

#include <QTest>

#include <openssl/err.h>
#include <openssl/sslerr.h>

using namespace confab;
using namespace Qt::StringLiterals;

class TestOpensslError : public QObject
{
    Q_OBJECT

private slots:
    void init() { ERR_clear_error(); }

    void saysNothingOfNothing() { QCOMPARE(takeOpensslError(), QString()); }

    void saysWhatFailedFirst()
    {
        ERR_raise(ERR_LIB_SSL, SSL_R_NO_SHARED_CIPHER);
        ERR_raise(ERR_LIB_SSL, SSL_R_BAD_LENGTH);
        QCOMPARE(takeOpensslError(), u"no shared cipher"_s);
        QCOMPARE(takeOpensslError(), QString()); // and nothing is left of it
    }

    void saysTheNumberOfWhatHasNoWords()
    {
        constexpr int unknownReason = 3999;
        ERR_raise(ERR_LIB_SSL, unknownReason);
        QVERIFY(takeOpensslError().contains(u"reason(3999)"_s));
    }

    void knowsTheUnexpectedEnd() { QVERIFY(opensslUnexpectedEnd().contains(u"eof"_s)); }

    void knowsTooSmallRecords() { QCOMPARE(opensslTooSmallRecords(), u"record too small"_s); }
};

QTEST_GUILESS_MAIN(TestOpensslError)
#include "tst_opensslerror.moc"
