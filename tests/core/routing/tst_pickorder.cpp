#include "core/routing/pickorder.h"
#include "tests/support/testunit.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>
#include <map>

using namespace core;

namespace {

using Places = QList<qsizetype>;

Chain chainWith(PickOrder pick)
{
    Chain chain;
    chain.pick = pick;
    return chain;
}

QList<PickCandidate> weighted(const QList<double> &weights)
{
    QList<PickCandidate> candidates;
    for (const double weight : weights) {
        PickCandidate candidate;
        candidate.weight = weight;
        candidates.append(candidate);
    }
    return candidates;
}

QList<PickCandidate> costing(const QList<std::optional<double>> &dollars)
{
    QList<PickCandidate> candidates;
    for (const std::optional<double> &cost : dollars) {
        PickCandidate candidate;
        if (cost)
            candidate.cost = Money::fromDouble(*cost);
        candidates.append(candidate);
    }
    return candidates;
}

PickCandidate timed(std::optional<double> p50, int samples)
{
    PickCandidate candidate;
    candidate.facts.firstTokenP50 = p50;
    candidate.facts.samples = samples;
    return candidate;
}

PickCandidate rated(std::optional<double> rating, std::optional<double> dollars)
{
    PickCandidate candidate = costing({dollars}).first();
    candidate.facts.rating = rating;
    return candidate;
}

Places placesOf(const QList<Pick> &picks)
{
    Places places;
    for (const Pick &pick : picks)
        places.append(pick.candidate);
    return places;
}

Places orderOf(const Chain &chain, const QList<PickCandidate> &candidates, double draw = 0.0)
{
    return placesOf(pickOrder(chain, candidates, draw).order);
}

Places byWeight(const QList<double> &weights, double draw)
{
    return orderOf(chainWith(PickOrder::Weighted), weighted(weights), draw);
}

TargetFacts priced(qint64 inputPicos, qint64 outputPicos)
{
    TargetFacts facts;
    PriceList prices;
    prices.base.input = Money::fromPicos(inputPicos);
    prices.base.output = Money::fromPicos(outputPicos);
    facts.model.prices = prices;
    return facts;
}

} // namespace

class TestPickOrder : public QObject
{
    Q_OBJECT

private slots:
    void listedStaysAsItIs();
    void everyPlaceSaysWhy();
    void theDrawFallsIntoTheRowOfWeights_data();
    void theDrawFallsIntoTheRowOfWeights();
    void weightsThatAreNoneStandLast();
    void ordersComeAsOftenAsTheirWeightsSay();
    void oneStickyValueHasOneDraw();
    void stickyDrawsAreEven();
    void theCheapestComesFirst();
    void theFastestComesFirst();
    void theBestRatedComesFirst();
    void aPriceCeilingKeepsOut();
    void aCallCostsWhatItsTokensDo_data();
    void aCallCostsWhatItsTokensDo();
};

void TestPickOrder::listedStaysAsItIs()
{
    QCOMPARE(orderOf(chainWith(PickOrder::Listed), weighted({1, 5, 3}), 0.9), (Places{0, 1, 2}));
    QCOMPARE(orderOf(chainWith(PickOrder::Listed), {}), Places());
}

void TestPickOrder::everyPlaceSaysWhy()
{
    for (const PickOrder pick : {PickOrder::Listed, PickOrder::Weighted, PickOrder::Cheapest,
                                 PickOrder::Fastest, PickOrder::BestRated}) {
        QList<PickCandidate> candidates = costing({0.0004, std::nullopt, 0.2});
        candidates[0].facts.rating = 0.7;
        candidates[2] = timed(412, 31);
        const QList<Pick> order = pickOrder(chainWith(pick), candidates, 0.5).order;
        QCOMPARE(order.size(), 3);
        for (qsizetype at = 0; at < order.size(); ++at)
            QVERIFY(order.at(at).why.startsWith(QStringLiteral("%1 of 3").arg(at + 1)));
    }
    const QList<Pick> cheapest = pickOrder(chainWith(PickOrder::Cheapest), costing({0.0004, 0.1}), 0.0).order;
    QVERIFY(cheapest.first().why.contains(QStringLiteral("$0.0004")));
}

