#include "core/ruleformats/accountplan.h"

#include <QCoreApplication>

namespace core {

namespace {

QUrl comparable(const QUrl &url)
{
    return url.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash | QUrl::RemoveQuery
                        | QUrl::RemoveFragment);
}

Account accountOf(const RuleAccount &named, const Presets &presets)
{
    const Preset *preset = presets.find(named.presetId);
    Account account;
    account.name = named.name;
    account.headers = named.headers;
    account.baseUrl = named.baseUrl;
    account.keyVariable = named.keyVariable;
    if (preset) {
        account.presetId = preset->id;
        account.maxParallel = preset->maxParallel;
        if (account.baseUrl.isEmpty())
            account.baseUrl = preset->baseUrl;
        if (account.keyVariable.isEmpty() && preset->keyRequired && !preset->variables.isEmpty())
            account.keyVariable = preset->variables.first();
    }
    account.keyStore = account.keyVariable.isEmpty() ? KeyStore::None : KeyStore::Environment;
    return account;
}

/// Whether what is there serves the file's account: the same endpoint, and as far as it can be told with the
/// same key.
bool servesAs(const Account &existing, const Account &wanted, const RuleAccount &named)
{
    if (existing.simulated || comparable(existing.baseUrl) != comparable(wanted.baseUrl))
        return false;
    return named.keyVariable.isEmpty() || existing.keyVariable == named.keyVariable
        || (holdsKey(existing.keyStore) && existing.name == named.name);
}

const Account *serving(const QList<Account> &accounts, const Account &wanted, const RuleAccount &named)
{
    const Account *found = nullptr;
    for (const Account &account : accounts) {
        if (!servesAs(account, wanted, named))
            continue;
        if (account.name == named.name)
            return &account;
        if (!found)
            found = &account;
    }
    return found;
}

QString freeAccountName(const QString &wanted, const QList<Account> &accounts)
{
    const auto isTaken = [&accounts](const QString &name) {
        const auto same = [&name](QStringView other) {
            return name.compare(other, Qt::CaseInsensitive) == 0;
        };
        return name.compare(kRouteAccountName, Qt::CaseInsensitive) == 0
            || name.compare(kDemoAccountName, Qt::CaseInsensitive) == 0
            || std::any_of(accounts.cbegin(), accounts.cend(),
                           [&same](const Account &account) { return same(account.name); });
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = wanted + u'-' + QString::number(number);
    return name;
}

void renameAccount(TargetName &target, const QHash<QString, QString> &names)
{
    target.account = names.value(target.account, target.account);
}

void renameInCondition(Condition &condition, const QHash<QString, QString> &names)
{
    for (Condition &part : condition.parts)
        renameInCondition(part, names);
    std::optional<TargetName> target = parseTargetName(condition.test.key);
    if (condition.kind != Condition::Kind::Test || !isHealth(condition.test.field) || !target)
        return;
    renameAccount(*target, names);
    condition.test.key = target->toString();
}

void renameInRule(Rule &rule, const QHash<QString, QString> &names)
{
    renameInCondition(rule.when, names);
    for (ChainTarget &target : rule.chain.targets)
        renameAccount(target.name, names);
    for (Fallback &fallback : rule.chain.fallbacks)
        renameAccount(fallback.target.name, names);
}

} // namespace

RuleSet withAccountNames(RuleSet rules, const QHash<QString, QString> &names)
{
    for (Rule &rule : rules.rules)
        renameInRule(rule, names);
    renameInRule(rules.otherwise, names);
    return rules;
}

Result<AccountPlan> planAccounts(const RuleImport &imported, const QList<Account> &existing,
                                 const Presets &presets)
{
    AccountPlan plan;
    QHash<QString, QString> names;
    QList<Account> all = existing;
    for (const RuleAccount &named : imported.accounts) {
        Account account = accountOf(named, presets);
        if (const Account *there = serving(all, account, named)) {
            names.insert(named.name, there->name);
            continue;
        }
        account.name = freeAccountName(named.name, all);
        if (const Result<void> valid = validateAccount(account); !valid)
            return Error{
                ErrorKind::InvalidRequest,
                QCoreApplication::translate("RuleFormats", "The account “%1” of the file cannot be made: %2")
                    .arg(named.name, valid.error().message)};
        names.insert(named.name, account.name);
        plan.toCreate.append(account);
        all.append(account);
    }
    plan.rules = withAccountNames(imported.rules, names);
    return plan;
}

} // namespace core
