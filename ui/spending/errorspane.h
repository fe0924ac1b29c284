#pragma once

#include "core/spending/errorsview.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace core {
class SpendingReader;
}

namespace ui {

class ErrorsChart;
class PaneStack;
class ThemedLabel;

/// What went wrong: errors by kind over time, by kind and account, and what failed attempts cost
/// nevertheless.
class ErrorsPane : public Card
{
    Q_OBJECT

public:
    ErrorsPane(const Theme &theme, const core::SpendingReader &reader, QWidget *parent = nullptr);

    /// Reads anew, also for the same period.
    void setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);
    const core::ErrorsView &errors() const { return m_errors; }

signals:
    /// The failed attempts of a day or of a group. All filters hold; `status` may be `errors`. `what` says
    /// what they are.
    void openRequested(const QList<core::UsageFilter> &only, const core::TimeRange &range,
                       const QString &what);

private:
    void load();
    void showErrors(const core::ErrorsView &errors);
    void showGroups();
    void addGroup(const core::ErrorGroup &group, int row, int colour);
    void addMore(qsizetype more, int row);

    const Theme &m_theme;
    const core::SpendingReader &m_reader;
    core::ErrorsQuery m_query;
    core::ErrorsView m_errors;
    quint64 m_generation = 0;
    /// Whether the groups after the first few are shown, too.
    bool m_showsAll = false;
    ThemedLabel *const m_summary;
    ErrorsChart *const m_chart;
    QWidget *m_groups = nullptr;
    QGridLayout *m_grid = nullptr;
    PaneStack *m_stack = nullptr;
};

} // namespace ui
