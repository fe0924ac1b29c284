#include "core/ruleformats/mongoquery.h"

namespace core {

namespace {

constexpr QLatin1StringView kMetadata("metadata.");

struct ComparisonName
{
    QLatin1StringView name;
    Operator op;
};

constexpr ComparisonName kComparisons[]{
    {QLatin1StringView("$gt"), Operator::MoreThan},
    {QLatin1StringView("$gte"), Operator::AtLeast},
    {QLatin1StringView("$lt"), Operator::LessThan},
    {QLatin1StringView("$lte"), Operator::AtMost},
};

QString mongoText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

bool isPlainValue(const QJsonValue &value)
{
    return value.isString() || value.isDouble() || value.isBool();
}

class MongoReader
{
public:
    MongoReader(const QString &body, DocumentReading &reading) : m_body(body), m_reading(reading) { }

    Condition read(const QJsonValue &query, const QString &path, int depth = 0);
    const QString &lost() const { return m_lost; }

private:
    Condition readList(const QJsonValue &list, const QString &path, bool all, int depth);
    Condition readPath(const QString &name, const QJsonValue &value, const QString &path);
    Condition readOperator(Test test, const QString &op, const QJsonValue &value, const QString &path);
    std::optional<Test> testOf(const QString &name);
    QStringList valuesOf(const QJsonValue &value, const QString &path);
    Condition lose(const QString &what);

    const QString m_body;
    DocumentReading &m_reading;
    QString m_lost;
};

Condition MongoReader::lose(const QString &what)
{
    if (m_lost.isEmpty())
        m_lost = what;
    return {};
}

Condition MongoReader::read(const QJsonValue &query, const QString &path, int depth)
{
    if (!query.isObject() || depth >= kDeepestCondition - 2) {
        m_reading.fail(expectedObject(path));
        return {};
    }
    const QJsonObject object = query.toObject();
    QList<Condition> parts;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString inside = pathInside(path, QStringView(member.key()));
        if (member.key() == QLatin1StringView("$and"))
            parts.append(readList(member.value(), inside, true, depth));
        else if (member.key() == QLatin1StringView("$or"))
            parts.append(readList(member.value(), inside, false, depth));
        else
            parts.append(readPath(member.key(), member.value(), inside));
    }
    return parts.size() == 1 ? parts.first() : allOf(parts);
}

Condition MongoReader::readList(const QJsonValue &list, const QString &path, bool all, int depth)
{
    if (!list.isArray()) {
        m_reading.fail(RuleFormatWords::tr("%1: expected a list of queries").arg(path));
        return {};
    }
    QList<Condition> parts;
    const QJsonArray queries = list.toArray();
    for (qsizetype at = 0; at < queries.size() && !m_reading.failed(); ++at)
        parts.append(read(queries.at(at), pathInside(path, at), depth + 1));
    return all ? allOf(parts) : anyOf(parts);
}

std::optional<Test> MongoReader::testOf(const QString &name)
{
    if (name.startsWith(kMetadata))
        return Test{Field::Tag, Operator::Is, name.sliced(kMetadata.size())};
    if (name == m_body + QStringLiteral(".model"))
        return Test{Field::RequestedModel};
    if (name == m_body + QStringLiteral(".max_tokens")
        || name == m_body + QStringLiteral(".max_completion_tokens"))
        return Test{Field::MaxTokens};
    if (name == m_body + QStringLiteral(".temperature"))
        return Test{Field::Temperature};
    return std::nullopt;
}

Condition MongoReader::readPath(const QString &name, const QJsonValue &value, const QString &path)
{
    const std::optional<Test> test = testOf(name);
    if (!test)
        return lose(RuleFormatWords::tr("Rules here do not know “%1”.").arg(name));
    if (!value.isObject())
        return readOperator(*test, QStringLiteral("$eq"), value, path);
    QList<Condition> parts;
    const QJsonObject operators = value.toObject();
    for (auto op = operators.begin(); op != operators.end(); ++op)
        parts.append(readOperator(*test, op.key(), op.value(), pathInside(path, QStringView(op.key()))));
    return parts.size() == 1 ? parts.first() : allOf(parts);
}

Condition MongoReader::readOperator(Test test, const QString &op, const QJsonValue &value,
                                    const QString &path)
{
    const bool isNumber = test.field == Field::MaxTokens || test.field == Field::Temperature;
    for (const ComparisonName &comparison : kComparisons) {
        if (op != comparison.name)
            continue;
        if (!value.isDouble())
            m_reading.fail(RuleFormatWords::tr("%1: expected a number").arg(path));
        if (!isNumber)
            return lose(RuleFormatWords::tr("Tags and models are not compared as numbers here."));
        test.op = comparison.op;
        test.number = value.toDouble();
        return testCondition(test);
    }
    if (isNumber && op == QLatin1StringView("$eq") && value.isDouble()) {
        Test least = test;
        least.op = Operator::AtLeast;
        test.op = Operator::AtMost;
        test.number = least.number = value.toDouble();
        return allOf({testCondition(least), testCondition(test)});
    }
    if (isNumber)
        return lose(RuleFormatWords::tr("Numbers are only compared here."));
    const bool isText =
        op == QLatin1StringView("$regex") || op == QLatin1StringView("$eq") || op == QLatin1StringView("$ne");
    if (isText && !isPlainValue(value))
        m_reading.fail(RuleFormatWords::tr("%1: expected a text").arg(path));
    if (op == QLatin1StringView("$regex")) {
        test.op = value.toString() == QLatin1StringView(".") ? Operator::Present : Operator::Matches;
        if (test.op == Operator::Matches)
            test.values = {value.toString()};
        return testCondition(test);
    }
    if (op == QLatin1StringView("$eq") || op == QLatin1StringView("$in"))
        test.op = Operator::Is;
    else if (op == QLatin1StringView("$ne") || op == QLatin1StringView("$nin"))
        test.op = Operator::IsNot;
    else
        return lose(RuleFormatWords::tr("The operator “%1” is not known here.").arg(op));
    test.values = isText ? QStringList{mongoText(value)} : valuesOf(value, path);
    return testCondition(test);
}

QStringList MongoReader::valuesOf(const QJsonValue &value, const QString &path)
{
    QStringList values;
    const QJsonArray list = value.toArray();
    if (!value.isArray() || !std::all_of(list.begin(), list.end(), isPlainValue))
        m_reading.fail(RuleFormatWords::tr("%1: expected a list of texts").arg(path));
    for (const QJsonValue &item : list)
        values.append(mongoText(item));
    return values;
}

} // namespace

MongoQuery readMongoQuery(const QJsonValue &query, const QString &path, const QString &body,
                          DocumentReading &reading)
{
    MongoReader reader(body, reading);
    MongoQuery read;
    read.condition = reader.read(query, path);
    read.lost = reader.lost();
    return read;
}

} // namespace core
