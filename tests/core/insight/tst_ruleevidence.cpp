#include "core/insight/ruleevidence.h"

#include "core/insight/shareestimate.h"
#include "core/routing/rulesetjson.h"
#include "tests/core/insight/traffic.h"
#include "tests/core/judging/votes.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <cmath>

using namespace core;
using test::PastAttempt;
using test::PastStory;
using test::targetNamed;

namespace {

const QString kBig = QStringLiteral("openai/big");
const QString kSmall = QStringLiteral("google/small");
const QString kOther = QStringLiteral("qwen/other");

/// `wins` votes for `winner` over the big one, then `losses` for the big one, then ties.
QList<Vote> duel(const QString &challenger, int wins, int losses, int ties = 0)
{
    QList<Vote> votes;
    for (int number = 0; number < wins; ++number)
        votes.append(test::best({challenger, kBig}, 0));
    for (int number = 0; number < losses; ++number)
        votes.append(test::best({challenger, kBig}, 1));
    for (int number = 0; number < ties; ++number)
        votes.append(test::ranking(VoteKind::Tie, {challenger, kBig}));
    return votes;
}

TaskTarget figures(const QString &target, int calls, qint64 costPicos, double firstMs)
{
    const TargetName name = targetNamed(target);
    return {.account = name.account,
            .model = name.model,
            .calls = calls,
            .medianCost = Money::fromPicos(costPicos),
            .firstP50 = firstMs};
}

TaskEvidence evidenceOf(const QList<Vote> &votes)
{
    return {
        .task = QStringLiteral("extract"), .votes = votes, .current = targetNamed(kBig), .monthlyCalls = 120};
}

} // namespace

class RuleEvidenceTest : public QObject
{
    Q_OBJECT

private slots:
    void sharesHaveWilsonsInterval_data();
    void sharesHaveWilsonsInterval();
    void aPreferredTargetIsProposed();
    void withoutEnoughVotesNothingIsClaimed_data();
    void withoutEnoughVotesNothingIsClaimed();
    void aCheaperTargetThatIsNoWorseIsProposed();
    void figuresNeedEnoughCalls();
    void betterGoesBeforeCheaper();
    void theRuleCarriesItsEvidence();
    void namesOfRulesStayUnique();
    void currentTargetsComeFromTheRules();
    void evidenceIsReadFromTheLedger();
    void proposalsComeFromTheLedgerAndTheRules();
};

void RuleEvidenceTest::sharesHaveWilsonsInterval_data()
{
    QTest::addColumn<double>("wins");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // By the closed form with z = 1.959964.
    QTest::newRow("8 of 10") << 8.0 << 10 << 0.490162 << 0.943318;
    QTest::newRow("10 of 10") << 10.0 << 10 << 0.722467 << 1.0;
    QTest::newRow("0 of 10") << 0.0 << 10 << 0.0 << 0.277533;
    QTest::newRow("50 of 100") << 50.0 << 100 << 0.403832 << 0.596168;
    QTest::newRow("nothing") << 0.0 << 0 << 0.0 << 1.0;
}

void RuleEvidenceTest::sharesHaveWilsonsInterval()
{
    QFETCH(const double, wins);
    QFETCH(const int, count);
    QFETCH(const double, low);
    QFETCH(const double, high);
    const Estimate share = shareEstimate(wins, count);
    QVERIFY2(std::abs(share.low - low) < 1e-5, qPrintable(QString::number(share.low, 'f', 6)));
    QVERIFY2(std::abs(share.high - high) < 1e-5, qPrintable(QString::number(share.high, 'f', 6)));
}

