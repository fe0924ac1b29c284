#include "core/compare/runjson.h"

#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

const QString kSet = QStringLiteral("the set");
/// Milliseconds that a busy machine may take for what is done in no time.
constexpr int kPatience = 30'000;

test::Script answer(const QString &text)
{
    return test::completion({text}, QStringLiteral("m"));
}

test::Script failing(int status, const test::HeaderList &headers = {})
{
    return test::respondJson(
        status, {{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), QStringLiteral("no")}}}},
        headers);
}

QJsonObject piece(const QString &text)
{
    const QJsonObject delta{{QStringLiteral("content"), text}};
    return {{QStringLiteral("choices"),
             QJsonArray{QJsonObject{{QStringLiteral("index"), 0}, {QStringLiteral("delta"), delta}}}}};
}

/// Some text, and then what `last` does.
test::Script begun(const QString &text, const test::Step &last)
{
    return test::openSse({test::sseEvent(piece(text)), last});
}

/// Long enough that another target is asked meanwhile.
const test::HeaderList kLongWait{{"Retry-After", "50"}};

} // namespace

/// A lane that a rule set answers: over accounts, within its limits, with every attempt in the ledger. The
/// rule asks `one/m`, then `two/n`, then `three/o`, unless a test says otherwise.
class RoutedLaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatWasAskedAndWhoAnswersAreKnown();
    void anotherAccountIsAskedWhenOneFails();
    void everyAttemptIsInTheDocument();
    void aHeldBackAnswerIsShownWhenItIsWhole();
    void aBrokenHeldBackAnswerIsReplacedUnseen();
    void heldBackTextIsInTheLedgerAtOnce();
    void afterTheFirstTokenNobodyElseIsAsked();
    void thePersonMayContinueOnTheNextTarget();
    void dialectFixesAreNoAttemptsOfTheCall();
    void theBudgetEndsTheCall();
    void aSilentTargetLeavesHalfOfTheTime();
    void aRulesTimeLimitGoesOverTheAccounts();
    void aCallWaitsForItsNextAccountNoLongerThanItsBudget();
    void aTargetThatFailedIsLeftAloneForAWhile();
    void aPlainLaneIsAskedWhateverCoolsDown();
    void cancellingBetweenAttemptsEndsTheCall();
    void cancellingWhileItWaitsEndsTheCall();
    void anAccountThatWentIsPassedOver();
    void anAccountThatWentBeforeTheStartIsPassedOver();
    void aRestartDecidesAnew();
    void aSwapLeavesTheRules();
    void costsOfAllAttemptsAreTheLanes();
    void aPersonsDecisionIsCarriedOut();
    void aRefusalIsFallenBackFromOnlyIfAllowed_data();
    void aRefusalIsFallenBackFromOnlyIfAllowed();
    void contextLengthGoesToLargerWindowsOnly();
    void anUnknownRuleSetIsRefused();
    void aRoutedLaneStandsBesideAPlainOne();

private:
    Lane &lane() { return m_run->lane(0); }
    const LaneState &state() { return lane().state(); }
    RuleSet rules(const CallLimits &limits = {}) const;
    void make(const RuleSet &rules);
    void make(const CallLimits &limits = {}) { make(rules(limits)); }
    void create(const CompareRequest &request);
    bool finish();
    QList<AttemptRecord> attempts() { return *test::await(m_bench->reader.attemptsOfCall(state().callId)); }
    /// `account/model status` of each attempt in the ledger.
    QStringList story();

    std::unique_ptr<test::FakeProvider> m_provider;
    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<Comparison> m_run;
};

void RoutedLaneTest::init()
{
    m_provider = std::make_unique<test::FakeProvider>();
    m_bench = std::make_unique<test::Workbench>();
    for (const char *name : {"one", "two", "three"})
        m_bench->addAccount(QString::fromLatin1(name), m_provider->baseUrl());
    m_provider->onModel(QStringLiteral("n"), QList<test::Script>{answer(QStringLiteral("from n"))});
    m_provider->onModel(QStringLiteral("o"), QList<test::Script>{answer(QStringLiteral("from o"))});
}

void RoutedLaneTest::cleanup()
{
    m_run.reset();
    m_bench.reset();
    m_provider.reset();
}

