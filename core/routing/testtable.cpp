#include "core/routing/testtable.h"

#include "core/routing/rulepattern.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr quint32 kMinutesOfAnHour = 60;
constexpr quint32 kMinutesOfADay = 24 * kMinutesOfAnHour;

/// Equal exactly for equal tests: every part with its length before it.
QString keyOfTest(const Test &test)
{
    QStringList parts{fieldName(test.field), operatorName(test.op), test.key, test.zone,
                      test.number ? QString::number(*test.number, 'g', 17) : QString()};
    parts += test.values;
    QString key;
    for (const QString &part : std::as_const(parts))
        key += QString::number(part.size()) + QLatin1Char(':') + part;
    return key;
}

/// Minutes of the day of a time `HH:MM`, up to `24:00`.
std::optional<quint32> dayMinutesOf(const QString &time)
{
    const QStringList parts = time.split(QLatin1Char(':'));
    if (parts.size() != 2)
        return std::nullopt;
    bool isHour = false;
    bool isMinute = false;
    const quint32 hour = parts.at(0).toUInt(&isHour);
    const quint32 minute = parts.at(1).toUInt(&isMinute);
    if (!isHour || !isMinute || hour > kMinutesOfADay || minute >= kMinutesOfAnHour)
        return std::nullopt;
    const quint32 minutes = hour * kMinutesOfAnHour + minute;
    return minutes <= kMinutesOfADay ? std::optional(minutes) : std::nullopt;
}

bool isLabelField(Field field)
{
    switch (field) {
    case Field::Task:
    case Field::Language:
    case Field::Tag:
    case Field::RequestedModel:
    case Field::Source:
    case Field::Weekday:
        return true;
    default:
        return false;
    }
}

bool isFlagField(Field field)
{
    switch (field) {
    case Field::HasCode:
    case Field::HasImage:
    case Field::HasAttachment:
    case Field::HasTools:
    case Field::JsonMode:
    case Field::CoolingDown:
        return true;
    default:
        return false;
    }
}

} // namespace

int effortOf(const Test &test)
{
    if (test.op == Operator::Matches)
        return 7;
    switch (test.field) {
    case Field::HasCode:
        return 6;
    case Field::Text:
        return 5;
    case Field::Language:
        return 4;
    case Field::ErrorRate:
    case Field::FirstTokenP95:
    case Field::CoolingDown:
        return 3;
    case Field::TimeOfDay:
    case Field::Weekday:
        return 2;
    case Field::Tag:
    case Field::Budget:
        return 1;
    default:
        return 0;
    }
}

quint32 TestCompiler::add(const Test &test)
{
    const QString key = keyOfTest(test);
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return known.value();
    const auto number = static_cast<quint32>(m_table.tests.size());
    m_table.tests.push_back(compiled(test));
    m_table.sources.push_back(&test);
    m_known.insert(key, number);
    addToItsLike(number);
    return number;
}

/// Tests that are answered from one value of the call are answered all at once.
void TestCompiler::addToItsLike(quint32 number)
{
    const CompiledTest &test = m_table.tests[number];
    switch (test.ask) {
    case Ask::TextContains:
        m_table.wordTests.push_back(number);
        break;
    case Ask::LabelIs:
    case Ask::LabelIsNot:
        m_table.labels[test.slot].tests.push_back(number);
        break;
    case Ask::Number:
    case Ask::NumberPresent:
        if (!isOfTheMoment(test.field))
            m_table.numberTests[test.field].push_back(number);
        break;
    default:
        break;
    }
}

CompiledTest TestCompiler::compiled(const Test &test)
{
    CompiledTest result;
    result.field = test.field;
    result.op = test.op;
    result.needsText = needsText(test.field);
    if (!operatorsOf(test.field).contains(test.op))
        return result;
    if (isHealth(test.field) && !addWatched(test.key, result.slot))
        return result;
    if (test.field == Field::Budget)
        result.slot = addBudget(test.key);
    if (isLabelField(test.field) && !addLabel(test, result))
        return result;
    switch (test.op) {
    case Operator::Is:
        compileValues(test, Ask::LabelIs, result);
        break;
    case Operator::IsNot:
        compileValues(test, Ask::LabelIsNot, result);
        break;
    case Operator::Contains:
        compileValues(test, test.field == Field::Text ? Ask::TextContains : Ask::LabelContains, result);
        break;
    case Operator::Matches:
        compilePattern(test, result);
        break;
    case Operator::LessThan:
    case Operator::AtMost:
    case Operator::MoreThan:
    case Operator::AtLeast:
        compileNumber(test, result);
        break;
    case Operator::Between:
        compileTimes(test, result);
        break;
    case Operator::Present:
        compilePresence(test, result);
        break;
    }
    return result;
}

