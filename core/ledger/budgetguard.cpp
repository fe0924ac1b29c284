#include "core/ledger/budgetguard.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/ledger/budgetstore.h"
#include "core/ledger/ledgerwriter.h"

using namespace std::chrono_literals;

namespace core {

namespace {

/// Attempts that settle within it share one reading.
constexpr auto kStatesDelay = 300ms;
/// Periods begin, and other processes spend, without anything being sent here.
constexpr auto kPeriodCheck = 60s;
/// A page that opens at the start is read first.
constexpr auto kRecountDelay = 3s;

/// The states with what is to be written because of them.
struct LookedStates
{
    QList<BudgetState> states = {};
    BudgetAlertNeeds alerts = {};
};

Result<LookedStates> lookAtBudgets(Connection &connection, qint64 nowMs, bool includeSimulated)
{
    const Result<QList<BudgetState>> states = readBudgetStates(connection, nowMs, includeSimulated);
    if (!states)
        return states.error();
    const Result<BudgetAlertNeeds> alerts = budgetAlertNeeds(connection, *states);
    if (!alerts)
        return alerts.error();
    return LookedStates{*states, *alerts};
}

Result<void> keepAll(Connection &connection, const QList<BudgetState> &states)
{
    for (const BudgetState &state : states) {
        if (const Result<void> kept = keepBudgetSums(connection, state.budget, state.span); !kept)
            return kept;
    }
    return {};
}

/// Stores sums and alerts as they are in this transaction, and claims the alerts for a process that `tells`.
Result<QList<BudgetAlert>> writeAlerts(Connection &connection, qint64 nowMs, bool includeSimulated,
                                       bool tells)
{
    const Result<QList<BudgetState>> states = readBudgetStates(connection, nowMs, includeSimulated);
    if (!states)
        return states.error();
    if (const Result<void> kept = keepAll(connection, *states); !kept)
        return kept.error();
    if (const Result<void> updated = updateBudgetAlerts(connection, *states, nowMs); !updated)
        return updated.error();
    return tells ? claimBudgetAlerts(connection, nowMs) : Result<QList<BudgetAlert>>(QList<BudgetAlert>());
}

} // namespace

BudgetGuard::BudgetGuard(Database &database, const Clock &clock, BudgetStore &store,
                         const LedgerWriter &ledger, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock), m_store(store)
{
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &BudgetGuard::refresh);
    connect(&m_periodTimer, &QTimer::timeout, this, [this] {
        m_store.refresh();
        refresh();
    });
    connect(&ledger, &LedgerWriter::attemptSettled, this, [this] {
        if (!m_store.budgets().isEmpty())
            refreshSoon();
    });
    connect(&store, &BudgetStore::changed, this, &BudgetGuard::refresh);
}

Result<void> BudgetGuard::load()
{
    const Result<QList<BudgetState>> states =
        m_database.readNow([now = m_clock.utcMs(), include = m_includeSimulated](Connection &connection) {
            return readBudgetStates(connection, now, include);
        });
    if (!states)
        return states.error();
    adopt(*states);
    return {};
}

void BudgetGuard::setIncludeSimulated(bool include)
{
    if (std::exchange(m_includeSimulated, include) != include && !m_store.budgets().isEmpty())
        refresh();
}

void BudgetGuard::watch()
{
    m_tellsAlerts = true;
    m_periodTimer.start(kPeriodCheck);
    refresh();
    QTimer::singleShot(kRecountDelay, this, &BudgetGuard::recount);
}

QFuture<Result<void>> BudgetGuard::recount()
{
    return continued(m_database.read([now = m_clock.utcMs()](Connection &connection) {
               return recountBudgets(connection, now);
           }),
                     this,
                     [this](const Result<QList<BudgetCorrection>> &wrong) -> QFuture<Result<void>> {
                         if (!wrong)
                             return QtFuture::makeReadyFuture(Result<void>(wrong.error()));
                         if (wrong->isEmpty())
                             return QtFuture::makeReadyFuture(Result<void>());
                         qCWarning(logLedger) << "corrected" << wrong->size() << "sums of budgets";
                         return continued(m_database.write([wrong = *wrong](Connection &connection) {
                             return correctBudgets(connection, wrong);
                         }),
                                          this, [this](const Result<void> &written) {
                                              refresh();
                                              return written;
                                          });
                     })
        .unwrap();
}

bool BudgetGuard::isOn() const
{
    const QList<Budget> &budgets = m_store.budgets();
    return std::any_of(budgets.cbegin(), budgets.cend(), [](const Budget &budget) { return budget.enabled; });
}