RuleSet RoutedLaneTest::rules(const CallLimits &limits) const
{
    RuleSet set;
    set.name = kSet;
    set.otherwise.name = QStringLiteral("all");
    set.otherwise.chain.targets = {ChainTarget{*parseTargetName(u"one/m")}};
    set.otherwise.chain.fallbacks = {Fallback{ChainTarget{*parseTargetName(u"two/n")}},
                                     Fallback{ChainTarget{*parseTargetName(u"three/o")}}};
    set.otherwise.chain.limits = limits;
    return set;
}

void RoutedLaneTest::create(const CompareRequest &request)
{
    Result<std::unique_ptr<Comparison>> run = Comparison::create(m_bench->services(), request);
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    m_run = std::move(run).value();
}

void RoutedLaneTest::make(const RuleSet &rules)
{
    m_bench->activate(rules);
    CompareRequest request;
    request.prompt = QStringLiteral("Hello there");
    request.targets = {{{kRouteAccountName, kSet}}};
    create(request);
}

bool RoutedLaneTest::finish()
{
    QSignalSpy finished(m_run.get(), &Comparison::finished);
    if (m_run->runId() == 0)
        m_run->start();
    return finished.wait(20'000);
}

QStringList RoutedLaneTest::story()
{
    QStringList lines;
    for (const AttemptRecord &attempt : attempts())
        lines.append(QStringLiteral("%1/%2 %3")
                         .arg(attempt.accountName, attempt.model, laneStatusName(attempt.completion.status)));
    return lines;
}

void RoutedLaneTest::whatWasAskedAndWhoAnswersAreKnown()
{
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{answer(QStringLiteral("from m"))});
    make();
    QVERIFY(state().route.has_value()); // before anything is sent
    QVERIFY(finish());
    QCOMPARE(state().requested.name.toString(), QStringLiteral("route/the set"));
    QCOMPARE(state().target.name.toString(), QStringLiteral("one/m"));
    QCOMPARE(state().route->rule, QStringLiteral("all"));
    QCOMPARE(state().route->version, 1);
    QCOMPARE(state().completion.text, QStringLiteral("from m"));
    QVERIFY(state().earlier.isEmpty());
    const LaneRecord stored = test::await(m_bench->reader.run(m_run->runId()))->lanes.first();
    const LaneRecord known = m_run->record().lanes.first();
    for (const LaneRecord &record : {stored, known}) {
        QCOMPARE(record.requested, QStringLiteral("route/the set"));
        QCOMPARE(record.latest.route.ruleSet, kSet);
        QCOMPARE(record.latest.route.rule, QStringLiteral("all"));
        QCOMPARE(record.latest.model, QStringLiteral("m"));
        QCOMPARE(laneTitle(record), QStringLiteral("route/the set → one/m"));
        const QJsonObject route = laneToJson(record).value(QStringLiteral("route")).toObject();
        QCOMPARE(route.value(QStringLiteral("version")).toInt(), 1);
    }
    const std::optional<CallRoute> kept = *test::await(m_bench->reader.routeOfCall(state().callId));
    QCOMPARE(decisionFromJson(kept->decision).targets.size(), 3);
}

void RoutedLaneTest::anotherAccountIsAskedWhenOneFails()
{
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{failing(429, kLongWait)});
    make();
    QVERIFY(finish());
    QCOMPARE(state().status(), LaneStatus::Complete);
    QCOMPARE(state().completion.text, QStringLiteral("from n"));
    QCOMPARE(state().target.name.toString(), QStringLiteral("two/n"));
    QCOMPARE(state().route->place, 1);
    QCOMPARE(state().accountId, m_bench->accounts.find(u"two")->id);
    QCOMPARE(story(), (QStringList{QStringLiteral("one/m failed"), QStringLiteral("two/n complete")}));
    QCOMPARE(state().earlier.size(), 1);
    QCOMPARE(state().earlier.first().target.toString(), QStringLiteral("one/m"));
    QCOMPARE(state().earlier.first().error()->kind, ErrorKind::RateLimited);
    QVERIFY(!state().why.isEmpty());
    QCOMPARE(attempts().at(1).why, state().why);
    QVERIFY(attempts().at(1).waitedMs.has_value() && *attempts().at(1).waitedMs < 5'000.0);
}

