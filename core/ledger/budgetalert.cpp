#include "core/ledger/budgetalert.h"

#include "core/base/formatting.h"
#include "core/ledger/budgetstore.h"
#include "core/storage/statement.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace core {

namespace {

constexpr QLatin1StringView kWarningName("warning");
constexpr QLatin1StringView kRefusalName("refusal");

QString alertTr(const char *text)
{
    return QCoreApplication::translate("Budgets", text);
}

QString wholePercent(Money part, Money whole)
{
    if (whole.isZero())
        return QStringLiteral("0");
    return QLocale().toString(qRound64(part.toDouble() / whole.toDouble() * 100.0));
}

/// An alert that is not over yet.
struct OpenAlert
{
    qint64 id = 0;
    qint64 budget = 0;
    qint64 startsAt = 0;
    bool isWarning = false;
    bool told = false;
    Money amount = {};
};

Result<QList<OpenAlert>> openAlerts(Connection &connection)
{
    QList<OpenAlert> alerts;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT id, budget_id, starts_at, kind, announced_at IS NOT NULL, "
                                 "amount_picos FROM budget_alerts WHERE ended_at IS NULL"))
            .each([&alerts](const Statement &row) {
                alerts.append({row.integer(0), row.integer(1), row.integer(2), row.text(3) == kWarningName,
                               row.boolean(4), Money::fromPicos(row.integer(5))});
            });
    return read ? Result<QList<OpenAlert>>(alerts) : Result<QList<OpenAlert>>(read.error());
}

bool isOver(const OpenAlert &alert, const BudgetState &state)
{
    if (!state.budget.enabled || alert.startsAt != state.span.startMs)
        return true;
    if (alert.isWarning)
        return !state.isPastWarning();
    // A refusal says that the amount was too small, not that all of it is spent.
    return !state.budget.hard || (alert.amount < state.budget.amount && state.spent < state.budget.amount);
}

bool wantsWarning(const BudgetState &state, const QList<OpenAlert> &open)
{
    return state.budget.enabled && state.isPastWarning()
        && std::none_of(open.cbegin(), open.cend(), [&state](const OpenAlert &alert) {
               return alert.isWarning && alert.budget == state.budget.id
                   && alert.startsAt == state.span.startMs;
           });
}

/// The alerts that one of the states ends.
QList<qint64> alertsToEnd(const QList<OpenAlert> &open, const QList<BudgetState> &states)
{
    QList<qint64> over;
    for (const OpenAlert &alert : open) {
        const bool ends = std::any_of(states.cbegin(), states.cend(), [&alert](const BudgetState &state) {
            return state.budget.id == alert.budget && isOver(alert, state);
        });
        if (ends)
            over.append(alert.id);
    }
    return over;
}

/// Who most of a budget was spent on.
struct Contributor
{
    QString target = {};
    Money spent = {};
};

Result<Contributor> mainContributor(Connection &connection, const BudgetState &state)
{
    Contributor main;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT account || '/' || model, CAST(total(cost_picos) AS INTEGER) "
                                 "FROM budget_attempts WHERE budget_id = :budget AND started_at >= :start "
                                 "AND started_at < :end AND simulated <= :simulated "
                                 "GROUP BY account, model ORDER BY 2 DESC, 1 LIMIT 1"))
            .bind(":budget", state.budget.id)
            .bind(":start", state.span.startMs)
            .bind(":end", state.span.endMs)
            .bind(":simulated", state.includesSimulated)
            .first([&main](const Statement &row) {
                main = {row.text(0), Money::fromPicos(row.integer(1))};
            });
    if (!found)
        return found.error();
    return main.spent.isZero() ? Contributor() : main;
}

Result<void> raiseAlert(Connection &connection, const BudgetState &state, QLatin1StringView kind,
                        qint64 nowMs)
{
    const Result<Contributor> contributor = mainContributor(connection, state);
    if (!contributor)
        return contributor.error();
    return Statement(connection,
                     QStringLiteral("INSERT OR IGNORE INTO budget_alerts (budget_id, starts_at, kind, "
                                    "raised_at, amount_picos, spent_picos, contributor, contributor_picos) "
                                    "VALUES (:budget, :start, :kind, :now, :amount, :spent, :contributor, "
                                    ":contributed)"))
        .bind(":budget", state.budget.id)
        .bind(":start", state.span.startMs)
        .bind(":kind", kind)
        .bind(":now", nowMs)
        .bind(":amount", state.budget.amount)
        .bind(":spent", state.spent)
        .bind(":contributor", contributor->target)
        .bind(":contributed", contributor->spent)
        .run();
}

} // namespace

QString budgetEndText(const BudgetPeriod &period, const BudgetSpan &span)
{
    const QTimeZone named(period.zone.toUtf8());
    const QDateTime end =
        QDateTime::fromMSecsSinceEpoch(span.endMs, named.isValid() ? named : QTimeZone::utc());
    return QStringLiteral("%1 (%2)").arg(QLocale().toString(end, QStringLiteral("d MMM yyyy, HH:mm")),
                                         period.zone);
}

