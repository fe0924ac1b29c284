#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QThread>
#include <QUrl>

namespace core {

class SimulatorServer;

/// The built-in provider: an OpenAI-compatible endpoint over real HTTP on loopback, keyless, with models that
/// behave differently (simulatorPersonalities()) and models that fail (simulatorFaults()). Owned by the
/// application; its server has a thread of its own, so a busy window does not distort its timing.
class Simulator : public QObject
{
    Q_OBJECT

public:
    explicit Simulator(QObject *parent = nullptr);
    ~Simulator() override;

    /// Listens on an ephemeral port of 127.0.0.1 and gives the base URL, `http://127.0.0.1:PORT/v1`. Started
    /// twice it gives the same URL. ErrorKind::Network when no port can be had.
    Result<QUrl> start();
    /// Drops every connection and stops listening; start() then chooses another port.
    void stop();
    /// Empty while it is stopped.
    QUrl baseUrl() const { return m_baseUrl; }

    /// Factor on every rate, from the next request on: 2 is twice as fast, 0 or less is without any delay.
    /// Silences and outages that end by themselves are shortened with it; without any delay they last as long
    /// as at 1.
    void setSpeed(double factor);

private:
    QThread m_thread;
    SimulatorServer *m_server = nullptr;
    QUrl m_baseUrl;
    double m_speed = 1.0;
};

} // namespace core
