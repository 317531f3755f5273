#include "ui/views/wireexport.h"

#include "ui/views/exportstrip.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

/// A device that takes next to nothing until it is read from, like a disk that does not come to it.
class SlowDevice
{
public:
    SlowDevice()
        : m_reader(::posix_openpt(O_RDWR | O_NOCTTY))
        , m_notifier(m_reader, QSocketNotifier::Read)
    {
        if (m_reader < 0 || ::grantpt(m_reader) != 0 || ::unlockpt(m_reader) != 0)
            qFatal("There is no pseudo terminal");
        m_path = QString::fromLocal8Bit(::ptsname(m_reader));
        m_open = ::open(qPrintable(m_path), O_RDWR | O_NOCTTY); // so that it stays one, whoever closes it
        m_notifier.setEnabled(false);
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] {
            char octets[65536];
            if (::read(m_reader, octets, sizeof octets) <= 0)
                m_notifier.setEnabled(false);
        });
    }
    ~SlowDevice()
    {
        m_notifier.setEnabled(false);
        ::close(m_open);
        ::close(m_reader);
    }
    Q_DISABLE_COPY_MOVE(SlowDevice)

    const QString &path() const { return m_path; }
    void takeAll() { m_notifier.setEnabled(true); }

private:
    int m_reader;
    int m_open = -1;
    QSocketNotifier m_notifier;
    QString m_path;
};

TrafficRows rowsOf(int count, qsizetype size = 1)
{
    auto block = std::make_shared<TrafficBlock>();
    for (int i = 0; i < count; ++i)
        block->append({}, u"Mina"_s, {QByteArray(size, 'x')});
    TrafficRows rows;
    rows.append(block, {{0, quint32(count)}});
    return rows;
}

} // namespace

class TestWireExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init();
    void cleanup();
    void writesLines();
    void writesText();
    void remembersFolderAndFormat();
    void asksForNothingInVain();
    void nothingHappensIfNoFileIsChosen();
    void showsProgressAndCancels();
    void finishesWhatTakesLong();
    void failureOffersAnotherPlace();
    void whoCancelsTheQuestionHoldsNoRecords();
    void newQuestionTakesOldFailuresAway();
    void endsWithTheWindow();

private:
    ExportDialog *dialog() const { return m_window->findChild<ExportDialog *>(); }
    template <typename Widget = QPushButton>
    Widget *find(const QString &name) const
    {
        return m_strip->findChild<Widget *>(name);
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QList<QByteArray> linesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    }
    void choose(const QString &file) const
    {
        ExportDialog *asking = dialog();
        QVERIFY(asking && asking->isVisible());
        asking->selectFile(file);
        static_cast<QDialog *>(asking)->accept();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    ExportStrip *m_strip = nullptr; ///< of the window
    WireExport *m_export = nullptr; ///< of the window
};

void TestWireExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 300);
    m_strip = new ExportStrip(m_window.get());
    m_strip->resize(600, 200);
    m_export = new WireExport(*m_strip, m_window.get());
    m_export->setFolder(m_folder->path());
    m_window->show();
}

void TestWireExport::cleanup()
{
    m_window.reset();
}

void TestWireExport::writesLines()
{
    const QSignalSpy changed(m_export, &WireExport::runningChanged);
    m_export->ask(rowsOf(3));
    QVERIFY(!m_export->isRunning());
    choose(path(u"wire.jsonl"_s));
    QVERIFY(m_export->isRunning());
    QTRY_VERIFY(!m_export->isRunning());
    QCOMPARE(changed.size(), 2);
    const QList<QByteArray> lines = linesOf(u"wire.jsonl"_s);
    QCOMPARE(lines.size(), 3 + 1);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(QJsonDocument::fromJson(lines[i]).object().value("number"_L1).toInt(), i + 1);
    QVERIFY(lines.last().isEmpty());
    QVERIFY(find<QLabel>(u"exportText"_s)->isVisible());
    QVERIFY(find<QLabel>(u"exportText"_s)->text().startsWith("3 "_L1));
}

void TestWireExport::writesText()
{
    m_export->ask(rowsOf(2), u"Messages"_s);
    choose(path(u"wire.txt"_s));
    QTRY_VERIFY(!m_export->isRunning());
    const QList<QByteArray> lines = linesOf(u"wire.txt"_s);
    QVERIFY(lines[0].startsWith("Traffic log of Confab"));
    QCOMPARE(lines[2], "Shown: Messages");
    QVERIFY2(lines[lines.size() - 2].contains("Mina"), lines[lines.size() - 2].constData());
}

