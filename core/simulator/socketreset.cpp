#include "core/simulator/socketreset.h"

#include <QAbstractSocket>

#include <sys/socket.h>

namespace core {

void resetConnection(QAbstractSocket &socket)
{
    // Lingering for no time at all is what makes close() send RST: socket(7), SO_LINGER.
    const linger noTime{1, 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &noTime, sizeof noTime);
    socket.abort();
}

} // namespace core
