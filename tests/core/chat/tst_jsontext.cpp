#include "core/chat/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace confab;
using namespace Qt::StringLiterals;

class TestJsonText : public QObject
{
    Q_OBJECT

private slots:
    void writesOneObject()
    {
        QCOMPARE(JsonText().finished(), "{}"_ba);
        QCOMPARE(
            JsonText()
                .add("id", 7)
                .add("name", u"미나"_s)
                .add("empty", QString())
                .add("of", JsonText().addTrue("plain").add("none", JsonText()))
                .finished(),
            u"{\"id\":7,\"name\":\"미나\",\"empty\":\"\",\"of\":{\"plain\":true,\"none\":{}}}"_s.toUtf8());
    }

    void escapesWhatMustBe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("quotation mark") << u"a\"b"_s << R"(a\"b)"_ba;
        QTest::newRow("backslash") << u"\\"_s << R"(\\)"_ba;
        QTest::newRow("those with names") << u"\b\f\n\r\t"_s << R"(\b\f\n\r\t)"_ba;
        QTest::newRow("NUL") << QString(u"\0"_s) << R"(\u0000)"_ba;
        QTest::newRow("the last control") << u"\u001F"_s << R"(\u001f)"_ba;
        QTest::newRow("delete stands for itself") << u"\u007F"_s << "\x7F"_ba;
        QTest::newRow("byte order marks") << u"\uFEFFa\uFEFF"_s << R"(\ufeffa\ufeff)"_ba;
        QTest::newRow("what begins like one")
            << u"\uFEFE\uF000\uFFFD"_s << "\xEF\xBB\xBE\xEF\x80\x80\xEF\xBF\xBD"_ba;
        QTest::newRow("half of a pair") << QString(QChar(0xD800)) << "?"_ba;
    }

    void escapesWhatMustBe()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, expected);
        QCOMPARE(JsonText().add("t", text).finished(), "{\"t\":\"" + expected + "\"}");
    }

    /// Each character of the first plane, at the beginning of a text and behind another one.
    void anyTextComesBack()
    {
        for (char32_t code = 0; code <= 0xFFFF; ++code) {
            if (QChar::isSurrogate(code))
                continue;
            const QString text = QString(QChar(char16_t(code))) + u'x' + QChar(char16_t(code));
            QJsonParseError error;
            const QByteArray json = JsonText().add("text", text).finished();
            QVERIFY(!json.contains('\n'));
            const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
            QCOMPARE(error.error, QJsonParseError::NoError);
            QCOMPARE(object.value("text"_L1).toString(), text);
        }
    }

    void numbers()
    {
        const QByteArray text =
            JsonText().add("least", std::numeric_limits<qint64>::min()).add("none", 0).finished();
        QCOMPARE(text, "{\"least\":-9223372036854775808,\"none\":0}"_ba);
    }
};

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
