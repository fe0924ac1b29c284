#include "core/ledger/statistics.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <limits>

using namespace core;
using test::await;
using test::LedgerFixture;

class UsageQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_ledger = std::make_unique<LedgerFixture>(); }
    void cleanup() { m_ledger.reset(); }
    void anEmptyLedgerSumsToNothing();
    void groupsByEveryDimension_data();
    void groupsByEveryDimension();
    void narrowsByTags_data();
    void narrowsByTags();
    void sumsWhatPassesOneOfSeveralLists();
    void errorsAreToldByWhoFailedAtWhat_data();
    void errorsAreToldByWhoFailedAtWhat();
    void sumsFollowATagThatIsGivenLater();
    void anUnknownDimensionIsRefused();
    void aCallCountsOnceHoweverManyAttempts();
    void daysAreThoseOfTheZone();
    void everyGroupingHasTheSameTotal_data();
    void everyGroupingHasTheSameTotal();
    void hugeCostsSaturate();
    void simulatedRowsCountOnlyWhenAsked();
    void periodsIncludeTheirStartAndNotTheirEnd();
    void aRunCostsWhatAllItsAttemptsDo();
    void latenciesNeedTwentySamples();
    void quantilesAreTheUsersOwn();
    void nearestRanksAreValuesOfTheSample_data();
    void nearestRanksAreValuesOfTheSample();
    void attemptsAreListedAsFiltered();

private:
    UsageReport report(const UsageQuery &query) const
    {
        const auto usage = await(m_ledger->reader->usage(query));
        if (!usage)
            qFatal("%s", qPrintable(usage.error().message));
        return *usage;
    }
    /// `key,key=calls/attempts/errors/cost` a row.
    static QString drawn(const UsageReport &usage)
    {
        QStringList rows;
        for (const UsageRow &row : usage.rows) {
            const UsageFigures &f = row.figures;
            rows.append(QStringLiteral("%1=%2/%3/%4/%5")
                            .arg(row.keys.join(u','))
                            .arg(f.calls)
                            .arg(f.attempts)
                            .arg(f.errors)
                            .arg(f.cost.picos()));
        }
        return rows.join(u' ');
    }
    void at(const QString &time)
    {
        m_ledger->clock.setUtcMs(QDateTime::fromString(time, Qt::ISODate).toMSecsSinceEpoch());
    }
    void askSome();

    std::unique_ptr<LedgerFixture> m_ledger;
};

/// Three runs on two days, one lane failing, one attempt repeated.
void UsageQueryTest::askSome()
{
    RunDraft draft;
    draft.prompt = QStringLiteral("p");
    draft.tags = {{QStringLiteral("team"), QStringLiteral("red")}};
    draft.source = CallSource::Cli;
    draft.lanes = {LedgerFixture::lane(QStringLiteral("a/m")), LedgerFixture::lane(QStringLiteral("b/n"))};
    draft.lanes.first().vendor = QStringLiteral("acme");
    at(QStringLiteral("2026-03-01T10:00:00Z"));
    const RunIds one = m_ledger->begin(draft);
    m_ledger->settle(one.attempts.at(0), LedgerFixture::answer(QStringLiteral("x"), Money::fromPicos(10)));
    m_ledger->settle(one.attempts.at(1), LedgerFixture::failure(LaneStatus::Failed));
    const auto again =
        await(m_ledger->writer->beginAttempt({.laneId = one.lanes.at(1), .callId = one.calls.at(1)}));
    m_ledger->settle(again->attempt, LedgerFixture::answer(QStringLiteral("x"), Money::fromPicos(5)));
    at(QStringLiteral("2026-03-02T10:00:00Z"));
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"), Money::fromPicos(100),
                  QStringLiteral("extract"));
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/o"), QStringLiteral("x"), std::nullopt);
}

void UsageQueryTest::anEmptyLedgerSumsToNothing()
{
    for (const QStringList &by :
         {QStringList(), QStringList{QStringLiteral("day")}, QStringList{QStringLiteral("model")}}) {
        UsageQuery query;
        query.by = by;
        QVERIFY(report(query).rows.isEmpty());
        QVERIFY(report(query).total == UsageFigures());
    }
    QVERIFY(await(m_ledger->reader->spend(0)).value().known == Money());
}

