#include "core/judging/ratings.h"

#include "core/judging/bradleyterry.h"
#include "tests/core/judging/votes.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace core;
using test::best;
using test::ranking;
using test::thumb;

namespace {

const QString kA = QStringLiteral("one/a");
const QString kB = QStringLiteral("one/b");
const QString kC = QStringLiteral("two/c");

const Rating *find(const RatingTable &table, const QString &contender)
{
    for (const Rating &rating : table.ratings) {
        if (rating.contender == contender)
            return &rating;
    }
    return nullptr;
}

/// `count` votes between A and B, of which A is the best in the first `won`.
QList<Vote> duel(int count, int won)
{
    QList<Vote> votes;
    for (int i = 0; i < count; ++i)
        votes.append(best({kA, kB}, i < won ? 0 : 1, i + 1));
    return votes;
}

/// Votes as the Bradley-Terry model makes them, each on two of the contenders.
QList<Vote> simulated(const QList<double> &strengths, int count, std::mt19937 &random)
{
    QList<Vote> votes;
    const auto contenders = std::size_t(strengths.size());
    for (int i = 0; i < count; ++i) {
        const int one = static_cast<int>(random() % contenders);
        int other = one;
        while (other == one)
            other = static_cast<int>(random() % contenders);
        const double drawn = double(random()) / double(std::mt19937::max());
        const bool won = drawn < winChance(strengths.at(one), strengths.at(other));
        votes.append(
            best({QStringLiteral("x/%1").arg(one), QStringLiteral("x/%1").arg(other)}, won ? 0 : 1, i + 1));
    }
    return votes;
}

/// The chance of a contender against each other one, the mean.
double trueChance(const QList<double> &strengths, int contender)
{
    double sum = 0.0;
    for (int other = 0; other < strengths.size(); ++other)
        sum += other == contender ? 0.0 : winChance(strengths.at(contender), strengths.at(other));
    return sum / double(strengths.size() - 1);
}

} // namespace

class RatingsTest : public QObject
{
    Q_OBJECT

private slots:
    void theBestBeatsEachOtherLane();
    void aTieIsHalfAWinForEach();
    void allBadIsCountedAndTellsNoOrder();
    void thumbsAloneNeverMakeARating();
    void belowTheThresholdThereIsNoRating();
    void aFieldInTwoPartsRatesTheLargerOne();
    void repeatsOfATargetAreNotComparedWithThemselves();
    void contendersAreTargetsModelsOrExactTargets();
    void theSameVotesGiveTheSameTable();
    void aPerfectRecordHasAnHonestInterval();
    void moreVotesNarrowTheInterval();
    void intervalsCoverTheTruth_data();
    void intervalsCoverTheTruth();
    void noVotesGiveAnEmptyTable();
    void manyVotesAreRated();
};

void RatingsTest::theBestBeatsEachOtherLane()
{
    QList<Vote> votes;
    for (int i = 0; i < 12; ++i)
        votes.append(best({kA, kB, kC}, i < 8 ? 0 : 2, i + 1));
    const RatingTable table = rate(votes);
    QCOMPARE(table.rankings, 12);
    // A over B, A over C, C over A, C over B; B over nobody, and nothing of B against the one that lost with
    // it.
    QCOMPARE(table.pairs, (QList<PairResult>{{kA, kB, 8, 0, 0}, {kA, kC, 8, 4, 0}, {kB, kC, 0, 4, 0}}));
    QCOMPARE(table.ratings.at(0).contender, kA);
    QCOMPARE(table.ratings.at(1).contender, kC);
    QCOMPARE(table.ratings.at(2).contender, kB);
    const Rating &a = table.ratings.at(0);
    QCOMPARE(a.votes, 12);
    QCOMPARE(a.best, 8);
    QCOMPARE(a.beaten, 4);
    QVERIFY(a.rated);
    QCOMPARE(a.runs.size(), 12);
    for (const Rating &rating : table.ratings) {
        QVERIFY(rating.strength.low <= rating.strength.value
                && rating.strength.value <= rating.strength.high);
        QVERIFY(rating.chance.low <= rating.chance.value && rating.chance.value <= rating.chance.high);
        QVERIFY(rating.chance.low > 0.0 && rating.chance.high < 1.0);
    }
    const double sum =
        a.strength.value + table.ratings.at(1).strength.value + table.ratings.at(2).strength.value;
    QVERIFY(std::abs(sum) < 1e-9);
}

