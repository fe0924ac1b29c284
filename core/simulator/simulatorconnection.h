#pragma once

#include "core/simulator/simulatorhandler.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace core {

/// One client's connection: reads requests and plays the reply to each in its time. Owned by the
/// SimulatorServer on its thread; deletes itself when the client has gone.
class SimulatorConnection : public QObject
{
    Q_OBJECT

public:
    /// `pace` is read at the start of each reply.
    SimulatorConnection(QTcpSocket *socket, SimulatorHandler &handler, const SimulatorPace &pace,
                        QObject *parent);

private:
    void readMore();
    void startNext();
    void refuse(const HttpRequestReader::Failure &failure);
    /// Sends what is due and arranges to be called again.
    void play();
    void sendHead();
    void sendWhole();
    void finish();
    void hang();
    /// When the part at m_nextPart is due, in milliseconds since the request.
    double dueMs() const;
    void wakeIn(double ms);

    QTcpSocket *const m_socket;
    SimulatorHandler &m_handler;
    const SimulatorPace &m_pace;
    HttpRequestReader m_reader;
    QTimer m_wake;
    /// Gives up on a request that does not come whole.
    QTimer m_patience;
    QElapsedTimer m_sinceRequest;
    SimulatorReply m_reply;
    double m_replySpeed = 1.0;
    double m_pauseFactor = 1.0;
    qsizetype m_nextPart = 0;
    qint64 m_tokensSent = 0;
    bool m_busy = false;
    bool m_headSent = false;
    bool m_keepAlive = true;
    bool m_headOnly = false;
};

} // namespace core
