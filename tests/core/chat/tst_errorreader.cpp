#include "core/chat/errorreader.h"

#include "core/chat/contextlengthphrases.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using core::Error;
using core::ErrorKind;

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

Error read(int status, const QByteArray &body, const Headers &headers = {},
           const QByteArray &type = "application/json")
{
    return core::readErrorResponse(status, type, body, headers, 1'700'000'000'000);
}

QByteArray openAi(const QByteArray &message, const QByteArray &type = "invalid_request_error",
                  const QByteArray &code = "null")
{
    return R"({"error":{"message":")" + message + R"(","type":")" + type + R"(","param":null,"code":)" + code
        + "}}";
}

} // namespace

class ErrorReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheProvidersSentence_data();
    void findsTheProvidersSentence();
    void tellsTheKinds_data();
    void tellsTheKinds();
    void tellsKindsInsideAStream_data();
    void tellsKindsInsideAStream();
    void readsHowLongToWait_data();
    void readsHowLongToWait();
    void messagesAreShortSingleLinesWithoutKeys();
    void keepsTheMachineReadableCode();
    void theShippedPhrasesAreOfUse();
    void takesTheUsersPhrases();
};

void ErrorReaderTest::findsTheProvidersSentence_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *body, const char *message,
                        const char *type = "application/json") {
        QTest::newRow(name) << QByteArray(type) << QByteArray(body) << QString::fromUtf8(message);
    };
    row("OpenAI's object", R"({"error":{"message":"Bad things.","type":"x","param":null,"code":null}})",
        "Bad things.");
    row("the parameter at fault",
        R"({"error":{"message":"Unrecognized argument.","param":"stream_options"}})",
        "Unrecognized argument. (parameter: stream_options)");
    row("Anthropic's object",
        R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})", "Overloaded");
    row("an error that is a string", R"({"error":"model 'x' not found, try pulling it first"})",
        "model 'x' not found, try pulling it first");
    row("a heading and a sentence", R"({"error":"Unauthorized","message":"No such user"})", "No such user");
    row("vLLM's flat object",
        R"({"object":"error","message":"Too long","type":"BadRequestError","code":400})", "Too long");
    row("FastAPI's sentence", R"({"detail":"Not authenticated"})", "Not authenticated");
    row("FastAPI's list", R"({"detail":[{"loc":["body","messages",0],"msg":"field required","type":"missing"},
                             {"loc":["body","n"],"msg":"must be 1"}]})",
        "body.messages.0: field required; body.n: must be 1");
    row("Google's array",
        R"([{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT"}}])",
        "API key not valid.");
    row("OpenRouter with its upstream's words",
        R"({"error":{"code":400,"message":"Provider returned error","metadata":{"provider_name":"X",
            "raw":"{\"error\":{\"message\":\"Prompt too rude\"}}"}}})",
        "Provider returned error: Prompt too rude");
    row("a JSON string", R"("just text")", "just text");
    row("plain text", "upstream connect error\n  or disconnect", "upstream connect error or disconnect",
        "text/plain");
    row("an HTML page with a title",
        "<html>\n<head><title>502 Bad\nGateway</title></head><body><h1>nginx</h1></body></html>",
        "502 Bad Gateway", "text/html");
    row("an HTML page without a title",
        "<!DOCTYPE html><style>p{}</style><body><p>Sorry,</p><p>down.</p></body>", "Sorry, down.", "");
    row("nothing", "", "The server answered HTTP 503 without a reason.");
    row("an empty object", "{}", "The server answered HTTP 503 without a reason.");
    row("an object of numbers", R"({"error":{"a":1},"b":[1,2]})",
        "The server answered HTTP 503 without a reason.");
}

void ErrorReaderTest::findsTheProvidersSentence()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const Error error = read(503, body, {}, type);
    QTEST(error.message, "message");
    QCOMPARE(error.httpStatus, std::optional<int>(503));
}

