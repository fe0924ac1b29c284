#pragma once

#include "core/ledger/reportperiod.h"

#include <QWidget>

class QDateEdit;
class QDialog;

namespace core {
class Clock;
}

namespace ui {

class ElidedLabel;
class FlatButton;
class Theme;

/// Chooses the days a report is about: named periods, any two days, and one period back or forth. Says them
/// and the zone whose days they are.
class PeriodPicker : public QWidget
{
    Q_OBJECT

public:
    PeriodPicker(const Theme &theme, const core::Clock &clock, QWidget *parent = nullptr);

    /// Whose local days count; those of UTC for a zone that does not exist.
    void setZone(const QTimeZone &zone);
    const QTimeZone &zone() const { return m_zone; }

    /// A named period follows the day: what was "today" yesterday is today now.
    core::ReportPeriod period() const;
    void setPeriod(const core::ReportPeriod &period);
    core::TimeRange range() const;
    QDate today() const;
    /// What all time is, from the first to the last request, once that is known; of an empty ledger unset.
    void setAllTime(const core::TimeRange &range);
    /// So many periods later or, negative, earlier, unless there is none.
    void step(int by);

    static QString kindName(core::PeriodKind kind);

signals:
    void periodChanged();

private:
    void addMenu();
    void chooseDays();
    void applyDays();
    QString momentsText(const core::ReportPeriod &period) const;
    QString daysText(const core::ReportPeriod &period) const;
    void showPeriod();

    const Theme &m_theme;
    const core::Clock &m_clock;
    QTimeZone m_zone;
    core::ReportPeriod m_period;
    core::TimeRange m_allTime;
    FlatButton *const m_choice;
    FlatButton *const m_earlier;
    FlatButton *const m_later;
    ElidedLabel *const m_days;
    QDialog *m_dialog = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
};

} // namespace ui
