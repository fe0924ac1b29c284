#pragma once

#include "core/ledger/attemptquery.h"
#include "core/ledger/reportperiod.h"
#include "core/ledger/usagequery.h"

#include <QDate>
#include <QLocale>

namespace core {

enum class UsageMetric { Cost, Tokens, Requests, Errors };

/// What a bar stands for; the last year and the first may be cut by the period.
enum class UsageBin { Day, Week, Month, Year };

/// One part of every bar: a model, or all models without a series of their own.
struct UsageSeries
{
    /// Empty for the rest.
    QString model;
    /// The models summed up; one, or those of the rest.
    QStringList models = {};
    /// One value a bar: US dollars, tokens (in and out), requests or errors.
    QList<double> values = {};
    /// What the values are the sums of, exactly.
    QList<UsageFigures> figures = {};
};

/// The stacked bars of a period.
struct UsageChartData
{
    static constexpr int kMostBars = 120;
    static constexpr int kMostSeries = 6;

    UsageMetric metric = UsageMetric::Cost;
    UsageBin bin = UsageBin::Day;
    /// First and last local day of each bar.
    QList<std::pair<QDate, QDate>> bars;
    /// The biggest of the metric first, the rest last.
    QList<UsageSeries> series;

    double highest() const;
};

double metricValue(const UsageFigures &figures, UsageMetric metric);

/// `report` is by day, account and model; `first` to `last` are the local days to draw, empty ones too.
UsageChartData usageChartData(const UsageReport &report, QDate first, QDate last, UsageMetric metric);

/// Which part of a period is looked at: some days, some models, an account. Unset and empty members do not
/// restrict.
struct UsageSelection
{
    QDate first = {};
    QDate last = {};
    QStringList models = {};
    QString account = {};
    /// Only attempts that failed, were interrupted or refused.
    bool errorsOnly = false;

    bool operator==(const UsageSelection &) const = default;
};

/// The sums of what is selected in a report by day, account and model; `errorsOnly` changes nothing here.
UsageFigures selectedFigures(const UsageReport &report, const UsageSelection &selection);

/// The attempts behind those sums; days that are not selected are those of `period`.
AttemptFilter attemptsOf(const UsageSelection &selection, const TimeRange &period, const QTimeZone &zone,
                         bool includeSimulated);

/// Where grid lines stand: 0 and at most five round steps, the last one not below `highest`.
QList<double> gridSteps(double highest, bool wholeNumbers);

/// A grid line's amount: "$0.10" beside "$0.15", whole dollars without cents, never rounded to another
/// line's.
QString gridDollars(double usd, const QLocale &locale = QLocale());

} // namespace core
