#include "core/savings/whatif.h"

#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/judging/voterows.h"
#include "core/ledger/usagequery.h"
#include "core/ledger/usagestate.h"
#include "core/routing/targetfacts.h"
#include "core/savings/whatiftally.h"
#include "core/storage/bulkquery.h"
#include "core/storage/database.h"

#include <algorithm>

namespace core {

namespace {

/// Calls of a part, if they were spread evenly: some tenth of a second.
constexpr qint64 kCallsOfSlice = 10'000;
constexpr qint64 kMostSlices = 2'000;
/// Parts at the same time.
constexpr int kMostWorkers = 4;

} // namespace

/// All that the workers need; nothing of it changes once they began.
struct WhatIfPlan
{
    QString filePath;
    WhatIfRequest request;
    VoteTable votes = {};
    WhatIfCandidates candidates = {};
    /// Where the parts of the period begin, and its end, milliseconds UTC.
    QList<qint64> edges = {};
    /// See WhatIfResult.
    std::optional<qint64> prunedBeforeMs = {};
    QTimeZone prunedZone = QTimeZone::utc();
    std::shared_ptr<const std::atomic_bool> cancelled = {};
};

namespace {

using WhatIfPart = std::shared_ptr<const WhatIfTally>;

/// Columns of the question.
struct WhatIfColumn
{
    enum {
        Call,
        Task,
        OfMatrix,
        Account,
        Model,
        SentAt,
        Settled,
        Input,
        CachedInput,
        CacheWrite,
        CacheWrite1h,
        Output,
        Reasoning,
        AudioInput,
        AudioOutput,
        ToolCalls,
        Basis,
        Cost,
        Unpriced,
    };
};

/// One row an attempt, those of a call one after the other.
QString whatIfSql()
{
    return QStringLiteral(R"(
        SELECT c.id, c.task,
            l.run_id IN (SELECT id FROM runs WHERE matrix_id IS NOT NULL),
            a.account, a.model, a.started_at + CAST(ifnull(a.queued_ms, 0) AS INTEGER),
            a.settled_at IS NOT NULL, a.input_tokens, a.cached_input_tokens, a.cache_write_tokens,
            a.cache_write_1h_tokens, a.output_tokens, a.reasoning_tokens, a.audio_input_tokens,
            a.audio_output_tokens, a.billed_tool_calls, a.usage_basis, a.cost_picos, a.unpriced
        FROM attempts f CROSS JOIN calls c ON c.id = f.call_id CROSS JOIN attempts a ON a.call_id = f.call_id
        LEFT JOIN lanes l ON l.id = c.lane_id
        WHERE f.number = 1 AND f.imported = 0 AND f.simulated <= :simulated
            AND f.started_at >= :since AND f.started_at < :until
        ORDER BY f.started_at, f.id, a.number)");
}

WhatIfCall beginCall(const BulkQuery &row)
{
    WhatIfCall call;
    call.id = row.integer(WhatIfColumn::Call);
    call.task = row.text(WhatIfColumn::Task);
    call.ofMatrix = row.boolean(WhatIfColumn::OfMatrix);
    call.asked = {row.text(WhatIfColumn::Account), row.text(WhatIfColumn::Model)};
    return call;
}

void addAttemptTo(WhatIfCall &call, const BulkQuery &row)
{
    const TargetName target{row.text(WhatIfColumn::Account), row.text(WhatIfColumn::Model)};
    call.askedAlone = call.askedAlone && target == call.asked;
    call.sentAtMs = row.integer(WhatIfColumn::SentAt);
    call.open = !row.boolean(WhatIfColumn::Settled);
    call.unpriced = call.unpriced || row.boolean(WhatIfColumn::Unpriced);
    call.cost += row.optionalMoney(WhatIfColumn::Cost).value_or(Money());
    call.usage = {};
    call.usage.input = row.optionalInteger(WhatIfColumn::Input);
    call.usage.cachedInput = row.optionalInteger(WhatIfColumn::CachedInput);
    call.usage.cacheWrite = row.optionalInteger(WhatIfColumn::CacheWrite);
    call.usage.cacheWrite1h = row.optionalInteger(WhatIfColumn::CacheWrite1h);
    call.usage.output = row.optionalInteger(WhatIfColumn::Output);
    call.usage.reasoning = row.optionalInteger(WhatIfColumn::Reasoning);
    call.usage.audioInput = row.optionalInteger(WhatIfColumn::AudioInput);
    call.usage.audioOutput = row.optionalInteger(WhatIfColumn::AudioOutput);
    call.usage.toolCalls = row.optionalInteger(WhatIfColumn::ToolCalls);
    call.usage.basis = usageBasisFromName(row.text(WhatIfColumn::Basis)).value_or(UsageBasis::Missing);
}

Result<WhatIfPart> scanSlice(const WhatIfPlan &plan, const PriceSnapshot &snapshot, qsizetype slice)
{
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(plan.filePath, Connection::Mode::ReadOnly);
    if (!connection)
        return connection.error();
    (*connection)->stopWhen([&plan] { return plan.cancelled->load(); });
    const auto tally = std::make_shared<WhatIfTally>();
    WhatIfPrices prices(snapshot, plan.candidates.targets);
    WhatIfCall call;
    const auto finishCall = [&] {
        if (call.id != 0 && !call.open && !*plan.cancelled)
            tally->add(call, plan.candidates, prices);
    };
    const Result<void> read = BulkQuery(**connection, whatIfSql())
                                  .bind(":simulated", plan.request.includeSimulated)
                                  .bind(":since", plan.edges.at(slice))
                                  .bind(":until", plan.edges.at(slice + 1))
                                  .each([&](const BulkQuery &row) {
                                      if (row.integer(WhatIfColumn::Call) != call.id) {
                                          finishCall();
                                          call = beginCall(row);
                                      }
                                      addAttemptTo(call, row);
                                  });
    if (!read && !*plan.cancelled)
        return read.error();
    finishCall();
    return WhatIfPart(tally);
}

/// Edges of equal parts of the period, so many that a part has few calls; none without calls.
Result<QList<qint64>> slicesOf(Connection &connection, const WhatIfRequest &request)
{
    const Result<UsageEdges> known = usageEdges(connection, request.includeSimulated);
    if (!known)
        return known.error();
    if (!known->firstMs || !known->lastMs)
        return QList<qint64>();
    UsageQuery query;
    query.sinceMs = request.range.sinceMs;
    query.untilMs = request.range.untilMs;
    query.includeSimulated = request.includeSimulated;
    query.figures = {QStringLiteral("calls")};
    const Result<UsageReport> report = usageReport(connection, query);
    if (!report)
        return report.error();
    // The sums tell the last moment to a quarter of an hour.
    const qint64 since = std::max(request.range.sinceMs.value_or(0), *known->firstMs - kQuarterMs);
    const qint64 last = *known->lastMs + kQuarterMs;
    const qint64 until = std::min(request.range.untilMs.value_or(last), last);
    if (since >= until)
        return QList<qint64>();
    const qint64 count =
        std::clamp<qint64>(report->total.calls / kCallsOfSlice + 1, 1, std::min(kMostSlices, until - since));
    QList<qint64> edges;
    for (qint64 place = 0; place <= count; ++place)
        edges.append(since + (until - since) / count * place);
    edges.last() = until;
    return edges;
}

/// When the rows of the period that are still there begin, where others are gone.
Result<void> readPruned(Connection &connection, const WhatIfRequest &request, WhatIfPlan &plan)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    plan.prunedZone = state->zone;
    const Result<UsageEdges> known = usageEdges(connection, request.includeSimulated);
    if (!known)
        return known.error();
    const qint64 begin = std::max(request.range.sinceMs.value_or(0), known->firstMs.value_or(0));
    if (known->firstMs && state->prunedBeforeMs > begin)
        plan.prunedBeforeMs = state->prunedBeforeMs;
    return {};
}

/// The candidates that the request or the votes name; their limits are not in them yet.
void chooseCandidates(WhatIfPlan &plan, const QStringList &tasks)
{
    if (plan.request.target) {
        plan.candidates.targets.append({.name = *plan.request.target});
        plan.candidates.forAll.append(0);
        return;
    }
    QHash<QString, qsizetype> places;
    for (const QString &task : tasks) {
        QList<qsizetype> ofTask;
        const QList<TargetName> targets = plan.votes.targetsOf(task);
        for (const TargetName &target : targets) {
            const QString name = target.toString();
            if (!places.contains(name)) {
                places.insert(name, plan.candidates.targets.size());
                plan.candidates.targets.append({.name = target});
            }
            ofTask.append(places.value(name));
        }
        plan.candidates.byTask.insert(task, ofTask);
    }
}

Result<std::shared_ptr<WhatIfPlan>> preparePlan(const QString &filePath, const WhatIfRequest &request)
{
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(filePath, Connection::Mode::ReadOnly);
    if (!connection)
        return connection.error();
    VoteFilter filter;
    filter.includeSimulated = request.includeSimulated;
    const Result<QList<Vote>> votes = readVotes(**connection, filter);
    if (!votes)
        return votes.error();
    const Result<QList<qint64>> edges = slicesOf(**connection, request);
    if (!edges)
        return edges.error();
    QStringList tasks;
    for (const Vote &vote : *votes) {
        if (!tasks.contains(vote.task))
            tasks.append(vote.task);
    }
    const auto plan = std::make_shared<WhatIfPlan>();
    if (const Result<void> pruned = readPruned(**connection, request, *plan); !pruned)
        return pruned.error();
    plan->filePath = filePath;
    plan->request = request;
    plan->votes = VoteTable(*votes);
    plan->edges = *edges;
    chooseCandidates(*plan, tasks);
    return plan;
}

} // namespace

