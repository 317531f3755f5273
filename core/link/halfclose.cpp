#include "core/link/halfclose.h"

#include <sys/socket.h>

namespace confab {

bool halfClose(qintptr socketDescriptor)
{
    return ::shutdown(int(socketDescriptor), SHUT_WR) == 0;
}

} // namespace confab
