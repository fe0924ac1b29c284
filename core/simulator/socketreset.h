#pragma once

class QAbstractSocket;

namespace core {

/// Closes a connection so that the peer sees a reset (TCP RST), which an orderly close never shows.
void resetConnection(QAbstractSocket &socket);

} // namespace core
