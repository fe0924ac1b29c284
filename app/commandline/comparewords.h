#pragma once

#include <QCoreApplication>

namespace app {

/// Translates the sentences of `compare`'s functions.
struct CompareWords
{
    Q_DECLARE_TR_FUNCTIONS(CompareCommand)
};

} // namespace app
