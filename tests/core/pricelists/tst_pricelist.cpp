#include "core/catalog/pricetable.h"
#include "core/pricelists/pricelist.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

const QByteArray kLiteLlm = R"({
    "sample_spec": {"litellm_provider": "one of the providers", "mode": "chat"},
    "gpt-5.5": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 5e-06,
        "output_cost_per_token": 3e-05, "cache_read_input_token_cost": 5e-07,
        "input_cost_per_token_above_272k_tokens": 1e-05, "output_cost_per_token_above_272k_tokens": 4.5e-05,
        "input_cost_per_token_flex": 2.5e-06, "output_cost_per_token_flex": 1.5e-05,
        "search_context_cost_per_query": {"search_context_size_low": 0.01, "search_context_size_medium": 0.025}},
    "claude-opus-4-7": {"litellm_provider": "anthropic", "mode": "chat", "input_cost_per_token": 5e-06,
        "output_cost_per_token": 2.5e-05, "cache_creation_input_token_cost": 6.25e-06,
        "cache_creation_input_token_cost_above_1hr": 1e-05, "cache_read_input_token_cost": 5e-07},
    "xai/grok-4.5": {"litellm_provider": "xai", "mode": "chat", "input_cost_per_token": 2e-06,
        "output_cost_per_token": 6e-06, "input_cost_per_token_above_200k_tokens": 4e-06},
    "dashscope/qwen3-max": {"litellm_provider": "dashscope", "mode": "chat", "tiered_pricing": [
        {"range": [0, 32000], "input_cost_per_token": 1.2e-06, "output_cost_per_token": 6e-06},
        {"range": [32000, 128000], "input_cost_per_token": 2.4e-06, "output_cost_per_token": 1.2e-05}]},
    "gemini/free-one": {"litellm_provider": "gemini", "mode": "chat", "input_cost_per_token": 0,
        "output_cost_per_token": 0},
    "text-embedding-3-small": {"litellm_provider": "openai", "mode": "embedding", "input_cost_per_token": 2e-08},
    "bedrock/x": {"litellm_provider": "bedrock", "mode": "chat", "input_cost_per_token": 1e-06}})";

const QByteArray kGenai = R"([
    {"id": "anthropic", "name": "Anthropic", "models": [
        {"id": "claude-sonnet-4-6", "match": {"or": [{"starts_with": "claude-sonnet-4-6"},
            {"equals": "claude-4-6-sonnet"}]}, "prices": [
            {"prices": {"input_mtok": {"base": 3, "tiers": [{"start": 200000, "price": 6}]}, "output_mtok": 15,
                "cache_read_mtok": 0.3, "web_searches_kcount": 10}},
            {"constraint": {"start_date": "2026-03-13"}, "prices": {"input_mtok": 3, "output_mtok": 15}}]}]},
    {"id": "deepseek", "name": "DeepSeek", "models": [
        {"id": "deepseek-chat", "match": {"equals": "deepseek-chat"}, "prices": [
            {"prices": {"input_mtok": 0.135, "output_mtok": 0.55}},
            {"constraint": {"start_time": "16:30:00Z", "end_time": "00:30:00Z"},
                "prices": {"input_mtok": 0.27, "output_mtok": 1.1}}]}]},
    {"id": "avian", "name": "Avian", "models": [
        {"id": "m", "match": {"equals": "m"}, "prices": {"input_mtok": 1, "output_mtok": 1}}]}])";

const QByteArray kOpenRouter = R"({"data": [
    {"id": "openai/gpt-4o", "pricing": {"prompt": "0.0000025", "completion": "0.00001", "web_search": "0.01"}},
    {"id": "a/free:free", "pricing": {"prompt": "0", "completion": "0"}},
    {"id": "openrouter/auto", "pricing": {"prompt": "-1", "completion": "-1"}}]})";

const QByteArray kOwn = R"({"name": "team", "date": "2026-11-01", "currency": "EUR", "prices": [
    {"seller": "mistral", "model": "mistral-large-latest", "match": "dated", "input": "0.45", "output": 1.35,
     "tiers": [{"above": 100000, "inclusive": true, "input": 0.9}], "perToolCall": "0.01",
     "from": "2026-11-01", "to": "2027-01-01",
     "windows": [{"weekdays": [1, 5], "start": "01:00", "end": "04:00"}]},
    {"seller": "mistral", "model": "mistral-large-latest", "serviceTier": "batch", "input": 0.2,
     "currency": "USD"}]})";

const QByteArray kCsv = "model;seller;input;output;cache_read;from\n"
                        "gpt-7;openai;2.5;10;;2026-11-01\n"
                        "\n"
                        "\"llama;x\";groq;0.5;0.8;0.05;\n";