void UsageQueryTest::groupsByEveryDimension_data()
{
    QTest::addColumn<QStringList>("by");
    QTest::addColumn<QString>("rows");
    QTest::newRow("nothing") << QStringList() << QStringLiteral("=4/5/1/115");
    QTest::newRow("day") << QStringList{QStringLiteral("day")}
                         << QStringLiteral("2026-03-01=2/3/1/15 2026-03-02=2/2/0/100");
    QTest::newRow("model") << QStringList{QStringLiteral("model")}
                           << QStringLiteral("m=2/2/0/110 n=1/2/1/5 o=1/1/0/0");
    QTest::newRow("vendor") << QStringList{QStringLiteral("vendor")}
                            << QStringLiteral("=3/4/1/105 acme=1/1/0/10");
    QTest::newRow("account") << QStringList{QStringLiteral("account")}
                             << QStringLiteral("a=3/3/0/110 b=1/2/1/5");
    QTest::newRow("task") << QStringList{QStringLiteral("task")}
                          << QStringLiteral("extract=1/1/0/100 =3/4/1/15");
    QTest::newRow("source") << QStringList{QStringLiteral("source")}
                            << QStringLiteral("window=2/2/0/100 cli=2/3/1/15");
    QTest::newRow("tag") << QStringList{QStringLiteral("tag:team")}
                         << QStringLiteral("=2/2/0/100 red=2/3/1/15");
    QTest::newRow("a tag with quotes")
        << QStringList{QStringLiteral("tag:a\"' b")} << QStringLiteral("=4/5/1/115");
    QTest::newRow("day and model")
        << QStringList{QStringLiteral("day"), QStringLiteral("model")}
        << QStringLiteral(
               "2026-03-01,m=1/1/0/10 2026-03-01,n=1/2/1/5 2026-03-02,m=1/1/0/100 2026-03-02,o=1/1/0/0");
    QTest::newRow("two tags and source")
        << QStringList{QStringLiteral("tag:team"), QStringLiteral("source"), QStringLiteral("tag:none")}
        << QStringLiteral(",window,=2/2/0/100 red,cli,=2/3/1/15");
}

void UsageQueryTest::groupsByEveryDimension()
{
    QFETCH(QStringList, by);
    QFETCH(QString, rows);
    askSome();
    UsageQuery query;
    query.by = by;
    const UsageReport usage = report(query);
    QCOMPARE(drawn(usage), rows);
    QCOMPARE(usage.by, by);
    QCOMPARE(usage.total.input, 400);
    QCOMPARE(usage.total.output, 80);
    QCOMPARE(usage.total.unpricedAttempts, 2);
}

void UsageQueryTest::narrowsByTags_data()
{
    QTest::addColumn<QList<UsageFilter>>("only");
    QTest::addColumn<QStringList>("by");
    QTest::addColumn<QString>("rows");
    const QString team = QStringLiteral("tag:team");
    const QString day = QStringLiteral("day");
    const UsageFilter red{team, QStringLiteral("red")};
    const UsageFilter none{team, QString()};
    QTest::newRow("a value") << QList{red} << QStringList{day} << QStringLiteral("2026-03-01=2/3/1/15");
    QTest::newRow("no value") << QList{none} << QStringList{day} << QStringLiteral("2026-03-02=2/2/0/100");
    QTest::newRow("a key that no call has")
        << QList<UsageFilter>{{QStringLiteral("tag:none"), QString()}} << QStringList{day}
        << QStringLiteral("2026-03-01=2/3/1/15 2026-03-02=2/2/0/100");
    QTest::newRow("a value that no call has")
        << QList<UsageFilter>{{team, QStringLiteral("blue")}} << QStringList{day} << QString();
    QTest::newRow("another value than asked by")
        << QList{none} << QStringList{day, QStringLiteral("tag:none"), team}
        << QStringLiteral("2026-03-02,,=2/2/0/100");
    QTest::newRow("a model too") << QList<UsageFilter>{{QStringLiteral("model"), QStringLiteral("m")}}
                                 << QStringList{team} << QStringLiteral("=1/1/0/100 red=1/1/0/10");
    QTest::newRow("by hour") << QList<UsageFilter>() << QStringList{QStringLiteral("hour"), team}
                             << QStringLiteral("2026-03-01T10:00:00Z,red=2/3/1/15 "
                                               "2026-03-02T10:00:00Z,=2/2/0/100");
}

