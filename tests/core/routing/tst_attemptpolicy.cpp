#include "core/routing/attemptpolicy.h"
#include "tests/support/testunit.h"

#include <QRandomGenerator>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;
using Wait = std::optional<std::chrono::milliseconds>;
using Kind = NextStep::Kind;
Q_DECLARE_METATYPE(Wait)

namespace {

constexpr qint64 kNow = 1'767'225'600'000;

PlannedTarget planned(const QString &account, const QString &model, std::optional<qint64> window = {})
{
    PlannedTarget target;
    target.name = {account, model};
    target.contextWindow = window;
    return target;
}

/// `count` targets of as many accounts, the windows growing from one to the next.
Decision planOf(int count)
{
    Decision plan;
    for (int place = 0; place < count; ++place)
        plan.targets.append(
            planned(QStringLiteral("account%1").arg(place), QStringLiteral("model"), 1000 * (place + 1)));
    plan.limits.attempts = 6;
    return plan;
}

/// As a lane that asks one target without any rules: three attempts, of which none after a passing fault.
Decision plainLane()
{
    Decision plan = planOf(1);
    plan.limits.attempts = 3;
    plan.limits.retries = 0;
    plan.limits.longestWait = 60s;
    return plan;
}

AttemptReport failure(ErrorKind kind, int status = 0, Wait told = {}, bool gotToken = false)
{
    AttemptReport report;
    report.status = gotToken ? LaneStatus::Interrupted : LaneStatus::Failed;
    report.error =
        Error{kind, QStringLiteral("x"), status > 0 ? std::optional(status) : std::nullopt, told, {}};
    report.gotToken = gotToken;
    return report;
}

AttemptReport refusal()
{
    AttemptReport report;
    report.status = LaneStatus::Refused;
    report.gotToken = true;
    return report;
}

CallProgress progressAt(qsizetype target, int onTarget = 1)
{
    CallProgress progress;
    progress.target = target;
    progress.onTarget = onTarget;
    progress.attempts = onTarget;
    progress.nowMs = kNow;
    return progress;
}

QChar letterOf(const NextStep &step)
{
    switch (step.kind) {
    case Kind::Retry:
        return QLatin1Char('r');
    case Kind::NextTarget:
        return QLatin1Char('n');
    case Kind::Stop:
        break;
    }
    return QLatin1Char('s');
}

/// What follows on a first attempt and on a second one while another target is free, then the same where it
/// is the only target.
QString lettersFor(const AttemptReport &report, const CallLimits &limits)
{
    QString letters;
    for (const int targets : {2, 1}) {
        Decision plan = planOf(targets);
        plan.limits = limits;
        for (const int onTarget : {1, 2})
            letters += letterOf(nextStep(plan, report, progressAt(0, onTarget)));
    }
    return letters;
}

/// Which rule a step breaks, whatever led to it; empty when it keeps all of them.
QString brokenRule(const Decision &plan, const AttemptReport &report, const CallProgress &progress,
                   const NextStep &step)
{
    const CallLimits &limits = plan.limits;
    const auto left = limits.budget - progress.elapsed;
    const bool timed = limits.budget > 0ms;
    if (step.kind != Kind::Stop) {
        if (report.committed)
            return QStringLiteral("a step after the answer was taken");
        if (progress.attempts >= limits.attempts)
            return QStringLiteral("more attempts than allowed");
        if (timed && step.wait >= left)
            return QStringLiteral("a wait beyond the budget");
    }
    if (step.wait < 0ms || (step.kind == Kind::Stop && step.wait != 0ms))
        return QStringLiteral("a wait for nothing");
    if (step.kind == Kind::NextTarget) {
        if (step.target <= progress.target || step.target >= plan.targets.size())
            return QStringLiteral("a target that is not a later one");
        if (step.wait > limits.longestWait)
            return QStringLiteral("a longer wait than allowed");
    } else if (step.target != -1) {
        return QStringLiteral("a target without being asked for one");
    }
    const bool limited = report.error && report.error->kind == ErrorKind::RateLimited;
    if (step.kind == Kind::Retry && limited && !report.lostWarmConnection && step.wait > limits.longestWait)
        return QStringLiteral("a longer wait for a rate limit than allowed");
    if (step.mark != HealthMark::CoolTarget && step.cooling != 0ms)
        return QStringLiteral("a cooling without its mark");
    if (!step.why.endsWith(QLatin1Char('.')) || step.why.contains(QLatin1Char('%')))
        return QStringLiteral("no sentence: %1").arg(step.why);
    return {};
}

} // namespace

class AttemptPolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void followsTheTable_data();
    void followsTheTable();
    void marksWhatFailed_data();
    void marksWhatFailed();
    void keepsItsLimitsWhateverHappens();
    void endsWithAnAnswer_data();
    void endsWithAnAnswer();
    void picksWhoIsFree_data();
    void picksWhoIsFree();
    void needsALargerWindow_data();
    void needsALargerWindow();
    void leavesARejectedAccount();
    void keepsConditionsOfFallbacks();
    void asksOthersAfterARefusalOnlyWhenOptedIn();
    void resendsALostWarmConnectionOnce();
    void pausesLongerEachTime();
    void coolsLongerEachTime();
    void retriesAPlainLaneAsBefore_data();
    void retriesAPlainLaneAsBefore();
    void plainLanesRetryOnlyFailures();
    void startsWithWhoIsFree();
    void everyCallEndsWithinItsLimits();
    void silenceLeavesHalfOfTheTime_data();
    void silenceLeavesHalfOfTheTime();
    void saysWhy();
};

void AttemptPolicyTest::followsTheTable_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("gotToken");
    // Without a time to come back, with one of 2 s, with one of 30 s where at most 20 s are waited.
    QTest::addColumn<QString>("untold");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("toldTooLong");
    const auto row = [](const char *name, ErrorKind kind, int status, bool gotToken, const char *untold,
                        const char *told, const char *toldTooLong) {
        QTest::newRow(name) << static_cast<int>(kind) << status << gotToken << QString::fromLatin1(untold)
                            << QString::fromLatin1(told) << QString::fromLatin1(toldTooLong);
    };
    row("a reset or no connection", ErrorKind::Network, 0, false, "rnrs", "nnrs", "nnss");
    row("a request timeout of the server", ErrorKind::Timeout, 408, false, "rnrs", "nnrs", "nnss");
    row("a gateway's timeout in its words", ErrorKind::Timeout, 504, false, "rnrs", "nnrs", "nnss");
    for (const int status : {409, 500, 502, 503, 504, 529}) {
        const QByteArray name = "HTTP " + QByteArray::number(status);
        row(name.constData(), ErrorKind::Server, status, false, "rnrs", "nnrs", "nnss");
    }
    row("an error inside a stream before any text", ErrorKind::Server, 0, false, "rnrs", "nnrs", "nnss");
    row("silence", ErrorKind::Timeout, 0, false, "nnss", "nnss", "nnss");
    row("a rate limit", ErrorKind::RateLimited, 429, false, "nnrs", "rnrr", "nnss");
    row("a rate limit inside a stream", ErrorKind::RateLimited, 0, false, "nnrs", "rnrr", "nnss");
    row("a rate limit in the middle of an answer", ErrorKind::RateLimited, 0, true, "nnrs", "rnrr", "nnss");
    row("a rejected key", ErrorKind::Auth, 401, false, "nnss", "nnss", "nnss");
    row("a forbidden account", ErrorKind::Auth, 403, false, "nnss", "nnss", "nnss");
    row("a bad key under 400", ErrorKind::Auth, 400, false, "nnss", "nnss", "nnss");
    row("payment required", ErrorKind::Quota, 402, false, "nnss", "nnss", "nnss");
    row("a spent quota under 429", ErrorKind::Quota, 429, false, "nnss", "nnss", "nnss");
    row("an unknown model", ErrorKind::NotFound, 404, false, "nnss", "nnss", "nnss");
    row("a prompt that is too long", ErrorKind::ContextLength, 400, false, "nnss", "nnss", "nnss");
    row("a prompt found too long midway", ErrorKind::ContextLength, 0, true, "nnss", "nnss", "nnss");
    row("a content filter", ErrorKind::ContentFilter, 400, false, "ssss", "ssss", "ssss");
    row("a content filter midway", ErrorKind::ContentFilter, 0, true, "ssss", "ssss", "ssss");
    for (const int status : {400, 405, 413, 422}) {
        const QByteArray name = "an invalid request under " + QByteArray::number(status);
        row(name.constData(), ErrorKind::InvalidRequest, status, false, "ssss", "ssss", "ssss");
    }
    row("a web page instead of an answer", ErrorKind::Protocol, 200, false, "nnrs", "nnrs", "nnss");
    row("an unreadable event midway", ErrorKind::Protocol, 0, true, "nnrs", "nnrs", "nnss");
    row("a stream cut midway", ErrorKind::Network, 0, true, "nnrs", "nnrs", "nnss");
    row("a stream that stalls", ErrorKind::Timeout, 0, true, "nnrs", "nnrs", "nnss");
    row("a server's error midway", ErrorKind::Server, 0, true, "nnrs", "nnrs", "nnss");
    row("a ledger that cannot be written", ErrorKind::Storage, 0, false, "ssss", "ssss", "ssss");
    row("a spending limit", ErrorKind::Budget, 0, false, "ssss", "ssss", "ssss");
}

