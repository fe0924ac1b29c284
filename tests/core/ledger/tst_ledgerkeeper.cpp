#include "core/ledger/latencyquery.h"
#include "core/ledger/ledgerkeeper.h"
#include "core/ledger/localdays.h"
#include "core/ledger/usagerebuild.h"
#include "tests/core/ledger/randomtraffic.h"
#include "tests/support/testunit.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;
using test::RandomTraffic;

class LedgerKeeperTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anEmptyLedgerIsInOrder();
    void whatIsWrittenIsInOrder();
    void aWrongSumIsFoundAndMadeAnew_data();
    void aWrongSumIsFoundAndMadeAnew();
    void anotherZoneMakesTheDaysAnew();
    void theSameZoneIsLeftAlone();
    void workTellsItsProgressAndCanBeCancelled();
    void whileDaysAreMadeAnewTotalsAreRight();
    void aLedgerOfAnOlderVersionIsSummed();
    void aKillWhileSettlingLeavesTheSumsRight();
    void thePreviewIsWhatPruningTakes();
    void pruningKeepsEveryTotal_data();
    void pruningKeepsEveryTotal();
    void prunedTimesAreStillToldByTheSketches();
    void timesGoWithTheTaskAndTheTagsOfTheirCalls();
    void nothingIsPrunedBeforeTheDaysAreThere();
    void pruningLeavesWhatWasKeptOnPurpose();
    void anAttemptThatWasOpenBeforeStillCounts();
    void aBackupIsAWholeLedger();
    void aBackupReplacesNothing();
    void damageOfTheFileIsFound();
    void aBrokenIndexIsMadeAnewWithTheSums();
    void theStatusTellsWhatThereIs();

private:
    template <typename T>
    static T must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }
    static void must(const Result<void> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
    }
    void execute(const QString &sql)
    {
        must(await(
            m_ledger->database->write([sql](Connection &connection) { return connection.execute(sql); })));
    }
    LedgerVerification verify() { return must(await(m_keeper->verify())); }
    void setZone(const QByteArray &zone) { must(await(m_keeper->setReportingZone(QTimeZone(zone)))); }
    UsageReport days(const QByteArray &zone) const
    {
        UsageQuery query;
        query.by = {QStringLiteral("day"), QStringLiteral("model"), QStringLiteral("task")};
        query.zone = QTimeZone(zone);
        return must(await(m_ledger->reader->usage(query)));
    }
    static bool sameRows(const UsageReport &one, const UsageReport &other)
    {
        return one.total == other.total
            && std::equal(one.rows.cbegin(), one.rows.cend(), other.rows.cbegin(), other.rows.cend(),
                          [](const UsageRow &row, const UsageRow &same) {
                              return row.keys == same.keys && row.figures == same.figures;
                          });
    }
    RunIds askAt(const QString &time, const QString &target = QStringLiteral("a/m"))
    {
        m_ledger->clock.setUtcMs(QDateTime::fromString(time, Qt::ISODate).toMSecsSinceEpoch());
        return m_ledger->ask(QStringLiteral("p"), target, QStringLiteral("an answer"), Money::fromPicos(7));
    }

    std::unique_ptr<LedgerFixture> m_ledger;
    std::unique_ptr<LedgerKeeper> m_keeper;
};

void LedgerKeeperTest::init()
{
    m_ledger = std::make_unique<LedgerFixture>();
    m_keeper = std::make_unique<LedgerKeeper>(*m_ledger->database);
}

void LedgerKeeperTest::cleanup()
{
    m_keeper.reset();
    m_ledger.reset();
}

void LedgerKeeperTest::anEmptyLedgerIsInOrder()
{
    setZone("Asia/Kathmandu");
    QVERIFY(verify().isGood());
    must(await(m_keeper->rebuild()));
    QVERIFY(verify().isGood());
}

