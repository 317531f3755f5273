#include "ui/views/fingerprintview.h"

#include "tests/ui/views/markingtranslator.h"
#include "ui/views/copybutton.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestFingerprintView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsItInLinesAndCopiesItInOne()
    {
        FingerprintView view;
        QVERIFY(view.isHidden());
        const QByteArray fingerprint = QByteArray("AB:").repeated(32).chopped(1);
        view.setFingerprint(fingerprint);
        QVERIFY(!view.isHidden());
        view.show();
        const QString shown = view.findChild<QLabel *>(u"fingerprint"_s)->text();
        QCOMPARE(shown.split(u'\n').size(), 4);
        QCOMPARE(QString(shown).remove(u'\n'), QString::fromLatin1(fingerprint));
        QTest::mouseClick(view.findChild<CopyButton *>(u"copyFingerprint"_s), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QString::fromLatin1(fingerprint));
        view.setFingerprint({});
        QVERIFY(view.isHidden());
    }

    void buttonSaysWhatItCopies()
    {
        const FingerprintView view;
        const auto *copy = view.findChild<CopyButton *>(u"copyFingerprint"_s);
        QCOMPARE(copy->toolTip(), u"Copy the fingerprint"_s);
        QCOMPARE(copy->accessibleName(), copy->toolTip());
        const MarkingTranslator translator;
        QTRY_COMPARE(copy->toolTip(), u"«Copy the fingerprint»"_s);
    }
};

QTEST_MAIN(TestFingerprintView)
#include "tst_fingerprintview.moc"
