#include "core/compare/recordings.h"

#include "core/base/continuation.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

namespace {

/// An attempt whose run was deleted meanwhile, or keeps no texts, has nothing to be kept with.
Result<void> insertRecording(Connection &connection, qint64 attempt, const Recording &recording)
{
    return Statement(
               connection,
               QStringLiteral("INSERT OR REPLACE INTO recordings (attempt_id, run_id, details, request, "
                              "response) SELECT a.id, l.run_id, :details, :request, :response "
                              "FROM attempts a JOIN calls c ON c.id = a.call_id "
                              "JOIN lanes l ON l.id = c.lane_id "
                              "JOIN runs r ON r.id = l.run_id AND r.texts_kept = 1 "
                              "WHERE a.id = :attempt"))
        .bind(":attempt", attempt)
        .bindUtf8(":details", QJsonDocument(recordingFactsToJson(recording)).toJson(QJsonDocument::Compact))
        .bindBlob(":request", recording.request)
        .bindBlob(":response", recording.response)
        .run();
}

Result<QList<AttemptRecording>> readRecordings(Connection &connection, const QList<qint64> &lanes)
{
    QList<AttemptRecording> attempts;
    for (const qint64 lane : lanes) {
        const Result<void> read =
            Statement(
                connection,
                QStringLiteral("SELECT r.attempt_id, a.number, a.account, a.model, r.details, r.request, "
                               "r.response FROM calls c JOIN attempts a ON a.call_id = c.id "
                               "JOIN recordings r ON r.attempt_id = a.id WHERE c.lane_id = :lane "
                               "ORDER BY a.id"))
                .bind(":lane", lane)
                .each([&attempts, lane](const Statement &row) {
                    Recording recording =
                        recordingFactsFromJson(QJsonDocument::fromJson(row.utf8(4)).object());
                    recording.request = row.blob(5);
                    recording.response = row.blob(6);
                    attempts.append({row.integer(0), lane, int(row.integer(1)), row.text(2), row.text(3),
                                     std::make_shared<const Recording>(recording)});
                });
        if (!read)
            return read.error();
    }
    return attempts;
}

} // namespace

Recordings::Recordings(Database &database, qint64 mostInMemory, QObject *parent)
    : QObject(parent), m_database(database), m_mostInMemory(mostInMemory)
{
}

void Recordings::add(const AttemptRecording &attempt)
{
    if (!attempt.recording)
        return;
    m_attempts.removeIf([this, &attempt](const AttemptRecording &known) {
        if (known.attemptId != attempt.attemptId)
            return false;
        m_bytes -= known.recording->bytes();
        return true;
    });
    m_attempts.append(attempt);
    m_bytes += attempt.recording->bytes();
    makeRoom();
    if (m_keptInLedger && attempt.recording->ended)
        write(attempt);
    emit added(attempt.laneId);
}

void Recordings::makeRoom()
{
    while (m_bytes > m_mostInMemory && m_attempts.size() > 1)
        m_bytes -= m_attempts.takeFirst().recording->bytes();
}

void Recordings::write(const AttemptRecording &attempt)
{
    const auto written = m_database.write(
        [id = attempt.attemptId, recording = attempt.recording](Connection &connection) -> Result<void> {
            return insertRecording(connection, id, *recording);
        });
    continued(written, this, [this](const Result<void> &result) {
        if (!result)
            emit writeFailed(result.error());
    });
}

QFuture<Result<QList<AttemptRecording>>> Recordings::ofLanes(const QList<qint64> &lanes)
{
    const auto stored =
        m_database.read([lanes](Connection &connection) { return readRecordings(connection, lanes); });
    return continued(
        stored, this,
        [this, lanes](const Result<QList<AttemptRecording>> &found) -> Result<QList<AttemptRecording>> {
            return found ? Result(merged(lanes, *found)) : found;
        });
}

QList<AttemptRecording> Recordings::merged(const QList<qint64> &lanes,
                                           const QList<AttemptRecording> &stored) const
{
    QList<AttemptRecording> result;
    for (const qint64 lane : lanes) {
        QMap<qint64, AttemptRecording> byAttempt;
        for (const QList<AttemptRecording> &source : {stored, m_attempts}) {
            for (const AttemptRecording &attempt : source) {
                if (attempt.laneId == lane)
                    byAttempt.insert(attempt.attemptId, attempt);
            }
        }
        result += byAttempt.values();
    }
    return result;
}

} // namespace core
