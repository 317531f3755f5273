#pragma once

#include <QList>

#include <memory>

class QSslCertificate;
class QSslKey;
struct ssl_ctx_st;

namespace confab {

/// What the TLS connections of one server share (OpenSSL's SSL_CTX). May be used by many threads.
using TlsContext = std::shared_ptr<ssl_ctx_st>;

/// For a server with this identity, the server's own certificate first: TLS 1.2 (with forward secrecy)
/// and 1.3, without certificates of clients and without renegotiation. Null if OpenSSL refuses:
/// takeOpensslError() says why.
TlsContext serverTlsContext(const QList<QSslCertificate> &chain, const QSslKey &key);

} // namespace confab
