#include "core/ledger/ledgerkeeper.h"

#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/ledger/localdays.h"
#include "core/ledger/usagerebuild.h"
#include "core/storage/ledgerfile.h"
#include "core/storage/statement.h"

#include <QFileInfo>
#include <QThreadPool>

namespace core {

namespace {

constexpr qint64 kPruneStepMs = 6 * 3'600'000;
constexpr qint64 kFrozenDaysAStep = 30;

using Step = std::function<Result<void>(Connection &)>;

Result<LedgerStatus> readStatus(Connection &connection)
{
    LedgerStatus status;
    status.filePath = connection.filePath();
    status.fileBytes =
        QFileInfo(status.filePath).size() + QFileInfo(status.filePath + QStringLiteral("-wal")).size();
    qint64 pageBytes = 0;
    const std::pair<QString, qint64 *> questions[] = {
        {QStringLiteral("PRAGMA page_size"), &pageBytes},
        {QStringLiteral("PRAGMA freelist_count"), &status.freeBytes},
        {QStringLiteral("SELECT count(*) FROM attempts"), &status.attempts},
        {QStringLiteral("SELECT count(*) FROM attempts WHERE imported = 1"), &status.imported},
        {QStringLiteral(
             "SELECT CASE WHEN days_ready THEN (SELECT ifnull(sum(attempts), 0) FROM usage_days WHERE cut = "
             "5) "
             "ELSE (SELECT ifnull(sum(attempts), 0) FROM usage_quarters) END + (SELECT count(*) FROM "
             "usage_attempts WHERE settled_at IS NULL) FROM usage_state"),
         &status.attemptsCounted},
        {QStringLiteral("SELECT count(*) FROM runs"), &status.runs},
        {QStringLiteral("SELECT count(*) FROM runs WHERE texts_kept = 1"), &status.runsWithTexts},
    };
    for (const auto &question : questions) {
        const Result<qint64> answer = connection.integer(question.first);
        if (!answer)
            return answer.error();
        *question.second = *answer;
    }
    status.freeBytes *= pageBytes;
    const Result<bool> oldest =
        Statement(connection, QStringLiteral("SELECT min(started_at) FROM attempts"))
            .first([&status](const Statement &row) { status.oldestMs = row.optionalInteger(0); });
    if (!oldest)
        return oldest.error();
    const Result<UsageState> usage = usageState(connection);
    if (!usage)
        return usage.error();
    status.usage = *usage;
    return status;
}

/// The start of a day in the zone of the sums.
Result<qint64> startOfDay(Connection &connection, QDate day)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    return localDay(day, state->zone).startMs;
}

/// One step a day and one a month.
QList<Step> rebuildSteps(const QTimeZone &zone, UsageSpan days, bool fromRows)
{
    QList<Step> steps{[zone](Connection &connection) { return beginUsageRebuild(connection, zone); }};
    for (qint64 day = days.from; day < days.to; ++day)
        steps.append([day, fromRows](Connection &connection) {
            const Result<void> quarters = fromRows ? rebuildUsageQuarters(connection, day) : Result<void>();
            return quarters ? rebuildUsageDay(connection, day) : quarters;
        });
    const QList<qint64> months = monthsOfDays(days);
    for (const qint64 month : months)
        steps.append([month](Connection &connection) { return rebuildUsageMonth(connection, month); });
    steps.append([days](Connection &connection) { return finishUsageRebuild(connection, days); });
    return steps;
}

QList<Step> verifySteps(UsageSpan days, const std::shared_ptr<LedgerVerification> &found)
{
    QList<Step> steps;
    for (qint64 day = days.from; day < days.to; ++day)
        steps.append([day, found](Connection &connection) {
            const Result<void> quarters = verifyUsageQuarters(connection, day, found->usage);
            return quarters ? verifyUsageDay(connection, day, found->usage) : quarters;
        });
    const QList<qint64> months = monthsOfDays(days);
    for (const qint64 month : months)
        steps.append([month, found](Connection &connection) {
            return verifyUsageMonth(connection, month, found->usage);
        });
    return steps;
}

struct PrunePlan
{
    /// The first attempt of all.
    qint64 firstMs = 0;
    qint64 beforeMs = 0;
    QTimeZone zone = QTimeZone::utc();
    PruneCount preview = {};
};

QList<Step> pruneSteps(const PrunePlan &plan, const std::shared_ptr<PruneCount> &pruned)
{
    QList<Step> steps;
    const qint64 beforeMs = plan.beforeMs;
    const qint64 end = dayNumber(beforeMs, plan.zone);
    qint64 day = std::min(dayNumber(plan.firstMs, plan.zone), end);
    do {
        day = std::min(day + kFrozenDaysAStep, end);
        const qint64 frozenMs = localDay(dateOfDayNumber(day), plan.zone).startMs;
        steps.append([frozenMs](Connection &connection) { return freezeSums(connection, frozenMs); });
    } while (day < end);
    for (qint64 from = plan.firstMs; from < beforeMs; from += kPruneStepMs) {
        const UsageSpan period{from, std::min(from + kPruneStepMs, beforeMs)};
        steps.append(
            [=](Connection &connection) { return pruneCalls(connection, period, beforeMs, *pruned); });
    }
    return steps;
}

Result<PrunePlan> readPrunePlan(Connection &connection, QDate before)
{
    const Result<UsageState> state = usageState(connection);
    if (!state)
        return state.error();
    const qint64 beforeMs = localDay(before, state->zone).startMs;
    const Result<PruneCount> preview = prunePreview(connection, beforeMs);
    if (!preview)
        return preview.error();
    PrunePlan plan{beforeMs, beforeMs, state->zone, *preview};
    const Result<bool> first = Statement(connection, QStringLiteral("SELECT min(started_at) FROM attempts"))
                                   .first([&plan](const Statement &row) {
                                       plan.firstMs = row.optionalInteger(0).value_or(plan.beforeMs);
                                   });
    if (!first)
        return first.error();
    return plan;
}

template <typename T>
using Promise = std::shared_ptr<QPromise<Result<T>>>;

template <typename T>
Promise<T> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T>
void conclude(const Promise<T> &promise, const Result<T> &result)
{
    promise->addResult(result);
    promise->finish();
}

} // namespace

