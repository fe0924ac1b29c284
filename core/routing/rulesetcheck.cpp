#include "core/routing/rulesetcheck.h"

#include "core/routing/documentobject.h"
#include "core/routing/implication.h"
#include "core/routing/rulechecks.h"
#include "core/routing/rulesetjson.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

/// About a tenth of a second; enough for every pair of a thousand rules of one test each.
constexpr qint64 kMostComparisons = 2'000'000;

/// Finds the rules that no call comes to.
class Reachability
{
public:
    /// The place of the rule before that takes every call which would come to this one; -1: none.
    qsizetype shadowOf(const RuleSet &rules, qsizetype place)
    {
        if (m_always >= 0)
            return m_always;
        const Condition &when = rules.rules.at(place).when;
        if (isAlwaysTrue(when))
            m_always = place;
        const QByteArray text = QJsonDocument(conditionToJson(when)).toJson(QJsonDocument::Compact);
        const auto twin = m_seen.constFind(text);
        if (twin != m_seen.constEnd())
            return *twin;
        m_seen.insert(text, place);
        if (m_implication.isExhausted())
            return -1;
        const auto shadow = std::find_if(m_reachable.begin(), m_reachable.end(), [&](qsizetype before) {
            return m_implication.implies(when, rules.rules.at(before).when);
        });
        if (shadow != m_reachable.end())
            return *shadow;
        m_reachable.append(place);
        return -1;
    }

private:
    Implication m_implication{kMostComparisons};
    qsizetype m_always = -1;
    QHash<QByteArray, qsizetype> m_seen = {};
    QList<qsizetype> m_reachable = {};
};

/// Looks through a set, rule by rule.
class SetCheck
{
public:
    SetCheck(const RuleSet &rules, const TargetBook &book, const Router::Lookup &others)
        : m_rules(rules), m_scope{rules, book, others}
    {
    }

    QList<RuleProblem> check()
    {
        if (!m_rules.name.isEmpty() && !isRuleSetName(m_rules.name))
            m_problems.addInvalid(
                QStringLiteral("name"),
                RuleCheck::tr("“%1” is no name of a rule set: it takes at most 60 letters, digits, dots, "
                              "spaces, - and _, with no space at the ends.")
                    .arg(m_rules.name));
        for (qsizetype place = 0; place < m_rules.rules.size(); ++place) {
            const Rule &rule = m_rules.rules.at(place);
            const QString path = pathInside(QStringLiteral("rules"), place);
            m_problems.enter(place, rule.on);
            checkName(rule, path);
            const QString when = pathInside(path, u"when");
            checkCondition(rule.when, when, m_scope, &m_problems);
            if (rule.on)
                checkReach(place, when);
            checkRuleChain(rule, path, RuleCheck::tr("The rule has no target."));
        }
        checkDefault();
        return m_problems.all();
    }

private:
    void checkName(const Rule &rule, const QString &path)
    {
        const QString name = pathInside(path, u"name");
        if (rule.name.trimmed().isEmpty())
            m_problems.add(RuleProblem::Kind::Invalid, name, RuleCheck::tr("The rule has no name."));
        else if (m_names.contains(rule.name))
            m_problems.add(RuleProblem::Kind::Invalid, name,
                           RuleCheck::tr("There is another rule “%1” before it.").arg(rule.name));
        m_names.insert(rule.name);
    }

    void checkReach(qsizetype place, const QString &path)
    {
        const Condition &when = m_rules.rules.at(place).when;
        if (isNeverTrue(when)) {
            m_problems.addDoubtful(path, RuleCheck::tr("No call can meet this condition."));
            return;
        }
        const qsizetype shadow = m_reachability.shadowOf(m_rules, place);
        if (shadow >= 0)
            m_problems.addDoubtful(
                path,
                RuleCheck::tr("No call comes to this rule: “%1” before it takes each that would.")
                    .arg(m_rules.rules.at(shadow).name));
    }

    void checkRuleChain(const Rule &rule, const QString &path, const QString &noTarget)
    {
        const QString chain = pathInside(path, u"chain");
        if (rule.chain.targets.isEmpty())
            m_problems.addInvalid(pathInside(chain, u"targets"), noTarget);
        checkChain(rule, chain, m_scope, &m_problems);
    }

    void checkDefault()
    {
        const Rule &rule = m_rules.otherwise;
        const QString path = QStringLiteral("default");
        m_problems.enter(m_rules.rules.size(), true);
        checkName(rule, path);
        if (!rule.on)
            m_problems.addInvalid(pathInside(path, u"on"), RuleCheck::tr("The default cannot be off."));
        if (!rule.when.isAlways())
            m_problems.addInvalid(pathInside(path, u"when"),
                                  RuleCheck::tr("The default cannot have a condition."));
        checkRuleChain(rule, path,
                       RuleCheck::tr("The default has no target: a call that no rule takes would fail."));
    }

    const RuleSet &m_rules;
    CheckScope m_scope;
    RuleProblems m_problems = {};
    QSet<QString> m_names = {};
    Reachability m_reachability = {};
};

} // namespace

QList<RuleProblem> checkRuleSet(const RuleSet &rules, const TargetBook &book, const Router::Lookup &others)
{
    return SetCheck(rules, book, others).check();
}

bool canRun(const QList<RuleProblem> &problems)
{
    return std::none_of(problems.begin(), problems.end(), [](const RuleProblem &problem) {
        return problem.kind == RuleProblem::Kind::Invalid;
    });
}

} // namespace core