void RuleEvidenceTest::aPreferredTargetIsProposed()
{
    const std::optional<RouteProposal> proposal = proposeRoute(evidenceOf(duel(kSmall, 15, 3, 2)));
    QVERIFY(proposal);
    QCOMPARE(proposal->task, QStringLiteral("extract"));
    QCOMPARE(proposal->target, targetNamed(kSmall));
    QCOMPARE(proposal->instead, targetNamed(kBig));
    QCOMPARE(proposal->claim, RouteProposal::Claim::Better);
    QCOMPARE(proposal->votes, 20);
    QCOMPARE(proposal->wins, 15);
    QCOMPARE(proposal->ties, 2);
    QCOMPARE(proposal->share, shareEstimate(16.0, 20));
    QCOMPARE(proposal->monthlyCalls, 120);
    QVERIFY(!proposal->cost);
}

void RuleEvidenceTest::withoutEnoughVotesNothingIsClaimed_data()
{
    QTest::addColumn<QList<Vote>>("votes");
    QTest::newRow("no votes") << QList<Vote>();
    QTest::newRow("nine of nine") << duel(kSmall, 9, 0);
    QTest::newRow("eight of ten, whose interval holds a half") << duel(kSmall, 8, 2);
    QTest::newRow("mostly beaten") << duel(kSmall, 3, 17);
    QTest::newRow("enough votes, but none on both") << QList<Vote>(20, test::best({kSmall, kOther}, 0));
}

void RuleEvidenceTest::withoutEnoughVotesNothingIsClaimed()
{
    QFETCH(const QList<Vote>, votes);
    TaskEvidence evidence = evidenceOf(votes);
    evidence.figures = {figures(kBig, 100, 1'000, 800.0), figures(kSmall, 100, 2'000, 200.0)};
    QVERIFY(!proposeRoute(evidence));
    TaskEvidence unknown = evidenceOf(duel(kSmall, 20, 0));
    unknown.current.reset();
    QVERIFY(!proposeRoute(unknown));
}

