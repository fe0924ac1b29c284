#include "core/ledger/ledgerkeeper.h"
#include "core/ledger/usagecsv.h"
#include "core/usage/usagereader.h"
#include "tests/core/ledger/randomtraffic.h"
#include "tests/support/testunit.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace core;
using test::await;
using test::LedgerFixture;
using test::RandomTraffic;

namespace {

using Attempts = QList<RandomTraffic::Attempt>;

/// A view over some local days of October and November 2026, in which the clocks of New York change.
struct AgreementView
{
    ExploreMetric metric;
    ExploreRollup rollup;
    QString group;
    QString subgroup;
    int topN;
    bool cumulative;
    QDate first;
    QDate last;
    QList<UsageFilter> filters;
};

QList<AgreementView> agreementViews()
{
    const QDate begin(2026, 10, 19);
    const QDate end(2026, 11, 11);
    const QDate change(2026, 11, 1);
    const QString model = QStringLiteral("model");
    const QString task = QStringLiteral("task");
    using M = ExploreMetric;
    using R = ExploreRollup;
    return {{M::Cost, R::Day, model, {}, 0, false, begin, end, {}},
            {M::Cost, R::Day, {}, {}, 0, true, begin, end, {}},
            {M::Tokens, R::Week, model, task, 2, false, begin, end, {}},
            {M::Requests, R::Month, QStringLiteral("rule"), {}, 1, false, begin, end, {}},
            {M::Errors, R::Day, QStringLiteral("account"), {}, 0, false, begin, end, {}},
            {M::Unpriced, R::Week, QStringLiteral("vendor"), {}, 0, false, begin, end, {}},
            {M::Rescued, R::Week, QStringLiteral("source"), {}, 0, false, begin, end, {}},
            {M::FailedCost, R::Week, model, {}, 0, false, begin, end, {}},
            {M::Cost, R::Week, QStringLiteral("tag:team"), {}, 0, false, begin, end, {}},
            {M::Cost, R::Day, QStringLiteral("day"), model, 0, false, begin, end, {}},
            {M::CacheHitRate, R::Week, task, QStringLiteral("source"), 3, true, begin, end, {}},
            {M::Cost, R::Hour, model, {}, 0, false, change.addDays(-2), change.addDays(1), {}},
            {M::Cost, R::Quarter, {}, {}, 0, false, change, change, {}},
            {M::Cost, R::Day, task, {}, 0, false, begin, end, {{model, QStringLiteral("m")}}},
            {M::Cost,
             R::Day,
             model,
             {},
             1,
             false,
             begin,
             end,
             {{QStringLiteral("tag:team"), QStringLiteral("red")}, {task, QString()}}}};
}

QString viewName(const AgreementView &view)
{
    return QStringLiteral("%1 by %2 and %3 a %4")
        .arg(exploreMetricName(view.metric), view.group, view.subgroup, exploreRollupName(view.rollup));
}

bool isIn(const RandomTraffic::Attempt &attempt, const TimeRange &range)
{
    return attempt.startedAtMs >= range.sinceMs.value_or(0)
        && attempt.startedAtMs < range.untilMs.value_or(attempt.startedAtMs + 1);
}

/// Summed without SQL.
UsageFigures summedAttempts(const Attempts &attempts, const TimeRange &range,
                            const QList<UsageFilter> &filters, bool onlyErrors)
{
    UsageFigures sum;
    for (const RandomTraffic::Attempt &attempt : attempts) {
        bool wanted = isIn(attempt, range) && !attempt.simulated;
        for (const UsageFilter &filter : filters)
            wanted = wanted && attempt.values.value(filter.dimension) == filter.value;
        if (wanted && (!onlyErrors || attempt.figures.errors > 0))
            sum += attempt.figures;
    }
    return sum;
}

/// The attempts of a filter, read page by page.
Result<UsageFigures> summedPages(Connection &connection, const AttemptFilter &filter)
{
    UsageFigures sum;
    std::optional<AttemptKey> after;
    do {
        const Result<AttemptPage> page = attemptPage(connection, filter, after, 7);
        if (!page)
            return page.error();
        for (const AttemptRecord &attempt : page->rows) {
            ++sum.attempts;
            sum.cost += attempt.cost.amount.value_or(Money());
        }
        after = page->next;
    } while (after);
    return sum;
}

/// Compares every mark, row and total of a view with its attempts; what differs is named.
class ViewCheck
{
public:
    ViewCheck(Connection &connection, const Attempts &attempts, const AgreementView &view,
              const QTimeZone &zone)
        : m_connection(connection), m_attempts(attempts), m_view(view)
    {
        m_query.metric = view.metric;
        m_query.rollup = view.rollup;
        m_query.group = view.group;
        m_query.subgroup = view.subgroup;
        m_query.topN = view.topN;
        m_query.cumulative = view.cumulative;
        m_query.filters = view.filters;
        m_query.period = customPeriod(view.first, view.last);
        m_query.zone = zone;
    }

