#include "app/headlessapp.h"

#include "app/commandline.h"
#include "app/jsonevents.h"
#include "app/signalwatcher.h"
#include "app/terminaltext.h"

#include <QCoreApplication>

#include <cstdio>

namespace confab {

namespace {

// Nobody looks at the log and the conversation here: they would only take memory.
constexpr TrafficLogLimits nothingSeen{0, 0};
constexpr ConversationLimits nothingSaid{0, 0};

} // namespace

HeadlessApp::HeadlessApp(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_server(std::make_shared<TrafficLog>(nothingSeen), nothingSaid)
{
    (void)m_output.open(stdout, QIODevice::WriteOnly | QIODevice::Text);

    connect(&m_server, &RoomServer::listening, this, [this] {
        print(jsonevents::listening(m_server.port(), m_server.joinLinks(), m_server.fingerprint()),
              terminaltext::listening(m_server.joinLinks(), m_server.fingerprint()));
    });
    connect(&m_server, &RoomServer::failed, this, [this](const ServerError &error) {
        printError(terminaltext::serverError(error));
        m_exitStatus = exitStatusUnusable;
        QCoreApplication::exit(m_exitStatus);
    });
    connect(&m_server, &RoomServer::memberJoined, this, [this](const MemberInfo &member, int count) {
        print(jsonevents::joined(member, count), terminaltext::joined(member, count));
    });
    connect(&m_server, &RoomServer::memberLeft, this, [this](const MemberInfo &member, int count) {
        print(jsonevents::left(member, count), terminaltext::left(member, count));
    });
    connect(&m_server, &RoomServer::refused, this, [this](const Refusal &refusal) {
        print(jsonevents::refused(refusal), terminaltext::refused(refusal));
    });
    connect(&m_server, &RoomServer::stopped, this, [this] {
        print(jsonevents::stopped(), {});
        QCoreApplication::exit(m_exitStatus);
    });
}

int HeadlessApp::run()
{
    const SignalWatcher watcher;
    connect(&watcher, &SignalWatcher::terminationRequested, this, &HeadlessApp::stop);
    m_server.start(m_options.policy);
    return QCoreApplication::exec();
}

void HeadlessApp::stop()
{
    if (m_server.state() == RoomServer::State::Stopping)
        return;
    print({}, terminaltext::stopping());
    m_server.stop();
}

void HeadlessApp::print(const QByteArray &json, const QString &words)
{
    const QByteArray line = m_options.json ? json : words.toUtf8();
    if (line.isEmpty())
        return;
    m_output.write(line + '\n');
    m_output.flush();
}

} // namespace confab
