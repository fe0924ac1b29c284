#pragma once

#include "core/base/error.h"

#include <QCoreApplication>

namespace core {

/// Translates the sentences of this module's functions.
struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(Imports)
};

inline Error unreadable(const QString &message)
{
    return Error{ErrorKind::InvalidRequest, message};
}

} // namespace core
