#include "app/terminaltext.h"

#include "app/translator.h"

#include <QCoreApplication>
#include <QTest>

#include <set>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTerminalText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationVersion(u"1.2.3"_s); }

    void everyErrorHasWordsOfItsOwn_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }

    void everyErrorHasWordsOfItsOwn()
    {
        QFETCH(QString, language);
        m_translator.setLanguage(language);
        std::set<QString> sentences;
        for (int kind = 0; kind < optionErrorCount; ++kind) {
            const QString sentence =
                terminaltext::optionError({OptionError::Kind(kind), u"--option"_s, u"value"_s});
            QVERIFY(!sentence.isEmpty());
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'\n'), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(int(sentences.size()), optionErrorCount);
    }

    void everyServerErrorSaysWhatToDo()
    {
        m_translator.setLanguage(u"en"_s);
        using Kind = ServerErrorKind;
        for (const Kind kind :
             {Kind::PortInUse, Kind::AddressNotAvailable, Kind::PermissionDenied, Kind::Other}) {
            const QString sentence = terminaltext::serverError({kind, u"192.0.2.1"_s, 3000, u"detail"_s, {}});
            QVERIFY2(sentence.contains("--port"_L1) || sentence.contains("--bind"_L1), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        }
        QVERIFY(terminaltext::serverError({Kind::PortInUse, {}, 3000, {}, {}}).contains("3000"_L1));
    }

    void everyErrorOfAHistoryHasWordsOfItsOwn()
    {
        using Kind = ServerErrorKind;
        for (const QString &language : {u"en"_s, u"ko"_s}) {
            m_translator.setLanguage(language);
            std::set<QString> sentences;
            for (const Kind kind : {Kind::HistoryUnusable, Kind::HistoryInUse, Kind::HistoryStalled,
                                    Kind::HistoryDamaged, Kind::HistoryForeign}) {
                const QString sentence =
                    terminaltext::serverError({kind, {}, 0, u"detail"_s, u"/a/room.sqlite"_s});
                QVERIFY2(sentence.contains("--history"_L1), qPrintable(sentence));
                QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
                QVERIFY(sentence.contains("/a/room.sqlite"_L1));
                QCOMPARE(sentence.contains("detail"_L1),
                         kind == Kind::HistoryUnusable || kind == Kind::HistoryDamaged);
                sentences.insert(sentence);
            }
            QCOMPARE(int(sentences.size()), 5);
        }
    }

    void tellsWhetherTheRoomGoesOn()
    {
        const ServerError error{ServerErrorKind::HistoryUnusable, {}, 0, u"detail"_s, u"/a/room.sqlite"_s};
        for (const QString &language : {u"en"_s, u"ko"_s}) {
            m_translator.setLanguage(language);
            const QString sentence = terminaltext::historyEnd(error);
            QVERIFY(sentence.contains(language == "ko"_L1 ? u"방은 계속"_s : u"The room goes on"_s));
            QVERIFY(sentence.endsWith(terminaltext::serverError(error)));
        }
    }

    void everyTlsErrorHasWordsOfItsOwn()
    {
        using Kind = ServerErrorKind;
        for (const QString &language : {u"en"_s, u"ko"_s}) {
            m_translator.setLanguage(language);
            std::set<QString> sentences;
            for (const Kind kind : {Kind::TlsUnavailable, Kind::CertificateUnreadable,
                                    Kind::CertificateInvalid, Kind::KeyUnreadable, Kind::KeyInvalid,
                                    Kind::KeyMismatch, Kind::CertificateRefused, Kind::IdentityNotStored}) {
                const QString sentence =
                    terminaltext::serverError({kind, {}, 0, u"detail"_s, u"/a/file.pem"_s});
                QVERIFY2(sentence.contains("--tls"_L1), qPrintable(sentence));
                QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
                QCOMPARE(sentence.contains("/a/file.pem"_L1), kind != Kind::TlsUnavailable);
                sentences.insert(sentence);
            }
            QCOMPARE(int(sentences.size()), 8);
        }
    }

    void koreanIsKorean()
    {
        m_translator.setLanguage(u"ko"_s);
        const auto isKorean = [](const QString &text) {
            return std::any_of(text.begin(), text.end(),
                               [](QChar character) { return character.script() == QChar::Script_Hangul; });
        };
        MemberInfo member;
        member.name = u"Mina"_s;
        Refusal origin;
        origin.reason = RefusalReason::OriginForbidden;
        Refusal unencrypted;
        unencrypted.reason = RefusalReason::TlsFailed;
        for (const QString &text :
             {terminaltext::help(u"confabd"_s, true), terminaltext::listening({u"http://localhost:3000/"_s}),
              terminaltext::joined(member, 1), terminaltext::named(member, u"Guest 7"_s),
              terminaltext::left(member, 2), terminaltext::refused({}), terminaltext::refused(origin),
              terminaltext::refused(unencrypted), terminaltext::stopping(), terminaltext::noDisplay(),
              terminaltext::linesLeftOut(3)})
            QVERIFY2(isKorean(text), qPrintable(text));
        const auto descriptions = optionDescriptions(true);
        for (const OptionDescription &description : descriptions)
            QVERIFY2(isKorean(description.text), qPrintable(description.text));
    }

    void counts()
    {
        m_translator.setLanguage(u"en"_s);
        MemberInfo member;
        member.name = u"Mina"_s;
        member.address = u"192.0.2.7"_s;
        QCOMPARE(terminaltext::joined(member, 1), u"Mina (192.0.2.7) joined; now 1 connection"_s);
        QCOMPARE(terminaltext::joined(member, 2), u"Mina (192.0.2.7) joined; now 2 connections"_s);
        QCOMPARE(terminaltext::named(member, u"Guest 7"_s), u"Guest 7 (192.0.2.7) is now Mina"_s);
        QCOMPARE(terminaltext::left(member, 1), u"Mina (192.0.2.7) left with 1005; now 1 connection"_s);
        member.exceeded = Bound::MessageRate;
        QCOMPARE(terminaltext::left(member, 1),
                 u"Mina (192.0.2.7) left with 1005; now 1 connection. "
                 "It sent more messages, pings or pongs per second than allowed here."_s);
    }

    /// Whoever connects chooses the Origin; a terminal obeys control characters.
    void aStrangersOriginIsOneLineOfBoundedLength()
    {
        m_translator.setLanguage(u"en"_s);
        Refusal refusal;
        refusal.reason = RefusalReason::OriginForbidden;
        refusal.status = 403;
        refusal.address = u"192.0.2.7:1234"_s;
        refusal.origin = u"https://evil.example"_s;
        QCOMPARE(
            terminaltext::refused(refusal),
            u"Refused 192.0.2.7:1234 (403): a page of https://evil.example wanted to join. To let it in, "
            "start again with --origin https://evil.example."_s);
        for (const QString &origin :
             {u"http://x\u009b31m\u009b2J"_s, u"http://x\t\u0085y"_s, QString(5000, u'\u009b'),
              "http://"_L1 + QString(5000, u'x'), u"http://x; rm -rf ~"_s, u""_s}) {
            refusal.origin = origin;
            const QString text = terminaltext::refused(refusal);
            QVERIFY2(
                std::none_of(text.begin(), text.end(),
                             [](QChar character) { return character.category() == QChar::Other_Control; }),
                qPrintable(text));
            QVERIFY2(text.size() < 500, qPrintable(text));
            QVERIFY2(!text.contains("--origin"_L1), qPrintable(text));
        }
    }

    void listeningNamesTheLinks()
    {
        m_translator.setLanguage(u"en"_s);
        const QString text =
            terminaltext::listening({u"http://192.0.2.7:3000/"_s, u"http://localhost:3000/"_s});
        QVERIFY(text.contains("http://192.0.2.7:3000/"_L1));
        QVERIFY(text.contains("http://localhost:3000/"_L1));
        QVERIFY(text.contains("ws://192.0.2.7:3000/"_L1));
    }

    void listeningShowsTheQrCodeBelowTheLinks()
    {
        m_translator.setLanguage(u"en"_s);
        const QStringList links{u"http://192.0.2.7:3000/"_s, u"http://localhost:3000/"_s};
        const QString text = terminaltext::listening(links, {}, u"[code]"_s);
        QVERIFY(text.indexOf("http://localhost:3000/"_L1) < text.indexOf("\n[code]\n"_L1));
        QVERIFY(text.indexOf("\n[code]\n"_L1) < text.indexOf("ws://"_L1));
        QVERIFY(text.contains("camera"_L1));
        QVERIFY(!terminaltext::listening(links).contains("camera"_L1));
    }

    void listeningSaysThatAHistoryIsKept()
    {
        for (const QString &language : {u"en"_s, u"ko"_s}) {
            m_translator.setLanguage(language);
            const QStringList links{u"http://localhost:3000/"_s};
            const QString text = terminaltext::listening(links, {}, {}, u"/a/room.sqlite"_s);
            QVERIFY(text.contains("/a/room.sqlite"_L1));
            QVERIFY(!text.contains(u'%'));
            QCOMPARE(text.count(u'\n'), terminaltext::listening(links).count(u'\n') + 1);
        }
    }

    void listeningNamesThePin()
    {
        for (const QString &language : {u"en"_s, u"ko"_s}) {
            m_translator.setLanguage(language);
            const QStringList links{u"http://192.0.2.7:3000/#pin=0815"_s};
            const QString text = terminaltext::listening(links, {}, {}, {}, "0815");
            QVERIFY(text.contains("PIN 0815"_L1) || text.contains(u"PIN(0815)"_s));
            QVERIFY(text.contains("ws://192.0.2.7:3000/?pin=0815"_L1));
            QCOMPARE(text.count(u'\n'), terminaltext::listening(links).count(u'\n') + 1);
        }
    }

    void listeningInTlsNamesTheFingerprint()
    {
        m_translator.setLanguage(u"en"_s);
        const QString text = terminaltext::listening({u"https://localhost:3000/"_s}, "AB:CD"_ba);
        QVERIFY(text.contains("wss://localhost:3000/"_L1));
        QVERIFY(text.contains("AB:CD"_L1));
        QVERIFY(!terminaltext::listening({u"http://localhost:3000/"_s}).contains("SHA-256"_L1));
    }

    void helpNamesEveryOption()
    {
        const QString text = terminaltext::help(u"confabd"_s, true);
        const auto descriptions = optionDescriptions(true);
        for (const OptionDescription &description : descriptions)
            QVERIFY(text.contains(description.option));
        QVERIFY(!text.contains("in the window before"_L1));
        QVERIFY(terminaltext::help(u"confab"_s, false).contains("in the window before"_L1));
        QCOMPARE(terminaltext::version(u"confabd"_s), u"confabd 1.2.3"_s);
    }

private:
    Translator m_translator;
};

QTEST_GUILESS_MAIN(TestTerminalText)
#include "tst_terminaltext.moc"
