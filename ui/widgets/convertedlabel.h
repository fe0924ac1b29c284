#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/widgets/elidedlabel.h"

namespace ui {

/// What an amount comes to in the currency that amounts are also shown in: `≈ 35.09 EUR`. Hidden without an
/// amount or a rate, and for nothing, which is the same in every currency.
class ConvertedLabel : public ElidedLabel
{
    Q_OBJECT

public:
    explicit ConvertedLabel(const Theme &theme, QWidget *parent = nullptr);

    /// `usd` is in US dollars.
    void setAmount(const std::optional<core::Money> &usd, const std::optional<core::ExchangeRate> &rate);
    /// The amount with the rate and its day, as the tooltip says it; empty while hidden.
    QString explanation() const { return m_explanation; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_explanation;
};

} // namespace ui
