#pragma once

#include "core/ledger/repricingquery.h"
#include "ui/money/moneycontext.h"
#include "ui/widgets/card.h"

namespace ui {

class EmptyState;
class FigureTable;
class FlatButton;
class PrimaryButton;
class ThemedLabel;

/// The models whose requests have no known cost, by account, with the way to a price or a rate. Owned by a
/// window or a page, which says of what time.
class UnpricedPane : public Card
{
    Q_OBJECT

public:
    UnpricedPane(const MoneyContext &context, QWidget *parent);

    /// Only its times count.
    void openFor(const core::RepricingScope &scope);
    void focusTable();

signals:
    /// The price of a model on an account is to be given.
    void priceWanted(const QString &account, const QString &model);
    /// Its price is known, in a currency that has no rate.
    void rateWanted(const QString &currency);
    /// Requests that have a price by now are to get their cost.
    void repricingWanted(const core::RepricingScope &scope);
    /// Esc or Backspace in the table.
    void left();

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What an unpriced model lacks.
    enum class Lack { Price, Rate, PricingAgain };

    void putTogether();
    void wire();
    void refresh();
    void showModels(const QList<core::UnpricedModel> &models);
    QList<Lack> lacksOf(const QList<core::UnpricedModel> &models) const;
    static QString lackText(Lack lack, const QString &currency);
    void addPrice();
    /// Says on the button what the current model lacks: a price, a rate, or to be priced by them.
    void nameWhatIsMissing();
    core::RepricingScope scope() const;

    const MoneyContext m_context;
    core::RepricingScope m_times;
    quint64 m_generation = 0;
    bool m_stale = true;
    ThemedLabel *const m_summary;
    FigureTable *m_table = nullptr;
    EmptyState *const m_empty;
    FlatButton *const m_reprice;
    PrimaryButton *const m_add;
    QList<core::UnpricedModel> m_models;
    /// Of each of them.
    QList<Lack> m_lacks;
};

} // namespace ui
