#include "core/evaluate/matrixquery.h"

#include "core/chat/parametersjson.h"
#include "core/evaluate/setquery.h"
#include "core/ledger/attemptquery.h"
#include "core/ledger/recordsjson.h"
#include "core/ledger/runquery.h"
#include "core/settings/lineupstore.h"
#include "core/storage/leases.h"
#include "core/storage/statement.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace core {

namespace {

constexpr int kPreviewCharacters = 200;

QList<Target> targetsFromJson(const QByteArray &json)
{
    QList<Target> targets;
    for (const LineUpTarget &each : lineUpFromJson(QJsonDocument::fromJson(json).array())) {
        if (const std::optional<TargetName> name = parseTargetName(each.target))
            targets.append({*name, parametersFromJson(each.parameters)});
    }
    return targets;
}

/// `lease` is empty when no lease that is known has it. The row of a process that died since this one began
/// is still there, so its lock is asked.
MatrixSummary::State stateFrom(const Connection &connection, const QString &name, const QString &lease)
{
    if (name == QLatin1StringView("finished"))
        return MatrixSummary::State::Finished;
    const bool runs =
        name == QLatin1StringView("running") && !lease.isEmpty() && Leases::isHeld(connection, lease);
    return runs ? MatrixSummary::State::Running : MatrixSummary::State::Paused;
}

std::optional<float> milliseconds(const std::optional<double> &value)
{
    return value ? std::optional(static_cast<float>(*value)) : std::nullopt;
}

std::optional<qint32> tokens(const std::optional<qint64> &value)
{
    return value ? std::optional(static_cast<qint32>(std::min<qint64>(*value, INT32_MAX))) : std::nullopt;
}

/// What readFigures() selects; its order is that of the columns.
MatrixCell cellFrom(const Statement &row)
{
    MatrixCell cell;
    cell.callId = row.integer(2);
    cell.passedChecks = static_cast<quint16>(row.integer(4));
    cell.failedChecks = static_cast<quint16>(row.integer(5));
    cell.undecidedChecks = static_cast<quint16>(row.integer(6));
    cell.answerMark = static_cast<quint64>(row.integer(7));
    cell.status = laneStatusFromName(row.text(8)).value_or(LaneStatus::Failed);
    cell.state = core::isSettled(cell.status) ? MatrixCell::State::Settled : MatrixCell::State::Running;
    cell.error = errorKindFromName(row.text(9));
    cell.firstTokenMs = milliseconds(row.optionalReal(10));
    cell.totalMs = milliseconds(row.optionalReal(11));
    cell.inputTokens = tokens(row.optionalInteger(12));
    cell.outputTokens = tokens(row.optionalInteger(13));
    // A last attempt of unknown cost leaves the sum unknown.
    if (row.optionalMoney(14))
        cell.cost = row.optionalMoney(15);
    cell.simulated = row.boolean(16);
    return cell;
}

Result<void> readFigures(Connection &connection, MatrixRecord *matrix)
{
    const qsizetype targets = matrix->targets.size();
    matrix->cells.fill(MatrixCell(), matrix->set.cases * targets);
    return Statement(connection,
                     QStringLiteral(
                         "SELECT m.case_position, m.target_position, m.call_id, m.checked, m.passed_checks, "
                         "m.failed_checks, m.undecided_checks, m.answer_mark, a.status, a.error_kind, "
                         "ifnull(a.first_reasoning_ms, a.first_text_ms), a.last_ms, a.input_tokens, "
                         "a.output_tokens, a.cost_picos, (SELECT sum(e.cost_picos) FROM attempts e "
                         "WHERE e.call_id = m.call_id), a.simulated "
                         "FROM matrix_cells m JOIN attempts a ON a.call_id = m.call_id AND a.number = "
                         "(SELECT max(number) FROM attempts WHERE call_id = m.call_id) "
                         "WHERE m.matrix_id = :matrix"))
        .bind(":matrix", matrix->id)
        .each([&](const Statement &row) {
            const qsizetype place = row.integer(0) * targets + row.integer(1);
            if (row.integer(1) >= targets || place >= matrix->cells.size())
                return;
            const MatrixCell cell = cellFrom(row);
            if (cell.isSettled() && !row.boolean(3))
                matrix->unchecked.append(static_cast<int>(place));
            matrix->cells[place] = cell;
        });
}

/// Cells that were asked again have several calls, and judges runs of their own.
Result<void> addSpent(Connection &connection, MatrixRecord *matrix)
{
    return Statement(connection,
                     QStringLiteral("SELECT sum(a.cost_picos) FROM runs r JOIN lanes l ON l.run_id = r.id "
                                    "JOIN calls c ON c.lane_id = l.id JOIN attempts a ON a.call_id = c.id "
                                    "WHERE r.matrix_id = :matrix"))
        .bind(":matrix", matrix->id)
        .each([&](const Statement &row) { matrix->spent += row.optionalMoney(0).value_or(Money()); });
}

QString cellJoin()
{
    return QStringLiteral("matrix_cells m JOIN attempts a ON a.call_id = m.call_id AND a.number = "
                          "(SELECT max(number) FROM attempts WHERE call_id = m.call_id)");
}

/// Which call and which checks each cell has.
struct CellRow
{
    int caseIndex = 0;
    int targetIndex = 0;
    qint64 attempt = 0;
    QList<CheckResult> checks = {};
};

Result<QList<MatrixCellRecord>> withLanes(Connection &connection, const QList<CellRow> &rows)
{
    QList<MatrixCellRecord> records;
    Statement statement(connection, QString(attemptSelect() + QStringLiteral(" WHERE a.id = :attempt")));
    for (const CellRow &row : rows) {
        MatrixCellRecord record{row.caseIndex, row.targetIndex, 0, std::nullopt, row.checks};
        const Result<bool> found =
            statement.bind(":attempt", row.attempt).first([&](const Statement &columns) {
                LaneRecord lane;
                lane.latest = readAttempt(columns);
                lane.laneId = lane.latest.laneId;
                lane.callId = lane.latest.callId;
                lane.position = row.targetIndex;
                lane.attempts = lane.latest.number;
                record.runId = lane.latest.runId;
                record.lane = lane;
            });
        if (!found)
            return found.error();
        records.append(record);
    }
    return records;
}

Result<QList<MatrixCellRecord>> readAsked(Connection &connection, qint64 id, const QString &where,
                                          const std::function<void(Statement &)> &bind)
{
    QList<CellRow> rows;
    Statement statement(
        connection,
        QString(QStringLiteral("SELECT m.case_position, m.target_position, a.id, m.checks FROM ") + cellJoin()
                + QStringLiteral(" WHERE m.matrix_id = :matrix AND ") + where
                + QStringLiteral(" ORDER BY m.case_position, m.target_position")));
    statement.bind(":matrix", id);
    bind(statement);
    const Result<void> read = statement.each([&](const Statement &row) {
        rows.append({static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)), row.integer(2),
                     checkResultsFromJson(QJsonDocument::fromJson(row.utf8(3)).array())});
    });
    return read ? withLanes(connection, rows) : Result<QList<MatrixCellRecord>>(read.error());
}

