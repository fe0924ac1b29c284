#include "core/reconcile/usageexport.h"

#include "tests/support/testunit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace {

/// The second of November 2026, 0:00 UTC.
constexpr qint64 kDay = 1'793'577'600'000;

QString fixture(const QString &name)
{
    return QStringLiteral(SWITCHYARD_USAGE_EXPORTS "/") + name;
}

UsageExport readFixture(const QString &name, const UsageReadOptions &options = {})
{
    const Result<UsageFile> file = readUsageFile(fixture(name), options);
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    return file->document;
}

/// `input cached write write1h output reasoning`, `-` for what is not told.
QString tokensOf(const UsageRecord &record)
{
    const auto text = [](const std::optional<qint64> &count) {
        return count ? QString::number(*count) : QStringLiteral("-");
    };
    const Usage &usage = record.usage;
    return QStringList{text(usage.input),        text(usage.cachedInput), text(usage.cacheWrite),
                       text(usage.cacheWrite1h), text(usage.output),      text(usage.reasoning)}
        .join(u' ');
}

} // namespace

class UsageExportTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatIsToldFromItsContent_data();
    void everyFormatIsToldFromItsContent();
    void openAiUsageCountsRequestsAndNamesTheBatch();
    void openAiCostsNameTheModelInTheLineItem();
    void anthropicClassesAddUpToTheInput();
    void anthropicAmountsAreCents();
    void ownKeysAtOpenRouterCostWhatTheProviderCharged();
    void aFeeForAnOwnKeyIsPaidToo();
    void generationsAreRequestsAndKeysStaySecret();
    void quotaIsHalfAMillionthOfADollar();
    void liteLlmDropsTheHashAndWhatFailed();
    void liteLlmKeepsJsonAsTextToo_data();
    void liteLlmKeepsJsonAsTextToo();
    void aPageThatHasMoreIsIncomplete_data();
    void aPageThatHasMoreIsIncomplete();
    void tablesAreReadByTheirColumns();
    void fieldsThatNoColumnNamesMayLack();
    void lossesAreListed();
    void malformedTextSaysWhere_data();
    void malformedTextSaysWhere();
    void anotherFormatIsRefusedByName();
};

