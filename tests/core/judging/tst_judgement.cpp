#include "core/judging/judgement.h"

#include "core/simulator/simulator.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;
using test::await;

namespace {

JudgeQuestion colours(int answers = 3)
{
    JudgeQuestion question;
    question.prompt = QStringLiteral("Name a colour and say why.");
    question.answers = {
        {11, {QStringLiteral("a"), QStringLiteral("one")}, QStringLiteral("I'm ChatGPT: red.")},
        {12, {QStringLiteral("b"), QStringLiteral("two")}, QStringLiteral("Green, since I like it.")},
        {13, {QStringLiteral("c"), QStringLiteral("three")}, QStringLiteral("Blue.")}};
    question.answers = question.answers.mid(0, answers);
    return question;
}

JudgePass pass(const QList<int> &order, const QString &text)
{
    JudgePass pass;
    pass.order = order;
    pass.status = LaneStatus::Complete;
    pass.text = text;
    pass.words = readJudgeWords(text, static_cast<int>(order.size()));
    return pass;
}

QString verdict(const char *best)
{
    return QStringLiteral("{\"best\": \"%1\", \"reason\": \"so\"}").arg(QLatin1String(best));
}

/// The text of the user message of a request.
QString promptOf(const HttpRequest &request)
{
    return request.json()[QStringLiteral("messages")].toArray().last()[QStringLiteral("content")].toString();
}

} // namespace

class JudgementTest : public QObject
{
    Q_OBJECT

private slots:
    void bothOrdersMakeAVerdict_data();
    void bothOrdersMakeAVerdict();
    void theSimulatedJudgeChoosesTheLongest();
    void aPositionBiasedJudgeGivesNoVerdict();
    void nonsenseGivesNoVerdictAndNoVote();
    void aFailedJudgeSaysWhy();
    void whatTheJudgeSeesIsAnonymous();
    void itsCallsAreInTheLedger();
    void cancellingEndsWithoutAVerdict();
    void whatCannotBeJudgedIsRefused();
    void aVerdictBecomesAVote();

private:
    Judgement judged(const CompareServices &services, const JudgeRequest &request);
};

Judgement JudgementTest::judged(const CompareServices &services, const JudgeRequest &request)
{
    Result<std::unique_ptr<JudgeRun>> run = JudgeRun::create(services, request);
    if (!run)
        qFatal("%s", qPrintable(run.error().message));
    std::optional<Judgement> found;
    int times = 0;
    QObject::connect(run->get(), &JudgeRun::finished, this, [&](const Judgement &judgement) {
        found = judgement;
        ++times;
    });
    (*run)->start();
    if (!QTest::qWaitFor([&found] { return found.has_value(); }, 20'000) || times != 1)
        qFatal("the judge did not finish exactly once");
    return *found;
}

void JudgementTest::bothOrdersMakeAVerdict_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<int>("answers");
    QTest::addColumn<Judgement::Outcome>("outcome");
    QTest::addColumn<int>("best");
    using Outcome = Judgement::Outcome;
    // Shown as 2, 0, 1 and then as 1, 0, 2.
    QTest::newRow("the same answer in both") << verdict("A") << verdict("C") << 3 << Outcome::Best << 2;
    QTest::newRow("the same place in both") << verdict("A") << verdict("A") << 3 << Outcome::None << -1;
    QTest::newRow("the same place of two") << verdict("A") << verdict("A") << 2 << Outcome::Tie << -1;
    QTest::newRow("a tie in both") << verdict("tie") << verdict("tie") << 3 << Outcome::Tie << -1;
    QTest::newRow("all bad in both") << verdict("all_bad") << verdict("all_bad") << 3 << Outcome::AllBad
                                     << -1;
    QTest::newRow("a tie and a best") << verdict("tie") << verdict("C") << 3 << Outcome::None << -1;
    QTest::newRow("a tie and a best of two") << verdict("tie") << verdict("B") << 2 << Outcome::None << -1;
    QTest::newRow("nonsense once") << verdict("A") << QStringLiteral("The first.") << 3 << Outcome::None
                                   << -1;
    QTest::newRow("nonsense twice") << QStringLiteral("?") << QString() << 2 << Outcome::None << -1;
}

void JudgementTest::bothOrdersMakeAVerdict()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(int, answers);
    QFETCH(Judgement::Outcome, outcome);
    QFETCH(int, best);
    const QList<int> order = answers == 3 ? QList<int>{2, 0, 1} : QList<int>{1, 0};
    const QList<int> reversed = answers == 3 ? QList<int>{1, 0, 2} : QList<int>{0, 1};
    const Judgement judgement = combine({pass(order, first), pass(reversed, second)}, answers);
    QCOMPARE(judgement.outcome, outcome);
    QCOMPARE(judgement.best, best);
    if (outcome == Judgement::Outcome::None)
        QVERIFY(!judgement.remark.isEmpty());
    else
        QCOMPARE(judgement.reason.isEmpty(), !judgement.remark.isEmpty());
}

