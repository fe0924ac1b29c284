#include "core/usage/explorequery.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;

namespace {

const QDate kQueryDay(2026, 11, 22);

QJsonObject queryJson(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestExploreQuery : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void aNamedPeriodFollowsTheDay();
    void whatIsMissingIsThatOfANewView();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void everyNameIsReadBack();
    void valuesAreThoseOfTheFigures_data();
    void valuesAreThoseOfTheFigures();
};

void TestExploreQuery::whatIsWrittenIsRead_data()
{
    QTest::addColumn<ExploreQuery>("query");
    ExploreQuery plain;
    plain.period = periodOf(PeriodKind::Last90Days, kQueryDay);
    QTest::newRow("a named period") << plain;
    ExploreQuery all;
    all.period = periodOf(PeriodKind::All, kQueryDay);
    all.group.clear();
    QTest::newRow("all time, all together") << all;
    ExploreQuery rich;
    rich.metric = ExploreMetric::CacheHitRate;
    rich.rollup = ExploreRollup::Week;
    rich.group = QStringLiteral("tag:team");
    rich.subgroup = QStringLiteral("rule");
    rich.topN = 3;
    rich.cumulative = true;
    rich.filters = {{QStringLiteral("task"), QString()},
                    {QStringLiteral("status"), QStringLiteral("errors")}};
    rich.period = customPeriod(QDate(2026, 10, 1), QDate(2026, 10, 9));
    rich.zone = QTimeZone("Asia/Kathmandu");
    rich.weekStart = Qt::Sunday;
    rich.includeSimulated = true;
    QTest::newRow("everything set") << rich;
    ExploreQuery hours = plain;
    hours.period = zoomedPeriod(1'792'454'400'000, 1'792'458'000'000, QTimeZone("Europe/Berlin"));
    QTest::newRow("some hours") << hours;
}

void TestExploreQuery::whatIsWrittenIsRead()
{
    QFETCH(ExploreQuery, query);
    const QJsonObject json = exploreQueryToJson(query);
    const QByteArray text = QJsonDocument(json).toJson();
    const Result<ExploreQuery> read = exploreQueryFromJson(QJsonDocument::fromJson(text).object(), kQueryDay);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(exploreQueryToJson(*read), json);
    QVERIFY(*read == query);
}

void TestExploreQuery::aNamedPeriodFollowsTheDay()
{
    const QJsonObject json = queryJson(R"({"period": {"kind": "last_7_days"}})");
    const Result<ExploreQuery> later = exploreQueryFromJson(json, kQueryDay.addDays(10));
    QVERIFY(later);
    QCOMPARE(later->period.first, QDate(2026, 11, 26));
    QCOMPARE(later->period.last, QDate(2026, 12, 2));
}

void TestExploreQuery::whatIsMissingIsThatOfANewView()
{
    ExploreQuery expected;
    expected.period = periodOf(PeriodKind::Last30Days, kQueryDay);
    const Result<ExploreQuery> read = exploreQueryFromJson({}, kQueryDay);
    QVERIFY(read);
    QVERIFY(*read == expected);
}

void TestExploreQuery::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *json, const char *word) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(word);
    };
    row("a metric that does not exist", R"({"metric": "happiness"})", "happiness");
    row("a metric that is no text", R"({"metric": 3})", "\"metric\"");
    row("a rollup that does not exist", R"({"rollup": "decade"})", "decade");
    row("a group that does not exist", R"({"group": "colour"})", "colour");
    row("a tag without a key", R"({"group": "tag:"})", "tag:");
    row("a second group alone", R"({"group": "", "subgroup": "task"})", "\"group\"");
    row("the same group twice", R"({"group": "task", "subgroup": "task"})", "task");
    row("too many series", R"({"top": 51})", "\"top\"");
    row("half a series", R"({"top": 1.5})", "\"top\"");
    row("a flag in words", R"({"cumulative": "yes"})", "\"cumulative\"");
    row("filters that are no list", R"({"filters": {}})", "\"filters\"");
    row("a filter without a value", R"({"filters": [{"dimension": "task"}]})", "\"value\"");
    row("a filter of a day", R"({"filters": [{"dimension": "day", "value": "2026-11-01"}]})", "day");
    row("a zone that does not exist", R"({"zone": "Mars/Olympus"})", "\"zone\"");
    row("a period that does not exist", R"({"period": {"kind": "decade"}})", "decade");
    row("a period without its days", R"({"period": {"kind": "custom", "first": "2026-11-01"}})", "last");
    row("hours that end before they begin",
        R"({"period": {"kind": "moments", "since_ms": 5, "until_ms": 5}})", "until_ms");
}

void TestExploreQuery::whatIsWrongIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    const Result<ExploreQuery> read = exploreQueryFromJson(queryJson(json.constData()), kQueryDay);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
    QVERIFY(read.error().message.endsWith(u'.'));
}

void TestExploreQuery::everyNameIsReadBack()
{
    const QList<ExploreMetric> metrics = exploreMetrics();
    QCOMPARE(metrics.size(), 13);
    for (const ExploreMetric metric : metrics)
        QCOMPARE(exploreMetricFromName(exploreMetricName(metric)), std::optional(metric));
    QVERIFY(!exploreMetricFromName(u"Cost"));
    for (const ExploreRollup rollup : {ExploreRollup::Quarter, ExploreRollup::Hour, ExploreRollup::Day,
                                       ExploreRollup::Week, ExploreRollup::Month})
        QCOMPARE(exploreRollupFromName(exploreRollupName(rollup)), std::optional(rollup));
}

void TestExploreQuery::valuesAreThoseOfTheFigures_data()
{
    QTest::addColumn<ExploreMetric>("metric");
    QTest::addColumn<std::optional<double>>("value");
    const auto row = [](ExploreMetric metric, std::optional<double> value) {
        QTest::newRow(qPrintable(exploreMetricName(metric))) << metric << value;
    };
    row(ExploreMetric::Cost, 1.5);
    row(ExploreMetric::Requests, 6.0);
    row(ExploreMetric::Attempts, 8.0);
    row(ExploreMetric::InputTokens, 1000.0);
    row(ExploreMetric::OutputTokens, 200.0);
    row(ExploreMetric::Tokens, 1200.0);
    row(ExploreMetric::CachedInputTokens, 250.0);
    row(ExploreMetric::Errors, 2.0);
    row(ExploreMetric::ErrorRate, 0.25);
    row(ExploreMetric::CacheHitRate, 0.25);
    row(ExploreMetric::Rescued, 1.0);
    row(ExploreMetric::Unpriced, 3.0);
}

void TestExploreQuery::valuesAreThoseOfTheFigures()
{
    QFETCH(ExploreMetric, metric);
    QFETCH(std::optional<double>, value);
    const UsageFigures figures{.calls = 6,
                               .attempts = 8,
                               .errors = 2,
                               .input = 1000,
                               .cachedInput = 250,
                               .output = 200,
                               .cost = Money::fromPicos(1'500'000'000'000),
                               .unpricedAttempts = 3,
                               .rescued = 1};
    QCOMPARE(exploreValue(metric, figures), value);
    if (isRate(metric))
        QVERIFY(!exploreValue(metric, {}));
}

SWITCHYARD_TEST(TestExploreQuery)

#include "tst_explorequery.moc"
