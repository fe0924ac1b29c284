#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace core {

enum class BudgetCycle { Day, Week, Month };

/// Names as in the ledger and on the command line: `day`, `week`, `month`.
QString budgetCycleName(BudgetCycle cycle);
std::optional<BudgetCycle> budgetCycleFromName(QStringView name);

/// How long a budget lasts before it begins anew, in local days of a zone.
struct BudgetPeriod
{
    BudgetCycle cycle = BudgetCycle::Month;
    /// Of a week 1 (Monday) to 7 (Sunday); of a month 1 to 31, its last day where the month is shorter. A day
    /// has none.
    int startDay = 1;
    /// IANA name; with an unknown one days are those of UTC.
    QString zone = {};

    bool operator==(const BudgetPeriod &) const = default;
};

/// One period: local days from `first` to `last`, as a half-open interval of UTC milliseconds.
struct BudgetSpan
{
    QDate first = {};
    QDate last = {};
    qint64 startMs = 0;
    qint64 endMs = 0;

    bool holds(qint64 atMs) const { return atMs >= startMs && atMs < endMs; }
    bool operator==(const BudgetSpan &) const = default;
};

/// The period in which `atMs` (milliseconds UTC) lies.
BudgetSpan budgetSpanAt(const BudgetPeriod &period, qint64 atMs);

} // namespace core
