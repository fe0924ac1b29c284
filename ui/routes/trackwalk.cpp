#include "ui/routes/trackwalk.h"

#include <algorithm>

namespace ui {

namespace {

/// The numbers of one track that steps depend on.
struct TrackCounts
{
    qsizetype targets = 0;
    qsizetype fallbacks = 0;
};

TrackCounts countsAt(const core::RuleSet &rules, qsizetype place)
{
    const core::Chain &chain = core::ruleAt(rules, place).chain;
    return {chain.targets.size(), chain.fallbacks.size()};
}

RulePlace stepAcross(const core::RuleSet &rules, const RulePlace &from, qsizetype by)
{
    const qsizetype rule = from.rule + by;
    const bool isThere = rule >= 0 && rule <= rules.rules.size();
    if (from.target < 0)
        return isThere ? RulePlace{rule, -1} : from;
    const TrackCounts here = countsAt(rules, from.rule);
    const qsizetype within = from.target + by;
    if (from.target < here.targets && within >= 0 && within < here.targets)
        return {from.rule, within};
    if (!isThere)
        return from;
    const TrackCounts there = countsAt(rules, rule);
    if (from.target >= here.targets && there.fallbacks > 0)
        return {rule, there.targets + std::min(from.target - here.targets, there.fallbacks - 1)};
    if (there.targets > 0)
        return {rule, by > 0 ? 0 : there.targets - 1};
    return {rule, -1};
}

RulePlace stepBack(const core::RuleSet &rules, const RulePlace &from)
{
    const TrackCounts here = countsAt(rules, from.rule);
    if (from.target > here.targets)
        return {from.rule, from.target - 1};
    return {from.rule, from.target == here.targets && here.targets > 0 ? 0 : -1};
}

RulePlace stepOn(const core::RuleSet &rules, const RulePlace &from)
{
    const TrackCounts here = countsAt(rules, from.rule);
    const qsizetype next = from.target < 0 ? 0 : from.target < here.targets ? here.targets : from.target + 1;
    return next < here.targets + here.fallbacks ? RulePlace{from.rule, next} : from;
}

ChainPlace moveAcross(const core::RuleSet &rules, const ChainPlace &from, qsizetype by)
{
    const qsizetype within = from.at + by;
    if (!from.fallback && within >= 0 && within < countsAt(rules, from.rule).targets)
        return {from.rule, false, within};
    const qsizetype rule = from.rule + by;
    if (rule < 0 || rule > rules.rules.size())
        return from;
    const TrackCounts there = countsAt(rules, rule);
    if (from.fallback)
        return {rule, true, std::min(from.at, there.fallbacks)};
    return {rule, false, by > 0 ? 0 : there.targets};
}

} // namespace

RulePlace trackStep(const core::RuleSet &rules, const RulePlace &from, int key)
{
    const qsizetype last = rules.rules.size();
    if (key == Qt::Key_Home || from.rule < 0 || from.rule > last)
        return {0, -1};
    switch (key) {
    case Qt::Key_End:
        return {last, -1};
    case Qt::Key_Up:
        return stepAcross(rules, from, -1);
    case Qt::Key_Down:
        return stepAcross(rules, from, 1);
    case Qt::Key_Left:
        return stepBack(rules, from);
    case Qt::Key_Right:
        return stepOn(rules, from);
    default:
        return from;
    }
}

ChainPlace trackMove(const core::RuleSet &rules, const ChainPlace &from, int key)
{
    const TrackCounts here = countsAt(rules, from.rule);
    switch (key) {
    case Qt::Key_Up:
        return moveAcross(rules, from, -1);
    case Qt::Key_Down:
        return moveAcross(rules, from, 1);
    case Qt::Key_Left:
        if (from.fallback)
            return from.at > 0 ? ChainPlace{from.rule, true, from.at - 1}
                               : ChainPlace{from.rule, false, here.targets};
        return from;
    case Qt::Key_Right:
        if (!from.fallback)
            return {from.rule, true, 0};
        return {from.rule, true, std::min(from.at + 1, here.fallbacks - 1)};
    default:
        return from;
    }
}

} // namespace ui
