#pragma once

#include "app/linewriter.h"
#include "app/options.h"
#include "server/roomserver.h"

namespace confab {

/// Hosts a room without a window: prints what happens, for people or as JSON lines, and ends on SIGINT or
/// SIGTERM.
class HeadlessApp : public QObject
{
    Q_OBJECT
public:
    explicit HeadlessApp(Options options, QObject *parent = nullptr);

    /// Runs the event loop until the room is closed. @return the program's exit status: 0, or 2 if it could
    /// not listen.
    int run();

private:
    void stop();
    QString qrCode() const;
    template <typename MakeJson, typename MakeWords>
    void print(MakeJson makeJson, MakeWords makeWords);
    void flush();

    Options m_options;
    LineWriter m_output;
    RoomServer m_server;
    bool m_flushPosted = false;
    int m_exitStatus = 0;
};

} // namespace confab
