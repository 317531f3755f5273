#pragma once

#include "core/link/opensslowner.h"

#include <QByteArray>
#include <QList>

#include <array>

namespace confab {

/// How long each of the records is (RFC 8446 §5.1).
inline QList<int> recordSizes(const QByteArray &octets)
{
    constexpr qsizetype headerSize = 5;
    QList<int> sizes;
    for (qsizetype i = 0; i + headerSize <= octets.size(); i += headerSize + sizes.constLast())
        sizes.append(quint8(octets[i + 3]) * 256 + quint8(octets[i + 4]));
    return sizes;
}

/// A TLS client of OpenSSL's in memory: takes and gives octets, and trusts everyone.
class TlsPeer
{
public:
    explicit TlsPeer(int version = TLS1_3_VERSION)
        : m_context(SSL_CTX_new(TLS_client_method()))
    {
        constexpr unsigned extensionType = 0xff00; // of those for private use (RFC 8446 §11)
        SSL_CTX_add_custom_ext(m_context.get(), extensionType, SSL_EXT_CLIENT_HELLO, addExtension, nullptr,
                               &m_extension, nullptr, nullptr);
        m_session.reset(SSL_new(m_context.get()));
        SSL_set_min_proto_version(m_session.get(), version);
        SSL_set_max_proto_version(m_session.get(), version);
        SSL_set_bio(m_session.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_connect_state(m_session.get());
    }
    Q_DISABLE_COPY_MOVE(TlsPeer)

    SSL *session() { return m_session.get(); }

    /// Takes what came, and goes on with the handshake. @return whether that is done.
    bool shakeHands(const QByteArray &octets = {})
    {
        feed(octets);
        return SSL_do_handshake(m_session.get()) == 1;
    }
    /// Encrypts. @return all that is to be sent.
    QByteArray encrypt(const QByteArray &text)
    {
        SSL_write(m_session.get(), text.constData(), int(text.size()));
        return take();
    }
    /// Encrypts with a new key, so many times over (RFC 8446 §4.6.3). @return all that is to be sent.
    QByteArray updateKeys(int times, int type = SSL_KEY_UPDATE_NOT_REQUESTED)
    {
        for (int i = 0; i < times; ++i) {
            SSL_key_update(m_session.get(), type);
            SSL_do_handshake(m_session.get());
        }
        return take();
    }
    /// Has its next ClientHello be larger by so many octets, in an extension that nobody knows.
    void enlargeHello(int octets) { m_extension.fill('x', octets); }
    /// Takes what came. @return the text in it.
    QByteArray decrypt(const QByteArray &octets)
    {
        feed(octets);
        QByteArray text;
        std::array<char, 16 * 1024> buffer;
        for (int count = 0; (count = SSL_read(m_session.get(), buffer.data(), int(buffer.size()))) > 0;)
            text.append(buffer.data(), count);
        return text;
    }
    bool hasReadCloseNotify() const { return SSL_get_shutdown(m_session.get()) & SSL_RECEIVED_SHUTDOWN; }
    /// close_notify.
    QByteArray shutDown()
    {
        SSL_shutdown(m_session.get());
        return take();
    }
    /// What is to be sent.
    QByteArray take()
    {
        BIO *output = SSL_get_wbio(m_session.get());
        QByteArray octets(qsizetype(BIO_ctrl_pending(output)), '\0');
        if (!octets.isEmpty())
            BIO_read(output, octets.data(), int(octets.size()));
        return octets;
    }

private:
    static int addExtension(SSL *, unsigned, unsigned, const uchar **octets, std::size_t *size, X509 *,
                            std::size_t, int *, void *extension)
    {
        const auto &own = *static_cast<const QByteArray *>(extension);
        *octets = reinterpret_cast<const uchar *>(own.constData());
        *size = std::size_t(own.size());
        return own.isEmpty() ? 0 : 1;
    }
    void feed(const QByteArray &octets)
    {
        if (!octets.isEmpty())
            BIO_write(SSL_get_rbio(m_session.get()), octets.constData(), int(octets.size()));
    }

    std::unique_ptr<SSL_CTX, openssl::Freer<SSL_CTX_free>> m_context;
    openssl::Session m_session;
    QByteArray m_extension; ///< of the ClientHello; none if it is empty
};

} // namespace confab
