#include "ui/spending/forecastlabel.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/reportperiod.h"
#include "core/spending/spendingreader.h"

#include <QLocale>

namespace ui {

ForecastLabel::ForecastLabel(const Theme &theme, const core::SpendingReader &reader, QWidget *parent)
    : ThemedLabel(theme, {}, Theme::Token::Ink2, parent), m_reader(reader)
{
    setObjectName(QStringLiteral("spending.forecast"));
    setTextFormat(Qt::RichText);
    setVisible(false);
}

void ForecastLabel::setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated)
{
    const quint64 generation = ++m_generation;
    const core::TimeRange range = core::timeRange(period, zone);
    core::continued(m_reader.forecast(zone, includeSimulated), this,
                    [this, generation, range, zone](const core::Result<core::MonthForecast> &forecast) {
                        if (generation != m_generation)
                            return;
                        const bool reaches = forecast
                            && (!range.untilMs
                                || *range.untilMs > forecast->month.startOfDay(zone).toMSecsSinceEpoch());
                        setVisible(reaches);
                        if (reaches)
                            showForecast(*forecast);
                        else
                            clear();
                    });
}

void ForecastLabel::showForecast(const core::MonthForecast &forecast)
{
    const QString month = QLocale().toString(forecast.month, QStringLiteral("MMMM"));
    if (!forecast.knownSoFar()) {
        setText(tr("%1: no forecast, as nothing is known of what it cost", "month").arg(month));
        setToolTip(
            forecast.unpriced == 1
                ? tr("1 request of the month is unpriced.")
                : tr("%1 requests of the month are unpriced.").arg(core::formatCount(forecast.unpriced)));
        return;
    }
    if (!forecast.band) {
        setText(
            tr("%1: a forecast needs %n days with requests", "month", core::kForecastActiveDays).arg(month));
        setToolTip(tr("There are %n so far.", "days with requests of the month", forecast.activeDays));
        return;
    }
    const core::ForecastBand &band = *forecast.band;
    const QString low = core::formatMoney(band.low());
    const QString high = core::formatMoney(band.high());
    QString amounts = low == high ? low : tr("%1–%2", "from an amount to another").arg(low, high);
    if (forecast.unpriced > 0)
        amounts =
            tr("%1 + %2 unpriced", "forecast, requests").arg(amounts, core::formatCount(forecast.unpriced));
    const QString text = tr("Forecast for %1 %2", "month, amounts");
    setText(text.arg(month, QStringLiteral("<b>%1</b>").arg(amounts)));
    setAccessibleName(text.arg(month, amounts));
    setToolTip(tr("%1 so far. At the pace of the whole month: %2. At the pace of the last seven days, the "
                  "latest weighing most: %3.")
                   .arg(core::formatMoney(forecast.soFar), core::formatMoney(band.linear),
                        core::formatMoney(band.weighted)));
}

} // namespace ui
