#include "core/simulator/schemasample.h"

#include <QJsonArray>

#include <algorithm>

namespace core {

namespace {

constexpr int kDeepest = 12;

QString stringFor(const QJsonObject &schema, const QString &name)
{
    const QString format = schema.value(QLatin1String("format")).toString();
    if (format == QLatin1String("date"))
        return QStringLiteral("2026-01-15");
    if (format == QLatin1String("date-time"))
        return QStringLiteral("2026-01-15T09:30:00Z");
    if (format == QLatin1String("email"))
        return QStringLiteral("someone@example.com");
    if (format == QLatin1String("uri"))
        return QStringLiteral("https://example.com/");
    QString text = name.isEmpty() ? QStringLiteral("simulated") : QStringLiteral("simulated ") + name;
    const qsizetype shortest = schema.value(QLatin1String("minLength")).toInteger(0);
    const qsizetype longest = schema.value(QLatin1String("maxLength")).toInteger(text.size() + shortest);
    return text.leftJustified(std::min<qsizetype>(shortest, 1'000), QLatin1Char('.')).left(longest);
}

double numberFor(const QJsonObject &schema)
{
    const double least = schema.value(QLatin1String("minimum"))
                             .toDouble(schema.value(QLatin1String("exclusiveMinimum")).toDouble(0.0) + 1.0);
    return std::min(least, schema.value(QLatin1String("maximum")).toDouble(least));
}

class Sampler
{
public:
    explicit Sampler(const QJsonObject &root) : m_root(root) { }

    QJsonValue sample(const QJsonObject &given, const QString &name, int depth) const
    {
        const QJsonObject schema = resolved(given);
        if (depth > kDeepest)
            return QJsonValue::Null;
        if (schema.contains(QLatin1String("const")))
            return schema.value(QLatin1String("const"));
        if (const QJsonArray values = schema.value(QLatin1String("enum")).toArray(); !values.isEmpty())
            return values.first();
        for (const char *keyword : {"anyOf", "oneOf", "allOf"}) {
            const QJsonArray choices = schema.value(QLatin1String(keyword)).toArray();
            if (!choices.isEmpty())
                return sample(choices.first().toObject(), name, depth + 1);
        }
        return byType(schema, name, depth);
    }

private:
    QJsonObject resolved(const QJsonObject &schema) const
    {
        QJsonObject found = schema;
        for (int hops = 0; hops < kDeepest && found.contains(QLatin1String("$ref")); ++hops) {
            const QString reference = found.value(QLatin1String("$ref")).toString();
            QJsonValue at = m_root;
            const QStringList steps = reference.split(QLatin1Char('/')).mid(1);
            for (const QString &step : steps)
                at = at.toObject().value(step);
            found = at.toObject();
        }
        return found;
    }

    static QString typeOf(const QJsonObject &schema)
    {
        const QJsonValue type = schema.value(QLatin1String("type"));
        if (type.isString())
            return type.toString();
        if (const QJsonArray types = type.toArray(); !types.isEmpty())
            return types.first().toString();
        return schema.contains(QLatin1String("properties")) ? QStringLiteral("object")
                                                            : QStringLiteral("string");
    }

    QJsonValue byType(const QJsonObject &schema, const QString &name, int depth) const
    {
        const QString type = typeOf(schema);
        if (type == QLatin1String("object"))
            return objectFor(schema, depth);
        if (type == QLatin1String("array")) {
            QJsonArray items;
            const qint64 wanted = schema.value(QLatin1String("minItems")).toInteger(1);
            const QJsonObject item = schema.value(QLatin1String("items")).toObject();
            for (qint64 index = 0; index < std::clamp<qint64>(wanted, 1, 20); ++index)
                items.append(sample(item, name, depth + 1));
            return items;
        }
        if (type == QLatin1String("integer") || type == QLatin1String("number"))
            return numberFor(schema);
        if (type == QLatin1String("boolean"))
            return true;
        if (type == QLatin1String("null"))
            return QJsonValue::Null;
        return stringFor(schema, name);
    }

    QJsonObject objectFor(const QJsonObject &schema, int depth) const
    {
        QJsonObject object;
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            // A schema that contains itself ends at what it does not require.
            if (depth < kDeepest / 2 || required.contains(it.key()))
                object.insert(it.key(), sample(it.value().toObject(), it.key(), depth + 1));
        }
        return object;
    }

    const QJsonObject &m_root;
};

} // namespace

QJsonValue sampleForSchema(const QJsonObject &schema, const QString &name)
{
    return Sampler(schema).sample(schema, name, 0);
}

} // namespace core
