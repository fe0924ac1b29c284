#pragma once

#include "core/routing/ruleset.h"

#include <QJsonObject>

namespace core {

/// What became of one rule, or why it did not come to it.
enum class RuleVerdict {
    Matched,
    NotMatched,
    /// The rule is switched off.
    Off,
    /// A regular expression reached its match limit.
    Limit,
    /// It depends on a text that is not known.
    Undecidable,
};

/// One rule's part in a decision; `why` is one sentence for people.
struct TraceStep
{
    QString rule;
    RuleVerdict verdict = RuleVerdict::NotMatched;
    QString why = {};

    bool matched() const { return verdict == RuleVerdict::Matched; }
    bool operator==(const TraceStep &) const = default;
};

/// A target in the order in which it is asked.
struct PlannedTarget
{
    TargetName name;
    /// Those of the call with those of the chain over them.
    ChatParameters parameters = {};
    bool isFallback = false;
    bool onlyLargerContext = false;
    QList<ErrorKind> onlyAfter = {};
    std::optional<qint64> contextWindow = {};
    /// Why it stands where it does: `2 of 3 by price, about $0.0004`.
    QString why = {};

    bool operator==(const PlannedTarget &) const = default;
};

/// What the rules say about a call: a value that is kept with the call.
struct Decision
{
    QString ruleSet;
    /// 0 for a draft.
    int version = 0;
    /// The rule that matched; empty when it is undecidable.
    QString rule;
    /// Its place, rules.size() for the default; -1 when undecidable.
    qsizetype place = -1;
    /// Every rule up to the one that matched.
    QList<TraceStep> trace = {};
    QList<PlannedTarget> targets = {};
    /// Targets that were left out and why: switched off, unknown, above the price ceiling. Those that cool
    /// down are not: see firstTarget().
    QStringList leftOut = {};
    CallLimits limits = {};
    double draw = 0.0;

    bool operator==(const Decision &) const = default;
};

/// `{"rule", "trace": [{"rule", "matched", "verdict", "why"}], "targets": ["account/model"], ...}`: the
/// decision of the public JSON, with further members.
QJsonObject decisionToJson(const Decision &decision);
/// The inverse for what is kept in the ledger; unknown parts are left at their defaults.
Decision decisionFromJson(const QJsonObject &json);

} // namespace core
