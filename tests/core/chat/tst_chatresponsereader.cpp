#include "core/chat/chatresponsereader.h"
#include "tests/support/testunit.h"

#include <QTest>

using core::ChatDelta;
using core::ChatResponseReader;
using core::Completion;
using core::Dialect;
using core::Error;
using core::ErrorKind;
using core::LaneStatus;
using core::ResponseEnd;
using core::SseEvent;
using core::ToolCall;

Q_DECLARE_METATYPE(core::ResponseEnd)

namespace {

const QByteArray kText = R"({"choices":[{"index":0,"delta":{"content":"Hi"}}]})";
const QByteArray kStop = R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})";
const QByteArray kUsage =
    R"({"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2,"total_tokens":9}})";
const QByteArray kDone = "[DONE]";

ChatResponseReader readerAfter(const QList<QByteArray> &events)
{
    ChatResponseReader reader((Dialect()));
    for (const QByteArray &data : events)
        reader.feed({{}, data, {}});
    return reader;
}

Completion finished(const QList<QByteArray> &events, ResponseEnd end = ResponseEnd::Closed,
                    const std::optional<Error> &error = std::nullopt)
{
    return readerAfter(events).finish(end, error);
}

QByteArray message(const QByteArray &members)
{
    return R"({"choices":[{"index":0,"delta":{)" + members + "}}]}";
}

QString kindOf(const Completion &completion)
{
    return completion.error ? core::errorKindName(completion.error->kind) : QString();
}

} // namespace

class ChatResponseReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void judgesHowAnAnswerEnded_data();
    void judgesHowAnAnswerEnded();
    void readsTextAndReasoningByEveryName_data();
    void readsTextAndReasoningByEveryName();
    void assemblesToolCalls_data();
    void assemblesToolCalls();
    void readsAWholeAnswer();
    void judgesWholeAnswers_data();
    void judgesWholeAnswers();
    void deltasTellWhatAnEventAdded();
    void ignoresWhatComesAfterTheEndMarker();
    void keepsUsageThatFollowsAnError();
    void theLastUsageCounts();
    void remembersTheServiceTier();
    void remembersModelAndFingerprint();
    void theTransportsErrorIsKept();
    void twentyThousandChunksStayWhole();
};