void LedgerKeeperTest::whatIsWrittenIsInOrder()
{
    RandomTraffic(*m_ledger).ask(60);
    QVERIFY(verify().isGood());
    setZone("America/New_York");
    RandomTraffic(*m_ledger, 5).ask(30);
    const LedgerVerification found = verify();
    QVERIFY2(found.isGood(), qPrintable(found.problems.join(u'\n')));
}

void LedgerKeeperTest::aWrongSumIsFoundAndMadeAnew_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<int>("level");
    const auto add = [](const char *name, UsageDifference::Level level, const QString &damage) {
        QTest::newRow(name) << damage << static_cast<int>(level);
    };
    using Level = UsageDifference::Level;
    add("a quarter too much", Level::Quarter,
        QStringLiteral("UPDATE usage_quarters SET attempts = attempts + 1"));
    add("a quarter one 1e-12 USD short", Level::Quarter,
        QStringLiteral("UPDATE usage_quarters SET cost_picos = cost_picos - 1"));
    add("quarters that are missing", Level::Quarter, QStringLiteral("DELETE FROM usage_quarters"));
    add("a day with other tokens", Level::Day,
        QStringLiteral("UPDATE usage_days SET output = 0 WHERE cut = 2"));
    add("days that are missing", Level::Day, QStringLiteral("DELETE FROM usage_days WHERE cut = 4"));
    add("a month that is missing", Level::Month, QStringLiteral("DELETE FROM usage_months WHERE cut = 3"));
    add("times that are missing", Level::Sketch, QStringLiteral("DELETE FROM usage_sketches"));
    add("times that are others", Level::Sketch,
        QStringLiteral("UPDATE usage_sketches SET first_ms = x'0401'"));
}

void LedgerKeeperTest::aWrongSumIsFoundAndMadeAnew()
{
    QFETCH(QString, damage);
    QFETCH(int, level);
    RandomTraffic(*m_ledger).ask(25);
    const UsageReport before = days("UTC");
    execute(damage);
    const LedgerVerification found = verify();
    QVERIFY(found.usage.count > 0);
    QCOMPARE(static_cast<int>(found.usage.first.first().level), level);
    QVERIFY(!found.usage.first.first().when.isEmpty());
    must(await(m_keeper->rebuild()));
    QVERIFY(verify().isGood());
    QVERIFY(sameRows(days("UTC"), before));
}

void LedgerKeeperTest::anotherZoneMakesTheDaysAnew()
{
    RandomTraffic(*m_ledger).ask(80);
    // Asked of quarters of an hour, before days of that zone are kept.
    const UsageReport before = days("Asia/Kathmandu");
    setZone("Asia/Kathmandu");
    QVERIFY(sameRows(days("Asia/Kathmandu"), before));
    QVERIFY(verify().isGood());
    const qint64 kept =
        m_ledger->number(QStringLiteral("SELECT count(DISTINCT day) FROM usage_days WHERE cut = 1"));
    QVERIFY(kept >= 15);
    setZone("America/New_York");
    QVERIFY(sameRows(days("Asia/Kathmandu"), before));
    QVERIFY(verify().isGood());
}

void LedgerKeeperTest::theSameZoneIsLeftAlone()
{
    RandomTraffic(*m_ledger).ask(10);
    setZone("Europe/Berlin");
    execute(QStringLiteral("DELETE FROM usage_months"));
    setZone("Europe/Berlin");
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM usage_months")), 0);
    // The rules of the zone changed since.
    execute(QStringLiteral("DELETE FROM usage_offsets WHERE since > 1800000000000"));
    setZone("Europe/Berlin");
    QVERIFY(m_ledger->number(QStringLiteral("SELECT count(*) FROM usage_months")) > 0);
}