WhatIf::WhatIf(Database &database, const WhatIfRequest &request, const WhatIfSources &sources,
               QObject *parent)
    : QObject(parent)
    , m_filePath(database.filePath())
    , m_request(request)
    , m_sources(sources)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
    , m_tally(std::make_unique<WhatIfTally>())
{
}

WhatIf::~WhatIf()
{
    *m_cancelled = true;
}

void WhatIf::start()
{
    if (std::exchange(m_started, true))
        return;
    continued(
        onBackgroundWorker([path = m_filePath, request = m_request] { return preparePlan(path, request); }),
        this, [this](const Result<std::shared_ptr<WhatIfPlan>> &plan) {
            if (plan)
                begin(*plan);
            else
                end(plan.error());
        });
}

void WhatIf::cancel()
{
    *m_cancelled = true;
}

void WhatIf::begin(const std::shared_ptr<WhatIfPlan> &plan)
{
    plan->cancelled = m_cancelled;
    for (WhatIfTarget &target : plan->candidates.targets) {
        for (const Account &account : m_sources.accounts) {
            if (account.name == target.name.account)
                target.accountId = account.id;
        }
        const ModelInfo model = m_sources.book.factsOf(target.name, {}).model;
        target.contextWindow = model.contextWindow;
        target.maxOutputTokens = model.maxOutputTokens;
    }
    m_plan = plan;
    const int workers = std::clamp(backgroundWorkers().maxThreadCount(), 1, kMostWorkers);
    for (int worker = 0; worker < workers; ++worker)
        scanNext();
    if (m_open == 0)
        conclude();
}

