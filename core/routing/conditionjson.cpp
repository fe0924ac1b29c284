#include "core/routing/rulesetjson.h"
#include "core/routing/rulesetparts.h"

namespace core {

namespace {

constexpr QLatin1StringView kAllPart("all");
constexpr QLatin1StringView kAnyPart("any");
constexpr QLatin1StringView kNotPart("not");
constexpr QLatin1StringView kFieldPart("field");
constexpr QLatin1StringView kOpPart("op");
constexpr QLatin1StringView kKeyPart("key");
constexpr QLatin1StringView kValuesPart("values");
constexpr QLatin1StringView kNumberPart("number");
constexpr QLatin1StringView kZonePart("zone");

const QStringList &conditionShapes()
{
    static const QStringList shapes{kAllPart, kAnyPart, kNotPart, kFieldPart};
    return shapes;
}

const QStringList &namesOfFields()
{
    static const QStringList names = [] {
        QStringList all;
        for (int each = 0; each <= static_cast<int>(Field::Budget); ++each)
            all.append(fieldName(static_cast<Field>(each)));
        return all;
    }();
    return names;
}

QStringList namesOfOperators(Field field)
{
    QStringList names;
    for (const Operator op : operatorsOf(field))
        names.append(operatorName(op));
    return names;
}

QJsonObject testToJson(const Test &test)
{
    QJsonObject json{{kFieldPart, fieldName(test.field)}, {kOpPart, operatorName(test.op)}};
    if (!test.key.isEmpty())
        json.insert(kKeyPart, test.key);
    if (!test.values.isEmpty())
        json.insert(kValuesPart, QJsonArray::fromStringList(test.values));
    if (test.number)
        json.insert(kNumberPart, *test.number);
    if (!test.zone.isEmpty())
        json.insert(kZonePart, test.zone);
    return json;
}

QJsonArray partsToJson(const QList<Condition> &parts)
{
    QJsonArray json;
    for (const Condition &part : parts)
        json.append(conditionToJson(part));
    return json;
}

Condition readTest(DocumentObject &object)
{
    Test test;
    test.field = object.choice(kFieldPart, Field::Task, fieldFromName, namesOfFields());
    const QStringList operators = namesOfOperators(test.field);
    object.require(kOpPart, expectedOneOf(object.pathOf(kOpPart), operators));
    test.op = object.choice(kOpPart, Operator::Is, operatorFromName, operators);
    if (!operatorsOf(test.field).contains(test.op))
        object.reading().fail(expectedOneOf(object.pathOf(kOpPart), operators));
    test.key = object.text(kKeyPart);
    test.values = object.texts(kValuesPart);
    test.number = object.number(kNumberPart);
    test.zone = object.text(kZonePart);
    object.refuseRest({kFieldPart, kOpPart, kKeyPart, kValuesPart, kNumberPart, kZonePart});
    return testCondition(test);
}

Condition readGroup(DocumentObject &object, QLatin1StringView member, Condition::Kind kind, int depth)
{
    Condition group;
    group.kind = kind;
    const QString path = object.pathOf(member);
    const QJsonArray list = object.list(member);
    for (qsizetype at = 0; at < list.size() && !object.reading().failed(); ++at)
        group.parts.append(readCondition(list.at(at), pathInside(path, at), depth + 1, object.reading()));
    // What a further member means cannot be guessed, and the condition would match other calls without it.
    object.refuseRest({member});
    return group;
}

} // namespace

QJsonObject conditionToJson(const Condition &condition)
{
    switch (condition.kind) {
    case Condition::Kind::All:
        return QJsonObject{{kAllPart, partsToJson(condition.parts)}};
    case Condition::Kind::Any:
        return QJsonObject{{kAnyPart, partsToJson(condition.parts)}};
    case Condition::Kind::Not:
        return QJsonObject{{kNotPart, conditionToJson(condition.parts.value(0))}};
    case Condition::Kind::Test:
        return testToJson(condition.test);
    }
    return {};
}

Condition readCondition(const QJsonValue &json, const QString &path, int depth, DocumentReading &reading)
{
    if (depth >= kDeepestCondition) {
        reading.fail(RuleDocument::tr("%1: expected conditions to nest at most %2 deep")
                         .arg(path, QString::number(kDeepestCondition)));
        return {};
    }
    DocumentObject object(json, path, &reading);
    if (object.has(kFieldPart))
        return readTest(object);
    if (object.has(kAllPart))
        return readGroup(object, kAllPart, Condition::Kind::All, depth);
    if (object.has(kAnyPart))
        return readGroup(object, kAnyPart, Condition::Kind::Any, depth);
    object.require(kNotPart, expectedOneOf(path, conditionShapes()));
    const QString inside = object.pathOf(kNotPart);
    const Condition part = readCondition(object.object(kNotPart), inside, depth + 1, reading);
    object.refuseRest({kNotPart});
    return notOf(part);
}

Condition readWhen(const QJsonObject &json, const QString &path, DocumentReading &reading)
{
    return json.isEmpty() ? Condition() : readCondition(json, path, 0, reading);
}

Result<Condition> conditionFromJson(const QJsonObject &json, const QString &path)
{
    DocumentReading reading(nullptr);
    Condition condition = readWhen(json, path, reading);
    if (reading.failed())
        return reading.error();
    return condition;
}

} // namespace core
