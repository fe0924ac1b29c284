#include "core/imports/chatgptexport.h"

#include "core/imports/importwords.h"

#include <QJsonArray>

#include <cmath>

namespace core {

namespace {

const QString kChatGptExport = QStringLiteral("chatgpt-export");
const QString kVendor = QStringLiteral("openai");
const QString kUser = QStringLiteral("user");
const QString kEveryone = QStringLiteral("all");
const QString kMessage = QStringLiteral("message");
const QString kContent = QStringLiteral("content");
const QString kMetadata = QStringLiteral("metadata");
const QString kChildren = QStringLiteral("children");

// Members that are read, and those that only serve the program they come from.
const QSet<QString> kConversationMembers{QStringLiteral("title"),
                                         QStringLiteral("create_time"),
                                         QStringLiteral("update_time"),
                                         QStringLiteral("mapping"),
                                         QStringLiteral("id"),
                                         QStringLiteral("conversation_id"),
                                         QStringLiteral("current_node"),
                                         QStringLiteral("is_archived"),
                                         QStringLiteral("default_model_slug"),
                                         QStringLiteral("is_starred"),
                                         QStringLiteral("safe_urls"),
                                         QStringLiteral("blocked_urls"),
                                         QStringLiteral("conversation_origin")};
const QSet<QString> kMessageMembers{QStringLiteral("id"),
                                    QStringLiteral("author"),
                                    QStringLiteral("create_time"),
                                    kContent,
                                    QStringLiteral("status"),
                                    QStringLiteral("update_time"),
                                    QStringLiteral("end_turn"),
                                    QStringLiteral("weight"),
                                    kMetadata,
                                    QStringLiteral("channel"),
                                    QStringLiteral("recipient")};
const QSet<QString> kMetadataMembers{QStringLiteral("model_slug"),
                                     QStringLiteral("default_model_slug"),
                                     QStringLiteral("finish_details"),
                                     QStringLiteral("timestamp_"),
                                     QStringLiteral("message_type"),
                                     QStringLiteral("request_id"),
                                     QStringLiteral("parent_id"),
                                     QStringLiteral("is_complete"),
                                     QStringLiteral("turn_exchange_id"),
                                     QStringLiteral("message_source"),
                                     QStringLiteral("is_visually_hidden_from_conversation"),
                                     QStringLiteral("requested_model_slug")};

/// The answer collected on the way from a prompt down its branch.
struct Answer
{
    bool begun = false;
    QStringList texts = {};
    QStringList thoughts = {};
    QString model = {};
    LaneStatus status = LaneStatus::Complete;
    QString finish = QStringLiteral("stop");
    qint64 atMs = 0;
};

/// A node to visit, and what is known when it is reached.
struct Step
{
    QString node;
    int turn = -1;
    int lane = -1;
    QString system = {};
    Answer answer = {};
};

class ChatGptReader
{
public:
    ChatGptReader(const QJsonObject &conversation, ImportLosses &losses)
        : m_source(conversation), m_losses(losses), m_mapping(conversation[u"mapping"].toObject())
    {
    }

    Result<ImportedConversation> read()
    {
        m_result.origin = kChatGptExport;
        m_result.title = m_source[u"title"].toString();
        m_result.pinned = m_source[u"is_starred"].toBool();
        m_losses.setConversation(m_result.title);
        m_losses.addUnknown(m_source, {}, kConversationMembers);
        m_id = m_source[u"conversation_id"].toString(m_source[u"id"].toString());
        m_nowMs = milliseconds(m_source[u"create_time"]).value_or(0);
        for (auto node = m_mapping.begin(); node != m_mapping.end(); ++node) {
            if (!node.value().isObject() || !node.value()[kChildren].isArray())
                return broken(
                    ImportWords::tr("“mapping” has the node %1 without “children”").arg(node.key()));
            if (!m_mapping.contains(node.value()[u"parent"].toString()))
                push({node.key()});
        }
        while (!m_steps.isEmpty())
            visit(m_steps.takeLast());
        for (auto node = m_mapping.begin(); node != m_mapping.end(); ++node) {
            if (!m_seen.contains(node.key()))
                m_losses.add(LossKind::Stray, {});
        }
        for (ImportedTurn &turn : m_result.turns) {
            if (turn.lanes.isEmpty())
                turn.lanes.append(unanswered(turn));
        }
        return m_result;
    }

private:
    static std::optional<qint64> milliseconds(const QJsonValue &seconds)
    {
        if (!seconds.isDouble() || seconds.toDouble() <= 0)
            return std::nullopt;
        return std::llround(seconds.toDouble() * 1000.0);
    }

