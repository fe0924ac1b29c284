#pragma once

#include "core/accounts/presets.h"

#include <QProcessEnvironment>

namespace core {

/// A variable that is set and usually holds the key of a provider. Its value is not read on.
struct EnvironmentKey
{
    QString presetId;
    QString variable;

    bool operator==(const EnvironmentKey &) const = default;
};

/// Which presets have a key in this environment, in the order of the presets; one variable each, the usual
/// one first. A variable that several presets share is given to the first of them that needs a key.
QList<EnvironmentKey> scanEnvironment(const QProcessEnvironment &environment, const Presets &presets);

} // namespace core