void UsageQueryTest::narrowsByTags()
{
    QFETCH(QList<UsageFilter>, only);
    QFETCH(QStringList, by);
    QFETCH(QString, rows);
    askSome();
    UsageQuery query;
    query.only = only;
    query.by = by;
    QCOMPARE(drawn(report(query)), rows);
}

void UsageQueryTest::sumsWhatPassesOneOfSeveralLists()
{
    askSome();
    const auto is = [](const char *dimension, const char *value) {
        return UsageFilter{QString::fromLatin1(dimension), QString::fromLatin1(value)};
    };
    UsageQuery query;
    query.by = {QStringLiteral("model")};
    const auto drawnOf = [&](const QList<QList<UsageFilter>> &anyOf) {
        const auto usage = await(m_ledger->database->read(
            [&](Connection &connection) { return usageReport(connection, query, anyOf); }));
        return usage ? drawn(*usage) : usage.error().message;
    };
    QCOMPARE(drawnOf({{is("model", "m"), is("task", "extract")}, {is("model", "n")}}),
             QStringLiteral("m=1/1/0/100 n=1/2/1/5"));
    query.only = {is("account", "a")};
    QCOMPARE(drawnOf({{is("model", "m"), is("task", "extract")}, {is("model", "n")}}),
             QStringLiteral("m=1/1/0/100"));
    QCOMPARE(drawnOf({{is("tag:team", "red")}, {is("model", "o")}}), QStringLiteral("m=1/1/0/10 o=1/1/0/0"));
    QVERIFY(drawnOf({{is("nothing", "m")}}).startsWith(QStringLiteral("Usage cannot be grouped by nothing")));
}

void UsageQueryTest::errorsAreToldByWhoFailedAtWhat_data()
{
    QTest::addColumn<QStringList>("by");
    QTest::addColumn<QString>("rows");
    const QString day = QStringLiteral("day");
    QTest::newRow("all") << QStringList() << QStringLiteral("=1/1/1/0");
    QTest::newRow("by model") << QStringList{day, QStringLiteral("model")}
                              << QStringLiteral("2026-03-01,n=1/1/1/0");
    QTest::newRow("by task") << QStringList{day, QStringLiteral("task")}
                             << QStringLiteral("2026-03-01,=1/1/1/0");
    QTest::newRow("by source") << QStringList{day, QStringLiteral("source")}
                               << QStringLiteral("2026-03-01,cli=1/1/1/0");
    QTest::newRow("by tag") << QStringList{day, QStringLiteral("tag:team")}
                            << QStringLiteral("2026-03-01,red=1/1/1/0");
}

void UsageQueryTest::errorsAreToldByWhoFailedAtWhat()
{
    QFETCH(QStringList, by);
    QFETCH(QString, rows);
    askSome();
    UsageQuery query;
    query.only = {{QStringLiteral("status"), QStringLiteral("errors")}};
    query.by = by;
    QCOMPARE(drawn(report(query)), rows);
}

void UsageQueryTest::sumsFollowATagThatIsGivenLater()
{
    askSome();
    UsageQuery query;
    query.by = {QStringLiteral("tag:team")};
    QCOMPARE(drawn(report(query)), QStringLiteral("=2/2/0/100 red=2/3/1/15"));
    QVERIFY(await(m_ledger->writer->setTag({1}, QStringLiteral("team"), QStringLiteral("blue"))));
    QCOMPARE(drawn(report(query)), QStringLiteral("=2/2/0/100 blue=2/3/1/15"));
    QVERIFY(await(m_ledger->writer->setTag({1}, QStringLiteral("team"), QString())));
    QCOMPARE(drawn(report(query)), QStringLiteral("=4/5/1/115"));
}

