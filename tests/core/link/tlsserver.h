#pragma once

#include "core/link/tlscontext.h"
#include "tlspeer.h"

namespace confab {

/// The server's side of a session, in memory as the peer's.
struct TlsServer
{
    explicit TlsServer(const TlsContext &context, int version = TLS1_3_VERSION)
        : session(SSL_new(context.get()))
        , peer(version)
    {
        SSL_set_bio(session.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(session.get());
    }

    bool open()
    {
        for (int i = 0; i < 5; ++i) {
            peer.shakeHands(take());
            deliver(peer.take());
            if (SSL_do_handshake(session.get()) == 1)
                return peer.shakeHands(take());
        }
        return false;
    }
    /// The peer's octets arrive.
    void deliver(const QByteArray &octets)
    {
        BIO_write(SSL_get_rbio(session.get()), octets.constData(), int(octets.size()));
    }
    QByteArray take()
    {
        char *octets = nullptr;
        BIO *const bio = SSL_get_wbio(session.get());
        const long size = BIO_get_mem_data(bio, &octets);
        const QByteArray all(octets, qsizetype(size));
        BIO_reset(bio);
        return all;
    }

    openssl::Session session;
    TlsPeer peer;
};

} // namespace confab