    Error broken(const QString &what) const
    {
        return unreadable(ImportWords::tr("the conversation “%1” is no conversation of ChatGPT: %2")
                              .arg(m_result.title, what));
    }

    void push(const Step &step)
    {
        // Only the first way to a node counts; a tree has no other.
        if (m_seen.contains(step.node) || !m_mapping.contains(step.node))
            return;
        m_seen.insert(step.node);
        m_steps.append(step);
    }

    QJsonObject messageOf(const QString &node) const { return m_mapping[node][kMessage].toObject(); }

    static QString roleOf(const QJsonObject &message) { return message[u"author"][u"role"].toString(); }

    /// A prompt of the user, and no note that only the model was to see.
    static bool isPrompt(const QJsonObject &message)
    {
        return roleOf(message) == kUser
            && !message[kMetadata][u"is_visually_hidden_from_conversation"].toBool()
            && message[kContent][u"content_type"].toString() != QLatin1StringView("user_editable_context");
    }

    void visit(Step step)
    {
        const QJsonObject message = messageOf(step.node);
        const QString role = roleOf(message);
        if (!message.isEmpty()) {
            m_losses.addUnknown(message, QStringLiteral("message."), kMessageMembers);
            m_losses.addUnknown(message[kMetadata].toObject(), QStringLiteral("message.metadata."),
                                kMetadataMembers);
            m_nowMs = milliseconds(message[u"create_time"]).value_or(m_nowMs);
        }
        if (isPrompt(message))
            beginTurn(step, message);
        else if (role == QLatin1StringView("assistant"))
            hear(step, message);
        else if (role == QLatin1StringView("system"))
            step.system = step.turn < 0 ? contentText(message) : step.system;
        else if (!message.isEmpty())
            m_losses.add(LossKind::Message, kindOf(message));
        follow(step);
    }

    void follow(Step &step)
    {
        const QJsonArray children = m_mapping[step.node][kChildren].toArray();
        bool ends = children.isEmpty();
        for (const auto &child : children)
            ends = ends || isPrompt(messageOf(child.toString()));
        if (step.answer.begun && ends)
            step.lane = addLane(step);
        for (qsizetype at = children.size() - 1; at >= 0; --at) {
            Step next = step;
            next.node = children.at(at).toString();
            push(next);
        }
    }

    void beginTurn(Step &step, const QJsonObject &message)
    {
        ImportedTurn turn;
        turn.externalId = m_id + QLatin1Char('/') + step.node;
        turn.prompt = message.isEmpty() ? QString() : contentText(message);
        turn.system = step.system;
        turn.atMs = m_nowMs;
        turn.parentTurn = step.turn;
        turn.parentLane = step.lane;
        step.turn = static_cast<int>(m_result.turns.size());
        step.lane = -1;
        step.answer = {};
        m_result.turns.append(turn);
    }

    void hear(Step &step, const QJsonObject &message)
    {
        const QString recipient = message[u"recipient"].toString(kEveryone);
        if (recipient != kEveryone) {
            m_losses.add(LossKind::Message, QStringLiteral("→ ") + recipient);
            return;
        }
        // A conversation may begin with a greeting.
        if (step.turn < 0)
            beginTurn(step, {});
        Answer &answer = step.answer;
        answer.begun = true;
        answer.atMs = m_nowMs;
        answer.model = message[kMetadata][u"model_slug"].toString(answer.model);
        if (const QString text = contentText(message, &answer); !text.isEmpty())
            answer.texts.append(text);
        const QString finish = message[kMetadata][u"finish_details"][u"type"].toString();
        if (finish == QLatin1StringView("max_tokens")) {
            answer.status = LaneStatus::Truncated;
            answer.finish = QStringLiteral("length");
        } else if (finish == QLatin1StringView("interrupted")) {
            answer.status = LaneStatus::Cancelled;
            answer.finish = finish;
        } else if (message[u"status"].toString() == QLatin1StringView("in_progress")) {
            answer.status = LaneStatus::Interrupted;
            answer.finish.clear();
        }
    }

