#include "core/routing/targethealth.h"

#include "tests/support/fakeclock.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

const TargetName kOne{QStringLiteral("bay"), QStringLiteral("vendor/one")};
const TargetName kTwo{QStringLiteral("bay"), QStringLiteral("two")};
const TargetName kOther{QStringLiteral("bay2"), QStringLiteral("vendor/one")};

AttemptReport healthy()
{
    AttemptReport report;
    report.status = LaneStatus::Complete;
    report.gotToken = true;
    return report;
}

AttemptReport failing(ErrorKind kind, LaneStatus status = LaneStatus::Failed)
{
    AttemptReport report;
    report.status = status;
    report.error = Error{kind, QStringLiteral("x")};
    return report;
}

NextStep marking(HealthMark mark, std::chrono::milliseconds cooling = 0ms)
{
    NextStep step;
    step.mark = mark;
    step.cooling = cooling;
    return step;
}

} // namespace

class TargetHealthTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void coolsForAsLongAsTold_data();
    void coolsForAsLongAsTold();
    void coolsTheLongerTheMoreFailures();
    void neverShortensACooling();
    void aSuccessEndsIt();
    void coolsAllTargetsOfADeadAccount();
    void coolsAMissingModel();
    void forgivesAnAccount();
    void tellsTheErrorRate();
    void countsWhatIsTheTargetsFault_data();
    void countsWhatIsTheTargetsFault();
    void tellsTheFirstTokenTimes();
    void forgetsWhatIsOld();
    void keepsOnlyTheLatest();
    void tellsOfChanges();
    void isBackWithinHalfAMinute();

private:
    void noteAll(const TargetName &target, const AttemptReport &report, int times)
    {
        for (int time = 0; time < times; ++time)
            m_health->note(target, report, std::nullopt);
    }
    qint64 secondsOf(const TargetName &target) const
    {
        const qint64 until = m_health->coolingUntil(target);
        return until == 0 ? 0 : (until - m_clock->utcMs()) / 1000;
    }

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<TargetHealth> m_health;
};

void TargetHealthTest::init()
{
    m_health.reset();
    m_clock = std::make_unique<test::FakeClock>();
    m_health = std::make_unique<TargetHealth>(*m_clock);
}