void AttemptPolicyTest::followsTheTable()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(bool, gotToken);
    const ErrorKind error = ErrorKind(kind);
    const CallLimits limits = planOf(1).limits;
    QCOMPARE(limits.retries, 1);
    QTEST(lettersFor(failure(error, status, {}, gotToken), limits), "untold");
    QTEST(lettersFor(failure(error, status, 2s, gotToken), limits), "told");
    QTEST(lettersFor(failure(error, status, 30s, gotToken), limits), "toldTooLong");
    AttemptReport committed = failure(error, status, 2s, gotToken);
    committed.committed = true;
    QCOMPARE(lettersFor(committed, limits), QStringLiteral("ssss"));
    CallLimits single = limits;
    single.attempts = 1;
    QCOMPARE(lettersFor(failure(error, status, 2s, gotToken), single), QStringLiteral("ssss"));
}

void AttemptPolicyTest::marksWhatFailed_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<Wait>("told");
    QTest::addColumn<int>("onFirst");
    QTest::addColumn<int>("onSecond");
    QTest::addColumn<Wait>("cooling");
    const auto row = [](const char *name, ErrorKind kind, int status, Wait told, HealthMark first,
                        HealthMark second, Wait cooling) {
        QTest::newRow(name) << static_cast<int>(kind) << status << told << static_cast<int>(first)
                            << static_cast<int>(second) << cooling;
    };
    using enum HealthMark;
    row("a fault that is tried again is forgiven", ErrorKind::Server, 500, {}, None, CoolTarget, {0ms});
    row("so is a reset", ErrorKind::Network, 0, {}, None, CoolTarget, {0ms});
    row("an overload that says for how long", ErrorKind::Server, 503, 7s, CoolTarget, CoolTarget, {7s});
    row("silence", ErrorKind::Timeout, 0, {}, CoolTarget, CoolTarget, {0ms});
    row("a rate limit for as long as it says", ErrorKind::RateLimited, 429, 90s, CoolTarget, CoolTarget,
        {90s});
    row("a rate limit that says nothing", ErrorKind::RateLimited, 429, {}, CoolTarget, CoolTarget, {0ms});
    row("a rejected key", ErrorKind::Auth, 401, {}, DeadAccount, DeadAccount, {0ms});
    row("a forbidden account", ErrorKind::Auth, 403, {}, DeadAccount, DeadAccount, {0ms});
    row("no credit", ErrorKind::Quota, 402, {}, DeadAccount, DeadAccount, {0ms});
    row("no quota, even with a time", ErrorKind::Quota, 429, 5s, DeadAccount, DeadAccount, {0ms});
    row("an unknown model", ErrorKind::NotFound, 404, {}, MissingModel, MissingModel, {0ms});
    row("a prompt that is too long", ErrorKind::ContextLength, 400, {}, None, None, {0ms});
    row("a filtered prompt", ErrorKind::ContentFilter, 400, {}, None, None, {0ms});
    row("an invalid request", ErrorKind::InvalidRequest, 422, {}, None, None, {0ms});
    row("our own ledger", ErrorKind::Storage, 0, {}, None, None, {0ms});
    row("our own limit", ErrorKind::Budget, 0, {}, None, None, {0ms});
}

void AttemptPolicyTest::marksWhatFailed()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(Wait, told);
    QFETCH(int, onFirst);
    QFETCH(int, onSecond);
    QFETCH(Wait, cooling);
    const AttemptReport report = failure(ErrorKind(kind), status, told);
    for (const int targets : {1, 2}) {
        const NextStep first = nextStep(planOf(targets), report, progressAt(0));
        const NextStep second = nextStep(planOf(targets), report, progressAt(0, 2));
        QCOMPARE(static_cast<int>(first.mark), onFirst);
        QCOMPARE(static_cast<int>(second.mark), onSecond);
        QCOMPARE(Wait(second.cooling), cooling);
    }
    AttemptReport committed = report;
    committed.committed = true;
    QCOMPARE(static_cast<int>(nextStep(planOf(2), committed, progressAt(0)).mark), onSecond);
}

void AttemptPolicyTest::keepsItsLimitsWhateverHappens()
{
    const QList<Wait> tolds{{}, 0ms, 20s, 20s + 1ms};
    const QList<int> statuses{0, 400, 403, 429, 503};
    const QList<std::chrono::milliseconds> budgets{0ms, 100s, 11s, 10s};
    const QList<QList<qint64>> coolings{
        {}, {0, kNow + 10'000, kNow + 5'000}, {0, kNow + 3'600'000, kNow + 3'600'000}};
    Decision plan = planOf(3);
    plan.draw = 0.999;
    int checked = 0;
    for (int kind = 0; kind <= int(ErrorKind::Budget); ++kind) {
        for (int variant = 0; variant < 4 * 5 * 2 * 2 * 2; ++variant) {
            AttemptReport report = failure(ErrorKind(kind), statuses.at(variant / 8 % 5),
                                           tolds.at(variant / 40), variant % 2 == 1);
            report.committed = variant / 2 % 2 == 1;
            report.lostWarmConnection = variant / 4 % 2 == 1 && !report.gotToken;
            for (int situation = 0; situation < 3 * 3 * 2 * 4 * 3; ++situation) {
                plan.limits.budget = budgets.at(situation / 18 % 4);
                CallProgress progress = progressAt(situation % 3, 1 + situation / 3 % 3);
                progress.elapsed = 10s;
                progress.attempts = situation / 9 % 2 == 1 ? plan.limits.attempts : progress.onTarget;
                progress.coolingUntilMs = coolings.at(situation / 72);
                const QString broken = brokenRule(plan, report, progress, nextStep(plan, report, progress));
                if (!broken.isEmpty()) {
                    QFAIL(qPrintable(QStringLiteral("%1: kind %2, variant %3, situation %4")
                                         .arg(broken)
                                         .arg(kind)
                                         .arg(variant)
                                         .arg(situation)));
                }
                ++checked;
            }
        }
    }
    QCOMPARE(checked, 13 * 160 * 216);
}

