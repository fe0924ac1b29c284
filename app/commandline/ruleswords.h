#pragma once

#include <QCoreApplication>

namespace app {

/// Translates the sentences of `rules`'s functions.
struct RulesWords
{
    Q_DECLARE_TR_FUNCTIONS(RulesCommand)
};

} // namespace app
