#pragma once

#include "core/routing/ruleset.h"

#include <QCoreApplication>

namespace core {

/// Translates what is said of two versions of rules.
struct RuleDiff
{
    Q_DECLARE_TR_FUNCTIONS(RuleDiff)
};

/// For each name of `after` its place in `before`; -1 where there is none. Each place is used once.
QList<qsizetype> formerPlaces(const QStringList &before, const QStringList &after);

/// One line for each thing in which two chains differ.
QStringList chainChanges(const Chain &before, const Chain &after);

} // namespace core
