#pragma once

#include "core/wire/httphead.h"
#include "server/deskmemory.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QWebSocketServer>

namespace confab {

class MemorySocket;

/// Asks QWebSocketServer for its decision on opening handshakes, and for its choice of the subprotocol. It
/// sees the request's head and no socket; it carries no frames. Several questions may be open at a time. What
/// differs from a question that it accepted by nothing but the key is not asked again.
class HandshakeDesk : public QObject
{
    Q_OBJECT
public:
    explicit HandshakeDesk(const QList<QByteArray> &subprotocols, QObject *parent = nullptr);
    ~HandshakeDesk() override;

    /// The supported subprotocols that were offered, in the client's order.
    QList<QByteArray> supportedAmong(const QList<QByteArray> &offered) const;

    /// @return the number under which answered() will tell, one turn of the event loop later.
    quint64 ask(const RequestHead &request, const QHostAddress &peerAddress, quint16 peerPort);

Q_SIGNALS:
    void answered(quint64 question, const confab::DeskAnswer &answer);

private:
    void takeAccepted();
    void tellKnown();
    void answer(quint64 question, bool accepted, const QByteArray &subprotocol);

    struct Question
    {
        MemorySocket *socket = nullptr; ///< a child of this
        QByteArray kind;
        QByteArray key;
    };
    QWebSocketServer m_server;
    DeskMemory m_memory;
    QHash<quint64, Question> m_open;
    struct Known
    {
        quint64 question = 0;
        DeskAnswer answer;
    };
    QList<Known> m_known; ///< answers out of the memory, to be told
    quint64 m_lastQuestion = 0;
    quint64 m_answering = 0; ///< the question whose reply is being written just now
};

/// The head that the desk is shown: the fields that concern the handshake, so that a long Cookie is no
/// matter. Without the offered subprotocols none of which is supported: QWebSocketServer need not decide
/// about those.
QByteArray deskHead(const RequestHead &request, bool withSubprotocols);
/// That head without the key: what the desk's decision depends on.
QByteArray deskKind(const RequestHead &request, bool withSubprotocols);

} // namespace confab
