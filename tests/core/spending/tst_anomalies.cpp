#include "core/spending/anomalies.h"
#include "core/spending/spendingreader.h"
#include "tests/core/spending/selectedattempts.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerStory;

namespace {

Money usd(const char *amount)
{
    return *Money::fromDecimal(QString::fromLatin1(amount));
}

/// Days in sequence from 1 November that cost these amounts, and one of `last` some days after them.
UsageReport spendReport(const QStringList &amounts, const QString &last, int daysAfter)
{
    UsageReport report;
    report.by = {QStringLiteral("day"), QStringLiteral("model")};
    QDate day(2026, 11, 1);
    const auto add = [&report](QDate on, const QString &amount) {
        UsageFigures figures;
        figures.attempts = 1;
        figures.cost = *Money::fromDecimal(amount);
        report.rows.append({{on.toString(Qt::ISODate), QStringLiteral("m")}, figures});
    };
    for (const QString &amount : amounts) {
        add(day, amount);
        day = day.addDays(1);
    }
    add(day.addDays(daysAfter - 1), last);
    return report;
}

} // namespace

class TestAnomalies : public QObject
{
    Q_OBJECT

private slots:
    void bothRatioAndFloorCount_data();
    void bothRatioAndFloorCount();
    void anAnomalyLeadsToItsDay();
    void daysOfUnknownCostAreNotFree();
    void theNewestComesFirst();
    void theLedgersAnomaliesAreByModelAccountAndTask();
};

void TestAnomalies::bothRatioAndFloorCount_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("daysAfter");
    QTest::addColumn<QString>("floor");
    /// Empty: no anomaly.
    QTest::addColumn<QString>("median");
    const auto seven = [](const char *amount) { return QStringList(7, QString::fromLatin1(amount)); };
    QTest::newRow("five times the median") << seven("1") << "5" << 1 << "1"
                                           << "1";
    QTest::newRow("a little less than that") << seven("1") << "4.999999999999" << 1 << "1"
                                             << "";
    QTest::newRow("six days are too few") << QStringList(6, QStringLiteral("1")) << "50" << 1 << "1"
                                          << "";
    QTest::newRow("at the floor") << seven("0.1") << "1" << 1 << "1"
                                  << "";
    QTest::newRow("above the floor") << seven("0.1") << "1.000000000001" << 1 << "1"
                                     << "0.1";
    QTest::newRow("above a lower floor") << seven("0.1") << "0.6" << 1 << "0.5"
                                         << "0.1";
    const QStringList even = QStringList(4, QStringLiteral("1")) + QStringList(4, QStringLiteral("3"));
    QTest::newRow("an even number has the mean of its middle") << even << "10" << 1 << "1"
                                                               << "2";
    QTest::newRow("below five times that mean") << even << "9.99" << 1 << "1"
                                                << "";
    const QStringList once = seven("1") + QStringList{QStringLiteral("100")};
    QTest::newRow("one dear day does not move the median") << once << "6" << 1 << "1"
                                                           << "1";
    QTest::newRow("the window reaches 28 days back") << seven("1") << "9" << 22 << "1"
                                                     << "1";
    QTest::newRow("one of the days is out of the window") << seven("1") << "9" << 23 << "1"
                                                          << "";
    QTest::newRow("days that were free") << seven("0") << "2" << 1 << "1"
                                         << "0";
}

void TestAnomalies::bothRatioAndFloorCount()
{
    QFETCH(QStringList, before);
    QFETCH(QString, last);
    QFETCH(int, daysAfter);
    QFETCH(QString, floor);
    QFETCH(QString, median);
    const UsageReport report = spendReport(before, last, daysAfter);
    const QDate day = QDate::fromString(report.rows.last().keys.first(), Qt::ISODate);
    AnomalyRule rule;
    rule.floor = *Money::fromDecimal(floor);
    const QList<SpendAnomaly> found = findAnomalies(report, day, day, QTimeZone::utc(), rule);
    QCOMPARE(found.isEmpty(), median.isEmpty());
    if (found.isEmpty())
        return;
    QCOMPARE(found.first().median.toDecimal(), median);
    QCOMPARE(found.first().cost.toDecimal(), last);
    QCOMPARE(found.first().activeDays, static_cast<int>(before.size()));
}

