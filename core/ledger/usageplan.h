#pragma once

#include "core/ledger/usagestate.h"

#include <QList>

namespace core {

/// A half-open interval of whole numbers: milliseconds, quarters, days or months, as its owner says.
struct UsageSpan
{
    qint64 from = 0;
    qint64 to = 0;

    bool isEmpty() const { return from >= to; }
    bool operator==(const UsageSpan &) const = default;
};

/// From which sums a period is put together, each part of it from one of them. Pure.
struct UsagePlan
{
    /// As `usage_months` numbers them: 202611 to 202702 are November to January.
    UsageSpan months = {};
    /// As `usage_days` numbers them, before and after the months.
    QList<UsageSpan> days = {};
    /// Quarters of an hour since 1970-01-01 UTC.
    QList<UsageSpan> quarters = {};
    /// Milliseconds: what is no whole quarter.
    QList<UsageSpan> rows = {};
};

/// Which sums may be used.
struct UsageLevels
{
    bool days = false;
    bool months = false;
};

/// The plan for `period`, in milliseconds, of a ledger whose sums have days of `zone`.
UsagePlan usagePlan(const UsageSpan &period, const QTimeZone &zone, UsageLevels levels);

} // namespace core
