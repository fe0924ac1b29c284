#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;

namespace ui {

class ThemedLabel;

/// In which currency amounts are also shown: one that has a rate, or none. Says by which rate, or what is
/// missing.
class CurrencyChoice : public QWidget
{
    Q_OBJECT

public:
    explicit CurrencyChoice(const Theme &theme, QWidget *parent = nullptr);

    /// `chosen` is the currency's code, empty for none; one whose rate is gone stays to be seen.
    void setChoice(const QList<core::ExchangeRate> &rates, const QString &chosen);

signals:
    /// Empty: none.
    void currencyChosen(const QString &currency);

private:
    QComboBox *const m_currency;
    ThemedLabel *const m_hint;
};

} // namespace ui