void TestPickOrder::theDrawFallsIntoTheRowOfWeights_data()
{
    QTest::addColumn<QList<double>>("weights");
    QTest::addColumn<double>("draw");
    QTest::addColumn<Places>("order");
    const QList<double> three{5, 3, 2};
    QTest::newRow("the beginning") << three << 0.0 << Places{0, 1, 2};
    // 0.45 of 10 is 9 tenths of the first part: of the remaining 5 that is 4.5, within the third.
    QTest::newRow("late in the first") << three << 0.45 << Places{0, 2, 1};
    // 0.5 is where the second begins: 0 of the rest is the first.
    QTest::newRow("where the second begins") << three << 0.5 << Places{1, 0, 2};
    QTest::newRow("in the third") << three << 0.81 << Places{2, 0, 1};
    QTest::newRow("the end") << three << std::nextafter(1.0, 0.0) << Places{2, 1, 0};
    QTest::newRow("only the proportion counts") << QList<double>{0.05, 0.03, 0.02} << 0.45 << Places{0, 2, 1};
    QTest::newRow("alone") << QList<double>{0.1} << 0.7 << Places{0};
    QTest::newRow("a draw that is none") << three << 7.5 << Places{2, 1, 0};
    QTest::newRow("no number") << three << std::nan("") << Places{0, 1, 2};
}

void TestPickOrder::theDrawFallsIntoTheRowOfWeights()
{
    QFETCH(QList<double>, weights);
    QFETCH(double, draw);
    QTEST(byWeight(weights, draw), "order");
}

void TestPickOrder::weightsThatAreNoneStandLast()
{
    const double infinite = std::numeric_limits<double>::infinity();
    for (const double draw : {0.0, 0.3, 0.999}) {
        QCOMPARE(byWeight({0, 1}, draw), (Places{1, 0}));
        QCOMPARE(byWeight({-3, infinite, 2, std::nan("")}, draw), (Places{2, 0, 1, 3}));
        QCOMPARE(byWeight({0, 0}, draw), (Places{0, 1}));
    }
    // The sum of these is beyond every number.
    const double most = std::numeric_limits<double>::max();
    QCOMPARE(byWeight({most, most}, 0.25).first(), 0);
    QCOMPARE(byWeight({most, most}, 0.75).first(), 1);
}

/// Sampling without replacement: the chance of an order is the product of each one's share of what is left.
void TestPickOrder::ordersComeAsOftenAsTheirWeightsSay()
{
    constexpr int kDraws = 60'000;
    const QList<double> weights{5, 3, 1.5, 0.5};
    QRandomGenerator random(42);
    std::map<QList<qsizetype>, int> seen;
    for (int draw = 0; draw < kDraws; ++draw)
        ++seen[byWeight(weights, random.generateDouble())];
    QCOMPARE(seen.size(), 24U);
    double deviation = 0.0;
    for (const auto &[order, count] : seen) {
        double chance = 1.0;
        double left = 10.0;
        for (const qsizetype place : order) {
            chance *= weights.at(place) / left;
            left -= weights.at(place);
        }
        const double expected = chance * kDraws;
        deviation += (count - expected) * (count - expected) / expected;
    }
    // Chi-squared with 23 degrees of freedom: above 58 once in ten thousand.
    QVERIFY2(deviation < 58.0, QByteArray::number(deviation).constData());
}

void TestPickOrder::oneStickyValueHasOneDraw()
{
    const double draw = stickyDraw(QStringLiteral("rule"), QStringLiteral("ann"));
    QCOMPARE(stickyDraw(QStringLiteral("rule"), QStringLiteral("ann")), draw);
    QVERIFY(stickyDraw(QStringLiteral("rule"), QStringLiteral("bob")) != draw);
    QVERIFY(stickyDraw(QStringLiteral("other rule"), QStringLiteral("ann")) != draw);
    QVERIFY(stickyDraw(QStringLiteral("rulea"), QStringLiteral("nn")) != draw);
    // What it is said to be: of "rule\0ann" the SHA-1 begins so.
    const QByteArray hash = QCryptographicHash::hash(QByteArray("rule\0ann", 8), QCryptographicHash::Sha1);
    const double leading =
        static_cast<double>(hash.left(6).toHex().toULongLong(nullptr, 16)) / 281'474'976'710'656.0;
    QVERIFY(draw >= leading && draw < leading + 1e-14);
}