void LedgerKeeperTest::workTellsItsProgressAndCanBeCancelled()
{
    RandomTraffic(*m_ledger).ask(40);
    QFuture<Result<LedgerVerification>> whole = m_keeper->verify();
    must(await(whole));
    QVERIFY(whole.progressMaximum() >= 15);
    QCOMPARE(whole.progressValue(), whole.progressMaximum());

    QFuture<Result<void>> cut = m_keeper->rebuild();
    cut.cancel();
    QTRY_VERIFY(cut.isFinished());
    QCOMPARE(cut.resultCount(), 0);
    must(await(m_keeper->rebuild()));
    QVERIFY(verify().isGood());
}

void LedgerKeeperTest::whileDaysAreMadeAnewTotalsAreRight()
{
    RandomTraffic(*m_ledger).ask(40);
    const UsageReport before = days("Asia/Kathmandu");
    must(await(m_ledger->database->write(
        [](Connection &connection) { return beginUsageRebuild(connection, QTimeZone("Asia/Kathmandu")); })));
    QVERIFY(sameRows(days("Asia/Kathmandu"), before));
    RandomTraffic(*m_ledger, 3).ask(5);
    const UsageReport more = days("Asia/Kathmandu");
    QVERIFY(more.total.attempts > before.total.attempts);
    // The next start goes on with what was left.
    setZone("Asia/Kathmandu");
    QVERIFY(sameRows(days("Asia/Kathmandu"), more));
    QVERIFY(verify().isGood());
}

void LedgerKeeperTest::aLedgerOfAnOlderVersionIsSummed()
{
    RandomTraffic(*m_ledger).ask(30);
    const UsageReport before = days("UTC");
    // As the migration leaves it: sums without sketches, no zone chosen.
    execute(QStringLiteral("DELETE FROM usage_sketches"));
    QVERIFY(!must(await(m_ledger->database->read(
        [](Connection &connection) { return hasUsageZone(connection, QTimeZone::utc()); }))));
    setZone("UTC");
    QVERIFY(verify().isGood());
    QVERIFY(sameRows(days("UTC"), before));
}

void LedgerKeeperTest::aKillWhileSettlingLeavesTheSumsRight()
{
    QRandomGenerator random(7);
    for (int kill = 0; kill < 5; ++kill) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QStringLiteral(SWITCHYARD_LEDGER_CHILD),
                    {m_ledger->filePath(), QStringLiteral("settling")});
        QTRY_VERIFY_WITH_TIMEOUT(child.canReadLine(), 30'000);
        const qint64 settled = m_ledger->number(QStringLiteral("SELECT count(*) FROM usage_rows"));
        const qint64 enough = settled + random.bounded(150);
        QTRY_VERIFY_WITH_TIMEOUT(m_ledger->number(QStringLiteral("SELECT count(*) FROM usage_rows")) > enough,
                                 30'000);
        child.kill();
        QTRY_COMPARE(child.state(), QProcess::NotRunning);
        m_keeper.reset();
        m_ledger->reopen();
        m_keeper = std::make_unique<LedgerKeeper>(*m_ledger->database);
        QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM attempts WHERE settled_at IS NULL")),
                 0);
        QVERIFY(verify().isGood());
        // And as somebody would add the rows up by hand.
        UsageFigures rows;
        const QList<RandomTraffic::Attempt> attempts = RandomTraffic::attempts(*m_ledger->database);
        for (const RandomTraffic::Attempt &attempt : attempts)
            rows += attempt.figures;
        const UsageFigures sums = must(await(m_ledger->reader->usage({}))).total;
        QVERIFY(rows.attempts > settled);
        QCOMPARE(sums.attempts, rows.attempts);
        QCOMPARE(sums.calls, rows.calls);
        QCOMPARE(sums.errors, rows.errors);
        QCOMPARE(sums.input, rows.input);
        QCOMPARE(sums.output, rows.output);
        QCOMPARE(sums.cost.picos(), rows.cost.picos());
        QCOMPARE(sums.unpricedAttempts, rows.unpricedAttempts);
    }
}

