#include "ui/accounts/priceeditor.h"

#include "core/base/typedamount.h"
#include "ui/money/tokenpricesgrid.h"
#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui {

PriceEditor::PriceEditor(Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, AllSides, parent)
    , m_title(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_currency(new QComboBox(this))
    , m_prices(new TokenPricesGrid(theme, QStringLiteral("own"), {}, this))
    , m_fault(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
{
    setRadius(kControlRadius);
    setObjectName(QStringLiteral("priceEditor"));
    m_title->setWordWrap(true);
    m_currency->setObjectName(QStringLiteral("ownCurrency"));
    m_currency->setAccessibleName(tr("Currency of the own price"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *const set = new FlatButton(theme, tr("Set price"), FlatButton::Look::Outlined, this);
    set->setObjectName(QStringLiteral("setOwnPrice"));
    auto *const cancel = new FlatButton(theme, tr("Cancel"), FlatButton::Look::Flat, this);
    auto *const head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_currency);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_fault, 1);
    foot->addStretch();
    foot->addWidget(set);
    foot->addWidget(cancel);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_prices);
    column->addLayout(foot);
    connect(set, &QToolButton::clicked, this, &PriceEditor::submit);
    connect(cancel, &QToolButton::clicked, this, &PriceEditor::closed);
    connect(m_prices, &TokenPricesGrid::edited, this, &PriceEditor::check);
    connect(m_currency, &QComboBox::currentTextChanged, this, &PriceEditor::nameCurrency);
}

void PriceEditor::edit(const QString &model, const std::optional<core::PriceList> &prices,
                       const QString &accountCurrency)
{
    const bool own = prices && prices->source == core::PriceSource::Override;
    const QString currency = own ? prices->currency : accountCurrency;
    m_model = model;
    {
        const QSignalBlocker quiet(m_currency);
        m_currency->clear();
        m_currency->addItem(currency);
        if (currency != accountCurrency)
            m_currency->addItem(accountCurrency);
    }
    m_currency->setVisible(m_currency->count() > 1);
    nameCurrency();
    const bool same = prices && prices->currency == currency;
    m_prices->setPrices(same ? prices->base : core::TokenPrices());
    m_fault->hide();
    show();
    m_prices->first()->setFocus();
    m_prices->first()->selectAll();
}

QString PriceEditor::currency() const
{
    return m_currency->currentText();
}

void PriceEditor::nameCurrency()
{
    const QString title = tr("Own price of %1, in %2 for a million tokens", "model, currency");
    m_title->setText(title.arg(m_model, currency()));
    m_prices->setWhat(tr("Own price in %1", "currency").arg(currency()));
}

void PriceEditor::check()
{
    const bool readable = m_prices->prices().has_value();
    m_fault->setText(
        readable ? QString()
                 : tr("A price is an amount such as %1 with at most six decimals; an empty field is unknown.")
                       .arg(core::amountToType(QStringLiteral("2.50"))));
    m_fault->setVisible(!readable);
}

void PriceEditor::submit()
{
    const std::optional<core::TokenPrices> own = m_prices->prices();
    if (!own)
        return check();
    if (*own == core::TokenPrices()) {
        m_fault->setText(tr("Enter at least one price."));
        m_fault->show();
        return;
    }
    emit priceSet(*own);
}

void PriceEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        Surface::keyPressEvent(event);
}

} // namespace ui
