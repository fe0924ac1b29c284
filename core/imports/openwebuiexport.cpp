#include "core/imports/openwebuiexport.h"

#include "core/chat/usagereader.h"
#include "core/imports/importwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

const QString kOpenWebUi = QStringLiteral("open-webui");
const QString kMessages = QStringLiteral("messages");
const QString kParent = QStringLiteral("parentId");
const QString kChildrenIds = QStringLiteral("childrenIds");
const QString kText = QStringLiteral("content");
const QString kError = QStringLiteral("error");
const QString kUsage = QStringLiteral("usage");

// Members that are read, and those that only serve the program they come from.
const QSet<QString> kElementMembers{
    QStringLiteral("id"),          QStringLiteral("user_id"),    QStringLiteral("title"),
    QStringLiteral("chat"),        QStringLiteral("created_at"), QStringLiteral("updated_at"),
    QStringLiteral("share_id"),    QStringLiteral("archived"),   QStringLiteral("pinned"),
    QStringLiteral("meta"),        QStringLiteral("folder_id"),  QStringLiteral("time_range"),
    QStringLiteral("last_read_at")};
const QSet<QString> kChatMembers{
    QStringLiteral("id"),        QStringLiteral("title"),   QStringLiteral("models"),
    QStringLiteral("params"),    QStringLiteral("history"), kMessages,
    QStringLiteral("timestamp"), QStringLiteral("tags"),    QStringLiteral("system")};
const QSet<QString> kChatMessageMembers{QStringLiteral("id"),
                                        kParent,
                                        kChildrenIds,
                                        QStringLiteral("role"),
                                        kText,
                                        QStringLiteral("timestamp"),
                                        QStringLiteral("models"),
                                        QStringLiteral("model"),
                                        QStringLiteral("modelName"),
                                        QStringLiteral("modelIdx"),
                                        QStringLiteral("files"),
                                        QStringLiteral("done"),
                                        kUsage,
                                        QStringLiteral("info"),
                                        kError,
                                        QStringLiteral("user"),
                                        QStringLiteral("lastSentence"),
                                        QStringLiteral("originalContent"),
                                        QStringLiteral("selectedModelId"),
                                        QStringLiteral("completedAt")};

/// A time in seconds, as chats have it, or in milliseconds, as some messages do.
std::optional<qint64> milliseconds(const QJsonValue &value)
{
    constexpr double kSecondsEnd = 1e11; // the year 5138
    const double number = value.toDouble();
    if (number <= 0)
        return std::nullopt;
    return static_cast<qint64>(number < kSecondsEnd ? number * 1000.0 : number);
}

