#pragma once

#include "core/compare/recordingfile.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>

namespace core {

/// What went over the wire: of this process's newest attempts always, in memory; of all attempts in the
/// ledger as long as that is wanted. Owned by Application; main thread.
class Recordings : public QObject
{
    Q_OBJECT

public:
    /// What is kept in memory, in bytes: beyond it the oldest go, but never the newest.
    static constexpr qint64 kMostInMemory = 64 * 1024 * 1024;

    explicit Recordings(Database &database, qint64 mostInMemory = kMostInMemory, QObject *parent = nullptr);

    /// Whether what is added from now on is written to the ledger too.
    void setKeptInLedger(bool kept) { m_keptInLedger = kept; }

    /// Keeps a recording in the place of an earlier one of the same attempt. Those that have not ended stay
    /// in memory only.
    void add(const AttemptRecording &attempt);

    /// Attempts of the lanes, lane by lane as given, oldest first; from memory and from the ledger. An
    /// attempt nobody recorded is missing.
    QFuture<Result<QList<AttemptRecording>>> ofLanes(const QList<qint64> &lanes);

signals:
    void added(qint64 lane);
    /// A recording could not be written; it holds until the program ends.
    void writeFailed(const core::Error &error);

private:
    void makeRoom();
    void write(const AttemptRecording &attempt);
    QList<AttemptRecording> merged(const QList<qint64> &lanes, const QList<AttemptRecording> &stored) const;

    Database &m_database;
    const qint64 m_mostInMemory;
    QList<AttemptRecording> m_attempts;
    qint64 m_bytes = 0;
    bool m_keptInLedger = false;
};

} // namespace core
