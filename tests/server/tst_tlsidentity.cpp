#include "tlsfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

// RSA, made once by the openssl command, with its key behind a passphrase and not.
constexpr QByteArrayView rsaCertificate("-----BEGIN CERTIFICATE-----\n"
                                        "MIIC/TCCAeWgAwIBAgIUE8ldHNR/K2VsokN2S5h5JPSunWUwDQYJKoZIhvcNAQEL\n"
                                        "BQAwDjEMMAoGA1UEAwwDcnNhMB4XDTI2MTEyNTEzMjI1NloXDTM2MTEyMjEzMjI1\n"
                                        "NlowDjEMMAoGA1UEAwwDcnNhMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKC\n"
                                        "AQEAmj5YMEI+AecUEJZpfwh8x8zV1/dfYvT0p4QnRhKMRceA67wUCaLim2xPDJGi\n"
                                        "PgZ2kT0T7MUPPyjJBL2WcR8A/ZoOQKVzL/uerpy/y/JEx1i3dhm/D4PqrdlY0iYL\n"
                                        "7CrziKjg+4/VaBeMdEh3mWoGN8eoUz1ZNt7TPMLeVrPM6WTkS4hFJEzMNiINGkQ3\n"
                                        "Ty+yh5peSGNa6eEwRZvUEkBEDWjdnbEHvBa6PRlVzD5h1b47hOAZjUEXfOMgLIFm\n"
                                        "XjLdSme6BdFe0sWxWilYHUQkuCQVOwgDiBODEWxeaYhC8FQlFr/QmsEfMr/DSx1/\n"
                                        "+eZMASkESVoeeRv7F2aYERv1DwIDAQABo1MwUTAdBgNVHQ4EFgQU7CeMCUDlYKSr\n"
                                        "GUwGJjO3SjD0JlwwHwYDVR0jBBgwFoAU7CeMCUDlYKSrGUwGJjO3SjD0JlwwDwYD\n"
                                        "VR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEABDJqEb8diK0iA2r+HZyJ\n"
                                        "/7+NAoDkhC5s6YmXk8oZh0KDb9iWryp6DRpP65yxqYYgNvcAc8hdHz0f5WuYATvM\n"
                                        "X1hnlytlMtJvOifSxKs6rfQ49P527XlQFyfuxiwi0lH31WFxcDwfh2nnWAknpDxv\n"
                                        "hjC3Bs/V5bDhgEyYJyJAK4kX2XfaxGxBlxjRLp4VpdgTN5gQbra7lyOml8YwQiCI\n"
                                        "JnPXBsEbpmy0S++HCd+09PrcEVYFfKaeDi6gkFwtw1/5/BvFiJ5dMiaefFeU26qS\n"
                                        "3p2kTNzt89BvG2y+imksZFM/E9I+MHLL0AgHFhVkB+Ywf2AkDzrWPgSoibPeS2O1\n"
                                        "IQ==\n"
                                        "-----END CERTIFICATE-----\n");
