#include "core/judging/rubricjudge.h"

#include "core/simulator/simulator.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QTest>

using namespace core;
using test::await;

class RubricJudgeTest : public QObject
{
    Q_OBJECT

private slots:
    void theSimulatedJudgeKeepsToTheRubric_data();
    void theSimulatedJudgeKeepsToTheRubric();
    void nonsenseGivesNoVerdict();
    void aFailedJudgeSaysWhy();
    void itsCallIsInTheLedger();
    void anEmptyRubricIsRefused();

private:
    RubricVerdict judged(const CompareServices &services, const RubricRequest &request);
};

RubricVerdict RubricJudgeTest::judged(const CompareServices &services, const RubricRequest &request)
{
    Result<std::unique_ptr<RubricJudge>> judge = RubricJudge::create(services, request);
    if (!judge)
        qFatal("%s", qPrintable(judge.error().message));
    QSignalSpy finished(judge->get(), &RubricJudge::finished);
    (*judge)->start();
    if (!QTest::qWaitFor([&finished] { return finished.count() == 1; }, 20'000))
        qFatal("the judge did not finish");
    return finished.constFirst().constFirst().value<RubricVerdict>();
}

void RubricJudgeTest::theSimulatedJudgeKeepsToTheRubric_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<RubricVerdict::Outcome>("outcome");
    QTest::newRow("it says both") << QStringLiteral("A token bucket, answering 429.")
                                  << RubricVerdict::Outcome::Pass;
    QTest::newRow("it says one") << QStringLiteral("A token bucket.") << RubricVerdict::Outcome::Fail;
    QTest::newRow("it says nothing") << QString() << RubricVerdict::Outcome::Fail;
}

void RubricJudgeTest::theSimulatedJudgeKeepsToTheRubric()
{
    QFETCH(QString, answer);
    QFETCH(RubricVerdict::Outcome, outcome);
    Simulator simulator;
    QVERIFY(simulator.start());
    test::Workbench bench;
    bench.addAccount(QStringLiteral("sim"), simulator.baseUrl(), false);
    RubricRequest request;
    request.rubric = QStringLiteral("It names the \"token bucket\" and \"429\".");
    request.prompt = QStringLiteral("How to limit?");
    request.answer = answer;
    request.judge = {{QStringLiteral("sim"), QStringLiteral("judge")}};
    const RubricVerdict verdict = judged(bench.services(), request);
    QCOMPARE(verdict.outcome, outcome);
    QVERIFY(!verdict.reason.isEmpty());
    QVERIFY(!verdict.error);
}

void RubricJudgeTest::nonsenseGivesNoVerdict()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     QList<test::Script>{test::completion({QStringLiteral("pass, I think")})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    RubricRequest request;
    request.rubric = QStringLiteral("r");
    request.answer = QStringLiteral("a");
    request.judge = {{QStringLiteral("fake"), QStringLiteral("m")}};
    const RubricVerdict verdict = judged(bench.services(), request);
    QCOMPARE(verdict.outcome, RubricVerdict::Outcome::None);
    QCOMPARE(verdict.reason, QStringLiteral("What the judge wrote cannot be read as a verdict."));
}

void RubricJudgeTest::aFailedJudgeSaysWhy()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     QList<test::Script>{
                         test::respondJson(400, {{QStringLiteral("error"), QStringLiteral("too clever")}})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    RubricRequest request;
    request.rubric = QStringLiteral("r");
    request.answer = QStringLiteral("a");
    request.judge = {{QStringLiteral("fake"), QStringLiteral("m")}};
    const RubricVerdict verdict = judged(bench.services(), request);
    QCOMPARE(verdict.outcome, RubricVerdict::Outcome::None);
    QCOMPARE(verdict.reason, QStringLiteral("too clever"));
    QVERIFY(verdict.error.has_value());
}

void RubricJudgeTest::itsCallIsInTheLedger()
{
    test::FakeProvider provider;
    provider.onModel(QStringLiteral("m"),
                     QList<test::Script>{test::completion({QStringLiteral("{\"verdict\": \"pass\"}")})});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    RubricRequest request;
    request.rubric = QStringLiteral("r");
    request.answer = QStringLiteral("a");
    request.judge = {{QStringLiteral("fake"), QStringLiteral("m")}};
    request.tags = {{QStringLiteral("matrix"), QStringLiteral("5")}};
    const RubricVerdict verdict = judged(bench.services(), request);
    QCOMPARE(verdict.outcome, RubricVerdict::Outcome::Pass);
    const Result<RunRecord> record = await(bench.reader.run(verdict.runId));
    QVERIFY(record);
    QCOMPARE(record->task, kJudgeTask);
    QCOMPARE(record->tags.value(QStringLiteral("matrix")), QStringLiteral("5"));
}

void RubricJudgeTest::anEmptyRubricIsRefused()
{
    test::Workbench bench;
    RubricRequest request;
    request.rubric = QStringLiteral(" \n");
    const Result<std::unique_ptr<RubricJudge>> judge = RubricJudge::create(bench.services(), request);
    QVERIFY(!judge);
    QCOMPARE(judge.error().kind, ErrorKind::InvalidRequest);
}

SWITCHYARD_TEST(RubricJudgeTest)
#include "tst_rubricjudge.moc"
