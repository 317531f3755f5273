// The room as Qt's examples would write it: what a text message says goes to everyone, or back to who is at
// /echo.
#include <QCoreApplication>
#include <QList>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QWebSocketServer server(QStringLiteral("textbook"), QWebSocketServer::NonSecureMode);
    QList<QWebSocket *> members;
    // The default of 30 refuses the 31st that connects in one turn.
    server.setMaxPendingConnections(10'000);
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server, &members] {
        while (QWebSocket *member = server.nextPendingConnection()) {
            const bool echoes = member->requestUrl().path() == QLatin1String("/echo");
            if (!echoes)
                members.append(member);
            QObject::connect(member, &QWebSocket::textMessageReceived, &server,
                             [&members, member, echoes](const QString &message) {
                                 if (echoes) {
                                     member->sendTextMessage(message);
                                     return;
                                 }
                                 for (QWebSocket *other : std::as_const(members))
                                     other->sendTextMessage(message);
                             });
            QObject::connect(member, &QWebSocket::disconnected, &server, [&members, member] {
                members.removeOne(member);
                member->deleteLater();
            });
        }
    });
    if (!server.listen(QHostAddress::LocalHost, 0))
        return 1;
    std::printf("{\"port\":%u}\n", unsigned(server.serverPort()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
