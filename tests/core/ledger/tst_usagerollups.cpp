#include "core/ledger/ledgerkeeper.h"
#include "core/ledger/usagecsv.h"
#include "tests/core/ledger/randomtraffic.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;
using test::RandomTraffic;

namespace {

bool isTime(const QString &dimension)
{
    return QStringList{QStringLiteral("hour"), QStringLiteral("day"), QStringLiteral("week"),
                       QStringLiteral("month")}
        .contains(dimension);
}

/// Weeks from Monday on.
QString timeKey(const QString &dimension, const QDateTime &at)
{
    if (dimension == QLatin1StringView("hour")) {
        const QDateTime hour = at.addSecs(-at.time().minute() * 60LL - at.time().second());
        return hour.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate);
    }
    if (dimension == QLatin1StringView("month"))
        return at.date().toString(QStringLiteral("yyyy-MM"));
    const int back = dimension == QLatin1StringView("week") ? at.date().dayOfWeek() - 1 : 0;
    return at.date().addDays(-back).toString(Qt::ISODate);
}

} // namespace

/// Random traffic: the sums that are kept, the views, the CSV and the attempts themselves agree to the last
/// 1e-12 USD, in every zone and for every grouping.
class UsageRollupsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_ledger.reset(); }
    void reportsAreTheSumsOfTheAttempts_data();
    void reportsAreTheSumsOfTheAttempts();
    void theDaysOfAViewAreThoseOfUtc();
    void theCsvHasTheSameTotal();
    void filtersNarrow_data();
    void filtersNarrow();
    void figuresThatNobodyAskedForStayZero();

private:
    using Rows = QMap<QStringList, UsageFigures>;

    UsageReport report(const UsageQuery &query) const
    {
        const auto usage = await(m_ledger->reader->usage(query));
        if (!usage)
            qFatal("%s", qPrintable(usage.error().message));
        return *usage;
    }
    void setZone(const QByteArray &zone)
    {
        LedgerKeeper keeper(*m_ledger->database);
        const auto set = await(keeper.setReportingZone(QTimeZone(zone)));
        if (!set)
            qFatal("%s", qPrintable(set.error().message));
    }
    Rows summed(const UsageQuery &query) const;
    void compare(const UsageQuery &query) const;

    std::unique_ptr<LedgerFixture> m_ledger;
    QList<RandomTraffic::Attempt> m_attempts;
};

void UsageRollupsTest::initTestCase()
{
    m_ledger = std::make_unique<LedgerFixture>();
    RandomTraffic traffic(*m_ledger);
    const QList<qint64> runs = traffic.ask(250);
    // What is changed afterwards changes the sums.
    QVERIFY(await(m_ledger->writer->setTask(runs.mid(0, 40), QStringLiteral("moved"), TaskOrigin::User)));
    QVERIFY(await(m_ledger->writer->removeRuns(runs.mid(30, 20))));
    QVERIFY(await(m_ledger->database->write([](Connection &connection) {
        return connection.execute(
            QStringLiteral("UPDATE attempts SET cost_picos = 12345678901234567, cost_basis = "
                           "'computed' WHERE settled_at IS NOT NULL AND id % 7 = 0"));
    })));
    m_attempts = RandomTraffic::attempts(*m_ledger->database);
    QVERIFY(m_attempts.size() > 300);
}

UsageRollupsTest::Rows UsageRollupsTest::summed(const UsageQuery &query) const
{
    Rows rows;
    for (const RandomTraffic::Attempt &attempt : m_attempts) {
        if (attempt.startedAtMs < query.sinceMs.value_or(0)
            || attempt.startedAtMs >= query.untilMs.value_or(attempt.startedAtMs + 1)
            || (attempt.simulated && !query.includeSimulated))
            continue;
        bool wanted = true;
        for (const UsageFilter &filter : query.only)
            wanted = wanted && attempt.values.value(filter.dimension) == filter.value;
        if (!wanted)
            continue;
        QStringList keys;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(attempt.startedAtMs, query.zone);
        for (const QString &dimension : query.by)
            keys.append(isTime(dimension) ? timeKey(dimension, at) : attempt.values.value(dimension));
        rows[keys] += attempt.figures;
    }
    return rows;
}

void UsageRollupsTest::compare(const UsageQuery &query) const
{
    const UsageReport usage = report(query);
    const Rows expected = summed(query);
    const QString what = query.by.join(u',');
    QVERIFY2(usage.rows.size() == expected.size(), qPrintable(what));
    UsageFigures total;
    for (const UsageRow &row : usage.rows) {
        QVERIFY2(row.figures == expected.value(row.keys),
                 qPrintable(what + QStringLiteral(": ") + row.keys.join(u',')));
        total += row.figures;
    }
    QVERIFY(usage.total == total);
}

void UsageRollupsTest::reportsAreTheSumsOfTheAttempts_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QByteArray>("asked");
    for (const char *zone : {"UTC", "Asia/Kolkata", "America/New_York", "Asia/Kathmandu", "Europe/Berlin"})
        QTest::addRow("days of %s", zone) << QByteArray(zone) << QByteArray(zone);
    QTest::newRow("days of Kathmandu asked of a ledger with days of New York")
        << QByteArray("America/New_York") << QByteArray("Asia/Kathmandu");
    QTest::newRow("days of Lord Howe, whose clocks change by half an hour")
        << QByteArray("Australia/Lord_Howe") << QByteArray("Australia/Lord_Howe");
}

