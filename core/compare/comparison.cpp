#include "core/compare/comparison.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/endpoints/endpointresolver.h"
#include "core/ledger/ledgerwriter.h"
#include "core/net/providerclient.h"

using namespace std::chrono_literals;

namespace core {

namespace {

void noteRoute(LaneRecord &lane, const LaneState &state)
{
    if (!state.route)
        return;
    lane.requested = state.requested.name.toString();
    const RouteState &route = *state.route;
    lane.latest.route = {route.ruleSet, route.version, route.rule, decisionToJson(route.decision)};
}

/// A host that does not open a connection by then keeps the others waiting no longer.
constexpr auto kLongestPreconnect = 5s;

} // namespace

QList<Message> messagesOfLane(const CompareRequest &request, int lane)
{
    QList<Message> messages =
        messagesOf(request.system, request.contexts.value(lane), request.prompt, request.images);
    if (request.withoutPictures.contains(lane)) {
        for (Message &message : messages)
            message.images.clear();
    }
    return messages;
}

bool hasPictures(const CompareRequest &request)
{
    const auto shows = [](const Message &message) { return !message.images.isEmpty(); };
    return !request.images.isEmpty()
        || std::any_of(request.contexts.cbegin(), request.contexts.cend(), [&](const LaneContext &context) {
               return std::any_of(context.messages.cbegin(), context.messages.cend(), shows);
           });
}

Comparison::Comparison(const CompareServices &services, const CompareRequest &request)
    : m_services(services), m_request(request)
{
    m_record.prompt = request.prompt;
    m_record.system = request.system;
    m_record.task = request.task;
    m_record.taskOrigin = request.taskOrigin;
    m_record.tags = request.tags;
    m_record.source = callSourceName(request.source);
    m_record.images = request.images;
    m_record.turn = request.turn;
}

Result<std::unique_ptr<Comparison>> Comparison::create(const CompareServices &services,
                                                       const CompareRequest &request)
{
    if (request.prompt.trimmed().isEmpty() && request.images.isEmpty())
        return Error{ErrorKind::InvalidRequest, QStringLiteral("The prompt is empty.")};
    if (request.targets.isEmpty())
        return Error{ErrorKind::InvalidRequest, QStringLiteral("There is no model to send the prompt to.")};
    std::unique_ptr<Comparison> comparison(new Comparison(services, request));
    for (const Target &target : request.targets) {
        const int place = comparison->laneCount();
        const Result<Lane *> lane = comparison->makeLane(target, messagesOfLane(request, place), place);
        if (!lane)
            return lane.error();
        if (request.withoutPictures.contains(place))
            (*lane)->setWithoutPictures();
        (*lane)->setParentLane(request.contexts.value(place).parentLane);
    }
    return comparison;
}

Result<Lane *> Comparison::makeLane(const Target &target, const QList<Message> &messages, int place)
{
    const CallQuestion question{target, messages, m_request.task, m_request.tags, m_request.source};
    const auto decided = m_request.decisions.constFind(place);
    const Result<CallPlan> plan = decided != m_request.decisions.constEnd()
        ? planDecided(m_services, target, *decided)
        : planCall(m_services, question);
    if (!plan)
        return plan.error();
    auto *lane = new Lane(m_services, question, *plan, this);
    lane->setTotalLimit(m_request.totalLimit);
    if (m_request.matrix != 0)
        lane->setUnrecorded();
    connect(lane, &Lane::settled, this, &Comparison::noteSettled);
    connect(lane, &Lane::ledgerFailed, this, &Comparison::ledgerFailed);
    m_lanes.append(lane);
    return lane;
}

Result<Lane *> Comparison::addLane(const Target &target, int contextLane)
{
    if (!m_ids)
        return Error{ErrorKind::InvalidRequest, QStringLiteral("The run is not in the ledger yet.")};
    const Result<Lane *> made = makeLane(target, m_lanes.at(contextLane)->messages(), laneCount());
    if (!made)
        return made;
    Lane *const lane = *made;
    if (m_lanes.at(contextLane)->state().withoutPictures)
        lane->setWithoutPictures();
    lane->setParentLane(m_lanes.at(contextLane)->parentLane());
    m_startedLanes.insert(laneCount() - 1);
    continued(
        m_services.ledger.addLane(runId(), lane->draft()), this, [this, lane](const Result<LaneIds> &ids) {
            if (!ids) {
                emit ledgerFailed(ids.error());
                lane->fail(ids.error());
                return;
            }
            if (m_request.refusal)
                return lane->start(ids->lane, {ids->call, ids->attempt, ids->budgeted}, *m_request.refusal);
            const std::optional<Account> account = m_services.accounts.find(lane->state().accountId);
            if (!account)
                return lane->start(
                    ids->lane, {ids->call, ids->attempt, ids->budgeted},
                    Error{ErrorKind::NotFound, QStringLiteral("The account was removed meanwhile.")});
            continued(m_services.resolver.resolve(*account), this,
                      [lane, ids = *ids](const Result<Endpoint> &endpoint) {
                          lane->start(ids.lane, {ids.call, ids.attempt, ids.budgeted}, endpoint);
                      });
        });
    return lane;
}

RunDraft Comparison::draft() const
{
    RunDraft draft;
    draft.prompt = m_request.prompt;
    draft.system = m_request.system;
    draft.images = m_request.images;
    draft.task = m_request.task;
    draft.taskOrigin = m_request.taskOrigin;
    draft.tags = m_request.tags;
    draft.source = m_request.source;
    draft.turn = m_request.turn;
    draft.matrix = m_request.matrix;
    for (const Lane *lane : m_lanes)
        draft.lanes.append(lane->draft());
    return draft;
}

void Comparison::start()
{
    m_record.createdAtMs = m_services.clock.utcMs();
    continued(m_services.ledger.beginRun(draft()), this, [this](const Result<RunIds> &ids) { noteRun(ids); });
    resolveEndpoints();
}

void Comparison::resolveEndpoints()
{
    QSet<qint64> asked;
    for (const Lane *lane : m_lanes) {
        const qint64 accountId = lane->state().accountId;
        const std::optional<Account> account = m_services.accounts.find(accountId);
        if (asked.contains(accountId))
            continue;
        asked.insert(accountId);
        if (m_request.refusal) {
            m_endpoints.emplace(accountId, *m_request.refusal);
            continue;
        }
        if (!account) {
            m_endpoints.insert(
                accountId, Error{ErrorKind::NotFound, QStringLiteral("The account was removed meanwhile.")});
            continue;
        }
        continued(m_services.resolver.resolve(*account), this,
                  [this, accountId](const Result<Endpoint> &endpoint) {
                      m_endpoints.insert(accountId, endpoint);
                      startReadyLanes();
                  });
    }
}

void Comparison::noteRun(const Result<RunIds> &ids)
{
    if (!ids) {
        emit rejected(ids.error());
        return;
    }
    m_ids = *ids;
    m_record.id = ids->run;
    emit started(ids->run);
    startReadyLanes();
}

/// Whether lanes may start: at once, or when every account's connections are there or are late.
bool Comparison::areConnectionsOpen()
{
    if (!m_request.preconnect || m_preconnectMs)
        return true;
    if (m_preconnectNs != 0)
        return false;
    for (const Lane *lane : m_lanes) {
        if (!m_endpoints.contains(lane->state().accountId))
            return false;
    }
    openConnections();
    return m_preconnectMs.has_value();
}

void Comparison::openConnections()
{
    m_preconnectNs = m_services.clock.monotonicNs();
    const auto release = [this] {
        if (m_preconnectMs)
            return;
        m_preconnectLimit.stop();
        m_preconnectMs = double(m_services.clock.monotonicNs() - m_preconnectNs) / 1e6;
        startReadyLanes();
    };
    QHash<qint64, int> wanted;
    for (const Lane *lane : m_lanes) {
        if (m_endpoints.value(lane->state().accountId, Error{}))
            ++wanted[lane->state().accountId];
    }
    m_openingAccounts = static_cast<int>(wanted.size());
    if (wanted.isEmpty()) {
        m_preconnectMs = 0.0;
        return;
    }
    m_preconnectLimit.setSingleShot(true);
    connect(&m_preconnectLimit, &QTimer::timeout, this, release);
    m_preconnectLimit.start(kLongestPreconnect);
    for (auto account = wanted.begin(); account != wanted.end(); ++account) {
        const std::optional<Account> known = m_services.accounts.find(account.key());
        const int most = known && known->maxParallel > 0 ? known->maxParallel : account.value();
        continued(m_services.client.warm(*m_endpoints.value(account.key(), Error{}),
                                         std::min(account.value(), most)),
                  this, [this, release](const Result<void> &) {
                      if (--m_openingAccounts == 0)
                          release();
                  });
    }
}

void Comparison::startReadyLanes()
{
    if (!m_ids || !areConnectionsOpen())
        return;
    for (int index = 0; index < laneCount(); ++index) {
        Lane &lane = *m_lanes.at(index);
        const auto endpoint = m_endpoints.constFind(lane.state().accountId);
        if (m_startedLanes.contains(index) || endpoint == m_endpoints.constEnd())
            continue;
        m_startedLanes.insert(index);
        lane.start(m_ids->lanes.at(index),
                   {m_ids->calls.at(index), m_ids->attempts.at(index), m_ids->budgeted}, *endpoint);
    }
}

void Comparison::cancel()
{
    for (Lane *lane : std::as_const(m_lanes))
        lane->cancel();
}

bool Comparison::isSettled() const
{
    return std::all_of(m_lanes.begin(), m_lanes.end(), [](const Lane *lane) { return lane->isSettled(); });
}

void Comparison::noteSettled()
{
    if (isSettled())
        emit finished();
}

RunRecord Comparison::record() const
{
    RunRecord record = m_record;
    for (int index = 0; index < laneCount(); ++index) {
        const LaneState &state = m_lanes.at(index)->state();
        LaneRecord lane;
        lane.laneId = state.laneId;
        lane.callId = state.callId;
        lane.position = index;
        lane.parentLane = m_lanes.at(index)->parentLane();
        lane.parameters = state.requested.parameters;
        lane.attempts = state.attempts;
        lane.latest.callId = state.callId;
        lane.latest.laneId = state.laneId;
        lane.latest.runId = record.id;
        lane.latest.number = state.attempts;
        lane.latest.accountName = state.target.name.account;
        lane.latest.model = state.target.name.model;
        lane.latest.vendor = state.vendor;
        lane.latest.simulated = state.simulated;
        lane.latest.task = record.task;
        lane.latest.source = record.source;
        lane.latest.completion = state.completion;
        lane.latest.cost = state.cost;
        lane.unpricedAttempts = state.unpricedAttempts;
        lane.latest.why = state.why;
        if (state.attempts > 1)
            lane.latest.waitedMs = state.waitedMs;
        noteRoute(lane, state);
        record.lanes.append(lane);
    }
    return record;
}

} // namespace core
