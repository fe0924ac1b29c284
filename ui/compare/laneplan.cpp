#include "ui/compare/laneplan.h"

#include "core/chat/parametersjson.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/compare/parametertexts.h"

namespace ui {

QList<LanePlan> plansOf(const QList<core::LineUpTarget> &stored)
{
    QList<LanePlan> plans;
    for (const core::LineUpTarget &entry : stored) {
        if (const std::optional<core::TargetName> name = core::parseTargetName(entry.target))
            plans.append({{*name, core::parametersFromJson(entry.parameters)}, entry.repeats});
    }
    return plans;
}

QList<core::LineUpTarget> lineUpOf(const QList<LanePlan> &plans)
{
    QList<core::LineUpTarget> lineUp;
    for (const LanePlan &plan : plans)
        lineUp.append({plan.target.name.toString(), core::parametersToJson(plan.target.parameters),
                       std::min(plan.repeats, core::LineUpTarget::kMostRepeats)});
    return lineUp;
}

QStringList namesOf(const QList<LanePlan> &plans)
{
    QStringList names;
    for (const LanePlan &plan : plans)
        names.append(plan.target.name.toString());
    return names;
}

QStringList describePlans(const QList<LanePlan> &plans)
{
    QStringList lines;
    for (const LanePlan &plan : plans) {
        QString line = plan.target.name.toString();
        if (plan.repeats > 1)
            line += QStringLiteral(" ×%1").arg(plan.repeats);
        if (const QString parameters = parameterLine(plan.target.parameters); !parameters.isEmpty())
            line += QStringLiteral(", ") + parameters;
        lines += line;
    }
    return lines;
}

core::ChatParameters runDefaults(const core::Settings &settings)
{
    return core::parametersFromJson(settings.get(core::settings::kRunDefaults));
}

void setRunDefaults(core::Settings &settings, const core::ChatParameters &defaults)
{
    settings.set(core::settings::kRunDefaults, core::parametersToJson(defaults));
}

core::Target withDefaults(const core::Target &target, const core::Settings &settings)
{
    return {target.name, core::mergedParameters(runDefaults(settings), target.parameters)};
}

} // namespace ui
