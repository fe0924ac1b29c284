#include "core/imports/chatgptexport.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;

namespace {

/// `{"id", "parent", "children", "message"}`; the children are found by their parents.
class Tree
{
public:
    explicit Tree(const char *title = "A talk") : m_title(QString::fromUtf8(title)) { node("root", ""); }

    Tree &node(const char *id, const char *parent, const QJsonValue &message = {})
    {
        m_nodes.append({QLatin1StringView(id), QLatin1StringView(parent), message});
        return *this;
    }

    Tree &says(const char *id, const char *parent, const char *role, const QJsonValue &content, double at = 0,
               const QJsonObject &more = {})
    {
        QJsonObject message{
            {QStringLiteral("id"), QLatin1StringView(id)},
            {QStringLiteral("author"), QJsonObject{{QStringLiteral("role"), QLatin1StringView(role)}}},
            {QStringLiteral("content"), content.isString() ? text(content.toString()) : content.toObject()},
            {QStringLiteral("status"), QStringLiteral("finished_successfully")}};
        if (at > 0)
            message[QStringLiteral("create_time")] = at;
        for (auto member = more.begin(); member != more.end(); ++member)
            message[member.key()] = member.value();
        return node(id, parent, message);
    }

    static QJsonObject text(const QString &text)
    {
        return {{QStringLiteral("content_type"), QStringLiteral("text")},
                {QStringLiteral("parts"), QJsonArray{text}}};
    }

    static QJsonObject metadata(const QJsonObject &metadata)
    {
        return {{QStringLiteral("metadata"), metadata}};
    }

    static QJsonObject model(const char *slug)
    {
        return metadata({{QStringLiteral("model_slug"), QLatin1StringView(slug)}});
    }

    QJsonObject json(const QJsonObject &more = {}) const
    {
        QJsonObject mapping;
        for (const Node &node : m_nodes) {
            QJsonArray children;
            for (const Node &other : m_nodes) {
                if (other.parent == node.id)
                    children.append(other.id);
            }
            mapping[node.id] = QJsonObject{
                {QStringLiteral("id"), node.id},
                {QStringLiteral("parent"), node.parent.isEmpty() ? QJsonValue() : QJsonValue(node.parent)},
                {QStringLiteral("children"), children},
                {QStringLiteral("message"), node.message}};
        }
        QJsonObject json{{QStringLiteral("title"), m_title},
                         {QStringLiteral("conversation_id"), QStringLiteral("c1")},
                         {QStringLiteral("create_time"), 1700000000.5},
                         {QStringLiteral("mapping"), mapping}};
        for (auto member = more.begin(); member != more.end(); ++member)
            json[member.key()] = member.value();
        return json;
    }

private:
    struct Node
    {
        QString id;
        QString parent;
        QJsonValue message;
    };

    QString m_title;
    QList<Node> m_nodes;
};

} // namespace

class ChatGptExportTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_losses = {}; }
    void aTalkBecomesTurns();
    void aRegeneratedAnswerIsALane();
    void anEditedPromptIsABranch();
    void whatComesBetweenIsOneAnswer();
    void aStoppedAnswerSaysSo_data();
    void aStoppedAnswerSaysSo();
    void aPromptWithoutAnswerIsKept();
    void thoughtsBecomeReasoning();
    void whatHasNoPlaceIsListed();
    void hiddenNotesAreNoPrompts();
    void aRingOfMessagesEnds();
    void aDeepTalkIsRead();
    void aNodeOfAnotherShapeIsRefused();

private:
    ImportedConversation read(const QJsonObject &json)
    {
        const Result<ImportedConversation> conversation = readChatGptConversation(json, m_losses);
        if (!conversation)
            qFatal("%s", qPrintable(conversation.error().message));
        return *conversation;
    }
    QStringList lossNames() const
    {
        QStringList names;
        const QList<ImportLoss> losses = m_losses.list();
        for (const ImportLoss &loss : losses)
            names.append(QStringLiteral("%1 %2").arg(loss.times).arg(loss.name));
        return names;
    }

    ImportLosses m_losses;
};

