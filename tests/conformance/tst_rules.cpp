// Checks each row of the tables of rules, and with --markdown prints them.
#include "core/wire/closepayload.h"
#include "core/wire/deflatenegotiation.h"
#include "core/wire/handshake.h"
#include "tests/conformance/rules.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>

using namespace confab;
using namespace confab::test;

namespace {

constexpr MaskingKey zeroKey{};
const QByteArray extensionsField("Sec-WebSocket-Extensions");

HttpHeaders extensions(const QByteArray &value)
{
    HttpHeaders headers;
    if (!value.isEmpty())
        headers.append(extensionsField, value);
    return headers;
}

std::optional<DeflateParameters> parametersOf(const char *text)
{
    std::optional<DeflateParameters> parameters;
    if (text) {
        const QByteArray answer = QByteArray("permessage-deflate") + (*text == '\0' ? "" : "; ") + text;
        readDeflateAnswer(extensions(answer), extensions(deflateOffer()), parameters);
    }
    return parameters;
}

/// The code in the one Close frame that octets are; 0 if they are something else.
int closeCodeIn(QByteArray octets, Role reader)
{
    FrameDecoder decoder(reader, 1000);
    std::span<char> input(octets.data(), std::size_t(octets.size()));
    FramePart part;
    CloseStatus status;
    if (decoder.next(input, part) != FrameDecoder::Status::Part || !part.last || !input.empty() ||
        part.header.opcode != Opcode::Close ||
        parseClosePayload({part.payload.data(), qsizetype(part.payload.size())}, status) != WireError::None)
        return 0;
    return int(status.code);
}

QByteArray told(const std::optional<DeflateParameters> &parameters)
{
    if (!parameters)
        return "no extension";
    const auto side = [](const char *name, int bits, bool noTakeover) {
        return name + QByteArray::number(bits) + " bits" + (noTakeover ? " without takeover" : "");
    };
    return side("server ", parameters->serverMaxWindowBits, parameters->serverNoContextTakeover) + ", " +
           side("client ", parameters->clientMaxWindowBits, parameters->clientNoContextTakeover);
}

/// What a client that sent this offer reads in the answer; "" if it fails the connection.
QByteArray agreedOn(const OfferRule &rule)
{
    HandshakeOffer offer;
    offer.url = QUrl(QStringLiteral("ws://localhost/"));
    offer.key = makeKey();
    if (*rule.offer != '\0')
        offer.extraHeaders.append({extensionsField, rule.offer});
    ResponseHead response;
    response.status = 101;
    response.headers = extensions(rule.answer);
    response.headers.append("Upgrade", "websocket");
    response.headers.append("Connection", "Upgrade");
    response.headers.append("Sec-WebSocket-Accept", acceptForKey(offer.key));
    HandshakeAgreement agreement;
    return checkResponse(response, offer, agreement) == ResponseError::None ? told(agreement.deflate)
                                                                            : QByteArray();
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void frames_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("whole");
        for (int i = 0; i < m_rules.size(); ++i) {
            const FrameRule &rule = m_rules[i];
            for (const Role role : {Role::Server, Role::Client}) {
                const bool isServer = role == Role::Server;
                if (rule.roles == (isServer ? Roles::Client : Roles::Server))
                    continue;
                for (const bool whole : {true, false})
                    QTest::addRow("%s %s (%s%s)", rule.section, rule.rule, isServer ? "server" : "client",
                                  whole ? "" : ", octet by octet")
                        << i << role << whole;
            }
        }
    }

    void frames()
    {
        QFETCH(const int, number);
        QFETCH(const Role, role);
        QFETCH(const bool, whole);
        const FrameRule &rule = m_rules[number];
        const bool isClient = role == Role::Client;
        Endpoint endpoint(role, rule.limits, [] { return zeroKey; });
        endpoint.open(parametersOf(rule.deflate));

        QByteArray sent = rule.act ? rule.act(endpoint) : QByteArray();
        sent += endpoint.takeOutput();
        QByteArray in = test::octetsOf(rule.in, !isClient);
        std::vector<EndpointEvent> events;
        const qsizetype step = whole ? std::max(in.size(), qsizetype(1)) : 1;
        for (qsizetype begin = 0; begin < in.size(); begin += step)
            endpoint.receive({in.data() + begin, std::size_t(step)}, events);
        sent += endpoint.takeOutput();

        QCOMPARE(eventsOf(events), QByteArray(rule.events));
        const QByteArray expected = test::octetsOf(rule.out, isClient);
        if (rule.failure == 0) {
            QCOMPARE(sent.toHex(' '), expected.toHex(' '));
        } else {
            QVERIFY2(sent.startsWith(expected), sent.toHex(' ').constData());
            const Role peer = isClient ? Role::Server : Role::Client;
            QCOMPARE(closeCodeIn(sent.sliced(expected.size()), peer), rule.failure);
            QVERIFY(!events.empty() && events.back().kind == EndpointEvent::Kind::Failure);
        }
        if (rule.roles != Roles::Both || rule.failure != 0)
            QCOMPARE(endpoint.shouldEndTransport(), rule.ends);
        if (!endpoint.maySend())
            QVERIFY(endpoint.encode(Opcode::Text, "late").isEmpty() && endpoint.takeOutput().isEmpty());
        endpoint.transportEnded();
        if (*rule.outcome != '\0')
            QCOMPARE(outcomeOf(endpoint.outcome()), QByteArray(rule.outcome));
    }

    void offers_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < m_offers.size(); ++i)
            QTest::addRow("%s %s (%s)", m_offers[i].section, m_offers[i].rule, m_offers[i].offer) << i;
    }

    void offers()
    {
        QFETCH(const int, number);
        const OfferRule &rule = m_offers[number];
        if (rule.roles == Roles::Client) {
            QCOMPARE(agreedOn(rule), QByteArray(rule.agreed));
            return;
        }
        const std::optional<DeflateAgreement> agreement = acceptDeflate(extensions(rule.offer), {});
        QCOMPARE(agreement ? agreement->response : QByteArray(), QByteArray(rule.answer));
    }

    void eachRuleIsThereOnce()
    {
        QList<QByteArray> rules;
        const auto add = [&rules](const auto &rule, const char *roles) {
            rules.append(QByteArray(rule.section) + rule.rule + roles);
        };
        for (const FrameRule &rule : m_rules)
            add(rule, "");
        for (const OfferRule &rule : m_offers)
            add(rule, rule.roles == Roles::Server ? "server" : "client");
        std::sort(rules.begin(), rules.end());
        const auto twice = std::adjacent_find(rules.begin(), rules.end());
        QVERIFY2(twice == rules.end(), twice == rules.end() ? "" : twice->constData());
    }

private:
    const QList<FrameRule> m_rules = frameRules();
    const QList<OfferRule> m_offers = offerRules();
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("--markdown"))) {
        const QByteArray page = markdown();
        return std::fwrite(page.constData(), 1, std::size_t(page.size()), stdout) == std::size_t(page.size())
                   ? 0
                   : 1;
    }
    TestRules test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_rules.moc"