    QStringList run()
    {
        const Result<ExploreResult> result = explore(m_connection, m_query);
        if (!result)
            return {viewName(m_view) + QStringLiteral(": ") + result.error().message};
        expect(result->query.rollup == m_view.rollup, QStringLiteral("rollup"));
        checkTotals(*result);
        checkBuckets(*result);
        for (qsizetype series = 0; series < result->series.size(); ++series) {
            for (qsizetype bucket = 0; bucket < result->buckets.size(); ++bucket)
                checkMark(*result, series, bucket);
        }
        for (qsizetype row = 0; row < result->rows.size(); ++row)
            checkFilter(attemptsOfRow(*result, row), result->rows.at(row).figures,
                        QStringLiteral("row %1").arg(row));
        return m_problems;
    }

private:
    void expect(bool holds, const QString &what)
    {
        if (!holds)
            m_problems.append(viewName(m_view) + QStringLiteral(": ") + what);
    }

    UsageFigures byHand(const TimeRange &range) const
    {
        return summedAttempts(m_attempts, range, m_view.filters, m_view.metric == ExploreMetric::FailedCost);
    }

    void checkTotals(const ExploreResult &result)
    {
        const UsageFigures whole = byHand(result.range);
        expect(result.total.figures == whole, QStringLiteral("total"));
        UsageFigures rows;
        for (const ExploreRow &row : result.rows)
            rows += row.figures;
        expect(rows == whole, QStringLiteral("rows"));
        UsageFigures marks;
        for (const ExploreSeries &series : result.series) {
            for (const ExploreMark &mark : series.marks) {
                if (!m_view.cumulative || &mark == &series.marks.constLast())
                    marks += mark.figures;
            }
        }
        expect(marks == whole, QStringLiteral("marks"));
    }

    void checkBuckets(const ExploreResult &result)
    {
        qint64 at = result.range.sinceMs.value_or(0);
        for (qsizetype bucket = 0; bucket < result.buckets.size(); ++bucket) {
            const ExploreBucket &part = result.buckets.at(bucket);
            expect(part.startMs == at && part.endMs > at, QStringLiteral("begin of ") + part.key);
            at = part.endMs;
            UsageFigures marks;
            for (const ExploreSeries &series : result.series)
                marks += series.marks.at(bucket).figures;
            const TimeRange range{m_view.cumulative ? result.range.sinceMs : part.startMs, part.endMs};
            expect(marks == byHand(range), QStringLiteral("bucket ") + part.key);
        }
        expect(at == result.range.untilMs.value_or(0), QStringLiteral("end of the last bucket"));
    }

    void checkMark(const ExploreResult &result, qsizetype series, qsizetype bucket)
    {
        const ExploreMark &mark = result.series.at(series).marks.at(bucket);
        if (mark.figures.attempts > 0)
            checkFilter(attemptsOfMark(result, series, bucket), mark.figures,
                        QStringLiteral("mark %1 of series %2").arg(bucket).arg(series));
    }

