#include "ui/views/qrcodepopup.h"

#include "ui/views/qrcodeview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestQrCodePopup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheLinkAndItsCode();
    void saysWhenPhonesCannotJoin();
    void copies();
};

void TestQrCodePopup::showsTheLinkAndItsCode()
{
    QWidget anchor;
    anchor.show();
    QrCodePopup popup;
    popup.showLink(u"http://192.168.0.7:3000/"_s, false, &anchor);
    QVERIFY(popup.isVisible());
    QCOMPARE(popup.findChild<QLabel *>(u"qrCodeLink"_s)->text(), u"http://192.168.0.7:3000/"_s);
    QCOMPARE(popup.findChild<QrCodeView *>(u"qrCode"_s)->text(), u"http://192.168.0.7:3000/"_s);
    QTest::keyClick(&popup, Qt::Key_Escape);
    QVERIFY(!popup.isVisible());
}

void TestQrCodePopup::saysWhenPhonesCannotJoin()
{
    QWidget anchor;
    QrCodePopup popup;
    const auto words = [&popup] {
        QStringList all;
        for (const QLabel *label : popup.findChildren<QLabel *>())
            all.append(label->text());
        return all.join(u'\n');
    };
    popup.showLink(u"http://localhost:3000/"_s, true, &anchor);
    QVERIFY(words().contains("this computer alone"_L1));
    popup.showLink(u"http://192.168.0.7:3000/"_s, false, &anchor);
    QVERIFY(!words().contains("this computer alone"_L1));
}

void TestQrCodePopup::copies()
{
    QWidget anchor;
    QrCodePopup popup;
    popup.showLink(u"http://192.168.0.9:3000/"_s, false, &anchor);
    QTest::mouseClick(popup.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://192.168.0.9:3000/"_s);
}

QTEST_MAIN(TestQrCodePopup)
#include "tst_qrcodepopup.moc"
