#pragma once

#include "core/ledger/reportperiod.h"
#include "core/savings/routesavings.h"
#include "ui/savings/savingscontext.h"
#include "ui/savings/savingsrun.h"
#include "ui/widgets/card.h"

#include <QTimeZone>

#include <optional>

class QGridLayout;
class QVBoxLayout;

namespace ui {

class MessagePanel;
class ThemedLabel;

/// What the active version of each rule set saved since it runs, rule by rule. It reads while it is shown;
/// another period begins anew.
class RouteSavingsPane : public Card
{
    Q_OBJECT

public:
    explicit RouteSavingsPane(const SavingsContext &context, QWidget *parent = nullptr);
    ~RouteSavingsPane() override;

    /// Reads anew, also for the same period.
    void setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);
    /// The last one that came to an end, also one that was stopped.
    const std::optional<core::RouteSavingsResult> &result() const { return m_result; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeSets();
    void start();
    void take(const core::Result<core::RouteSavingsResult> &result);
    void clearSets();
    /// In the middle of the card while there is nothing else.
    void say(const QString &sentence);
    QWidget *makeSet(const core::SetSavings &set);
    void addHeads(QGridLayout *grid);
    void addRow(QGridLayout *grid, const core::RuleSavings &rule, const QString &name, bool isCompared);

    const SavingsContext m_context;
    RunStrip *const m_strip;
    MessagePanel *const m_problem;
    ThemedLabel *const m_sentence;
    QWidget *m_area = nullptr;
    QWidget *m_sets = nullptr;
    QVBoxLayout *m_setColumn = nullptr;
    core::TimeRange m_range;
    QTimeZone m_zone = QTimeZone::utc();
    bool m_includeSimulated = false;
    SavingsRun<core::RouteSavings, core::RouteSavingsResult> m_run;
    std::optional<core::RouteSavingsResult> m_result;
    QList<QWidget *> m_shown;
};

} // namespace ui
