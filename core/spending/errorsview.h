#pragma once

#include "core/spending/callselection.h"

namespace core {

/// Failed, interrupted and refused attempts of one kind at one account.
struct ErrorGroup
{
    /// An error's kind, or the status (`interrupted`, `refused`) of attempts without one.
    QString kind = {};
    QString account = {};
    qint64 count = 0;
    /// What they cost nevertheless.
    Money cost = {};
    qint64 unpriced = 0;
    CallSelection calls = {};
};

/// Of one kind at all accounts: how many on each day of the view.
struct ErrorSeries
{
    QString kind = {};
    QList<qint64> counts = {};
};

struct ErrorsView
{
    /// Every local day from the first to the last with an attempt.
    QList<QDate> days;
    /// All attempts of each day, failed or not.
    QList<qint64> attempts;
    /// The most frequent kind first.
    QList<ErrorSeries> series;
    /// The most frequent first.
    QList<ErrorGroup> groups;
    /// Of all attempts, and of those that failed.
    UsageFigures total;
    UsageFigures failed;
};

struct ErrorsQuery
{
    TimeRange range = {};
    QTimeZone zone = QTimeZone::utc();
    bool includeSimulated = false;
};

/// `report` is by day, account, status and error.
ErrorsView errorsView(const UsageReport &report, const TimeRange &range);

Result<ErrorsView> readErrors(Connection &connection, const ErrorsQuery &query);

} // namespace core
