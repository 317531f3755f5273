#include "ui/views/wrappedlabel.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// Whatever is done to it, it is as high as a label that remembers nothing.
class TestWrappedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsHighAsAPlainLabel()
    {
        Pair pair;
        for (int round = 0; round < 2; ++round) {
            for (int width = 20; width < 400; width += 7)
                QCOMPARE(pair.label.heightForWidth(width), pair.plain.heightForWidth(width));
        }
        QVERIFY(pair.label.heightForWidth(60) > pair.label.heightForWidth(300));
    }

    void anotherTextIsMeasuredAnew()
    {
        Pair pair;
        const int before = pair.label.heightForWidth(100);
        pair.change([](QLabel &label) { label.setText(u"short"_s); });
        QVERIFY(pair.label.heightForWidth(100) < before);
        QCOMPARE(pair.label.heightForWidth(100), pair.plain.heightForWidth(100));
    }

    void anotherFontIsMeasuredAnew()
    {
        Pair pair;
        const int before = pair.label.heightForWidth(100);
        pair.change([](QLabel &label) {
            QFont font = label.font();
            font.setPointSizeF(font.pointSizeF() * 2);
            label.setFont(font);
        });
        QVERIFY(pair.label.heightForWidth(100) > before);
        QCOMPARE(pair.label.heightForWidth(100), pair.plain.heightForWidth(100));
    }

    void theFontOfTheParentIsMeasuredToo()
    {
        QWidget parent;
        auto *label = new WrappedLabel(&parent);
        label->setText(words());
        const int before = label->heightForWidth(100);
        QFont font = parent.font();
        font.setPointSizeF(font.pointSizeF() * 2);
        parent.setFont(font);
        QVERIFY(label->heightForWidth(100) > before);
    }

    void otherMarginsAreMeasuredAnew()
    {
        Pair pair;
        const int before = pair.label.heightForWidth(100);
        pair.change([](QLabel &label) { label.setContentsMargins(10, 20, 10, 20); });
        QVERIFY(pair.label.heightForWidth(100) > before);
        QCOMPARE(pair.label.heightForWidth(100), pair.plain.heightForWidth(100));
    }

private:
    static QString words() { return u"Each message, ping and close of this connection will appear here."_s; }

    struct Pair
    {
        Pair()
        {
            plain.setWordWrap(true);
            change([](QLabel &it) { it.setText(words()); });
        }
        template <typename Change>
        void change(Change act)
        {
            act(label);
            act(plain);
        }

        WrappedLabel label;
        QLabel plain;
    };
};

QTEST_MAIN(TestWrappedLabel)
#include "tst_wrappedlabel.moc"