void ErrorReaderTest::tellsTheKinds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, int status, const QByteArray &body, const char *kind) {
        QTest::newRow(name) << status << body << QString::fromLatin1(kind);
    };
    row("401", 401, openAi("Incorrect API key provided"), "auth");
    row("401 of DashScope for a key of another region", 401,
        R"({"error":{"message":"Incorrect API key provided. ","type":"invalid_request_error","param":null,
            "code":"invalid_api_key"},"request_id":"a8b1"})",
        "auth");
    row("403", 403, {}, "auth");
    row("402", 402, R"({"error":{"message":"Insufficient Balance"}})", "quota");
    row("404", 404, R"({"error":"model not found"})", "not_found");
    row("408", 408, {}, "timeout");
    row("400", 400, openAi("temperature must be below 2"), "invalid_request");
    row("413", 413, {}, "invalid_request");
    row("422", 422, R"({"detail":[{"loc":["body"],"msg":"field required"}]})", "invalid_request");
    row("500", 500, {}, "server");
    row("502", 502, "<html></html>", "server");
    row("529", 529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
        "server");
    row("429", 429, openAi("Rate limit reached for gpt-4o", "tokens", R"("rate_limit_exceeded")"),
        "rate_limited");
    row("429 without a body", 429, {}, "rate_limited");
    row("429 for want of credit", 429,
        openAi("You exceeded your current quota, please check your plan and billing details.",
               "insufficient_quota", R"("insufficient_quota")"),
        "quota");
    row("429 naming the credit balance only in words", 429,
        openAi("Your credit balance is too low to access the API."), "quota");
    row("429 of Moonshot's account", 429, openAi("no money", "exceeded_current_quota_error"), "quota");
    row("429 of Alibaba is a burst, whatever its code", 429,
        openAi(
            "You exceeded your current quota, please check your plan and billing details. For details, see: "
            "https://help.aliyun.com/zh/model-studio/error-code#token-limit",
            "insufficient_quota", R"("insufficient_quota")"),
        "rate_limited");
    row("429 of Google with a retry delay is no hard quota", 429,
        R"([{"error":{"code":429,"message":"You exceeded your current quota, please check your plan.",
            "status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo",
            "retryDelay":"34s"}]}}])",
        "rate_limited");
    row("400 of Anthropic's credit", 400,
        openAi("Your credit balance is too low to access the Anthropic API."), "quota");
    row("400 of Alibaba's unpaid bill", 400, openAi("Access denied.", "Arrearage", R"("Arrearage")"),
        "quota");
    row("400 with a bad key at Google", 400,
        R"([{"error":{"code":400,"message":"Please pass a valid key","status":"INVALID_ARGUMENT",
            "details":[{"reason":"API_KEY_INVALID"}]}}])",
        "auth");
    row("400 naming an unknown model", 400, openAi("foo/bar is not a valid model ID"), "not_found");
    row("OpenAI's context code", 400,
        openAi("Too long.", "invalid_request_error", R"("context_length_exceeded")"), "context_length");
    row("Anthropic's long prompt", 400, openAi("prompt is too long: 210000 tokens > 200000 maximum"),
        "context_length");
    row("Gemini's long prompt", 400,
        openAi("The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."),
        "context_length");
    row("llama.cpp's long prompt", 400,
        openAi("the request exceeds the available context size", "exceed_context_size_error"),
        "context_length");
    row("xAI's long prompt", 400, openAi("This model's maximum prompt length is 131072"), "context_length");
    row("DashScope's long prompt", 400, openAi("Range of input length should be [1, 30720]"),
        "context_length");
    row("Moonshot's long prompt", 400, openAi("Your request exceeded model token limit: 8192"),
        "context_length");
    row("Cohere's long prompt", 400, R"({"message":"too many tokens: size limit exceeded by 19296 tokens."})",
        "context_length");
    row("Text Generation Inference's long prompt", 422,
        openAi("Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096."),
        "context_length");
    row("OpenAI's long prompt without its code", 400,
        openAi("Input tokens exceed the configured limit of 272000 tokens."), "context_length");
    row("413 with a long prompt", 413, openAi("Please reduce the length of the messages"), "context_length");
    row("500 around a long prompt", 500, R"({"error":"input exceeds the context window"})", "context_length");
    row("Azure's filter", 400, openAi("The response was filtered", "x", R"("content_filter")"),
        "content_filter");
    row("Alibaba's filter", 400, openAi("Input data may contain", "data_inspection_failed"),
        "content_filter");
    row("OpenRouter's moderation", 403,
        openAi("Your chosen model requires moderation and your input was flagged for violence"),
        "content_filter");
}

void ErrorReaderTest::tellsTheKinds()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(core::errorKindName(read(status, body).kind), "kind");
}

void ErrorReaderTest::tellsKindsInsideAStream_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *error, const char *kind, const char *message) {
        QTest::newRow(name) << QByteArray(error) << QString::fromLatin1(kind) << QString::fromLatin1(message);
    };
    row("a plain string", R"("it broke")", "server", "it broke");
    row("OpenRouter's numeric code", R"({"code":429,"message":"slow down"})", "rate_limited", "slow down");
    row("a number as text", R"({"code":"502","message":"upstream died"})", "server", "upstream died");
    row("Anthropic's overload", R"({"type":"overloaded_error","message":"Overloaded"})", "server",
        "Overloaded");
    row("a rate limit by type", R"({"type":"rate_limit_error","message":"slow"})", "rate_limited", "slow");
    row("a long prompt found late", R"({"message":"maximum context length is 8192"})", "context_length",
        "maximum context length is 8192");
    row("credit gone midway", R"({"code":"insufficient_quota","message":"empty"})", "quota", "empty");
    row("a wrong request", R"({"type":"invalid_request_error","message":"no"})", "invalid_request", "no");
    row("nothing said", R"({"code":null})", "server", "The server reported an error without a reason.");
}

