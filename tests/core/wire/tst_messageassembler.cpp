#include "core/wire/deflateparameters.h"
#include "core/wire/deflater.h"
#include "core/wire/messageassembler.h"
#include "tests/core/wire/deflateexamples.h"
#include "tests/core/wire/splits.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

namespace {

struct DataFrame
{
    Opcode opcode = Opcode::Text;
    bool fin = true;
    QByteArray payload;
};

constexpr Opcode continuation = Opcode::Continuation;

FrameHeader dataHeader(Opcode opcode, bool fin, quint64 length)
{
    return {.fin = fin, .opcode = opcode, .maskingKey = {}, .payloadLength = length};
}

/// Adds a frame in the given pieces, as the decoder does: the header alone goes first if headerAlone.
WireError addFrame(MessageAssembler &assembler, const DataFrame &frame, const Pieces &pieces,
                   bool headerAlone)
{
    FramePart part;
    part.header = dataHeader(frame.opcode, frame.fin, quint64(frame.payload.size()));
    part.first = true;
    quint64 added = 0;
    if (headerAlone && !frame.payload.isEmpty()) {
        const WireError error = assembler.add(part);
        if (error != WireError::None)
            return error;
        part.first = false;
    }
    for (QByteArray piece : pieces) {
        part.payload = std::span(piece.data(), size_t(piece.size()));
        added += part.payload.size();
        part.last = added == part.header.payloadLength;
        const WireError error = assembler.add(part);
        if (error != WireError::None)
            return error;
        part.first = false;
    }
    return WireError::None;
}

WireError addAll(MessageAssembler &assembler, const QList<DataFrame> &frames, QList<Message> &messages)
{
    for (const DataFrame &frame : frames) {
        const WireError error = addFrame(assembler, frame, {frame.payload}, false);
        if (error != WireError::None)
            return error;
        if (assembler.isComplete())
            messages.append(assembler.takeMessage());
    }
    return WireError::None;
}

/// Compressed frames: the first one has RSV1 set (RFC 7692 §6.1).
WireError addCompressed(MessageAssembler &assembler, Opcode opcode, const Pieces &payloads)
{
    for (qsizetype i = 0; i < payloads.size(); ++i) {
        QByteArray payload = payloads[i];
        FramePart part;
        part.header =
            dataHeader(i == 0 ? opcode : continuation, i == payloads.size() - 1, quint64(payload.size()));
        part.header.rsv1 = i == 0;
        part.payload = std::span(payload.data(), size_t(payload.size()));
        part.first = true;
        part.last = true;
        const WireError error = assembler.add(part);
        if (error != WireError::None)
            return error;
    }
    return WireError::None;
}

/// What inflates to count times size octets of 'x'; each part refers to nothing before it.
QByteArray bomb(qsizetype size, int count)
{
    const QByteArray part = Deflater(maxWindowBits).compress(QByteArray(size, 'x'));
    return (part + Inflater::messageTail.toByteArray()).repeated(count - 1) + part;
}

struct ErrorRow
{
    const char *name;
    QList<DataFrame> frames; ///< the last one breaks the rule
    WireError error;
    MessageLimits limits;
};

QList<ErrorRow> errorTable()
{
    using enum WireError;
    const QByteArray half("\xEA\xB0");
    return {
        {"continuation first", {{continuation, true, "x"}}, UnexpectedContinuation, {}},
        {"unfinished continuation first", {{continuation, false, "x"}}, UnexpectedContinuation, {}},
        {"continuation after a message",
         {{Opcode::Text, true, "x"}, {continuation, true, "y"}},
         UnexpectedContinuation,
         {}},
        {"continuation after a fragmented message",
         {{Opcode::Text, false, "x"}, {continuation, true, "y"}, {continuation, true, "z"}},
         UnexpectedContinuation,
         {}},
        {"text within text", {{Opcode::Text, false, "x"}, {Opcode::Text, true, "y"}}, UnfinishedMessage, {}},
        {"binary within text",
         {{Opcode::Text, false, "x"}, {continuation, false, "x"}, {Opcode::Binary, true, "y"}},
         UnfinishedMessage,
         {}},
        {"text within binary",
         {{Opcode::Binary, false, ""}, {Opcode::Text, false, ""}},
         UnfinishedMessage,
         {}},
        {"bad text", {{Opcode::Text, true, "a\xFF"}}, TextNotUtf8, {}},
        {"text ends within a character", {{Opcode::Text, true, half}}, TextNotUtf8, {}},
        {"fragmented text ends within a character",
         {{Opcode::Text, false, half}, {continuation, true, ""}},
         TextNotUtf8,
         {}},
        {"bad before the message ends", {{Opcode::Text, false, "\xF4\x90"}}, TextNotUtf8, {}},
        {"bad across fragments",
         {{Opcode::Text, false, "\xED"}, {continuation, false, "\xA0"}},
         TextNotUtf8,
         {}},
        {"bad after good text",
         {{Opcode::Text, true, "good"}, {Opcode::Text, true, "\xC0"}},
         TextNotUtf8,
         {}},
        {"11 of 10", {{Opcode::Binary, true, "12345678901"}}, MessageTooBig, {.maxMessageSize = 10}},
        {"6 and 5 of 10",
         {{Opcode::Text, false, "123456"}, {continuation, true, "12345"}},
         MessageTooBig,
         {.maxMessageSize = 10}},
        {"1 of 0", {{Opcode::Text, true, "1"}}, MessageTooBig, {.maxMessageSize = 0}},
        {"3 fragments of 2",
         {{Opcode::Text, false, ""}, {continuation, false, ""}, {continuation, true, ""}},
         TooManyFragments,
         {.maxFragments = 2}},
    };
}

qint64 virtualMemoryPages()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').constFirst().toLongLong() : 0;
}

} // namespace

