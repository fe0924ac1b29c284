#pragma once

#include "core/base/error.h"
#include "core/routing/rulesetdiff.h"
#include "core/routing/targetfacts.h"

#include <QCoreApplication>

namespace ui {

/// What the Routes page says of targets and limits, translated.
struct RouteWords
{
    Q_DECLARE_TR_FUNCTIONS(RouteWords)

public:
    /// The name a person knows it by: the model, or the other rule set.
    static QString targetTitle(const core::TargetName &target);
    /// `openai · $0.25 / $2.00 per million · 400 k context · first token 0.9 s`.
    static QString targetFacts(const core::TargetName &target, const core::TargetFacts &facts);
    /// After which errors a fallback is asked: `after any error`, `after a timeout or server error`.
    static QString onlyAfter(const QList<core::ErrorKind> &kinds);
    /// `summaries: moved`, one line for a rule that differs between two sets.
    static QString change(const core::RuleChange &change);
    static QString errorKind(core::ErrorKind kind);
    /// The kinds of error that may be fallen back from.
    static QList<core::ErrorKind> fallbackKinds();
};

} // namespace ui
