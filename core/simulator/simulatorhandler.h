#pragma once

#include "core/simulator/fault.h"
#include "core/simulator/simulatedask.h"
#include "core/simulator/simulatorreply.h"

#include <QHash>

namespace core {

/// Decides what each request is answered with, without any I/O. Remembers only how often a prompt was sent to
/// the models that fail at a first attempt. Owned by the SimulatorServer.
class SimulatorHandler
{
public:
    SimulatorReply reply(const HttpRequest &request);

private:
    SimulatorReply completion(const HttpRequest &request);
    std::optional<SimulatorReply> refusalOf(Fault fault, const SimulatedAsk &ask);
    bool isFirstOfTwo(const SimulatedAsk &ask);

    QHash<quint32, int> m_attempts;
};

} // namespace core
