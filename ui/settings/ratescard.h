#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace ui {

/// The user's own exchange rates, by which prices in other currencies are shown in US dollars. A rate is
/// taken with its day when it is set; none is ever fetched.
class RatesCard : public Card
{
    Q_OBJECT

public:
    explicit RatesCard(const Theme &theme, QWidget *parent = nullptr);

    void setRates(const QList<core::ExchangeRate> &rates);
    /// What accounts are billed in: offered first.
    void setCurrencies(const QStringList &currencies);
    /// The day that a new rate has at first.
    void setToday(QDate today);
    /// Waits for a rate of that currency to be written.
    void askFor(const QString &currency);
    /// Why a rate was not kept.
    void setProblem(const QString &sentence);

signals:
    void rateChosen(const core::ExchangeRate &rate);
    void rateRemoved(const QString &currency);

private:
    QLayout *makeNew();
    QWidget *makeRow(const core::ExchangeRate &rate);
    void take();

    const Theme &m_theme;
    QVBoxLayout *const m_rows;
    QComboBox *const m_currency;
    QLineEdit *const m_rate;
    QLineEdit *const m_date;
    ThemedLabel *const m_fault;
    QList<QWidget *> m_shown;
};

} // namespace ui
