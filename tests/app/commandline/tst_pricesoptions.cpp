#include "app/commandline/commandline.h"
#include "tests/support/testunit.h"

#include <QRegularExpression>
#include <QTest>

using namespace app;
using namespace core;

/// Command lines of `prices`, as a shell hands them over.
class TestPricesOptions : public QObject
{
    Q_OBJECT

private slots:
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void whatIsRefusedIsNamed_data();
    void whatIsRefusedIsNamed();
    void aPriceIsReadWhole();
    void everyVerbIsRead();
    void theHelpNamesEveryVerb();
};

namespace {

PricesInvocation pricesOf(const char *line)
{
    const Result<Invocation> invocation =
        parseCommandLine(QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts));
    if (!invocation)
        qFatal("%s", qPrintable(invocation.error().message));
    return std::get<PricesInvocation>(invocation->command);
}

QString millionOf(const std::optional<Money> &perToken)
{
    return perToken ? (*perToken * 1'000'000).toDecimal() : QString();
}

} // namespace

void TestPricesOptions::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *line) {
        QTest::newRow(name) << QString::fromUtf8(line);
    };
    row("no verb", "prices");
    row("an unknown verb", "prices fetch");
    row("list with a word", "prices list gpt-4o");
    row("a period without the ledger", "prices list --since 30d");
    row("show without a model", "prices show");
    row("show with two models", "prices show a b");
    row("show with a price", "prices show a --input 1");
    row("set without anything", "prices set");
    row("set without a price", "prices set gpt-4o");
    row("a price and its removal", "prices set gpt-4o --input 1 --remove");
    row("a price in words", "prices set gpt-4o --input cheap");
    row("a price below zero", "prices set gpt-4o --input=-1");
    row("an unknown way to match", "prices set gpt-4o --input 1 --match like");
    row("a day that is none", "prices set gpt-4o --input 1 --from soon");
    row("hours that are none", "prices set gpt-4o --input 1 --hours always");
    row("a price too small to be counted", "prices set gpt-4o --input 0.0000001");
    row("a tier's price too small to be counted", "prices set gpt-4o --input 1 --above 1000:input=0.0000004");
    row("a fee too small to be counted", "prices set gpt-4o --input 1 --per-request 1e-13");
    row("a tier without tokens", "prices set gpt-4o --input 1 --above input=2");
    row("a tier with an unknown class", "prices set gpt-4o --input 1 --above 200000:in=2");
    row("a tier with a class twice", "prices set gpt-4o --input 1 --above 200000:input=2,input=3");
    row("a rate and a model", "prices set gpt-4o --rate EUR=1.08 --date 2026-11-01");
    row("a rate without its day", "prices set --rate EUR=1.08");
    row("a rate without an amount", "prices set --rate EUR --date 2026-11-01");
    row("a day without a rate", "prices set gpt-4o --input 1 --date 2026-11-01");
    row("a multiplier of nobody", "prices set --multiplier 0.9");
    row("a multiplier in words", "prices set --account a --multiplier half");
    row("import of nothing", "prices import");
    row("import of a file and an account", "prices import prices.json --account a");
    row("reprice with a word", "prices reprice gpt-4o");
    row("undoing nothing", "prices reprice --undo first");
    row("an option of another verb", "prices reprice --input 1");
    row("a preview of an undo", "prices reprice --undo 3 --dry-run");
    row("an undo and the log", "prices reprice --undo 3 --log");
    row("an undo of one model", "prices reprice --undo 3 --model gpt-4o");
    row("an undo of one account", "prices reprice --undo 3 --account a");
    row("an undo of a period", "prices reprice --undo 3 --since 30d");
    row("an undo of computed costs", "prices reprice --undo 3 --computed");
    row("a preview of the log", "prices reprice --log --dry-run");
    row("the log of one model", "prices reprice --log --model gpt-4o");
    row("the log of a period", "prices reprice --log --until 2026-11-01");
    row("the log of reported costs", "prices reprice --log --reported");
}

