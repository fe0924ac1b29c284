#pragma once

#include "core/accounts/account.h"
#include "ui/accounts/accountscontext.h"

#include <QWidget>

class QStackedWidget;

namespace ui {

class ConnectStep;
class WaysIn;

/// One screen from nothing to the first comparison: a pasted key, keys of the environment, local servers or
/// the simulator; then the test, a line-up and a prompt. Nothing is stored before "Start comparing". Owned by
/// AccountsPage, which also shows it to add a further account.
class FirstStart : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStart(const AccountsContext &context, QWidget *parent = nullptr);

    /// Begins anew. `further`: there are accounts already, so that one can go back to them.
    void restart(bool further);
    void setSimulatorOn(bool on);
    void takeFocus();
    /// The accounts are being stored; finished() follows.
    bool isStoring() const;

signals:
    /// The accounts are stored; these targets and this prompt are proposed for the first run.
    void finished(const QList<core::TargetName> &lineUp, const QString &samplePrompt);
    void simulatorWanted();
    /// The user wants an empty form instead.
    void formWanted();
    void cancelled();

private:
    const AccountsContext m_context;
    QStackedWidget *const m_steps;
    WaysIn *const m_waysIn;
    ConnectStep *const m_connect;
};

} // namespace ui
