#include "core/compare/interruptedcosts.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/catalog/costcalculator.h"
#include "core/catalog/pricebook.h"
#include "core/compare/attemptparts.h"
#include "core/compare/lineage.h"
#include "core/ledger/interruptedattempts.h"
#include "core/ledger/runquery.h"
#include "core/ledger/tokenratios.h"
#include "core/storage/leases.h"

#include <algorithm>

namespace core {

namespace {

/// What the attempt sent; nothing when not all of it is kept.
Result<std::optional<QList<Message>>> messagesOfInterrupted(Connection &connection,
                                                            const InterruptedAttempt &attempt)
{
    const Result<RunRecord> run = readRun(connection, attempt.run);
    if (!run)
        return run.error();
    QList<RunRecord> turns;
    if (run->turn.parentRun != 0) {
        const Result<QList<RunRecord>> earlier = readConversation(connection, run->turn.parentRun);
        if (!earlier)
            return earlier.error();
        turns = *earlier;
    }
    // A turn whose parent was deleted still bears its conversation.
    const RunRecord &first = turns.isEmpty() ? *run : turns.constFirst();
    const bool whole = first.turn.conversation == 0 && run->textsKept
        && std::all_of(turns.cbegin(), turns.cend(), [](const RunRecord &turn) { return turn.textsKept; });
    if (!whole)
        return std::optional<QList<Message>>();
    const LaneContext context = contextOf(turns, run->turn.lineage, attempt.parentLane, attempt.parentLane);
    return std::optional(messagesOf(run->system, context, run->prompt, run->images));
}

class InterruptedEstimator
{
public:
    InterruptedEstimator(Connection &connection, const PriceSnapshot &prices)
        : m_connection(connection), m_prices(prices)
    {
    }

    Result<void> finish(const InterruptedAttempt &attempt)
    {
        const Result<Usage> usage = usageOf(attempt);
        if (!usage)
            return usage.error();
        const Cost cost =
            computeCost(*usage, m_prices.priceOf(attempt.accountId, attempt.model, attempt.startedAtMs),
                        attempt.outputLimit);
        return finishInterruptedAttempt(m_connection, attempt, *usage, cost);
    }

private:
    Result<Usage> usageOf(const InterruptedAttempt &attempt)
    {
        Completion received;
        received.status = LaneStatus::Interrupted;
        received.text = attempt.text;
        received.reasoning = attempt.reasoning;
        if (received.text.isEmpty() && received.reasoning.isEmpty())
            return received.usage;
        const Result<std::optional<QList<Message>>> sent = messagesOfInterrupted(m_connection, attempt);
        if (!sent)
            return sent.error();
        if (!*sent)
            return received.usage;
        const Result<std::optional<TokenRatio>> ratio = ratioOf(attempt.model);
        if (!ratio)
            return ratio.error();
        return withEstimatedUsage(received, **sent, *ratio).usage;
    }

    Result<std::optional<TokenRatio>> ratioOf(const QString &model)
    {
        const auto known = m_ratios.constFind(model);
        if (known != m_ratios.constEnd())
            return *known;
        const Result<std::optional<TokenRatio>> learned = learnTokenRatio(m_connection, model);
        if (learned)
            m_ratios.insert(model, *learned);
        return learned;
    }

    Connection &m_connection;
    const PriceSnapshot &m_prices;
    QHash<QString, std::optional<TokenRatio>> m_ratios;
};

} // namespace

Result<int> estimateInterrupted(Connection &connection, const PriceSnapshot &prices, bool simulated)
{
    const Result<QList<InterruptedAttempt>> attempts = readInterruptedAttempts(connection, simulated);
    if (!attempts)
        return attempts.error();
    InterruptedEstimator estimator(connection, prices);
    for (const InterruptedAttempt &attempt : *attempts) {
        if (const Result<void> finished = estimator.finish(attempt); !finished)
            return finished.error();
    }
    return static_cast<int>(attempts->size());
}

InterruptedCosts::InterruptedCosts(Database &database, const AccountStore &accounts,
                                   const ModelListStore &lists, const PriceBook &prices, QObject *parent)
    : QObject(parent), m_database(database), m_accounts(accounts), m_lists(lists), m_prices(prices)
{
}

/// Its prices are in its list of models, which is there soon after it was switched on.
bool InterruptedCosts::isSimulatorPriced(const QList<Account> &accounts) const
{
    return std::any_of(accounts.cbegin(), accounts.cend(), [this](const Account &account) {
        return account.simulated && !m_lists.models(account.id).isEmpty();
    });
}

QFuture<Result<void>> InterruptedCosts::estimate()
{
    const bool simulated = isSimulatorPriced(m_accounts.accounts());
    const Result<bool> any = m_database.readNow(
        [simulated](Connection &connection) { return hasInterruptedAttempts(connection, simulated); });
    if (!any || !*any)
        return QtFuture::makeReadyFuture(any ? Result<void>() : Result<void>(any.error()));
    return write({});
}

QFuture<Result<void>> InterruptedCosts::takeOver()
{
    const QString own = m_database.leaseToken();
    const Result<bool> others =
        m_database.readNow([own](Connection &connection) { return Leases::hasOthers(connection, own); });
    if (!others || !*others)
        return QtFuture::makeReadyFuture(others ? Result<void>() : Result<void>(others.error()));
    return write(own);
}

/// With the lease of this process what dead ones left is taken over in the same transaction.
QFuture<Result<void>> InterruptedCosts::write(const QString &lease)
{
    const QList<Account> accounts = m_accounts.accounts();
    const auto job = [lease, prices = m_prices.snapshot(accounts, m_lists),
                      simulated = isSimulatorPriced(accounts)](Connection &connection) -> Result<int> {
        const Result<void> ended = lease.isEmpty() ? Result<void>() : Leases::settleDead(connection, lease);
        return ended ? estimateInterrupted(connection, prices, simulated) : Result<int>(ended.error());
    };
    return continued(m_database.write(job), this, [this](const Result<int> &done) -> Result<void> {
        if (!done) {
            qCWarning(logLedger) << "interrupted attempts were not estimated:" << done.error().message;
            return done.error();
        }
        if (*done > 0)
            emit estimated();
        return {};
    });
}

} // namespace core