/// Steps under way, one after the other.
struct LedgerKeeper::Work
{
    bool writes = false;
    QList<Step> steps;
    qsizetype done = 0;
    /// Whether to go on; asked before each step.
    std::function<bool()> wanted;
    std::function<void(int done, int all)> progress;
    /// One more step after the last, if there is any.
    std::function<std::optional<Step>()> further = [] { return std::nullopt; };
    /// After the last step, or when one failed; not when it was not wanted any more.
    std::function<void(const Result<void> &)> finished;
    std::function<void()> abandoned;
};

LedgerKeeper::LedgerKeeper(Database &database, QObject *parent) : QObject(parent), m_database(database) { }

void LedgerKeeper::advance(const std::shared_ptr<Work> &work)
{
    if (!work->wanted()) {
        work->abandoned();
        return;
    }
    if (work->done == work->steps.size()) {
        const std::optional<Step> further = work->further();
        if (!further) {
            work->finished({});
            return;
        }
        work->steps.append(*further);
    }
    const Step step = work->steps.at(work->done);
    continued(work->writes ? m_database.write(step) : m_database.read(step), this,
              [this, work](const Result<void> &done) {
                  if (!done) {
                      work->finished(done);
                      return;
                  }
                  ++work->done;
                  work->progress(static_cast<int>(work->done), static_cast<int>(work->steps.size()));
                  advance(work);
              });
}

namespace {

/// Ties work to a promise: its progress, its cancelling, and its end unless that is a result.
template <typename T, typename Work>
void tie(const std::shared_ptr<Work> &work, const Promise<T> &promise)
{
    work->wanted = [promise] { return !promise->isCanceled(); };
    work->progress = [promise](int done, int all) {
        if (promise->future().progressMaximum() != all)
            promise->setProgressRange(0, all);
        promise->setProgressValue(done);
    };
    work->abandoned = [promise] {
        promise->future().cancel();
        promise->finish();
    };
    work->finished = [promise](const Result<void> &done) {
        if (!done)
            conclude<T>(promise, done.error());
    };
}

} // namespace

QFuture<Result<LedgerStatus>> LedgerKeeper::status()
{
    return m_database.read(readStatus);
}

QFuture<Result<void>> LedgerKeeper::setReportingZone(const QTimeZone &zone)
{
    const Promise<void> promise = startedPromise<void>();
    continued(m_database.read([zone](Connection &connection) { return hasUsageZone(connection, zone); }),
              this, [this, zone, promise](const Result<bool> &has) {
                  if (has && !*has)
                      makeAnew(zone, false, promise);
                  else
                      conclude<void>(promise, has ? Result<void>() : has.error());
              });
    return promise->future();
}

QFuture<Result<void>> LedgerKeeper::rebuild()
{
    const Promise<void> promise = startedPromise<void>();
    // Attempts are found by indexes: those that a broken one has lost would be missing in the sums too.
    const auto check = [promise, file = m_database.filePath()] {
        return integrityProblems(file, [promise] { return promise->isCanceled(); });
    };
    continued(onWorker(check), this, [this, promise](const Result<QStringList> &problems) {
        if (!problems) {
            conclude<void>(promise, problems.error());
            return;
        }
        const auto prepare = [damaged = !problems->isEmpty()](Connection &connection) -> Result<UsageState> {
            const Result<void> repaired =
                damaged ? connection.execute(QStringLiteral("REINDEX")) : Result<void>();
            if (!repaired)
                return repaired.error();
            return usageState(connection);
        };
        continued(m_database.write(prepare), this, [this, promise](const Result<UsageState> &state) {
            if (state)
                makeAnew(state->zone, true, promise);
            else
                conclude<void>(promise, state.error());
        });
    });
    return promise->future();
}

