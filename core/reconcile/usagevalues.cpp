#include "core/reconcile/usagevalues.h"

#include "core/base/redaction.h"

#include <QDateTime>
#include <QRegularExpression>

namespace core {

namespace {

/// Numbers from here on count milliseconds: as seconds that would be the year 5138.
constexpr qint64 kFirstMilliseconds = 100'000'000'000;
/// Names are shorter than this, have a blank in them or no digit; keys and their hashes are none of that.
constexpr qsizetype kShortestSecret = 24;
/// How ids of keys begin at OpenAI and Anthropic.
constexpr QLatin1StringView kKeyIdStart("key_");
constexpr QLatin1StringView kApiKeyIdStart("apikey_");

/// Of eight digits; as seconds they would be a moment of 1970.
QDate compactDay(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("^20\\d{6}$"));
    return digits.match(text).hasMatch() ? QDate::fromString(text, QStringLiteral("yyyyMMdd")) : QDate();
}

} // namespace

std::optional<qint64> usageCount(QStringView text)
{
    static const QRegularExpression count(QStringLiteral("^(\\d{1,18})(?:\\.0*)?$"));
    const QRegularExpressionMatch match = count.match(text.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong();
}

std::optional<qint64> usageCount(const QJsonValue &value)
{
    if (value.isString())
        return usageCount(QStringView(value.toString()));
    if (!value.isDouble())
        return std::nullopt;
    const qint64 count = value.toInteger(-1);
    return count >= 0 ? std::optional(count) : std::nullopt;
}

std::optional<Money> usageMoney(QStringView text)
{
    QString decimal = text.trimmed().toString();
    if (decimal.startsWith(u'$'))
        decimal.remove(0, 1);
    static const QRegularExpression thousands(QStringLiteral("^-?\\d{1,3}(,\\d{3})+(\\.\\d+)?$"));
    if (thousands.match(decimal).hasMatch())
        decimal.remove(u',');
    return Money::fromDecimal(decimal);
}

std::optional<Money> usageMoney(const QJsonValue &value)
{
    if (value.isString())
        return usageMoney(QStringView(value.toString()));
    return value.isDouble() ? Money::fromDouble(value.toDouble()) : std::nullopt;
}

std::optional<qint64> usageMoment(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    if (const QDate day = compactDay(trimmed); day.isValid())
        return day.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    if (const std::optional<qint64> number = usageCount(QStringView(trimmed)))
        return *number >= kFirstMilliseconds ? *number : *number * 1000;
    if (isUsageDay(trimmed))
        return QDate::fromString(trimmed, Qt::ISODate).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    QString iso = trimmed;
    if (iso.size() > 10 && iso.at(10) == u' ')
        iso[10] = u'T';
    static const QRegularExpression utcName(QStringLiteral("(?: ?UTC| \\+0000)$"));
    static const QRegularExpression zone(QStringLiteral("(?:Z|[+-]\\d{2}:?\\d{2})$"));
    iso.remove(utcName);
    // Read as local time, an hour a year would not exist.
    if (iso.size() > 10 && !zone.match(iso).hasMatch())
        iso += u'Z';
    const QDateTime moment = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return moment.isValid() ? std::optional(moment.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<qint64> usageMoment(const QJsonValue &value)
{
    if (value.isString())
        return usageMoment(QStringView(value.toString()));
    const std::optional<qint64> number = usageCount(value);
    if (!number)
        return std::nullopt;
    return *number >= kFirstMilliseconds ? *number : *number * 1000;
}

bool isUsageDay(QStringView text)
{
    return text.size() == 10 && QDate::fromString(text.toString(), Qt::ISODate).isValid();
}

QString shownKey(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(kKeyIdStart) || trimmed.startsWith(kApiKeyIdStart))
        return trimmed;
    static const QRegularExpression blank(QStringLiteral("\\s"));
    static const QRegularExpression digit(QStringLiteral("\\d"));
    const bool secret = redacted(trimmed) != trimmed || trimmed.startsWith(QLatin1StringView("sk-"))
        || (trimmed.size() >= kShortestSecret && !trimmed.contains(blank) && trimmed.contains(digit));
    return secret ? QStringLiteral("...") + trimmed.right(4) : trimmed;
}

} // namespace core
