// Runs the cases of a conformance suite for clients: `conformance-echo-client URL AGENT`. Reads the number of
// cases from URL/getCaseCount, echoes what URL/runCase?case=N&agent=AGENT sends until it closes, for each N,
// and ends with URL/updateReports?agent=AGENT.
#include "client/clientconnector.h"
#include "core/link/link.h"
#include "core/link/linkloop.h"
#include "core/link/sockettransport.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTcpSocket>
#include <QTextStream>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// One conversation with the suite's server, on a link, which takes the octets of a text as they are.
class Conversation final : private LinkListener
{
public:
    Conversation(const QString &url, bool echoes)
        : m_echoes(echoes)
        , m_connector(profileOf(url))
    {}

    /// Connects, echoes every message with its type or only listens, and waits for the end. @return the last
    /// message; nothing if it did not become OPEN.
    std::optional<QByteArray> converse()
    {
        QObject::connect(&m_connector, &ClientConnector::failed, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_connector, &ClientConnector::accepted, &m_loop, [this] { open(); });
        m_connector.start();
        m_loop.exec();
        return m_last;
    }

private:
    static ClientProfile profileOf(const QString &url)
    {
        ClientProfile profile;
        profile.url = QUrl(url);
        return profile;
    }
    void open()
    {
        m_last.emplace();
        m_link =
            std::make_unique<Link>(std::make_unique<SocketTransport>(m_connector.takeSocket()), Role::Client,
                                   LinkPolicy(), m_links, static_cast<LinkListener &>(*this));
        m_link->open(m_connector.handshake().rest(), m_connector.handshake().deflate());
    }

    void linkReceivedMessage(const MessageView &message) override
    {
        m_last = message.payload.toByteArray();
        if (!m_echoes)
            return;
        if (message.type == Opcode::Text)
            m_link->sendText(message.payload);
        else
            m_link->sendBinary(message.payload);
    }
    void linkReceivedPing(const QByteArray &, QByteArrayView) override {}
    void linkSentControl(Opcode, const QByteArray &) override {}
    void linkReceivedPong(const QByteArray &, QByteArrayView) override {}
    void linkReceivedClose(const CloseStatus &, QByteArrayView) override {}
    void linkSentClose(const CloseStatus &) override {}
    void linkFailed(WireError, const QByteArray &) override {}
    void linkOverflowed(qsizetype) override {}
    void linkStateChanged(ReadyState) override {}
    void linkClosed(const CloseOutcome &) override { m_loop.quit(); }

    bool m_echoes;
    QEventLoop m_loop;
    LinkLoop m_links;
    ClientConnector m_connector;
    std::unique_ptr<Link> m_link;
    std::optional<QByteArray> m_last;
};

int runSuite(const QString &base, const QString &agent)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    const std::optional<QByteArray> answer = Conversation(base + u"/getCaseCount"_s, false).converse();
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
        const QString url = u"%1/runCase?case=%2&agent=%3"_s.arg(base).arg(number).arg(encodedAgent);
        if (!Conversation(url, true).converse()) {
            err << "case " << number << " did not open" << Qt::endl;
            ++notOpened;
        }
    }
    const bool reported =
        Conversation(base + u"/updateReports?agent="_s + encodedAgent, false).converse().has_value();
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
