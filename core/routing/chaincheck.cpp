#include "core/base/formatting.h"
#include "core/routing/documentobject.h"
#include "core/routing/implication.h"
#include "core/routing/rulechecks.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace core {

namespace {

bool isRoute(const TargetName &target)
{
    return target.account == kRouteAccountName;
}

/// The rule sets that a set's rules name.
QStringList routesOf(const RuleSet &rules)
{
    QStringList routes;
    const auto add = [&routes](const ChainTarget &target) {
        if (isRoute(target.name))
            routes.append(target.name.model);
    };
    for (qsizetype place = 0; place <= rules.rules.size(); ++place) {
        const Rule &rule = ruleAt(rules, place);
        if (!rule.on)
            continue;
        for (const ChainTarget &target : rule.chain.targets)
            add(target);
        for (const Fallback &fallback : rule.chain.fallbacks)
            add(fallback.target);
    }
    return routes;
}

bool leadsTo(const QString &from, const QString &goal, const Router::Lookup &others)
{
    QStringList open{from};
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString name = open.takeLast();
        if (name == goal)
            return true;
        const RuleSet *set = seen.contains(name) || !others ? nullptr : others(name);
        seen.insert(name);
        if (set)
            open.append(routesOf(*set));
    }
    return false;
}

/// Looks through one chain.
class ChainCheck
{
public:
    ChainCheck(const Rule &rule, const QString &path, const CheckScope &scope, RuleProblems *problems)
        : m_chain(rule.chain), m_path(path), m_needs(needsOf(rule.when)), m_scope(scope), m_problems(problems)
    {
    }

    void check()
    {
        checkOrder();
        for (qsizetype at = 0; at < m_chain.targets.size(); ++at)
            checkTarget(m_chain.targets.at(at), at);
        for (qsizetype at = 0; at < m_chain.fallbacks.size(); ++at) {
            checkTarget(m_chain.fallbacks.at(at).target, m_chain.targets.size() + at);
            checkConditions(at);
            checkOutage(at);
        }
        checkLimits();
    }

private:
    QString pathOf(qsizetype place) const
    {
        const qsizetype fallback = place - m_chain.targets.size();
        return fallback < 0 ? pathInside(pathInside(m_path, u"targets"), place)
                            : pathInside(pathInside(m_path, u"fallbacks"), fallback);
    }

    const ChainTarget &targetAt(qsizetype place) const
    {
        const qsizetype fallback = place - m_chain.targets.size();
        return fallback < 0 ? m_chain.targets.at(place) : m_chain.fallbacks.at(fallback).target;
    }

    void doubt(qsizetype place, const QString &text) { m_problems->addDoubtful(pathOf(place), text, place); }

    void checkOrder()
    {
        if (m_chain.priceCeiling && *m_chain.priceCeiling < Money())
            m_problems->addInvalid(pathInside(m_path, u"price_ceiling_usd"),
                                   RuleCheck::tr("The price ceiling is below 0."));
        if (m_chain.pick != PickOrder::Weighted)
            return;
        for (qsizetype at = 0; at < m_chain.targets.size(); ++at) {
            const double weight = m_chain.targets.at(at).weight;
            if (!(weight > 0.0) || !std::isfinite(weight))
                m_problems->addInvalid(pathInside(pathOf(at), u"weight"),
                                       RuleCheck::tr("The weight is not above 0."), at);
        }
        if (m_chain.targets.size() == 1)
            m_problems->addDoubtful(pathInside(m_path, u"pick"),
                                    RuleCheck::tr("There is only one target, so its weight decides nothing."),
                                    0);
    }

