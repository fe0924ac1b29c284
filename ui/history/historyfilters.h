#pragma once

#include "core/ledger/historyquery.h"
#include "core/ledger/reportperiod.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace core {
class Clock;
}

namespace ui {

class FlatButton;
class Theme;

/// What narrows the list of runs beside words: model, account, task, period, only errors.
class HistoryFilters : public QWidget
{
    Q_OBJECT

public:
    HistoryFilters(const Theme &theme, const core::Clock &clock, QWidget *parent = nullptr);

    /// What there is to choose from; `targets` are `account/model`. A choice that is gone stays selectable.
    void setTargets(const QStringList &targets);
    void setTasks(const QStringList &tasks);

    /// Puts the choices into `filter`; local days in `zone`.
    void apply(core::RunFilter &filter, const QTimeZone &zone) const;
    bool isActive() const;
    /// Narrows to the runs of a model at an account with a task ('' is "no task") and to nothing else.
    void choose(const QString &account, const QString &model, const QString &task);
    /// Everything again. Says `changed` when something was chosen.
    void clear();

signals:
    void changed();

private:
    QComboBox *addChoice(const QString &objectName, const QString &all, const QString &accessibleName);
    void addPeriods();
    void announce();

    const core::Clock &m_clock;
    QComboBox *const m_model;
    QComboBox *const m_account;
    QComboBox *const m_task;
    QComboBox *const m_period;
    QCheckBox *const m_errors;
    FlatButton *const m_clear;
};

} // namespace ui
