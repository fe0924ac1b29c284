#include "core/compare/runexport.h"

#include "core/compare/runhtml.h"
#include "core/compare/runjson.h"
#include "core/compare/runmarkdown.h"
#include "core/ledger/usagecsv.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace core {

namespace {

QString inMarkdown(const QList<RunRecord> &runs)
{
    QStringList parts;
    for (const RunRecord &run : runs)
        parts.append(runToMarkdown(run));
    return parts.join(QStringLiteral("\n---\n\n"));
}

/// The head of the first document with the bodies of all.
QString inHtml(const QList<RunRecord> &runs)
{
    const QString end = QStringLiteral("</body>");
    const QString begin = QStringLiteral("<body>");
    QString document;
    for (const RunRecord &run : runs) {
        const QString html = runToHtml(run);
        if (document.isEmpty()) {
            document = html;
            continue;
        }
        const qsizetype from = html.indexOf(begin) + begin.size();
        document.insert(document.lastIndexOf(end),
                        QStringLiteral("<hr>\n") + html.mid(from, html.lastIndexOf(end) - from));
    }
    return document;
}

QString count(const std::optional<qint64> &tokens)
{
    return tokens ? QString::number(*tokens) : QString();
}

QString inCsv(const QList<RunRecord> &runs)
{
    QString csv = csvRecord({QStringLiteral("run_id"), QStringLiteral("at"), QStringLiteral("task"),
                             QStringLiteral("lane"), QStringLiteral("account"), QStringLiteral("model"),
                             QStringLiteral("status"), QStringLiteral("prompt"), QStringLiteral("text"),
                             QStringLiteral("input_tokens"), QStringLiteral("output_tokens"),
                             QStringLiteral("cost_usd")});
    for (const RunRecord &run : runs) {
        const QString at =
            QDateTime::fromMSecsSinceEpoch(run.createdAtMs, Qt::UTC).toString(Qt::ISODateWithMs);
        for (const LaneRecord &lane : run.lanes) {
            const Completion &completion = lane.latest.completion;
            const std::optional<Money> &cost = lane.latest.cost.amount;
            csv += csvRecord({QString::number(run.id), at, run.task, QString::number(lane.position),
                              lane.latest.accountName, lane.latest.model, laneStatusName(completion.status),
                              run.prompt, completion.text, count(completion.usage.input),
                              count(completion.usage.output), cost ? cost->toDecimal() : QString()});
        }
    }
    return csv;
}

QByteArray inJson(const QList<RunRecord> &runs)
{
    if (runs.size() == 1)
        return QJsonDocument(runToJson(runs.constFirst())).toJson();
    QJsonArray array;
    for (const RunRecord &run : runs)
        array.append(runToJson(run));
    return QJsonDocument(QJsonObject{{QStringLiteral("runs"), array}}).toJson();
}

} // namespace

QString exportSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown:
        return QStringLiteral("md");
    case ExportFormat::Html:
        return QStringLiteral("html");
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Json:
        break;
    }
    return QStringLiteral("json");
}

QByteArray exportRuns(const QList<RunRecord> &runs, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown:
        return inMarkdown(runs).toUtf8();
    case ExportFormat::Html:
        return inHtml(runs).toUtf8();
    case ExportFormat::Csv:
        return inCsv(runs).toUtf8();
    case ExportFormat::Json:
        break;
    }
    return inJson(runs);
}

QString exportFileName(const QList<RunRecord> &runs, ExportFormat format)
{
    const QString kind =
        runs.size() == 1 ? QStringLiteral("run-%1.%2") : QStringLiteral("conversation-%1.%2");
    return kind.arg(runs.isEmpty() ? 0 : runs.constFirst().id).arg(exportSuffix(format));
}

} // namespace core
