// Runs the cases of a conformance suite for clients: `conformance-echo-client URL AGENT`. Reads the number of
// cases from URL/getCaseCount, echoes what URL/runCase?case=N&agent=AGENT sends until it closes, for each N,
// and ends with URL/updateReports?agent=AGENT.
#include "client/clientconnector.h"
#include "core/link/flushscheduler.h"
#include "core/link/link.h"
#include "core/link/sockettransport.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTcpSocket>
#include <QTextStream>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// Connects, echoes every message with its type or only listens, and waits for the end. On links, which take
/// the octets of a text as they are. @return the last message; nothing if it did not become OPEN.
std::optional<QByteArray> converse(const QString &url, bool echoes)
{
    ClientProfile profile;
    profile.url = QUrl(url);
    FlushScheduler scheduler;
    ClientConnector connector(profile);
    std::unique_ptr<Link> link;
    std::optional<QByteArray> last;
    QEventLoop loop;
    QObject::connect(&connector, &ClientConnector::failed, &loop, &QEventLoop::quit);
    QObject::connect(&connector, &ClientConnector::accepted, &loop, [&] {
        last.emplace();
        link = std::make_unique<Link>(std::make_unique<SocketTransport>(connector.takeSocket()), Role::Client,
                                      profile.link, scheduler);
        QObject::connect(link.get(), &Link::messageReceived, &loop, [&](const Message &message) {
            last = message.payload;
            if (!echoes)
                return;
            if (message.type == Opcode::Text)
                link->sendText(message.payload);
            else
                link->sendBinary(message.payload);
        });
        QObject::connect(link.get(), &Link::closed, &loop, &QEventLoop::quit);
        link->open(connector.handshake().rest(), connector.handshake().deflate());
    });
    connector.start();
    loop.exec();
    return last;
}

int runSuite(const QString &base, const QString &agent)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    const std::optional<QByteArray> answer = converse(base + u"/getCaseCount"_s, false);
    bool isNumber = false;
    const int count = answer.value_or(QByteArray()).toInt(&isNumber);
    if (!isNumber) {
        err << "There is no number of cases at " << base << "/getCaseCount\n";
        return 1;
    }
    const QString encodedAgent = QString::fromLatin1(QUrl::toPercentEncoding(agent));
    int notOpened = 0;
    for (int number = 1; number <= count; ++number) {
        out << "case " << number << " of " << count << Qt::endl;
        if (!converse(u"%1/runCase?case=%2&agent=%3"_s.arg(base).arg(number).arg(encodedAgent), true)) {
            err << "case " << number << " did not open" << Qt::endl;
            ++notOpened;
        }
    }
    const bool reported = converse(base + u"/updateReports?agent="_s + encodedAgent, false).has_value();
    return notOpened == 0 && reported ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        QTextStream(stderr) << "Usage: conformance-echo-client URL AGENT\n";
        return 2;
    }
    QString base = arguments.at(1);
    while (base.endsWith(u'/'))
        base.chop(1);
    return runSuite(base, arguments.at(2));
}
