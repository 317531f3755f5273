#include "server/pin.h"

#include "core/wire/httphead.h"

#include <QRandomGenerator>

#include <algorithm>

namespace confab {

bool isPin(QByteArrayView text)
{
    return text.size() >= PinLength::min && text.size() <= PinLength::max &&
           std::all_of(text.begin(), text.end(), [](char octet) { return octet >= '0' && octet <= '9'; });
}

QByteArray makePin()
{
    QByteArray pin(PinLength::made, '0');
    for (char &digit : pin)
        digit = char('0' + QRandomGenerator::system()->bounded(10));
    return pin;
}

QByteArray pinOfQuery(const RequestHead &request)
{
    constexpr QByteArrayView name("pin=");
    const qsizetype query = request.target.indexOf('?');
    if (query < 0)
        return {};
    const QList<QByteArray> parameters = request.target.sliced(query + 1).split('&');
    for (const QByteArray &parameter : parameters) {
        if (parameter.startsWith(name))
            return parameter.sliced(name.size());
    }
    return {};
}

QByteArray pinOfField(const RequestHead &request)
{
    return request.headers.value("Confab-Pin");
}

} // namespace confab