void UsageExportTest::everyFormatIsToldFromItsContent_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("tokens");
    QTest::addColumn<qint64>("picos");
    const auto row = [](const char *file, const char *format, const char *tokens, qint64 picos) {
        QTest::newRow(file) << QString::fromLatin1(format) << QString::fromLatin1(tokens) << picos;
    };
    row("openai-usage.csv", "openai-usage", "7162 1280 - - 640 -", -1);
    row("openai-usage.json", "openai-usage", "7162 1280 - - 640 -", -1);
    row("openai-costs.csv", "openai-costs", "- - - - - -", 1'074'300'000);
    row("openai-costs.json", "openai-costs", "- - - - - -", 60'000'000'000);
    // 3000 uncached + 2500 read + 1000 and 500 written.
    row("anthropic-usage.csv", "anthropic-usage", "7000 2500 1500 500 700 -", -1);
    row("anthropic-usage.json", "anthropic-usage", "7000 2500 1500 500 700 -", -1);
    row("anthropic-costs.csv", "anthropic-costs", "- - - - - -", 3'000'000'000);
    row("anthropic-costs.json", "anthropic-costs", "- - - - - -", 1'234'500'000'000);
    row("openrouter-activity.csv", "openrouter-activity", "5000 - - - 1250 250", 15'000'000'000);
    row("openrouter-activity.json", "openrouter-activity", "5000 - - - 1250 250", 15'000'000'000);
    row("openrouter-generations.csv", "openrouter-generations", "1000 0 - - 200 0", 1'200'000'000);
    row("one-api-logs.csv", "one-api", "1000 400 - - 200 -", 1'500'000'000);
    row("one-api-logs.json", "one-api", "1000 400 - - 200 -", 1'500'000'000);
    row("litellm-spend-logs.csv", "litellm", "1000 400 - - 200 64", 1'500'000'000);
}

void UsageExportTest::everyFormatIsToldFromItsContent()
{
    QFETCH(QString, format);
    QFETCH(QString, tokens);
    QFETCH(qint64, picos);
    const UsageExport document = readFixture(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(usageFormatName(document.format), format);
    QVERIFY(!document.records.isEmpty());
    const UsageRecord &first = document.records.constFirst();
    QCOMPARE(tokensOf(first), tokens);
    QCOMPARE(first.cost.value_or(Money::fromPicos(-1)).picos(), picos);
    QCOMPARE(first.dayUtc(), QDate(2026, 11, 2));
    QVERIFY(!first.usage.inconsistent);
}

void UsageExportTest::openAiUsageCountsRequestsAndNamesTheBatch()
{
    const UsageExport document = readFixture(QStringLiteral("openai-usage.csv"));
    QCOMPARE(document.records.size(), 2);
    // The bucket without use is none.
    QCOMPARE(document.passedOver, 1);
    const UsageRecord &first = document.records.at(0);
    QCOMPARE(first.requests, std::optional<qint64>(3));
    QCOMPARE(first.atMs, kDay);
    QCOMPARE(first.untilMs, std::optional<qint64>(kDay + 86'400'000));
    QVERIFY(!first.isRequest());
    QCOMPARE(first.project, QStringLiteral("proj_alpha"));
    QCOMPARE(first.user, QStringLiteral("user-1"));
    QCOMPARE(first.usage.serviceTier, QStringLiteral("default"));
    QCOMPARE(document.records.at(1).usage.serviceTier, QStringLiteral("batch"));
}

void UsageExportTest::openAiCostsNameTheModelInTheLineItem()
{
    const UsageExport document = readFixture(QStringLiteral("openai-costs.csv"));
    QCOMPARE(document.records.size(), 2);
    QCOMPARE(document.records.at(1).model, QStringLiteral("gpt-4o-mini-2024-07-18"));
    QCOMPARE(document.records.at(1).project, QStringLiteral("Alpha"));
    // 0.0010743 + 0.000384
    QCOMPARE(document.knownCost().picos(), 1'458'300'000);
    const UsageExport pages = readFixture(QStringLiteral("openai-costs.json"));
    QCOMPARE(pages.records.size(), 2);
    QCOMPARE(pages.records.at(0).model, QString());
    QCOMPARE(pages.records.at(1).model, QStringLiteral("gpt-4o-mini"));
}

void UsageExportTest::anthropicClassesAddUpToTheInput()
{
    const UsageExport document = readFixture(QStringLiteral("anthropic-usage.csv"));
    QCOMPARE(document.records.size(), 2);
    QCOMPARE(document.records.at(0).usage.toolCalls, std::optional<qint64>(2));
    QCOMPARE(document.records.at(0).usage.serviceTier, QString());
    QCOMPARE(document.records.at(1).usage.serviceTier, QStringLiteral("batch"));
    QCOMPARE(document.records.at(1).requests, std::optional<qint64>());
    QCOMPARE(document.records.at(0).key, QStringLiteral("Notes app"));
}

void UsageExportTest::anthropicAmountsAreCents()
{
    const UsageExport document = readFixture(QStringLiteral("anthropic-costs.json"));
    QCOMPARE(document.records.constFirst().cost->toDecimal(), QStringLiteral("1.2345"));
    QCOMPARE(document.records.constFirst().project, QStringLiteral("wrkspc_1"));
}

void UsageExportTest::ownKeysAtOpenRouterCostWhatTheProviderCharged()
{
    const UsageExport document = readFixture(QStringLiteral("openrouter-activity.csv"));
    QCOMPARE(document.records.at(1).cost->toDecimal(), QStringLiteral("0.012"));
    const UsageExport generations = readFixture(QStringLiteral("openrouter-generations.csv"));
    QCOMPARE(generations.records.at(2).cost->toDecimal(), QStringLiteral("0.002"));
}

/// As in the usage of an answer: what OpenRouter takes is not all that a request with an own key costs.
void UsageExportTest::aFeeForAnOwnKeyIsPaidToo()
{
    const QByteArray generations(
        "generation_id,created_at,cost_total,byok_usage_inference,tokens_prompt,tokens_completion,"
        "model_permaslug\n"
        "gen-1,2026-11-02 10:00:00,0.05,0.95,1000,200,openai/gpt-5\n"
        "gen-2,2026-11-02 10:01:00,0.05,,1000,200,openai/gpt-5\n"
        "gen-3,2026-11-02 10:02:00,,0.95,1000,200,openai/gpt-5\n"
        "gen-4,2026-11-02 10:03:00,,,1000,200,openai/gpt-5\n");
    const Result<UsageExport> read = readUsageExport(generations);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QStringList costs;
    for (const UsageRecord &record : read->records)
        costs.append(record.cost ? record.cost->toDecimal() : QString());
    QCOMPARE(costs,
             (QStringList{QStringLiteral("1"), QStringLiteral("0.05"), QStringLiteral("0.95"), QString()}));
}

void UsageExportTest::generationsAreRequestsAndKeysStaySecret()
{
    const UsageExport document = readFixture(QStringLiteral("openrouter-generations.csv"));
    QCOMPARE(document.records.size(), 3);
    const UsageRecord &second = document.records.at(1);
    QVERIFY(second.isRequest());
    QCOMPARE(second.externalId, QStringLiteral("gen-2"));
    QCOMPARE(second.key, QStringLiteral("...cdef"));
    QCOMPARE(second.user, QStringLiteral("user-7"));
    QCOMPARE(second.tags, (QHash<QString, QString>{{QStringLiteral("app"), QStringLiteral("Notes")}}));
    QCOMPARE(tokensOf(second), QStringLiteral("2000 1500 - - 400 50"));
}

void UsageExportTest::quotaIsHalfAMillionthOfADollar()
{
    const UsageExport document = readFixture(QStringLiteral("one-api-logs.csv"));
    // Topping up is no use.
    QCOMPARE(document.passedOver, 1);
    QCOMPARE(document.records.size(), 2);
    const UsageRecord &claude = document.records.at(1);
    // 1000 / 500000; the cached tokens stand beside the prompt's.
    QCOMPARE(claude.cost->toDecimal(), QStringLiteral("0.002"));
    QCOMPARE(tokensOf(claude), QStringLiteral("420 300 20 - 50 -"));
    QCOMPARE(claude.tags.value(QStringLiteral("channel")), QStringLiteral("4"));
    QCOMPARE(claude.externalId, QStringLiteral("3@1793606520"));
}

void UsageExportTest::liteLlmDropsTheHashAndWhatFailed()
{
    const UsageExport document = readFixture(QStringLiteral("litellm-spend-logs.csv"));
    QCOMPARE(document.records.size(), 2);
    QCOMPARE(document.passedOver, 1);
    const UsageRecord &first = document.records.at(0);
    QCOMPARE(first.key, QStringLiteral("ci"));
    QCOMPARE(first.project, QStringLiteral("red"));
    QCOMPARE(first.tags.value(QStringLiteral("env")), QStringLiteral("prod"));
    QCOMPARE(first.tags.value(QStringLiteral("tag")), QStringLiteral("nightly"));
    // A spend of 0 with tokens is a price that LiteLLM does not know.
    QCOMPARE(document.records.at(1).cost, std::optional<Money>());
}

void UsageExportTest::liteLlmKeepsJsonAsTextToo_data()
{
    QTest::addColumn<bool>("asText");
    QTest::newRow("objects") << false;
    QTest::newRow("text") << true;
}

void UsageExportTest::liteLlmKeepsJsonAsTextToo()
{
    QFETCH(bool, asText);
    const auto member = [asText](const QJsonDocument &json) {
        const QJsonValue value = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
        return asText ? QJsonValue(QString::fromUtf8(json.toJson())) : value;
    };
    const auto log = [&member](const char *id, const char *metadata) {
        return QJsonObject{
            {QStringLiteral("request_id"), QString::fromLatin1(id)},
            {QStringLiteral("spend"), 0.001},
            {QStringLiteral("startTime"), QStringLiteral("2026-11-02T10:00:00")},
            {QStringLiteral("model"), QStringLiteral("gpt-4o-mini")},
            {QStringLiteral("prompt_tokens"), 100},
            {QStringLiteral("completion_tokens"), 20},
            {QStringLiteral("metadata"), member(QJsonDocument::fromJson(metadata))},
            {QStringLiteral("request_tags"), member(QJsonDocument::fromJson(R"(["env=prod"])"))}};
    };
    const QJsonArray logs{log("a", R"({"status": "success", "user_api_key_alias": "ci", "usage_object":
                                    {"prompt_tokens_details": {"cached_tokens": 40}}})"),
                          log("b", R"({"status": "failure"})")};
    const Result<UsageExport> read = readUsageExport(QJsonDocument(logs).toJson());
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->records.size(), 1);
    QCOMPARE(read->passedOver, 1);
    const UsageRecord &paid = read->records.constFirst();
    QCOMPARE(paid.externalId, QStringLiteral("a"));
    QCOMPARE(paid.key, QStringLiteral("ci"));
    QCOMPARE(paid.usage.cachedInput, std::optional<qint64>(40));
    QCOMPARE(paid.tags.value(QStringLiteral("env")), QStringLiteral("prod"));
}

void UsageExportTest::aPageThatHasMoreIsIncomplete_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("bucket");
    QTest::newRow("OpenAI") << QStringLiteral("openai-costs")
                            << QByteArray(R"({"start_time": 1793577600, "end_time": 1793664000, "results": [
        {"object": "organization.costs.result", "amount": {"value": 0.06, "currency": "usd"}}]})");
    QTest::newRow("Anthropic") << QStringLiteral("anthropic-usage")
                               << QByteArray(R"({"starting_at": "2026-11-02T00:00:00Z",
        "ending_at": "2026-11-03T00:00:00Z", "results": [{"uncached_input_tokens": 30}]})");
}

void UsageExportTest::aPageThatHasMoreIsIncomplete()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, bucket);
    const QByteArray first = R"({"has_more": true, "next_page": "p2", "data": [)" + bucket + "]}";
    const QByteArray last = R"({"has_more": false, "next_page": null, "data": [)" + bucket + "]}";
    for (const auto &[text, lacksPages] : {std::pair(first, true), std::pair(last, false),
                                           std::pair(QByteArray("[" + first + "," + last + "]"), false),
                                           std::pair(QByteArray("[" + first + "," + first + "]"), true)}) {
        const Result<UsageExport> read = readUsageExport(text);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(usageFormatName(read->format), format);
        QCOMPARE(read->lacksPages, lacksPages);
    }
}

void UsageExportTest::tablesAreReadByTheirColumns()
{
    const UsageExport document =
        readFixture(QStringLiteral("own-table.csv"),
                    {{},
                     {{QStringLiteral("day"), QStringLiteral("Day")},
                      {QStringLiteral("model"), QStringLiteral("Model")},
                      {QStringLiteral("uncached_input"), QStringLiteral("Tokens in")},
                      {QStringLiteral("cached_input"), QStringLiteral("Cache reads")},
                      {QStringLiteral("output"), QStringLiteral("Tokens out")},
                      {QStringLiteral("cost"), QStringLiteral("USD")},
                      {QStringLiteral("requests"), QStringLiteral("Calls")}}});
    QCOMPARE(document.format, UsageFormat::Table);
    QCOMPARE(document.records.size(), 2);
    QCOMPARE(tokensOf(document.records.at(0)), QStringLiteral("1400 400 - - 200 -"));
    QCOMPARE(document.records.at(0).requests, std::optional<qint64>(7));
    QCOMPARE(document.records.at(0).cost->toDecimal(), QStringLiteral("1204.5"));
    // What is not told stays unknown.
    QCOMPARE(tokensOf(document.records.at(1)), QStringLiteral("- - - - - -"));
    QCOMPARE(document.losses.size(), 1);
    QCOMPARE(document.losses.constFirst().name, QStringLiteral("Team"));
}

void UsageExportTest::fieldsThatNoColumnNamesMayLack()
{
    const Result<UsageExport> read = readUsageExport("day,cost,\n2026-11-24,0.1,\n2026-11-25,0.2\n");
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->records.size(), 2);
    QCOMPARE(read->knownCost().toDecimal(), QStringLiteral("0.3"));
}

void UsageExportTest::lossesAreListed()
{
    const UsageExport document = readFixture(QStringLiteral("openai-usage.json"));
    QCOMPARE(document.losses.size(), 1);
    QCOMPARE(document.losses.constFirst().name, QStringLiteral("novel_figure"));
}

void UsageExportTest::malformedTextSaysWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    const QByteArray head(
        "generation_id,created_at,cost_total,tokens_prompt,tokens_completion,model_permaslug\n");
    QTest::newRow("nothing at all") << QByteArray(" \n") << QStringLiteral("it is empty");
    QTest::newRow("a count that is a word")
        << QByteArray(head + "gen-1,2026-11-02 10:00:00,0.1,many,20,m\n")
        << QStringLiteral("Line 2, column 31: \"many\" in tokens_prompt is no whole number");
    QTest::newRow("a time that is none") << QByteArray(head + "gen-1,soon,0.1,10,20,m\n")
                                         << QStringLiteral("Line 2, column 7: \"soon\" in created_at");
    QTest::newRow("an amount that is none") << QByteArray(head + "gen-1,2026-11-02 10:00:00,free,10,20,m\n")
                                            << QStringLiteral("\"free\" in cost_total is no amount");
    QTest::newRow("a file that was cut off")
        << QByteArray(head + "gen-1,2026-11-02 10:00:00,0.1,10,20,m\ngen-2,2026-11-02 10:0")
        << QStringLiteral("Line 3, column 22: the file ends within a row");
    QTest::newRow("too many fields") << QByteArray(head + "gen-1,2026-11-02 10:00:00,0.1,10,20,m,what\n")
                                     << QStringLiteral("more fields than the first line");
    QTest::newRow("too few fields")
        << QByteArray("day,model,input,output,cost\n2026-11-24,gpt-4o,10,5,0.1\n2026-11-25,gpt-4o,10\n")
        << QStringLiteral("Line 3, column 21: it has fewer fields than the first line.");
    QTest::newRow("a decimal comma") << QByteArray("day;model;cost\n2026-11-25;gpt-4o;0,123\n")
                                     << QStringLiteral("Line 2, column 19: \"0,123\" in cost may have "
                                                       "thousands or a fraction; write plain numbers with");
    QTest::newRow("a thousand tokens or one") << QByteArray("day,input\n2026-11-25,1.000\n")
                                              << QStringLiteral("\"1.000\" in input may have thousands");
    QTest::newRow("a quota beyond every amount")
        << QByteArray("created_at,model_name,quota\n1793606460,gpt-4o,750\n"
                      "1793606461,gpt-4o,9223372036855\n")
        << QStringLiteral("Line 3, column 19: the amount is larger than 9.2 million US dollars");
    QTest::newRow("an amount beyond every other")
        << QByteArray("day,cost\n2026-11-25,9300000\n")
        << QStringLiteral("Line 2, column 12: the amount is larger than 9.2 million US dollars");
    QTest::newRow("a decimal comma in JSON")
        << QByteArray(R"([{"request_id": "a", "spend": "0,123", "startTime": "2026-11-02"}])")
        << QStringLiteral("[0].spend: it may have thousands or a fraction");
    QTest::newRow("a quote that is not closed")
        << QByteArray(head + "\"gen-1,2026") << QStringLiteral("Line 2");
    QTest::newRow("a column twice") << QByteArray("day,cost,cost\n2026-11-02,1,2\n")
                                    << QStringLiteral("Line 1, column 10: there are two columns \"cost\"");
    QTest::newRow("a table without a day")
        << QByteArray("model,cost\nm,1\n") << QStringLiteral("to hold the day or the time, such as day, ");
    QTest::newRow("broken JSON") << QByteArray("{\"data\": [\n {\"start_time\": }]}")
                                 << QStringLiteral("Line 2, column ");
    QTest::newRow("JSON of another kind")
        << QByteArray("{\"data\": [{\"a\": 1}]}") << QStringLiteral("JSON of no known kind");
    QTest::newRow("a bucket that ends before it starts")
        << QByteArray(R"({"data": [{"start_time": 1793577600, "end_time": 1, "results": [
            {"object": "organization.usage.completions.result", "input_tokens": 1}]}]})")
        << QStringLiteral("data[0].end_time: it ends before it starts");
    QTest::newRow("amounts in euros")
        << QByteArray(R"({"data": [{"start_time": 1793577600, "end_time": 1793664000, "results": [
            {"object": "organization.costs.result", "amount": {"value": 1, "currency": "eur"}}]}]})")
        << QStringLiteral("data[0].results[0].amount.currency: amounts are in eur");
}

void UsageExportTest::malformedTextSaysWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    const Result<UsageExport> read = readUsageExport(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(read.error().message.contains(problem), qPrintable(read.error().message));
}

void UsageExportTest::anotherFormatIsRefusedByName()
{
    const Result<UsageFile> file =
        readUsageFile(fixture(QStringLiteral("anthropic-usage.csv")), {UsageFormat::OpenAiUsage, {}});
    QVERIFY(!file);
    QCOMPARE(file.error().message,
             QStringLiteral("anthropic-usage.csv: it does not look like OpenAI usage."));
    const Result<UsageFile> missing = readUsageFile(fixture(QStringLiteral("nowhere.csv")));
    QVERIFY(!missing);
    QVERIFY(missing.error().message.startsWith(QStringLiteral("nowhere.csv: ")));
}

SWITCHYARD_TEST(UsageExportTest)
#include "tst_usageexport.moc"
