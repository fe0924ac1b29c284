#include "core/judging/bradleyterry.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numeric>

using namespace core;

namespace {

// A. Agresti, Categorical Data Analysis, 2nd edition (Wiley, 2002), table 10.10: games of the seven teams in
// the Eastern Division of the American League, 1987; row beat column. The same data are `baseball` of the R
// package BradleyTerry2.
constexpr int kTeams = 7;
constexpr std::array<std::array<int, kTeams>, kTeams> kWins{{{{0, 7, 9, 7, 7, 9, 11}},
                                                             {{6, 0, 7, 5, 11, 9, 9}},
                                                             {{4, 6, 0, 7, 7, 8, 12}},
                                                             {{6, 8, 6, 0, 6, 7, 10}},
                                                             {{6, 2, 6, 7, 0, 7, 12}},
                                                             {{4, 4, 5, 6, 6, 0, 6}},
                                                             {{2, 4, 1, 3, 1, 7, 0}}}};
// Their log odds against Baltimore, the last: Milwaukee, Detroit, Toronto, New York, Boston, Cleveland.
// Printed there as 1.58, 1.44, 1.29, 1.25, 1.11 and 0.68; the further digits are from an independent
// computation by another method, the MM algorithm of D. R. Hunter (Annals of Statistics 32, 2004), in
// decimals of 60 digits.
constexpr std::array<double, kTeams> kAgainstBaltimore{1.5813558766614,
                                                       1.4364084318124,
                                                       1.2944851239118,
                                                       1.2476178451414,
                                                       1.1076977053787,
                                                       0.6838527691592,
                                                       0.0};

PairTable baseball()
{
    PairTable table(kTeams);
    for (int winner = 0; winner < kTeams; ++winner) {
        for (int loser = 0; loser < kTeams; ++loser) {
            if (winner != loser)
                table.addWin(winner, loser, kWins.at(std::size_t(winner)).at(std::size_t(loser)));
        }
    }
    return table;
}

} // namespace

class BradleyTerryTest : public QObject
{
    Q_OBJECT

private slots:
    void equalsThePublishedBaseballExample();
    void twoContendersHaveTheLogOdds();
    void tiesAreHalfAWinEach();
    void theOrderOfTheContendersDoesNotMatter();
    void gamesAgainstTheAverageKeepAPerfectRecordFinite();
    void aPerfectRecordWithoutThemEnds();
    void solvesWhatTheLikelihoodAsksFor();
    void partsOfTheFieldAreTold();
    void nobodyAndOneAlone();
};

void BradleyTerryTest::equalsThePublishedBaseballExample()
{
    const QList<double> strengths = bradleyTerry(baseball());
    QCOMPARE(strengths.size(), qsizetype(kTeams));
    for (int team = 0; team < kTeams; ++team) {
        const double found = strengths.at(team) - strengths.constLast();
        const double published = kAgainstBaltimore.at(std::size_t(team));
        QVERIFY2(std::abs(found - published) < 1e-9,
                 qPrintable(QStringLiteral("team %1: %2").arg(team).arg(found, 0, 'g', 15)));
    }
    const double sum = std::accumulate(strengths.cbegin(), strengths.cend(), 0.0);
    QVERIFY(std::abs(sum) < 1e-9);
}

void BradleyTerryTest::twoContendersHaveTheLogOdds()
{
    PairTable table(2);
    table.addWin(0, 1, 3.0);
    table.addWin(1, 0);
    const QList<double> strengths = bradleyTerry(table);
    QVERIFY(std::abs(strengths.at(0) - strengths.at(1) - std::log(3.0)) < 1e-10);
    QVERIFY(std::abs(winChance(strengths.at(0), strengths.at(1)) - 0.75) < 1e-10);
}

void BradleyTerryTest::tiesAreHalfAWinEach()
{
    PairTable ties(2);
    ties.addTie(0, 1, 2.0);
    ties.addWin(0, 1);
    PairTable wins(2);
    wins.addWin(0, 1, 2.0);
    wins.addWin(1, 0);
    QCOMPARE(bradleyTerry(ties), bradleyTerry(wins));
}

