#include "core/compare/callplan.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/routing/attemptpolicy.h"
#include "core/routing/rulesetstore.h"
#include "core/routing/targethealth.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace std::chrono_literals;

namespace core {

namespace {

constexpr int kPlainAttempts = 3;
/// A longer pause than this is the user's to decide.
constexpr auto kLongestPlainWait = 60s;

QString planText(const char *text)
{
    return QCoreApplication::translate("CallPlan", text);
}

Error planError(const QString &sentence)
{
    return Error{ErrorKind::InvalidRequest, sentence};
}

/// All that is known where there is no other book: the accounts.
class AccountsBook : public TargetBook
{
public:
    explicit AccountsBook(const AccountStore &accounts) : m_accounts(accounts) { }

    TargetFacts factsOf(const TargetName &target, const QString &) const override
    {
        TargetFacts facts;
        facts.model.id = target.model;
        const std::optional<Account> account = m_accounts.find(target.account);
        facts.available = account && account->enabled;
        if (!account)
            facts.whyNot = planText(QT_TRANSLATE_NOOP("CallPlan", "There is no account named \"%1\"."))
                               .arg(target.account);
        else if (!account->enabled)
            facts.whyNot = planText(QT_TRANSLATE_NOOP("CallPlan", "The account \"%1\" is switched off."))
                               .arg(account->name);
        return facts;
    }

private:
    const AccountStore &m_accounts;
};

Result<Account> usableAccount(const CompareServices &services, const QString &name)
{
    const std::optional<Account> account = services.accounts.find(name);
    if (!account)
        return planError(
            planText(QT_TRANSLATE_NOOP("CallPlan", "There is no account named \"%1\".")).arg(name));
    if (!account->enabled)
        return planError(planText(QT_TRANSLATE_NOOP("CallPlan", "The account \"%1\" is switched off."))
                             .arg(account->name));
    return *account;
}

Result<CallPlan> planPlain(const CompareServices &services, const Target &target)
{
    const Result<Account> account = usableAccount(services, target.name.account);
    if (!account)
        return account.error();
    CallPlan plan;
    plan.requested = target;
    plan.decision.targets = {PlannedTarget{.name = target.name, .parameters = target.parameters}};
    plan.decision.limits = plainCallLimits();
    plan.account = *account;
    return plan;
}

QList<qint64> coolingOf(const CompareServices &services, const Decision &decision)
{
    QList<qint64> cooling;
    for (const PlannedTarget &target : decision.targets)
        cooling.append(services.health ? services.health->coolingUntil(target.name) : 0);
    return cooling;
}

/// Why a decision has nobody to ask, in one sentence.
QString whyNobody(const Decision &decision)
{
    if (decision.rule.isEmpty())
        return planText(QT_TRANSLATE_NOOP("CallPlan", "The rule set \"%1\" cannot decide about this prompt."))
            .arg(decision.ruleSet);
    QString sentence =
        planText(
            QT_TRANSLATE_NOOP("CallPlan", "The rule \"%1\" of the rule set \"%2\" leaves no model to ask."))
            .arg(decision.rule, decision.ruleSet);
    for (const QString &reason : decision.leftOut)
        sentence += QLatin1Char(' ') + reason;
    return sentence;
}

Result<const Router *> routerOf(const CompareServices &services, const QString &name)
{
    const RuleSetEntry *entry = services.ruleSets ? services.ruleSets->find(name) : nullptr;
    if (!entry)
        return planError(
            planText(QT_TRANSLATE_NOOP("CallPlan", "There is no rule set named \"%1\".")).arg(name));
    const Router *router = services.ruleSets->router(name);
    if (!router)
        return planError(
            planText(QT_TRANSLATE_NOOP("CallPlan", "No version of the rule set \"%1\" is active."))
                .arg(name));
    return router;
}

} // namespace

Target CallPlan::targetAt(qsizetype place) const
{
    const PlannedTarget &target = decision.targets.at(place);
    return {target.name, target.parameters};
}

CallLimits plainCallLimits()
{
    CallLimits limits;
    limits.attempts = kPlainAttempts;
    limits.retries = 0;
    limits.longestWait = kLongestPlainWait;
    return limits;
}

PromptFacts factsOfCall(const CompareServices &services, const CallQuestion &question)
{
    PromptFacts facts = factsOf(question.messages, question.target.parameters);
    facts.task = question.task;
    facts.tags = question.tags;
    facts.source = question.source;
    facts.atMs = services.clock.utcMs();
    facts.draw = QRandomGenerator::global()->generateDouble();
    return facts;
}

Result<CallPlan> planCall(const CompareServices &services, const CallQuestion &question)
{
    if (!isRoute(question.target.name))
        return planPlain(services, question.target);
    const Result<const Router *> router = routerOf(services, question.target.name.model);
    if (!router)
        return router.error();
    const AccountsBook accounts(services.accounts);
    const TargetBook &book = services.targetBook ? *services.targetBook : accounts;
    const Decision decision =
        (*router)->decide(factsOfCall(services, question), book, services.ruleSets->lookup());
    return planDecided(services, question.target, decision);
}

Result<CallPlan> planDecided(const CompareServices &services, const Target &requested,
                             const Decision &decision)
{
    CallPlan plan;
    plan.requested = requested;
    plan.decision = decision;
    plan.first = firstTarget(decision, coolingOf(services, decision), services.clock.utcMs());
    if (plan.first < 0)
        return planError(whyNobody(decision));
    const Result<Account> account = usableAccount(services, decision.targets.at(plan.first).name.account);
    if (!account)
        return account.error();
    plan.account = *account;
    return plan;
}

Result<void> canAsk(const CompareServices &services, const TargetName &name)
{
    if (isRoute(name)) {
        const Result<const Router *> router = routerOf(services, name.model);
        return router ? Result<void>() : Result<void>(router.error());
    }
    const Result<Account> account = usableAccount(services, name.account);
    return account ? Result<void>() : Result<void>(account.error());
}

std::optional<PriceList> pricesFor(const CompareServices &services, const CallQuestion &question)
{
    const Result<CallPlan> plan = planCall(services, question);
    if (!plan)
        return std::nullopt;
    const QString model = plan->targetAt(plan->first).name.model;
    return services.prices.priceOf(plan->account, model, services.directory.info(plan->account, model),
                                   services.clock.utcMs());
}

LaneDraft draftOf(const CompareServices &services, const CallPlan &plan)
{
    const PlannedTarget &target = plan.decision.targets.at(plan.first);
    LaneDraft draft;
    draft.accountId = plan.account.id;
    draft.accountName = plan.account.name;
    draft.model = target.name.model;
    draft.vendor = services.directory.describe(plan.account, target.name.model).vendor;
    draft.simulated = plan.account.simulated;
    draft.parameters = plan.requested.parameters;
    if (!plan.isRouted())
        return draft;
    const Decision &decision = plan.decision;
    draft.requested = plan.requested.name.toString();
    draft.route = {decision.ruleSet, decision.version, decision.rule, decisionToJson(decision)};
    draft.why = target.why;
    return draft;
}

} // namespace core
