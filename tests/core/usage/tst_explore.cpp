#include "core/ledger/ledgerkeeper.h"
#include "core/usage/usagereader.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerStory;

namespace {

const QTimeZone kViewZone("Europe/Berlin");

QDateTime viewTime(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), kViewZone);
}

Money millionths(qint64 count)
{
    return Money::fromPicos(count * 1'000'000);
}

ExploreQuery viewOf(QDate first, QDate last)
{
    ExploreQuery query;
    query.period = customPeriod(first, last);
    query.zone = kViewZone;
    return query;
}

} // namespace

class TestExplore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theBiggestGroupsAreShownAndTheOthersTogether();
    void oneGroupAloneIsNotCalledOther();
    void ratesAreOfSums();
    void sharesAreOfTheTotal();
    void anUnknownCostIsNoZero();
    void aCumulativeSeriesEndsAtTheTotal();
    void tooManyBucketsBecomeCoarser_data();
    void tooManyBucketsBecomeCoarser();
    void weeksBeginWithTheDayThatIsAsked_data();
    void weeksBeginWithTheDayThatIsAsked();
    void daysOfChangedClocksHaveTheirHours_data();
    void daysOfChangedClocksHaveTheirHours();
    void wholeMonthsAreSummedByMonth();
    void aLongPeriodHasTheMarksOfItsParts_data();
    void aLongPeriodHasTheMarksOfItsParts();
    void aTableByDayHasTheRowsOfTheSeries();
    void aMarkOpensItsAttempts();
    void theMarkOfOtherOpensTheOthers();
    void theCostOfFailuresIsThatOfFailedAttempts();
    void anEmptyLedgerHasNoBuckets();
    void aDimensionThatDoesNotExistIsRefused();

private:
    void ask(const QDateTime &at, const char *target, qint64 micros);
    ExploreResult view(const ExploreQuery &query);
    UsageFigures figures(const AttemptFilter &filter) const;

    std::unique_ptr<LedgerStory> m_story;
    std::unique_ptr<UsageReader> m_reader;
};

void TestExplore::init()
{
    m_story = std::make_unique<LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
    m_reader = std::make_unique<UsageReader>(m_story->ledger.database());
}

void TestExplore::ask(const QDateTime &at, const char *target, qint64 micros)
{
    LedgerStory::Request request{QString::fromLatin1(target)};
    request.cost = millionths(micros);
    m_story->tell(at, request);
}

