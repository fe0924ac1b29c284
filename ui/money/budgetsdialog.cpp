#include "ui/money/budgetsdialog.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/budgetstore.h"
#include "core/ledger/ledgerreader.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/money/budgetform.h"
#include "ui/money/budgetrow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/quietcheck.h"
#include "ui/widgets/toastarea.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

namespace ui {

namespace {

using BudgetKind = core::BudgetScope::Kind;

constexpr QSize kBudgetsSize(720, 560);

QString zoneOfDays(const core::Settings &settings)
{
    const QString own = settings.get(core::settings::kReportingZone);
    const QString zone = own.isEmpty() ? QString::fromUtf8(QTimeZone::systemTimeZoneId()) : own;
    return QTimeZone::isTimeZoneIdAvailable(zone.toUtf8()) ? zone : QStringLiteral("UTC");
}

} // namespace

BudgetsDialog::BudgetsDialog(const MoneyContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_problem(new MessagePanel(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, Icon::Usage, tr("No budgets yet"),
                             tr("A budget says how much may be spent in a day, a week or a month: on "
                                "everything, or on one account, model, task type, rule or tag. It warns, and "
                                "if you want it refuses what may pass the amount before it is sent."),
                             this))
    , m_form(new BudgetForm(context.theme, this))
    , m_add(new FlatButton(context.theme, tr("&New budget"), FlatButton::Look::Outlined, this))
    , m_notify(new QCheckBox(tr("Notify on the &desktop when a budget warns or refuses"), this))
    , m_toasts(new ToastArea(context.theme, this))
{
    setObjectName(QStringLiteral("budgets"));
    setWindowTitle(tr("Budgets"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kBudgetsSize.width()), context.theme.px(kBudgetsSize.height()));
    m_problem->setObjectName(QStringLiteral("budgets.problem"));
    m_problem->hide();
    m_empty->setObjectName(QStringLiteral("budgets.empty"));
    m_empty->setAction(tr("New budget"));
    m_add->setObjectName(QStringLiteral("budgets.add"));
    m_add->setThemedIcon(Icon::Add);
    m_notify->setObjectName(QStringLiteral("budgets.notify"));
    putTogether();
    wire();
}

QWidget *BudgetsDialog::makeList()
{
    m_list = new QScrollArea(m_stack);
    m_list->setObjectName(QStringLiteral("budgets.list"));
    m_list->setAccessibleName(tr("Budgets"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWidgetResizable(true);
    auto *const body = new QWidget(m_list);
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    m_rows->addStretch(1);
    m_list->setWidget(body);
    showThrough(*m_list);
    return m_list;
}

void BudgetsDialog::putTogether()
{
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_form);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_notify, 1);
    foot->addWidget(m_add);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
}

void BudgetsDialog::wire()
{
    connect(m_add, &QToolButton::clicked, this, &BudgetsDialog::add);
    connect(m_empty, &EmptyState::actionTriggered, this, &BudgetsDialog::add);
    connect(m_form, &BudgetForm::submitted, this, &BudgetsDialog::submit);
    connect(m_form, &BudgetForm::cancelled, this, &BudgetsDialog::showList);
    connect(&m_context.budgets, &core::BudgetGuard::changed, this, &BudgetsDialog::showStates);
    connect(m_notify, &QCheckBox::toggled, this,
            [this](bool on) { m_context.settings.set(core::settings::kBudgetNotifications, on); });
    const auto follow = [this] {
        setCheckedQuietly(m_notify, m_context.settings.get(core::settings::kBudgetNotifications));
    };
    connect(&m_context.settings, &core::Settings::changed, this, follow);
    follow();
}

void BudgetsDialog::open()
{
    m_problem->hide();
    readKnown();
    showStates();
    if (m_stack->currentWidget() != m_form)
        showList();
    m_context.budgets.refresh();
    show();
    raise();
    activateWindow();
}

/// For completing what a budget counts.
void BudgetsDialog::readKnown()
{
    QStringList accounts;
    const QList<core::Account> all = m_context.accounts.accounts();
    for (const core::Account &account : all)
        accounts.append(account.name);
    m_known.names.insert(BudgetKind::Account, accounts);
    // What is imported is no spend of any budget.
    m_known.names.insert(BudgetKind::Source,
                         {QStringLiteral("window"), QStringLiteral("cli"), QStringLiteral("gateway")});
    const auto group = [this](BudgetKind kind) {
        core::UsageQuery query;
        query.by = QStringList{core::budgetScopeName(kind)};
        query.figures = QStringList{QStringLiteral("cost")};
        query.includeSimulated = true;
        core::continued(m_context.reader.usage(query), this,
                        [this, kind](const core::Result<core::UsageReport> &report) {
                            if (!report)
                                return;
                            QStringList names;
                            for (const core::UsageRow &row : report->rows) {
                                if (!row.keys.value(0).isEmpty())
                                    names.append(row.keys.constFirst());
                            }
                            m_known.names.insert(kind, names);
                            m_form->setKnown(m_known);
                        });
    };
    for (const BudgetKind kind : {BudgetKind::Vendor, BudgetKind::Model, BudgetKind::Task, BudgetKind::Rule})
        group(kind);
    core::continued(m_context.reader.tags(), this, [this](const core::Result<QList<core::TagUse>> &tags) {
        m_known.tags.clear();
        for (const core::TagUse &tag : tags.valueOr({}))
            m_known.tags[tag.key].append(tag.value);
        m_form->setKnown(m_known);
    });
}

void BudgetsDialog::showStates()
{
    const QList<core::BudgetState> &states = m_context.budgets.states();
    bool same = states.size() == m_shown.size();
    for (qsizetype at = 0; same && at < states.size(); ++at)
        same = m_shown.at(at)->budget().id == states.at(at).budget.id;
    if (!same)
        rebuild(states);
    const qint64 now = m_context.clock.utcMs();
    for (qsizetype at = 0; at < states.size(); ++at)
        m_shown.at(at)->setState(states.at(at), now);
    if (m_stack->currentWidget() != m_form)
        showList();
}

void BudgetsDialog::rebuild(const QList<core::BudgetState> &states)
{
    for (BudgetRow *row : std::as_const(m_shown)) {
        row->hide();
        row->deleteLater();
    }
    m_shown.clear();
    for (qsizetype at = 0; at < states.size(); ++at) {
        auto *const row = new BudgetRow(m_context.theme, m_list->widget());
        connect(row, &BudgetRow::editWanted, this, &BudgetsDialog::edit);
        connect(row, &BudgetRow::removeWanted, this, &BudgetsDialog::remove);
        m_rows->insertWidget(static_cast<int>(at), row);
        m_shown.append(row);
    }
}

void BudgetsDialog::showList()
{
    m_stack->setCurrentWidget(m_shown.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    m_add->setVisible(!m_shown.isEmpty());
}

void BudgetsDialog::add()
{
    core::Budget budget;
    budget.period.zone = zoneOfDays(m_context.settings);
    edit(budget);
}

void BudgetsDialog::edit(const core::Budget &budget)
{
    QStringList taken;
    for (const core::Budget &other : m_context.budgetStore.budgets()) {
        if (other.id != budget.id)
            taken.append(other.name);
    }
    m_problem->hide();
    m_add->hide();
    m_form->setKnown(m_known);
    m_stack->setCurrentWidget(m_form);
    m_form->edit(budget, taken);
}

void BudgetsDialog::submit(const core::Budget &budget)
{
    std::optional<core::Budget> before;
    for (const core::Budget &other : m_context.budgetStore.budgets()) {
        if (other.id == budget.id)
            before = other;
    }
    core::continued(
        m_context.budgetStore.save(budget), this, [this, before](const core::Result<core::Budget> &saved) {
            if (!saved) {
                m_form->setProblem(saved.error().message);
                return;
            }
            // What it counts so far is known a moment later.
            core::continued(m_context.budgets.refresh(), this,
                            [this, before, saved](const core::Result<QList<core::BudgetState>> &) {
                                conclude(*saved, before);
                            });
        });
}

void BudgetsDialog::conclude(const core::Budget &saved, const std::optional<core::Budget> &before)
{
    m_stack->setCurrentWidget(m_list);
    showStates();
    const QString name = saved.name;
    m_toasts->showMessage(before ? tr("Budget “%1” changed.").arg(name) : tr("Budget “%1” made.").arg(name),
                          tr("Undo"), [this, before, name] {
                              if (before)
                                  store(*before);
                              else
                                  takeOut(name);
                          });
}

void BudgetsDialog::remove(const core::Budget &budget)
{
    core::continued(
        m_context.budgetStore.remove(budget.name), this, [this, budget](const core::Result<void> &removed) {
            if (!removed) {
                complain(tr("The budget was not removed"), removed.error());
                return;
            }
            m_toasts->showMessage(tr("Budget “%1” removed.").arg(budget.name), tr("Undo"), [this, budget] {
                core::Budget again = budget;
                again.id = 0;
                store(again);
            });
        });
}

void BudgetsDialog::store(const core::Budget &budget)
{
    core::continued(m_context.budgetStore.save(budget), this,
                    [this](const core::Result<core::Budget> &saved) {
                        if (!saved)
                            complain(tr("The budget was not restored"), saved.error());
                    });
}

void BudgetsDialog::takeOut(const QString &name)
{
    core::continued(m_context.budgetStore.remove(name), this, [this](const core::Result<void> &removed) {
        if (!removed)
            complain(tr("The budget was not removed"), removed.error());
    });
}

void BudgetsDialog::complain(const QString &title, const core::Error &error)
{
    m_problem->setMessage(MessagePanel::Kind::Bad, title, error.message);
}

void BudgetsDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter belongs to the form, not to whichever button a dialog would choose.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

} // namespace ui
