#include "core/catalog/costcalculator.h"
#include "core/catalog/modelcatalog.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

/// USD per million tokens as the price of one.
Money perMillion(const char *usd)
{
    return Money::fromDecimal(QString::fromLatin1(usd))->scaled(1, 1'000'000);
}

PriceList priced(const char *input, const char *output)
{
    PriceList list;
    list.base.input = perMillion(input);
    list.base.output = perMillion(output);
    list.version = QStringLiteral("2026-09-23");
    list.sourceText = QStringLiteral("a list");
    return list;
}

Usage used(qint64 input, qint64 output)
{
    Usage usage;
    usage.input = input;
    usage.output = output;
    usage.basis = UsageBasis::Reported;
    return usage;
}

QString usd(const std::optional<Money> &amount)
{
    return amount ? amount->toDecimal() : QStringLiteral("unknown");
}

} // namespace

class CostCalculatorTest : public QObject
{
    Q_OBJECT

private slots:
    void goldenFixturesComeOutRight_data();
    void goldenFixturesComeOutRight();
    void tiersHoldForTheWholeRequest_data();
    void tiersHoldForTheWholeRequest();
    void aCacheClassThatATierDoesNotNameCostsItsInputPrice();
    void whatATierDoesNotNameKeepsItsPrice_data();
    void whatATierDoesNotNameKeepsItsPrice();
    void aTierWithoutAnyPriceIsUnknown();
    void whatIsNotKnownIsNeverFree_data();
    void whatIsNotKnownIsNeverFree();
    void aKnownPriceOfZeroIsZero();
    void aReportedCostWinsUnlessThePriceIsTheUsersOwn();
    void reasoningMayHaveAPriceOfItsOwn();
    void aCacheReadWithoutPriceIsBoundedByTheInputPrice();
    void aCacheWriteWithoutPriceHasBothBounds();
    void oneHourWritesFallBackToOrdinaryOnes();
    void partsBeyondTheWholeAreMarkedAsAnEstimate();
    void estimatedUsageHasBounds();
    void aFeeForEachRequestIsAdded();
    void hugeCountsSaturate();
    void everyClassHasItsOwnPrice();
    void audioAndToolCallsWithoutAPriceAreUnknown_data();
    void audioAndToolCallsWithoutAPriceAreUnknown();
    void serviceTiersHaveTheirPricesWhereTheyAreKnown_data();
    void serviceTiersHaveTheirPricesWhereTheyAreKnown();
    void aServiceTierWithoutAPriceSaysSo();
    void anotherCurrencyNeedsARate();
    void whatWasReportedAndWhatWasComputedAreBothKept();
    void boundsOfTheUsageBecomeThoseOfTheCost();
};

