#include "core/ledger/records.h"
#include "core/routing/documentobject.h"
#include "core/routing/rulechecks.h"
#include "core/routing/rulewords.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace core {

namespace {

/// Looks at one test; what is wrong with it goes to the problems under its path.
class TestCheck
{
public:
    TestCheck(const Test &test, const QString &path, const CheckScope &scope, RuleProblems *problems)
        : m_test(test), m_path(path), m_scope(scope), m_problems(problems)
    {
    }

    void check() const
    {
        if (!operatorsOf(m_test.field).contains(m_test.op)) {
            invalid(u"op",
                    RuleCheck::tr("“%1” cannot be asked of “%2”.")
                        .arg(operatorInWords(m_test.op, m_test.field), fieldInWords(m_test.field)));
            return;
        }
        checkKey();
        switch (m_test.op) {
        case Operator::Present:
            break;
        case Operator::Between:
            checkTimes();
            break;
        case Operator::Matches:
            checkExpression();
            break;
        case Operator::Is:
        case Operator::IsNot:
        case Operator::Contains:
            checkValues();
            break;
        default:
            checkNumber();
        }
        if (m_test.field == Field::TimeOfDay || m_test.field == Field::Weekday)
            checkZone();
    }

private:
    void invalid(QStringView member, const QString &text) const
    {
        m_problems->addInvalid(pathInside(m_path, member), text);
    }

    void invalidValue(qsizetype place, const QString &text) const
    {
        m_problems->addInvalid(pathInside(pathInside(m_path, u"values"), place), text);
    }

    void checkKey() const
    {
        if (m_test.field == Field::Tag && m_test.key.isEmpty())
            invalid(u"key", RuleCheck::tr("The key of the tag is missing."));
        if (m_test.field == Field::Budget)
            checkBudget();
        if (!isHealth(m_test.field))
            return;
        const std::optional<TargetName> target = parseTargetName(m_test.key);
        if (!target) {
            invalid(u"key", RuleCheck::tr("The target whose health is asked for is missing."));
            return;
        }
        if (target->account == kRouteAccountName) {
            m_problems->addDoubtful(pathInside(m_path, u"key"),
                                    RuleCheck::tr("A rule set has no health of its own, its targets have."));
            return;
        }
        const TargetFacts facts = m_scope.book.factsOf(*target, {});
        if (!facts.available)
            m_problems->addDoubtful(pathInside(m_path, u"key"), whyUnavailable(*target, facts));
    }

    void checkBudget() const
    {
        if (m_test.key.isEmpty())
            invalid(u"key", RuleCheck::tr("The name of the budget is missing."));
        else if (!m_scope.book.budgetUsed(m_test.key))
            m_problems->addDoubtful(
                pathInside(m_path, u"key"),
                RuleCheck::tr("There is no budget named “%1”, so the condition is not met.").arg(m_test.key));
    }

    void checkValues() const
    {
        if (m_test.values.isEmpty())
            invalid(u"values", RuleCheck::tr("A value is missing."));
        for (qsizetype at = 0; at < m_test.values.size(); ++at) {
            const QString &value = m_test.values.at(at);
            if (value.isEmpty())
                invalidValue(at, RuleCheck::tr("A value is empty."));
            else if (const QString problem = problemOf(value); !problem.isEmpty())
                invalidValue(at, problem);
        }
    }

    QString problemOf(const QString &value) const
    {
        static const QStringList days{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                      QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                      QStringLiteral("sun")};
        static const QRegularExpression code(QStringLiteral("\\A[a-z]{2}\\z"));
        if (m_test.field == Field::Weekday && !days.contains(value))
            return RuleCheck::tr("“%1” is no weekday; there are %2.")
                .arg(value, days.join(QStringLiteral(", ")));
        if (m_test.field == Field::Source && !callSourceFromName(value))
            return RuleCheck::tr("“%1” is no source; there are window, cli, gateway and import.").arg(value);
        if (m_test.field == Field::Language && !code.match(value).hasMatch())
            return RuleCheck::tr("“%1” is no language code of two letters, such as en.").arg(value);
        return {};
    }