class TestMessageAssembler : public QObject
{
    Q_OBJECT

private slots:
    void admitsWholeMessagesBetweenOthers()
    {
        MessageAssembler assembler({.maxMessageSize = 10});
        QVERIFY(assembler.admitsWhole(10) && !assembler.admitsWhole(11));
        QVERIFY(addFrame(assembler, {Opcode::Text, false, "a"}, {"a"}, false) == WireError::None);
        QVERIFY(!assembler.admitsWhole(1));
        QVERIFY(addFrame(assembler, {continuation, true, "b"}, {"b"}, false) == WireError::None);
        assembler.takeMessage();
        QVERIFY(assembler.admitsWhole(1));
    }

    void aViewOfAMessageSharesItsPayload()
    {
        const Message message{Opcode::Binary, QByteArray(100, 'x'), 3, 7};
        const Message kept = MessageView::of(message).toMessage();
        QVERIFY(kept == message);
        QVERIFY(kept.payload.constData() == message.payload.constData());
        MessageView view = MessageView::of(message);
        view.shared = nullptr;
        QVERIFY(view.toMessage() == message);
        QVERIFY(view.toMessage().payload.constData() != message.payload.constData());
    }

    void orderOfOpcodes()
    {
        MessageAssembler assembler;
        QList<Message> messages;
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(assembler.checkOrder(Opcode::Text), WireError::None);
            QCOMPARE(assembler.checkOrder(Opcode::Continuation), WireError::UnexpectedContinuation);
            QCOMPARE(addAll(assembler, {{Opcode::Binary, false, "a"}}, messages), WireError::None);
            QCOMPARE(assembler.checkOrder(Opcode::Text), WireError::UnfinishedMessage);
            QCOMPARE(assembler.checkOrder(Opcode::Continuation), WireError::None);
            QCOMPARE(addAll(assembler, {{Opcode::Continuation, true, "b"}}, messages), WireError::None);
        }
    }

    void messages_data()
    {
        QTest::addColumn<QList<DataFrame>>("frames");
        QTest::addColumn<QList<Message>>("expected");
        using Frames = QList<DataFrame>;
        using Messages = QList<Message>;
        const auto text = Opcode::Text;
        const auto binary = Opcode::Binary;
        QTest::newRow("text") << Frames{{text, true, "안녕"}} << Messages{{text, "안녕", 1}};
        QTest::newRow("empty text") << Frames{{text, true, ""}} << Messages{{text, "", 1}};
        QTest::newRow("empty binary") << Frames{{binary, true, ""}} << Messages{{binary, "", 1}};
        QTest::newRow("binary that is not UTF-8")
            << Frames{{binary, true, "\xFF\xFE"}} << Messages{{binary, "\xFF\xFE", 1}};
        QTest::newRow("RFC: fragmented text")
            << Frames{{text, false, "Hel"}, {continuation, true, "lo"}} << Messages{{text, "Hello", 2}};
        QTest::newRow("fragments within a character")
            << Frames{{text, false, "\xF0\x9F"}, {continuation, false, ""}, {continuation, true, "\x9A\x80"}}
            << Messages{{text, "🚀", 3}};
        QTest::newRow("empty fragments")
            << Frames{{binary, false, ""}, {continuation, false, ""}, {continuation, true, ""}}
            << Messages{{binary, "", 3}};
        QTest::newRow("BOM and NUL") << Frames{{text, true, "\xEF\xBB\xBF\0x"_ba}}
                                     << Messages{{text, "\xEF\xBB\xBF\0x"_ba, 1}};
        QTest::newRow("one after another") << Frames{{text, false, "a"},
                                                     {continuation, true, "b"},
                                                     {binary, true, "\xC0"},
                                                     {text, true, "c"}}
                                           << Messages{{text, "ab", 2}, {binary, "\xC0", 1}, {text, "c", 1}};
    }

    void messages()
    {
        QFETCH(const QList<DataFrame>, frames);
        QFETCH(QList<Message>, expected);
        for (Message &message : expected)
            message.wireSize = quint64(message.payload.size());
        QList<Message> messages;
        MessageAssembler assembler;
        QCOMPARE(addAll(assembler, frames, messages), WireError::None);
        QVERIFY(messages == expected);

        for (const bool headerAlone : {false, true}) {
            for (qsizetype cut = 0; cut < 8; ++cut) {
                messages.clear();
                for (const DataFrame &frame : frames) {
                    const auto splits = splitsOf(frame.payload);
                    const Pieces pieces = splits[std::min(cut, splits.size() - 2)];
                    QCOMPARE(addFrame(assembler, frame, pieces, headerAlone), WireError::None);
                    if (assembler.isComplete())
                        messages.append(assembler.takeMessage());
                }
                QVERIFY(messages == expected);
            }
        }
    }

    void errors_data()
    {
        QTest::addColumn<qsizetype>("row");
        const auto rows = errorTable();
        for (qsizetype i = 0; i < rows.size(); ++i)
            QTest::newRow(rows[i].name) << i;
    }

    void errors()
    {
        QFETCH(const qsizetype, row);
        const ErrorRow expected = errorTable().at(row);
        const QList<DataFrame> before = expected.frames.first(expected.frames.size() - 1);
        const DataFrame last = expected.frames.constLast();
        const auto splits = splitsOf(last.payload);
        for (const Pieces &pieces : splits) {
            if (pieces.isEmpty())
                continue;
            for (const bool headerAlone : {false, true}) {
                QList<Message> messages;
                MessageAssembler assembler(expected.limits);
                QCOMPARE(addAll(assembler, before, messages), WireError::None);
                QCOMPARE(addFrame(assembler, last, pieces, headerAlone), expected.error);
                QVERIFY(!assembler.isComplete());
            }
        }
    }

    void everyErrorBetweenFramesHasARow()
    {
        QSet<int> visited;
        const auto rows = errorTable();
        for (const ErrorRow &row : rows)
            visited.insert(int(row.error));
        using enum WireError;
        for (const WireError error :
             {UnexpectedContinuation, UnfinishedMessage, TextNotUtf8, MessageTooBig, TooManyFragments})
            QVERIFY2(visited.contains(int(error)), wireErrorName(error).data());
    }

    void limitsThemselvesAreLegal()
    {
        QList<Message> messages;
        MessageAssembler assembler({.maxMessageSize = 10, .maxFragments = 2});
        QCOMPARE(addAll(assembler,
                        {{Opcode::Text, false, "12345"},
                         {continuation, true, "67890"},
                         {Opcode::Binary, true, "1234567890"}},
                        messages),
                 WireError::None);
        QCOMPARE(messages.size(), 2);
    }

    void aTooBigMessageFailsWithItsHeader()
    {
        MessageAssembler assembler({.maxMessageSize = 1000});
        FramePart part;
        part.header = dataHeader(Opcode::Binary, false, 999);
        part.first = true;
        QByteArray payload(999, 'x');
        part.payload = std::span(payload.data(), 999);
        part.last = true;
        QCOMPARE(assembler.add(part), WireError::None);
        part.header = dataHeader(continuation, false, ~quint64(0) >> 1);
        part.payload = {};
        part.last = false;
        QCOMPARE(assembler.add(part), WireError::MessageTooBig);
    }

    void badTextFailsWithinTheFrame()
    {
        MessageAssembler assembler;
        QByteArray payload("\xE0\x80");
        FramePart part;
        part.header = dataHeader(Opcode::Text, true, 1000);
        part.first = true;
        part.payload = std::span(payload.data(), 2);
        QCOMPARE(assembler.add(part), WireError::TextNotUtf8);
    }

    void anUnfragmentedMessageTakesItsSize()
    {
        for (const qsizetype size : {2, 100, 5'000, 65'536}) {
            const DataFrame frame{Opcode::Binary, true, QByteArray(size, 'x')};
            MessageAssembler assembler;
            QCOMPARE(addFrame(assembler, frame, {frame.payload.first(1), frame.payload.sliced(1)}, true),
                     WireError::None);
            const Message message = assembler.takeMessage();
            QCOMPARE(message.payload, frame.payload);
            QVERIFY(message.payload.capacity() <= size + 64);
        }
    }

    void compressedExamples_data()
    {
        QTest::addColumn<QList<QByteArray>>("compressed");
        QTest::addColumn<QList<QByteArray>>("messages");
        for (const DeflateExample &example : deflateExamples())
            QTest::newRow(example.name) << example.compressed << example.messages;
    }
    void compressedExamples()
    {
        QFETCH(const QList<QByteArray>, compressed);
        QFETCH(const QList<QByteArray>, messages);
        const auto splits = splitsOf(compressed.first());
        for (const Pieces &pieces : splits) {
            MessageAssembler assembler({}, true);
            for (qsizetype i = 0; i < compressed.size(); ++i) {
                const Pieces &now = i == 0 ? pieces : Pieces{compressed[i]};
                QCOMPARE(addCompressed(assembler, Opcode::Text, now), WireError::None);
                const Message expected{Opcode::Text, messages[i], quint32(now.size()),
                                       quint64(compressed[i].size())};
                QVERIFY(assembler.takeMessage() == expected);
            }
        }
    }

    void compressedAndNot()
    {
        // RFC 7692 §6.2: a message without RSV1 is as it is, and not in the window.
        MessageAssembler assembler({}, true);
        QCOMPARE(addCompressed(assembler, Opcode::Text, {hex("f2 48 cd c9 c9 07 00")}), WireError::None);
        QCOMPARE(assembler.takeMessage().payload, "Hello"_ba);
        QList<Message> plain;
        QCOMPARE(addAll(assembler, {{Opcode::Text, false, "plain"}, {continuation, true, ", in two"}}, plain),
                 WireError::None);
        QCOMPARE(plain.first().payload, "plain, in two"_ba);
        QCOMPARE(addCompressed(assembler, Opcode::Binary, {hex("f2 00"), "", hex("11 00 00")}),
                 WireError::None);
        QCOMPARE(assembler.takeMessage().payload, "Hello"_ba);
    }

    void noContextIsTakenOver()
    {
        MessageAssembler assembler;
        QCOMPARE(addCompressed(assembler, Opcode::Text, {hex("f2 48 cd c9 c9 07 00")}), WireError::None);
        QCOMPARE(assembler.takeMessage().payload, "Hello"_ba);
        QCOMPARE(addCompressed(assembler, Opcode::Text, {hex("f2 00 11 00 00")}),
                 WireError::DeflateDataInvalid);
    }

    void badCompressedData_data()
    {
        QTest::addColumn<QByteArray>("compressed");
        for (const BadDeflateData &bad : badDeflateData())
            QTest::newRow(bad.name) << bad.compressed;
    }
    void badCompressedData()
    {
        QFETCH(const QByteArray, compressed);
        const auto splits = splitsOf(compressed);
        for (const Pieces &pieces : splits) {
            MessageAssembler assembler;
            if (!pieces.isEmpty())
                QCOMPARE(addCompressed(assembler, Opcode::Binary, pieces), WireError::DeflateDataInvalid);
        }
    }

    void compressedTextIsCheckedAsItInflates()
    {
        // The verdict is on the first octet at fault, however the octets come.
        const auto stored = [](const QByteArray &octets) {
            return hex("00") + char(octets.size()) + '\0' + char(~octets.size()) + '\xFF' + octets;
        };
        const QByteArray reservedBlockType = hex("07");
        struct Row
        {
            const char *name;
            QByteArray compressed;
            WireError error;
        };
        const QList<Row> rows{
            {"surrogate", stored("a\xED\xA0\x80") + '\0', WireError::TextNotUtf8},
            {"ends within a character", stored("a\xEA\xB0") + '\0', WireError::TextNotUtf8},
            {"not UTF-8, then not DEFLATE", stored("a\xC0") + reservedBlockType, WireError::TextNotUtf8},
            {"not DEFLATE, then not UTF-8", stored("a") + reservedBlockType + stored("\xC0"),
             WireError::DeflateDataInvalid},
            {"not UTF-8, then too big", stored("1234567\xC0 and more") + '\0', WireError::TextNotUtf8},
            {"too big, then not UTF-8", stored("123456789\xC0") + '\0', WireError::MessageTooBig},
        };
        for (const Row &row : rows) {
            for (const Pieces &pieces : splitsOf(row.compressed)) {
                MessageAssembler assembler({.maxMessageSize = 8});
                const WireError error = addCompressed(assembler, Opcode::Text, pieces);
                QVERIFY2(error == row.error, row.name);
            }
        }
    }

    void badCompressedTextFailsWithinTheFrame()
    {
        MessageAssembler assembler;
        QByteArray payload = hex("00 02 00 fd ff 61 c0");
        FramePart part;
        part.header = dataHeader(Opcode::Text, true, 1000);
        part.header.rsv1 = true;
        part.first = true;
        part.payload = std::span(payload.data(), size_t(payload.size()));
        QCOMPARE(assembler.add(part), WireError::TextNotUtf8);
    }

    void theLimitOfACompressedMessage()
    {
        for (const qsizetype size : {0, 1, 999, 1000, 1001, 100'000}) {
            MessageAssembler assembler({.maxMessageSize = 1000});
            const WireError expected = size <= 1000 ? WireError::None : WireError::MessageTooBig;
            const QByteArray compressed = Deflater(maxWindowBits).compress(QByteArray(size, 'x'));
            QCOMPARE(addCompressed(assembler, Opcode::Text, {compressed}), expected);
        }
    }

    void aCompressedMessageMayBeLongerThanItsLimit()
    {
        // As long as what it inflates to is not: stored blocks take more than they hold.
        MessageAssembler assembler({.maxMessageSize = 5});
        QCOMPARE(addCompressed(assembler, Opcode::Text, {hex("00 05 00 fa ff 48 65 6c 6c 6f 00")}),
                 WireError::None);
        QCOMPARE(assembler.takeMessage().wireSize, 11u);
    }

    void aBombCostsNoMoreThanItsLimit()
    {
        const qint64 before = virtualMemoryPages();
        if (before == 0)
            QSKIP("this system does not tell how much memory a process has");
        constexpr quint64 limit = 1024 * 1024;
        const QByteArray octets = bomb(1024 * 1024, 512); // half a gibibyte in half a mebibyte
        MessageAssembler whole({.maxMessageSize = limit});
        QCOMPARE(addCompressed(whole, Opcode::Binary, {octets}), WireError::MessageTooBig);
        MessageAssembler fragmented({.maxMessageSize = limit});
        QCOMPARE(addCompressed(fragmented, Opcode::Binary, {octets.first(100), octets.sliced(100)}),
                 WireError::MessageTooBig);
        QVERIFY((virtualMemoryPages() - before) * 4096 < 64 * 1024 * 1024);
    }

    void aCompressedMessageTakesLittleMoreThanItsSize()
    {
        MessageAssembler assembler({.maxMessageSize = 100'000});
        QCOMPARE(addCompressed(assembler, Opcode::Binary,
                               {Deflater(maxWindowBits).compress(QByteArray(99'000, 'x'))}),
                 WireError::None);
        QVERIFY(assembler.takeMessage().payload.capacity() <= 100'000 + 64);
    }

    void aClaimCostsNothingUntilItIsSent()
    {
        const qint64 before = virtualMemoryPages();
        if (before == 0)
            QSKIP("this system does not tell how much memory a process has");
        constexpr qint64 claims = 256;
        std::vector<MessageAssembler> assemblers(claims);
        QByteArray payload("x");
        for (MessageAssembler &assembler : assemblers) {
            FramePart part;
            part.header = dataHeader(Opcode::Text, true, quint64(16) * 1024 * 1024);
            part.first = true;
            part.payload = std::span(payload.data(), 1);
            QCOMPARE(assembler.add(part), WireError::None);
        }
        // 256 times 16 MiB are a million pages of 4 KiB; 256 times 64 KiB are four thousand.
        QVERIFY(virtualMemoryPages() - before < 100'000);
    }
};

QTEST_APPLESS_MAIN(TestMessageAssembler)
#include "tst_messageassembler.moc"
