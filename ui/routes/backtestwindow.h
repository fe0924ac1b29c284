#pragma once

#include "core/insight/backtest.h"
#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QDialog>

class QProgressBar;
class QStackedWidget;

namespace core {
class Database;
}

namespace ui {

class BacktestChoices;
class BacktestView;
class EmptyState;
class FlatButton;
class MessagePanel;
class PrimaryButton;

/// Decides the calls of a period again by the edited rules and says what that would change. It stands beside
/// the page, so that rules can be changed and tried again. Owned by RouteTools.
class BacktestWindow : public QDialog
{
    Q_OBJECT

public:
    BacktestWindow(RuleEditor &editor, core::Database &database, const RoutesContext &context,
                   QWidget *parent);
    ~BacktestWindow() override;

    /// Brings it to the front with the versions of the set that is open.
    void open() override;
    void start();
    void cancel();
    bool isRunning() const { return m_backtest != nullptr; }
    const std::optional<core::BacktestResult> &result() const { return m_result; }

    void reject() override;

signals:
    void runWanted(qint64 run);
    /// Calls that move are to be asked again of their new targets.
    void qualityWanted(const core::BacktestResult &result, const core::RuleSet &rules);
    /// There are no calls to try rules on.
    void importWanted();

private:
    enum Place { Nothing, Under, Shown };

    void build();
    void readVersions();
    void look(const core::RuleSet &rules, int version);
    void take(const core::Result<core::BacktestResult> &result);
    void conclude();
    void describe();

    RuleEditor &m_editor;
    core::Database &m_database;
    const RoutesContext m_context;
    BacktestChoices *const m_choices;
    BacktestView *const m_view;
    EmptyState *const m_empty;
    MessagePanel *const m_problem;
    PrimaryButton *const m_start;
    FlatButton *const m_cancel;
    QProgressBar *const m_progress;
    FlatButton *const m_quality;
    QStackedWidget *const m_stack;
    QList<core::RuleSetVersion> m_versions;
    std::unique_ptr<core::Backtest> m_backtest;
    core::BacktestOptions m_options;
    /// As they were tried last.
    core::RuleSet m_rules;
    std::optional<core::RuleSetVersion> m_against;
    std::optional<core::BacktestResult> m_result;
    std::optional<core::BacktestResult> m_other;
};

} // namespace ui
