#include "core/base/formatting.h"
#include "core/report/knownchange.h"
#include "core/report/reportwords.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// Lines of an axis from 0 to at least `highest`, at steps of 1, 2 or 5 times a power of ten.
QList<std::pair<double, QString>> axisTicks(double highest, const ReportWords &words)
{
    constexpr double kFewestLines = 4.0;
    const double raw = highest / kFewestLines;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double share = raw / power;
    const double step = power * (share <= 1.0 ? 1.0 : share <= 2.0 ? 2.0 : share <= 5.0 ? 5.0 : 10.0);
    QList<std::pair<double, QString>> ticks;
    const int lines = static_cast<int>(std::ceil(highest / step - 1e-9));
    for (int line = 0; line <= lines; ++line) {
        const double at = step * line;
        ticks.append({at, formatMoney(Money::fromDouble(at).value_or(Money()), words.locale())});
    }
    return ticks;
}

std::optional<ReportPlot> dayPlot(const MonthlyReport &report, const ReportWords &words)
{
    const auto dearest = std::max_element(
        report.days.cbegin(), report.days.cend(),
        [](const ReportDay &a, const ReportDay &b) { return a.figures.cost < b.figures.cost; });
    if (dearest == report.days.cend() || dearest->figures.cost <= Money())
        return std::nullopt;
    ReportPlot plot;
    plot.title = ReportWords::tr("Cost per day by model");
    plot.description =
        ReportWords::tr(
            "Stacked bars, one a day from %1; the highest is %2 on %3. The figures are in the table.")
            .arg(words.days(report.month, report.lastDay), words.money(dearest->figures.cost).text,
                 words.day(dearest->date));
    for (const QString &model : report.chartModels)
        plot.series.append(ReportWords::modelName(model));
    const bool others = std::any_of(report.days.cbegin(), report.days.cend(), [](const ReportDay &day) {
        return !day.parts.isEmpty() && !day.parts.constLast().isZero();
    });
    if (others)
        plot.series.append(ReportWords::tr("Other models"));
    for (qsizetype at = 0; at < plot.series.size(); ++at)
        plot.colours.append(at < report.chartModels.size()
                                ? report.chartColours.value(at, static_cast<int>(at))
                                : kReportOtherColour);
    for (const ReportDay &day : report.days) {
        ReportBar bar{QString::number(day.date.day()), {}, {}};
        for (qsizetype part = 0; part < plot.series.size(); ++part)
            bar.parts.append(day.parts.value(part).toDouble());
        bar.text = QStringLiteral("%1: %2").arg(words.day(day.date), words.cost(day.figures).text);
        plot.bars.append(bar);
    }
    plot.ticks = axisTicks(dearest->figures.cost.toDouble(), words);
    return plot;
}

QList<ReportCell> dayCells(const ReportDay &day, const ReportWords &words)
{
    return {
        {words.day(day.date)},           words.cost(day.figures),         words.count(day.figures.attempts),
        words.count(day.figures.errors), words.tokens(day.figures.input), words.tokens(day.figures.output)};
}

QString factorWord(ChangeFactor factor)
{
    switch (factor) {
    case ChangeFactor::Volume:
        return ReportWords::tr("Volume: more or fewer answers");
    case ChangeFactor::ModelMix:
        return ReportWords::tr("Model mix: other models than before");
    case ChangeFactor::TokensPerCall:
        return ReportWords::tr("Tokens per call: longer or shorter prompts and answers");
    case ChangeFactor::CacheShare:
        return ReportWords::tr("Cache: more or less of the input read from it");
    case ChangeFactor::Price:
        return ReportWords::tr("Price: another price of the same tokens");
    case ChangeFactor::Failures:
        break;
    }
    return ReportWords::tr("Retries and failures: paid attempts without an answer");
}

QString changeSentence(Money difference, const MonthlyReport &report, const ReportWords &words)
{
    const QString span = words.days(report.beforeFirst, report.beforeLast);
    const QString before = words.cost(*report.before).text;
    if (difference.isZero())
        return ReportWords::tr("The known cost is the same as that of %1 (%2).", "days, cost")
            .arg(span, before);
    const Money size = difference > Money() ? difference : Money() - difference;
    return (difference > Money()
                ? ReportWords::tr("The known cost is %1 more than that of %2 (%3).", "money, days, cost")
                : ReportWords::tr("The known cost is %1 less than that of %2 (%3).", "money, days, cost"))
        .arg(words.money(size).text, span, before);
}

ReportGrid reasonGrid(const MonthlyReport &report, const ReportWords &words)
{
    ReportGrid grid;
    grid.caption = ReportWords::tr("Why the cost changed");
    grid.head = {ReportWords::tr("Cause"), ReportWords::tr("Part of the change")};
    Money sum;
    for (const ReportReason &reason : report.reasons) {
        grid.rows.append({{factorWord(reason.factor)}, words.signedMoney(reason.amount)});
        sum += reason.amount;
    }
    grid.rows.append({{ReportWords::tr("Change in all")}, words.signedMoney(sum)});
    grid.hasSum = true;
    return grid;
}

