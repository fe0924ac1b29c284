#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QProcess>
#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

/// What a ledger is like after a process that wrote it was killed, seen by the next one.
class CrashTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theNextStartMarksWhatWasOpen();
    void keptTextIsFoundAfterwards();
    void aLivingProcessIsLeftAlone();
    void openingAgainChangesNothingMore();
    void aLateAnswerOfTheDeadIsRefused();

private:
    void startChild();
    void killChild();
    RunRecord read() const { return *await(m_ledger->reader->run(1)); }

    std::unique_ptr<LedgerFixture> m_ledger;
    std::unique_ptr<QProcess> m_child;
};

void CrashTest::init()
{
    m_ledger = std::make_unique<LedgerFixture>();
    startChild();
}

void CrashTest::cleanup()
{
    if (m_child->state() != QProcess::NotRunning)
        killChild();
    m_child.reset();
    m_ledger.reset();
}

void CrashTest::startChild()
{
    m_child = std::make_unique<QProcess>();
    m_child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_child->start(QStringLiteral(SWITCHYARD_LEDGER_CHILD), {m_ledger->filePath()});
    QTRY_VERIFY_WITH_TIMEOUT(m_child->canReadLine(), 30'000);
    QCOMPARE(m_child->readLine().trimmed(), QByteArray("ready"));
}

void CrashTest::killChild()
{
    m_child->kill();
    QTRY_COMPARE(m_child->state(), QProcess::NotRunning);
}

void CrashTest::theNextStartMarksWhatWasOpen()
{
    killChild();
    m_ledger->reopen();
    const RunRecord run = read();
    QCOMPARE(run.prompt, QStringLiteral("the prompt"));
    QCOMPARE(run.lanes.size(), 3);
    const AttemptRecord done = run.lanes.at(0).latest;
    QCOMPARE(done.completion.status, LaneStatus::Complete);
    QCOMPARE(done.completion.text, QStringLiteral("a whole answer"));
    QVERIFY(done.cost.amount == Money::fromPicos(42));
    const AttemptRecord streaming = run.lanes.at(1).latest;
    QCOMPARE(streaming.completion.status, LaneStatus::Interrupted);
    QCOMPARE(streaming.completion.text, QStringLiteral("half a sonnet"));
    QCOMPARE(streaming.completion.reasoning, QStringLiteral("some thought"));
    QVERIFY(!streaming.completion.error);
    QVERIFY(streaming.settledAtMs);
    QVERIFY(!streaming.cost.amount);
    QCOMPARE(run.lanes.at(2).latest.completion.status, LaneStatus::Interrupted);
    QCOMPARE(run.lanes.at(2).latest.completion.text, QString());
    QVERIFY(await(m_ledger->reader->spend(0)).value().known == Money::fromPicos(42));
}

void CrashTest::keptTextIsFoundAfterwards()
{
    killChild();
    m_ledger->reopen();
    QTRY_COMPARE(
        await(m_ledger->reader->searchRuns({.words = QStringLiteral("sonnet prompt answer")}))->size(), 1);
}

void CrashTest::aLivingProcessIsLeftAlone()
{
    m_ledger->reopen();
    QCOMPARE(read().lanes.at(1).latest.completion.status, LaneStatus::Running);
    QCOMPARE(read().lanes.at(2).latest.completion.status, LaneStatus::Queued);
    // Also when the one that looks has open attempts of its own.
    const RunIds own = m_ledger->begin(QStringLiteral("own"), {QStringLiteral("a/m")});
    auto other = Database::open(m_ledger->filePath());
    QVERIFY(other);
    QCOMPARE(await(m_ledger->reader->run(own.run))->lanes.first().latest.completion.status,
             LaneStatus::Queued);
    QCOMPARE(read().lanes.at(1).latest.completion.status, LaneStatus::Running);
}

void CrashTest::openingAgainChangesNothingMore()
{
    killChild();
    m_ledger->reopen();
    const std::optional<qint64> settledAt = read().lanes.at(1).latest.settledAtMs;
    m_ledger->reopen();
    QCOMPARE(read().lanes.at(1).latest.settledAtMs, settledAt);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM leases")), 1);
}

void CrashTest::aLateAnswerOfTheDeadIsRefused()
{
    const qint64 attempt = read().lanes.at(1).latest.id;
    killChild();
    m_ledger->reopen();
    const auto late = await(m_ledger->writer->settle(attempt, LedgerFixture::answer(QStringLiteral("late"))));
    QVERIFY(!late);
    QCOMPARE(late.error().code, QStringLiteral("settled"));
}

SWITCHYARD_TEST(CrashTest)
#include "tst_crash.moc"