QString budgetAlertTitle(const BudgetAlert &alert)
{
    if (alert.kind == BudgetAlert::Kind::Refusal)
        return alertTr(QT_TRANSLATE_NOOP("Budgets", "Budget “%1” refused a request")).arg(alert.budget);
    return alertTr(QT_TRANSLATE_NOOP("Budgets", "Budget “%1”: %2 % spent"))
        .arg(alert.budget, wholePercent(alert.spent, alert.amount));
}

QString budgetAlertText(const BudgetAlert &alert)
{
    const QString stand = alertTr(QT_TRANSLATE_NOOP("Budgets", "%1 of %2 is spent; its period ends on %3."))
                              .arg(formatMoney(alert.spent), formatMoney(alert.amount),
                                   budgetEndText(alert.period, alert.span));
    if (alert.contributor.isEmpty())
        return stand;
    const QString contributor = alertTr(QT_TRANSLATE_NOOP("Budgets", "%1 made %2 % of it."))
                                    .arg(alert.contributor, wholePercent(alert.contributed, alert.spent));
    return stand + QLatin1Char(' ') + contributor;
}

Result<BudgetAlertNeeds> budgetAlertNeeds(Connection &connection, const QList<BudgetState> &states)
{
    const Result<QList<OpenAlert>> open = openAlerts(connection);
    if (!open)
        return open.error();
    BudgetAlertNeeds needs;
    needs.update = !alertsToEnd(*open, states).isEmpty()
        || std::any_of(states.cbegin(), states.cend(),
                       [&open](const BudgetState &state) { return wantsWarning(state, *open); });
    needs.untold =
        std::any_of(open->cbegin(), open->cend(), [](const OpenAlert &alert) { return !alert.told; });
    return needs;
}

Result<void> updateBudgetAlerts(Connection &connection, const QList<BudgetState> &states, qint64 nowMs)
{
    const Result<QList<OpenAlert>> open = openAlerts(connection);
    if (!open)
        return open.error();
    Statement end(connection, QStringLiteral("UPDATE budget_alerts SET ended_at = :now WHERE id = :alert"));
    const QList<qint64> over = alertsToEnd(*open, states);
    for (const qint64 alert : over) {
        if (const Result<void> ended = end.bind(":now", nowMs).bind(":alert", alert).run(); !ended)
            return ended;
    }
    for (const BudgetState &state : states) {
        if (!wantsWarning(state, *open))
            continue;
        if (const Result<void> raised = raiseAlert(connection, state, kWarningName, nowMs); !raised)
            return raised;
    }
    return {};
}

Result<void> raiseRefusal(Connection &connection, const BudgetState &state, qint64 nowMs)
{
    const Result<QList<OpenAlert>> open = openAlerts(connection);
    if (!open)
        return open.error();
    const bool isRaised = std::any_of(open->cbegin(), open->cend(), [&state](const OpenAlert &alert) {
        return !alert.isWarning && alert.budget == state.budget.id && alert.startsAt == state.span.startMs;
    });
    return isRaised ? Result<void>() : raiseAlert(connection, state, kRefusalName, nowMs);
}

Result<QList<BudgetAlert>> claimBudgetAlerts(Connection &connection, qint64 nowMs)
{
    const Result<QList<Budget>> budgets = readBudgets(connection);
    if (!budgets)
        return budgets.error();
    QList<BudgetAlert> alerts;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT id, budget_id, starts_at, kind, raised_at, amount_picos, "
                                 "spent_picos, contributor, contributor_picos FROM budget_alerts "
                                 "WHERE announced_at IS NULL AND ended_at IS NULL ORDER BY id"))
            .each([&](const Statement &row) {
                const auto budget =
                    std::find_if(budgets->cbegin(), budgets->cend(),
                                 [&row](const Budget &each) { return each.id == row.integer(1); });
                if (budget == budgets->cend())
                    return;
                BudgetAlert alert;
                alert.id = row.integer(0);
                alert.kind =
                    row.text(3) == kWarningName ? BudgetAlert::Kind::Warning : BudgetAlert::Kind::Refusal;
                alert.budget = budget->name;
                alert.period = budget->period;
                alert.span = budgetSpanAt(budget->period, row.integer(2));
                alert.raisedAtMs = row.integer(4);
                alert.amount = Money::fromPicos(row.integer(5));
                alert.spent = Money::fromPicos(row.integer(6));
                alert.contributor = row.text(7);
                alert.contributed = Money::fromPicos(row.integer(8));
                alerts.append(alert);
            });
    if (!read)
        return read.error();
    const Result<void> told = Statement(connection,
                                        QStringLiteral("UPDATE budget_alerts SET announced_at = :now "
                                                       "WHERE announced_at IS NULL AND ended_at IS NULL"))
                                  .bind(":now", nowMs)
                                  .run();
    return told ? Result<QList<BudgetAlert>>(alerts) : Result<QList<BudgetAlert>>(told.error());
}

} // namespace core
