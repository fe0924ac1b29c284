#include "core/routing/targethealth.h"

#include "core/ledger/statistics.h"

#include <algorithm>

namespace core {

namespace {

/// What a provider asks for beyond this is tried anew after it: a mere probe costs nothing, a wrong header
/// would leave the target out for days.
constexpr std::chrono::milliseconds kLongestToldCooling = std::chrono::hours(1);

/// What an attempt tells of its target.
enum class HealthSign { Nothing, Success, Answered, Failure };

HealthSign healthSign(const AttemptReport &report)
{
    if (!isSettled(report.status) || report.status == LaneStatus::Cancelled || report.lostWarmConnection)
        return HealthSign::Nothing;
    if (isSuccess(report.status) || report.status == LaneStatus::Refused)
        return HealthSign::Success;
    switch (report.error ? report.error->kind : ErrorKind::Protocol) {
    case ErrorKind::Storage:
    case ErrorKind::Budget:
        return HealthSign::Nothing;
    case ErrorKind::InvalidRequest:
    case ErrorKind::ContextLength:
    case ErrorKind::ContentFilter:
        return HealthSign::Answered;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Auth:
    case ErrorKind::RateLimited:
    case ErrorKind::Quota:
    case ErrorKind::NotFound:
    case ErrorKind::Server:
    case ErrorKind::Protocol:
        break;
    }
    return HealthSign::Failure;
}

} // namespace

TargetHealth::TargetHealth(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

void TargetHealth::note(const TargetName &target, const AttemptReport &report,
                        std::optional<double> firstTokenMs)
{
    const HealthSign sign = healthSign(report);
    if (sign == HealthSign::Nothing)
        return;
    Record &record = m_records[target.toString()];
    add(record, {m_clock.utcMs(), sign == HealthSign::Failure, firstTokenMs});
    if (sign == HealthSign::Failure)
        ++record.failuresInARow;
    else if (sign == HealthSign::Success)
        endCooling(target);
}

void TargetHealth::apply(const TargetName &target, const NextStep &step)
{
    const qint64 now = m_clock.utcMs();
    if (step.mark == HealthMark::None)
        return;
    Record &record = m_records[target.toString()];
    std::chrono::milliseconds cooling = kModelCooling;
    if (step.mark == HealthMark::DeadAccount) {
        m_deadAccounts.insert(target.account, now + std::chrono::milliseconds(kAccountCooling).count());
        const QList<TargetName> others = knownTargets(target.account);
        for (const TargetName &other : others)
            emit changed(other);
        return;
    }
    if (step.mark == HealthMark::CoolTarget) {
        cooling = step.cooling.count() > 0 ? std::min(step.cooling, kLongestToldCooling)
                                           : coolingAfter(std::max(1, record.failuresInARow));
    }
    record.coolingUntilMs = std::max(record.coolingUntilMs, now + cooling.count());
    emit changed(target);
}

qint64 TargetHealth::coolingUntil(const TargetName &target) const
{
    const auto found = m_records.constFind(target.toString());
    const qint64 own = found == m_records.cend() ? 0 : found->coolingUntilMs;
    const qint64 until = std::max(own, m_deadAccounts.value(target.account, 0));
    return until > m_clock.utcMs() ? until : 0;
}

std::optional<double> TargetHealth::errorRate(const TargetName &target) const
{
    const auto found = m_records.find(target.toString());
    if (found == m_records.end())
        return std::nullopt;
    prune(*found);
    const QList<Sample> &samples = found->samples;
    if (samples.size() < kSamplesForHealth)
        return std::nullopt;
    const auto failed =
        std::count_if(samples.cbegin(), samples.cend(), [](const Sample &sample) { return sample.failed; });
    return static_cast<double>(failed) / static_cast<double>(samples.size());
}

std::optional<double> TargetHealth::firstTokenP95(const TargetName &target) const
{
    const auto found = m_records.find(target.toString());
    if (found == m_records.end())
        return std::nullopt;
    prune(*found);
    QList<double> times;
    for (const Sample &sample : std::as_const(found->samples)) {
        if (sample.firstTokenMs)
            times.append(*sample.firstTokenMs);
    }
    if (times.size() < kSamplesForHealth)
        return std::nullopt;
    std::sort(times.begin(), times.end());
    return nearestRank(times, 0.95);
}

void TargetHealth::forgive(const QString &account)
{
    const QList<TargetName> targets = knownTargets(account);
    QList<TargetName> ended;
    for (const TargetName &target : targets) {
        if (coolingUntil(target) != 0)
            ended.append(target);
        Record &record = m_records[target.toString()];
        record.coolingUntilMs = 0;
        record.failuresInARow = 0;
    }
    m_deadAccounts.remove(account);
    for (const TargetName &target : std::as_const(ended))
        emit changed(target);
}

void TargetHealth::endCooling(const TargetName &target)
{
    QList<TargetName> ended;
    if (m_deadAccounts.value(target.account, 0) > m_clock.utcMs())
        ended = knownTargets(target.account);
    else if (coolingUntil(target) != 0)
        ended.append(target);
    m_deadAccounts.remove(target.account);
    Record &record = m_records[target.toString()];
    record.coolingUntilMs = 0;
    record.failuresInARow = 0;
    for (const TargetName &freed : std::as_const(ended))
        emit changed(freed);
}

void TargetHealth::add(Record &record, const Sample &sample) const
{
    prune(record);
    record.samples.append(sample);
    if (record.samples.size() > kMostHealthSamples)
        record.samples.removeFirst();
}

void TargetHealth::prune(Record &record) const
{
    const qint64 oldest = m_clock.utcMs() - std::chrono::milliseconds(kHealthWindow).count();
    const auto firstKept = std::find_if(record.samples.cbegin(), record.samples.cend(),
                                        [oldest](const Sample &sample) { return sample.atMs >= oldest; });
    record.samples.erase(record.samples.cbegin(), firstKept);
}

QList<TargetName> TargetHealth::knownTargets(const QString &account) const
{
    QList<TargetName> targets;
    for (auto record = m_records.cbegin(); record != m_records.cend(); ++record) {
        const std::optional<TargetName> name = parseTargetName(record.key());
        if (name && name->account == account)
            targets.append(*name);
    }
    return targets;
}

} // namespace core
