#include "core/storage/leases.h"

#include "core/base/clock.h"
#include "core/base/logging.h"
#include "core/storage/statement.h"
#include "core/storage/storageerror.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace core {

namespace {

constexpr std::chrono::seconds kOpeningPatience{20};

QString leaseFolder(const QString &ledgerFile)
{
    return QFileInfo(ledgerFile).absolutePath() + QStringLiteral("/leases");
}

QString lockFile(const Connection &connection, const QString &token)
{
    return leaseFolder(connection.filePath()) + QLatin1Char('/') + token + QStringLiteral(".lock");
}

Result<void> markInterrupted(Connection &connection, const QString &token, qint64 nowMs)
{
    // What was journalled is not in the full text yet; the ledger's writer indexes stale runs.
    const Result<int> stale =
        Statement(
            connection,
            QStringLiteral("UPDATE runs SET search_stale = 1 WHERE id IN (SELECT l.run_id FROM attempts a "
                           "JOIN calls c ON c.id = a.call_id JOIN lanes l ON l.id = c.lane_id "
                           "WHERE a.lease = :lease AND a.settled_at IS NULL)"))
            .bind(":lease", token)
            .change();
    if (!stale)
        return stale.error();
    const Result<int> marked =
        Statement(connection,
                  QStringLiteral("UPDATE attempts SET status = 'interrupted', settled_at = :now "
                                 "WHERE lease = :lease AND settled_at IS NULL"))
            .bind(":now", nowMs)
            .bind(":lease", token)
            .change();
    if (!marked)
        return marked.error();
    if (*marked > 0)
        qCInfo(logStorage) << "marked" << *marked << "attempts of a process that is gone as interrupted";
    return Statement(connection, QStringLiteral("DELETE FROM leases WHERE token = :lease"))
        .bind(":lease", token)
        .run();
}

} // namespace

Leases::Leases(QString token, std::unique_ptr<FileLock> lock)
    : m_token(std::move(token)), m_lock(std::move(lock))
{
}

Leases::~Leases()
{
    // The row stays: the next one to open finds the lock free and settles whatever is left.
    m_lock->removeAndUnlock();
}

Result<std::unique_ptr<FileLock>> Leases::openingLock(const QString &ledgerFile)
{
    const QString folder = leaseFolder(ledgerFile);
    if (!QDir(folder).exists()
        && !QDir().mkdir(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner)
        && !QDir(folder).exists())
        return storageError(QStringLiteral("The folder %1 cannot be created").arg(folder),
                            QStringLiteral("no_permission"));
    auto lock = std::make_unique<FileLock>(folder + QStringLiteral("/opening.lock"));
    if (lock->tryLock(kOpeningPatience))
        return lock;
    if (!lock->problem().isEmpty())
        return storageError(QStringLiteral("%1 cannot be opened, as %2 may not be written: %3")
                                .arg(ledgerFile, folder + QStringLiteral("/opening.lock"), lock->problem()),
                            QStringLiteral("no_permission"));
    return storageError(QStringLiteral("Another program has been opening %1 for a long time").arg(ledgerFile),
                        QStringLiteral("locked"));
}

Result<std::unique_ptr<Leases>> Leases::take(Connection &connection)
{
    const QString token = QUuid::createUuid().toString(QUuid::Id128);
    auto own = std::make_unique<FileLock>(lockFile(connection, token));
    if (!own->tryLock())
        return storageError(QStringLiteral("The file %1 cannot be locked").arg(lockFile(connection, token)),
                            QStringLiteral("no_permission"));

    Transaction transaction(connection);
    if (const Result<void> begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun.error();
    if (const Result<void> settled = settleDead(connection, token); !settled)
        return settled.error();
    const Result<void> entered =
        Statement(connection, QStringLiteral("INSERT INTO leases (token, opened_at) VALUES (:token, :now)"))
            .bind(":token", token)
            .bind(":now", SystemClock().utcMs())
            .run();
    if (!entered)
        return entered.error();
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    return std::unique_ptr<Leases>(new Leases(token, std::move(own)));
}

Result<bool> Leases::hasOthers(Connection &connection, const QString &own)
{
    return Statement(connection, QStringLiteral("SELECT 1 FROM leases WHERE token <> :own LIMIT 1"))
        .bind(":own", own)
        .first([](const Statement &) {});
}

bool Leases::isHeld(const Connection &connection, const QString &token)
{
    // Its file goes with the process or with whoever settles what is left of it, never here.
    FileLock lock(lockFile(connection, token));
    return !lock.tryLock();
}

Result<void> Leases::settleDead(Connection &connection, const QString &own)
{
    QStringList tokens;
    const Result<void> listed =
        Statement(connection, QStringLiteral("SELECT token FROM leases WHERE token <> :own"))
            .bind(":own", own)
            .each([&](const Statement &row) { tokens.append(row.text(0)); });
    if (!listed)
        return listed;
    const qint64 nowMs = SystemClock().utcMs();
    for (const QString &token : std::as_const(tokens)) {
        FileLock lock(lockFile(connection, token));
        if (!lock.tryLock())
            continue;
        const Result<void> marked = markInterrupted(connection, token, nowMs);
        lock.removeAndUnlock();
        if (!marked)
            return marked;
    }
    return {};
}

} // namespace core