QString perMillionOf(const std::optional<Money> &price)
{
    return price ? (*price * 1'000'000).toDecimal() : QStringLiteral("-");
}

qint64 utcOf(const char *moment)
{
    return QDateTime::fromString(QString::fromLatin1(moment), Qt::ISODate).toMSecsSinceEpoch();
}

PriceListDocument read(const QByteArray &text)
{
    const Result<PriceListDocument> document = readPriceList(text);
    if (!document)
        qFatal("%s", qPrintable(document.error().message));
    return *document;
}

} // namespace

class PriceListTest : public QObject
{
    Q_OBJECT

private slots:
    void theFormatIsKnownByItsContent_data();
    void theFormatIsKnownByItsContent();
    void liteLlmsKeysBecomeClassesTiersAndServices();
    void genaiPricesKeepTheirDatesHoursAndMatches();
    void openRoutersListingIsOneToo();
    void anOwnListSaysEverything();
    void anOwnTableIsReadByItsHead();
    void aTableNeedsNoLineEndAfterItsLastRow();
    void whatCannotBeReadIsRefusedWithItsPlace_data();
    void whatCannotBeReadIsRefusedWithItsPlace();
};

void PriceListTest::theFormatIsKnownByItsContent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("passedOver");
    QTest::newRow("LiteLLM") << kLiteLlm << QStringLiteral("litellm") << 5 << 3;
    QTest::newRow("genai-prices") << kGenai << QStringLiteral("genai-prices") << 6 << 1;
    QTest::newRow("OpenRouter") << kOpenRouter << QStringLiteral("openrouter") << 2 << 1;
    QTest::newRow("an own list") << kOwn << QStringLiteral("team") << 2 << 0;
    QTest::newRow("an own table") << kCsv << QStringLiteral("own list") << 2 << 0;
    QTest::newRow("behind a byte order mark")
        << QByteArray("\xEF\xBB\xBF" + kOwn) << QStringLiteral("team") << 2 << 0;
}

void PriceListTest::theFormatIsKnownByItsContent()
{
    QFETCH(QByteArray, text);
    const PriceListDocument document = read(text);
    QTEST(document.name, "name");
    QTEST(static_cast<int>(document.entries.size()), "entries");
    QTEST(document.passedOver, "passedOver");
    for (const PriceEntry &entry : document.entries)
        QCOMPARE(entry.source, document.name);
}

