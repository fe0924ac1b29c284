#pragma once

#include <QCoreApplication>

namespace app {

/// Translates the sentences of `prices`'s functions.
struct PricesWords
{
    Q_DECLARE_TR_FUNCTIONS(PricesCommand)
};

} // namespace app
