#include "ui/views/limitsdialog.h"

#include "tests/ui/views/wheel.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestLimitsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasARowForEveryLimit()
    {
        const LimitsDialog dialog{ServerPolicy()};
        for (const LimitRule &rule : limitRules()) {
            const auto *field = dialog.findChild<QSpinBox *>(QString::fromLatin1(rule.name));
            QVERIFY2(field, rule.name);
            QCOMPARE(field->value(), int(defaultOf(rule)));
            QVERIFY(!field->accessibleName().isEmpty());
            QVERIFY(!field->toolTip().isEmpty());
        }
    }

    void givesThePolicyBackWithWhatWasEdited()
    {
        ServerPolicy given;
        given.port = 4321;
        given.headTimeout = std::chrono::milliseconds(1'500);
        LimitsDialog dialog(given);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.findChild<QSpinBox *>(u"max-message"_s)->setValue(1'000);
        dialog.findChild<QSpinBox *>(u"messages-per-second"_s)->setValue(50);
        dialog.findChild<QPushButton *>(u"dialogAccept"_s)->click();
        QCOMPARE(accepted.size(), 1);
        const ServerPolicy policy = dialog.policy();
        QCOMPARE(policy.port, quint16(4321));
        QCOMPARE(policy.headTimeout, std::chrono::milliseconds(1'500));
        QCOMPARE(policy.link.limits.message.maxMessageSize, 1'000u);
        QCOMPARE(policy.link.limits.maxFrameSize, 1'000u);
        QCOMPARE(policy.perMember.messagesPerSecond, 50);
        QCOMPARE(policy.maxMembers, given.maxMembers);
    }

    void zeroHasWords()
    {
        const LimitsDialog dialog{ServerPolicy()};
        QCOMPARE(dialog.findChild<QSpinBox *>(u"messages-per-second"_s)->text(), u"no limit"_s);
        QCOMPARE(dialog.findChild<QSpinBox *>(u"max-frame"_s)->text(), u"as a message"_s);
    }

    void wheelChangesNothingInPassing()
    {
        LimitsDialog dialog{ServerPolicy()};
        dialog.show();
        for (QSpinBox *field : dialog.findChildren<QSpinBox *>()) {
            if (!field->hasFocus())
                turnWheel(*field);
        }
        for (const LimitRule &rule : limitRules())
            QCOMPARE(rule.value(dialog.policy()), defaultOf(rule));
    }

    void goesBackToTheDefaults()
    {
        ServerPolicy given;
        for (const LimitRule &rule : limitRules())
            setLimit(given, rule, 77);
        LimitsDialog dialog(given);
        dialog.findChild<QPushButton *>(u"dialogDefaults"_s)->click();
        for (const LimitRule &rule : limitRules())
            QCOMPARE(rule.value(dialog.policy()), defaultOf(rule));
    }
};

QTEST_MAIN(TestLimitsDialog)
#include "tst_limitsdialog.moc"
