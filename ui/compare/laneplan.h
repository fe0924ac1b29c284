#pragma once

#include "core/compare/lanestate.h"
#include "core/settings/lineupstore.h"

namespace core {
class Settings;
}

namespace ui {

/// What stands in one place: a target with the lane's own parameters, and how many times it is asked in a
/// run.
struct LanePlan
{
    core::Target target;
    int repeats = 1;

    bool operator==(const LanePlan &) const = default;
};

/// Entries that name no target are left out.
QList<LanePlan> plansOf(const QList<core::LineUpTarget> &stored);
QList<core::LineUpTarget> lineUpOf(const QList<LanePlan> &plans);
/// `account/model` of each.
QStringList namesOf(const QList<LanePlan> &plans);
/// A line for each, for a tooltip: `openai/gpt-4o ×3, temp 0.2`.
QStringList describePlans(const QList<LanePlan> &plans);

/// What every run sets that a lane does not set itself.
core::ChatParameters runDefaults(const core::Settings &settings);
void setRunDefaults(core::Settings &settings, const core::ChatParameters &defaults);
/// The target as it is asked.
core::Target withDefaults(const core::Target &target, const core::Settings &settings);

} // namespace ui
