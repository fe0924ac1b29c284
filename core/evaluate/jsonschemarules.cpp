#include "core/evaluate/jsonschemarules.h"

#include "core/evaluate/evaluatewords.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace core {

namespace {

/// References that lead in a circle end here; no schema people write nests as deep.
constexpr int kDeepest = 256;
/// References that fork on the way need not be deep to take forever.
constexpr int kMostSteps = 200'000;

using Violation = std::optional<QString>;

QString at(const QString &place, const QString &what)
{
    return place.isEmpty() ? EvaluateWords::tr("the document %1").arg(what)
                           : EvaluateWords::tr("%1 %2").arg(place, what);
}

QString below(const QString &place, const QString &name)
{
    return place + QLatin1Char('/') + escapedForPointer(name);
}

QString shown(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    const QString text = QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
    return text.size() > 60 ? QString(text.first(60) + QStringLiteral("...")) : text;
}

qsizetype charactersOf(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar each) { return !each.isLowSurrogate(); });
}

bool hasType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return type == QLatin1StringView("null");
    case QJsonValue::Bool:
        return type == QLatin1StringView("boolean");
    case QJsonValue::Double:
        return type == QLatin1StringView("number")
            || (type == QLatin1StringView("integer") && isWholeNumber(value));
    case QJsonValue::String:
        return type == QLatin1StringView("string");
    case QJsonValue::Array:
        return type == QLatin1StringView("array");
    case QJsonValue::Object:
        return type == QLatin1StringView("object");
    default:
        return false;
    }
}

QJsonArray asList(const QJsonValue &value)
{
    return value.isArray() ? value.toArray() : QJsonArray{value};
}

/// The limit that `count` breaks; `what` says the count with its noun.
Violation ofCount(const QJsonObject &schema, qsizetype count, const QString &least, const QString &most,
                  const QString &what, const QString &place)
{
    const auto amount = static_cast<double>(count);
    if (schema.contains(least) && amount < schema.value(least).toDouble())
        return at(place, EvaluateWords::tr("has %1, fewer than %2").arg(what, shown(schema.value(least))));
    if (schema.contains(most) && amount > schema.value(most).toDouble())
        return at(place, EvaluateWords::tr("has %1, more than %2").arg(what, shown(schema.value(most))));
    return std::nullopt;
}

} // namespace

QString escapedForPointer(QString name)
{
    return name.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
}

std::optional<QJsonValue> resolvePointer(const QJsonValue &root, const QString &reference)
{
    if (reference == QLatin1StringView("#"))
        return root;
    if (!reference.startsWith(QLatin1StringView("#/")))
        return std::nullopt;
    QJsonValue value = root;
    const QString path = QUrl::fromPercentEncoding(reference.sliced(2).toUtf8());
    for (QString part : path.split(u'/')) {
        part.replace(QLatin1StringView("~1"), QLatin1StringView("/"))
            .replace(QLatin1StringView("~0"), QLatin1StringView("~"));
        value = value.isArray() ? value.toArray().at(part.toInt()) : value.toObject().value(part);
        if (value.isUndefined())
            return std::nullopt;
    }
    return value;
}

bool isWholeNumber(const QJsonValue &value)
{
    return value.isDouble() && std::isfinite(value.toDouble())
        && std::trunc(value.toDouble()) == value.toDouble();
}

Violation SchemaJudge::violation(const QJsonValue &schema, const QJsonValue &instance, const QString &place)
{
    if (schema.isBool())
        return schema.toBool() ? std::nullopt : Violation(at(place, EvaluateWords::tr("must not be there")));
    if (!m_exhausted && (m_depth >= kDeepest || ++m_steps > kMostSteps))
        m_exhausted =
            at(place, EvaluateWords::tr("is nested too deeply, or the schema refers to itself in a circle"));
    if (m_exhausted)
        return m_exhausted;
    ++m_depth;
    const QJsonObject object = schema.toObject();
    Violation found = ofValue(object, instance, place);
    if (!found && instance.isDouble())
        found = ofNumber(object, instance.toDouble(), place);
    if (!found && instance.isString())
        found = ofText(object, instance.toString(), place);
    if (!found && instance.isArray())
        found = ofArray(object, instance.toArray(), place);
    if (!found && instance.isObject())
        found = ofObject(object, instance.toObject(), place);
    if (!found)
        found = ofCombination(object, instance, place);
    --m_depth;
    return found;
}

bool SchemaJudge::fits(const QJsonValue &schema, const QJsonValue &instance)
{
    return !violation(schema, instance, QString());
}

