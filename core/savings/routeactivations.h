#pragma once

#include "core/ledger/reportperiod.h"
#include "core/storage/connection.h"

#include <QList>
#include <QString>

namespace core {

/// That a version of a rule set began to run: a mark on a chart over time.
struct RouteActivation
{
    qint64 atMs = 0;
    QString ruleSet;
    int version = 0;
    /// The version of that set which ran last before; 0: none did.
    int versionBefore = 0;
    /// What the person wrote to it.
    QString comment = {};

    bool operator==(const RouteActivation &) const = default;
};

/// Of all sets, oldest first; those of a set that was removed are gone with it.
Result<QList<RouteActivation>> routeActivations(Connection &connection, const TimeRange &range);

/// `route/NAME version 3`, translated.
QString activationLabel(const RouteActivation &activation);

} // namespace core
