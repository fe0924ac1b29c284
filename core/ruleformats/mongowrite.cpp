#include "core/ruleformats/mongoquery.h"

#include <QRegularExpression>

namespace core {

namespace {

class MongoWriter
{
public:
    MongoWriter(const QString &path, const MongoDialect &dialect, LossReport &losses)
        : m_path(path), m_dialect(dialect), m_losses(losses)
    {
    }

    std::optional<QJsonObject> write(const Condition &condition, bool negated = false);

private:
    std::optional<QJsonObject> writeTest(const Test &test, bool negated);
    std::optional<QJsonObject> writeValues(const QString &name, const Test &test, bool negated);
    std::optional<QJsonObject> writeComparison(const QString &name, const Test &test, bool negated);
    QString nameOf(const Test &test);
    std::optional<QJsonObject> lose(const QString &what);

    const QString m_path;
    const MongoDialect m_dialect;
    LossReport &m_losses;
};

std::optional<QJsonObject> MongoWriter::lose(const QString &what)
{
    m_losses.add(m_path, what);
    return std::nullopt;
}

/// `negated` is pushed inwards: there is no `$not`.
std::optional<QJsonObject> MongoWriter::write(const Condition &condition, bool negated)
{
    if (condition.kind == Condition::Kind::Test)
        return writeTest(condition.test, negated);
    if (condition.kind == Condition::Kind::Not)
        return condition.parts.isEmpty() ? lose(RuleFormatWords::tr("An empty condition cannot be said."))
                                         : write(condition.parts.first(), !negated);
    if (condition.parts.isEmpty())
        return lose(RuleFormatWords::tr("An empty condition cannot be said."));
    QJsonArray parts;
    for (const Condition &part : condition.parts) {
        const std::optional<QJsonObject> written = write(part, negated);
        if (!written)
            return std::nullopt;
        parts.append(*written);
    }
    if (parts.size() == 1)
        return parts.first().toObject();
    const bool all = (condition.kind == Condition::Kind::All) != negated;
    return QJsonObject{{all ? QStringLiteral("$and") : QStringLiteral("$or"), parts}};
}

QString MongoWriter::nameOf(const Test &test)
{
    switch (test.field) {
    case Field::Tag:
        return QStringLiteral("metadata.") + test.key;
    case Field::RequestedModel:
        return m_dialect.body + QStringLiteral(".model");
    case Field::MaxTokens:
        return m_dialect.body + QStringLiteral(".max_tokens");
    case Field::Temperature:
        return m_dialect.body + QStringLiteral(".temperature");
    case Field::Task:
        m_losses.add(m_path,
                     RuleFormatWords::tr("Tasks are not known there; the caller has to send the task as the "
                                         "metadata “task”."));
        return QStringLiteral("metadata.task");
    default:
        return {};
    }
}

std::optional<QJsonObject> MongoWriter::writeTest(const Test &test, bool negated)
{
    const QString name = nameOf(test);
    if (name.isEmpty() || (test.field == Field::Tag && test.key.contains(QLatin1Char('.'))))
        return lose(RuleFormatWords::tr("“%1” cannot be asked for there, so the rule was left out.")
                        .arg(fieldName(test.field)));
    switch (test.op) {
    case Operator::Is:
    case Operator::IsNot:
    case Operator::Contains:
    case Operator::Matches:
        return writeValues(name, test, negated);
    case Operator::Present:
        if (negated || !m_dialect.hasRegex || test.field == Field::MaxTokens
            || test.field == Field::Temperature)
            break;
        return QJsonObject{{name, QJsonObject{{QStringLiteral("$regex"), QStringLiteral(".")}}}};
    case Operator::LessThan:
    case Operator::AtMost:
    case Operator::MoreThan:
    case Operator::AtLeast:
        return writeComparison(name, test, negated);
    case Operator::Between:
        break;
    }
    return lose(RuleFormatWords::tr("The condition “%1 %2” cannot be said there, so the rule was left out.")
                    .arg(fieldName(test.field), operatorName(test.op)));
}

std::optional<QJsonObject> MongoWriter::writeValues(const QString &name, const Test &test, bool negated)
{
    const bool isPattern = test.op == Operator::Contains || test.op == Operator::Matches;
    if (test.values.isEmpty() || (isPattern && (negated || !m_dialect.hasRegex)))
        return lose(
            RuleFormatWords::tr("The condition “%1 %2” cannot be said there, so the rule was left out.")
                .arg(fieldName(test.field), operatorName(test.op)));
    if (isPattern) {
        QStringList patterns;
        for (const QString &value : test.values)
            patterns.append(test.op == Operator::Matches ? value : QRegularExpression::escape(value));
        if (test.op == Operator::Contains)
            m_losses.add(m_path, RuleFormatWords::tr("Upper and lower case are told apart there."));
        const QString pattern =
            test.op == Operator::Matches ? patterns.first() : patterns.join(QLatin1Char('|'));
        return QJsonObject{{name, QJsonObject{{QStringLiteral("$regex"), pattern}}}};
    }
    const bool isOneOf = (test.op == Operator::Is) != negated;
    if (test.values.size() == 1)
        return QJsonObject{
            {name,
             QJsonObject{{isOneOf ? QStringLiteral("$eq") : QStringLiteral("$ne"), test.values.first()}}}};
    if (isOneOf)
        return QJsonObject{
            {name, QJsonObject{{QStringLiteral("$in"), QJsonArray::fromStringList(test.values)}}}};
    QJsonArray none;
    for (const QString &value : test.values)
        none.append(QJsonObject{{name, QJsonObject{{QStringLiteral("$ne"), value}}}});
    return QJsonObject{{QStringLiteral("$and"), none}};
}

std::optional<QJsonObject> MongoWriter::writeComparison(const QString &name, const Test &test, bool negated)
{
    if (negated || !m_dialect.hasComparisons || !test.number)
        return lose(
            RuleFormatWords::tr("The condition “%1 %2” cannot be said there, so the rule was left out.")
                .arg(fieldName(test.field), operatorName(test.op)));
    QString op = QStringLiteral("$lt");
    if (test.op == Operator::AtMost)
        op = QStringLiteral("$lte");
    else if (test.op == Operator::MoreThan)
        op = QStringLiteral("$gt");
    else if (test.op == Operator::AtLeast)
        op = QStringLiteral("$gte");
    return QJsonObject{{name, QJsonObject{{op, *test.number}}}};
}

} // namespace

std::optional<QJsonObject> writeMongoQuery(const Condition &condition, const QString &path,
                                           const MongoDialect &dialect, LossReport &losses)
{
    return MongoWriter(path, dialect, losses).write(condition);
}

} // namespace core
