#pragma once

#include "core/ledger/reportperiod.h"
#include "core/savings/whatif.h"
#include "ui/savings/savingscontext.h"
#include "ui/savings/savingsrun.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace ui {

class FlatButton;
class MessagePanel;
class ThemedLabel;

/// What the period's calls would have cost at another model, or for each task at the cheapest that passed the
/// votes. It reads while it is shown; another period or model begins anew.
class WhatIfPane : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfPane(const SavingsContext &context, QWidget *parent = nullptr);
    ~WhatIfPane() override;

    /// Reads anew, also for the same period.
    void setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);
    /// Nothing: for each task the cheapest that passed. The pane that is made next begins with it.
    void setTarget(const std::optional<core::TargetName> &target);
    /// The last one that came to an end, also one that was stopped.
    const std::optional<core::WhatIfResult> &result() const { return m_result; }

signals:
    /// "Open in Routes".
    void openInRoutesRequested(const core::RuleSet &rules);
    /// For a toast: what was done, such as "Saved what-if.csv".
    void notified(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeRows();
    void fillRows();
    QWidget *makeFoot();
    void makeChoice();
    void nameTarget();
    void start();
    void startSoon();
    void take(const core::Result<core::WhatIfResult> &result);
    void showResult();
    void clearRows();
    void say(const QString &sentence);
    void save(const QString &title, const QString &name, const QString &text);

    const SavingsContext m_context;
    FlatButton *const m_choice;
    RunStrip *const m_strip;
    MessagePanel *const m_problem;
    ThemedLabel *const m_sentence;
    ThemedLabel *const m_total;
    ThemedLabel *const m_noDraft;
    ThemedLabel *const m_assumptions;
    FlatButton *const m_fold;
    FlatButton *const m_open;
    FlatButton *const m_export;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_rowColumn = nullptr;
    core::WhatIfRequest m_request;
    SavingsRun<core::WhatIf, core::WhatIfResult> m_run;
    std::optional<core::WhatIfResult> m_result;
};

} // namespace ui
