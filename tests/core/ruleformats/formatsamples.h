#pragma once

#include "core/ruleformats/ruleformats.h"

namespace samples {

inline core::TargetName target(const char *name)
{
    return *core::parseTargetName(QString::fromLatin1(name));
}

inline core::ChainTarget model(const char *name, double weight = 1.0)
{
    return {target(name), {}, weight};
}

inline core::Condition is(core::Field field, const QStringList &values, const QString &key = {})
{
    return core::testCondition({field, core::Operator::Is, key, values});
}

/// Accounts named after their presets, each with the preset's own URL and key variable.
inline core::ExportContext presetAccounts()
{
    core::ExportContext context;
    context.account = [](const QString &name) -> std::optional<core::ExportAccount> {
        static const core::Presets presets = core::Presets::load();
        const core::Preset *preset = presets.find(name);
        if (!preset)
            return std::nullopt;
        return core::ExportAccount{
            name, name, preset->baseUrl, preset->variables.value(0), {}, core::dialectOf(*preset)};
    };
    return context;
}

inline QStringList lossPaths(const QList<core::FormatLoss> &losses)
{
    QStringList paths;
    for (const core::FormatLoss &loss : losses)
        paths.append(loss.path);
    paths.removeDuplicates();
    return paths;
}

inline QStringList targetsOf(const core::Chain &chain)
{
    QStringList names;
    for (const core::ChainTarget &each : chain.targets)
        names.append(each.name.toString());
    for (const core::Fallback &each : chain.fallbacks)
        names.append(QLatin1Char('+') + each.target.name.toString());
    return names;
}

} // namespace samples
