#include "core/settings/lineupstore.h"

#include "core/base/continuation.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

namespace {

Error invalid(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = message;
    return error;
}

Error unknownLineUp()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = QStringLiteral("The line-up does not exist any more");
    return error;
}

Result<QList<LineUp>> readLineUps(Connection &connection)
{
    QList<LineUp> lineUps;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT id, name, targets, layout FROM line_ups ORDER BY position, id"))
            .each([&](const Statement &row) {
                const QJsonArray targets = QJsonDocument::fromJson(row.utf8(2)).array();
                const QJsonObject layout = QJsonDocument::fromJson(row.utf8(3)).object();
                lineUps.append({row.integer(0), row.text(1), lineUpFromJson(targets), layout});
            });
    if (!read)
        return read.error();
    return lineUps;
}

/// Numbers the rows in the order of `ids`.
Result<void> writeOrder(Connection &connection, const QList<qint64> &ids)
{
    Statement statement(connection,
                        QStringLiteral("UPDATE line_ups SET position = :position WHERE id = :id"));
    for (qsizetype at = 0; at < ids.size(); ++at) {
        if (const Result<void> done = statement.bind(":position", at).bind(":id", ids.at(at)).run(); !done)
            return done;
    }
    return {};
}

Result<QList<LineUp>> moved(Connection &connection, qint64 id, qsizetype position)
{
    const Result<QList<LineUp>> before = readLineUps(connection);
    if (!before)
        return before;
    QList<qint64> ids;
    for (const LineUp &lineUp : *before)
        ids.append(lineUp.id);
    const qsizetype from = ids.indexOf(id);
    if (from < 0)
        return unknownLineUp();
    ids.move(from, std::clamp<qsizetype>(position, 0, ids.size() - 1));
    if (const Result<void> ordered = writeOrder(connection, ids); !ordered)
        return ordered.error();
    return readLineUps(connection);
}

} // namespace

QJsonArray lineUpToJson(const QList<LineUpTarget> &targets)
{
    QJsonArray json;
    for (const LineUpTarget &target : targets) {
        QJsonObject entry{{QStringLiteral("target"), target.target}};
        if (!target.parameters.isEmpty())
            entry.insert(QStringLiteral("parameters"), target.parameters);
        if (target.repeats > 1)
            entry.insert(QStringLiteral("repeats"), target.repeats);
        json.append(entry);
    }
    return json;
}

QList<LineUpTarget> lineUpFromJson(const QJsonArray &json)
{
    QList<LineUpTarget> targets;
    for (const QJsonValue &element : json) {
        const QString target = element[QStringLiteral("target")].toString();
        const int repeats = element[QStringLiteral("repeats")].toInt(1);
        if (!target.isEmpty())
            targets.append({target, element[QStringLiteral("parameters")].toObject(),
                            std::clamp(repeats, 1, LineUpTarget::kMostRepeats)});
    }
    return targets;
}

LineUpStore::LineUpStore(Database &database, QObject *parent) : QObject(parent), m_database(database) { }

Result<void> LineUpStore::load()
{
    const Result<QList<LineUp>> lineUps = m_database.readNow(readLineUps);
    if (!lineUps)
        return lineUps.error();
    m_lineUps = *lineUps;
    return m_database.readNow([this](Connection &connection) {
        return Statement(connection, QStringLiteral("SELECT target FROM favourites"))
            .each([this](const Statement &row) { m_favourites.insert(row.text(0)); });
    });
}

std::optional<LineUp> LineUpStore::find(const QString &name) const
{
    for (const LineUp &lineUp : m_lineUps) {
        if (lineUp.name == name)
            return lineUp;
    }
    return std::nullopt;
}

Result<void> LineUpStore::adopt(const Result<QList<LineUp>> &stored)
{
    if (!stored)
        return stored.error();
    m_lineUps = *stored;
    emit changed();
    return {};
}