void AttemptPolicyTest::endsWithAnAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("complete") << static_cast<int>(LaneStatus::Complete);
    QTest::newRow("up to its token limit") << static_cast<int>(LaneStatus::Truncated);
    QTest::newRow("stopped by the user") << static_cast<int>(LaneStatus::Cancelled);
}

void AttemptPolicyTest::endsWithAnAnswer()
{
    QFETCH(int, status);
    AttemptReport report;
    report.status = LaneStatus(status);
    for (const bool committed : {false, true}) {
        report.committed = committed;
        const NextStep step = nextStep(planOf(3), report, progressAt(0));
        QCOMPARE(step.kind, Kind::Stop);
        QCOMPARE(step.mark, HealthMark::None);
        QVERIFY(step.why.endsWith(QLatin1Char('.')));
    }
}

void AttemptPolicyTest::picksWhoIsFree_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<Wait>("told");
    QTest::addColumn<int>("secondsOfSecond");
    QTest::addColumn<int>("secondsOfThird");
    QTest::addColumn<int>("secondsLeft");
    QTest::addColumn<QString>("letter");
    QTest::addColumn<int>("target");
    QTest::addColumn<Wait>("wait");
    const auto row = [](const char *name, ErrorKind kind, Wait told, int second, int third, int left,
                        const char *letter, int target, Wait wait) {
        QTest::newRow(name) << static_cast<int>(kind) << told << second << third << left
                            << QString::fromLatin1(letter) << target << wait;
    };
    const ErrorKind silent = ErrorKind::Timeout;
    const ErrorKind limited = ErrorKind::RateLimited;
    row("the next one", silent, {}, 0, 0, 0, "n", 1, {0ms});
    row("past one that cools down", silent, {}, 5, 0, 0, "n", 2, {0ms});
    row("all cool down: the soonest, when it is free", silent, {}, 15, 5, 0, "n", 2, {5s});
    row("equally soon: the first", silent, {}, 5, 5, 0, "n", 1, {5s});
    row("too long to be waited for: at once", silent, {}, 90, 30, 0, "n", 2, {0ms});
    row("the time left is too short for the wait: at once", silent, {}, 15, 5, 5, "n", 2, {0ms});
    row("the time left is just enough", silent, {}, 15, 5, 6, "n", 2, {5s});
    row("a short limit while another is free", limited, 2s, 5, 0, 0, "r", -1, {2s});
    row("a limit while another is free", limited, 3s, 5, 0, 0, "n", 2, {0ms});
    row("a limit that ends before the others are free", limited, 2s, 15, 5, 0, "r", -1, {2s});
    row("a limit that ends with another's", limited, 5s, 15, 5, 0, "r", -1, {5s});
    row("a limit that ends after another is free", limited, 10s, 15, 5, 0, "n", 2, {5s});
    row("a limit too long to be waited for", limited, 60s, 90, 30, 0, "n", 2, {0ms});
    row("a limit longer than the time left", limited, 8s, 90, 30, 8, "n", 2, {0ms});
    row("an answer that broke off while the others cool down", ErrorKind::Protocol, {}, 15, 5, 0, "r", -1,
        {500ms});
}

void AttemptPolicyTest::picksWhoIsFree()
{
    QFETCH(int, kind);
    QFETCH(Wait, told);
    QFETCH(int, secondsOfSecond);
    QFETCH(int, secondsOfThird);
    QFETCH(int, secondsLeft);
    Decision plan = planOf(3);
    CallProgress progress = progressAt(0);
    const auto until = [](int seconds) { return seconds > 0 ? kNow + seconds * 1000 : 0; };
    progress.coolingUntilMs = {0, until(secondsOfSecond), until(secondsOfThird)};
    if (secondsLeft > 0) {
        progress.elapsed = 30s;
        plan.limits.budget = 30s + std::chrono::seconds(secondsLeft);
    }
    const NextStep step = nextStep(plan, failure(ErrorKind(kind), 0, told), progress);
    QTEST(QString(letterOf(step)), "letter");
    QTEST(int(step.target), "target");
    QTEST(Wait(step.wait), "wait");
}

