#include "app/commandline/budgetscommand.h"

#include "app/commandline/console.h"
#include "app/commandline/pricescope.h"
#include "app/services.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/budgetstore.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

using namespace core;

namespace app {

namespace {

QString isoInZone(qint64 ms, const QString &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone(zone.toUtf8())).toString(Qt::ISODate);
}

QJsonObject budgetToJson(const BudgetState &state)
{
    const Budget &budget = state.budget;
    const QString &zone = budget.period.zone;
    return {{QStringLiteral("name"), budget.name},
            {QStringLiteral("scope"), budgetScopeText(budget.scope)},
            {QStringLiteral("period"), budgetCycleName(budget.period.cycle)},
            {QStringLiteral("start_day"), budget.period.startDay},
            {QStringLiteral("zone"), zone},
            {QStringLiteral("amount_usd"), budget.amount.toDecimal()},
            {QStringLiteral("soft_percent"), budget.softPercent},
            {QStringLiteral("hard"), budget.hard},
            {QStringLiteral("unpriced"),
             budget.allowsUnpriced ? QStringLiteral("allow") : QStringLiteral("refuse")},
            {QStringLiteral("enabled"), budget.enabled},
            {QStringLiteral("since"), isoInZone(state.span.startMs, zone)},
            {QStringLiteral("until"), isoInZone(state.span.endMs, zone)},
            {QStringLiteral("spent_usd"), state.spent.toDecimal()},
            {QStringLiteral("reserved_usd"), state.reserved.toDecimal()},
            {QStringLiteral("used_percent"), state.usedPercent()},
            {QStringLiteral("unpriced_attempts"), state.unpriced}};
}

QString limitText(const Budget &budget)
{
    if (!budget.enabled)
        return BudgetsCommand::tr("off");
    QStringList parts;
    if (budget.softPercent > 0)
        parts.append(BudgetsCommand::tr("warns at %1 %").arg(budget.softPercent));
    if (budget.hard)
        parts.append(budget.allowsUnpriced ? BudgetsCommand::tr("hard, unpriced pass")
                                           : BudgetsCommand::tr("hard"));
    return parts.join(QStringLiteral(", "));
}

QString spentText(const BudgetState &state)
{
    const QString spent = formatMoney(state.spent);
    return state.unpriced > 0 ? BudgetsCommand::tr("%1 + %2 unpriced").arg(spent).arg(state.unpriced) : spent;
}

QStringList budgetCells(const BudgetState &state)
{
    const Budget &budget = state.budget;
    return {budget.name,
            budgetScopeText(budget.scope),
            budgetCycleName(budget.period.cycle),
            formatMoney(budget.amount),
            spentText(state),
            formatMoney(state.reserved),
            QLocale().toString(state.usedPercent(), 'f', 1) + QStringLiteral(" %"),
            limitText(budget),
            isoInZone(state.span.endMs, budget.period.zone)};
}

QString budgetTable(const QList<BudgetState> &states)
{
    QList<QStringList> rows{
        {BudgetsCommand::tr("NAME"), BudgetsCommand::tr("SCOPE"), BudgetsCommand::tr("PERIOD"),
         BudgetsCommand::tr("AMOUNT"), BudgetsCommand::tr("SPENT"), BudgetsCommand::tr("RESERVED"),
         BudgetsCommand::tr("USED"), BudgetsCommand::tr("LIMIT"), BudgetsCommand::tr("UNTIL")}};
    for (const BudgetState &state : states)
        rows.append(budgetCells(state));
    return alignedTable(rows, {3, 4, 5, 6});
}

} // namespace

BudgetsCommand::BudgetsCommand(const BudgetsInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

void BudgetsCommand::start()
{
    switch (m_invocation.verb) {
    case BudgetsInvocation::Verb::List:
        show();
        return;
    case BudgetsInvocation::Verb::Set:
        set();
        return;
    case BudgetsInvocation::Verb::Remove:
        remove();
        return;
    }
}

QString BudgetsCommand::reportingZone() const
{
    const QString own = m_services.settings().get(settings::kReportingZone);
    const QString zone = own.isEmpty() ? QString::fromUtf8(QTimeZone::systemTimeZoneId()) : own;
    return QTimeZone::isTimeZoneIdAvailable(zone.toUtf8()) ? zone : QStringLiteral("UTC");
}

void BudgetsCommand::set()
{
    Budget budget = m_invocation.budget;
    // A budget of an account that was misspelt would never refuse anything.
    if (budget.scope.kind == BudgetScope::Kind::Account && !isKnownAccount(budget.scope.value, m_services)) {
        fail(noSuchAccount(budget.scope.value));
        return;
    }
    if (budget.period.zone.isEmpty())
        budget.period.zone = reportingZone();
    if (const Budget *known = m_services.budgetStore().find(budget.name))
        budget.id = known->id;
    continued(m_services.budgetStore().save(budget), this, [this](const Result<Budget> &saved) {
        if (saved)
            show(saved->name);
        else
            fail(saved.error());
    });
}

void BudgetsCommand::remove()
{
    continued(m_services.budgetStore().remove(m_invocation.budget.name), this,
              [this](const Result<void> &removed) {
                  if (!removed) {
                      fail(removed.error());
                      return;
                  }
                  const QString &name = m_invocation.budget.name;
                  if (m_invocation.json)
                      m_console.printJson(
                          QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("removed"), true}});
                  else
                      m_console.print(tr("Removed the budget \"%1\".").arg(name));
                  emit finished(ExitCode::Good);
              });
}

void BudgetsCommand::show(const QString &name)
{
    continued(m_services.budgets().refresh(), this, [this, name](const Result<QList<BudgetState>> &states) {
        if (!states) {
            fail(states.error());
            return;
        }
        QList<BudgetState> shown = *states;
        if (!name.isEmpty())
            shown.removeIf([&name](const BudgetState &state) { return state.budget.name != name; });
        print(shown, !name.isEmpty());
    });
}

void BudgetsCommand::print(const QList<BudgetState> &states, bool one)
{
    if (m_invocation.json) {
        QJsonArray all;
        for (const BudgetState &state : states)
            all.append(budgetToJson(state));
        m_console.printJson(one && !all.isEmpty() ? QJsonValue(all.first()) : QJsonValue(all));
    } else if (states.isEmpty()) {
        m_console.print(tr("There are no budgets yet. Make one: switchyard budgets set NAME --amount 20 "
                           "--period month"));
    } else {
        m_console.print(budgetTable(states));
    }
    emit finished(ExitCode::Good);
}

void BudgetsCommand::fail(const Error &error)
{
    m_console.complain(error.message);
    const bool isUsage = error.kind == ErrorKind::InvalidRequest || error.kind == ErrorKind::NotFound;
    emit finished(isUsage ? ExitCode::WrongUsage : ExitCode::ConfigurationError);
}

} // namespace app
