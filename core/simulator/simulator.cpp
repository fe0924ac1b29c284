#include "core/simulator/simulator.h"

#include "core/simulator/simulatorconnection.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace core {

/// The listening socket, on the simulator's thread.
class SimulatorServer : public QTcpServer
{
public:
    SimulatorServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                new SimulatorConnection(socket, m_handler, m_pace, this);
        });
    }

    void setSpeed(double factor) { m_pace.setSpeed(factor); }

private:
    SimulatorHandler m_handler;
    SimulatorPace m_pace;
};

Simulator::Simulator(QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("simulator"));
}

Simulator::~Simulator()
{
    stop();
}

Result<QUrl> Simulator::start()
{
    if (m_server != nullptr)
        return m_baseUrl;
    auto server = std::make_unique<SimulatorServer>();
    server->setSpeed(m_speed);
    if (!server->listen(QHostAddress::LocalHost))
        return Error{ErrorKind::Network,
                     QStringLiteral("The simulator cannot listen: ") + server->errorString()};
    m_baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(server->serverPort()));
    m_server = server.release();
    m_server->moveToThread(&m_thread);
    m_thread.start();
    return m_baseUrl;
}

void Simulator::stop()
{
    if (m_server == nullptr)
        return;
    // Deleted on its own thread, where its sockets live.
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.quit();
    m_thread.wait();
    m_server = nullptr;
    m_baseUrl.clear();
}

void Simulator::setSpeed(double factor)
{
    m_speed = factor;
    if (m_server != nullptr)
        QMetaObject::invokeMethod(m_server, [server = m_server, factor] { server->setSpeed(factor); });
}

} // namespace core