void AttemptPolicyTest::needsALargerWindow_data()
{
    QTest::addColumn<QList<int>>("windows");
    QTest::addColumn<int>("next");
    // 0 stands for an unknown window.
    QTest::newRow("larger") << QList<int>{8, 16} << 1;
    QTest::newRow("equal") << QList<int>{8, 8} << -1;
    QTest::newRow("smaller") << QList<int>{8, 4} << -1;
    QTest::newRow("smaller ones are skipped") << QList<int>{8, 4, 8, 16} << 3;
    QTest::newRow("an unknown one may be smaller") << QList<int>{8, 0} << -1;
    QTest::newRow("an unknown one is skipped too") << QList<int>{8, 0, 16} << 2;
    QTest::newRow("any may be larger than an unknown one") << QList<int>{0, 4} << 1;
    QTest::newRow("one unknown after another") << QList<int>{0, 0} << 1;
    QTest::newRow("nobody else") << QList<int>{8} << -1;
}

void AttemptPolicyTest::needsALargerWindow()
{
    QFETCH(QList<int>, windows);
    QFETCH(int, next);
    Decision plan;
    for (const int window : windows) {
        plan.targets.append(planned(QStringLiteral("a"), QStringLiteral("m%1").arg(plan.targets.size()),
                                    window > 0 ? std::optional<qint64>(window) : std::nullopt));
    }
    const NextStep step = nextStep(plan, failure(ErrorKind::ContextLength, 400), progressAt(0));
    QCOMPARE(int(step.target), next);
    QCOMPARE(step.kind, next < 0 ? Kind::Stop : Kind::NextTarget);
}

void AttemptPolicyTest::leavesARejectedAccount()
{
    Decision plan;
    plan.targets = {planned(QStringLiteral("a"), QStringLiteral("one")),
                    planned(QStringLiteral("a"), QStringLiteral("two")),
                    planned(QStringLiteral("b"), QStringLiteral("one"))};
    for (const AttemptReport &report :
         {failure(ErrorKind::Auth, 401), failure(ErrorKind::Quota, 429), failure(ErrorKind::Auth, 403)}) {
        QCOMPARE(nextStep(plan, report, progressAt(0)).target, qsizetype(2));
    }
    // Any other fault may be the model's alone.
    QCOMPARE(nextStep(plan, failure(ErrorKind::NotFound, 404), progressAt(0)).target, qsizetype(1));
    plan.targets.removeLast();
    QCOMPARE(nextStep(plan, failure(ErrorKind::Auth, 401), progressAt(0)).kind, Kind::Stop);
    QCOMPARE(nextStep(plan, failure(ErrorKind::Quota, 402), progressAt(0)).kind, Kind::Stop);
    // 403 may speak of the one model; with nobody else the account's other one is asked.
    const NextStep other = nextStep(plan, failure(ErrorKind::Auth, 403), progressAt(0));
    QCOMPARE(other.target, qsizetype(1));
    QCOMPARE(other.wait, 0ms);
    plan.targets[1].name = plan.targets.at(0).name;
    QCOMPARE(nextStep(plan, failure(ErrorKind::NotFound, 404), progressAt(0)).kind, Kind::Stop);
}

void AttemptPolicyTest::keepsConditionsOfFallbacks()
{
    Decision plan = planOf(4);
    plan.targets[1].isFallback = true;
    plan.targets[1].onlyLargerContext = true;
    plan.targets[2].isFallback = true;
    plan.targets[2].onlyAfter = {ErrorKind::RateLimited, ErrorKind::ContentFilter};
    const auto next = [&plan](const AttemptReport &report) {
        return int(nextStep(plan, report, progressAt(0)).target);
    };
    QCOMPARE(next(failure(ErrorKind::ContextLength, 400)), 1);
    QCOMPARE(next(failure(ErrorKind::RateLimited, 429)), 2);
    QCOMPARE(next(failure(ErrorKind::Timeout)), 3);
    // Naming an error does not opt into what stops.
    QCOMPARE(next(refusal()), -1);
    plan.limits.fallbackOnRefusal = true;
    QCOMPARE(next(refusal()), 2);
    plan.targets[1].onlyAfter = {ErrorKind::Server};
    QCOMPARE(next(failure(ErrorKind::ContextLength, 400)), 3);
    plan.targets.removeLast();
    QCOMPARE(next(failure(ErrorKind::Timeout)), -1);
}

void AttemptPolicyTest::asksOthersAfterARefusalOnlyWhenOptedIn()
{
    CallLimits limits = planOf(1).limits;
    for (const AttemptReport &report : {refusal(), failure(ErrorKind::ContentFilter, 400)}) {
        QCOMPARE(lettersFor(report, limits), QStringLiteral("ssss"));
        CallLimits opted = limits;
        opted.fallbackOnRefusal = true;
        QCOMPARE(lettersFor(report, opted), QStringLiteral("nnss"));
    }
}

