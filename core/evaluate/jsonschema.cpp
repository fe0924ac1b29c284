#include "core/evaluate/jsonschema.h"

#include "core/evaluate/evaluatewords.h"
#include "core/evaluate/jsonschemarules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace core {

namespace {

Error invalid(const QString &place, const QString &what)
{
    return Error{ErrorKind::InvalidRequest,
                 EvaluateWords::tr("The JSON schema is wrong at %1: %2")
                     .arg(place.isEmpty() ? QStringLiteral("/") : place, what)};
}

/// What a keyword's value has to be.
enum class Shape {
    Annotation,
    Schema,
    SchemaList,
    SchemaMap,
    Count,
    Number,
    PositiveNumber,
    Flag,
    Text,
    Pattern,
    Names,
    NameLists,
    Values,
    Types,
    Anything,
    Reference,
};

const QHash<QString, Shape> &shapes()
{
    static const QHash<QString, Shape> table = [] {
        QHash<QString, Shape> known;
        const auto add = [&known](Shape shape, const QString &names) {
            for (const QString &name : names.split(u' '))
                known.insert(name, shape);
        };
        add(Shape::Annotation,
            QStringLiteral("$schema $id $comment $anchor title description default examples deprecated "
                           "readOnly writeOnly format contentEncoding contentMediaType"));
        add(Shape::Schema,
            QStringLiteral("additionalProperties propertyNames items contains not if then else"));
        add(Shape::SchemaList, QStringLiteral("prefixItems allOf anyOf oneOf"));
        add(Shape::SchemaMap, QStringLiteral("properties patternProperties $defs definitions"));
        add(Shape::Count,
            QStringLiteral("minLength maxLength minItems maxItems minContains maxContains minProperties "
                           "maxProperties"));
        add(Shape::Number, QStringLiteral("minimum maximum exclusiveMinimum exclusiveMaximum"));
        add(Shape::PositiveNumber, QStringLiteral("multipleOf"));
        add(Shape::Flag, QStringLiteral("uniqueItems"));
        add(Shape::Pattern, QStringLiteral("pattern"));
        add(Shape::Names, QStringLiteral("required"));
        add(Shape::NameLists, QStringLiteral("dependentRequired"));
        add(Shape::Values, QStringLiteral("enum"));
        add(Shape::Types, QStringLiteral("type"));
        add(Shape::Anything, QStringLiteral("const"));
        add(Shape::Reference, QStringLiteral("$ref"));
        return known;
    }();
    return table;
}

bool isListOfTexts(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return value.isArray()
        && std::all_of(array.begin(), array.end(), [](const QJsonValue &each) { return each.isString(); });
}

bool isListOfTypes(const QJsonValue &value)
{
    static const QStringList types{QStringLiteral("null"),   QStringLiteral("boolean"),
                                   QStringLiteral("object"), QStringLiteral("array"),
                                   QStringLiteral("number"), QStringLiteral("string"),
                                   QStringLiteral("integer")};
    const QJsonArray array = value.isArray() ? value.toArray() : QJsonArray{value};
    return !array.isEmpty() && std::all_of(array.begin(), array.end(), [](const QJsonValue &each) {
        return types.contains(each.toString());
    });
}

/// Looks a schema through once, so that judging answers cannot meet anything unknown.
class SchemaReader
{
public:
    explicit SchemaReader(QJsonValue root) : m_root(std::move(root)) { }

    Result<void> read(const QJsonValue &schema, const QString &place) const
    {
        if (schema.isBool())
            return {};
        if (!schema.isObject())
            return invalid(place, EvaluateWords::tr("a schema is an object, true or false."));
        const QJsonObject object = schema.toObject();
        for (auto keyword = object.begin(); keyword != object.end(); ++keyword) {
            const QString name = keyword.key();
            if (name.startsWith(QLatin1StringView("x-")))
                continue;
            const auto shape = shapes().constFind(name);
            if (shape == shapes().constEnd())
                return invalid(place, EvaluateWords::tr("the keyword \"%1\" is not supported.").arg(name));
            const QString below = place + QLatin1Char('/') + escapedForPointer(name);
            if (const Result<void> good = readKeyword(*shape, name, keyword.value(), below); !good)
                return good;
        }
        return {};
    }

private:
    Result<void> readKeyword(Shape shape, const QString &name, const QJsonValue &value,
                             const QString &place) const
    {
        switch (shape) {
        case Shape::Schema:
            return read(value, place);
        case Shape::SchemaList:
            return readList(value, place);
        case Shape::SchemaMap:
            return readMap(value, place, name == QLatin1StringView("patternProperties"));
        case Shape::Reference:
            return readReference(value, place);
        case Shape::Pattern:
            return readPattern(value.toString(), value.isString(), place);
        default:
            return hasShape(shape, value)
                ? Result<void>()
                : Result<void>(invalid(place, EvaluateWords::tr("the value does not fit the keyword.")));
        }
    }

