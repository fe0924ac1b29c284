#include "core/ledger/budget.h"

#include "core/ledger/records.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr qsizetype kLongestName = 60;

struct ScopeEntry
{
    BudgetScope::Kind kind;
    QLatin1StringView name;
};

constexpr std::array kScopeNames{
    ScopeEntry{BudgetScope::Kind::All, QLatin1StringView("all")},
    ScopeEntry{BudgetScope::Kind::Account, QLatin1StringView("account")},
    ScopeEntry{BudgetScope::Kind::Vendor, QLatin1StringView("vendor")},
    ScopeEntry{BudgetScope::Kind::Model, QLatin1StringView("model")},
    ScopeEntry{BudgetScope::Kind::Task, QLatin1StringView("task")},
    ScopeEntry{BudgetScope::Kind::Rule, QLatin1StringView("rule")},
    ScopeEntry{BudgetScope::Kind::Tag, QLatin1StringView("tag")},
    ScopeEntry{BudgetScope::Kind::Source, QLatin1StringView("source")},
};

QString budgetTr(const char *text)
{
    return QCoreApplication::translate("Budgets", text);
}

Error invalidBudget(const QString &sentence)
{
    return Error{ErrorKind::InvalidRequest, sentence};
}

bool isBudgetName(const QString &name)
{
    return !name.isEmpty() && name.size() <= kLongestName && name == name.trimmed()
        && std::all_of(name.begin(), name.end(), [](QChar unit) { return unit.isPrint(); });
}

/// `rule set/rule`; both may have slashes of their own.
bool namesRule(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/', 1);
    return slash > 0 && slash + 1 < text.size();
}

Result<void> validateScope(const BudgetScope &scope)
{
    if (scope.kind == BudgetScope::Kind::Tag && scope.key.isEmpty())
        return invalidBudget(
            budgetTr(QT_TRANSLATE_NOOP("Budgets", "The key of the budget's tag is missing.")));
    if (scope.kind != BudgetScope::Kind::All && scope.value.isEmpty())
        return invalidBudget(
            budgetTr(QT_TRANSLATE_NOOP("Budgets", "What the budget's scope “%1” is to count is missing."))
                .arg(budgetScopeName(scope.kind)));
    if (scope.kind == BudgetScope::Kind::Source && scope.value == QLatin1StringView("import"))
        return invalidBudget(budgetTr(QT_TRANSLATE_NOOP(
            "Budgets",
            "A budget cannot count what was imported, as others sent it: its source can be window, cli or "
            "gateway.")));
    if (scope.kind == BudgetScope::Kind::Source && !callSourceFromName(scope.value))
        return invalidBudget(
            budgetTr(QT_TRANSLATE_NOOP("Budgets", "“%1” is no source: there are window, cli and gateway."))
                .arg(scope.value));
    if (scope.kind == BudgetScope::Kind::Rule && !namesRule(scope.value))
        return invalidBudget(
            budgetTr(
                QT_TRANSLATE_NOOP(
                    "Budgets",
                    "“%1” names no rule: write its rule set, a slash and its name, such as buckets/cheap."))
                .arg(scope.value));
    return {};
}

Result<void> validatePeriod(const BudgetPeriod &period)
{
    if (!QTimeZone::isTimeZoneIdAvailable(period.zone.toUtf8()))
        return invalidBudget(
            budgetTr(QT_TRANSLATE_NOOP("Budgets", "“%1” is no time zone such as Europe/Berlin."))
                .arg(period.zone));
    if (period.cycle == BudgetCycle::Week && (period.startDay < 1 || period.startDay > 7))
        return invalidBudget(
            budgetTr(QT_TRANSLATE_NOOP("Budgets", "A week starts on a day from 1 (Monday) to 7 (Sunday).")));
    if (period.cycle == BudgetCycle::Month && (period.startDay < 1 || period.startDay > 31))
        return invalidBudget(budgetTr(QT_TRANSLATE_NOOP("Budgets", "A month starts on a day from 1 to 31.")));
    return {};
}

} // namespace

QString budgetScopeName(BudgetScope::Kind kind)
{
    const auto *const entry = std::find_if(kScopeNames.begin(), kScopeNames.end(),
                                           [kind](const ScopeEntry &each) { return each.kind == kind; });
    return entry == kScopeNames.end() ? QString() : QString(entry->name);
}

std::optional<BudgetScope::Kind> budgetScopeFromName(QStringView name)
{
    for (const ScopeEntry &entry : kScopeNames) {
        if (name == entry.name)
            return entry.kind;
    }
    return std::nullopt;
}

QString budgetScopeText(const BudgetScope &scope)
{
    const QString name = budgetScopeName(scope.kind);
    switch (scope.kind) {
    case BudgetScope::Kind::All:
        return name;
    case BudgetScope::Kind::Tag:
        return QStringLiteral("%1:%2=%3").arg(name, scope.key, scope.value);
    default:
        return QStringLiteral("%1=%2").arg(name, scope.value);
    }
}

Result<BudgetScope> parseBudgetScope(const QString &text)
{
    BudgetScope scope;
    if (text == budgetScopeName(BudgetScope::Kind::All))
        return scope;
    const qsizetype sign = text.indexOf(u'=');
    const QString name = text.left(std::max<qsizetype>(sign, 0));
    const bool isTag = name.startsWith(QLatin1StringView("tag:"));
    const std::optional<BudgetScope::Kind> kind = budgetScopeFromName(isTag ? name.left(3) : name);
    const bool fits = kind && *kind != BudgetScope::Kind::All && isTag == (*kind == BudgetScope::Kind::Tag);
    if (sign < 0 || !fits)
        return invalidBudget(
            budgetTr(QT_TRANSLATE_NOOP("Budgets",
                                       "“%1” is no scope of a budget: there are all, account=NAME, "
                                       "vendor=NAME, model=ID, task=NAME, rule=RULE SET/RULE, tag:KEY=VALUE "
                                       "and source=NAME."))
                .arg(text));
    scope.kind = *kind;
    scope.key = isTag ? name.mid(4) : QString();
    scope.value = text.mid(sign + 1);
    if (const Result<void> valid = validateScope(scope); !valid)
        return valid.error();
    return scope;
}

Result<void> validateBudget(const Budget &budget)
{
    if (!isBudgetName(budget.name))
        return invalidBudget(
            budgetTr(QT_TRANSLATE_NOOP(
                         "Budgets",
                         "“%1” cannot name a budget: 1 to 60 characters can, with no space at the ends."))
                .arg(budget.name));
    if (budget.amount <= Money())
        return invalidBudget(
            budgetTr(QT_TRANSLATE_NOOP("Budgets", "The amount of a budget is more than 0.")));
    if (budget.softPercent < 0 || budget.softPercent > 100)
        return invalidBudget(budgetTr(QT_TRANSLATE_NOOP(
            "Budgets", "A budget warns at 1 to 100 percent of its amount, or at 0 never.")));
    if (const Result<void> valid = validateScope(budget.scope); !valid)
        return valid;
    return validatePeriod(budget.period);
}

} // namespace core
