#pragma once

#include "core/ledger/historyquery.h"
#include "core/ledger/reportperiod.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QMenu;

namespace core {
class Clock;
}

namespace ui {

class FlatButton;
class Theme;

/// What narrows the list of runs beside words: model, account, task, period, pinned; and behind "More
/// filters" state, verdict, tag, cost. Owned by the history page.
class HistoryFilters : public QWidget
{
    Q_OBJECT

public:
    HistoryFilters(const Theme &theme, const core::Clock &clock, QWidget *parent = nullptr);

    /// What there is to choose from; `targets` are `account/model`. A choice that is gone stays selectable.
    void setTargets(const QStringList &targets);
    void setTasks(const QStringList &tasks);
    void setTags(const QList<core::TagUse> &tags);

    /// Puts the choices into `filter`; local days in `zone`.
    void apply(core::RunFilter &filter, const QTimeZone &zone) const;
    bool isActive() const;
    /// Narrows to the runs of a model at an account with a task ('' is "no task") and to nothing else.
    void choose(const QString &account, const QString &model, const QString &task);
    /// Everything again. Says `changed` when something was chosen.
    void clear();

    /// The choices, to be restored at the next start; says nothing.
    QJsonObject toJson() const;
    void restore(const QJsonObject &json);

signals:
    void changed();

private:
    QWidget *makeFirstRow();
    QWidget *makeSecondRow();
    void makeStatusMenu();
    QComboBox *addChoice(const QString &objectName, const QString &all, const QString &accessibleName);
    QLineEdit *addCost(const QString &objectName, const QString &placeholder, const QString &accessibleName);
    QDateEdit *addDate(const QString &objectName, const QString &accessibleName);
    void addPeriods();
    void announce();
    void arrange();
    bool isDetailed() const;
    QList<core::LaneStatus> statuses() const;
    void setStatuses(const QList<core::LaneStatus> &statuses);

    const Theme &m_theme;
    const core::Clock &m_clock;
    QComboBox *m_model = nullptr;
    QComboBox *m_account = nullptr;
    QComboBox *m_task = nullptr;
    QComboBox *m_period = nullptr;
    FlatButton *m_pinned = nullptr;
    FlatButton *m_more = nullptr;
    FlatButton *m_clear = nullptr;
    QWidget *m_details = nullptr;
    FlatButton *m_status = nullptr;
    QMenu *m_statusMenu = nullptr;
    QComboBox *m_verdict = nullptr;
    QComboBox *m_tag = nullptr;
    QLineEdit *m_minCost = nullptr;
    QLineEdit *m_maxCost = nullptr;
    QWidget *m_dates = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
};

} // namespace ui
