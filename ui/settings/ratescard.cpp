#include "ui/settings/ratescard.h"

#include "core/accounts/account.h"
#include "core/base/typedamount.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

RatesCard::RatesCard(const Theme &theme, QWidget *parent)
    : Card(theme, tr("Exchange rates"), parent)
    , m_theme(theme)
    , m_rows(new QVBoxLayout)
    , m_currency(new QComboBox(this))
    , m_rate(new QLineEdit(this))
    , m_date(new QLineEdit(this))
    , m_fault(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
{
    auto *const hint = new ThemedLabel(
        theme,
        tr("A price in another currency is its own price. To show and sum its cost in US dollars it needs a "
           "rate, which you give: none is fetched, and without one the cost in dollars is unknown. A request "
           "keeps the rate it was priced by."),
        Theme::Token::Ink2, this);
    hint->setWordWrap(true);
    m_rows->setSpacing(6);
    m_fault->setObjectName(QStringLiteral("ratesFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    content()->addWidget(hint);
    content()->addLayout(m_rows);
    content()->addLayout(makeNew());
    content()->addWidget(m_fault);
    setCurrencies({});
}

QLayout *RatesCard::makeNew()
{
    m_currency->setObjectName(QStringLiteral("rateCurrency"));
    m_currency->setAccessibleName(tr("Currency of the rate"));
    m_currency->setEditable(true);
    m_currency->lineEdit()->setAccessibleName(m_currency->accessibleName());
    m_rate->setObjectName(QStringLiteral("rateUsd"));
    m_rate->setAccessibleName(tr("US dollars for one unit of the currency"));
    m_rate->setAlignment(Qt::AlignRight);
    m_rate->setPlaceholderText(core::amountToType(QStringLiteral("1.08")));
    m_date->setObjectName(QStringLiteral("rateDate"));
    m_date->setAccessibleName(tr("Day of the rate"));
    auto *const set = new FlatButton(m_theme, tr("Set &rate"), FlatButton::Look::Outlined, this);
    set->setObjectName(QStringLiteral("setRate"));
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new ThemedLabel(m_theme, QStringLiteral("1"), Theme::Token::Ink, this));
    row->addWidget(m_currency);
    row->addWidget(new ThemedLabel(m_theme, QStringLiteral("= US$"), Theme::Token::Ink, this));
    row->addWidget(m_rate, 1);
    row->addWidget(new ThemedLabel(m_theme, tr("on"), Theme::Token::Ink, this));
    row->addWidget(m_date, 1);
    row->addWidget(set);
    connect(set, &QToolButton::clicked, this, &RatesCard::take);
    for (const QLineEdit *field : {m_rate, m_date}) {
        connect(field, &QLineEdit::textEdited, m_fault, &QWidget::hide);
        connect(field, &QLineEdit::returnPressed, this, &RatesCard::take);
    }
    return row;
}

QWidget *RatesCard::makeRow(const core::ExchangeRate &rate)
{
    auto *const box = new QWidget(this);
    auto *const text =
        new ThemedLabel(m_theme,
                        tr("1 %1 = US$ %2, rate of %3")
                            .arg(rate.currency, core::amountToType(rate.usdPerUnit.toDecimal()),
                                 QLocale().toString(rate.date, QLocale::ShortFormat)),
                        Theme::Token::Ink, box);
    text->setObjectName(QStringLiteral("rate"));
    auto *const remove =
        new FlatButton(m_theme, Icon::Trash, tr("Remove the rate of %1").arg(rate.currency), box);
    remove->setObjectName(QStringLiteral("removeRate"));
    connect(remove, &QToolButton::clicked, this,
            [this, currency = rate.currency] { emit rateRemoved(currency); });
    auto *const row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(text, 1);
    row->addWidget(remove);
    return box;
}

void RatesCard::setRates(const QList<core::ExchangeRate> &rates)
{
    for (QWidget *row : std::as_const(m_shown)) {
        row->hide();
        row->deleteLater();
    }
    m_shown.clear();
    for (const core::ExchangeRate &rate : rates) {
        m_shown.append(makeRow(rate));
        m_rows->addWidget(m_shown.constLast());
    }
    m_fault->hide();
}

void RatesCard::setCurrencies(const QStringList &currencies)
{
    const QString written = m_currency->currentText();
    QStringList all;
    const QStringList usual{QStringLiteral("EUR"), QStringLiteral("CNY"), QStringLiteral("GBP"),
                            QStringLiteral("JPY")};
    for (const QString &currency : currencies + usual) {
        if (currency != core::kUsd && !all.contains(currency))
            all.append(currency);
    }
    m_currency->clear();
    m_currency->addItems(all);
    if (!written.isEmpty())
        m_currency->setCurrentText(written);
}

void RatesCard::setToday(QDate today)
{
    if (m_date->text().isEmpty())
        m_date->setText(today.toString(Qt::ISODate));
}

void RatesCard::askFor(const QString &currency)
{
    m_currency->setCurrentText(currency);
    m_rate->setFocus();
}

void RatesCard::setProblem(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void RatesCard::take()
{
    core::ExchangeRate rate;
    rate.currency = m_currency->currentText().trimmed().toUpper();
    rate.date = QDate::fromString(m_date->text().trimmed(), Qt::ISODate);
    const std::optional<core::Money> usd = core::typedAmount(m_rate->text());
    rate.usdPerUnit = usd.value_or(core::Money());
    if (!core::isCurrencyCode(rate.currency) || rate.currency == core::kUsd)
        return setProblem(tr("A currency is three letters other than USD, such as EUR."));
    if (rate.usdPerUnit <= core::Money())
        return setProblem(tr("The rate is a number above 0, such as 1.08."));
    if (!rate.date.isValid())
        return setProblem(tr("The day is written such as 2026-11-22."));
    m_rate->clear();
    setProblem({});
    emit rateChosen(rate);
}

} // namespace ui