void RoutedLaneTest::everyAttemptIsInTheDocument()
{
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{failing(401)});
    make();
    QVERIFY(finish());
    const QJsonArray attempts = attemptsToJson(state());
    QCOMPARE(attempts.size(), 2);
    const QJsonObject first = attempts.at(0).toObject();
    QCOMPARE(first.value(QStringLiteral("account")).toString(), QStringLiteral("one"));
    QCOMPARE(first.value(QStringLiteral("status")).toString(), QStringLiteral("failed"));
    QCOMPARE(first.value(QStringLiteral("error"))[QStringLiteral("kind")].toString(), QStringLiteral("auth"));
    QCOMPARE(first.value(QStringLiteral("waited_ms")).toDouble(-1.0), 0.0);
    const QJsonObject second = attempts.at(1).toObject();
    QCOMPARE(second.value(QStringLiteral("text")).toString(), QStringLiteral("from n"));
    QVERIFY(!second.value(QStringLiteral("why")).toString().isEmpty());
    QVERIFY(second.value(QStringLiteral("waited_ms")).toDouble(-1.0) >= 0.0);
}

void RoutedLaneTest::aHeldBackAnswerIsShownWhenItIsWhole()
{
    CallLimits limits;
    limits.commit = Commit::Complete;
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{test::completion({QStringLiteral("one "), QStringLiteral("two")},
                                                             QStringLiteral("m"))});
    make(limits);
    QSignalSpy appended(&lane(), &Lane::appended);
    connect(&lane(), &Lane::changed, this, [this] {
        const QString shown = state().completion.text;
        QVERIFY2(shown.isEmpty() || shown == QStringLiteral("one two"), qPrintable(shown));
    });
    QVERIFY(finish());
    QCOMPARE(appended.size(), 1);
    QCOMPARE(appended.first().first().toString(), QStringLiteral("one two"));
    QCOMPARE(state().completion.text, QStringLiteral("one two"));
    QCOMPARE(state().heldBack, 0);
}

void RoutedLaneTest::aBrokenHeldBackAnswerIsReplacedUnseen()
{
    CallLimits limits;
    limits.commit = Commit::Complete;
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{begun(QStringLiteral("half of it"), test::close())});
    make(limits);
    QSignalSpy appended(&lane(), &Lane::appended);
    QVERIFY(finish());
    QCOMPARE(state().completion.text, QStringLiteral("from n"));
    for (const QList<QVariant> &shown : appended)
        QVERIFY(!shown.first().toString().contains(QLatin1String("half")));
    QCOMPARE(story(), (QStringList{QStringLiteral("one/m interrupted"), QStringLiteral("two/n complete")}));
    QCOMPARE(attempts().at(0).completion.text, QStringLiteral("half of it"));
    QCOMPARE(state().earlier.first().completion.text, QStringLiteral("half of it"));
}

void RoutedLaneTest::heldBackTextIsInTheLedgerAtOnce()
{
    CallLimits limits;
    limits.commit = Commit::Complete;
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{begun(QStringLiteral("paid for"), test::hang())});
    make(limits);
    m_run->start();
    QTRY_VERIFY_WITH_TIMEOUT(state().heldBack > 0, kPatience);
    QVERIFY(state().completion.text.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(
        test::await(m_bench->reader.run(m_run->runId()))->lanes.first().latest.completion.text,
        QStringLiteral("paid for"), kPatience);
    lane().cancel();
    QTRY_VERIFY_WITH_TIMEOUT(lane().isSettled(), kPatience);
    QCOMPARE(state().status(), LaneStatus::Cancelled);
    QCOMPARE(state().completion.text, QStringLiteral("paid for")); // it is the user's now
}

void RoutedLaneTest::afterTheFirstTokenNobodyElseIsAsked()
{
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{begun(QStringLiteral("half of it"), test::close())});
    make();
    QVERIFY(finish());
    QCOMPARE(state().status(), LaneStatus::Interrupted);
    QCOMPARE(state().completion.text, QStringLiteral("half of it"));
    QCOMPARE(m_provider->requestCount(), 1);
    QVERIFY(!state().whyStopped.isEmpty());
    QCOMPARE(state().nextTarget->toString(), QStringLiteral("two/n"));
}

