#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/dialect.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

namespace core {

class Database;

/// What an endpoint rejected once for a model: `no_stream_options`, `swap_max_tokens`, `no_stream`.
enum class DialectNote { NoStreamOptions, SwapMaxTokens, NoStream };

QString dialectNoteName(DialectNote note);
std::optional<DialectNote> dialectNoteFromName(QStringView name);

/// The notes of all accounts, over the table `dialect_notes`. Owned by the application; main thread. Notes of
/// accounts that are not in the database (the simulator) live as long as the process.
class DialectNotes : public QObject
{
    Q_OBJECT

public:
    DialectNotes(Database &database, const Clock &clock, QObject *parent = nullptr);

    Result<void> load();

    /// `dialect` with everything learned about this model of this account.
    Dialect apply(Dialect dialect, qint64 accountId, const QString &model) const;
    bool has(qint64 accountId, const QString &model, DialectNote note) const;

    /// Holds from now on; the future tells when it is on disk. Learning a note again changes nothing.
    QFuture<Result<void>> learn(qint64 accountId, const QString &model, DialectNote note);
    /// Drops all notes of an account, as when its base URL changes.
    QFuture<Result<void>> forget(qint64 accountId);

private:
    using Key = std::pair<qint64, QString>;

    Database &m_database;
    const Clock &m_clock;
    QHash<Key, QSet<int>> m_notes;
};

} // namespace core
