#include "core/wire/wireerror.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace confab;

class TestWireError : public QObject
{
    Q_OBJECT

private slots:
    void closeCodes()
    {
        using enum WireError;
        const QMap<WireError, int> expected{
            {None, 1000},
            {ReservedBitSet, 1002},
            {ReservedOpcode, 1002},
            {NonMinimalLength, 1002},
            {LengthHighBitSet, 1002},
            {UnmaskedClientFrame, 1002},
            {MaskedServerFrame, 1002},
            {UnexpectedContinuation, 1002},
            {UnfinishedMessage, 1002},
            {FragmentedControlFrame, 1002},
            {ControlFrameTooLong, 1002},
            {ClosePayloadOneOctet, 1002},
            {CloseCodeInvalid, 1002},
            {CloseReasonNotUtf8, 1007},
            {TextNotUtf8, 1007},
            {DeflateDataInvalid, 1007},
            {FrameTooBig, 1009},
            {MessageTooBig, 1009},
            {TooManyFragments, 1008},
        };
        QCOMPARE(expected.size(), wireErrorCount);
        for (auto row = expected.cbegin(); row != expected.cend(); ++row) {
            QCOMPARE(int(closeCodeFor(row.key())), row.value());
            QVERIFY(mayAppearOnWire(closeCodeFor(row.key())));
        }
    }

    void names()
    {
        QSet<QByteArray> names;
        for (int error = 0; error < wireErrorCount; ++error) {
            const QByteArray name = wireErrorName(WireError(error)).toByteArray();
            QVERIFY(!name.isEmpty());
            QVERIFY2(name.size() <= maxCloseReasonSize, name.constData());
            for (const char octet : name)
                QVERIFY2(octet >= ' ' && octet < '\x7F', name.constData());
            const QByteArray rfc = error == int(WireError::DeflateDataInvalid) ? "7692" : "6455";
            QVERIFY2(error == 0 || name.contains(" (RFC " + rfc + " section "), name.constData());
            names.insert(name);
        }
        QCOMPARE(names.size(), wireErrorCount);
        QCOMPARE(wireErrorName(WireError::None), "None");
        QCOMPARE(wireErrorName(WireError::TextNotUtf8), "TextNotUtf8 (RFC 6455 section 8.1)");
    }
};

QTEST_APPLESS_MAIN(TestWireError)
#include "tst_wireerror.moc"
