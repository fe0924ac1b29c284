#pragma once

#include "core/base/error.h"

#include <QCoreApplication>

namespace core {

/// Translates the sentences of this module's functions.
struct EvaluateWords
{
    Q_DECLARE_TR_FUNCTIONS(EvaluateWords)
};

inline Error invalidRequest(const QString &message)
{
    return Error{ErrorKind::InvalidRequest, message};
}

} // namespace core
