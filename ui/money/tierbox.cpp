#include "ui/money/tierbox.h"

#include "ui/money/tokenpricesgrid.h"
#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

TierBox::TierBox(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, AllSides, parent)
    , m_above(new QLineEdit(this))
    , m_how(new QComboBox(this))
    , m_prices(new TokenPricesGrid(theme, QStringLiteral("tier"), tr("Long-context price"), this))
{
    setObjectName(QStringLiteral("tier"));
    setRadius(kControlRadius);
    m_how->setObjectName(QStringLiteral("tier.how"));
    m_how->setAccessibleName(tr("How the number of tokens counts"));
    m_how->addItem(tr("more than"));
    m_how->addItem(tr("at least"));
    m_above->setObjectName(QStringLiteral("tier.above"));
    m_above->setAccessibleName(tr("Input tokens from which this price holds"));
    m_above->setPlaceholderText(QStringLiteral("200000"));
    m_above->setAlignment(Qt::AlignRight);
    auto *const remove = new FlatButton(theme, Icon::Trash, tr("Remove these prices"), this);
    remove->setObjectName(QStringLiteral("tier.remove"));
    auto *const top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(new ThemedLabel(theme, tr("Requests with"), Theme::Token::Ink, this));
    top->addWidget(m_how);
    top->addWidget(m_above);
    top->addWidget(new ThemedLabel(theme, tr("input tokens"), Theme::Token::Ink, this));
    top->addStretch(1);
    top->addWidget(remove);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(m_prices);
    connect(m_above, &QLineEdit::textChanged, this, &TierBox::edited);
    connect(m_how, &QComboBox::currentIndexChanged, this, &TierBox::edited);
    connect(m_prices, &TokenPricesGrid::edited, this, &TierBox::edited);
    connect(remove, &QToolButton::clicked, this, &TierBox::removeWanted);
}

void TierBox::setTier(const core::PriceTier &tier)
{
    m_above->setText(tier.aboveInputTokens > 0 ? QString::number(tier.aboveInputTokens) : QString());
    m_how->setCurrentIndex(tier.inclusive ? 1 : 0);
    m_prices->setPrices(tier.prices);
}

std::optional<core::PriceTier> TierBox::tier() const
{
    bool isNumber = false;
    core::PriceTier tier;
    tier.aboveInputTokens = m_above->text().trimmed().toLongLong(&isNumber);
    tier.inclusive = m_how->currentIndex() == 1;
    const std::optional<core::TokenPrices> prices = m_prices->prices();
    if (!isNumber || !prices)
        return std::nullopt;
    tier.prices = *prices;
    return tier;
}

} // namespace ui
