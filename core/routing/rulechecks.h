#pragma once

#include "core/routing/rulesetcheck.h"

#include <QCoreApplication>

namespace core {

/// Translates what is said of rules that cannot run, or hardly as meant.
struct RuleCheck
{
    Q_DECLARE_TR_FUNCTIONS(RuleCheck)
};

/// The problems found so far, those of one rule after the other.
class RuleProblems
{
public:
    /// What is added from here on is of the rule at `place`. In one that is off nothing keeps the set from
    /// running.
    void enter(qsizetype place, bool isOn)
    {
        m_rule = place;
        m_isOn = isOn;
    }

    void addInvalid(const QString &path, const QString &text, qsizetype target = -1)
    {
        add(m_isOn ? RuleProblem::Kind::Invalid : RuleProblem::Kind::Doubtful, path, text, target);
    }
    void addDoubtful(const QString &path, const QString &text, qsizetype target = -1)
    {
        add(RuleProblem::Kind::Doubtful, path, text, target);
    }
    void add(RuleProblem::Kind kind, const QString &path, const QString &text, qsizetype target = -1)
    {
        m_problems.append({.kind = kind, .rule = m_rule, .target = target, .path = path, .text = text});
    }

    const QList<RuleProblem> &all() const { return m_problems; }

private:
    QList<RuleProblem> m_problems = {};
    qsizetype m_rule = -1;
    bool m_isOn = true;
};

/// What the checks of a rule have to know besides it.
struct CheckScope
{
    const RuleSet &rules;
    const TargetBook &book;
    const Router::Lookup &others;
};

/// `path` is the condition's: `rules[1].when`.
void checkCondition(const Condition &condition, const QString &path, const CheckScope &scope,
                    RuleProblems *problems);
/// `path` is the chain's: `rules[1].chain`.
void checkChain(const Rule &rule, const QString &path, const CheckScope &scope, RuleProblems *problems);

/// Why a target cannot be asked, when its facts say so.
QString whyUnavailable(const TargetName &target, const TargetFacts &facts);

} // namespace core