void ErrorReaderTest::tellsKindsInsideAStream()
{
    QFETCH(QByteArray, error);
    const QJsonValue value = QJsonDocument::fromJson("[" + error + "]").array().first();
    const Error read = core::readErrorObject(value);
    QTEST(core::errorKindName(read.kind), "kind");
    QTEST(read.message, "message");
    QCOMPARE(read.httpStatus, std::optional<int>());
}

void ErrorReaderTest::readsHowLongToWait_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("a header") << 429 << QByteArray() << Headers{{"Retry-After", "3"}} << qint64(3000);
    QTest::newRow("a header on a 503")
        << 503 << QByteArray() << Headers{{"retry-after", "3"}} << qint64(3000);
    QTest::newRow("Google's body") << 429
                                   << QByteArray(
                                          R"([{"error":{"message":"x","details":[{"retryDelay":"1.5s"}]}}])")
                                   << Headers{} << qint64(1500);
    QTest::newRow("the limit's reset")
        << 429 << QByteArray() << Headers{{"x-ratelimit-reset-tokens", "6m0s"}} << qint64(360'000);
    QTest::newRow("a reset beside another failure means nothing")
        << 400 << QByteArray() << Headers{{"x-ratelimit-reset-tokens", "6m0s"}} << qint64(-1);
    QTest::newRow("the header before the reset")
        << 429 << QByteArray() << Headers{{"x-ratelimit-reset-tokens", "6m0s"}, {"retry-after", "1"}}
        << qint64(1000);
}

void ErrorReaderTest::readsHowLongToWait()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Headers, headers);
    const Error error = read(status, body, headers);
    QTEST(error.retryAfter ? qint64(error.retryAfter->count()) : qint64(-1), "ms");
}

void ErrorReaderTest::messagesAreShortSingleLinesWithoutKeys()
{
    const Error error =
        read(401, openAi("Incorrect key:\\n sk-abcdefghijklmnop1234 " + QByteArray(5000, 'x')));
    QVERIFY(error.message.size() <= 1000);
    QVERIFY(!error.message.contains(QLatin1Char('\n')));
    QVERIFY(!error.message.contains(QStringLiteral("abcdefghijklmnop")));
    QVERIFY(error.message.startsWith(QStringLiteral("Incorrect key:")));
    const Error html = read(500, "<html><body>" + QByteArray("<script ").repeated(20'000), {}, "text/html");
    QVERIFY(html.message.size() <= 1000);
}

void ErrorReaderTest::keepsTheMachineReadableCode()
{
    QCOMPARE(read(429, openAi("x", "insufficient_quota", R"("insufficient_quota")")).code,
             QStringLiteral("insufficient_quota"));
    QCOMPARE(read(400, R"([{"error":{"code":400,"message":"x","status":"INVALID_ARGUMENT"}}])").code,
             QStringLiteral("INVALID_ARGUMENT"));
    QCOMPARE(read(529, R"({"type":"error","error":{"type":"overloaded_error"}})").code,
             QStringLiteral("overloaded_error"));
    QVERIFY(read(500, "oops").code.isEmpty());
}

void ErrorReaderTest::theShippedPhrasesAreOfUse()
{
    const QStringList phrases = core::contextLengthPhrases();
    QVERIFY(phrases.size() >= 14);
    for (const QString &phrase : phrases) {
        // What is not in lower case would never be found; what another one holds would never be needed.
        QCOMPARE(phrase, phrase.toLower().trimmed());
        QVERIFY2(phrase.size() >= 10, qPrintable(phrase));
        for (const QString &other : phrases)
            QVERIFY2(phrase == other || !phrase.contains(other), qPrintable(phrase));
        const QByteArray message = QStringLiteral("Oh: %1 9.").arg(phrase).toUtf8();
        QCOMPARE(core::errorKindName(read(400, openAi(message)).kind), QStringLiteral("context_length"));
    }
}

void ErrorReaderTest::takesTheUsersPhrases()
{
    const QStringList shipped = core::contextLengthPhrases();
    const QByteArray own = openAi("Das Modell fasst nur 8192 Zeichen: ZU VIEL TEXT.");
    QCOMPARE(core::errorKindName(read(400, own).kind), QStringLiteral("invalid_request"));
    core::setUserContextLengthPhrases(
        {QStringLiteral("  Zu viel Text "), QString(), QStringLiteral("  "), shipped.first()});
    QCOMPARE(core::errorKindName(read(400, own).kind), QStringLiteral("context_length"));
    QCOMPARE(core::contextLengthPhrases().size(), shipped.size() + 1);
    QCOMPARE(core::shippedContextLengthPhrases(), shipped);
    QCOMPARE(core::errorKindName(read(400, openAi("prompt is too long")).kind),
             QStringLiteral("context_length"));
    core::setUserContextLengthPhrases({});
    QCOMPARE(core::contextLengthPhrases(), shipped);
    QCOMPARE(core::errorKindName(read(400, own).kind), QStringLiteral("invalid_request"));
}

SWITCHYARD_TEST(ErrorReaderTest)
#include "tst_errorreader.moc"