void UsageQueryTest::anUnknownDimensionIsRefused()
{
    UsageQuery query;
    query.by = {QStringLiteral("model; DROP TABLE runs")};
    QCOMPARE(await(m_ledger->reader->usage(query)).error().kind, ErrorKind::InvalidRequest);
    query.by = {QStringLiteral("tag:")};
    QCOMPARE(await(m_ledger->reader->usage(query)).error().kind, ErrorKind::InvalidRequest);
}

void UsageQueryTest::aCallCountsOnceHoweverManyAttempts()
{
    at(QStringLiteral("2026-03-01T23:59:59Z"));
    const RunIds ids = m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/m")});
    m_ledger->settle(ids.attempts.first(), LedgerFixture::failure(LaneStatus::Interrupted));
    at(QStringLiteral("2026-03-02T00:00:01Z"));
    const auto again =
        await(m_ledger->writer->beginAttempt({.laneId = ids.lanes.first(), .callId = ids.calls.first()}));
    m_ledger->settle(again->attempt, LedgerFixture::answer(QStringLiteral("x"), Money::fromPicos(3)));
    UsageQuery query;
    query.by = {QStringLiteral("day")};
    QCOMPARE(drawn(report(query)), QStringLiteral("2026-03-01=1/1/1/0 2026-03-02=0/1/0/3"));
    QCOMPARE(report(query).total.calls, 1);
}

void UsageQueryTest::daysAreThoseOfTheZone()
{
    const QTimeZone berlin("Europe/Berlin");
    // The clocks go back in the night to 25 October 2026: that day runs from 22:00 UTC to 23:00 UTC.
    for (const auto &time :
         {QStringLiteral("2026-10-24T21:59:59Z"), QStringLiteral("2026-10-24T22:00:00Z"),
          QStringLiteral("2026-10-25T22:59:59Z"), QStringLiteral("2026-10-25T23:00:00Z")}) {
        at(time);
        m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"), Money::fromPicos(1));
    }
    UsageQuery query;
    query.by = {QStringLiteral("day")};
    query.zone = berlin;
    QCOMPARE(drawn(report(query)),
             QStringLiteral("2026-10-24=1/1/0/1 2026-10-25=2/2/0/2 2026-10-26=1/1/0/1"));
    query.zone = QTimeZone::utc();
    QCOMPARE(drawn(report(query)), QStringLiteral("2026-10-24=2/2/0/2 2026-10-25=2/2/0/2"));

    AttemptFilter filter;
    filter.day = QDate(2026, 10, 25);
    filter.zone = berlin;
    QCOMPARE(await(m_ledger->reader->attempts(filter))->size(), 2);
}

void UsageQueryTest::everyGroupingHasTheSameTotal_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("UTC") << QByteArray("UTC");
    QTest::newRow("New York") << QByteArray("America/New_York");
    QTest::newRow("Kiritimati") << QByteArray("Pacific/Kiritimati");
}

void UsageQueryTest::everyGroupingHasTheSameTotal()
{
    QFETCH(QByteArray, zone);
    askSome();
    const UsageFigures whole = report({}).total;
    const QStringList all{QStringLiteral("day"),     QStringLiteral("model"), QStringLiteral("vendor"),
                          QStringLiteral("account"), QStringLiteral("task"),  QStringLiteral("source"),
                          QStringLiteral("tag:team")};
    for (qsizetype count = 1; count <= all.size(); ++count) {
        UsageQuery query;
        query.by = all.mid(0, count);
        query.zone = QTimeZone(zone);
        UsageFigures sum;
        const UsageReport usage = report(query);
        for (const UsageRow &row : usage.rows) {
            QCOMPARE(row.keys.size(), count);
            sum += row.figures;
        }
        QVERIFY(sum == whole);
        QVERIFY(usage.total == whole);
    }
}

