#pragma once

#include "core/judging/scoreboard.h"
#include "core/judging/voterows.h"
#include "ui/evaluate/evaluatecontext.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace core {
class LedgerWriter;
class ScoreTableModel;
} // namespace core

namespace ui {

class EmptyState;
class LedgerProxy;
class LedgerTable;
class MessagePanel;
class ScoreChart;
class SegmentedControl;
class ThemedLabel;

/// Which model is worth its money for a task: votes against cost or first-token time, as a chart and a table.
/// Owned by EvaluatePage.
class ScoreboardPane : public QWidget
{
    Q_OBJECT

public:
    explicit ScoreboardPane(const EvaluateContext &context, QWidget *parent = nullptr);

    void reload();
    void takeFocus();
    /// The task that is shown; '' is "no task".
    QString task() const;
    void setTask(const QString &task);

signals:
    /// The runs behind a point.
    void runsRequested(const core::TargetName &target, const QString &task);
    /// Nothing was voted on yet and the user wants to.
    void compareRequested();

private:
    QWidget *makeBar();
    QWidget *makeContent();
    void wire();
    void reloadSoon();
    void showTasks(const QList<core::TaskVotes> &voted, const QStringList &used);
    void loadTask();
    void showRows(const QList<core::ScoreRow> &rows);
    void draw();
    void followVolume();
    void showNote();
    bool isJudges() const;
    bool isByTime() const;
    std::optional<qint64> callsPerMonth() const;
    core::VoteFilter filter() const;
    void complain(const core::Error &error);

    const EvaluateContext m_context;
    QComboBox *m_task = nullptr;
    SegmentedControl *m_voters = nullptr;
    SegmentedControl *m_against = nullptr;
    QCheckBox *m_perMonth = nullptr;
    QComboBox *m_calls = nullptr;
    ThemedLabel *m_note = nullptr;
    ScoreChart *m_chart = nullptr;
    ThemedLabel *m_noChart = nullptr;
    QStackedWidget *m_chartStack = nullptr;
    LedgerTable *m_table = nullptr;
    core::ScoreTableModel *const m_model;
    LedgerProxy *m_proxy = nullptr;
    QStackedWidget *const m_stack;
    EmptyState *const m_empty;
    MessagePanel *const m_problem;
    QTimer m_pause;
    quint64 m_generation = 0;
    bool m_filling = false;
};

} // namespace ui
