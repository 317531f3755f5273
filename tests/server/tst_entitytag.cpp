#include "server/entitytag.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView tag("\"ba7816bf\"");

} // namespace

class TestEntityTag : public QObject
{
    Q_OBJECT

private slots:
    void tellsContentsApart()
    {
        // The first half of the SHA-256 (FIPS 180-4) of nothing, and of abc.
        QCOMPARE(entityTagOf(""), "\"e3b0c44298fc1c149afbf4c8996fb924\""_ba);
        QCOMPARE(entityTagOf("abc"), "\"ba7816bf8f01cfea414140de5dae2223\""_ba);
    }

    void compares_data()
    {
        QTest::addColumn<QList<QByteArray>>("values");
        QTest::addColumn<bool>("names");
        const auto row = [](const char *name, const QList<QByteArray> &values, bool names) {
            QTest::newRow(name) << values << names;
        };
        row("no field", {}, false);
        row("the tag", {"\"ba7816bf\""}, true);
        row("another tag", {"\"ba7816be\""}, false);
        row("its beginning", {"\"ba78\""}, false);
        row("in upper case", {"\"BA7816BF\""}, false);
        row("weak", {"W/\"ba7816bf\""}, true);
        row("another, weak", {"W/\"ba7816be\""}, false);
        row("whatever there is", {"*"}, true);

        row("first of a list", {"\"ba7816bf\", \"x\""}, true);
        row("last of a list", {"\"x\",W/\"y\" ,\t\"ba7816bf\""}, true);
        row("not in a list", {"\"x\", W/\"y\""}, false);
        row("list with empty elements", {", ,\"x\",, \"ba7816bf\","}, true);
        row("list in two fields", {"\"x\"", "\"ba7816bf\""}, true);
        row("behind a comma in a tag", {"\"a,b\", \"ba7816bf\""}, true);
        row("behind a backslash, which escapes nothing", {"\"a\\\", \"ba7816bf\""}, true);
        row("behind Latin-1", {"\"\xE9\", \"ba7816bf\""}, true);
        row("within a tag", {"\",ba7816bf,\""}, false);
        row("a tag of nothing", {"\"\""}, false);

        row("empty", {""}, false);
        row("without quotes", {"ba7816bf"}, false);
        row("without the second quote", {"\"ba7816bf"}, false);
        row("a quote alone", {"\""}, false);
        row("weak in lower case", {"w/\"ba7816bf\""}, false);
        row("weak without a tag", {"W/"}, false);
        row("weak, with a blank", {"W/ \"ba7816bf\""}, false);
        row("in single quotes", {"'ba7816bf'"}, false);
        row("list without commas", {"\"ba7816bf\" \"x\""}, false);
        row("list that breaks off", {"\"ba7816bf\", \"x"}, false);
        row("list with a blank in a tag", {"\"ba7816bf\", \"x y\""}, false);
        row("list with an asterisk", {"*, \"ba7816bf\""}, false);
        row("asterisk in quotes", {"\"*\""}, false);
        row("two asterisks", {"**"}, false);
        row("asterisk in two fields", {"*", "*"}, false);
    }
    void compares()
    {
        QFETCH(const QList<QByteArray>, values);
        QFETCH(const bool, names);
        HttpHeaders headers;
        headers.append("If-Match", "*");
        for (const QByteArray &value : values)
            headers.append("if-none-match", value);
        QCOMPARE(ifNoneMatchNames(headers, tag), names);
    }
};

QTEST_GUILESS_MAIN(TestEntityTag)
#include "tst_entitytag.moc"
