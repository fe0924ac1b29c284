#include "ui/money/tokenpricesgrid.h"

#include "core/base/typedamount.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QLineEdit>

#include <array>

namespace ui {

namespace {

constexpr int kPricedTokens = 1'000'000;
constexpr int kPriceColumns = 4;

struct PriceClass
{
    const char *name;
    const char *label;
    std::optional<core::Money> core::TokenPrices::*price;
};

constexpr std::array kPriceClasses{
    PriceClass{"input", QT_TRANSLATE_NOOP("ui::TokenPricesGrid", "input"), &core::TokenPrices::input},
    PriceClass{"output", QT_TRANSLATE_NOOP("ui::TokenPricesGrid", "output"), &core::TokenPrices::output},
    PriceClass{"cacheRead", QT_TRANSLATE_NOOP("ui::TokenPricesGrid", "cache read"),
               &core::TokenPrices::cacheRead},
    PriceClass{"reasoning", QT_TRANSLATE_NOOP("ui::TokenPricesGrid", "reasoning"),
               &core::TokenPrices::reasoning},
    PriceClass{"cacheWrite", QT_TRANSLATE_NOOP("ui::TokenPricesGrid", "cache write, 5 min"),
               &core::TokenPrices::cacheWrite},
    PriceClass{"cacheWrite1h", QT_TRANSLATE_NOOP("ui::TokenPricesGrid", "cache write, 1 h"),
               &core::TokenPrices::cacheWrite1h},
    PriceClass{"audioInput", QT_TRANSLATE_NOOP("ui::TokenPricesGrid", "audio input"),
               &core::TokenPrices::audioInput},
    PriceClass{"audioOutput", QT_TRANSLATE_NOOP("ui::TokenPricesGrid", "audio output"),
               &core::TokenPrices::audioOutput},
};

} // namespace

std::optional<std::optional<core::Money>> amountIn(const QLineEdit &field)
{
    const QString text = field.text().trimmed();
    if (text.isEmpty())
        return std::optional<core::Money>();
    const std::optional<core::Money> amount = core::typedAmount(text);
    if (!amount || *amount < core::Money())
        return std::nullopt;
    return amount;
}

TokenPricesGrid::TokenPricesGrid(const Theme &theme, const QString &name, const QString &what,
                                 QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    for (std::size_t at = 0; at < kPriceClasses.size(); ++at) {
        const PriceClass &each = kPriceClasses.at(at);
        const QString label = tr(each.label);
        auto *const field = new QLineEdit(this);
        field->setObjectName(name + u'.' + QLatin1StringView(each.name));
        field->setAlignment(Qt::AlignRight);
        const int row = static_cast<int>(at) / kPriceColumns * 2;
        const int column = static_cast<int>(at) % kPriceColumns;
        auto *const head = new ThemedLabel(m_theme, label, Theme::Token::Ink2, this);
        head->setType(0.92);
        grid->addWidget(head, row, column);
        grid->addWidget(field, row + 1, column);
        grid->setColumnStretch(column, 1);
        m_fields.append(field);
        connect(field, &QLineEdit::textChanged, this, &TokenPricesGrid::edited);
    }
    setWhat(what);
}

void TokenPricesGrid::setWhat(const QString &what)
{
    for (std::size_t at = 0; at < kPriceClasses.size(); ++at)
        m_fields.at(static_cast<qsizetype>(at))
            ->setAccessibleName(tr("%1, %2, for a million tokens", "what, class of tokens")
                                    .arg(what, tr(kPriceClasses.at(at).label)));
}

void TokenPricesGrid::setPrices(const core::TokenPrices &prices)
{
    for (std::size_t at = 0; at < kPriceClasses.size(); ++at) {
        const std::optional<core::Money> price = prices.*kPriceClasses.at(at).price;
        m_fields.at(static_cast<qsizetype>(at))
            ->setText(price ? core::amountToType((*price * kPricedTokens).toDecimal()) : QString());
    }
}

std::optional<core::TokenPrices> TokenPricesGrid::prices() const
{
    core::TokenPrices prices;
    for (std::size_t at = 0; at < kPriceClasses.size(); ++at) {
        const auto amount = amountIn(*m_fields.at(static_cast<qsizetype>(at)));
        if (!amount)
            return std::nullopt;
        if (!*amount)
            continue;
        const core::Money one = (*amount)->scaled(1, kPricedTokens);
        if (one * kPricedTokens != **amount)
            return std::nullopt;
        prices.*kPriceClasses.at(at).price = one;
    }
    return prices;
}

} // namespace ui