ExploreResult TestExplore::view(const ExploreQuery &query)
{
    m_story->finish();
    const Result<ExploreResult> result = await(m_reader->explore(query));
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

UsageFigures TestExplore::figures(const AttemptFilter &filter) const
{
    const Result<AttemptSum> sum = await(m_reader->sum(filter));
    if (!sum)
        qFatal("%s", qPrintable(sum.error().message));
    return sum->figures;
}

void TestExplore::theBiggestGroupsAreShownAndTheOthersTogether()
{
    ask(viewTime(11, 2, 9), "a/small", 1);
    ask(viewTime(11, 2, 9), "a/big", 40);
    ask(viewTime(11, 3, 9), "a/middle", 20);
    ask(viewTime(11, 3, 10), "a/little", 3);
    ExploreQuery query = viewOf(QDate(2026, 11, 2), QDate(2026, 11, 4));
    query.topN = 2;
    const ExploreResult result = view(query);
    QCOMPARE(result.buckets.size(), 3);
    QCOMPARE(result.buckets.at(0).key, QStringLiteral("2026-11-02"));
    QCOMPARE(result.series.size(), 3);
    QCOMPARE(result.series.at(0).name, QStringLiteral("big"));
    QCOMPARE(result.series.at(1).path, QStringList{QStringLiteral("middle")});
    QVERIFY(result.series.at(2).isOther && !result.series.at(1).isOther);
    QCOMPARE(result.series.at(2).marks.at(0).figures.cost, millionths(1));
    QCOMPARE(result.series.at(2).marks.at(1).figures.cost, millionths(3));
    QCOMPARE(result.series.at(2).marks.at(2).figures.attempts, 0);
    QCOMPARE(result.rows.constLast().figures.cost, millionths(4));
    QVERIFY(result.rows.constLast().isOther);
    QCOMPARE(result.total.figures.cost, millionths(64));
}

void TestExplore::oneGroupAloneIsNotCalledOther()
{
    for (const char *target : {"a/one", "a/two", "a/three"})
        ask(viewTime(11, 2, 9), target, 5);
    ExploreQuery query = viewOf(QDate(2026, 11, 2), QDate(2026, 11, 2));
    query.topN = 2;
    const ExploreResult result = view(query);
    QCOMPARE(result.series.size(), 3);
    QVERIFY(!result.series.constLast().isOther);
}

void TestExplore::ratesAreOfSums()
{
    // One of one failed on the 2nd, none of three on the 3rd: a quarter of all, not half of two rates.
    LedgerStory::Request failed{QStringLiteral("a/one")};
    failed.status = LaneStatus::Failed;
    m_story->tell(viewTime(11, 2, 9), failed);
    for (int hour = 9; hour < 12; ++hour)
        ask(viewTime(11, 3, hour), "a/one", 1);
    ExploreQuery query = viewOf(QDate(2026, 11, 2), QDate(2026, 11, 4));
    query.metric = ExploreMetric::ErrorRate;
    const ExploreResult result = view(query);
    const QList<ExploreMark> &marks = result.series.constFirst().marks;
    QCOMPARE(marks.at(0).value, std::optional(1.0));
    QCOMPARE(marks.at(1).value, std::optional(0.0));
    QVERIFY(!marks.at(2).value);
    QCOMPARE(result.total.value, std::optional(0.25));
    QVERIFY(!result.total.share);
    query.cumulative = true;
    QCOMPARE(view(query).series.constFirst().marks.at(2).value, std::optional(0.25));
}

void TestExplore::sharesAreOfTheTotal()
{
    ask(viewTime(11, 2, 9), "a/one", 30);
    ask(viewTime(11, 2, 9), "a/two", 10);
    const ExploreResult result = view(viewOf(QDate(2026, 11, 2), QDate(2026, 11, 2)));
    QCOMPARE(result.rows.at(0).share, std::optional(0.75));
    QCOMPARE(result.rows.at(1).share, std::optional(0.25));
}

void TestExplore::anUnknownCostIsNoZero()
{
    LedgerStory::Request unpriced{QStringLiteral("a/one")};
    unpriced.cost = std::nullopt;
    m_story->tell(viewTime(11, 2, 9), unpriced);
    const ExploreResult result = view(viewOf(QDate(2026, 11, 2), QDate(2026, 11, 2)));
    QVERIFY(!result.rows.constFirst().value);
    QVERIFY(!result.rows.constFirst().share);
    QCOMPARE(result.total.figures.unpricedAttempts, 1);
}

void TestExplore::aCumulativeSeriesEndsAtTheTotal()
{
    ask(viewTime(11, 2, 9), "a/one", 1);
    ask(viewTime(11, 3, 9), "a/one", 2);
    ask(viewTime(11, 5, 9), "a/one", 4);
    ExploreQuery query = viewOf(QDate(2026, 11, 2), QDate(2026, 11, 5));
    query.cumulative = true;
    const ExploreResult result = view(query);
    QList<qint64> micros;
    for (const ExploreMark &mark : result.series.constFirst().marks)
        micros.append(mark.figures.cost.picos() / 1'000'000);
    QCOMPARE(micros, (QList<qint64>{1, 3, 3, 7}));
    QCOMPARE(figures(attemptsOfMark(result, 0, 1)).cost, millionths(3));
}

void TestExplore::tooManyBucketsBecomeCoarser_data()
{
    QTest::addColumn<ExploreRollup>("asked");
    QTest::addColumn<int>("days");
    QTest::addColumn<ExploreRollup>("drawn");
    QTest::addColumn<int>("buckets");
    QTest::newRow("a day of quarters of an hour")
        << ExploreRollup::Quarter << 1 << ExploreRollup::Quarter << 96;
    QTest::newRow("two days of quarters are two days of hours")
        << ExploreRollup::Quarter << 2 << ExploreRollup::Hour << 48;
    QTest::newRow("a week of quarters is a week of days")
        << ExploreRollup::Quarter << 7 << ExploreRollup::Day << 7;
    QTest::newRow("five days of hours") << ExploreRollup::Hour << 5 << ExploreRollup::Hour << 120;
    QTest::newRow("six days of hours are six days") << ExploreRollup::Hour << 6 << ExploreRollup::Day << 6;
    QTest::newRow("120 days") << ExploreRollup::Day << 120 << ExploreRollup::Day << 120;
    // From a Monday: 121 days are 17 weeks and two days.
    QTest::newRow("121 days are 18 weeks") << ExploreRollup::Day << 121 << ExploreRollup::Week << 18;
    QTest::newRow("whole weeks stay weeks") << ExploreRollup::Week << 14 << ExploreRollup::Week << 2;
}

void TestExplore::tooManyBucketsBecomeCoarser()
{
    QFETCH(ExploreRollup, asked);
    QFETCH(int, days);
    QFETCH(int, buckets);
    ask(viewTime(6, 1, 9), "a/one", 1);
    // 1 June 2026 is a Monday; no clock changes in Berlin until 25 October.
    ExploreQuery query = viewOf(QDate(2026, 6, 1), QDate(2026, 6, 1).addDays(days - 1));
    query.rollup = asked;
    const ExploreResult result = view(query);
    QTEST(result.query.rollup, "drawn");
    QCOMPARE(result.buckets.size(), buckets);
    QCOMPARE(result.coarsenedFrom.has_value(), result.query.rollup != asked);
    QCOMPARE(result.coarsenedFrom.value_or(asked), asked);
}

void TestExplore::weeksBeginWithTheDayThatIsAsked_data()
{
    QTest::addColumn<Qt::DayOfWeek>("start");
    QTest::addColumn<QStringList>("weeks");
    QTest::addColumn<QList<qint64>>("micros");
    // 1 November 2026 is a Sunday.
    QTest::newRow("on Monday") << Qt::Monday
                               << QStringList{QStringLiteral("2026-10-26"), QStringLiteral("2026-11-02")}
                               << QList<qint64>{3, 4};
    QTest::newRow("on Sunday") << Qt::Sunday
                               << QStringList{QStringLiteral("2026-10-25"), QStringLiteral("2026-11-01")}
                               << QList<qint64>{1, 6};
    QTest::newRow("on Saturday") << Qt::Saturday
                                 << QStringList{QStringLiteral("2026-10-31"), QStringLiteral("2026-11-07")}
                                 << QList<qint64>{7, 0};
}

void TestExplore::weeksBeginWithTheDayThatIsAsked()
{
    QFETCH(Qt::DayOfWeek, start);
    QFETCH(QStringList, weeks);
    QFETCH(QList<qint64>, micros);
    ask(viewTime(10, 31, 23, 59), "a/one", 1);
    ask(viewTime(11, 1, 0), "a/one", 2);
    ask(viewTime(11, 2, 0), "a/one", 4);
    ExploreQuery query = viewOf(QDate(2026, 10, 31), QDate(2026, 11, 7));
    query.rollup = ExploreRollup::Week;
    query.weekStart = start;
    const ExploreResult result = view(query);
    QStringList keys;
    QList<qint64> sums;
    for (qsizetype bucket = 0; bucket < result.buckets.size(); ++bucket) {
        keys.append(result.buckets.at(bucket).key);
        sums.append(result.series.constFirst().marks.at(bucket).figures.cost.picos() / 1'000'000);
    }
    QCOMPARE(keys, weeks);
    QCOMPARE(sums, micros);
    // The first week is cut to the period.
    QCOMPARE(result.buckets.constFirst().startMs, viewTime(10, 31, 0).toMSecsSinceEpoch());
}

void TestExplore::daysOfChangedClocksHaveTheirHours_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("hours");
    QTest::newRow("summer time begins") << QDate(2026, 3, 29) << 23;
    QTest::newRow("summer time ends") << QDate(2026, 10, 25) << 25;
    QTest::newRow("any other day") << QDate(2026, 10, 26) << 24;
}

