#include "core/compare/runexport.h"

#include "core/chat/parametersjson.h"
#include "core/compare/runhtml.h"
#include "core/compare/runjson.h"
#include "core/compare/runmarkdown.h"
#include "core/compare/runtable.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct FormatName
{
    ExportFormat format;
    QLatin1StringView name;
    QLatin1StringView suffix;
};

constexpr std::array kFormats{
    FormatName{ExportFormat::Markdown, QLatin1StringView("markdown"), QLatin1StringView("md")},
    FormatName{ExportFormat::Html, QLatin1StringView("html"), QLatin1StringView("html")},
    FormatName{ExportFormat::Csv, QLatin1StringView("csv"), QLatin1StringView("csv")},
    FormatName{ExportFormat::Json, QLatin1StringView("json"), QLatin1StringView("json")},
};

QJsonArray imagesOf(const RunRecord &run)
{
    QJsonArray images;
    for (const ImagePart &image : run.images)
        images.append(QJsonObject{{QStringLiteral("type"), image.mimeType},
                                  {QStringLiteral("data"), QString::fromLatin1(image.data.toBase64())}});
    return images;
}

QJsonObject exportedLane(const LaneRecord &lane)
{
    QJsonObject json = laneToJson(lane);
    json.insert(QStringLiteral("lane_id"), lane.laneId);
    if (lane.parentLane != 0)
        json.insert(QStringLiteral("parent_lane"), lane.parentLane);
    if (!lane.latest.vendor.isEmpty())
        json.insert(QStringLiteral("vendor"), lane.latest.vendor);
    if (const QJsonObject &decision = lane.latest.route.decision; !decision.isEmpty()) {
        QJsonObject route = json.value(QStringLiteral("route")).toObject();
        route.insert(QStringLiteral("decision"), decision);
        json.insert(QStringLiteral("route"), route);
    }
    const QJsonObject parameters = parametersToJson(lane.parameters);
    if (!parameters.isEmpty())
        json.insert(QStringLiteral("parameters"), parameters);
    return json;
}

QByteArray exportJson(const QList<RunRecord> &runs)
{
    if (runs.size() == 1)
        return QJsonDocument(runToExportJson(runs.constFirst())).toJson();
    QJsonArray array;
    for (const RunRecord &run : runs)
        array.append(runToExportJson(run));
    return QJsonDocument(QJsonObject{{QStringLiteral("runs"), array}}).toJson();
}

/// Whether they are turns of one conversation.
bool areTurns(const QList<RunRecord> &runs)
{
    const auto conversationOf = [](const RunRecord &run) {
        return run.turn.conversation != 0 ? run.turn.conversation : run.id;
    };
    return std::all_of(runs.cbegin(), runs.cend(), [&](const RunRecord &run) {
        return conversationOf(run) == conversationOf(runs.constFirst());
    });
}

} // namespace

std::optional<ExportFormat> exportFormatFromName(QStringView name)
{
    for (const FormatName &format : kFormats) {
        if (format.name == name)
            return format.format;
    }
    return std::nullopt;
}

QString exportSuffix(ExportFormat format)
{
    for (const FormatName &known : kFormats) {
        if (known.format == format)
            return known.suffix;
    }
    return {};
}

QByteArray exportRuns(const QList<RunRecord> &runs, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown:
        return (areTurns(runs) ? conversationToMarkdown(runs) : runsToMarkdown(runs)).toUtf8();
    case ExportFormat::Html:
        return (areTurns(runs) ? conversationToHtml(runs) : runsToHtml(runs)).toUtf8();
    case ExportFormat::Csv:
        return runsToCsv(runs).toUtf8();
    case ExportFormat::Json:
        break;
    }
    return exportJson(runs);
}

QString exportFileName(const QList<RunRecord> &runs, ExportFormat format)
{
    const qint64 id = runs.isEmpty() ? 0 : runs.constFirst().id;
    const QLatin1StringView kind(runs.size() == 1 ? "run" : "conversation");
    return kind + u'-' + QString::number(id) + u'.' + exportSuffix(format);
}

QJsonObject runToExportJson(const RunRecord &run)
{
    QJsonObject json = runToJson(run);
    QJsonArray lanes;
    for (const LaneRecord &lane : run.lanes)
        lanes.append(exportedLane(lane));
    json.insert(QStringLiteral("lanes"), lanes);
    json.insert(QStringLiteral("at"),
                QDateTime::fromMSecsSinceEpoch(run.createdAtMs, Qt::UTC).toString(Qt::ISODateWithMs));
    json.insert(QStringLiteral("source"), run.source);
    if (!run.task.isEmpty())
        json.insert(QStringLiteral("task_origin"), taskOriginName(run.taskOrigin));
    QJsonObject tags;
    for (auto tag = run.tags.begin(); tag != run.tags.end(); ++tag)
        tags.insert(tag.key(), tag.value());
    if (!tags.isEmpty())
        json.insert(QStringLiteral("tags"), tags);
    if (!run.images.isEmpty())
        json.insert(QStringLiteral("images"), imagesOf(run));
    if (run.turn.parentRun != 0)
        json.insert(QStringLiteral("turn"),
                    QJsonObject{{QStringLiteral("parent_run"), run.turn.parentRun},
                                {QStringLiteral("conversation"), run.turn.conversation},
                                {QStringLiteral("lineage"), lineageName(run.turn.lineage)}});
    return json;
}

} // namespace core
