#pragma once

#include "core/ledger/repricingquery.h"
#include "ui/money/moneycontext.h"

#include <QDialog>

namespace ui {

class FigureTable;
class FlatButton;
class MessagePanel;
class RepricingPane;
class ThemedLabel;

/// Prices a period's requests again, with the log of when that was done and an undo for each. Owned by
/// MoneyDesk.
class RepricingDialog : public QDialog
{
    Q_OBJECT

public:
    RepricingDialog(const MoneyContext &context, QWidget *parent);

    void openFor(const core::RepricingScope &scope);

private:
    void putTogether();
    void readLog();
    void showLog(const QList<core::RepricingRecord> &records);
    void choose();
    void undo();

    const MoneyContext m_context;
    RepricingPane *const m_pane;
    ThemedLabel *const m_title;
    FigureTable *m_log = nullptr;
    MessagePanel *const m_problem;
    FlatButton *const m_undo;
    QList<core::RepricingRecord> m_records;
};

} // namespace ui
