#include "core/catalog/modellisting.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class ModelListingTest : public QObject
{
    Q_OBJECT

private slots:
    void readsTheIdsOfEveryShape_data();
    void readsTheIdsOfEveryShape();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void readsWhatOpenRouterSays();
    void zeroPricesAreReadAsTheyAreMeant();
    void readsWhatMistralSays();
    void readsContextSizesUnderTheirManyNames_data();
    void readsContextSizesUnderTheirManyNames();
    void keepsTheProvidersOwnDescription();
};

void ModelListingTest::readsTheIdsOfEveryShape_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("ids");
    QTest::newRow("OpenAI") << QByteArray(R"({"object": "list", "data": [
        {"id": "gpt-4o", "object": "model", "created": 1, "owned_by": "system"}, {"id": "o3"}]})")
                            << QStringLiteral("gpt-4o,o3");
    QTest::newRow("a bare array of objects")
        << QByteArray(R"([{"id": "a"}, {"id": "b"}])") << QStringLiteral("a,b");
    QTest::newRow("a bare array of ids") << QByteArray(R"(["a", "b"])") << QStringLiteral("a,b");
    QTest::newRow("Google's compatible list")
        << QByteArray(R"({"object": "list", "data": [{"id": "models/gemini-2.5-flash"}]})")
        << QStringLiteral("gemini-2.5-flash");
    QTest::newRow("Google's own list") << QByteArray(
        R"({"models": [{"name": "models/gemini-2.5-flash", "displayName": "Gemini 2.5 Flash"}]})")
                                       << QStringLiteral("gemini-2.5-flash");
    QTest::newRow("Ollama's own list")
        << QByteArray(R"({"models": [{"name": "llama3.2:3b", "model": "llama3.2:3b"}]})")
        << QStringLiteral("llama3.2:3b");
    QTest::newRow("Ollama without models") << QByteArray(R"({"object": "list", "data": null})") << QString();
    QTest::newRow("an empty list") << QByteArray(R"({"data": []})") << QString();
    QTest::newRow("doubles and entries without an id")
        << QByteArray(R"({"data": [{"id": "a"}, {"name": ""}, {"id": "a"}, 7, {"id": "b"}]})")
        << QStringLiteral("a,b");
    QTest::newRow("ids with slashes and colons")
        << QByteArray(R"({"data": [{"id": "openai/gpt-4o:free"}]})") << QStringLiteral("openai/gpt-4o:free");
    QTest::newRow("blank lines before it")
        << QByteArray("\n\n{\"data\": [{\"id\": \"a\"}]}\n") << QStringLiteral("a");
}

void ModelListingTest::readsTheIdsOfEveryShape()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, ids);
    const Result<QList<ModelInfo>> models = parseModelListing(body);
    QVERIFY2(models, models ? "" : qPrintable(models.error().message));
    QStringList found;
    for (const ModelInfo &model : *models)
        found += model.id;
    QCOMPARE(found.join(u','), ids);
}

void ModelListingTest::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("an HTML page") << QByteArray("<!doctype html><html></html>") << QStringLiteral("HTML");
    QTest::newRow("plain text") << QByteArray("Hello") << QStringLiteral("no JSON");
    QTest::newRow("half a document") << QByteArray(R"({"data": [{"id": )") << QStringLiteral("no JSON");
    QTest::newRow("other JSON") << QByteArray(R"({"status": "ok"})") << QStringLiteral("no list of models");
    QTest::newRow("an error object") << QByteArray(R"({"error": {"message": "no such route"}})")
                                     << QStringLiteral("no such route");
    QTest::newRow("an error that repeats the key")
        << QByteArray(R"({"error": "bad key sk-0123456789abcdef"})") << QStringLiteral("[redacted]");
    QTest::newRow("a list of something else")
        << QByteArray(R"([1, 2])") << QStringLiteral("none of its entries");
}

void ModelListingTest::refusesWhatIsNoList()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, part);
    const Result<QList<ModelInfo>> models = parseModelListing(body);
    QVERIFY(!models);
    QCOMPARE(models.error().kind, ErrorKind::Protocol);
    QVERIFY2(models.error().message.contains(part), qPrintable(models.error().message));
}

