#include "core/insight/rehearsal.h"

#include "core/base/formatting.h"
#include "core/net/endpoint.h"

#include <QCoreApplication>

#include <array>

using namespace std::chrono_literals;

namespace core {

namespace {

using Ms = std::chrono::milliseconds;

constexpr int kAnswerTokens = 60;
constexpr auto kToAnError = 300ms;
constexpr auto kToFirstToken = 600ms;
constexpr auto kSlowFirstToken = 20s;
constexpr auto kPerToken = 40ms;
constexpr int kCutAfter = 40;
constexpr int kStallAfter = 20;
constexpr int kUnreadableAfter = 10;
/// More than any limits allow: a guard, not a rule.
constexpr int kMostRehearsed = 200;

struct FaultRow
{
    RehearsedFault fault;
    const char *words;
};

// clang-format off
constexpr std::array<FaultRow, 16> kFaultRows {{
    {RehearsedFault::None, QT_TRANSLATE_NOOP("Rehearsal", "answers")},
    {RehearsedFault::LimitedOnce, QT_TRANSLATE_NOOP("Rehearsal", "is over its rate limit once, for two seconds")},
    {RehearsedFault::Limited, QT_TRANSLATE_NOOP("Rehearsal", "is over its rate limit for a minute")},
    {RehearsedFault::ServerErrorOnce, QT_TRANSLATE_NOOP("Rehearsal", "fails once with a server error")},
    {RehearsedFault::ServerError, QT_TRANSLATE_NOOP("Rehearsal", "fails with a server error each time")},
    {RehearsedFault::Reset, QT_TRANSLATE_NOOP("Rehearsal", "resets the connection")},
    {RehearsedFault::Silent, QT_TRANSLATE_NOOP("Rehearsal", "says nothing")},
    {RehearsedFault::Slow, QT_TRANSLATE_NOOP("Rehearsal", "takes twenty seconds to its first token")},
    {RehearsedFault::Cut, QT_TRANSLATE_NOOP("Rehearsal", "is cut off after 40 of 60 tokens")},
    {RehearsedFault::Stall, QT_TRANSLATE_NOOP("Rehearsal", "stalls after 20 tokens")},
    {RehearsedFault::Unreadable, QT_TRANSLATE_NOOP("Rehearsal", "sends something unreadable")},
    {RehearsedFault::TooLong, QT_TRANSLATE_NOOP("Rehearsal", "finds the prompt too long")},
    {RehearsedFault::Filtered, QT_TRANSLATE_NOOP("Rehearsal", "rejects the prompt for its content")},
    {RehearsedFault::BadKey, QT_TRANSLATE_NOOP("Rehearsal", "rejects the key")},
    {RehearsedFault::NoModel, QT_TRANSLATE_NOOP("Rehearsal", "does not know the model")},
    {RehearsedFault::NoCredit, QT_TRANSLATE_NOOP("Rehearsal", "has no credit left")},
}};
// clang-format on

/// How an attempt goes by itself, from its start.
struct Course
{
    /// Unset: an answer.
    std::optional<Error> error = {};
    /// Tokens until then.
    int tokens = 0;
    Ms firstToken{0};
    /// When the server or the client gives up.
    Ms end{0};
};

struct RehearsedLimits
{
    Ms firstToken;
    Ms idle;
};

/// `share` is firstTokenShare() of the attempt.
RehearsedLimits limitsOf(const CallLimits &limits, std::optional<Ms> share)
{
    const Timeouts account;
    const Ms firstToken = share ? std::min(*share, account.firstToken) : account.firstToken;
    return {limits.firstToken > 0ms ? limits.firstToken : firstToken,
            limits.idle > 0ms ? limits.idle : account.idle};
}

Error rehearsedError(ErrorKind kind, std::optional<int> status = {}, std::optional<Ms> retryAfter = {})
{
    Error error;
    error.kind = kind;
    error.message = QCoreApplication::translate("Rehearsal", "Rehearsed.");
    error.httpStatus = status;
    error.retryAfter = retryAfter;
    return error;
}

Course failed(const Error &error, Ms after = kToAnError)
{
    Course course;
    course.error = error;
    course.end = after;
    return course;
}

Course answered(Ms firstToken)
{
    Course course;
    course.tokens = kAnswerTokens;
    course.firstToken = firstToken;
    course.end = firstToken + kPerToken * kAnswerTokens;
    return course;
}

Course brokenOff(int tokens, const Error &error, Ms silence = 0ms)
{
    Course course;
    course.error = error;
    course.tokens = tokens;
    course.firstToken = kToFirstToken;
    course.end = kToFirstToken + kPerToken * tokens + silence;
    return course;
}

Course courseOf(RehearsedFault fault, bool first, const RehearsedLimits &limits)
{
    switch (fault) {
    case RehearsedFault::LimitedOnce:
        return first ? failed(rehearsedError(ErrorKind::RateLimited, 429, 2s)) : answered(kToFirstToken);
    case RehearsedFault::Limited:
        return failed(rehearsedError(ErrorKind::RateLimited, 429, 60s));
    case RehearsedFault::ServerErrorOnce:
        return first ? failed(rehearsedError(ErrorKind::Server, 500)) : answered(kToFirstToken);
    case RehearsedFault::ServerError:
        return failed(rehearsedError(ErrorKind::Server, 503));
    case RehearsedFault::Reset:
        return failed(rehearsedError(ErrorKind::Network));
    case RehearsedFault::Silent:
        return failed(rehearsedError(ErrorKind::Timeout), limits.firstToken);
    case RehearsedFault::Slow:
        return limits.firstToken <= kSlowFirstToken
            ? failed(rehearsedError(ErrorKind::Timeout), limits.firstToken)
            : answered(kSlowFirstToken);
    case RehearsedFault::Cut:
        return brokenOff(kCutAfter, rehearsedError(ErrorKind::Network));
    case RehearsedFault::Stall:
        return brokenOff(kStallAfter, rehearsedError(ErrorKind::Timeout), limits.idle);
    case RehearsedFault::Unreadable:
        return brokenOff(kUnreadableAfter, rehearsedError(ErrorKind::Protocol));
    case RehearsedFault::TooLong:
        return failed(rehearsedError(ErrorKind::ContextLength, 400));
    case RehearsedFault::Filtered:
        return failed(rehearsedError(ErrorKind::ContentFilter, 400));
    case RehearsedFault::BadKey:
        return failed(rehearsedError(ErrorKind::Auth, 401));
    case RehearsedFault::NoModel:
        return failed(rehearsedError(ErrorKind::NotFound, 404));
    case RehearsedFault::NoCredit:
        return failed(rehearsedError(ErrorKind::Quota, 402));
    case RehearsedFault::None:
        break;
    }
    return answered(kToFirstToken);
}

bool isTakenForGood(const CallLimits &limits, int tokens)
{
    switch (limits.commit) {
    case Commit::FirstToken:
        return tokens > 0;
    case Commit::Tokens:
        return tokens > 0 && tokens >= limits.commitTokens;
    case Commit::Complete:
        break;
    }
    return false;
}

/// One call on its way through a decision.
class RehearsedCall
{
public:
    RehearsedCall(const Decision &plan, const QHash<qsizetype, RehearsedFault> &faults)
        : m_plan(plan), m_faults(faults), m_cooling(plan.targets.size(), 0)
    {
    }

