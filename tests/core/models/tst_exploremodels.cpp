#include "core/models/exploretablemodel.h"
#include "core/models/explorewords.h"

#include "tests/support/testunit.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QTest>

using namespace core;

namespace {

const QDate kExploreToday(2026, 11, 22);

UsageFigures exploreFigures(qint64 attempts, qint64 errors, std::optional<double> dollars)
{
    UsageFigures figures;
    figures.calls = attempts;
    figures.attempts = attempts;
    figures.errors = errors;
    figures.input = attempts * 1000;
    figures.output = attempts * 100;
    if (dollars)
        figures.cost = *Money::fromDouble(*dollars);
    else
        figures.unpricedAttempts = attempts;
    return figures;
}

/// Three quarters of the cost at one target, the rest at another, and an unpriced rest of two.
ExploreResult twoTargetsAndOther()
{
    ExploreResult result;
    result.query.metric = ExploreMetric::Cost;
    result.rowDimensions = {QStringLiteral("model"), QStringLiteral("account")};
    result.rows = {
        {{QStringLiteral("mini"), QStringLiteral("openai")}, false, exploreFigures(4, 1, 3.0), 3.0, 0.75},
        {{QStringLiteral("mini"), QStringLiteral("bay")}, false, exploreFigures(2, 0, 1.0), 1.0, 0.25},
        {{}, true, exploreFigures(2, 0, std::nullopt), std::nullopt, std::nullopt}};
    return result;
}

ExploreBucket berlinBucket(const QDateTime &start, const QDateTime &end)
{
    return {start.toMSecsSinceEpoch(), end.toMSecsSinceEpoch(), start.date(), {}};
}

} // namespace

class TestExploreModels : public QObject
{
    Q_OBJECT

private slots:
    void rowsSayWhatTheyAreMadeOf();
    void cellsAreExactForOtherPrograms();
    void othersOfADayAreThoseOfThatDay_data();
    void othersOfADayAreThoseOfThatDay();
    void amountsAreSaidInTheirUnit_data();
    void amountsAreSaidInTheirUnit();
    void bucketsAreNamedInTheirZone();
    void bucketsOfAnotherYearTellIt();
    void missingValuesHaveWords_data();
    void missingValuesHaveWords();
    void daysReadShort_data();
    void daysReadShort();
};

void TestExploreModels::rowsSayWhatTheyAreMadeOf()
{
    ExploreTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setResult(twoTargetsAndOther(), kExploreToday);
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(text(0, ExploreTableModel::Name), QStringLiteral("mini · openai"));
    QCOMPARE(text(0, ExploreTableModel::Value), QStringLiteral("$3.00"));
    QCOMPARE(text(0, ExploreTableModel::Share), QStringLiteral("75.0 %"));
    QCOMPARE(text(0, ExploreTableModel::Errors), QStringLiteral("25.0 %"));
    QCOMPARE(text(2, ExploreTableModel::Name), QStringLiteral("Other"));
    QCOMPARE(text(2, ExploreTableModel::Value), QStringLiteral("2 unpriced"));
    QCOMPARE(text(2, ExploreTableModel::Share), QStringLiteral("–"));
    QVERIFY(!model.index(2, ExploreTableModel::Value).data(ExploreTableModel::ValueRole).isValid());
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Model · account"));
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Cost"));
}

