#include "core/routing/condition.h"

#include <array>

namespace core {

namespace {

struct FieldEntry
{
    Field field;
    QLatin1StringView name;
};

struct OperatorEntry
{
    Operator op;
    QLatin1StringView name;
};

constexpr std::array<FieldEntry, 22> kFieldNames{{
    {Field::Task, QLatin1StringView("task")},
    {Field::PromptTokens, QLatin1StringView("prompt_tokens")},
    {Field::PromptLength, QLatin1StringView("prompt_length")},
    {Field::Turns, QLatin1StringView("turns")},
    {Field::Text, QLatin1StringView("text")},
    {Field::Language, QLatin1StringView("language")},
    {Field::HasCode, QLatin1StringView("has_code")},
    {Field::HasImage, QLatin1StringView("has_image")},
    {Field::HasAttachment, QLatin1StringView("has_attachment")},
    {Field::MaxTokens, QLatin1StringView("max_tokens")},
    {Field::HasTools, QLatin1StringView("has_tools")},
    {Field::JsonMode, QLatin1StringView("json_mode")},
    {Field::Temperature, QLatin1StringView("temperature")},
    {Field::Tag, QLatin1StringView("tag")},
    {Field::RequestedModel, QLatin1StringView("requested_model")},
    {Field::Source, QLatin1StringView("source")},
    {Field::TimeOfDay, QLatin1StringView("time_of_day")},
    {Field::Weekday, QLatin1StringView("weekday")},
    {Field::ErrorRate, QLatin1StringView("error_rate")},
    {Field::FirstTokenP95, QLatin1StringView("first_token_p95")},
    {Field::CoolingDown, QLatin1StringView("cooling_down")},
    {Field::Budget, QLatin1StringView("budget")},
}};

constexpr std::array<OperatorEntry, 10> kOperatorNames{{
    {Operator::Is, QLatin1StringView("is")},
    {Operator::IsNot, QLatin1StringView("is_not")},
    {Operator::Contains, QLatin1StringView("contains")},
    {Operator::Matches, QLatin1StringView("matches")},
    {Operator::LessThan, QLatin1StringView("less_than")},
    {Operator::AtMost, QLatin1StringView("at_most")},
    {Operator::MoreThan, QLatin1StringView("more_than")},
    {Operator::AtLeast, QLatin1StringView("at_least")},
    {Operator::Between, QLatin1StringView("between")},
    {Operator::Present, QLatin1StringView("present")},
}};

} // namespace

bool Condition::operator==(const Condition &other) const
{
    return kind == other.kind && test == other.test && parts == other.parts;
}

QString fieldName(Field field)
{
    for (const FieldEntry &entry : kFieldNames) {
        if (entry.field == field)
            return entry.name;
    }
    return {};
}

std::optional<Field> fieldFromName(QStringView name)
{
    for (const FieldEntry &entry : kFieldNames) {
        if (name == entry.name)
            return entry.field;
    }
    return std::nullopt;
}

QString operatorName(Operator op)
{
    for (const OperatorEntry &entry : kOperatorNames) {
        if (entry.op == op)
            return entry.name;
    }
    return {};
}

std::optional<Operator> operatorFromName(QStringView name)
{
    for (const OperatorEntry &entry : kOperatorNames) {
        if (name == entry.name)
            return entry.op;
    }
    return std::nullopt;
}

QList<Operator> operatorsOf(Field field)
{
    switch (field) {
    case Field::Task:
        return {Operator::Is, Operator::IsNot, Operator::Present};
    case Field::PromptTokens:
    case Field::PromptLength:
    case Field::Turns:
        return {Operator::LessThan, Operator::AtMost, Operator::MoreThan, Operator::AtLeast};
    case Field::Text:
        return {Operator::Contains, Operator::Matches};
    case Field::Language:
    case Field::Source:
    case Field::Weekday:
        return {Operator::Is, Operator::IsNot};
    case Field::HasCode:
    case Field::HasImage:
    case Field::HasAttachment:
    case Field::HasTools:
    case Field::JsonMode:
    case Field::CoolingDown:
        return {Operator::Present};
    case Field::MaxTokens:
    case Field::Temperature:
        return {Operator::AtMost, Operator::LessThan, Operator::MoreThan, Operator::AtLeast,
                Operator::Present};
    case Field::Tag:
    case Field::RequestedModel:
        return {Operator::Is, Operator::IsNot, Operator::Contains, Operator::Matches, Operator::Present};
    case Field::TimeOfDay:
        return {Operator::Between};
    case Field::ErrorRate:
    case Field::FirstTokenP95:
        return {Operator::MoreThan, Operator::AtLeast, Operator::LessThan, Operator::AtMost};
    case Field::Budget:
        return {Operator::AtLeast, Operator::MoreThan, Operator::LessThan, Operator::AtMost};
    }
    return {};
}

bool needsText(Field field)
{
    switch (field) {
    case Field::PromptLength:
    case Field::Text:
    case Field::Language:
    case Field::HasCode:
    case Field::HasImage: // pictures go with the text when a ledger keeps none
    case Field::HasAttachment:
        return true;
    default:
        return false;
    }
}

bool isHealth(Field field)
{
    return field == Field::ErrorRate || field == Field::FirstTokenP95 || field == Field::CoolingDown;
}

bool isOfTheMoment(Field field)
{
    return isHealth(field) || field == Field::Budget;
}

Condition testCondition(const Test &test)
{
    Condition condition;
    condition.kind = Condition::Kind::Test;
    condition.test = test;
    return condition;
}

Condition allOf(const QList<Condition> &parts)
{
    return {.kind = Condition::Kind::All, .parts = parts, .test = {}};
}

Condition anyOf(const QList<Condition> &parts)
{
    return {.kind = Condition::Kind::Any, .parts = parts, .test = {}};
}

Condition notOf(const Condition &part)
{
    return {.kind = Condition::Kind::Not, .parts = {part}, .test = {}};
}

} // namespace core