    void checkExpression() const
    {
        if (m_test.values.size() != 1 || m_test.values.first().isEmpty()) {
            invalid(u"values", RuleCheck::tr("One regular expression is needed."));
            return;
        }
        const QRegularExpression expression(m_test.values.first(),
                                            QRegularExpression::UseUnicodePropertiesOption);
        if (!expression.isValid())
            invalidValue(
                0,
                RuleCheck::tr("The regular expression is wrong at character %1: %2.")
                    .arg(QString::number(expression.patternErrorOffset()), expression.errorString()));
    }

    void checkNumber() const
    {
        const double number = m_test.number.value_or(0.0);
        if (!m_test.number || !std::isfinite(number))
            invalid(u"number", RuleCheck::tr("A number is missing."));
        else if (number < 0.0)
            invalid(u"number", RuleCheck::tr("The number is below 0."));
        else if (m_test.field == Field::ErrorRate && number > 1.0)
            invalid(u"number", RuleCheck::tr("An error rate is a number from 0 to 1."));
    }

    void checkTimes() const
    {
        if (m_test.values.size() != 2) {
            invalid(u"values", RuleCheck::tr("A beginning and an end are needed."));
            return;
        }
        static const QRegularExpression form(QStringLiteral("\\A([01][0-9]|2[0-3]):[0-5][0-9]\\z"));
        for (qsizetype at = 0; at < 2; ++at) {
            const QString &value = m_test.values.at(at);
            const bool isMidnight = at == 1 && value == QLatin1StringView("24:00");
            if (!isMidnight && !form.match(value).hasMatch())
                invalidValue(at, RuleCheck::tr("“%1” is no time such as 09:30.").arg(value));
        }
        if (m_test.values.first() == m_test.values.last())
            invalid(u"values", RuleCheck::tr("The time begins and ends at the same minute."));
    }

    void checkZone() const
    {
        if (!m_test.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(m_test.zone.toUtf8()))
            invalid(u"zone", RuleCheck::tr("There is no time zone “%1”.").arg(m_test.zone));
    }

    const Test &m_test;
    const QString &m_path;
    const CheckScope &m_scope;
    RuleProblems *m_problems;
};

class ConditionCheck
{
public:
    ConditionCheck(const CheckScope &scope, RuleProblems *problems) : m_scope(scope), m_problems(problems) { }

    void check(const Condition &condition, const QString &path, int depth) const
    {
        if (depth >= kDeepestCondition) {
            m_problems->addInvalid(
                path,
                RuleCheck::tr("Conditions nest more than %1 deep.").arg(QString::number(kDeepestCondition)));
            return;
        }
        switch (condition.kind) {
        case Condition::Kind::Test:
            TestCheck(condition.test, path, m_scope, m_problems).check();
            break;
        case Condition::Kind::Not:
            if (condition.parts.size() != 1)
                m_problems->addInvalid(path, RuleCheck::tr("What is not to hold is missing."));
            else
                check(condition.parts.first(), pathInside(path, u"not"), depth + 1);
            break;
        case Condition::Kind::All:
            checkParts(condition.parts, pathInside(path, u"all"), depth);
            break;
        case Condition::Kind::Any:
            checkParts(condition.parts, pathInside(path, u"any"), depth);
            break;
        }
    }

private:
    void checkParts(const QList<Condition> &parts, const QString &path, int depth) const
    {
        for (qsizetype at = 0; at < parts.size(); ++at)
            check(parts.at(at), pathInside(path, at), depth + 1);
    }

    const CheckScope &m_scope;
    RuleProblems *m_problems;
};

} // namespace

void checkCondition(const Condition &condition, const QString &path, const CheckScope &scope,
                    RuleProblems *problems)
{
    ConditionCheck(scope, problems).check(condition, path, 0);
}

} // namespace core
