#include "core/insight/rulereplay.h"

#include <algorithm>

namespace core {

namespace {

/// Decisions that are remembered: some tens of megabytes at most.
constexpr qsizetype kMostKnown = 200'000;

bool isRouteTarget(const ChainTarget &target)
{
    return target.name.account == kRouteAccountName;
}

} // namespace

RuleReplay::RuleReplay(const QList<RuleSet> &sets, int version, const TargetBook &book)
    : m_sets(sets)
    , m_book(book)
    , m_router(sets.constFirst(), version)
    , m_others([&sets](const QString &name) -> const RuleSet * {
        const auto found = std::find_if(sets.cbegin(), sets.cend(),
                                        [&name](const RuleSet &set) { return set.name == name; });
        return found != sets.cend() ? &*found : nullptr;
    })
{
    const RuleSet &rules = m_sets.constFirst();
    for (qsizetype place = 0; place <= rules.rules.size(); ++place)
        m_dependences.append(dependenceOf(ruleAt(rules, place).chain));
}

RuleReplay::Depends RuleReplay::dependenceOf(const Chain &chain)
{
    const bool reachesRoute = std::any_of(chain.targets.cbegin(), chain.targets.cend(), isRouteTarget)
        || std::any_of(chain.fallbacks.cbegin(), chain.fallbacks.cend(),
                       [](const Fallback &fallback) { return isRouteTarget(fallback.target); });
    if (reachesRoute)
        return Depends::Call;
    // A price ceiling may leave out an only target, too.
    if (chain.targets.size() <= 1 && !(chain.pick == PickOrder::BestRated && chain.priceCeiling))
        return Depends::Nothing;
    switch (chain.pick) {
    case PickOrder::Listed:
        return Depends::Nothing;
    case PickOrder::Fastest:
        return Depends::Task;
    case PickOrder::Cheapest:
        return Depends::Cost;
    case PickOrder::BestRated:
        return chain.priceCeiling ? Depends::Cost : Depends::Task;
    case PickOrder::Weighted:
        break;
    }
    return Depends::Call;
}

Replayed RuleReplay::decide(qsizetype place, const PromptFacts &facts) const
{
    const Decision decision = m_router.decideAt(place, facts, m_book, m_others);
    Replayed replayed{decision.place};
    if (!decision.targets.isEmpty())
        replayed.first = decision.targets.constFirst().name;
    return replayed;
}

Replayed RuleReplay::replay(const PromptFacts &facts)
{
    const qsizetype place = m_router.match(facts, m_book);
    if (place < 0)
        return {};
    const Depends depends = m_dependences.at(place);
    if (depends == Depends::Call)
        return decide(place, facts);
    Key key{.place = place};
    if (depends != Depends::Nothing)
        key.task = facts.task;
    if (depends == Depends::Cost) {
        key.tokens = facts.tokens.value_or(-1);
        key.outputLimit = outputLimitOf(facts.parameters).value_or(-1);
    }
    if (const auto known = m_known.constFind(key); known != m_known.constEnd())
        return *known;
    if (m_known.size() >= kMostKnown)
        m_known.clear();
    return *m_known.insert(key, decide(place, facts));
}

} // namespace core