void TestCompiler::compileNumber(const Test &test, CompiledTest &result) const
{
    if (!test.number || std::isnan(*test.number))
        return;
    result.ask = Ask::Number;
    result.number = *test.number;
}

void TestCompiler::compileValues(const Test &test, Ask ask, CompiledTest &result)
{
    result.ask = ask;
    result.first = static_cast<quint32>(m_table.operands.size());
    for (const QString &value : test.values) {
        if (ask == Ask::LabelContains)
            break; // asked of the values themselves
        if (ask == Ask::TextContains) {
            // Every text would hold a word that is not there yet.
            if (!value.isEmpty())
                m_table.operands.push_back(m_table.words.add(value));
            continue;
        }
        const auto next = static_cast<quint32>(m_table.labelValues.size());
        const QString folded = foldedText(value);
        if (!m_table.labelValues.contains(folded))
            m_table.labelValues.insert(folded, next);
        m_table.operands.push_back(m_table.labelValues.value(folded));
    }
    result.count = static_cast<quint32>(m_table.operands.size()) - result.first;
}

void TestCompiler::compilePattern(const Test &test, CompiledTest &result)
{
    const QString text = test.values.value(0);
    const QRegularExpression pattern = text.isEmpty() ? QRegularExpression() : rulePattern(text);
    if (text.isEmpty() || !pattern.isValid())
        return;
    pattern.optimize();
    result.ask = test.field == Field::Text ? Ask::TextMatches : Ask::LabelMatches;
    result.first = static_cast<quint32>(m_table.patterns.size());
    m_table.patterns.push_back(pattern);
}

void TestCompiler::compilePresence(const Test &test, CompiledTest &result)
{
    if (isLabelField(test.field))
        result.ask = Ask::LabelPresent;
    else
        result.ask = isFlagField(test.field) ? Ask::Flag : Ask::NumberPresent;
}

void TestCompiler::compileTimes(const Test &test, CompiledTest &result)
{
    if (test.values.size() != 2)
        return;
    const std::optional<quint32> from = dayMinutesOf(test.values.at(0));
    const std::optional<quint32> to = dayMinutesOf(test.values.at(1));
    if (!from || !to || !addZone(test.zone, result.slot))
        return;
    result.ask = Ask::TimeBetween;
    result.first = *from;
    result.count = *to;
}

bool TestCompiler::addLabel(const Test &test, CompiledTest &result)
{
    LabelSource label;
    label.field = test.field;
    if (test.field == Field::Tag)
        label.key = test.key;
    if (test.field == Field::Weekday && !addZone(test.zone, label.zone))
        return false;
    const QString key = fieldName(label.field) + QLatin1Char('/') + QString::number(label.zone)
        + QLatin1Char('/') + label.key;
    if (const auto known = m_labels.constFind(key); known != m_labels.cend()) {
        result.slot = known.value();
        return true;
    }
    result.slot = static_cast<quint32>(m_table.labels.size());
    m_labels.insert(key, result.slot);
    m_table.labels.push_back(label);
    return true;
}

bool TestCompiler::addZone(const QString &name, quint32 &slot)
{
    if (const auto known = m_zones.constFind(name); known != m_zones.cend()) {
        slot = known.value();
        return true;
    }
    QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
    if (!zone.isValid() && name.isEmpty())
        zone = QTimeZone::utc();
    if (!zone.isValid())
        return false;
    slot = static_cast<quint32>(m_table.zones.size());
    m_zones.insert(name, slot);
    m_table.zones.push_back(zone);
    return true;
}

bool TestCompiler::addWatched(const QString &target, quint32 &slot)
{
    const std::optional<TargetName> name = parseTargetName(target);
    if (!name)
        return false;
    if (const auto known = m_watched.constFind(target); known != m_watched.cend()) {
        slot = known.value();
        return true;
    }
    slot = static_cast<quint32>(m_table.watched.size());
    m_watched.insert(target, slot);
    m_table.watched.push_back(*name);
    return true;
}

quint32 TestCompiler::addBudget(const QString &name)
{
    const auto known = std::find(m_table.budgets.cbegin(), m_table.budgets.cend(), name);
    const auto slot = static_cast<quint32>(known - m_table.budgets.cbegin());
    if (known == m_table.budgets.cend())
        m_table.budgets.push_back(name);
    return slot;
}

} // namespace core