void RatingsTest::aTieIsHalfAWinForEach()
{
    QList<Vote> votes;
    for (int i = 0; i < 10; ++i)
        votes.append(ranking(VoteKind::Tie, {kA, kB}, -1, i + 1));
    const RatingTable table = rate(votes);
    for (const QString &contender : {kA, kB}) {
        const Rating *const rating = find(table, contender);
        QVERIFY(rating != nullptr && rating->rated);
        QCOMPARE(rating->ties, 10);
        QVERIFY(std::abs(rating->chance.value - 0.5) < 1e-9);
    }
    // Ten wins for each come to the same figures.
    const RatingTable wins = rate(duel(10, 5));
    QVERIFY(std::abs(find(wins, kA)->strength.value - find(table, kA)->strength.value) < 1e-9);
}

void RatingsTest::allBadIsCountedAndTellsNoOrder()
{
    QList<Vote> votes = duel(20, 15);
    const RatingTable without = rate(votes);
    for (int i = 0; i < 7; ++i)
        votes.append(ranking(VoteKind::AllBad, {kA, kB, kC}, -1, 100 + i));
    const RatingTable with = rate(votes);
    QCOMPARE(with.allBad, 7);
    QCOMPARE(with.rankings, 20);
    QCOMPARE(find(with, kA)->allBad, 7);
    QCOMPARE(find(with, kA)->votes, 20);
    QVERIFY(std::abs(find(with, kA)->strength.value - find(without, kA)->strength.value) < 1e-9);
    QVERIFY(!find(with, kC)->rated);
    QCOMPARE(find(with, kC)->votes, 0);
}

void RatingsTest::thumbsAloneNeverMakeARating()
{
    QList<Vote> votes;
    for (int i = 0; i < 50; ++i) {
        votes.append(thumb(VoteKind::Up, kA, i + 1));
        votes.append(thumb(VoteKind::Down, kB, i + 1));
    }
    const RatingTable table = rate(votes);
    QCOMPARE(table.rankings, 0);
    QCOMPARE(find(table, kA)->thumbsUp, 50);
    QCOMPARE(find(table, kB)->thumbsDown, 50);
    for (const Rating &rating : table.ratings) {
        QVERIFY(!rating.rated);
        QCOMPARE(rating.chance, Estimate{});
    }
}

void RatingsTest::belowTheThresholdThereIsNoRating()
{
    QVERIFY(!find(rate(duel(kVotesForRating - 1, 5)), kA)->rated);
    QVERIFY(find(rate(duel(kVotesForRating, 5)), kA)->rated);
    // One with enough votes beside one with few has nobody to be rated against.
    QList<Vote> votes = duel(9, 5);
    votes.append(best({kA, kC}, 0, 50));
    const RatingTable table = rate(votes);
    QCOMPARE(find(table, kA)->votes, 10);
    QVERIFY(!find(table, kA)->rated);
    RatingOptions fewer;
    fewer.votesNeeded = 1;
    QVERIFY(find(rate(votes, fewer), kC)->rated);
}

void RatingsTest::aFieldInTwoPartsRatesTheLargerOne()
{
    QList<Vote> votes;
    for (int i = 0; i < 12; ++i) {
        votes.append(best({kA, kB, kC}, i % 3, i + 1));
        votes.append(best({QStringLiteral("far/p"), QStringLiteral("far/q")}, i % 2, 100 + i));
    }
    const RatingTable table = rate(votes);
    QVERIFY(find(table, kA)->rated && find(table, kB)->rated && find(table, kC)->rated);
    QVERIFY(!find(table, QStringLiteral("far/p"))->rated);
    votes.append(best({kA, QStringLiteral("far/p")}, 0, 500));
    QVERIFY(find(rate(votes), QStringLiteral("far/p"))->rated);
}

void RatingsTest::repeatsOfATargetAreNotComparedWithThemselves()
{
    QList<Vote> votes;
    for (int i = 0; i < 10; ++i) {
        votes.append(best({kA, kA}, 0, i + 1));
        votes.append(best({kA, kA, kB}, 1, 100 + i));
    }
    const RatingTable table = rate(votes);
    QCOMPARE(table.rankings, 10);
    QCOMPARE(table.pairs, (QList<PairResult>{{kA, kB, 10, 0, 0}}));
    QCOMPARE(find(table, kA)->votes, 10);
    QCOMPARE(find(table, kA)->best, 10);
    QCOMPARE(find(table, kB)->beaten, 10);
}

