#include "core/chat/usagereader.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QTest>

using core::Dialect;
using core::Money;
using core::Usage;
using core::UsageBasis;

namespace {

QJsonObject usageJson(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

Usage counts(std::optional<qint64> input, std::optional<qint64> cached, std::optional<qint64> write,
             std::optional<qint64> output, std::optional<qint64> reasoning)
{
    Usage usage;
    usage.input = input;
    usage.cachedInput = cached;
    usage.cacheWrite = write;
    usage.output = output;
    usage.reasoning = reasoning;
    usage.basis = input || output ? UsageBasis::Reported : UsageBasis::Missing;
    return usage;
}

QString text(const std::optional<qint64> &count)
{
    return count ? QString::number(*count) : QStringLiteral("-");
}

QString summary(const Usage &usage)
{
    return QStringLiteral("in %1 cached %2 write %3 out %4 reasoning %5 %6")
        .arg(text(usage.input), text(usage.cachedInput), text(usage.cacheWrite), text(usage.output),
             text(usage.reasoning), core::usageBasisName(usage.basis));
}

} // namespace

Q_DECLARE_METATYPE(core::Usage)

class UsageReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryShapeIntoOneConvention_data();
    void readsEveryShapeIntoOneConvention();
    void theDialectDecidesWhereTheTotalDoesNot_data();
    void theDialectDecidesWhereTheTotalDoesNot();
    void flagsATotalThatFitsNothing_data();
    void flagsATotalThatFitsNothing();
    void treatsImpossibleCountsAsAbsent_data();
    void treatsImpossibleCountsAsAbsent();
    void readsTheReportedCost_data();
    void readsTheReportedCost();
    void goldenAmountsComeOutRight_data();
    void goldenAmountsComeOutRight();
    void findsUsageWhereProvidersPutIt_data();
    void findsUsageWhereProvidersPutIt();
    void keepsTheObjectAsReceived();
    void splitsCacheWritesByTheirLife();
    void readsAudioToolCallsAndTier_data();
    void readsAudioToolCallsAndTier();
    void hardwareStatisticsAreNoTokens();
};

