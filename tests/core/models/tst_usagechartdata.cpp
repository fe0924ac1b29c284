#include "core/models/usagechartdata.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

UsageRow usageRow(const char *day, const char *account, const char *model, double usd, qint64 requests = 1,
                  qint64 errors = 0)
{
    UsageRow result{{QString::fromLatin1(day), QString::fromLatin1(account), QString::fromLatin1(model)}, {}};
    result.figures.cost = *Money::fromDouble(usd);
    result.figures.attempts = requests;
    result.figures.errors = errors;
    result.figures.input = requests * 100;
    result.figures.output = requests * 10;
    return result;
}

QStringList names(const UsageChartData &data)
{
    QStringList result;
    for (const UsageSeries &part : data.series)
        result.append(part.model);
    return result;
}

} // namespace

class TestUsageChartData : public QObject
{
    Q_OBJECT

private slots:
    void everyDayHasABarAlsoAnEmptyOne();
    void accountsOfOneModelAreOnePart();
    void theMetricDecidesOrderAndHeight();
    void beyondFiveModelsIsTheRest();
    void longPeriodsGetWiderBars_data();
    void longPeriodsGetWiderBars();
    void weeksBeginOnMondayAndEndWithThePeriod();
    void nothingOfTheReportIsLost();
    void aSelectionSumsWhatItsAttemptsAre();
    void aSelectionBecomesAFilter();
    void gridLinesAreRound_data();
    void gridLinesAreRound();
    void gridLinesAreToldApart_data();
    void gridLinesAreToldApart();
};

void TestUsageChartData::everyDayHasABarAlsoAnEmptyOne()
{
    UsageReport report;
    report.rows = {usageRow("2026-11-02", "a", "one", 2.0)};
    const UsageChartData data =
        usageChartData(report, QDate(2026, 11, 1), QDate(2026, 11, 3), UsageMetric::Cost);
    QCOMPARE(data.bars.size(), 3);
    QCOMPARE(data.series.size(), 1);
    QCOMPARE(data.series.first().values, QList<double>({0.0, 2.0, 0.0}));
    QCOMPARE(data.highest(), 2.0);
}

void TestUsageChartData::accountsOfOneModelAreOnePart()
{
    UsageReport report;
    report.rows = {usageRow("2026-11-02", "a", "one", 2.0), usageRow("2026-11-02", "b", "one", 1.0)};
    const UsageChartData data =
        usageChartData(report, QDate(2026, 11, 2), QDate(2026, 11, 2), UsageMetric::Cost);
    QCOMPARE(names(data), QStringList{QStringLiteral("one")});
    QCOMPARE(data.series.first().values, QList<double>{3.0});
    QCOMPARE(data.series.first().figures.first().attempts, 2);
}

void TestUsageChartData::theMetricDecidesOrderAndHeight()
{
    UsageReport report;
    report.rows = {usageRow("2026-11-02", "a", "dear", 9.0, 1),
                   usageRow("2026-11-02", "a", "busy", 0.5, 40, 2)};
    const auto shown = [&report](UsageMetric metric) {
        return usageChartData(report, QDate(2026, 11, 2), QDate(2026, 11, 2), metric);
    };
    QCOMPARE(names(shown(UsageMetric::Cost)).first(), QStringLiteral("dear"));
    QCOMPARE(names(shown(UsageMetric::Requests)).first(), QStringLiteral("busy"));
    QCOMPARE(shown(UsageMetric::Requests).highest(), 41.0);
    QCOMPARE(shown(UsageMetric::Tokens).highest(), 41.0 * 110);
    QCOMPARE(shown(UsageMetric::Errors).highest(), 2.0);
}

void TestUsageChartData::beyondFiveModelsIsTheRest()
{
    UsageReport report;
    for (int model = 0; model < 8; ++model)
        report.rows.append(
            usageRow("2026-11-02", "a", qPrintable(QStringLiteral("m%1").arg(model)), 8.0 - model));
    const UsageChartData data =
        usageChartData(report, QDate(2026, 11, 2), QDate(2026, 11, 2), UsageMetric::Cost);
    QCOMPARE(names(data),
             QStringList({QStringLiteral("m0"), QStringLiteral("m1"), QStringLiteral("m2"),
                          QStringLiteral("m3"), QStringLiteral("m4"), QString()}));
    QCOMPARE(data.series.last().models,
             QStringList({QStringLiteral("m5"), QStringLiteral("m6"), QStringLiteral("m7")}));
    QCOMPARE(data.series.last().values, QList<double>{6.0});
}

void TestUsageChartData::longPeriodsGetWiderBars_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<UsageBin>("bin");
    QTest::newRow("a day") << 1 << UsageBin::Day;
    QTest::newRow("a quarter by days") << 92 << UsageBin::Day;
    QTest::newRow("half a year by weeks") << 184 << UsageBin::Week;
    QTest::newRow("two years by months") << 730 << UsageBin::Month;
    QTest::newRow("nine years by months") << 3300 << UsageBin::Month;
    QTest::newRow("fifty years by years") << 18'000 << UsageBin::Year;
}

void TestUsageChartData::longPeriodsGetWiderBars()
{
    QFETCH(int, days);
    const QDate first(2020, 1, 15);
    const UsageChartData data = usageChartData({}, first, first.addDays(days - 1), UsageMetric::Cost);
    QTEST(data.bin, "bin");
    QVERIFY2(data.bars.size() <= UsageChartData::kMostBars, qPrintable(QString::number(data.bars.size())));
    QCOMPARE(data.bars.first().first, first);
    QCOMPARE(data.bars.last().second, first.addDays(days - 1));
    for (qsizetype bar = 1; bar < data.bars.size(); ++bar)
        QCOMPARE(data.bars.at(bar).first, data.bars.at(bar - 1).second.addDays(1));
}