void ChatGptExportTest::aTalkBecomesTurns()
{
    const ImportedConversation talk = read(
        Tree("Apples")
            .says("s", "root", "system", QStringLiteral("Be brief."))
            .says("u1", "s", "user", QStringLiteral("What is an apple?"), 1700000010.25)
            .says("a1", "u1", "assistant", QStringLiteral("A fruit."), 1700000012, Tree::model("gpt-4o"))
            .says("u2", "a1", "user", QStringLiteral("And a pear?"), 1700000020)
            .says("a2", "u2", "assistant", QStringLiteral("Also a fruit."), 1700000021, Tree::model("o3"))
            .json({{QStringLiteral("is_starred"), true}}));
    QCOMPARE(talk.origin, QStringLiteral("chatgpt-export"));
    QCOMPARE(talk.title, QStringLiteral("Apples"));
    QVERIFY(talk.pinned);
    QCOMPARE(talk.turns.size(), 2);
    const ImportedTurn &first = talk.turns.first();
    QCOMPARE(first.externalId, QStringLiteral("c1/u1"));
    QCOMPARE(first.prompt, QStringLiteral("What is an apple?"));
    QCOMPARE(first.system, QStringLiteral("Be brief."));
    QCOMPARE(first.atMs, 1700000010250);
    QCOMPARE(first.parentTurn, -1);
    QCOMPARE(first.lanes.size(), 1);
    QCOMPARE(first.lanes.first().account, QStringLiteral("chatgpt-export"));
    QCOMPARE(first.lanes.first().model, QStringLiteral("gpt-4o"));
    QCOMPARE(first.lanes.first().atMs, 1700000012000);
    QCOMPARE(first.lanes.first().completion.text, QStringLiteral("A fruit."));
    QCOMPARE(first.lanes.first().completion.status, LaneStatus::Complete);
    QVERIFY(!first.lanes.first().cost.amount);
    const ImportedTurn &second = talk.turns.last();
    QCOMPARE(second.parentTurn, 0);
    QCOMPARE(second.parentLane, 0);
    QCOMPARE(second.lanes.first().model, QStringLiteral("o3"));
    QCOMPARE(lossNames(), QStringList());
}

void ChatGptExportTest::aRegeneratedAnswerIsALane()
{
    const ImportedConversation talk = read(Tree()
                                               .says("u1", "root", "user", QStringLiteral("?"), 1700000010)
                                               .says("a1", "u1", "assistant", QStringLiteral("one"))
                                               .says("a2", "u1", "assistant", QStringLiteral("two"))
                                               .says("u2", "a2", "user", QStringLiteral("why two?"))
                                               .says("a3", "u2", "assistant", QStringLiteral("because"))
                                               .json());
    QCOMPARE(talk.turns.size(), 2);
    QCOMPARE(talk.turns.first().lanes.size(), 2);
    QCOMPARE(talk.turns.first().lanes.at(0).completion.text, QStringLiteral("one"));
    QCOMPARE(talk.turns.first().lanes.at(1).completion.text, QStringLiteral("two"));
    QCOMPARE(talk.turns.last().parentTurn, 0);
    QCOMPARE(talk.turns.last().parentLane, 1);
    // Without a time of its own a message has that of the one before.
    QCOMPARE(talk.turns.last().atMs, 1700000010000);
}

void ChatGptExportTest::anEditedPromptIsABranch()
{
    const ImportedConversation talk = read(Tree()
                                               .says("u1", "root", "user", QStringLiteral("first"))
                                               .says("a1", "u1", "assistant", QStringLiteral("one"))
                                               .says("u2", "a1", "user", QStringLiteral("second"))
                                               .says("a2", "u2", "assistant", QStringLiteral("two"))
                                               .says("u3", "a1", "user", QStringLiteral("second, edited"))
                                               .says("a3", "u3", "assistant", QStringLiteral("three"))
                                               .says("u4", "root", "user", QStringLiteral("first, edited"))
                                               .says("a4", "u4", "assistant", QStringLiteral("four"))
                                               .json());
    QCOMPARE(talk.turns.size(), 4);
    QCOMPARE(talk.turns.at(0).lanes.size(), 1);
    QCOMPARE(talk.turns.at(1).prompt, QStringLiteral("second"));
    QCOMPARE(talk.turns.at(2).prompt, QStringLiteral("second, edited"));
    QCOMPARE(talk.turns.at(1).parentTurn, 0);
    QCOMPARE(talk.turns.at(2).parentTurn, 0);
    QCOMPARE(talk.turns.at(3).prompt, QStringLiteral("first, edited"));
    QCOMPARE(talk.turns.at(3).parentTurn, -1);
}

