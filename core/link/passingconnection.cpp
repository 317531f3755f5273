#include "core/link/passingconnection.h"

#include <unistd.h>

namespace confab {

PassingConnection::~PassingConnection()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace confab
