#include "core/routing/router.h"

#include "core/routing/compiledrules.h"
#include "core/routing/routeplan.h"

namespace core {

namespace {

Decision begunDecision(const CompiledRules &rules, const PromptFacts &facts)
{
    Decision decision;
    decision.ruleSet = rules.rules().name;
    decision.version = rules.version();
    decision.draw = facts.draw;
    return decision;
}

} // namespace

Router::Router(const RuleSet &rules, int version)
    : m_compiled(std::make_unique<CompiledRules>(rules, version))
{
}

Router::~Router() = default;
Router::Router(Router &&) noexcept = default;
Router &Router::operator=(Router &&) noexcept = default;

const RuleSet &Router::rules() const
{
    return m_compiled->rules();
}

qsizetype Router::match(const PromptFacts &facts, const TargetBook &book) const
{
    return m_compiled->find(facts, book);
}

Decision Router::decide(const PromptFacts &facts, const TargetBook &book, const Lookup &others) const
{
    Decision decision = begunDecision(*m_compiled, facts);
    const qsizetype place = m_compiled->find(facts, book, &decision.trace);
    if (place >= 0)
        RoutePlanner(book, others).plan(*m_compiled, place, facts, decision);
    return decision;
}

Decision Router::decideAt(qsizetype place, const PromptFacts &facts, const TargetBook &book,
                          const Lookup &others) const
{
    Decision decision = begunDecision(*m_compiled, facts);
    const qsizetype chosen = std::clamp<qsizetype>(place, 0, rules().rules.size());
    decision.trace = m_compiled->traceTo(chosen, facts, book);
    RoutePlanner(book, others).plan(*m_compiled, chosen, facts, decision);
    return decision;
}

} // namespace core