/// The first line that has anything in it.
QString firstLineOf(const QString &text)
{
    qsizetype start = 0;
    while (start < text.size() && text.at(start).isSpace())
        ++start;
    const qsizetype end = text.indexOf(u'\n', start);
    return text.sliced(start, (end < 0 ? text.size() : end) - start).trimmed();
}

} // namespace

Error noSuchMatrix()
{
    return Error{ErrorKind::NotFound,
                 QCoreApplication::translate("PromptSet", "The matrix does not exist any more.")};
}

Result<QList<MatrixSummary>> readMatrices(Connection &connection, qint64 set)
{
    QList<MatrixSummary> matrices;
    Statement statement(
        connection,
        QStringLiteral(
            "SELECT m.id, m.set_id, s.name, m.created_at, m.targets, m.task, m.state, "
            "ifnull((SELECT token FROM leases WHERE token = m.lease), ''), s.cases, "
            "(SELECT count(*) FROM matrix_cells c WHERE c.matrix_id = m.id), "
            "(SELECT count(*) FROM matrix_cells c WHERE c.matrix_id = m.id AND c.failed_checks > 0), "
            "CASE m.state WHEN 'finished' THEN 0 ELSE (SELECT count(*) FROM matrix_cells c JOIN attempts a "
            "ON a.call_id = c.call_id AND a.number = (SELECT max(number) FROM attempts WHERE call_id = "
            "c.call_id) WHERE c.matrix_id = m.id AND a.settled_at IS NOT NULL AND a.status NOT IN "
            "('interrupted', 'cancelled')) END "
            "FROM matrices m JOIN prompt_sets s ON s.id = m.set_id "
            "WHERE :set = 0 OR m.set_id = :set ORDER BY m.id DESC"));
    const Result<void> read = statement.bind(":set", set).each([&](const Statement &row) {
        MatrixSummary summary;
        summary.id = row.integer(0);
        summary.setId = row.integer(1);
        summary.setName = row.text(2);
        summary.createdAtMs = row.integer(3);
        const QList<Target> targets = targetsFromJson(row.utf8(4));
        for (const Target &target : targets)
            summary.targets.append(target.name.toString());
        summary.task = row.text(5);
        summary.state = stateFrom(connection, row.text(6), row.text(7));
        summary.cells = static_cast<int>(row.integer(8) * targets.size());
        summary.asked = static_cast<int>(row.integer(9));
        summary.failed = static_cast<int>(row.integer(10));
        if (summary.state != MatrixSummary::State::Finished)
            summary.left = summary.cells - static_cast<int>(row.integer(11));
        matrices.append(summary);
    });
    return read ? Result<QList<MatrixSummary>>(matrices) : Result<QList<MatrixSummary>>(read.error());
}