void ModelListingTest::readsWhatOpenRouterSays()
{
    const Result<QList<ModelInfo>> models = parseModelListing(R"({"data": [{
        "id": "anthropic/claude-sonnet-5", "name": "Anthropic: Claude Sonnet 5", "context_length": 1000000,
        "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
        "pricing": {"prompt": "0.000003", "completion": "0.000015", "request": "0.005", "image": "0.0048",
                    "internal_reasoning": "0", "input_cache_read": "0.0000003", "input_cache_write": "0.00000375"},
        "top_provider": {"context_length": 1000000, "max_completion_tokens": 64000, "is_moderated": true},
        "supported_parameters": ["max_tokens", "reasoning", "tools"], "expiration_date": null}]})");
    QVERIFY(models);
    const ModelInfo &model = models->first();
    QCOMPARE(model.displayName, QStringLiteral("Anthropic: Claude Sonnet 5"));
    QCOMPARE(model.contextWindow, std::optional<qint64>(1'000'000));
    QCOMPARE(model.maxOutputTokens, std::optional<qint64>(64'000));
    QCOMPARE(model.takesImages, std::optional(true));
    QCOMPARE(model.callsTools, std::optional(true));
    QCOMPARE(model.reasons, std::optional(true));
    QCOMPARE(model.status, ModelStatus::Unknown);
    QVERIFY(model.prices);
    QCOMPARE(model.prices->source, PriceSource::AccountListing);
    QCOMPARE(model.prices->base.input, Money::fromDecimal(u"0.000003"));
    QCOMPARE(model.prices->base.output, Money::fromDecimal(u"0.000015"));
    QCOMPARE(model.prices->base.cacheRead, Money::fromDecimal(u"0.0000003"));
    QCOMPARE(model.prices->base.cacheWrite, Money::fromDecimal(u"0.00000375"));
    QCOMPARE(model.prices->base.reasoning, std::nullopt);
    QCOMPARE(model.prices->perRequest, Money::fromDecimal(u"0.005"));
}

void ModelListingTest::zeroPricesAreReadAsTheyAreMeant()
{
    const auto prices = [](const char *pricing) {
        const QByteArray body = QByteArray(R"([{"id": "m", "pricing": )") + pricing + "}]";
        return parseModelListing(body).value().first().prices;
    };
    const auto free = prices(R"({"prompt": "0", "completion": "0", "request": "0"})");
    QVERIFY(free);
    QCOMPARE(free->base.input, std::optional(Money()));
    QCOMPARE(free->perRequest, std::nullopt);
    QVERIFY(!prices(R"({"prompt": "-1", "completion": "-1"})"));
    QVERIFY(!prices(R"({})"));
    QVERIFY(!prices(R"({"prompt": "cheap"})"));
    QCOMPARE(prices(R"({"prompt": 0.000001, "completion": "2e-6", "input_cache_read": "0"})")->base.input,
             Money::fromDecimal(u"0.000001"));
    QCOMPARE(prices(R"({"prompt": "1e-6", "completion": "2e-6", "input_cache_read": "0"})")->base.cacheRead,
             std::nullopt);
}

void ModelListingTest::readsWhatMistralSays()
{
    const Result<QList<ModelInfo>> models = parseModelListing(R"({"data": [{
        "id": "mistral-medium-2505", "name": "mistral-medium-2505", "max_context_length": 131072,
        "capabilities": {"completion_chat": true, "function_calling": true, "vision": true, "reasoning": false},
        "deprecation": "2026-11-30T12:00:00Z", "deprecation_replacement_model": "mistral-medium-latest"}]})");
    QVERIFY(models);
    const ModelInfo &model = models->first();
    QCOMPARE(model.displayName, QString());
    QCOMPARE(model.contextWindow, std::optional<qint64>(131'072));
    QCOMPARE(model.takesImages, std::optional(true));
    QCOMPARE(model.callsTools, std::optional(true));
    QCOMPARE(model.reasons, std::optional(false));
    QCOMPARE(model.status, ModelStatus::Deprecated);
    QCOMPARE(model.successor, QStringLiteral("mistral-medium-latest"));
    QVERIFY(!model.prices);
}

void ModelListingTest::readsContextSizesUnderTheirManyNames_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("vLLM") << QByteArray(R"({"id": "m", "max_model_len": 4096})");
    QTest::newRow("llama.cpp") << QByteArray(R"({"id": "m", "meta": {"n_ctx_train": 4096}})");
    QTest::newRow("LM Studio and Mistral") << QByteArray(R"({"id": "m", "max_context_length": 4096})");
    QTest::newRow("Groq") << QByteArray(R"({"id": "m", "context_window": 4096})");
    QTest::newRow("OpenRouter and Together") << QByteArray(R"({"id": "m", "context_length": 4096})");
    QTest::newRow("Google") << QByteArray(R"({"id": "m", "inputTokenLimit": 4096})");
}

void ModelListingTest::readsContextSizesUnderTheirManyNames()
{
    QFETCH(QByteArray, entry);
    QCOMPARE(parseModelListing('[' + entry + ']').value().first().contextWindow, std::optional<qint64>(4096));
}

void ModelListingTest::keepsTheProvidersOwnDescription()
{
    const Result<QList<AccountModel>> models = readModelListing(R"([{"id": "m", "own": {"field": [1, 2]}}])");
    QVERIFY(models);
    QVERIFY(!models->first().typed);
    QCOMPARE(models->first().listing.value(u"own")[u"field"][1].toInt(), 2);
}

SWITCHYARD_TEST(ModelListingTest)

#include "tst_modellisting.moc"