void WhatIf::scanNext()
{
    if (m_next + 1 >= m_plan->edges.size() || m_error || *m_cancelled)
        return;
    ++m_open;
    continued(onBackgroundWorker([plan = m_plan, prices = m_sources.prices, slice = m_next++] {
                  return scanSlice(*plan, prices, slice);
              }),
              this, [this](const Result<WhatIfPart> &part) { note(part); });
}

void WhatIf::note(const Result<std::shared_ptr<const WhatIfTally>> &part)
{
    --m_open;
    if (part)
        m_tally->append(**part);
    else if (!m_error)
        m_error = part.error();
    const qsizetype slices = m_plan->edges.size() - 1;
    emit progressed(static_cast<double>(++m_done) / static_cast<double>(slices));
    scanNext();
    if (m_open == 0)
        conclude();
}

void WhatIf::conclude()
{
    if (m_error) {
        end(*m_error);
        return;
    }
    WhatIfResult result;
    result.range = m_request.range;
    result.target = m_request.target;
    result.standard = m_request.standard;
    result.cancelled = *m_cancelled;
    result.prunedBeforeMs = m_plan->prunedBeforeMs;
    result.prunedZone = m_plan->prunedZone;
    m_tally->fill(result, m_plan->candidates, m_plan->votes);
    end(result);
}

void WhatIf::end(const Result<WhatIfResult> &result)
{
    if (std::exchange(m_finished, true))
        return;
    emit finished(result);
}

} // namespace core