Result<MatrixRecord> readMatrix(Connection &connection, qint64 id)
{
    MatrixRecord matrix;
    matrix.id = id;
    qint64 set = 0;
    QString prompt;
    QString system;
    QList<Check> checks;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT set_id, targets, checks, task, task_origin, options, state, "
                                 "ifnull((SELECT token FROM leases WHERE token = lease), ''), elapsed_ms, "
                                 "prompt, system FROM matrices "
                                 "WHERE id = :id"))
            .bind(":id", id)
            .first([&](const Statement &row) {
                set = row.integer(0);
                matrix.targets = targetsFromJson(row.utf8(1));
                checks = checksFromJson(QJsonDocument::fromJson(row.utf8(2)).array());
                matrix.task = row.text(3);
                matrix.taskOrigin = taskOriginFromName(row.text(4)).value_or(TaskOrigin::User);
                matrix.options = matrixOptionsFromJson(QJsonDocument::fromJson(row.utf8(5)).object());
                matrix.state = stateFrom(connection, row.text(6), row.text(7));
                matrix.elapsedMs = row.integer(8);
                prompt = row.text(9);
                system = row.text(10);
            });
    if (!found)
        return found.error();
    if (!*found)
        return noSuchMatrix();
    const Result<PromptSet> whole = readSet(connection, set);
    if (!whole)
        return whole.error();
    matrix.set = *whole;
    matrix.set.prompt = prompt;
    matrix.set.system = system;
    matrix.set.checks = checks;
    Result<void> read = readFigures(connection, &matrix);
    if (read)
        read = addSpent(connection, &matrix);
    return read ? Result<MatrixRecord>(matrix) : Result<MatrixRecord>(read.error());
}

Result<QList<MatrixCellRecord>> readCells(Connection &connection, qint64 id, int firstCase, int cases)
{
    return readAsked(connection, id, QStringLiteral("m.case_position >= :first AND m.case_position < :end"),
                     [firstCase, cases](Statement &statement) {
                         statement.bind(":first", firstCase).bind(":end", qint64(firstCase) + cases);
                     });
}

Result<MatrixCellRecord> readCell(Connection &connection, qint64 id, int caseIndex, int targetIndex)
{
    const Result<QList<MatrixCellRecord>> cells =
        readAsked(connection, id, QStringLiteral("m.case_position = :case AND m.target_position = :target"),
                  [caseIndex, targetIndex](Statement &statement) {
                      statement.bind(":case", caseIndex).bind(":target", targetIndex);
                  });
    if (!cells)
        return cells.error();
    return cells->isEmpty() ? MatrixCellRecord{caseIndex, targetIndex} : cells->constFirst();
}

Result<QList<CellPreview>> readPreviews(Connection &connection, qint64 id, const QList<int> &cases)
{
    QJsonArray wanted;
    for (const int each : cases)
        wanted.append(each);
    QList<CellPreview> previews;
    const Result<void> read =
        Statement(
            connection,
            QString(QStringLiteral("SELECT m.case_position, m.target_position, substr(t.text, 1, 2000), "
                                   "ifnull(a.error_message, '') FROM json_each(:cases) w CROSS JOIN ")
                    + cellJoin()
                    + QStringLiteral(" LEFT JOIN answers t ON t.attempt_id = a.id "
                                     "WHERE m.matrix_id = :matrix AND m.case_position = w.value")))
            .bindUtf8(":cases", QJsonDocument(wanted).toJson(QJsonDocument::Compact))
            .bind(":matrix", id)
            .each([&](const Statement &row) {
                const QString line = firstLineOf(row.text(2));
                previews.append({static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)),
                                 (line.isEmpty() ? row.text(3) : line).left(kPreviewCharacters)});
            });
    return read ? Result<QList<CellPreview>>(previews) : Result<QList<CellPreview>>(read.error());
}

} // namespace core