void TestPickOrder::stickyDrawsAreEven()
{
    QList<int> tenths(10);
    for (int user = 0; user < 10'000; ++user)
        ++tenths[static_cast<qsizetype>(
            10 * stickyDraw(QStringLiteral("rule"), QStringLiteral("user %1").arg(user)))];
    // Four standard deviations of 1,000 are 120.
    for (const int count : std::as_const(tenths))
        QVERIFY2(std::abs(count - 1'000) < 120, QByteArray::number(count).constData());
}

void TestPickOrder::theCheapestComesFirst()
{
    const Chain chain = chainWith(PickOrder::Cheapest);
    QCOMPARE(orderOf(chain, costing({0.02, 0.001, 0.3})), (Places{1, 0, 2}));
    QCOMPARE(orderOf(chain, costing({std::nullopt, 0.02, std::nullopt, 0.0})), (Places{3, 1, 0, 2}));
    QCOMPARE(orderOf(chain, costing({0.02, 0.01, 0.02, 0.01})), (Places{1, 3, 0, 2}));
}

void TestPickOrder::theFastestComesFirst()
{
    const Chain chain = chainWith(PickOrder::Fastest);
    const int enough = kSamplesForSpeed;
    QCOMPARE(orderOf(chain, {timed(900, enough), timed(300, enough), timed(600, 5'000)}), (Places{1, 2, 0}));
    QCOMPARE(orderOf(chain, {timed(100, enough - 1), timed(900, enough), timed(std::nullopt, 50)}),
             (Places{1, 0, 2}));
    QCOMPARE(orderOf(chain, {timed(300, 40), timed(300, 30)}), (Places{0, 1}));
}

void TestPickOrder::theBestRatedComesFirst()
{
    const Chain chain = chainWith(PickOrder::BestRated);
    QCOMPARE(orderOf(chain, {rated(0.4, {}), rated({}, {}), rated(0.9, {}), rated(0.4, {})}),
             (Places{2, 0, 3, 1}));
}

void TestPickOrder::aPriceCeilingKeepsOut()
{
    Chain chain = chainWith(PickOrder::BestRated);
    chain.priceCeiling = Money::fromDecimal(u"0.01");
    const QList<PickCandidate> candidates{rated(0.9, 0.02), rated(0.5, 0.01), rated(0.8, {}), rated({}, 0.0)};
    const PickedOrder picked = pickOrder(chain, candidates, 0.0);
    QCOMPARE(placesOf(picked.order), (Places{1, 3}));
    QCOMPARE(placesOf(picked.leftOut), (Places{0, 2}));
    QVERIFY(picked.leftOut.first().why.contains(QStringLiteral("$0.02")));
    QVERIFY(picked.leftOut.first().why.contains(QStringLiteral("$0.01")));
    QVERIFY(picked.leftOut.last().why.contains(QStringLiteral("$0.01")));
    // It belongs to that order alone.
    chain.pick = PickOrder::Cheapest;
    QCOMPARE(orderOf(chain, candidates).size(), 4);
}

void TestPickOrder::aCallCostsWhatItsTokensDo_data()
{
    QTest::addColumn<std::optional<qint64>>("input");
    QTest::addColumn<std::optional<qint64>>("limit");
    QTest::addColumn<std::optional<qint64>>("picos");
    using Count = std::optional<qint64>;
    // $1 and $4 a million tokens, 500 tokens expected.
    QTest::newRow("as expected") << Count(1'000) << Count() << Count(3'000'000'000);
    QTest::newRow("no more than the limit")
        << Count(1'000) << Count(100) << Count(1'000'000'000 + 400'000'000);
    QTest::newRow("the limit is no forecast") << Count(0) << Count(9'000) << Count(2'000'000'000);
    QTest::newRow("unknown input") << Count() << Count(100) << Count();
    // Above 200,000 tokens it is $2 and $8.
    QTest::newRow("a tier") << Count(300'000) << Count() << Count(600'000'000'000 + 4'000'000'000);
}

void TestPickOrder::aCallCostsWhatItsTokensDo()
{
    QFETCH(std::optional<qint64>, input);
    QFETCH(std::optional<qint64>, limit);
    QFETCH(std::optional<qint64>, picos);
    TargetFacts facts = priced(1'000'000, 4'000'000);
    facts.expectedOutput = 500;
    PriceTier tier;
    tier.aboveInputTokens = 200'000;
    tier.prices.input = Money::fromPicos(2'000'000);
    tier.prices.output = Money::fromPicos(8'000'000);
    facts.model.prices->tiers = {tier};
    const std::optional<Money> cost = estimatedCost(facts, input, limit);
    QCOMPARE(cost.has_value(), picos.has_value());
    if (picos)
        QCOMPARE(cost->picos(), *picos);
    facts.model.prices.reset();
    QVERIFY(!estimatedCost(facts, input, limit));
}

SWITCHYARD_TEST(TestPickOrder)
#include "tst_pickorder.moc"
