#include "core/simulator/answerwriter.h"

#include "core/simulator/genericanswer.h"
#include "core/simulator/imagefacts.h"
#include "core/simulator/samples.h"
#include "core/simulator/schemasample.h"
#include "core/simulator/tokens.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace core;

namespace {

QByteArray bodyOf(const QString &prompt, QJsonObject more = {})
{
    more.insert(QStringLiteral("model"), QStringLiteral("swift"));
    if (!more.contains(QStringLiteral("messages"))) {
        more.insert(QStringLiteral("messages"),
                    QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                           {QStringLiteral("content"), prompt}}});
    }
    return QJsonDocument(more).toJson();
}

SimulatedAsk askFor(const QString &prompt, const QJsonObject &more = {})
{
    return readAsk(bodyOf(prompt, more)).valueOr({});
}

Personality personalityOf(const char *id)
{
    return simulatorPersonality(QString::fromLatin1(id)).value_or(Personality());
}

QString textOf(const char *id, const SimulatedAsk &ask)
{
    return writeAnswer(personalityOf(id), ask, std::nullopt).text.join(QString());
}

QJsonObject fromJson(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class AnswerWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void tokensJoinToTheTextAgain_data();
    void tokensJoinToTheTextAgain();
    void everySampleHasDifferingAnswers();
    void samplesAreFoundInAnySpelling();
    void refusesASampleWithoutItsParts();
    void genericAnswersNameTheTopicAndDiffer();
    void theSizeOfThePromptIsTold_data();
    void theSizeOfThePromptIsTold();
    void theSameAskGetsTheSameAnswer();
    void acknowledgesTheSystemPromptAndTheTurn();
    void limitsTokensOfTheReasoningFirst();
    void stopsAtAStopSequence();
    void answersInJsonWhereAskedTo();
    void fitsASchema_data();
    void fitsASchema();
    void callsTheFunctionItIsToldTo();
    void judgesByTheLongestAnswer_data();
    void judgesByTheLongestAnswer();
    void describesPictures();
    void readsImageHeaders_data();
    void readsImageHeaders();
    void refusesWrongRequests_data();
    void refusesWrongRequests();
    void cutsTopicsShort_data();
    void cutsTopicsShort();
};

void AnswerWriterTest::tokensJoinToTheTextAgain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tokens");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("short words take a blank along") << QStringLiteral("one two.") << 3;
    QTest::newRow("long words fall apart") << QStringLiteral("characteristically") << 3;
    QTest::newRow("one of each Chinese character") << QStringLiteral("模型网关") << 4;
    QTest::newRow("an emoji is not split") << QStringLiteral("a 🚂!") << 4;
    QTest::newRow("equal blanks together") << QStringLiteral("\n\n    x\t") << 4;
}

void AnswerWriterTest::tokensJoinToTheTextAgain()
{
    QFETCH(QString, text);
    QFETCH(int, tokens);
    QCOMPARE(splitTokens(text).join(QString()), text);
    QCOMPARE(splitTokens(text).size(), tokens);
    QCOMPARE(countTokens(text), tokens);
}

void AnswerWriterTest::everySampleHasDifferingAnswers()
{
    QVERIFY(simulatorSamples().size() >= 8);
    for (const Sample &sample : simulatorSamples()) {
        QSet<QString> answers;
        const SimulatedAsk ask = askFor(sample.prompt);
        for (const char *id : {"swift", "thrifty", "scholar", "thinker", "flaky"})
            answers.insert(textOf(id, ask));
        QVERIFY2(answers.size() == 5, qUtf8Printable(sample.id));
        QVERIFY2(textOf("thrifty", ask).size() <= textOf("scholar", ask).size(), qUtf8Printable(sample.id));
        const SimulatedAnswer thought = writeAnswer(personalityOf("thinker"), ask, std::nullopt);
        QCOMPARE(thought.reasoning.join(QString()),
                 sample.answers.value(QStringLiteral("thinker.reasoning")));
        QVERIFY2(thought.reasoning.size() > 20, qUtf8Printable(sample.id));
    }
}

