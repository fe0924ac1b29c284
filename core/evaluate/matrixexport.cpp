#include "core/evaluate/matrixexport.h"

#include "core/base/formatting.h"
#include "core/compare/attemptparts.h"
#include "core/compare/callcost.h"
#include "core/compare/runjson.h"
#include "core/evaluate/evaluatewords.h"

#include <QJsonArray>

namespace core {

namespace {

constexpr qsizetype kCellCharacters = 60;

QString tableCell(const QString &text, qsizetype most = kCellCharacters)
{
    QString line = text.simplified();
    if (line.size() > most)
        line = line.first(most).trimmed() + QStringLiteral("...");
    return line.replace(u'\\', QLatin1StringView("\\\\")).replace(u'|', QLatin1StringView("\\|"));
}

QString row(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QLatin1StringView(" | ")) + QStringLiteral(" |\n");
}

bool hasAnswer(const MatrixCellRecord &cell)
{
    return cell.lane && isSuccess(cell.lane->latest.completion.status);
}

QString verdictOf(const MatrixCellRecord &cell)
{
    int failed = 0;
    int undecided = 0;
    for (const CheckResult &result : cell.checks) {
        failed += result.passed == false ? 1 : 0;
        undecided += result.passed ? 0 : 1;
    }
    if (failed > 0)
        return EvaluateWords::tr("**failed**");
    if (undecided > 0)
        return EvaluateWords::tr("no verdict");
    return cell.checks.isEmpty() ? QString() : EvaluateWords::tr("passed");
}

QString cellText(const MatrixCellRecord &cell)
{
    const Completion &completion = cell.lane->latest.completion;
    if (!hasAnswer(cell))
        return QStringLiteral("**%1**").arg(laneStatusName(completion.status));
    QStringList parts{tableCell(completion.text)};
    if (const QString verdict = verdictOf(cell); !verdict.isEmpty())
        parts.prepend(verdict);
    if (completion.timing.last)
        parts.append(formatDuration(*completion.timing.last));
    if (cell.lane->latest.cost.amount)
        parts.append(formatMoney(*cell.lane->latest.cost.amount));
    return parts.join(QStringLiteral(" · "));
}

QString nameOf(const MatrixCellRecord &cell)
{
    return EvaluateWords::tr("Case %1, %2/%3")
        .arg(cell.caseIndex + 1)
        .arg(cell.lane->latest.accountName, cell.lane->latest.model);
}

} // namespace

void MatrixTotals::add(const MatrixCellRecord &cell)
{
    ++cells;
    failed += hasAnswer(cell) ? 0 : 1;
    for (const CheckResult &result : cell.checks) {
        checksFailed += result.passed == false ? 1 : 0;
        checksUndecided += hasAnswer(cell) && !result.passed ? 1 : 0;
    }
    if (cell.lane && cell.lane->latest.cost.amount)
        known += *cell.lane->latest.cost.amount;
    else if (!cell.lane || isCostUnknown(*cell.lane))
        ++unknownCosts;
}

QList<MatrixCellRecord> completedRows(const MatrixRecord &matrix, int firstCase, int cases,
                                      const QList<MatrixCellRecord> &asked,
                                      const std::optional<Error> &unasked)
{
    QList<MatrixCellRecord> whole;
    auto next = asked.cbegin();
    for (int caseIndex = firstCase; caseIndex < std::min(firstCase + cases, matrix.set.cases); ++caseIndex) {
        for (int target = 0; target < static_cast<int>(matrix.targets.size()); ++target) {
            const bool there =
                next != asked.cend() && next->caseIndex == caseIndex && next->targetIndex == target;
            if (there) {
                whole.append(*next++);
                continue;
            }
            LaneRecord lane;
            lane.position = target;
            lane.latest.accountName = matrix.targets.at(target).name.account;
            lane.latest.model = matrix.targets.at(target).name.model;
            lane.latest.completion.status = unasked ? LaneStatus::Failed : LaneStatus::Cancelled;
            lane.latest.completion.error = unasked;
            lane.latest.cost = costOfUnsent();
            whole.append({caseIndex, target, 0, lane, {}});
        }
    }
    return whole;
}