void RatingsTest::contendersAreTargetsModelsOrExactTargets()
{
    QList<Vote> votes;
    for (int i = 0; i < 10; ++i) {
        Vote vote =
            best({QStringLiteral("one/m"), QStringLiteral("two/m"), QStringLiteral("two/m")}, 2, i + 1);
        vote.lanes[2].parameters.temperature = 0.5;
        votes.append(vote);
    }
    RatingOptions options;
    options.by = Contender::Model;
    QCOMPARE(rate(votes, options).ratings.size(), 1);
    QCOMPARE(rate(votes, options).rankings, 0);
    options.by = Contender::Target;
    QCOMPARE(rate(votes, options).ratings.size(), 2);
    options.by = Contender::Exact;
    const RatingTable exact = rate(votes, options);
    QCOMPARE(exact.ratings.size(), 3);
    QCOMPARE(exact.ratings.at(0).contender, QStringLiteral("two/m {\"temperature\":0.5}"));
    QCOMPARE(exact.ratings.at(0).target.toString(), QStringLiteral("two/m"));
}

void RatingsTest::theSameVotesGiveTheSameTable()
{
    const QList<Vote> votes = duel(30, 19);
    QCOMPARE(rate(votes), rate(votes));
    RatingOptions other;
    other.seed = 2;
    QVERIFY(!(rate(votes, other) == rate(votes)));
    QCOMPARE(find(rate(votes, other), kA)->strength.value, find(rate(votes), kA)->strength.value);
}

void RatingsTest::aPerfectRecordHasAnHonestInterval()
{
    // Ten of ten: the exact 95 % interval of the chance begins at 0.69 (Clopper and Pearson, 1934).
    const Rating winner = *find(rate(duel(10, 10)), kA);
    QVERIFY(winner.chance.value > 0.85 && winner.chance.value < 1.0);
    QVERIFY2(winner.chance.low < 0.9 && winner.chance.low > 0.5,
             qPrintable(QString::number(winner.chance.low)));
}

void RatingsTest::moreVotesNarrowTheInterval()
{
    const Estimate few = find(rate(duel(20, 12)), kA)->chance;
    const Estimate many = find(rate(duel(200, 120)), kA)->chance;
    QVERIFY(many.high - many.low < (few.high - few.low) / 2.0);
    QVERIFY(many.low > 0.5);
    QVERIFY(few.low < 0.5);
}

void RatingsTest::intervalsCoverTheTruth_data()
{
    QTest::addColumn<double>("spread");
    QTest::addColumn<int>("votes");
    QTest::newRow("contenders that differ little, 40 votes") << 0.3 << 40;
    QTest::newRow("contenders that differ much, 40 votes") << 0.8 << 40;
    QTest::newRow("contenders that differ much, 150 votes") << 0.8 << 150;
}

void RatingsTest::intervalsCoverTheTruth()
{
    // 200 worlds of 4 contenders: 800 intervals of 95 %. Their hits scatter by 1 to 2 %, since the four of a
    // world depend on each other.
    QFETCH(double, spread);
    QFETCH(int, votes);
    constexpr int kWorlds = 200;
    const QList<double> strengths{-1.5 * spread, -0.5 * spread, 0.5 * spread, 1.5 * spread};
    std::mt19937 random(20'260'101);
    int hits = 0;
    int intervals = 0;
    for (int world = 0; world < kWorlds; ++world) {
        RatingOptions options;
        options.resamples = 200;
        options.votesNeeded = 5;
        options.seed = quint32(world + 1);
        for (const Rating &rating : rate(simulated(strengths, votes, random), options).ratings) {
            if (!rating.rated)
                continue;
            const double truth = trueChance(strengths, rating.target.model.toInt());
            ++intervals;
            hits += rating.chance.low <= truth && truth <= rating.chance.high;
        }
    }
    QVERIFY2(intervals > 750, qPrintable(QString::number(intervals)));
    const double covered = double(hits) / intervals;
    QVERIFY2(covered > 0.91 && covered < 0.985, qPrintable(QString::number(covered)));
}

void RatingsTest::noVotesGiveAnEmptyTable()
{
    QCOMPARE(rate({}), RatingTable{});
}

void RatingsTest::manyVotesAreRated()
{
    std::mt19937 random(7);
    QList<double> strengths;
    for (int i = 0; i < 12; ++i)
        strengths.append(0.2 * i);
    const QList<Vote> votes = simulated(strengths, 2'000, random);
    const RatingTable table = rate(votes);
    QCOMPARE(table.ratings.size(), 12);
    // Some 100 ms in a debug build; with another order of growth the time of the whole test runs out.
}

SWITCHYARD_TEST(RatingsTest)
#include "tst_ratings.moc"
