#include "app/headlessapp.h"

#include "app/commandline.h"
#include "app/jsonevents.h"
#include "app/signalwatcher.h"
#include "app/terminalqrcode.h"
#include "app/terminaltext.h"
#include "server/joinlinks.h"

#include <QCoreApplication>

#include <utility>

#include <unistd.h>

namespace confab {

namespace {

// Nobody looks at the log, the conversation and what the members count: they would only take memory and time.
constexpr TrafficLogLimits nothingSeen{0, 0};
constexpr ConversationLimits nothingSaid{0, 0};
// For the last lines; who does not read them by then gets none.
constexpr std::chrono::milliseconds outputGrace{1000};

} // namespace

HeadlessApp::HeadlessApp(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_output(STDOUT_FILENO,
               [json = m_options.json](qint64 count) {
                   return json ? jsonevents::linesLeftOut(count) : terminaltext::linesLeftOut(count).toUtf8();
               })
    , m_server(std::make_shared<TrafficLog>(nothingSeen), nothingSaid, Roster::Detail::Presence)
{
    connect(&m_server, &RoomServer::listening, this, [this] {
        print(
            [this] {
                return jsonevents::listening(m_server.port(), m_server.joinLinks(), m_server.fingerprint());
            },
            [this] {
                return terminaltext::listening(m_server.joinLinks(), m_server.fingerprint(), qrCode(),
                                               m_server.policy().historyFile, m_server.policy().pin);
            });
    });
    connect(&m_server, &RoomServer::failed, this, [this](const ServerError &error) {
        printError(terminaltext::serverError(error));
        m_exitStatus = exitStatusUnusable;
        QCoreApplication::exit(m_exitStatus);
    });
    connect(&m_server, &RoomServer::memberJoined, this, [this](const MemberInfo &member, int count) {
        print([&] { return jsonevents::joined(member, count); },
              [&] { return terminaltext::joined(member, count); });
    });
    connect(&m_server, &RoomServer::memberNamed, this,
            [this](const MemberInfo &member, const QString &formerName, int count) {
                print([&] { return jsonevents::named(member, formerName, count); },
                      [&] { return terminaltext::named(member, formerName); });
            });
    connect(&m_server, &RoomServer::memberLeft, this, [this](const MemberInfo &member, int count) {
        print([&] { return jsonevents::left(member, count); },
              [&] { return terminaltext::left(member, count); });
    });
    connect(&m_server, &RoomServer::refused, this, [this](const Refusal &refusal) {
        print([&] { return jsonevents::refused(refusal); }, [&] { return terminaltext::refused(refusal); });
    });
    connect(&m_server, &RoomServer::historyFailed, this, [this](const ServerError &error) {
        print([&] { return jsonevents::historyFailed(error); }, [] { return QString(); });
        printError(terminaltext::historyEnd(error));
    });
    connect(&m_server, &RoomServer::stopped, this, [this] {
        print(&jsonevents::stopped, [] { return QString(); });
        QCoreApplication::exit(m_exitStatus);
    });
}

int HeadlessApp::run()
{
    const SignalWatcher watcher;
    connect(&watcher, &SignalWatcher::terminationRequested, this, &HeadlessApp::stop);
    m_server.start(m_options.policy);
    const int exitStatus = QCoreApplication::exec();
    m_output.finish(outputGrace);
    return exitStatus;
}

void HeadlessApp::stop()
{
    if (m_server.state() == RoomServer::State::Stopping)
        return;
    print([] { return QByteArray(); }, &terminaltext::stopping);
    m_server.stop();
}

/// Of the link that phones open; empty where nobody could scan it.
QString HeadlessApp::qrCode() const
{
    if (!m_options.qrCode)
        return {};
    return terminalQrCode(linkForPhones(m_server.joinLinks()), terminalColumns(STDOUT_FILENO));
}

/// One of the two is made.
template <typename MakeJson, typename MakeWords>
void HeadlessApp::print(MakeJson makeJson, MakeWords makeWords)
{
    const QByteArray line = m_options.json ? makeJson() : makeWords().toUtf8();
    if (line.isEmpty())
        return;
    m_output.append(line);
    // Behind the events that wait already: when hundreds come at once, their lines go out together.
    if (!std::exchange(m_flushPosted, true))
        QMetaObject::invokeMethod(this, &HeadlessApp::flush, Qt::QueuedConnection);
}

void HeadlessApp::flush()
{
    m_flushPosted = false;
    m_output.flush();
}

} // namespace confab
