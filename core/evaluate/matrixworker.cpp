#include "core/evaluate/matrixworker.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/compare/lineage.h"
#include "core/endpoints/endpointresolver.h"
#include "core/ledger/ledgerwriter.h"

namespace core {

namespace {

constexpr int kMostAhead = 32;
/// Cells are written ahead for this long, at the pace at which they settle.
constexpr double kAheadSeconds = 0.05;
/// No account has an id from here on.
constexpr qint64 kRuleSetTraffic = qint64(1) << 62;

} // namespace

MatrixWorker::MatrixWorker(const EvaluateServices &services, MatrixRecord record)
    : m_services(services)
    , m_record(std::move(record))
    , m_budget(m_record.options.maxCost, m_record.spent)
    , m_pages(services.sets, m_record.set.id)
    , m_judges(services.compare, m_record.options.perAccount)
{
    if (m_record.state == MatrixSummary::State::Finished)
        m_state = Matrix::State::Finished;
    m_unchecked = std::exchange(m_record.unchecked, {});
    if (const std::optional<TargetName> name = parseTargetName(m_record.options.judge))
        m_judge = Target{*name};
    for (QTimer *timer : {&m_pumpTimer, &m_flushTimer, &m_showTimer})
        timer->setSingleShot(true);
    connect(&m_pumpTimer, &QTimer::timeout, this, &MatrixWorker::pump);
    connect(&m_flushTimer, &QTimer::timeout, this, &MatrixWorker::flush);
    connect(&m_showTimer, &QTimer::timeout, this, &MatrixWorker::showChanges);
    connect(&m_pages, &CasePages::arrived, this, &MatrixWorker::schedule);
    connect(&m_pages, &CasePages::failed, this, &MatrixWorker::noteStorageError);
}

MatrixWorker::~MatrixWorker() = default;

int MatrixWorker::placeOf(int caseIndex, int targetIndex) const
{
    return caseIndex * static_cast<int>(m_record.targets.size()) + targetIndex;
}

Result<void> MatrixWorker::start()
{
    if (m_state != Matrix::State::Paused && m_state != Matrix::State::Finished)
        return {};
    if (const Result<void> built = buildColumns(); !built)
        return built;
    open([](const MatrixCell &cell) { return !cell.isSettled() || cell.wasCutOff(); });
    m_stop = Matrix::Stop::None;
    m_blockedByCost = false;
    m_cancelling = false;
    m_judges.resume();
    setState(Matrix::State::Starting);
    continued(m_services.matrices.claim(m_record.id), this,
              [this](const Result<void> &claimed) { noteClaim(claimed); });
    return {};
}

Result<MatrixWorker::Column> MatrixWorker::columnFor(const Target &target, int index) const
{
    const CompareServices &compare = m_services.compare;
    if (isRoute(target.name)) {
        if (const Result<void> askable = canAsk(compare, target.name); !askable)
            return askable.error();
        return Column{target,
                      std::nullopt,
                      {},
                      kRuleSetTraffic + index,
                      TargetForecast(std::nullopt, target.parameters.maxTokens)};
    }
    const CallQuestion question{target};
    const Result<CallPlan> plan = planCall(compare, question);
    if (!plan)
        return plan.error();
    return Column{target, *plan, draftOf(compare, *plan), plan->account.id,
                  TargetForecast(pricesFor(compare, question), target.parameters.maxTokens)};
}

int MatrixWorker::limitOf(const Column &column) const
{
    const int wanted = std::max(m_record.options.perAccount, 1);
    const int most = column.plan ? column.plan->account.maxParallel : 0;
    return most > 0 ? std::min(wanted, most) : wanted;
}

Result<void> MatrixWorker::buildColumns()
{
    std::vector<Column> columns;
    QHash<qint64, Traffic> traffic;
    for (const Target &target : std::as_const(m_record.targets)) {
        const Result<Column> column = columnFor(target, static_cast<int>(columns.size()));
        if (!column)
            return column.error();
        Traffic &own = traffic[column->traffic];
        own.limit = limitOf(*column);
        if (column->plan)
            own.account = column->plan->account;
        columns.push_back(*column);
    }
    m_columns = std::move(columns);
    m_traffic = std::move(traffic);
    for (qsizetype place = 0; place < m_record.cells.size(); ++place) {
        const MatrixCell &cell = m_record.cells.at(place);
        if (cell.isSettled())
            m_columns[static_cast<std::size_t>(place % m_record.targets.size())].forecast.learn(
                cell.outputTokens, cell.cost);
    }
    return {};
}

void MatrixWorker::open(const std::function<bool(const MatrixCell &)> &which)
{
    for (qsizetype place = 0; place < m_record.cells.size(); ++place) {
        if (which(m_record.cells.at(place)))
            reopen(static_cast<int>(place));
    }
}

void MatrixWorker::reopen(int place)
{
    MatrixCell fresh;
    fresh.callId = m_record.cells.at(place).callId;
    if (m_record.cells.at(place) == fresh)
        return;
    m_record.cells[place] = fresh;
    m_unchecked.removeOne(place);
    const int targets = static_cast<int>(m_record.targets.size());
    if (!m_columns.empty()) {
        Column &column = m_columns[static_cast<std::size_t>(place % targets)];
        column.cursor = std::min(column.cursor, place / targets);
    }
    touch(place / targets);
}

void MatrixWorker::noteClaim(const Result<void> &claimed)
{
    if (claimed) {
        resolveEndpoints();
        return;
    }
    if (claimed.error().kind != ErrorKind::InvalidRequest)
        m_stop = Matrix::Stop::Storage;
    setState(Matrix::State::Paused);
    emit failed(claimed.error());
}

void MatrixWorker::resolveEndpoints()
{
    const auto areResolved = [this] {
        return std::all_of(m_traffic.cbegin(), m_traffic.cend(),
                           [](const Traffic &each) { return each.endpoint || !each.account; });
    };
    if (areResolved())
        return begin();
    const QHash<qint64, Traffic> traffic = m_traffic;
    for (auto each = traffic.cbegin(); each != traffic.cend(); ++each) {
        if (!each->account)
            continue;
        continued(m_services.compare.resolver.resolve(*each->account), this,
                  [this, key = each.key(), areResolved](const Result<Endpoint> &endpoint) {
                      m_traffic[key].endpoint = endpoint;
                      if (areResolved())
                          begin();
                  });
    }
}

void MatrixWorker::begin()
{
    m_doneSinceStart = 0;
    m_running.start();
    // Paused meanwhile: there is nothing to await.
    if (m_state == Matrix::State::Starting)
        setState(Matrix::State::Running);
    recheckNext();
    schedule();
}

void MatrixWorker::schedule()
{
    if (!m_pumpTimer.isActive())
        m_pumpTimer.start(0);
}

void MatrixWorker::pump()
{
    if (m_state != Matrix::State::Running && m_state != Matrix::State::Pausing)
        return;
    launchPrepared();
    prepareMore();
    stopWhenIdle();
}

int MatrixWorker::lookahead() const
{
    const double seconds = m_running.isValid() ? static_cast<double>(m_running.elapsed()) / 1000.0 : 0.0;
    const double rate = seconds > 0.0 ? m_doneSinceStart / seconds : 0.0;
    return std::clamp(static_cast<int>(rate * kAheadSeconds), 1, kMostAhead);
}

void MatrixWorker::launchPrepared()
{
    const int atOnce = m_record.options.atOnce;
    for (Traffic &each : m_traffic) {
        while (!each.prepared.empty() && each.active < each.limit && (atOnce <= 0 || m_active < atOnce)) {
            const CellTask task = each.prepared.front();
            each.prepared.pop_front();
            ++each.active;
            ++m_active;
            launch(task);
        }
    }
}

void MatrixWorker::launch(const CellTask &task)
{
    auto *run = new CellRun(m_services.compare, m_judges, task, this);
    m_runs.append(run);
    connect(run, &CellRun::answered, this, [this, traffic = task.traffic] {
        --m_traffic[traffic].active;
        --m_active;
        // At once, since a free slot is time lost; what is written ahead is there for this.
        launchPrepared();
        schedule();
    });
    connect(run, &CellRun::finished, this, [this, run] { noteFinished(run); });
    connect(run, &CellRun::ledgerFailed, this, &MatrixWorker::noteStorageError);
    if (m_cancelling)
        run->cancel();
    if (const std::optional<Result<Endpoint>> &endpoint = m_traffic[task.traffic].endpoint)
        run->start(*endpoint);
    else
        continued(m_services.compare.resolver.resolve(task.plan.account), run,
                  [run](const Result<Endpoint> &resolved) { run->start(resolved); });
}

bool MatrixWorker::hasRoom(qint64 traffic) const
{
    const auto found = m_traffic.constFind(traffic);
    return found->active + static_cast<int>(found->prepared.size()) < found->limit + lookahead();
}

int MatrixWorker::nextOpen(Column &column, int targetIndex) const
{
    while (column.cursor < m_record.set.cases
           && m_record.cells.at(placeOf(column.cursor, targetIndex)).state != MatrixCell::State::Open)
        ++column.cursor;
    return column.cursor < m_record.set.cases ? column.cursor : -1;
}

CellQuestion MatrixWorker::questionOf(const PromptCase &values, const QString &prompt) const
{
    CellQuestion question;
    question.checks = m_record.set.checks + values.checks;
    question.values = variablesOfCase(m_record.set.columns, values);
    question.prompt = prompt;
    question.judge = m_judge;
    question.tags = m_record.options.tags;
    question.source = m_record.options.source;
    question.matrix = m_record.id;
    return question;
}

std::optional<CellTask> MatrixWorker::taskOf(Column &column, int targetIndex)
{
    const PromptCase *values = m_pages.find(column.cursor);
    if (!values)
        return std::nullopt;
    const Result<CasePrompt> prompt = promptOfCase(m_record.set, *values);
    if (!prompt) {
        noteStorageError(prompt.error());
        return std::nullopt;
    }
    const CallQuestion call{column.target, messagesOf(prompt->system, {}, prompt->prompt, {}), m_record.task,
                            m_record.options.tags, m_record.options.source};
    const Result<CallPlan> plan =
        column.plan ? Result<CallPlan>(*column.plan) : planCall(m_services.compare, call);
    if (!plan) {
        noteStorageError(plan.error());
        return std::nullopt;
    }
    CellTask task{column.cursor, targetIndex, call, *plan, *prompt, questionOf(*values, prompt->prompt)};
    task.totalLimit = m_record.options.totalLimit;
    task.traffic = column.traffic;
    const qint64 input = estimateInputTokens(call.messages);
    task.reserved = column.forecast.reserveFor(input) + estimateJudges(m_judges, task.question);
    return task;
}

/// The column that is furthest behind goes first, so that rows fill together where accounts allow it.
std::optional<CellTask> MatrixWorker::nextTask()
{
    Column *best = nullptr;
    int bestIndex = -1;
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        Column &column = m_columns[index];
        const int open = nextOpen(column, static_cast<int>(index));
        if (open < 0 || !hasRoom(column.traffic) || (best && best->cursor <= open))
            continue;
        best = &column;
        bestIndex = static_cast<int>(index);
    }
    if (!best)
        return std::nullopt;
    std::optional<CellTask> task = taskOf(*best, bestIndex);
    if (task && !m_budget.fits(task->reserved)) {
        m_blockedByCost = true;
        return std::nullopt;
    }
    return task;
}

