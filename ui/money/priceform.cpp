#include "ui/money/priceform.h"

#include "core/accounts/account.h"
#include "core/base/typedamount.h"
#include "ui/money/hoursfield.h"
#include "ui/money/tierbox.h"
#include "ui/money/tokenpricesgrid.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QString isoDay(const std::optional<qint64> &utcMs)
{
    return utcMs ? QDateTime::fromMSecsSinceEpoch(*utcMs, Qt::UTC).date().toString(Qt::ISODate) : QString();
}

/// The beginning of the day in the field, UTC: unset for an empty one. Nothing for what is no day.
std::optional<std::optional<qint64>> dayIn(const QLineEdit &field)
{
    const QString text = field.text().trimmed();
    if (text.isEmpty())
        return std::optional<qint64>();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    return std::optional<qint64>(day.startOfDay(Qt::UTC).toMSecsSinceEpoch());
}

QString amountText(const std::optional<core::Money> &amount)
{
    return amount ? core::amountToType(amount->toDecimal()) : QString();
}

QHBoxLayout *partsOf(QWidget *box)
{
    auto *const row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

PriceForm::PriceForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_match(new QComboBox(this))
    , m_currency(new QComboBox(this))
    , m_service(new QComboBox(this))
    , m_base(new TokenPricesGrid(theme, QStringLiteral("price"), tr("Own price"), this))
    , m_perRequest(new QLineEdit(this))
    , m_perTool(new QLineEdit(this))
    , m_addTier(new FlatButton(theme, tr("Add prices for long &contexts"), FlatButton::Look::Outlined, this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_hours(new HoursField(this))
    , m_problem(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
{
    setObjectName(QStringLiteral("priceForm"));
    build();
    buildTerms();
    putTogether();
    wire();
}

void PriceForm::build()
{
    m_perRequest->setObjectName(QStringLiteral("priceForm.perRequest"));
    m_perRequest->setAccessibleName(tr("Fee for each request"));
    m_perTool->setObjectName(QStringLiteral("priceForm.perTool"));
    m_perTool->setAccessibleName(tr("Fee for each call of a tool that the provider runs"));
    m_from->setObjectName(QStringLiteral("priceForm.from"));
    m_from->setAccessibleName(tr("First day, UTC"));
    m_from->setPlaceholderText(tr("since ever"));
    m_to->setObjectName(QStringLiteral("priceForm.to"));
    m_to->setAccessibleName(tr("Day after the last, UTC"));
    m_to->setPlaceholderText(tr("for good"));
    m_addTier->setObjectName(QStringLiteral("priceForm.addTier"));
    m_problem->setObjectName(QStringLiteral("priceForm.problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
}

void PriceForm::buildTerms()
{
    m_match->setObjectName(QStringLiteral("priceForm.match"));
    m_match->setAccessibleName(tr("For which model ids"));
    m_match->addItem(tr("this very id"), core::priceMatchName(core::PriceMatch::Exact));
    m_match->addItem(tr("the id with any date"), core::priceMatchName(core::PriceMatch::Dated));
    m_match->addItem(tr("all ids that begin so"), core::priceMatchName(core::PriceMatch::Prefix));
    m_currency->setObjectName(QStringLiteral("priceForm.currency"));
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setEditable(true);
    m_currency->lineEdit()->setAccessibleName(m_currency->accessibleName());
    m_currency->addItems({QStringLiteral("USD"), QStringLiteral("EUR"), QStringLiteral("CNY"),
                          QStringLiteral("GBP"), QStringLiteral("JPY")});
    m_service->setObjectName(QStringLiteral("priceForm.service"));
    m_service->setAccessibleName(tr("Service tier"));
    m_service->setEditable(true);
    m_service->lineEdit()->setAccessibleName(m_service->accessibleName());
    m_service->addItems(
        {QString(), QStringLiteral("flex"), QStringLiteral("priority"), QStringLiteral("batch")});
    m_service->lineEdit()->setPlaceholderText(tr("standard"));
    // As wide as the word, which is no choice of the list.
    m_service->setMinimumContentsLength(static_cast<int>(tr("standard").size()));
}

QWidget *PriceForm::makeTerms()
{
    auto *const box = new QWidget(this);
    QHBoxLayout *const row = partsOf(box);
    row->addWidget(m_match);
    row->addWidget(m_currency);
    row->addWidget(new ThemedLabel(m_theme, tr("service tier"), Theme::Token::Ink2, box));
    row->addWidget(m_service);
    row->addStretch(1);
    return box;
}

QWidget *PriceForm::makeFees()
{
    auto *const box = new QWidget(this);
    QHBoxLayout *const row = partsOf(box);
    row->addWidget(m_perRequest, 1);
    row->addWidget(new ThemedLabel(m_theme, tr("a request"), Theme::Token::Ink2, box));
    row->addWidget(m_perTool, 1);
    row->addWidget(new ThemedLabel(m_theme, tr("a tool call"), Theme::Token::Ink2, box));
    return box;
}

QWidget *PriceForm::makeDates()
{
    auto *const box = new QWidget(this);
    QHBoxLayout *const row = partsOf(box);
    row->addWidget(m_from, 1);
    row->addWidget(new ThemedLabel(m_theme, tr("until"), Theme::Token::Ink2, box));
    row->addWidget(m_to, 1);
    return box;
}

void PriceForm::putTogether()
{
    m_termsRow = new FieldRow(m_theme, tr("&For"), makeTerms(), this);
    m_termsRow->setFirstPart(m_match);
    m_pricesRow = new FieldRow(m_theme, tr("&Million tokens"), m_base, this);
    m_pricesRow->setFirstPart(m_base->first());
    m_feesRow = new FieldRow(m_theme, tr("F&ees"), makeFees(), this);
    m_feesRow->setFirstPart(m_perRequest);
    auto *const tiers = new QWidget(this);
    m_tierColumn = new QVBoxLayout(tiers);
    m_tierColumn->setContentsMargins(0, 0, 0, 0);
    m_tierColumn->setSpacing(8);
    m_tierColumn->addWidget(m_addTier, 0, Qt::AlignLeft);
    m_tiersRow = new FieldRow(m_theme, tr("Long contexts"), tiers, this);
    m_datesRow = new FieldRow(m_theme, tr("&Holds from"), makeDates(), this);
    m_datesRow->setFirstPart(m_from);
    m_datesRow->setHint(tr("Days such as 2026-11-01, UTC; the second one is the day after the last."));
    m_hoursRow = new FieldRow(m_theme, tr("Hours, UTC"), m_hours, this);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    for (FieldRow *row : {m_termsRow, m_pricesRow, m_feesRow, m_tiersRow, m_datesRow, m_hoursRow})
        column->addWidget(row);
    column->addWidget(m_problem);
}

void PriceForm::wire()
{
    connect(m_base, &TokenPricesGrid::edited, this, &PriceForm::recheck);
    for (const QLineEdit *field : {m_perRequest, m_perTool, m_from, m_to})
        connect(field, &QLineEdit::textChanged, this, &PriceForm::recheck);
    connect(m_currency, &QComboBox::currentTextChanged, this, &PriceForm::recheck);
    connect(m_hours, &HoursField::edited, this, &PriceForm::recheck);
    connect(m_addTier, &QToolButton::clicked, this, [this] {
        addTier()->setFocus();
        recheck();
    });
}

TierBox *PriceForm::addTier()
{
    auto *const box = new TierBox(m_theme, this);
    m_tierColumn->insertWidget(static_cast<int>(m_tiers.size()), box);
    m_tiers.append(box);
    connect(box, &TierBox::edited, this, &PriceForm::recheck);
    connect(box, &TierBox::removeWanted, this, [this, box] {
        m_tiers.removeOne(box);
        box->hide();
        box->deleteLater();
        recheck();
    });
    return box;
}

void PriceForm::setEntry(const core::PriceEntry &entry)
{
    m_checked = false;
    m_entry = entry;
    m_match->setCurrentIndex(std::max(m_match->findData(core::priceMatchName(entry.match)), 0));
    m_currency->setCurrentText(entry.currency);
    m_service->setCurrentText(entry.serviceTier);
    m_base->setPrices(entry.prices);
    m_perRequest->setText(amountText(entry.perRequest));
    m_perTool->setText(amountText(entry.perToolCall));
    for (TierBox *box : std::as_const(m_tiers)) {
        box->hide();
        box->deleteLater();
    }
    m_tiers.clear();
    for (const core::PriceTier &tier : entry.tiers)
        addTier()->setTier(tier);
    m_from->setText(isoDay(entry.validFromMs));
    m_to->setText(isoDay(entry.validToMs));
    m_hours->setWindows(entry.windows);
    m_hoursRow->setHint(m_hours->further() > 0
                            ? tr("%n further windows stay as they are.", nullptr, m_hours->further())
                            : tr("No day: all week. 00:00 as the end is the end of the day."));
    for (FieldRow *row : {m_termsRow, m_pricesRow, m_feesRow, m_tiersRow, m_datesRow})
        row->setFault({});
    m_problem->hide();
}

void PriceForm::focusFirst()
{
    m_base->first()->setFocus();
    m_base->first()->selectAll();
}

bool PriceForm::readAmounts(core::PriceEntry &entry)
{
    const QString example = core::amountToType(QStringLiteral("2.50"));
    const std::optional<core::TokenPrices> prices = m_base->prices();
    m_pricesRow->setFault(
        prices ? QString()
               : tr("A price is an amount such as %1 with at most six decimals; an empty field is unknown.")
                     .arg(example));
    entry.prices = prices.value_or(core::TokenPrices());
    const auto perRequest = amountIn(*m_perRequest);
    const auto perTool = amountIn(*m_perTool);
    m_feesRow->setFault(perRequest && perTool
                            ? QString()
                            : tr("A price is an amount such as %1; an empty field is unknown.").arg(example));
    entry.perRequest = perRequest.value_or(std::nullopt);
    entry.perToolCall = perTool.value_or(std::nullopt);
    return prices && perRequest && perTool;
}

bool PriceForm::readTiers(core::PriceEntry &entry)
{
    entry.tiers.clear();
    QString fault;
    for (const TierBox *box : std::as_const(m_tiers)) {
        const std::optional<core::PriceTier> tier = box->tier();
        if (tier && tier->aboveInputTokens > 0 && tier->prices != core::TokenPrices())
            entry.tiers.append(*tier);
        else
            fault = tr("Prices for long contexts want a number of tokens such as 200000, and an amount with "
                       "at most six decimals.");
    }
    m_tiersRow->setFault(fault);
    std::sort(entry.tiers.begin(), entry.tiers.end(), [](const auto &one, const auto &other) {
        return one.aboveInputTokens < other.aboveInputTokens;
    });
    return fault.isEmpty();
}

bool PriceForm::readDates(core::PriceEntry &entry)
{
    const auto from = dayIn(*m_from);
    const auto to = dayIn(*m_to);
    QString fault;
    if (!from || !to)
        fault = tr("A day is written such as 2026-11-01.");
    else if (*from && *to && **to <= **from)
        fault = tr("The price ends before it begins.");
    m_datesRow->setFault(fault);
    entry.validFromMs = from.value_or(std::nullopt);
    entry.validToMs = to.value_or(std::nullopt);
    return fault.isEmpty();
}

std::optional<core::PriceEntry> PriceForm::written()
{
    core::PriceEntry entry = m_entry;
    entry.match =
        core::priceMatchFromName(m_match->currentData().toString()).value_or(core::PriceMatch::Exact);
    entry.currency = m_currency->currentText().trimmed().toUpper();
    entry.serviceTier = m_service->currentText().trimmed();
    entry.windows = m_hours->windows();
    const bool currency = core::isCurrencyCode(entry.currency);
    m_termsRow->setFault(currency ? QString() : tr("A currency is three letters such as EUR."));
    const bool amounts = readAmounts(entry);
    const bool tiers = readTiers(entry);
    const bool dates = readDates(entry);
    return currency && amounts && tiers && dates ? std::optional(entry) : std::nullopt;
}

std::optional<core::PriceEntry> PriceForm::take()
{
    m_checked = true;
    std::optional<core::PriceEntry> entry = written();
    // A model that is missing is told where it is written.
    core::PriceEntry named = entry.value_or(core::PriceEntry());
    if (named.model.isEmpty())
        named.model = tr("the model");
    const core::Result<void> valid = entry ? core::validatePrice(named) : core::Result<void>();
    m_problem->setText(valid ? QString() : valid.error().message);
    m_problem->setVisible(!valid);
    return valid ? entry : std::nullopt;
}

void PriceForm::recheck()
{
    if (m_checked)
        (void)take();
}

} // namespace ui
