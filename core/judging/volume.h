#pragma once

#include "core/base/money.h"

#include <QHash>
#include <QString>

#include <optional>

namespace core {

/// The days that own traffic is counted over: a month of them.
inline constexpr int kVolumeDays = 30;

/// How many calls a month money is counted for. A value.
struct Volume
{
    /// Off: every amount is that of one call.
    bool perMonth = false;
    /// For every task; 0: own traffic of the task.
    qint64 fixedCalls = 0;
    /// Own calls of the last 30 days by task; '' is "no task".
    QHash<QString, qint64> own = {};

    /// The calls a month of a task; unset when amounts are per call, or while there is no own traffic.
    std::optional<qint64> callsOf(const QString &task) const;
    bool operator==(const Volume &) const = default;
};

/// What a month costs: one call's amount times the calls. Saturates at the ends of Money.
Money monthlyCost(Money perCall, qint64 calls);

} // namespace core
