#pragma once

#include "core/base/money.h"
#include "core/storage/connection.h"

#include <QDate>
#include <QMap>
#include <QTimeZone>

#include <optional>

namespace core {

/// Days with requests that a month must have before it is forecast.
constexpr int kForecastActiveDays = 3;

/// What a month will cost, as far as its days so far tell.
struct ForecastBand
{
    /// The month to date divided by the share of the month that has passed.
    Money linear = {};
    /// The month to date, and for what is left of the month the daily pace of the seven days before today,
    /// yesterday weighing seven times as much as the day a week ago.
    Money weighted = {};

    Money low() const { return linear < weighted ? linear : weighted; }
    Money high() const { return linear < weighted ? weighted : linear; }
    bool operator==(const ForecastBand &) const = default;
};

struct MonthForecast
{
    /// The first day of the month.
    QDate month = {};
    Money soFar = {};
    /// Attempts of the month whose cost is unknown: the month costs more than is said by what they do.
    qint64 unpriced = 0;
    int activeDays = 0;
    /// Unset before kForecastActiveDays, and where nothing is known to go by.
    std::optional<ForecastBand> band = {};

    /// Whether soFar is an amount, not nothing because no request of the month has a known cost.
    bool isKnown() const { return unpriced == 0 || !soFar.isZero(); }
    bool operator==(const MonthForecast &) const = default;
};

/// What a local day cost.
struct DaySpend
{
    Money cost = {};
    qint64 attempts = 0;
    qint64 unpriced = 0;
};

/// The month of `nowMs` in the zone. `days` are those with attempts, today's and those of the eight days
/// before the month included; days before the first of them count as unknown and not as free.
MonthForecast forecastMonth(const QMap<QDate, DaySpend> &days, qint64 nowMs, const QTimeZone &zone);

Result<MonthForecast> monthForecast(Connection &connection, qint64 nowMs, const QTimeZone &zone,
                                    bool includeSimulated);

} // namespace core
