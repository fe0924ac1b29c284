#pragma once

#include "core/base/result.h"
#include "core/routing/decision.h"
#include "core/routing/promptfacts.h"
#include "core/routing/targetfacts.h"

#include <functional>
#include <memory>

namespace core {

class CompiledRules;

/// Backtracking steps from one place of the text after which a regular expression is given up (PCRE2's match
/// limit). More than kRegexWindow at both ends, so that one loop over such a text always fits.
constexpr int kRegexMatchLimit = 40'000;
/// PCRE2 counts anew from each place of a text, so that the time for it grows with its length too: of a text
/// longer than two windows a regular expression is looked for in the first so many UTF-16 code units and from
/// the last so many on; not found there, it is given up.
constexpr qsizetype kRegexWindow = 16'384;
/// Sets that name sets that name sets: at most so deep.
constexpr int kDeepestRoute = 8;

/// Finds the rule for a call, without any state of its own: equal inputs give equal decisions. Made once for
/// a version of a rule set; may be used from any one thread at a time.
class Router
{
public:
    /// Gives the rules of another set, for targets named `route/NAME`; null when there is none of that name.
    using Lookup = std::function<const RuleSet *(const QString &name)>;

    /// A regular expression that cannot be compiled matches nothing; checkRuleSet() names it.
    explicit Router(const RuleSet &rules, int version = 0);
    ~Router();
    Router(Router &&) noexcept;
    Router &operator=(Router &&) noexcept;

    const RuleSet &rules() const;

    /// The place of the first rule that matches, rules.size() for the default, -1 when that cannot be told;
    /// nothing else, for many calls. Health conditions ask `book`.
    qsizetype match(const PromptFacts &facts, const TargetBook &book) const;

    /// The whole decision with its trace. `targets` is empty only when every target of the chain was left
    /// out (see `leftOut`) or the match is undecidable.
    Decision decide(const PromptFacts &facts, const TargetBook &book, const Lookup &others = {}) const;

    /// decide(), as if the rule at `place` had matched: what the editor and a person's override need.
    Decision decideAt(qsizetype place, const PromptFacts &facts, const TargetBook &book,
                      const Lookup &others = {}) const;

private:
    std::unique_ptr<CompiledRules> m_compiled;
};

} // namespace core
