#include "core/chat/parameterfield.h"

#include "core/chat/parametersjson.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;

using Kind = ParameterInput::Kind;
using Problem = ParameterProblem::Kind;
using Field = ParameterField;

namespace {

ParameterInput value(const char *text)
{
    return {Kind::Value, QString::fromUtf8(text)};
}

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class ParameterFieldTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenComesBack_data();
    void whatIsWrittenComesBack();
    void aWrongTextChangesNothingAndSaysWhere_data();
    void aWrongTextChangesNothingAndSaysWhere();
    void unsettingTakesOnlyTheOneAway();
    void rawJsonIsSentInThePlaceOfAValue();
    void stopSequencesStandOneInALine();
    void omittedIsNotSentThoughTheDefaultsSetIt();
    void furtherMembersLeaveRawValuesAlone();
    void aValueGoesOnAsRawJson();
    void whatIsSetIsCounted();
    void theOutputLimitIsFoundUnderEachName();
};

void ParameterFieldTest::whatIsWrittenComesBack_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *name, Field field, const char *text, const char *stored) {
        QTest::newRow(name) << field << QString::fromUtf8(text) << QString::fromUtf8(stored);
    };
    row("a temperature", Field::Temperature, "0.2", R"({"temperature":0.2})");
    row("the hottest", Field::Temperature, "2", R"({"temperature":2})");
    row("top_p", Field::TopP, "0.95", R"({"top_p":0.95})");
    row("a limit", Field::MaxTokens, "800", R"({"max_tokens":800})");
    row("a penalty", Field::FrequencyPenalty, "-1.5", R"({"frequency_penalty":-1.5})");
    row("the other penalty", Field::PresencePenalty, "0", R"({"presence_penalty":0})");
    row("a great seed", Field::Seed, "9007199254740991", R"({"seed":9007199254740991})");
    row("an effort", Field::ReasoningEffort, "minimal", R"({"reasoning_effort":"minimal"})");
    row("a stop sequence", Field::Stop, "END", R"({"stop":["END"]})");
    row("any JSON", Field::ResponseFormat, "json_object", R"({"response_format":{"type":"json_object"}})");
    row("plain text", Field::ResponseFormat, "text", R"({"response_format":{"type":"text"}})");
}

void ParameterFieldTest::whatIsWrittenComesBack()
{
    QFETCH(ParameterField, field);
    QFETCH(QString, text);
    QFETCH(QString, stored);
    ChatParameters parameters;
    QVERIFY(!setParameter(parameters, field, {Kind::Value, text}));
    QCOMPARE(parametersToJson(parameters), object(stored.toUtf8().constData()));
    QCOMPARE(parameterInput(parameters, field), (ParameterInput{Kind::Value, text}));
    for (const ParameterField other : parameterFields())
        QCOMPARE(parameterInput(parameters, other).kind, other == field ? Kind::Value : Kind::Unset);
}