void TestUsageChartData::weeksBeginOnMondayAndEndWithThePeriod()
{
    const QDate wednesday(2026, 4, 1);
    const UsageChartData data = usageChartData({}, wednesday, wednesday.addDays(120), UsageMetric::Requests);
    QCOMPARE(data.bars.first(), std::make_pair(wednesday, QDate(2026, 4, 5)));
    QCOMPARE(data.bars.at(1).first.dayOfWeek(), 1);
    QCOMPARE(data.bars.last().second, wednesday.addDays(120));
}

void TestUsageChartData::nothingOfTheReportIsLost()
{
    UsageReport report;
    const QDate first(2026, 1, 1);
    UsageFigures total;
    for (int day = 0; day < 200; ++day) {
        for (int model = 0; model < 9; ++model) {
            report.rows.append(usageRow(first.addDays(day).toString(Qt::ISODate).toLatin1().constData(), "a",
                                        qPrintable(QStringLiteral("m%1").arg(model)), 0.01, day % 3));
            total += report.rows.last().figures;
        }
    }
    const UsageChartData data = usageChartData(report, first, first.addDays(199), UsageMetric::Cost);
    UsageFigures sum;
    for (const UsageSeries &part : data.series) {
        for (const UsageFigures &figures : part.figures)
            sum += figures;
    }
    QCOMPARE(sum, total);
}

void TestUsageChartData::aSelectionSumsWhatItsAttemptsAre()
{
    UsageReport report;
    report.rows = {usageRow("2026-11-02", "a", "one", 1.0, 3), usageRow("2026-11-02", "b", "one", 2.0, 5),
                   usageRow("2026-11-03", "a", "one", 4.0, 7), usageRow("2026-11-03", "a", "two", 8.0, 9)};
    QCOMPARE(selectedFigures(report, {}).attempts, 24);
    UsageSelection selection;
    selection.first = QDate(2026, 11, 3);
    selection.last = selection.first;
    QCOMPARE(selectedFigures(report, selection).attempts, 16);
    selection.models = {QStringLiteral("one")};
    QCOMPARE(selectedFigures(report, selection).attempts, 7);
    UsageSelection account;
    account.account = QStringLiteral("b");
    QCOMPARE(selectedFigures(report, account).attempts, 5);
}

void TestUsageChartData::aSelectionBecomesAFilter()
{
    const QTimeZone berlin("Europe/Berlin");
    const TimeRange period{100, 200};
    UsageSelection selection;
    selection.account = QStringLiteral("a");
    selection.models = {QStringLiteral("one"), QStringLiteral("two")};
    AttemptFilter filter = attemptsOf(selection, period, berlin, true);
    QCOMPARE(filter.sinceMs, std::optional<qint64>(100));
    QCOMPARE(filter.untilMs, std::optional<qint64>(200));
    QCOMPARE(filter.models, selection.models);
    QCOMPARE(filter.account, selection.account);
    QVERIFY(filter.includeSimulated);
    QVERIFY(filter.status.isEmpty());
    selection.first = QDate(2026, 10, 25);
    selection.last = selection.first;
    selection.errorsOnly = true;
    filter = attemptsOf(selection, period, berlin, false);
    QCOMPARE(*filter.untilMs - *filter.sinceMs, 25 * 3'600'000);
    QCOMPARE(filter.status, QStringLiteral("errors"));
}

void TestUsageChartData::gridLinesAreRound_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QList<double>>("steps");
    QTest::newRow("nothing") << 0.0 << false << QList<double>{0.0, 1.0};
    QTest::newRow("three dollars") << 2.96 << false << QList<double>{0.0, 1.0, 2.0, 3.0};
    QTest::newRow("a round one is the last line")
        << 5.0 << false << QList<double>{0.0, 1.0, 2.0, 3.0, 4.0, 5.0};
    QTest::newRow("forty") << 33.0 << true << QList<double>{0.0, 10.0, 20.0, 30.0, 40.0};
    QTest::newRow("one request") << 1.0 << true << QList<double>{0.0, 1.0};
    QTest::newRow("three requests have no halves") << 3.0 << true << QList<double>{0.0, 1.0, 2.0, 3.0};
}

void TestUsageChartData::gridLinesAreRound()
{
    QFETCH(double, highest);
    QFETCH(bool, whole);
    QTEST(gridSteps(highest, whole), "steps");
}

Q_DECLARE_METATYPE(core::UsageBin)

void TestUsageChartData::gridLinesAreToldApart_data()
{
    QTest::addColumn<double>("usd");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("$0");
    QTest::newRow("less than a cent") << 0.005 << QStringLiteral("$0.005");
    QTest::newRow("whole cents") << 0.1 << QStringLiteral("$0.10");
    QTest::newRow("half a cent more") << 0.015 << QStringLiteral("$0.015");
    QTest::newRow("whole dollars") << 2500.0 << QStringLiteral("$2,500");
    QTest::newRow("half a dollar more") << 2.5 << QStringLiteral("$2.50");
}

void TestUsageChartData::gridLinesAreToldApart()
{
    QFETCH(double, usd);
    QTEST(gridDollars(usd, QLocale(QLocale::English, QLocale::UnitedStates)), "text");
}

SWITCHYARD_TEST(TestUsageChartData)

#include "tst_usagechartdata.moc"
