#pragma once

#include "core/simulator/fault.h"
#include "core/simulator/simulatedask.h"
#include "core/simulator/simulatorpace.h"
#include "core/simulator/simulatorreply.h"

#include <QHash>

namespace core {

/// Decides what each request is answered with, without any I/O. Remembers only how often a prompt was sent to
/// the models that fail at a first attempt, and since when a model is out of service. Owned by the
/// SimulatorServer.
class SimulatorHandler
{
public:
    SimulatorReply reply(const HttpRequest &request, const SimulatedMoment &moment = {});

private:
    struct OutageTimes
    {
        std::chrono::milliseconds began{0};
        std::chrono::milliseconds lastAsked{0};
    };

    SimulatorReply completion(const HttpRequest &request, const SimulatedMoment &moment);
    /// The answer of a fault that passes by itself, while it lasts.
    std::optional<SimulatorReply> passingRefusal(Fault fault, const SimulatedAsk &ask,
                                                 const SimulatedMoment &moment);
    bool isFirstOfTwo(const SimulatedAsk &ask);
    bool isOut(const QString &model, std::chrono::milliseconds now);

    QHash<quint32, int> m_attempts;
    QHash<QString, OutageTimes> m_outages;
};

} // namespace core
