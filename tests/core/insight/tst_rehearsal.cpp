#include "core/insight/rehearsal.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

/// Two targets of two accounts, the second with the larger window; a first token within 30 s.
Decision twoTargets(Commit commit = Commit::FirstToken)
{
    Decision plan;
    for (const auto &[account, window] : {std::pair("one", 1000), std::pair("two", 2000)}) {
        PlannedTarget target;
        target.name = {QString::fromLatin1(account), QStringLiteral("model")};
        target.contextWindow = window;
        plan.targets.append(target);
    }
    plan.limits.firstToken = 30s;
    plan.limits.idle = 20s;
    plan.limits.commit = commit;
    return plan;
}

QString endName(Rehearsal::End end)
{
    switch (end) {
    case Rehearsal::End::Answered:
        return QStringLiteral("answered");
    case Rehearsal::End::BrokenOff:
        return QStringLiteral("broken off");
    case Rehearsal::End::Nothing:
        break;
    }
    return QStringLiteral("nothing");
}

/// The targets asked, in order.
QString asked(const Rehearsal &rehearsal)
{
    QString places;
    for (const RehearsedAttempt &attempt : rehearsal.attempts)
        places += QString::number(attempt.target);
    return places;
}

} // namespace

class RehearsalTest : public QObject
{
    Q_OBJECT

private slots:
    void goesAsACallWould_data();
    void goesAsACallWould();
    void endsWithinItsBudget();
    void aSilentTargetLeavesHalfOfTheTime();
    void namesWhoAnswersAndWhyNobodyDoes();
    void offersEveryFaultInWords();
};

void RehearsalTest::goesAsACallWould_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("commit");
    QTest::addColumn<QString>("targets");
    QTest::addColumn<QString>("end");
    QTest::addColumn<double>("totalMs");
    const auto row = [](const char *name, RehearsedFault fault, Commit commit, const char *targets,
                        const char *end, double totalMs) {
        QTest::newRow(name) << int(fault) << int(commit) << QString::fromLatin1(targets)
                            << QString::fromLatin1(end) << totalMs;
    };
    // An answer takes 600 ms to its first token and 60 x 40 ms: 3,000 ms. An error comes after 300 ms.
    const Commit first = Commit::FirstToken;
    const Commit whole = Commit::Complete;
    row("nothing goes wrong", RehearsedFault::None, first, "0", "answered", 3'000);
    row("two seconds are waited for", RehearsedFault::LimitedOnce, first, "00", "answered",
        300 + 2'000 + 3'000);
    row("a minute is not", RehearsedFault::Limited, first, "01", "answered", 300 + 3'000);
    row("a passing fault is tried once more", RehearsedFault::ServerErrorOnce, first, "00", "answered",
        300 + 500 + 3'000);
    row("a lasting one goes on", RehearsedFault::ServerError, first, "001", "answered",
        300 + 500 + 300 + 3'000);
    row("silence is not asked again", RehearsedFault::Silent, first, "01", "answered", 30'000 + 3'000);
    row("slow is waited for within its limit", RehearsedFault::Slow, first, "0", "answered", 20'000 + 2'400);
    row("cut in view", RehearsedFault::Cut, first, "0", "broken off", 600 + 40 * 40);
    row("cut while held back", RehearsedFault::Cut, whole, "01", "answered", 600 + 40 * 40 + 3'000);
    row("a stall while held back", RehearsedFault::Stall, whole, "01", "answered",
        600 + 20 * 40 + 20'000 + 3'000);
    row("too long for the first", RehearsedFault::TooLong, first, "01", "answered", 300 + 3'000);
    row("rejected content", RehearsedFault::Filtered, first, "0", "nothing", 300);
    row("a bad key", RehearsedFault::BadKey, first, "01", "answered", 300 + 3'000);
    row("an unknown model", RehearsedFault::NoModel, first, "01", "answered", 300 + 3'000);
    row("no credit", RehearsedFault::NoCredit, first, "01", "answered", 300 + 3'000);
}

void RehearsalTest::goesAsACallWould()
{
    QFETCH(int, fault);
    QFETCH(int, commit);
    const Rehearsal rehearsal = rehearse(twoTargets(Commit(commit)), {{0, RehearsedFault(fault)}});
    QTEST(asked(rehearsal), "targets");
    QTEST(endName(rehearsal.end), "end");
    QTEST(rehearsal.totalMs, "totalMs");
}

void RehearsalTest::endsWithinItsBudget()
{
    Decision plan = twoTargets();
    plan.limits.budget = 10s;
    for (const RehearsedFault fault : rehearsedFaults()) {
        for (const RehearsedFault second : rehearsedFaults()) {
            const Rehearsal rehearsal = rehearse(plan, {{0, fault}, {1, second}});
            QVERIFY(rehearsal.totalMs <= 10'000.0);
            QVERIFY(rehearsal.attempts.size() <= plan.limits.attempts);
            double at = 0.0;
            for (const RehearsedAttempt &attempt : rehearsal.attempts) {
                QVERIFY(attempt.startMs >= at);
                QVERIFY(attempt.endMs >= attempt.startMs);
                at = attempt.endMs;
            }
        }
    }
    const Rehearsal silent = rehearse(plan, {{0, RehearsedFault::Silent}});
    QCOMPARE(asked(silent), QStringLiteral("0"));
    QCOMPARE(silent.totalMs, 10'000.0);
}

void RehearsalTest::aSilentTargetLeavesHalfOfTheTime()
{
    Decision plan = twoTargets();
    plan.limits.firstToken = 0s;
    plan.limits.budget = 20s;
    const Rehearsal silent = rehearse(plan, {{0, RehearsedFault::Silent}});
    QCOMPARE(asked(silent), QStringLiteral("01"));
    QCOMPARE(silent.attempts.constFirst().endMs, 10'000.0);
    QVERIFY(silent.attempts.constFirst().next.why.contains(QStringLiteral("half of the time")));
    QCOMPARE(endName(silent.end), QStringLiteral("answered"));
    // The last one has all that is left.
    const Rehearsal both = rehearse(plan, {{0, RehearsedFault::Silent}, {1, RehearsedFault::Silent}});
    QCOMPARE(both.attempts.constLast().endMs, 20'000.0);
    QVERIFY(!both.attempts.constLast().report.sharedTime);
    // Half of a long time is more than an account waits.
    plan.limits.budget = 600s;
    const Rehearsal patient = rehearse(plan, {{0, RehearsedFault::Silent}});
    QCOMPARE(patient.attempts.constFirst().endMs, 120'000.0);
    QVERIFY(!patient.attempts.constFirst().report.sharedTime);
}

void RehearsalTest::namesWhoAnswersAndWhyNobodyDoes()
{
    const QString good = rehearse(twoTargets(), {{0, RehearsedFault::Limited}}).summary;
    QVERIFY2(good.contains(QStringLiteral("two/model")), qPrintable(good));
    const Rehearsal none = rehearse(twoTargets(), {{0, RehearsedFault::Filtered}});
    QVERIFY2(none.summary.endsWith(none.attempts.last().next.why), qPrintable(none.summary));
    QVERIFY(!rehearse(Decision(), {}).summary.isEmpty());
}

void RehearsalTest::offersEveryFaultInWords()
{
    QStringList words;
    for (const RehearsedFault fault : rehearsedFaults())
        words.append(faultInWords(fault));
    QCOMPARE(words.size(), 16);
    QCOMPARE(words.removeDuplicates(), 0);
    QVERIFY(!words.contains(QString()));
}

SWITCHYARD_TEST(RehearsalTest)
#include "tst_rehearsal.moc"
