#pragma once

#include "core/compare/lanestate.h"

#include <QList>

namespace ui {

/// A quiet distinction of a lane, with how it was measured for the tooltip.
struct LaneBadge
{
    /// Speed belongs beside the times, cost beside the cost.
    enum class About { Speed, Cost };

    About about = About::Speed;
    QString text = {};
    QString details = {};

    bool operator==(const LaneBadge &) const = default;
};

/// The badges of each lane once all are settled: which whole answer was there first, and which cost least and
/// how much less than the dearest (`4.6x cheaper`). Only whole answers compete and only against others of
/// their kind; a tie names nobody. A lane with an unknown cost is never called cheap.
QList<QList<LaneBadge>> laneBadges(const QList<core::LaneState> &lanes);

} // namespace ui
