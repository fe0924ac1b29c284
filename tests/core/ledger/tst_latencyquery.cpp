#include "core/ledger/latencyquery.h"
#include "core/ledger/statistics.h"
#include "tests/core/ledger/randomtraffic.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <algorithm>

using namespace core;
using test::await;
using test::LedgerFixture;
using test::RandomTraffic;

class LatencyQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_ledger = std::make_unique<LedgerFixture>(); }
    void cleanup() { m_ledger.reset(); }
    void fewAttemptsAreToldExactly();
    void manyAttemptsAreToldWithinTwoPercent();
    void manyAttemptsOfAKindAreToldWithinTwoPercent();
    void importedAnswersTellNothing();
    void filtersNarrow();

private:
    LatencyReport report(const UsageQuery &query = {}) const
    {
        const auto latency = await(m_ledger->reader->latency(query));
        if (!latency)
            qFatal("%s", qPrintable(latency.error().message));
        return *latency;
    }
    /// The expression's values in order, of attempts a with calls c.
    QList<double> column(const QString &expression, const QString &condition = QStringLiteral("1")) const
    {
        QList<double> values;
        const auto read = await(m_ledger->database->read([&](Connection &connection) {
            return Statement(connection,
                             QStringLiteral("SELECT %1 AS value FROM attempts a JOIN calls c ON "
                                            "c.id = a.call_id WHERE a.simulated = 0 AND value IS NOT NULL "
                                            "AND (%2) ORDER BY value")
                                 .arg(expression, condition))
                .each([&values](const Statement &row) { values.append(row.real(0)); });
        }));
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return values;
    }
    static bool within(const std::optional<double> &told, double exact, double share)
    {
        return told && std::abs(*told - exact) <= exact * share;
    }

    std::unique_ptr<LedgerFixture> m_ledger;
};

void LatencyQueryTest::fewAttemptsAreToldExactly()
{
    RandomTraffic(*m_ledger).ask(150);
    const LatencyReport latency = report();
    QVERIFY(latency.exact);
    const QList<double> first = column(QStringLiteral("first_text_ms"));
    QCOMPARE(latency.total.samples, static_cast<int>(first.size()));
    QCOMPARE(latency.total.p50, std::optional(nearestRank(first, 0.5)));
    QCOMPARE(latency.total.p90, std::optional(nearestRank(first, 0.9)));
    QCOMPARE(latency.total.p99, std::optional(nearestRank(first, 0.99)));
    const QList<double> total = column(QStringLiteral("last_ms"));
    QCOMPARE(latency.total.totalMs.p95, std::optional(nearestRank(total, 0.95)));
    QCOMPARE(latency.rows.size(), 3);
    int samples = 0;
    for (const LatencyRow &row : latency.rows)
        samples += row.samples;
    QCOMPARE(samples, latency.total.samples);
    QCOMPARE(latency.sketches.firstMs.count(), qint64(samples));
}

void LatencyQueryTest::manyAttemptsAreToldWithinTwoPercent()
{
    RandomTraffic(*m_ledger).ask(40);
    const Result<void> repeated = RandomTraffic::repeat(*m_ledger->database);
    QVERIFY2(repeated, repeated ? "" : qPrintable(repeated.error().message));
    const LatencyReport latency = report();
    QVERIFY(!latency.exact);
    const QList<double> first = column(QStringLiteral("first_text_ms"));
    const QList<double> total = column(QStringLiteral("last_ms"));
    QCOMPARE(latency.total.samples, static_cast<int>(first.size()));
    QVERIFY(within(latency.total.p50, nearestRank(first, 0.5), 0.02));
    QVERIFY(within(latency.total.p95, nearestRank(first, 0.95), 0.02));
    QVERIFY(within(latency.total.p99, nearestRank(first, 0.99), 0.02));
    QVERIFY(within(latency.total.totalMs.p90, nearestRank(total, 0.9), 0.02));
    QCOMPARE(latency.rows.size(), 3);

    // Days that are cut at both ends: their attempts are read.
    UsageQuery query;
    query.sinceMs = RandomTraffic::firstMs() + 4 * kUsageDayMs + 12'345;
    query.untilMs = RandomTraffic::firstMs() + 60 * kUsageDayMs + 54'321;
    const QList<double> cut = column(QStringLiteral("CASE WHEN started_at >= %1 AND started_at < %2 THEN "
                                                    "first_text_ms END")
                                         .arg(*query.sinceMs)
                                         .arg(*query.untilMs));
    const LatencyReport part = report(query);
    QVERIFY(!part.exact);
    QCOMPARE(part.total.samples, static_cast<int>(cut.size()));
    QVERIFY(within(part.total.p95, nearestRank(cut, 0.95), 0.02));
}

