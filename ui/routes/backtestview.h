#pragma once

#include "core/insight/backtestresult.h"
#include "ui/routes/routescontext.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace ui {

class FigureTable;
class FlatButton;
class SegmentedControl;
class ThemedLabel;

/// What came of a back-test: the sentences, then tables by rule, task, move and call, and beside another
/// version. Owned by BacktestWindow.
class BacktestView : public QWidget
{
    Q_OBJECT

public:
    BacktestView(const RoutesContext &context, QWidget *parent);

    /// `against` is of the same calls.
    void setResult(const core::BacktestResult &result,
                   const std::optional<core::BacktestResult> &against = {});
    /// The rules are others than those of the result.
    void setStale(bool stale);

signals:
    void runWanted(qint64 run);
    void left();

private:
    enum Part { Rules, Tasks, Moves, Calls, Versions };

    FigureTable *addTable(Part part, const QString &title, FigureTable *table, const char *objectName);
    void makeTables();
    void fillTables();
    void fillDifference();
    void showCalls(const core::MovedFilter &filter, const QString &what);
    void addCalls();

    const RoutesContext m_context;
    ThemedLabel *const m_moved;
    ThemedLabel *const m_cost;
    ThemedLabel *const m_remarks;
    ThemedLabel *const m_other;
    ThemedLabel *const m_stale;
    SegmentedControl *const m_parts;
    QStackedWidget *const m_stack;
    QWidget *const m_filterRow;
    ThemedLabel *const m_filterText;
    FigureTable *m_rules = nullptr;
    FigureTable *m_tasks = nullptr;
    FigureTable *m_moves = nullptr;
    FigureTable *m_calls = nullptr;
    FigureTable *m_difference = nullptr;
    FlatButton *m_moreCalls = nullptr;
    core::BacktestResult m_result;
    std::optional<core::BacktestResult> m_against;
    core::MovedFilter m_filter;
    QList<core::MovedCall> m_shown;
};

} // namespace ui
