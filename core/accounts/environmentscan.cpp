#include "core/accounts/environmentscan.h"

#include <QSet>

namespace core {

namespace {

bool isSet(const QProcessEnvironment &environment, const QString &variable)
{
    return !environment.value(variable).trimmed().isEmpty();
}

/// Whether a preset that needs a key has a better claim to the variable than `preset`, which does not.
bool belongsElsewhere(const Preset &preset, const QString &variable, const Presets &presets)
{
    const auto claims = [&](const Preset &other) {
        return other.id != preset.id && other.keyRequired && other.variables.contains(variable);
    };
    return !preset.keyRequired && std::any_of(presets.all().cbegin(), presets.all().cend(), claims);
}

} // namespace

QList<EnvironmentKey> scanEnvironment(const QProcessEnvironment &environment, const Presets &presets)
{
    QList<EnvironmentKey> found;
    QSet<QString> taken;
    for (const Preset &preset : presets.all()) {
        for (const QString &variable : preset.variables) {
            if (taken.contains(variable) || !isSet(environment, variable)
                || belongsElsewhere(preset, variable, presets))
                continue;
            taken.insert(variable);
            found += EnvironmentKey{preset.id, variable};
            break;
        }
    }
    return found;
}

} // namespace core
