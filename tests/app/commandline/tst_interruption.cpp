#include "tests/app/documents.h"
#include "tests/app/program.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace test;

/// Runs that are stopped, killed, or watched from another process.
class TestInterruption : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aSignalCancelsWhatIsUnderWay_data();
    void aSignalCancelsWhatIsUnderWay();
    void afterAKillTheRunIsInterruptedWithItsText();
    void aRunOfAnotherProcessIsShownAsRunning();
    void twoProcessesBeginAndFillOneLedger();
    void oneSignalEndsItWhileItWaitsForItsPrompt();

private:
    std::unique_ptr<QProcess> startHangingRun();
    QJsonObject shown(int lane) const;

    std::unique_ptr<Program> m_program;
    std::unique_ptr<FakeProvider> m_provider;
};

namespace {

QString textOf(const QJsonObject &lane, const char *member)
{
    return lane.value(QLatin1StringView(member)).toString();
}

void signalTo(const QProcess &process, int number)
{
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), number), 0);
}

} // namespace

void TestInterruption::init()
{
    m_program = std::make_unique<Program>();
    m_provider = std::make_unique<FakeProvider>();
    m_provider->onModel(QStringLiteral("quick"), {completion(words("done"))});
    m_provider->onModel(
        QStringLiteral("slow"),
        {openSse(Script{sseEvent(R"({"choices":[{"index":0,"delta":{"content":"so far"}}]})"), hang()})});
    m_program->addAccount(QStringLiteral("here"), m_provider->baseUrl());
}

void TestInterruption::cleanup()
{
    m_provider.reset();
    m_program.reset();
}

/// Returns when the first lane is settled and the second one's text is in the ledger.
std::unique_ptr<QProcess> TestInterruption::startHangingRun()
{
    std::unique_ptr<QProcess> process =
        m_program->start(words("compare -m here/quick -m here/slow --json What?"));
    const auto ready = [this] {
        return m_program->value(QStringLiteral("SELECT count(*) FROM v_attempts WHERE status = 'complete'"))
                   .toInt()
            == 1
            && m_program->value(QStringLiteral("SELECT count(*) FROM answers WHERE text = 'so far'")).toInt()
            == 1;
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(ready(), 60'000); }();
    return process;
}

QJsonObject TestInterruption::shown(int lane) const
{
    const Outcome outcome = m_program->run(words("history show 1 --json"));
    if (outcome.exitCode != 0 || !problems(outcome.object(), runShape()).isEmpty())
        qFatal("%s", outcome.text().constData());
    return outcome.lane(lane);
}

void TestInterruption::aSignalCancelsWhatIsUnderWay_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("an interrupt") << SIGINT;
    QTest::newRow("a request to terminate") << SIGTERM;
}

void TestInterruption::aSignalCancelsWhatIsUnderWay()
{
    QFETCH(int, number);
    const std::unique_ptr<QProcess> process = startHangingRun();
    signalTo(*process, number);
    const Outcome outcome = Program::finish(*process);
    QVERIFY2(outcome.exitCode == 1, outcome.text().constData());
    QCOMPARE(problems(outcome.object(), runShape()), QStringList());
    QCOMPARE(textOf(outcome.lane(0), "status"), QStringLiteral("complete"));
    QCOMPARE(textOf(outcome.lane(1), "status"), QStringLiteral("cancelled"));
    QCOMPARE(textOf(outcome.lane(1), "text"), QStringLiteral("so far"));
    QVERIFY(outcome.lane(1).value(QLatin1StringView("error")).isNull());
    QCOMPARE(m_program->value(QStringLiteral("SELECT status FROM v_calls WHERE model = 'slow'")).toString(),
             QStringLiteral("cancelled"));
}

void TestInterruption::afterAKillTheRunIsInterruptedWithItsText()
{
    const std::unique_ptr<QProcess> process = startHangingRun();
    signalTo(*process, SIGKILL);
    QCOMPARE(Program::finish(*process).exitCode, -1);
    QCOMPARE(textOf(shown(0), "status"), QStringLiteral("complete"));
    const QJsonObject lane = shown(1);
    QCOMPARE(textOf(lane, "status"), QStringLiteral("interrupted"));
    QCOMPARE(textOf(lane, "text"), QStringLiteral("so far"));
    QCOMPARE(
        m_program->value(QStringLiteral("SELECT count(*) FROM v_attempts WHERE settled_at IS NULL")).toInt(),
        0);
}

void TestInterruption::aRunOfAnotherProcessIsShownAsRunning()
{
    const std::unique_ptr<QProcess> process = startHangingRun();
    QCOMPARE(textOf(shown(0), "status"), QStringLiteral("complete"));
    const QJsonObject lane = shown(1);
    QCOMPARE(textOf(lane, "status"), QStringLiteral("running"));
    QCOMPARE(textOf(lane, "text"), QStringLiteral("so far"));
    // Looking on has not ended it.
    QCOMPARE(process->state(), QProcess::Running);
    signalTo(*process, SIGINT);
    QCOMPARE(textOf(Program::finish(*process).lane(1), "status"), QStringLiteral("cancelled"));
}

void TestInterruption::twoProcessesBeginAndFillOneLedger()
{
    Program fresh;
    fresh.setSimulatorPace(1);
    QList<qint64> runs;
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int index = 0; index < 3; ++index)
        processes.push_back(fresh.start(words("compare --demo -m demo/swift -m demo/thrifty --json What?")));
    for (const std::unique_ptr<QProcess> &process : processes) {
        const Outcome outcome = Program::finish(*process);
        QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
        runs.append(outcome.object().value(QLatin1StringView("run_id")).toInteger());
    }
    std::sort(runs.begin(), runs.end());
    QCOMPARE(runs, (QList<qint64>{1, 2, 3}));
    QCOMPARE(fresh.value(QStringLiteral("SELECT count(*) FROM v_attempts WHERE status = 'complete'")).toInt(),
             6);
}

void TestInterruption::oneSignalEndsItWhileItWaitsForItsPrompt()
{
    const Program fresh;
    const std::unique_ptr<QProcess> process = fresh.prepared(words("compare --demo -m demo/swift --json -"));
    process->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fresh.ledgerFile()), 60'000);
    signalTo(*process, SIGINT);
    const Outcome outcome = Program::finish(*process);
    QCOMPARE(process->exitStatus(), QProcess::CrashExit);
    QCOMPARE(outcome.out, QByteArray());
}

SWITCHYARD_TEST(TestInterruption)
#include "tst_interruption.moc"
