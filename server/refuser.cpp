#include "server/refuser.h"

#include "server/refusalresponse.h"
#include "server/replysender.h"

namespace confab {

Refuser::Refuser(QList<QByteArray> supported, TrafficWriter &traffic, QObject *parent)
    : QObject(parent)
    , m_supported(std::move(supported))
    , m_traffic(traffic)
{}

void Refuser::refuse(Visitor visitor, Refusal refusal)
{
    HttpResponse response = refusalResponse(refusal, m_supported);
    response.withoutBody = visitor.request.method == "HEAD";
    const QByteArray reply = encodeResponse(response);
    m_traffic.response(visitor.peer(), refusal.status, reply);
    refusal.address = visitor.addressText();
    new ReplySender(std::move(visitor.transport), reply, this);
    Q_EMIT refused(refusal);
}

void Refuser::reportTlsFailure(const Visitor &visitor, const QString &detail)
{
    m_traffic.tlsFailure(visitor.peer(), detail.toUtf8());
    Refusal refusal;
    refusal.reason = detail.isEmpty() ? RefusalReason::TlsTimeout : RefusalReason::TlsFailed;
    refusal.status = refusalStatus(refusal.reason, RequestError::None);
    refusal.address = visitor.addressText();
    refusal.detail = detail;
    Q_EMIT refused(refusal);
}

} // namespace confab
