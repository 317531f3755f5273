#include "ui/text/indentedjson.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestIndentedJson : public QObject
{
    Q_OBJECT

private slots:
    void indents_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("indented");
        QTest::newRow("object") << "{\"b\":1,\"a\":[true,null]}"_ba
                                << "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null\n  ]\n}"_ba;
        QTest::newRow("empty") << "{ }"_ba
                               << "{}"_ba;
        QTest::newRow("empty inside") << "[ [\n] , {}]"_ba
                                      << "[\n  [],\n  {}\n]"_ba;
        QTest::newRow("already indented") << "[\r\n\t1 ,\n 2\n]\n"_ba
                                          << "[\n  1,\n  2\n]"_ba;
        QTest::newRow("numbers stay") << "[1.0,12345678901234567890,-0,1E+2]"_ba
                                      << "[\n  1.0,\n  12345678901234567890,\n  -0,\n  1E+2\n]"_ba;
        QTest::newRow("strings stay") << "[\"a,b: {[\\\" \\\\\",\"\\u0000\\/\",\"곧 😀\"]"_ba
                                      << "[\n  \"a,b: {[\\\" \\\\\",\n  \"\\u0000\\/\",\n  \"곧 😀\"\n]"_ba;
        QTest::newRow("a name twice") << "{\"a\":1,\"a\":2}"_ba
                                      << "{\n  \"a\": 1,\n  \"a\": 2\n}"_ba;
    }

    void indents()
    {
        QFETCH(const QByteArray, json);
        const std::optional<QString> indented = indentedJson(json);
        QVERIFY(indented);
        QTEST(indented->toUtf8(), "indented");
        QCOMPARE(QJsonDocument::fromJson(indented->toUtf8()), QJsonDocument::fromJson(json));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "{", "[1", "[1,]", "{a:1}", "hi", "[\"a]", "[\"\\\"]", "[1]]", "[\"\xFF\"]"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("not an object or array") << "1"_ba;
    }

    void refuses()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!indentedJson(text));
    }

    /// Every beginning of a message that was cut is refused, and none read past its end.
    void refusesEveryBeginning()
    {
        const QByteArray json = "{\"a\\\\\":[\"b\",{\"c\":1e5}, \"\\\"\" ]}"_ba;
        QVERIFY(indentedJson(json));
        for (qsizetype length = 0; length < json.size(); ++length)
            QVERIFY(!indentedJson(QByteArrayView(json).first(length)));
    }

    void growsWithinBounds()
    {
        constexpr int depth = 500;
        constexpr int values = 10'000;
        const QByteArray json =
            QByteArray(depth, '[') + '1' + QByteArray(",1").repeated(values) + QByteArray(depth, ']');
        const std::optional<QString> indented = indentedJson(json);
        QVERIFY(indented);
        QVERIFY(indented->size() < 40 * json.size());
    }
};

QTEST_APPLESS_MAIN(TestIndentedJson)
#include "tst_indentedjson.moc"
