#include "core/accounts/dialectnotes.h"

#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <array>

namespace core {

namespace {

struct NoteName
{
    DialectNote note;
    QLatin1StringView name;
};

constexpr std::array<NoteName, 3> kNotes{{
    {DialectNote::NoStreamOptions, QLatin1StringView("no_stream_options")},
    {DialectNote::SwapMaxTokens, QLatin1StringView("swap_max_tokens")},
    {DialectNote::NoStream, QLatin1StringView("no_stream")},
}};

QString otherMaxTokensField(const QString &field)
{
    return field == QLatin1StringView("max_tokens") ? QStringLiteral("max_completion_tokens")
                                                    : QStringLiteral("max_tokens");
}

} // namespace

QString dialectNoteName(DialectNote note)
{
    for (const NoteName &entry : kNotes) {
        if (entry.note == note)
            return entry.name;
    }
    return {};
}

std::optional<DialectNote> dialectNoteFromName(QStringView name)
{
    for (const NoteName &entry : kNotes) {
        if (name == entry.name)
            return entry.note;
    }
    return std::nullopt;
}

DialectNotes::DialectNotes(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

Result<void> DialectNotes::load()
{
    QHash<Key, QSet<int>> notes;
    const Result<void> read = m_database.readNow([&notes](Connection &connection) {
        Statement statement(connection, QStringLiteral("SELECT account_id, model, note FROM dialect_notes"));
        return statement.each([&notes](const Statement &row) {
            if (const std::optional<DialectNote> note = dialectNoteFromName(row.text(2)))
                notes[Key(row.integer(0), row.text(1))].insert(static_cast<int>(*note));
        });
    });
    if (read)
        m_notes = notes;
    return read;
}

Dialect DialectNotes::apply(Dialect dialect, qint64 accountId, const QString &model) const
{
    if (has(accountId, model, DialectNote::NoStreamOptions))
        dialect.includeUsage = false;
    if (has(accountId, model, DialectNote::SwapMaxTokens))
        dialect.maxTokensField = otherMaxTokensField(dialect.maxTokensField);
    if (has(accountId, model, DialectNote::NoStream))
        dialect.streaming = false;
    return dialect;
}

bool DialectNotes::has(qint64 accountId, const QString &model, DialectNote note) const
{
    return m_notes.value(Key(accountId, model)).contains(static_cast<int>(note));
}

QFuture<Result<void>> DialectNotes::learn(qint64 accountId, const QString &model, DialectNote note)
{
    QSet<int> &known = m_notes[Key(accountId, model)];
    if (known.contains(static_cast<int>(note)))
        return QtFuture::makeReadyFuture(Result<void>());
    known.insert(static_cast<int>(note));
    if (accountId <= 0)
        return QtFuture::makeReadyFuture(Result<void>());
    return m_database.write([accountId, model, note, now = m_clock.utcMs()](Connection &connection) {
        Statement statement(connection, QStringLiteral(R"(
            INSERT OR IGNORE INTO dialect_notes (account_id, model, note, learned_at)
            VALUES (:account, :model, :note, :learned_at))"));
        return statement.bind(":account", accountId)
            .bind(":model", model)
            .bind(":note", dialectNoteName(note))
            .bind(":learned_at", now)
            .run();
    });
}

QFuture<Result<void>> DialectNotes::forget(qint64 accountId)
{
    m_notes.removeIf([accountId](const auto &entry) { return entry.key().first == accountId; });
    return m_database.write([accountId](Connection &connection) {
        Statement statement(connection,
                            QStringLiteral("DELETE FROM dialect_notes WHERE account_id = :account"));
        return statement.bind(":account", accountId).run();
    });
}

} // namespace core
