#include "core/base/formatting.h"
#include "core/routing/rulewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace core {

namespace {

/// A test as a whole sentence, since no two languages put such parts in the same order. Places are the key of
/// the tag, the target or the budget, if the field has one, the value or the two times, and the zone.
struct TestTemplate
{
    Field field;
    Operator op;
    const char *text;
    /// Of the opposite, where no other operator says that.
    const char *negated = nullptr;
    /// In a named zone.
    const char *zoned = nullptr;
    const char *negatedZoned = nullptr;
    bool isPlural = false;
};

constexpr std::array kTestTemplates{
    TestTemplate{Field::Task, Operator::Is, QT_TRANSLATE_NOOP("RuleWords", "task is %1")},
    TestTemplate{Field::Task, Operator::IsNot, QT_TRANSLATE_NOOP("RuleWords", "task is not %1")},
    TestTemplate{Field::Task, Operator::Present, QT_TRANSLATE_NOOP("RuleWords", "a task is set"),
                 QT_TRANSLATE_NOOP("RuleWords", "no task is set")},
    TestTemplate{Field::PromptTokens, Operator::LessThan,
                 QT_TRANSLATE_NOOP("RuleWords", "the prompt is shorter than %1 tokens")},
    TestTemplate{Field::PromptTokens, Operator::AtMost,
                 QT_TRANSLATE_NOOP("RuleWords", "the prompt has at most %1 tokens")},
    TestTemplate{Field::PromptTokens, Operator::MoreThan,
                 QT_TRANSLATE_NOOP("RuleWords", "the prompt is longer than %1 tokens")},
    TestTemplate{Field::PromptTokens, Operator::AtLeast,
                 QT_TRANSLATE_NOOP("RuleWords", "the prompt has at least %1 tokens")},
    TestTemplate{Field::PromptLength, Operator::LessThan,
                 QT_TRANSLATE_NOOP("RuleWords", "the newest message is shorter than %1 characters")},
    TestTemplate{Field::PromptLength, Operator::AtMost,
                 QT_TRANSLATE_NOOP("RuleWords", "the newest message has at most %1 characters")},
    TestTemplate{Field::PromptLength, Operator::MoreThan,
                 QT_TRANSLATE_NOOP("RuleWords", "the newest message is longer than %1 characters")},
    TestTemplate{Field::PromptLength, Operator::AtLeast,
                 QT_TRANSLATE_NOOP("RuleWords", "the newest message has at least %1 characters")},
    TestTemplate{Field::Turns, Operator::LessThan,
                 QT_TRANSLATE_N_NOOP("RuleWords", "the conversation has fewer than %1 turns"), nullptr,
                 nullptr, nullptr, true},
    TestTemplate{Field::Turns, Operator::AtMost,
                 QT_TRANSLATE_N_NOOP("RuleWords", "the conversation has at most %1 turns"), nullptr, nullptr,
                 nullptr, true},
    TestTemplate{Field::Turns, Operator::MoreThan,
                 QT_TRANSLATE_N_NOOP("RuleWords", "the conversation has more than %1 turns"), nullptr,
                 nullptr, nullptr, true},
    TestTemplate{Field::Turns, Operator::AtLeast,
                 QT_TRANSLATE_N_NOOP("RuleWords", "the conversation has at least %1 turns"), nullptr, nullptr,
                 nullptr, true},
    TestTemplate{Field::Text, Operator::Contains, QT_TRANSLATE_NOOP("RuleWords", "the text contains %1"),
                 QT_TRANSLATE_NOOP("RuleWords", "the text does not contain %1")},
    TestTemplate{Field::Text, Operator::Matches, QT_TRANSLATE_NOOP("RuleWords", "the text matches %1"),
                 QT_TRANSLATE_NOOP("RuleWords", "the text does not match %1")},
    TestTemplate{Field::Language, Operator::Is, QT_TRANSLATE_NOOP("RuleWords", "the language is %1")},
    TestTemplate{Field::Language, Operator::IsNot, QT_TRANSLATE_NOOP("RuleWords", "the language is not %1")},
    TestTemplate{Field::HasCode, Operator::Present, QT_TRANSLATE_NOOP("RuleWords", "the text has code"),
                 QT_TRANSLATE_NOOP("RuleWords", "the text has no code")},
    TestTemplate{Field::HasImage, Operator::Present, QT_TRANSLATE_NOOP("RuleWords", "a picture is attached"),
                 QT_TRANSLATE_NOOP("RuleWords", "no picture is attached")},
    TestTemplate{Field::HasAttachment, Operator::Present,
                 QT_TRANSLATE_NOOP("RuleWords", "a file is attached"),
                 QT_TRANSLATE_NOOP("RuleWords", "no file is attached")},
    TestTemplate{Field::MaxTokens, Operator::LessThan,
                 QT_TRANSLATE_NOOP("RuleWords", "fewer than %1 output tokens are allowed")},
    TestTemplate{Field::MaxTokens, Operator::AtMost,
                 QT_TRANSLATE_NOOP("RuleWords", "at most %1 output tokens are allowed")},
    TestTemplate{Field::MaxTokens, Operator::MoreThan,
                 QT_TRANSLATE_NOOP("RuleWords", "more than %1 output tokens are allowed")},
    TestTemplate{Field::MaxTokens, Operator::AtLeast,
                 QT_TRANSLATE_NOOP("RuleWords", "at least %1 output tokens are allowed")},
    TestTemplate{Field::MaxTokens, Operator::Present,
                 QT_TRANSLATE_NOOP("RuleWords", "a limit of output tokens is set"),
                 QT_TRANSLATE_NOOP("RuleWords", "no limit of output tokens is set")},
    TestTemplate{Field::HasTools, Operator::Present, QT_TRANSLATE_NOOP("RuleWords", "tools are given"),
                 QT_TRANSLATE_NOOP("RuleWords", "no tools are given")},
    TestTemplate{Field::JsonMode, Operator::Present, QT_TRANSLATE_NOOP("RuleWords", "JSON is asked for"),
                 QT_TRANSLATE_NOOP("RuleWords", "JSON is not asked for")},
    TestTemplate{Field::Temperature, Operator::LessThan,
                 QT_TRANSLATE_NOOP("RuleWords", "temperature is below %1")},
    TestTemplate{Field::Temperature, Operator::AtMost,
                 QT_TRANSLATE_NOOP("RuleWords", "temperature is at most %1")},
    TestTemplate{Field::Temperature, Operator::MoreThan,
                 QT_TRANSLATE_NOOP("RuleWords", "temperature is above %1")},
    TestTemplate{Field::Temperature, Operator::AtLeast,
                 QT_TRANSLATE_NOOP("RuleWords", "temperature is at least %1")},
    TestTemplate{Field::Temperature, Operator::Present,
                 QT_TRANSLATE_NOOP("RuleWords", "a temperature is set"),
                 QT_TRANSLATE_NOOP("RuleWords", "no temperature is set")},
    TestTemplate{Field::Tag, Operator::Is, QT_TRANSLATE_NOOP("RuleWords", "tag %1 is %2")},
    TestTemplate{Field::Tag, Operator::IsNot, QT_TRANSLATE_NOOP("RuleWords", "tag %1 is not %2")},
    TestTemplate{Field::Tag, Operator::Contains, QT_TRANSLATE_NOOP("RuleWords", "tag %1 contains %2"),
                 QT_TRANSLATE_NOOP("RuleWords", "tag %1 does not contain %2")},
    TestTemplate{Field::Tag, Operator::Matches, QT_TRANSLATE_NOOP("RuleWords", "tag %1 matches %2"),
                 QT_TRANSLATE_NOOP("RuleWords", "tag %1 does not match %2")},
    TestTemplate{Field::Tag, Operator::Present, QT_TRANSLATE_NOOP("RuleWords", "tag %1 is set"),
                 QT_TRANSLATE_NOOP("RuleWords", "tag %1 is not set")},
    TestTemplate{Field::RequestedModel, Operator::Is,
                 QT_TRANSLATE_NOOP("RuleWords", "the requested model is %1")},
    TestTemplate{Field::RequestedModel, Operator::IsNot,
                 QT_TRANSLATE_NOOP("RuleWords", "the requested model is not %1")},
    TestTemplate{Field::RequestedModel, Operator::Contains,
                 QT_TRANSLATE_NOOP("RuleWords", "the requested model contains %1"),
                 QT_TRANSLATE_NOOP("RuleWords", "the requested model does not contain %1")},
    TestTemplate{Field::RequestedModel, Operator::Matches,
                 QT_TRANSLATE_NOOP("RuleWords", "the requested model matches %1"),
                 QT_TRANSLATE_NOOP("RuleWords", "the requested model does not match %1")},
    TestTemplate{Field::RequestedModel, Operator::Present,
                 QT_TRANSLATE_NOOP("RuleWords", "a model is requested"),
                 QT_TRANSLATE_NOOP("RuleWords", "no model is requested")},
    TestTemplate{Field::Source, Operator::Is, QT_TRANSLATE_NOOP("RuleWords", "source is %1")},
    TestTemplate{Field::Source, Operator::IsNot, QT_TRANSLATE_NOOP("RuleWords", "source is not %1")},
    TestTemplate{Field::TimeOfDay, Operator::Between,
                 QT_TRANSLATE_NOOP("RuleWords", "the time is from %1 to %2"),
                 QT_TRANSLATE_NOOP("RuleWords", "the time is not from %1 to %2"),
                 QT_TRANSLATE_NOOP("RuleWords", "the time in %3 is from %1 to %2"),
                 QT_TRANSLATE_NOOP("RuleWords", "the time in %3 is not from %1 to %2")},
    TestTemplate{Field::Weekday, Operator::Is, QT_TRANSLATE_NOOP("RuleWords", "the day is %1"), nullptr,
                 QT_TRANSLATE_NOOP("RuleWords", "the day in %2 is %1")},
    TestTemplate{Field::Weekday, Operator::IsNot, QT_TRANSLATE_NOOP("RuleWords", "the day is not %1"),
                 nullptr, QT_TRANSLATE_NOOP("RuleWords", "the day in %2 is not %1")},
    TestTemplate{Field::ErrorRate, Operator::LessThan,
                 QT_TRANSLATE_NOOP("RuleWords", "less than %2 of the calls to %1 fail")},
    TestTemplate{Field::ErrorRate, Operator::AtMost,
                 QT_TRANSLATE_NOOP("RuleWords", "at most %2 of the calls to %1 fail")},
    TestTemplate{Field::ErrorRate, Operator::MoreThan,
                 QT_TRANSLATE_NOOP("RuleWords", "more than %2 of the calls to %1 fail")},
    TestTemplate{Field::ErrorRate, Operator::AtLeast,
                 QT_TRANSLATE_NOOP("RuleWords", "at least %2 of the calls to %1 fail")},
    TestTemplate{Field::FirstTokenP95, Operator::LessThan,
                 QT_TRANSLATE_NOOP("RuleWords", "the p95 first token of %1 takes less than %2")},
    TestTemplate{Field::FirstTokenP95, Operator::AtMost,
                 QT_TRANSLATE_NOOP("RuleWords", "the p95 first token of %1 takes at most %2")},
    TestTemplate{Field::FirstTokenP95, Operator::MoreThan,
                 QT_TRANSLATE_NOOP("RuleWords", "the p95 first token of %1 takes more than %2")},
    TestTemplate{Field::FirstTokenP95, Operator::AtLeast,
                 QT_TRANSLATE_NOOP("RuleWords", "the p95 first token of %1 takes at least %2")},
    TestTemplate{Field::CoolingDown, Operator::Present, QT_TRANSLATE_NOOP("RuleWords", "%1 is cooling down"),
                 QT_TRANSLATE_NOOP("RuleWords", "%1 is not cooling down")},
    TestTemplate{Field::Budget, Operator::LessThan,
                 QT_TRANSLATE_NOOP("RuleWords", "less than %2 of the budget %1 is used")},
    TestTemplate{Field::Budget, Operator::AtMost,
                 QT_TRANSLATE_NOOP("RuleWords", "at most %2 of the budget %1 is used")},
    TestTemplate{Field::Budget, Operator::MoreThan,
                 QT_TRANSLATE_NOOP("RuleWords", "more than %2 of the budget %1 is used")},
    TestTemplate{Field::Budget, Operator::AtLeast,
                 QT_TRANSLATE_NOOP("RuleWords", "at least %2 of the budget %1 is used")},
};

/// Nobody reads a longer sentence.
constexpr qsizetype kMostPartsInWords = 50;

QString conditionTr(const char *text)
{
    return QCoreApplication::translate("RuleWords", text);
}

const TestTemplate *templateOf(Field field, Operator op)
{
    for (const TestTemplate &each : kTestTemplates) {
        if (each.field == field && each.op == op)
            return &each;
    }
    return nullptr;
}

/// The operator that says the opposite, where one does for every call.
std::optional<Operator> oppositeOf(Field field, Operator op)
{
    // Other numbers may be unset, and are then neither below nor above anything.
    const bool alwaysSet =
        field == Field::PromptTokens || field == Field::PromptLength || field == Field::Turns;
    switch (op) {
    case Operator::Is:
        return Operator::IsNot;
    case Operator::IsNot:
        return Operator::Is;
    case Operator::LessThan:
        return alwaysSet ? std::optional(Operator::AtLeast) : std::nullopt;
    case Operator::AtLeast:
        return alwaysSet ? std::optional(Operator::LessThan) : std::nullopt;
    case Operator::MoreThan:
        return alwaysSet ? std::optional(Operator::AtMost) : std::nullopt;
    case Operator::AtMost:
        return alwaysSet ? std::optional(Operator::MoreThan) : std::nullopt;
    default:
        return std::nullopt;
    }
}

QString nothingYet()
{
    return QStringLiteral("…");
}

QString plainNumber(double number)
{
    const bool isCount = std::trunc(number) == number && std::abs(number) < 1e15;
    return isCount ? formatCount(static_cast<qint64>(number)) : QLocale().toString(number, 'g', 6);
}

QString numberInWords(const Test &test)
{
    if (!test.number)
        return nothingYet();
    if (test.field == Field::FirstTokenP95)
        return formatDuration(*test.number);
    if (test.field == Field::ErrorRate)
        return QLocale().toString(*test.number * 100.0, 'g', 4) + QStringLiteral("\u202f%");
    if (test.field == Field::Budget)
        return QLocale().toString(*test.number, 'g', 4) + QStringLiteral("\u202f%");
    return plainNumber(*test.number);
}

QString quotedIfText(const Test &test, const QString &value)
{
    switch (test.op) {
    case Operator::Contains:
        return conditionTr(QT_TRANSLATE_NOOP("RuleWords", "“%1”")).arg(value);
    case Operator::Matches:
        return QString(u'/' + value + u'/');
    default:
        return valueInWords(test.field, value);
    }
}

QString valuesInWords(const Test &test)
{
    QStringList shown;
    for (const QString &value : test.values)
        shown.append(quotedIfText(test, value));
    return shown.isEmpty() ? nothingYet() : alternativesInWords(shown);
}

QStringList placesOf(const Test &test)
{
    QStringList places;
    if (test.field == Field::Tag || isOfTheMoment(test.field))
        places.append(test.key.isEmpty() ? nothingYet() : test.key);
    switch (test.op) {
    case Operator::Present:
        return places;
    case Operator::Between:
        places.append(test.values.value(0, nothingYet()));
        places.append(test.values.value(1, nothingYet()));
        break;
    case Operator::Is:
    case Operator::IsNot:
    case Operator::Contains:
    case Operator::Matches:
        places.append(valuesInWords(test));
        break;
    default:
        places.append(numberInWords(test));
    }
    if (!test.zone.isEmpty() && (test.field == Field::TimeOfDay || test.field == Field::Weekday))
        places.append(test.zone);
    return places;
}

QString filledIn(const QString &sentence, const QStringList &places)
{
    switch (places.size()) {
    case 0:
        return sentence;
    case 1:
        return sentence.arg(places.at(0));
    case 2:
        return sentence.arg(places.at(0), places.at(1));
    default:
        return sentence.arg(places.at(0), places.at(1), places.at(2));
    }
}

QString notTrue(const QString &words)
{
    return conditionTr(QT_TRANSLATE_NOOP("RuleWords", "not (%1)")).arg(words);
}

QString testSentence(const Test &test, bool negated)
{
    if (negated) {
        if (const std::optional<Operator> opposite = oppositeOf(test.field, test.op)) {
            Test other = test;
            other.op = *opposite;
            return testSentence(other, false);
        }
    }
    const TestTemplate *found = templateOf(test.field, test.op);
    if (!found) // an operator that does not fit, which checkRuleSet() names
        return fieldInWords(test.field) + QLatin1Char(' ') + operatorInWords(test.op, test.field);
    if (negated && !found->negated)
        return notTrue(testSentence(test, false));
    const QStringList places = placesOf(test);
    const bool isZoned = found->zoned && !test.zone.isEmpty();
    const char *text =
        negated ? (isZoned ? found->negatedZoned : found->negated) : (isZoned ? found->zoned : found->text);
    const int count = static_cast<int>(std::clamp(std::ceil(test.number.value_or(0.0)), 0.0, 1e9));
    return filledIn(found->isPlural ? QCoreApplication::translate("RuleWords", text, nullptr, count)
                                    : conditionTr(text),
                    places);
}

QString partInWords(const Condition &part, Condition::Kind around)
{
    const bool isGroup = part.kind == Condition::Kind::All || part.kind == Condition::Kind::Any;
    const QString words = conditionInWords(part);
    return isGroup && part.parts.size() > 1 && part.kind != around ? QString(u'(' + words + u')') : words;
}

QString groupInWords(const Condition &group, const char *pair)
{
    const qsizetype shown = std::min(group.parts.size(), kMostPartsInWords);
    QString words = partInWords(group.parts.at(0), group.kind);
    for (qsizetype at = 1; at < shown; ++at)
        words = conditionTr(pair).arg(words, partInWords(group.parts.at(at), group.kind));
    return shown < group.parts.size() ? QString(words + QLatin1Char(' ') + nothingYet()) : words;
}

QString negationInWords(const Condition &part)
{
    if (part.kind == Condition::Kind::Test)
        return testSentence(part.test, true);
    if (part.kind == Condition::Kind::Not)
        return conditionInWords(part.parts.value(0));
    return notTrue(conditionInWords(part));
}

} // namespace

QString testInWords(const Test &test)
{
    return testSentence(test, false);
}

QString conditionInWords(const Condition &condition)
{
    switch (condition.kind) {
    case Condition::Kind::All:
        return condition.parts.isEmpty()
            ? conditionTr(QT_TRANSLATE_NOOP("RuleWords", "everything"))
            : groupInWords(condition, QT_TRANSLATE_NOOP("RuleWords", "%1, and %2"));
    case Condition::Kind::Any:
        return condition.parts.isEmpty()
            ? conditionTr(QT_TRANSLATE_NOOP("RuleWords", "nothing"))
            : groupInWords(condition, QT_TRANSLATE_NOOP("RuleWords", "%1, or %2"));
    case Condition::Kind::Not:
        return negationInWords(condition.parts.value(0));
    case Condition::Kind::Test:
        return testInWords(condition.test);
    }
    return {};
}

} // namespace core
