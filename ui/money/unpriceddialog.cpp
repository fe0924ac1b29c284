#include "ui/money/unpriceddialog.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/repricing.h"
#include "core/models/ledgerwords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/money/periodchoice.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kUnpricedSize(760, 480);

FigureRow unpricedRow(const core::UnpricedModel &model)
{
    const QString missing = model.currency.isEmpty()
        ? UnpricedDialog::tr("a price")
        : UnpricedDialog::tr("a rate for %1", "a currency").arg(model.currency);
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

UnpricedDialog::UnpricedDialog(const MoneyContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_period(new PeriodChoice(context.settings, context.clock, this))
    , m_summary(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(
          context.theme, Icon::Check, tr("Every request of this period has a cost"),
          tr("A model without a known price shows up here with its requests and tokens, so that a price can "
             "be given; until then its cost is unknown, not zero."),
          this))
    , m_reprice(new FlatButton(context.theme, tr("Price &again …"), FlatButton::Look::Outlined, this))
    , m_add(new PrimaryButton(context.theme, tr("Add &price …"), this))
{
    setObjectName(QStringLiteral("unpriced"));
    setWindowTitle(tr("Requests without a price"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kUnpricedSize.width()), context.theme.px(kUnpricedSize.height()));
    m_period->setObjectName(QStringLiteral("unpriced.period"));
    m_summary->setObjectName(QStringLiteral("unpriced.summary"));
    m_summary->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("unpriced.empty"));
    m_table = new FigureTable(
        context.theme,
        {tr("Model"), tr("Account"), tr("Requests"), tr("In"), tr("Out"), tr("Last"), tr("Missing")},
        {2, 3, 4, 5}, {5, 4}, m_stack);
    m_table->setObjectName(QStringLiteral("unpriced.table"));
    m_table->setAccessibleName(tr("Models without a price"));
    m_reprice->setObjectName(QStringLiteral("unpriced.reprice"));
    m_reprice->setToolTip(tr("Give requests their cost that a price is known for by now"));
    m_add->setObjectName(QStringLiteral("unpriced.add"));
    m_add->setAutoDefault(false);
    putTogether();
    wire();
}

void UnpricedDialog::putTogether()
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *const top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_period);
    top->addWidget(m_summary, 1);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addStretch(1);
    foot->addWidget(m_reprice);
    foot->addWidget(m_add);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
}

void UnpricedDialog::wire()
{
    connect(m_period, &PeriodChoice::rangeChanged, this, &UnpricedDialog::refresh);
    connect(m_add, &QPushButton::clicked, this, &UnpricedDialog::addPrice);
    connect(m_table, &FigureTable::rowOpened, this, &UnpricedDialog::addPrice);
    connect(m_table, &LedgerTable::left, this, &QDialog::reject);
    connect(m_reprice, &QToolButton::clicked, this, [this] { emit repricingWanted(scope()); });
    connect(&m_context.repricing, &core::Repricing::costsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void UnpricedDialog::openFor(const core::RepricingScope &scope)
{
    m_period->setRange({scope.sinceMs, scope.untilMs});
    show();
    raise();
    activateWindow();
    m_table->setFocus();
}

core::RepricingScope UnpricedDialog::scope() const
{
    const core::TimeRange range = m_period->range();
    core::RepricingScope scope;
    scope.sinceMs = range.sinceMs;
    scope.untilMs = range.untilMs;
    scope.includeSimulated = m_context.settings.get(core::settings::kIncludeSimulated);
    return scope;
}

void UnpricedDialog::refresh()
{
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

void UnpricedDialog::showModels(const QList<core::UnpricedModel> &models)
{
    m_models = models;
    QList<FigureRow> rows;
    qint64 attempts = 0;
    for (const core::UnpricedModel &model : models) {
        rows.append(unpricedRow(model));
        attempts += model.attempts;
    }
    m_table->setRows(rows);
    if (!rows.isEmpty())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_summary->setText(rows.isEmpty()
                           ? QString()
                           : tr("%1 in no total, of %n models", nullptr, static_cast<int>(rows.size()))
                                 .arg(core::LedgerWords::requests(attempts)));
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    m_add->setVisible(!rows.isEmpty());
    m_reprice->setVisible(!rows.isEmpty());
}

void UnpricedDialog::addPrice()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_models.size())
        return;
    emit priceWanted(m_models.at(row).account, m_models.at(row).model);
}

} // namespace ui