void LedgerKeeperTest::thePreviewIsWhatPruningTakes()
{
    RandomTraffic(*m_ledger).ask(60);
    setZone("America/New_York");
    const QDate before(2026, 10, 30);
    const qint64 attempts = m_ledger->number(QStringLiteral("SELECT count(*) FROM attempts"));
    const qint64 runs = m_ledger->number(QStringLiteral("SELECT count(*) FROM runs"));
    const PruneCount preview = must(await(m_keeper->previewPrune(before)));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM attempts")), attempts);
    QVERIFY(preview.attempts > 20 && preview.attempts < attempts);
    QVERIFY(preview.textBytes > 0);
    const PruneCount pruned = must(await(m_keeper->prune(before)));
    QCOMPARE(pruned.attempts, preview.attempts);
    QCOMPARE(pruned.calls, preview.calls);
    QCOMPARE(pruned.runs, preview.runs);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM attempts")), attempts - preview.attempts);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM runs")), runs - preview.runs);
    QCOMPARE(must(await(m_keeper->prune(before))).attempts, 0);
}

void LedgerKeeperTest::pruningKeepsEveryTotal_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Asia/Kolkata", "America/New_York", "Asia/Kathmandu"})
        QTest::newRow(zone) << QByteArray(zone);
}

void LedgerKeeperTest::pruningKeepsEveryTotal()
{
    QFETCH(QByteArray, zone);
    RandomTraffic(*m_ledger).ask(80);
    setZone(zone);
    const UsageReport before = days(zone);
    const qint64 viewed = m_ledger->number(QStringLiteral("SELECT sum(cost_picos) FROM v_usage_daily"));
    QVERIFY(must(await(m_keeper->prune(QDate(2026, 11, 1)))).attempts > 0);
    QVERIFY(sameRows(days(zone), before));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT sum(cost_picos) FROM v_usage_daily")), viewed);
    QVERIFY(verify().isGood());
    must(await(m_keeper->rebuild()));
    QVERIFY(sameRows(days(zone), before));
    setZone("Europe/Berlin");
    QVERIFY(sameRows(days(zone), before));
    QVERIFY(verify().isGood());
}

void LedgerKeeperTest::prunedTimesAreStillToldByTheSketches()
{
    RandomTraffic(*m_ledger).ask(240);
    QList<UsageQuery> queries(5);
    queries[1].only = {{QStringLiteral("task"), QStringLiteral("extract")}};
    queries[2].only = {{QStringLiteral("rule"), QStringLiteral("daily/short")}};
    queries[3].only = {{QStringLiteral("source"), QStringLiteral("gateway")},
                       {QStringLiteral("account"), QStringLiteral("a")}};
    queries[4].only = {{QStringLiteral("tag:team"), QStringLiteral("red")}};
    QList<LatencyReport> before;
    for (const UsageQuery &query : std::as_const(queries)) {
        before.append(must(await(m_ledger->reader->latency(query))));
        QVERIFY(before.last().exact && before.last().total.samples >= kFewestLatencySamples);
    }
    must(await(m_keeper->prune(QDate(2026, 11, 9))));
    const auto near = [](const std::optional<double> &told, const std::optional<double> &exact) {
        return told && std::abs(*told - *exact) <= *exact * 0.02;
    };
    const auto check = [&] {
        for (qsizetype at = 0; at < queries.size(); ++at) {
            const LatencyReport after = must(await(m_ledger->reader->latency(queries.at(at))));
            const LatencyReport &exact = before.at(at);
            QVERIFY(!after.exact);
            QCOMPARE(after.total.samples, exact.total.samples);
            QVERIFY(near(after.total.p95, exact.total.p95));
            QVERIFY(near(after.total.rate.p50, exact.total.rate.p50));
        }
    };
    check();
    must(await(m_keeper->rebuild()));
    check();
    must(await(m_keeper->prune(QDate(2026, 11, 20))));
    check();
}

