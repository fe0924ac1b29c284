#pragma once

#include "core/ledger/reportperiod.h"

#include <QComboBox>

namespace core {
class Clock;
class Settings;
} // namespace core

namespace ui {

/// A stretch of time: all of it, a usual period in the days of the reporting zone, or what a page shows.
class PeriodChoice : public QComboBox
{
    Q_OBJECT

public:
    PeriodChoice(const core::Settings &settings, const core::Clock &clock, QWidget *parent = nullptr);

    core::TimeRange range() const;
    /// Without ends it is all time, else a choice of its own.
    void setRange(const core::TimeRange &range);

signals:
    void rangeChanged();

private:
    QTimeZone zone() const;

    const core::Settings &m_settings;
    const core::Clock &m_clock;
    core::TimeRange m_own;
};

} // namespace ui
