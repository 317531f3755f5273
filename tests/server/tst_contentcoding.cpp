#include "server/contentcoding.h"

#include <QTest>

#include <zlib.h>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// What the gzip stream holds; null if it is none, or more comes behind it.
QByteArray gunzipped(const QByteArray &octets)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    QByteArray result(1 << 20, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef *>(octets.data());
    stream.avail_in = uInt(octets.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    result.truncate(qsizetype(stream.total_out));
    inflateEnd(&stream);
    return whole ? result : QByteArray();
}

} // namespace

class TestContentCoding : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsAccepted_data()
    {
        QTest::addColumn<QList<QByteArray>>("values");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *name, const QList<QByteArray> &values, bool accepted) {
            QTest::newRow(name) << values << accepted;
        };
        row("no field", {}, false);
        row("empty", {""}, false);
        row("as browsers have it", {"gzip, deflate"}, true);
        row("behind others", {"br, zstd , gzip"}, true);
        row("in a second field", {"br", "gzip"}, true);
        row("in upper case", {"GZIP"}, true);
        row("its older name", {"x-gzip"}, true);
        row("others", {"deflate, br"}, false);
        row("a longer name", {"gzip2"}, false);
        row("weighed", {"gzip;q=0.5"}, true);
        row("weighed with blanks", {"gzip ; q=0.001"}, true);
        row("not at all", {"gzip;q=0"}, false);
        row("not at all, three digits", {"gzip;Q=0.000"}, false);
        row("identity alone", {"identity"}, false);
        row("anything", {"*"}, true);
        row("nothing", {"*;q=0"}, false);
        row("anything else", {"gzip;q=0, *"}, false);
        row("nothing else", {"*;q=0, gzip"}, true);
        row("a weight that is none", {"gzip;q=x"}, false);
        row("a weight that is too large", {"gzip;q=2"}, false);
        row("another parameter", {"gzip;level=9"}, false);
    }
    void readsWhatIsAccepted()
    {
        QFETCH(const QList<QByteArray>, values);
        HttpHeaders headers;
        for (const QByteArray &value : values)
            headers.append("accept-encoding", value);
        QTEST(acceptsGzip(headers), "accepted");
    }

    void compresses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QByteArray noise(70'000, Qt::Uninitialized);
        quint32 state = 1;
        for (char &octet : noise) {
            state = state * 1664525 + 1013904223;
            octet = char(state >> 24);
        }
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("an octet") << QByteArray(1, '\0');
        QTest::newRow("what can be") << QByteArray(100'000, 'x');
        QTest::newRow("what cannot be") << noise;
    }
    void compresses()
    {
        QFETCH(const QByteArray, content);
        const QByteArray octets = gzipped(content);
        QVERIFY(octets.startsWith("\x1f\x8b\x08"));      // RFC 1952 §2.3
        QCOMPARE(octets.mid(4, 4), QByteArray(4, '\0')); // no time: the same content is the same octets
        QCOMPARE(gunzipped(octets), content);
        QVERIFY(octets.size() < content.size() + 100);
        if (QTest::currentDataTag() == "what can be"_ba)
            QVERIFY(octets.size() < 200);
    }
};

QTEST_APPLESS_MAIN(TestContentCoding)
#include "tst_contentcoding.moc"
