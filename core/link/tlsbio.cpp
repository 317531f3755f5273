#include "core/link/tlsbio.h"

#include "core/link/remainder.h"

#include <array>

namespace confab {

using namespace openssl;

namespace {

TlsEnds &endsOf(BIO *bio)
{
    return *static_cast<TlsEnds *>(BIO_get_data(bio));
}

int readFromSource(BIO *bio, char *data, int size)
{
    BIO_clear_retry_flags(bio);
    const qint64 count = endsOf(bio).transport.read(std::span(data, std::size_t(size)));
    if (count > 0)
        return int(count);
    // An end is told by the transport itself.
    BIO_set_retry_read(bio);
    return -1;
}

int gatherOrSend(BIO *bio, const char *data, int size)
{
    BIO_clear_retry_flags(bio);
    TlsEnds &ends = endsOf(bio);
    if (ends.isLast)
        ends.send(QByteArrayView(data, size));
    else
        ends.gathered.append(data, size);
    return size;
}

long control(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

BIO_METHOD *makeMethod()
{
    BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "transport");
    if (!method)
        return nullptr;
    BIO_meth_set_read(method, readFromSource);
    BIO_meth_set_write(method, gatherOrSend);
    BIO_meth_set_ctrl(method, control);
    return method;
}

} // namespace

void TlsEnds::send(QByteArrayView last)
{
    const std::array<QByteArrayView, 2> both{gathered, last};
    Remainder remainder(both);
    if (remainder.size() == 0)
        return;
    if (backlog.isEmpty())
        remainder.consume(transport.write(remainder.pieces()));
    if (remainder.size() > 0)
        remainder.take(remainder.size(), backlog);
    gathered.resize(0);
}

openssl::Bio makeTlsBio(TlsEnds &ends)
{
    static const std::unique_ptr<BIO_METHOD, openssl::Freer<BIO_meth_free>> method(makeMethod());
    openssl::Bio bio(method ? BIO_new(method.get()) : nullptr);
    if (bio) {
        BIO_set_data(bio.get(), &ends);
        BIO_set_init(bio.get(), 1);
    }
    return bio;
}

} // namespace confab
