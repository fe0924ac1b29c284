#include "ui/money/repricingpane.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/catalog/pricebook.h"
#include "core/ledger/repricing.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/data/workstrip.h"
#include "ui/money/moneywords.h"
#include "ui/money/periodchoice.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/quietcheck.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int kRepricingRows = 120;

FigureCell sumCell(core::Money known, qint64 unpriced)
{
    return {MoneyWords::sum(known, unpriced), known.toDouble(),
            QStringLiteral("US$ %1").arg(known.toDecimal())};
}

QString signedMoney(core::Money amount)
{
    const QString text = core::formatMoney(amount);
    return amount > core::Money() ? QString(u'+' + text) : text;
}

FigureRow repricingRow(const core::RepricingRow &row)
{
    const core::Money difference = row.after - row.before;
    return {{row.model, row.model, row.account + u'/' + row.model},
            {row.account, row.account},
            {core::formatCount(row.changed), row.changed,
             RepricingPane::tr("%1 requests in the period").arg(core::formatCount(row.attempts))},
            sumCell(row.before, row.unpricedBefore),
            sumCell(row.after, row.unpricedAfter),
            {row.changed > 0 ? signedMoney(difference) : QStringLiteral("–"), difference.toDouble()}};
}

} // namespace

RepricingPane::RepricingPane(const MoneyContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_period(new PeriodChoice(context.settings, context.clock, this))
    , m_computed(new QCheckBox(tr("Also what a price is &known for"), this))
    , m_reported(new QCheckBox(tr("Also what the provider re&ported"), this))
    , m_summary(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_busy(new QProgressBar(this))
    , m_work(new WorkStrip(context.theme, this))
    , m_message(new MessagePanel(context.theme, this))
    , m_apply(new PrimaryButton(context.theme, tr("&Apply"), this))
{
    setObjectName(QStringLiteral("repricingPane"));
    m_period->setObjectName(QStringLiteral("repricing.period"));
    m_computed->setObjectName(QStringLiteral("repricing.computed"));
    m_computed->setToolTip(tr("Computed and estimated costs are replaced by what the prices of today say."));
    m_reported->setObjectName(QStringLiteral("repricing.reported"));
    m_reported->setToolTip(tr("Costs that providers told are replaced by computed ones."));
    m_summary->setObjectName(QStringLiteral("repricing.summary"));
    m_summary->setWordWrap(true);
    m_busy->setObjectName(QStringLiteral("repricing.busy"));
    m_busy->setAccessibleName(tr("Pricing is under way"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->hide();
    m_table = new FigureTable(
        context.theme,
        {tr("Model"), tr("Account"), tr("Changed"), tr("Before"), tr("After"), tr("Difference")},
        {2, 3, 4, 5}, {1}, this);
    m_table->setObjectName(QStringLiteral("repricing.table"));
    m_table->setAccessibleName(tr("What would change, by model"));
    m_table->setMinimumHeight(context.theme.px(kRepricingRows));
    setTabOrder(m_reported, m_table);
    m_message->setObjectName(QStringLiteral("repricing.message"));
    m_message->hide();
    m_apply->setObjectName(QStringLiteral("repricing.apply"));
    m_apply->setAutoDefault(false);
    putTogether();
    wire();
}

QLayout *RepricingPane::makeChoices()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_period);
    row->addWidget(m_computed);
    row->addWidget(m_reported);
    row->addStretch(1);
    return row;
}

void RepricingPane::putTogether()
{
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_apply);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(makeChoices());
    column->addWidget(m_busy);
    column->addWidget(m_work);
    column->addWidget(m_table, 1);
    column->addWidget(m_message);
    column->addLayout(foot);
}

void RepricingPane::wire()
{
    connect(m_period, &PeriodChoice::rangeChanged, this, &RepricingPane::refresh);
    connect(m_computed, &QCheckBox::toggled, this, &RepricingPane::refresh);
    connect(m_reported, &QCheckBox::toggled, this, &RepricingPane::refresh);
    connect(m_apply, &QPushButton::clicked, this, &RepricingPane::apply);
    connect(m_work, &WorkStrip::busyChanged, this, &RepricingPane::noteWork);
    connect(m_work, &WorkStrip::busyChanged, this, &RepricingPane::busyChanged);
}

void RepricingPane::openFor(const core::RepricingScope &scope)
{
    m_account = scope.account;
    m_model = scope.model;
    setCheckedQuietly(m_computed, scope.computed);
    setCheckedQuietly(m_reported, scope.reported);
    m_message->hide();
    m_period->setRange({scope.sinceMs, scope.untilMs});
}

core::RepricingScope RepricingPane::scope() const
{
    const core::TimeRange range = m_period->range();
    core::RepricingScope scope;
    scope.sinceMs = range.sinceMs;
    scope.untilMs = range.untilMs;
    scope.account = m_account;
    scope.model = m_model;
    scope.computed = m_computed->isChecked();
    scope.reported = m_reported->isChecked();
    scope.includeSimulated = m_context.settings.get(core::settings::kIncludeSimulated);
    return scope;
}

void RepricingPane::refresh()
{
    const quint64 generation = ++m_generation;
    setBusy(true);
    const core::PriceSnapshot prices =
        m_context.prices.snapshot(m_context.accounts.accounts(), m_context.models);
    core::continued(m_context.repricing.preview(scope(), prices), this,
                    [this, generation](const core::Result<core::RepricingPreview> &preview) {
                        if (generation != m_generation)
                            return;
                        setBusy(false);
                        if (preview)
                            showPreview(*preview);
                        else
                            complain(tr("The requests could not be priced"), preview.error());
                    });
}

void RepricingPane::showPreview(const core::RepricingPreview &preview)
{
    QList<FigureRow> rows;
    for (const core::RepricingRow &row : preview.rows)
        rows.append(repricingRow(row));
    m_table->setRows(rows);
    const core::RepricingRow &total = preview.total;
    m_apply->setEnabled(total.changed > 0 && !m_work->isBusy());
    if (total.attempts == 0)
        m_summary->setText(tr("No request of this period is to be priced."));
    else if (total.changed == 0)
        m_summary->setText(tr("No cost changes: for these requests no other price is known."));
    else
        m_summary->setText(tr("%n requests change: %1 becomes %2.", nullptr, static_cast<int>(total.changed))
                               .arg(MoneyWords::sum(total.before, total.unpricedBefore),
                                    MoneyWords::sum(total.after, total.unpricedAfter)));
}

void RepricingPane::apply()
{
    if (m_work->isBusy())
        return;
    ++m_generation;
    m_message->hide();
    const core::PriceSnapshot prices =
        m_context.prices.snapshot(m_context.accounts.accounts(), m_context.models);
    m_work->follow<core::RepricingRecord>(
        tr("Giving the requests their new costs …"), m_context.repricing.apply(scope(), prices),
        [this](const core::Result<core::RepricingRecord> *record) {
            m_message->clearActions();
            if (!record)
                m_message->setMessage(MessagePanel::Kind::Info, tr("Stopped"), {},
                                      tr("Requests that have a new cost already keep it; in the log of "
                                         "repricings this can be undone."));
            else if (*record)
                conclude(**record);
            else
                complain(tr("The new costs were not written"), record->error());
            emit changed();
            refresh();
        });
}

void RepricingPane::noteWork(bool busy)
{
    m_apply->setEnabled(!busy);
    for (QWidget *choice : {static_cast<QWidget *>(m_period), static_cast<QWidget *>(m_computed),
                            static_cast<QWidget *>(m_reported)})
        choice->setEnabled(!busy);
}

void RepricingPane::conclude(const core::RepricingRecord &record)
{
    m_message->clearActions();
    m_message->setMessage(MessagePanel::Kind::Good,
                          tr("%n requests have a new cost", nullptr, static_cast<int>(record.attempts)), {},
                          tr("It is in the log of repricings, where it can be undone as well."));
    offerUndo(record.id);
}

void RepricingPane::offerUndo(qint64 repricing)
{
    FlatButton *const back = m_message->addAction(tr("Undo"));
    back->setObjectName(QStringLiteral("repricing.undo"));
    connect(back, &QToolButton::clicked, this, [this, repricing] { undo(repricing); });
}

void RepricingPane::undo(qint64 repricing)
{
    if (m_work->isBusy())
        return;
    ++m_generation;
    m_message->hide();
    m_work->follow<core::RepricingRecord>(
        tr("Putting the old costs back …"), m_context.repricing.undo(repricing),
        [this, repricing](const core::Result<core::RepricingRecord> *record) {
            if (!record)
                concludeStop(repricing);
            else if (*record)
                concludeUndo(**record);
            else
                complain(tr("The repricing was not undone"), record->error());
            emit changed();
            refresh();
        });
}

/// It may have been too late to stop it; the log knows.
void RepricingPane::concludeStop(qint64 repricing)
{
    core::continued(m_context.repricing.log(), this,
                    [this, repricing](const core::Result<QList<core::RepricingRecord>> &records) {
                        const QList<core::RepricingRecord> known = records.valueOr({});
                        const auto undone =
                            std::find_if(known.cbegin(), known.cend(), [repricing](const auto &record) {
                                return record.id == repricing && record.undoneAtMs;
                            });
                        if (undone != known.cend()) {
                            concludeUndo(*undone);
                            return;
                        }
                        m_message->clearActions();
                        m_message->setMessage(MessagePanel::Kind::Info, tr("Stopped"), {},
                                              tr("Nothing was put back: all requests keep their new cost."));
                        offerUndo(repricing);
                    });
}

void RepricingPane::concludeUndo(const core::RepricingRecord &record)
{
    m_message->clearActions();
    if (record.pruned == 0) {
        m_message->setMessage(MessagePanel::Kind::Info, tr("The requests cost again what they did before"));
        return;
    }
    const int restored = static_cast<int>(record.attempts - record.pruned);
    m_message->setMessage(MessagePanel::Kind::Warn,
                          restored > 0 ? tr("%n requests cost again what they did before", nullptr, restored)
                                       : tr("Nothing could be put back"),
                          {},
                          tr("%n requests can no longer be restored: their rows were pruned, and the sums of "
                             "their days keep the new cost.",
                             nullptr, static_cast<int>(record.pruned)));
}

bool RepricingPane::isBusy() const
{
    return m_work->isBusy();
}

void RepricingPane::setBusy(bool busy)
{
    m_busy->setVisible(busy);
    m_apply->setEnabled(!busy && !m_work->isBusy());
}

void RepricingPane::complain(const QString &title, const core::Error &error)
{
    m_message->clearActions();
    m_message->setMessage(MessagePanel::Kind::Bad, title, error.message);
}

} // namespace ui
