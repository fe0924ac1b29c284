#include "ui/accounts/pricesection.h"

#include "ui/widgets/fieldrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <cmath>

namespace ui {

namespace {

constexpr double kMillionth = 1e6;

/// A factor without the zeros at its end: `1`, `0.85`.
class FactorBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

} // namespace

PriceSection::PriceSection(Theme &theme, QWidget *parent)
    : Card(theme, tr("Prices"), parent)
    , m_currency(new QComboBox(this))
    , m_multiplier(new FactorBox(this))
    , m_accept(new QCheckBox(tr("Use the vendors' &list prices for models without a price"), this))
{
    m_multiplier->setObjectName(QStringLiteral("priceMultiplier"));
    m_multiplier->setRange(0.0, 1000.0);
    m_multiplier->setDecimals(6);
    m_multiplier->setSingleStep(0.05);
    m_multiplier->setPrefix(QStringLiteral("× "));
    m_accept->setObjectName(QStringLiteral("acceptListPrices"));
    auto *const box = new QWidget(this);
    auto *const line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_multiplier);
    line->addStretch();
    m_multiplier->setAccessibleName(tr("Price multiplier"));
    auto *const row = new FieldRow(theme, tr("&Multiplier"), box, this);
    row->setFirstPart(m_multiplier);
    row->setHint(tr("What this account charges in relation to the vendors' list prices: 0.8 is 20 % less."));
    content()->addWidget(makeCurrency(theme));
    content()->addWidget(row);
    content()->addWidget(m_accept);
    connect(m_multiplier, &QDoubleSpinBox::valueChanged, this, &PriceSection::edited);
    connect(m_accept, &QCheckBox::toggled, this, &PriceSection::edited);
}

QWidget *PriceSection::makeCurrency(Theme &theme)
{
    m_currency->setObjectName(QStringLiteral("accountCurrency"));
    m_currency->setAccessibleName(tr("Billed in"));
    m_currency->addItems({QStringLiteral("USD"), QStringLiteral("EUR"), QStringLiteral("CNY"),
                          QStringLiteral("GBP"), QStringLiteral("JPY")});
    auto *const box = new QWidget(this);
    auto *const line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_currency);
    line->addStretch();
    auto *const row = new FieldRow(theme, tr("&Billed in"), box, this);
    row->setFirstPart(m_currency);
    row->setHint(tr("Only prices in this currency are the account's; none is converted into it."));
    connect(m_currency, &QComboBox::currentIndexChanged, this, &PriceSection::edited);
    return row;
}

void PriceSection::load(const core::Account &account)
{
    const QSignalBlocker quiet(this);
    if (m_currency->findText(account.currency) < 0)
        m_currency->addItem(account.currency);
    m_currency->setCurrentText(account.currency);
    m_multiplier->setValue(static_cast<double>(account.priceMultiplierMillionths) / kMillionth);
    m_accept->setChecked(account.acceptsListPrices);
}

void PriceSection::apply(core::Account &account) const
{
    account.currency = m_currency->currentText();
    account.priceMultiplierMillionths = std::llround(m_multiplier->value() * kMillionth);
    account.acceptsListPrices = m_accept->isChecked();
}

void PriceSection::setCustom(bool custom)
{
    m_accept->setVisible(custom);
}

} // namespace ui