void UsageQueryTest::hugeCostsSaturate()
{
    const Money most = Money::fromPicos(std::numeric_limits<qint64>::max());
    for (int count = 0; count < 3; ++count)
        m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"), most);
    QVERIFY(report({}).total.cost == most);
    QVERIFY(await(m_ledger->reader->searchRuns({.minCost = most}))->size() == 3);
}

void UsageQueryTest::simulatedRowsCountOnlyWhenAsked()
{
    askSome();
    const RunIds ids = m_ledger->begin(QStringLiteral("p"), {QStringLiteral("demo/swift")}, {}, true);
    m_ledger->settle(ids.attempts.first(),
                     LedgerFixture::answer(QStringLiteral("x"), Money::fromPicos(1000)));
    QVERIFY(report({}).total.cost == Money::fromPicos(115));
    UsageQuery query;
    query.includeSimulated = true;
    QVERIFY(report(query).total.cost == Money::fromPicos(1115));
    QVERIFY(await(m_ledger->reader->spend(0)).value().known == Money::fromPicos(115));
    QVERIFY(await(m_ledger->reader->spend(0, true)).value().known == Money::fromPicos(1115));
    QCOMPARE(await(m_ledger->reader->attempts({}))->size(), 5);
}

void UsageQueryTest::periodsIncludeTheirStartAndNotTheirEnd()
{
    askSome();
    const qint64 second =
        QDateTime::fromString(QStringLiteral("2026-03-02T10:00:00Z"), Qt::ISODate).toMSecsSinceEpoch();
    for (const QStringList &by : {QStringList(), QStringList{QStringLiteral("day")}}) {
        UsageQuery query;
        query.by = by;
        query.sinceMs = second;
        QCOMPARE(report(query).total.attempts, 2);
        query.sinceMs = second + 1;
        QCOMPARE(report(query).total.attempts, 0);
        query.sinceMs.reset();
        query.untilMs = second;
        QCOMPARE(report(query).total.attempts, 3);
        query.untilMs = second + 1;
        QCOMPARE(report(query).total.attempts, 5);
    }
    QVERIFY(await(m_ledger->reader->spend(second)).value().known == Money::fromPicos(100));
}

void UsageQueryTest::aRunCostsWhatAllItsAttemptsDo()
{
    askSome();
    // The first has two lanes, of which one failed without a known cost and was asked again.
    const QList<Spend> spends{{Money::fromPicos(15), 1}, {Money::fromPicos(100), 0}, {Money(), 1}};
    for (qsizetype run = 0; run < spends.size(); ++run) {
        const auto spend = await(m_ledger->reader->spendOfRun(run + 1));
        QVERIFY(spend);
        QVERIFY(*spend == spends.at(run));
    }
    const auto none = await(m_ledger->reader->spendOfRun(99));
    QVERIFY(none && *none == Spend());
    const auto all = await(m_ledger->reader->spend(0));
    QVERIFY(all && *all == (Spend{Money::fromPicos(115), 2}));
}

void UsageQueryTest::latenciesNeedTwentySamples()
{
    const auto answerAfter = [this](const QString &target, std::optional<double> reasoning, double text) {
        const RunIds ids = m_ledger->begin(QStringLiteral("p"), {target});
        AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("x"));
        outcome.completion.timing.firstReasoning = reasoning;
        outcome.completion.timing.firstText = text;
        m_ledger->settle(ids.attempts.first(), outcome);
    };
    for (int ms = 1; ms <= 20; ++ms)
        answerAfter(QStringLiteral("a/many"), std::nullopt, 100.0 * ms);
    for (int ms = 1; ms <= 19; ++ms)
        answerAfter(QStringLiteral("a/few"), 5.0, 100.0 * ms);
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/none"), QStringLiteral("x"));
    const QList<LatencyRow> rows = await(m_ledger->reader->latency({}))->rows;
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).model, QStringLiteral("few"));
    QCOMPARE(rows.at(0).samples, 19);
    QVERIFY(!rows.at(0).p50);
    QVERIFY(!rows.at(0).p95);
    QCOMPARE(rows.at(1).model, QStringLiteral("many"));
    QCOMPARE(rows.at(1).samples, 20);
    QCOMPARE(rows.at(1).p50, std::optional(1000.0));
    QCOMPARE(rows.at(1).p95, std::optional(1900.0));
}

