#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace ui {

/// The amount in a field: unset for an empty one. Nothing when the text is no amount of 0 or more.
std::optional<std::optional<core::Money>> amountIn(const QLineEdit &field);

/// The prices of all classes of tokens for a million of them. An empty field is an unknown price. Owned by
/// PriceForm and PriceEditor.
class TokenPricesGrid : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names of the fields; `what` says in their accessible names what they price.
    TokenPricesGrid(const Theme &theme, const QString &name, const QString &what, QWidget *parent = nullptr);

    /// What they price from now on, as in the constructor.
    void setWhat(const QString &what);
    void setPrices(const core::TokenPrices &prices);
    /// Nothing while a field holds something else than an amount, or one with more than six decimals, which
    /// is finer than the price of a token is kept.
    std::optional<core::TokenPrices> prices() const;
    QLineEdit *first() const { return m_fields.constFirst(); }

signals:
    void edited();

private:
    const Theme &m_theme;
    QList<QLineEdit *> m_fields;
};

} // namespace ui