    /// Of a count of some attempts alone (errors, rescued, unpriced) the filter has these, else all.
    void checkFilter(const AttemptFilter &filter, const UsageFigures &figures, const QString &what)
    {
        const Result<AttemptSum> sum = attemptFigures(m_connection, filter);
        const Result<UsageFigures> pages = summedPages(m_connection, filter);
        if (!sum || !pages) {
            expect(false, what + QStringLiteral(": ") + (sum ? pages.error() : sum.error()).message);
            return;
        }
        expect(pages->attempts == sum->figures.attempts && pages->cost == sum->figures.cost,
               what + QStringLiteral(": pages"));
        const bool some = m_view.metric == ExploreMetric::Errors || m_view.metric == ExploreMetric::Rescued
            || m_view.metric == ExploreMetric::Unpriced;
        if (some)
            expect(sum->figures.attempts == exploreWeight(m_view.metric, figures),
                   what + QStringLiteral(": count"));
        else
            expect(sum->figures == figures, what + QStringLiteral(": sum"));
    }

    Connection &m_connection;
    const Attempts &m_attempts;
    const AgreementView m_view;
    ExploreQuery m_query;
    QStringList m_problems;
};

} // namespace

/// Random traffic: whatever adds up what it cost says the same to the last 1e-12 USD, in every zone.
class AgreementTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_ledgers.clear(); }
    void everyViewIsTheSumOfItsAttempts_data();
    void everyViewIsTheSumOfItsAttempts();
    void allTotalsOfAPeriodAreTheSame_data() { addZones(); }
    void allTotalsOfAPeriodAreTheSame();
    void aDayHasTheSameTotalInEveryRange_data() { addZones(); }
    void aDayHasTheSameTotalInEveryRange();

private:
    void addZones() const;
    LedgerFixture &ledgerInZone(unsigned seed, const QTimeZone &zone);

    QList<unsigned> m_seeds;
    std::map<unsigned, std::unique_ptr<LedgerFixture>> m_ledgers;
    std::map<unsigned, Attempts> m_attempts;
};

void AgreementTest::initTestCase()
{
    m_seeds = {11U, QRandomGenerator::global()->bounded(1'000'000U) + 100U};
    for (const unsigned seed : std::as_const(m_seeds)) {
        qInfo("Random traffic of seed %u", seed);
        m_ledgers[seed] = std::make_unique<LedgerFixture>();
        RandomTraffic traffic(*m_ledgers[seed], seed);
        const QList<qint64> runs = traffic.ask(120);
        QVERIFY(await(
            m_ledgers[seed]->writer->setTask(runs.mid(0, 20), QStringLiteral("moved"), TaskOrigin::User)));
        m_attempts[seed] = RandomTraffic::attempts(*m_ledgers[seed]->database);
    }
}

void AgreementTest::addZones() const
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<QByteArray>("zone");
    for (const unsigned seed : m_seeds) {
        for (const char *zone : {"UTC", "Asia/Kolkata", "America/New_York", "Asia/Kathmandu"})
            QTest::addRow("days of %s, seed %u", zone, seed) << seed << QByteArray(zone);
    }
}

LedgerFixture &AgreementTest::ledgerInZone(unsigned seed, const QTimeZone &zone)
{
    LedgerFixture &ledger = *m_ledgers[seed];
    LedgerKeeper keeper(*ledger.database);
    const auto set = await(keeper.setReportingZone(zone));
    if (!set)
        qFatal("%s", qPrintable(set.error().message));
    return ledger;
}

void AgreementTest::everyViewIsTheSumOfItsAttempts_data()
{
    addZones();
}

void AgreementTest::everyViewIsTheSumOfItsAttempts()
{
    QFETCH(unsigned, seed);
    QFETCH(QByteArray, zone);
    const QTimeZone asked(zone);
    LedgerFixture &ledger = ledgerInZone(seed, asked);
    const Attempts &attempts = m_attempts[seed];
    QStringList problems;
    const auto read = await(ledger.database->read([&](Connection &connection) -> Result<void> {
        const QList<AgreementView> views = agreementViews();
        for (const AgreementView &view : views)
            problems += ViewCheck(connection, attempts, view, asked).run();
        return {};
    }));
    QVERIFY(read);
    QCOMPARE(problems, QStringList());
}

