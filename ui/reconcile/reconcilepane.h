#pragma once

#include "core/ledger/reportperiod.h"
#include "core/models/reconciletablemodel.h"
#include "core/reconcile/balance.h"
#include "core/reconcile/usageimport.h"
#include "ui/reconcile/reconcilecontext.h"
#include "ui/widgets/card.h"

class QComboBox;
class QMenu;

namespace ui {

class EmptyState;
class FlatButton;
class LedgerProxy;
class LedgerTable;
class MessagePanel;
class ToastArea;
class WholeRows;
class WorkStrip;

/// What the ledger covers, and an account's own sums against what its provider counted: by day and model,
/// with the likely cause of each gap. Imports files, and asks for the balance when the user wants to know.
/// The usage page owns it; everything of the context outlives it.
class ReconcilePane : public Card
{
    Q_OBJECT

public:
    ReconcilePane(const Theme &theme, const ReconcileContext &context, QWidget *parent = nullptr);

    /// Shows that period. Days are compared as the provider counts them, whole and in UTC.
    void setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated);
    /// Reads everything anew.
    void refresh();
    /// Opens the dialog for a file.
    void importFile(const QString &path);
    void chooseFile();

    const core::ReconcileTableModel &table() const { return m_model; }

signals:
    /// For a toast, where the pane is not on screen.
    void notified(const QString &sentence);

private:
    void makeHead(const Theme &theme);
    void makeTable(const Theme &theme);
    void setAccounts(const QStringList &imported);
    void setImports(const QList<core::UsageImportRecord> &imports);
    void readAccount();
    void showGaps(const core::Result<core::Reconciliation> &result);
    void showCoverage(const core::Result<core::UsageCoverage> &coverage);
    void askBalance();
    void readPace(const core::Account &account, const core::Balance &balance);
    void showBalance(const core::Balance &balance, std::optional<double> week, std::optional<double> month);
    void announce(const core::UsageImportRecord &record);
    void undo(qint64 import);
    QString account() const;

    const Theme &m_theme;
    const ReconcileContext m_context;
    core::ReportPeriod m_period;
    QTimeZone m_zone = QTimeZone::utc();
    bool m_includeSimulated = false;
    /// Of the latest question: answers to earlier ones are dropped.
    int m_turn = 0;
    core::ReconcileTableModel m_model;
    LedgerProxy *const m_sorted;
    LedgerTable *const m_view;
    WholeRows *const m_rows;
    EmptyState *const m_empty;
    MessagePanel *const m_problem;
    QComboBox *const m_account;
    FlatButton *const m_import;
    FlatButton *const m_ask;
    FlatButton *const m_past;
    QMenu *const m_pastMenu;
    ThemedLabel *const m_coverage;
    ThemedLabel *const m_summary;
    ThemedLabel *const m_balance;
    WorkStrip *const m_work;
    ToastArea *const m_toast;
};

} // namespace ui
