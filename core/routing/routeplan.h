#pragma once

#include "core/routing/compiledrules.h"
#include "core/routing/pickorder.h"

namespace core {

/// Turns the chain of a rule into the targets of a decision: in their order, with their parameters, those of
/// the sets that it names in their places, and without those that cannot be asked. Made for one decision.
class RoutePlanner
{
public:
    RoutePlanner(const TargetBook &book, const Router::Lookup &others) : m_book(book), m_others(others) { }

    /// Adds rule, targets and limits to the decision, whose trace ends at the rule at `place`. It becomes
    /// undecidable when its first target is that of a set that cannot be decided.
    void plan(CompiledRules &rules, qsizetype place, const PromptFacts &facts, Decision &decision);

private:
    /// What takes the place of one target of a chain.
    struct Group
    {
        TargetName name = {};
        PickCandidate candidate = {};
        QList<PlannedTarget> targets = {};
        /// Why it cannot be told what takes its place; empty when it can.
        QString undecided = {};

        bool isEmpty() const { return targets.isEmpty() && undecided.isEmpty(); }
    };
    /// The targets of a chain, or why it cannot be told which is the first.
    struct ChainPlan
    {
        QList<PlannedTarget> targets = {};
        QString undecided = {};
    };

    ChainPlan planChain(CompiledRules &rules, const Rule &rule, const PromptFacts &facts);
    void addPicked(const Rule &rule, const PromptFacts &facts, const QList<Group> &groups, ChainPlan &plan);
    void addFallbacks(CompiledRules &rules, const Chain &chain, const PromptFacts &facts, ChainPlan &plan);
    /// Adds the targets of the group; false when the plan cannot be told because of it.
    bool addGroup(const Group &group, const QString &why, ChainPlan &plan);

    Group groupOf(CompiledRules &rules, const ChainTarget &target, const PromptFacts &facts);
    void addNested(CompiledRules &rules, const PromptFacts &facts, Group &group);
    double drawOf(const Rule &rule, const PromptFacts &facts, bool &sticky) const;
    void leaveOut(const TargetName &target, const QString &why);

    const TargetBook &m_book;
    const Router::Lookup &m_others;
    QStringList m_leftOut;
    /// The names of the sets around the one that is planned, itself included.
    QStringList m_path;
    int m_expansions = 0;
};

} // namespace core
