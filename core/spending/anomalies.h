#pragma once

#include "core/spending/callselection.h"

namespace core {

/// When a day's cost is out of the ordinary: both must hold.
struct AnomalyRule
{
    /// Times the median of the days before.
    int ratio = 5;
    /// The cost has to be above.
    Money floor = Money::fromPicos(Money::kPicosPerUsd);
    /// How many days before a day are looked at, and how many of them must have a known cost.
    int window = 28;
    int activeDays = 7;
};

/// A day on which a model, an account or a task cost far more than it does on other days.
struct SpendAnomaly
{
    QDate day = {};
    /// `model`, `account` or `task` with its value.
    UsageFilter subject = {};
    Money cost = {};
    /// Of its days before whose cost is known.
    Money median = {};
    int activeDays = 0;
    CallSelection calls = {};

    bool operator==(const SpendAnomaly &) const = default;
};

/// The anomalies of the local days from `first` to `last`, the newest day first and of a day the largest
/// cost. `report` is by day and the subject's dimension and has the days of the window before `first` too.
QList<SpendAnomaly> findAnomalies(const UsageReport &report, QDate first, QDate last, const QTimeZone &zone,
                                  const AnomalyRule &rule = {});

struct AnomalyQuery
{
    TimeRange range = {};
    QTimeZone zone = QTimeZone::utc();
    bool includeSimulated = false;
    AnomalyRule rule = {};
};

/// By model, by account and by task together; an open end is that of the ledger.
Result<QList<SpendAnomaly>> spendAnomalies(Connection &connection, const AnomalyQuery &query);

} // namespace core
