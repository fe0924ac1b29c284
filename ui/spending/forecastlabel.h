#pragma once

#include "core/spending/forecast.h"
#include "ui/widgets/themedlabel.h"

#include <QTimeZone>

namespace core {
class SpendingReader;
struct ReportPeriod;
} // namespace core

namespace ui {

/// What the present month will cost, as a band in one line; how it is worked out is in the tooltip.
class ForecastLabel : public ThemedLabel
{
    Q_OBJECT

public:
    ForecastLabel(const Theme &theme, const core::SpendingReader &reader, QWidget *parent = nullptr);

    /// Reads the forecast anew. It is always that of the present month: the label hides itself for a period
    /// that does not reach into it.
    void setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);

private:
    void showForecast(const core::MonthForecast &forecast);

    const core::SpendingReader &m_reader;
    quint64 m_generation = 0;
};

} // namespace ui