void UsageReaderTest::readsEveryShapeIntoOneConvention_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<Usage>("expected");
    const auto row = [](const char *name, const char *usage, const Usage &expected) {
        QTest::newRow(name) << QByteArray(usage) << expected;
    };
    const auto none = std::nullopt;
    row("nothing", "{}", counts(none, none, none, none, none));
    row("OpenAI chat: parts lie inside",
        R"({"prompt_tokens":2006,"completion_tokens":300,"total_tokens":2306,
            "prompt_tokens_details":{"cached_tokens":1920,"audio_tokens":0},
            "completion_tokens_details":{"reasoning_tokens":128}})",
        counts(2006, 1920, 0, 300, 128));
    row("OpenAI chat with cache writes",
        R"({"prompt_tokens":1000,"completion_tokens":5,"total_tokens":1005,
            "prompt_tokens_details":{"cached_tokens":100,"cache_write_tokens":700}})",
        counts(1000, 100, 700, 5, none));
    row("OpenAI responses",
        R"({"input_tokens":75,"input_tokens_details":{"cached_tokens":32},"output_tokens":1186,
            "output_tokens_details":{"reasoning_tokens":1024},"total_tokens":1261})",
        counts(75, 32, none, 1186, 1024));
    row("Anthropic native: the cache is beside the input",
        R"({"input_tokens":100,"cache_creation_input_tokens":700,"cache_read_input_tokens":200,"output_tokens":50})",
        counts(1000, 200, 700, 50, none));
    row("Anthropic native with thinking",
        R"({"input_tokens":10,"cache_read_input_tokens":0,"cache_creation_input_tokens":0,"output_tokens":90,
            "output_tokens_details":{"thinking_tokens":60}})",
        counts(10, 0, 0, 90, 60));
    row("Anthropic compatible: cached at the top level",
        R"({"prompt_tokens":500,"cached_tokens":400,"completion_tokens":20,"total_tokens":520})",
        counts(500, 400, none, 20, none));
    row("a proxy that leaves the cache out of the prompt",
        R"({"prompt_tokens":3,"cache_creation_input_tokens":12304,"completion_tokens":550,"total_tokens":553})",
        counts(12307, none, 12304, 550, none));
    row("a proxy that counts the cache into the total only",
        R"({"prompt_tokens":1000,"cache_read_input_tokens":200,"completion_tokens":50,"total_tokens":1250})",
        counts(1200, 200, none, 50, none));
    row("Gemini native: thoughts are beside the candidates",
        R"({"promptTokenCount":20,"cachedContentTokenCount":8,"candidatesTokenCount":198,
            "thoughtsTokenCount":405,"totalTokenCount":623})",
        counts(20, 8, none, 603, 405));
    row("Gemini native: tool prompts are input",
        R"({"promptTokenCount":20,"toolUsePromptTokenCount":30,"candidatesTokenCount":10,"totalTokenCount":60})",
        counts(50, none, none, 10, none));
    row("Gemini native: nothing but thoughts",
        R"({"promptTokenCount":20,"thoughtsTokenCount":40,"totalTokenCount":60})",
        counts(20, none, none, 40, 40));
    row("Google compatible: thoughts known only by the total",
        R"({"prompt_tokens":20,"completion_tokens":198,"total_tokens":623})",
        counts(20, none, none, 603, 405));
    row("xAI: reasoning is beside the completion, as the total says",
        R"({"prompt_tokens":10120,"completion_tokens":1499,"total_tokens":14428,
            "prompt_tokens_details":{"cached_tokens":128},"completion_tokens_details":{"reasoning_tokens":2809}})",
        counts(10120, 128, 0, 4308, 2809));
    row("more reasoning than completion must be beside it",
        R"({"prompt_tokens":10,"completion_tokens":5,"completion_tokens_details":{"reasoning_tokens":90}})",
        counts(10, none, none, 95, 90));
    row("DeepSeek: hits inside the prompt",
        R"({"prompt_tokens":1000,"prompt_cache_hit_tokens":640,"prompt_cache_miss_tokens":360,
            "completion_tokens":9,"total_tokens":1009,"completion_tokens_details":{"reasoning_tokens":4}})",
        counts(1000, 640, none, 9, 4));
    row("DeepSeek's two counts alone",
        R"({"prompt_cache_hit_tokens":640,"prompt_cache_miss_tokens":360,"completion_tokens":9})",
        counts(1000, 640, none, 9, none));
    row("Mistral's cached count",
        R"({"prompt_tokens":90,"num_cached_tokens":64,"completion_tokens":1,"total_tokens":91})",
        counts(90, 64, none, 1, none));
    row("DashScope's cache creation",
        R"({"prompt_tokens":3000,"completion_tokens":10,"total_tokens":3010,
            "prompt_tokens_details":{"cached_tokens":0,"cache_creation_input_tokens":2048}})",
        counts(3000, 0, 2048, 10, none));
    row("nulls are absent",
        R"({"prompt_tokens":7,"completion_tokens":3,"total_tokens":10,"prompt_tokens_details":null,"cached_tokens":null})",
        counts(7, none, none, 3, none));
    row("only the prompt", R"({"prompt_tokens":7,"total_tokens":7})", counts(7, none, none, none, none));
}

void UsageReaderTest::readsEveryShapeIntoOneConvention()
{
    QFETCH(QByteArray, usage);
    QFETCH(Usage, expected);
    const Usage read = core::readUsage(usageJson(usage.constData()), Dialect{});
    QCOMPARE(summary(read), summary(expected));
    QVERIFY(!read.inconsistent);
}

void UsageReaderTest::theDialectDecidesWhereTheTotalDoesNot_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<bool>("inputExcludesCache");
    QTest::addColumn<bool>("outputExcludesReasoning");
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("output");
    const QByteArray silent(R"({"prompt_tokens":100,"cached_tokens":60,"completion_tokens":40,
                                "completion_tokens_details":{"reasoning_tokens":30}})");
    QTest::newRow("inside by default") << silent << false << false << qint64(100) << qint64(40);
    QTest::newRow("the cache beside") << silent << true << false << qint64(160) << qint64(40);
    QTest::newRow("reasoning beside") << silent << false << true << qint64(100) << qint64(70);
    const QByteArray inside(R"({"prompt_tokens":100,"completion_tokens":40,"total_tokens":140,
                                "completion_tokens_details":{"reasoning_tokens":30}})");
    QTest::newRow("a total overrules the dialect's reasoning")
        << inside << false << true << qint64(100) << qint64(40);
    const QByteArray sum(
        R"({"prompt_tokens":100,"cached_tokens":60,"completion_tokens":40,"total_tokens":140})");
    QTest::newRow("a total that leaves the cache out too")
        << sum << true << false << qint64(160) << qint64(40);
}