void TestExplore::daysOfChangedClocksHaveTheirHours()
{
    QFETCH(QDate, day);
    QFETCH(int, hours);
    const qint64 start = day.startOfDay(kViewZone).toMSecsSinceEpoch();
    for (int hour = 0; hour < hours; ++hour)
        ask(QDateTime::fromMSecsSinceEpoch(start + hour * 3'600'000LL, Qt::UTC), "a/one", 1);
    ExploreQuery query = viewOf(day, day);
    query.rollup = ExploreRollup::Hour;
    const ExploreResult result = view(query);
    QCOMPARE(result.buckets.size(), hours);
    for (const ExploreMark &mark : result.series.constFirst().marks)
        QCOMPARE(mark.figures.attempts, 1);
}

void TestExplore::wholeMonthsAreSummedByMonth()
{
    // September and October are whole, so that their sums are those of months.
    ask(viewTime(8, 20, 9), "a/one", 1);
    ask(viewTime(9, 1, 0), "a/one", 2);
    ask(viewTime(9, 30, 23, 59), "b/two", 4);
    ask(viewTime(10, 1, 0), "a/one", 8);
    ask(viewTime(11, 5, 9), "a/one", 16);
    m_story->finish();
    LedgerKeeper keeper(m_story->ledger.database());
    QVERIFY(await(keeper.setReportingZone(kViewZone)));
    ExploreQuery query = viewOf(QDate(2026, 8, 1), QDate(2026, 11, 30));
    query.rollup = ExploreRollup::Month;
    const ExploreResult result = view(query);
    QStringList keys;
    for (const ExploreBucket &bucket : result.buckets)
        keys.append(bucket.key);
    QCOMPARE(keys,
             (QStringList{QStringLiteral("2026-08"), QStringLiteral("2026-09"), QStringLiteral("2026-10"),
                          QStringLiteral("2026-11")}));
    QCOMPARE(result.series.at(0).name, QStringLiteral("one"));
    QList<qint64> ofOne;
    for (const ExploreMark &mark : result.series.at(0).marks)
        ofOne.append(mark.figures.cost.picos() / 1'000'000);
    QCOMPARE(ofOne, (QList<qint64>{1, 2, 8, 16}));
    QCOMPARE(result.series.at(1).marks.at(1).figures.cost, millionths(4));
    // The sum of all of it is put together from months too.
    QCOMPARE(figures(attemptsOfView(result)).cost, millionths(31));
    QCOMPARE(figures(attemptsOfRow(result, 1)).cost, millionths(4));
    query.group = QStringLiteral("rule");
    QCOMPARE(view(query).series.constFirst().marks.at(1).figures.cost, millionths(6));
}

