#include "core/link/fingerprint.h"
#include "server/certificatestore.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

const CertificateNames names{{u"localhost"_s, u"kitchen"_s},
                             {QHostAddress(u"192.168.0.5"_s), QHostAddress(u"::1"_s)}};
const QDateTime now(QDate(2030, 1, 2), QTime(3, 4, 5), Qt::UTC);

QByteArray fingerprintIn(const QString &folder, const CertificateNames &wanted = names,
                         const QDateTime &time = now)
{
    const auto kept = keptSelfSigned(folder, wanted, time);
    const auto *identity = std::get_if<TlsIdentity>(&kept);
    return identity ? sha256Fingerprint(identity->chain.constFirst()) : QByteArray();
}

constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

class TestCertificateStore : public QObject
{
    Q_OBJECT

private slots:
    void keepsIt()
    {
        const QTemporaryDir folder;
        const QString own = folder.filePath(u"data/tls"_s);
        const QByteArray first = fingerprintIn(own);
        QVERIFY(!first.isEmpty());
        QCOMPARE(fingerprintIn(own), first);
        const CertificateNames fewer{{u"KITCHEN"_s}, {}};
        QCOMPARE(fingerprintIn(own, fewer), first);
    }

    void isTheUsersAlone()
    {
        const QTemporaryDir folder;
        const QString own = folder.filePath(u"tls"_s);
        QVERIFY(!fingerprintIn(own).isEmpty());
        const QString file = QDir(own).filePath(selfSignedFileName());
        QCOMPARE(QFileInfo(own).permissions() & others, QFile::Permissions());
        QCOMPARE(QFileInfo(file).permissions() & (others | QFile::ExeOwner), QFile::Permissions());
        QCOMPARE(QDir(own).entryList(QDir::Files).size(), 1);

        // Someone was careless.
        QVERIFY(QFile::setPermissions(file, QFile::permissions(file) | QFile::ReadOther));
        QVERIFY(!fingerprintIn(own).isEmpty());
        QCOMPARE(QFileInfo(file).permissions() & others, QFile::Permissions());
    }

    void isMadeAnewFor_data()
    {
        QTest::addColumn<CertificateNames>("wanted");
        QTest::addColumn<QDateTime>("time");
        QTest::newRow("another host") << CertificateNames{{u"cellar"_s}, {}} << now;
        QTest::newRow("another address") << CertificateNames{{}, {QHostAddress(u"10.0.0.9"_s)}} << now;
        QTest::newRow("its end is near") << names << now.addDays(selfSignedValidity - 20);
        QTest::newRow("it has ended") << names << now.addDays(selfSignedValidity);
        QTest::newRow("it has not begun") << names << now.addDays(-2);
    }
    void isMadeAnewFor()
    {
        QFETCH(const CertificateNames, wanted);
        QFETCH(const QDateTime, time);
        const QTemporaryDir folder;
        const QByteArray first = fingerprintIn(folder.path());
        const QByteArray second = fingerprintIn(folder.path(), wanted, time);
        QVERIFY(!second.isEmpty());
        QVERIFY(second != first);
        QCOMPARE(fingerprintIn(folder.path(), wanted, time), second);
    }

    /// Networks give out another one every day.
    void isKeptForAnotherIPv6Address()
    {
        const QTemporaryDir folder;
        const QByteArray first = fingerprintIn(folder.path());
        CertificateNames tomorrow = names;
        tomorrow.addresses.append(QHostAddress(u"2001:db8::bbbb"_s));
        QCOMPARE(fingerprintIn(folder.path(), tomorrow), first);
    }

    void isMadeAnewForAFileOfNoUse()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(selfSignedFileName()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("garbage");
        file.close();
        QVERIFY(!fingerprintIn(folder.path()).isEmpty());
    }

    void saysIfItCannotBeStored()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto kept = keptSelfSigned(folder.filePath(u"file/tls"_s), names, now);
        const auto *error = std::get_if<ServerError>(&kept);
        QVERIFY(error);
        QCOMPARE(error->kind, ServerErrorKind::IdentityNotStored);
        QCOMPARE(error->file, folder.filePath(u"file/tls/self-signed.pem"_s));
        QVERIFY(!error->detail.isEmpty());

        QVERIFY(QDir(folder.path()).mkpath(u"taken/self-signed.pem"_s)); // a folder in the file's place
        const auto taken = keptSelfSigned(folder.filePath(u"taken"_s), names, now);
        QVERIFY(std::holds_alternative<ServerError>(taken));
        QVERIFY(!std::get<ServerError>(taken).detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCertificateStore)
#include "tst_certificatestore.moc"
