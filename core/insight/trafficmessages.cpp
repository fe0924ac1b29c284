#include "core/insight/trafficmessages.h"

#include "core/chat/imagetype.h"
#include "core/chat/tokenestimate.h"
#include "core/compare/runestimate.h"
#include "core/insight/insightwords.h"

namespace core {

namespace {

/// A message as it is read.
struct TrafficMessage
{
    QString role;
    QString text = {};
    QList<ImagePart> images = {};
    int lostPictures = 0;
    /// Something in it has no place in the ledger.
    bool partial = false;
};

bool isSystemRole(const QString &role)
{
    return role == QLatin1StringView("system") || role == QLatin1StringView("developer");
}

/// The picture of a data URL; nothing for an address.
std::optional<ImagePart> pictureOf(const QString &url)
{
    const qsizetype comma = url.indexOf(u',');
    if (!url.startsWith(QLatin1StringView("data:")) || comma < 0
        || !QStringView(url).left(comma).endsWith(QLatin1StringView(";base64")))
        return std::nullopt;
    ImagePart picture;
    picture.data = QByteArray::fromBase64(QStringView(url).sliced(comma + 1).toLatin1());
    picture.mimeType = imageTypeOf(picture.data);
    return picture.mimeType.isEmpty() ? std::nullopt : std::optional(picture);
}

void readPicture(const QJsonValue &part, TrafficMessage &message, ImportLosses &losses)
{
    const QJsonValue named = part[QLatin1StringView("image_url")];
    const QString url = named.isString() ? named.toString() : named[QLatin1StringView("url")].toString();
    if (const std::optional<ImagePart> picture = pictureOf(url)) {
        message.images.append(*picture);
        return;
    }
    ++message.lostPictures;
    message.partial = true;
    losses.add(LossKind::File, QStringLiteral("image_url"));
}

void readPart(const QJsonValue &part, TrafficMessage &message, ImportLosses &losses)
{
    const QString type = part[QLatin1StringView("type")].toString();
    if (type == QLatin1StringView("text") || type == QLatin1StringView("input_text")
        || type == QLatin1StringView("output_text")) {
        if (!message.text.isEmpty())
            message.text += u'\n';
        message.text += part[QLatin1StringView("text")].toString();
    } else if (type == QLatin1StringView("image_url") || type == QLatin1StringView("input_image")) {
        readPicture(part, message, losses);
    } else {
        message.partial = true;
        losses.add(LossKind::File, type.isEmpty() ? QStringLiteral("part") : type);
    }
}

Result<TrafficMessage> readTrafficMessage(const QJsonValue &value, qsizetype place, ImportLosses &losses)
{
    const auto fault = [place](const QString &what) {
        return Error{ErrorKind::InvalidRequest,
                     InsightWords::tr("messages[%1] %2").arg(QString::number(place), what)};
    };
    if (!value.isObject())
        return fault(InsightWords::tr("is no object"));
    TrafficMessage message{value[QLatin1StringView("role")].toString()};
    if (message.role.isEmpty())
        return fault(InsightWords::tr("has no “role”"));
    const QJsonValue content = value[QLatin1StringView("content")];
    if (content.isString()) {
        message.text = content.toString();
    } else if (content.isArray()) {
        const QJsonArray parts = content.toArray();
        for (const QJsonValue &part : parts)
            readPart(part, message, losses);
    } else if (!content.isNull() && !content.isUndefined()) {
        return fault(InsightWords::tr("has a “content” that is neither a text nor a list"));
    }
    if (value[QLatin1StringView("tool_calls")].isArray()) {
        message.partial = true;
        losses.add(LossKind::Message, QStringLiteral("tool_calls"));
    }
    return message;
}

qint64 tokensOf(const TrafficMessage &message)
{
    return estimateTokens(message.text) + kTokensOfAnImage * (message.images.size() + message.lostPictures);
}

qsizetype lastUserMessage(const QList<TrafficMessage> &messages)
{
    for (qsizetype place = messages.size() - 1; place >= 0; --place) {
        if (messages.at(place).role == QLatin1StringView("user"))
            return place;
    }
    return -1;
}

/// Puts a message before the prompt, or after it, where it belongs.
void addMessage(const TrafficMessage &message, bool isBefore, ImportedRequest &request, ImportLosses &losses)
{
    RequestContext &context = request.context;
    const bool user = message.role == QLatin1StringView("user");
    context.lostPictures += message.lostPictures;
    context.whole = context.whole && !message.partial;
    if (isSystemRole(message.role)) {
        if (!request.system.isEmpty())
            request.system += QStringLiteral("\n\n");
        request.system += message.text;
        // In its place it may have meant something else.
        context.whole = context.whole && isBefore && context.earlier.isEmpty();
        return;
    }
    if (isBefore && (user || message.role == QLatin1StringView("assistant"))) {
        context.turns += user ? 1 : 0;
        context.earlier.append({user ? Role::User : Role::Assistant, message.text});
        context.lostPictures += static_cast<int>(message.images.size());
        context.whole = context.whole && message.images.isEmpty();
        return;
    }
    context.whole = false;
    losses.add(LossKind::Message, message.role);
}

} // namespace

Result<void> readTrafficMessages(const QJsonArray &messages, ImportedRequest &request, ImportLosses &losses)
{
    QList<TrafficMessage> read;
    for (const QJsonValue &value : messages) {
        const Result<TrafficMessage> message = readTrafficMessage(value, read.size(), losses);
        if (!message)
            return message.error();
        read.append(*message);
        request.context.tokens += tokensOf(*message);
    }
    const qsizetype prompt = lastUserMessage(read);
    if (prompt < 0)
        return Error{ErrorKind::InvalidRequest,
                     InsightWords::tr("its “messages” have none of the role “user”")};
    for (qsizetype at = 0; at < read.size(); ++at) {
        if (at != prompt)
            addMessage(read.at(at), at < prompt, request, losses);
    }
    const TrafficMessage &last = read.at(prompt);
    request.prompt = last.text;
    request.images = last.images;
    request.context.lostPictures += last.lostPictures;
    request.context.whole = request.context.whole && !last.partial;
    return {};
}

} // namespace core