void ParameterFieldTest::aWrongTextChangesNothingAndSaysWhere_data()
{
    QTest::addColumn<ParameterField>("field");
    QTest::addColumn<ParameterInput>("input");
    QTest::addColumn<ParameterProblem::Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, Field field, const ParameterInput &input, Problem kind,
                        int line = 0, int column = 0, const char *words = "") {
        QTest::newRow(name) << field << input << kind << line << column << QString::fromUtf8(words);
    };
    row("a word for a number", Field::Temperature, value("warm"), Problem::NoNumber);
    row("not a number at all", Field::Temperature, value("nan"), Problem::NoNumber);
    row("too hot", Field::Temperature, value("2.1"), Problem::OutOfRange);
    row("a share above one", Field::TopP, value("1.01"), Problem::OutOfRange);
    row("half a token", Field::MaxTokens, value("1.5"), Problem::NoWholeNumber);
    row("no token", Field::MaxTokens, value("0"), Problem::OutOfRange);
    row("a seed that is not exact", Field::Seed, value("1e300"), Problem::OutOfRange);
    row("an array for an object", Field::ResponseFormat, value("[]"), Problem::NoObject);
    row("a format without type", Field::ResponseFormat, value("{}"), Problem::Lacks, 0, 0,
        "response_format.type");
    row("a schema without name", Field::ResponseFormat, value(R"({"type":"json_schema","json_schema":{}})"),
        Problem::Lacks, 0, 0, "response_format.json_schema.name");
    row("a schema without schema", Field::ResponseFormat,
        value(R"({"type":"json_schema","json_schema":{"name":"a"}})"), Problem::Lacks, 0, 0,
        "response_format.json_schema.schema");
    row("an object for an array", Field::Tools, value("{}"), Problem::NoArray);
    row("a tool without type", Field::Tools, value(R"([{"type":"function"},{"name":"x"}])"), Problem::Lacks,
        0, 0, "tools[1].type");
    row("a number as further members", Field::Extra, value("3"), Problem::NoObject);
    row("a member with a row of its own", Field::Extra, value(R"({"top_k":3,"temperature":1})"),
        Problem::OwnRow, 0, 0, "temperature");
    row("the messages", Field::Extra, value(R"({"messages":[]})"), Problem::OwnRow, 0, 0, "messages");
    row("empty raw JSON", Field::Temperature, {Kind::Raw, QString()}, Problem::NoJson, 1, 1);
    row("a word that is no JSON", Field::Temperature, {Kind::Raw, QStringLiteral("high")}, Problem::NoJson, 1,
        1);
    row("a fault in the second line", Field::Tools, value("[\n  {\"type\": oops}\n]"), Problem::NoJson, 2,
        12);
    row("a fault behind umlauts", Field::Extra, value("{\"ä\": ü}"), Problem::NoJson, 1, 7);
    row("two values", Field::Temperature, {Kind::Raw, QStringLiteral("1, 2")}, Problem::NoJson, 1, 5);
}

void ParameterFieldTest::aWrongTextChangesNothingAndSaysWhere()
{
    QFETCH(ParameterField, field);
    QFETCH(ParameterInput, input);
    QFETCH(QString, words);
    ChatParameters parameters;
    parameters.temperature = 0.7;
    parameters.tools = {QJsonObject{{QStringLiteral("type"), QStringLiteral("function")}}};
    const ChatParameters before = parameters;
    const std::optional<ParameterProblem> problem = setParameter(parameters, field, input);
    QVERIFY(problem);
    QTEST(problem->kind, "kind");
    QTEST(problem->line, "line");
    QTEST(problem->column, "column");
    if (problem->kind == Problem::NoJson)
        QVERIFY(!problem->words.isEmpty());
    else
        QCOMPARE(problem->words, words);
    if (problem->kind == Problem::OutOfRange)
        QVERIFY(problem->low < problem->high);
    QCOMPARE(parameters, before);
}

void ParameterFieldTest::unsettingTakesOnlyTheOneAway()
{
    ChatParameters parameters;
    parameters.temperature = 0.2;
    parameters.stop = {QStringLiteral("a")};
    parameters.extra = object(R"({"top_p":"auto","top_k":3})");
    ChatParameters changed = parameters;
    QVERIFY(!setParameter(changed, Field::TopP, {}));
    QCOMPARE(changed.extra, object(R"({"top_k":3})"));
    QCOMPARE(changed.temperature, 0.2);
    QVERIFY(!setParameter(changed, Field::Temperature, value("  "))); // nothing written is nothing set
    QVERIFY(!changed.temperature);
    QCOMPARE(changed.stop, parameters.stop);
}

void ParameterFieldTest::rawJsonIsSentInThePlaceOfAValue()
{
    ChatParameters parameters;
    parameters.temperature = 0.2;
    QVERIFY(!setParameter(parameters, Field::Temperature, {Kind::Raw, QStringLiteral(" \"auto\" ")}));
    QVERIFY(!parameters.temperature);
    QCOMPARE(parameters.extra, object(R"({"temperature":"auto"})"));
    QCOMPARE(parameterInput(parameters, Field::Temperature),
             (ParameterInput{Kind::Raw, QStringLiteral("\"auto\"")}));
    QVERIFY(!setParameter(parameters, Field::Temperature, value("1")));
    QVERIFY(parameters.extra.isEmpty());
    QCOMPARE(parameters.temperature, 1.0);
}

