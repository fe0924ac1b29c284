#include "core/insight/trafficline.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;

namespace {

constexpr qint64 kFileMs = 1'700'000'000'000;

QJsonObject object(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("no JSON object: %s", json.constData());
    return document.object();
}

Result<ImportedRequest> read(const QByteArray &json, const TrafficOptions &options = {})
{
    ImportLosses losses;
    return readTrafficLine(object(json), options, kFileMs, losses);
}

ImportedRequest readOk(const QByteArray &json, const TrafficOptions &options = {})
{
    const Result<ImportedRequest> request = read(json, options);
    if (!request)
        qFatal("%s", qPrintable(request.error().message));
    return *request;
}

/// A dollar a million tokens in, two out.
TrafficOptions priced()
{
    TrafficOptions options;
    options.pricesOf = [](const QString &, qint64) {
        PriceList list;
        list.base.input = Money::fromPicos(1'000'000);
        list.base.output = Money::fromPicos(2'000'000);
        return std::optional(list);
    };
    return options;
}

} // namespace

class TrafficLineTest : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsReadWhole();
    void formsOfALine_data();
    void formsOfALine();
    void answersAndTheirFigures();
    void aFailedRequestSaysWhy();
    void withoutUsageTokensAreEstimated();
    void momentsAreReadInAnyUnit_data();
    void momentsAreReadInAnyUnit();
    void earlierTurnsAreTheContext();
    void whatHasNoPlaceIsSaid_data();
    void whatHasNoPlaceIsSaid();
    void picturesAreKeptWhereTheirDataIs();
    void tagsAndTasks();
    void tasksAreSuggestedWhereThereIsNone();
    void parametersKeepTheirMeaning();
    void wrongLinesSayWhatIsWrong_data();
    void wrongLinesSayWhatIsWrong();
    void unknownMembersAreLosses();
    void equalLinesHaveEqualMarks();
};

void TrafficLineTest::aRequestIsReadWhole()
{
    const ImportedRequest request =
        readOk(R"({"model": "gpt-x", "messages": [{"role": "system", "content": "Be brief."},
                   {"role": "user", "content": "What is a queue?"}], "temperature": 0.2, "max_tokens": 50,
                   "usage": {"prompt_tokens": 100, "completion_tokens": 40, "total_tokens": 140},
                   "created": 1750000000})",
               priced());
    QCOMPARE(request.prompt, QStringLiteral("What is a queue?"));
    QCOMPARE(request.system, QStringLiteral("Be brief."));
    QCOMPARE(request.lane.account, QStringLiteral("import"));
    QCOMPARE(request.lane.model, QStringLiteral("gpt-x"));
    QCOMPARE(request.lane.parameters.temperature, 0.2);
    QCOMPARE(request.lane.parameters.maxTokens, 50);
    QCOMPARE(request.lane.atMs, 1'750'000'000'000);
    QCOMPARE(request.lane.completion.status, LaneStatus::Complete);
    QCOMPARE(request.lane.completion.usage.input, 100);
    QCOMPARE(request.lane.completion.usage.output, 40);
    QCOMPARE(request.lane.completion.usage.basis, UsageBasis::Reported);
    QCOMPARE(request.lane.cost.amount, Money::fromPicos(100 * 1'000'000 + 40 * 2'000'000));
    QCOMPARE(request.context.turns, 1);
    QVERIFY(request.context.whole);
    QVERIFY(request.context.earlier.isEmpty());
}

void TrafficLineTest::formsOfALine_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray body = R"({"model": "gpt-x", "messages": [{"role": "user", "content": "Hello"}]})";
    QTest::newRow("the body of a request") << body;
    QTest::newRow("a line of a batch file") << QByteArray(
        R"({"custom_id": "r-1", "method": "POST", "url": "/v1/chat/completions", "body": )" + body + "}");
    QTest::newRow("a request with its response")
        << QByteArray(R"({"request": )" + body + R"(, "response": {"choices": []}})");
    QTest::newRow("parts instead of a text")
        << QByteArray(R"({"model": "gpt-x", "messages": [{"role": "user", "content": [{"type": "text",
                        "text": "Hello"}]}]})");
}