void PriceListTest::liteLlmsKeysBecomeClassesTiersAndServices()
{
    const PriceTable table(read(kLiteLlm).entries);
    const std::optional<PriceList> gpt = table.find(QStringLiteral("openai"), u"gpt-5.5-2026-04-23", kUsd, 0);
    QVERIFY(gpt);
    QCOMPARE(perMillionOf(gpt->base.input), QStringLiteral("5"));
    QCOMPARE(perMillionOf(gpt->base.cacheRead), QStringLiteral("0.5"));
    QCOMPARE(gpt->tiers.size(), 1);
    QCOMPARE(gpt->tiers.first().aboveInputTokens, 272'000);
    QVERIFY(!gpt->tiers.first().inclusive);
    QCOMPARE(perMillionOf(gpt->tiers.first().prices.output), QStringLiteral("45"));
    QCOMPARE(gpt->services.size(), 1);
    QCOMPARE(gpt->services.first().service, QStringLiteral("flex"));
    QCOMPARE(perMillionOf(gpt->services.first().prices.input), QStringLiteral("2.5"));
    QCOMPARE(gpt->perToolCall, Money::fromDecimal(u"0.025"));
    const std::optional<PriceList> claude =
        table.find(QStringLiteral("anthropic"), u"claude-opus-4-7", kUsd, 0);
    QCOMPARE(perMillionOf(claude->base.cacheWrite), QStringLiteral("6.25"));
    QCOMPARE(perMillionOf(claude->base.cacheWrite1h), QStringLiteral("10"));
    const std::optional<PriceList> grok = table.find(QStringLiteral("xai"), u"grok-4.5", kUsd, 0);
    QVERIFY(grok->tiers.first().inclusive);
    const std::optional<PriceList> qwen = table.find(QStringLiteral("alibaba"), u"qwen3-max", kUsd, 0);
    QCOMPARE(perMillionOf(qwen->base.input), QStringLiteral("1.2"));
    QCOMPARE(qwen->tiers.first().aboveInputTokens, 32'000);
    QCOMPARE(perMillionOf(qwen->tiers.first().prices.output), QStringLiteral("12"));
}

void PriceListTest::genaiPricesKeepTheirDatesHoursAndMatches()
{
    const PriceTable table(read(kGenai).entries);
    const auto sonnetAt = [&table](const char *model, const char *moment) {
        return table.find(QStringLiteral("anthropic"), QString::fromLatin1(model), kUsd, utcOf(moment));
    };
    const std::optional<PriceList> before = sonnetAt("claude-sonnet-4-6", "2026-03-12T23:00:00Z");
    QCOMPARE(before->tiers.size(), 1);
    QCOMPARE(perMillionOf(before->tiers.first().prices.input), QStringLiteral("6"));
    // What has no tier of its own keeps its price in a longer request.
    QCOMPARE(perMillionOf(before->tiers.first().prices.output), QStringLiteral("15"));
    QCOMPARE(perMillionOf(before->tiers.first().prices.cacheRead), QStringLiteral("0.3"));
    QCOMPARE(before->perToolCall, Money::fromDecimal(u"0.01"));
    QVERIFY(sonnetAt("claude-sonnet-4-6", "2026-03-13T00:00:00Z")->tiers.isEmpty());
    QVERIFY(sonnetAt("claude-4-6-sonnet", "2026-03-13T00:00:00Z"));
    QVERIFY(sonnetAt("claude-sonnet-4-6-fast", "2026-03-13T00:00:00Z"));
    QVERIFY(!sonnetAt("claude-sonnet-4", "2026-03-13T00:00:00Z"));
    const auto deepseekAt = [&table](const char *moment) {
        return perMillionOf(
            table.find(QStringLiteral("deepseek"), u"deepseek-chat", kUsd, utcOf(moment))->base.input);
    };
    QCOMPARE(deepseekAt("2026-11-22T16:29:00Z"), QStringLiteral("0.135"));
    QCOMPARE(deepseekAt("2026-11-22T23:59:30Z"), QStringLiteral("0.27"));
    QCOMPARE(deepseekAt("2026-11-23T00:29:00Z"), QStringLiteral("0.27"));
    QCOMPARE(deepseekAt("2026-11-23T00:30:00Z"), QStringLiteral("0.135"));
}

void PriceListTest::openRoutersListingIsOneToo()
{
    const PriceListDocument document = read(kOpenRouter);
    QCOMPARE(document.entries.first().seller, QStringLiteral("openrouter"));
    QCOMPARE(document.entries.first().model, QStringLiteral("openai/gpt-4o"));
    QCOMPARE(perMillionOf(document.entries.first().prices.output), QStringLiteral("10"));
    QCOMPARE(document.entries.first().perToolCall, Money::fromDecimal(u"0.01"));
    // There 0 does mean free.
    QCOMPARE(document.entries.last().prices.input, std::optional(Money()));
}

void PriceListTest::anOwnListSaysEverything()
{
    const PriceListDocument document = read(kOwn);
    QCOMPARE(document.date, QDate(2026, 11, 1));
    const PriceEntry &large = document.entries.first();
    QCOMPARE(large.currency, QStringLiteral("EUR"));
    QCOMPARE(large.match, PriceMatch::Dated);
    QCOMPARE(perMillionOf(large.prices.input), QStringLiteral("0.45"));
    QCOMPARE(perMillionOf(large.prices.output), QStringLiteral("1.35"));
    QCOMPARE(large.tiers.first().aboveInputTokens, 100'000);
    QVERIFY(large.tiers.first().inclusive);
    QCOMPARE(large.perToolCall, Money::fromDecimal(u"0.01"));
    QCOMPARE(large.validFromMs, std::optional(utcOf("2026-11-01T00:00:00Z")));
    QCOMPARE(large.validToMs, std::optional(utcOf("2027-01-01T00:00:00Z")));
    QCOMPARE(large.windows, (QList<PeakWindow>{{{1, 5}, QTime(1, 0), QTime(4, 0)}}));
    QCOMPARE(document.entries.last().serviceTier, QStringLiteral("batch"));
    QCOMPARE(document.entries.last().currency, QStringLiteral("USD"));
}

void PriceListTest::anOwnTableIsReadByItsHead()
{
    const PriceListDocument document = read(kCsv);
    QCOMPARE(document.entries.first().model, QStringLiteral("gpt-7"));
    QCOMPARE(perMillionOf(document.entries.first().prices.output), QStringLiteral("10"));
    QVERIFY(!document.entries.first().prices.cacheRead);
    QCOMPARE(document.entries.first().validFromMs, std::optional(utcOf("2026-11-01T00:00:00Z")));
    QCOMPARE(document.entries.last().model, QStringLiteral("llama;x"));
    QCOMPARE(perMillionOf(document.entries.last().prices.cacheRead), QStringLiteral("0.05"));
}

void PriceListTest::aTableNeedsNoLineEndAfterItsLastRow()
{
    const PriceListDocument document = read("seller,model,input,output\nopenai,m,1,0.000001");
    QCOMPARE(document.entries.size(), 1);
    QCOMPARE(document.entries.first().prices.output, std::optional(Money::fromPicos(1)));
    // Nothing, said as such, is nothing.
    QCOMPARE(read("seller,model,input,output\nopenai,m,0,0.0\n").entries.first().prices.output,
             std::optional(Money()));
}

void PriceListTest::whatCannotBeReadIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &text, const char *place) {
        QTest::newRow(name) << text << QString::fromLatin1(place);
    };
    row("nothing", "", "empty");
    row("a web page", "<html></html>", "web page");
    row("half a file", kLiteLlm.chopped(20), "byte");
    row("JSON of something else", R"({"hello": {"world": 1}})", "LiteLLM");
    row("an empty list", R"({"prices": []})", "no price");
    row("a list of unknown sellers only",
        R"({"x": {"litellm_provider": "nobody", "mode": "chat", "input_cost_per_token": 1}})", "no price");
    row("a price in words at LiteLLM",
        R"({"gpt-5.5": {"litellm_provider": "openai", "input_cost_per_token": "cheap"}})", "gpt-5.5");
    row("a price below zero at LiteLLM",
        R"({"gpt-5.5": {"litellm_provider": "openai", "output_cost_per_token": -1}})", "gpt-5.5");
    row("a model that is none at LiteLLM",
        R"({"gpt-5.5": 7, "b": {"litellm_provider": "openai", "input_cost_per_token": 1e-6}})", "gpt-5.5");
    row("a price for a million where one for a token is meant",
        R"({"gpt-5.5": {"litellm_provider": "openai", "input_cost_per_token": 2.5}})", "gpt-5.5");
    row("an odd constraint at genai-prices",
        R"([{"id": "openai", "models": [{"id": "m", "prices": [{"constraint": {"moon": "full"},
            "prices": {"input_mtok": 1}}]}]}])",
        "openai/m");
    row("a tier twice at genai-prices",
        R"([{"id": "openai", "models": [{"id": "m", "prices": {"input_mtok": {"base": 1, "tiers":
            [{"start": 500, "price": 2}, {"start": 500, "price": 3}]}}}]}])",
        "openai/m.input_mtok");
    row("a tier twice",
        R"({"prices": [{"seller": "openai", "model": "m", "input": 1,
            "tiers": [{"above": 500, "input": 2}, {"above": 500, "input": 3}]}]})",
        "prices[0]: the long-context limit of 500 input tokens");
    row("an entry without a seller", R"({"prices": [{"model": "m", "input": 1}]})", "prices[0]");
    row("a misspelt class", R"({"prices": [{"seller": "openai", "model": "m", "imput": 1}]})", "imput");
    row("a day that is none",
        R"({"prices": [{"seller": "openai", "model": "m", "input": 1, "from": "soon"}]})", "prices[0]");
    row("the same price twice",
        R"({"prices": [{"seller": "openai", "model": "m", "input": 1}, {"seller": "openai", "model": "m",
            "output": 1}]})",
        "prices[1]");
    row("a table with an unknown column", "seller,model,prize\nopenai,m,1\n", "prize");
    row("a table without models", "seller,input\nopenai,1\n", "line 1");
    row("a table with a wrong number", "seller,model,input\nopenai,m,1\nopenai,n,much\n", "line 3");
    row("a table with a field too many", "seller,model,input\nopenai,m,1,2\n", "line 2");
    row("a table with a field too few", "seller,model,input,output\nopenai,half,1\nopenai,m,1,2\n",
        "line 2: it has fewer fields");
    row("a table that was cut off", "seller,model,input,output\nopenai,m,1,2\nopenai,n,1", "line 3");
    row("a price for a million that is too small to be counted",
        R"({"prices": [{"seller": "openai", "model": "m", "input": 0.0000001}]})", "\"input\" is too small");
    row("a price in a table that is too small to be counted", "seller,model,input\nopenai,m,0.0000001\n",
        "line 2");
    row("a price for a token that is too small to be counted",
        R"({"gpt-5.5": {"litellm_provider": "openai", "input_cost_per_token": 1e-13}})", "gpt-5.5");
    row("a table with an open quote", "seller,model,input\nopenai,\"m,1\n", "2");
}

void PriceListTest::whatCannotBeReadIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const Result<PriceListDocument> document = readPriceList(text);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(document.error().message.contains(place), qPrintable(document.error().message));
}

SWITCHYARD_TEST(PriceListTest)

#include "tst_pricelist.moc"