void MatrixWorker::prepareMore()
{
    if (m_preparing || m_state != Matrix::State::Running)
        return;
    // Answers wait for their judges only so long before no more are asked for.
    const int atOnce = m_record.options.atOnce > 0 ? m_record.options.atOnce : 2 * kMostAhead;
    const int most = atOnce + lookahead() + kMostAhead;
    int known = static_cast<int>(m_runs.size());
    for (const Traffic &each : std::as_const(m_traffic))
        known += static_cast<int>(each.prepared.size());
    m_blockedByCost = false;
    QList<CellTask> tasks;
    QList<CellDraft> drafts;
    QHash<qint64, int> chosen;
    while (known + tasks.size() < most) {
        const std::optional<CellTask> task = nextTask();
        if (!task)
            break;
        // Counts as prepared while it is being written; the placeholder is taken out again below.
        m_traffic[task->traffic].prepared.push_back(*task);
        ++chosen[task->traffic];
        m_budget.reserve(task->reserved);
        m_record.cells[placeOf(task->caseIndex, task->targetIndex)].state = MatrixCell::State::Running;
        touch(task->caseIndex);
        const Column &column = m_columns[static_cast<std::size_t>(task->targetIndex)];
        drafts.append({task->caseIndex, task->targetIndex, task->prompt.prompt, task->prompt.system,
                       column.plan ? column.lane : draftOf(m_services.compare, task->plan)});
        tasks.append(*task);
    }
    for (auto traffic = chosen.cbegin(); traffic != chosen.cend(); ++traffic) {
        for (int count = 0; count < traffic.value(); ++count)
            m_traffic[traffic.key()].prepared.pop_back();
    }
    if (tasks.isEmpty())
        return;
    m_preparing = true;
    continued(m_services.matrices.beginCells(m_record, drafts, m_services.compare.ledger.keepsTexts()), this,
              [this, tasks](const Result<QList<CellIds>> &ids) { notePrepared(tasks, ids); });
}

