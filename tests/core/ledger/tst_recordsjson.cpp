#include "core/ledger/recordsjson.h"

#include "core/ledger/records.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace core;

class RecordsJsonTest : public QObject
{
    Q_OBJECT

private slots:
    void unsetParametersLeaveNoTrace();
    void parametersComeBackAsTheyWere();
    void tagsImagesAndToolCallsComeBackAsTheyWere();
    void damagedTextGivesWhatCanBeRead_data();
    void damagedTextGivesWhatCanBeRead();
    void namesOfOriginsAndSourcesGoBothWays();
};

void RecordsJsonTest::unsetParametersLeaveNoTrace()
{
    QCOMPARE(parametersText({}), QByteArray("{}"));
    QVERIFY(parametersFromText("{}") == ChatParameters());
}

void RecordsJsonTest::parametersComeBackAsTheyWere()
{
    ChatParameters parameters;
    parameters.temperature = 0.0;
    parameters.topP = 0.95;
    parameters.maxTokens = 4'000'000'000;
    parameters.frequencyPenalty = -2.0;
    parameters.presencePenalty = 1.5;
    parameters.seed = -42;
    parameters.reasoningEffort = QStringLiteral("high");
    parameters.stop = {QStringLiteral("\n\n"), QStringLiteral("END")};
    parameters.responseFormat = {{QStringLiteral("type"), QStringLiteral("json_object")}};
    parameters.tools = {QJsonObject{{QStringLiteral("type"), QStringLiteral("function")}}};
    parameters.extra = {{QStringLiteral("top_k"), 40}};
    QVERIFY(parametersFromText(parametersText(parameters)) == parameters);
}

void RecordsJsonTest::tagsImagesAndToolCallsComeBackAsTheyWere()
{
    const QHash<QString, QString> tags{{QStringLiteral("team"), QStringLiteral("search \"β\"")},
                                       {QString(), QStringLiteral("x")}};
    QCOMPARE(tagsFromJson(tagsToJson(tags)), tags);
    const QList<ImagePart> images{{QByteArray("\x00\xff\x10", 3), QStringLiteral("image/png")}};
    QVERIFY(imagesFromJson(imagesToJson(images)) == images);
    const QList<ToolCall> calls{
        {QStringLiteral("call_1"), QStringLiteral("weather"), QStringLiteral("{\"city\":\"Köln\"}")}};
    QVERIFY(toolCallsFromJson(toolCallsToJson(calls)) == calls);
}

void RecordsJsonTest::damagedTextGivesWhatCanBeRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"temperature\": 0.");
    QTest::newRow("another type") << QByteArray("42");
    QTest::newRow("values of other types") << QByteArray(R"({"temperature": "hot", "stop": 3, "tools": {}})");
}

void RecordsJsonTest::damagedTextGivesWhatCanBeRead()
{
    QFETCH(QByteArray, json);
    QVERIFY(parametersFromText(json) == ChatParameters());
    QVERIFY(imagesFromJson(json).isEmpty());
    QVERIFY(toolCallsFromJson(json).isEmpty());
}

void RecordsJsonTest::namesOfOriginsAndSourcesGoBothWays()
{
    for (const TaskOrigin origin :
         {TaskOrigin::User, TaskOrigin::Suggested, TaskOrigin::Rule, TaskOrigin::Import})
        QVERIFY(taskOriginFromName(taskOriginName(origin)) == origin);
    for (const CallSource source :
         {CallSource::Window, CallSource::Cli, CallSource::Gateway, CallSource::Import})
        QVERIFY(callSourceFromName(callSourceName(source)) == source);
    QVERIFY(!taskOriginFromName(QStringView(u"nobody")));
    QVERIFY(!callSourceFromName(QStringView(u"")));
}

SWITCHYARD_TEST(RecordsJsonTest)
#include "tst_recordsjson.moc"
