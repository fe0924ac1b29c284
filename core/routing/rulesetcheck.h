#pragma once

#include "core/routing/router.h"

namespace core {

/// Something about a rule set that a person should know before it runs.
struct RuleProblem
{
    enum class Kind {
        /// It cannot run: no target, a name twice, a regular expression that does not compile, a weight of 0.
        Invalid,
        /// It runs, but hardly as meant: unreachable, unknown account or model, same outage domain, an
        /// ability
        /// that the condition asks for and the model lacks, a route that reaches itself.
        Doubtful,
    };

    Kind kind = Kind::Doubtful;
    /// Place of the rule, rules.size() for the default, -1 for the set.
    qsizetype rule = -1;
    /// Place among the rule's targets and then fallbacks; -1: the rule itself.
    qsizetype target = -1;
    /// Path inside the document: `rules[1].chain.targets[0]`.
    QString path = {};
    /// One translated sentence.
    QString text = {};

    bool operator==(const RuleProblem &) const = default;
};

/// All problems of a set, in the order of its rules. `book` tells of accounts and models, `others` of the
/// sets that it names (for routes that reach themselves). A rule that is off has no more than doubts, and of
/// some thousand rules not every one is compared with every one before it.
QList<RuleProblem> checkRuleSet(const RuleSet &rules, const TargetBook &book, const Router::Lookup &others);

bool canRun(const QList<RuleProblem> &problems);

} // namespace core
