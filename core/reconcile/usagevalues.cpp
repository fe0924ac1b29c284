#include "core/reconcile/usagevalues.h"

#include "core/base/redaction.h"
#include "core/reconcile/reconcilewords.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>
#include <cstdint>

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

/// `1.000` and `1,000` are a thousand to some and one to others.
bool isThousandOrOne(const QString &text)
{
    static const QRegularExpression group(QStringLiteral("^-?[1-9]\\d{0,2}(?:,\\d{3}|\\.000)$"));
    return group.match(text).hasMatch();
}

/// Without `$` and, where they can be nothing else, without separators of thousands.
QString plainDecimal(QStringView text)
{
    static const QRegularExpression thousands(QStringLiteral("^-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?$"));
    const QStringView trimmed = text.trimmed();
    QString decimal = (trimmed.startsWith(u'$') ? trimmed.mid(1) : trimmed).toString();
    if (thousands.match(decimal).hasMatch() && !isThousandOrOne(decimal))
        decimal.remove(u',');
    return decimal;
}

/// Digits with a comma, several points, or a point before three of them.
bool isUnclearNumber(const QString &text)
{
    static const QRegularExpression separated(
        QStringLiteral("^-?\\d+(?:(?:\\.\\d+)*,\\d+(?:[.,]\\d+)*|(?:\\.\\d+){2,}|\\.\\d{3})$"));
    return separated.match(text).hasMatch();
}

QString unclearNumber(const QString &text, const QString &name)
{
    return name.isEmpty()
        ? ReconcileWords::tr("it may have thousands or a fraction; write plain numbers with a point, as in "
                             "1234.5.")
        : ReconcileWords::tr("\"%1\" in %2 may have thousands or a fraction; write plain numbers with a "
                             "point, as in 1234.5.")
              .arg(text, name);
}

} // namespace

std::optional<qint64> usageCount(QStringView text)
{
    static const QRegularExpression count(QStringLiteral("^(\\d{1,18})(?:\\.0*)?$"));
    const QRegularExpressionMatch match = count.match(text.trimmed().toString());
    if (!match.hasMatch() || isThousandOrOne(match.captured()))
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
    return Money::fromDecimal(plainDecimal(text));
}

std::optional<Money> usageMoney(const QJsonValue &value)
{
    if (value.isString())
        return usageMoney(QStringView(value.toString()));
    return value.isDouble() ? Money::fromDouble(value.toDouble()) : std::nullopt;
}

QString notUsageCount(const QString &text, const QString &name)
{
    const QString plain = text.trimmed();
    if (isUnclearNumber(plain))
        return unclearNumber(plain, name);
    return name.isEmpty() ? ReconcileWords::tr("it is no whole number.")
                          : ReconcileWords::tr("\"%1\" in %2 is no whole number.").arg(plain, name);
}

QString notUsageMoney(const QString &text, const QString &name)
{
    const QString plain = text.trimmed();
    const QString decimal = plainDecimal(plain);
    bool isNumber = false;
    const double value = decimal.toDouble(&isNumber);
    if (isNumber && std::isfinite(value))
        return amountTooLarge();
    if (isUnclearNumber(decimal))
        return unclearNumber(plain, name);
    return name.isEmpty() ? ReconcileWords::tr("it is no amount.")
                          : ReconcileWords::tr("\"%1\" in %2 is no amount.").arg(plain, name);
}

QString amountTooLarge()
{
    return ReconcileWords::tr("the amount is larger than 9.2 million US dollars, the most that can be kept.");
}

bool isBeyondMoney(Money one, Money other)
{
    std::int64_t sum = 0;
    return __builtin_add_overflow(one.picos(), other.picos(), &sum);
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
