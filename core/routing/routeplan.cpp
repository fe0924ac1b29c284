#include "core/routing/routeplan.h"

#include "core/chat/parametersjson.h"

#include <QCoreApplication>

namespace core {

namespace {

/// Sets that name each other many times over must not take forever.
constexpr int kMostExpansions = 100;

bool hasCondition(const PlannedTarget &target)
{
    return target.onlyLargerContext || !target.onlyAfter.isEmpty();
}

/// Whether the target would be asked no more often than one before it.
bool isCovered(const PlannedTarget &target, const QList<PlannedTarget> &before)
{
    return std::any_of(before.begin(), before.end(), [&target](const PlannedTarget &earlier) {
        const bool alike = !hasCondition(earlier)
            || (earlier.onlyLargerContext == target.onlyLargerContext
                && earlier.onlyAfter == target.onlyAfter);
        return alike && earlier.name == target.name && earlier.parameters == target.parameters;
    });
}

/// Puts the conditions of a fallback on what takes its place; false when it could never be asked.
bool setConditions(const Fallback &fallback, PlannedTarget &target)
{
    target.isFallback = true;
    target.onlyLargerContext = target.onlyLargerContext || fallback.onlyLargerContext;
    if (fallback.onlyAfter.isEmpty())
        return true;
    if (target.onlyAfter.isEmpty()) {
        target.onlyAfter = fallback.onlyAfter;
        return true;
    }
    target.onlyAfter.removeIf([&fallback](ErrorKind kind) { return !fallback.onlyAfter.contains(kind); });
    return !target.onlyAfter.isEmpty();
}

/// Whether the order depends on figures of the targets.
bool comparesFigures(PickOrder pick)
{
    return pick == PickOrder::Cheapest || pick == PickOrder::Fastest || pick == PickOrder::BestRated;
}

} // namespace

void RoutePlanner::plan(CompiledRules &rules, qsizetype place, const PromptFacts &facts, Decision &decision)
{
    const Rule &rule = ruleAt(rules.rules(), place);
    m_path = {rules.rules().name};
    ChainPlan plan = planChain(rules, rule, facts);
    decision.leftOut = m_leftOut;
    if (!plan.undecided.isEmpty()) {
        decision.place = -1;
        if (!decision.trace.isEmpty()) {
            decision.trace.last().verdict = RuleVerdict::Undecidable;
            decision.trace.last().why = plan.undecided;
        }
        return;
    }
    decision.place = place;
    decision.rule = rule.name;
    decision.targets = std::move(plan.targets);
    decision.limits = rule.chain.limits;
}

RoutePlanner::ChainPlan RoutePlanner::planChain(CompiledRules &rules, const Rule &rule,
                                                const PromptFacts &facts)
{
    QList<Group> groups;
    ChainPlan plan;
    for (const ChainTarget &target : rule.chain.targets) {
        Group group = groupOf(rules, target, facts);
        if (group.isEmpty())
            continue;
        if (!group.undecided.isEmpty() && comparesFigures(rule.chain.pick)) {
            plan.undecided = group.undecided;
            return plan;
        }
        groups.append(std::move(group));
    }
    addPicked(rule, facts, groups, plan);
    if (plan.undecided.isEmpty())
        addFallbacks(rules, rule.chain, facts, plan);
    return plan;
}

/// Of nested sets whose rules bear the same names, each has a chance of its own.
double RoutePlanner::drawOf(const Rule &rule, const PromptFacts &facts, bool &sticky) const
{
    const QString value = rule.chain.stickyTag.isEmpty() ? QString() : facts.tags.value(rule.chain.stickyTag);
    sticky = !value.isEmpty();
    if (!sticky)
        return facts.draw;
    return stickyDraw(m_path.size() == 1 ? rule.name : QString(m_path.last() + QLatin1Char('/') + rule.name),
                      value);
}

void RoutePlanner::addPicked(const Rule &rule, const PromptFacts &facts, const QList<Group> &groups,
                             ChainPlan &plan)
{
    QList<PickCandidate> candidates;
    for (const Group &group : groups)
        candidates.append(group.candidate);
    bool sticky = false;
    const double draw = drawOf(rule, facts, sticky);
    const PickedOrder picked = pickOrder(rule.chain, candidates, draw, sticky);
    for (const Pick &pick : picked.leftOut)
        leaveOut(groups.at(pick.candidate).name, pick.why);
    for (const Pick &pick : picked.order) {
        if (!addGroup(groups.at(pick.candidate), pick.why, plan))
            return;
    }
}

void RoutePlanner::addFallbacks(CompiledRules &rules, const Chain &chain, const PromptFacts &facts,
                                ChainPlan &plan)
{
    int number = 0;
    for (const Fallback &fallback : chain.fallbacks) {
        ++number;
        Group group = groupOf(rules, fallback.target, facts);
        QList<PlannedTarget> targets;
        for (PlannedTarget target : std::as_const(group.targets)) {
            if (setConditions(fallback, target))
                targets.append(target);
        }
        group.targets = targets;
        const QString why = QCoreApplication::translate("Router", "fallback %1 of %2")
                                .arg(QString::number(number), QString::number(chain.fallbacks.size()));
        if (!addGroup(group, why, plan))
            return;
    }
}

bool RoutePlanner::addGroup(const Group &group, const QString &why, ChainPlan &plan)
{
    if (!group.undecided.isEmpty()) {
        if (plan.targets.isEmpty()) {
            plan.undecided = group.undecided;
            return false;
        }
        m_leftOut.append(group.undecided);
        return true;
    }
    for (PlannedTarget target : group.targets) {
        target.why = target.why.isEmpty() ? why : QStringLiteral("%1; %2").arg(why, target.why);
        if (!isCovered(target, plan.targets))
            plan.targets.append(target);
    }
    return true;
}

RoutePlanner::Group RoutePlanner::groupOf(CompiledRules &rules, const ChainTarget &target,
                                          const PromptFacts &facts)
{
    const ChatParameters parameters = target.parameters == ChatParameters()
        ? facts.parameters
        : mergedParameters(facts.parameters, target.parameters);
    Group group;
    group.name = target.name;
    group.candidate.weight = target.weight;
    if (target.name.account == kRouteAccountName) {
        PromptFacts inner = facts;
        inner.parameters = parameters;
        inner.draw = stickyDraw(target.name.model, QString::number(facts.draw, 'g', 17));
        addNested(rules, inner, group);
    } else {
        PlannedTarget planned;
        planned.name = target.name;
        planned.parameters = parameters;
        group.targets = {planned};
    }
    if (group.targets.isEmpty())
        return group;
    PlannedTarget &first = group.targets.first();
    group.candidate.facts = m_book.factsOf(first.name, facts.task);
    if (!group.candidate.facts.available) {
        leaveOut(first.name, group.candidate.facts.whyNot);
        return {};
    }
    first.contextWindow = group.candidate.facts.model.contextWindow;
    group.candidate.cost =
        estimatedCost(group.candidate.facts, facts.tokens, outputLimitOf(first.parameters));
    return group;
}

/// Gives the group what the set of its name decides for the call.
void RoutePlanner::addNested(CompiledRules &rules, const PromptFacts &facts, Group &group)
{
    if (m_path.contains(group.name.model)) {
        leaveOut(group.name, QCoreApplication::translate("Router", "It reaches itself."));
        return;
    }
    CompiledRules *const nested = rules.nested(group.name.model, m_others);
    if (!nested) {
        leaveOut(group.name,
                 QCoreApplication::translate("Router", "There is no active rule set of that name."));
        return;
    }
    if (m_path.size() > kDeepestRoute || ++m_expansions > kMostExpansions) {
        leaveOut(group.name, QCoreApplication::translate("Router", "Too many rule sets name one another."));
        return;
    }
    const QString name = group.name.toString();
    const qsizetype place = nested->find(facts, m_book);
    if (place < 0) {
        group.undecided =
            QCoreApplication::translate("Router", "%1: Not all that its rules ask for is known of this call.")
                .arg(name);
        return;
    }
    const Rule &rule = ruleAt(nested->rules(), place);
    m_path.append(group.name.model);
    const ChainPlan plan = planChain(*nested, rule, facts);
    m_path.removeLast();
    group.undecided = plan.undecided;
    group.targets = plan.targets;
    for (PlannedTarget &target : group.targets)
        target.why =
            QCoreApplication::translate("Router", "%1, rule %2: %3").arg(name, rule.name, target.why);
}

void RoutePlanner::leaveOut(const TargetName &target, const QString &why)
{
    const QString reason =
        why.isEmpty() ? QCoreApplication::translate("Router", "It is not available.") : why;
    const QString sentence = QStringLiteral("%1: %2").arg(target.toString(), reason);
    if (!m_leftOut.contains(sentence))
        m_leftOut.append(sentence);
}

} // namespace core
