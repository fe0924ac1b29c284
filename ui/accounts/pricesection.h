#pragma once

#include "core/accounts/account.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;

namespace ui {

class FieldRow;

/// What the account is billed in, the price multiplier and the consent to vendors' list prices. Owned by
/// AccountForm.
class PriceSection : public Card
{
    Q_OBJECT

public:
    explicit PriceSection(Theme &theme, QWidget *parent = nullptr);

    void load(const core::Account &account);
    void apply(core::Account &account) const;
    /// Only a custom account's prices need consent.
    void setCustom(bool custom);

signals:
    void edited();

private:
    QWidget *makeCurrency(Theme &theme);

    QComboBox *const m_currency;
    QDoubleSpinBox *const m_multiplier;
    QCheckBox *const m_accept;
};

} // namespace ui