void JudgementTest::theSimulatedJudgeChoosesTheLongest()
{
    Simulator simulator;
    QVERIFY(simulator.start());
    test::Workbench bench;
    bench.addAccount(QStringLiteral("sim"), simulator.baseUrl(), false);
    for (quint32 seed = 1; seed <= 3; ++seed) {
        JudgeRequest request;
        request.question = colours();
        request.judge = {{QStringLiteral("sim"), QStringLiteral("judge")}};
        request.seed = seed;
        const Judgement judgement = judged(bench.services(), request);
        QCOMPARE(judgement.outcome, Judgement::Outcome::Best);
        QCOMPARE(judgement.best, 1);
        QVERIFY(judgement.reason.contains(QStringLiteral("longest")));
        QCOMPARE(judgement.passes.size(), 2);
        QList<int> order = judgement.passes.at(0).order;
        std::reverse(order.begin(), order.end());
        QCOMPARE(judgement.passes.at(1).order, order);
    }
    JudgeRequest request;
    request.question = colours(2);
    request.judge = {{QStringLiteral("sim"), QStringLiteral("swift")}};
    QCOMPARE(judged(bench.services(), request).outcome, Judgement::Outcome::None);
}

void JudgementTest::aPositionBiasedJudgeGivesNoVerdict()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("biased"), QList<test::Script>{test::completion({verdict("A")})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    JudgeRequest request;
    request.question = colours();
    request.judge = {{QStringLiteral("fake"), QStringLiteral("biased")}};
    QCOMPARE(judged(bench.services(), request).outcome, Judgement::Outcome::None);
    request.question = colours(2);
    const Judgement two = judged(bench.services(), request);
    QCOMPARE(two.outcome, Judgement::Outcome::Tie);
    QVERIFY(!two.remark.isEmpty());
}

void JudgementTest::nonsenseGivesNoVerdictAndNoVote()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     QList<test::Script>{test::completion({QStringLiteral("All are fine!")})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    JudgeRequest request;
    request.question = colours();
    request.judge = {{QStringLiteral("fake"), QStringLiteral("m")}};
    const Judgement judgement = judged(bench.services(), request);
    QCOMPARE(judgement.outcome, Judgement::Outcome::None);
    QVERIFY(!judgement.remark.isEmpty());
    QCOMPARE(judgement.passes.constFirst().text, QStringLiteral("All are fine!"));
    QVERIFY(!voteOf(judgement, request, QList<BallotLane>(3)));
}

void JudgementTest::aFailedJudgeSaysWhy()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     QList<test::Script>{
                         test::respondJson(400, {{QStringLiteral("error"), QStringLiteral("too clever")}})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    JudgeRequest request;
    request.question = colours();
    request.judge = {{QStringLiteral("fake"), QStringLiteral("m")}};
    const Judgement judgement = judged(bench.services(), request);
    QCOMPARE(judgement.outcome, Judgement::Outcome::None);
    QCOMPARE(judgement.remark, QStringLiteral("too clever"));
}

