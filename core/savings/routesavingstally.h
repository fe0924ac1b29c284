#pragma once

#include "core/insight/backtesttally.h"
#include "core/savings/routesavingsresult.h"

#include <map>

namespace core {

/// Adds up what the rules of several sets decided, each rule with a back-test of its own. Of one thread.
class RouteSavingsTally
{
public:
    /// The back-test's figures of one rule; `book` is asked for prices and must outlive this.
    BacktestTally &backtestOf(qsizetype set, const QString &rule, const TargetBook &book);
    /// What a call was billed; its back-test is counted apart.
    void addBilled(qsizetype set, const PastCall &call);

    void append(const RouteSavingsTally &other, const QList<const TargetBook *> &books);

    /// Those of all sets, each once, to ask for their samples.
    QList<TargetName> targets() const;

    /// The rules of one set and their sum; `active` says their order, `before` is what was decided by.
    void fill(SetSavings &savings, qsizetype set, const RuleSet &active, const RuleSet &before,
              const SamplesOf &samplesOf) const;

private:
    struct OfRule
    {
        std::optional<BacktestTally> backtest = {};
        Money spend = {};
        CostBases bases = {};
    };
    using Key = std::pair<qsizetype, QString>;

    std::map<Key, OfRule> m_rules;
};

} // namespace core
