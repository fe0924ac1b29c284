#include "core/chat/chatrequestencoder.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QTest>

using core::ChatRequest;
using core::Dialect;
using core::Message;
using core::Role;

namespace {

QJsonObject encode(const ChatRequest &request, const Dialect &dialect = {})
{
    return QJsonDocument::fromJson(core::encodeChatRequest(request, dialect)).object();
}

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

ChatRequest question()
{
    ChatRequest request;
    request.model = QStringLiteral("gpt-4o");
    request.messages = {{Role::User, QStringLiteral("Hi")}};
    return request;
}

} // namespace

class ChatRequestEncoderTest : public QObject
{
    Q_OBJECT

private slots:
    void sendsNothingThatWasNotAskedFor();
    void sendsEveryParameterThatIsSet();
    void sendsTurnsInOrderWithTheirRoles();
    void sendsPicturesAsDataUrls();
    void followsTheDialect();
    void extraMembersWin();
    void anExtraNullTakesAMemberAway();
    void dropsStreamOptionsWhereExtraTurnsStreamingOff();
    void keepsTextExactly();
};

void ChatRequestEncoderTest::sendsNothingThatWasNotAskedFor()
{
    QCOMPARE(encode(question()), json(R"({"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}],
                                          "stream":true,"stream_options":{"include_usage":true}})"));
}

void ChatRequestEncoderTest::sendsEveryParameterThatIsSet()
{
    ChatRequest request = question();
    request.parameters.temperature = 0.2;
    request.parameters.topP = 0.0;
    request.parameters.maxTokens = 100;
    request.parameters.frequencyPenalty = -0.5;
    request.parameters.presencePenalty = 0.5;
    request.parameters.seed = 9007199254740993;
    request.parameters.reasoningEffort = QStringLiteral("low");
    request.parameters.stop = {QStringLiteral("END")};
    request.parameters.responseFormat = json(R"({"type":"json_object"})");
    request.parameters.tools = QJsonArray{json(R"({"type":"function"})")};
    const QByteArray body = core::encodeChatRequest(request, {});
    QVERIFY(body.contains("\"temperature\":0.2,"));
    QVERIFY(body.contains("\"seed\":9007199254740993,"));
    const QJsonObject expected = json(
        R"({"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}],"stream":true,
            "stream_options":{"include_usage":true},"temperature":0.2,"top_p":0,"max_tokens":100,
            "frequency_penalty":-0.5,"presence_penalty":0.5,"seed":9007199254740993,"reasoning_effort":"low",
            "stop":["END"],"response_format":{"type":"json_object"},"tools":[{"type":"function"}]})");
    QCOMPARE(encode(request), expected);
}

void ChatRequestEncoderTest::sendsTurnsInOrderWithTheirRoles()
{
    ChatRequest request = question();
    request.messages = {{Role::System, QStringLiteral("Be brief.")},
                        {Role::User, QStringLiteral("1+1?")},
                        {Role::Assistant, QStringLiteral("2")},
                        {Role::User, QStringLiteral("Sure?")}};
    QCOMPARE(encode(request).value(QLatin1StringView("messages")).toArray(),
             json(R"({"m":[{"role":"system","content":"Be brief."},{"role":"user","content":"1+1?"},
                      {"role":"assistant","content":"2"},{"role":"user","content":"Sure?"}]})")
                 .value(QLatin1StringView("m"))
                 .toArray());
}

void ChatRequestEncoderTest::sendsPicturesAsDataUrls()
{
    ChatRequest request = question();
    request.messages.first().images = {{QByteArray("\x89PNG", 4), QStringLiteral("image/png")}};
    const QJsonObject image =
        json(R"({"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw=="}})");
    const auto content = [](const ChatRequest &asked) {
        return encode(asked).value(QLatin1StringView("messages"))[0][QLatin1StringView("content")].toArray();
    };
    QCOMPARE(content(request), (QJsonArray{json(R"({"type":"text","text":"Hi"})"), image}));
    request.messages.first().text.clear();
    QCOMPARE(content(request), QJsonArray{image});
}

void ChatRequestEncoderTest::followsTheDialect()
{
    ChatRequest request = question();
    request.parameters.maxTokens = 5;
    Dialect dialect;
    dialect.maxTokensField = QStringLiteral("max_completion_tokens");
    dialect.includeUsage = false;
    QCOMPARE(encode(request, dialect), json(R"({"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}],
                                                "stream":true,"max_completion_tokens":5})"));
    dialect.includeUsage = true;
    dialect.streaming = false;
    QCOMPARE(encode(request, dialect), json(R"({"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}],
                                                "max_completion_tokens":5})"));
}

void ChatRequestEncoderTest::anExtraNullTakesAMemberAway()
{
    ChatRequest request;
    request.model = QStringLiteral("m");
    request.parameters.seed = 3;
    request.parameters.extra = json(R"({"seed":null,"stream_options":null,"top_k":2})");
    Dialect dialect;
    dialect.includeUsage = true;
    const QJsonObject body = json(encodeChatRequest(request, dialect).constData());
    QCOMPARE(body, json(R"({"model":"m","messages":[],"stream":true,"top_k":2})"));
}

void ChatRequestEncoderTest::extraMembersWin()
{
    ChatRequest request = question();
    request.parameters.temperature = 1.0;
    request.parameters.extra = json(R"({"temperature":0.1,"thinking":{"type":"enabled"}})");
    const QJsonObject body = encode(request);
    QCOMPARE(body.value(QLatin1StringView("temperature")).toDouble(), 0.1);
    QCOMPARE(body.value(QLatin1StringView("thinking")).toObject(), json(R"({"type":"enabled"})"));
}

void ChatRequestEncoderTest::dropsStreamOptionsWhereExtraTurnsStreamingOff()
{
    ChatRequest request = question();
    request.parameters.extra = json(R"({"stream":false})");
    QCOMPARE(encode(request),
             json(R"({"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}],"stream":false})"));
}

void ChatRequestEncoderTest::keepsTextExactly()
{
    ChatRequest request = question();
    const QString text = QString::fromUtf8("\"\\\n\t\xE4\xBD\xA0\xF0\x9F\x9A\x82 </script>");
    request.messages.first().text = text;
    QCOMPARE(encode(request).value(QLatin1StringView("messages"))[0][QLatin1StringView("content")].toString(),
             text);
}

SWITCHYARD_TEST(ChatRequestEncoderTest)
#include "tst_chatrequestencoder.moc"