void AnswerWriterTest::samplesAreFoundInAnySpelling()
{
    const std::optional<Sample> found =
        sampleFor(QStringLiteral("  write a HAIKU about a\nrailway switchyard, at night"));
    QVERIFY(found.has_value());
    QCOMPARE(found->id, QStringLiteral("haiku"));
    QCOMPARE(found->task, QStringLiteral("background"));
    QVERIFY(!sampleFor(QStringLiteral("Write a haiku about a harbour")).has_value());
}

void AnswerWriterTest::refusesASampleWithoutItsParts()
{
    const QString whole = QStringLiteral("title: T\ntask: x\n=== prompt\nP\n=== swift\nline\n\nline\n");
    const std::optional<Sample> sample = readSample(QStringLiteral("id"), whole);
    QVERIFY(sample.has_value());
    QCOMPARE(sample->answers.value(QStringLiteral("swift")), QStringLiteral("line\n\nline"));
    for (const char *part : {"title: T\n", "=== prompt\nP\n", "=== swift\n"})
        QVERIFY(!readSample(QStringLiteral("id"), QString(whole).remove(QLatin1String(part))).has_value());
}

void AnswerWriterTest::genericAnswersNameTheTopicAndDiffer()
{
    const SimulatedAsk ask =
        askFor(QStringLiteral("How do lighthouses keep their lenses turning? Be precise."));
    QSet<QString> answers;
    for (const char *id : {"swift", "thrifty", "scholar", "thinker", "flaky", "vision"}) {
        const QString text = textOf(id, ask);
        QVERIFY2(text.contains(QStringLiteral("lighthouses keep their lenses")), id);
        QVERIFY2(text.contains(QStringLiteral("simulated"), Qt::CaseInsensitive), id);
        answers.insert(text);
    }
    QCOMPARE(answers.size(), 6);
    QVERIFY(textOf("scholar", ask).contains(QStringLiteral("```python")));
    QVERIFY(textOf("scholar", ask).contains(QStringLiteral("|---|")));
}

void AnswerWriterTest::theSizeOfThePromptIsTold_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("size");
    QTest::newRow("one of each") << QStringLiteral("Hi") << QStringLiteral("has 1 word and comes to 1 token");
    QTest::newRow("one word") << QStringLiteral("Characteristically")
                              << QStringLiteral("has 1 word and comes to 3 tokens");
    QTest::newRow("several") << QStringLiteral("one two.")
                             << QStringLiteral("has 2 words and comes to 3 tokens");
}

void AnswerWriterTest::theSizeOfThePromptIsTold()
{
    QFETCH(QString, prompt);
    QFETCH(QString, size);
    for (const char *id : {"swift", "scholar"}) {
        const QString text = textOf(id, askFor(prompt));
        QVERIFY2(text.contains(size), qPrintable(text));
    }
}

void AnswerWriterTest::theSameAskGetsTheSameAnswer()
{
    const QString prompt = QStringLiteral("Any prompt at all");
    QCOMPARE(textOf("swift", askFor(prompt)), textOf("swift", askFor(prompt)));
    QCOMPARE(askFor(prompt).hash(), askFor(prompt).hash());
    QVERIFY(askFor(prompt).hash() != askFor(QStringLiteral("Another prompt")).hash());
}

void AnswerWriterTest::acknowledgesTheSystemPromptAndTheTurn()
{
    const QJsonObject messages = fromJson(R"({"messages": [
        {"role": "system", "content": "Answer like a pirate."},
        {"role": "user", "content": [{"type": "text", "text": "First"}]},
        {"role": "assistant", "content": "Aye"},
        {"role": "user", "content": "Second question"}]})");
    const SimulatedAsk ask = askFor({}, messages);
    QCOMPARE(ask.prompt, QStringLiteral("Second question"));
    QCOMPARE(ask.turns, 2);
    const QString text = textOf("swift", ask);
    QVERIFY(text.contains(QStringLiteral("Answer like a pirate")));
    QVERIFY(text.contains(QStringLiteral("turn 2")));
}

