#include "core/chat/membername.h"

#include "core/chat/roommessage.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestMemberName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCleaned_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("cleaned");
        const auto row = [](const char *title, const QString &name, const QString &cleaned) {
            QTest::newRow(title) << name << cleaned;
        };
        row("as it is", u"Mina 미나"_s, u"Mina 미나"_s);
        row("white space at both ends", u" \u3000Mi na\t "_s, u"Mi na"_s);
        row("control characters", u"M\ni\u007fn\u0085a"_s, u"Mina"_s);
        row("zero-width space", u"Ho\u200Bst"_s, u"Host"_s);
        row("direction of writing", u"\u202EtsoH\u202C"_s, u"tsoH"_s);
        row("beyond the first plane", u"Mina"_s + QString::fromUcs4(U"\U000E0001", 1), u"Mina"_s);
        row("not assigned, shown as nothing", u"Mi"_s + QString::fromUcs4(U"\U000E0080", 1) + u"na"_s,
            u"Mina"_s);
        row("nothing but what is shown as nothing", u"\uFFF0"_s + QString::fromUcs4(U"\U0001BCA0", 1), {});
        row("flag of tags", u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s, u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s);
        row("white space behind what is removed", u"Mina \u200B"_s, u"Mina"_s);
        row("emoji of several", u"👩\u200D💻"_s, u"👩\u200D💻"_s);
        row("variation selector", u"❤\uFE0F"_s, u"❤\uFE0F"_s);
        row("Hangul of the first kind", u"미나"_s.normalized(QString::NormalizationForm_D),
            u"미나"_s.normalized(QString::NormalizationForm_D));
        row("Braille", u"⠍⠊⠀⠝⠁"_s, u"⠍⠊⠀⠝⠁"_s);
        row("Hangul fillers alone", u"\u3164\u115F\u1160\uFFA0"_s, {});
        row("joiners alone", u"\u200D\u200C"_s, {});
        row("blank cells alone", u"\u2800 \u2800"_s, {});
        row("nothing left when it is cut", u"\u200D"_s.repeated(maxNameLength) + u"Mina"_s, {});
        row("cut", u"x"_s.repeated(maxNameLength + 1), u"x"_s.repeated(maxNameLength));
        row("what is removed does not count", u"\u200B"_s.repeated(maxNameLength) + u"Mina"_s, u"Mina"_s);
        row("a character is not split", u"x"_s.repeated(maxNameLength - 1) + u"😀"_s,
            u"x"_s.repeated(maxNameLength - 1));
    }

    void isCleaned()
    {
        QFETCH(const QString, name);
        QTEST(cleanedName(name), "cleaned");
    }

    void comparesAsItLooks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *title, const QString &name, const QString &other, bool isSame) {
            QTest::newRow(title) << name << other << isSame;
        };
        row("case", u"Mina"_s, u"mINA"_s, true);
        row("full width", u"Mina"_s, u"Ｍｉｎａ"_s, true);
        row("composed and decomposed", u"미나"_s, u"미나"_s.normalized(QString::NormalizationForm_D), true);
        row("joiner", u"Mina"_s, u"Mi\u200Dna"_s, true);
        row("variation selector", u"Mina"_s, u"Mina\uFE0F"_s, true);
        row("more white space", u"Mi na"_s, u"Mi \u00A0\u3000na"_s, true);
        row("a blank cell", u"Mina"_s, u"Mina\u2800"_s, true);
        row("another name", u"Mina"_s, u"Minna"_s, false);
        row("white space", u"Mina"_s, u"Mi na"_s, false);
        row("letters that look alike", u"Mina"_s, u"Minа"_s, false);
    }

    void comparesAsItLooks()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, other);
        QFETCH(const bool, isSame);
        QCOMPARE(comparableName(name) == comparableName(other), isSame);
    }
};

QTEST_GUILESS_MAIN(TestMemberName)
#include "tst_membername.moc"
