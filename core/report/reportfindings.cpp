#include "core/ledger/usagecsv.h"
#include "core/report/reportbudgets.h"
#include "core/report/reportwords.h"

#include <QDateTime>

namespace core {

namespace {

QString setName(const ReportSaving &saving)
{
    const QString set =
        ReportWords::tr("%1, version %2", "a rule set").arg(saving.ruleSet, QString::number(saving.version));
    return saving.rule.isEmpty() ? set : QStringLiteral("%1/%2").arg(saving.ruleSet, saving.rule);
}

ReportCell savedCell(const ReportSaving &saving, const ReportWords &words)
{
    if (!saving.saved)
        return {saving.problem.isEmpty() ? ReportWords::tr("not known") : saving.problem};
    const ReportCell cell = words.signedMoney(*saving.saved);
    if (saving.savedLow == saving.savedHigh)
        return cell;
    return {ReportWords::tr("%1 (%2 to %3)", "saved money with its bounds")
                .arg(cell.text, words.signedMoney(saving.savedLow).text,
                     words.signedMoney(saving.savedHigh).text),
            cell.exact};
}

QString cycleWord(BudgetCycle cycle)
{
    switch (cycle) {
    case BudgetCycle::Day:
        return ReportWords::tr("day");
    case BudgetCycle::Week:
        return ReportWords::tr("week");
    case BudgetCycle::Month:
        break;
    }
    return ReportWords::tr("month");
}

/// What a budget counts, for people: `all requests`, `account openai`.
QString scopeWords(const BudgetScope &scope)
{
    switch (scope.kind) {
    case BudgetScope::Kind::All:
        return ReportWords::tr("all requests");
    case BudgetScope::Kind::Account:
        return ReportWords::tr("account %1").arg(scope.value);
    case BudgetScope::Kind::Vendor:
        return ReportWords::tr("vendor %1").arg(scope.value);
    case BudgetScope::Kind::Model:
        return ReportWords::tr("model %1").arg(scope.value);
    case BudgetScope::Kind::Task:
        return ReportWords::tr("task type %1").arg(scope.value);
    case BudgetScope::Kind::Rule:
        return ReportWords::tr("rule %1").arg(scope.value);
    case BudgetScope::Kind::Tag:
        return ReportWords::tr("tag %1=%2").arg(scope.key, scope.value);
    case BudgetScope::Kind::Source:
        break;
    }
    return ReportWords::tr("source %1").arg(scope.value);
}

QList<ReportCell> budgetCells(const ReportBudget &budget, const ReportWords &words)
{
    const BudgetState &worst = budget.worst;
    const UsageFigures spent = spentFigures(worst);
    return {{worst.budget.name},
            {scopeWords(worst.budget.scope)},
            {ReportWords::tr("%1 a %2", "money, month")
                 .arg(words.money(worst.budget.amount).text, cycleWord(worst.budget.period.cycle)),
             worst.budget.amount.toDecimal()},
            {words.days(worst.span.first, worst.span.last)},
            words.cost(spent),
            {knownCost(spent) ? words.percent(worst.spent.toDouble(), worst.budget.amount.toDouble())
                              : ReportWords::unknown()},
            {ReportWords::tr("%1 of %2", "how many of how many periods")
                 .arg(budget.exceeded)
                 .arg(budget.periods)}};
}

void appendImported(const ReportCompleteness &known, const MonthlyReport &report, const ReportWords &words,
                    QStringList *sentences)
{
    if (known.imported.attempts == 0)
        return;
    UsageFigures own = report.total;
    own.attempts -= known.imported.attempts;
    own.errors -= known.imported.errors;
    own.unpricedAttempts -= known.imported.unpricedAttempts;
    own.cost = own.cost - known.imported.cost;
    sentences->append(ReportWords::tr("Of the cost, %1 was sent by Switchyard and %2 was imported.")
                          .arg(words.cost(own).text, words.cost(known.imported).text));
}

void appendSimulated(const ReportCompleteness &known, const MonthlyReport &report, QStringList *sentences)
{
    if (report.includesSimulated)
        sentences->append(ReportWords::tr("Simulated requests are counted."));
    else if (known.hiddenSimulated > 0)
        sentences->append(ReportWords::tr("%n simulated requests are left out.", nullptr,
                                          static_cast<int>(known.hiddenSimulated)));
}

} // namespace

std::optional<ReportSection> savingSection(const MonthlyReport &report, const ReportWords &words)
{
    if (report.savings.isEmpty())
        return std::nullopt;
    ReportSection section;
    section.title = ReportWords::tr("Savings of active rules");
    section.paragraphs = {
        ReportWords::tr("What the calls of a rule set cost since its version runs, against an estimate of "
                        "what the version before "
                        "would have cost for the same calls. A minus means that more was spent.")};
    ReportGrid grid;
    grid.caption = section.title;
    grid.head = {ReportWords::tr("Rules"), ReportWords::tr("Against"), ReportWords::tr("Since"),
                 ReportWords::tr("Calls"), ReportWords::tr("Spent"),   ReportWords::tr("Saved")};
    grid.words = 3;
    for (const ReportSaving &saving : report.savings) {
        const QString against = saving.versionBefore > 0
            ? ReportWords::tr("version %1", "of a rule set").arg(saving.versionBefore)
            : ReportWords::unknown();
        grid.rows.append({{setName(saving)},
                          {against},
                          {words.moment(saving.sinceMs, report.zone)},
                          words.count(saving.calls),
                          saving.spent ? words.money(*saving.spent) : ReportCell{ReportWords::tr("unpriced")},
                          savedCell(saving, words)});
    }
    section.grid = grid;
    return section;
}

std::optional<ReportSection> callSection(const MonthlyReport &report, const ReportWords &words)
{
    if (report.calls.isEmpty())
        return std::nullopt;
    ReportGrid grid;
    grid.caption = ReportWords::tr("The calls that cost most");
    grid.head = {ReportWords::tr("When"),       ReportWords::tr("Model"),    ReportWords::tr("Task"),
                 ReportWords::tr("Run"),        ReportWords::tr("Requests"), ReportWords::tr("Tokens in"),
                 ReportWords::tr("Tokens out"), ReportWords::tr("Cost")};
    grid.words = 3;
    for (const ReportCall &call : report.calls)
        grid.rows.append({{words.moment(call.atMs, report.zone)},
                          {QStringLiteral("%1/%2").arg(call.account, ReportWords::modelName(call.model))},
                          {call.task.isEmpty() ? ReportWords::tr("no task") : call.task},
                          {call.run == 0 ? ReportWords::unknown() : QString::number(call.run)},
                          words.count(call.attempts),
                          words.tokens(call.input),
                          words.tokens(call.output),
                          words.money(call.cost)});
    return ReportSection{ReportWords::tr("Most expensive calls"), {}, {}, grid};
}

std::optional<ReportSection> budgetSection(const MonthlyReport &report, const ReportWords &words)
{
    if (report.budgets.isEmpty())
        return std::nullopt;
    ReportSection section;
    section.title = ReportWords::tr("Budgets");
    section.paragraphs = {
        ReportWords::tr("The budgets as they are set today, each with the period that spent most of it.")};
    if (report.completeness.imported.attempts > 0)
        section.paragraphs.append(ReportWords::tr("Imported requests count in no budget."));
    ReportGrid grid;
    grid.caption = section.title;
    grid.head = {ReportWords::tr("Budget"),         ReportWords::tr("Scope"), ReportWords::tr("Amount"),
                 ReportWords::tr("Period"),         ReportWords::tr("Spent"), ReportWords::tr("Used"),
                 ReportWords::tr("Periods over it")};
    grid.words = 4;
    bool complete = true;
    for (const ReportBudget &budget : report.budgets) {
        grid.rows.append(budgetCells(budget, words));
        complete = complete && budget.complete;
    }
    if (!complete)
        section.paragraphs.append(ReportWords::tr("Some requests were pruned before these periods were "
                                                  "counted, so that more may have been spent."));
    section.grid = grid;
    return section;
}

std::optional<ReportSection> unpricedSection(const MonthlyReport &report, const ReportWords &words)
{
    if (report.unpriced.isEmpty())
        return std::nullopt;
    ReportSection section;
    section.title = ReportWords::tr("Unpriced");
    section.paragraphs = {
        ReportWords::tr("What these requests cost is not known and in no sum. A price that is added for the "
                        "model can be applied to them.")};
    ReportGrid grid;
    grid.caption = ReportWords::tr("Models with requests of unknown cost");
    grid.head = {ReportWords::tr("Account"), ReportWords::tr("Model"), ReportWords::tr("Requests")};
    grid.words = 2;
    for (const ReportUnpriced &unpriced : report.unpriced)
        grid.rows.append(
            {{unpriced.account}, {ReportWords::modelName(unpriced.model)}, words.count(unpriced.attempts)});
    section.grid = grid;
    return section;
}

ReportSection completenessSection(const MonthlyReport &report, const ReportWords &words)
{
    const ReportCompleteness &known = report.completeness;
    QStringList sentences{
        ReportWords::tr("The report holds what is in this ledger: requests that Switchyard sent or that were "
                        "imported.")};
    if (known.firstMs && known.lastMs)
        sentences.append(
            ReportWords::tr("Its first request is of %1, its last of %2.", "moments")
                .arg(words.moment(*known.firstMs, report.zone), words.moment(*known.lastMs, report.zone)));
    appendImported(known, report, words, &sentences);
    appendSimulated(known, report, &sentences);
    if (known.prunedBeforeMs > report.month.startOfDay(report.zone).toMSecsSinceEpoch())
        sentences.append(
            ReportWords::tr("Single requests before %1 were pruned; their sums are kept and counted.")
                .arg(words.moment(known.prunedBeforeMs, report.zone)));
    return {ReportWords::tr("About these figures"), {sentences.join(QLatin1Char(' '))}};
}

} // namespace core
