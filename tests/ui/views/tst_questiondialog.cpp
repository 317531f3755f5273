#include "ui/views/questiondialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

class Question : public QuestionDialog
{
public:
    Question()
        : QuestionDialog(u"<b>What?</b>"_s, u"<i>Why.</i>"_s, u"Do"_s)
    {}
    using QuestionDialog::acceptButton;
    using QuestionDialog::setContent;
    using QuestionDialog::setExplanation;

    QStringList words() const
    {
        QStringList words;
        for (const QLabel *label : findChildren<QLabel *>()) {
            words.append(label->text());
            if (label->textFormat() != Qt::PlainText)
                words.append(u"not plain"_s);
        }
        return words;
    }
};

} // namespace

class TestQuestionDialog : public QObject
{
    Q_OBJECT

private slots:
    void asksInWordsAsTheyAre()
    {
        Question question;
        question.setAttribute(Qt::WA_DeleteOnClose, false);
        QStringList words = question.words();
        words.sort();
        QCOMPARE(words, (QStringList{u"<b>What?</b>"_s, u"<i>Why.</i>"_s}));
        question.setExplanation(u"Because."_s);
        QVERIFY(question.words().contains(u"Because."_s));
        QCOMPARE(question.acceptButton()->text(), u"Do"_s);
    }

    void theButtonAloneDoesNothing()
    {
        Question question;
        question.setAttribute(Qt::WA_DeleteOnClose, false);
        question.open();
        question.acceptButton()->click();
        QVERIFY(question.isVisible());
    }

    void cancelPutsItAway()
    {
        const QPointer<Question> question = new Question;
        question->open();
        QVERIFY(question->isModal());
        question->findChild<QPushButton *>(u"dialogCancel"_s)->click();
        QTRY_VERIFY(!question);
    }

    void focusIsOnWhatIsToBeFilledInOrElseOnCancel()
    {
        Question question;
        question.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(question.focusWidget()->objectName(), u"dialogCancel"_s);
        auto *field = new QLineEdit;
        question.setContent(field);
        QCOMPARE(question.focusWidget(), field);
    }
};

QTEST_MAIN(TestQuestionDialog)
#include "tst_questiondialog.moc"
