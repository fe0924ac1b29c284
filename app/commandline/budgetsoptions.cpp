#include "app/commandline/budgetsoptions.h"

#include "app/commandline/options.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace core;

namespace app {

namespace {

using BudgetsVerb = BudgetsInvocation::Verb;

const QString kAmountOption = QStringLiteral("amount");
const QString kPeriodOption = QStringLiteral("period");
const QString kScopeOption = QStringLiteral("scope");
const QString kSoftOption = QStringLiteral("soft");
const QString kZoneOption = QStringLiteral("zone");
const QString kStartOption = QStringLiteral("start-day");
const QString kUnpricedOption = QStringLiteral("unpriced");
const QString kHardOption = QStringLiteral("hard");
const QString kOffOption = QStringLiteral("off");

std::optional<BudgetsVerb> budgetsVerb(const QString &word)
{
    if (word == QLatin1StringView("list"))
        return BudgetsVerb::List;
    if (word == QLatin1StringView("set"))
        return BudgetsVerb::Set;
    return word == QLatin1StringView("remove") ? std::optional(BudgetsVerb::Remove) : std::nullopt;
}

/// A whole number of an option; `fallback` without it.
Result<int> wholeNumber(const Options &options, const QString &name, int fallback)
{
    if (!options.has(name))
        return fallback;
    bool ok = false;
    const int number = options.value(name).toInt(&ok);
    if (ok)
        return number;
    return usageError(QCoreApplication::translate("CommandLine", "--%1 wants a whole number, not \"%2\".")
                          .arg(name, options.value(name)));
}

Result<void> readBudgetAmount(const Options &options, Budget *budget)
{
    const std::optional<Money> amount = Money::fromDecimal(options.value(kAmountOption));
    if (Money::isTooLarge(options.value(kAmountOption)))
        return usageError(
            QCoreApplication::translate("CommandLine",
                                        "--amount %1 is too large; a budget has at most 9223372 US dollars.")
                .arg(options.value(kAmountOption)));
    if (!options.has(kAmountOption) || !amount)
        return usageError(QCoreApplication::translate(
            "CommandLine", "budgets set wants --amount with US dollars, such as --amount 20."));
    budget->amount = *amount;
    return {};
}

Result<void> readBudgetPeriod(const Options &options, Budget *budget)
{
    const std::optional<BudgetCycle> cycle = budgetCycleFromName(options.value(kPeriodOption));
    if (!cycle)
        return usageError(
            QCoreApplication::translate("CommandLine", "budgets set wants --period day, week or month."));
    budget->period.cycle = *cycle;
    if (*cycle == BudgetCycle::Day && options.has(kStartOption))
        return usageError(
            QCoreApplication::translate("CommandLine", "A day has no --start-day; weeks and months have."));
    const Result<int> start = wholeNumber(options, kStartOption, 1);
    if (!start)
        return start.error();
    budget->period.startDay = *start;
    budget->period.zone = options.value(kZoneOption);
    if (!options.has(kZoneOption) || QTimeZone::isTimeZoneIdAvailable(budget->period.zone.toUtf8()))
        return {};
    return usageError(QCoreApplication::translate(
                          "CommandLine", "--zone wants an IANA name such as Europe/Berlin, not \"%1\".")
                          .arg(budget->period.zone));
}

Result<void> readBudgetLimits(const Options &options, Budget *budget)
{
    const Result<int> soft = wholeNumber(options, kSoftOption, budget->softPercent);
    if (!soft)
        return soft.error();
    budget->softPercent = *soft;
    budget->hard = options.has(kHardOption);
    budget->enabled = !options.has(kOffOption);
    const QString unpriced = options.value(kUnpricedOption);
    budget->allowsUnpriced = unpriced == QLatin1StringView("allow");
    if (!options.has(kUnpricedOption) || budget->allowsUnpriced || unpriced == QLatin1StringView("refuse"))
        return {};
    return usageError(QCoreApplication::translate("CommandLine", "--unpriced wants refuse or allow."));
}

Result<void> readBudget(const Options &options, Budget *budget)
{
    if (const Result<void> read = readBudgetAmount(options, budget); !read)
        return read;
    if (const Result<void> read = readBudgetPeriod(options, budget); !read)
        return read;
    if (const Result<void> read = readBudgetLimits(options, budget); !read)
        return read;
    if (!options.has(kScopeOption))
        return {};
    const Result<BudgetScope> scope = parseBudgetScope(options.value(kScopeOption));
    if (!scope)
        return scope.error();
    budget->scope = *scope;
    return {};
}

} // namespace

Result<Invocation> parseBudgets(const QStringList &arguments)
{
    const QStringList flags{kHardOption, kOffOption};
    const QStringList values{kAmountOption, kPeriodOption, kScopeOption,   kSoftOption,
                             kZoneOption,   kStartOption,  kUnpricedOption};
    Options options(flags + QStringList{QStringLiteral("json")}, values);
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    const QStringList words = options.positional();
    const std::optional<BudgetsVerb> verb = budgetsVerb(words.value(1));
    if (!verb)
        return usageError(
            QCoreApplication::translate("CommandLine", "budgets wants one of: list, set, remove."));
    if (*verb == BudgetsVerb::List && words.size() != 2)
        return usageError(QCoreApplication::translate("CommandLine", "budgets list takes no further words."));
    if (*verb != BudgetsVerb::List && words.size() != 3)
        return usageError(
            QCoreApplication::translate("CommandLine",
                                        "budgets %1 wants the name of exactly one budget; put it in quotes.")
                .arg(words.at(1)));
    BudgetsInvocation budgets;
    budgets.verb = *verb;
    budgets.budget.name = words.value(2);
    budgets.json = options.has(QStringLiteral("json"));
    const Result<void> read = *verb == BudgetsVerb::Set
        ? readBudget(options, &budgets.budget)
        : options.refuse(flags + values, QStringLiteral("budgets ") + words.at(1));
    if (!read)
        return read.error();
    Invocation invocation = options.invocation();
    invocation.command = budgets;
    return invocation;
}

} // namespace app
