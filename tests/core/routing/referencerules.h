#pragma once

#include "core/routing/promptfacts.h"
#include "core/routing/ruleset.h"
#include "core/routing/targetfacts.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

/// What rules say about a call, in the plainest way: each test is asked where it stands. An answer that is
/// not known is taken from `assumptions`, one bit for each time that one is asked for, so that every way in
/// which the unknown may turn out can be tried.
class ReferenceRules
{
public:
    ReferenceRules(const core::PromptFacts &facts, const core::TargetBook &book, quint32 assumptions)
        : m_facts(facts), m_book(book), m_assumptions(assumptions)
    {
    }

    /// The first rule that holds. All are asked, so that the bits mean the same whatever they are.
    qsizetype place(const core::RuleSet &rules)
    {
        qsizetype first = rules.rules.size();
        for (qsizetype at = rules.rules.size() - 1; at >= 0; --at) {
            const core::Rule &rule = rules.rules.at(at);
            if (rule.on && holds(rule.when))
                first = at;
        }
        return first;
    }

    /// How many answers were not known.
    int unknowns() const { return m_unknowns; }

    bool holds(const core::Condition &condition)
    {
        if (condition.kind == core::Condition::Kind::Test)
            return meets(condition.test);
        QList<bool> parts;
        for (const core::Condition &part : condition.parts)
            parts.append(holds(part));
        if (condition.kind == core::Condition::Kind::All)
            return !parts.contains(false);
        if (condition.kind == core::Condition::Kind::Any)
            return parts.contains(true);
        return !parts.at(0);
    }

private:
    using Field = core::Field;
    using Operator = core::Operator;

    bool assumed() { return (m_assumptions >> m_unknowns++ & 1U) != 0; }

    bool meets(const core::Test &test)
    {
        if (!makesSense(test))
            return false;
        if (!m_facts.textKnown && core::needsText(test.field))
            return assumed();
        switch (test.field) {
        case Field::PromptTokens:
            return m_facts.tokens ? compare(double(*m_facts.tokens), test) : assumed();
        case Field::PromptLength:
            return compare(double(m_facts.text.size()), test);
        case Field::Turns:
            return compare(m_facts.turns, test);
        case Field::MaxTokens:
            return m_facts.parameters.maxTokens && compare(double(*m_facts.parameters.maxTokens), test);
        case Field::Temperature:
            return m_facts.parameters.temperature && compare(*m_facts.parameters.temperature, test);
        case Field::ErrorRate:
            return health(watched(test).errorRate, test);
        case Field::FirstTokenP95:
            return health(watched(test).firstTokenP95, test);
        case Field::Budget:
            return health(m_book.budgetUsed(test.key), test);
        case Field::CoolingDown:
            return watched(test).coolingUntilMs > m_facts.atMs;
        case Field::HasCode:
            return core::hasCode(m_facts.text);
        case Field::HasImage:
            return m_facts.hasImages;
        case Field::HasAttachment:
            return m_facts.hasAttachments;
        case Field::HasTools:
            return !m_facts.parameters.tools.isEmpty();
        case Field::JsonMode:
            return m_facts.parameters.responseFormat.value(QStringLiteral("type"))
                .toString()
                .startsWith(QStringLiteral("json"));
        case Field::TimeOfDay:
            return isBetween(test);
        default:
            return label(test);
        }
    }

    static bool makesSense(const core::Test &test)
    {
        if (!core::operatorsOf(test.field).contains(test.op))
            return false;
        const bool orders = test.op == Operator::LessThan || test.op == Operator::AtMost
            || test.op == Operator::MoreThan || test.op == Operator::AtLeast;
        if (orders && !test.number)
            return false;
        if (core::isHealth(test.field) && !core::parseTargetName(test.key))
            return false;
        if (test.op == Operator::Matches && (test.values.value(0).isEmpty() || !expressionOf(test).isValid()))
            return false;
        const bool zoned = test.field == Field::TimeOfDay || test.field == Field::Weekday;
        if (zoned && !zoneOf(test).isValid())
            return false;
        return test.op != Operator::Between || (timeOf(test, 0).isValid() && timeOf(test, 1).isValid());
    }

    static QRegularExpression expressionOf(const core::Test &test)
    {
        return QRegularExpression(test.values.value(0), QRegularExpression::UseUnicodePropertiesOption);
    }
    static QTimeZone zoneOf(const core::Test &test)
    {
        return test.zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(test.zone.toUtf8());
    }
    static QTime timeOf(const core::Test &test, qsizetype at)
    {
        return QTime::fromString(test.values.value(at), QStringLiteral("HH:mm"));
    }

    static bool compare(double value, const core::Test &test)
    {
        switch (test.op) {
        case Operator::LessThan:
            return value < *test.number;
        case Operator::AtMost:
            return value <= *test.number;
        case Operator::MoreThan:
            return value > *test.number;
        case Operator::AtLeast:
            return value >= *test.number;
        default:
            return true;
        }
    }

    core::TargetFacts watched(const core::Test &test) const
    {
        return m_book.factsOf(*core::parseTargetName(test.key), m_facts.task);
    }

    bool health(const std::optional<double> &value, const core::Test &test)
    {
        if (value)
            return compare(*value, test);
        return m_facts.past ? assumed() : false;
    }

    QDateTime localTime(const core::Test &test) const
    {
        return QDateTime::fromMSecsSinceEpoch(m_facts.atMs, Qt::UTC).toTimeZone(zoneOf(test));
    }

    bool isBetween(const core::Test &test) const
    {
        const QTime now = localTime(test).time();
        const QTime from = timeOf(test, 0);
        const QTime to = timeOf(test, 1);
        return from <= to ? from <= now && now < to : from <= now || now < to;
    }

    bool label(const core::Test &test) const
    {
        const std::optional<QString> value = labelOf(test);
        const QString text = value.value_or(QString());
        const bool isOneOf = value && test.values.contains(*value, Qt::CaseInsensitive);
        switch (test.op) {
        case Operator::Is:
            return isOneOf;
        case Operator::IsNot:
            return !isOneOf;
        case Operator::Contains:
            return std::any_of(test.values.begin(), test.values.end(), [&text](const QString &part) {
                return !part.isEmpty() && text.contains(part, Qt::CaseInsensitive);
            });
        case Operator::Matches:
            return (test.field == Field::Text || !text.isEmpty())
                && expressionOf(test).match(text).hasMatch();
        default:
            return !text.isEmpty();
        }
    }

    std::optional<QString> labelOf(const core::Test &test) const
    {
        switch (test.field) {
        case Field::Task:
            return m_facts.task;
        case Field::Text:
            return m_facts.text;
        case Field::Language:
            return core::languageOf(m_facts.text);
        case Field::RequestedModel:
            return m_facts.requestedModel;
        case Field::Source:
            return core::callSourceName(m_facts.source);
        case Field::Weekday:
            return QLocale::c().dayName(localTime(test).date().dayOfWeek(), QLocale::ShortFormat);
        default:
            return m_facts.tags.contains(test.key) ? std::optional(m_facts.tags.value(test.key))
                                                   : std::nullopt;
        }
    }

    const core::PromptFacts &m_facts;
    const core::TargetBook &m_book;
    const quint32 m_assumptions;
    int m_unknowns = 0;
};