void TestPricesOptions::whatMakesNoSenseIsRefused()
{
    QFETCH(QString, line);
    const Result<Invocation> invocation = parseCommandLine(line.split(u' '));
    QVERIFY(!invocation);
    QCOMPARE(invocation.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(!invocation.error().message.isEmpty());
}

void TestPricesOptions::whatIsRefusedIsNamed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *line, const char *sentence) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(sentence);
    };
    row("prices reprice --undo 3 --dry-run", "prices reprice --undo does not take --dry-run.");
    row("prices reprice --log --undo 3", "prices reprice --undo does not take --log.");
    row("prices set m --input 0.1234567891",
        "--input 0.1234567891 is finer than can be counted; a price for a million tokens has at most six "
        "decimals.");
    row("prices set m --input 1 --above 9:output=0.1234560000001",
        "--above 0.1234560000001 is finer than can be counted; a price for a million tokens has at most six "
        "decimals.");
    row("prices set m --per-request 0.0000000000015",
        "--per-request 0.0000000000015 is finer than can be counted; a fee has at most twelve decimals.");
    row("prices set m --input 99999999999", "--input 99999999999 is too large to be counted.");
    row("prices reprice --log --account a", "prices reprice --log does not take --account.");
}

void TestPricesOptions::whatIsRefusedIsNamed()
{
    QFETCH(QString, line);
    const Result<Invocation> invocation = parseCommandLine(line.split(u' '));
    QVERIFY(!invocation);
    QTEST(invocation.error().message, "sentence");
}