void ChatResponseReaderTest::judgesHowAnAnswerEnded_data()
{
    QTest::addColumn<QList<QByteArray>>("events");
    QTest::addColumn<ResponseEnd>("end");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("text");
    using Events = QList<QByteArray>;
    const auto row = [](const char *name, const Events &events, ResponseEnd end, const char *status,
                        const char *error = "", const char *text = "Hi") {
        QTest::newRow(name) << events << end << QString::fromLatin1(status) << QString::fromLatin1(error)
                            << QString::fromLatin1(text);
    };
    const auto reason = [](const char *name) -> QByteArray {
        return QByteArray(R"({"choices":[{"delta":{},"finish_reason":")") + name + R"("}]})";
    };
    const QByteArray error = R"({"error":{"message":"boom","code":502}})";
    const QByteArray refusal = message(R"("refusal":"I can't.")");
    row("finish reason, usage and marker", {kText, kStop, kUsage, kDone}, ResponseEnd::Closed, "complete");
    row("finish reason without a marker", {kText, kStop}, ResponseEnd::Closed, "complete");
    row("a marker without a finish reason", {kText, kDone}, ResponseEnd::Closed, "complete");
    row("an empty answer that was meant", {kStop, kDone}, ResponseEnd::Closed, "complete", "", "");
    row("dropped after the marker", {kText, kDone}, ResponseEnd::Dropped, "complete");
    row("stopped after the finish reason", {kText, kStop}, ResponseEnd::Cancelled, "complete");
    row("stalled after the finish reason", {kText, kStop}, ResponseEnd::Stalled, "complete");
    row("tool calls", {kText, reason("tool_calls"), kDone}, ResponseEnd::Closed, "complete");
    row("a finish reason nobody knows", {kText, reason("eos"), kDone}, ResponseEnd::Closed, "complete");
    row("cut by the token limit", {kText, reason("length"), kDone}, ResponseEnd::Closed, "truncated");
    row("cut by the token limit, as Gemini writes it", {kText, reason("MAX_TOKENS")}, ResponseEnd::Closed,
        "truncated");
    row("filtered", {kText, reason("content_filter"), kDone}, ResponseEnd::Closed, "refused",
        "content_filter");
    row("refused in words", {refusal, kStop, kDone}, ResponseEnd::Closed, "refused", "", "");
    row("closed without an end", {kText}, ResponseEnd::Closed, "interrupted", "protocol");
    row("closed without anything", {}, ResponseEnd::Closed, "failed", "protocol", "");
    row("a marker and nothing else", {kDone}, ResponseEnd::Closed, "failed", "protocol", "");
    row("dropped midway", {kText}, ResponseEnd::Dropped, "interrupted", "network");
    row("dropped at once", {}, ResponseEnd::Dropped, "failed", "network", "");
    row("stalled midway", {kText}, ResponseEnd::Stalled, "interrupted", "timeout");
    row("stalled before any text", {message(R"("role":"assistant","content":"")")}, ResponseEnd::Stalled,
        "failed", "timeout", "");
    row("out of time midway", {kText}, ResponseEnd::TimedOut, "interrupted", "timeout");
    row("out of time at once", {}, ResponseEnd::TimedOut, "failed", "timeout", "");
    row("stopped midway", {kText}, ResponseEnd::Cancelled, "cancelled");
    row("stopped at once", {}, ResponseEnd::Cancelled, "cancelled", "", "");
    row("an error at once", {error, kDone}, ResponseEnd::Closed, "failed", "server", "");
    row("an error midway", {kText, error, kDone}, ResponseEnd::Closed, "interrupted", "server");
    row("an error as text", {kText, R"({"error":"out of memory"})"}, ResponseEnd::Closed, "interrupted",
        "server");
    row("an error in an array", {R"([{"error":{"code":429,"message":"slow"}}])"}, ResponseEnd::Closed,
        "failed", "rate_limited", "");
    row("an error within the choice",
        {kText,
         R"({"choices":[{"delta":{},"finish_reason":"error","error":{"code":429,"message":"slow"}}]})"},
        ResponseEnd::Closed, "interrupted", "rate_limited");
    row("an error finish without words", {kText, reason("error"), kDone}, ResponseEnd::Closed, "interrupted",
        "server");
    row("no error after all", {R"({"error":null,"choices":[{"delta":{"content":"Hi"}}]})", kStop},
        ResponseEnd::Closed, "complete");
    row("an event that is not JSON", {kText, "{\"choices\":[{\"del"}, ResponseEnd::Closed, "interrupted",
        "protocol");
    row("an unreadable event, then more", {kText, "oops", kText, kStop, kDone}, ResponseEnd::Closed,
        "interrupted", "protocol");
    row("only an unreadable event", {"oops"}, ResponseEnd::Closed, "failed", "protocol", "");
    row("choices of other indexes do not count",
        {kText, R"({"choices":[{"index":1,"delta":{"content":"no"},"finish_reason":"length"}]})", kStop},
        ResponseEnd::Closed, "complete");
    row("odd but harmless objects", {"{}", R"({"choices":null})", R"({"choices":[null,7]})", kText, kStop},
        ResponseEnd::Closed, "complete");
}

void ChatResponseReaderTest::judgesHowAnAnswerEnded()
{
    QFETCH(QList<QByteArray>, events);
    QFETCH(ResponseEnd, end);
    const Completion completion = finished(events, end);
    QTEST(core::laneStatusName(completion.status), "status");
    QTEST(kindOf(completion), "error");
    QTEST(completion.text, "text");
}

void ChatResponseReaderTest::readsTextAndReasoningByEveryName_data()
{
    QTest::addColumn<QList<QByteArray>>("deltas");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reasoning");
    const auto row = [](const char *name, const QList<QByteArray> &deltas, const char *text,
                        const char *reasoning) {
        QTest::newRow(name) << deltas << QString::fromUtf8(text) << QString::fromUtf8(reasoning);
    };
    row("plain text", {R"("content":"a")", R"("content":"b")"}, "ab", "");
    row("null content", {R"("content":null)", R"("content":"b")"}, "b", "");
    row("reasoning_content", {R"("reasoning_content":"hm","content":null)", R"("content":"b")"}, "b", "hm");
    row("reasoning", {R"("reasoning":"hm")"}, "", "hm");
    row("reasoning_text", {R"("reasoning_text":"hm")"}, "", "hm");
    row("the same reasoning under two names counts once",
        {R"("reasoning":"hm","reasoning_details":[{"type":"reasoning.text","text":"hm"}])"}, "", "hm");
    row("reasoning_details", {R"("reasoning_details":[{"type":"reasoning.text","text":"h"},
                                {"type":"reasoning.summary","summary":"m"},{"type":"reasoning.encrypted","data":"x"}])"},
        "", "hm");
    row("typed parts", {R"("content":[{"type":"text","text":"a"},{"type":"thinking","thinking":"hm"},
                           {"type":"output_text","text":"b"},"c"])"},
        "abc", "hm");
    row("Mistral's nested thinking",
        {R"("content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}])"}, "", "hm");
    row("a reasoning part", {R"("content":[{"type":"reasoning","text":"hm"}])"}, "", "hm");
    row("think tags across deltas",
        {R"("content":"<thi")", R"("content":"nk>h")", R"("content":"m</t")", R"("content":"hink>\n\nb")"},
        "b", "hm");
    row("the beginning of a tag that never came", {R"("content":"<thi")"}, "<thi", "");
    row("a character cut in two escapes", {R"("content":"\ud83d")", R"("content":"\ude82")"},
        "\xF0\x9F\x9A\x82", "");
}