void LedgerKeeper::makeAnew(const QTimeZone &zone, bool fromRows,
                            const std::shared_ptr<QPromise<Result<void>>> &promise)
{
    const int rebuild = ++m_rebuild;
    continued(m_database.read([zone](Connection &connection) { return daysOfLedger(connection, zone); }),
              this, [=, this](const Result<UsageSpan> &days) {
                  if (!days) {
                      conclude<void>(promise, days.error());
                      return;
                  }
                  const auto work = std::make_shared<Work>();
                  tie<void>(work, promise);
                  work->writes = true;
                  work->steps = rebuildSteps(zone, *days, fromRows);
                  work->wanted = [this, rebuild, promise] {
                      return rebuild == m_rebuild && !promise->isCanceled();
                  };
                  work->finished = [promise](const Result<void> &done) { conclude<void>(promise, done); };
                  advance(work);
              });
}

QFuture<Result<LedgerVerification>> LedgerKeeper::verify()
{
    const Promise<LedgerVerification> promise = startedPromise<LedgerVerification>();
    const auto found = std::make_shared<LedgerVerification>();
    const auto plan = [](Connection &connection) -> Result<UsageSpan> {
        const Result<UsageState> state = usageState(connection);
        if (!state)
            return state.error();
        return daysOfLedger(connection, state->zone);
    };
    continued(m_database.read(plan), this, [=, this](const Result<UsageSpan> &days) {
        if (!days) {
            conclude<LedgerVerification>(promise, days.error());
            return;
        }
        const auto work = std::make_shared<Work>();
        tie<LedgerVerification>(work, promise);
        work->steps = verifySteps(*days, found);
        work->finished = [=, file = m_database.filePath()](const Result<void> &done) {
            if (!done) {
                conclude<LedgerVerification>(promise, done.error());
                return;
            }
            QThreadPool::globalInstance()->start([=] {
                const Result<QStringList> problems =
                    integrityProblems(file, [promise] { return promise->isCanceled(); });
                if (problems)
                    found->problems = *problems;
                conclude<LedgerVerification>(
                    promise, problems ? Result<LedgerVerification>(*found) : problems.error());
            });
        };
        advance(work);
    });
    return promise->future();
}

QFuture<Result<PruneCount>> LedgerKeeper::previewPrune(QDate before)
{
    return m_database.read([before](Connection &connection) -> Result<PruneCount> {
        const Result<qint64> beforeMs = startOfDay(connection, before);
        if (!beforeMs)
            return beforeMs.error();
        return prunePreview(connection, *beforeMs);
    });
}

QFuture<Result<PruneCount>> LedgerKeeper::prune(QDate before)
{
    const Promise<PruneCount> promise = startedPromise<PruneCount>();
    const auto plan = [before](Connection &connection) { return readPrunePlan(connection, before); };
    continued(m_database.read(plan), this, [this, promise](const Result<PrunePlan> &planned) {
        if (!planned) {
            conclude<PruneCount>(promise, planned.error());
            return;
        }
        const auto pruned = std::make_shared<PruneCount>();
        pruned->textBytes = planned->preview.textBytes;
        pruned->runsKept = planned->preview.runsKept;
        const auto work = std::make_shared<Work>();
        tie<PruneCount>(work, promise);
        work->writes = true;
        work->steps = pruneSteps(*planned, pruned);
        const auto left = std::make_shared<bool>(true);
        const Step runs = [=, before = planned->beforeMs](Connection &connection) -> Result<void> {
            const Result<int> removed = pruneRuns(connection, before);
            if (!removed)
                return removed.error();
            pruned->runs += *removed;
            *left = *removed > 0;
            return {};
        };
        work->further = [left, runs] { return *left ? std::optional(runs) : std::nullopt; };
        work->finished = [this, pruned, promise](const Result<void> &done) {
            emit this->pruned();
            conclude<PruneCount>(promise, done ? Result<PruneCount>(*pruned) : done.error());
        };
        advance(work);
    });
    return promise->future();
}

QFuture<Result<void>> LedgerKeeper::backUp(const QString &target)
{
    const Promise<void> promise = startedPromise<void>();
    QThreadPool::globalInstance()->start([promise, target, file = m_database.filePath()] {
        conclude<void>(promise, backUpLedger(file, target, [promise] { return promise->isCanceled(); }));
    });
    return promise->future();
}

} // namespace core