    void checkTarget(const ChainTarget &target, qsizetype place)
    {
        const TargetName &name = target.name;
        m_facts.append(TargetFacts());
        if (name.account.isEmpty() || name.model.isEmpty()) {
            m_problems->addInvalid(pathInside(pathOf(place), u"target"),
                                   name.account.isEmpty() ? RuleCheck::tr("No account is chosen.")
                                                          : RuleCheck::tr("No model is chosen."),
                                   place);
            return;
        }
        if (m_seen.contains(name.toString()) && target.parameters == ChatParameters())
            doubt(place, RuleCheck::tr("%1 is in this chain already.").arg(name.toString()));
        m_seen.insert(name.toString());
        if (isRoute(name)) {
            checkRoute(name.model, place);
            return;
        }
        m_facts.last() = m_scope.book.factsOf(name, {});
        checkModel(name, m_facts.last(), place);
    }

    void checkRoute(const QString &name, qsizetype place)
    {
        if (leadsTo(name, m_scope.rules.name, m_scope.others))
            doubt(place,
                  RuleCheck::tr("%1 leads back to this rule set.").arg(targetAt(place).name.toString()));
        else if (m_scope.others && !m_scope.others(name))
            doubt(place, RuleCheck::tr("There is no active rule set “%1”.").arg(name));
    }

    void checkModel(const TargetName &name, const TargetFacts &facts, qsizetype place)
    {
        const ModelInfo &model = facts.model;
        if (!facts.available)
            doubt(place, whyUnavailable(name, facts));
        else if (!facts.modelKnown)
            doubt(place,
                  RuleCheck::tr("“%1” is not known to offer the model %2.").arg(name.account, name.model));
        else if (model.status == ModelStatus::Retired || model.status == ModelStatus::Delisted)
            doubt(place,
                  model.successor.isEmpty() ? RuleCheck::tr("%1 is no longer offered.").arg(name.toString())
                                            : RuleCheck::tr("%1 is no longer offered; %2 took its place.")
                                                  .arg(name.toString(), model.successor));
        if (m_needs.pictures && !model.takesImages.value_or(true))
            doubt(place,
                  RuleCheck::tr("The rule is for calls with pictures, which %1 does not take.")
                      .arg(name.toString()));
        if (m_needs.tools && !model.callsTools.value_or(true))
            doubt(place,
                  RuleCheck::tr("The rule is for calls with tools, which %1 does not call.")
                      .arg(name.toString()));
        if (m_needs.tokens && model.contextWindow && *model.contextWindow < *m_needs.tokens)
            doubt(place,
                  RuleCheck::tr("The rule is for prompts of at least %1 tokens; the window of %2 holds %3.")
                      .arg(formatCount(*m_needs.tokens), name.toString(), formatCount(*model.contextWindow)));
    }

    /// Whether the conditions of a fallback let it ever be asked.
    void checkConditions(qsizetype at)
    {
        const Fallback &fallback = m_chain.fallbacks.at(at);
        const qsizetype place = m_chain.targets.size() + at;
        const QList<ErrorKind> &after = fallback.onlyAfter;
        if (fallback.onlyLargerContext && !after.isEmpty() && !after.contains(ErrorKind::ContextLength))
            doubt(
                place,
                RuleCheck::tr("It is never asked: a larger window is only looked for after context_length."));
        else if (fallback.onlyLargerContext && !hasLargerWindow(place))
            doubt(place, RuleCheck::tr("It is never asked: no target before it has a smaller window."));
        if (after == QList<ErrorKind>{ErrorKind::ContentFilter} && !m_chain.limits.fallbackOnRefusal)
            doubt(
                place,
                RuleCheck::tr("It is never asked: a refusal is the answer unless the limits say otherwise."));
    }

    bool hasLargerWindow(qsizetype place) const
    {
        const std::optional<qint64> own = m_facts.at(place).model.contextWindow;
        return !own || place == 0
            || std::any_of(m_facts.begin(), m_facts.begin() + place, [own](const auto &other) {
                   return !other.model.contextWindow || *other.model.contextWindow < *own;
               });
    }

