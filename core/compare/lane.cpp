#include "core/compare/lane.h"

#include "core/accounts/dialectnotes.h"
#include "core/accounts/presets.h"
#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/catalog/costcalculator.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/chat/modelname.h"
#include "core/chat/requestfix.h"
#include "core/chat/tokenestimate.h"
#include "core/compare/recordings.h"
#include "core/compare/retrypolicy.h"
#include "core/endpoints/endpointresolver.h"
#include "core/ledger/ledgerwriter.h"
#include "core/net/laneslots.h"
#include "core/net/providerclient.h"

using namespace std::chrono_literals;

namespace core {

namespace {

/// The ledger promises at most 250 ms of lost text; batching takes up to 33 of them.
constexpr auto kJournalInterval = 200ms;
/// Each quirk of a dialect may cost one resend.
constexpr int kMostFixes = 3;

DialectNote noteOf(RequestFix fix)
{
    switch (fix) {
    case RequestFix::DropIncludeUsage:
        return DialectNote::NoStreamOptions;
    case RequestFix::SwapMaxTokensField:
        return DialectNote::SwapMaxTokens;
    case RequestFix::DropStreaming:
    case RequestFix::None:
        break;
    }
    return DialectNote::NoStream;
}

} // namespace

Lane::Lane(const CompareServices &services, const Account &account, const Target &target, QObject *parent)
    : QObject(parent), m_services(services), m_account(account)
{
    m_state.target = target;
    m_state.accountId = account.id;
    m_state.simulated = account.simulated;
    m_state.vendor = services.directory.describe(account, target.name.model).vendor;
    m_waitTimer.setSingleShot(true);
    connect(&m_waitTimer, &QTimer::timeout, this, &Lane::queue);
    m_journalTimer.setSingleShot(true);
    connect(&m_journalTimer, &QTimer::timeout, this, &Lane::writeJournal);
}

Lane::~Lane()
{
    releaseSlot();
}

LaneDraft Lane::draft() const
{
    return {m_account.id,   m_account.name,    m_state.target.name.model,
            m_state.vendor, m_state.simulated, m_state.target.parameters,
            m_parentLane};
}

void Lane::start(qint64 laneId, const AttemptIds &ids, const Result<Endpoint> &endpoint)
{
    m_state.laneId = laneId;
    m_state.callId = ids.call;
    m_attemptId = ids.attempt;
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
    m_firstDispatchNs = 0;
    m_fixes = 0;
    m_earlierCost = {};
    m_queuedNs = m_services.clock.monotonicNs();
    if (m_cancelled) {
        settleUnsent(LaneStatus::Cancelled, std::nullopt);
    } else if (!endpoint) {
        settleUnsent(LaneStatus::Failed, endpoint.error());
    } else {
        m_endpoint = *endpoint;
        if (m_totalLimit.count() > 0)
            m_endpoint.timeouts.total = m_totalLimit;
        queue();
    }
}

void Lane::queue()
{
    m_state.waiting.reset();
    m_state.queuedNs = m_queuedNs;
    m_state.dispatchedNs = 0;
    m_state.sent = false;
    m_state.completion.status = LaneStatus::Queued;
    emit changed();
    m_ticket = m_services.laneSlots.acquire(m_account.id, m_account.maxParallel, [this] { dispatch(); });
}

ChatJob Lane::job()
{
    ChatJob job;
    job.endpoint = m_endpoint;
    if (const std::optional<std::chrono::milliseconds> left = timeLeft())
        job.endpoint.timeouts.total = std::max(*left, 1ms);
    const Preset *preset = m_services.presets.find(m_account.presetId);
    job.dialect = m_services.notes.apply(preset ? dialectOf(*preset) : Dialect{}, m_account.id,
                                         m_state.target.name.model);
    job.request = {m_state.target.name.model, m_messages, m_state.target.parameters};
    job.dispatchedNs = m_services.clock.monotonicNs();
    job.queuedMs = sinceNs(m_queuedNs);
    job.record = m_recorded && m_services.recordings != nullptr;
    return job;
}

void Lane::dispatch()
{
    const ChatJob next = job();
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
    emit changed();
}

void Lane::noteProgress(const ChatProgress &progress)
{
    const bool first = m_state.completion.text.isEmpty() && m_state.completion.reasoning.isEmpty();
    m_state.completion.text += progress.text;
    m_state.completion.reasoning += progress.reasoning;
    m_state.completion.timing = progress.timing;
    m_state.sent = progress.sent;
    if (progress.text.isEmpty() && progress.reasoning.isEmpty())
        return; // times only
    if (!m_journalTimer.isActive())
        m_journalTimer.start(kJournalInterval);
    emit appended(progress.text, progress.reasoning, progress.arrivedNs);
    if (first)
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
    m_services.ledger.journal(m_attemptId, m_state.completion.text, m_state.completion.reasoning);
}

void Lane::noteEnd(const AttemptEnd &end)
{
    m_stream.release()->deleteLater();
    m_journalTimer.stop();
    releaseSlot();
    keepRecording(end.recording);
    if (m_cancelled || !end.completion.error || end.completion.status != LaneStatus::Failed) {
        settleAttempt(end.completion, true);
        return;
    }
    if (resendFixed(end))
        return;
    const std::optional<std::chrono::milliseconds> wait =
        retryAfter(end, m_state.attempts - m_fixes, timeLeft());
    settleAttempt(end.completion, !wait.has_value());
    if (wait)
        beginNextAttempt(*wait, *end.completion.error);
}

bool Lane::resendFixed(const AttemptEnd &end)
{
    const ChatJob sent = job();
    const RequestFix fix = suggestFix(*end.completion.error, sent.request, sent.dialect);
    if (fix == RequestFix::None || m_fixes >= kMostFixes)
        return false;
    ++m_fixes;
    continued(m_services.notes.learn(m_account.id, m_state.target.name.model, noteOf(fix)), this,
              [this](const Result<void> &learned) {
                  if (!learned)
                      emit ledgerFailed(learned.error());
              });
    settleAttempt(end.completion, false);
    beginNextAttempt(0ms, *end.completion.error);
    return true;
}

void Lane::beginNextAttempt(std::chrono::milliseconds wait, const Error &reason)
{
    m_state.completion = {};
    m_state.completion.status = LaneStatus::Running;
    ++m_state.attempts;
    if (wait > 0ms)
        m_state.waiting = RetryWait{reason, m_services.clock.utcMs() + wait.count()};
    emit changed();
    const AttemptDraft attempt{m_state.laneId, m_state.callId, draft()};
    continued(m_services.ledger.beginAttempt(attempt), this, [this, wait](const Result<AttemptIds> &ids) {
        if (!ids) {
            emit ledgerFailed(ids.error());
            fail(ids.error());
            return;
        }
        m_attemptId = ids->attempt;
        if (m_cancelled) {
            settleUnsent(LaneStatus::Cancelled, std::nullopt);
            return;
        }
        const qint64 passed = m_state.waiting ? m_state.waiting->untilMs - m_services.clock.utcMs() : 0;
        m_queuedNs = m_services.clock.monotonicNs();
        m_waitTimer.start(std::clamp(std::chrono::milliseconds(passed), 0ms, wait));
    });
}

Completion Lane::completedUsage(Completion completion) const
{
    Usage &usage = completion.usage;
    const bool anything = !completion.text.isEmpty() || !completion.reasoning.isEmpty();
    if (usage.basis != UsageBasis::Missing || !anything)
        return completion;
    qint64 input = 0;
    for (const Message &message : m_messages)
        input += estimateTokens(message.text);
    usage.input = input;
    usage.reasoning = estimateTokens(completion.reasoning);
    usage.output = estimateTokens(completion.text) + *usage.reasoning;
    usage.basis = UsageBasis::Estimated;
    return completion;
}

Cost Lane::costOf(const Completion &completion) const
{
    const QString &model = m_state.target.name.model;
    const std::optional<ModelInfo> info = m_services.directory.info(m_account, model);
    const std::optional<PriceList> prices =
        m_services.prices.priceOf(m_account, model, info, m_services.clock.utcMs());
    return computeCost(completion.usage, prices, m_state.target.parameters.maxTokens);
}

void Lane::settleAttempt(const Completion &ended, bool last)
{
    m_state.completion = completedUsage(ended);
    const Cost cost = costOf(m_state.completion);
    m_state.otherModelAnswered =
        !isSameModelOrDatedAlias(m_state.target.name.model, m_state.completion.modelAnswered);
    m_state.cost = cost;
    if (cost.amount) {
        m_state.cost.amount = *cost.amount + m_earlierCost;
        if (!last)
            m_earlierCost += *cost.amount;
    }
    m_settling = last;
    if (last)
        emit changed();
    const QFuture<Result<void>> written =
        m_services.ledger.settle(m_attemptId, {m_state.completion, cost, m_state.vendor});
    continued(written, this, [this, last](const Result<void> &result) {
        if (!result)
            emit ledgerFailed(result.error());
        if (!last)
            return;
        m_settling = false;
        emit settled();
    });
}

void Lane::settleUnsent(LaneStatus status, const std::optional<Error> &error)
{
    Completion unsent;
    unsent.status = status;
    unsent.error = error;
    unsent.timing.queued = sinceNs(m_queuedNs);
    m_state.waiting.reset();
    settleAttempt(unsent, true);
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
    m_waitTimer.stop();
    const bool queued = m_ticket != 0;
    releaseSlot();
    if (waiting || queued)
        settleUnsent(LaneStatus::Cancelled, std::nullopt);
}

void Lane::tryNow()
{
    if (m_waitTimer.isActive())
        m_waitTimer.start(0);
}

void Lane::restart(const std::optional<std::pair<Account, Target>> &swap)
{
    if (!isSettled())
        return;
    if (swap) {
        m_account = swap->first;
        m_state.target = swap->second;
        m_state.accountId = m_account.id;
        m_state.simulated = m_account.simulated;
        m_state.vendor = m_services.directory.describe(m_account, swap->second.name.model).vendor;
    }
    m_cancelled = false;
    m_state.completion = {};
    m_state.cost = {};
    m_state.attempts = 1;
    m_state.otherModelAnswered = false;
    emit restarted();
    emit changed();
    continued(m_services.ledger.beginAttempt({m_state.laneId, 0, draft()}), this,
              [this](const Result<AttemptIds> &ids) {
                  if (!ids) {
                      emit ledgerFailed(ids.error());
                      fail(ids.error());
                      return;
                  }
                  m_state.callId = ids->call;
                  m_attemptId = ids->attempt;
                  continued(m_services.resolver.resolve(m_account), this,
                            [this](const Result<Endpoint> &endpoint) { prepare(endpoint); });
              });
}

void Lane::releaseSlot()
{
    if (m_ticket != 0)
        m_services.laneSlots.release(std::exchange(m_ticket, 0));
}

std::optional<std::chrono::milliseconds> Lane::timeLeft() const
{
    const std::chrono::milliseconds total = m_endpoint.timeouts.total;
    if (total.count() == 0)
        return std::nullopt;
    if (m_firstDispatchNs == 0)
        return total;
    return total - std::chrono::milliseconds(qRound64(sinceNs(m_firstDispatchNs)));
}

double Lane::sinceNs(qint64 ns) const
{
    return static_cast<double>(m_services.clock.monotonicNs() - ns) / 1e6;
}

} // namespace core
