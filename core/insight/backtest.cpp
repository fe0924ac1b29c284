#include "core/insight/backtest.h"

#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/insight/backtesttally.h"
#include "core/insight/frozentargets.h"
#include "core/insight/pastcalls.h"
#include "core/insight/replaycall.h"
#include "core/insight/rulereplay.h"
#include "core/insight/targetsamples.h"
#include "core/storage/statement.h"

#include <QThreadPool>

#include <algorithm>

namespace core {

namespace {

/// Calls that a worker looks at before it lets others in: some tenth of a second.
constexpr qint64 kCallsOfPart = 20'000;
/// Parts at the same time.
constexpr int kMostParts = 4;

} // namespace

/// What the ledger has to look at.
struct BacktestBounds
{
    qint64 first = 0;
    qint64 last = 0;
    QStringList tasks = {};
};

/// All that the workers need; nothing of it changes.
struct BacktestPlan
{
    QString filePath;
    BacktestRequest request;
    QList<RuleSet> sets;
    PastNeeds needs;
    FrozenTargets targets;
    std::shared_ptr<const std::atomic_bool> cancelled;
};

namespace {

using BacktestPart = std::shared_ptr<const BacktestTally>;

Result<BacktestBounds> readBounds(const QString &filePath)
{
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(filePath, Connection::Mode::ReadOnly);
    if (!connection)
        return connection.error();
    BacktestBounds bounds;
    // Asked for both at once SQLite would look through the whole table.
    const Result<bool> ids =
        Statement(**connection,
                  QStringLiteral("SELECT (SELECT min(id) FROM calls), (SELECT max(id) FROM calls)"))
            .first([&bounds](const Statement &row) {
                bounds.first = row.integer(0);
                bounds.last = row.integer(1);
            });
    if (!ids)
        return ids.error();
    const Result<QStringList> tasks = tasksOfPast(**connection);
    if (!tasks)
        return tasks.error();
    bounds.tasks = *tasks;
    return bounds;
}

Result<BacktestPart> scanPart(const BacktestPlan &plan, qint64 after, qint64 upTo)
{
    const auto tally = std::make_shared<BacktestTally>(plan.targets);
    const Result<std::unique_ptr<Connection>> connection =
        Connection::open(plan.filePath, Connection::Mode::ReadOnly);
    if (!connection)
        return connection.error();
    RuleReplay rules(plan.sets, plan.request.version, plan.targets);
    PastCalls calls(**connection, plan.request.options, plan.needs);
    std::optional<Error> problem;
    const Result<void> read = calls.read(after, upTo, [&](const PastCall &call) {
        if (*plan.cancelled || problem)
            return;
        if (const Result<void> done = replayCall(call, rules, calls, *tally); !done)
            problem = done.error();
    });
    if (!read)
        return read.error();
    if (problem)
        return *problem;
    return BacktestPart(tally);
}

Result<BacktestResult> concludeParts(const BacktestPlan &plan, const std::map<qint64, BacktestPart> &parts,
                                     qint64 lastCall)
{
    const BacktestRequest &request = plan.request;
    BacktestTally tally(plan.targets);
    for (const auto &part : parts)
        tally.append(*part.second);
    TargetSamplesTable samples;
    if (!tally.targets().isEmpty()) {
        const Result<std::unique_ptr<Connection>> connection =
            Connection::open(plan.filePath, Connection::Mode::ReadOnly);
        if (!connection)
            return connection.error();
        const Result<TargetSamplesTable> read =
            TargetSamplesTable::read(**connection, tally.targets(), request.options.includeSimulated);
        if (!read)
            return read.error();
        samples = *read;
    }
    BacktestResult result{.ruleSet = request.rules.name,
                          .version = request.version,
                          .cancelled = *plan.cancelled,
                          .lastCall = lastCall,
                          .asksHealth = plan.needs.health};
    tally.fill(result, request.rules, [&samples](const TargetName &target, const QString &task) {
        return samples.of(target, task);
    });
    return result;
}

} // namespace

Backtest::Backtest(Database &database, const BacktestRequest &request, const TargetBook &book,
                   const Router::Lookup &others, QObject *parent)
    : QObject(parent)
    , m_filePath(database.filePath())
    , m_request(request)
    , m_book(book)
    , m_others(others)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

Backtest::~Backtest()
{
    *m_cancelled = true;
}

void Backtest::start()
{
    if (std::exchange(m_started, true))
        return;
    continued(onWorker([path = m_filePath] { return readBounds(path); }), this,
              [this](const Result<BacktestBounds> &bounds) {
                  if (bounds)
                      begin(*bounds);
                  else
                      end(bounds.error());
              });
}

void Backtest::cancel()
{
    *m_cancelled = true;
}

void Backtest::begin(const BacktestBounds &bounds)
{
    const qint64 limit = m_request.options.lastCall;
    m_last = limit > 0 ? std::min(limit, bounds.last) : bounds.last;
    m_first = std::max<qint64>(bounds.first - 1, 0);
    m_next = m_first;
    const QList<RuleSet> sets = setsReachedBy(m_request.rules, m_others);
    m_plan = std::make_shared<const BacktestPlan>(
        BacktestPlan{m_filePath, m_request, sets, needsOf(sets),
                     FrozenTargets(m_book, targetsOf(sets), bounds.tasks), m_cancelled});
    const int parts = std::clamp(QThreadPool::globalInstance()->maxThreadCount(), 1, kMostParts);
    for (int part = 0; part < parts; ++part)
        scanNext();
    if (m_open == 0)
        conclude();
}

void Backtest::scanNext()
{
    if (m_next >= m_last || m_error || *m_cancelled)
        return;
    const qint64 after = m_next;
    m_next = std::min(after + kCallsOfPart, m_last);
    ++m_open;
    continued(onWorker([plan = m_plan, after, upTo = m_next] { return scanPart(*plan, after, upTo); }), this,
              [this, after](const Result<Part> &part) { note(after, part); });
}

void Backtest::note(qint64 after, const Result<Part> &part)
{
    --m_open;
    if (part)
        m_parts.emplace(after, *part);
    else if (!m_error)
        m_error = part.error();
    const double done = static_cast<double>(m_parts.size()) * static_cast<double>(kCallsOfPart);
    emit progressed(std::min(done / static_cast<double>(std::max<qint64>(m_last - m_first, 1)), 1.0));
    scanNext();
    if (m_open == 0)
        conclude();
}

void Backtest::conclude()
{
    if (m_error) {
        end(*m_error);
        return;
    }
    continued(onWorker([plan = m_plan, parts = m_parts, last = m_last] {
                  return concludeParts(*plan, parts, last);
              }),
              this, [this](const Result<BacktestResult> &result) { end(result); });
}

void Backtest::end(const Result<BacktestResult> &result)
{
    if (std::exchange(m_finished, true))
        return;
    m_parts.clear();
    emit finished(result);
}

} // namespace core
