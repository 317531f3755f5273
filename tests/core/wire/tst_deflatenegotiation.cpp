#include "core/wire/deflatenegotiation.h"

#include <QTest>

using namespace confab;

namespace {

HttpHeaders extensions(const QList<QByteArray> &fields)
{
    HttpHeaders headers;
    for (const QByteArray &field : fields)
        headers.append("Sec-WebSocket-Extensions", field);
    return headers;
}

struct OfferRow
{
    const char *name;
    QList<QByteArray> request;
    QByteArray response; ///< empty: declined
    DeflateParameters parameters;
};

QList<OfferRow> offerTable()
{
    const QByteArray accepted = "permessage-deflate; server_no_context_takeover";
    const DeflateParameters plain{.serverNoContextTakeover = true};
    const auto declined = [](const char *name, const QByteArray &offer) {
        return OfferRow{name, {"permessage-deflate; " + offer}, {}, {}};
    };
    return {
        {"no field", {}, {}, {}},
        {"empty field", {""}, {}, {}},
        {"another extension", {"x-webkit-deflate-frame"}, {}, {}},
        {"a longer name", {"permessage-deflate2"}, {}, {}},
        {"bare", {"permessage-deflate"}, accepted, plain},
        {"Chromium, Firefox", {"permessage-deflate; client_max_window_bits"}, accepted, plain},
        {"server_no_context_takeover", {"permessage-deflate; server_no_context_takeover"}, accepted, plain},
        {"client_no_context_takeover",
         {"permessage-deflate; client_no_context_takeover"},
         accepted + "; client_no_context_takeover",
         {.serverNoContextTakeover = true, .clientNoContextTakeover = true}},
        {"server_max_window_bits=8",
         {"permessage-deflate; server_max_window_bits=8"},
         accepted + "; server_max_window_bits=8",
         {.serverNoContextTakeover = true, .serverMaxWindowBits = 8}},
        {"server_max_window_bits=15",
         {"permessage-deflate; server_max_window_bits=15"},
         accepted + "; server_max_window_bits=15",
         plain},
        {"client_max_window_bits=9",
         {"permessage-deflate; client_max_window_bits=9"},
         accepted + "; client_max_window_bits=9",
         {.serverNoContextTakeover = true, .clientMaxWindowBits = 9}},
        {"everything",
         {"permessage-deflate;client_max_window_bits=10;server_max_window_bits=\"12\" ; "
          "client_no_context_takeover;server_no_context_takeover"},
         accepted + "; client_no_context_takeover; server_max_window_bits=12; client_max_window_bits=10",
         {true, true, 12, 10}},
        {"quoted, with a backslash",
         {"permessage-deflate; server_max_window_bits=\"1\\1\""},
         accepted + "; server_max_window_bits=11",
         {.serverNoContextTakeover = true, .serverMaxWindowBits = 11}},
        {"behind another", {"foo; bar=\"a,b;c\", permessage-deflate"}, accepted, plain},
        {"in a field of its own", {"foo", "permessage-deflate"}, accepted, plain},
        {"the first of two",
         {"permessage-deflate; server_max_window_bits=10, permessage-deflate"},
         accepted + "; server_max_window_bits=10",
         {.serverNoContextTakeover = true, .serverMaxWindowBits = 10}},
        {"behind a bad one", {"permessage-deflate; foo, permessage-deflate"}, accepted, plain},
        declined("unknown parameter", "foo"),
        declined("unknown parameter with a value", "foo=1"),
        declined("empty parameter", ""),
        declined("twice without a value", "client_no_context_takeover; client_no_context_takeover"),
        declined("twice with a value", "server_max_window_bits=10; server_max_window_bits=10"),
        declined("a value too many, server", "server_no_context_takeover=1"),
        declined("a value too many, client", "client_no_context_takeover=true"),
        declined("server_max_window_bits without a value", "server_max_window_bits"),
        declined("server bits, empty", "server_max_window_bits="),
        declined("client bits, empty", "client_max_window_bits="),
        declined("server bits, empty string", "server_max_window_bits=\"\""),
        declined("server bits, 7", "server_max_window_bits=7"),
        declined("server bits, 16", "server_max_window_bits=16"),
        declined("server bits, leading zero", "server_max_window_bits=08"),
        declined("server bits, sign", "server_max_window_bits=+8"),
        declined("server bits, not a number", "server_max_window_bits=many"),
        declined("client bits, 7", "client_max_window_bits=7"),
        declined("client bits, 16", "client_max_window_bits=16"),
        declined("client bits, not closed", "client_max_window_bits=\"8"),
        declined("client bits, white space", "client_max_window_bits=\" 8\""),
        declined("another case", "Server_No_Context_Takeover"),
    };
}

struct AnswerRow
{
    const char *name;
    QList<QByteArray> offers;
    QList<QByteArray> answer;
    bool good;
    std::optional<DeflateParameters> agreed;
};

QList<AnswerRow> answerTable()
{
    const QList<QByteArray> ours{deflateOffer()};
    const auto good = [ours](const char *name, const QByteArray &answer, const DeflateParameters &agreed) {
        return AnswerRow{name, ours, {answer}, true, agreed};
    };
    const auto bad = [ours](const char *name, const QByteArray &answer) {
        return AnswerRow{name, ours, {answer}, false, {}};
    };
    return {
        {"declined", ours, {}, true, {}},
        {"empty field", ours, {""}, true, {}},
        good("bare", "permessage-deflate", {}),
        good("server_no_context_takeover", "permessage-deflate; server_no_context_takeover", {true}),
        good("client_no_context_takeover", "permessage-deflate; client_no_context_takeover", {false, true}),
        good("server_max_window_bits", "permessage-deflate; server_max_window_bits=10", {false, false, 10}),
        good("client_max_window_bits", "permessage-deflate;client_max_window_bits=\"8\"",
             {false, false, 15, 8}),
        bad("twice in one field", "permessage-deflate, permessage-deflate"),
        {"twice in two fields", ours, {"permessage-deflate", "permessage-deflate"}, false, {}},
        bad("unknown parameter", "permessage-deflate; foo"),
        bad("parameter twice", "permessage-deflate; server_no_context_takeover; server_no_context_takeover"),
        bad("client bits without a value", "permessage-deflate; client_max_window_bits"),
        bad("client bits, 7", "permessage-deflate; client_max_window_bits=7"),
        bad("client bits, 16", "permessage-deflate; client_max_window_bits=16"),
        bad("server bits without a value", "permessage-deflate; server_max_window_bits"),
        bad("server bits, 08", "permessage-deflate; server_max_window_bits=08"),
        bad("a value too many", "permessage-deflate; server_no_context_takeover=1"),
        {"not offered", {}, {"permessage-deflate"}, false, {}},
        {"client bits not offered",
         {"permessage-deflate"},
         {"permessage-deflate; client_max_window_bits=10"},
         false,
         {}},
        {"server bits not offered",
         {"permessage-deflate"},
         {"permessage-deflate; server_max_window_bits=10"},
         true,
         DeflateParameters{false, false, 10, 15}},
        {"fewer client bits than offered",
         {"permessage-deflate; client_max_window_bits=12"},
         {"permessage-deflate; client_max_window_bits=10"},
         true,
         DeflateParameters{false, false, 15, 10}},
        {"more client bits than offered",
         {"permessage-deflate; client_max_window_bits=10"},
         {"permessage-deflate; client_max_window_bits=12"},
         false,
         {}},
        {"nothing of the offered client bits",
         {"permessage-deflate; client_max_window_bits=10"},
         {"permessage-deflate"},
         true,
         DeflateParameters{false, false, 15, 10}},
        {"more server bits than offered",
         {"permessage-deflate; server_max_window_bits=10"},
         {"permessage-deflate; server_max_window_bits=11"},
         false,
         {}},
        {"nothing of the offered server bits",
         {"permessage-deflate; server_max_window_bits=15"},
         {"permessage-deflate"},
         false,
         {}},
        {"nothing of server_no_context_takeover",
         {"permessage-deflate; server_no_context_takeover"},
         {"permessage-deflate"},
         false,
         {}},
        {"the second offer",
         {"permessage-deflate; server_max_window_bits=10, permessage-deflate"},
         {"permessage-deflate"},
         true,
         DeflateParameters{}},
    };
}

} // namespace

