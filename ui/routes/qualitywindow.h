#pragma once

#include "core/insight/qualitycheck.h"
#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QDialog>
#include <QTimer>

class QProgressBar;
class QStackedWidget;

namespace ui {

class BlindBallot;
class FigureTable;
class FlatButton;
class MessagePanel;
class PrimaryButton;
class QualityChoices;
class ThemedLabel;

/// Asks some of the calls that a draft would move of their new targets and shows how the answers compare,
/// beside what is saved. Nothing is sent before the estimate is seen. Owned by RouteTools.
class QualityWindow : public QDialog
{
    Q_OBJECT

public:
    QualityWindow(RuleEditor &editor, const core::QualityServices &services, const RoutesContext &context,
                  QWidget *parent);
    ~QualityWindow() override;

    /// `rules` are those that the back-test tried.
    void openFor(const core::BacktestResult &backtest, const core::RuleSet &rules);
    const core::QualityCheck *check() const { return m_check.get(); }

    void reject() override;

private:
    void build();
    void wire();
    /// Draws the sample anew, as the choices are now.
    void draw();
    void describe();
    void describeEstimate();
    void showResult();
    void showBallot();
    void begin();
    bool isBusy() const;

    RuleEditor &m_editor;
    const core::QualityServices m_services;
    const RoutesContext m_context;
    QualityChoices *const m_choices;
    ThemedLabel *const m_estimate;
    MessagePanel *const m_problem;
    QProgressBar *const m_progress;
    PrimaryButton *const m_start;
    FlatButton *const m_stop;
    ThemedLabel *const m_claim;
    ThemedLabel *const m_spent;
    FigureTable *m_table = nullptr;
    BlindBallot *const m_ballot;
    QStackedWidget *const m_stack;
    core::BacktestResult m_backtest;
    core::RuleSet m_rules;
    std::unique_ptr<core::QualityCheck> m_check;
    int m_voting = -1;
    QTimer m_wait;
};

} // namespace ui