QFuture<Result<void>> BudgetGuard::reserve(qint64 attempt, const WorstCost &cost)
{
    const auto answer = [this](const Result<BudgetReservation> &reserved) { return answerOf(reserved); };
    if (!m_takeOver)
        return continued(tryToReserve(attempt, cost, false), this, answer);
    const auto again = [this, attempt, cost, answer](const Result<void> &) {
        return continued(tryToReserve(attempt, cost, true), this, answer);
    };
    return continued(tryToReserve(attempt, cost, false), this,
                     [this, again](const Result<BudgetReservation> &reserved) -> QFuture<Result<void>> {
                         if (!reserved || !reserved->isRefusedForOthers())
                             return QtFuture::makeReadyFuture(answerOf(reserved));
                         return continued(m_takeOver(), this, again).unwrap();
                     })
        .unwrap();
}

/// With something that takes over, the first try refuses nothing for good.
QFuture<Result<BudgetReservation>> BudgetGuard::tryToReserve(qint64 attempt, const WorstCost &cost,
                                                             bool again)
{
    const bool ends = !m_takeOver;
    const ReservationScope scope{m_clock.utcMs(), m_includeSimulated,
                                 ends ? m_database.leaseToken() : QString()};
    const auto reserve = [attempt, cost, scope,
                          last = ends || again](Connection &connection) -> Result<BudgetReservation> {
        Result<BudgetReservation> reserved = reserveBudgets(connection, attempt, cost, scope);
        if (!reserved || !reserved->refusedBy || (!last && reserved->isRefusedForOthers()))
            return reserved;
        // The refusal is an answer and no error, so that its alert is kept.
        const Result<void> raised = raiseRefusal(connection, *reserved->refusedBy, scope.nowMs);
        return raised ? reserved : Result<BudgetReservation>(raised.error());
    };
    return m_database.write(reserve);
}

Result<void> BudgetGuard::answerOf(const Result<BudgetReservation> &reserved)
{
    if (!reserved)
        return reserved.error();
    note(reserved->states);
    if (!reserved->refusal)
        return {};
    refreshSoon();
    return *reserved->refusal;
}

void BudgetGuard::release(qint64 attempt)
{
    m_database.write([attempt](Connection &connection) { return releaseBudgets(connection, attempt); });
    refreshSoon();
}

std::optional<double> BudgetGuard::usedPercent(const QString &budget) const
{
    for (const BudgetState &state : m_states) {
        if (state.budget.name.compare(budget, Qt::CaseInsensitive) == 0)
            return state.span.endMs > m_clock.utcMs() ? state.usedPercent() : 0.0;
    }
    return std::nullopt;
}

void BudgetGuard::refreshSoon()
{
    if (!m_refreshTimer.isActive())
        m_refreshTimer.start(kStatesDelay);
}

QFuture<Result<QList<BudgetState>>> BudgetGuard::refresh()
{
    m_refreshTimer.stop();
    const auto look = [now = m_clock.utcMs(), include = m_includeSimulated](Connection &connection) {
        return lookAtBudgets(connection, now, include);
    };
    return continued(m_database.read(look), this,
                     [this](const Result<LookedStates> &looked) -> Result<QList<BudgetState>> {
                         if (!looked) {
                             qCWarning(logLedger)
                                 << "the budgets could not be read:" << looked.error().message;
                             return looked.error();
                         }
                         adopt(looked->states);
                         const bool unkept =
                             std::any_of(looked->states.cbegin(), looked->states.cend(),
                                         [](const BudgetState &state) { return !state.isKept; });
                         if (unkept || looked->alerts.update || (m_tellsAlerts && looked->alerts.untold))
                             settleAlerts();
                         return looked->states;
                     });
}

void BudgetGuard::settleAlerts()
{
    const auto write = [now = m_clock.utcMs(), include = m_includeSimulated, tells = m_tellsAlerts](
                           Connection &connection) { return writeAlerts(connection, now, include, tells); };
    continued(m_database.write(write), this, [this](const Result<QList<BudgetAlert>> &told) {
        if (!told) {
            qCWarning(logLedger) << "alerts of budgets could not be written:" << told.error().message;
            return;
        }
        for (const BudgetAlert &alert : *told)
            emit alerted(alert);
    });
}

void BudgetGuard::adopt(const QList<BudgetState> &states)
{
    if (states == m_states)
        return;
    m_states = states;
    emit changed();
}

/// Takes over what reserving found, without asking again.
void BudgetGuard::note(const QList<BudgetState> &some)
{
    if (some.isEmpty())
        return;
    for (const BudgetState &fresh : some) {
        const auto known = std::find_if(m_states.begin(), m_states.end(), [&fresh](const BudgetState &state) {
            return state.budget.id == fresh.budget.id;
        });
        // A budget of another process is not known yet.
        if (known == m_states.end())
            m_store.refresh();
        else
            *known = fresh;
    }
    emit changed();
}

} // namespace core
