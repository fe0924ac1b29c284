#include "ui/routes/ruleedit.h"
#include "ui/routes/ruleeditor.h"

#include <algorithm>

namespace ui {

namespace {

qsizetype listSize(const core::Chain &chain, bool fallback)
{
    return fallback ? chain.fallbacks.size() : chain.targets.size();
}

RulePlace placeWithin(const core::Chain &chain, const ChainPlace &place)
{
    return {place.rule, place.fallback ? chain.targets.size() + place.at : place.at};
}

core::Fallback takeOut(core::Chain &chain, const ChainPlace &place)
{
    return place.fallback ? chain.fallbacks.takeAt(place.at) : core::Fallback{chain.targets.takeAt(place.at)};
}

void putIn(core::Chain &chain, const ChainPlace &place, const core::Fallback &target)
{
    if (place.fallback)
        chain.fallbacks.insert(place.at, target);
    else
        chain.targets.insert(place.at, target.target);
}

} // namespace

bool RuleEditor::fits(const ChainPlace &place, bool forInsertion) const
{
    return hasRule(place.rule) && place.at >= 0
        && place.at < listSize(rule(place.rule).chain, place.fallback) + (forInsertion ? 1 : 0);
}

const core::ChainTarget *RuleEditor::target(const ChainPlace &place) const
{
    if (!fits(place, false))
        return nullptr;
    const core::Chain &chain = rule(place.rule).chain;
    return place.fallback ? &chain.fallbacks.at(place.at).target : &chain.targets.at(place.at);
}

ChainPlace RuleEditor::chainPlace(const RulePlace &place) const
{
    if (!hasRule(place.rule) || place.target < 0)
        return {place.rule, false, -1};
    const qsizetype targets = rule(place.rule).chain.targets.size();
    return place.target < targets ? ChainPlace{place.rule, false, place.target}
                                  : ChainPlace{place.rule, true, place.target - targets};
}

RulePlace RuleEditor::rulePlace(const ChainPlace &place) const
{
    return hasRule(place.rule) ? placeWithin(rule(place.rule).chain, place) : RulePlace();
}

void RuleEditor::setChain(qsizetype place, const core::Chain &chain, const QString &text, MergeId merge)
{
    if (!hasRule(place))
        return;
    core::Rule changed = rule(place);
    changed.chain = chain;
    replaceRule(place, changed, text, merge);
}

void RuleEditor::setLimits(qsizetype place, const core::CallLimits &limits, MergeId merge)
{
    if (!hasRule(place))
        return;
    core::Chain chain = rule(place).chain;
    chain.limits = limits;
    setChain(place, chain, tr("change limits"), merge);
}

void RuleEditor::insertTarget(const ChainPlace &to, const core::ChainTarget &target)
{
    if (!fits(to, true))
        return;
    core::Rule changed = rule(to.rule);
    putIn(changed.chain, to, {target});
    push(tr("add a target"),
         {{.kind = RuleEdit::Kind::Replace, .place = to.rule, .before = rule(to.rule), .after = changed}},
         placeWithin(changed.chain, to));
}

void RuleEditor::removeTarget(const ChainPlace &place)
{
    if (!fits(place, false))
        return;
    core::Rule changed = rule(place.rule);
    takeOut(changed.chain, place);
    const qsizetype left = listSize(changed.chain, false) + listSize(changed.chain, true);
    RulePlace after = placeWithin(changed.chain, place);
    after.target = std::min(after.target, left - 1);
    push(tr("remove a target"),
         {{.kind = RuleEdit::Kind::Replace,
           .place = place.rule,
           .before = rule(place.rule),
           .after = changed}},
         after);
}

void RuleEditor::moveTarget(const ChainPlace &from, const ChainPlace &to)
{
    const bool sameList = from.rule == to.rule && from.fallback == to.fallback;
    if (!fits(from, false) || !fits(to, !sameList) || (sameList && from.at == to.at))
        return;
    core::Rule source = rule(from.rule);
    const core::Fallback moved = takeOut(source.chain, from);
    QList<RuleEdit> edits;
    if (from.rule == to.rule) {
        putIn(source.chain, to, moved);
        edits = {
            {.kind = RuleEdit::Kind::Replace, .place = to.rule, .before = rule(to.rule), .after = source}};
        return push(tr("move a target"), edits, placeWithin(source.chain, to));
    }
    core::Rule receiver = rule(to.rule);
    putIn(receiver.chain, to, moved);
    edits = {
        {.kind = RuleEdit::Kind::Replace, .place = from.rule, .before = rule(from.rule), .after = source},
        {.kind = RuleEdit::Kind::Replace, .place = to.rule, .before = rule(to.rule), .after = receiver}};
    push(tr("move a target"), edits, placeWithin(receiver.chain, to));
}

void RuleEditor::setTarget(const ChainPlace &place, const core::ChainTarget &target, const QString &text,
                           MergeId merge)
{
    if (!fits(place, false))
        return;
    core::Chain chain = rule(place.rule).chain;
    (place.fallback ? chain.fallbacks[place.at].target : chain.targets[place.at]) = target;
    setChain(place.rule, chain, text, merge);
}

void RuleEditor::setWeight(const ChainPlace &place, double weight, MergeId merge)
{
    const core::ChainTarget *const known = target(place);
    if (!known)
        return;
    core::ChainTarget changed = *known;
    changed.weight = weight;
    setTarget(place, changed, tr("change a weight"), merge);
}

} // namespace ui