QJsonObject matrixCellToJson(const MatrixCellRecord &cell)
{
    QJsonObject json = laneToJson(*cell.lane);
    json.insert(QStringLiteral("case"), cell.caseIndex);
    json.insert(QStringLiteral("lane"), cell.targetIndex);
    json.insert(QStringLiteral("run_id"), cell.runId != 0 ? QJsonValue(cell.runId) : QJsonValue());
    json.insert(QStringLiteral("checks"), checkResultsToJson(cell.checks));
    return json;
}

QJsonObject matrixSummaryToJson(const MatrixTotals &totals)
{
    const bool anyKnown = totals.unknownCosts < totals.cells;
    return {
        {QStringLiteral("cells"), totals.cells},
        {QStringLiteral("failed"), totals.failed},
        {QStringLiteral("checks_failed"), totals.checksFailed},
        {QStringLiteral("checks_undecided"), totals.checksUndecided},
        {QStringLiteral("cost"),
         QJsonObject{{QStringLiteral("usd"), anyKnown ? QJsonValue(totals.known.toDecimal()) : QJsonValue()},
                     {QStringLiteral("unknown_lanes"), totals.unknownCosts}}}};
}

QString matrixHeadToMarkdown(const QString &title, const QList<Target> &targets)
{
    QStringList names{QStringLiteral("#"), EvaluateWords::tr("case")};
    QStringList rule{QStringLiteral("--:"), QStringLiteral("---")};
    for (const Target &target : targets) {
        names.append(tableCell(target.name.toString(), 200));
        rule.append(QStringLiteral("---"));
    }
    return QStringLiteral("# %1\n\n").arg(title.simplified()) + row(names) + row(rule);
}

QString matrixRowToMarkdown(int caseIndex, const QStringList &columns, const PromptCase &values,
                            const QList<MatrixCellRecord> &cells)
{
    QString shown = values.values.value(columns.indexOf(kPromptColumn)).simplified();
    for (qsizetype at = 0; shown.isEmpty() && at < values.values.size(); ++at)
        shown = values.values.at(at).simplified();
    QStringList texts{QString::number(caseIndex + 1), tableCell(shown)};
    for (const MatrixCellRecord &cell : cells)
        texts.append(cellText(cell));
    return row(texts);
}

QString matrixProblemsToMarkdown(const QList<MatrixCellRecord> &cells)
{
    QString text;
    for (const MatrixCellRecord &cell : cells) {
        const Completion &completion = cell.lane->latest.completion;
        if (!hasAnswer(cell)) {
            const QString why = completion.error
                ? QString(QStringLiteral(": ") + completion.error->message.simplified())
                : QString();
            text += QStringLiteral("- %1: %2%3\n").arg(nameOf(cell), laneStatusName(completion.status), why);
            continue;
        }
        for (const CheckResult &result : cell.checks) {
            if (result.passed != true)
                text += QStringLiteral("- %1, `%2`: %3\n")
                            .arg(nameOf(cell), result.check.simplified(), result.detail.simplified());
        }
    }
    return text;
}

QString matrixSummaryToMarkdown(const MatrixTotals &totals)
{
    QStringList parts{EvaluateWords::tr("Cells: %1").arg(formatCount(totals.cells)),
                      EvaluateWords::tr("without an answer: %1").arg(formatCount(totals.failed)),
                      EvaluateWords::tr("failed checks: %1").arg(formatCount(totals.checksFailed))};
    if (totals.checksUndecided > 0)
        parts.append(
            EvaluateWords::tr("checks without a verdict: %1").arg(formatCount(totals.checksUndecided)));
    if (totals.unknownCosts < totals.cells)
        parts.append(EvaluateWords::tr("cost: %1").arg(formatMoney(totals.known)));
    if (totals.unknownCosts > 0)
        parts.append(EvaluateWords::tr("cells of unknown cost: %1").arg(formatCount(totals.unknownCosts)));
    return QStringLiteral("\n_%1_\n").arg(parts.join(QStringLiteral(", ")));
}

} // namespace core
