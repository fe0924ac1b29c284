#include "core/ledger/budgetstore.h"
#include "core/report/monthlyreader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::LedgerStory;

/// A month's figures, worked out by hand, from a real ledger whose clock says 22 November 2026.
class TestMonthlyReader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theMonthHasItsLocalDays();
    void tablesShowWhatChanged();
    void aLongTableEndsWithTheOthers();
    void reasonsSumToTheDifference();
    void aMonthOfUnknownCostHasNoReasons();
    void theDearestCallsAreWholeCalls();
    void answersThatWereImportedAreNotAmongThem();
    void whatIsUnknownIsListed();
    void aRunningMonthIsComparedWithAsMuchOfTheOneBefore();
    void simulatedRequestsAreCountedApart();
    void budgetsShowTheirWorstPeriod();
    void aPeriodOfUnknownCostIsWorseThanAnEmptyOne();
    void aMonthWithoutRequestsIsEmpty();
    void monthsWithRequestsAreListed();
    void aMonthThatHasNotBegunIsRefused();
    void aMonthIsFourAndTwoDigits_data();
    void aMonthIsFourAndTwoDigits();

private:
    void tellAutumn();
    MonthlyReport ask(int month, bool includeSimulated = false) const;

    std::unique_ptr<LedgerStory> m_story;
};

namespace {

const QTimeZone kReportZone("Europe/Berlin");

Money cents(qint64 count)
{
    return Money::fromPicos(Money::kPicosPerUsd / 100) * count;
}

QDateTime autumn(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
}

LedgerStory::Request costing(const char *target, std::optional<qint64> amount,
                             LaneStatus status = LaneStatus::Complete)
{
    LedgerStory::Request request{QString::fromLatin1(target)};
    request.cost = amount ? std::optional(cents(*amount)) : std::nullopt;
    request.status = status;
    return request;
}

QStringList namesOf(const ReportTable &table)
{
    QStringList names;
    for (const ReportRow &row : table.rows)
        names.append(row.name);
    return names;
}

} // namespace

void TestMonthlyReader::init()
{
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
}

/// October in Berlin is from 30 September, 22:00 UTC, to 31 October, 23:00 UTC: $2.85 known.
void TestMonthlyReader::tellAutumn()
{
    m_story->tell(autumn(9, 30, 21, 59), costing("a/one", 100));
    m_story->tell(autumn(9, 30, 22), costing("a/one", 50));
    m_story->tell(autumn(10, 10, 8), QStringLiteral("Shorten this"), {costing("a/one", 25)},
                  QStringLiteral("summarize"));
    m_story->tell(autumn(10, 10, 9), costing("b/two", std::nullopt));
    m_story->tell(autumn(10, 10, 10), costing("a/one", 10, LaneStatus::Failed));
    m_story->tell(autumn(10, 31, 22, 59), costing("b/two", 200));
    m_story->tell(autumn(10, 31, 23), costing("a/one", 400));
    m_story->finish();
}

MonthlyReport TestMonthlyReader::ask(int month, bool includeSimulated) const
{
    MonthlyQuery query;
    query.month = QDate(2026, month, 15);
    query.zone = kReportZone;
    query.includeSimulated = includeSimulated;
    query.nowMs = m_story->clock.utcMs();
    const Result<MonthlyReport> report = test::await(m_story->ledger.database().read(
        [query](Connection &connection) { return readMonthlyReport(connection, query); }));
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return *report;
}

void TestMonthlyReader::theMonthHasItsLocalDays()
{
    tellAutumn();
    const MonthlyReport october = ask(10);
    QCOMPARE(october.month, QDate(2026, 10, 1));
    QCOMPARE(october.lastDay, QDate(2026, 10, 31));
    QVERIFY(!october.isRunning);
    QCOMPARE(october.total.cost, cents(285));
    QCOMPARE(october.total.attempts, 5);
    QCOMPARE(october.total.calls, 5);
    QCOMPARE(october.total.errors, 1);
    QCOMPARE(october.total.unpricedAttempts, 1);
    // Four answers with 1,000 tokens in and 200 out each.
    QCOMPARE(october.total.input, 4000);
    QCOMPARE(october.total.output, 800);
    QCOMPARE(october.failed.cost, cents(10));
    QCOMPARE(october.failed.attempts, 1);
    QCOMPARE(october.days.size(), 31);
    QCOMPARE(october.days.at(0).figures.cost, cents(50));
    QCOMPARE(october.days.at(9).figures.cost, cents(35));
    QCOMPARE(october.days.at(30).figures.cost, cents(200));
    UsageFigures sum;
    for (const ReportDay &day : october.days)
        sum += day.figures;
    QCOMPARE(sum, october.total);
    QCOMPARE(october.chartModels, QStringList({QStringLiteral("two"), QStringLiteral("one")}));
    QCOMPARE(october.days.at(9).parts, QList<Money>({cents(0), cents(35), cents(0)}));
}

