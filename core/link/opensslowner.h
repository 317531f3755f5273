#pragma once

#include "core/link/openssl.h"

#include <memory>

namespace confab::openssl {

/// Frees an object of OpenSSL's by the function that its kind has.
template <const auto &Free>
struct Freer
{
    template <typename Object>
    void operator()(Object *object) const
    {
        Free(object);
    }
};

using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Session = std::unique_ptr<SSL, Freer<SSL_free>>;

} // namespace confab::openssl