void AnswerWriterTest::limitsTokensOfTheReasoningFirst()
{
    const QString prompt = QStringLiteral("Something to think about");
    const SimulatedAnswer whole = writeAnswer(personalityOf("thinker"), askFor(prompt), std::nullopt);
    QCOMPARE(whole.finishReason, QStringLiteral("stop"));
    for (const qint64 limit :
         {qint64(5), qint64(whole.reasoning.size()), qint64(whole.reasoning.size() + 3)}) {
        const SimulatedAnswer cut =
            writeAnswer(personalityOf("thinker"),
                        askFor(prompt, {{QStringLiteral("max_completion_tokens"), limit}}), std::nullopt);
        QCOMPARE(cut.outputTokens(), limit);
        QCOMPARE(cut.reasoning.size(), std::min<qint64>(limit, whole.reasoning.size()));
        QCOMPARE(cut.finishReason, QStringLiteral("length"));
    }
    const SimulatedAnswer exact =
        writeAnswer(personalityOf("thinker"),
                    askFor(prompt, {{QStringLiteral("max_tokens"), whole.outputTokens()}}), std::nullopt);
    QCOMPARE(exact.finishReason, QStringLiteral("stop"));
}

void AnswerWriterTest::stopsAtAStopSequence()
{
    const SimulatedAsk ask = askFor(QStringLiteral("Write a haiku about a railway switchyard at night."),
                                    {{QStringLiteral("stop"), QJsonArray{QStringLiteral("\n")}}});
    QCOMPARE(textOf("swift", ask), QStringLiteral("Signals bloom in red,"));
}

void AnswerWriterTest::answersInJsonWhereAskedTo()
{
    const QJsonObject format = fromJson(R"({"response_format": {"type": "json_object"}})");
    for (const char *id : {"swift", "scholar", "thinker"}) {
        const QJsonObject generic =
            QJsonDocument::fromJson(textOf(id, askFor(QStringLiteral("Name a colour"), format)).toUtf8())
                .object();
        QCOMPARE(generic.value(QLatin1String("topic")).toString(), QStringLiteral("Name a colour"));
        const QString mail = simulatorSamples().at(2).prompt;
        const QJsonObject order = QJsonDocument::fromJson(textOf(id, askFor(mail, format)).toUtf8()).object();
        QCOMPARE(order.value(QLatin1String("items")).toArray().size(), 2);
    }
}

void AnswerWriterTest::fitsASchema_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("types") << QByteArray(R"({"type": "object", "properties": {"a": {"type": "string"},
        "b": {"type": "integer", "minimum": 3}, "c": {"type": "boolean"}, "d": {"type": ["null", "string"]}}})")
                           << QByteArray(R"({"a":"simulated a","b":3,"c":true,"d":null})");
    QTest::newRow("enum and const") << QByteArray(
        R"({"properties": {"a": {"enum": ["x", "y"]}, "b": {"const": 7}}})")
                                    << QByteArray(R"({"a":"x","b":7})");
    QTest::newRow("a list with a least length") << QByteArray(
        R"({"properties": {"a": {"type": "array", "minItems": 2, "items": {"type": "number"}}}})")
                                                << QByteArray(R"({"a":[1,1]})");
    QTest::newRow("a reference") << QByteArray(R"({"$defs": {"day": {"type": "string", "format": "date"}},
                          "properties": {"a": {"$ref": "#/$defs/day"}}})")
                                 << QByteArray(R"({"a":"2026-01-15"})");
    QTest::newRow("the first of a choice")
        << QByteArray(R"({"properties": {"a": {"anyOf": [{"type": "null"}]}}})")
        << QByteArray(R"({"a":null})");
    QTest::newRow("a length") << QByteArray(R"({"properties": {"a": {"type": "string", "maxLength": 3}}})")
                              << QByteArray(R"({"a":"sim"})");
}