void CostCalculatorTest::goldenFixturesComeOutRight_data()
{
    QTest::addColumn<QString>("seller");
    QTest::addColumn<QString>("model");
    QTest::addColumn<Usage>("usage");
    QTest::addColumn<QString>("expected");
    Usage sonnet = used(3 + 12'304, 550);
    sonnet.cacheWrite = 12'304;
    QTest::newRow("Claude 3.7 Sonnet with a cache write (LiteLLM #9812)")
        << QStringLiteral("anthropic") << QStringLiteral("claude-3-7-sonnet-20250219") << sonnet
        << QStringLiteral("0.054399");
    Usage opus = used(6 + 159'217, 2'745);
    opus.cacheWrite = 159'217;
    QTest::newRow("Opus 4.7 with a large cache write (Bifrost #3451)")
        << QStringLiteral("anthropic") << QStringLiteral("claude-opus-4-7") << opus
        << QStringLiteral("1.06376125");
    Usage grok = used(10'120, 1'499 + 2'809);
    grok.cachedInput = 128;
    grok.reasoning = 2'809;
    QTest::newRow("Grok 4.20 with reasoning beside the completion (sub2api #5771)")
        << QStringLiteral("xai") << QStringLiteral("grok-4.20-0309-reasoning") << grok
        << QStringLiteral("0.0232856");
    Usage gemini = used(20, 603);
    gemini.reasoning = 405;
    QTest::newRow("gemini-2.5-flash with thoughts as output (any-llm #1290)")
        << QStringLiteral("google") << QStringLiteral("gemini-2.5-flash") << gemini
        << QStringLiteral("0.0015135");
    QTest::newRow("the documented lane of gpt-4o-mini")
        << QStringLiteral("openai") << QStringLiteral("gpt-4o-mini") << used(1'204, 640)
        << QStringLiteral("0.0005646");
}

void CostCalculatorTest::goldenFixturesComeOutRight()
{
    QFETCH(QString, seller);
    QFETCH(QString, model);
    QFETCH(Usage, usage);
    QFETCH(QString, expected);
    const Result<ModelCatalog> catalog = ModelCatalog::load();
    QVERIFY(catalog);
    const CatalogEntry *const entry = catalog->find(seller, model);
    QVERIFY(entry);
    const qint64 november = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    const Cost cost = computeCost(usage, catalog->priceAt(*entry, november));
    QCOMPARE(usd(cost.amount), expected);
    QCOMPARE(cost.basis, CostBasis::Computed);
    QCOMPARE(cost.priceVersion, QStringLiteral("2026-09-23"));
    QVERIFY(!cost.lower && !cost.upper);
}

void CostCalculatorTest::tiersHoldForTheWholeRequest_data()
{
    QTest::addColumn<qint64>("input");
    QTest::addColumn<bool>("inclusive");
    QTest::addColumn<QString>("expected");
    QTest::newRow("below the threshold") << qint64(199'999) << false << QStringLiteral("0.199999");
    QTest::newRow("at it, where only more counts") << qint64(200'000) << false << QStringLiteral("0.2");
    QTest::newRow("at it, where it counts") << qint64(200'000) << true << QStringLiteral("0.4");
    QTest::newRow("above it, every token at the tier's price")
        << qint64(200'001) << false << QStringLiteral("0.400002");
    QTest::newRow("above the second threshold") << qint64(500'001) << false << QStringLiteral("1.500003");
}

void CostCalculatorTest::tiersHoldForTheWholeRequest()
{
    QFETCH(qint64, input);
    QFETCH(bool, inclusive);
    QFETCH(QString, expected);
    PriceList list = priced("1", "5");
    list.tiers = {PriceTier{500'000, inclusive, priced("3", "9").base},
                  PriceTier{200'000, inclusive, priced("2", "7").base}};
    QCOMPARE(usd(computeCost(used(input, 0), list).amount), expected);
}

void CostCalculatorTest::aCacheClassThatATierDoesNotNameCostsItsInputPrice()
{
    PriceList list = priced("1", "5");
    list.base.cacheRead = perMillion("0.1");
    list.tiers = {PriceTier{1'000, false, priced("2", "7").base}};
    Usage usage = used(10'000, 0);
    usage.cachedInput = 9'000;
    const Cost cost = computeCost(usage, list);
    QCOMPARE(usd(cost.amount), QStringLiteral("0.02"));
    QCOMPARE(cost.basis, CostBasis::Computed);
}

void CostCalculatorTest::whatATierDoesNotNameKeepsItsPrice_data()
{
    QTest::addColumn<TokenPrices>("tier");
    QTest::addColumn<QString>("expected");
    // 6,000 tokens from the cache, 4,000 others, 1,000 of the answer, 1,000 of reasoning.
    TokenPrices input;
    input.input = perMillion("4");
    QTest::newRow("an input price, which the cache costs too") << input << QStringLiteral("0.048");
    TokenPrices output;
    output.output = perMillion("10");
    QTest::newRow("an output price") << output << QStringLiteral("0.0176");
    TokenPrices cache;
    cache.cacheRead = perMillion("0.2");
    QTest::newRow("a price of cached tokens") << cache << QStringLiteral("0.0132");
    TokenPrices free;
    free.output = Money();
    QTest::newRow("a price of nothing") << free << QStringLiteral("0.0076");
}

void CostCalculatorTest::whatATierDoesNotNameKeepsItsPrice()
{
    QFETCH(TokenPrices, tier);
    PriceList list = priced("1", "5");
    list.base.cacheRead = perMillion("0.1");
    list.base.reasoning = perMillion("3");
    list.tiers = {PriceTier{500, false, tier}};
    Usage usage = used(10'000, 2'000);
    usage.cachedInput = 6'000;
    usage.reasoning = 1'000;
    const Cost cost = computeCost(usage, list);
    QTEST(usd(cost.amount), "expected");
    QCOMPARE(cost.basis, CostBasis::Computed);
}

void CostCalculatorTest::aTierWithoutAnyPriceIsUnknown()
{
    PriceList list = priced("1", "5");
    list.tiers = {PriceTier{500, false, {}}};
    QCOMPARE(usd(computeCost(used(501, 10), list).amount), QStringLiteral("unknown"));
    QCOMPARE(usd(computeCost(used(500, 0), list).amount), QStringLiteral("0.0005"));
}

void CostCalculatorTest::whatIsNotKnownIsNeverFree_data()
{
    QTest::addColumn<Usage>("usage");
    QTest::addColumn<bool>("hasPrice");
    QTest::addColumn<bool>("hasOutputPrice");
    Usage missing;
    Usage noOutput = used(10, 0);
    noOutput.output.reset();
    Usage noInput = used(0, 10);
    noInput.input.reset();
    Usage negative = used(-5, 10);
    QTest::newRow("no price at all") << used(10, 10) << false << false;
    QTest::newRow("no price of the output") << used(10, 10) << true << false;
    QTest::newRow("no usage") << missing << true << true;
    QTest::newRow("an unknown output count") << noOutput << true << true;
    QTest::newRow("an unknown input count") << noInput << true << true;
    QTest::newRow("a negative count") << negative << true << true;
}

void CostCalculatorTest::whatIsNotKnownIsNeverFree()
{
    QFETCH(Usage, usage);
    QFETCH(bool, hasPrice);
    QFETCH(bool, hasOutputPrice);
    std::optional<PriceList> list;
    if (hasPrice)
        list = priced("1", "5");
    if (list && !hasOutputPrice)
        list->base.output.reset();
    QCOMPARE(computeCost(usage, list), Cost());
    QCOMPARE(Cost().basis, CostBasis::Unknown);
    // What the provider says it cost is still known.
    usage.reportedCost = perMillion("7");
    QCOMPARE(computeCost(usage, list).amount, std::optional(perMillion("7")));
}

void CostCalculatorTest::aKnownPriceOfZeroIsZero()
{
    const Cost cost = computeCost(used(1'000, 1'000), priced("0", "0"));
    QCOMPARE(cost.amount, std::optional(Money()));
    QCOMPARE(cost.basis, CostBasis::Computed);
    // Nothing was written: the missing price of the output is not needed.
    PriceList inputOnly = priced("1", "5");
    inputOnly.base.output.reset();
    QCOMPARE(usd(computeCost(used(1'000'000, 0), inputOnly).amount), QStringLiteral("1"));
}

void CostCalculatorTest::aReportedCostWinsUnlessThePriceIsTheUsersOwn()
{
    Usage usage = used(1'000'000, 0);
    usage.reportedCost = Money::fromDecimal(u"0.0232856");
    PriceList list = priced("1", "5");
    const Cost cost = computeCost(usage, list);
    QCOMPARE(usd(cost.amount), QStringLiteral("0.0232856"));
    QCOMPARE(cost.basis, CostBasis::Reported);
    QCOMPARE(cost.priceVersion, QString());
    list.source = PriceSource::Override;
    QCOMPARE(usd(computeCost(usage, list).amount), QStringLiteral("1"));
    QCOMPARE(computeCost(usage, list).basis, CostBasis::Computed);
}

void CostCalculatorTest::reasoningMayHaveAPriceOfItsOwn()
{
    PriceList list = priced("0.4", "1.2");
    Usage usage = used(0, 1'000'000);
    usage.reasoning = 400'000;
    QCOMPARE(usd(computeCost(usage, list).amount), QStringLiteral("1.2"));
    list.base.reasoning = perMillion("4");
    QCOMPARE(usd(computeCost(usage, list).amount), QStringLiteral("2.32"));
}

void CostCalculatorTest::aCacheReadWithoutPriceIsBoundedByTheInputPrice()
{
    Usage usage = used(1'000'000, 0);
    usage.cachedInput = 600'000;
    const Cost cost = computeCost(usage, priced("1", "5"));
    QCOMPARE(cost.basis, CostBasis::Estimated);
    QCOMPARE(usd(cost.amount), QStringLiteral("1"));
    QCOMPARE(usd(cost.lower), QStringLiteral("0.4"));
    QCOMPARE(usd(cost.upper), QStringLiteral("1"));
}

void CostCalculatorTest::aCacheWriteWithoutPriceHasBothBounds()
{
    Usage usage = used(1'000'000, 0);
    usage.cacheWrite = 500'000;
    const Cost cost = computeCost(usage, priced("1", "5"));
    QCOMPARE(cost.basis, CostBasis::Estimated);
    QCOMPARE(usd(cost.lower), QStringLiteral("0.5"));
    QCOMPARE(usd(cost.amount), QStringLiteral("1"));
    QCOMPARE(usd(cost.upper), QStringLiteral("1.5"));
}

void CostCalculatorTest::oneHourWritesFallBackToOrdinaryOnes()
{
    PriceList list = priced("3", "15");
    list.base.cacheWrite = perMillion("3.75");
    Usage usage = used(1'000'000, 0);
    usage.cacheWrite = 1'000'000;
    usage.cacheWrite1h = 400'000;
    QCOMPARE(usd(computeCost(usage, list).amount), QStringLiteral("3.75"));
    list.base.cacheWrite1h = perMillion("6");
    QCOMPARE(usd(computeCost(usage, list).amount), QStringLiteral("4.65"));
}

void CostCalculatorTest::partsBeyondTheWholeAreMarkedAsAnEstimate()
{
    PriceList list = priced("1", "5");
    list.base.cacheRead = perMillion("0.1");
    Usage usage = used(100, 0);
    usage.cachedInput = 1'000'000;
    const Cost cost = computeCost(usage, list);
    QCOMPARE(usd(cost.amount), QStringLiteral("0.1"));
    QCOMPARE(cost.basis, CostBasis::Estimated);
}

void CostCalculatorTest::estimatedUsageHasBounds()
{
    Usage usage = used(1'000'000, 1'000'000);
    usage.basis = UsageBasis::Estimated;
    const Cost cost = computeCost(usage, priced("1", "3"));
    QCOMPARE(cost.basis, CostBasis::Estimated);
    QCOMPARE(usd(cost.lower), QStringLiteral("3"));
    QCOMPARE(usd(cost.amount), QStringLiteral("4"));
    QCOMPARE(usd(cost.upper), QStringLiteral("5"));
    QCOMPARE(usd(computeCost(usage, priced("1", "3"), 4'000'000).upper), QStringLiteral("13"));
    QCOMPARE(usd(computeCost(usage, priced("1", "3"), 500'000).upper), QStringLiteral("5"));
}

void CostCalculatorTest::aFeeForEachRequestIsAdded()
{
    PriceList list = priced("1", "5");
    list.perRequest = Money::fromDecimal(u"0.01");
    QCOMPARE(usd(computeCost(used(1'000'000, 0), list).amount), QStringLiteral("1.01"));
}

void CostCalculatorTest::hugeCountsSaturate()
{
    const qint64 most = std::numeric_limits<qint64>::max();
    const Cost cost = computeCost(used(most, most), priced("1000", "1000"));
    QCOMPARE(cost.amount, std::optional(Money::fromPicos(most)));
}

void CostCalculatorTest::everyClassHasItsOwnPrice()
{
    PriceList list = priced("1", "10");
    list.base.cacheRead = perMillion("0.1");
    list.base.cacheWrite = perMillion("1.25");
    list.base.cacheWrite1h = perMillion("2");
    list.base.reasoning = perMillion("20");
    list.base.audioInput = perMillion("40");
    list.base.audioOutput = perMillion("80");
    list.perRequest = Money::fromDecimal(u"0.001");
    list.perToolCall = Money::fromDecimal(u"0.01");
    Usage usage = used(1'000'000, 1'000'000);
    usage.cachedInput = 100'000;
    usage.cacheWrite = 300'000;
    usage.cacheWrite1h = 100'000;
    usage.audioInput = 100'000;
    usage.reasoning = 200'000;
    usage.audioOutput = 300'000;
    usage.toolCalls = 3;
    // 0.5 uncached + 0.01 read + 0.25 written + 0.2 for an hour + 4 audio
    // + 5 visible + 4 reasoning + 24 audio + 0.001 + 0.03
    QCOMPARE(usd(computeCost(usage, list).amount), QStringLiteral("37.991"));
    QCOMPARE(computeCost(usage, list).basis, CostBasis::Computed);
}

void CostCalculatorTest::audioAndToolCallsWithoutAPriceAreUnknown_data()
{
    QTest::addColumn<Usage>("usage");
    Usage usage = used(10, 10);
    usage.audioInput = 1;
    QTest::newRow("audio in") << usage;
    usage = used(10, 10);
    usage.audioOutput = 1;
    QTest::newRow("audio out") << usage;
    usage = used(10, 10);
    usage.toolCalls = 1;
    QTest::newRow("a web search") << usage;
}

void CostCalculatorTest::audioAndToolCallsWithoutAPriceAreUnknown()
{
    QFETCH(Usage, usage);
    QCOMPARE(usd(computeCost(usage, priced("1", "5")).amount), QStringLiteral("unknown"));
    QCOMPARE(usd(computeCost(used(1'000'000, 0), priced("1", "5")).amount), QStringLiteral("1"));
}

void CostCalculatorTest::serviceTiersHaveTheirPricesWhereTheyAreKnown_data()
{
    QTest::addColumn<QString>("tier");
    QTest::addColumn<qint64>("input");
    QTest::addColumn<QString>("expected");
    QTest::newRow("standard") << QString() << qint64(100'000) << QStringLiteral("0.2");
    QTest::newRow("standard by OpenAI's name")
        << QStringLiteral("default") << qint64(100'000) << QStringLiteral("0.2");
    QTest::newRow("flex") << QStringLiteral("flex") << qint64(100'000) << QStringLiteral("0.1");
    QTest::newRow("a tier without a price")
        << QStringLiteral("scale") << qint64(100'000) << QStringLiteral("0.2");
    QTest::newRow("a long request") << QString() << qint64(1'000'000) << QStringLiteral("4");
    QTest::newRow("a long request in a tier without a price for it")
        << QStringLiteral("flex") << qint64(1'000'000) << QStringLiteral("4");
    QTest::newRow("a long request in a tier with one")
        << QStringLiteral("priority") << qint64(1'000'000) << QStringLiteral("8");
}

void CostCalculatorTest::serviceTiersHaveTheirPricesWhereTheyAreKnown()
{
    QFETCH(QString, tier);
    QFETCH(qint64, input);
    PriceList list = priced("2", "5");
    list.tiers = {PriceTier{200'000, false, TokenPrices{perMillion("4"), perMillion("10")}}};
    list.services = {
        ServicePrices{QStringLiteral("flex"), TokenPrices{perMillion("1")}},
        ServicePrices{QStringLiteral("priority"),
                      TokenPrices{perMillion("3")},
                      {PriceTier{200'000, false, TokenPrices{perMillion("8")}}}},
    };
    Usage usage = used(input, 0);
    usage.serviceTier = tier;
    QTEST(usd(computeCost(usage, list).amount), "expected");
}

void CostCalculatorTest::aServiceTierWithoutAPriceSaysSo()
{
    Usage usage = used(10, 10);
    usage.serviceTier = QStringLiteral("scale");
    QVERIFY(computeCost(usage, priced("1", "5")).priceSource.contains(QStringLiteral("scale")));
    usage.serviceTier = QStringLiteral("standard");
    QCOMPARE(computeCost(usage, priced("1", "5")).priceSource, QStringLiteral("a list"));
}

void CostCalculatorTest::anotherCurrencyNeedsARate()
{
    PriceList list = priced("0.26", "0.79");
    list.currency = QStringLiteral("EUR");
    const Cost without = computeCost(used(1'000'000, 0), list);
    QVERIFY(!without.amount);
    QCOMPARE(without.basis, CostBasis::Unknown);
    QCOMPARE(without.currency, QStringLiteral("EUR"));
    QCOMPARE(usd(without.ownAmount), QStringLiteral("0.26"));
    QCOMPARE(basePricesInUsd(list), TokenPrices());

    list.rate = ExchangeRate{QStringLiteral("EUR"), *Money::fromDecimal(u"1.1"), QDate(2026, 11, 1)};
    const Cost with = computeCost(used(1'000'000, 0), list);
    QCOMPARE(usd(with.amount), QStringLiteral("0.286"));
    QCOMPARE(with.basis, CostBasis::Computed);
    QCOMPARE(usd(with.ownAmount), QStringLiteral("0.26"));
    QVERIFY(with.priceSource.contains(QStringLiteral("1.1")));
    QVERIFY(with.priceSource.contains(QStringLiteral("2026-11-01")));
    QCOMPARE(usd(*basePricesInUsd(list).output * 1'000'000), QStringLiteral("0.869"));
}

void CostCalculatorTest::whatWasReportedAndWhatWasComputedAreBothKept()
{
    Usage usage = used(1'000'000, 0);
    usage.reportedCost = Money::fromDecimal(u"0.9");
    PriceList list = priced("1", "5");
    list.id = QStringLiteral("bundled:openai/gpt-4o");
    const Cost reported = computeCost(usage, list);
    QCOMPARE(usd(reported.amount), QStringLiteral("0.9"));
    QCOMPARE(usd(reported.reported), QStringLiteral("0.9"));
    QCOMPARE(usd(reported.computed), QStringLiteral("1"));
    QCOMPARE(reported.priceId, list.id);
    list.source = PriceSource::Override;
    const Cost own = computeCost(usage, list);
    QCOMPARE(usd(own.amount), QStringLiteral("1"));
    QCOMPARE(usd(own.reported), QStringLiteral("0.9"));
    QCOMPARE(usd(own.computed), QStringLiteral("1"));
    QVERIFY(!computeCost(usage, std::nullopt).computed);
}

void CostCalculatorTest::boundsOfTheUsageBecomeThoseOfTheCost()
{
    Usage usage = used(0, 1'000'000);
    usage.basis = UsageBasis::Estimated;
    usage.outputLow = 900'000;
    usage.outputHigh = 1'200'000;
    const Cost cost = computeCost(usage, priced("1", "10"));
    QCOMPARE(usd(cost.lower), QStringLiteral("9"));
    QCOMPARE(usd(cost.amount), QStringLiteral("10"));
    QCOMPARE(usd(cost.upper), QStringLiteral("12"));
    QCOMPARE(usd(computeCost(usage, priced("1", "10"), 2'000'000).upper), QStringLiteral("20"));
}

SWITCHYARD_TEST(CostCalculatorTest)

#include "tst_costcalculator.moc"