void ChatResponseReaderTest::readsTextAndReasoningByEveryName()
{
    QFETCH(QList<QByteArray>, deltas);
    ChatResponseReader reader((Dialect()));
    for (const QByteArray &delta : deltas)
        reader.feed({{}, message(delta), {}});
    const Completion completion = reader.finish(ResponseEnd::Closed, {});
    QTEST(completion.text, "text");
    QTEST(completion.reasoning, "reasoning");
}

void ChatResponseReaderTest::assemblesToolCalls_data()
{
    QTest::addColumn<QList<QByteArray>>("deltas");
    QTest::addColumn<QStringList>("calls");
    using Deltas = QList<QByteArray>;
    QTest::newRow("arguments in pieces, by index")
        << Deltas{R"("tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}])",
                  R"("tool_calls":[{"index":1,"id":"b","function":{"name":"g","arguments":"{}"}}])",
                  R"("tool_calls":[{"index":0,"function":{"arguments":"{\"x\""}}])",
                  R"("tool_calls":[{"index":0,"function":{"arguments":":1}"}}])"}
        << QStringList{QStringLiteral("a f {\"x\":1}"), QStringLiteral("b g {}")};
    QTest::newRow("every call with index 0, whole")
        << Deltas{R"("tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}])",
                  R"("tool_calls":[{"index":0,"id":"b","function":{"name":"f","arguments":"[]"}}])"}
        << QStringList{QStringLiteral("a f {}"), QStringLiteral("b f []")};
    QTest::newRow("id and name repeated in every piece")
        << Deltas{R"("tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{"}}])",
                  R"("tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"}"}}])"}
        << QStringList{QStringLiteral("a f {}")};
    QTest::newRow("without indexes, several in one delta")
        << Deltas{R"("tool_calls":[{"id":"a","function":{"name":"f","arguments":{"x":1}}},
                                    {"id":"b","function":{"name":"g"}}])"}
        << QStringList{QStringLiteral("a f {\"x\":1}"), QStringLiteral("b g ")};
    QTest::newRow("an absurd index costs nothing")
        << Deltas{R"("tool_calls":[{"index":9000000000,"id":"a","function":{"name":"f","arguments":"{}"}}])"}
        << QStringList{QStringLiteral("a f {}")};
    QTest::newRow("the old function call")
        << Deltas{R"("function_call":{"name":"f","arguments":"{"})", R"("function_call":{"arguments":"}"})"}
        << QStringList{QStringLiteral(" f {}")};
}