void ParameterFieldTest::stopSequencesStandOneInALine()
{
    ChatParameters parameters;
    QVERIFY(!setParameter(parameters, Field::Stop, value("END\n\\n\\n\nC:\\\\dir\n\n  two\\q")));
    QCOMPARE(parameters.stop,
             QStringList({QStringLiteral("END"), QStringLiteral("\n\n"), QStringLiteral("C:\\dir"),
                          QStringLiteral("  two\\q")}));
    ChatParameters again;
    QVERIFY(!setParameter(again, Field::Stop, parameterInput(parameters, Field::Stop)));
    QCOMPARE(again.stop, parameters.stop);
}

void ParameterFieldTest::omittedIsNotSentThoughTheDefaultsSetIt()
{
    ChatParameters defaults;
    defaults.temperature = 0.7;
    defaults.seed = 4;
    ChatParameters lane;
    QVERIFY(!setParameter(lane, Field::Temperature, {Kind::Omitted}));
    QCOMPARE(parameterInput(lane, Field::Temperature).kind, Kind::Omitted);
    QCOMPARE(countParameters(lane), 1);
    const ChatParameters sent = mergedParameters(defaults, lane);
    QVERIFY(!sent.temperature);
    QVERIFY(sent.extra.isEmpty());
    QCOMPARE(sent.seed, 4);
}

void ParameterFieldTest::furtherMembersLeaveRawValuesAlone()
{
    ChatParameters parameters;
    parameters.extra = object(R"({"seed":"auto"})");
    QVERIFY(!setParameter(parameters, Field::Extra, value(R"({"top_k": 3})")));
    QCOMPARE(parameters.extra, object(R"({"seed":"auto","top_k":3})"));
    QVERIFY(parameterInput(parameters, Field::Extra).text.contains(QStringLiteral("\"top_k\": 3")));
    QVERIFY(!parameterInput(parameters, Field::Extra).text.contains(QStringLiteral("seed")));
    QVERIFY(!setParameter(parameters, Field::Extra, {}));
    QCOMPARE(parameters.extra, object(R"({"seed":"auto"})"));
}

void ParameterFieldTest::aValueGoesOnAsRawJson()
{
    QCOMPARE(rawJsonOf(Field::Temperature, value("0.20")), QStringLiteral("0.2"));
    QCOMPARE(rawJsonOf(Field::ReasoningEffort, value("high")), QStringLiteral("\"high\""));
    QCOMPARE(QJsonDocument::fromJson(rawJsonOf(Field::Stop, value("a\nb")).toUtf8()).array(),
             QJsonArray({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(object(rawJsonOf(Field::ResponseFormat, value("text")).toUtf8().constData()),
             object(R"({"type":"text"})"));
    QCOMPARE(rawJsonOf(Field::Temperature, {Kind::Raw, QStringLiteral("[1]")}), QStringLiteral("[1]"));
    QCOMPARE(rawJsonOf(Field::Temperature, value("hot")), QString());
    QCOMPARE(rawJsonOf(Field::Temperature, {}), QString());
}

void ParameterFieldTest::whatIsSetIsCounted()
{
    QCOMPARE(countParameters({}), 0);
    ChatParameters parameters;
    parameters.temperature = 0.0;
    parameters.stop = {QStringLiteral("a"), QStringLiteral("b")};
    parameters.extra = object(R"({"top_k":3,"seed":"auto"})");
    QCOMPARE(countParameters(parameters), 4);
}

void ParameterFieldTest::theOutputLimitIsFoundUnderEachName()
{
    ChatParameters parameters;
    QVERIFY(!outputLimit(parameters));
    parameters.maxTokens = 500;
    QCOMPARE(outputLimit(parameters), 500);
    parameters.extra = object(R"({"max_completion_tokens":90})");
    QCOMPARE(outputLimit(parameters), 90);
    parameters.extra = object(R"({"max_tokens":"many"})");
    QCOMPARE(outputLimit(parameters), 500);
}

SWITCHYARD_TEST(ParameterFieldTest)
#include "tst_parameterfield.moc"