void AttemptPolicyTest::resendsALostWarmConnectionOnce()
{
    AttemptReport lost = failure(ErrorKind::Network);
    lost.lostWarmConnection = true;
    Decision plan = planOf(2);
    plan.limits.retries = 0;
    NextStep step = nextStep(plan, lost, progressAt(0));
    QCOMPARE(step.kind, Kind::Retry);
    QCOMPARE(step.wait, 0ms);
    QCOMPARE(step.mark, HealthMark::None);
    // Also after a wait for a rate limit, during which the server closed it.
    QCOMPARE(nextStep(plan, lost, progressAt(0, 2)).kind, Kind::Retry);
    CallProgress resent = progressAt(0, 2);
    resent.resends = 1;
    step = nextStep(plan, lost, resent);
    QCOMPARE(step.kind, Kind::NextTarget);
    QCOMPARE(step.mark, HealthMark::None);
    // A resend is no retry: a fault after it still has its own.
    plan.limits.retries = 1;
    QCOMPARE(nextStep(plan, failure(ErrorKind::Server, 500), resent).kind, Kind::Retry);
    QCOMPARE(nextStep(plan, failure(ErrorKind::Server, 500), progressAt(0, 2)).kind, Kind::NextTarget);
    CallProgress spent = progressAt(0);
    spent.attempts = plan.limits.attempts;
    QCOMPARE(nextStep(plan, lost, spent).kind, Kind::Stop);
}

void AttemptPolicyTest::pausesLongerEachTime()
{
    Decision plan = planOf(1);
    plan.limits.attempts = 100;
    plan.limits.retries = 99;
    const auto pauses = [&plan] {
        QList<int> ms;
        for (const int onTarget : {1, 2, 3, 4, 5, 6, 60}) {
            const NextStep step = nextStep(plan, failure(ErrorKind::Server, 500), progressAt(0, onTarget));
            ms.append(int(step.wait.count()));
        }
        return ms;
    };
    QCOMPARE(pauses(), QList<int>({500, 1000, 2000, 4000, 5000, 5000, 5000}));
    plan.draw = 0.5;
    QCOMPARE(pauses(), QList<int>({563, 1125, 2250, 4500, 5625, 5625, 5625}));
    // A pause that does not fit is not made shorter.
    plan.limits.budget = 10s;
    CallProgress late = progressAt(0);
    late.elapsed = 9'500ms;
    QCOMPARE(nextStep(plan, failure(ErrorKind::Server, 500), late).kind, Kind::Stop);
}

void AttemptPolicyTest::coolsLongerEachTime()
{
    QCOMPARE(coolingAfter(-1), 0ms);
    QCOMPARE(coolingAfter(0), 0ms);
    QCOMPARE(coolingAfter(1), 5s);
    QCOMPARE(coolingAfter(2), 10s);
    QCOMPARE(coolingAfter(3), 20s);
    for (int failures = 4; failures < 1000; ++failures)
        QCOMPARE(coolingAfter(failures), 20s);
    // A rate limit without a time is waited for as long where nobody else is there.
    const NextStep step = nextStep(planOf(1), failure(ErrorKind::RateLimited, 429), progressAt(0));
    QCOMPARE(step.kind, Kind::Retry);
    QCOMPARE(step.wait, 5s);
}

void AttemptPolicyTest::retriesAPlainLaneAsBefore_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<Wait>("asked");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<Wait>("left");
    QTest::addColumn<Wait>("wait");
    const int limited = int(ErrorKind::RateLimited);
    QTest::newRow("a rate limit that says when") << limited << Wait(2s) << 1 << Wait() << Wait(2s);
    QTest::newRow("once more") << limited << Wait(2s) << 2 << Wait() << Wait(2s);
    QTest::newRow("a rate limit that does not") << limited << Wait() << 1 << Wait() << Wait();
    QTest::newRow("as long as a person waits") << limited << Wait(60s) << 1 << Wait() << Wait(60s);
    QTest::newRow("longer than a person waits") << limited << Wait(61s) << 1 << Wait() << Wait();
    QTest::newRow("the budget of attempts is spent") << limited << Wait(2s) << 3 << Wait() << Wait();
    QTest::newRow("the time left is shorter") << limited << Wait(2s) << 1 << Wait(1s) << Wait();
    QTest::newRow("the time left is as long") << limited << Wait(2s) << 1 << Wait(2s) << Wait();
    QTest::newRow("the time left is enough") << limited << Wait(2s) << 1 << Wait(9s) << Wait(2s);
    QTest::newRow("a spent quota never") << int(ErrorKind::Quota) << Wait(2s) << 1 << Wait() << Wait();
    for (const ErrorKind kind :
         {ErrorKind::Network, ErrorKind::Timeout, ErrorKind::Auth, ErrorKind::InvalidRequest,
          ErrorKind::ContextLength, ErrorKind::ContentFilter, ErrorKind::NotFound, ErrorKind::Server,
          ErrorKind::Protocol, ErrorKind::Storage, ErrorKind::Budget}) {
        for (const Wait asked : {Wait(), Wait(2s)}) {
            QTest::addRow("%s%s is the user's to retry", qPrintable(errorKindName(kind)),
                          asked ? " with a time" : "")
                << int(kind) << asked << 1 << Wait() << Wait();
        }
    }
}