void LedgerKeeperTest::timesGoWithTheTaskAndTheTagsOfTheirCalls()
{
    const QList<qint64> runs = RandomTraffic(*m_ledger).ask(120);
    setZone("America/New_York");
    // All rows stay, but what was told of the time before stays as it was, also its days.
    must(await(m_ledger->writer->setPinned(runs, true)));
    const QDate frozen(2026, 11, 1);
    must(await(m_keeper->prune(frozen)));
    setZone("Asia/Tokyo");
    const auto latency = [this](const QList<UsageFilter> &only, std::optional<qint64> since = {}) {
        UsageQuery query;
        query.sinceMs = since;
        query.only = only;
        return must(await(m_ledger->reader->latency(query)));
    };
    const UsageFilter extract{QStringLiteral("task"), QStringLiteral("extract")};
    const UsageFilter red{QStringLiteral("tag:team"), QStringLiteral("red")};
    const qint64 since = localDay(frozen, QTimeZone("America/New_York")).startMs;
    const LatencyReport whole = latency({});
    const LatencyReport recent = latency({}, since);
    QVERIFY(!whole.exact && recent.exact);
    QVERIFY(recent.total.samples > 0 && recent.total.samples < whole.total.samples);
    const int oldExtracts = latency({extract}).total.samples - latency({extract}, since).total.samples;
    const int oldReds = latency({red}).total.samples - latency({red}, since).total.samples;
    QVERIFY(oldExtracts > 0 && oldReds > 0);

    must(await(m_ledger->writer->setTask(runs, QStringLiteral("code"), TaskOrigin::User)));
    must(await(m_ledger->writer->setTag(runs, QStringLiteral("team"), QStringLiteral("green"))));
    QVERIFY(verify().isGood());
    QCOMPARE(latency({}).total.samples, whole.total.samples);
    QCOMPARE(latency({}).total.p95, whole.total.p95);
    for (const UsageFilter &filter : {UsageFilter{QStringLiteral("task"), QStringLiteral("code")},
                                      UsageFilter{QStringLiteral("tag:team"), QStringLiteral("green")}}) {
        const LatencyReport moved = latency({filter});
        QVERIFY(!moved.exact);
        QCOMPARE(moved.total.samples, recent.total.samples);
    }
    QCOMPARE(latency({extract}).total.samples, oldExtracts);
    QCOMPARE(latency({red}).total.samples, oldReds);
    // No group is left with nothing in it.
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM usage_sketches WHERE first_ms = x'' AND "
                                             "total_ms = x'' AND rate = x''")),
             0);
}

void LedgerKeeperTest::nothingIsPrunedBeforeTheDaysAreThere()
{
    RandomTraffic(*m_ledger).ask(60);
    setZone("America/New_York");
    // As a migration leaves it that wants more of the days.
    execute(QStringLiteral("DELETE FROM usage_sketches WHERE cut <> 1"));
    execute(QStringLiteral("UPDATE usage_state SET days_ready = 0"));
    const qint64 attempts = m_ledger->number(QStringLiteral("SELECT count(*) FROM attempts"));
    const auto refused = await(m_keeper->prune(QDate(2026, 11, 1)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("busy"));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM attempts")), attempts);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT pruned_before FROM usage_state")), 0);
    setZone("America/New_York");
    UsageQuery query;
    query.only = {{QStringLiteral("task"), QStringLiteral("extract")}};
    const int samples = must(await(m_ledger->reader->latency(query))).total.samples;
    QVERIFY(must(await(m_keeper->prune(QDate(2026, 11, 1)))).attempts > 0);
    QCOMPARE(must(await(m_ledger->reader->latency(query))).total.samples, samples);
}