void RoutedLaneTest::thePersonMayContinueOnTheNextTarget()
{
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{begun(QStringLiteral("half of it"), test::close())});
    make();
    QVERIFY(finish());
    const qint64 call = state().callId;
    QSignalSpy restarted(&lane(), &Lane::restarted);
    lane().continueOnNext();
    lane().continueOnNext(); // nothing happens while it runs
    QCOMPARE(restarted.size(), 1);
    QVERIFY(state().completion.text.isEmpty());
    QVERIFY(finish());
    QCOMPARE(state().callId, call);
    QCOMPARE(state().completion.text, QStringLiteral("from n"));
    QVERIFY(!state().nextTarget);
    QVERIFY(state().whyStopped.isEmpty());
    QCOMPARE(story(), (QStringList{QStringLiteral("one/m interrupted"), QStringLiteral("two/n complete")}));
    QCOMPARE(attempts().at(0).completion.text, QStringLiteral("half of it"));
    QVERIFY(attempts().at(1).why.contains(QLatin1String("one/m")));
}

void RoutedLaneTest::dialectFixesAreNoAttemptsOfTheCall()
{
    m_provider->onModel(QStringLiteral("m"), [](const HttpRequest &request) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        return body.contains(QStringLiteral("stream_options"))
            ? test::respondJson(400,
                                {{QStringLiteral("error"),
                                  QJsonObject{{QStringLiteral("message"),
                                               QStringLiteral("Unknown parameter: stream_options")}}}})
            : failing(401);
    });
    CallLimits limits;
    limits.attempts = 2;
    make(limits);
    QVERIFY(finish());
    QCOMPARE(state().completion.text, QStringLiteral("from n"));
    QCOMPARE(story(),
             (QStringList{QStringLiteral("one/m failed"), QStringLiteral("one/m failed"),
                          QStringLiteral("two/n complete")}));
}

void RoutedLaneTest::theBudgetEndsTheCall()
{
    CallLimits limits;
    limits.budget = 400ms;
    for (const char *model : {"m", "n", "o"})
        m_provider->onModel(QString::fromLatin1(model), QList<test::Script>{test::Script{test::hang()}});
    make(limits);
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(finish());
    QVERIFY2(elapsed.elapsed() < 15'000, qPrintable(QString::number(elapsed.elapsed())));
    QCOMPARE(state().status(), LaneStatus::Failed);
    QCOMPARE(state().completion.error->kind, ErrorKind::Timeout);
    // Each leaves half of the time to those after it, and the last has all of it.
    QVERIFY(m_provider->requestCount() <= 3);
    QVERIFY(!state().whyStopped.isEmpty());
}

void RoutedLaneTest::aSilentTargetLeavesHalfOfTheTime()
{
    CallLimits limits;
    limits.budget = 6s; // the account would wait for two minutes
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{test::Script{test::hang()}});
    make(limits);
    QVERIFY(finish());
    QCOMPARE(state().status(), LaneStatus::Complete);
    QCOMPARE(state().completion.text, QStringLiteral("from n"));
    QCOMPARE(attempts().at(0).completion.error->kind, ErrorKind::Timeout);
    QCOMPARE(story(), (QStringList{QStringLiteral("one/m failed"), QStringLiteral("two/n complete")}));
    QVERIFY2(state().why.contains(QStringLiteral("half of the time")), qPrintable(state().why));
    QCOMPARE(attempts().at(1).why, state().why);
}

void RoutedLaneTest::aRulesTimeLimitGoesOverTheAccounts()
{
    CallLimits limits;
    limits.firstToken = 2s; // that of the account is two minutes
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{test::Script{test::hang()}});
    make(limits);
    QVERIFY(finish());
    QCOMPARE(state().completion.text, QStringLiteral("from n"));
    QCOMPARE(attempts().at(0).completion.error->kind, ErrorKind::Timeout);
    QCOMPARE(state().unpricedAttempts, 2); // the silent one may be billed; nobody's price is known
}

