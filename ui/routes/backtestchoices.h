#pragma once

#include "core/insight/backtest.h"
#include "core/routing/rulesetstore.h"
#include "ui/routes/routescontext.h"

#include <QWidget>

class QAction;
class QDateEdit;
class QTimeZone;

namespace ui {

class FlatButton;
class WordCombo;

/// Which calls a back-test looks at, and against which version. Owned by BacktestWindow.
class BacktestChoices : public QWidget
{
    Q_OBJECT

public:
    BacktestChoices(const RoutesContext &context, QWidget *parent);

    /// Newest first; `active` is marked. The chosen one stays when it is still there.
    void setVersions(const QList<core::RuleSetVersion> &versions, int active);
    core::BacktestOptions options() const;
    /// 0: nothing.
    int against() const;
    /// InvalidRequest when the period is none.
    core::Result<void> check() const;

private:
    void makePeriod();
    void makeSources();
    QAction *addSource(const QString &text, const char *objectName, bool on);
    void describeSources();
    void chooseBaseline();
    QTimeZone zone() const;

    const RoutesContext m_context;
    WordCombo *const m_period;
    QDateEdit *const m_from;
    QDateEdit *const m_to;
    FlatButton *const m_sources;
    WordCombo *const m_against;
    QAction *m_routed = nullptr;
    QAction *m_gateway = nullptr;
    QAction *m_imported = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_simulated = nullptr;
    QAction *m_baselineChoice = nullptr;
    /// Whose answer counts in a run that has no vote; nothing: the first one's.
    std::optional<core::TargetName> m_baseline;
};

} // namespace ui