void TestExploreModels::cellsAreExactForOtherPrograms()
{
    ExploreTableModel model;
    model.setResult(twoTargetsAndOther(), kExploreToday);
    const QList<QStringList> cells = model.toCells();
    QCOMPARE(cells.size(), 4);
    QCOMPARE(cells.first().mid(0, 4),
             QStringList({QStringLiteral("model"), QStringLiteral("account"), QStringLiteral("cost"),
                          QStringLiteral("share")}));
    QCOMPARE(cells.at(1),
             QStringList({QStringLiteral("mini"), QStringLiteral("openai"), QStringLiteral("3"),
                          QStringLiteral("0.75"), QStringLiteral("4"), QStringLiteral("4"),
                          QStringLiteral("1"), QStringLiteral("4000"), QStringLiteral("400"),
                          QStringLiteral("3"), QStringLiteral("0")}));
    QCOMPARE(cells.at(3).mid(2),
             QStringList({QStringLiteral(""), QStringLiteral(""), QStringLiteral("2"), QStringLiteral("2"),
                          QStringLiteral("0"), QStringLiteral("2000"), QStringLiteral("200"),
                          QStringLiteral(""), QStringLiteral("2")}));
}

void TestExploreModels::othersOfADayAreThoseOfThatDay_data()
{
    QTest::addColumn<QStringList>("dimensions");
    QTest::addColumn<QStringList>("cells");
    const QString day = QStringLiteral("day");
    const QString model = QStringLiteral("model");
    const QString date = QStringLiteral("2026-11-02");
    const QString other = QStringLiteral("Other");
    QTest::newRow("days by model") << QStringList{day, model} << QStringList{date, other};
    QTest::newRow("models by day") << QStringList{model, day} << QStringList{other, date};
}

void TestExploreModels::othersOfADayAreThoseOfThatDay()
{
    QFETCH(QStringList, dimensions);
    ExploreResult result;
    result.rowDimensions = dimensions;
    result.rows = {{{QStringLiteral("2026-11-02")}, true, exploreFigures(2, 0, 1.0), 1.0, 1.0}};
    ExploreTableModel model;
    model.setResult(result, kExploreToday);
    QCOMPARE(model.index(0, ExploreTableModel::Name).data().toString(), QStringLiteral("2 Nov · Other"));
    QTEST(model.toCells().at(1).mid(0, 2), "cells");
}

void TestExploreModels::amountsAreSaidInTheirUnit_data()
{
    QTest::addColumn<ExploreMetric>("metric");
    QTest::addColumn<QString>("text");
    QTest::newRow("dollars") << ExploreMetric::Cost << QStringLiteral("$3.00");
    QTest::newRow("requests") << ExploreMetric::Attempts << QStringLiteral("4 requests");
    QTest::newRow("calls") << ExploreMetric::Requests << QStringLiteral("4 calls");
    QTest::newRow("tokens of both ways") << ExploreMetric::Tokens << QStringLiteral("4,400 tokens");
    QTest::newRow("one error") << ExploreMetric::Errors << QStringLiteral("1 error");
    QTest::newRow("a rate") << ExploreMetric::ErrorRate << QStringLiteral("25.0 %");
    QTest::newRow("a rate without a hit") << ExploreMetric::CacheHitRate << QStringLiteral("0.0 %");
}

void TestExploreModels::amountsAreSaidInTheirUnit()
{
    QFETCH(ExploreMetric, metric);
    QTEST(ExploreWords::amount(metric, exploreFigures(4, 1, 3.0)), "text");
}

void TestExploreModels::bucketsAreNamedInTheirZone()
{
    const QTimeZone zone("Europe/Berlin");
    const auto at = [&zone](int month, int day, int hour) {
        return QDateTime(QDate(2026, month, day), QTime(hour, 0), zone);
    };
    const ExploreBucket day = berlinBucket(at(10, 25, 0), at(10, 26, 0)); // 25 hours
    QCOMPARE(ExploreWords::bucket(day, ExploreRollup::Day, zone, kExploreToday), QStringLiteral("25 Oct"));
    QCOMPARE(ExploreWords::tick(day, ExploreRollup::Day, zone), QStringLiteral("25 Oct"));
    const ExploreBucket hour = berlinBucket(at(11, 20, 9), at(11, 20, 10));
    QCOMPARE(ExploreWords::bucket(hour, ExploreRollup::Hour, zone, kExploreToday),
             QStringLiteral("20 Nov, 09:00"));
    QCOMPARE(ExploreWords::tick(hour, ExploreRollup::Hour, zone), QStringLiteral("09:00"));
    const ExploreBucket week = berlinBucket(at(11, 16, 0), at(11, 23, 0));
    QCOMPARE(ExploreWords::bucket(week, ExploreRollup::Week, zone, kExploreToday),
             QStringLiteral("16–22 Nov"));
    const ExploreBucket month = berlinBucket(at(11, 1, 0), at(12, 1, 0));
    QCOMPARE(ExploreWords::bucket(month, ExploreRollup::Month, zone, kExploreToday),
             QStringLiteral("November 2026"));
}