void JudgementTest::whatTheJudgeSeesIsAnonymous()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"), QList<test::Script>{test::completion({verdict("A")})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    JudgeRequest request;
    request.question = colours();
    request.judge = {{QStringLiteral("fake"), QStringLiteral("m")}};
    judged(bench.services(), request);
    const QList<HttpRequest> sent = provider.requests();
    QCOMPARE(sent.size(), 2);
    for (const HttpRequest &each : sent) {
        QVERIFY(!promptOf(each).contains(QStringLiteral("ChatGPT")));
        QVERIFY(promptOf(each).contains(QStringLiteral("Green, since I like it.")));
    }
    const auto places = [](const QString &prompt) {
        return std::pair(prompt.indexOf(QStringLiteral("Green,")), prompt.indexOf(QStringLiteral("Blue.")));
    };
    const auto one = places(promptOf(sent.at(0)));
    const auto other = places(promptOf(sent.at(1)));
    QVERIFY((one.first < one.second) != (other.first < other.second));
}

void JudgementTest::itsCallsAreInTheLedger()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"), QList<test::Script>{test::completion({verdict("tie")})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    JudgeRequest request;
    request.runId = 42;
    request.question = colours();
    request.judge = {{QStringLiteral("fake"), QStringLiteral("m")}};
    const Judgement judgement = judged(bench.services(), request);
    for (const JudgePass &each : judgement.passes) {
        const Result<RunRecord> record = await(bench.reader.run(each.runId));
        QVERIFY(record);
        QCOMPARE(record->task, kJudgeTask);
        QCOMPARE(record->tags.value(QStringLiteral("judged_run")), QStringLiteral("42"));
        QCOMPARE(record->lanes.constFirst().latest.completion.text, verdict("tie"));
    }
    QVERIFY(judgement.passes.at(0).runId != judgement.passes.at(1).runId);
    QVERIFY(judgement.unpriced);
}

void JudgementTest::cancellingEndsWithoutAVerdict()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     QList<test::Script>{test::openSse({test::sseEvent(QByteArray("{}")), test::hang()})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    JudgeRequest request;
    request.question = colours();
    request.judge = {{QStringLiteral("fake"), QStringLiteral("m")}};
    Result<std::unique_ptr<JudgeRun>> run = JudgeRun::create(bench.services(), request);
    QVERIFY(run);
    QSignalSpy finished(run->get(), &JudgeRun::finished);
    (*run)->start();
    QTRY_COMPARE(provider.requestCount(), 2);
    (*run)->cancel();
    QTRY_COMPARE(finished.count(), 1);
    const auto judgement = finished.constFirst().constFirst().value<Judgement>();
    QCOMPARE(judgement.outcome, Judgement::Outcome::None);
    QCOMPARE(judgement.remark, QStringLiteral("The judge was stopped before its verdict."));
}

void JudgementTest::whatCannotBeJudgedIsRefused()
{
    test::Workbench bench;
    JudgeRequest request;
    request.question = colours(1);
    request.judge = {{QStringLiteral("nobody"), QStringLiteral("m")}};
    const Result<std::unique_ptr<JudgeRun>> one = JudgeRun::create(bench.services(), request);
    QVERIFY(!one);
    QCOMPARE(one.error().kind, ErrorKind::InvalidRequest);
    request.question = colours(2);
    const Result<std::unique_ptr<JudgeRun>> nobody = JudgeRun::create(bench.services(), request);
    QVERIFY(!nobody);
    QVERIFY(nobody.error().message.contains(QStringLiteral("nobody")));
}

void JudgementTest::aVerdictBecomesAVote()
{
    JudgeRequest request;
    request.runId = 9;
    request.question = colours();
    request.judge = {{QStringLiteral("x"), QStringLiteral("judge")}};
    const Judgement judgement = combine({pass({2, 0, 1}, verdict("A")), pass({1, 0, 2}, verdict("C"))}, 3);
    const std::optional<Vote> vote = voteOf(judgement, request, QList<BallotLane>(3));
    QVERIFY(vote.has_value());
    QCOMPARE(vote->kind, VoteKind::Best);
    QCOMPARE(vote->winner(), 2);
    QCOMPARE(vote->judge, QStringLiteral("x/judge"));
    QCOMPARE(vote->note, QStringLiteral("so"));
    QCOMPARE(vote->runId, 9);
    QVERIFY(vote->blind);
    QCOMPARE(vote->lanes.at(2).shown, 0);
    QCOMPARE(vote->lanes.at(0).shown, 1);
}

SWITCHYARD_TEST(JudgementTest)
#include "tst_judgement.moc"