void UsageReaderTest::theDialectDecidesWhereTheTotalDoesNot()
{
    QFETCH(QByteArray, usage);
    Dialect dialect;
    QFETCH(bool, inputExcludesCache);
    QFETCH(bool, outputExcludesReasoning);
    dialect.inputExcludesCache = inputExcludesCache;
    dialect.outputExcludesReasoning = outputExcludesReasoning;
    const Usage read = core::readUsage(usageJson(usage.constData()), dialect);
    QTEST(read.input.value_or(-1), "input");
    QTEST(read.output.value_or(-1), "output");
    QVERIFY(!read.inconsistent);
}

void UsageReaderTest::flagsATotalThatFitsNothing_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::newRow("a total below its parts")
        << QByteArray(R"({"prompt_tokens":100,"completion_tokens":40,"total_tokens":90})");
    QTest::newRow("more than the named reasoning explains")
        << QByteArray(R"({"prompt_tokens":100,"completion_tokens":40,"total_tokens":200,
                          "completion_tokens_details":{"reasoning_tokens":10}})");
}

void UsageReaderTest::flagsATotalThatFitsNothing()
{
    QFETCH(QByteArray, usage);
    const Usage read = core::readUsage(usageJson(usage.constData()), Dialect{});
    QVERIFY(read.inconsistent);
    QCOMPARE(read.input, std::optional<qint64>(100));
    QCOMPARE(read.output, std::optional<qint64>(40));
}

void UsageReaderTest::treatsImpossibleCountsAsAbsent_data()
{
    QTest::addColumn<QByteArray>("count");
    for (const char *count : {"-1", "1.5", "1e300", "\"7\"", "true", "null", "[]", "{}", "10000000001"})
        QTest::newRow(count) << QByteArray(count);
}

void UsageReaderTest::treatsImpossibleCountsAsAbsent()
{
    QFETCH(QByteArray, count);
    const QByteArray usage = R"({"completion_tokens":3,"prompt_tokens":)" + count + R"(,"total_tokens":)"
        + count + R"(,"cached_tokens":)" + count + '}';
    const Usage read = core::readUsage(usageJson(usage.constData()), Dialect{});
    QCOMPARE(summary(read), summary(counts({}, {}, {}, 3, {})));
}

void UsageReaderTest::readsTheReportedCost_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<QString>("usd");
    QTest::newRow("none") << QByteArray(R"({"prompt_tokens":1})") << QString();
    QTest::newRow("OpenRouter") << QByteArray(R"({"cost":0.00014})") << QStringLiteral("0.00014");
    QTest::newRow("a free model costs nothing, and says so")
        << QByteArray(R"({"cost":0})") << QStringLiteral("0");
    QTest::newRow("OpenRouter's view of its upstream is not added")
        << QByteArray(R"({"cost":0.95,"is_byok":false,"cost_details":{"upstream_inference_cost":0.9}})")
        << QStringLiteral("0.95");
    QTest::newRow("an own upstream key pays both")
        << QByteArray(R"({"cost":0.05,"is_byok":true,"cost_details":{"upstream_inference_cost":0.95}})")
        << QStringLiteral("1");
    QTest::newRow("a fee of 0 with an own upstream key is not what it cost")
        << QByteArray(R"({"cost":0,"is_byok":true,"cost_details":{"upstream_inference_cost":10.25}})")
        << QStringLiteral("10.25");
    QTest::newRow("an own upstream key whose cost nobody tells")
        << QByteArray(R"({"cost":0.05,"is_byok":true})") << QString();
    QTest::newRow("nothing but an upstream cost that is not said to be one's own")
        << QByteArray(R"({"cost":0,"cost_details":{"upstream_inference_cost":0.9}})")
        << QStringLiteral("0.9");
    QTest::newRow("xAI ticks") << QByteArray(R"({"cost_in_usd_ticks":232856000})")
                               << QStringLiteral("0.0232856");
    QTest::newRow("as text") << QByteArray(R"({"cost":"0.0000001"})") << QStringLiteral("0.0000001");
    QTest::newRow("negative") << QByteArray(R"({"cost":-1})") << QString();
    QTest::newRow("absurd") << QByteArray(R"({"cost":1e30,"cost_in_usd_ticks":1e300})") << QString();
    QTest::newRow("null") << QByteArray(R"({"cost":null})") << QString();
}

