#include "core/compare/runmarkdown.h"

#include "core/base/formatting.h"
#include "core/compare/runjson.h"

#include <QStringList>

namespace core {

namespace {

const QString kUnknown = QStringLiteral("–");

QString tokenText(const std::optional<qint64> &tokens, const QString &word)
{
    return (tokens ? formatCount(*tokens) : kUnknown) + u' ' + word;
}

QString costText(const Cost &cost)
{
    if (!cost.amount)
        return QStringLiteral("cost unknown");
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
                            lane.latest.cost.amount ? costText(lane.latest.cost) : QStringLiteral("unknown"),
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
        section += QStringLiteral("Refused: ") + completion.refusal + QStringLiteral("\n\n");
    for (const ToolCall &call : completion.toolCalls)
        section += QStringLiteral("Tool call `%1`: `%2`\n\n").arg(call.name, call.arguments);
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
        figures << QStringLiteral("first token %1").arg(formatDuration(*first));
    if (const std::optional<double> rate = tokensPerSecond(completion))
        figures << QStringLiteral("%1 tok/s").arg(QString::number(*rate, 'f', 0));
    figures << tokenText(completion.usage.input, QStringLiteral("in"))
            << tokenText(completion.usage.output, QStringLiteral("out")) << costText(lane.latest.cost);
    if (lane.attempts > 1)
        figures << QStringLiteral("%1 attempts").arg(lane.attempts);
    return figures.join(QLatin1StringView(", "));
}

QString runToMarkdown(const RunRecord &run)
{
    QString document = QStringLiteral("# Run %1\n\n").arg(run.id);
    for (const QString &line : run.prompt.split(u'\n'))
        document += QStringLiteral("> ") + line + u'\n';
    if (!run.system.isEmpty())
        document += QStringLiteral("\nSystem: %1\n").arg(run.system);
    document += QStringLiteral("\n| target | status | first token | tok/s | in | out | cost | attempts |\n"
                               "|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (const LaneRecord &lane : run.lanes)
        document += tableRow(lane);
    for (const LaneRecord &lane : run.lanes)
        document += laneSection(lane);
    const RunCost cost = costOf(run);
    document += QStringLiteral("\nTotal: %1").arg(formatMoney(cost.known));
    if (cost.unknownLanes > 0)
        document += QStringLiteral(" + %1 unpriced").arg(cost.unknownLanes);
    return document + u'\n';
}

} // namespace core