    static QString kindOf(const QJsonObject &message)
    {
        const QString type = message[kContent][u"content_type"].toString(QStringLiteral("?"));
        const QString name = message[u"author"][u"name"].toString();
        return name.isEmpty() ? type : QString(name + QStringLiteral(": ") + type);
    }

    /// What of a message is text; thoughts go to `answer`.
    QString contentText(const QJsonObject &message, Answer *answer = nullptr)
    {
        const QJsonObject content = message[kContent].toObject();
        const QString type = content[u"content_type"].toString();
        if (type == QLatin1StringView("text") || type == QLatin1StringView("multimodal_text"))
            return partsText(content[u"parts"].toArray());
        if (type == QLatin1StringView("code"))
            return QStringLiteral("```%1\n%2\n```")
                .arg(content[u"language"].toString().remove(QStringLiteral("unknown")),
                     content[u"text"].toString());
        if (type == QLatin1StringView("thoughts") && answer) {
            const QJsonArray thoughts = content[u"thoughts"].toArray();
            for (const auto &thought : thoughts) {
                QStringList parts{thought[u"summary"].toString(), thought[kContent].toString()};
                parts.removeAll(QString());
                answer->thoughts.append(parts.join(QStringLiteral("\n\n")));
            }
            return {};
        }
        m_losses.add(LossKind::Message, kindOf(message));
        return {};
    }

    QString partsText(const QJsonArray &parts)
    {
        QStringList texts;
        for (const auto &part : parts) {
            if (part.isString())
                texts.append(part.toString());
            else if (part[u"content_type"].toString() == QLatin1StringView("audio_transcription"))
                texts.append(part[u"text"].toString());
            else
                m_losses.add(LossKind::File, part[u"content_type"].toString(QStringLiteral("?")));
        }
        texts.removeAll(QString());
        return texts.join(QLatin1Char('\n'));
    }

    int addLane(const Step &step)
    {
        ImportedTurn &turn = m_result.turns[step.turn];
        ImportedLane lane = unanswered(turn);
        if (!step.answer.model.isEmpty())
            lane.model = step.answer.model;
        lane.completion.status = step.answer.status;
        lane.completion.finishReason = step.answer.finish;
        lane.completion.text = step.answer.texts.join(QStringLiteral("\n\n"));
        lane.completion.reasoning = step.answer.thoughts.join(QStringLiteral("\n\n"));
        lane.atMs = step.answer.atMs;
        turn.lanes.append(lane);
        return static_cast<int>(turn.lanes.size()) - 1;
    }

    /// The lane of a prompt that never got an answer.
    ImportedLane unanswered(const ImportedTurn &turn) const
    {
        ImportedLane lane;
        lane.account = kChatGptExport;
        lane.vendor = kVendor;
        lane.model = m_source[u"default_model_slug"].toString();
        if (lane.model.isEmpty())
            lane.model = QStringLiteral("unknown");
        lane.completion.status = LaneStatus::Cancelled;
        lane.atMs = turn.atMs;
        return lane;
    }

    const QJsonObject &m_source;
    ImportLosses &m_losses;
    const QJsonObject m_mapping;
    ImportedConversation m_result;
    QString m_id;
    /// The time of the message before, for one that has none.
    qint64 m_nowMs = 0;
    QList<Step> m_steps;
    QSet<QString> m_seen;
};

} // namespace

bool isChatGptConversation(const QJsonObject &element)
{
    return element[u"mapping"].isObject();
}

Result<ImportedConversation> readChatGptConversation(const QJsonObject &element, ImportLosses &losses)
{
    return ChatGptReader(element, losses).read();
}

} // namespace core
