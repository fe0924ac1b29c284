#include "ui/money/unpricedpane.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/catalog/exchangeratestore.h"
#include "core/catalog/importedpricestore.h"
#include "core/catalog/pricebook.h"
#include "core/ledger/repricing.h"
#include "core/models/ledgerwords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QVBoxLayout>

namespace ui {

namespace {

/// The head and a row.
constexpr int kLeastTable = 68;

FigureRow unpricedRow(const core::UnpricedModel &model, const QString &missing)
{
    return {{model.model, model.model},
            {model.account, model.account},
            {core::formatCount(model.attempts), model.attempts},
            {core::formatCompactCount(model.inputTokens), model.inputTokens,
             core::formatCount(model.inputTokens)},
            {core::formatCompactCount(model.outputTokens), model.outputTokens,
             core::formatCount(model.outputTokens)},
            {QLocale().toString(QDateTime::fromMSecsSinceEpoch(model.lastMs).date(), QLocale::ShortFormat),
             model.lastMs},
            {missing, missing}};
}

} // namespace

UnpricedPane::UnpricedPane(const MoneyContext &context, QWidget *parent)
    : Card(context.theme, {}, parent)
    , m_context(context)
    , m_summary(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_empty(new EmptyState(
          context.theme, Icon::Check, tr("Every request of this period has a cost"),
          tr("A model without a known price shows up here with its requests and tokens, so that a price can "
             "be given; until then its cost is unknown, not zero."),
          this))
    , m_reprice(new FlatButton(context.theme, tr("Price &again …"), FlatButton::Look::Outlined, this))
    , m_add(new PrimaryButton(context.theme, tr("Add &price …"), this))
{
    setObjectName(QStringLiteral("unpricedPane"));
    m_summary->setObjectName(QStringLiteral("unpriced.summary"));
    m_summary->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("unpriced.empty"));
    m_table = new FigureTable(
        context.theme,
        {tr("Model"), tr("Account"), tr("Requests"), tr("In"), tr("Out"), tr("Last"), tr("Missing")},
        {2, 3, 4, 5}, {5, 4}, this);
    // In a low window the buttons are in sight, too.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_table->setMinimumHeight(context.theme.px(kLeastTable));
    m_empty->hide();
    m_table->setObjectName(QStringLiteral("unpriced.table"));
    m_table->setAccessibleName(tr("Models without a price"));
    m_reprice->setObjectName(QStringLiteral("unpriced.reprice"));
    m_reprice->setToolTip(tr("Give requests their cost that a price is known for by now"));
    m_add->setObjectName(QStringLiteral("unpriced.add"));
    m_add->setAutoDefault(false);
    setTabOrder(m_table, m_reprice);
    setTabOrder(m_reprice, m_add);
    putTogether();
    wire();
}

void UnpricedPane::putTogether()
{
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_reprice);
    foot->addWidget(m_add);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_empty, 1);
    content()->addLayout(foot);
}

void UnpricedPane::wire()
{
    connect(m_add, &QPushButton::clicked, this, &UnpricedPane::addPrice);
    connect(m_table, &FigureTable::rowOpened, this, &UnpricedPane::addPrice);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &UnpricedPane::nameWhatIsMissing);
    connect(m_table, &LedgerTable::left, this, &UnpricedPane::left);
    connect(m_reprice, &QToolButton::clicked, this, [this] { emit repricingWanted(scope()); });
    const auto readAgain = [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    };
    connect(&m_context.repricing, &core::Repricing::costsChanged, this, readAgain);
    connect(&m_context.rates, &core::ExchangeRateStore::changed, this, readAgain);
    connect(&m_context.overrides, &core::PriceOverrideStore::changed, this, readAgain);
    connect(&m_context.imported, &core::ImportedPriceStore::changed, this, readAgain);
}

void UnpricedPane::openFor(const core::RepricingScope &scope)
{
    m_times = scope;
    m_stale = true;
    if (isVisible())
        refresh();
}

void UnpricedPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void UnpricedPane::focusTable()
{
    m_table->setFocus();
}

core::RepricingScope UnpricedPane::scope() const
{
    core::RepricingScope scope;
    scope.sinceMs = m_times.sinceMs;
    scope.untilMs = m_times.untilMs;
    scope.includeSimulated = m_context.settings.get(core::settings::kIncludeSimulated);
    return scope;
}

void UnpricedPane::refresh()
{
    m_stale = false;
    const quint64 generation = ++m_generation;
    core::continued(m_context.repricing.unpriced(scope()), this,
                    [this, generation](const core::Result<QList<core::UnpricedModel>> &models) {
                        if (generation != m_generation)
                            return;
                        if (models)
                            showModels(*models);
                        else
                            m_summary->setText(
                                tr("The ledger could not be read: %1").arg(models.error().message));
                    });
}

QList<UnpricedPane::Lack> UnpricedPane::lacksOf(const QList<core::UnpricedModel> &models) const
{
    QList<Lack> lacks;
    const QList<core::Account> accounts = m_context.accounts.accounts();
    const core::PriceSnapshot prices = m_context.prices.snapshot(accounts, m_context.models);
    for (const core::UnpricedModel &model : models) {
        if (!model.currency.isEmpty()) {
            lacks.append(m_context.rates.find(model.currency) ? Lack::PricingAgain : Lack::Rate);
            continue;
        }
        const std::optional<core::Account> account = m_context.accounts.find(model.account);
        const std::optional<core::PriceList> price =
            prices.priceOf(account ? account->id : model.accountId, model.model, model.lastMs);
        // Of what came without tokens no price makes a cost.
        const bool isPriced =
            price && price->base.input && price->base.output && model.inputTokens + model.outputTokens > 0;
        lacks.append(isPriced ? Lack::PricingAgain : Lack::Price);
    }
    return lacks;
}

QString UnpricedPane::lackText(Lack lack, const QString &currency)
{
    switch (lack) {
    case Lack::Rate:
        return tr("a rate for %1", "a currency").arg(currency);
    case Lack::PricingAgain:
        return tr("pricing again");
    case Lack::Price:
        break;
    }
    return tr("a price");
}

void UnpricedPane::showModels(const QList<core::UnpricedModel> &models)
{
    m_models = models;
    m_lacks = lacksOf(models);
    QList<FigureRow> rows;
    qint64 attempts = 0;
    for (qsizetype at = 0; at < models.size(); ++at) {
        rows.append(unpricedRow(models.at(at), lackText(m_lacks.at(at), models.at(at).currency)));
        attempts += models.at(at).attempts;
    }
    m_table->setRows(rows);
    if (!rows.isEmpty())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_summary->setText(rows.isEmpty()
                           ? QString()
                           : tr("%1 in no total, of %n models", nullptr, static_cast<int>(rows.size()))
                                 .arg(core::LedgerWords::requests(attempts)));
    m_table->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    m_add->setVisible(!rows.isEmpty());
    nameWhatIsMissing();
}

void UnpricedPane::nameWhatIsMissing()
{
    const int row = m_table->currentRow();
    const Lack lack = m_lacks.value(row, Lack::Price);
    m_add->setText(lack == Lack::PricingAgain ? m_reprice->text()
                       : lack == Lack::Rate   ? tr("Set &rate …")
                                              : tr("Add &price …"));
    m_reprice->setVisible(!m_models.isEmpty() && lack != Lack::PricingAgain);
}

void UnpricedPane::addPrice()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_models.size())
        return;
    const core::UnpricedModel model = m_models.at(row);
    switch (m_lacks.at(row)) {
    case Lack::Price:
        return emit priceWanted(model.account, model.model);
    case Lack::Rate:
        return emit rateWanted(model.currency);
    case Lack::PricingAgain:
        return emit repricingWanted(scope());
    }
}

} // namespace ui