void AgreementTest::allTotalsOfAPeriodAreTheSame()
{
    QFETCH(unsigned, seed);
    QFETCH(QByteArray, zone);
    const QTimeZone asked(zone);
    LedgerFixture &ledger = ledgerInZone(seed, asked);
    const UsageReader reader(*ledger.database);
    const ReportPeriod period = customPeriod(QDate(2026, 10, 24), QDate(2026, 11, 3));
    const TimeRange range = timeRange(period, asked);
    const UsageFigures expected = summedAttempts(m_attempts[seed], range, {}, false);
    QVERIFY(expected.attempts > 20 && !expected.cost.isZero());

    const auto kpis = await(reader.kpis({period, asked, RandomTraffic::lastMs() * 2}));
    QVERIFY(kpis);
    QCOMPARE(kpis->now.figures, expected);

    UsageQuery query;
    query.sinceMs = range.sinceMs;
    query.untilMs = range.untilMs;
    query.zone = asked;
    query.by = {QStringLiteral("day"), QStringLiteral("model")};
    const auto usage = await(ledger.reader->usage(query));
    QVERIFY(usage);
    const QStringList lines = usageToCsv(*usage).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const qsizetype column = lines.first().split(u',').indexOf(QStringLiteral("cost_usd"));
    Money csv;
    for (const QString &line : lines.mid(1))
        csv += Money::fromDecimal(line.split(u',').at(column)).value_or(Money());
    QCOMPARE(csv.picos(), expected.cost.picos());

    const QString where = QStringLiteral(" FROM attempts WHERE imported = 0 AND simulated = 0 "
                                         "AND started_at >= %1 AND started_at < %2")
                              .arg(*range.sinceMs)
                              .arg(*range.untilMs);
    QCOMPARE(ledger.number(QStringLiteral("SELECT sum(cost_picos)") + where), expected.cost.picos());
    QCOMPARE(ledger.number(QStringLiteral("SELECT sum(output_tokens)") + where), expected.output);
    if (zone != "UTC")
        return;
    const QString view = QStringLiteral(" FROM v_usage_daily WHERE simulated = 0 AND day_utc >= '2026-10-24' "
                                        "AND day_utc <= '2026-11-03'");
    QCOMPARE(ledger.number(QStringLiteral("SELECT sum(cost_picos)") + view), expected.cost.picos());
    QCOMPARE(ledger.number(QStringLiteral("SELECT sum(attempts)") + view), expected.attempts);
    QCOMPARE(ledger.number(QStringLiteral("SELECT sum(unpriced_attempts)") + view),
             expected.unpricedAttempts);
}

void AgreementTest::aDayHasTheSameTotalInEveryRange()
{
    QFETCH(unsigned, seed);
    QFETCH(QByteArray, zone);
    const QTimeZone asked(zone);
    const UsageReader reader(*ledgerInZone(seed, asked).database);
    const QDate day(2026, 11, 1);
    const UsageFigures expected =
        summedAttempts(m_attempts[seed], timeRange(customPeriod(day, day), asked), {}, false);
    for (const PeriodKind kind :
         {PeriodKind::Today, PeriodKind::ThisWeek, PeriodKind::Last7Days, PeriodKind::Last30Days,
          PeriodKind::Last90Days, PeriodKind::ThisMonth, PeriodKind::All}) {
        ExploreQuery query;
        query.group.clear();
        query.period = periodOf(kind, day);
        query.zone = asked;
        const auto result = await(reader.explore(query));
        QVERIFY(result);
        QCOMPARE(result->query.rollup, ExploreRollup::Day);
        if (kind == PeriodKind::Last7Days)
            QCOMPARE(result->buckets.size(), 7);
        bool found = false;
        for (qsizetype bucket = 0; bucket < result->buckets.size(); ++bucket) {
            if (result->buckets.at(bucket).date != day)
                continue;
            found = true;
            UsageFigures sum;
            for (const ExploreSeries &series : result->series)
                sum += series.marks.at(bucket).figures;
            QCOMPARE(sum, expected);
        }
        QVERIFY(found);
    }
}

SWITCHYARD_TEST(AgreementTest)

#include "tst_agreement.moc"