void LedgerKeeperTest::pruningLeavesWhatWasKeptOnPurpose()
{
    const RunIds pinned = askAt(QStringLiteral("2026-03-01T10:00:00Z"));
    must(await(m_ledger->writer->setPinned({pinned.run}, true)));
    const RunIds begun = askAt(QStringLiteral("2026-03-01T11:00:00Z"));
    const RunIds alone = askAt(QStringLiteral("2026-03-01T12:00:00Z"));
    m_ledger->clock.setUtcMs(QDateTime(QDate(2026, 5, 1), QTime(), Qt::UTC).toMSecsSinceEpoch());
    RunDraft next;
    next.prompt = QStringLiteral("and then?");
    next.lanes = {LedgerFixture::lane(QStringLiteral("a/m"))};
    next.turn = {begun.run, begun.run};
    m_ledger->begin(next);
    const PruneCount pruned = must(await(m_keeper->prune(QDate(2026, 4, 1))));
    QCOMPARE(pruned.runs, 1);
    QCOMPARE(pruned.runsKept, 2);
    QVERIFY(await(m_ledger->reader->run(pinned.run)));
    QVERIFY(await(m_ledger->reader->run(begun.run)));
    QCOMPARE(await(m_ledger->reader->run(alone.run)).error().kind, ErrorKind::NotFound);
    QCOMPARE(must(await(m_ledger->reader->usage({}))).total.attempts, 4);
    // A run that stayed and goes later takes nothing from the totals either.
    must(await(m_ledger->writer->removeRun(pinned.run)));
    QCOMPARE(must(await(m_ledger->reader->usage({}))).total.attempts, 4);
    QVERIFY(verify().isGood());
}

void LedgerKeeperTest::anAttemptThatWasOpenBeforeStillCounts()
{
    m_ledger->clock.setUtcMs(QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch());
    const RunIds open = m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/m")});
    askAt(QStringLiteral("2026-03-02T10:00:00Z"));
    QCOMPARE(must(await(m_keeper->prune(QDate(2026, 4, 1)))).attempts, 1);
    m_ledger->settle(open.attempts.first(),
                     LedgerFixture::answer(QStringLiteral("late"), Money::fromPicos(100)));
    const UsageReport usage = must(await(m_ledger->reader->usage({})));
    QCOMPARE(usage.total.attempts, 2);
    QVERIFY(usage.total.cost == Money::fromPicos(107));
    must(await(m_keeper->rebuild()));
    QVERIFY(must(await(m_ledger->reader->usage({}))).total == usage.total);
    QCOMPARE(must(await(m_keeper->prune(QDate(2026, 4, 1)))).attempts, 1);
    QVERIFY(must(await(m_ledger->reader->usage({}))).total == usage.total);
    QVERIFY(verify().isGood());
}

void LedgerKeeperTest::aBackupIsAWholeLedger()
{
    RandomTraffic(*m_ledger).ask(20);
    const UsageReport before = days("UTC");
    const QString file = m_ledger->folder.filePath(QStringLiteral("copy/ledger.sqlite"));
    QVERIFY(QDir(m_ledger->folder.path()).mkdir(QStringLiteral("copy")));
    QFuture<Result<void>> copying = m_keeper->backUp(file);
    // Others write meanwhile.
    askAt(QStringLiteral("2026-12-24T10:00:00Z"));
    must(await(copying));
    QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
    auto copy = Database::open(file);
    QVERIFY(copy);
    LedgerKeeper keeper(**copy);
    QVERIFY(must(await(keeper.verify())).isGood());
    const LedgerReader reader(**copy);
    UsageQuery query;
    query.untilMs = RandomTraffic::lastMs() + kUsageDayMs;
    // Attempts that were open are interrupted in the copy, whose process they are not of.
    const UsageFigures total = must(await(reader.usage(query))).total;
    QCOMPARE(total.attempts, before.total.attempts);
    QVERIFY(total.cost == before.total.cost);
}