void ChatGptExportTest::whatComesBetweenIsOneAnswer()
{
    const QJsonObject code{{QStringLiteral("content_type"), QStringLiteral("code")},
                           {QStringLiteral("language"), QStringLiteral("python")},
                           {QStringLiteral("text"), QStringLiteral("1+1")}};
    const ImportedConversation talk = read(
        Tree()
            .says("u1", "root", "user", QStringLiteral("?"))
            .says("a1", "u1", "assistant", QStringLiteral("Let me see."))
            .says("a2", "a1", "assistant", code, 0, {{QStringLiteral("recipient"), QStringLiteral("python")}})
            .says("t1", "a2", "tool",
                  QJsonObject{{QStringLiteral("content_type"), QStringLiteral("execution_output")}})
            .says("a3", "t1", "assistant", code)
            .says("a4", "a3", "assistant", QStringLiteral("Two."))
            .json());
    QCOMPARE(talk.turns.size(), 1);
    QCOMPARE(talk.turns.first().lanes.size(), 1);
    QCOMPARE(talk.turns.first().lanes.first().completion.text,
             QStringLiteral("Let me see.\n\n```python\n1+1\n```\n\nTwo."));
    QCOMPARE(lossNames(), QStringList({QStringLiteral("1 execution_output"), QStringLiteral("1 → python")}));
}

void ChatGptExportTest::aStoppedAnswerSaysSo_data()
{
    QTest::addColumn<QJsonObject>("message");
    QTest::addColumn<LaneStatus>("status");
    const auto finish = [](const char *type) {
        return Tree::metadata({{QStringLiteral("finish_details"),
                                QJsonObject{{QStringLiteral("type"), QLatin1StringView(type)}}}});
    };
    QTest::newRow("by the limit") << finish("max_tokens") << LaneStatus::Truncated;
    QTest::newRow("by the user") << finish("interrupted") << LaneStatus::Cancelled;
    QTest::newRow("by its own end") << finish("stop") << LaneStatus::Complete;
    QTest::newRow("in the middle") << QJsonObject{{QStringLiteral("status"), QStringLiteral("in_progress")}}
                                   << LaneStatus::Interrupted;
}

void ChatGptExportTest::aStoppedAnswerSaysSo()
{
    QFETCH(QJsonObject, message);
    const ImportedConversation talk =
        read(Tree()
                 .says("u1", "root", "user", QStringLiteral("?"))
                 .says("a1", "u1", "assistant", QStringLiteral("..."), 0, message)
                 .json());
    QTEST(talk.turns.first().lanes.first().completion.status, "status");
}

void ChatGptExportTest::aPromptWithoutAnswerIsKept()
{
    const ImportedConversation talk =
        read(Tree()
                 .says("u1", "root", "user", QStringLiteral("Hello?"), 1700000010)
                 .json({{QStringLiteral("default_model_slug"), QStringLiteral("gpt-4o")}}));
    QCOMPARE(talk.turns.size(), 1);
    QCOMPARE(talk.turns.first().lanes.size(), 1);
    QCOMPARE(talk.turns.first().lanes.first().model, QStringLiteral("gpt-4o"));
    QCOMPARE(talk.turns.first().lanes.first().completion.status, LaneStatus::Cancelled);
}

void ChatGptExportTest::thoughtsBecomeReasoning()
{
    const QJsonArray thoughts{QJsonObject{{QStringLiteral("summary"), QStringLiteral("Counting")},
                                          {QStringLiteral("content"), QStringLiteral("One, two.")}}};
    const ImportedConversation talk =
        read(Tree()
                 .says("u1", "root", "user", QStringLiteral("?"))
                 .says("t1", "u1", "assistant",
                       QJsonObject{{QStringLiteral("content_type"), QStringLiteral("thoughts")},
                                   {QStringLiteral("thoughts"), thoughts}})
                 .says("a1", "t1", "assistant", QStringLiteral("Two."))
                 .json());
    const Completion &completion = talk.turns.first().lanes.first().completion;
    QCOMPARE(completion.reasoning, QStringLiteral("Counting\n\nOne, two."));
    QCOMPARE(completion.text, QStringLiteral("Two."));
}