void TestMonthlyReader::tablesShowWhatChanged()
{
    tellAutumn();
    const MonthlyReport october = ask(10);
    QCOMPARE(namesOf(october.models), QStringList({QStringLiteral("two"), QStringLiteral("one")}));
    QCOMPARE(october.models.rows.at(1).figures.cost, cents(85));
    QCOMPARE(october.models.rows.at(1).before.cost, cents(100));
    QCOMPARE(october.models.rows.at(0).before.attempts, 0);
    QCOMPARE(namesOf(october.accounts), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
    QCOMPARE(namesOf(october.tasks), QStringList({QString(), QStringLiteral("summarize")}));
    QCOMPARE(october.tasks.rows.at(1).figures.cost, cents(25));
    QCOMPARE(october.models.others, 0);
}

void TestMonthlyReader::aLongTableEndsWithTheOthers()
{
    m_story->tell(autumn(9, 10, 8), costing("a/gone", 7));
    for (int model = 1; model <= 12; ++model)
        m_story->tell(autumn(10, 10, 8), costing(qPrintable(QStringLiteral("a/m%1").arg(model)), model));
    m_story->finish();
    const MonthlyReport october = ask(10);
    QCOMPARE(october.models.rows.size(), 10);
    QCOMPARE(october.models.rows.constFirst().name, QStringLiteral("m12"));
    QCOMPARE(october.models.rows.constLast().name, QStringLiteral("m3"));
    // The two cheapest, and the one of September that is no more.
    QCOMPARE(october.models.others, 3);
    QCOMPARE(october.models.rest.cost, cents(3));
    QCOMPARE(october.models.restBefore.cost, cents(7));
    QCOMPARE(october.chartModels.size(), 5);
    // The costs 8 to 12 have series of their own, 1 to 7 are together.
    QCOMPARE(october.days.at(9).parts.constLast(), cents(28));
}

void TestMonthlyReader::reasonsSumToTheDifference()
{
    tellAutumn();
    const MonthlyReport october = ask(10);
    QVERIFY(october.before);
    QCOMPARE(october.before->cost, cents(100));
    QCOMPARE(october.beforeFirst, QDate(2026, 9, 1));
    QCOMPARE(october.beforeLast, QDate(2026, 9, 30));
    QCOMPARE(october.reasons.size(), qsizetype(kChangeFactors));
    Money sum;
    for (const ReportReason &reason : october.reasons)
        sum += reason.amount;
    QCOMPARE(sum, cents(185));
}

void TestMonthlyReader::aMonthOfUnknownCostHasNoReasons()
{
    m_story->tell(autumn(9, 10, 8), costing("a/one", 7));
    m_story->tell(autumn(10, 10, 8), costing("b/two", std::nullopt));
    m_story->finish();
    const MonthlyReport october = ask(10);
    QVERIFY(october.before);
    QVERIFY(october.reasons.isEmpty());
}

void TestMonthlyReader::theDearestCallsAreWholeCalls()
{
    tellAutumn();
    const MonthlyReport october = ask(10);
    // The one of unknown cost is not among them.
    QCOMPARE(october.calls.size(), 4);
    const ReportCall &first = october.calls.constFirst();
    QCOMPARE(first.cost, cents(200));
    QCOMPARE(first.model, QStringLiteral("two"));
    QCOMPARE(first.account, QStringLiteral("b"));
    QCOMPARE(first.atMs, autumn(10, 31, 22, 59).toMSecsSinceEpoch());
    QVERIFY(first.run > 0);
    QCOMPARE(october.calls.at(2).task, QStringLiteral("summarize"));
    QCOMPARE(october.calls.constLast().cost, cents(10));
}

void TestMonthlyReader::answersThatWereImportedAreNotAmongThem()
{
    m_story->tell(autumn(10, 10, 8), costing("a/one", 20));
    m_story->tell(autumn(10, 11, 8), costing("a/elsewhere", 90));
    m_story->finish();
    QVERIFY(test::await(m_story->ledger.database().write([](Connection &connection) {
        return connection.execute(
            QStringLiteral("UPDATE attempts SET imported = 1 WHERE model = 'elsewhere'"));
    })));
    const MonthlyReport october = ask(10);
    QCOMPARE(october.total.cost, cents(20));
    QCOMPARE(october.calls.size(), 1);
    QCOMPARE(october.calls.constFirst().model, QStringLiteral("one"));
}

void TestMonthlyReader::whatIsUnknownIsListed()
{
    tellAutumn();
    const MonthlyReport october = ask(10);
    QCOMPARE(october.unpriced.size(), 1);
    QCOMPARE(october.unpriced.constFirst().account, QStringLiteral("b"));
    QCOMPARE(october.unpriced.constFirst().model, QStringLiteral("two"));
    QCOMPARE(october.unpriced.constFirst().attempts, 1);
    // Too few for a percentile.
    QVERIFY(!october.firstTokenP95);
    QCOMPARE(october.completeness.firstMs, std::optional(autumn(9, 30, 21, 59).toMSecsSinceEpoch()));
    QCOMPARE(october.completeness.lastMs, std::optional(autumn(10, 31, 23).toMSecsSinceEpoch()));
    QCOMPARE(october.completeness.imported.attempts, 0);
}

void TestMonthlyReader::aRunningMonthIsComparedWithAsMuchOfTheOneBefore()
{
    tellAutumn();
    const MonthlyReport november = ask(11);
    QVERIFY(november.isRunning);
    QCOMPARE(november.lastDay, QDate(2026, 11, 22));
    QCOMPARE(november.days.size(), 22);
    QCOMPARE(november.total.cost, cents(400));
    // Of October up to the 22nd: 50, 25 and 10 cents.
    QVERIFY(november.before);
    QCOMPARE(november.before->cost, cents(85));
    QCOMPARE(november.beforeLast, QDate(2026, 10, 22));
    // September is the first month there is.
    QVERIFY(!ask(9).before);
}

void TestMonthlyReader::simulatedRequestsAreCountedApart()
{
    LedgerStory::Request simulated = costing("demo/quick", 30);
    simulated.simulated = true;
    m_story->tell(autumn(10, 10, 8), simulated);
    m_story->tell(autumn(10, 11, 8), costing("a/one", 20));
    m_story->finish();
    const MonthlyReport without = ask(10);
    QCOMPARE(without.total.cost, cents(20));
    QCOMPARE(without.completeness.hiddenSimulated, 1);
    QCOMPARE(without.calls.size(), 1);
    const MonthlyReport with = ask(10, true);
    QCOMPARE(with.total.cost, cents(50));
    QCOMPARE(with.completeness.hiddenSimulated, 0);
    QCOMPARE(with.calls.size(), 2);
}

void TestMonthlyReader::budgetsShowTheirWorstPeriod()
{
    tellAutumn();
    BudgetStore store(m_story->ledger.database());
    QVERIFY(store.load());
    Budget month;
    month.name = QStringLiteral("by month");
    month.period.zone = QStringLiteral("Europe/Berlin");
    month.amount = cents(300);
    Budget day = month;
    day.name = QStringLiteral("by day");
    day.period.cycle = BudgetCycle::Day;
    day.amount = cents(100);
    Budget off = month;
    off.name = QStringLiteral("off");
    off.enabled = false;
    for (const Budget &budget : {month, day, off})
        QVERIFY(test::await(store.save(budget)));
    const QList<ReportBudget> budgets = ask(10).budgets;
    QCOMPARE(budgets.size(), 2);
    const ReportBudget &daily = budgets.at(0);
    QCOMPARE(daily.worst.budget.name, QStringLiteral("by day"));
    QCOMPARE(daily.periods, 31);
    QCOMPARE(daily.exceeded, 1);
    QCOMPARE(daily.worst.span.first, QDate(2026, 10, 31));
    QCOMPARE(daily.worst.spent, cents(200));
    const ReportBudget &monthly = budgets.at(1);
    QCOMPARE(monthly.periods, 1);
    QCOMPARE(monthly.exceeded, 0);
    QCOMPARE(monthly.worst.spent, cents(285));
    QCOMPARE(monthly.worst.unpriced, 1);
    QVERIFY(monthly.complete);
    // Of November the days up to today.
    QCOMPARE(ask(11).budgets.at(0).periods, 22);
}

void TestMonthlyReader::aPeriodOfUnknownCostIsWorseThanAnEmptyOne()
{
    m_story->tell(autumn(10, 10, 9), costing("b/two", std::nullopt));
    m_story->finish();
    BudgetStore store(m_story->ledger.database());
    QVERIFY(store.load());
    Budget day;
    day.name = QStringLiteral("by day");
    day.period.zone = QStringLiteral("Europe/Berlin");
    day.period.cycle = BudgetCycle::Day;
    day.amount = cents(100);
    QVERIFY(test::await(store.save(day)));
    const QList<ReportBudget> budgets = ask(10).budgets;
    QCOMPARE(budgets.size(), 1);
    QCOMPARE(budgets.at(0).worst.span.first, QDate(2026, 10, 10));
    QCOMPARE(budgets.at(0).worst.unpriced, 1);
}

void TestMonthlyReader::aMonthWithoutRequestsIsEmpty()
{
    QVERIFY(ask(10).isEmpty());
    tellAutumn();
    const MonthlyReport august = ask(8);
    QVERIFY(august.isEmpty());
    QVERIFY(!august.before);
    QCOMPARE(august.days.size(), 31);
    QVERIFY(august.models.rows.isEmpty() && august.calls.isEmpty() && august.unpriced.isEmpty());
}

void TestMonthlyReader::monthsWithRequestsAreListed()
{
    MonthlyQuery query;
    query.zone = kReportZone;
    query.nowMs = m_story->clock.utcMs();
    const auto list = [this, &query] {
        const auto read = [query](Connection &connection) { return monthsWithRequests(connection, query); };
        return test::await(m_story->ledger.database().read(read)).valueOr({});
    };
    QCOMPARE(list(), QList<QDate>());
    LedgerStory::Request simulated = costing("demo/one", 0);
    simulated.simulated = true;
    m_story->tell(autumn(8, 10, 8), simulated);
    m_story->tell(autumn(6, 30, 22), costing("a/one", 50));
    m_story->tell(autumn(10, 31, 23), costing("a/one", 400));
    m_story->finish();
    QCOMPARE(list(), (QList<QDate>{QDate(2026, 11, 1), QDate(2026, 7, 1)}));
    query.includeSimulated = true;
    QCOMPARE(list(), (QList<QDate>{QDate(2026, 11, 1), QDate(2026, 8, 1), QDate(2026, 7, 1)}));
}

void TestMonthlyReader::aMonthThatHasNotBegunIsRefused()
{
    MonthlyQuery query;
    query.month = QDate(2026, 12, 1);
    query.nowMs = m_story->clock.utcMs();
    const Result<MonthlyReport> report = test::await(m_story->ledger.database().read(
        [query](Connection &connection) { return readMonthlyReport(connection, query); }));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(report.error().message.contains(QStringLiteral("2026-12")));
}

void TestMonthlyReader::aMonthIsFourAndTwoDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("month");
    QTest::newRow("a month is its first day") << QStringLiteral("2026-11") << QDate(2026, 11, 1);
    QTest::newRow("there is no thirteenth month") << QStringLiteral("2026-13") << QDate();
    QTest::newRow("one digit is too few") << QStringLiteral("2026-1") << QDate();
    QTest::newRow("a day is too much") << QStringLiteral("2026-11-02") << QDate();
    QTest::newRow("a name is no month") << QStringLiteral("november") << QDate();
    QTest::newRow("nothing is no month") << QString() << QDate();
}

void TestMonthlyReader::aMonthIsFourAndTwoDigits()
{
    QFETCH(QString, text);
    QFETCH(QDate, month);
    const Result<QDate> read = parseReportMonth(text);
    QCOMPARE(read.hasValue(), month.isValid());
    if (read)
        QCOMPARE(*read, month);
    else
        QVERIFY(read.error().message.contains(QLatin1Char('"') + text + QLatin1Char('"')));
}

SWITCHYARD_TEST(TestMonthlyReader)

#include "tst_monthlyreader.moc"