void TrafficLineTest::formsOfALine()
{
    QFETCH(const QByteArray, line);
    QVERIFY(isTrafficLine(object(line)));
    const ImportedRequest request = readOk(line);
    QCOMPARE(request.prompt, QStringLiteral("Hello"));
    QCOMPARE(request.lane.model, QStringLiteral("gpt-x"));
}

void TrafficLineTest::answersAndTheirFigures()
{
    const ImportedRequest request = readOk(
        R"({"custom_id": "r", "body": {"model": "gpt-x", "messages": [{"role": "user", "content": "Hi"}]},
            "response": {"status_code": 200, "body": {"model": "gpt-x-2026", "created": 1750000000,
            "choices": [{"finish_reason": "length", "message": {"content": "Hello there"}}],
            "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15,
                      "prompt_tokens_details": {"cached_tokens": 4}}}}})");
    const Completion &completion = request.lane.completion;
    QCOMPARE(completion.text, QStringLiteral("Hello there"));
    QCOMPARE(completion.status, LaneStatus::Truncated);
    QCOMPARE(completion.finishReason, QStringLiteral("length"));
    QCOMPARE(completion.modelAnswered, QStringLiteral("gpt-x-2026"));
    QCOMPARE(completion.usage.cachedInput, 4);
    QCOMPARE(request.lane.atMs, 1'750'000'000'000);
}

void TrafficLineTest::aFailedRequestSaysWhy()
{
    const ImportedRequest request = readOk(
        R"({"body": {"model": "gpt-x", "messages": [{"role": "user", "content": "Hi"}]},
            "response": {"status_code": 429, "body": {"error": {"message": "Slow down", "type": "tokens",
            "code": "rate_limit_exceeded"}}}})");
    const Completion &completion = request.lane.completion;
    QCOMPARE(completion.status, LaneStatus::Failed);
    QVERIFY(completion.error);
    QCOMPARE(completion.error->kind, ErrorKind::RateLimited);
    QCOMPARE(completion.error->message, QStringLiteral("Slow down"));
    QCOMPARE(completion.error->httpStatus, 429);
    QCOMPARE(completion.usage.basis, UsageBasis::Missing);
}

void TrafficLineTest::withoutUsageTokensAreEstimated()
{
    // A quarter token a character: 8 + 4 characters in, 12 out.
    const ImportedRequest answered = readOk(
        R"({"request": {"model": "m", "messages": [{"role": "system", "content": "Four"},
            {"role": "user", "content": "Eight ch"}]},
            "response": {"choices": [{"finish_reason": "stop", "message": {"content": "Twelve chars"}}]}})",
        priced());
    QCOMPARE(answered.lane.completion.usage.basis, UsageBasis::Estimated);
    QCOMPARE(answered.lane.completion.usage.input, 3);
    QCOMPARE(answered.lane.completion.usage.output, 3);
    QCOMPARE(answered.lane.cost.amount, Money::fromPicos(9'000'000));
    QCOMPARE(answered.lane.cost.basis, CostBasis::Estimated);

    // How long the answer was is not known, and so neither is the cost.
    const ImportedRequest alone =
        readOk(R"({"model": "m", "messages": [{"role": "user", "content": "Eight ch"}]})", priced());
    QCOMPARE(alone.lane.completion.usage.input, 2);
    QCOMPARE(alone.lane.completion.usage.output, std::nullopt);
    QCOMPARE(alone.lane.cost.amount, std::nullopt);
}

void TrafficLineTest::momentsAreReadInAnyUnit_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<qint64>("atMs");
    QTest::newRow("seconds") << QByteArray(R"("created": 1750000000)") << qint64(1'750'000'000'000);
    QTest::newRow("a fraction of a second")
        << QByteArray(R"("created": 1750000000.25)") << qint64(1'750'000'000'250);
    QTest::newRow("milliseconds") << QByteArray(R"("timestamp": 1750000000123)") << qint64(1'750'000'000'123);
    QTest::newRow("ISO 8601") << QByteArray(R"("created_at": "2026-11-22T12:00:00Z")")
                              << qint64(1'795'348'800'000);
    QTest::newRow("none, as old as the file") << QByteArray(R"("store": true)") << kFileMs;
    QTest::newRow("nonsense, as old as the file") << QByteArray(R"("created": "soon")") << kFileMs;
    QTest::newRow("beyond all times, as old as the file") << QByteArray(R"("created": 1e300)") << kFileMs;
    QTest::newRow("before all times, as old as the file") << QByteArray(R"("created": -1e300)") << kFileMs;
    QTest::newRow("nanoseconds, as old as the file")
        << QByteArray(R"("timestamp": 1750000000123456789)") << kFileMs;
}