class TestDeflateNegotiation : public QObject
{
    Q_OBJECT

private slots:
    void accepts()
    {
        for (const OfferRow &row : offerTable()) {
            const std::optional<DeflateAgreement> agreement = acceptDeflate(extensions(row.request), {});
            QVERIFY2(agreement.has_value() == !row.response.isEmpty(), row.name);
            if (!agreement)
                continue;
            QVERIFY2(agreement->response == row.response, agreement->response.constData());
            QVERIFY2(agreement->parameters == row.parameters, row.name);
        }
    }

    void obeysThePolicy()
    {
        const HttpHeaders offer = extensions({"permessage-deflate"});
        QVERIFY(!acceptDeflate(offer, {.enabled = false}));
        const std::optional<DeflateAgreement> agreement =
            acceptDeflate(offer, {.clientNoContextTakeover = true});
        QVERIFY(agreement.has_value());
        QCOMPARE(agreement->response,
                 "permessage-deflate; server_no_context_takeover; client_no_context_takeover");
        QVERIFY(agreement->parameters.clientNoContextTakeover);
    }

    void readsAnswers()
    {
        for (const AnswerRow &row : answerTable()) {
            std::optional<DeflateParameters> agreed{DeflateParameters{true, true, 8, 8}};
            const bool good = readDeflateAnswer(extensions(row.answer), extensions(row.offers), agreed);
            QVERIFY2(good == row.good, row.name);
            QVERIFY2(agreed == row.agreed, row.name);
        }
    }

    void understandsItsOwnAnswers()
    {
        for (const OfferRow &row : offerTable()) {
            const std::optional<DeflateAgreement> agreement = acceptDeflate(extensions(row.request), {});
            if (!agreement)
                continue;
            std::optional<DeflateParameters> agreed;
            QVERIFY2(readDeflateAnswer(extensions({agreement->response}), extensions(row.request), agreed),
                     row.name);
            QVERIFY2(agreed == agreement->parameters, row.name);
        }
    }

    void names()
    {
        QCOMPARE(extensionName("permessage-deflate ; a=1;b"), "permessage-deflate");
        QCOMPARE(extensionName("foo"), "foo");
        QCOMPARE(deflateOffer(), "permessage-deflate; client_max_window_bits");
    }
};

QTEST_APPLESS_MAIN(TestDeflateNegotiation)
#include "tst_deflatenegotiation.moc"