void RoutedLaneTest::aCallWaitsForItsNextAccountNoLongerThanItsBudget()
{
    Account narrow = *m_bench->accounts.find(u"two");
    narrow.maxParallel = 1;
    QVERIFY(test::await(m_bench->accounts.update(narrow)));
    // Somebody else has the account's only slot and keeps it.
    const qint64 ticket = m_bench->laneSlots.acquire(narrow.id, 1, [] {});
    CallLimits limits;
    limits.budget = 3s; // half of it is enough to be rejected
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{failing(401)});
    make(limits);
    QVERIFY(finish());
    m_bench->laneSlots.release(ticket);
    QCOMPARE(state().status(), LaneStatus::Failed);
    QCOMPARE(state().completion.error->kind, ErrorKind::Timeout);
    QCOMPARE(m_provider->requestCount(), 1);
    // Neither the rejected key nor the wait cost anything.
    QCOMPARE(state().unpricedAttempts, 0);
    QCOMPARE(attempts().constLast().cost.amount, std::optional(Money()));
    QCOMPARE(m_bench->laneSlots.waiting(narrow.id), 0);
    // Nothing was sent to it, so nothing is known of it.
    QCOMPARE(m_bench->health.coolingUntil({QStringLiteral("two"), QStringLiteral("n")}), 0);
}

void RoutedLaneTest::aTargetThatFailedIsLeftAloneForAWhile()
{
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{failing(429, kLongWait)});
    make();
    QVERIFY(finish());
    QCOMPARE(m_provider->requestCount(), 2);
    make();
    QCOMPARE(state().target.name.toString(), QStringLiteral("two/n"));
    QVERIFY(finish());
    QCOMPARE(m_provider->requestCount(), 3);
    QCOMPARE(story(), QStringList{QStringLiteral("two/n complete")});
    m_bench->health.forgive(QStringLiteral("one"));
    make();
    QCOMPARE(state().target.name.toString(), QStringLiteral("one/m"));
}

void RoutedLaneTest::aPlainLaneIsAskedWhateverCoolsDown()
{
    const TargetName name{QStringLiteral("one"), QStringLiteral("m")};
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{failing(503), failing(503), answer(QStringLiteral("x"))});
    CompareRequest request;
    request.prompt = QStringLiteral("Hello");
    request.targets = {{name}};
    create(request);
    QVERIFY(finish());
    QVERIFY(m_bench->health.coolingUntil(name) > m_bench->clock.utcMs()); // it is told
    create(request);
    QVERIFY(finish());
    create(request);
    QVERIFY(finish());
    QCOMPARE(m_provider->requestCount(), 3); // and asked all the same
    QCOMPARE(state().whyStopped, QString());
    QCOMPARE(m_bench->health.coolingUntil(name), 0);
}

void RoutedLaneTest::cancellingBetweenAttemptsEndsTheCall()
{
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{failing(401)});
    make();
    connect(&lane(), &Lane::changed, this, [this] {
        if (state().target.name.account == QLatin1String("two"))
            lane().cancel();
    });
    QVERIFY(finish());
    QCOMPARE(state().status(), LaneStatus::Cancelled);
    QCOMPARE(m_provider->requestCount(), 1);
    QCOMPARE(story(), (QStringList{QStringLiteral("one/m failed"), QStringLiteral("two/n cancelled")}));
    QVERIFY(!state().nextTarget);
}

void RoutedLaneTest::cancellingWhileItWaitsEndsTheCall()
{
    RuleSet alone = rules();
    alone.otherwise.chain.fallbacks.clear();
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{failing(429, {{"Retry-After", "15"}}), answer({})});
    make(alone);
    connect(&lane(), &Lane::changed, this, [this] {
        if (state().waiting)
            QTimer::singleShot(0, &lane(), &Lane::cancel);
    });
    QVERIFY(finish());
    QCOMPARE(state().status(), LaneStatus::Cancelled);
    QCOMPARE(m_provider->requestCount(), 1);
    const QList<AttemptRecord> rows = attempts();
    QCOMPARE(rows.size(), 2);
    QVERIFY2(*rows.at(1).waitedMs < 10'000.0, "the pause is that which was made");
    QCOMPARE(rows.at(1).cost.amount, std::optional(Money())); // it was never sent
    QCOMPARE(state().unpricedAttempts, 0);
}

void RoutedLaneTest::anAccountThatWentIsPassedOver()
{
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{failing(401)});
    make();
    QVERIFY(test::await(m_bench->accounts.remove(m_bench->accounts.find(u"two")->id)));
    QVERIFY(finish());
    QCOMPARE(state().completion.text, QStringLiteral("from o"));
    QCOMPARE(story(),
             (QStringList{QStringLiteral("one/m failed"), QStringLiteral("two/n failed"),
                          QStringLiteral("three/o complete")}));
    QCOMPARE(m_provider->requestCount(), 2);
}

