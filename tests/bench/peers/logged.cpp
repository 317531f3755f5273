// A room as the window hosts it, without its widgets: the traffic log and the conversation have the window's
// bounds, and a model follows the log as the window's does. With --no-log, nothing is written down.
#include "server/roomserver.h"
#include "ui/models/trafficmodel.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace confab;

namespace {

constexpr std::chrono::milliseconds refreshInterval{100};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const bool logs = !QCoreApplication::arguments().contains(QStringLiteral("--no-log"));
    const auto log = std::make_shared<TrafficLog>(logs ? TrafficLogLimits() : TrafficLogLimits{0, 0});
    RoomServer server(log, logs ? ConversationLimits() : ConversationLimits{0, 0});
    QObject::connect(&server, &RoomServer::listening, &server, [&server] {
        std::printf("{\"port\":%u}\n", unsigned(server.port()));
        std::fflush(stdout);
    });
    QObject::connect(&server, &RoomServer::failed, &server, [] { QCoreApplication::exit(1); });

    TrafficModel model(log);
    QTimer refresh;
    QObject::connect(&refresh, &QTimer::timeout, &model, [&] {
        refresh.setInterval(model.refresh() ? std::chrono::milliseconds(0) : refreshInterval);
    });
    if (logs)
        refresh.start(refreshInterval);

    ServerPolicy policy;
    policy.port = 0;
    server.start(policy);
    return QCoreApplication::exec();
}