void TargetHealthTest::coolsForAsLongAsTold_data()
{
    QTest::addColumn<qint64>("toldSeconds");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("a moment") << qint64(2) << qint64(2);
    QTest::newRow("minutes") << qint64(300) << qint64(300);
    QTest::newRow("an hour") << qint64(3600) << qint64(3600);
    QTest::newRow("a week is probed after an hour") << qint64(604'800) << qint64(3600);
}

void TargetHealthTest::coolsForAsLongAsTold()
{
    QFETCH(qint64, toldSeconds);
    QFETCH(qint64, seconds);
    noteAll(kOne, failing(ErrorKind::RateLimited), 9);
    m_health->apply(kOne, marking(HealthMark::CoolTarget, std::chrono::seconds(toldSeconds)));
    QCOMPARE(secondsOf(kOne), seconds);
    QCOMPARE(secondsOf(kTwo), 0);
    QCOMPARE(secondsOf(kOther), 0);
    m_clock->advance(std::chrono::seconds(seconds) - 1ms);
    QVERIFY(m_health->coolingUntil(kOne) > 0);
    m_clock->advance(1ms);
    QCOMPARE(m_health->coolingUntil(kOne), 0);
}

void TargetHealthTest::coolsTheLongerTheMoreFailures()
{
    m_health->apply(kTwo, marking(HealthMark::CoolTarget));
    QCOMPARE(secondsOf(kTwo), 5);
    for (const qint64 seconds : {5, 10, 20, 20, 20}) {
        m_health->note(kOne, failing(ErrorKind::Server), std::nullopt);
        m_health->apply(kOne, marking(HealthMark::CoolTarget));
        QCOMPARE(secondsOf(kOne), seconds);
        m_clock->advance(20s);
    }
    m_health->note(kOne, healthy(), 100.0);
    m_health->note(kOne, failing(ErrorKind::Server), std::nullopt);
    m_health->apply(kOne, marking(HealthMark::CoolTarget));
    QCOMPARE(secondsOf(kOne), 5);
}

void TargetHealthTest::neverShortensACooling()
{
    m_health->apply(kOne, marking(HealthMark::CoolTarget, 60s));
    m_health->apply(kOne, marking(HealthMark::CoolTarget, 2s));
    m_health->apply(kOne, marking(HealthMark::None));
    QCOMPARE(secondsOf(kOne), 60);
}

void TargetHealthTest::aSuccessEndsIt()
{
    m_health->apply(kOne, marking(HealthMark::CoolTarget, 60s));
    m_health->note(kTwo, healthy(), 100.0);
    m_health->note(kOne, failing(ErrorKind::InvalidRequest), std::nullopt);
    QCOMPARE(secondsOf(kOne), 60);
    m_health->note(kOne, healthy(), 100.0);
    QCOMPARE(secondsOf(kOne), 0);
    m_health->apply(kOne, marking(HealthMark::CoolTarget, 60s));
    AttemptReport truncated = healthy();
    truncated.status = LaneStatus::Truncated;
    m_health->note(kOne, truncated, 100.0);
    QCOMPARE(secondsOf(kOne), 0);
}

void TargetHealthTest::coolsAllTargetsOfADeadAccount()
{
    m_health->apply(kOne, marking(HealthMark::DeadAccount));
    QCOMPARE(secondsOf(kOne), 600);
    QCOMPARE(secondsOf(kTwo), 600);
    QCOMPARE(secondsOf(kOther), 0);
    m_health->note(kTwo, healthy(), 100.0);
    QCOMPARE(secondsOf(kOne), 0);
    m_health->apply(kOne, marking(HealthMark::DeadAccount));
    m_clock->advance(10min);
    QCOMPARE(secondsOf(kTwo), 0);
}

void TargetHealthTest::coolsAMissingModel()
{
    m_health->apply(kOne, marking(HealthMark::MissingModel));
    QCOMPARE(secondsOf(kOne), 600);
    QCOMPARE(secondsOf(kTwo), 0);
}

void TargetHealthTest::forgivesAnAccount()
{
    noteAll(kOne, failing(ErrorKind::Server), 3);
    m_health->apply(kOne, marking(HealthMark::CoolTarget, 60s));
    m_health->apply(kTwo, marking(HealthMark::DeadAccount));
    m_health->apply(kOther, marking(HealthMark::CoolTarget, 60s));
    m_health->forgive(QStringLiteral("bay"));
    QCOMPARE(secondsOf(kOne), 0);
    QCOMPARE(secondsOf(kTwo), 0);
    QCOMPARE(secondsOf(kOther), 60);
    m_health->apply(kOne, marking(HealthMark::CoolTarget));
    QCOMPARE(secondsOf(kOne), 5);
    m_health->forgive(QStringLiteral("nobody"));
}

void TargetHealthTest::tellsTheErrorRate()
{
    QVERIFY(!m_health->errorRate(kOne));
    noteAll(kOne, healthy(), 3);
    m_health->note(kOne, failing(ErrorKind::Server), std::nullopt);
    QVERIFY(!m_health->errorRate(kOne));
    noteAll(kOne, healthy(), 4);
    QCOMPARE(m_health->errorRate(kOne), std::optional(0.125));
    QVERIFY(!m_health->errorRate(kTwo));
}

void TargetHealthTest::countsWhatIsTheTargetsFault_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    // -1: tells nothing, 0: no failure, 1: a failure.
    QTest::addColumn<int>("counts");
    const auto row = [](const char *name, ErrorKind kind, int counts,
                        LaneStatus status = LaneStatus::Failed) {
        QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(status) << counts;
    };
    row("no connection", ErrorKind::Network, 1);
    row("silence", ErrorKind::Timeout, 1);
    row("a stall", ErrorKind::Timeout, 1, LaneStatus::Interrupted);
    row("a rejected key", ErrorKind::Auth, 1);
    row("a rate limit", ErrorKind::RateLimited, 1);
    row("no credit", ErrorKind::Quota, 1);
    row("no such model", ErrorKind::NotFound, 1);
    row("a server's error", ErrorKind::Server, 1);
    row("nonsense", ErrorKind::Protocol, 1, LaneStatus::Interrupted);
    row("an invalid request", ErrorKind::InvalidRequest, 0);
    row("a prompt that is too long", ErrorKind::ContextLength, 0);
    row("a filtered prompt", ErrorKind::ContentFilter, 0);
    row("a refusal", ErrorKind::ContentFilter, 0, LaneStatus::Refused);
    row("our own ledger", ErrorKind::Storage, -1);
    row("our own limit", ErrorKind::Budget, -1);
    row("stopped by the user", ErrorKind::Network, -1, LaneStatus::Cancelled);
    row("not settled", ErrorKind::Network, -1, LaneStatus::Running);
}

