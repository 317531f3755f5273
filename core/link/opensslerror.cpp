#include "core/link/opensslerror.h"

#include "core/link/openssl.h"

namespace confab {

using namespace openssl;

namespace {

/// Without it, errors of TLS have numbers alone until the first connection.
void loadWords()
{
    OPENSSL_init_ssl(OPENSSL_INIT_LOAD_SSL_STRINGS, nullptr);
}

QString wordsFor(int reason)
{
    loadWords();
    return QString::fromLatin1(ERR_reason_error_string(ERR_PACK(ERR_LIB_SSL, 0, reason)));
}

} // namespace

QString takeOpensslError()
{
    loadWords();
    const unsigned long error = ERR_get_error();
    ERR_clear_error();
    if (error == 0)
        return {};
    if (const char *reason = ERR_reason_error_string(error))
        return QString::fromLatin1(reason);
    return QString::fromLatin1(ERR_error_string(error, nullptr));
}

QString opensslUnexpectedEnd()
{
    return wordsFor(SSL_R_UNEXPECTED_EOF_WHILE_READING);
}

QString opensslTooSmallRecords()
{
    return wordsFor(SSL_R_RECORD_TOO_SMALL);
}

} // namespace confab
