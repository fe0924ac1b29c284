#pragma once

#include "core/base/result.h"

#include <QJsonValue>
#include <QString>

#include <functional>

namespace app {

/// What `usage` prints beside its sums.
struct UsageAddition
{
    /// Its name in the document.
    QString key = {};
    QJsonValue json = {};
    /// For people.
    QString text = {};
    /// Empty: it has none.
    QString csv = {};
    /// What accompanies it on standard error, one sentence; empty: nothing.
    QString note = {};
    /// Stopped before its end.
    bool cancelled = false;
};

/// Gets an addition, once.
using UsageAdditionTaker = std::function<void(const core::Result<UsageAddition> &addition)>;

} // namespace app
