#include "core/routing/implication.h"

#include <QTime>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace core {

namespace {

/// More tests than that in one conjunction are not compared pair by pair.
constexpr qsizetype kMostInConjunction = 64;
constexpr double kEndless = std::numeric_limits<double>::infinity();

/// The numbers that meet a test; none that is asked for is negative.
struct NumberRange
{
    double low = 0.0;
    double high = kEndless;
    bool lowOpen = false;
    bool highOpen = false;

    bool isEmpty() const { return low > high || (low == high && (lowOpen || highOpen)); }

    bool holds(const NumberRange &other) const
    {
        const bool below = other.low > low || (other.low == low && (!lowOpen || other.lowOpen));
        const bool above = other.high < high || (other.high == high && (!highOpen || other.highOpen));
        return below && above;
    }

    void narrow(const NumberRange &other)
    {
        if (other.low > low || (other.low == low && other.lowOpen)) {
            low = other.low;
            lowOpen = other.lowOpen;
        }
        if (other.high < high || (other.high == high && other.highOpen)) {
            high = other.high;
            highOpen = other.highOpen;
        }
    }
};

bool isCount(Field field)
{
    return field == Field::PromptTokens || field == Field::PromptLength || field == Field::Turns
        || field == Field::MaxTokens;
}

std::optional<NumberRange> rangeOf(const Test &test)
{
    if (!test.number || !std::isfinite(*test.number))
        return std::nullopt;
    const double number = *test.number;
    const bool whole = isCount(test.field);
    NumberRange range;
    switch (test.op) {
    case Operator::LessThan:
        range.high = whole ? std::ceil(number) - 1 : number;
        range.highOpen = !whole;
        return range;
    case Operator::AtMost:
        range.high = whole ? std::floor(number) : number;
        return range;
    case Operator::MoreThan:
        range.low = std::max(0.0, whole ? std::floor(number) + 1 : number);
        range.lowOpen = !whole && number >= 0.0;
        return range;
    case Operator::AtLeast:
        range.low = std::max(0.0, whole ? std::ceil(number) : number);
        return range;
    default:
        return std::nullopt;
    }
}

bool askTheSame(const Test &one, const Test &other)
{
    return one.field == other.field && one.key == other.key && one.zone == other.zone;
}

bool areAmong(const QStringList &some, const QStringList &all)
{
    return std::all_of(some.begin(), some.end(),
                       [&all](const QString &value) { return all.contains(value, Qt::CaseInsensitive); });
}

bool areApart(const QStringList &some, const QStringList &others)
{
    return std::none_of(some.begin(), some.end(), [&others](const QString &value) {
        return others.contains(value, Qt::CaseInsensitive);
    });
}

/// Whether each of `some` holds one of `needles`.
bool eachHolds(const QStringList &some, const QStringList &needles)
{
    return std::all_of(some.begin(), some.end(), [&](const QString &text) {
        return std::any_of(needles.begin(), needles.end(), [&](const QString &needle) {
            return !needle.isEmpty() && text.contains(needle, Qt::CaseInsensitive);
        });
    });
}

constexpr int kWholeDay = 24 * 60;

std::optional<int> minuteOf(const QString &time)
{
    if (time == QLatin1StringView("24:00"))
        return kWholeDay;
    const QTime parsed = QTime::fromString(time, QStringLiteral("HH:mm"));
    return parsed.isValid() ? std::optional(parsed.hour() * 60 + parsed.minute()) : std::nullopt;
}

/// Where the time begins and how long it is.
std::optional<std::pair<int, int>> spanOf(const Test &test)
{
    const std::optional<int> from = minuteOf(test.values.value(0));
    const std::optional<int> to = minuteOf(test.values.value(1));
    if (!from || !to || *from == *to)
        return std::nullopt;
    return std::pair(*from, *to > *from ? *to - *from : *to - *from + kWholeDay);
}

bool isWithinTimes(const Test &narrow, const Test &wide)
{
    const auto inner = spanOf(narrow);
    const auto outer = spanOf(wide);
    if (!inner || !outer)
        return false;
    const int offset = (inner->first - outer->first + kWholeDay) % kWholeDay;
    return offset + inner->second <= outer->second;
}

/// Whether a value that meets the test is there at all.
bool needsValue(const Test &test)
{
    switch (test.op) {
    case Operator::Is:
    case Operator::Contains:
        return !test.values.isEmpty() && !test.values.contains(QString());
    case Operator::LessThan:
    case Operator::AtMost:
    case Operator::MoreThan:
    case Operator::AtLeast:
        return test.number.has_value();
    default:
        return false;
    }
}

/// The condition as one test, with the negation of a choice as its opposite.
std::optional<Test> asTest(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test)
        return condition.test;
    if (condition.kind != Condition::Kind::Not || condition.parts.size() != 1
        || condition.parts.first().kind != Condition::Kind::Test)
        return std::nullopt;
    Test test = condition.parts.first().test;
    if (test.op != Operator::Is && test.op != Operator::IsNot)
        return std::nullopt;
    test.op = test.op == Operator::Is ? Operator::IsNot : Operator::Is;
    return test;
}

