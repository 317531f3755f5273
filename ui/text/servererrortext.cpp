#include "ui/text/servererrortext.h"

#include <QCoreApplication>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerErrorText)
};

QString systemsWords(const QString &detail)
{
    return detail.isEmpty() ? QString() : Words::tr("The system says: %1").arg(detail);
}

} // namespace

ErrorText serverErrorText(const ServerError &error)
{
    const QString port = QString::number(error.port);
    switch (error.kind) {
    case ServerErrorKind::None:
        return {};
    case ServerErrorKind::PortInUse:
        return {Words::tr("The room could not start: port %1 is in use.").arg(port),
                Words::tr("Another program on this computer is listening on it, perhaps a second Confab."),
                Words::tr("End that program, or choose another port; port 0 takes any free one.")};
    case ServerErrorKind::AddressNotAvailable:
        return {Words::tr("The room could not start: this computer does not have the address %1.")
                    .arg(error.address),
                Words::tr("The network it belongs to may have been left or changed."),
                Words::tr("Choose another address to listen on.")};
    case ServerErrorKind::PermissionDenied: {
        constexpr quint16 firstUnreservedPort = 1024;
        const bool reserved = error.port > 0 && error.port < firstUnreservedPort;
        return {
            Words::tr("The room could not start: the system does not allow listening on port %1.").arg(port),
            reserved ? Words::tr("Ports below 1024 are kept for the system's own services.")
                     : systemsWords(error.detail),
            Words::tr("Choose another port from 1024 to 65535.")};
    }
    case ServerErrorKind::Other:
        return {Words::tr("The room could not start on %1, port %2.").arg(error.address, port),
                systemsWords(error.detail), Words::tr("Choose another address or port, and try again.")};
    }
    Q_UNREACHABLE();
}

} // namespace confab