QFuture<Result<LineUp>> LineUpStore::save(const QString &name, const QList<LineUpTarget> &targets,
                                          const QJsonObject &layout)
{
    const QString wanted = name.trimmed();
    return continued(
        m_database.write([wanted, targets, layout](Connection &connection) -> Result<QList<LineUp>> {
            if (wanted.isEmpty())
                return invalid(QStringLiteral("A line-up needs a name"));
            const QString sql = QStringLiteral(
                "INSERT INTO line_ups (name, position, targets, layout) "
                "VALUES (:name, (SELECT ifnull(max(position), -1) + 1 FROM line_ups), :targets, "
                ":layout) "
                "ON CONFLICT (name) DO UPDATE SET targets = excluded.targets, "
                "layout = excluded.layout");
            const QByteArray json = QJsonDocument(lineUpToJson(targets)).toJson(QJsonDocument::Compact);
            const Result<void> saved =
                Statement(connection, sql)
                    .bind(":name", wanted)
                    .bindUtf8(":targets", json)
                    .bindUtf8(":layout", QJsonDocument(layout).toJson(QJsonDocument::Compact))
                    .run();
            if (!saved)
                return saved.error();
            return readLineUps(connection);
        }),
        this, [this, wanted](const Result<QList<LineUp>> &stored) -> Result<LineUp> {
            if (const Result<void> adopted = adopt(stored); !adopted)
                return adopted.error();
            return find(wanted).value_or(LineUp{});
        });
}

QFuture<Result<void>> LineUpStore::rename(qint64 id, const QString &name)
{
    const QString wanted = name.trimmed();
    return continued(m_database.write([id, wanted](Connection &connection) -> Result<QList<LineUp>> {
        if (wanted.isEmpty())
            return invalid(QStringLiteral("A line-up needs a name"));
        const Result<bool> taken =
            Statement(connection, QStringLiteral("SELECT 1 FROM line_ups WHERE name = :name AND id <> :id"))
                .bind(":name", wanted)
                .bind(":id", id)
                .first([](const Statement &) {});
        if (!taken)
            return taken.error();
        if (*taken)
            return invalid(QStringLiteral("There is a line-up named %1 already").arg(wanted));
        const Result<int> renamed =
            Statement(connection, QStringLiteral("UPDATE line_ups SET name = :name WHERE id = :id"))
                .bind(":name", wanted)
                .bind(":id", id)
                .change();
        if (!renamed)
            return renamed.error();
        return *renamed == 0 ? Result<QList<LineUp>>(unknownLineUp()) : readLineUps(connection);
    }),
                     this, [this](const Result<QList<LineUp>> &stored) { return adopt(stored); });
}

QFuture<Result<void>> LineUpStore::remove(qint64 id)
{
    return continued(m_database.write([id](Connection &connection) -> Result<QList<LineUp>> {
        const Result<void> removed =
            Statement(connection, QStringLiteral("DELETE FROM line_ups WHERE id = :id"))
                .bind(":id", id)
                .run();
        if (!removed)
            return removed.error();
        return readLineUps(connection);
    }),
                     this, [this](const Result<QList<LineUp>> &stored) { return adopt(stored); });
}

QFuture<Result<void>> LineUpStore::move(qint64 id, qsizetype position)
{
    return continued(
        m_database.write([id, position](Connection &connection) { return moved(connection, id, position); }),
        this, [this](const Result<QList<LineUp>> &stored) { return adopt(stored); });
}

QFuture<Result<void>> LineUpStore::setFavourite(const QString &target, bool favourite)
{
    const QString sql = favourite
        ? QStringLiteral("INSERT OR IGNORE INTO favourites (target) VALUES (:target)")
        : QStringLiteral("DELETE FROM favourites WHERE target = :target");
    return continued(m_database.write([sql, target](Connection &connection) {
        return Statement(connection, sql).bind(":target", target).run();
    }),
                     this, [this, target, favourite](const Result<void> &written) -> Result<void> {
                         if (!written)
                             return written;
                         if (favourite)
                             m_favourites.insert(target);
                         else
                             m_favourites.remove(target);
                         emit favouritesChanged();
                         return {};
                     });
}

} // namespace core