/// The tests that all have to be met, up to one more than kMostInConjunction.
void collectTests(const Condition &condition, QList<Test> *tests)
{
    if (const std::optional<Test> test = asTest(condition)) {
        tests->append(*test);
    } else if (condition.kind == Condition::Kind::All) {
        for (const Condition &part : condition.parts) {
            if (tests->size() > kMostInConjunction)
                return;
            collectTests(part, tests);
        }
    }
}

bool areContrary(const Test &one, const Test &other)
{
    if (!askTheSame(one, other))
        return false;
    const std::optional<NumberRange> first = rangeOf(one);
    const std::optional<NumberRange> second = rangeOf(other);
    if (first && second) {
        NumberRange both = *first;
        both.narrow(*second);
        return both.isEmpty();
    }
    if (one.values.isEmpty() || other.values.isEmpty())
        return false;
    if (one.op == Operator::Is && other.op == Operator::Is)
        return areApart(one.values, other.values);
    if (one.op == Operator::Is && other.op == Operator::IsNot)
        return areAmong(one.values, other.values);
    return one.op == Operator::IsNot && other.op == Operator::Is && areAmong(other.values, one.values);
}

bool holdsContradiction(const Condition &conjunction)
{
    QList<Test> tests;
    collectTests(conjunction, &tests);
    if (tests.size() > kMostInConjunction)
        return false;
    for (qsizetype one = 0; one < tests.size(); ++one) {
        for (qsizetype other = one + 1; other < tests.size(); ++other) {
            if (areContrary(tests.at(one), tests.at(other)))
                return true;
        }
    }
    return false;
}

std::optional<qint64> fewestTokens(const Test &test)
{
    const std::optional<NumberRange> range = rangeOf(test);
    if (test.field != Field::PromptTokens || !range || range->low <= 0.0 || range->low > 1e15)
        return std::nullopt;
    return static_cast<qint64>(range->low);
}

ConditionNeeds needsOfTest(const Test &test)
{
    const bool present = test.op == Operator::Present;
    return {.pictures = present && test.field == Field::HasImage,
            .tools = present && test.field == Field::HasTools,
            .tokens = fewestTokens(test)};
}

/// `less than 5` that is not met is `at least 5`.
ConditionNeeds needsOfNegated(const Condition &part)
{
    if (part.kind == Condition::Kind::Not)
        return needsOf(part.parts.value(0));
    if (part.kind != Condition::Kind::Test)
        return {};
    Test test = part.test;
    if (test.op == Operator::LessThan)
        test.op = Operator::AtLeast;
    else if (test.op == Operator::AtMost)
        test.op = Operator::MoreThan;
    else
        return {};
    return {.tokens = fewestTokens(test)};
}

} // namespace

bool isAlwaysTrue(const Condition &condition)
{
    switch (condition.kind) {
    case Condition::Kind::All:
        return std::all_of(condition.parts.begin(), condition.parts.end(), isAlwaysTrue);
    case Condition::Kind::Any:
        return std::any_of(condition.parts.begin(), condition.parts.end(), isAlwaysTrue);
    case Condition::Kind::Not:
        return condition.parts.size() == 1 && isNeverTrue(condition.parts.first());
    case Condition::Kind::Test:
        return false;
    }
    return false;
}

bool isNeverTrue(const Condition &condition)
{
    switch (condition.kind) {
    case Condition::Kind::All:
        return std::any_of(condition.parts.begin(), condition.parts.end(), isNeverTrue)
            || holdsContradiction(condition);
    case Condition::Kind::Any:
        return std::all_of(condition.parts.begin(), condition.parts.end(), isNeverTrue);
    case Condition::Kind::Not:
        return condition.parts.size() == 1 && isAlwaysTrue(condition.parts.first());
    case Condition::Kind::Test: {
        const std::optional<NumberRange> range = rangeOf(condition.test);
        return range && range->isEmpty();
    }
    }
    return false;
}

