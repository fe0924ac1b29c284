#include "core/base/redaction.h"

#include <QRegularExpression>

namespace core {

namespace {

constexpr qsizetype kShortestSecret = 4;

QString mask()
{
    return QStringLiteral("[redacted]");
}

} // namespace

QString redacted(QString text, const QStringList &secrets)
{
    for (const QString &secret : secrets) {
        if (secret.size() >= kShortestSecret)
            text.replace(secret, mask());
    }
    static const QRegularExpression bearer(QStringLiteral("(Bearer\\s+)[^\\s\"',;]+"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression keyLike(
        QStringLiteral("\\b(sk-|gsk_|AIza|xai-|pplx-|tgp_|fw_|csk-)[A-Za-z0-9_\\-]{8,}"));
    text.replace(bearer, QStringLiteral("\\1") + mask());
    text.replace(keyLike, mask());
    return text;
}

bool isSecretHeader(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower.contains("authorization") || lower.contains("api-key") || lower.contains("apikey")
        || lower.contains("token") || lower.contains("secret") || lower.contains("cookie")
        || lower.contains("password") || lower.endsWith("-key");
}

} // namespace core
