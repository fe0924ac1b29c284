#include "core/judging/scoreboard.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

Rating rated(const char *target, double chance, int votes = 20)
{
    Rating rating;
    rating.contender = QString::fromLatin1(target);
    rating.target = *parseTargetName(rating.contender);
    rating.votes = votes;
    rating.rated = votes >= kVotesForRating;
    rating.chance = {chance, chance - 0.1, chance + 0.1};
    rating.strength = {chance, 0, 0};
    return rating;
}

TaskTarget figures(const char *target, const char *usd, double first)
{
    const TargetName name = *parseTargetName(QString::fromLatin1(target));
    TaskTarget one{name.account, name.model, 12};
    if (*usd)
        one.medianCost = Money::fromDecimal(QString::fromLatin1(usd));
    else
        one.unpriced = 12;
    one.firstP50 = first;
    return one;
}

QStringList names(const QList<ScoreRow> &rows)
{
    QStringList names;
    for (const ScoreRow &row : rows)
        names += row.target.toString();
    return names;
}

} // namespace

class TestScoreboard : public QObject
{
    Q_OBJECT

private slots:
    void votesAndFiguresMeet();
    void tooFewVotesAreNoQuality();
    void theDominatedAreMarkedByCostAndByTime();
    void nothingIsNothing();
};

void TestScoreboard::votesAndFiguresMeet()
{
    RatingTable table;
    table.ratings = {rated("a/one", 0.7), rated("a/two", 0.3)};
    const QList<ScoreRow> rows =
        scoreRows(table, {figures("a/two", "0.001", 300), figures("b/three", "0.002", 200)});
    QCOMPARE(names(rows),
             (QStringList{QStringLiteral("a/one"), QStringLiteral("a/two"), QStringLiteral("b/three")}));
    QCOMPARE(rows.at(0).figures.calls, 0);
    QCOMPARE(rows.at(1).figures.calls, 12);
    QCOMPARE(rows.at(1).quality(), std::optional(0.3));
    QVERIFY(!rows.at(2).quality());
}

void TestScoreboard::tooFewVotesAreNoQuality()
{
    RatingTable table;
    table.ratings = {rated("a/few", 0.9, kVotesForRating - 1), rated("a/enough", 0.4)};
    const QList<ScoreRow> rows =
        scoreRows(table, {figures("a/few", "0.001", 1), figures("a/enough", "0.5", 900)});
    QCOMPARE(names(rows).constFirst(), QStringLiteral("a/enough"));
    QVERIFY(!rows.at(1).quality());
    QVERIFY(!rows.at(0).dominatedByCost);
    QVERIFY(!rows.at(0).dominatedByTime);
}

void TestScoreboard::theDominatedAreMarkedByCostAndByTime()
{
    RatingTable table;
    table.ratings = {rated("a/best", 0.8), rated("a/dear", 0.6), rated("a/quick", 0.5), rated("a/free", 0.2)};
    const QList<ScoreRow> rows = scoreRows(table,
                                           {figures("a/best", "0.01", 900), figures("a/dear", "0.02", 400),
                                            figures("a/quick", "", 200), figures("a/free", "0.001", 950)});
    QCOMPARE(names(rows),
             (QStringList{QStringLiteral("a/best"), QStringLiteral("a/dear"), QStringLiteral("a/quick"),
                          QStringLiteral("a/free")}));
    QList<bool> byCost;
    QList<bool> byTime;
    for (const ScoreRow &row : rows) {
        byCost += row.dominatedByCost;
        byTime += row.dominatedByTime;
    }
    QCOMPARE(byCost, (QList<bool>{false, true, false, false}));
    QCOMPARE(byTime, (QList<bool>{false, false, false, true}));
}

void TestScoreboard::nothingIsNothing()
{
    QVERIFY(scoreRows({}, {}).isEmpty());
}

SWITCHYARD_TEST(TestScoreboard)
#include "tst_scoreboard.moc"