Violation SchemaJudge::ofValue(const QJsonObject &schema, const QJsonValue &instance,
                               const QString &place) const
{
    const QJsonValue type = schema.value(QLatin1StringView("type"));
    if (!type.isUndefined()) {
        const QJsonArray types = asList(type);
        if (std::none_of(types.begin(), types.end(),
                         [&](const QJsonValue &each) { return hasType(instance, each.toString()); })) {
            QStringList names;
            for (const QJsonValue &each : types)
                names.append(each.toString());
            return at(place,
                      EvaluateWords::tr("is %1, not of the type %2")
                          .arg(shown(instance), names.join(QStringLiteral(", "))));
        }
    }
    const QJsonValue constant = schema.value(QLatin1StringView("const"));
    if (!constant.isUndefined() && constant != instance)
        return at(place, EvaluateWords::tr("is %1, not %2").arg(shown(instance), shown(constant)));
    const QJsonValue choices = schema.value(QLatin1StringView("enum"));
    if (choices.isArray() && !choices.toArray().contains(instance))
        return at(place,
                  EvaluateWords::tr("is %1, which is none of %2").arg(shown(instance), shown(choices)));
    return std::nullopt;
}

Violation SchemaJudge::ofNumber(const QJsonObject &schema, double number, const QString &place) const
{
    const auto limit = [&schema](QLatin1StringView name) -> std::optional<double> {
        const QJsonValue value = schema.value(name);
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    const std::optional<double> least = limit(QLatin1StringView("minimum"));
    const std::optional<double> most = limit(QLatin1StringView("maximum"));
    const std::optional<double> above = limit(QLatin1StringView("exclusiveMinimum"));
    const std::optional<double> under = limit(QLatin1StringView("exclusiveMaximum"));
    if (least && number < *least)
        return at(place, EvaluateWords::tr("is %1, less than %2").arg(number).arg(*least));
    if (most && number > *most)
        return at(place, EvaluateWords::tr("is %1, more than %2").arg(number).arg(*most));
    if (above && number <= *above)
        return at(place, EvaluateWords::tr("is %1, not more than %2").arg(number).arg(*above));
    if (under && number >= *under)
        return at(place, EvaluateWords::tr("is %1, not less than %2").arg(number).arg(*under));
    if (const std::optional<double> step = limit(QLatin1StringView("multipleOf"))) {
        const double quotient = number / *step;
        if (std::abs(quotient - std::round(quotient)) > 1e-9 * std::max(1.0, std::abs(quotient)))
            return at(place, EvaluateWords::tr("is %1, no multiple of %2").arg(number).arg(*step));
    }
    return std::nullopt;
}

Violation SchemaJudge::ofText(const QJsonObject &schema, const QString &text, const QString &place) const
{
    const qsizetype characters = charactersOf(text);
    if (Violation found =
            ofCount(schema, characters, QStringLiteral("minLength"), QStringLiteral("maxLength"),
                    EvaluateWords::tr("%n characters", nullptr, static_cast<int>(characters)), place))
        return found;
    const QJsonValue pattern = schema.value(QLatin1StringView("pattern"));
    if (pattern.isString()
        && !QRegularExpression(pattern.toString(), QRegularExpression::UseUnicodePropertiesOption)
                .match(text)
                .hasMatch())
        return at(place,
                  EvaluateWords::tr("is %1, which does not match %2").arg(shown(text), pattern.toString()));
    return std::nullopt;
}

Violation SchemaJudge::ofArray(const QJsonObject &schema, const QJsonArray &array, const QString &place)
{
    if (Violation found =
            ofCount(schema, array.size(), QStringLiteral("minItems"), QStringLiteral("maxItems"),
                    EvaluateWords::tr("%n items", nullptr, static_cast<int>(array.size())), place))
        return found;
    if (schema.value(QLatin1StringView("uniqueItems")).toBool()) {
        for (qsizetype one = 0; one < array.size(); ++one) {
            for (qsizetype other = one + 1; other < array.size(); ++other) {
                if (array.at(one) == array.at(other))
                    return at(place,
                              EvaluateWords::tr("has the same item twice, at %1 and %2").arg(one).arg(other));
            }
        }
    }
    const QJsonArray prefix = schema.value(QLatin1StringView("prefixItems")).toArray();
    const QJsonValue rest = schema.value(QLatin1StringView("items"));
    for (qsizetype index = 0; index < array.size(); ++index) {
        const QJsonValue &item = index < prefix.size() ? QJsonValue(prefix.at(index)) : rest;
        if (item.isUndefined())
            break;
        if (Violation found = violation(item, array.at(index), below(place, QString::number(index))))
            return found;
    }
    return ofContains(schema, array, place);
}

Violation SchemaJudge::ofContains(const QJsonObject &schema, const QJsonArray &array, const QString &place)
{
    const QJsonValue wanted = schema.value(QLatin1StringView("contains"));
    if (wanted.isUndefined())
        return std::nullopt;
    const auto count =
        std::count_if(array.begin(), array.end(), [&](const QJsonValue &item) { return fits(wanted, item); });
    const double least = schema.value(QLatin1StringView("minContains")).toDouble(1.0);
    if (static_cast<double>(count) < least)
        return at(place,
                  EvaluateWords::tr("has %n items of the kind wanted, fewer than %1", nullptr,
                                    static_cast<int>(count))
                      .arg(least));
    const QJsonValue most = schema.value(QLatin1StringView("maxContains"));
    if (most.isDouble() && static_cast<double>(count) > most.toDouble())
        return at(place,
                  EvaluateWords::tr("has %n items of the kind wanted, more than %1", nullptr,
                                    static_cast<int>(count))
                      .arg(most.toDouble()));
    return std::nullopt;
}

Violation SchemaJudge::ofObject(const QJsonObject &schema, const QJsonObject &object, const QString &place)
{
    if (Violation found =
            ofCount(schema, object.size(), QStringLiteral("minProperties"), QStringLiteral("maxProperties"),
                    EvaluateWords::tr("%n properties", nullptr, static_cast<int>(object.size())), place))
        return found;
    const QJsonArray required = schema.value(QLatin1StringView("required")).toArray();
    for (const QJsonValue &name : required) {
        if (!object.contains(name.toString()))
            return at(place, EvaluateWords::tr("has no property \"%1\"").arg(name.toString()));
    }
    const QJsonObject dependent = schema.value(QLatin1StringView("dependentRequired")).toObject();
    for (auto rule = dependent.begin(); rule != dependent.end(); ++rule) {
        if (!object.contains(rule.key()))
            continue;
        const QJsonArray names = rule.value().toArray();
        for (const QJsonValue &name : names) {
            if (!object.contains(name.toString()))
                return at(place,
                          EvaluateWords::tr("has the property \"%1\" but not \"%2\"")
                              .arg(rule.key(), name.toString()));
        }
    }
    return ofMembers(schema, object, place);
}

Violation SchemaJudge::ofMembers(const QJsonObject &schema, const QJsonObject &object, const QString &place)
{
    const QJsonObject properties = schema.value(QLatin1StringView("properties")).toObject();
    const QJsonObject patterns = schema.value(QLatin1StringView("patternProperties")).toObject();
    const QJsonValue others = schema.value(QLatin1StringView("additionalProperties"));
    const QJsonValue names = schema.value(QLatin1StringView("propertyNames"));
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString here = below(place, member.key());
        if (!names.isUndefined() && !fits(names, QJsonValue(member.key())))
            return at(here, EvaluateWords::tr("has a name that is not allowed"));
        bool named = properties.contains(member.key());
        if (named) {
            if (Violation found = violation(properties.value(member.key()), member.value(), here))
                return found;
        }
        for (auto pattern = patterns.begin(); pattern != patterns.end(); ++pattern) {
            if (!QRegularExpression(pattern.key()).match(member.key()).hasMatch())
                continue;
            named = true;
            if (Violation found = violation(pattern.value(), member.value(), here))
                return found;
        }
        if (named || others.isUndefined())
            continue;
        if (others.isBool() && !others.toBool())
            return at(place,
                      EvaluateWords::tr("has the property \"%1\", which the schema does not know")
                          .arg(member.key()));
        if (Violation found = violation(others, member.value(), here))
            return found;
    }
    return std::nullopt;
}

