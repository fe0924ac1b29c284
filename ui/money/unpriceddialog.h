#pragma once

#include "core/ledger/repricingquery.h"
#include "ui/money/moneycontext.h"

#include <QDialog>

class QStackedWidget;

namespace ui {

class EmptyState;
class FigureTable;
class FlatButton;
class PeriodChoice;
class PrimaryButton;
class ThemedLabel;

/// The models whose requests have no known cost, by account, with the way to a price. Owned by MoneyDesk.
class UnpricedDialog : public QDialog
{
    Q_OBJECT

public:
    UnpricedDialog(const MoneyContext &context, QWidget *parent);

    void openFor(const core::RepricingScope &scope);

signals:
    /// The price of a model on an account is to be given.
    void priceWanted(const QString &account, const QString &model);
    /// Requests that have a price by now are to get their cost.
    void repricingWanted(const core::RepricingScope &scope);

private:
    void putTogether();
    void wire();
    void refresh();
    void showModels(const QList<core::UnpricedModel> &models);
    void addPrice();
    core::RepricingScope scope() const;

    const MoneyContext m_context;
    quint64 m_generation = 0;
    PeriodChoice *const m_period;
    ThemedLabel *const m_summary;
    QStackedWidget *const m_stack;
    FigureTable *m_table = nullptr;
    EmptyState *const m_empty;
    FlatButton *const m_reprice;
    PrimaryButton *const m_add;
    QList<core::UnpricedModel> m_models;
};

} // namespace ui
