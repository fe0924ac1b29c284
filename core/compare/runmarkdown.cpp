#include "core/compare/runmarkdown.h"

#include "core/base/formatting.h"
#include "core/compare/runjson.h"

#include <QCoreApplication>
#include <QStringList>

namespace core {

namespace {

const QString kUnknown = QStringLiteral("–");

QString tokenText(const std::optional<qint64> &tokens)
{
    return tokens ? formatCount(*tokens) : kUnknown;
}

QString costText(const Cost &cost)
{
    if (!cost.amount)
        return QCoreApplication::translate("RunMarkdown", "cost unknown");
    return QStringLiteral("%1 (%2)").arg(formatMoney(*cost.amount), costBasisName(cost.basis));
}

std::optional<double> firstToken(const Timing &timing)
{
    if (timing.firstReasoning && timing.firstText)
        return std::min(*timing.firstReasoning, *timing.firstText);
    return timing.firstText ? timing.firstText : timing.firstReasoning;
}

QString tableCell(QString text)
{
    return text.replace(u'|', QLatin1StringView("\\|")).replace(u'\n', u' ');
}

QString tableRow(const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    const std::optional<double> first = firstToken(completion.timing);
    const std::optional<double> rate = tokensPerSecond(completion);
    const QStringList cells{tableCell(lane.latest.accountName + u'/' + lane.latest.model),
                            laneStatusName(completion.status),
                            first ? formatDuration(*first) : kUnknown,
                            rate ? QString::number(*rate, 'f', 0) : kUnknown,
                            completion.usage.input ? formatCount(*completion.usage.input) : kUnknown,
                            completion.usage.output ? formatCount(*completion.usage.output) : kUnknown,
                            lane.latest.cost.amount ? costText(lane.latest.cost)
                                                    : QCoreApplication::translate("RunMarkdown", "unknown"),
                            QString::number(lane.attempts)};
    return QStringLiteral("| ") + cells.join(QLatin1StringView(" | ")) + QStringLiteral(" |\n");
}

QString laneSection(const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    QString section = QStringLiteral("\n## %1/%2\n\n").arg(lane.latest.accountName, lane.latest.model);
    if (!completion.text.isEmpty())
        section += completion.text.trimmed() + QStringLiteral("\n\n");
    if (!completion.refusal.isEmpty())
        section += QCoreApplication::translate("RunMarkdown", "Refused: %1").arg(completion.refusal)
            + QStringLiteral("\n\n");
    for (const ToolCall &call : completion.toolCalls)
        section +=
            QCoreApplication::translate("RunMarkdown", "Tool call `%1`: `%2`").arg(call.name, call.arguments)
            + QStringLiteral("\n\n");
    if (completion.error)
        section += QStringLiteral("> %1 (%2): %3\n\n")
                       .arg(laneStatusName(completion.status), errorKindName(completion.error->kind),
                            completion.error->message);
    else if (completion.status == LaneStatus::Interrupted || completion.status == LaneStatus::Cancelled)
        section += QStringLiteral("> %1\n\n").arg(laneStatusName(completion.status));
    return section + QStringLiteral("_%1_\n").arg(laneFigures(lane));
}

} // namespace

QString laneFigures(const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    QStringList figures;
    if (const std::optional<double> first = firstToken(completion.timing))
        figures << QCoreApplication::translate("RunMarkdown", "first token %1").arg(formatDuration(*first));
    if (const std::optional<double> rate = tokensPerSecond(completion))
        figures << QCoreApplication::translate("RunMarkdown", "%1 tok/s").arg(QString::number(*rate, 'f', 0));
    figures << QCoreApplication::translate("RunMarkdown", "%1 in").arg(tokenText(completion.usage.input))
            << QCoreApplication::translate("RunMarkdown", "%1 out").arg(tokenText(completion.usage.output))
            << costText(lane.latest.cost);
    if (lane.attempts > 1)
        figures << QCoreApplication::translate("RunMarkdown", "%1 attempts").arg(lane.attempts);
    return figures.join(QLatin1StringView(", "));
}

QString runToMarkdown(const RunRecord &run)
{
    QString document = QStringLiteral("# ") + QCoreApplication::translate("RunMarkdown", "Run %1").arg(run.id)
        + QStringLiteral("\n\n");
    for (const QString &line : run.prompt.split(u'\n'))
        document += QStringLiteral("> ") + line + u'\n';
    if (!run.system.isEmpty())
        document += u'\n' + QCoreApplication::translate("RunMarkdown", "System: %1").arg(run.system) + u'\n';
    document += QStringLiteral("\n| ")
        + QCoreApplication::translate("RunMarkdown",
                                      "target | status | first token | tok/s | in | out | cost | attempts")
        + QStringLiteral(" |\n|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (const LaneRecord &lane : run.lanes)
        document += tableRow(lane);
    for (const LaneRecord &lane : run.lanes)
        document += laneSection(lane);
    const RunCost cost = costOf(run);
    const QString total = cost.unknownLanes > 0
        ? QCoreApplication::translate("RunMarkdown", "Total: %1 + %2 unpriced")
              .arg(formatMoney(cost.known))
              .arg(cost.unknownLanes)
        : QCoreApplication::translate("RunMarkdown", "Total: %1").arg(formatMoney(cost.known));
    return document + u'\n' + total + u'\n';
}

} // namespace core
