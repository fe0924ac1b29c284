#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/widgets/surface.h"

class QComboBox;
class QLineEdit;

namespace ui {

class TokenPricesGrid;

/// The prices of a whole request once its input passes a number of tokens. Owned by PriceForm.
class TierBox : public Surface
{
    Q_OBJECT

public:
    explicit TierBox(const Theme &theme, QWidget *parent = nullptr);

    void setTier(const core::PriceTier &tier);
    /// Nothing while a field cannot be read.
    std::optional<core::PriceTier> tier() const;

signals:
    void edited();
    void removeWanted();

private:
    QLineEdit *const m_above;
    QComboBox *const m_how;
    TokenPricesGrid *const m_prices;
};

} // namespace ui