void TrafficLineTest::momentsAreReadInAnyUnit()
{
    QFETCH(const QByteArray, member);
    const ImportedRequest request =
        readOk(R"({"model": "m", "messages": [{"role": "user", "content": "Hi"}], )" + member + "}");
    QTEST(request.lane.atMs, "atMs");
}

void TrafficLineTest::earlierTurnsAreTheContext()
{
    const ImportedRequest request = readOk(
        R"({"model": "m", "messages": [{"role": "developer", "content": "Be kind."},
            {"role": "user", "content": "One"}, {"role": "assistant", "content": "First"},
            {"role": "user", "content": "Two"}]})");
    QCOMPARE(request.prompt, QStringLiteral("Two"));
    QCOMPARE(request.system, QStringLiteral("Be kind."));
    QCOMPARE(request.context.turns, 2);
    QCOMPARE(
        request.context.earlier,
        (QList<Message>{{Role::User, QStringLiteral("One")}, {Role::Assistant, QStringLiteral("First")}}));
    // 8, 3, 5 and 3 characters, each rounded up to whole tokens.
    QCOMPARE(request.context.tokens, 2 + 1 + 2 + 1);
    QVERIFY(request.context.whole);
}

void TrafficLineTest::whatHasNoPlaceIsSaid_data()
{
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QString>("loss");
    QTest::newRow("a tool's output") << QByteArray(
        R"([{"role": "user", "content": "Hi"}, {"role": "tool", "content": "42"}])")
                                     << QStringLiteral("tool");
    QTest::newRow("a call of a tool")
        << QByteArray(R"([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null,
                         "tool_calls": [{"id": "1"}]}, {"role": "user", "content": "Go on"}])")
        << QStringLiteral("tool_calls");
    QTest::newRow("a beginning of the answer")
        << QByteArray(R"([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Well"}])")
        << QStringLiteral("assistant");
    QTest::newRow("sound") << QByteArray(R"([{"role": "user", "content": [{"type": "input_audio"}]}])")
                           << QStringLiteral("input_audio");
}

void TrafficLineTest::whatHasNoPlaceIsSaid()
{
    QFETCH(const QByteArray, messages);
    ImportLosses losses;
    const Result<ImportedRequest> request =
        readTrafficLine(object(R"({"model": "m", "messages": )" + messages + "}"), {}, kFileMs, losses);
    QVERIFY(request);
    QVERIFY(!request->context.whole);
    QCOMPARE(losses.list().size(), 1);
    QTEST(losses.list().constFirst().name, "loss");
}

void TrafficLineTest::picturesAreKeptWhereTheirDataIs()
{
    // The smallest PNG there is says nothing but its signature here.
    const QByteArray data = QByteArray("\x89PNG\r\n\x1a\n").toBase64();
    const ImportedRequest request = readOk(
        R"({"model": "m", "messages": [{"role": "user", "content": [{"type": "text", "text": "Look"},
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,)"
        + data + R"("}}, {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}]}]})");
    QCOMPARE(request.images.size(), 1);
    QCOMPARE(request.images.constFirst().mimeType, QStringLiteral("image/png"));
    QCOMPARE(request.context.lostPictures, 1);
    QVERIFY(!request.context.whole);
    QCOMPARE(request.context.tokens, 1 + 2 * 800);
}