void TestExplore::aLongPeriodHasTheMarksOfItsParts_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("subgroup");
    QTest::addColumn<bool>("daysAreKept");
    const QString model = QStringLiteral("model");
    QTest::newRow("one dimension") << model << QString() << true;
    QTest::newRow("two dimensions") << model << QStringLiteral("task") << true;
    QTest::newRow("no value of a dimension") << QStringLiteral("rule") << QStringLiteral("task") << true;
    QTest::newRow("days of another zone") << model << QStringLiteral("task") << false;
}

/// Of years only what is shown is read, and the whole; of a week everything.
void TestExplore::aLongPeriodHasTheMarksOfItsParts()
{
    QFETCH(QString, group);
    QFETCH(QString, subgroup);
    QFETCH(bool, daysAreKept);
    LedgerKeeper keeper(m_story->ledger.database());
    QVERIFY(await(keeper.setReportingZone(daysAreKept ? kViewZone : QTimeZone("Asia/Tokyo"))));
    for (int at = 0; at < 70; ++at) {
        LedgerStory::Request request{QStringLiteral("a%1/m%2").arg(at % 2).arg(at % 23)};
        request.cost = millionths(1 << (at % 5));
        m_story->tell(viewTime(7, 1, at % 24).addDays(at * 2), QStringLiteral("q"), {request},
                      QStringLiteral("task %1").arg(at % 3));
    }
    ExploreQuery query = viewOf(QDate(2026, 7, 1), QDate(2026, 11, 20));
    query.rollup = ExploreRollup::Week;
    query.group = group;
    query.subgroup = subgroup;
    query.topN = 2;
    const ExploreResult result = view(query);
    QCOMPARE(result.buckets.size(), 21);
    QCOMPARE(result.total.figures.attempts, 70);
    for (qsizetype bucket = 0; bucket < result.buckets.size(); ++bucket) {
        ExploreQuery part = query;
        part.topN = 0;
        const auto day = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, kViewZone).date(); };
        part.period =
            customPeriod(day(result.buckets.at(bucket).startMs), day(result.buckets.at(bucket).endMs - 1));
        const ExploreResult all = view(part);
        UsageFigures rest = all.total.figures;
        for (const ExploreSeries &series : result.series) {
            if (series.isOther)
                continue;
            UsageFigures own;
            for (const ExploreSeries &one : all.series) {
                if (one.path == series.path)
                    own = one.marks.constFirst().figures;
            }
            QVERIFY(series.marks.at(bucket).figures == own);
            rest -= own;
        }
        if (result.series.constLast().isOther)
            QVERIFY(result.series.constLast().marks.at(bucket).figures == rest);
        else
            QVERIFY(rest == UsageFigures());
    }
}

