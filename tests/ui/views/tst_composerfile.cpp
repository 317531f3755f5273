#include "ui/views/composerfile.h"

#include "markingtranslator.h"
#include "tests/ui/views/tooltips.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestComposerFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void noneIsChosenAtFirst();
    void namesAndReadsTheFile();
    void emptyFileCanBeSent();
    void saysWhyNot_data();
    void saysWhyNot();
    void fileThatGrewIsNotRead();
    void fileThatVanishedIsNotRead();
    void followsTheLanguage();
    void nameIsShownAsText();

private:
    QString name() const { return m_file->findChild<QLabel *>(u"composerFileName"_s)->text(); }
    void write(const QByteArray &octets) const
    {
        m_onDisk->write(octets);
        m_onDisk->flush();
    }
    std::unique_ptr<QTemporaryFile> m_onDisk;
    std::unique_ptr<ComposerFile> m_file;
};

void TestComposerFile::init()
{
    m_onDisk = std::make_unique<QTemporaryFile>();
    QVERIFY(m_onDisk->open());
    m_file = std::make_unique<ComposerFile>();
}

void TestComposerFile::cleanup()
{
    m_file.reset();
    m_onDisk.reset();
}

void TestComposerFile::noneIsChosenAtFirst()
{
    QVERIFY(!m_file->isChosen());
    QCOMPARE(name(), u"No file chosen"_s);
}

void TestComposerFile::namesAndReadsTheFile()
{
    write("hello");
    const QSignalSpy changed(m_file.get(), &ComposerFile::changed);
    m_file->setPath(m_onDisk->fileName());
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_file->isChosen());
    QCOMPARE(name(), QFileInfo(m_onDisk->fileName()).fileName());
    QVERIFY(m_file->problem().isEmpty());
    QVERIFY2(m_file->note(false).contains("5 B"_L1), qPrintable(m_file->note(false)));
    QVERIFY2(m_file->note(true).contains("text"_L1), qPrintable(m_file->note(true)));
    QCOMPARE(m_file->read().value_or("nothing"_ba), "hello"_ba);
    m_file->setPath({});
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_file->isChosen());
    QCOMPARE(name(), u"No file chosen"_s);
}

void TestComposerFile::emptyFileCanBeSent()
{
    m_file->setPath(m_onDisk->fileName());
    QVERIFY(m_file->problem().isEmpty());
    QVERIFY(m_file->read());
    QVERIFY(m_file->read()->isEmpty());
}

void TestComposerFile::saysWhyNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << u"/nonexistent/file"_s << u"cannot be read"_s;
    QTest::newRow("directory") << QDir::tempPath() << u"cannot be read"_s;
    QTest::newRow("too big") << QString() << u"101 B"_s;
}

void TestComposerFile::saysWhyNot()
{
    QFETCH(const QString, path);
    QFETCH(const QString, words);
    write(QByteArray(101, 'x'));
    m_file->setMaxSize(100);
    m_file->setPath(path.isEmpty() ? m_onDisk->fileName() : path);
    QVERIFY2(m_file->problem().contains(words), qPrintable(m_file->problem()));
    QVERIFY(!m_file->read());
}

void TestComposerFile::fileThatGrewIsNotRead()
{
    write(QByteArray(100, 'x'));
    m_file->setMaxSize(100);
    m_file->setPath(m_onDisk->fileName());
    QCOMPARE(m_file->read().value_or(QByteArray()).size(), 100);
    write("y");
    QVERIFY(!m_file->read());
}

void TestComposerFile::fileThatVanishedIsNotRead()
{
    write("hello");
    m_file->setPath(m_onDisk->fileName());
    m_onDisk.reset();
    QVERIFY(!m_file->read());
    QCOMPARE(m_file->problem(), ComposerFile::unreadableText());
}

void TestComposerFile::followsTheLanguage()
{
    const MarkingTranslator translator;
    QTRY_COMPARE(name(), u"«No file chosen»"_s);
    QCOMPARE(m_file->findChild<QPushButton *>(u"composerChooseFile"_s)->text(), u"«Choose…»"_s);
}

void TestComposerFile::nameIsShownAsText()
{
    m_file->setPath(imageTag);
    QCOMPARE(readIn(m_file->findChild<QLabel *>(u"composerFileName"_s)->toolTip()), imageTag);
    m_file->setPath({});
    QVERIFY(m_file->findChild<QLabel *>(u"composerFileName"_s)->toolTip().isEmpty());
}

QTEST_MAIN(TestComposerFile)
#include "tst_composerfile.moc"