constexpr QByteArrayView rsaKey("-----BEGIN PRIVATE KEY-----\n"
                                "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCaPlgwQj4B5xQQ\n"
                                "lml/CHzHzNXX919i9PSnhCdGEoxFx4DrvBQJouKbbE8MkaI+BnaRPRPsxQ8/KMkE\n"
                                "vZZxHwD9mg5ApXMv+56unL/L8kTHWLd2Gb8Pg+qt2VjSJgvsKvOIqOD7j9VoF4x0\n"
                                "SHeZagY3x6hTPVk23tM8wt5Ws8zpZORLiEUkTMw2Ig0aRDdPL7KHml5IY1rp4TBF\n"
                                "m9QSQEQNaN2dsQe8Fro9GVXMPmHVvjuE4BmNQRd84yAsgWZeMt1KZ7oF0V7SxbFa\n"
                                "KVgdRCS4JBU7CAOIE4MRbF5piELwVCUWv9CawR8yv8NLHX/55kwBKQRJWh55G/sX\n"
                                "ZpgRG/UPAgMBAAECggEAGleIZyGBBoEo55ZQiQ3xhYvhf4MzSqqr98n1jR2Q0D/8\n"
                                "sAXMZELpsYKDU5GxpCcla7ODKh4TdwVno0Qfo80YNbdwNLEs5WZzGL4TcWi8P1FS\n"
                                "77wA6cztMOicJzOxOJGzSsUQu1W6rA7NgXR43H4DdtZF1IV3LYxLhiZ/o04MslUx\n"
                                "V91kwTORd1qmaBKnMGttFuCHjquAdfoVPWINJwZbguobNpGJWrBnVUGt09l6UgYt\n"
                                "eszy13MzbteOjGmP4AUqreIbUSPOPNQv7JRqX2YJheCTo7cXFC4a67BaYatflPr2\n"
                                "FKgIrgrWOCBLbTpT/KRvSBfwKKmtNt5adz6Uhra6nQKBgQDKIeULjf3lQDOO+eSm\n"
                                "JSQ/gzGbLHtfDSdqQdZKED/3Uo4KGU9fgctGjdcMXW04lvoCgbhOkta4PWeby/F1\n"
                                "Sre7dnO6lvESL5wzDjjv1rX0UTWpI1id3+ydIzavKEyx0pZGW8nzK5MlupuFDeP8\n"
                                "DHecwAxBJIb5j5rPWGTIUSN66wKBgQDDWVI+BbCQUlJ/Hcaiw094xi6WaWKiaJQN\n"
                                "Rk/5Ta+X6rliP6q5mByV8aJw1H1UZN8/FeDQ/vdWc9lmTPVCl3cunM0TYjmSyLtY\n"
                                "YSJT2tEXwksITgNvas3F+JCOJXuJDpZyrZmreqZVtvu8GxTqHGE/ro1SxObFhYEv\n"
                                "pMV00zwdbQKBgFUNHgtWm9ayxP8MNyGRz0bKNT1N4juElWkoerp/S+sNWab2L2fI\n"
                                "fXgahro1NZfyLxCO9LZbIu4zKD1t+xOXdOf0V43TpWw5jEgPW/XPKpC6+xFIRiln\n"
                                "52/XOVNKabsJGSJRzQ/87dWaR4Yc6ilMNahHRuDCNekce89zKjT/ryYxAoGBAKmt\n"
                                "wxbmYEfriYaqeWfVGAmCsuKpJSiGh9rD8SFNzjC5jE7/mC5fJq1DVmKE31vXxmYI\n"
                                "fd9rJ7GrLPGD9SDjaX1Oa37jubh6rOgGbwfBMA9gD0ZmZOt5LMVBs2YUvqn8xsdT\n"
                                "bQAap7IaH6xzJYZ4IixrVIvJRd3Zqa2VhIGGHVg9AoGAClLR3Yx30idJcFZjGvLB\n"
                                "z9vcB7AtOevCyPbOgy4XasVUJkxtr6Ysjk1Vch6Ys1dWd7FTwaEiGJWrmCI2Kj8n\n"
                                "wnfILH+U/reaZiX361EKnlTZBuYJ7JVJEdrDlsr7uyLgKcwcBgc/mRdM/i8sSiAb\n"
                                "GIEabqKZS0ccq7bE4zdx0Y4=\n"
                                "-----END PRIVATE KEY-----\n");
