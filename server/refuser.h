#pragma once

#include "server/refusal.h"
#include "server/visitor.h"

#include <QObject>

namespace confab {

/// Sends visitors away: with the reason in the reply, in the traffic log, and to whoever listens.
class Refuser : public QObject
{
    Q_OBJECT
public:
    /// @param supported the subprotocols to name. @param traffic outlives this.
    Refuser(QList<QByteArray> supported, TrafficWriter &traffic, QObject *parent = nullptr);

    void refuse(Visitor visitor, Refusal refusal);
    /// The TLS handshake failed before the visitor could ask anything: written down and told, not answered.
    /// @param detail the library's words; empty if the time was over.
    void reportTlsFailure(const Visitor &visitor, const QString &detail);

Q_SIGNALS:
    void refused(const confab::Refusal &refusal);

private:
    QList<QByteArray> m_supported;
    TrafficWriter &m_traffic;
};

} // namespace confab