void AttemptPolicyTest::retriesAPlainLaneAsBefore()
{
    QFETCH(int, kind);
    QFETCH(Wait, asked);
    QFETCH(int, attempts);
    QFETCH(Wait, left);
    QFETCH(Wait, wait);
    Decision plan = plainLane();
    CallProgress progress = progressAt(0, attempts);
    if (left) {
        plan.limits.budget = 100s;
        progress.elapsed = 100s - *left;
    }
    const NextStep step = nextStep(plan, failure(ErrorKind(kind), 0, asked), progress);
    QCOMPARE(step.kind, wait ? Kind::Retry : Kind::Stop);
    QCOMPARE(step.kind == Kind::Retry ? Wait(step.wait) : Wait(), wait);
}

void AttemptPolicyTest::plainLanesRetryOnlyFailures()
{
    // A plain lane shows its text as it comes.
    AttemptReport shown = failure(ErrorKind::RateLimited, 429, 1s, true);
    shown.committed = true;
    QCOMPARE(nextStep(plainLane(), shown, progressAt(0)).kind, Kind::Stop);
    AttemptReport lost = failure(ErrorKind::Network);
    QCOMPARE(nextStep(plainLane(), lost, progressAt(0)).kind, Kind::Stop);
    lost.lostWarmConnection = true;
    const NextStep step = nextStep(plainLane(), lost, progressAt(0));
    QCOMPARE(step.kind, Kind::Retry);
    QCOMPARE(step.wait, 0ms);
}

void AttemptPolicyTest::startsWithWhoIsFree()
{
    Decision plan = planOf(3);
    QCOMPARE(firstTarget(plan, {}, kNow), qsizetype(0));
    QCOMPARE(firstTarget(plan, {kNow, 0, 0}, kNow), qsizetype(0));
    QCOMPARE(firstTarget(plan, {kNow + 1, 0, 0}, kNow), qsizetype(1));
    QCOMPARE(firstTarget(plan, {kNow + 9, kNow + 3, kNow + 5}, kNow), qsizetype(1));
    plan.targets[1].onlyAfter = {ErrorKind::Server};
    QCOMPARE(firstTarget(plan, {kNow + 9, 0, kNow + 5}, kNow), qsizetype(2));
    plan.targets[0].onlyLargerContext = true;
    plan.targets.removeLast();
    QCOMPARE(firstTarget(plan, {kNow + 9, 0}, kNow), qsizetype(1));
    QCOMPARE(firstTarget({}, {}, kNow), qsizetype(-1));
}

