#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <QtGlobal>

#include <atomic>

namespace confab::openssl {

/// Whether the library is there; loads it.
bool isThere();

#ifdef Q_OS_LINUX

/// Loads the library if need be; ends the program if it lacks the function. Thread-safe.
QFunctionPointer resolve(const char *name);

/// A function of OpenSSL's, which is looked up when it is first called: the library is loaded by those who
/// encrypt something, and costs nobody else the time (two fifths of what confabd takes to listen) and the
/// memory. Called by its name wherever this namespace is used, by OpenSSL's macros too.
template <typename Function>
class Imported
{
public:
    constexpr explicit Imported(const char *name)
        : m_name(name)
    {}
    constexpr Imported(const Imported &other)
        : m_name(other.m_name)
    {}
    Imported &operator=(const Imported &) = delete;

    operator Function *() const
    {
        Function *const known = m_function.load(std::memory_order_acquire);
        return known ? known : lookUp();
    }

private:
    Q_NEVER_INLINE Function *lookUp() const
    {
        auto *const function = reinterpret_cast<Function *>(resolve(m_name));
        m_function.store(function, std::memory_order_release);
        return function;
    }

    const char *m_name;
    mutable std::atomic<Function *> m_function = nullptr;
};

// NOLINTNEXTLINE(bugprone-macro-parentheses): a name that is declared
#define CONFAB_IMPORT(name) inline constinit const Imported<decltype(::name)> name{#name};
CONFAB_IMPORT(ASN1_TIME_set)
CONFAB_IMPORT(BIO_clear_flags)
CONFAB_IMPORT(BIO_ctrl)
CONFAB_IMPORT(BIO_free_all)
CONFAB_IMPORT(BIO_get_data)
CONFAB_IMPORT(BIO_get_new_index)
CONFAB_IMPORT(BIO_meth_free)
CONFAB_IMPORT(BIO_meth_new)
CONFAB_IMPORT(BIO_meth_set_ctrl)
CONFAB_IMPORT(BIO_meth_set_read)
CONFAB_IMPORT(BIO_meth_set_write)
CONFAB_IMPORT(BIO_new)
CONFAB_IMPORT(BIO_new_mem_buf)
CONFAB_IMPORT(BIO_s_mem)
CONFAB_IMPORT(BIO_set_data)
CONFAB_IMPORT(BIO_set_flags)
CONFAB_IMPORT(BIO_set_init)
CONFAB_IMPORT(BIO_up_ref)
CONFAB_IMPORT(BN_bin2bn)
CONFAB_IMPORT(BN_free)
CONFAB_IMPORT(BN_to_ASN1_INTEGER)
CONFAB_IMPORT(ERR_clear_error)
CONFAB_IMPORT(ERR_error_string)
CONFAB_IMPORT(ERR_get_error)
CONFAB_IMPORT(ERR_reason_error_string)
CONFAB_IMPORT(EVP_PKEY_Q_keygen)
CONFAB_IMPORT(EVP_PKEY_free)
CONFAB_IMPORT(EVP_sha256)
CONFAB_IMPORT(OPENSSL_init_ssl)
CONFAB_IMPORT(PEM_read_bio_PrivateKey)
CONFAB_IMPORT(PEM_read_bio_X509)
CONFAB_IMPORT(PEM_write_bio_PrivateKey)
CONFAB_IMPORT(PEM_write_bio_X509)
CONFAB_IMPORT(RAND_bytes)
CONFAB_IMPORT(SSL_CTX_ctrl)
CONFAB_IMPORT(SSL_CTX_free)
CONFAB_IMPORT(SSL_CTX_new)
CONFAB_IMPORT(SSL_CTX_set_cipher_list)
CONFAB_IMPORT(SSL_CTX_set_ciphersuites)
CONFAB_IMPORT(SSL_CTX_set_default_read_buffer_len)
CONFAB_IMPORT(SSL_CTX_set_options)
CONFAB_IMPORT(SSL_CTX_use_PrivateKey)
CONFAB_IMPORT(SSL_CTX_use_certificate)
CONFAB_IMPORT(SSL_ctrl)
CONFAB_IMPORT(SSL_do_handshake)
CONFAB_IMPORT(SSL_free)
CONFAB_IMPORT(SSL_get_error)
CONFAB_IMPORT(SSL_has_pending)
CONFAB_IMPORT(SSL_is_init_finished)
CONFAB_IMPORT(SSL_new)
CONFAB_IMPORT(SSL_peek)
CONFAB_IMPORT(SSL_read)
CONFAB_IMPORT(SSL_set0_rbio)
CONFAB_IMPORT(SSL_set0_wbio)
CONFAB_IMPORT(SSL_set_accept_state)
CONFAB_IMPORT(SSL_set_msg_callback)
CONFAB_IMPORT(SSL_set_shutdown)
CONFAB_IMPORT(SSL_shutdown)
CONFAB_IMPORT(SSL_write)
CONFAB_IMPORT(TLS_server_method)
CONFAB_IMPORT(X509V3_EXT_conf_nid)
CONFAB_IMPORT(X509V3_set_ctx)
CONFAB_IMPORT(X509_EXTENSION_free)
CONFAB_IMPORT(X509_NAME_add_entry_by_NID)
CONFAB_IMPORT(X509_add_ext)
CONFAB_IMPORT(X509_check_private_key)
CONFAB_IMPORT(X509_free)
CONFAB_IMPORT(X509_get_serialNumber)
CONFAB_IMPORT(X509_get_subject_name)
CONFAB_IMPORT(X509_getm_notAfter)
CONFAB_IMPORT(X509_getm_notBefore)
CONFAB_IMPORT(X509_new)
CONFAB_IMPORT(X509_set_issuer_name)
CONFAB_IMPORT(X509_set_pubkey)
CONFAB_IMPORT(X509_set_version)
CONFAB_IMPORT(X509_sign)
CONFAB_IMPORT(d2i_AutoPrivateKey)
CONFAB_IMPORT(d2i_X509)
#undef CONFAB_IMPORT

#endif

} // namespace confab::openssl
