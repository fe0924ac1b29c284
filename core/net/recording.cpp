#include "core/net/recording.h"

#include "core/base/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace core {

namespace {

constexpr qsizetype kShortestSecret = 4;
const QByteArray kMask = "[redacted]";

/// The secret as it is, and as JSON and URLs spell it.
QList<QByteArray> spellings(const QByteArray &secret)
{
    QList<QByteArray> all{secret};
    const QByteArray json =
        QJsonDocument(QJsonArray{QString::fromUtf8(secret)}).toJson(QJsonDocument::Compact);
    const QByteArray inJson = json.sliced(2, json.size() - 4);
    const QByteArray slashed = QByteArray(inJson).replace("/", "\\/");
    for (const QByteArray &other : {inJson, slashed, QUrl::toPercentEncoding(QString::fromUtf8(secret))}) {
        if (!all.contains(other))
            all.append(other);
    }
    return all;
}

QByteArray maskOf(qsizetype size)
{
    return kMask.first(std::min(size, kMask.size())).leftJustified(size, '*');
}

void maskAll(QByteArray *bytes, const QByteArray &secret)
{
    if (!bytes->contains(secret))
        return;
    const QByteArray mask = maskOf(secret.size());
    bytes->replace(secret, mask);
}

/// A body that was cut may end within the secret.
void maskTail(QByteArray *bytes, const QByteArray &secret)
{
    for (qsizetype size = std::min(secret.size() - 1, bytes->size()); size >= kShortestSecret; --size) {
        if (bytes->endsWith(secret.first(size))) {
            bytes->replace(bytes->size() - size, size, maskOf(size));
            return;
        }
    }
}

/// Limits that are left are no secret, though they are called `x-ratelimit-remaining-tokens`.
bool hidesValue(const QByteArray &name)
{
    return isSecretHeader(name) && !name.toLower().contains("ratelimit");
}

} // namespace

qint64 Recording::bytes() const
{
    return request.size() + response.size() + chunks.size() * qint64(sizeof(RecordedChunk));
}

QByteArray masked(QByteArray bytes, const QList<QByteArray> &secrets)
{
    for (const QByteArray &secret : secrets) {
        if (secret.size() < kShortestSecret)
            continue;
        for (const QByteArray &spelling : spellings(secret)) {
            maskAll(&bytes, spelling);
            maskTail(&bytes, spelling);
        }
    }
    return bytes;
}

QList<Header> maskedHeaders(const QList<Header> &headers, const QList<QByteArray> &secrets)
{
    QList<Header> result;
    for (const Header &header : headers)
        result.append({header.first, hidesValue(header.first) ? kMask : masked(header.second, secrets)});
    return result;
}

} // namespace core