void RuleEvidenceTest::aCheaperTargetThatIsNoWorseIsProposed()
{
    // 50 of 100: from 40.4 %, less than ten points below a half.
    TaskEvidence evidence = evidenceOf(duel(kSmall, 50, 50));
    QVERIFY(!proposeRoute(evidence));
    evidence.figures = {figures(kBig, 30, 1'000, 800.0), figures(kSmall, 25, 10, 200.0)};
    const std::optional<RouteProposal> proposal = proposeRoute(evidence);
    QVERIFY(proposal);
    QCOMPARE(proposal->claim, RouteProposal::Claim::CheaperNotWorse);
    QCOMPARE(proposal->cost, Money::fromPicos(10));
    QCOMPARE(proposal->costBefore, Money::fromPicos(1'000));
    QCOMPARE(proposal->firstToken, 200.0);
    QCOMPARE(proposal->firstTokenBefore, 800.0);

    evidence.figures = {figures(kBig, 30, 10, 800.0), figures(kSmall, 25, 1'000, 200.0)};
    QVERIFY(!proposeRoute(evidence));
    // 45 of 100: from 35.6 %.
    evidence.votes = duel(kSmall, 45, 55);
    evidence.figures = {figures(kBig, 30, 1'000, 800.0), figures(kSmall, 25, 10, 200.0)};
    QVERIFY(!proposeRoute(evidence));
}

void RuleEvidenceTest::figuresNeedEnoughCalls()
{
    TaskEvidence evidence = evidenceOf(duel(kSmall, 20, 0));
    evidence.figures = {figures(kBig, 100, 1'000, 800.0), figures(kSmall, 19, 10, 200.0)};
    QVERIFY(!proposeRoute(evidence)->cost);
    QVERIFY(!proposeRoute(evidence)->firstToken);
    // Calls whose cost is not known say nothing of it, but of the time.
    evidence.figures = {figures(kBig, 100, 1'000, 800.0), figures(kSmall, 30, 10, 200.0)};
    evidence.figures.last().unpriced = 11;
    QVERIFY(!proposeRoute(evidence)->cost);
    QCOMPARE(proposeRoute(evidence)->firstToken, 200.0);
}

void RuleEvidenceTest::betterGoesBeforeCheaper()
{
    TaskEvidence evidence = evidenceOf(duel(kSmall, 50, 50) + duel(kOther, 18, 2));
    evidence.figures = {figures(kBig, 30, 1'000, 800.0), figures(kSmall, 25, 10, 200.0),
                        figures(kOther, 25, 2'000, 200.0)};
    QCOMPARE(proposeRoute(evidence)->target, targetNamed(kOther));
}

void RuleEvidenceTest::theRuleCarriesItsEvidence()
{
    TaskEvidence evidence = evidenceOf(duel(kSmall, 18, 2));
    evidence.figures = {figures(kBig, 30, 3'000'000'000, 800.0), figures(kSmall, 25, 400'000'000, 300.0)};
    const RouteProposal proposal = *proposeRoute(evidence);
    const Rule rule = ruleOf(proposal, {}, test::kNoonMs);
    QCOMPARE(rule.when, test::taskIs({QStringLiteral("extract")}));
    QCOMPARE(rule.chain.targets.size(), 1);
    QCOMPARE(rule.chain.targets.constFirst().name, targetNamed(kSmall));
    QCOMPARE(rule.chain.fallbacks.constFirst().target.name, targetNamed(kBig));
    QCOMPARE(rule.evidence.value(QStringLiteral("kind")).toString(), QStringLiteral("votes"));
    QCOMPARE(rule.evidence.value(QStringLiteral("votes")).toInt(), 20);
    QCOMPARE(rule.evidence.value(QStringLiteral("wins")).toInt(), 18);
    QCOMPARE(rule.evidence.value(QStringLiteral("cost_usd")).toString(), QStringLiteral("0.0004"));
    QCOMPARE(rule.evidence.value(QStringLiteral("at")).toString(), QStringLiteral("2026-11-22T12:00:00Z"));
    const QString claim = rule.evidence.value(QStringLiteral("claim")).toString();
    for (const QString &part :
         {kSmall, kBig, QStringLiteral("18"), QStringLiteral("$0.0004"), QStringLiteral("300\u202fms")})
        QVERIFY2(claim.contains(part), qPrintable(claim));
    const Result<Rule> again = ruleFromJson(ruleToJson(rule));
    QVERIFY(again);
    QCOMPARE(*again, rule);
}

void RuleEvidenceTest::namesOfRulesStayUnique()
{
    const RouteProposal proposal = *proposeRoute(evidenceOf(duel(kSmall, 18, 2)));
    const QString first = ruleOf(proposal, {}, 0).name;
    const QString second = ruleOf(proposal, {first}, 0).name;
    QVERIFY(first != second);
    QVERIFY(!QStringList({first, second}).contains(ruleOf(proposal, {first, second}, 0).name));
}

void RuleEvidenceTest::currentTargetsComeFromTheRules()
{
    RuleSet rules{.name = QStringLiteral("mine"),
                  .rules = {{.name = QStringLiteral("extracts"),
                             .when = test::taskIs({QStringLiteral("extract")}),
                             .chain = test::chainOf({kSmall})}}};
    rules.otherwise.chain = test::chainOf({kBig});
    const test::PricedBook book;
    QCOMPARE(currentTarget(rules, QStringLiteral("extract"), book), targetNamed(kSmall));
    QCOMPARE(currentTarget(rules, QStringLiteral("chat"), book), targetNamed(kBig));
    rules.rules.first().when =
        testCondition({.field = Field::Text, .op = Operator::Contains, .values = {QStringLiteral("urgent")}});
    QCOMPARE(currentTarget(rules, QStringLiteral("extract"), book), std::nullopt);
}

namespace {

/// Votes on a run of each task, `count` of them for the small one over the big one.
Result<void> insertVotes(Connection &connection, const QString &task, int count)
{
    for (int number = 0; number < count; ++number) {
        const Result<qint64> vote =
            Statement(connection,
                      QStringLiteral("INSERT INTO votes (at, task, kind) VALUES (0, :task, 'best')"))
                .bind(":task", task)
                .insert();
        if (!vote)
            return vote.error();
        for (int position = 0; position < 2; ++position) {
            const Result<void> lane =
                Statement(
                    connection,
                    QStringLiteral("INSERT INTO vote_lanes (vote_id, position, account, model, won) VALUES "
                                   "(:vote, :position, :account, :model, :won)"))
                    .bind(":vote", *vote)
                    .bind(":position", position)
                    .bind(":account", position == 0 ? QStringLiteral("google") : QStringLiteral("openai"))
                    .bind(":model", position == 0 ? QStringLiteral("small") : QStringLiteral("big"))
                    .bind(":won", position == 0)
                    .run();
            if (!lane)
                return lane;
        }
    }
    return {};
}

void fill(test::TemporaryLedger &ledger)
{
    const PastStory big{.task = QStringLiteral("extract")};
    PastStory small = big;
    small.attempts.first().target = kSmall;
    PastStory old = small;
    old.atMs = test::kNoonMs - 31LL * 86'400'000;
    PastStory chat{.task = QStringLiteral("chat")};
    test::tell(ledger.database(), {big, big, small, old, old, old, chat, chat, chat, chat});
    const Result<void> voted = test::await(ledger.database().write([](Connection &connection) {
        for (const QString &task :
             {QStringLiteral("extract"), QStringLiteral("chat"), QStringLiteral("judge"), QString()}) {
            if (const Result<void> done = insertVotes(connection, task, 12); !done)
                return done;
        }
        return Result<void>();
    }));
    if (!voted)
        qFatal("%s", qPrintable(voted.error().message));
}

} // namespace

void RuleEvidenceTest::evidenceIsReadFromTheLedger()
{
    test::TemporaryLedger ledger;
    QVERIFY2(ledger.isOpen(), qPrintable(ledger.problem()));
    fill(ledger);
    const Result<QList<TaskEvidence>> read = test::await(ledger.database().read([](Connection &connection) {
        return readTaskEvidence(connection, test::kNoonMs - 30LL * 86'400'000, false);
    }));
    QVERIFY(read);
    QCOMPARE(read->size(), 2);
    const TaskEvidence &extract = read->at(1);
    QCOMPARE(extract.task, QStringLiteral("extract"));
    QCOMPARE(extract.votes.size(), 12);
    QCOMPARE(extract.current, targetNamed(kBig));
    QCOMPARE(extract.monthlyCalls, 3);
    QCOMPARE(extract.figures.size(), 2);
}

void RuleEvidenceTest::proposalsComeFromTheLedgerAndTheRules()
{
    test::TemporaryLedger ledger;
    QVERIFY2(ledger.isOpen(), qPrintable(ledger.problem()));
    fill(ledger);
    const test::PricedBook book;
    const auto proposed = [&](const RuleSet *rules) {
        const Result<QList<RouteProposal>> proposals =
            test::await(proposeRoutes(ledger.database(), test::kNoonMs, false, rules, book, this));
        QStringList tasks;
        for (const RouteProposal &proposal : proposals.value())
            tasks.append(proposal.task);
        return tasks;
    };
    QCOMPARE(proposed(nullptr), (QStringList{QStringLiteral("chat"), QStringLiteral("extract")}));
    RuleSet rules{.name = QStringLiteral("mine"),
                  .rules = {{.name = QStringLiteral("extracts"),
                             .when = test::taskIs({QStringLiteral("extract")}),
                             .chain = test::chainOf({kSmall})}}};
    rules.otherwise.chain = test::chainOf({kBig});
    QCOMPARE(proposed(&rules), QStringList{QStringLiteral("chat")});
}

SWITCHYARD_TEST(RuleEvidenceTest)
#include "tst_ruleevidence.moc"