void UsageRollupsTest::reportsAreTheSumsOfTheAttempts()
{
    QFETCH(QByteArray, kept);
    QFETCH(QByteArray, asked);
    setZone(kept);
    const qint64 middle = RandomTraffic::firstMs() + 7 * kUsageDayMs + 1'234'567;
    const QTimeZone zone(asked);
    const qint64 midnight = QDate(2026, 10, 31).startOfDay(zone).toMSecsSinceEpoch();
    const std::pair<std::optional<qint64>, std::optional<qint64>> periods[] = {
        {std::nullopt, std::nullopt},       {middle, std::nullopt},   {std::nullopt, middle},
        {middle, middle + 3 * kUsageDayMs}, {middle, middle + 1'000}, {midnight, midnight + 2 * kUsageDayMs}};
    for (const QString &by :
         {QString(), QStringLiteral("day"), QStringLiteral("model"), QStringLiteral("vendor"),
          QStringLiteral("task"), QStringLiteral("rule"), QStringLiteral("source"),
          QStringLiteral("status,error"), QStringLiteral("day,account,model"), QStringLiteral("week,model"),
          QStringLiteral("week,rule"), QStringLiteral("month,account"), QStringLiteral("month,task,source"),
          QStringLiteral("model,week"), QStringLiteral("model,task"), QStringLiteral("account,rule"),
          QStringLiteral("day,task,source"), QStringLiteral("model,task,source"),
          QStringLiteral("account,status")}) {
        for (const auto &period : periods) {
            UsageQuery query;
            query.by = by.split(u',', Qt::SkipEmptyParts);
            query.zone = zone;
            query.sinceMs = period.first;
            query.untilMs = period.second;
            compare(query);
            query.includeSimulated = true;
            compare(query);
        }
    }
}

void UsageRollupsTest::theDaysOfAViewAreThoseOfUtc()
{
    UsageQuery query;
    query.by = {QStringLiteral("day"), QStringLiteral("account"), QStringLiteral("model"),
                QStringLiteral("task"), QStringLiteral("source")};
    query.includeSimulated = true;
    QMap<QStringList, Money> expected;
    const UsageReport usage = report(query);
    for (const UsageRow &row : usage.rows)
        expected.insert(row.keys, row.figures.cost);
    int rows = 0;
    const auto read = await(m_ledger->database->read([&](Connection &connection) {
        return Statement(connection,
                         QStringLiteral("SELECT day_utc, account, model, task, source, sum(cost_picos) "
                                        "FROM v_usage_daily GROUP BY 1, 2, 3, 4, 5"))
            .each([&](const Statement &row) {
                ++rows;
                const Money cost =
                    expected.value({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
                QCOMPARE(row.integer(5), cost.picos());
            });
    }));
    QVERIFY(read);
    QCOMPARE(rows, expected.size());
}

void UsageRollupsTest::theCsvHasTheSameTotal()
{
    UsageQuery query;
    query.by = {QStringLiteral("day"), QStringLiteral("model")};
    query.zone = QTimeZone("Asia/Kathmandu");
    const UsageReport usage = report(query);
    const QStringList lines = usageToCsv(usage).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const qsizetype column = lines.first().split(u',').indexOf(QStringLiteral("cost_usd"));
    Money sum;
    for (const QString &line : lines.mid(1))
        sum += Money::fromDecimal(line.split(u',').at(column)).value_or(Money());
    const Rows expected = summed({.zone = query.zone});
    QVERIFY(sum == expected.value({}).cost);
    QVERIFY(!sum.isZero());
}

void UsageRollupsTest::filtersNarrow_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("dimension");
    QTest::addColumn<QString>("value");
    QTest::newRow("an account by day")
        << QStringLiteral("day") << QStringLiteral("account") << QStringLiteral("b");
    QTest::newRow("a rule by model") << QStringLiteral("model") << QStringLiteral("rule")
                                     << QStringLiteral("daily/short");
    QTest::newRow("calls without a rule") << QString() << QStringLiteral("rule") << QString();
    QTest::newRow("a task by source")
        << QStringLiteral("source") << QStringLiteral("task") << QStringLiteral("moved");
    QTest::newRow("a task by hour") << QStringLiteral("hour,model") << QStringLiteral("task")
                                    << QStringLiteral("moved");
    QTest::newRow("a team by week") << QStringLiteral("week") << QStringLiteral("tag:team")
                                    << QStringLiteral("red");
    QTest::newRow("an error by model")
        << QStringLiteral("model") << QStringLiteral("error") << QStringLiteral("timeout");
}

void UsageRollupsTest::filtersNarrow()
{
    QFETCH(QString, by);
    QFETCH(QString, dimension);
    QFETCH(QString, value);
    UsageQuery query;
    query.by = by.split(u',', Qt::SkipEmptyParts);
    query.only = {{dimension, value}};
    QVERIFY(!summed(query).isEmpty());
    compare(query);
    query.sinceMs = RandomTraffic::firstMs() + 5 * kUsageDayMs + 777;
    compare(query);
}

void UsageRollupsTest::figuresThatNobodyAskedForStayZero()
{
    UsageQuery query;
    query.by = {QStringLiteral("day"), QStringLiteral("model")};
    const UsageFigures all = report(query).total;
    query.figures = {QStringLiteral("cost"), QStringLiteral("output")};
    const UsageFigures some = report(query).total;
    QVERIFY(some == (UsageFigures{.attempts = all.attempts, .output = all.output, .cost = all.cost}));
    QVERIFY(!some.cost.isZero() && some.output > 0);
    query.figures = {QStringLiteral("cost_micros")};
    QCOMPARE(await(m_ledger->reader->usage(query)).error().kind, ErrorKind::InvalidRequest);
}

SWITCHYARD_TEST(UsageRollupsTest)
#include "tst_usagerollups.moc"