void AnswerWriterTest::fitsASchema()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    const QJsonObject format{
        {QStringLiteral("response_format"),
         QJsonObject{{QStringLiteral("type"), QStringLiteral("json_schema")},
                     {QStringLiteral("json_schema"),
                      QJsonObject{{QStringLiteral("schema"), QJsonDocument::fromJson(schema).object()}}}}}};
    QCOMPARE(textOf("swift", askFor(QStringLiteral("x"), format)).toUtf8(), value);
    // A schema that contains itself ends too.
    const QJsonObject endless =
        fromJson(R"({"properties": {"next": {"$ref": "#"}, "last": {"$ref": "#/no"}}})");
    QVERIFY(sampleForSchema(endless, {}).isObject());
}

void AnswerWriterTest::callsTheFunctionItIsToldTo()
{
    QJsonObject tools = fromJson(R"({"tools": [
        {"type": "function", "function": {"name": "weather", "parameters": {"type": "object",
            "properties": {"city": {"type": "string"}}}}},
        {"type": "function", "function": {"name": "time"}}]})");
    const Personality swift = personalityOf("swift");
    QVERIFY(writeAnswer(swift, askFor(QStringLiteral("x"), tools), std::nullopt).toolCalls.isEmpty());
    tools.insert(QStringLiteral("tool_choice"), QStringLiteral("required"));
    const SimulatedAnswer required = writeAnswer(swift, askFor(QStringLiteral("x"), tools), std::nullopt);
    QCOMPARE(required.finishReason, QStringLiteral("tool_calls"));
    const QJsonValue function = required.toolCalls.at(0)[QLatin1String("function")];
    QCOMPARE(function[QLatin1String("name")].toString(), QStringLiteral("weather"));
    QCOMPARE(function[QLatin1String("arguments")].toString(), QStringLiteral(R"({"city":"simulated city"})"));
    QVERIFY(required.outputTokens() > 0);
    tools.insert(QStringLiteral("tool_choice"),
                 fromJson(R"({"type": "function", "function": {"name": "time"}})"));
    const SimulatedAnswer named = writeAnswer(swift, askFor(QStringLiteral("x"), tools), std::nullopt);
    QCOMPARE(named.toolCalls.at(0)[QLatin1String("function")][QLatin1String("name")].toString(),
             QStringLiteral("time"));
}

void AnswerWriterTest::judgesByTheLongestAnswer_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *prompt, const char *said) {
        QTest::newRow(name) << QString::fromUtf8(prompt) << QString::fromUtf8(said);
    };
    row("the longest", "<answer id=\"A\">\nYes.\n</answer><answer id=\"B\">\nYes, it is.\n</answer>",
        "\"best\": \"B\"");
    row("equally long", "<answer id=\"A\">one</answer> <answer id=\"B\">two</answer>", "\"best\": \"tie\"");
    row("blank ones", "<answer id=\"A\"> </answer> <answer id=\"B\"></answer>", "\"best\": \"all_bad\"");
    row("a rubric that is met", "<rubric>Says \"yes\".</rubric><answer>Yes.</answer>",
        "\"verdict\": \"pass\"");
    row("a rubric that is not", "<rubric>Says \"no\".</rubric><answer>Yes.</answer>",
        "\"verdict\": \"fail\"");
    row("nothing to judge", "What is the best river?", "I am a simulated judge.");
}

void AnswerWriterTest::judgesByTheLongestAnswer()
{
    QFETCH(QString, prompt);
    QFETCH(QString, said);
    const QString answer = textOf("judge", askFor(prompt));
    QVERIFY2(answer.contains(said), qPrintable(answer));
}

void AnswerWriterTest::describesPictures()
{
    const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0", 24);
    const QString url = QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64());
    SimulatedAsk ask = askFor(QStringLiteral("What do you see?"));
    ask.images = {url, QStringLiteral("https://example.com/a.png"),
                  QStringLiteral("data:image/png;base64,AAAA")};
    const QString text = textOf("vision", ask);
    QVERIFY(text.contains(QStringLiteral("a PNG picture of 640 × 480 pixels (landscape), 24 bytes")));
    QVERIFY(text.contains(QStringLiteral("does not fetch")));
    QVERIFY(text.contains(QStringLiteral("a file of 3 bytes that is no")));
}