void MatrixWorker::notePrepared(QList<CellTask> tasks, const Result<QList<CellIds>> &ids)
{
    m_preparing = false;
    if (!ids) {
        for (const CellTask &task : std::as_const(tasks)) {
            m_budget.settle(task.reserved, std::nullopt);
            reopen(placeOf(task.caseIndex, task.targetIndex));
        }
        noteStorageError(ids.error());
        return;
    }
    for (qsizetype at = 0; at < tasks.size(); ++at) {
        tasks[at].ids = ids->at(at);
        m_traffic[tasks.at(at).traffic].prepared.push_back(tasks.at(at));
    }
    pump();
}

void MatrixWorker::noteStorageError(const Error &error)
{
    m_stop = Matrix::Stop::Storage;
    qCWarning(logLedger) << "a matrix stops:" << error.message;
    pause();
    emit failed(error);
    schedule();
}

void MatrixWorker::pause()
{
    if (m_state == Matrix::State::Running || m_state == Matrix::State::Starting)
        setState(Matrix::State::Pausing);
    schedule();
}

void MatrixWorker::cancel()
{
    pause();
    m_cancelling = true;
    m_judges.cancel();
    const QList<CellRun *> runs = m_runs;
    for (CellRun *run : runs)
        run->cancel();
}

bool MatrixWorker::isBusy() const
{
    return m_preparing || m_rechecking || m_flushing || !m_runs.isEmpty() || !m_running.isValid()
        || std::any_of(m_traffic.cbegin(), m_traffic.cend(),
                       [](const Traffic &each) { return !each.prepared.empty(); });
}