struct TableWords
{
    QString title;
    QString head;
    QString unnamed;
    QString rest;
};

ReportCell changeCell(const UsageFigures &figures, const UsageFigures &before, const ReportWords &words)
{
    if (before.attempts == 0 && figures.attempts > 0)
        return {ReportWords::tr("new")};
    const std::optional<Money> change = knownChange(figures, before);
    return change ? words.signedMoney(*change) : ReportCell{ReportWords::unknown()};
}

QList<ReportCell> tableCells(const QString &name, const UsageFigures &figures, const UsageFigures &before,
                             const MonthlyReport &report, const ReportWords &words)
{
    const QString share = knownCost(figures)
        ? words.percent(figures.cost.toDouble(), report.total.cost.toDouble())
        : ReportWords::unknown();
    QList<ReportCell> cells{{name}, words.cost(figures), {share}};
    if (report.before)
        cells.append(changeCell(figures, before, words));
    cells << words.count(figures.calls) << words.count(figures.errors) << words.tokens(figures.input)
          << words.tokens(figures.output);
    return cells;
}

ReportSection tableSection(const ReportTable &table, const TableWords &names, const MonthlyReport &report,
                           const ReportWords &words)
{
    ReportGrid grid;
    grid.caption = names.title;
    grid.head = {names.head, ReportWords::tr("Cost"), ReportWords::tr("Share")};
    if (report.before)
        grid.head.append(ReportWords::tr("Change"));
    grid.head << ReportWords::tr("Calls") << ReportWords::tr("Errors") << ReportWords::tr("Tokens in")
              << ReportWords::tr("Tokens out");
    for (const ReportRow &row : table.rows)
        grid.rows.append(tableCells(row.name.isEmpty() ? names.unnamed : row.name, row.figures, row.before,
                                    report, words));
    if (table.others > 0)
        grid.rows.append(tableCells(names.rest.arg(words.count(table.others).text), table.rest,
                                    table.restBefore, report, words));
    grid.rows.append(tableCells(ReportWords::tr("Total"), report.total,
                                report.before.value_or(UsageFigures()), report, words));
    grid.hasSum = true;
    return {names.title, {}, {}, grid};
}

} // namespace

ReportSection daySection(const MonthlyReport &report, const ReportWords &words)
{
    ReportSection section;
    section.title = ReportWords::tr("Day by day");
    section.plot = dayPlot(report, words);
    section.gridIsFolded = section.plot.has_value();
    ReportGrid grid;
    grid.caption = ReportWords::tr("Every day of the month");
    grid.head = {ReportWords::tr("Day"),    ReportWords::tr("Cost"),      ReportWords::tr("Requests"),
                 ReportWords::tr("Errors"), ReportWords::tr("Tokens in"), ReportWords::tr("Tokens out")};
    for (const ReportDay &day : report.days)
        grid.rows.append(dayCells(day, words));
    section.grid = grid;
    return section;
}

std::optional<ReportSection> changeSection(const MonthlyReport &report, const ReportWords &words)
{
    if (!report.before)
        return std::nullopt;
    ReportSection section;
    section.title = ReportWords::tr("Change and why");
    const std::optional<Money> difference = knownChange(report.total, *report.before);
    if (!difference) {
        section.paragraphs = {ReportWords::tr("What this month or that of %1 cost is not known, so that they "
                                              "cannot be compared.",
                                              "days")
                                  .arg(words.days(report.beforeFirst, report.beforeLast))};
        return section;
    }
    section.paragraphs = {changeSentence(*difference, report, words)};
    if (report.total.unpricedAttempts > 0 || report.before->unpricedAttempts > 0)
        section.paragraphs.append(ReportWords::tr("Requests of unknown cost are in neither sum."));
    if (!report.reasons.isEmpty())
        section.grid = reasonGrid(report, words);
    return section;
}

QList<ReportSection> tableSections(const MonthlyReport &report, const ReportWords &words)
{
    const TableWords models{ReportWords::tr("Models"), ReportWords::tr("Model"), ReportWords::modelName({}),
                            ReportWords::tr("%1 others", "models, tasks or accounts")};
    TableWords tasks = models;
    tasks.title = ReportWords::tr("Tasks");
    tasks.head = ReportWords::tr("Task");
    tasks.unnamed = ReportWords::tr("no task");
    TableWords accounts = models;
    accounts.title = ReportWords::tr("Accounts");
    accounts.head = ReportWords::tr("Account");
    return {tableSection(report.tasks, tasks, report, words),
            tableSection(report.models, models, report, words),
            tableSection(report.accounts, accounts, report, words)};
}

} // namespace core
