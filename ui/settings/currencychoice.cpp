#include "ui/settings/currencychoice.h"

#include "core/models/displaycurrency.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

CurrencyChoice::CurrencyChoice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_currency(new QComboBox(this))
    , m_hint(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
{
    m_currency->setObjectName(QStringLiteral("displayCurrency"));
    m_currency->setAccessibleName(tr("Currency that amounts are also shown in"));
    m_currency->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_hint->setObjectName(QStringLiteral("displayCurrencyHint"));
    m_hint->setWordWrap(true);
    auto *const label = new ThemedLabel(theme, tr("&Show amounts also in"), Theme::Token::Ink, this);
    label->setBuddy(m_currency);
    auto *const row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(m_currency);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_hint);
    connect(m_currency, &QComboBox::activated, this,
            [this](int index) { emit currencyChosen(m_currency->itemData(index).toString()); });
    setChoice({}, {});
}

void CurrencyChoice::setChoice(const QList<core::ExchangeRate> &rates, const QString &chosen)
{
    const auto rate = std::find_if(rates.cbegin(), rates.cend(), [&chosen](const core::ExchangeRate &each) {
        return each.currency == chosen;
    });
    const bool known = rate != rates.cend();
    m_currency->clear();
    m_currency->addItem(tr("None", "no further currency"), QString());
    for (const core::ExchangeRate &each : rates)
        m_currency->addItem(each.currency, each.currency);
    if (!known && !chosen.isEmpty())
        m_currency->addItem(tr("%1 (no rate)", "a currency").arg(chosen), chosen);
    m_currency->setCurrentIndex(m_currency->findData(chosen));
    if (known)
        m_hint->setText(tr("%1. For display only: costs, budgets and exports stay in US dollars.", "a rate")
                            .arg(core::DisplayCurrency::rateText(*rate)));
    else if (!chosen.isEmpty())
        m_hint->setText(
            tr("There is no rate of %1 any more. Set one under “Exchange rates” below, or choose none.")
                .arg(chosen));
    else
        m_hint->setText(
            tr("To choose a currency, set its rate under “Exchange rates” below; none is fetched."));
    m_hint->setVisible(!chosen.isEmpty() || rates.isEmpty());
}

} // namespace ui