constexpr QByteArrayView lockedKey("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                                   "MIIFLTBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIVPxs3dF917ACAggA\n"
                                   "MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAECBBC0PalEIwa7C1qYrHH5g4qVBIIE\n"
                                   "0JDFOiPHKipwQ1R3J7WGv7tBQZ+fAxXuAfAu5Fwp5xSXZNOPKqyWL/QuDbk0zAJk\n"
                                   "kox7lRhCAcLQBMmin42u/wNbSQFlc0KlNGpcnNC8r+mZQ+KtIYgRAI8iLbvzZgRg\n"
                                   "XD+/h6TyByZ6+iKmufftXNGE/32zkoyMX3buADOULfdohk3wPGTAw4fpPReX7/bP\n"
                                   "iaO00jexUot+rk1rbPyv3r2E80/GdEg4InRoTGGlQCAHVJf7Gs/NaJrw/mnKEk7Z\n"
                                   "wt9UhhSAkdnsYXAAfM6iG3IVMu2BsSf01LpDpCToShFX7UQD6Vj3l5bCltu0xGFN\n"
                                   "tWusbqIog62pmDZdHlkYPcpCcAuexUjqiw8i6OyB3SEZSK2GQdbgPxa1arE/UwLG\n"
                                   "HLA+MOHsfh8TPln93dSkIymO7QslUWv4BELw3iy/wdMUGgrrGAJ1AvOR0pgJ+wfE\n"
                                   "PfYNF+DMTTXNb3E1Sd4q8GPXPxy/dWx5WR7Eqq5zbsvuBm4XSw9sFm1oy3OpAOsw\n"
                                   "3iO3MlKMI3UGWnUtP0bagDjGltr+3vVc5V085bZ/lTuYxhTyb8rJjbl/3wnGgYmR\n"
                                   "sN0mgPeCEhy+Nq7qGUZlhl3eW9BOtAEKx65QElH219LDJo/MNXfpAf4PrsZmrtHP\n"
                                   "LipCYQK+tcthYjQsaJxTJIgEa0tyPcmZgcXjMv6plZX7uDV3wy24eaxTeEZS3Ij4\n"
                                   "ZrY0IQrckSSLoUw5g+I8rI8obfJNVpXaWuMMWOoGpINFtBssYFiORBkQktT7UPSv\n"
                                   "4yI7XoVO/n4xJTRs+Hiko2nZBeqIn2cs3cZcu3H/dPbgzrAKJkkWvveyXhaTq7LU\n"
                                   "2xkKkBsQEC/tJCicDpMpnaCW4JT1Cr9IhSVnaJFP4n3H728xNTsfxL8NwCbI1V7b\n"
                                   "bgmVzTrpvq3VizMzkJ0W1o3zTQZDTe0kctVYpa3SSOFm9M1zLCKjqk6UlHyp0cMl\n"
                                   "5RTI0klaJ0TEYO6+48nOM+aQ9FUVu9E7ONcJCzpGxLbgS+1UvFknc3FF2TwinRzx\n"
                                   "4Z4DT5JlsggtrmcdvW3SovwIsXtHxPLrlKUKQcKfM5PJiCcUXL6wdUiuZck2b4Du\n"
                                   "KjdF0lbqsOmHpyBuQR4KeoNaPFdFJp11uLpSMbukEioHk+Av4M52ShZ7PgumQUNT\n"
                                   "dEzNjuf94IH5jCDpe0nVnAstMdr8o88Mf/fvJeo4C/WH2/4Vq6CNHEIhZfGdJmD/\n"
                                   "ehNVTajVUSHSTvDo1YCHZjz4UqHfe3U2cjnsug/7cqoKCV44S32+R9UaLFbyhZRL\n"
                                   "gKjWw5/TJcnT/bMI3JLjKVO+gEaPMnKgJ2b32HyBPKl8yPlVaapemCqkezXvWVR0\n"
                                   "kyYTUibNicxjrfGJgoCDM/pepe16ivxzwbzEGGulXtV9l3bIXOzY19PFtcwfOBG1\n"
                                   "jI+JVW9Iv9GLIuz8/tPxyCtLdTHyocURUqDoWt6liHkBCQcNJM5VNjaTmbL9ppLX\n"
                                   "hLnD99BkVrWtmW5wOkaxQ9tiQa8mYpZz+TDi0oDP8hBm0NW9O1clN9SCvKJ3PqEY\n"
                                   "92OudCAonc88ZkPWWTf9grSPeLQ5b9AyuP7tSpO2D8i2JEw7kRD7z5hh5SSn20TW\n"
                                   "AOtHlvYbecq4SvSncHjKudNxb+FBqEDe6OEpPNPmbknh\n"
                                   "-----END ENCRYPTED PRIVATE KEY-----\n");

