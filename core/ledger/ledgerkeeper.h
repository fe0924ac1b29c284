#pragma once

#include "core/ledger/pruning.h"
#include "core/ledger/usageverify.h"
#include "core/storage/database.h"

#include <QDate>
#include <QFuture>
#include <QObject>
#include <QTimeZone>

namespace core {

/// The ledger as a file, and what it holds.
struct LedgerStatus
{
    QString filePath;
    /// Bytes of the file and of its write-ahead log, and those of them that hold nothing at present.
    qint64 fileBytes = 0;
    qint64 freeBytes = 0;
    /// Rows of attempts, and those of them that were imported.
    qint64 attempts = 0;
    qint64 imported = 0;
    /// Attempts in the sums, also those whose rows were pruned.
    qint64 attemptsCounted = 0;
    qint64 runs = 0;
    /// Runs of which texts are kept.
    qint64 runsWithTexts = 0;
    /// The oldest row of an attempt.
    std::optional<qint64> oldestMs = {};
    UsageState usage = {};
};

struct LedgerVerification
{
    UsageDifferences usage;
    /// What SQLite itself found wrong with the file.
    QStringList problems;

    bool isGood() const { return usage.count == 0 && problems.isEmpty(); }
};

/// Keeps the ledger in order: its sums by the days of the reporting zone, its integrity, its size. Owned by
/// Application; main thread. The work is done in small steps between which others read and write; a future
/// tells its progress in steps, and when it is cancelled the work stops after the step at hand and what is
/// done stays.
class LedgerKeeper : public QObject
{
    Q_OBJECT

public:
    explicit LedgerKeeper(Database &database, QObject *parent = nullptr);

    QFuture<Result<LedgerStatus>> status();

    /// Makes the sums' days those of the zone, if they are not; also what an older version left to be summed.
    QFuture<Result<void>> setReportingZone(const QTimeZone &zone);

    /// Compares all sums with what they are made from, then has SQLite check the file.
    QFuture<Result<LedgerVerification>> verify();
    /// Makes all sums anew from the rows, but those of pruned rows, which stay. Has SQLite check the file
    /// first, and when that finds anything, makes the indexes anew before, so that no row is missed.
    QFuture<Result<void>> rebuild();

    /// What pruning what started before that day of the sums' zone would take away.
    QFuture<Result<PruneCount>> previewPrune(QDate before);
    /// Does it; totals stay as they are.
    QFuture<Result<PruneCount>> prune(QDate before);

    /// See backUpLedger().
    QFuture<Result<void>> backUp(const QString &target);

signals:
    /// Runs and attempts were pruned.
    void pruned();

private:
    struct Work;

    void advance(const std::shared_ptr<Work> &work);
    void makeAnew(const QTimeZone &zone, bool fromRows,
                  const std::shared_ptr<QPromise<Result<void>>> &promise);

    Database &m_database;
    /// Of the latest work that makes sums anew: an earlier one gives up.
    int m_rebuild = 0;
};

} // namespace core