void LedgerKeeperTest::aBackupReplacesNothing()
{
    const QString file = m_ledger->folder.filePath(QStringLiteral("there"));
    QFile there(file);
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("mine");
    there.close();
    const Result<void> refused = await(m_keeper->backUp(file));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("exists"));
    QCOMPARE(await(m_keeper->backUp(m_ledger->filePath())).error().code, QStringLiteral("exists"));
    QVERIFY(!await(m_keeper->backUp(m_ledger->folder.filePath(QStringLiteral("no/such/folder")))));
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("mine"));
}

void LedgerKeeperTest::damageOfTheFileIsFound()
{
    askAt(QStringLiteral("2026-03-01T10:00:00Z"));
    QVERIFY(verify().isGood());
    auto other = Connection::open(m_ledger->filePath(), Connection::Mode::ReadWrite);
    QVERIFY(other);
    must((*other)->execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
    must((*other)->execute(QStringLiteral("UPDATE lanes SET run_id = 4711")));
    const LedgerVerification found = verify();
    QVERIFY(!found.isGood());
    QVERIFY2(found.problems.first().contains(QStringLiteral("runs")), qPrintable(found.problems.first()));
}

void LedgerKeeperTest::aBrokenIndexIsMadeAnewWithTheSums()
{
    askAt(QStringLiteral("2026-03-01T10:00:00Z"));
    auto other = Connection::open(m_ledger->filePath(), Connection::Mode::ReadWrite);
    QVERIFY(other);
    must((*other)->execute(QStringLiteral("PRAGMA writable_schema = ON")));
    const QString index = QStringLiteral("CREATE INDEX attempts_by_time ON attempts (started_at)");
    const auto define = [&other](const QString &sql) {
        must((*other)->execute(
            QStringLiteral("UPDATE sqlite_schema SET sql = '%1' WHERE name = 'attempts_by_time'").arg(sql)));
        const qint64 version = must((*other)->integer(QStringLiteral("PRAGMA schema_version")));
        must((*other)->execute(QStringLiteral("PRAGMA schema_version = %1").arg(version + 1)));
    };
    define(index + QStringLiteral(" WHERE started_at < 0"));
    askAt(QStringLiteral("2026-03-02T10:00:00Z"));
    define(index);
    const LedgerVerification found = verify();
    QVERIFY2(found.problems.join(u' ').contains(QStringLiteral("attempts_by_time")),
             qPrintable(found.problems.join(u' ')));
    must(await(m_keeper->rebuild()));
    QVERIFY(verify().isGood());
    QCOMPARE(must(await(m_ledger->reader->usage({}))).total.attempts, 2);
}

void LedgerKeeperTest::theStatusTellsWhatThereIs()
{
    askAt(QStringLiteral("2026-03-01T10:00:00Z"));
    m_ledger->writer->setKeepTexts(false);
    askAt(QStringLiteral("2026-04-01T10:00:00Z"));
    m_ledger->begin(QStringLiteral("open"), {QStringLiteral("a/m")});
    setZone("Asia/Kolkata");
    LedgerStatus status = must(await(m_keeper->status()));
    QCOMPARE(status.filePath, m_ledger->filePath());
    QVERIFY(status.fileBytes > 4096);
    QCOMPARE(status.attempts, 3);
    QCOMPARE(status.attemptsCounted, 3);
    QCOMPARE(status.runs, 3);
    QCOMPARE(status.runsWithTexts, 1);
    QCOMPARE(status.oldestMs,
             std::optional(QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch()));
    QCOMPARE(status.usage.zone.id(), QByteArray("Asia/Kolkata"));
    must(await(m_keeper->prune(QDate(2026, 3, 15))));
    status = must(await(m_keeper->status()));
    QCOMPARE(status.attempts, 2);
    QCOMPARE(status.attemptsCounted, 3);
    QCOMPARE(status.usage.prunedBeforeMs,
             QDate(2026, 3, 15).startOfDay(QTimeZone("Asia/Kolkata")).toMSecsSinceEpoch());
}

SWITCHYARD_TEST(LedgerKeeperTest)
#include "tst_ledgerkeeper.moc"