void ChatGptExportTest::whatHasNoPlaceIsListed()
{
    const QJsonArray parts{
        QJsonObject{{QStringLiteral("content_type"), QStringLiteral("image_asset_pointer")}},
        QStringLiteral("What is this?")};
    const ImportedConversation talk =
        read(Tree("With a picture")
                 .says("u1", "root", "user",
                       QJsonObject{{QStringLiteral("content_type"), QStringLiteral("multimodal_text")},
                                   {QStringLiteral("parts"), parts}})
                 .says("a1", "u1", "assistant", QStringLiteral("A cat."), 0,
                       Tree::metadata({{QStringLiteral("citations"), QJsonArray{1}},
                                       {QStringLiteral("attachments"), QJsonArray()}}))
                 .json({{QStringLiteral("gizmo_id"), QStringLiteral("g-1")}}));
    QCOMPARE(talk.turns.first().prompt, QStringLiteral("What is this?"));
    QCOMPARE(lossNames(),
             QStringList({QStringLiteral("1 gizmo_id"), QStringLiteral("1 message.metadata.citations"),
                          QStringLiteral("1 image_asset_pointer")}));
    QCOMPARE(m_losses.list().first().first, QStringLiteral("With a picture"));
}

void ChatGptExportTest::hiddenNotesAreNoPrompts()
{
    const QJsonObject note{{QStringLiteral("content_type"), QStringLiteral("user_editable_context")}};
    const ImportedConversation talk = read(Tree()
                                               .says("n1", "root", "user", note)
                                               .says("u1", "n1", "user", QStringLiteral("Hello"))
                                               .says("a1", "u1", "assistant", QStringLiteral("Hi"))
                                               .json());
    QCOMPARE(talk.turns.size(), 1);
    QCOMPARE(talk.turns.first().prompt, QStringLiteral("Hello"));
    QCOMPARE(lossNames(), QStringList{QStringLiteral("1 user_editable_context")});
}

void ChatGptExportTest::aRingOfMessagesEnds()
{
    const ImportedConversation talk = read(Tree()
                                               .says("u1", "root", "user", QStringLiteral("Hello"))
                                               .says("a1", "a2", "assistant", QStringLiteral("x"))
                                               .says("a2", "a1", "assistant", QStringLiteral("y"))
                                               .json());
    QCOMPARE(talk.turns.size(), 1);
    QCOMPARE(m_losses.list().size(), 1);
    QCOMPARE(m_losses.list().first().kind, LossKind::Stray);
    QCOMPARE(m_losses.list().first().times, 2);
}

void ChatGptExportTest::aDeepTalkIsRead()
{
    Tree tree;
    QByteArray parent("root");
    for (int turn = 0; turn < 400; ++turn) {
        const QByteArray user = 'u' + QByteArray::number(turn);
        const QByteArray answer = 'a' + QByteArray::number(turn);
        tree.says(user.constData(), parent.constData(), "user", QStringLiteral("?"));
        tree.says(answer.constData(), user.constData(), "assistant", QStringLiteral("!"));
        parent = answer;
    }
    const ImportedConversation talk = read(tree.json());
    QCOMPARE(talk.turns.size(), 400);
    QCOMPARE(talk.turns.last().parentTurn, 398);
}

void ChatGptExportTest::aNodeOfAnotherShapeIsRefused()
{
    QJsonObject json = Tree("Odd").says("u1", "root", "user", QStringLiteral("?")).json();
    QJsonObject mapping = json[u"mapping"].toObject();
    mapping[QStringLiteral("odd")] = 5;
    json[QStringLiteral("mapping")] = mapping;
    const Result<ImportedConversation> read = readChatGptConversation(json, m_losses);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QStringLiteral("“Odd”"))
                 && read.error().message.contains(QStringLiteral("node odd")),
             qPrintable(read.error().message));
}

SWITCHYARD_TEST(ChatGptExportTest)
#include "tst_chatgptexport.moc"