void UsageReaderTest::readsTheReportedCost()
{
    QFETCH(QByteArray, usage);
    const Usage read = core::readUsage(usageJson(usage.constData()), Dialect{});
    QTEST(read.reportedCost ? read.reportedCost->toDecimal() : QString(), "usd");
}

void UsageReaderTest::goldenAmountsComeOutRight_data()
{
    // Usage objects and bills quoted in public issues; prices in 1e-12 USD a token: input, cache read, cache
    // write, output.
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<QList<qint64>>("prices");
    QTest::addColumn<QString>("usd");
    const QList<qint64> sonnet{3'000'000, 300'000, 3'750'000, 15'000'000};
    const QList<qint64> opus{5'000'000, 500'000, 6'250'000, 25'000'000};
    const QList<qint64> grok{1'250'000, 200'000, 0, 2'500'000};
    const QList<qint64> custom{10'000'000, 1'000'000, 12'500'000, 0};
    QTest::newRow("Claude 3.7 Sonnet, native (LiteLLM #9812)")
        << QByteArray(R"({"input_tokens":3,"cache_creation_input_tokens":12304,"cache_read_input_tokens":0,
                          "output_tokens":550})")
        << sonnet << QStringLiteral("0.054399");
    QTest::newRow("Claude 3.7 Sonnet, through a proxy that adds the cache to the prompt")
        << QByteArray(R"({"prompt_tokens":12307,"cache_creation_input_tokens":12304,"completion_tokens":550,
                          "total_tokens":12857})")
        << sonnet << QStringLiteral("0.054399");
    QTest::newRow("Opus 4.7 (Bifrost #3451)")
        << QByteArray(R"({"input_tokens":6,"cache_creation_input_tokens":159217,"output_tokens":2745})")
        << opus << QStringLiteral("1.06376125");
    QTest::newRow("Grok 4.20 (sub2api #5771)")
        << QByteArray(R"({"prompt_tokens":10120,"completion_tokens":1499,"total_tokens":14428,
                          "prompt_tokens_details":{"cached_tokens":128},
                          "completion_tokens_details":{"reasoning_tokens":2809}})")
        << grok << QStringLiteral("0.0232856");
    QTest::newRow("only fresh tokens pay the full rate (LiteLLM PR #31282)")
        << QByteArray(R"({"input_tokens":100,"cache_creation_input_tokens":700,"cache_read_input_tokens":200,
                          "output_tokens":0})")
        << custom << QStringLiteral("0.00995");
}

void UsageReaderTest::goldenAmountsComeOutRight()
{
    QFETCH(QByteArray, usage);
    QFETCH(QList<qint64>, prices);
    const Usage read = core::readUsage(usageJson(usage.constData()), Dialect{});
    const qint64 cached = read.cachedInput.value_or(0);
    const qint64 write = read.cacheWrite.value_or(0);
    const Money cost = Money::fromPicos(prices.at(0)) * (read.input.value_or(0) - cached - write)
        + Money::fromPicos(prices.at(1)) * cached + Money::fromPicos(prices.at(2)) * write
        + Money::fromPicos(prices.at(3)) * read.output.value_or(0);
    QTEST(cost.toDecimal(), "usd");
}

void UsageReaderTest::findsUsageWhereProvidersPutIt_data()
{
    QTest::addColumn<QByteArray>("chunk");
    QTest::addColumn<int>("prompt");
    QTest::newRow("nowhere") << QByteArray(R"({"choices":[]})") << 0;
    QTest::newRow("null") << QByteArray(R"({"usage":null,"choices":[{}]})") << 0;
    QTest::newRow("top level") << QByteArray(
        R"({"usage":{"prompt_tokens":1},"choices":[{"usage":{"prompt_tokens":2}}]})")
                               << 1;
    QTest::newRow("Moonshot") << QByteArray(R"({"usage":null,"choices":[{"usage":{"prompt_tokens":2}}]})")
                              << 2;
    QTest::newRow("Groq") << QByteArray(R"({"x_groq":{"usage":{"prompt_tokens":3}}})") << 3;
    QTest::newRow("Gemini") << QByteArray(R"({"usageMetadata":{"prompt_tokens":4}})") << 4;
}

