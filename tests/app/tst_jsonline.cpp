#include "app/jsonline.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestJsonLine : public QObject
{
    Q_OBJECT

private slots:
    void writesOneLine()
    {
        QCOMPARE(JsonLine("joined").finished(), "{\"event\":\"joined\"}"_ba);
        QCOMPARE(JsonLine("left").add("id", 7).add("name", u"미나"_s).finished(),
                 u"{\"event\":\"left\",\"id\":7,\"name\":\"미나\"}"_s.toUtf8());
    }

    void escapesWhatMustBe()
    {
        QString text;
        for (char16_t code = 0; code < 0x100; ++code)
            text += QChar(code);
        text += u"\u2028\u2029\uFFFF😀"_s;
        const QByteArray line = JsonLine("x").add("text", text).finished();
        QVERIFY(!line.contains('\n'));
        QJsonParseError error;
        const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(object.value("text"_L1).toString(), text);
    }

    void lonelySurrogatesDoNoHarm()
    {
        const QByteArray line = JsonLine("x").add("text", QString(QChar(0xD800))).finished();
        QVERIFY(!QJsonDocument::fromJson(line).isNull());
    }

    void numbers()
    {
        const QByteArray line =
            JsonLine("x").add("least", std::numeric_limits<qint64>::min()).add("none", 0).finished();
        QCOMPARE(line, "{\"event\":\"x\",\"least\":-9223372036854775808,\"none\":0}"_ba);
    }
};

QTEST_APPLESS_MAIN(TestJsonLine)
#include "tst_jsonline.moc"