void RoutedLaneTest::anAccountThatWentBeforeTheStartIsPassedOver()
{
    make();
    QVERIFY(test::await(m_bench->accounts.remove(m_bench->accounts.find(u"one")->id)));
    QVERIFY(finish());
    QCOMPARE(state().completion.text, QStringLiteral("from n"));
    QCOMPARE(story(), (QStringList{QStringLiteral("one/m failed"), QStringLiteral("two/n complete")}));
    QCOMPARE(m_provider->requestCount(), 1);
}

void RoutedLaneTest::aRestartDecidesAnew()
{
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{answer(QStringLiteral("from m"))});
    make();
    QVERIFY(finish());
    RuleSet changed = rules();
    changed.otherwise.chain.targets = {ChainTarget{*parseTargetName(u"three/o")}};
    m_bench->activate(changed);
    const qint64 firstCall = state().callId;
    QVERIFY(lane().restart());
    QVERIFY(finish());
    QVERIFY(state().callId != firstCall);
    QCOMPARE(state().route->version, 2);
    QCOMPARE(state().completion.text, QStringLiteral("from o"));
    QVERIFY(test::await(m_bench->ruleSets.deactivate(kSet)));
    const Result<void> refused = lane().restart();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(state().completion.text, QStringLiteral("from o")); // as it was
}

void RoutedLaneTest::aSwapLeavesTheRules()
{
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{answer(QStringLiteral("from m"))});
    make();
    QVERIFY(finish());
    QVERIFY(lane().restart(Target{*parseTargetName(u"three/o")}));
    QVERIFY(finish());
    QVERIFY(!state().route);
    QCOMPARE(state().requested, state().target);
    const LaneRecord stored = test::await(m_bench->reader.run(m_run->runId()))->lanes.first();
    QCOMPARE(stored.requested, QString());
    QCOMPARE(stored.latest.route, CallRoute());
    QVERIFY(lane().restart(Target{{kRouteAccountName, kSet}}));
    QVERIFY(finish());
    QCOMPARE(state().route->rule, QStringLiteral("all"));
}

void RoutedLaneTest::costsOfAllAttemptsAreTheLanes()
{
    for (const char *model : {"m", "n"}) {
        PriceOverride price;
        price.model = QString::fromLatin1(model);
        price.prices.input = Money::fromPicos(1'000'000);
        price.prices.output = Money::fromPicos(2'000'000);
        QVERIFY(test::await(m_bench->overrides.set(price)));
    }
    CallLimits limits;
    limits.commit = Commit::Complete;
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{begun(QStringLiteral("half of it"), test::close())});
    make(limits);
    QVERIFY(finish());
    QCOMPARE(state().cost.basis, CostBasis::Estimated); // that of the broken answer is
    QCOMPARE(state().attemptCost.basis, CostBasis::Computed);
    QCOMPARE(state().unpricedAttempts, 0);
    Money sum;
    for (const AttemptRecord &row : attempts())
        sum += *row.cost.amount;
    QCOMPARE(state().cost.amount, std::optional(sum));
    QVERIFY(sum > *state().attemptCost.amount);
    // And of the lane when it is read again.
    const Cost stored = test::await(m_bench->reader.run(m_run->runId()))->lanes.first().latest.cost;
    QCOMPARE(stored.amount, std::optional(sum));
    QCOMPARE(stored.basis, CostBasis::Estimated);
    QCOMPARE(stored.lower, state().cost.lower);
    QCOMPARE(stored.upper, state().cost.upper);
    QVERIFY(stored.lower && *stored.lower < sum);
}

void RoutedLaneTest::aPersonsDecisionIsCarriedOut()
{
    m_bench->activate(rules());
    Decision decision;
    decision.ruleSet = kSet;
    decision.version = 1;
    decision.rule = QStringLiteral("all");
    decision.targets = {PlannedTarget{.name = *parseTargetName(u"three/o")}};
    CompareRequest request;
    request.prompt = QStringLiteral("Hello");
    request.targets = {{{kRouteAccountName, kSet}}};
    request.decisions.insert(0, decision);
    create(request);
    QVERIFY(finish());
    QCOMPARE(state().completion.text, QStringLiteral("from o"));
    QCOMPARE(state().route->decision, decision);
}

void RoutedLaneTest::aRefusalIsFallenBackFromOnlyIfAllowed_data()
{
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<int>("requests");
    QTest::newRow("a refusal is the answer") << false << 1;
    QTest::newRow("unless the rule says otherwise") << true << 2;
}

