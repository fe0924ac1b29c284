#include "core/imports/openwebuiexport.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;

namespace {

QJsonObject parsed(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        qFatal("%s at %d", qPrintable(problem.errorString()), problem.offset);
    return object;
}

/// Two models asked at once, one of them asked on.
const QByteArray kTwoModels = R"({
  "id": "chat-1", "user_id": "u", "title": "Fruit", "pinned": true, "created_at": 1700000000,
  "meta": {"tags": ["garden", "food"]},
  "chat": {
    "title": "Fruit", "models": ["llama3", "qwen"], "params": {"system": "Be brief."},
    "history": {"currentId": "a3", "messages": {
      "u1": {"id": "u1", "parentId": null, "childrenIds": ["a1", "a2"], "role": "user",
             "content": "What is an apple?", "timestamp": 1700000001, "models": ["llama3", "qwen"]},
      "a1": {"id": "a1", "parentId": "u1", "childrenIds": [], "role": "assistant", "content": "A fruit.",
             "model": "llama3", "modelIdx": 0, "timestamp": 1700000002, "done": true,
             "usage": {"prompt_tokens": 12, "completion_tokens": 3, "total_tokens": 15}},
      "a2": {"id": "a2", "parentId": "u1", "childrenIds": ["u2"], "role": "assistant", "content": "Fruit.",
             "model": "qwen", "modelIdx": 1, "timestamp": 1700000003,
             "info": {"prompt_eval_count": 10, "eval_count": 2}},
      "u2": {"id": "u2", "parentId": "a2", "childrenIds": ["a3"], "role": "user", "content": "And a pear?",
             "timestamp": 1700000010},
      "a3": {"id": "a3", "parentId": "u2", "childrenIds": [], "role": "assistant", "content": "Too.",
             "model": "qwen", "timestamp": 1700000011}
    }}
  }})";

/// One answer with further members.
QJsonObject oneAnswer(const QByteArray &answer, const QByteArray &prompt = R"("content": "?")")
{
    return parsed(R"({"id": "chat-2", "title": "T", "chat": {"models": ["m"], "history": {"messages": {
        "u": {"parentId": null, "childrenIds": ["a"], "role": "user", )"
                  + prompt + R"(},
        "a": {"parentId": "u", "childrenIds": [], "role": "assistant", "model": "m", )"
                  + answer + "}}}}}");
}

} // namespace

class OpenWebUiExportTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_losses = {}; }
    void modelsAskedAtOnceAreLanes();
    void reasoningBlocksBecomeReasoning_data();
    void reasoningBlocksBecomeReasoning();
    void anErrorIsAFailedLane();
    void anUnfinishedAnswerIsInterrupted();
    void picturesOfThePromptAreKept();
    void whatHasNoPlaceIsListed();
    void aMessageOfAnotherShapeIsRefused();

private:
    ImportedConversation read(const QJsonObject &json)
    {
        const Result<ImportedConversation> conversation = readOpenWebUiChat(json, m_losses);
        if (!conversation)
            qFatal("%s", qPrintable(conversation.error().message));
        return *conversation;
    }

    ImportLosses m_losses;
};

void OpenWebUiExportTest::modelsAskedAtOnceAreLanes()
{
    const QJsonObject json = parsed(kTwoModels);
    QVERIFY(isOpenWebUiChat(json));
    const ImportedConversation chat = read(json);
    QCOMPARE(chat.origin, QStringLiteral("open-webui"));
    QCOMPARE(chat.title, QStringLiteral("Fruit"));
    QVERIFY(chat.pinned);
    QCOMPARE(QSet<QString>(chat.tags.keyBegin(), chat.tags.keyEnd()),
             QSet<QString>({QStringLiteral("garden"), QStringLiteral("food")}));
    QCOMPARE(chat.turns.size(), 2);
    const ImportedTurn &first = chat.turns.first();
    QCOMPARE(first.externalId, QStringLiteral("chat-1/u1"));
    QCOMPARE(first.system, QStringLiteral("Be brief."));
    QCOMPARE(first.atMs, 1700000001000);
    QCOMPARE(first.lanes.size(), 2);
    QCOMPARE(first.lanes.at(0).account, QStringLiteral("open-webui"));
    QCOMPARE(first.lanes.at(0).model, QStringLiteral("llama3"));
    QCOMPARE(first.lanes.at(0).completion.text, QStringLiteral("A fruit."));
    QCOMPARE(first.lanes.at(0).completion.usage.input, std::optional<qint64>(12));
    QCOMPARE(first.lanes.at(0).completion.usage.output, std::optional<qint64>(3));
    QCOMPARE(first.lanes.at(1).model, QStringLiteral("qwen"));
    QCOMPARE(first.lanes.at(1).completion.usage.input, std::optional<qint64>(10));
    QCOMPARE(first.lanes.at(1).completion.usage.basis, UsageBasis::Reported);
    const ImportedTurn &second = chat.turns.last();
    QCOMPARE(second.parentTurn, 0);
    QCOMPARE(second.parentLane, 1);
    QCOMPARE(second.lanes.first().completion.usage.basis, UsageBasis::Missing);
    QVERIFY(m_losses.list().isEmpty());
}