void TestAnomalies::anAnomalyLeadsToItsDay()
{
    // The clocks of Berlin go back on 25 October.
    UsageReport report = spendReport(QStringList(7, QStringLiteral("1")), QStringLiteral("9"), 1);
    for (qsizetype row = 0; row < report.rows.size(); ++row)
        report.rows[row].keys.first() = QDate(2026, 10, 18).addDays(row).toString(Qt::ISODate);
    const QTimeZone berlin("Europe/Berlin");
    const QList<SpendAnomaly> found = findAnomalies(report, QDate(2026, 10, 25), QDate(2026, 10, 25), berlin);
    QCOMPARE(found.size(), 1);
    const UsageFilter subject{QStringLiteral("model"), QStringLiteral("m")};
    QCOMPARE(found.first().subject, subject);
    QCOMPARE(found.first().calls.only, QList<UsageFilter>{subject});
    const TimeRange range = found.first().calls.range;
    QCOMPARE(*range.untilMs - *range.sinceMs, 25 * 3'600'000);
    QVERIFY(findAnomalies(report, QDate(2026, 10, 26), QDate(2026, 10, 30), berlin).isEmpty());
}

void TestAnomalies::daysOfUnknownCostAreNotFree()
{
    UsageReport report = spendReport(QStringList(14, QStringLiteral("0")), QStringLiteral("9"), 1);
    const QDate day(2026, 11, 15);
    QCOMPARE(findAnomalies(report, day, day, QTimeZone::utc()).size(), 1);
    for (int before = 0; before < 8; ++before)
        report.rows[before].figures.unpricedAttempts = 1;
    QVERIFY(findAnomalies(report, day, day, QTimeZone::utc()).isEmpty());
}

void TestAnomalies::theNewestComesFirst()
{
    UsageReport report = spendReport(QStringList(8, QStringLiteral("1")), QStringLiteral("9"), 1);
    report.rows[7].figures.cost = usd("20");
    UsageReport other = report;
    for (UsageRow &row : other.rows)
        row.keys[1] = QStringLiteral("n");
    other.rows[8].figures.cost = usd("12");
    report.rows += other.rows;
    const QList<SpendAnomaly> found =
        findAnomalies(report, QDate(2026, 11, 1), QDate(2026, 11, 30), QTimeZone::utc());
    QStringList names;
    for (const SpendAnomaly &anomaly : found)
        names.append(anomaly.subject.value + u' ' + anomaly.day.toString(Qt::ISODate));
    QCOMPARE(names,
             (QStringList{QStringLiteral("n 2026-11-09"), QStringLiteral("m 2026-11-09"),
                          QStringLiteral("m 2026-11-08"), QStringLiteral("n 2026-11-08")}));
}

void TestAnomalies::theLedgersAnomaliesAreByModelAccountAndTask()
{
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    const SpendingReader reader(story.ledger.database(), story.clock);
    const auto empty = await(reader.anomalies({}));
    QVERIFY(empty);
    QVERIFY(empty->isEmpty());

    const auto at = [](int day) { return QDateTime(QDate(2026, 11, day), QTime(12, 0), Qt::UTC); };
    const auto request = [](const char *target, const char *amount) {
        return LedgerStory::Request{QString::fromLatin1(target), 1'000, 200, usd(amount)};
    };
    for (int day = 1; day <= 7; ++day)
        story.tell(at(day), QStringLiteral("p"), {request("openai/big", "0.5")}, QStringLiteral("extract"));
    // Two accounts and two models share the dear day: only the task is five times as dear.
    for (const char *target : {"openai/big", "bay/small"})
        story.tell(at(8), QStringLiteral("p"), {request(target, "1.4")}, QStringLiteral("extract"));
    story.finish();
    AnomalyQuery query;
    query.range = {QDateTime(QDate(2026, 11, 8), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(), std::nullopt};
    const auto found = await(reader.anomalies(query));
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->size(), 1);
    const SpendAnomaly &anomaly = found->first();
    QCOMPARE(anomaly.subject, (UsageFilter{QStringLiteral("task"), QStringLiteral("extract")}));
    QCOMPARE(anomaly.cost, usd("2.8"));
    QCOMPARE(anomaly.median, usd("0.5"));
    const auto attempts = await(story.reader.attempts(test::attemptsOf(anomaly.calls)));
    QVERIFY(attempts);
    QCOMPARE(attempts->size(), 2);
    query.rule.floor = usd("3");
    const auto none = await(reader.anomalies(query));
    QVERIFY(none && none->isEmpty());
}

SWITCHYARD_TEST(TestAnomalies)
#include "tst_anomalies.moc"