void UsageQueryTest::quantilesAreTheUsersOwn()
{
    const auto quantiles = [this] {
        return *await(m_ledger->reader->outputQuantiles(QStringLiteral("m"), QStringLiteral("extract")));
    };
    const auto answerOf = [this](const QString &target, const QString &task, qint64 tokens,
                                 LaneStatus status) {
        const RunIds ids = m_ledger->begin(QStringLiteral("p"), {target}, task);
        AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("x"));
        outcome.completion.status = status;
        outcome.completion.usage.output = tokens;
        m_ledger->settle(ids.attempts.first(), outcome);
    };
    for (int count = 1; count <= 9; ++count)
        answerOf(QStringLiteral("a/m"), QStringLiteral("extract"), count * 10, LaneStatus::Complete);
    QVERIFY(!quantiles());
    answerOf(QStringLiteral("a/m"), QString(), 9999, LaneStatus::Complete);
    answerOf(QStringLiteral("a/other"), QStringLiteral("extract"), 9999, LaneStatus::Complete);
    answerOf(QStringLiteral("a/m"), QStringLiteral("extract"), 1, LaneStatus::Interrupted);
    QVERIFY(!quantiles());
    answerOf(QStringLiteral("b/m"), QStringLiteral("extract"), 100, LaneStatus::Truncated);
    QVERIFY(quantiles());
    QCOMPARE(quantiles()->samples, 10);
    QCOMPARE(quantiles()->p10, 10);
    QCOMPARE(quantiles()->p90, 90);
}

void UsageQueryTest::nearestRanksAreValuesOfTheSample_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("value");
    QTest::newRow("one value") << QList<double>{7} << 0.95 << 7.0;
    QTest::newRow("the lowest") << QList<double>{1, 2, 3} << 0.0 << 1.0;
    QTest::newRow("the highest") << QList<double>{1, 2, 3} << 1.0 << 3.0;
    QTest::newRow("the median of an even number is the lower one") << QList<double>{1, 2, 3, 4} << 0.5 << 2.0;
    QTest::newRow("the fifth of five at 30 %") << QList<double>{15, 20, 35, 40, 50} << 0.3 << 20.0;
}

void UsageQueryTest::nearestRanksAreValuesOfTheSample()
{
    QFETCH(QList<double>, values);
    QFETCH(double, p);
    QFETCH(double, value);
    QCOMPARE(nearestRank(values, p), value);
}

void UsageQueryTest::attemptsAreListedAsFiltered()
{
    askSome();
    const auto count = [this](const AttemptFilter &filter) {
        return await(m_ledger->reader->attempts(filter))->size();
    };
    QCOMPARE(count({}), 5);
    QCOMPARE(count({.model = QStringLiteral("n")}), 2);
    QCOMPARE(count({.account = QStringLiteral("a")}), 3);
    QCOMPARE(count({.vendor = QStringLiteral("acme")}), 1);
    QCOMPARE(count({.vendor = QString()}), 4);
    QCOMPARE(count({.task = QStringLiteral("extract")}), 1);
    QCOMPARE(count({.source = QStringLiteral("cli")}), 3);
    QCOMPARE(count({.status = QStringLiteral("failed")}), 1);
    QCOMPARE(count({.status = QStringLiteral("errors")}), 1);
    QCOMPARE(count({.limit = 2}), 2);
    QCOMPARE(count({.limit = 2, .offset = 4}), 1);
    const QList<AttemptRecord> newest = *await(m_ledger->reader->attempts({.limit = 1}));
    QCOMPARE(newest.first().model, QStringLiteral("o"));
    QCOMPARE(newest.first().completion.text, QStringLiteral("x"));
}

SWITCHYARD_TEST(UsageQueryTest)
#include "tst_usagequery.moc"
