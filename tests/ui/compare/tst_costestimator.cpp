#include "core/accounts/accountstore.h"
#include "core/catalog/modeldirectory.h"
#include "core/ledger/ledgerwriter.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/costestimator.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace ui;

class TestCostEstimator : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aGuessBeforeTenAnswers();
    void ownAnswersOfModelAndTask();
    void theLimitOfTheTargetBoundsIt();
    void unknownPricesAreCounted();
    void typingIsWaitedFor();
    void theSystemPromptCounts();

private:
    /// Writes settled calls with these output tokens into the ledger.
    void remember(const QString &task, const QList<qint64> &outputs);
    RunEstimate estimate(const QList<Target> &targets, const QString &task = {});
    Money perToken(bool output) const;

    std::unique_ptr<CompareFixture> m_fixture;
    std::unique_ptr<CostEstimator> m_estimator;
};

void TestCostEstimator::init()
{
    m_fixture = std::make_unique<CompareFixture>();
    m_estimator = std::make_unique<CostEstimator>(m_fixture->context());
}

void TestCostEstimator::cleanup()
{
    m_estimator.reset();
    m_fixture.reset();
}

void TestCostEstimator::remember(const QString &task, const QList<qint64> &outputs)
{
    LedgerWriter &ledger = m_fixture->services().ledgerWriter();
    for (const qint64 output : outputs) {
        RunDraft draft;
        draft.prompt = kPrompt;
        draft.task = task;
        draft.lanes = {{kDemoAccountId, kDemoAccountName, QStringLiteral("swift"), {}, true}};
        QFuture<Result<RunIds>> ids = ledger.beginRun(draft);
        QTRY_VERIFY(ids.isFinished());
        QVERIFY(ids.result().hasValue());
        AttemptOutcome outcome;
        outcome.completion.status = LaneStatus::Complete;
        outcome.completion.text = QStringLiteral("x");
        outcome.completion.usage = {.input = 10, .output = output, .basis = UsageBasis::Reported};
        QFuture<Result<void>> settled = ledger.settle(ids.result().value().attempts.constFirst(), outcome);
        QTRY_VERIFY(settled.isFinished());
        QVERIFY(settled.result().hasValue());
    }
}

RunEstimate TestCostEstimator::estimate(const QList<Target> &targets, const QString &task)
{
    QSignalSpy changed(m_estimator.get(), &CostEstimator::changed);
    m_estimator->forgetSamples();
    m_estimator->setRequest(targets, kPrompt, {}, task);
    // The first one is there at once, another follows when the ledger has samples.
    if (!changed.wait())
        qWarning("There was no estimate.");
    [[maybe_unused]] const bool more = changed.wait(300);
    return m_estimator->estimate();
}

Money TestCostEstimator::perToken(bool output) const
{
    const Account demo = m_fixture->services().accounts().find(kDemoAccountId).value();
    const ModelInfo info = m_fixture->services().directory().describe(demo, QStringLiteral("swift"));
    return output ? *info.prices->base.output : *info.prices->base.input;
}

void TestCostEstimator::aGuessBeforeTenAnswers()
{
    remember({}, {100, 100, 100});
    const RunEstimate guess = estimate({CompareFixture::demo("swift"), CompareFixture::demo("swift")});
    QCOMPARE(guess.lanes, 2);
    QCOMPARE(guess.guessedLanes, 2);
    const Money input = perToken(false) * m_estimator->inputTokens();
    QCOMPARE(guess.low, (input + perToken(true) * kGuessedOutput.low) * 2);
    QCOMPARE(guess.high, (input + perToken(true) * kGuessedOutput.high) * 2);
}

void TestCostEstimator::ownAnswersOfModelAndTask()
{
    remember(QStringLiteral("summarize"), {10, 20, 30, 40, 50, 60, 70, 80, 90, 100});
    const RunEstimate own = estimate({CompareFixture::demo("swift")}, QStringLiteral("summarize"));
    QCOMPARE(own.guessedLanes, 0);
    const Money input = perToken(false) * m_estimator->inputTokens();
    QCOMPARE(own.low, input + perToken(true) * 10);
    QCOMPARE(own.high, input + perToken(true) * 90);
    QCOMPARE(estimate({CompareFixture::demo("swift")}, QStringLiteral("extract")).guessedLanes, 1);
    QCOMPARE(estimate({CompareFixture::demo("scholar")}, QStringLiteral("summarize")).guessedLanes, 1);
}

void TestCostEstimator::theLimitOfTheTargetBoundsIt()
{
    Target brief = CompareFixture::demo("swift");
    brief.parameters.maxTokens = 50;
    const RunEstimate bounded = estimate({brief});
    QCOMPARE(bounded.low, bounded.high);
    QCOMPARE(bounded.high, perToken(false) * m_estimator->inputTokens() + perToken(true) * 50);
}

void TestCostEstimator::unknownPricesAreCounted()
{
    const RunEstimate mixed = estimate({CompareFixture::demo("swift"),
                                        CompareFixture::demo("nobody-knows-it"),
                                        {{QStringLiteral("gone"), QStringLiteral("gpt-4o")}}});
    QCOMPARE(mixed.lanes, 3);
    QCOMPARE(mixed.unpricedLanes, 2);
}

void TestCostEstimator::typingIsWaitedFor()
{
    QSignalSpy changed(m_estimator.get(), &CostEstimator::changed);
    const QString text = QStringLiteral("a few letters");
    for (int i = 1; i <= text.size(); ++i)
        m_estimator->setRequest({CompareFixture::demo("swift")}, text.left(i), {}, {});
    QCOMPARE(changed.count(), 0);
    QVERIFY(changed.wait());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_estimator->inputTokens(), estimateInputTokens({{Role::User, text}}));
}

void TestCostEstimator::theSystemPromptCounts()
{
    m_estimator->setRequest({CompareFixture::demo("swift")}, kPrompt, {}, {});
    const qint64 alone = m_estimator->inputTokens();
    m_estimator->setRequest({CompareFixture::demo("swift")}, kPrompt, QStringLiteral("Be brief, always."),
                            {});
    QVERIFY(m_estimator->inputTokens() > alone);
}

SWITCHYARD_TEST(TestCostEstimator)

#include "tst_costestimator.moc"
