#include "core/ledger/targetstatistics.h"

#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

/// How soon and how much targets answered lately, as rules want to know it.
class TargetStatisticsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_ledger = std::make_unique<LedgerFixture>(); }
    void cleanup() { m_ledger.reset(); }
    void anEmptyLedgerKnowsNothing();
    void firstTokensAreThoseOfTheTarget();
    void whatCameFirstCounts();
    void answersAreMeasuredByModelAndTask();
    void onlyWholeReportedAnswersAreMeasured();
    void whatIsTooOldIsLeftOut();

private:
    TargetStatistics statistics(qint64 sinceMs = 0) const
    {
        const auto read = await(m_ledger->database->read(
            [sinceMs](Connection &connection) { return targetStatistics(connection, sinceMs); }));
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }
    void ask(const QString &target, const QString &task, std::optional<double> firstMs, qint64 output,
             LaneStatus status = LaneStatus::Complete, UsageBasis basis = UsageBasis::Reported)
    {
        const RunIds ids = m_ledger->begin(QStringLiteral("p"), {target}, task);
        AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("x"));
        outcome.completion.status = status;
        outcome.completion.timing.firstText = firstMs;
        outcome.completion.usage.output = output;
        outcome.completion.usage.basis = basis;
        m_ledger->settle(ids.attempts.first(), outcome);
    }

    std::unique_ptr<LedgerFixture> m_ledger;
};

void TargetStatisticsTest::anEmptyLedgerKnowsNothing()
{
    QCOMPARE(statistics(), TargetStatistics());
}

void TargetStatisticsTest::firstTokensAreThoseOfTheTarget()
{
    for (int i = 1; i <= 20; ++i)
        ask(QStringLiteral("a/m"), {}, i * 10.0, 5);
    ask(QStringLiteral("b/m"), {}, 7.0, 5);
    ask(QStringLiteral("c/m"), {}, std::nullopt, 5, LaneStatus::Failed);
    const QList<TargetSpeed> speeds = statistics().speeds;
    QCOMPARE(speeds.size(), 2);
    QCOMPARE(speeds.at(0), (TargetSpeed{QStringLiteral("a"), QStringLiteral("m"), 20, 100.0, 190.0}));
    QCOMPARE(speeds.at(1), (TargetSpeed{QStringLiteral("b"), QStringLiteral("m"), 1, 7.0, 7.0}));
}

void TargetStatisticsTest::whatCameFirstCounts()
{
    const RunIds ids = m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/m")});
    AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("x"));
    outcome.completion.timing.firstReasoning = 3.0;
    outcome.completion.timing.firstText = 900.0;
    m_ledger->settle(ids.attempts.first(), outcome);
    QCOMPARE(statistics().speeds.first().p50, 3.0);
}

void TargetStatisticsTest::answersAreMeasuredByModelAndTask()
{
    for (const qint64 output : {10, 30, 20})
        ask(QStringLiteral("a/m"), QStringLiteral("sum"), 1.0, output);
    ask(QStringLiteral("b/m"), QStringLiteral("sum"), 1.0, 40);
    ask(QStringLiteral("a/m"), {}, 1.0, 500);
    const QList<AnswerLength> lengths = statistics().lengths;
    QCOMPARE(lengths.size(), 2);
    QCOMPARE(lengths.at(0), (AnswerLength{QStringLiteral("m"), QString(), 1, 500}));
    QCOMPARE(lengths.at(1), (AnswerLength{QStringLiteral("m"), QStringLiteral("sum"), 4, 20}));
}

void TargetStatisticsTest::onlyWholeReportedAnswersAreMeasured()
{
    ask(QStringLiteral("a/m"), {}, 1.0, 10, LaneStatus::Truncated);
    ask(QStringLiteral("a/m"), {}, 1.0, 10, LaneStatus::Interrupted);
    ask(QStringLiteral("a/m"), {}, 1.0, 10, LaneStatus::Complete, UsageBasis::Estimated);
    QVERIFY(statistics().lengths.isEmpty());
    QCOMPARE(statistics().speeds.first().samples, 3);
}

void TargetStatisticsTest::whatIsTooOldIsLeftOut()
{
    m_ledger->clock.setUtcMs(1'000'000);
    ask(QStringLiteral("a/m"), {}, 1.0, 10);
    m_ledger->clock.setUtcMs(2'000'000);
    ask(QStringLiteral("b/m"), {}, 1.0, 10);
    QCOMPARE(statistics(1'000'000).speeds.size(), 2);
    QCOMPARE(statistics(1'000'001).speeds.size(), 1);
    QCOMPARE(statistics(1'000'001).speeds.first().account, QStringLiteral("b"));
}

SWITCHYARD_TEST(TargetStatisticsTest)
#include "tst_targetstatistics.moc"
