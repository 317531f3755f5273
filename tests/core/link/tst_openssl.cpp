#include "core/link/openssl.h"

#include "core/link/opensslerror.h"

#include <QTest>

#include <algorithm>
#include <memory>

#include <dlfcn.h>

using namespace confab;

class TestOpenssl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
#ifdef Q_OS_LINUX
    /// This test links no part of OpenSSL itself.
    void isLoadedByTheFirstWhoCalls()
    {
        QVERIFY(!isLoaded());
        QCOMPARE(openssl::ERR_get_error(), 0UL);
        QVERIFY(isLoaded());
        QVERIFY(openssl::isThere());
        QCOMPARE(takeOpensslError(), QString());
    }

    void namesAreThoseOfTheLibrary()
    {
        unsigned char octets[32] = {};
        QCOMPARE(openssl::RAND_bytes(octets, sizeof octets), 1);
        QVERIFY(std::any_of(std::begin(octets), std::end(octets), [](unsigned char it) { return it != 0; }));
    }

    void functionsWithAnyNumberOfArgumentsTakeThem()
    {
        EVP_PKEY *key = openssl::EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
        QVERIFY(key);
        openssl::EVP_PKEY_free(key);
    }

    void aCopyFindsItsFunctionItself()
    {
        auto free = openssl::BIO_free_all;
        const std::shared_ptr<BIO> bio(openssl::BIO_new(openssl::BIO_s_mem()), free);
        QVERIFY(bio);
    }

private:
    static bool isLoaded()
    {
        void *library = dlopen("libssl.so.3", RTLD_LAZY | RTLD_NOLOAD);
        if (library)
            dlclose(library);
        return library != nullptr;
    }
#else
    void isThereFromTheStart()
    {
        QVERIFY(openssl::isThere());
    }
#endif
};

QTEST_GUILESS_MAIN(TestOpenssl)
#include "tst_openssl.moc"