    Rehearsal run();

private:
    RehearsedAttempt attempt();
    CallProgress progress() const;
    void heed(const NextStep &step);

    const Decision &m_plan;
    const QHash<qsizetype, RehearsedFault> &m_faults;
    QList<qint64> m_cooling;
    QHash<qsizetype, int> m_asked;
    qsizetype m_place = 0;
    int m_attempts = 0;
    int m_onTarget = 0;
    Ms m_now{0};
};

RehearsedAttempt RehearsedCall::attempt()
{
    RehearsedAttempt attempt;
    attempt.target = m_place;
    attempt.startMs = double(m_now.count());
    const bool first = ++m_asked[m_place] == 1;
    const std::optional<Ms> share = firstTokenShare(m_plan, progress());
    const RehearsedLimits limits = limitsOf(m_plan.limits, share);
    Course course = courseOf(m_faults.value(m_place, RehearsedFault::None), first, limits);
    const Ms budget = m_plan.limits.budget;
    if (budget > 0ms && m_now + course.end > budget) {
        const Ms left = std::max(budget - m_now, Ms(0));
        const qint64 written = course.tokens > 0 && left > course.firstToken
            ? std::max<qint64>(1, (left - course.firstToken) / kPerToken)
            : 0;
        course.tokens = int(std::min<qint64>(written, course.tokens));
        course.error = rehearsedError(ErrorKind::Timeout);
        course.end = left;
    }
    if (course.tokens > 0)
        attempt.firstTokenMs = double((m_now + course.firstToken).count());
    m_now += course.end;
    attempt.endMs = double(m_now.count());
    attempt.report.error = course.error;
    attempt.report.gotToken = course.tokens > 0;
    attempt.report.sharedTime = share && limits.firstToken == *share;
    attempt.report.committed = course.error && isTakenForGood(m_plan.limits, course.tokens);
    attempt.report.status = !course.error ? LaneStatus::Complete
        : course.tokens > 0               ? LaneStatus::Interrupted
                                          : LaneStatus::Failed;
    return attempt;
}

CallProgress RehearsedCall::progress() const
{
    CallProgress progress;
    progress.attempts = m_attempts;
    progress.target = m_place;
    progress.onTarget = m_onTarget;
    progress.elapsed = m_now;
    progress.nowMs = m_now.count();
    progress.coolingUntilMs = m_cooling;
    return progress;
}

/// As TargetHealth does, for the one call.
void RehearsedCall::heed(const NextStep &step)
{
    const qint64 now = m_now.count();
    const auto cool = [this, now](qsizetype place, Ms time) { m_cooling[place] = now + time.count(); };
    switch (step.mark) {
    case HealthMark::CoolTarget:
        cool(m_place, step.cooling > 0ms ? step.cooling : coolingAfter(m_onTarget));
        break;
    case HealthMark::DeadAccount:
        for (qsizetype place = 0; place < m_plan.targets.size(); ++place) {
            if (m_plan.targets.at(place).name.account == m_plan.targets.at(m_place).name.account)
                cool(place, kAccountCooling);
        }
        break;
    case HealthMark::MissingModel:
        cool(m_place, kModelCooling);
        break;
    case HealthMark::None:
        break;
    }
}

Rehearsal RehearsedCall::run()
{
    Rehearsal rehearsal;
    m_place = firstTarget(m_plan, m_cooling, 0);
    while (m_place >= 0 && m_attempts < kMostRehearsed) {
        ++m_attempts;
        ++m_onTarget;
        RehearsedAttempt made = attempt();
        made.next = nextStep(m_plan, made.report, progress());
        heed(made.next);
        rehearsal.attempts.append(made);
        if (made.next.kind == NextStep::Kind::Stop)
            break;
        m_now += made.next.wait;
        if (made.next.kind == NextStep::Kind::NextTarget) {
            m_place = made.next.target;
            m_onTarget = 0;
        }
    }
    rehearsal.totalMs = double(m_now.count());
    return rehearsal;
}

QString summaryOf(const Decision &plan, const Rehearsal &rehearsal)
{
    if (rehearsal.attempts.isEmpty())
        return QCoreApplication::translate("Rehearsal", "No target is left to ask.");
    const RehearsedAttempt &last = rehearsal.attempts.constLast();
    const QString name = plan.targets.at(last.target).name.toString();
    const QString time = formatDuration(rehearsal.totalMs);
    switch (rehearsal.end) {
    case Rehearsal::End::Answered:
        return QCoreApplication::translate("Rehearsal", "%1 answers after %2, at attempt %3.")
            .arg(name, time, QString::number(rehearsal.attempts.size()));
    case Rehearsal::End::BrokenOff:
        return QCoreApplication::translate("Rehearsal",
                                           "The answer of %1 breaks off in view after %2; going on with the "
                                           "next target is up to you.")
            .arg(name, time);
    case Rehearsal::End::Nothing:
        break;
    }
    return QCoreApplication::translate("Rehearsal", "Nobody answers; the call ends after %1. %2")
        .arg(time, last.next.why);
}

} // namespace

QList<RehearsedFault> rehearsedFaults()
{
    QList<RehearsedFault> faults;
    for (const FaultRow &row : kFaultRows)
        faults.append(row.fault);
    return faults;
}

QString faultInWords(RehearsedFault fault)
{
    const auto row = std::find_if(kFaultRows.begin(), kFaultRows.end(),
                                  [fault](const FaultRow &candidate) { return candidate.fault == fault; });
    return QCoreApplication::translate("Rehearsal", row->words);
}

Rehearsal rehearse(const Decision &plan, const QHash<qsizetype, RehearsedFault> &faults)
{
    Rehearsal rehearsal = RehearsedCall(plan, faults).run();
    if (!rehearsal.attempts.isEmpty()) {
        const AttemptReport &last = rehearsal.attempts.constLast().report;
        rehearsal.end = !last.error ? Rehearsal::End::Answered
            : last.committed        ? Rehearsal::End::BrokenOff
                                    : Rehearsal::End::Nothing;
    }
    rehearsal.summary = summaryOf(plan, rehearsal);
    return rehearsal;
}

} // namespace core
