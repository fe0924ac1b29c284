#include "core/routing/rulesetdiff.h"

#include "core/routing/rulediffs.h"
#include "core/routing/rulewords.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kNowhere = -1;

QStringList ruleNames(const QList<Rule> &rules)
{
    QStringList names;
    for (const Rule &rule : rules)
        names.append(rule.name);
    return names;
}

/// The places that keep their order among one another: the longest rising part of `places`. The others moved.
QSet<qsizetype> unmoved(const QList<qsizetype> &places)
{
    // Patience sorting: `ends` holds, for each length, where the part ends that ends lowest.
    QList<qsizetype> ends;
    QList<qsizetype> previous(places.size(), kNowhere);
    for (qsizetype at = 0; at < places.size(); ++at) {
        if (places.at(at) == kNowhere)
            continue;
        const auto end =
            std::lower_bound(ends.begin(), ends.end(), places.at(at),
                             [&places](qsizetype each, qsizetype place) { return places.at(each) < place; });
        if (end != ends.begin())
            previous[at] = *(end - 1);
        if (end == ends.end())
            ends.append(at);
        else
            *end = at;
    }
    QSet<qsizetype> kept;
    for (qsizetype at = ends.isEmpty() ? kNowhere : ends.last(); at != kNowhere; at = previous.at(at))
        kept.insert(places.at(at));
    return kept;
}

QStringList ruleChanges(const Rule &before, const Rule &after)
{
    QStringList details;
    if (before.name != after.name)
        details.append(RuleDiff::tr("Name: %2 instead of %1").arg(before.name, after.name));
    if (before.on != after.on)
        details.append(after.on ? RuleDiff::tr("Switched on") : RuleDiff::tr("Switched off"));
    if (before.when != after.when)
        details.append(RuleDiff::tr("Condition: %2 instead of %1")
                           .arg(conditionInWords(before.when), conditionInWords(after.when)));
    details += chainChanges(before.chain, after.chain);
    if (before.note != after.note)
        details.append(RuleDiff::tr("The note is another"));
    if (before.evidence != after.evidence)
        details.append(RuleDiff::tr("The evidence is another"));
    if (before.unknown != after.unknown)
        details.append(RuleDiff::tr("Members that this version does not know are others"));
    return details;
}

QStringList setChanges(const RuleSet &before, const RuleSet &after)
{
    QStringList details;
    if (before.name != after.name)
        details.append(RuleDiff::tr("Name: %2 instead of %1").arg(before.name, after.name));
    if (before.note != after.note)
        details.append(RuleDiff::tr("The note is another"));
    if (before.unknown != after.unknown)
        details.append(RuleDiff::tr("Members that this version does not know are others"));
    return details;
}

void addChange(const QString &rule, const QStringList &details, QList<RuleChange> *changes)
{
    if (!details.isEmpty())
        changes->append({.kind = RuleChange::Kind::Changed, .rule = rule, .details = details});
}

QString placeText(qsizetype place)
{
    return QString::number(place + 1);
}

} // namespace

QList<qsizetype> formerPlaces(const QStringList &before, const QStringList &after)
{
    QMultiHash<QString, qsizetype> places;
    // Backwards, as the hash gives the one first that was inserted last.
    for (qsizetype at = before.size() - 1; at >= 0; --at)
        places.insert(before.at(at), at);
    QList<qsizetype> former;
    for (const QString &name : after) {
        const auto found = places.find(name);
        former.append(found == places.end() ? kNowhere : *found);
        if (found != places.end())
            places.erase(found);
    }
    return former;
}

QList<RuleChange> diffRuleSets(const RuleSet &before, const RuleSet &after)
{
    QList<RuleChange> changes;
    addChange({}, setChanges(before, after), &changes);
    const QList<qsizetype> former = formerPlaces(ruleNames(before.rules), ruleNames(after.rules));
    const QSet<qsizetype> kept = unmoved(former);
    for (qsizetype at = 0; at < after.rules.size(); ++at) {
        const Rule &rule = after.rules.at(at);
        const qsizetype was = former.at(at);
        if (was == kNowhere) {
            changes.append({.kind = RuleChange::Kind::Added,
                            .rule = rule.name,
                            .details = {RuleDiff::tr("New, at place %1").arg(placeText(at))}});
            continue;
        }
        if (!kept.contains(was))
            changes.append(
                {.kind = RuleChange::Kind::Moved,
                 .rule = rule.name,
                 .details = {RuleDiff::tr("From place %1 to place %2").arg(placeText(was), placeText(at))}});
        addChange(rule.name, ruleChanges(before.rules.at(was), rule), &changes);
    }
    addChange(after.otherwise.name, ruleChanges(before.otherwise, after.otherwise), &changes);
    const QSet<qsizetype> found(former.begin(), former.end());
    for (qsizetype at = 0; at < before.rules.size(); ++at) {
        if (!found.contains(at))
            changes.append({.kind = RuleChange::Kind::Removed,
                            .rule = before.rules.at(at).name,
                            .details = {RuleDiff::tr("Gone from place %1").arg(placeText(at))}});
    }
    return changes;
}

} // namespace core
