#include "core/savings/routesavingstally.h"

#include <algorithm>

namespace core {

namespace {

void countBasis(CostBases &bases, CostBasis basis)
{
    switch (basis) {
    case CostBasis::Reported:
        ++bases.reported;
        return;
    case CostBasis::Computed:
        ++bases.computed;
        return;
    case CostBasis::Estimated:
        ++bases.estimated;
        return;
    case CostBasis::Unknown:
        break;
    }
    ++bases.unknown;
}

/// Names of rules in the order of the set, its default last.
QStringList orderOf(const RuleSet &rules)
{
    QStringList names;
    for (const Rule &rule : rules.rules)
        names.append(rule.name);
    names.append(rules.otherwise.name);
    return names;
}

} // namespace

BacktestTally &RouteSavingsTally::backtestOf(qsizetype set, const QString &rule, const TargetBook &book)
{
    std::optional<BacktestTally> &backtest = m_rules[{set, rule}].backtest;
    if (!backtest)
        backtest.emplace(book);
    return *backtest;
}

void RouteSavingsTally::addBilled(qsizetype set, const PastCall &call)
{
    OfRule &rule = m_rules[{set, call.rule}];
    rule.spend += call.cost.value_or(Money());
    countBasis(rule.bases, call.basis);
}

void RouteSavingsTally::append(const RouteSavingsTally &other, const QList<const TargetBook *> &books)
{
    for (const auto &[key, theirs] : other.m_rules) {
        OfRule &mine = m_rules[key];
        mine.spend += theirs.spend;
        mine.bases += theirs.bases;
        if (theirs.backtest)
            backtestOf(key.first, key.second, *books.at(key.first)).append(*theirs.backtest);
    }
}

QList<TargetName> RouteSavingsTally::targets() const
{
    QList<TargetName> all;
    for (const auto &[key, rule] : m_rules) {
        const QList<TargetName> targets = rule.backtest ? rule.backtest->targets() : QList<TargetName>();
        for (const TargetName &target : targets) {
            if (!all.contains(target))
                all.append(target);
        }
    }
    return all;
}

void RouteSavingsTally::fill(SetSavings &savings, qsizetype set, const RuleSet &active, const RuleSet &before,
                             const SamplesOf &samplesOf) const
{
    for (const auto &[key, tally] : m_rules) {
        if (key.first != set)
            continue;
        RuleSavings rule{.rule = key.second, .spend = tally.spend, .bases = tally.bases};
        if (tally.backtest) {
            BacktestResult result;
            tally.backtest->fill(result, before, samplesOf);
            rule.figures = result.total;
        }
        savings.total.figures += rule.figures;
        savings.total.spend += rule.spend;
        savings.total.bases += rule.bases;
        savings.rules.append(rule);
    }
    const QStringList order = orderOf(active);
    const auto placeOf = [&order](const RuleSavings &rule) {
        const qsizetype place = order.indexOf(rule.rule);
        return place < 0 ? order.size() : place;
    };
    std::stable_sort(savings.rules.begin(), savings.rules.end(),
                     [&placeOf](const RuleSavings &one, const RuleSavings &other) {
                         return placeOf(one) < placeOf(other);
                     });
}

} // namespace core
