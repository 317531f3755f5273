#include "app/terminalqrcode.h"

#include "ui/models/qrcode.h"

#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

const QString roomLink = u"http://192.168.0.7:3000/"_s;
constexpr int wide = 200;

/// A terminal of so many columns, as long as this lives.
class PseudoTerminal
{
public:
    explicit PseudoTerminal(unsigned short columns)
        : m_host(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        if (m_host < 0 || ::grantpt(m_host) != 0 || ::unlockpt(m_host) != 0)
            return;
        m_terminal = ::open(::ptsname(m_host), O_RDWR | O_NOCTTY);
        winsize size{};
        size.ws_col = columns;
        ::ioctl(m_terminal, TIOCSWINSZ, &size);
    }
    ~PseudoTerminal()
    {
        ::close(m_terminal);
        ::close(m_host);
    }
    Q_DISABLE_COPY_MOVE(PseudoTerminal)
    int descriptor() const { return m_terminal; }

private:
    int m_host;
    int m_terminal = -1;
};

struct Cell
{
    bool upperIsDark;
    bool lowerIsDark;
};

/// What a terminal makes of a line that begins and ends with its own colours; none if it has anything else in
/// it.
QList<Cell> cellsOf(const QString &line)
{
    static const QRegularExpression piece(u"\x1b\\[([0-9;]+)m|([ ▀▄])"_s);
    QList<Cell> cells;
    QString colours;
    bool isReversed = false;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : piece.globalMatch(line)) {
        if (match.capturedStart() != end)
            return {};
        end = match.capturedEnd();
        const QString sgr = match.captured(1);
        if (sgr == "7"_L1 || sgr == "27"_L1)
            isReversed = sgr == "7"_L1;
        else if (!sgr.isEmpty())
            colours = sgr;
        if (!sgr.isEmpty())
            continue;
        if (colours != "38;5;16;48;5;231"_L1)
            return {};
        const QString character = match.captured(2);
        cells.append({(character == u"▀"_s) != isReversed, (character == u"▄"_s) != isReversed});
    }
    return end == line.size() && colours == "0"_L1 ? cells : QList<Cell>();
}

} // namespace

class TestTerminalQrCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each character is two modules, one above the other, and the quiet zone is there on each side.
    void drawsEachModule()
    {
        const auto code = QrCode::of(roomLink);
        QVERIFY(code);
        const int side = code->size() + 2 * QrCode::quietZone;
        const QStringList lines = terminalQrCode(roomLink, wide).split(u'\n');
        QCOMPARE(lines.size(), (side + 1) / 2);
        for (int row = 0; row < lines.size(); ++row) {
            const QList<Cell> cells = cellsOf(lines.at(row));
            QCOMPARE(cells.size(), side);
            for (int column = 0; column < side; ++column) {
                const int x = column - QrCode::quietZone;
                const int y = 2 * row - QrCode::quietZone;
                QCOMPARE(cells.at(column).upperIsDark, code->isDark(x, y));
                QCOMPARE(cells.at(column).lowerIsDark, code->isDark(x, y + 1));
            }
        }
    }

    void isNotDrawnWhereItDoesNotFit()
    {
        const int side = QrCode::of(roomLink)->size() + 2 * QrCode::quietZone;
        QVERIFY(!terminalQrCode(roomLink, side).isEmpty());
        QVERIFY(terminalQrCode(roomLink, side - 1).isEmpty());
        QVERIFY(terminalQrCode(roomLink, 0).isEmpty()); // no terminal
        QVERIFY(terminalQrCode(QString(), wide).isEmpty());
        QVERIFY(terminalQrCode(QString(5000, u'a'), wide).isEmpty());
    }

    void knowsTheTerminal()
    {
        const PseudoTerminal terminal(132);
        QCOMPARE(terminalColumns(terminal.descriptor()), 132);
        const PseudoTerminal unknown(0);
        QCOMPARE(terminalColumns(unknown.descriptor()), 0);
        int pipe[2] = {-1, -1};
        QCOMPARE(::pipe(pipe), 0);
        QCOMPARE(terminalColumns(pipe[1]), 0);
        ::close(pipe[0]);
        ::close(pipe[1]);
        QCOMPARE(terminalColumns(-1), 0);
    }
};

QTEST_APPLESS_MAIN(TestTerminalQrCode)
#include "tst_terminalqrcode.moc"
