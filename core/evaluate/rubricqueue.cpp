#include "core/evaluate/rubricqueue.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/compare/runestimate.h"

#include <QCoreApplication>

namespace core {

namespace {

void conclude(QPromise<RubricVerdict> &promise, const RubricVerdict &verdict)
{
    promise.addResult(verdict);
    promise.finish();
}

RubricVerdict without(const QString &reason)
{
    RubricVerdict verdict;
    verdict.reason = reason;
    return verdict;
}

RubricVerdict cancelled()
{
    return without(QCoreApplication::translate("Check", "Judging was cancelled."));
}

} // namespace

RubricQueue::RubricQueue(const CompareServices &services, int atOnce, QObject *parent)
    : QObject(parent), m_services(services), m_atOnce(std::max(atOnce, 1))
{
}

RubricQueue::~RubricQueue()
{
    qDeleteAll(m_running);
}

QFuture<RubricVerdict> RubricQueue::ask(const RubricRequest &request)
{
    const auto promise = std::make_shared<QPromise<RubricVerdict>>();
    promise->start();
    if (m_stopped) {
        conclude(*promise, cancelled());
    } else {
        m_waiting.push_back({request, promise});
        askNext();
    }
    return promise->future();
}

void RubricQueue::askNext()
{
    while (!m_waiting.empty() && m_running.size() < m_atOnce) {
        const Waiting next = m_waiting.front();
        m_waiting.pop_front();
        begin(next);
    }
}

void RubricQueue::begin(const Waiting &next)
{
    Result<std::unique_ptr<RubricJudge>> judge = RubricJudge::create(m_services, next.request);
    if (!judge) {
        conclude(*next.promise, without(judge.error().message));
        return;
    }
    RubricJudge *raw = std::move(judge).value().release();
    m_running.append(raw);
    connect(raw, &RubricJudge::finished, this,
            [this, raw, promise = next.promise](const RubricVerdict &verdict) {
                m_running.removeOne(raw);
                raw->deleteLater();
                conclude(*promise, verdict);
                askNext();
            });
    raw->start();
}

std::optional<Money> RubricQueue::estimate(const RubricRequest &request) const
{
    const TargetName &name = request.judge.name;
    const std::optional<Account> account = m_services.accounts.find(name.account);
    if (!account)
        return std::nullopt;
    LaneForecast lane;
    lane.maxTokens = request.judge.parameters.maxTokens;
    lane.prices = m_services.prices.priceOf(
        *account, name.model, m_services.directory.info(*account, name.model), m_services.clock.utcMs());
    const CompareRequest run = RubricJudge::request(request);
    const RunEstimate estimate =
        estimateRun({lane}, estimateInputTokens({{Role::System, run.system}, {Role::User, run.prompt}}));
    return estimate.unpricedLanes > 0 ? std::nullopt : std::optional(estimate.high);
}

void RubricQueue::cancel()
{
    m_stopped = true;
    for (const Waiting &each : std::exchange(m_waiting, {}))
        conclude(*each.promise, cancelled());
    const QList<RubricJudge *> running = m_running;
    for (RubricJudge *judge : running)
        judge->cancel();
}

} // namespace core