void LatencyQueryTest::manyAttemptsOfAKindAreToldWithinTwoPercent()
{
    struct Kind
    {
        QList<UsageFilter> only;
        QString condition;
        bool sketched = true;
    };
    const UsageFilter extract{QStringLiteral("task"), QStringLiteral("extract")};
    const QList<Kind> kinds{
        {{extract}, QStringLiteral("task = 'extract'")},
        {{{QStringLiteral("account"), QStringLiteral("a")}, extract},
         QStringLiteral("task = 'extract' AND account = 'a'")},
        {{{QStringLiteral("rule"), QStringLiteral("daily/short")}}, QStringLiteral("rule = 'short'")},
        {{{QStringLiteral("source"), QStringLiteral("cli")}, {QStringLiteral("model"), QStringLiteral("m")}},
         QStringLiteral("source = 'cli' AND model = 'm'")},
        {{{QStringLiteral("tag:team"), QStringLiteral("red")}}, QStringLiteral("tags ->> 'team' = 'red'")},
        // No cut has both.
        {{extract, {QStringLiteral("source"), QStringLiteral("cli")}},
         QStringLiteral("task = 'extract' AND source = 'cli'"),
         false},
    };
    RandomTraffic(*m_ledger).ask(60);
    const Result<void> repeated = RandomTraffic::repeat(*m_ledger->database);
    QVERIFY2(repeated, repeated ? "" : qPrintable(repeated.error().message));
    for (const Kind &kind : kinds) {
        UsageQuery query;
        query.only = kind.only;
        // Days that are cut at both ends.
        query.sinceMs = RandomTraffic::firstMs() + 2 * kUsageDayMs + 12'345;
        query.untilMs = RandomTraffic::firstMs() + 66 * kUsageDayMs + 54'321;
        const QList<double> first = column(QStringLiteral("first_text_ms"),
                                           QStringLiteral("%1 AND started_at >= %2 AND started_at < %3")
                                               .arg(kind.condition)
                                               .arg(*query.sinceMs)
                                               .arg(*query.untilMs));
        const LatencyReport latency = report(query);
        QVERIFY(first.size() > kFewestLatencySamples);
        QCOMPARE(latency.exact, !kind.sketched);
        QCOMPARE(latency.total.samples, static_cast<int>(first.size()));
        QVERIFY2(within(latency.total.p50, nearestRank(first, 0.5), 0.02), qPrintable(kind.condition));
        QVERIFY2(within(latency.total.p95, nearestRank(first, 0.95), 0.02), qPrintable(kind.condition));
    }
}

void LatencyQueryTest::importedAnswersTellNothing()
{
    RandomTraffic(*m_ledger).ask(20);
    const int samples = report().total.samples;
    const auto copied = await(m_ledger->database->write([](Connection &connection) {
        return connection.execute(
            QStringLiteral("INSERT INTO attempts (call_id, number, account_id, account, model, started_at, "
                           "settled_at, status, "
                           "first_text_ms, imported) SELECT call_id, number + 100, 0, account, model, "
                           "started_at, settled_at, "
                           "status, first_text_ms, 1 FROM attempts WHERE first_text_ms IS NOT NULL"));
    }));
    QVERIFY(copied);
    QCOMPARE(report().total.samples, samples);
}

void LatencyQueryTest::filtersNarrow()
{
    RandomTraffic(*m_ledger).ask(80);
    UsageQuery query;
    query.only = {{QStringLiteral("account"), QStringLiteral("b")}};
    LatencyReport narrow = report(query);
    QCOMPARE(narrow.rows.size(), 1);
    QCOMPARE(narrow.rows.first().account, QStringLiteral("b"));
    QVERIFY(narrow.total.samples < report().total.samples);
    query.only = {{QStringLiteral("task"), QStringLiteral("extract")}};
    narrow = report(query);
    QVERIFY(narrow.total.samples > 0 && narrow.total.samples < report().total.samples);
}

SWITCHYARD_TEST(LatencyQueryTest)
#include "tst_latencyquery.moc"
