#include "core/chat/parametersjson.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class ParametersJsonTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingSetIsNothingWritten();
    void everythingComesBack();
    void otherTypesAreLeftUnset();
    void whatIsSetGoesOverTheBase();
    void valuesAndRawJsonReplaceEachOther();
};

void ParametersJsonTest::nothingSetIsNothingWritten()
{
    QCOMPARE(parametersToJson({}), QJsonObject());
}

void ParametersJsonTest::everythingComesBack()
{
    ChatParameters parameters;
    parameters.temperature = 0.0;
    parameters.topP = 0.9;
    parameters.maxTokens = 1'000;
    parameters.frequencyPenalty = -1.5;
    parameters.presencePenalty = 2.0;
    parameters.seed = 9'007'199'254'740'991;
    parameters.reasoningEffort = QStringLiteral("high");
    parameters.stop = {QStringLiteral("END"), QStringLiteral("\n\n")};
    parameters.responseFormat = {{QStringLiteral("type"), QStringLiteral("json_object")}};
    parameters.tools = {QJsonObject{{QStringLiteral("type"), QStringLiteral("function")}}};
    parameters.extra = {{QStringLiteral("enable_thinking"), true}};
    QCOMPARE(parametersFromJson(parametersToJson(parameters)), parameters);
}

void ParametersJsonTest::otherTypesAreLeftUnset()
{
    const ChatParameters parameters =
        parametersFromJson({{QStringLiteral("temperature"), QStringLiteral("hot")},
                            {QStringLiteral("seed"), QJsonArray()},
                            {QStringLiteral("stop"), 3},
                            {QStringLiteral("extra"), QStringLiteral("x")}});
    QCOMPARE(parameters, ChatParameters());
}

void ParametersJsonTest::whatIsSetGoesOverTheBase()
{
    ChatParameters base;
    base.temperature = 1.0;
    base.maxTokens = 10;
    base.extra = {{QStringLiteral("a"), 1}, {QStringLiteral("b"), 1}};
    ChatParameters over;
    over.temperature = 0.2;
    over.extra = {{QStringLiteral("b"), 2}};
    const ChatParameters merged = mergedParameters(base, over);
    QCOMPARE(merged.temperature, 0.2);
    QCOMPARE(merged.maxTokens, 10);
    QCOMPARE(merged.extra, (QJsonObject{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}}));
}

void ParametersJsonTest::valuesAndRawJsonReplaceEachOther()
{
    ChatParameters valued;
    valued.temperature = 1.0;
    ChatParameters raw;
    raw.extra = {{QStringLiteral("temperature"), QStringLiteral("auto")}};
    QCOMPARE(mergedParameters(raw, valued), valued);
    QCOMPARE(mergedParameters(valued, raw), raw);
    ChatParameters away;
    away.extra = {{QStringLiteral("temperature"), QJsonValue::Null}};
    QCOMPARE(mergedParameters(raw, away), ChatParameters());
    QCOMPARE(mergedParameters(valued, away), ChatParameters());
}

SWITCHYARD_TEST(ParametersJsonTest)
#include "tst_parametersjson.moc"
