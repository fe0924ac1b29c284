#include "core/evaluate/matriximport.h"

#include "core/chat/parametersjson.h"
#include "core/compare/rundocument.h"
#include "core/evaluate/evaluatewords.h"
#include "core/settings/lineupstore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const auto &value : array)
        texts.append(value.isNull() ? QString() : value.toString(QLatin1StringView("")));
    return texts;
}

PromptSetDraft readDraft(const QJsonObject &definition, const QJsonArray &cases)
{
    PromptSetDraft draft;
    draft.name = definition[QStringLiteral("name")].toString();
    draft.source = definition[QStringLiteral("source")].toString();
    draft.prompt = definition[QStringLiteral("prompt")].toString();
    draft.system = definition[QStringLiteral("system")].toString();
    draft.checks = checksFromJson(definition[QStringLiteral("checks")].toArray());
    draft.table.columns = textsOf(definition[QStringLiteral("columns")].toArray());
    for (const auto &one : cases)
        draft.table.cases.append({textsOf(one[QStringLiteral("values")].toArray()),
                                  checksFromJson(one[QStringLiteral("checks")].toArray())});
    return draft;
}

QList<Target> readTargets(const QJsonArray &array)
{
    QList<Target> targets;
    for (const LineUpTarget &each : lineUpFromJson(array)) {
        if (const std::optional<TargetName> name = parseTargetName(each.target))
            targets.append({*name, parametersFromJson(each.parameters)});
    }
    return targets;
}

/// A cell is a lane with four members more; what is asked of lanes is asked of it, by the name it has here.
QString inCells(const QString &text)
{
    static const QRegularExpression lane(QStringLiteral("runs\\[(\\d+)\\]\\.lanes\\[0\\]"));
    return QString(text).replace(lane, QStringLiteral("cells[\\1]"));
}

Result<void> sortCells(QList<MatrixCellRecord> *cells)
{
    const auto place = [](const MatrixCellRecord &cell) {
        return std::pair(cell.caseIndex, cell.targetIndex);
    };
    std::sort(cells->begin(), cells->end(),
              [&place](const auto &one, const auto &other) { return place(one) < place(other); });
    const auto twice =
        std::adjacent_find(cells->cbegin(), cells->cend(), [&place](const auto &one, const auto &other) {
            return place(one) == place(other);
        });
    if (twice == cells->cend())
        return {};
    return invalidRequest(
        EvaluateWords::tr("Case %1 has two cells of lane %2.").arg(twice->caseIndex).arg(twice->targetIndex));
}

Result<void> readCells(const QJsonArray &array, MatrixImport *import)
{
    QJsonArray runs;
    for (qsizetype at = 0; at < array.size(); ++at) {
        QJsonObject lane = array.at(at).toObject();
        MatrixCellRecord cell;
        cell.caseIndex = lane.take(QStringLiteral("case")).toInt(-1);
        cell.targetIndex = lane.take(QStringLiteral("lane")).toInt(-1);
        cell.checks = checkResultsFromJson(lane.take(QStringLiteral("checks")).toArray());
        lane.remove(QStringLiteral("run_id"));
        if (cell.caseIndex < 0 || cell.caseIndex >= import->draft.table.cases.size() || cell.targetIndex < 0
            || cell.targetIndex >= import->targets.size())
            return invalidRequest(
                EvaluateWords::tr("cells[%1] belongs to no case or no model of the document.").arg(at));
        import->cells.append(cell);
        runs.append(QJsonObject{{QStringLiteral("lanes"), QJsonArray{lane}}});
    }
    if (runs.isEmpty())
        return {};
    const QByteArray document =
        QJsonDocument(QJsonObject{{QStringLiteral("runs"), runs}}).toJson(QJsonDocument::Compact);
    const Result<RunDocument> read = readRunDocument(document, 0);
    if (!read)
        return invalidRequest(inCells(read.error().message));
    for (qsizetype at = 0; at < import->cells.size(); ++at)
        import->cells[at].lane = read->runs.at(at).lanes.constFirst();
    static const QRegularExpression place(QStringLiteral("\\[\\d+\\]"));
    for (const QString &path : read->unknown)
        import->unknown += inCells(path).replace(place, QStringLiteral("[]"));
    return sortCells(&import->cells);
}

void listUnknown(const QJsonObject &object, const QString &path, const QStringList &known,
                 QStringList *unknown)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            unknown->append(path + key);
    }
}

} // namespace

bool isMatrixFile(const QString &fileName)
{
    return fileName.endsWith(QLatin1StringView(".json"), Qt::CaseInsensitive);
}

Result<MatrixImport> readMatrixDocument(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isNull())
        return invalidRequest(EvaluateWords::tr("The file is no JSON document: %1 at byte %2.")
                                  .arg(problem.errorString())
                                  .arg(problem.offset));
    const QJsonObject object = document.object();
    const QJsonObject definition = object[QStringLiteral("definition")].toObject();
    if (definition.isEmpty() || !object[QStringLiteral("cells")].isArray())
        return invalidRequest(EvaluateWords::tr(
            "The file is JSON, but no evaluation that was exported: `definition` or `cells` is missing."));
    MatrixImport import;
    import.draft = readDraft(definition, object[QStringLiteral("cases")].toArray());
    import.targets = readTargets(definition[QStringLiteral("targets")].toArray());
    if (import.targets.isEmpty())
        return invalidRequest(EvaluateWords::tr("definition.targets names no model."));
    if (const Result<void> valid = validateDraft(import.draft); !valid)
        return valid.error();
    listUnknown(object, {},
                {QStringLiteral("set"), QStringLiteral("matrix_id"), QStringLiteral("definition"),
                 QStringLiteral("cases"), QStringLiteral("cells"), QStringLiteral("summary")},
                &import.unknown);
    listUnknown(definition, QStringLiteral("definition."),
                {QStringLiteral("name"), QStringLiteral("source"), QStringLiteral("columns"),
                 QStringLiteral("prompt"), QStringLiteral("system"), QStringLiteral("checks"),
                 QStringLiteral("targets")},
                &import.unknown);
    if (const Result<void> read = readCells(object[QStringLiteral("cells")].toArray(), &import); !read)
        return read.error();
    import.unknown.removeDuplicates();
    return import;
}

} // namespace core
