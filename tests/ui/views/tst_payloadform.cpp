#include "ui/views/payloadform.h"

#include "tests/ui/views/trafficrecords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestPayloadForm : public QObject
{
    Q_OBJECT

private slots:
    void forms_data()
    {
        QTest::addColumn<TrafficKind>("kind");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QStringList>("forms"); ///< null: none
        const QString none;
        QTest::newRow("text") << TrafficKind::Text << "Hi"_ba << QStringList{u"Hi"_s, none, u"48 69"_s, none};
        QTest::newRow("JSON") << TrafficKind::Text << "[1]"_ba
                              << QStringList{u"[1]"_s, u"[\n  1\n]"_s, u"5b 31 5d"_s, none};
        QTest::newRow("JSON that was cut")
            << TrafficKind::Text << "[1"_ba << QStringList{u"[1"_s, none, u"5b 31"_s, none};
        QTest::newRow("JSON as binary")
            << TrafficKind::Binary << "[]"_ba << QStringList{u"[]"_s, u"[]"_s, u"5b 5d"_s, none};
        QTest::newRow("binary") << TrafficKind::Binary << "\xFF"_ba << QStringList{none, none, u"ff"_s, none};
        QTest::newRow("head") << TrafficKind::Request << "[]"_ba
                              << QStringList{u"[]"_s, none, u"5b 5d"_s, none};
        QTest::newRow("broken rule") << TrafficKind::Failure << "[]"_ba
                                     << QStringList{none, none, u"5b 5d"_s, none};
    }

    void forms()
    {
        QFETCH(const TrafficKind, kind);
        QFETCH(const QByteArray, payload);
        QFETCH(const QStringList, forms);
        const TrafficRecord record = makeRecord(kind, payload);
        for (int i = 0; i < payloadFormCount; ++i) {
            const std::optional<QString> shown = payloadInForm(record, PayloadForm(i), 16);
            QCOMPARE(shown.has_value(), !forms.at(i).isNull());
            if (PayloadForm(i) == PayloadForm::Hex)
                QVERIFY2(shown->contains(forms.at(i)), qPrintable(*shown));
            else if (shown)
                QCOMPARE(*shown, forms.at(i));
        }
    }

    void theTextOfACloseIsItsReason()
    {
        const auto text = [](const QByteArray &payload) {
            return *payloadInForm(makeRecord(TrafficKind::Close, payload), PayloadForm::Text, 16);
        };
        QCOMPARE(text("\x03\xE8"
                      "bye"),
                 u"bye"_s);
        QCOMPARE(text("\x03\xE8"), QString());
        QCOMPARE(text({}), QString());
    }

    void frames()
    {
        TrafficRecord record = makeRecord(TrafficKind::Text, "Hi");
        record.frameHeaders = "\x01\x01\x80\x01"_ba;
        record.fragments = 2;
        const std::optional<QString> shown = payloadInForm(record, PayloadForm::Frame, 16);
        QVERIFY(shown && shown->startsWith(u"Frame 1 of 2\n01 0... ...."_s));
        QVERIFY(shown->contains(u"\n\nFrame 2 of 2\n80 1... ...."_s));
    }
};

QTEST_APPLESS_MAIN(TestPayloadForm)
#include "tst_payloadform.moc"
