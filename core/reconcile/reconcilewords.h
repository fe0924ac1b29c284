#pragma once

#include "core/base/error.h"

#include <QCoreApplication>

namespace core {

/// Translates the sentences of this module's functions.
struct ReconcileWords
{
    Q_DECLARE_TR_FUNCTIONS(Reconcile)
};

} // namespace core
