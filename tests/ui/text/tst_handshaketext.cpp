#include "tests/ui/text/language.h"
#include "ui/text/handshaketext.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

/// The texts of all enumerators, None first.
template <typename Error>
QStringList texts(int count, QString (*text)(Error))
{
    QStringList result;
    for (int i = 0; i < count; ++i)
        result.append(text(Error(i)));
    return result;
}

} // namespace

class TestHandshakeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryError_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }

    void hasWordsForEveryError()
    {
        QFETCH(const QString, language);
        const Language installed(language);
        for (const QStringList &all :
             {texts(httpErrorCount, httpErrorText), texts(requestErrorCount, requestErrorText),
              texts(responseErrorCount, responseErrorText)}) {
            QVERIFY(all.first().isEmpty());
            for (const QString &text : all.sliced(1))
                QVERIFY2(language == "ko"_L1 ? isKorean(text) : isEnglish(text), qPrintable(text));
            QCOMPARE(std::set<QString>(all.begin(), all.end()).size(), std::size_t(all.size()));
        }
    }
};

QTEST_GUILESS_MAIN(TestHandshakeText)
#include "tst_handshaketext.moc"