void TestExplore::aTableByDayHasTheRowsOfTheSeries()
{
    ask(viewTime(11, 2, 9), "a/one", 5);
    ask(viewTime(11, 2, 9), "a/two", 3);
    ask(viewTime(11, 2, 9), "a/three", 1);
    ask(viewTime(11, 4, 9), "a/two", 3);
    ExploreQuery query = viewOf(QDate(2026, 11, 1), QDate(2026, 11, 7));
    query.rollup = ExploreRollup::Week;
    query.group = QStringLiteral("day");
    query.subgroup = QStringLiteral("model");
    query.topN = 1;
    const ExploreResult result = view(query);
    QCOMPARE(result.dimensions, QStringList{QStringLiteral("model")});
    QStringList rows;
    for (const ExploreRow &row : result.rows)
        rows.append(row.path.join(u' ') + (row.isOther ? QStringLiteral(" and others ") : QStringLiteral(" "))
                    + QString::number(row.figures.cost.picos() / 1'000'000));
    QCOMPARE(rows,
             (QStringList{QStringLiteral("2026-11-02 two 3"), QStringLiteral("2026-11-02 and others 6"),
                          QStringLiteral("2026-11-04 two 3")}));
    QCOMPARE(figures(attemptsOfRow(result, 1)).attempts, 2);
    QCOMPARE(figures(attemptsOfRow(result, 2)).cost, millionths(3));
}

void TestExplore::aMarkOpensItsAttempts()
{
    ask(viewTime(11, 2, 0), "a/one", 1);
    ask(viewTime(11, 2, 23, 59), "b/one", 2);
    ask(viewTime(11, 3, 0), "a/one", 4);
    ask(viewTime(11, 2, 12), "a/two", 8);
    ExploreQuery query = viewOf(QDate(2026, 11, 1), QDate(2026, 11, 7));
    query.filters = {{QStringLiteral("account"), QStringLiteral("a")}};
    const ExploreResult result = view(query);
    QCOMPARE(result.series.at(1).name, QStringLiteral("one"));
    const AttemptFilter filter = attemptsOfMark(result, 1, 1);
    const Result<AttemptPage> page = await(m_reader->attempts(filter, std::nullopt, 10));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->rows.constFirst().cost.amount, std::optional(millionths(1)));
    QCOMPARE(figures(filter), result.series.at(1).marks.at(1).figures);
    QCOMPARE(figures(attemptsOfBucket(result, 1)).cost, millionths(9));
    QCOMPARE(figures(attemptsOfView(result)), result.total.figures);
}

void TestExplore::theMarkOfOtherOpensTheOthers()
{
    ask(viewTime(11, 2, 9), "a/one", 50);
    ask(viewTime(11, 2, 9), "a/two", 3);
    ask(viewTime(11, 2, 9), "b/one", 2);
    ask(viewTime(11, 3, 9), "b/two", 1);
    ExploreQuery query = viewOf(QDate(2026, 11, 2), QDate(2026, 11, 3));
    query.group = QStringLiteral("account");
    query.subgroup = QStringLiteral("model");
    query.topN = 1;
    const ExploreResult result = view(query);
    QCOMPARE(result.series.at(0).name, QStringLiteral("a / one"));
    const AttemptFilter filter = attemptsOfMark(result, 1, 0);
    QCOMPARE(figures(filter).cost, millionths(5));
    const Result<AttemptPage> page = await(m_reader->attempts(filter, std::nullopt, 10));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    QVERIFY(!page->next);
}

void TestExplore::theCostOfFailuresIsThatOfFailedAttempts()
{
    ask(viewTime(11, 2, 9), "a/one", 50);
    LedgerStory::Request failed{QStringLiteral("a/one")};
    failed.status = LaneStatus::Failed;
    failed.cost = millionths(7);
    m_story->tell(viewTime(11, 2, 10), failed);
    ExploreQuery query = viewOf(QDate(2026, 11, 2), QDate(2026, 11, 2));
    query.metric = ExploreMetric::FailedCost;
    const ExploreResult result = view(query);
    QCOMPARE(result.total.figures.cost, millionths(7));
    QCOMPARE(figures(attemptsOfMark(result, 0, 0)).attempts, 1);
}

void TestExplore::anEmptyLedgerHasNoBuckets()
{
    ExploreQuery query;
    query.period = periodOf(PeriodKind::All, QDate(2026, 11, 22));
    const ExploreResult all = view(query);
    QVERIFY(all.buckets.isEmpty() && all.series.isEmpty() && all.rows.isEmpty());
    QVERIFY(!all.range.sinceMs);
    query.period = periodOf(PeriodKind::Last7Days, QDate(2026, 11, 22));
    const ExploreResult week = view(query);
    QCOMPARE(week.buckets.size(), 7);
    QVERIFY(week.series.isEmpty());
}

void TestExplore::aDimensionThatDoesNotExistIsRefused()
{
    ExploreQuery query = viewOf(QDate(2026, 11, 2), QDate(2026, 11, 2));
    query.group = QStringLiteral("colour");
    const Result<ExploreResult> result = await(m_reader->explore(query));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(result.error().message.contains(QStringLiteral("colour")));
}

SWITCHYARD_TEST(TestExplore)

#include "tst_explore.moc"