void write(const QString &fileName, const QByteArray &octets)
{
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(octets);
}

} // namespace

class TestTlsIdentity : public QObject
{
    Q_OBJECT

private slots:
    void readsEcAndRsa()
    {
        const QByteArray pem = selfSignedPem();
        QVERIFY(std::holds_alternative<TlsIdentity>(identityFromPem(pem, pem)));
        const auto rsa = identityFromPem(rsaCertificate.toByteArray(), rsaKey.toByteArray());
        QVERIFY(std::holds_alternative<TlsIdentity>(rsa));
        QCOMPARE(std::get<TlsIdentity>(rsa).key.algorithm(), QSsl::Rsa);
    }

    void readsAChain()
    {
        const QByteArray own = selfSignedPem();
        const auto read = identityFromPem(own + rsaCertificate.toByteArray(), own);
        QVERIFY(std::holds_alternative<TlsIdentity>(read));
        QCOMPARE(std::get<TlsIdentity>(read).chain.size(), 2);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<ServerErrorKind>("kind");
        const QByteArray own = selfSignedPem();
        const QByteArray certificate = rsaCertificate.toByteArray();
        QTest::newRow("no certificate") << "garbage"_ba << own << ServerErrorKind::CertificateInvalid;
        QTest::newRow("empty") << QByteArray() << QByteArray() << ServerErrorKind::CertificateInvalid;
        QTest::newRow("a key for a certificate")
            << rsaKey.toByteArray() << rsaKey.toByteArray() << ServerErrorKind::CertificateInvalid;
        QTest::newRow("no key") << certificate << "garbage"_ba << ServerErrorKind::KeyInvalid;
        QTest::newRow("a certificate for a key") << certificate << certificate << ServerErrorKind::KeyInvalid;
        QTest::newRow("behind a passphrase")
            << certificate << lockedKey.toByteArray() << ServerErrorKind::KeyInvalid;
        QTest::newRow("another's key") << certificate << own << ServerErrorKind::KeyMismatch;
    }
    void refuses()
    {
        QFETCH(const QByteArray, certificate);
        QFETCH(const QByteArray, key);
        QFETCH(const ServerErrorKind, kind);
        const auto read = identityFromPem(certificate, key);
        QVERIFY(std::holds_alternative<ServerErrorKind>(read));
        QCOMPARE(std::get<ServerErrorKind>(read), kind);
    }

    void namesTheFile()
    {
        const QTemporaryDir folder;
        const QString certificate = folder.filePath(u"certificate.pem"_s);
        const QString key = folder.filePath(u"key.pem"_s);
        const auto check = [&](ServerErrorKind kind, const QString &file) {
            const auto read = readIdentity(certificate, key);
            QVERIFY(std::holds_alternative<ServerError>(read));
            QCOMPARE(std::get<ServerError>(read).kind, kind);
            QCOMPARE(std::get<ServerError>(read).file, file);
            const bool isUnreadable =
                kind == ServerErrorKind::CertificateUnreadable || kind == ServerErrorKind::KeyUnreadable;
            QCOMPARE(std::get<ServerError>(read).detail.isEmpty(), !isUnreadable);
        };
        check(ServerErrorKind::CertificateUnreadable, certificate);
        write(certificate, "garbage");
        check(ServerErrorKind::KeyUnreadable, key);
        write(key, "garbage");
        check(ServerErrorKind::CertificateInvalid, certificate);
        write(certificate, rsaCertificate.toByteArray());
        check(ServerErrorKind::KeyInvalid, key);
        write(key, selfSignedPem());
        check(ServerErrorKind::KeyMismatch, key);
        write(key, rsaKey.toByteArray());
        QVERIFY(std::holds_alternative<TlsIdentity>(readIdentity(certificate, key)));
    }
};

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "tst_tlsidentity.moc"
