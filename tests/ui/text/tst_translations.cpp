#include "server/roomnames.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace {

/// One message of a .ts file.
struct Entry
{
    QString context;
    QString source;
    QString comment;
    QString type;             ///< of the translation: empty if it is finished
    QStringList translations; ///< one, or the plural forms
    bool numerus = false;

    QString id() const
    {
        return u"%1 | %2 | %3 | %4"_s.arg(context, source, comment, numerus ? u"plural"_s : QString());
    }
};

Entry readEntry(QXmlStreamReader &xml, const QString &context)
{
    Entry entry;
    entry.context = context;
    entry.numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            entry.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            entry.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            entry.type = xml.attributes().value("type"_L1).toString();
            if (!entry.numerus) {
                entry.translations.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                entry.translations.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

QList<Entry> entriesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            entries.append(readEntry(xml, context));
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

QString pathOf(const QString &language)
{
    return u"" CONFAB_SOURCE_DIR "/translations/confab_%1.ts"_s.arg(language);
}

std::set<QString> idsOf(const QList<Entry> &entries)
{
    std::set<QString> ids;
    for (const Entry &entry : entries)
        ids.insert(entry.id());
    return ids;
}

/// %1, %2 … and %n of a text, each once.
std::set<QString> placesOf(const QString &text)
{
    static const QRegularExpression place(u"%L?(\\d|n)"_s);
    std::set<QString> places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.insert(match.next().captured(1));
    return places;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isComplete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("pluralForms");
        QTest::newRow("English") << u"en"_s << 2;
        QTest::newRow("Korean") << u"ko"_s << 1;
    }

    void isComplete()
    {
        QFETCH(const QString, language);
        QFETCH(const int, pluralForms);
        const QList<Entry> entries = entriesOf(pathOf(language));
        QVERIFY(!entries.isEmpty());
        for (const Entry &entry : entries) {
            QVERIFY2(entry.type.isEmpty(), qPrintable(entry.type + u": "_s + entry.id()));
            QVERIFY2(entry.translations.size() == (entry.numerus ? pluralForms : 1), qPrintable(entry.id()));
            for (const QString &translation : entry.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(entry.id()));
                QVERIFY2(placesOf(translation) == placesOf(entry.source), qPrintable(entry.id()));
            }
        }
    }

    /// A member that bore it would pass for the host in that language.
    void nobodyIsGivenTheHostsName_data() { isComplete_data(); }

    void nobodyIsGivenTheHostsName()
    {
        QFETCH(const QString, language);
        const QList<Entry> entries = entriesOf(pathOf(language));
        const auto entry = std::find_if(entries.begin(), entries.end(), [](const Entry &candidate) {
            return candidate.context == "confab::ConversationView"_L1 && candidate.source == "Host"_L1;
        });
        // English has plural forms alone; all else is what stands in the code.
        const QString name = entry == entries.end() ? u"Host"_s : entry->translations.constFirst();
        QVERIFY(language == "en"_L1 || entry != entries.end());
        confab::RoomNames names;
        QCOMPARE(names.take(name, 1), name + u" 2"_s);
    }

    /// Words that were changed in the code and not taken over; words that the tools cannot find.
    void hasTheWordsOfTheCode_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("English") << u"en"_s << QStringList{u"-pluralonly"_s};
        QTest::newRow("Korean") << u"ko"_s << QStringList{};
    }

    void hasTheWordsOfTheCode()
    {
        QFETCH(const QString, language);
        QFETCH(const QStringList, options);
        const QTemporaryDir folder;
        const QString updated = folder.filePath(u"updated.ts"_s);
        QProcess lupdate;
        lupdate.setWorkingDirectory(u"" CONFAB_SOURCE_DIR ""_s);
        lupdate.start(u"" CONFAB_LUPDATE ""_s,
                      QStringList{u"ui"_s, u"app"_s, u"-I"_s, u"."_s, u"-locations"_s, u"none"_s} + options +
                          QStringList{u"-target-language"_s, language, u"-ts"_s, updated});
        QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        const QByteArray complaints = lupdate.readAllStandardError().trimmed();
        QVERIFY2(complaints.isEmpty(), complaints);

        const std::set<QString> there = idsOf(entriesOf(pathOf(language)));
        const std::set<QString> wanted = idsOf(entriesOf(updated));
        for (const QString &id : wanted)
            QVERIFY2(there.contains(id),
                     qPrintable(u"not in the translation, build update_translations: "_s + id));
        for (const QString &id : there)
            QVERIFY2(wanted.contains(id),
                     qPrintable(u"no longer in the code, build update_translations: "_s + id));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
