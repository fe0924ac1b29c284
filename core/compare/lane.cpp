#include "core/compare/lane.h"

#include "core/accounts/dialectnotes.h"
#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/chat/modelname.h"
#include "core/chat/requestfix.h"
#include "core/compare/attemptparts.h"
#include "core/compare/callcost.h"
#include "core/compare/recordings.h"
#include "core/endpoints/endpointresolver.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/tokenratios.h"
#include "core/net/laneslots.h"
#include "core/net/providerclient.h"

using namespace std::chrono_literals;

namespace core {

namespace {

/// The ledger promises at most 250 ms of lost text; batching takes up to 33 of them.
constexpr auto kJournalInterval = 200ms;
constexpr double kTimerPrecisionMs = 5.0;
/// Each quirk of a dialect may cost one resend.
constexpr int kMostFixes = 3;

} // namespace

Lane::Lane(const CompareServices &services, const CallQuestion &question, const CallPlan &plan,
           QObject *parent)
    : QObject(parent), m_services(services), m_question(question), m_walk(services, plan)
{
    adopt(plan);
    m_waitTimer.setSingleShot(true);
    connect(&m_waitTimer, &QTimer::timeout, this, &Lane::proceed);
    m_deadlineTimer.setSingleShot(true);
    m_deadlineTimer.setTimerType(Qt::PreciseTimer); // what is left after it is for nobody else
    connect(&m_deadlineTimer, &QTimer::timeout, this, &Lane::giveUpQueue);
    m_journalTimer.setSingleShot(true);
    connect(&m_journalTimer, &QTimer::timeout, this, &Lane::writeJournal);
}

Lane::~Lane()
{
    releaseSlot();
    if (m_reserved != 0)
        m_services.budgets->release(m_reserved);
}

void Lane::start(qint64 laneId, const AttemptIds &ids, const Result<Endpoint> &endpoint)
{
    m_state.laneId = laneId;
    m_state.callId = ids.call;
    m_attemptId = ids.attempt;
    m_budgeted = ids.budgeted;
    m_state.attempts = 1;
    prepare(endpoint);
}

void Lane::fail(const Error &error)
{
    m_state.waiting.reset();
    m_state.completion.status = LaneStatus::Failed;
    m_state.completion.error = error;
    emit changed();
    emit settled();
}

void Lane::prepare(const Result<Endpoint> &endpoint)
{
    m_sharedTime = false;
    m_unsent = false;
    m_queuedNs = m_services.clock.monotonicNs();
    if (m_cancelled) {
        endUnsent(LaneStatus::Cancelled, std::nullopt);
    } else if (!endpoint) {
        endUnsent(LaneStatus::Failed, endpoint.error());
    } else {
        m_endpoint = *endpoint;
        queue();
    }
}

/// The wait before an attempt is over.
void Lane::proceed()
{
    m_state.waiting.reset();
    m_state.waitedMs = sinceNs(m_endedNs);
    if (m_endpoint) {
        prepare(*m_endpoint);
        return;
    }
    if (m_account.id == 0 || !m_account.enabled) {
        prepare(Error{ErrorKind::NotFound,
                      tr("The account \"%1\" is gone or switched off.").arg(m_account.name)});
        return;
    }
    continued(m_services.resolver.resolve(m_account), this,
              [this](const Result<Endpoint> &endpoint) { prepare(endpoint); });
}

void Lane::queue()
{
    m_state.queuedNs = m_queuedNs;
    m_state.dispatchedNs = 0;
    m_state.sent = false;
    m_state.completion.status = LaneStatus::Queued;
    emit changed();
    const std::optional<std::chrono::milliseconds> left = timeLeft();
    if (left && m_firstDispatchNs != 0)
        m_deadlineTimer.start(std::max(*left, 0ms));
    m_ticket = m_services.laneSlots.acquire(m_account.id, m_account.maxParallel, [this] { dispatch(); });
}

void Lane::giveUpQueue()
{
    releaseSlot();
    endUnsent(LaneStatus::Failed,
              Error{ErrorKind::Timeout, tr("The call's time ended while it waited for its turn.")}, true);
}

ChatJob Lane::job()
{
    ChatJob job;
    job.endpoint = withLimits(*m_endpoint, m_walk.plan().decision.limits);
    if (const std::optional<std::chrono::milliseconds> left = timeLeft())
        job.endpoint.timeouts.total = std::max(*left, 1ms);
    job.dialect = dialectFor(m_services, m_account, m_state.target.name.model);
    job.request = {m_state.target.name.model, m_question.messages, m_state.target.parameters};
    job.dispatchedNs = m_services.clock.monotonicNs();
    job.queuedMs = sinceNs(m_queuedNs);
    job.record = m_recorded && m_services.recordings != nullptr;
    return job;
}

/// Leaves time for another target, where there is one and the rule does not say how much.
void Lane::shareTime(ChatJob &job)
{
    const std::optional<std::chrono::milliseconds> share = m_walk.firstTokenLimit(callTime());
    std::chrono::milliseconds &limit = job.endpoint.timeouts.firstToken;
    m_sharedTime = share && (limit == 0ms || *share < limit);
    if (m_sharedTime)
        limit = *share;
}

void Lane::dispatch()
{
    m_deadlineTimer.stop();
    if (m_services.budgets && (m_budgeted || m_services.budgets->isOn()))
        reserve();
    else
        send();
}

/// Sends once the budgets hold the most that it may cost.
void Lane::reserve()
{
    m_reserving = true;
    m_reserved = m_attemptId;
    const WorstCost cost = worstCostOf(m_services, m_account, m_state.target, m_question.messages);
    continued(m_services.budgets->reserve(m_attemptId, cost), this,
              [this, attempt = m_attemptId](const Result<void> &reserved) {
                  if (!m_reserving || m_reserved != attempt)
                      return; // it was stopped meanwhile
                  m_reserving = false;
                  if (reserved) {
                      send();
                      return;
                  }
                  releaseSlot();
                  endUnsent(LaneStatus::Failed, reserved.error());
              });
}

void Lane::send()
{
    ChatJob next = job();
    shareTime(next);
    if (m_firstDispatchNs == 0)
        m_firstDispatchNs = next.dispatchedNs;
    m_stream = m_services.client.send(next);
    connect(m_stream.get(), &ChatStream::progressed, this, &Lane::noteProgress);
    connect(m_stream.get(), &ChatStream::finished, this, &Lane::noteEnd);
    connect(m_stream.get(), &ChatStream::requestRecorded, this, &Lane::keepRecording);
    m_state.dispatchedNs = next.dispatchedNs;
    m_state.completion.status = LaneStatus::Running;
    m_state.completion.timing = {.queued = next.queuedMs};
    m_services.ledger.markRunning(m_attemptId);
    if (m_services.tokenRatios)
        m_services.tokenRatios->prepare(m_state.target.name.model);
    emit changed();
}

void Lane::noteProgress(const ChatProgress &progress)
{
    const bool first =
        m_state.completion.text.isEmpty() && m_state.completion.reasoning.isEmpty() && m_state.heldBack == 0;
    m_state.completion.timing = progress.timing;
    m_state.sent = progress.sent;
    const AnswerPart arrived{progress.text, progress.reasoning};
    if (arrived.isEmpty())
        return; // times only
    if (!m_journalTimer.isActive())
        m_journalTimer.start(kJournalInterval);
    show(m_gate.pass(arrived), progress.arrivedNs);
    if (first)
        emit changed();
}

void Lane::show(const AnswerPart &part, qint64 arrivedNs)
{
    const bool wasHeld = std::exchange(m_state.heldBack, m_gate.heldLength()) > 0 && m_state.heldBack == 0;
    if (part.isEmpty())
        return;
    m_state.completion.text += part.text;
    m_state.completion.reasoning += part.reasoning;
    emit appended(part.text, part.reasoning, arrivedNs);
    if (wasHeld)
        emit changed();
}

void Lane::keepRecording(const std::shared_ptr<const Recording> &recording)
{
    if (recording && m_services.recordings)
        m_services.recordings->add({m_attemptId, m_state.laneId, m_state.attempts, m_account.name,
                                    m_state.target.name.model, recording});
}

void Lane::writeJournal()
{
    const AnswerPart &held = m_gate.held();
    m_services.ledger.journal(m_attemptId, QString(m_state.completion.text + held.text),
                              QString(m_state.completion.reasoning + held.reasoning));
}

void Lane::noteEnd(const AttemptEnd &end)
{
    m_stream.release()->deleteLater();
    m_journalTimer.stop();
    const qint64 ticket = std::exchange(m_ticket, 0);
    keepRecording(end.recording);
    if (m_cancelled || !resendFixed(end))
        goOn(end);
    // Only now, so that whoever comes next finds in the budgets what this one cost.
    m_services.laneSlots.release(ticket);
}

bool Lane::resendFixed(const AttemptEnd &end)
{
    if (end.completion.status != LaneStatus::Failed || !end.completion.error || m_fixes >= kMostFixes)
        return false;
    const ChatJob sent = job();
    const RequestFix fix = suggestFix(*end.completion.error, sent.request, sent.dialect);
    if (fix == RequestFix::None)
        return false;
    ++m_fixes;
    continued(m_services.notes.learn(m_account.id, m_state.target.name.model, noteOf(fix)), this,
              [this](const Result<void> &learned) {
                  if (!learned)
                      emit ledgerFailed(learned.error());
              });
    settleAttempt(end.completion, false);
    NextStep again;
    again.kind = NextStep::Kind::Retry;
    again.why = tr("The request is sent in the form that the provider takes.");
    beginNextAttempt(again, *end.completion.error);
    return true;
}

/// An attempt ended before anything of it was sent.
void Lane::endUnsent(LaneStatus status, const std::optional<Error> &error, bool inQueue)
{
    m_reserving = false;
    AttemptEnd unsent;
    unsent.completion.status = status;
    unsent.completion.error = error;
    unsent.completion.timing.queued = sinceNs(m_queuedNs);
    m_unsent = true;
    goOn(unsent, inQueue);
}

/// What comes after an attempt that has ended: the same target, another one, or nobody.
void Lane::goOn(const AttemptEnd &end, bool inQueue)
{
    const bool shown = !m_state.completion.text.isEmpty() || !m_state.completion.reasoning.isEmpty();
    AttemptReport report = reportOf(end, shown);
    report.inQueue = inQueue;
    report.sharedTime = m_sharedTime;
    const NextStep step = m_walk.after(report, callTime(), firstTokenMs(end.completion.timing));
    if (m_cancelled || step.kind == NextStep::Kind::Stop) {
        stop(end.completion, report, step.why);
        return;
    }
    settleAttempt(end.completion, false);
    beginNextAttempt(step,
                     end.completion.error.value_or(Error{ErrorKind::ContentFilter, end.completion.refusal}));
}

void Lane::stop(const Completion &completion, const AttemptReport &report, const QString &why)
{
    show(m_gate.open(), m_services.clock.monotonicNs());
    m_state.waiting.reset();
    const LaneStatus status = completion.status;
    if (m_state.route && !m_cancelled && !isSuccess(status)) {
        m_state.whyStopped = why;
        const bool broken = status == LaneStatus::Interrupted || status == LaneStatus::Failed;
        m_placeByHand = broken ? m_walk.placeByHand(report) : -1;
        if (m_placeByHand >= 0)
            m_state.nextTarget = m_walk.plan().decision.targets.at(m_placeByHand).name;
    }
    settleAttempt(completion, true);
}

void Lane::beginNextAttempt(const NextStep &step, const Error &reason, bool isByHand)
{
    m_endedNs = m_services.clock.monotonicNs();
    m_state.earlier = attemptsOf(m_state);
    m_walk.take(step);
    if (step.kind == NextStep::Kind::NextTarget)
        adoptTarget();
    m_state.completion = {};
    m_state.completion.status = LaneStatus::Running;
    m_state.attemptCost = {};
    m_state.otherModelAnswered = false;
    m_state.why = step.why;
    m_state.waitedMs = static_cast<double>(step.wait.count());
    ++m_state.attempts;
    m_gate = CommitGate(m_walk.plan().decision.limits);
    m_state.heldBack = 0;
    m_state.waiting.reset();
    if (step.wait > 0ms)
        m_state.waiting = RetryWait{reason, m_services.clock.utcMs() + step.wait.count()};
    if (isByHand)
        emit restarted();
    emit changed();
    writeNextAttempt(step.wait);
}

void Lane::writeNextAttempt(std::chrono::milliseconds wait)
{
    const AttemptDraft attempt{m_state.laneId, m_state.callId, targetDraft(), m_state.waitedMs};
    continued(m_services.ledger.beginAttempt(attempt), this, [this, wait](const Result<AttemptIds> &ids) {
        if (!ids) {
            emit ledgerFailed(ids.error());
            fail(ids.error());
            return;
        }
        m_attemptId = ids->attempt;
        m_budgeted = ids->budgeted;
        m_queuedNs = m_services.clock.monotonicNs();
        if (m_cancelled) {
            m_state.waitedMs = sinceNs(m_endedNs);
            endUnsent(LaneStatus::Cancelled, std::nullopt);
            return;
        }
        const qint64 passed = m_state.waiting ? m_state.waiting->untilMs - m_services.clock.utcMs() : 0;
        m_waitTimer.start(std::clamp(std::chrono::milliseconds(passed), 0ms, wait));
    });
}

std::optional<TokenRatio> Lane::ratio() const
{
    return m_services.tokenRatios ? m_services.tokenRatios->of(m_state.target.name.model) : std::nullopt;
}

/// When the attempt was sent, milliseconds UTC; now, for one that was not.
qint64 Lane::startedAtMs() const
{
    const qint64 now = m_services.clock.utcMs();
    return m_state.dispatchedNs == 0 ? now : now - qRound64(sinceNs(m_state.dispatchedNs));
}

void Lane::settleAttempt(const Completion &ended, bool last)
{
    m_reserved = 0;
    m_state.completion = withEstimatedUsage(ended, m_question.messages, ratio());
    m_state.attemptCost = m_unsent
        ? costOfUnsent()
        : costOfAttempt(m_services, m_account, m_state.target, m_state.completion, startedAtMs());
    m_state.otherModelAnswered =
        !isSameModelOrDatedAlias(m_state.target.name.model, m_state.completion.modelAnswered);
    const CallCost call = costOfCall(attemptsOf(m_state));
    m_state.cost = call.cost;
    m_state.unpricedAttempts = call.unpricedAttempts;
    m_settling = last;
    if (last)
        emit changed();
    AttemptOutcome outcome{m_state.completion, m_state.attemptCost, m_state.vendor};
    if (m_state.attempts > 1)
        outcome.waitedMs = m_state.waitedMs;
    continued(m_services.ledger.settle(m_attemptId, outcome), this, [this, last](const Result<void> &result) {
        if (!result)
            emit ledgerFailed(result.error());
        if (!last)
            return;
        m_settling = false;
        emit settled();
    });
}

void Lane::cancel()
{
    if (core::isSettled(m_state.status()) || m_cancelled)
        return;
    m_cancelled = true;
    if (m_stream) {
        m_stream->cancel();
        return;
    }
    // Before its row is there, or while the next one is being written, the callback sees the flag.
    const bool waiting = m_waitTimer.isActive();
    if (waiting)
        m_state.waitedMs = sinceNs(m_endedNs);
    m_waitTimer.stop();
    m_deadlineTimer.stop();
    const bool queued = m_ticket != 0;
    releaseSlot();
    if (waiting || queued)
        endUnsent(LaneStatus::Cancelled, std::nullopt);
}

void Lane::tryNow()
{
    if (m_waitTimer.isActive())
        m_waitTimer.start(0);
}

void Lane::releaseSlot()
{
    if (m_ticket != 0)
        m_services.laneSlots.release(std::exchange(m_ticket, 0));
}

/// Of the whole call; 0 is none.
std::chrono::milliseconds Lane::totalLimit() const
{
    const std::chrono::milliseconds budget = m_walk.plan().decision.limits.budget;
    if (m_totalLimit > 0ms)
        return budget > 0ms ? std::min(budget, m_totalLimit) : m_totalLimit;
    if (budget > 0ms || !m_endpoint)
        return budget;
    return m_endpoint->timeouts.total;
}

std::optional<std::chrono::milliseconds> Lane::timeLeft() const
{
    const std::chrono::milliseconds total = totalLimit();
    if (total == 0ms)
        return std::nullopt;
    if (m_firstDispatchNs == 0)
        return total;
    return total - std::chrono::milliseconds(qRound64(sinceNs(m_firstDispatchNs)));
}

/// A limit counts as reached within the timers' precision, or a rest of a millisecond would be another try.
CallTime Lane::callTime() const
{
    const double elapsed = m_firstDispatchNs == 0 ? 0.0 : sinceNs(m_firstDispatchNs) + kTimerPrecisionMs;
    return {std::chrono::milliseconds(qRound64(elapsed)), totalLimit()};
}

double Lane::sinceNs(qint64 ns) const
{
    return static_cast<double>(m_services.clock.monotonicNs() - ns) / 1e6;
}

} // namespace core