void TestExploreModels::bucketsOfAnotherYearTellIt()
{
    const QTimeZone zone("Europe/Berlin");
    const auto at = [&zone](int year, int month, int day, int hour) {
        return QDateTime(QDate(year, month, day), QTime(hour, 0), zone);
    };
    const QDate today = kExploreToday;
    const ExploreBucket week = berlinBucket(at(2025, 11, 17, 0), at(2025, 11, 24, 0));
    QCOMPARE(ExploreWords::bucket(week, ExploreRollup::Week, zone, today), QStringLiteral("17–23 Nov 2025"));
    QCOMPARE(ExploreWords::tick(week, ExploreRollup::Week, zone), QStringLiteral("17 Nov"));
    QCOMPARE(ExploreWords::datedTick(week, ExploreRollup::Week, zone), QStringLiteral("17 Nov 2025"));
    const ExploreBucket hour = berlinBucket(at(2025, 12, 15, 9), at(2025, 12, 15, 10));
    QCOMPARE(ExploreWords::bucket(hour, ExploreRollup::Hour, zone, today),
             QStringLiteral("15 Dec 2025, 09:00"));
    QCOMPARE(ExploreWords::datedTick(hour, ExploreRollup::Hour, zone), QString());
    QCOMPARE(ExploreWords::path({QStringLiteral("day")}, {QStringLiteral("2025-12-15")}, false, today),
             QStringLiteral("15 Dec 2025"));
}

void TestExploreModels::missingValuesHaveWords_data()
{
    QTest::addColumn<QString>("dimension");
    QTest::addColumn<QString>("words");
    QTest::newRow("task") << QStringLiteral("task") << QStringLiteral("no task");
    QTest::newRow("rule") << QStringLiteral("rule") << QStringLiteral("no rule");
    QTest::newRow("vendor") << QStringLiteral("vendor") << QStringLiteral("unknown vendor");
    QTest::newRow("tag") << QStringLiteral("tag:team") << QStringLiteral("none");
}

void TestExploreModels::missingValuesHaveWords()
{
    QFETCH(QString, dimension);
    QTEST(ExploreWords::value(dimension, QString(), kExploreToday), "words");
}

void TestExploreModels::daysReadShort_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<QString>("text");
    QTest::newRow("one day") << QDate(2026, 11, 2) << QDate(2026, 11, 2) << QStringLiteral("2 Nov");
    QTest::newRow("one month") << QDate(2026, 11, 1) << QDate(2026, 11, 22) << QStringLiteral("1–22 Nov");
    QTest::newRow("two months") << QDate(2026, 10, 24) << QDate(2026, 11, 22)
                                << QStringLiteral("24 Oct – 22 Nov");
    QTest::newRow("another year") << QDate(2025, 11, 1) << QDate(2025, 11, 2)
                                  << QStringLiteral("1–2 Nov 2025");
    QTest::newRow("two years") << QDate(2025, 12, 24) << QDate(2026, 1, 2)
                               << QStringLiteral("24 Dec 2025 – 2 Jan 2026");
}

void TestExploreModels::daysReadShort()
{
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QTEST(ExploreWords::days(first, last, kExploreToday), "text");
}

SWITCHYARD_TEST(TestExploreModels)

#include "tst_exploremodels.moc"