void BradleyTerryTest::theOrderOfTheContendersDoesNotMatter()
{
    PairTable reversed(kTeams);
    for (int winner = 0; winner < kTeams; ++winner) {
        for (int loser = 0; loser < kTeams; ++loser) {
            if (winner != loser)
                reversed.addWin(kTeams - 1 - winner, kTeams - 1 - loser,
                                kWins.at(std::size_t(winner)).at(std::size_t(loser)));
        }
    }
    const QList<double> one = bradleyTerry(baseball());
    const QList<double> other = bradleyTerry(reversed);
    for (int team = 0; team < kTeams; ++team)
        QVERIFY(std::abs(one.at(team) - other.at(kTeams - 1 - team)) < 1e-9);
}

void BradleyTerryTest::gamesAgainstTheAverageKeepAPerfectRecordFinite()
{
    PairTable table(2);
    table.addWin(0, 1, 10.0);
    for (const int contender : {0, 1})
        table.addAverage(contender, 0.5, 0.5);
    const QList<double> strengths = bradleyTerry(table);
    // By symmetry s and -s; the derivative 10 (1 - P(2s)) + 0.5 - P(s) is zero there.
    const double s = strengths.at(0);
    QVERIFY(std::abs(s + strengths.at(1)) < 1e-10);
    QVERIFY(std::abs(10.0 * (1.0 - winChance(2.0 * s, 0.0)) + 0.5 - winChance(s, 0.0)) < 1e-9);
    QVERIFY(s > 1.0 && s < 3.0);
}

void BradleyTerryTest::aPerfectRecordWithoutThemEnds()
{
    PairTable table(3);
    table.addWin(0, 1, 10.0);
    table.addWin(1, 2, 10.0);
    const QList<double> strengths = bradleyTerry(table);
    QVERIFY(strengths.at(0) > strengths.at(1) && strengths.at(1) > strengths.at(2));
    QVERIFY(std::isfinite(strengths.at(0)) && std::isfinite(strengths.at(2)));
    const QList<double> nothing = bradleyTerry(PairTable(3));
    QCOMPARE(nothing, (QList<double>{0.0, 0.0, 0.0}));
}

void BradleyTerryTest::solvesWhatTheLikelihoodAsksFor()
{
    // At the maximum every contender has won as often as its chances say it should have.
    PairTable table(9);
    for (int i = 0; i < 9; ++i) {
        for (int j = 0; j < 9; ++j) {
            if (i != j)
                table.addWin(i, j, (i * 7 + j * 3) % 5 + (i < j ? 2.5 : 0.25));
        }
        table.addAverage(i, 0.5, 0.5);
    }
    const QList<double> strengths = bradleyTerry(table);
    double sum = 0.0;
    for (const double strength : strengths)
        sum += strength;
    QVERIFY(std::abs(sum) < 1e-9);
    double worst = 0.0;
    for (int i = 0; i < 9; ++i) {
        double surplus = 0.0;
        for (int j = 0; j < 9; ++j) {
            if (i != j)
                surplus += table.wins(i, j)
                    - (table.wins(i, j) + table.wins(j, i)) * winChance(strengths.at(i), strengths.at(j));
        }
        worst = std::max(worst, std::abs(surplus));
    }
    // What is left is the pull of the one game against the average.
    QVERIFY2(worst < 0.5, qPrintable(QString::number(worst)));
}

void BradleyTerryTest::partsOfTheFieldAreTold()
{
    PairTable table(5);
    table.addWin(0, 2);
    table.addTie(3, 4);
    QCOMPARE(table.components(), (QList<int>{0, 1, 0, 2, 2}));
    table.addWin(4, 1);
    table.addWin(1, 2);
    QCOMPARE(table.components(), (QList<int>{0, 0, 0, 0, 0}));
}

void BradleyTerryTest::nobodyAndOneAlone()
{
    QVERIFY(bradleyTerry(PairTable()).isEmpty());
    PairTable alone(1);
    alone.addAverage(0, 0.5, 0.5);
    QCOMPARE(bradleyTerry(alone), QList<double>{0.0});
}

SWITCHYARD_TEST(BradleyTerryTest)
#include "tst_bradleyterry.moc"