void MatrixWorker::stopWhenIdle()
{
    if (isBusy())
        return;
    const bool allSettled = std::all_of(m_record.cells.cbegin(), m_record.cells.cend(),
                                        [](const MatrixCell &cell) { return cell.isSettled(); });
    const bool more =
        m_state == Matrix::State::Running && !m_blockedByCost && !(allSettled && m_unchecked.isEmpty());
    // What is left waits for its page of cases, or for its answer to be judged.
    if (more)
        return;
    if (!m_verdicts.isEmpty()) {
        flush();
        return;
    }
    if (m_state == Matrix::State::Running && m_blockedByCost && !allSettled)
        m_stop = Matrix::Stop::MaxCost;
    m_record.elapsedMs += m_running.elapsed();
    m_running.invalidate();
    showChanges();
    const bool finished = allSettled && m_unchecked.isEmpty();
    const auto stored = finished ? MatrixSummary::State::Finished : MatrixSummary::State::Paused;
    continued(m_services.matrices.release(m_record.id, stored, m_record.elapsedMs), this,
              [this, finished](const Result<void> &released) {
                  if (!released)
                      emit failed(released.error());
                  setState(finished ? Matrix::State::Finished : Matrix::State::Paused);
              });
}

void MatrixWorker::setState(Matrix::State state)
{
    if (std::exchange(m_state, state) == state)
        return;
    emit stateChanged();
    emit progressed();
}

} // namespace core