ConditionNeeds needsOf(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test)
        return needsOfTest(condition.test);
    if (condition.kind == Condition::Kind::Not)
        return needsOfNegated(condition.parts.value(0));
    const bool isAny = condition.kind == Condition::Kind::Any;
    ConditionNeeds needs;
    for (qsizetype at = 0; at < condition.parts.size(); ++at) {
        const ConditionNeeds part = needsOf(condition.parts.at(at));
        if (at == 0) {
            needs = part;
        } else if (isAny) {
            needs.pictures = needs.pictures && part.pictures;
            needs.tools = needs.tools && part.tools;
            // An unset bound is less than any other.
            needs.tokens = std::min(needs.tokens, part.tokens);
        } else {
            needs.pictures = needs.pictures || part.pictures;
            needs.tools = needs.tools || part.tools;
            needs.tokens = std::max(needs.tokens, part.tokens);
        }
    }
    return needs;
}

bool Implication::spend(qint64 steps)
{
    m_steps -= steps;
    return m_steps > 0;
}

bool Implication::implies(const Condition &narrow, const Condition &wide)
{
    if (!spend(1))
        return false;
    if (wide.kind == Condition::Kind::All)
        return std::all_of(wide.parts.begin(), wide.parts.end(),
                           [&](const Condition &part) { return implies(narrow, part); });
    if (narrow.kind == Condition::Kind::Any)
        return !narrow.parts.isEmpty()
            && std::all_of(narrow.parts.begin(), narrow.parts.end(),
                           [&](const Condition &part) { return implies(part, wide); });
    if (wide.kind == Condition::Kind::Any
        && std::any_of(wide.parts.begin(), wide.parts.end(),
                       [&](const Condition &part) { return implies(narrow, part); }))
        return true;
    if (narrow.kind == Condition::Kind::All)
        return somePartImplies(narrow, wide);
    const std::optional<Test> test = asTest(narrow);
    const std::optional<Test> wideTest = asTest(wide);
    if (test && wideTest)
        return testImplies(*test, *wideTest);
    return narrow.kind == Condition::Kind::Not && wide.kind == Condition::Kind::Not
        && narrow.parts.size() == 1 && wide.parts.size() == 1
        && implies(wide.parts.first(), narrow.parts.first());
}

bool Implication::somePartImplies(const Condition &narrow, const Condition &wide)
{
    if (std::any_of(narrow.parts.begin(), narrow.parts.end(),
                    [&](const Condition &part) { return implies(part, wide); }))
        return true;
    const std::optional<Test> wideTest = asTest(wide);
    if (!wideTest)
        return false;
    const std::optional<NumberRange> wanted = rangeOf(*wideTest);
    QList<Test> tests;
    collectTests(narrow, &tests);
    if (!wanted || tests.size() > kMostInConjunction || !spend(tests.size()))
        return false;
    NumberRange together;
    bool found = false;
    for (const Test &test : std::as_const(tests)) {
        const std::optional<NumberRange> range = rangeOf(test);
        if (!range || !askTheSame(test, *wideTest))
            continue;
        together.narrow(*range);
        found = true;
    }
    return found && wanted->holds(together);
}

bool Implication::testImplies(const Test &narrow, const Test &wide)
{
    if (!askTheSame(narrow, wide) || !spend(narrow.values.size() * wide.values.size()))
        return false;
    if (narrow == wide)
        return true;
    if (wide.op == Operator::Present)
        return needsValue(narrow);
    if (wide.op == Operator::Between && narrow.op == Operator::Between)
        return isWithinTimes(narrow, wide);
    const std::optional<NumberRange> range = rangeOf(narrow);
    const std::optional<NumberRange> wideRange = rangeOf(wide);
    if (range && wideRange)
        return wideRange->holds(*range);
    return valuesImply(narrow, wide);
}

bool Implication::valuesImply(const Test &narrow, const Test &wide)
{
    if (narrow.values.isEmpty() || wide.values.isEmpty())
        return false;
    switch (wide.op) {
    case Operator::Is:
        return narrow.op == Operator::Is && areAmong(narrow.values, wide.values);
    case Operator::IsNot:
        return (narrow.op == Operator::IsNot && areAmong(wide.values, narrow.values))
            || (narrow.op == Operator::Is && areApart(narrow.values, wide.values));
    case Operator::Contains:
        return (narrow.op == Operator::Contains || narrow.op == Operator::Is)
            && eachHolds(narrow.values, wide.values);
    default:
        return false;
    }
}

} // namespace core