    /// Where the target before a fallback and the fallback would be out of order together.
    void checkOutage(qsizetype at)
    {
        const Fallback &fallback = m_chain.fallbacks.at(at);
        const TargetName &name = fallback.target.name;
        if (isRoute(name) || name.account.isEmpty() || !helpsInOutage(fallback))
            return;
        const qsizetype place = m_chain.targets.size() + at;
        // Any of the targets may be the one before the first fallback.
        const qsizetype from = at == 0 ? 0 : place - 1;
        for (qsizetype before = from; before < place; ++before) {
            if (targetAt(before).name.account != name.account)
                return;
        }
        if (from == place)
            return;
        const QString &vendor = m_facts.at(place).model.vendor;
        const bool sameVendor = !vendor.isEmpty() && vendor == m_facts.at(place - 1).model.vendor;
        doubt(
            place,
            sameVendor
                ? RuleCheck::tr("It has the account “%1” and the vendor of the target before it, and so may "
                                "be out of order together with it.")
                      .arg(name.account)
                : RuleCheck::tr("It has the account “%1” of the target before it, and so may be out of order "
                                "together with it.")
                      .arg(name.account));
    }

    static bool helpsInOutage(const Fallback &fallback)
    {
        const auto isOutage = [](ErrorKind kind) {
            return kind != ErrorKind::ContextLength && kind != ErrorKind::ContentFilter
                && kind != ErrorKind::InvalidRequest && kind != ErrorKind::NotFound;
        };
        const QList<ErrorKind> &after = fallback.onlyAfter;
        return !fallback.onlyLargerContext
            && (after.isEmpty() || std::any_of(after.begin(), after.end(), isOutage));
    }

    void checkLimits()
    {
        const CallLimits &limits = m_chain.limits;
        const QString path = pathInside(m_path, u"limits");
        if (limits.attempts < 1)
            m_problems->addInvalid(pathInside(path, u"attempts"),
                                   RuleCheck::tr("A call takes at least one attempt."));
        else if (limits.attempts == 1 && m_chain.targets.size() + m_chain.fallbacks.size() > 1)
            m_problems->addDoubtful(
                pathInside(path, u"attempts"),
                RuleCheck::tr("With one attempt only the first target is asked, no fallback ever."));
        if (limits.retries < 0)
            m_problems->addInvalid(pathInside(path, u"retries"),
                                   RuleCheck::tr("The number of retries is below 0."));
        if (limits.commit == Commit::Tokens && limits.commitTokens < 1)
            m_problems->addInvalid(pathInside(path, u"commit_tokens"),
                                   RuleCheck::tr("An answer cannot be taken for good after less than one "
                                                 "token."));
        const auto shortest =
            std::min({limits.budget, limits.longestWait, limits.connect, limits.firstToken, limits.idle});
        if (shortest.count() < 0)
            m_problems->addInvalid(path, RuleCheck::tr("A time limit is below 0."));
        const bool hasOther = m_chain.targets.size() + m_chain.fallbacks.size() > 1;
        if (hasOther && limits.budget.count() > 0 && limits.firstToken >= limits.budget)
            m_problems->addDoubtful(
                pathInside(path, u"first_token_ms"),
                RuleCheck::tr("A target that stays silent takes all the time of the call, %1, so that no "
                              "other is asked.")
                    .arg(formatDuration(static_cast<double>(limits.budget.count()))));
    }

    const Chain &m_chain;
    const QString &m_path;
    ConditionNeeds m_needs;
    const CheckScope &m_scope;
    RuleProblems *m_problems;
    QSet<QString> m_seen = {};
    /// Of the targets and then the fallbacks looked at so far.
    QList<TargetFacts> m_facts = {};
};

} // namespace

QString whyUnavailable(const TargetName &target, const TargetFacts &facts)
{
    return facts.whyNot.isEmpty()
        ? RuleCheck::tr("The account “%1” is unknown or switched off.").arg(target.account)
        : facts.whyNot;
}

void checkChain(const Rule &rule, const QString &path, const CheckScope &scope, RuleProblems *problems)
{
    ChainCheck(rule, path, scope, problems).check();
}

} // namespace core
