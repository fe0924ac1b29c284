#include "core/compare/comparison.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/endpoints/endpointresolver.h"
#include "core/ledger/ledgerwriter.h"

namespace core {

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
        const std::optional<Account> account = services.accounts.find(target.name.account);
        if (!account)
            return Error{ErrorKind::InvalidRequest,
                         QStringLiteral("There is no account named \"%1\".").arg(target.name.account)};
        if (!account->enabled)
            return Error{ErrorKind::InvalidRequest,
                         QStringLiteral("The account \"%1\" is switched off.").arg(account->name)};
        auto *lane = new Lane(services, *account, target, comparison.get());
        const int place = comparison->laneCount();
        lane->setMessages(messagesOfLane(request, place));
        if (request.withoutPictures.contains(place))
            lane->setWithoutPictures();
        lane->setParentLane(request.contexts.value(place).parentLane);
        lane->setTotalLimit(request.totalLimit);
        connect(lane, &Lane::settled, comparison.get(), &Comparison::noteSettled);
        connect(lane, &Lane::ledgerFailed, comparison.get(), &Comparison::ledgerFailed);
        comparison->m_lanes.append(lane);
    }
    return comparison;
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
        if (asked.contains(accountId) || !account)
            continue;
        asked.insert(accountId);
        if (m_request.refusal) {
            m_endpoints.insert(accountId, *m_request.refusal);
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

void Comparison::startReadyLanes()
{
    if (!m_ids)
        return;
    for (int index = 0; index < laneCount(); ++index) {
        Lane &lane = *m_lanes.at(index);
        const auto endpoint = m_endpoints.constFind(lane.state().accountId);
        if (m_startedLanes.contains(index) || endpoint == m_endpoints.constEnd())
            continue;
        m_startedLanes.insert(index);
        lane.start(m_ids->lanes.at(index), {m_ids->calls.at(index), m_ids->attempts.at(index)}, *endpoint);
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
        lane.parameters = state.target.parameters;
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
        record.lanes.append(lane);
    }
    return record;
}

} // namespace core
