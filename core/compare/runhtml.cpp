#include "core/compare/runhtml.h"

#include "core/compare/lanestate.h"
#include "core/compare/runmarkdown.h"
#include "core/compare/runtable.h"
#include "core/compare/safehtml.h"

#include <QCoreApplication>
#include <QDateTime>

namespace core {

namespace {

struct HtmlWords
{
    Q_DECLARE_TR_FUNCTIONS(RunHtml)
};

QString element(const QString &tag, const QString &text, const QString &attributes = {})
{
    return u'<' + tag + attributes + u'>' + text.toHtmlEscaped() + QStringLiteral("</") + tag
        + QStringLiteral(">\n");
}

const QString kNote = QStringLiteral(" class=\"note\"");

QString figureTable(const RunRecord &run)
{
    /// Target and status are words, the others figures.
    constexpr qsizetype kWords = 2;
    const auto row = [](const QString &tag, const QStringList &cells) {
        QString html = QStringLiteral("<tr>");
        for (qsizetype at = 0; at < cells.size(); ++at)
            html += element(tag, cells.at(at), at < kWords ? QString() : QStringLiteral(" class=\"figure\""));
        return QString(html + QStringLiteral("</tr>\n"));
    };
    QString table = QStringLiteral("<table>\n") + row(QStringLiteral("th"), figureHeads());
    for (const LaneRecord &lane : run.lanes)
        table += row(QStringLiteral("td"), figureCells(lane));
    return table + QStringLiteral("</table>\n");
}

QString foldedReasoning(const QString &reasoning)
{
    if (reasoning.isEmpty())
        return {};
    return QStringLiteral("<details>\n") + element(QStringLiteral("summary"), HtmlWords::tr("Reasoning"))
        + safeHtmlOfMarkdown(reasoning) + QStringLiteral("</details>\n");
}

QString laneHtml(const LaneRecord &lane)
{
    const Completion &completion = lane.latest.completion;
    QString html = element(QStringLiteral("h2"), laneTitle(lane)) + foldedReasoning(completion.reasoning)
        + safeHtmlOfMarkdown(completion.text);
    if (!completion.refusal.isEmpty())
        html += element(QStringLiteral("p"), HtmlWords::tr("Refused: %1").arg(completion.refusal));
    for (const ToolCall &call : completion.toolCalls)
        html +=
            element(QStringLiteral("p"), HtmlWords::tr("Tool call %1: %2").arg(call.name, call.arguments));
    if (const QString end = laneEnd(lane); !end.isEmpty())
        html += element(QStringLiteral("blockquote"), end);
    return html + element(QStringLiteral("p"), laneFigures(lane), kNote);
}

QString runSection(const RunRecord &run, const QString &title)
{
    QString html = element(QStringLiteral("h1"), title);
    if (run.createdAtMs > 0)
        html += element(QStringLiteral("p"),
                        QDateTime::fromMSecsSinceEpoch(run.createdAtMs, Qt::UTC)
                            .toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")),
                        kNote);
    if (!run.system.isEmpty())
        html += element(QStringLiteral("p"), HtmlWords::tr("System: %1").arg(run.system), kNote);
    html += QStringLiteral("<div class=\"prompt\">\n") + safeHtmlOfMarkdown(run.prompt);
    for (qsizetype at = 0; at < run.images.size(); ++at)
        html += safeHtmlOfImage(run.images.at(at), HtmlWords::tr("Picture %1 of the prompt").arg(at + 1));
    html += QStringLiteral("</div>\n<p></p>\n") + figureTable(run);
    for (const LaneRecord &lane : run.lanes)
        html += laneHtml(lane);
    return html + element(QStringLiteral("p"), runTotal(run));
}

QString runTitle(const RunRecord &run)
{
    return HtmlWords::tr("Run %1").arg(run.id);
}

} // namespace

QString runToHtml(const RunRecord &run)
{
    return runsToHtml({run});
}

QString conversationToHtml(const QList<RunRecord> &turns)
{
    if (turns.size() == 1)
        return runToHtml(turns.constFirst());
    QString body;
    for (qsizetype at = 0; at < turns.size(); ++at)
        body += runSection(turns.at(at), turnTitle(at + 1, turns.at(at)));
    return safeHtmlPage(HtmlWords::tr("Conversation of %n turns", nullptr, static_cast<int>(turns.size())),
                        body);
}

QString runsToHtml(const QList<RunRecord> &runs)
{
    QStringList sections;
    for (const RunRecord &run : runs)
        sections.append(runSection(run, runTitle(run)));
    const QString title = runs.size() == 1 ? runTitle(runs.constFirst())
                                           : HtmlWords::tr("%n runs", nullptr, static_cast<int>(runs.size()));
    return safeHtmlPage(title, sections.join(QStringLiteral("<hr>\n")));
}

} // namespace core