void ChatResponseReaderTest::assemblesToolCalls()
{
    QFETCH(QList<QByteArray>, deltas);
    QList<QByteArray> events;
    for (const QByteArray &delta : deltas)
        events.append(message(delta));
    QVERIFY(ChatResponseReader((Dialect())).feed({{}, events.first(), {}}).toolCall);
    QStringList calls;
    for (const ToolCall &call : finished(events).toolCalls)
        calls.append(QStringList{call.id, call.name, call.arguments}.join(QLatin1Char(' ')));
    QTEST(calls, "calls");
}

void ChatResponseReaderTest::readsAWholeAnswer()
{
    ChatResponseReader reader((Dialect()));
    const ChatDelta delta = reader.feedDocument(
        R"({"id":"x","model":"gpt-4o-2024-08-06","system_fingerprint":"fp","choices":[{"index":0,
            "message":{"role":"assistant","content":"<think>hm</think>Hi","refusal":null,
            "tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}]},
            "finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":2,"total_tokens":9}})");
    QCOMPARE(delta, (ChatDelta{QStringLiteral("Hi"), QStringLiteral("hm"), true, true}));
    QVERIFY(reader.ended());
    const Completion completion = reader.finish(ResponseEnd::Closed, {});
    QCOMPARE(completion.status, LaneStatus::Complete);
    QCOMPARE(completion.text, QStringLiteral("Hi"));
    QCOMPARE(completion.modelAnswered, QStringLiteral("gpt-4o-2024-08-06"));
    QCOMPARE(completion.toolCalls.size(), 1);
    QCOMPARE(completion.usage.input, std::optional<qint64>(7));
}

void ChatResponseReaderTest::judgesWholeAnswers_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *document, const char *status, const char *message) {
        QTest::newRow(name) << QByteArray(document) << QString::fromLatin1(status)
                            << QString::fromLatin1(message);
    };
    row("cut by the limit", R"({"choices":[{"message":{"content":"a"},"finish_reason":"length"}]})",
        "truncated", "");
    row("without a finish reason", R"({"choices":[{"message":{"content":"a"}}]})", "complete", "");
    row("no choices at all", R"({"choices":[]})", "failed", "The stream ended without an answer.");
    row("an error with status 200", R"({"error":{"message":"boom"}})", "failed", "boom");
    row("a flat error", R"({"object":"error","message":"boom"})", "failed", "boom");
    row("FastAPI's detail", R"({"detail":"boom"})", "failed", "boom");
    row("a page", "<html></html>", "failed", "The answer is not a chat completion.");
    row("nothing", "", "failed", "The answer is not a chat completion.");
    row("something else", R"({"hello":1})", "failed", "The answer is not a chat completion.");
}

void ChatResponseReaderTest::judgesWholeAnswers()
{
    QFETCH(QByteArray, document);
    ChatResponseReader reader((Dialect()));
    reader.feedDocument(document);
    const Completion completion = reader.finish(ResponseEnd::Closed, {});
    QTEST(core::laneStatusName(completion.status), "status");
    QTEST(completion.error ? completion.error->message : QString(), "message");
}

void ChatResponseReaderTest::deltasTellWhatAnEventAdded()
{
    ChatResponseReader reader((Dialect()));
    QCOMPARE(reader.feed({{}, message(R"("role":"assistant")"), {}}), ChatDelta{});
    QCOMPARE(reader.feed({{}, message(R"("reasoning":"hm")"), {}}), (ChatDelta{{}, QStringLiteral("hm")}));
    QCOMPARE(reader.feed({{}, kText, {}}), (ChatDelta{QStringLiteral("Hi")}));
    QCOMPARE(reader.partial().text, QStringLiteral("Hi"));
    QVERIFY(!reader.ended());
    QCOMPARE(reader.feed({{}, kDone, {}}), (ChatDelta{{}, {}, false, true}));
    QVERIFY(reader.ended());
    QVERIFY(!reader.failed());
}

void ChatResponseReaderTest::ignoresWhatComesAfterTheEndMarker()
{
    const Completion completion = finished({kText, kStop, kDone, kText, "oops", R"({"error":"late"})"});
    QCOMPARE(completion.status, LaneStatus::Complete);
    QCOMPARE(completion.text, QStringLiteral("Hi"));
}

