#include "ui/routes/conditionvalues.h"

using core::Field;
using core::Operator;
using core::Test;

namespace ui {

namespace {

constexpr double kFreshTokens = 4000;
constexpr double kFreshCharacters = 2000;
constexpr double kFreshTurns = 3;
constexpr double kFreshMaxTokens = 1000;
constexpr double kFreshTemperature = 0.5;
constexpr double kFreshErrorRate = 0.2;
constexpr double kFreshFirstTokenMs = 3000;
constexpr double kFreshBudgetPercent = 80;

bool isFigure(ValueShape shape)
{
    return shape == ValueShape::Count || shape == ValueShape::Decimal || shape == ValueShape::Percent
        || shape == ValueShape::WholePercent || shape == ValueShape::Milliseconds;
}

std::optional<double> freshNumber(Field field)
{
    switch (field) {
    case Field::PromptTokens:
        return kFreshTokens;
    case Field::PromptLength:
        return kFreshCharacters;
    case Field::Turns:
        return kFreshTurns;
    case Field::MaxTokens:
        return kFreshMaxTokens;
    case Field::Temperature:
        return kFreshTemperature;
    case Field::ErrorRate:
        return kFreshErrorRate;
    case Field::FirstTokenP95:
        return kFreshFirstTokenMs;
    case Field::Budget:
        return kFreshBudgetPercent;
    default:
        return std::nullopt;
    }
}

QStringList freshValues(ValueShape shape)
{
    if (shape == ValueShape::Times)
        return {QStringLiteral("08:00"), QStringLiteral("18:00")};
    if (shape == ValueShape::Weekdays)
        return {QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                QStringLiteral("fri")};
    return {};
}

} // namespace

ValueShape valueShapeOf(Field field, Operator op)
{
    if (op == Operator::Present)
        return ValueShape::None;
    switch (field) {
    case Field::PromptTokens:
    case Field::PromptLength:
    case Field::Turns:
    case Field::MaxTokens:
        return ValueShape::Count;
    case Field::Temperature:
        return ValueShape::Decimal;
    case Field::ErrorRate:
        return ValueShape::Percent;
    case Field::Budget:
        return ValueShape::WholePercent;
    case Field::FirstTokenP95:
        return ValueShape::Milliseconds;
    case Field::TimeOfDay:
        return ValueShape::Times;
    case Field::Weekday:
        return ValueShape::Weekdays;
    default:
        return op == Operator::Matches ? ValueShape::Pattern : ValueShape::Labels;
    }
}

KeyShape keyShapeOf(Field field)
{
    if (field == Field::Tag)
        return KeyShape::Tag;
    if (field == Field::Budget)
        return KeyShape::Budget;
    return core::isHealth(field) ? KeyShape::Target : KeyShape::None;
}

bool hasZone(Field field)
{
    return field == Field::TimeOfDay || field == Field::Weekday;
}

Test freshTest(Field field)
{
    Test test;
    test.field = field;
    test.op = core::operatorsOf(field).value(0);
    const ValueShape shape = valueShapeOf(field, test.op);
    test.values = freshValues(shape);
    if (isFigure(shape))
        test.number = freshNumber(field);
    return test;
}

Test withOperator(const Test &test, Operator op)
{
    Test changed = test;
    changed.op = op;
    const ValueShape before = valueShapeOf(test.field, test.op);
    const ValueShape after = valueShapeOf(test.field, op);
    if (before == after)
        return changed;
    if (!isFigure(after))
        changed.number.reset();
    else if (!changed.number)
        changed.number = freshNumber(test.field);
    if (after == ValueShape::Pattern)
        changed.values = test.values.first(std::min<qsizetype>(1, test.values.size()));
    else if (after != ValueShape::Labels)
        changed.values = freshValues(after);
    return changed;
}

QList<Field> allFields()
{
    return {Field::Task,          Field::PromptTokens, Field::PromptLength,   Field::Turns,
            Field::Text,          Field::Language,     Field::HasCode,        Field::HasImage,
            Field::HasAttachment, Field::MaxTokens,    Field::HasTools,       Field::JsonMode,
            Field::Temperature,   Field::Tag,          Field::RequestedModel, Field::Source,
            Field::TimeOfDay,     Field::Weekday,      Field::ErrorRate,      Field::FirstTokenP95,
            Field::CoolingDown,   Field::Budget};
}

QString valuesToText(const QStringList &values)
{
    QStringList parts;
    for (const QString &value : values) {
        const bool plain = !value.isEmpty() && !value.contains(QLatin1Char(','))
            && !value.contains(QLatin1Char('"')) && value.trimmed() == value;
        const QString doubled = QString(value).replace(QLatin1Char('"'), QStringLiteral("\"\""));
        parts.append(plain ? value : QString(QLatin1Char('"') % doubled % QLatin1Char('"')));
    }
    return parts.join(QStringLiteral(", "));
}

QStringList valuesFromText(QStringView text)
{
    QStringList values;
    QString value;
    bool quoted = false;
    bool inside = false;
    const auto finish = [&] {
        const QString whole = quoted ? value : value.trimmed();
        if (!whole.isEmpty())
            values.append(whole);
        value.clear();
        quoted = false;
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar each = text.at(at);
        if (inside) {
            if (each != QLatin1Char('"')) {
                value += each;
            } else if (at + 1 < text.size() && text.at(at + 1) == QLatin1Char('"')) {
                value += each;
                ++at;
            } else {
                inside = false;
            }
        } else if (each == QLatin1Char(',')) {
            finish();
        } else if (each == QLatin1Char('"') && value.trimmed().isEmpty()) {
            value.clear();
            quoted = true;
            inside = true;
        } else if (!quoted || !each.isSpace()) {
            value += each;
        }
    }
    finish();
    return values;
}

qsizetype valueStart(QStringView text, qsizetype cursor)
{
    qsizetype start = 0;
    bool inside = false;
    for (qsizetype at = 0; at < std::min(cursor, text.size()); ++at) {
        if (text.at(at) == QLatin1Char('"'))
            inside = !inside;
        else if (text.at(at) == QLatin1Char(',') && !inside)
            start = at + 1;
    }
    while (start < cursor && text.at(start).isSpace())
        ++start;
    return start;
}

} // namespace ui
