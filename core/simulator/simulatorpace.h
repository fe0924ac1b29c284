#pragma once

#include <QElapsedTimer>

#include <chrono>

namespace core {

/// When a request came and how fast the simulator was then. A value.
struct SimulatedMoment
{
    /// The simulator's own time, which runs at its speed.
    std::chrono::milliseconds now{0};
    /// Factor on silences, outages and waits that are asked for; above 0.
    double speed = 1.0;
};

/// How fast the simulator is, and its own time. Owned by the SimulatorServer on its thread.
class SimulatorPace
{
public:
    SimulatorPace() { m_sinceChange.start(); }

    /// Factor on every rate; 0 or less is without any delay.
    double speed() const { return m_speed; }
    void setSpeed(double factor)
    {
        m_before = now();
        m_sinceChange.restart();
        m_speed = factor;
    }

    SimulatedMoment moment() const { return {std::chrono::milliseconds(qRound64(now())), pauseFactor()}; }
    /// Without any delay, silences and outages still last: nothing would be left of them.
    double pauseFactor() const { return m_speed > 0.0 ? m_speed : 1.0; }

private:
    double now() const
    {
        return m_before + static_cast<double>(m_sinceChange.nsecsElapsed()) / 1e6 * pauseFactor();
    }

    double m_speed = 1.0;
    double m_before = 0.0;
    QElapsedTimer m_sinceChange;
};

} // namespace core
