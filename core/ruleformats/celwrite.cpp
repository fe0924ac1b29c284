#include "core/ruleformats/celcondition.h"

namespace core {

namespace {

/// A text as CEL reads it.
QString celText(const QString &text)
{
    QString literal;
    for (const QChar character : text) {
        if (character == u'"' || character == u'\\')
            literal += u'\\';
        if (character == u'\n')
            literal += QStringLiteral("\\n");
        else
            literal += character;
    }
    return u'"' + literal + u'"';
}

class CelWriter
{
public:
    CelWriter(const QString &path, LossReport &losses) : m_path(path), m_losses(losses) { }

    std::optional<QString> write(const Condition &condition, bool isInside);

private:
    std::optional<QString> writeParts(const Condition &condition, bool isInside);
    std::optional<QString> writeTest(const Test &test);
    QString subjectOf(const Test &test);
    std::optional<QString> lose(const Test &test);

    const QString m_path;
    LossReport &m_losses;
};

std::optional<QString> CelWriter::write(const Condition &condition, bool isInside)
{
    switch (condition.kind) {
    case Condition::Kind::Test:
        return writeTest(condition.test);
    case Condition::Kind::Not: {
        if (condition.parts.isEmpty())
            return QStringLiteral("false");
        const std::optional<QString> part = write(condition.parts.first(), false);
        return part ? std::optional<QString>(QStringLiteral("!(") + *part + u')') : std::nullopt;
    }
    case Condition::Kind::All:
    case Condition::Kind::Any:
        break;
    }
    return writeParts(condition, isInside);
}

std::optional<QString> CelWriter::writeParts(const Condition &condition, bool isInside)
{
    const bool all = condition.kind == Condition::Kind::All;
    if (condition.parts.isEmpty())
        return all ? QStringLiteral("true") : QStringLiteral("false");
    QStringList parts;
    for (const Condition &part : condition.parts) {
        const std::optional<QString> written = write(part, condition.parts.size() > 1);
        if (!written)
            return std::nullopt;
        parts.append(*written);
    }
    const QString joined = parts.join(all ? QLatin1StringView(" && ") : QLatin1StringView(" || "));
    return isInside && parts.size() > 1 ? QString(u'(' + joined + u')') : joined;
}

QString CelWriter::subjectOf(const Test &test)
{
    switch (test.field) {
    case Field::RequestedModel:
        return QStringLiteral("model");
    case Field::Tag:
        return QStringLiteral("headers[") + celText(test.key) + u']';
    case Field::Task:
        m_losses.add(
            m_path,
            RuleFormatWords::tr("Tasks are not known there; the caller has to send the task as the header "
                                "“task”."));
        return QStringLiteral("headers[\"task\"]");
    default:
        return {};
    }
}

std::optional<QString> CelWriter::lose(const Test &test)
{
    m_losses.add(m_path,
                 RuleFormatWords::tr("The condition “%1 %2” cannot be said there, so the rule was left out.")
                     .arg(fieldName(test.field), operatorName(test.op)));
    return std::nullopt;
}

std::optional<QString> CelWriter::writeTest(const Test &test)
{
    const QString subject = subjectOf(test);
    if (subject.isEmpty())
        return lose(test);
    QStringList literals;
    for (const QString &value : test.values)
        literals.append(celText(value));
    const QString list = QString(u'[' + literals.join(QLatin1StringView(", ")) + u']');
    if (test.op == Operator::Present)
        return QString(subject + QStringLiteral(".size() > 0"));
    if (literals.isEmpty())
        return lose(test);
    switch (test.op) {
    case Operator::Is:
        return literals.size() == 1 ? QString(subject + QStringLiteral(" == ") + literals.first())
                                    : QString(subject + QStringLiteral(" in ") + list);
    case Operator::IsNot:
        return literals.size() == 1
            ? QString(subject + QStringLiteral(" != ") + literals.first())
            : QString(QStringLiteral("!(") + subject + QStringLiteral(" in ") + list + u')');
    case Operator::Contains: {
        m_losses.add(m_path, RuleFormatWords::tr("Upper and lower case are told apart there."));
        QStringList calls;
        for (const QString &text : std::as_const(literals))
            calls.append(QString(subject + QStringLiteral(".contains(") + text + u')'));
        return calls.size() == 1 ? calls.first()
                                 : QString(u'(' + calls.join(QLatin1StringView(" || ")) + u')');
    }
    case Operator::Matches:
        return QString(subject + QStringLiteral(".matches(") + literals.first() + u')');
    default:
        return lose(test);
    }
}

} // namespace

std::optional<QString> writeCel(const Condition &condition, const QString &path, LossReport &losses)
{
    return CelWriter(path, losses).write(condition, false);
}

} // namespace core