void TestWireExport::remembersFolderAndFormat()
{
    const QSignalSpy folders(m_export, &WireExport::folderChosen);
    QVERIFY(QDir(m_folder->path()).mkdir(u"lesson"_s));
    m_export->ask(rowsOf(1));
    choose(path(u"lesson/wire.txt"_s));
    QTRY_VERIFY(!m_export->isRunning());
    QCOMPARE(folders.size(), 1);
    QCOMPARE(folders[0][0].toString(), path(u"lesson"_s));
    QTRY_VERIFY(!dialog());
    m_export->ask(rowsOf(1));
    const QString proposed = dialog()->selectedFiles().value(0);
    QCOMPARE(QFileInfo(proposed).path(), path(u"lesson"_s));
    QVERIFY(proposed.endsWith(".txt"_L1));
}

void TestWireExport::asksForNothingInVain()
{
    m_export->ask(TrafficRows());
    QVERIFY(!dialog());
    m_export->ask(rowsOf(1));
    m_export->ask(rowsOf(2));
    QCOMPARE(m_window->findChildren<ExportDialog *>().size(), 1);
    choose(path(u"wire.jsonl"_s));
    QTRY_VERIFY(!m_export->isRunning());
    QCOMPARE(linesOf(u"wire.jsonl"_s).size(), 1 + 1);
}

void TestWireExport::nothingHappensIfNoFileIsChosen()
{
    m_export->ask(rowsOf(1));
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    QVERIFY(!m_export->isRunning());
    QVERIFY(!m_strip->isVisible());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestWireExport::showsProgressAndCancels()
{
    SlowDevice device;
    const QSignalSpy changed(m_export, &WireExport::runningChanged);
    m_export->ask(rowsOf(20, 64 * 1024));
    Q_EMIT dialog()->chosen(device.path(), ExportFormat::JsonLines);
    dialog()->reject();
    auto *cancel = find(u"exportCancel"_s);
    QTRY_VERIFY(cancel->isVisible());
    QVERIFY(m_export->isRunning());
    QVERIFY(find<QLabel>(u"exportText"_s)->text().startsWith("Exporting"_L1));
    m_export->ask(rowsOf(1));
    QTRY_VERIFY(!dialog()); // one at a time
    QTest::mouseClick(cancel, Qt::LeftButton);
    device.takeAll();
    QTRY_VERIFY(!m_export->isRunning());
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_strip->isVisible());
}

void TestWireExport::finishesWhatTakesLong()
{
    SlowDevice device;
    m_export->ask(rowsOf(20, 64 * 1024));
    Q_EMIT dialog()->chosen(device.path(), ExportFormat::JsonLines);
    dialog()->reject();
    QTRY_VERIFY(find(u"exportCancel"_s)->isVisible());
    device.takeAll();
    QTRY_VERIFY(!m_export->isRunning());
    QVERIFY(find(u"exportDismiss"_s)->isVisible());
    QVERIFY(find<QLabel>(u"exportText"_s)->text().startsWith("20 "_L1));
}

void TestWireExport::whoCancelsTheQuestionHoldsNoRecords()
{
    const auto block = std::make_shared<TrafficBlock>();
    block->append({}, {}, {"x"});
    {
        TrafficRows rows;
        rows.append(block, {{0, 1}});
        m_export->ask(rows);
    }
    QVERIFY(block.use_count() > 1);
    dialog()->reject();
    QCOMPARE(block.use_count(), 1);
}

void TestWireExport::failureOffersAnotherPlace()
{
    m_export->ask(rowsOf(3));
    Q_EMIT dialog()->chosen(u"/dev/full"_s, ExportFormat::JsonLines);
    dialog()->reject();
    QTRY_VERIFY(!m_export->isRunning());
    QTRY_VERIFY(!dialog());
    auto *another = find(u"failureAction"_s);
    QVERIFY(another && another->isVisible());
    QTest::mouseClick(another, Qt::LeftButton);
    choose(path(u"wire.jsonl"_s));
    QTRY_VERIFY(!m_export->isRunning());
    QCOMPARE(linesOf(u"wire.jsonl"_s).size(), 3 + 1);
    QVERIFY(!another->isVisible());
}

void TestWireExport::newQuestionTakesOldFailuresAway()
{
    m_export->ask(rowsOf(3));
    Q_EMIT dialog()->chosen(u"/nonexistent/folder/wire.jsonl"_s, ExportFormat::JsonLines);
    dialog()->reject();
    QTRY_VERIFY(!m_export->isRunning());
    QTRY_VERIFY(!dialog());
    QVERIFY(m_strip->isVisible());
    m_export->ask(rowsOf(1));
    QVERIFY(!m_strip->isVisible());
}

/// Whether it is done by then or not.
void TestWireExport::endsWithTheWindow()
{
    m_export->ask(rowsOf(200, 64 * 1024));
    choose(path(u"wire.jsonl"_s));
    QVERIFY(m_export->isRunning());
    m_window.reset();
    const QStringList left = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(left.isEmpty() || left == QStringList(u"wire.jsonl"_s));
    QVERIFY(left.isEmpty() || linesOf(u"wire.jsonl"_s).size() == 200 + 1);
}

QTEST_MAIN(TestWireExport)
#include "tst_wireexport.moc"
