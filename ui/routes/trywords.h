#pragma once

#include "core/routing/router.h"

#include <QCoreApplication>

namespace ui {

/// One line about how a tried prompt was decided.
struct TraceLine
{
    QString text;
    /// The place of the rule that it is about; -1: a target.
    qsizetype rule = -1;
    bool matched = false;

    bool operator==(const TraceLine &) const = default;
};

/// What the Routes page says of a prompt that is tried, translated.
struct TryWords
{
    Q_DECLARE_TR_FUNCTIONS(TryWords)

public:
    /// `rule 2 matched · qwen-plus · est. $0.0004 · first token 0.9 s (own median of 42) · rule 1: task is
    /// not reasoning`.
    static QString result(const core::Decision &decision, const core::RuleSet &rules,
                          const core::PromptFacts &facts, const core::TargetBook &book);
    /// Every rule up to the one that matched and why, then the targets in order, then those left out.
    static QList<TraceLine> trace(const core::Decision &decision, const core::PromptFacts &facts,
                                  const core::TargetBook &book);
    /// `est. $0.0004 · first token 0.9 s (own median of 42)`.
    static QString figures(const core::PlannedTarget &target, const core::PromptFacts &facts,
                           const core::TargetBook &book);
    /// `2`; the name of the default, which has no number.
    static QString ruleNumber(qsizetype place, const core::RuleSet &rules);
};

} // namespace ui
