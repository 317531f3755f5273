#pragma once

#include "core/link/tlscontext.h"
#include "rawpeer.h"
#include "server/selfsignedcertificate.h"
#include "server/tlsidentity.h"

#include <QSslSocket>

namespace confab {

/// A new self-signed certificate for 127.0.0.1, and its key, in PEM.
inline QByteArray selfSignedPem()
{
    return makeSelfSigned(QStringLiteral("A test"),
                          {{QStringLiteral("localhost")}, {QHostAddress(QHostAddress::LocalHost)}},
                          QDateTime::currentDateTimeUtc());
}

inline TlsIdentity selfSignedIdentity()
{
    const QByteArray pem = selfSignedPem();
    return std::get<TlsIdentity>(identityFromPem(pem, pem));
}

/// What a server's connections with that certificate share.
inline TlsContext selfSignedContext()
{
    const TlsIdentity identity = selfSignedIdentity();
    return serverTlsContext(identity.chain, identity.key);
}

/// A socket that is encrypted to this port of 127.0.0.1 and trusts everyone; null if the handshake fails.
inline std::unique_ptr<QSslSocket> encryptedTo(quint16 port)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    QEventLoop loop; // the other side may live on this very thread
    QObject::connect(socket.get(), &QSslSocket::encrypted, &loop, &QEventLoop::quit);
    QObject::connect(socket.get(), &QSslSocket::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(RawPeer::patience, &loop, &QEventLoop::quit);
    socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    loop.exec();
    return socket->isEncrypted() ? std::move(socket) : nullptr;
}

/// A ClientHello (RFC 5246 §7.4.1.2) of TLS 1.1 or 1.2, which asks for ECDHE with ECDSA.
inline QByteArray clientHello(bool tls12)
{
    const QByteArray version = tls12 ? QByteArray("\x03\x03", 2) : QByteArray("\x03\x02", 2);
    const QByteArray extensions =
        QByteArray::fromHex("000a000400020017"   // supported_groups: secp256r1
                            "000b00020100"       // ec_point_formats: uncompressed
                            "000d000400020403"); // signature_algorithms: ecdsa_secp256r1_sha256
    QByteArray body = version + QByteArray(32, 'r') + QByteArray::fromHex("00") // no session
                      + QByteArray::fromHex("0004c02bc009")                     // cipher suites
                      + QByteArray::fromHex("0100");                            // no compression
    body += QByteArray::fromHex("00") + char(extensions.size()) + extensions;
    const QByteArray handshake = QByteArray::fromHex("010000") + char(body.size()) + body;
    return QByteArray::fromHex("16030100") + char(handshake.size()) + handshake;
}

} // namespace confab