    static bool hasShape(Shape shape, const QJsonValue &value)
    {
        switch (shape) {
        case Shape::Count:
            return isWholeNumber(value) && value.toDouble() >= 0;
        case Shape::Number:
            return value.isDouble();
        case Shape::PositiveNumber:
            return value.isDouble() && value.toDouble() > 0;
        case Shape::Flag:
            return value.isBool();
        case Shape::Names:
            return isListOfTexts(value);
        case Shape::NameLists: {
            const QJsonObject map = value.toObject();
            return value.isObject() && std::all_of(map.begin(), map.end(), isListOfTexts);
        }
        case Shape::Values:
            return value.isArray();
        case Shape::Types:
            return isListOfTypes(value);
        default:
            return true;
        }
    }

    static Result<void> readPattern(const QString &pattern, bool isText, const QString &place)
    {
        const QRegularExpression expression(pattern);
        if (isText && expression.isValid())
            return {};
        return invalid(place, EvaluateWords::tr("\"%1\" is no regular expression.").arg(pattern));
    }

    Result<void> readList(const QJsonValue &value, const QString &place) const
    {
        const QJsonArray list = value.toArray();
        if (list.isEmpty())
            return invalid(place, EvaluateWords::tr("a list of at least one schema is needed."));
        for (qsizetype at = 0; at < list.size(); ++at) {
            if (const Result<void> good = read(list.at(at), place + QLatin1Char('/') + QString::number(at));
                !good)
                return good;
        }
        return {};
    }

    Result<void> readMap(const QJsonValue &value, const QString &place, bool patterns) const
    {
        if (!value.isObject())
            return invalid(place, EvaluateWords::tr("an object of schemas is needed."));
        const QJsonObject map = value.toObject();
        for (auto entry = map.begin(); entry != map.end(); ++entry) {
            const QString below = place + QLatin1Char('/') + escapedForPointer(entry.key());
            const Result<void> named = patterns ? readPattern(entry.key(), true, below) : Result<void>();
            if (!named)
                return named;
            if (const Result<void> good = read(entry.value(), below); !good)
                return good;
        }
        return {};
    }

    Result<void> readReference(const QJsonValue &value, const QString &place) const
    {
        const std::optional<QJsonValue> target = resolvePointer(m_root, value.toString());
        if (!target)
            return invalid(
                place,
                EvaluateWords::tr("\"%1\" points to nothing in this schema; only references within it work.")
                    .arg(value.toString()));
        if (!target->isObject() && !target->isBool())
            return invalid(
                place,
                EvaluateWords::tr("\"%1\" points to something that is no schema.").arg(value.toString()));
        return {};
    }

    QJsonValue m_root;
};

} // namespace

Result<JsonSchema> JsonSchema::fromJson(const QByteArray &json)
{
    // Wrapped, because Qt's reader takes arrays and objects only, and `true` is a schema.
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray("[" + json + "]"), &parse);
    if (parse.error != QJsonParseError::NoError)
        return Error{ErrorKind::InvalidRequest,
                     EvaluateWords::tr("The JSON schema is no JSON: %1 at byte %2.")
                         .arg(parse.errorString())
                         .arg(std::max(0, parse.offset - 1))};
    if (document.array().size() != 1)
        return invalid(QString(), EvaluateWords::tr("the file has to hold one JSON value."));
    const QJsonValue root = document.array().first();
    if (const Result<void> good = SchemaReader(root).read(root, QString()); !good)
        return good.error();
    return JsonSchema(root);
}

std::optional<QString> JsonSchema::violation(const QJsonValue &instance) const
{
    SchemaJudge judge(m_root);
    const std::optional<QString> found = judge.violation(m_root, instance, QString());
    return judge.exhausted() ? judge.exhausted() : found;
}

} // namespace core