void OpenWebUiExportTest::reasoningBlocksBecomeReasoning_data()
{
    QTest::addColumn<QString>("content");
    QTest::newRow("as it is") << QStringLiteral("<details type=\"reasoning\" done=\"true\" duration=\"3\">\n"
                                                "<summary>Thought for 3 seconds</summary>\n> a < b\n> so b\n"
                                                "</details>\nThe answer.");
    QTest::newRow("escaped") << QStringLiteral(
        "<details type=\"reasoning\" done=\"true\">\n<summary>Thought"
        "</summary>\n&gt; a &lt; b\n&gt; so b\n</details>\nThe answer.");
}

void OpenWebUiExportTest::reasoningBlocksBecomeReasoning()
{
    QFETCH(QString, content);
    QJsonObject json = oneAnswer(R"("done": true)");
    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("content"), content}}).toJson(QJsonDocument::Compact);
    json = oneAnswer(text.mid(1, text.size() - 2));
    const Completion completion = read(json).turns.first().lanes.first().completion;
    QCOMPARE(completion.text, QStringLiteral("The answer."));
    QCOMPARE(completion.reasoning, QStringLiteral("a < b\nso b"));
}

void OpenWebUiExportTest::anErrorIsAFailedLane()
{
    const Completion completion = read(oneAnswer(R"("content": "", "error": {"content": "model not found"})"))
                                      .turns.first()
                                      .lanes.first()
                                      .completion;
    QCOMPARE(completion.status, LaneStatus::Failed);
    QCOMPARE(completion.error->message, QStringLiteral("model not found"));
}

void OpenWebUiExportTest::anUnfinishedAnswerIsInterrupted()
{
    const ImportedConversation chat = read(oneAnswer(R"("content": "half", "done": false)"));
    QCOMPARE(chat.turns.first().lanes.first().completion.status, LaneStatus::Interrupted);
}

void OpenWebUiExportTest::picturesOfThePromptAreKept()
{
    const ImportedConversation chat =
        read(oneAnswer(R"("content": "a cat")", R"("content": "what?", "files": [
        {"type": "image", "url": "data:image/png;base64,aGVsbG8="}, {"type": "image", "url": "/api/v1/files/7"},
        {"type": "file", "name": "a.pdf"}])"));
    QCOMPARE(chat.turns.first().images,
             (QList<ImagePart>{{QByteArray("hello"), QStringLiteral("image/png")}}));
    const QList<ImportLoss> losses = m_losses.list();
    QCOMPARE(losses.size(), 2);
    QCOMPARE(losses.at(0).name, QStringLiteral("file"));
    QCOMPARE(losses.at(1).name, QStringLiteral("image"));
}

void OpenWebUiExportTest::whatHasNoPlaceIsListed()
{
    read(oneAnswer(R"("content": "x", "sources": [{"a": 1}], "annotation": {"rating": 1}, "embeds": [])"));
    QStringList names;
    const QList<ImportLoss> losses = m_losses.list();
    for (const ImportLoss &loss : losses)
        names.append(loss.name);
    QCOMPARE(names, QStringList({QStringLiteral("message.annotation"), QStringLiteral("message.sources")}));
}

void OpenWebUiExportTest::aMessageOfAnotherShapeIsRefused()
{
    const Result<ImportedConversation> read = readOpenWebUiChat(
        parsed(R"({"title": "Odd", "chat": {"history": {"messages": {"m1": {"content": "x"}}}}})"), m_losses);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QStringLiteral("“Odd”"))
                 && read.error().message.contains(QStringLiteral("message m1")),
             qPrintable(read.error().message));
}

SWITCHYARD_TEST(OpenWebUiExportTest)
#include "tst_openwebuiexport.moc"
