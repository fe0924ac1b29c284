#include "core/routing/attemptpolicy.h"

#include "core/base/formatting.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

using Ms = std::chrono::milliseconds;

/// Before the first retry; it doubles with each further one.
constexpr Ms kFirstPause{500};
constexpr Ms kLongestPause{5'000};
constexpr Ms kFirstCooling{5'000};
constexpr Ms kLongestCooling{20'000};
/// See firstTokenShare().
constexpr int kShareOfTimeLeft = 2;
constexpr int kForbidden = 403;

/// What went wrong, as far as the next step depends on it.
enum class Trouble {
    Passing,
    Limited,
    /// Nothing came at all.
    Silent,
    /// An answer began, or something that is none came in its place.
    BrokenOff,
    BadKey,
    /// The account may not do this; it may be only this model that it may not use.
    Forbidden,
    NoCredit,
    NoModel,
    TooLong,
    Refused,
    /// What nobody else would take either.
    Final,
};

ErrorKind troubleKind(const AttemptReport &report)
{
    if (report.status == LaneStatus::Refused)
        return ErrorKind::ContentFilter;
    return report.error ? report.error->kind : ErrorKind::Protocol;
}

Trouble troubleOf(const AttemptReport &report)
{
    const bool begun = report.gotToken || report.status == LaneStatus::Interrupted;
    const std::optional<int> status = report.error ? report.error->httpStatus : std::nullopt;
    switch (troubleKind(report)) {
    case ErrorKind::Network:
    case ErrorKind::Server:
        return begun ? Trouble::BrokenOff : Trouble::Passing;
    case ErrorKind::Timeout:
        if (begun)
            return Trouble::BrokenOff;
        // With a status it is the server that says so, such as 408.
        return status ? Trouble::Passing : Trouble::Silent;
    case ErrorKind::Protocol:
        return Trouble::BrokenOff;
    case ErrorKind::RateLimited:
        return Trouble::Limited;
    case ErrorKind::Auth:
        return status == kForbidden ? Trouble::Forbidden : Trouble::BadKey;
    case ErrorKind::Quota:
        return Trouble::NoCredit;
    case ErrorKind::NotFound:
        return Trouble::NoModel;
    case ErrorKind::ContextLength:
        return Trouble::TooLong;
    case ErrorKind::ContentFilter:
        return Trouble::Refused;
    case ErrorKind::InvalidRequest:
    case ErrorKind::Storage:
    case ErrorKind::Budget:
        break;
    }
    return Trouble::Final;
}

/// A clause without a full stop: what went wrong.
const char *troubleClause(Trouble trouble, ErrorKind kind)
{
    switch (trouble) {
    case Trouble::Passing:
        return kind == ErrorKind::Network ? QT_TRANSLATE_NOOP("AttemptPolicy", "The connection failed")
                                          : QT_TRANSLATE_NOOP("AttemptPolicy", "The server failed");
    case Trouble::Limited:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The rate limit is reached");
    case Trouble::Silent:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "No answer came in time");
    case Trouble::BrokenOff:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The answer broke off or could not be read");
    case Trouble::BadKey:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The key was rejected");
    case Trouble::Forbidden:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The account is not allowed to use it");
    case Trouble::NoCredit:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The account has no credit left");
    case Trouble::NoModel:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The provider does not know the model");
    case Trouble::TooLong:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The prompt is too long for it");
    case Trouble::Refused:
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The answer was refused");
    case Trouble::Final:
        break;
    }
    if (kind == ErrorKind::Budget)
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The spending limit is reached");
    if (kind == ErrorKind::Storage)
        return QT_TRANSLATE_NOOP("AttemptPolicy", "The ledger could not be written");
    return QT_TRANSLATE_NOOP("AttemptPolicy", "The request was rejected");
}

QString policyText(const char *text)
{
    return QCoreApplication::translate("AttemptPolicy", text);
}

QString durationText(Ms duration)
{
    return formatDuration(static_cast<double>(duration.count()));
}

/// A place of the plan and how long it takes until it is free.
struct FreePlace
{
    qsizetype place = -1;
    Ms wait{0};

    bool found() const { return place >= 0; }
    bool isFree() const { return found() && wait == Ms(0); }
};

/// The first free place from `from` on, else the one that is free soonest. `waitFor` gives the wait of a
/// place, nothing for one that may not be asked.
template <typename WaitFor>
FreePlace soonestFree(qsizetype from, qsizetype count, const WaitFor &waitFor)
{
    FreePlace best;
    for (qsizetype place = from; place < count; ++place) {
        const std::optional<Ms> wait = waitFor(place);
        if (wait && (!best.found() || *wait < best.wait))
            best = {place, *wait};
    }
    return best;
}

Ms untilFree(const QList<qint64> &coolingUntilMs, qsizetype place, qint64 nowMs)
{
    return Ms(std::max<qint64>(0, coolingUntilMs.value(place, 0) - nowMs));
}

bool isLargerWindow(const PlannedTarget &candidate, const PlannedTarget &failed)
{
    if (!failed.contextWindow)
        return true;
    return candidate.contextWindow && *candidate.contextWindow > *failed.contextWindow;
}

/// One decision of nextStep(), with what follows from its inputs.
class Deliberation
{
public:
    Deliberation(const Decision &plan, const AttemptReport &report, const CallProgress &progress)
        : m_plan(plan)
        , m_report(report)
        , m_progress(progress)
        , m_failed(plan.targets.value(progress.target))
        , m_kind(troubleKind(report))
        , m_trouble(troubleOf(report))
        , m_told(report.error ? report.error->retryAfter : std::nullopt)
    {
        if (m_told)
            m_told = std::max(*m_told, Ms(0));
        if (plan.limits.budget > Ms(0))
            m_left = plan.limits.budget - progress.elapsed;
    }

    NextStep step() const;

private:
    NextStep unmarkedStep() const;
    NextStep afterWaitingTime() const;
    NextStep afterPassingFault() const;
    NextStep afterBreak() const;
    NextStep next() const;
    NextStep next(const FreePlace &other) const;
    NextStep again(Ms wait) const;
    NextStep stop(const char *sentence) const;
    NextStep stopTelling(const char *sentence, const QString &value) const;
    FreePlace others() const;
    std::optional<Ms> pauseForOther(qsizetype place) const;
    void mark(NextStep &step) const;

    QString reason() const;
    int retries() const { return m_progress.onTarget - 1 - std::min(m_progress.resends, 1); }
    bool mayRetry() const { return retries() < m_plan.limits.retries; }
    bool fits(Ms wait) const { return !m_left || wait < *m_left; }
    bool mayWait(Ms wait) const { return wait <= m_plan.limits.longestWait && fits(wait); }
    Ms pause() const;

    const Decision &m_plan;
    const AttemptReport &m_report;
    const CallProgress &m_progress;
    const PlannedTarget m_failed;
    const ErrorKind m_kind;
    const Trouble m_trouble;
    std::optional<Ms> m_told;
    /// Unset: as much as it takes.
    std::optional<Ms> m_left = {};
};

NextStep Deliberation::step() const
{
    NextStep step = unmarkedStep();
    mark(step);
    return step;
}

NextStep Deliberation::unmarkedStep() const
{
    if (m_report.committed)
        return stop(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; a part of the answer was shown already."));
    if (m_progress.attempts >= std::max(1, m_plan.limits.attempts))
        return stop(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; the attempts of this call are used up."));
    if (!fits(Ms(0)))
        return stop(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; the time of this call is used up."));
    if (m_report.lostWarmConnection && m_report.status == LaneStatus::Failed && m_progress.resends == 0)
        return again(Ms(0));
    switch (m_trouble) {
    case Trouble::Limited:
        return afterWaitingTime();
    case Trouble::Passing:
        return m_told ? afterWaitingTime() : afterPassingFault();
    case Trouble::BrokenOff:
        return m_told ? afterWaitingTime() : afterBreak();
    case Trouble::Silent:
    case Trouble::BadKey:
    case Trouble::Forbidden:
    case Trouble::NoCredit:
    case Trouble::NoModel:
    case Trouble::TooLong:
        return next();
    case Trouble::Refused:
        if (m_plan.limits.fallbackOnRefusal)
            return next();
        return stop(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; nobody else is asked after a refusal."));
    case Trouble::Final:
        break;
    }
    return stop(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; asking again would not help."));
}

QString Deliberation::reason() const
{
    if (m_trouble == Trouble::Silent && m_report.sharedTime)
        return policyText(
            QT_TRANSLATE_NOOP("AttemptPolicy", "No answer came within half of the time that was left"));
    return policyText(troubleClause(m_trouble, m_kind));
}

/// After a rate limit, and after a fault for which the server says when to come back.
NextStep Deliberation::afterWaitingTime() const
{
    const FreePlace other = others();
    const bool isNamedLimit = m_told && m_trouble == Trouble::Limited;
    if (isNamedLimit && *m_told <= kShortWait && retries() == 0 && mayWait(*m_told))
        return again(*m_told);
    if (other.isFree())
        return next(other);
    const Ms wait = m_told.value_or(coolingAfter(m_progress.onTarget));
    const bool mayAskAgain = isNamedLimit || mayRetry();
    if (mayAskAgain && mayWait(wait) && (!other.found() || wait <= other.wait))
        return again(wait);
    if (other.found())
        return next(other);
    if (mayAskAgain)
        return stopTelling(
            QT_TRANSLATE_NOOP("AttemptPolicy", "%1; a wait of %2 is longer than this call may wait."),
            durationText(wait));
    return next();
}

NextStep Deliberation::afterPassingFault() const
{
    return mayRetry() && fits(pause()) ? again(pause()) : next();
}

NextStep Deliberation::afterBreak() const
{
    const FreePlace other = others();
    return other.isFree() ? next(other) : afterPassingFault();
}

NextStep Deliberation::next() const
{
    return next(others());
}

NextStep Deliberation::next(const FreePlace &other) const
{
    if (!other.found() && m_trouble == Trouble::TooLong)
        return stop(
            QT_TRANSLATE_NOOP("AttemptPolicy", "%1; no target with a larger context window is left."));
    if (!other.found())
        return stop(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; no other target is left."));
    NextStep step;
    step.kind = NextStep::Kind::NextTarget;
    step.target = other.place;
    const QString name = m_plan.targets.at(other.place).name.toString();
    if (other.isFree()) {
        step.why = policyText(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; %2 is asked next."));
    } else if (mayWait(other.wait)) {
        step.wait = other.wait;
        step.why =
            policyText(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; %2 is free again in %3 and asked then."));
        step.why = step.why.arg(reason(), name, durationText(other.wait));
        return step;
    } else {
        step.why = policyText(
            QT_TRANSLATE_NOOP("AttemptPolicy", "%1; %2 is asked next, although it is cooling down."));
    }
    step.why = step.why.arg(reason(), name);
    return step;
}

NextStep Deliberation::again(Ms wait) const
{
    NextStep step;
    step.kind = NextStep::Kind::Retry;
    step.wait = wait;
    if (wait > Ms(0))
        step.why = policyText(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; it is asked again in %2."))
                       .arg(reason(), durationText(wait));
    else
        step.why =
            policyText(QT_TRANSLATE_NOOP("AttemptPolicy", "%1; it is asked again at once.")).arg(reason());
    return step;
}

NextStep Deliberation::stop(const char *sentence) const
{
    NextStep step;
    step.why = policyText(sentence).arg(reason());
    return step;
}

NextStep Deliberation::stopTelling(const char *sentence, const QString &value) const
{
    NextStep step;
    step.why = policyText(sentence).arg(reason(), value);
    return step;
}

FreePlace Deliberation::others() const
{
    return soonestFree(m_progress.target + 1, m_plan.targets.size(),
                       [this](qsizetype place) { return pauseForOther(place); });
}

std::optional<Ms> Deliberation::pauseForOther(qsizetype place) const
{
    const PlannedTarget &candidate = m_plan.targets.at(place);
    const bool sameAccount = candidate.name.account == m_failed.name.account;
    if (!candidate.onlyAfter.isEmpty() && !candidate.onlyAfter.contains(m_kind))
        return std::nullopt;
    if (candidate.onlyLargerContext && m_trouble != Trouble::TooLong)
        return std::nullopt;
    if (m_trouble == Trouble::TooLong && !isLargerWindow(candidate, m_failed))
        return std::nullopt;
    if (sameAccount && (m_trouble == Trouble::BadKey || m_trouble == Trouble::NoCredit))
        return std::nullopt;
    if (m_trouble == Trouble::NoModel && candidate.name == m_failed.name)
        return std::nullopt;
    const Ms cooling = untilFree(m_progress.coolingUntilMs, place, m_progress.nowMs);
    // Its account is marked only after this decision.
    return sameAccount && m_trouble == Trouble::Forbidden ? std::max<Ms>(cooling, kAccountCooling) : cooling;
}

void Deliberation::mark(NextStep &step) const
{
    const bool askedAgain = step.kind == NextStep::Kind::Retry;
    switch (m_trouble) {
    case Trouble::Passing:
    case Trouble::Silent:
    case Trouble::BrokenOff:
        if (m_report.lostWarmConnection || (askedAgain && !m_told))
            return;
        [[fallthrough]];
    case Trouble::Limited:
        step.mark = HealthMark::CoolTarget;
        step.cooling = m_told.value_or(Ms(0));
        return;
    case Trouble::BadKey:
    case Trouble::Forbidden:
    case Trouble::NoCredit:
        step.mark = HealthMark::DeadAccount;
        return;
    case Trouble::NoModel:
        step.mark = HealthMark::MissingModel;
        return;
    case Trouble::TooLong:
    case Trouble::Refused:
    case Trouble::Final:
        return;
    }
}

/// Longer with each retry, and by up to a quarter by the call's own draw, so that many calls that failed
/// together do not come back together.
Ms Deliberation::pause() const
{
    const Ms doubled = kFirstPause * (1 << std::clamp(retries(), 0, 10));
    const double pause = static_cast<double>(std::min(doubled, kLongestPause).count());
    return Ms(qRound64(pause * (1.0 + std::clamp(m_plan.draw, 0.0, 1.0) / 4.0)));
}

} // namespace

std::chrono::milliseconds coolingAfter(int failures)
{
    if (failures <= 0)
        return Ms(0);
    return std::min(kFirstCooling * (1 << std::min(failures - 1, 10)), kLongestCooling);
}

NextStep nextStep(const Decision &plan, const AttemptReport &report, const CallProgress &progress)
{
    NextStep done;
    if (report.status == LaneStatus::Complete)
        done.why = policyText(QT_TRANSLATE_NOOP("AttemptPolicy", "The answer is complete."));
    else if (report.status == LaneStatus::Truncated)
        done.why = policyText(QT_TRANSLATE_NOOP("AttemptPolicy", "The answer reached its token limit."));
    else if (report.status == LaneStatus::Cancelled)
        done.why = policyText(QT_TRANSLATE_NOOP("AttemptPolicy", "The call was stopped."));
    else
        return Deliberation(plan, report, progress).step();
    return done;
}

std::optional<std::chrono::milliseconds> firstTokenShare(const Decision &plan, const CallProgress &progress)
{
    if (plan.limits.firstToken > Ms(0) || plan.limits.budget <= Ms(0))
        return std::nullopt;
    AttemptReport silent;
    silent.error = Error{ErrorKind::Timeout, {}};
    if (nextStep(plan, silent, progress).kind != NextStep::Kind::NextTarget)
        return std::nullopt;
    return std::max((plan.limits.budget - progress.elapsed) / kShareOfTimeLeft, Ms(1));
}

qsizetype firstTarget(const Decision &plan, const QList<qint64> &coolingUntilMs, qint64 nowMs)
{
    for (const bool conditional : {false, true}) {
        const FreePlace first =
            soonestFree(0, plan.targets.size(), [&](qsizetype place) -> std::optional<Ms> {
                const PlannedTarget &target = plan.targets.at(place);
                const bool hasCondition = target.onlyLargerContext || !target.onlyAfter.isEmpty();
                if (hasCondition != conditional)
                    return std::nullopt;
                return untilFree(coolingUntilMs, place, nowMs);
            });
        if (first.found())
            return first.place;
    }
    return -1;
}

} // namespace core
