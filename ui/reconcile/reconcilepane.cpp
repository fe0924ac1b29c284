#include "ui/reconcile/reconcilepane.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/ledgerreader.h"
#include "core/reconcile/balancecheck.h"
#include "core/reconcile/usagevalues.h"
#include "ui/data/workstrip.h"
#include "ui/reconcile/importusagedialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/ledgertable.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/toastarea.h"
#include "ui/widgets/wholerows.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using core::ReconcileTableModel;

namespace ui {

namespace {

const QList<int> kGapFigures{ReconcileTableModel::OwnTokens, ReconcileTableModel::TheirTokens,
                             ReconcileTableModel::OwnCost, ReconcileTableModel::TheirCost,
                             ReconcileTableModel::Gap};
/// In a small window the pane has no room for more.
constexpr int kLeastRows = 2;
constexpr int kWeek = 7;
constexpr int kMonth = 30;
/// A balance that lasts longer than this lasts for ever.
constexpr double kManyDays = 9'999.0;

/// Whole days of UTC that hold the range.
core::TimeRange wholeDays(const core::TimeRange &range)
{
    core::TimeRange days;
    if (range.sinceMs)
        days.sinceMs = *range.sinceMs / core::kUtcDayMs * core::kUtcDayMs;
    if (range.untilMs)
        days.untilMs = (*range.untilMs + core::kUtcDayMs - 1) / core::kUtcDayMs * core::kUtcDayMs;
    return days;
}

/// Wraps only where its line does not fit; a wrapping label asks for the width of a paragraph.
class LineLabel : public ThemedLabel
{
public:
    using ThemedLabel::ThemedLabel;