void RoutedLaneTest::aRefusalIsFallenBackFromOnlyIfAllowed()
{
    QFETCH(bool, allowed);
    QFETCH(int, requests);
    const QJsonObject delta{{QStringLiteral("refusal"), QStringLiteral("I would rather not.")}};
    const QJsonObject choice{{QStringLiteral("index"), 0},
                             {QStringLiteral("delta"), delta},
                             {QStringLiteral("finish_reason"), QStringLiteral("stop")}};
    m_provider->onModel(QStringLiteral("m"),
                        QList<test::Script>{test::chunkedSse(
                            {test::sseEvent(QJsonObject{{QStringLiteral("choices"), QJsonArray{choice}}}),
                             test::sseDone()})});
    CallLimits limits;
    limits.fallbackOnRefusal = allowed;
    make(limits);
    QVERIFY(finish());
    QCOMPARE(m_provider->requestCount(), requests);
    QCOMPARE(state().status(), allowed ? LaneStatus::Complete : LaneStatus::Refused);
}

void RoutedLaneTest::contextLengthGoesToLargerWindowsOnly()
{
    RuleSet set = rules();
    // What the catalogue says of them: the first fallback's window is no larger.
    set.otherwise.chain.targets = {ChainTarget{*parseTargetName(u"one/gpt-4o")}};
    set.otherwise.chain.fallbacks = {Fallback{ChainTarget{*parseTargetName(u"two/gpt-4o-mini")}},
                                     Fallback{ChainTarget{*parseTargetName(u"three/gpt-4.1")}}};
    m_provider->onModel(
        QStringLiteral("gpt-4o"),
        QList<test::Script>{test::respondJson(
            400,
            {{QStringLiteral("error"),
              QJsonObject{
                  {QStringLiteral("message"), QStringLiteral("This model's maximum context length is")},
                  {QStringLiteral("code"), QStringLiteral("context_length_exceeded")}}}})});
    m_provider->onModel(QStringLiteral("gpt-4.1"), QList<test::Script>{answer(QStringLiteral("long"))});
    make(set);
    const QList<PlannedTarget> targets = state().route->decision.targets;
    QVERIFY(targets.at(0).contextWindow && targets.at(1).contextWindow && targets.at(2).contextWindow);
    QVERIFY(*targets.at(1).contextWindow <= *targets.at(0).contextWindow);
    QVERIFY(finish());
    QCOMPARE(state().target.name.toString(), QStringLiteral("three/gpt-4.1"));
    QCOMPARE(m_provider->requestCount(), 2);
}

void RoutedLaneTest::anUnknownRuleSetIsRefused()
{
    CompareRequest request;
    request.prompt = QStringLiteral("Hello");
    request.targets = {{{kRouteAccountName, QStringLiteral("lost")}}};
    const Result<std::unique_ptr<Comparison>> run = Comparison::create(m_bench->services(), request);
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(run.error().message.contains(QLatin1String("\"lost\"")));
}

void RoutedLaneTest::aRoutedLaneStandsBesideAPlainOne()
{
    m_bench->activate(rules());
    m_provider->onModel(QStringLiteral("m"), QList<test::Script>{failing(401)});
    CompareRequest request;
    request.prompt = QStringLiteral("Hello");
    request.targets = {{{kRouteAccountName, kSet}}, {*parseTargetName(u"three/o")}};
    create(request);
    QVERIFY(finish());
    QCOMPARE(m_run->lane(0).state().completion.text, QStringLiteral("from n"));
    QCOMPARE(m_run->lane(1).state().completion.text, QStringLiteral("from o"));
    const Result<Lane *> added = m_run->addLane({{kRouteAccountName, kSet}}, 0);
    QVERIFY(added);
    QTRY_VERIFY_WITH_TIMEOUT((*added)->isSettled(), kPatience);
    // The account with the rejected key is left alone by now.
    QCOMPARE((*added)->state().target.name.toString(), QStringLiteral("two/n"));
    QCOMPARE(test::await(m_bench->reader.run(m_run->runId()))->lanes.at(2).requested,
             QStringLiteral("route/the set"));
}

SWITCHYARD_TEST(RoutedLaneTest)
#include "tst_routedlane.moc"
