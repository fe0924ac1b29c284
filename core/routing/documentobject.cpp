#include "core/routing/documentobject.h"

#include <cmath>

namespace core {

namespace {

QString shownPath(const QString &path)
{
    return path.isEmpty() ? RuleDocument::tr("the document") : path;
}

std::optional<qint64> wholeNumberIn(const QJsonValue &value)
{
    // Beyond 2^53 a number that is written as 1e300 would be taken for a whole one.
    constexpr double kExact = 9007199254740992.0;
    const double number = value.toDouble();
    if (!value.isDouble() || !std::isfinite(number) || std::trunc(number) != number)
        return std::nullopt;
    const qint64 whole = value.toInteger();
    if (std::abs(number) > kExact && QJsonValue(whole) != value)
        return std::nullopt;
    return whole;
}

} // namespace

void DocumentReading::fail(const QString &sentence)
{
    if (!m_error)
        m_error = Error{ErrorKind::InvalidRequest, sentence};
}

void DocumentReading::noteUnknown(const QString &path)
{
    if (m_unknown)
        m_unknown->append(path);
}

QString pathInside(const QString &path, QStringView member)
{
    return path.isEmpty() ? member.toString() : QString(path + u'.' + member);
}

QString pathInside(const QString &path, qsizetype place)
{
    return path + u'[' + QString::number(place) + u']';
}

QString expectedObject(const QString &path)
{
    return RuleDocument::tr("%1: expected an object").arg(shownPath(path));
}

QString expectedOneOf(const QString &path, const QStringList &names)
{
    return RuleDocument::tr("%1: expected one of %2").arg(shownPath(path), names.join(QStringLiteral(", ")));
}

DocumentObject::DocumentObject(const QJsonValue &json, const QString &path, DocumentReading *reading)
    : m_path(path), m_rest(json.toObject()), m_reading(reading)
{
    if (!json.isObject())
        m_reading->fail(expectedObject(path));
}

QString DocumentObject::pathOf(QLatin1StringView member) const
{
    return pathInside(m_path, QString(member));
}

void DocumentObject::require(QLatin1StringView member, const QString &sentence)
{
    if (!has(member))
        m_reading->fail(sentence);
}

QString DocumentObject::text(QLatin1StringView member, const QString &fallback)
{
    if (!has(member))
        return fallback;
    const QJsonValue value = m_rest.take(member);
    if (!value.isString())
        m_reading->fail(RuleDocument::tr("%1: expected a text").arg(pathOf(member)));
    return value.toString();
}

bool DocumentObject::flag(QLatin1StringView member, bool fallback)
{
    if (!has(member))
        return fallback;
    const QJsonValue value = m_rest.take(member);
    if (!value.isBool())
        m_reading->fail(RuleDocument::tr("%1: expected true or false").arg(pathOf(member)));
    return value.toBool();
}

int DocumentObject::whole(QLatin1StringView member, int fallback)
{
    if (!has(member))
        return fallback;
    constexpr qint64 kMost = std::numeric_limits<int>::max();
    const std::optional<qint64> count = wholeNumberIn(m_rest.take(member));
    if (count && *count >= 0 && *count <= kMost)
        return static_cast<int>(*count);
    m_reading->fail(RuleDocument::tr("%1: expected a whole number from 0 to %2")
                        .arg(pathOf(member), QString::number(kMost)));
    return fallback;
}

std::optional<double> DocumentObject::number(QLatin1StringView member)
{
    if (!has(member))
        return std::nullopt;
    const QJsonValue value = m_rest.take(member);
    if (value.isDouble() && std::isfinite(value.toDouble()))
        return value.toDouble();
    m_reading->fail(RuleDocument::tr("%1: expected a number").arg(pathOf(member)));
    return std::nullopt;
}

std::optional<qint64> DocumentObject::integer(QLatin1StringView member)
{
    if (!has(member))
        return std::nullopt;
    const std::optional<qint64> value = wholeNumberIn(m_rest.take(member));
    if (!value)
        m_reading->fail(RuleDocument::tr("%1: expected a whole number").arg(pathOf(member)));
    return value;
}

QStringList DocumentObject::texts(QLatin1StringView member)
{
    QStringList texts;
    const QJsonArray values = list(member);
    for (qsizetype at = 0; at < values.size() && !m_reading->failed(); ++at) {
        const QJsonValue value = values.at(at);
        if (!value.isString())
            m_reading->fail(RuleDocument::tr("%1: expected a text").arg(pathInside(pathOf(member), at)));
        texts.append(value.toString());
    }
    return texts;
}

QJsonObject DocumentObject::object(QLatin1StringView member)
{
    if (!has(member))
        return {};
    const QJsonValue value = m_rest.take(member);
    if (!value.isObject())
        m_reading->fail(expectedObject(pathOf(member)));
    return value.toObject();
}

QJsonArray DocumentObject::list(QLatin1StringView member, qsizetype most)
{
    if (!has(member))
        return {};
    const QJsonValue value = m_rest.take(member);
    if (!value.isArray())
        m_reading->fail(RuleDocument::tr("%1: expected a list").arg(pathOf(member)));
    else if (value.toArray().size() > most)
        m_reading->fail(
            RuleDocument::tr("%1: expected a list of at most %2").arg(pathOf(member), QString::number(most)));
    return value.toArray();
}

QJsonObject DocumentObject::rest() const
{
    for (auto member = m_rest.begin(); member != m_rest.end(); ++member)
        m_reading->noteUnknown(pathInside(m_path, member.key()));
    return m_rest;
}

void DocumentObject::refuseRest(const QStringList &known) const
{
    if (!m_rest.isEmpty())
        m_reading->fail(RuleDocument::tr("%1: not expected; there may only be %2")
                            .arg(pathInside(m_path, m_rest.begin().key()), known.join(QStringLiteral(", "))));
}

} // namespace core