void AnswerWriterTest::readsImageHeaders_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QSize>("size");
    QTest::newRow("GIF") << QByteArray("GIF89a\x10\0\x20\0", 10) << QStringLiteral("GIF") << QSize(16, 32);
    QTest::newRow("JPEG behind another segment")
        << QByteArray("\xFF\xD8\xFF\xE0\0\4ab\xFF\xC2\0\x11\x08\0\x40\0\x80\3", 18) << QStringLiteral("JPEG")
        << QSize(128, 64);
    QTest::newRow("WebP, extended") << QByteArray("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x3F\x01\0\xEF\0\0",
                                                  30)
                                    << QStringLiteral("WebP") << QSize(320, 240);
    QTest::newRow("a JPEG that ends too soon")
        << QByteArray("\xFF\xD8\xFF\xE0\0\4", 6) << QString() << QSize();
    QTest::newRow("a text") << QByteArray("hello") << QString() << QSize();
    QTest::newRow("nothing") << QByteArray() << QString() << QSize();
}

void AnswerWriterTest::readsImageHeaders()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, format);
    QFETCH(QSize, size);
    const std::optional<ImageFacts> facts = imageFacts(file);
    QCOMPARE(facts.has_value(), !format.isEmpty());
    if (facts) {
        QCOMPARE(facts->format, format);
        QCOMPARE(QSize(facts->width, facts->height), size);
    }
}

void AnswerWriterTest::refusesWrongRequests_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("parameter");
    QTest::newRow("no JSON") << QByteArray("{") << QString();
    QTest::newRow("a list") << QByteArray("[]") << QString();
    QTest::newRow("no model") << QByteArray(R"({"messages": [{"role": "user"}]})") << QStringLiteral("model");
    QTest::newRow("no messages") << QByteArray(R"({"model": "swift"})") << QStringLiteral("messages");
    QTest::newRow("a message without a role")
        << QByteArray(R"({"model": "swift", "messages": [{"content": "x"}]})") << QStringLiteral("messages");
    QTest::newRow("a limit of nothing")
        << bodyOf(QStringLiteral("x"), {{QStringLiteral("max_tokens"), 0}}) << QStringLiteral("max_tokens");
    QTest::newRow("a limit in words")
        << bodyOf(QStringLiteral("x"), {{QStringLiteral("max_completion_tokens"), QStringLiteral("ten")}})
        << QStringLiteral("max_completion_tokens");
    QTest::newRow("several choices") << bodyOf(QStringLiteral("x"), {{QStringLiteral("n"), 2}})
                                     << QStringLiteral("n");
}

void AnswerWriterTest::refusesWrongRequests()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, parameter);
    const Result<SimulatedAsk> ask = readAsk(body);
    QVERIFY(!ask.hasValue());
    QCOMPARE(ask.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(ask.error().code, parameter);
    QVERIFY(!ask.error().message.isEmpty());
}

void AnswerWriterTest::cutsTopicsShort_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("topic");
    QTest::newRow("the first sentence")
        << QStringLiteral("Say hello. Then leave.") << QStringLiteral("Say hello");
    QTest::newRow("lines and blanks") << QStringLiteral("a\n\n  b") << QStringLiteral("a b");
    QTest::newRow("nothing") << QStringLiteral(" \n") << QStringLiteral("nothing at all");
    QTest::newRow("at a word") << QStringLiteral("word ").repeated(40)
                               << QStringLiteral("word ").repeated(15) + QStringLiteral("word…");
    QTest::newRow("within a word where there is no other way")
        << QString(200, QLatin1Char('x')) << QString(79, QLatin1Char('x')) + QStringLiteral("…");
    QTest::newRow("never within a surrogate pair")
        << QStringLiteral("a") + QStringLiteral("🚂").repeated(60)
        << QStringLiteral("a") + QStringLiteral("🚂").repeated(39) + QStringLiteral("…");
}

void AnswerWriterTest::cutsTopicsShort()
{
    QFETCH(QString, prompt);
    QFETCH(QString, topic);
    QCOMPARE(topicOf(prompt), topic);
}

SWITCHYARD_TEST(AnswerWriterTest)
#include "tst_answerwriter.moc"
