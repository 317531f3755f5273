#include "server/pin.h"

#include "core/wire/httphead.h"

#include <QRandomGenerator>

#include <algorithm>

namespace confab {

namespace {

/// Of the target's query.
QList<QByteArray> parametersOf(const QByteArray &target)
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? QList<QByteArray>() : target.sliced(query + 1).split('&');
}

} // namespace

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
    const QList<QByteArray> parameters = parametersOf(request.target);
    for (const QByteArray &parameter : parameters) {
        if (parameter.startsWith(pinParameter))
            return parameter.sliced(pinParameter.size());
    }
    return {};
}

QByteArray pinOfField(const RequestHead &request)
{
    return request.headers.value("Confab-Pin");
}

QByteArray withoutPin(const QByteArray &target)
{
    QList<QByteArray> parameters = parametersOf(target);
    bool found = false;
    for (QByteArray &parameter : parameters) {
        if (!parameter.startsWith(pinParameter))
            continue;
        parameter = pinParameter.toByteArray() + '*';
        found = true;
    }
    return found ? target.first(target.indexOf('?') + 1) + parameters.join('&') : target;
}

} // namespace confab