void UsageReaderTest::findsUsageWhereProvidersPutIt()
{
    QFETCH(QByteArray, chunk);
    const QJsonObject usage = core::findUsage(usageJson(chunk.constData()));
    QTEST(usage.value(QLatin1StringView("prompt_tokens")).toInt(), "prompt");
}

void UsageReaderTest::keepsTheObjectAsReceived()
{
    const Usage read = core::readUsage(usageJson(R"({"prompt_tokens": 1, "odd": {"x": [1, 2]}})"), Dialect{});
    QCOMPARE(read.rawJson, QByteArray(R"({"odd":{"x":[1,2]},"prompt_tokens":1})"));
}

void UsageReaderTest::splitsCacheWritesByTheirLife()
{
    const Usage read =
        core::readUsage(usageJson(R"({"input_tokens":10,"cache_read_input_tokens":5,"output_tokens":2,
                 "cache_creation":{"ephemeral_5m_input_tokens":300,"ephemeral_1h_input_tokens":200}})"),
                        Dialect{});
    QCOMPARE(read.cacheWrite, std::optional<qint64>(500));
    QCOMPARE(read.cacheWrite1h, std::optional<qint64>(200));
    QCOMPARE(read.input, std::optional<qint64>(515));
}

void UsageReaderTest::readsAudioToolCallsAndTier_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<qint64>("audioInput");
    QTest::addColumn<qint64>("audioOutput");
    QTest::addColumn<qint64>("toolCalls");
    QTest::addColumn<QString>("tier");
    const auto row = [](const char *name, const char *usage, qint64 in, qint64 out, qint64 calls,
                        const char *tier) {
        QTest::newRow(name) << QByteArray(usage) << in << out << calls << QString::fromLatin1(tier);
    };
    row("none of it", R"({"prompt_tokens":5,"completion_tokens":1})", -1, -1, -1, "");
    row("OpenAI chat with audio",
        R"({"prompt_tokens":50,"completion_tokens":90,"prompt_tokens_details":{"audio_tokens":40},
            "completion_tokens_details":{"audio_tokens":70}})",
        40, 70, -1, "");
    row("OpenAI responses with audio",
        R"({"input_tokens":50,"output_tokens":90,"input_tokens_details":{"audio_tokens":40},
            "output_tokens_details":{"audio_tokens":70}})",
        40, 70, -1, "");
    row("Gemini by modality",
        R"({"promptTokenCount":50,"candidatesTokenCount":9,"promptTokensDetails":[{"modality":"TEXT",
            "tokenCount":20},{"modality":"AUDIO","tokenCount":30}]})",
        30, -1, -1, "");
    row("Anthropic's searches and tier",
        R"({"input_tokens":5,"output_tokens":1,"server_tool_use":{"web_search_requests":3},
            "service_tier":"priority"})",
        -1, -1, 3, "priority");
}

void UsageReaderTest::readsAudioToolCallsAndTier()
{
    QFETCH(QByteArray, usage);
    const Usage read = core::readUsage(usageJson(usage.constData()), Dialect{});
    QTEST(read.audioInput.value_or(-1), "audioInput");
    QTEST(read.audioOutput.value_or(-1), "audioOutput");
    QTEST(read.toolCalls.value_or(-1), "toolCalls");
    QTEST(read.serviceTier, "tier");
}

void UsageReaderTest::hardwareStatisticsAreNoTokens()
{
    // https://console.groq.com/docs: without a stream x_groq.usage tells of memory, not of tokens.
    const QJsonObject answer = usageJson(R"({"choices":[{"message":{"content":"Hi"}}],
                 "x_groq":{"usage":{"dram_cached_tokens":11,"sram_cached_tokens":12}}})");
    const Usage read = core::readUsage(core::findUsage(answer), Dialect{});
    QCOMPARE(read.basis, UsageBasis::Missing);
    QVERIFY(!read.input && !read.cachedInput && !read.output);
}

SWITCHYARD_TEST(UsageReaderTest)
#include "tst_usagereader.moc"