void TargetHealthTest::countsWhatIsTheTargetsFault()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(int, counts);
    const AttemptReport report = failing(ErrorKind(kind), LaneStatus(status));
    noteAll(kOne, report, 5);
    QCOMPARE(m_health->errorRate(kOne), counts < 0 ? std::nullopt : std::optional(double(counts)));
    AttemptReport lost = report;
    lost.lostWarmConnection = true;
    noteAll(kTwo, lost, 5);
    QVERIFY(!m_health->errorRate(kTwo));
}

void TargetHealthTest::tellsTheFirstTokenTimes()
{
    for (int number = 1; number <= 4; ++number)
        m_health->note(kOne, healthy(), 100.0 * number);
    noteAll(kOne, failing(ErrorKind::Server), 10);
    QVERIFY(!m_health->firstTokenP95(kOne));
    for (int number = 5; number <= 40; ++number)
        m_health->note(kOne, healthy(), 100.0 * number);
    // The 38th of 40.
    QCOMPARE(m_health->firstTokenP95(kOne), std::optional(3800.0));
}

void TargetHealthTest::forgetsWhatIsOld()
{
    noteAll(kOne, failing(ErrorKind::Server), 5);
    m_clock->advance(5min);
    for (int number = 0; number < 5; ++number)
        m_health->note(kOne, healthy(), 100.0);
    QCOMPARE(m_health->errorRate(kOne), std::optional(0.5));
    m_clock->advance(5min);
    QCOMPARE(m_health->errorRate(kOne), std::optional(0.5));
    m_clock->advance(1ms);
    QCOMPARE(m_health->errorRate(kOne), std::optional(0.0));
    QCOMPARE(m_health->firstTokenP95(kOne), std::optional(100.0));
    m_clock->advance(10min);
    QVERIFY(!m_health->errorRate(kOne));
    QVERIFY(!m_health->firstTokenP95(kOne));
}

void TargetHealthTest::keepsOnlyTheLatest()
{
    noteAll(kOne, failing(ErrorKind::Server), 500);
    noteAll(kOne, healthy(), 750);
    // 250 failures and 750 answers are left.
    QCOMPARE(m_health->errorRate(kOne), std::optional(0.25));
}

void TargetHealthTest::tellsOfChanges()
{
    QSignalSpy spy(m_health.get(), &TargetHealth::changed);
    const auto names = [&spy] {
        QStringList list;
        for (const QList<QVariant> &arguments : std::as_const(spy))
            list.append(arguments.first().value<TargetName>().toString());
        spy.clear();
        list.sort();
        return list;
    };
    m_health->note(kOne, healthy(), 100.0);
    m_health->note(kTwo, failing(ErrorKind::Server), std::nullopt);
    QCOMPARE(names(), QStringList());
    m_health->apply(kOne, marking(HealthMark::CoolTarget, 60s));
    QCOMPARE(names(), QStringList{kOne.toString()});
    m_health->note(kOne, healthy(), 100.0);
    QCOMPARE(names(), QStringList{kOne.toString()});
    m_health->apply(kOther, marking(HealthMark::CoolTarget, 60s));
    names();
    m_health->apply(kOne, marking(HealthMark::DeadAccount));
    QCOMPARE(names(), (QStringList{kTwo.toString(), kOne.toString()}));
    m_health->note(kTwo, healthy(), 100.0);
    QCOMPARE(names(), (QStringList{kTwo.toString(), kOne.toString()}));
    m_health->apply(kTwo, marking(HealthMark::MissingModel));
    names();
    m_health->forgive(QStringLiteral("bay"));
    QCOMPARE(names(), QStringList{kTwo.toString()});
}

/// An outage of a minute with a call every four seconds: few probes, and the target is used again soon.
void TargetHealthTest::isBackWithinHalfAMinute()
{
    const qint64 start = m_clock->utcMs();
    int probes = 0;
    qint64 backAfterMs = -1;
    for (int call = 0; call < 30 && backAfterMs < 0; ++call) {
        const qint64 sinceStart = m_clock->utcMs() - start;
        if (m_health->coolingUntil(kOne) == 0) {
            if (sinceStart >= 60'000) {
                backAfterMs = sinceStart - 60'000;
            } else {
                ++probes;
                noteAll(kOne, failing(ErrorKind::Server), 2);
                m_health->apply(kOne, marking(HealthMark::CoolTarget));
            }
        }
        m_clock->advance(4s);
    }
    QVERIFY2(probes <= 4, qPrintable(QString::number(probes)));
    QVERIFY2(backAfterMs >= 0 && backAfterMs <= 30'000, qPrintable(QString::number(backAfterMs)));
}

SWITCHYARD_TEST(TargetHealthTest)
#include "tst_targethealth.moc"