void TrafficLineTest::tagsAndTasks()
{
    const ImportedRequest request = readOk(
        R"({"model": "m", "messages": [{"role": "user", "content": "Hi"}], "user": "u-7",
            "metadata": {"tier": "gold", "retry": 2, "task": "extract", "nested": {"no": 1}}})");
    QCOMPARE(request.task, QStringLiteral("extract"));
    QCOMPARE(request.taskOrigin, TaskOrigin::Import);
    QCOMPARE(request.tags,
             (QHash<QString, QString>{{QStringLiteral("tier"), QStringLiteral("gold")},
                                      {QStringLiteral("retry"), QStringLiteral("2")},
                                      {QStringLiteral("user"), QStringLiteral("u-7")}}));
}

void TrafficLineTest::tasksAreSuggestedWhereThereIsNone()
{
    const QByteArray line =
        R"({"model": "m", "messages": [{"role": "user", "content": "Summarize the minutes of the meeting."}]})";
    const ImportedRequest suggested = readOk(line);
    QCOMPARE(suggested.task, QStringLiteral("summarize"));
    QCOMPARE(suggested.taskOrigin, TaskOrigin::Suggested);
    TrafficOptions options;
    options.suggestTasks = false;
    QCOMPARE(readOk(line, options).task, QString());
}

void TrafficLineTest::parametersKeepTheirMeaning()
{
    const ChatParameters parameters =
        readOk(
            R"({"model": "m", "messages": [{"role": "user", "content": "Hi"}], "stop": "END",
            "max_completion_tokens": 99, "reasoning_effort": "low",
            "response_format": {"type": "json_object"}, "tools": [{"type": "function"}]})")
            .lane.parameters;
    QCOMPARE(parameters.stop, QStringList{QStringLiteral("END")});
    QCOMPARE(parameters.extra.value(QStringLiteral("max_completion_tokens")).toInt(), 99);
    QCOMPARE(parameters.reasoningEffort, QStringLiteral("low"));
    QCOMPARE(parameters.responseFormat.value(QStringLiteral("type")).toString(),
             QStringLiteral("json_object"));
    QCOMPARE(parameters.tools.size(), 1);
}

void TrafficLineTest::wrongLinesSayWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("what");
    QTest::newRow("no messages") << QByteArray(R"({"model": "m"})") << QStringLiteral("messages");
    QTest::newRow("an answer alone") << QByteArray(
        R"({"custom_id": "r", "response": {"body": {"choices": []}}})")
                                     << QStringLiteral("answer");
    QTest::newRow("no model") << QByteArray(R"({"messages": [{"role": "user", "content": "Hi"}]})")
                              << QStringLiteral("model");
    QTest::newRow("nobody asks") << QByteArray(R"({"model": "m", "messages": []})") << QStringLiteral("user");
    QTest::newRow("a message that is a text")
        << QByteArray(R"({"model": "m", "messages": ["Hi"]})") << QStringLiteral("messages[0]");
    QTest::newRow("a message without a role")
        << QByteArray(R"({"model": "m", "messages": [{"role": "user", "content": "a"}, {"content": "b"}]})")
        << QStringLiteral("messages[1]");
    QTest::newRow("a content that is a number")
        << QByteArray(R"({"model": "m", "messages": [{"role": "user", "content": 7}]})")
        << QStringLiteral("content");
}

void TrafficLineTest::wrongLinesSayWhatIsWrong()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, what);
    const Result<ImportedRequest> request = read(line);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(request.error().message.contains(what), qPrintable(request.error().message));
}

void TrafficLineTest::unknownMembersAreLosses()
{
    ImportLosses losses;
    QVERIFY(readTrafficLine(
        object(
            R"({"model": "m", "messages": [{"role": "user", "content": "Hi"}], "stream": true, "logit_bias": {"5": 1}})"),
        {}, kFileMs, losses));
    QCOMPARE(losses.list().size(), 1);
    QCOMPARE(losses.list().constFirst().name, QStringLiteral("logit_bias"));
}

void TrafficLineTest::equalLinesHaveEqualMarks()
{
    QCOMPARE(trafficMark(object(R"({"a": 1, "b": [2]})")), trafficMark(object(R"({"b":[2],"a":1})")));
    QVERIFY(trafficMark(object(R"({"a": 1})")) != trafficMark(object(R"({"a": 2})")));
}

SWITCHYARD_TEST(TrafficLineTest)
#include "tst_trafficline.moc"