    QSize sizeHint() const override
    {
        const int width = fontMetrics().size(Qt::TextSingleLine, text()).width() + 1;
        return {width, heightForWidth(width)};
    }
};

/// "$1.20 + 3 unpriced"
QString withUnpriced(core::Money sum, qint64 unpriced)
{
    const QString text = core::formatMoney(sum);
    return unpriced > 0 ? ReconcilePane::tr("%1 + %2 unpriced").arg(text, core::formatCount(unpriced)) : text;
}

QString importCostText(const core::UsageImportRecord &import)
{
    return import.cost ? core::formatMoney(*import.cost) : ReconcilePane::tr("cost unknown");
}

QString daysText(std::optional<double> days)
{
    return days ? ReconcilePane::tr("%n days", nullptr, static_cast<int>(std::min(*days, kManyDays)))
                : QString();
}

} // namespace

ReconcilePane::ReconcilePane(const Theme &theme, const ReconcileContext &context, QWidget *parent)
    : Card(theme, tr("Against the provider's figures"), parent)
    , m_theme(theme)
    , m_context(context)
    , m_sorted(new LedgerProxy(ReconcileTableModel::ValueRole, kGapFigures, this))
    , m_view(new LedgerTable(theme, this))
    , m_rows(new WholeRows(theme, m_view, kLeastRows, this))
    , m_empty(new EmptyState(theme, Icon::Usage, tr("Nothing to compare with yet"),
                             tr("Import what a provider counted, or what other programs logged, and see "
                                "where the figures differ and why."),
                             this))
    , m_problem(new MessagePanel(theme, this))
    , m_account(new QComboBox(this))
    , m_import(new FlatButton(theme, tr("&Import usage …"), FlatButton::Look::Outlined, this))
    , m_ask(new FlatButton(theme, tr("Ask for the &balance"), FlatButton::Look::Link, this))
    , m_past(new FlatButton(theme, tr("I&mports"), FlatButton::Look::Flat, this))
    , m_pastMenu(new QMenu(this))
    , m_coverage(new LineLabel(theme, {}, Theme::Token::Ink, this))
    , m_summary(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_balance(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_work(new WorkStrip(theme, this))
    , m_toast(new ToastArea(theme, this))
{
    setObjectName(QStringLiteral("reconcile.pane"));
    makeHead(theme);
    makeTable(theme);
    m_problem->hide();
    m_empty->setAction(tr("Import usage …"));
    connect(m_empty, &EmptyState::actionTriggered, this, &ReconcilePane::chooseFile);
    connect(m_import, &FlatButton::clicked, this, &ReconcilePane::chooseFile);
    connect(m_ask, &FlatButton::clicked, this, &ReconcilePane::askBalance);
    connect(m_work, &WorkStrip::busyChanged, m_import, &QWidget::setDisabled);
    connect(m_work, &WorkStrip::busyChanged, m_past, &QWidget::setDisabled);
    connect(m_account, &QComboBox::activated, this, &ReconcilePane::readAccount);
    connect(&m_context.imports, &core::UsageImport::usageChanged, this, &ReconcilePane::refresh);
    connect(&m_context.accounts, &core::AccountStore::changed, this, &ReconcilePane::refresh);
}

void ReconcilePane::makeHead(const Theme &theme)
{
    m_account->setObjectName(QStringLiteral("reconcile.accountChoice"));
    m_account->setAccessibleName(tr("Account to compare"));
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_import->setObjectName(QStringLiteral("reconcile.import"));
    m_past->setObjectName(QStringLiteral("reconcile.imports"));
    m_past->setMenu(m_pastMenu);
    m_past->hide();
    m_ask->setObjectName(QStringLiteral("reconcile.askBalance"));
    m_coverage->setObjectName(QStringLiteral("reconcile.coverage"));
    m_summary->setObjectName(QStringLiteral("reconcile.summary"));
    m_summary->setWordWrap(true);
    m_balance->setObjectName(QStringLiteral("reconcile.balance"));
    m_coverage->setWordWrap(true);
    m_balance->setWordWrap(true);
    auto *const label = new ThemedLabel(theme, tr("A&ccount"), Theme::Token::Ink2, this);
    label->setBuddy(m_account);
    auto *const head = new QHBoxLayout;
    head->addWidget(label);
    head->addWidget(m_account);
    head->addWidget(m_ask);
    head->addWidget(m_balance, 1);
    head->addWidget(m_past);
    head->addWidget(m_import);
    auto *const found = new QHBoxLayout;
    found->setSpacing(16);
    found->addWidget(m_coverage, 0, Qt::AlignTop);
    found->addWidget(m_summary, 1, Qt::AlignTop);
    content()->addLayout(head);
    content()->addLayout(found);
    content()->addWidget(m_work);
    content()->addWidget(m_problem);
}

void ReconcilePane::makeTable(const Theme &theme)
{
    m_sorted->setSourceModel(&m_model);
    m_view->setObjectName(QStringLiteral("reconcile.gaps"));
    m_view->setAccessibleName(tr("Own figures and the provider's by day and model"));
    m_view->setModel(m_sorted);
    m_view->setItemDelegate(new LedgerDelegate(
        theme, kGapFigures,
        [this](const QModelIndex &index) -> CellLook {
            const core::ReconcileRow &row = m_model.rowAt(m_sorted->mapToSource(index).row());
            if (index.column() == ReconcileTableModel::Gap && row.flagged)
                return {Theme::Token::Warn, true};
            if (index.column() == ReconcileTableModel::Cause || index.column() == ReconcileTableModel::Day)
                return {Theme::Token::Ink2};
            return {};
        },
        m_view));
    m_view->sortBy(ReconcileTableModel::Day, Qt::DescendingOrder);
    m_view->setColumns(ReconcileTableModel::Cause,
                       {ReconcileTableModel::TheirTokens, ReconcileTableModel::OwnTokens});
    content()->addWidget(m_rows, 1);
    content()->addWidget(m_empty, 1);
    m_rows->hide();
}

QString ReconcilePane::account() const
{
    return m_account->currentText();
}

void ReconcilePane::setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated)
{
    m_period = period;
    m_zone = zone;
    m_includeSimulated = includeSimulated;
    refresh();
}

void ReconcilePane::refresh()
{
    const int turn = ++m_turn;
    core::continued(m_context.imports.accounts(), this,
                    [this, turn](const core::Result<QStringList> &accounts) {
                        if (turn == m_turn)
                            setAccounts(accounts.valueOr({}));
                    });
    core::continued(m_context.imports.imports(), this,
                    [this](const core::Result<QList<core::UsageImportRecord>> &imports) {
                        setImports(imports.valueOr({}));
                    });
}

void ReconcilePane::setImports(const QList<core::UsageImportRecord> &imports)
{
    m_pastMenu->clear();
    for (const core::UsageImportRecord &record : imports) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(record.atMs).date();
        QAction *const action =
            m_pastMenu->addAction(tr("Undo %1 of %2 (%3 rows, %4)")
                                      .arg(record.fileName, QLocale().toString(day, QLocale::ShortFormat),
                                           core::formatCount(record.counted), importCostText(record)));
        action->setObjectName(QStringLiteral("reconcile.undo.%1").arg(record.id));
        connect(action, &QAction::triggered, this, [this, id = record.id] { undo(id); });
    }
    m_past->setVisible(!imports.isEmpty());
}

/// Accounts with imports first, then those whose provider tells a balance.
void ReconcilePane::setAccounts(const QStringList &imported)
{
    const QSignalBlocker quiet(m_account);
    const QString before = account();
    QStringList names = imported;
    const QList<core::Account> accounts = m_context.accounts.accounts();
    for (const core::Account &account : accounts) {
        if (core::balanceSource(account) && !names.contains(account.name))
            names.append(account.name);
    }
    m_account->clear();
    m_account->addItems(names);
    m_account->setCurrentIndex(std::max(0, m_account->findText(before)));
    m_account->setEnabled(!names.isEmpty());
    m_rows->setVisible(!imported.isEmpty());
    m_empty->setVisible(imported.isEmpty());
    readAccount();
}

void ReconcilePane::readAccount()
{
    const int turn = ++m_turn;
    const std::optional<core::Account> known = m_context.accounts.find(account());
    m_ask->setVisible(known && core::balanceSource(*known));
    m_balance->clear();
    const core::TimeRange range = core::timeRange(m_period, m_zone);
    const core::TimeRange days = wholeDays(range);
    core::continued(m_context.imports.reconciliation(account(), days.sinceMs, days.untilMs), this,
                    [this, turn](const core::Result<core::Reconciliation> &result) {
                        if (turn == m_turn)
                            showGaps(result);
                    });
    core::continued(m_context.imports.coverage(account(), range.sinceMs, range.untilMs, m_includeSimulated),
                    this, [this, turn](const core::Result<core::UsageCoverage> &coverage) {
                        if (turn == m_turn)
                            showCoverage(coverage);
                    });
}

void ReconcilePane::showGaps(const core::Result<core::Reconciliation> &result)
{
    if (!result) {
        m_problem->setMessage(MessagePanel::Kind::Bad, tr("The figures could not be read"),
                              result.error().message);
        return;
    }
    m_problem->hide();
    m_model.setRows(result->first.isValid() ? result->rows : QList<core::ReconcileRow>());
    if (!result->first.isValid()) {
        m_summary->setText(m_rows->isHidden() ? QString()
                                              : tr("No import of this account reaches into this period."));
        return;
    }
    QString text = result->flagged == 0
        ? tr("All days agree within 10 %.")
        : tr("%n rows differ by more than 10 %.", nullptr, static_cast<int>(result->flagged));
    if (result->isShort())
        text += u' ' + tr("Fewer than 7 days tell little, as providers count late.");
    m_summary->setText(text);
}

void ReconcilePane::showCoverage(const core::Result<core::UsageCoverage> &coverage)
{
    if (!coverage) {
        m_coverage->clear();
        return;
    }
    m_coverage->setText(tr("Sent by Switchyard %1, imported %2")
                            .arg(withUnpriced(coverage->sent, coverage->sentUnpriced),
                                 withUnpriced(coverage->imported(), coverage->importedUnpriced)));
    m_coverage->setToolTip(tr("%1 USD sent; %2 USD of imported requests, which are in every total; %3 USD of "
                              "imported sums, which are here alone.")
                               .arg(coverage->sent.toDecimal(), coverage->importedRequests.toDecimal(),
                                    coverage->importedSums.toDecimal()));
}

void ReconcilePane::chooseFile()
{
    ImportUsageDialog::choose(this, [this](const QString &path) { importFile(path); });
}

void ReconcilePane::importFile(const QString &path)
{
    auto *const dialog = new ImportUsageDialog(m_theme, m_context, path, this);
    connect(dialog, &ImportUsageDialog::imported, this, &ReconcilePane::announce);
    dialog->open();
}

void ReconcilePane::announce(const core::UsageImportRecord &record)
{
    const QString sentence = tr("%1 imported: %2 of %3 rows count, %4.")
                                 .arg(record.fileName, core::formatCount(record.counted),
                                      core::formatCount(record.records), importCostText(record));
    m_toast->showMessage(sentence, tr("Undo"), [this, id = record.id] { undo(id); });
    emit notified(sentence);
}

void ReconcilePane::undo(qint64 import)
{
    if (m_work->isBusy())
        return;
    m_work->follow<core::UsageImportRecord>(
        tr("Undoing the import …"), m_context.imports.undo(import),
        [this](const core::Result<core::UsageImportRecord> *record) {
            if (!record)
                m_toast->showMessage(tr("Stopped: what is left of the import can still be undone."));
            else if (*record)
                m_toast->showMessage(tr("The import of %1 is undone.").arg((*record)->fileName));
            else
                m_problem->setMessage(MessagePanel::Kind::Bad, tr("The import could not be undone"),
                                      record->error().message);
        });
}

void ReconcilePane::askBalance()
{
    const std::optional<core::Account> asked = m_context.accounts.find(account());
    if (!asked)
        return;
    m_ask->setEnabled(false);
    m_balance->setText(tr("Asking %1 …").arg(asked->name));
    core::continued(m_context.balances.run(*asked), this,
                    [this, asked = *asked](const core::Result<core::Balance> &balance) {
                        m_ask->setEnabled(true);
                        m_balance->clear();
                        if (asked.name != account())
                            return;
                        if (balance)
                            readPace(asked, *balance);
                        else
                            m_problem->setMessage(MessagePanel::Kind::Warn,
                                                  tr("%1 did not tell the balance").arg(asked.name),
                                                  balance.error().message);
                    });
}

void ReconcilePane::readPace(const core::Account &account, const core::Balance &balance)
{
    const qint64 now = m_context.clock.utcMs();
    core::UsageQuery query;
    query.sinceMs = now - kMonth * core::kUtcDayMs;
    query.by = {QStringLiteral("day")};
    query.only = {{QStringLiteral("account"), account.name}};
    core::continued(
        m_context.reader.usage(query), this,
        [this, balance, now](const core::Result<core::UsageReport> &report) {
            const QList<core::UsageRow> rows = report.valueOr({}).rows;
            core::Money week;
            core::Money month;
            const QString since =
                QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date().addDays(1 - kWeek).toString(Qt::ISODate);
            for (const core::UsageRow &row : rows) {
                month += row.figures.cost;
                if (row.keys.value(0) >= since)
                    week += row.figures.cost;
            }
            showBalance(balance, core::daysLeft(balance, week, kWeek),
                        core::daysLeft(balance, month, kMonth));
        });
}

void ReconcilePane::showBalance(const core::Balance &balance, std::optional<double> week,
                                std::optional<double> month)
{
    QString text = tr("Balance %1").arg(core::formatAmount(balance.amount, balance.currency));
    if (week)
        text = tr("%1, lasts %2 at the pace of the last 7 days").arg(text, daysText(week));
    else if (month)
        text = tr("%1, lasts %2 at the pace of the last 30 days").arg(text, daysText(month));
    m_balance->setText(text);
}

} // namespace ui
