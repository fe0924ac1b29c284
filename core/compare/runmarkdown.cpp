#include "core/compare/runmarkdown.h"

#include "core/base/formatting.h"
#include "core/compare/callcost.h"
#include "core/compare/runjson.h"
#include "core/compare/runtable.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace core {

namespace {

QString tokenText(const std::optional<qint64> &tokens)
{
    return tokens ? formatCount(*tokens) : QStringLiteral("–");
}

/// Answers are cut off in the middle; a code block left open would swallow what comes after the answer.
QString withClosedFence(const QString &markdown)
{
    static const QRegularExpression kFence(QStringLiteral("^ {0,3}(`{3,}|~{3,})(.*)$"));
    QString open;
    for (const QString &line : markdown.split(u'\n')) {
        const QRegularExpressionMatch match = kFence.match(line);
        if (!match.hasMatch())
            continue;
        const QString mark = match.captured(1);
        const bool bare = match.capturedView(2).trimmed().isEmpty();
        if (open.isEmpty() && !(mark.startsWith(u'`') && match.capturedView(2).contains(u'`')))
            open = mark;
        else if (bare && mark.front() == open.front() && mark.size() >= open.size())
            open.clear();
    }
    return open.isEmpty() ? markdown : QString(markdown + u'\n' + open);
}

QString picturesLine(const QList<ImagePart> &images)
{
    QStringList pictures;
    for (const ImagePart &image : images)
        pictures.append(QCoreApplication::translate("RunMarkdown", "%1, %2 bytes")
                            .arg(image.mimeType, formatCount(image.data.size())));
    return QCoreApplication::translate("RunMarkdown", "Pictures: %1")
        .arg(pictures.join(QLatin1StringView("; ")));
}

QString costText(const LaneRecord &lane)
{
    const Cost &cost = lane.latest.cost;
    if (!cost.amount)
        return isCostUnknown(lane) ? QCoreApplication::translate("RunMarkdown", "cost unknown")
                                   : QCoreApplication::translate("RunMarkdown", "no cost");
    return QStringLiteral("%1 (%2)").arg(formatMoney(*cost.amount), costBasisName(cost.basis));
}

QString laneSection(const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    QString section = QStringLiteral("\n## %1\n\n").arg(laneTitle(lane));
    if (!completion.text.isEmpty())
        section += withClosedFence(completion.text.trimmed()) + QStringLiteral("\n\n");
    if (!completion.refusal.isEmpty())
        section += QCoreApplication::translate("RunMarkdown", "Refused: %1").arg(completion.refusal)
            + QStringLiteral("\n\n");
    for (const ToolCall &call : completion.toolCalls)
        section +=
            QCoreApplication::translate("RunMarkdown", "Tool call `%1`: `%2`").arg(call.name, call.arguments)
            + QStringLiteral("\n\n");
    if (const QString end = laneEnd(lane); !end.isEmpty())
        section += QStringLiteral("> ") + QString(end).replace(u'\n', QLatin1StringView("\n> "))
            + QStringLiteral("\n\n");
    return section + QStringLiteral("_%1_\n").arg(laneFigures(lane));
}

QString sectionOf(const RunRecord &run, const QString &title)
{
    QString document = QStringLiteral("# ") + title + QStringLiteral("\n\n");
    for (const QString &line : run.prompt.split(u'\n'))
        document += QStringLiteral("> ") + line + u'\n';
    if (!run.system.isEmpty())
        document += u'\n' + QCoreApplication::translate("RunMarkdown", "System: %1").arg(run.system) + u'\n';
    if (!run.images.isEmpty())
        document += u'\n' + picturesLine(run.images) + u'\n';
    document += u'\n' + runToMarkdownTable(run);
    for (const LaneRecord &lane : run.lanes)
        document += laneSection(lane);
    return document + u'\n' + runTotal(run) + u'\n';
}

} // namespace

QString laneFigures(const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    QStringList figures;
    if (const std::optional<double> first = firstTokenMs(completion.timing))
        figures << QCoreApplication::translate("RunMarkdown", "first token %1").arg(formatDuration(*first));
    if (const std::optional<double> rate = tokensPerSecond(completion))
        figures << QCoreApplication::translate("RunMarkdown", "%1 tok/s").arg(QString::number(*rate, 'f', 0));
    figures << QCoreApplication::translate("RunMarkdown", "%1 in").arg(tokenText(completion.usage.input))
            << QCoreApplication::translate("RunMarkdown", "%1 out").arg(tokenText(completion.usage.output))
            << costText(lane);
    if (lane.attempts > 1)
        figures << QCoreApplication::translate("RunMarkdown", "%1 attempts").arg(lane.attempts);
    return figures.join(QLatin1StringView(", "));
}

QString laneEnd(const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    if (completion.error)
        return QStringLiteral("%1 (%2): %3")
            .arg(laneStatusName(completion.status), errorKindName(completion.error->kind),
                 completion.error->message);
    if (completion.status == LaneStatus::Interrupted || completion.status == LaneStatus::Cancelled)
        return laneStatusName(completion.status);
    return {};
}

QString runTotal(const RunRecord &run)
{
    const RunCost cost = costOf(run);
    if (cost.unknownLanes > 0 && cost.unknownLanes == static_cast<int>(run.lanes.size()))
        return QCoreApplication::translate("RunMarkdown", "Total: unknown");
    return cost.unknownLanes > 0
        ? QCoreApplication::translate("RunMarkdown", "Total: %1 + %2 unpriced")
              .arg(formatMoney(cost.known))
              .arg(cost.unknownLanes)
        : QCoreApplication::translate("RunMarkdown", "Total: %1").arg(formatMoney(cost.known));
}

QString runToMarkdown(const RunRecord &run)
{
    return sectionOf(run, QCoreApplication::translate("RunMarkdown", "Run %1").arg(run.id));
}

QString conversationToMarkdown(const QList<RunRecord> &turns)
{
    if (turns.size() == 1)
        return runToMarkdown(turns.constFirst());
    QStringList sections;
    for (qsizetype at = 0; at < turns.size(); ++at)
        sections.append(sectionOf(turns.at(at), turnTitle(at + 1, turns.at(at))));
    return sections.join(u'\n');
}

QString runsToMarkdown(const QList<RunRecord> &runs)
{
    QStringList sections;
    for (const RunRecord &run : runs)
        sections.append(runToMarkdown(run));
    return sections.join(QStringLiteral("\n---\n\n"));
}

QString turnTitle(qsizetype number, const RunRecord &run)
{
    return QCoreApplication::translate("RunMarkdown", "Turn %1 (run %2)").arg(number).arg(run.id);
}

} // namespace core