QString withoutEntities(QString text)
{
    return text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&#x27;"), QLatin1String("'"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

class OpenWebUiReader
{
public:
    OpenWebUiReader(const QJsonObject &element, ImportLosses &losses)
        : m_element(element)
        , m_chat(element[u"chat"].toObject())
        , m_messages(m_chat[u"history"][kMessages].toObject())
        , m_losses(losses)
    {
    }

    Result<ImportedConversation> read()
    {
        m_result.origin = kOpenWebUi;
        m_result.title = m_element[u"title"].toString(m_chat[u"title"].toString());
        m_result.pinned = m_element[u"pinned"].toBool();
        m_losses.setConversation(m_result.title);
        m_losses.addUnknown(m_element, {}, kElementMembers);
        m_losses.addUnknown(m_chat, QStringLiteral("chat."), kChatMembers);
        m_losses.addUnknown(m_chat[u"params"].toObject(), QStringLiteral("chat.params."),
                            {QStringLiteral("system")});
        readTags();
        m_id = m_element[u"id"].toString(m_chat[u"id"].toString());
        m_nowMs =
            milliseconds(m_element[u"created_at"]).value_or(milliseconds(m_chat[u"timestamp"]).value_or(0));
        for (auto message = m_messages.begin(); message != m_messages.end(); ++message) {
            if (!message.value().isObject() || !message.value()[u"role"].isString())
                return broken(ImportWords::tr("the message %1 has no “role”").arg(message.key()));
            if (!m_messages.contains(message.value()[kParent].toString()))
                push({message.key()});
        }
        while (!m_steps.isEmpty())
            visit(m_steps.takeLast());
        for (qsizetype strays = m_messages.size() - m_seen.size(); strays > 0; --strays)
            m_losses.add(LossKind::Stray, {});
        for (ImportedTurn &turn : m_result.turns) {
            if (turn.lanes.isEmpty())
                turn.lanes.append(emptyLane(turn.atMs));
        }
        return m_result;
    }

private:
    struct Step
    {
        QString message;
        int turn = -1;
        int lane = -1;
    };

    Error broken(const QString &what) const
    {
        return unreadable(
            ImportWords::tr("the chat “%1” is no chat of Open WebUI: %2").arg(m_result.title, what));
    }

    void readTags()
    {
        QJsonArray tags = m_element[u"meta"][u"tags"].toArray();
        const QJsonArray older = m_chat[u"tags"].toArray();
        for (const auto &tag : older)
            tags.append(tag);
        for (const auto &tag : std::as_const(tags)) {
            const QString name = tag.isString() ? tag.toString() : tag[u"name"].toString();
            if (!name.isEmpty())
                m_result.tags.insert(name, QString(QLatin1StringView("")));
        }
    }

    void push(const Step &step)
    {
        if (m_seen.contains(step.message) || !m_messages.contains(step.message))
            return;
        m_seen.insert(step.message);
        m_steps.append(step);
    }

    void visit(Step step)
    {
        const QJsonObject message = m_messages[step.message].toObject();
        const QString role = message[u"role"].toString();
        m_losses.addUnknown(message, QStringLiteral("message."), kChatMessageMembers);
        m_nowMs = milliseconds(message[u"timestamp"]).value_or(m_nowMs);
        if (role == QLatin1StringView("user"))
            beginTurn(step, message);
        else if (role == QLatin1StringView("assistant"))
            hear(step, message);
        else
            m_losses.add(LossKind::Message, role);
        const QJsonArray children = message[kChildrenIds].toArray();
        for (qsizetype at = children.size() - 1; at >= 0; --at)
            push({children.at(at).toString(), step.turn, step.lane});
    }

    void beginTurn(Step &step, const QJsonObject &message)
    {
        ImportedTurn turn;
        turn.externalId = m_id + QLatin1Char('/') + step.message;
        turn.prompt = textOf(message);
        turn.system = m_chat[u"params"][u"system"].toString(m_chat[u"system"].toString());
        turn.images = imagesOf(message);
        turn.atMs = m_nowMs;
        turn.parentTurn = step.turn;
        turn.parentLane = step.lane;
        step.turn = static_cast<int>(m_result.turns.size());
        step.lane = -1;
        m_result.turns.append(turn);
    }

    void hear(Step &step, const QJsonObject &message)
    {
        if (step.turn < 0)
            beginTurn(step, {});
        ImportedLane lane = emptyLane(m_nowMs);
        Completion &completion = lane.completion;
        lane.model = message[u"model"].toString(message[u"modelName"].toString(lane.model));
        completion.text = withoutDetails(textOf(message), completion.reasoning);
        completion.usage = usageOf(message);
        completion.status = LaneStatus::Complete;
        completion.finishReason = QStringLiteral("stop");
        (void)imagesOf(message);
        if (const QJsonValue error = message[kError]; error.isObject() || error.isString()) {
            completion.status = LaneStatus::Failed;
            completion.finishReason.clear();
            completion.error =
                Error{ErrorKind::Server, error.isString() ? error.toString() : error[kText].toString()};
        } else if (!message[u"done"].toBool(true)) {
            completion.status = LaneStatus::Interrupted;
            completion.finishReason.clear();
        }
        ImportedTurn &turn = m_result.turns[step.turn];
        turn.lanes.append(lane);
        step.lane = static_cast<int>(turn.lanes.size()) - 1;
    }

    static QString textOf(const QJsonObject &message)
    {
        if (!message[kText].isArray())
            return message[kText].toString();
        QStringList texts;
        const QJsonArray parts = message[kText].toArray();
        for (const auto &part : parts)
            texts.append(part[u"text"].toString());
        texts.removeAll(QString());
        return texts.join(QLatin1Char('\n'));
    }

    /// An answer without its folded parts; those of reasoning go to `reasoning`.
    QString withoutDetails(const QString &text, QString &reasoning)
    {
        static const QRegularExpression kDetails(
            QStringLiteral("<details\\b[^>]*\\btype=\"(\\w+)\"[^>]*>(.*?)</details>\\s*"),
            QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression kSummary(QStringLiteral("<summary>.*?</summary>"),
                                                 QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression kQuote(QStringLiteral("^> ?"), QRegularExpression::MultilineOption);
        QRegularExpressionMatchIterator found = kDetails.globalMatch(text);
        QStringList thoughts;
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            if (match.captured(1) != QLatin1StringView("reasoning")) {
                m_losses.add(LossKind::Message, match.captured(1));
                continue;
            }
            QString thought = match.captured(2).remove(kSummary).trimmed();
            // Newer versions escape what they quote.
            thought =
                withoutEntities(thought.replace(QLatin1String("&gt; "), QLatin1String("> "))).remove(kQuote);
            thoughts.append(thought.trimmed());
        }
        reasoning = thoughts.join(QStringLiteral("\n\n"));
        return QString(text).remove(kDetails).trimmed();
    }

    QList<ImagePart> imagesOf(const QJsonObject &message)
    {
        static const QRegularExpression kDataUrl(QStringLiteral("^data:(image/[\\w.+-]+);base64,"));
        QList<ImagePart> images;
        const QJsonArray files = message[u"files"].toArray();
        for (const auto &file : files) {
            const QString url = file[u"url"].toString();
            const QRegularExpressionMatch match = kDataUrl.match(url);
            if (match.hasMatch() && message[u"role"].toString() == QLatin1StringView("user"))
                images.append(
                    {QByteArray::fromBase64(QStringView(url).mid(match.capturedLength()).toLatin1()),
                     match.captured(1)});
            else
                m_losses.add(LossKind::File, file[u"type"].toString(QStringLiteral("file")));
        }
        return images;
    }

    static Usage usageOf(const QJsonObject &message)
    {
        const QJsonObject usage =
            message[kUsage].isObject() ? message[kUsage].toObject() : message[u"info"].toObject();
        Usage read = readUsage(usage, {});
        const auto count = [&usage](const char16_t *name) {
            const qint64 tokens = usage[QStringView(name)].toInteger(-1);
            return tokens >= 0 ? std::optional(tokens) : std::nullopt;
        };
        // As Ollama names them.
        if (!read.input)
            read.input = count(u"prompt_eval_count");
        if (!read.output)
            read.output = count(u"eval_count");
        if (read.input || read.output) {
            read.basis = UsageBasis::Reported;
            read.rawJson = QJsonDocument(usage).toJson(QJsonDocument::Compact);
        }
        return read;
    }

    ImportedLane emptyLane(qint64 atMs) const
    {
        ImportedLane lane;
        lane.account = kOpenWebUi;
        lane.model = m_chat[u"models"].toArray().first().toString();
        if (lane.model.isEmpty())
            lane.model = QStringLiteral("unknown");
        lane.completion.status = LaneStatus::Cancelled;
        lane.atMs = atMs;
        return lane;
    }

    const QJsonObject &m_element;
    const QJsonObject m_chat;
    const QJsonObject m_messages;
    ImportLosses &m_losses;
    ImportedConversation m_result;
    QString m_id;
    qint64 m_nowMs = 0;
    QList<Step> m_steps;
    QSet<QString> m_seen;
};

} // namespace

bool isOpenWebUiChat(const QJsonObject &element)
{
    return element[u"chat"][u"history"][kMessages].isObject();
}

Result<ImportedConversation> readOpenWebUiChat(const QJsonObject &element, ImportLosses &losses)
{
    return OpenWebUiReader(element, losses).read();
}

} // namespace core