void ChatResponseReaderTest::keepsUsageThatFollowsAnError()
{
    ChatResponseReader reader((Dialect()));
    reader.feed({{}, kText, {}});
    reader.feed({"error", R"({"message":"boom","code":"server_error"})", {}});
    QVERIFY(reader.failed());
    QCOMPARE(reader.feed({{}, kText, {}}), ChatDelta{});
    reader.feed({{}, kUsage, {}});
    const Completion completion = reader.finish(ResponseEnd::Closed, {});
    QCOMPARE(completion.status, LaneStatus::Interrupted);
    QCOMPARE(completion.error->message, QStringLiteral("boom"));
    QCOMPARE(completion.text, QStringLiteral("Hi"));
    QCOMPARE(completion.usage.input, std::optional<qint64>(7));
}

void ChatResponseReaderTest::theLastUsageCounts()
{
    const auto chunk = [](int output) -> QByteArray {
        return QByteArray(
                   R"({"choices":[{"delta":{"content":"x"}}],"usage":{"prompt_tokens":5,"completion_tokens":)")
            + QByteArray::number(output) + "}}";
    };
    const Completion every = finished({chunk(1), chunk(2), chunk(3), R"({"usage":null,"choices":[]})",
                                       R"({"usage":{},"choices":[]})", kStop, kDone});
    QCOMPARE(every.usage.output, std::optional<qint64>(3));
    QCOMPARE(every.usage.input, std::optional<qint64>(5));
    QCOMPARE(every.usage.basis, core::UsageBasis::Reported);

    const Completion none = finished({kText, kStop, kDone});
    QCOMPARE(none.usage, core::Usage{});
    QCOMPARE(none.usage.basis, core::UsageBasis::Missing);
}

void ChatResponseReaderTest::remembersTheServiceTier()
{
    // OpenAI says it beside the usage, on every chunk or on the first only.
    const QByteArray first = R"({"service_tier":"flex","choices":[{"index":0,"delta":{"content":"Hi"}}]})";
    QCOMPARE(finished({first, kStop, kUsage, kDone}).usage.serviceTier, QStringLiteral("flex"));
    QCOMPARE(finished({kText, kStop, kUsage, kDone}).usage.serviceTier, QString());
    const QByteArray own = R"({"service_tier":"default","choices":[],
        "usage":{"prompt_tokens":7,"completion_tokens":2,"service_tier":"priority"}})";
    QCOMPARE(finished({kText, kStop, own, kDone}).usage.serviceTier, QStringLiteral("priority"));
}

void ChatResponseReaderTest::remembersModelAndFingerprint()
{
    const Completion completion =
        finished({R"({"model":"m-1","system_fingerprint":"fp_1","choices":[]})",
                  R"({"model":"","system_fingerprint":null,"choices":[]})", kText, kStop});
    QCOMPARE(completion.modelAnswered, QStringLiteral("m-1"));
    QCOMPARE(completion.systemFingerprint, QStringLiteral("fp_1"));
    QCOMPARE(completion.finishReason, QStringLiteral("stop"));
}

void ChatResponseReaderTest::theTransportsErrorIsKept()
{
    const Error refused{ErrorKind::Network, QStringLiteral("Connection refused")};
    QCOMPARE(finished({}, ResponseEnd::Dropped, refused).error, std::optional(refused));
    QCOMPARE(finished({kText}, ResponseEnd::Dropped, refused).error, std::optional(refused));
    QCOMPARE(finished({kText, kDone}, ResponseEnd::Dropped, refused).error, std::nullopt);
}

void ChatResponseReaderTest::twentyThousandChunksStayWhole()
{
    constexpr int kChunks = 20'000;
    ChatResponseReader reader((Dialect()));
    for (int i = 0; i < kChunks; ++i)
        reader.feed({{}, message(R"("content":"word ")"), {}});
    QCOMPARE(reader.partial().text, QStringLiteral("word ").repeated(kChunks));
}

SWITCHYARD_TEST(ChatResponseReaderTest)
#include "tst_chatresponsereader.moc"