/// A plan, limits and ends of attempts by chance: what holds for every call.
void AttemptPolicyTest::everyCallEndsWithinItsLimits()
{
    QRandomGenerator chance(20260912);
    const auto below = [&chance](int limit) { return chance.bounded(limit); };
    for (int call = 0; call < 20'000; ++call) {
        Decision plan = planOf(1 + below(5));
        for (PlannedTarget &target : plan.targets) {
            target.name.account = QStringLiteral("account%1").arg(below(3));
            target.contextWindow = below(3) == 0 ? std::nullopt : std::optional<qint64>(below(4) * 1000);
            target.onlyLargerContext = below(8) == 0;
            if (below(8) == 0)
                target.onlyAfter = {ErrorKind(below(13))};
        }
        plan.draw = chance.generateDouble();
        plan.limits.attempts = 1 + below(8);
        plan.limits.retries = below(4);
        plan.limits.budget = below(2) == 0 ? 0ms : std::chrono::milliseconds(below(60'000));
        plan.limits.longestWait = std::chrono::milliseconds(below(30'000));
        plan.limits.fallbackOnRefusal = below(2) == 0;

        CallProgress progress = progressAt(0);
        QList<qint64> cooling(plan.targets.size(), 0);
        int namedWaits = 0;
        int made = 1;
        for (;; ++made) {
            QVERIFY(made <= plan.limits.attempts);
            progress.elapsed += std::chrono::milliseconds(below(5'000));
            progress.nowMs = kNow + progress.elapsed.count();
            progress.coolingUntilMs = cooling;
            const Wait told = below(2) == 0 ? Wait() : Wait(std::chrono::milliseconds(below(40'000)));
            AttemptReport report =
                failure(ErrorKind(below(13)), below(2) * (400 + below(130)), told, below(4) == 0);
            if (below(30) == 0)
                report.status = LaneStatus::Complete;
            else if (below(30) == 0)
                report = refusal();
            report.committed = report.gotToken && below(3) == 0;
            report.lostWarmConnection = !report.gotToken && below(4) == 0;
            const NextStep step = nextStep(plan, report, progress);
            const QString broken = brokenRule(plan, report, progress, step);
            if (!broken.isEmpty())
                QFAIL(qPrintable(QStringLiteral("%1 in call %2").arg(broken).arg(call)));
            if (step.mark == HealthMark::CoolTarget)
                cooling[progress.target] = progress.nowMs + std::max(step.cooling, coolingAfter(1)).count();
            if (step.kind == Kind::Stop)
                break;
            progress.elapsed += step.wait;
            ++progress.attempts;
            ++progress.onTarget;
            if (step.kind == Kind::NextTarget) {
                progress.target = step.target;
                progress.onTarget = 1;
                progress.resends = 0;
                namedWaits = 0;
            } else if (report.lostWarmConnection && progress.resends == 0) {
                progress.resends = 1;
            } else if (report.error->kind == ErrorKind::RateLimited && told) {
                ++namedWaits;
            }
            QVERIFY(progress.onTarget <= 1 + plan.limits.retries + progress.resends + namedWaits);
            QVERIFY(plan.limits.budget == 0ms || progress.elapsed < plan.limits.budget);
        }
        QVERIFY(made <= plan.limits.attempts);
    }
}

void AttemptPolicyTest::silenceLeavesHalfOfTheTime_data()
{
    QTest::addColumn<Decision>("plan");
    QTest::addColumn<CallProgress>("progress");
    QTest::addColumn<Wait>("share");
    Decision plan = planOf(2);
    plan.limits.budget = 20s;
    CallProgress start = progressAt(0);
    QTest::newRow("half of all of it at the start") << plan << start << Wait(10s);
    CallProgress later = progressAt(0, 2);
    later.elapsed = 6s;
    QTest::newRow("half of the rest at a retry") << plan << later << Wait(7s);
    QTest::newRow("the last has all that is left") << plan << progressAt(1) << Wait();
    CallProgress over = progressAt(0);
    over.elapsed = 20s;
    QTest::newRow("nothing when the time is over") << plan << over << Wait();
    CallProgress lastAttempt = progressAt(0);
    lastAttempt.attempts = plan.limits.attempts;
    QTest::newRow("the last attempt has all that is left") << plan << lastAttempt << Wait();
    Decision own = plan;
    own.limits.firstToken = 15s;
    QTest::newRow("the rule's own time holds") << own << start << Wait();
    Decision endless = plan;
    endless.limits.budget = 0s;
    QTest::newRow("no budget, no share") << endless << start << Wait();
    Decision picky = plan;
    picky.targets.last().onlyAfter = {ErrorKind::RateLimited};
    QTest::newRow("a fallback that is not for silence") << picky << start << Wait();
    picky.targets.last().onlyAfter = {ErrorKind::Timeout};
    QTest::newRow("a fallback for silence") << picky << start << Wait(10s);
    Decision larger = plan;
    larger.targets.last().onlyLargerContext = true;
    QTest::newRow("a fallback for long prompts only") << larger << start << Wait();
}

void AttemptPolicyTest::silenceLeavesHalfOfTheTime()
{
    QFETCH(const Decision, plan);
    QFETCH(const CallProgress, progress);
    QTEST(firstTokenShare(plan, progress), "share");
    AttemptReport silent = failure(ErrorKind::Timeout);
    const QString usual = nextStep(plan, silent, progress).why;
    silent.sharedTime = true;
    const NextStep step = nextStep(plan, silent, progress);
    QVERIFY2(step.why.startsWith(QStringLiteral("No answer came within half of the time that was left; ")),
             qPrintable(step.why));
    QVERIFY(!usual.contains(QStringLiteral("half")));
}

void AttemptPolicyTest::saysWhy()
{
    const NextStep next = nextStep(planOf(2), failure(ErrorKind::Timeout), progressAt(0));
    QVERIFY2(next.why.contains(QStringLiteral("account1/model")), qPrintable(next.why));
    Decision odd = planOf(2);
    odd.targets[1].name.model = QStringLiteral("100%1-%2");
    const NextStep percent = nextStep(odd, failure(ErrorKind::Timeout), progressAt(0));
    QVERIFY2(percent.why.contains(QStringLiteral("account1/100%1-%2")), qPrintable(percent.why));
    const NextStep wait = nextStep(planOf(1), failure(ErrorKind::RateLimited, 429, 2s), progressAt(0));
    QVERIFY2(wait.why.contains(QStringLiteral("2\u202fs")), qPrintable(wait.why));
}

SWITCHYARD_TEST(AttemptPolicyTest)
#include "tst_attemptpolicy.moc"
