#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/widgets/surface.h"

class QComboBox;

namespace ui {

class ThemedLabel;
class TokenPricesGrid;

/// The user's own price of one model for a million tokens, in the currency that its account is billed in.
/// Owned by ModelsSection.
class PriceEditor : public Surface
{
    Q_OBJECT

public:
    explicit PriceEditor(Theme &theme, QWidget *parent = nullptr);

    /// Starts from what holds now where that is in the same currency; an own price keeps the one it has until
    /// another is chosen.
    void edit(const QString &model, const std::optional<core::PriceList> &prices,
              const QString &accountCurrency);
    QString model() const { return m_model; }
    QString currency() const;

signals:
    /// At least one price is set; they are in currency().
    void priceSet(const core::TokenPrices &prices);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void nameCurrency();
    void check();
    void submit();

    QString m_model;
    ThemedLabel *const m_title;
    QComboBox *const m_currency;
    TokenPricesGrid *const m_prices;
    ThemedLabel *const m_fault;
};

} // namespace ui
