#include "core/compare/runtable.h"

#include "core/base/formatting.h"
#include "core/compare/callcost.h"
#include "core/compare/lanestate.h"
#include "core/ledger/usagecsv.h"

#include <QCoreApplication>
#include <QDateTime>

namespace core {

namespace {

QString costCell(const LaneRecord &lane)
{
    const Cost &cost = lane.latest.cost;
    if (cost.amount)
        return QStringLiteral("%1 (%2)").arg(formatMoney(*cost.amount), costBasisName(cost.basis));
    return isCostUnknown(lane) ? QCoreApplication::translate("RunMarkdown", "unknown")
                               : QCoreApplication::translate("RunMarkdown", "no cost");
}

const QString kUnknown = QStringLiteral("–");

QString markdownCell(QString text)
{
    return text.replace(u'|', QLatin1StringView("\\|")).replace(u'\n', u' ');
}

QString markdownRow(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QLatin1StringView(" | ")) + QStringLiteral(" |\n");
}

QString countCell(const std::optional<qint64> &value)
{
    return value ? QString::number(*value) : QString();
}

QString decimalCell(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 1) : QString();
}

QStringList recordHeads()
{
    return QStringLiteral(
               "run_id,at,lane,account,model,model_answered,status,error_kind,first_token_ms,last_ms,"
               "tokens_per_second,input_tokens,output_tokens,reasoning_tokens,usage_basis,cost_usd,"
               "cost_basis,attempts,task")
        .split(u',');
}

QStringList recordCells(const RunRecord &run, const LaneRecord &lane, qsizetype number)
{
    const AttemptRecord &attempt = lane.latest;
    const Completion &completion = attempt.completion;
    return {QString::number(run.id),
            QDateTime::fromMSecsSinceEpoch(run.createdAtMs, Qt::UTC).toString(Qt::ISODateWithMs),
            QString::number(number),
            attempt.accountName,
            attempt.model,
            completion.modelAnswered,
            laneStatusName(completion.status),
            completion.error ? errorKindName(completion.error->kind) : QString(),
            decimalCell(firstTokenMs(completion.timing)),
            decimalCell(completion.timing.last),
            decimalCell(tokensPerSecond(completion)),
            countCell(completion.usage.input),
            countCell(completion.usage.output),
            countCell(completion.usage.reasoning),
            usageBasisName(completion.usage.basis),
            attempt.cost.amount ? attempt.cost.amount->toDecimal() : QString(),
            costBasisName(attempt.cost.basis),
            QString::number(lane.attempts),
            run.task};
}

/// A tab or a line break would end the cell.
QString tsvRecord(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(guardedCell(cell.simplified()));
    return written.join(u'\t') + u'\n';
}

} // namespace

QStringList figureHeads()
{
    return QCoreApplication::translate("RunMarkdown",
                                       "target | status | first token | tok/s | in | out | cost | attempts")
        .split(QStringLiteral(" | "));
}

QStringList figureCells(const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    const std::optional<double> first = firstTokenMs(completion.timing);
    const std::optional<double> rate = tokensPerSecond(completion);
    return {laneTitle(lane),
            laneStatusName(completion.status),
            first ? formatDuration(*first) : kUnknown,
            rate ? QString::number(*rate, 'f', 0) : kUnknown,
            completion.usage.input ? formatCount(*completion.usage.input) : kUnknown,
            completion.usage.output ? formatCount(*completion.usage.output) : kUnknown,
            costCell(lane),
            QString::number(lane.attempts)};
}

QString runToMarkdownTable(const RunRecord &run)
{
    QString table = markdownRow(figureHeads()) + QStringLiteral("|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (const LaneRecord &lane : run.lanes) {
        QStringList cells;
        for (const QString &cell : figureCells(lane))
            cells.append(markdownCell(cell));
        table += markdownRow(cells);
    }
    return table;
}

QString runsToTsv(const QList<RunRecord> &runs)
{
    QString text = tsvRecord(recordHeads());
    for (const RunRecord &run : runs) {
        for (qsizetype at = 0; at < run.lanes.size(); ++at)
            text += tsvRecord(recordCells(run, run.lanes.at(at), at + 1));
    }
    return text;
}

QString runsToCsv(const QList<RunRecord> &runs)
{
    QString text = csvRecord(
        recordHeads()
        + QStringList{QStringLiteral("prompt"), QStringLiteral("answer"), QStringLiteral("error_message")});
    for (const RunRecord &run : runs) {
        for (qsizetype at = 0; at < run.lanes.size(); ++at) {
            const LaneRecord &lane = run.lanes.at(at);
            const Completion &completion = lane.latest.completion;
            text += csvRecord(recordCells(run, lane, at + 1)
                              + QStringList{run.prompt,
                                            completion.text.isEmpty() ? completion.refusal : completion.text,
                                            completion.error ? completion.error->message : QString()});
        }
    }
    return text;
}

} // namespace core