void TestPricesOptions::aPriceIsReadWhole()
{
    const PricesInvocation prices =
        pricesOf("prices set mistral-large-latest --account m --input 0.45 --output 1.35 --cache-read 0.045 "
                 "--cache-write 0.5 --cache-write-1h 0.9 --reasoning 2 --audio-input 3 --audio-output 4 "
                 "--per-request 0.001 --per-tool-call 0.01 --currency EUR --match dated --service-tier flex "
                 "--from 2026-11-01 --to 2027-01-01 --hours 1-5@01:00-04:00 --hours 6,7@00:00-00:00 "
                 "--above 200000:input=0.9,cache-read=0.09 --from-tokens 100000:output=2 --json");
    QCOMPARE(prices.verb, PricesInvocation::Verb::Set);
    QCOMPARE(prices.account, QStringLiteral("m"));
    QVERIFY(prices.json);
    const PriceEntry &price = prices.price;
    QCOMPARE(price.model, QStringLiteral("mistral-large-latest"));
    QCOMPARE(millionOf(price.prices.input), QStringLiteral("0.45"));
    QCOMPARE(millionOf(price.prices.output), QStringLiteral("1.35"));
    QCOMPARE(millionOf(price.prices.cacheRead), QStringLiteral("0.045"));
    QCOMPARE(millionOf(price.prices.cacheWrite), QStringLiteral("0.5"));
    QCOMPARE(millionOf(price.prices.cacheWrite1h), QStringLiteral("0.9"));
    QCOMPARE(millionOf(price.prices.reasoning), QStringLiteral("2"));
    QCOMPARE(millionOf(price.prices.audioInput), QStringLiteral("3"));
    QCOMPARE(millionOf(price.prices.audioOutput), QStringLiteral("4"));
    QCOMPARE(price.perRequest, Money::fromDecimal(u"0.001"));
    QCOMPARE(price.perToolCall, Money::fromDecimal(u"0.01"));
    QCOMPARE(price.currency, QStringLiteral("EUR"));
    QCOMPARE(price.match, PriceMatch::Dated);
    QCOMPARE(price.serviceTier, QStringLiteral("flex"));
    QCOMPARE(price.validFromMs, std::optional(QDate(2026, 11, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch()));
    QCOMPARE(price.validToMs, std::optional(QDate(2027, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch()));
    QCOMPARE(
        price.windows,
        (QList<PeakWindow>{{{1, 2, 3, 4, 5}, QTime(1, 0), QTime(4, 0)}, {{6, 7}, QTime(0, 0), QTime(0, 0)}}));
    QCOMPARE(price.tiers.size(), 2);
    QCOMPARE(price.tiers.first().aboveInputTokens, 100'000);
    QVERIFY(price.tiers.first().inclusive);
    QVERIFY(!price.tiers.last().inclusive);
    QCOMPARE(millionOf(price.tiers.last().prices.cacheRead), QStringLiteral("0.09"));
}

void TestPricesOptions::everyVerbIsRead()
{
    QVERIFY(pricesOf("prices list --unpriced --since 30d").unpriced);
    QCOMPARE(pricesOf("prices show a/b/c --at 2026-11-01").at, QStringLiteral("2026-11-01"));
    QVERIFY(pricesOf("prices set gpt-4o --remove").remove);
    QCOMPARE(millionOf(pricesOf("prices set gpt-4o --input 0.000001").price.prices.input),
             QStringLiteral("0.000001"));
    QCOMPARE(millionOf(pricesOf("prices set gpt-4o --input 0.1234560").price.prices.input),
             QStringLiteral("0.123456"));
    QCOMPARE(millionOf(pricesOf("prices set gpt-4o --input 0").price.prices.input), QStringLiteral("0"));
    QCOMPARE(pricesOf("prices set --rate EUR=1.08 --date 2026-11-01").rate,
             (std::optional<ExchangeRate>(
                 {QStringLiteral("EUR"), *Money::fromDecimal(u"1.08"), QDate(2026, 11, 1)})));
    const PricesInvocation terms = pricesOf("prices set --account a --billed-in EUR --multiplier 0.85");
    QCOMPARE(terms.billedIn, QStringLiteral("EUR"));
    QCOMPARE(terms.multiplierMillionths, std::optional<qint64>(850'000));
    QCOMPARE(pricesOf("prices import - --dry-run").file, QStringLiteral("-"));
    QVERIFY(pricesOf("prices import --account router --dry-run").dryRun);
    const PricesInvocation again =
        pricesOf("prices reprice --dry-run --computed --reported --model m --account a --since 30d");
    QVERIFY(again.dryRun && again.computed && again.reported);
    QCOMPARE(again.model, QStringLiteral("m"));
    QCOMPARE(pricesOf("prices reprice --undo 3").undo, 3);
    QVERIFY(pricesOf("prices reprice --log").log);
}

void TestPricesOptions::theHelpNamesEveryVerb()
{
    const Result<Invocation> help = parseCommandLine({QStringLiteral("prices"), QStringLiteral("--help")});
    QVERIFY(help);
    const QString text = std::get<TextInvocation>(help->command).text;
    for (const char *verb : {"list", "show", "set", "import", "reprice"})
        QVERIFY2(text.contains(QStringLiteral("prices  ") + QString::fromLatin1(verb)), verb);
    QVERIFY(!text.contains(u'%'));
    // What is not said there is found by nobody.
    for (const char *option : {"above",      "account",    "at",          "audio-input",    "audio-output",
                               "billed-in",  "cache-read", "cache-write", "cache-write-1h", "computed",
                               "currency",   "date",       "dry-run",     "from",           "from-tokens",
                               "hours",      "input",      "log",         "match",          "model",
                               "multiplier", "output",     "per-request", "per-tool-call",  "rate",
                               "reasoning",  "remove",     "reported",    "service-tier",   "since",
                               "to",         "undo",       "unpriced",    "until"})
        QVERIFY2(QRegularExpression(QStringLiteral("--%1[] \n]").arg(QString::fromLatin1(option)))
                     .match(text)
                     .hasMatch(),
                 option);
}

SWITCHYARD_TEST(TestPricesOptions)
#include "tst_pricesoptions.moc"
