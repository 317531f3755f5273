#include "ui/views/certificatesdialog.h"

#include "client/certificatepins.h"
#include "tests/ui/views/tooltips.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace confab;
using namespace Qt::StringLiterals;

class TestCertificatesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const QString fingerprint = u"AB:"_s.repeated(32).chopped(1);
        m_pins.setLines({u"cellar:443 "_s + fingerprint + u" 2026-03-04T05:06:07Z"_s,
                         u"kitchen:3000 "_s + fingerprint, u"loft:3000 "_s + fingerprint});
    }

    void listsWhatIsPinned()
    {
        const CertificatesDialog dialog(m_pins);
        const auto *list = listOf(dialog);
        QVERIFY(!list->accessibleName().isEmpty());
        QCOMPARE(servers(dialog), (QStringList{u"cellar:443"_s, u"kitchen:3000"_s, u"loft:3000"_s}));
        const QString shown = list->topLevelItem(0)->text(1);
        QCOMPARE(QString(shown).remove(u'\n'), u"AB:"_s.repeated(32).chopped(1));
        QVERIFY2(list->topLevelItem(0)->toolTip(2).contains(u"2026"_s),
                 qPrintable(list->topLevelItem(0)->toolTip(2)));
        QCOMPARE(list->topLevelItem(1)->text(2), u"–"_s);
        QCOMPARE(list->topLevelItem(1)->toolTip(2), u"Not known"_s);
    }

    void aNameIsShownAsText()
    {
        m_pins.setLines({u"<b>:443 "_s + u"AB:"_s.repeated(32).chopped(1)});
        const CertificatesDialog dialog(m_pins);
        QCOMPARE(readIn(listOf(dialog)->topLevelItem(0)->toolTip(0)), u"<b>:443"_s);
    }

    void theMouseForgets()
    {
        CertificatesDialog dialog(m_pins);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *list = listOf(dialog);
        const QSignalSpy changed(&m_pins, &CertificatePins::changed);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->topLevelItem(1)).center());
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"certificatesRemove"_s), Qt::LeftButton);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(servers(dialog), (QStringList{u"cellar:443"_s, u"loft:3000"_s}));
        QCOMPARE(m_pins.pins().size(), 2);
    }

    void theKeyboardForgetsOneAfterTheOther()
    {
        CertificatesDialog dialog(m_pins);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *list = listOf(dialog);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(servers(dialog), (QStringList{u"cellar:443"_s, u"loft:3000"_s}));
        QTest::keyClick(list, Qt::Key_Delete);
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(m_pins.pins().isEmpty());
        QVERIFY(dialog.findChild<QLabel *>(u"certificatesEmpty"_s)->isVisible());
        QVERIFY(!dialog.findChild<QPushButton *>(u"certificatesRemove"_s)->isEnabled());
    }

    void followsWhatIsPinnedElsewhere()
    {
        const CertificatesDialog dialog(m_pins);
        m_pins.pin(QUrl(u"wss://attic/"_s), QByteArray("CD").repeated(32));
        QCOMPARE(servers(dialog).constFirst(), u"attic:443"_s);
    }

private:
    static QTreeWidget *listOf(const CertificatesDialog &dialog)
    {
        return dialog.findChild<QTreeWidget *>(u"certificatesList"_s);
    }

    static QStringList servers(const CertificatesDialog &dialog)
    {
        QStringList servers;
        for (int row = 0; row < listOf(dialog)->topLevelItemCount(); ++row)
            servers += listOf(dialog)->topLevelItem(row)->text(0);
        return servers;
    }

    CertificatePins m_pins;
};

QTEST_MAIN(TestCertificatesDialog)
#include "tst_certificatesdialog.moc"