Violation SchemaJudge::ofCombination(const QJsonObject &schema, const QJsonValue &instance,
                                     const QString &place)
{
    const QJsonValue reference = schema.value(QLatin1StringView("$ref"));
    if (reference.isString()) {
        const QJsonValue target = resolvePointer(m_root, reference.toString()).value_or(QJsonValue(true));
        if (Violation found = violation(target, instance, place))
            return found;
    }
    const QJsonArray all = schema.value(QLatin1StringView("allOf")).toArray();
    for (const QJsonValue &each : all) {
        if (Violation found = violation(each, instance, place))
            return found;
    }
    const auto fitting = [&](QLatin1StringView keyword) {
        const QJsonArray options = schema.value(keyword).toArray();
        return std::count_if(options.begin(), options.end(),
                             [&](const QJsonValue &each) { return fits(each, instance); });
    };
    if (schema.contains(QLatin1StringView("anyOf")) && fitting(QLatin1StringView("anyOf")) == 0)
        return at(place, EvaluateWords::tr("fits none of the alternatives (anyOf)"));
    if (schema.contains(QLatin1StringView("oneOf"))) {
        if (const auto count = fitting(QLatin1StringView("oneOf")); count != 1)
            return at(place,
                      EvaluateWords::tr("fits %1 of the alternatives (oneOf), not exactly one").arg(count));
    }
    const QJsonValue forbidden = schema.value(QLatin1StringView("not"));
    if (!forbidden.isUndefined() && fits(forbidden, instance))
        return at(place, EvaluateWords::tr("is what the schema excludes (not)"));
    return ofCondition(schema, instance, place);
}

Violation SchemaJudge::ofCondition(const QJsonObject &schema, const QJsonValue &instance,
                                   const QString &place)
{
    const QJsonValue condition = schema.value(QLatin1StringView("if"));
    if (condition.isUndefined())
        return std::nullopt;
    const QJsonValue branch =
        schema.value(fits(condition, instance) ? QLatin1StringView("then") : QLatin1StringView("else"));
    return branch.isUndefined() ? std::nullopt : violation(branch, instance, place);
}

} // namespace core
