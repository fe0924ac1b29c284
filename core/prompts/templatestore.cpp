#include "core/prompts/templatestore.h"

#include "core/base/continuation.h"
#include "core/storage/statement.h"

#include <QJsonDocument>

namespace core {

namespace {

using Templates = QList<PromptTemplate>;

Error refused(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

QByteArray valuesToJson(const QHash<QString, QString> &values)
{
    QJsonObject json;
    for (auto value = values.begin(); value != values.end(); ++value)
        json.insert(value.key(), value.value());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QHash<QString, QString> valuesFromJson(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QHash<QString, QString> values;
    for (auto value = json.begin(); value != json.end(); ++value)
        values.insert(value.key(), value.value().toString());
    return values;
}

Result<Templates> readTemplates(Connection &connection)
{
    Templates all;
    const Result<void> read =
        Statement(
            connection,
            QStringLiteral("SELECT id, folder, name, kind, text, last_values, extra, used_at FROM templates "
                           "ORDER BY folder COLLATE NOCASE, name COLLATE NOCASE, id"))
            .each([&](const Statement &row) {
                PromptTemplate entry;
                entry.id = row.integer(0);
                entry.folder = row.text(1);
                entry.name = row.text(2);
                entry.kind = templateKindFromName(row.text(3)).value_or(TemplateKind::Prompt);
                entry.text = row.text(4);
                entry.lastValues = valuesFromJson(row.utf8(5));
                entry.extra = QJsonDocument::fromJson(row.utf8(6)).object();
                entry.usedAtMs = row.optionalInteger(7);
                all.append(entry);
            });
    return read ? Result<Templates>(all) : Result<Templates>(read.error());
}

PromptTemplate cleaned(PromptTemplate entry)
{
    entry.folder = cleanFolder(entry.folder);
    entry.name = entry.name.simplified();
    return entry;
}

/// The id of the template in that place; 0 when it is free.
Result<qint64> idAt(Connection &connection, const QString &folder, const QString &name)
{
    qint64 id = 0;
    const Result<bool> found =
        Statement(connection,
                  QStringLiteral("SELECT id FROM templates WHERE folder = :folder AND name = :name"))
            .bind(":folder", folder)
            .bind(":name", name)
            .first([&](const Statement &row) { id = row.integer(0); });
    return found ? Result<qint64>(id) : Result<qint64>(found.error());
}

Result<void> checkPlace(Connection &connection, const PromptTemplate &entry)
{
    if (entry.name.isEmpty())
        return refused(ErrorKind::InvalidRequest, QStringLiteral("A template needs a name."));
    if (entry.name.contains(u'/'))
        return refused(ErrorKind::InvalidRequest,
                       QStringLiteral("The name \"%1\" has a slash; folders have a field of their own.")
                           .arg(entry.name));
    if (entry.text.trimmed().isEmpty())
        return refused(ErrorKind::InvalidRequest,
                       QStringLiteral("The template \"%1\" has no text.").arg(entry.name));
    const Result<qint64> there = idAt(connection, entry.folder, entry.name);
    if (!there)
        return there.error();
    if (*there != 0 && *there != entry.id)
        return refused(ErrorKind::InvalidRequest,
                       QStringLiteral("There is a template \"%1\" already.").arg(templatePath(entry)));
    return {};
}

void bindTemplate(Statement &statement, const PromptTemplate &entry)
{
    statement.bind(":folder", entry.folder)
        .bind(":name", entry.name)
        .bind(":kind", templateKindName(entry.kind))
        .bind(":text", entry.text)
        .bindUtf8(":values", valuesToJson(entry.lastValues))
        .bindUtf8(":extra", QJsonDocument(entry.extra).toJson(QJsonDocument::Compact))
        .bind(":used", entry.usedAtMs);
}

/// With an id the row gets it, else a new one.
Result<qint64> insertTemplate(Connection &connection, const PromptTemplate &entry)
{
    Statement statement(
        connection,
        QStringLiteral("INSERT INTO templates (id, folder, name, kind, text, last_values, extra, "
                       "used_at) VALUES (:id, :folder, :name, :kind, :text, :values, :extra, :used)"));
    bindTemplate(statement, entry);
    return statement.bind(":id", entry.id != 0 ? std::optional(entry.id) : std::nullopt).insert();
}

Result<int> updateTemplate(Connection &connection, const PromptTemplate &entry)
{
    Statement statement(
        connection,
        QStringLiteral("UPDATE templates SET folder = :folder, name = :name, kind = :kind, text = "
                       ":text, last_values = :values, extra = :extra, used_at = :used "
                       "WHERE id = :id"));
    bindTemplate(statement, entry);
    return statement.bind(":id", entry.id).change();
}

Result<qint64> saveOne(Connection &connection, const PromptTemplate &entry)
{
    if (const Result<void> free = checkPlace(connection, entry); !free)
        return free.error();
    if (entry.id == 0)
        return insertTemplate(connection, entry);
    const Result<int> changed = updateTemplate(connection, entry);
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return refused(ErrorKind::NotFound, QStringLiteral("The template does not exist any more."));
    return entry.id;
}

Result<void> deleteOne(Connection &connection, qint64 id)
{
    return Statement(connection, QStringLiteral("DELETE FROM templates WHERE id = :id"))
        .bind(":id", id)
        .run();
}

/// Each to its place, when all places are free of others. Several may swap places among themselves.
Result<Templates> placeAll(Connection &connection, const Templates &entries)
{
    for (const PromptTemplate &entry : entries) {
        if (const Result<void> removed = deleteOne(connection, entry.id); !removed)
            return removed.error();
    }
    for (const PromptTemplate &entry : entries) {
        if (const Result<void> free = checkPlace(connection, entry); !free)
            return free.error();
        if (const Result<qint64> placed = insertTemplate(connection, entry); !placed)
            return placed.error();
    }
    return readTemplates(connection);
}

QString freeName(const PromptTemplate &entry, int number)
{
    return QStringLiteral("%1 (%2)").arg(entry.name, QString::number(number));
}

Result<void> importOne(Connection &connection, PromptTemplate entry, TemplateConflict conflict,
                       TemplateImport *outcome)
{
    entry.id = 0;
    const Result<qint64> there = idAt(connection, entry.folder, entry.name);
    if (!there)
        return there.error();
    if (*there == 0) {
        ++outcome->added;
    } else {
        QString text;
        QString kind;
        QHash<QString, QString> values;
        std::optional<qint64> used;
        const Result<bool> read =
            Statement(connection,
                      QStringLiteral("SELECT text, kind, last_values, used_at FROM templates WHERE id = :id"))
                .bind(":id", *there)
                .first([&](const Statement &row) {
                    text = row.text(0);
                    kind = row.text(1);
                    values = valuesFromJson(row.utf8(2));
                    used = row.optionalInteger(3);
                });
        if (!read)
            return read.error();
        const bool same = text == entry.text && kind == templateKindName(entry.kind);
        if (same || conflict == TemplateConflict::Skip) {
            ++(same ? outcome->same : outcome->skipped);
            return {};
        }
        if (conflict == TemplateConflict::Replace) {
            entry.id = *there;
            if (entry.lastValues.isEmpty())
                entry.lastValues = values;
            entry.usedAtMs = used;
            ++outcome->replaced;
        } else {
            const PromptTemplate original = entry;
            for (int number = 2;; ++number) {
                entry.name = freeName(original, number);
                const Result<qint64> taken = idAt(connection, entry.folder, entry.name);
                if (!taken)
                    return taken.error();
                if (*taken == 0)
                    break;
            }
            ++outcome->renamed;
        }
    }
    const Result<qint64> saved = saveOne(connection, entry);
    return saved ? Result<void>() : Result<void>(saved.error());
}

} // namespace

TemplateStore::TemplateStore(Database &database, QObject *parent) : QObject(parent), m_database(database) { }

Result<void> TemplateStore::load()
{
    const Result<Templates> stored = m_database.readNow(readTemplates);
    if (!stored)
        return stored.error();
    m_templates = *stored;
    return {};
}

std::optional<PromptTemplate> TemplateStore::find(qint64 id) const
{
    for (const PromptTemplate &entry : m_templates) {
        if (entry.id == id)
            return entry;
    }
    return std::nullopt;
}

std::optional<PromptTemplate> TemplateStore::find(const QString &folder, const QString &name) const
{
    for (const PromptTemplate &entry : m_templates) {
        if (entry.folder == folder && entry.name == name)
            return entry;
    }
    return std::nullopt;
}

QStringList TemplateStore::folders() const
{
    QStringList all;
    for (const PromptTemplate &entry : m_templates) {
        const QStringList parts = entry.folder.split(u'/', Qt::SkipEmptyParts);
        for (qsizetype depth = 1; depth <= parts.size(); ++depth) {
            const QString folder = parts.first(depth).join(u'/');
            if (!all.contains(folder))
                all.append(folder);
        }
    }
    return all;
}

Result<void> TemplateStore::adopt(const Result<Templates> &stored)
{
    if (!stored)
        return stored.error();
    m_templates = *stored;
    emit changed();
    return {};
}

QFuture<Result<PromptTemplate>> TemplateStore::save(const PromptTemplate &entry)
{
    using Saved = std::pair<qint64, Templates>;
    return continued(m_database.write([wanted = cleaned(entry)](Connection &connection) -> Result<Saved> {
        const Result<qint64> saved = saveOne(connection, wanted);
        if (!saved)
            return saved.error();
        const Result<Templates> all = readTemplates(connection);
        return all ? Result<Saved>(Saved(*saved, *all)) : Result<Saved>(all.error());
    }),
                     this, [this](const Result<Saved> &saved) -> Result<PromptTemplate> {
                         if (!saved)
                             return saved.error();
                         if (const Result<void> adopted = adopt(saved->second); !adopted)
                             return adopted.error();
                         return find(saved->first).value_or(PromptTemplate{});
                     });
}

QFuture<Result<Templates>> TemplateStore::remove(const QList<qint64> &ids)
{
    Templates removed;
    for (const qint64 id : ids) {
        if (const std::optional<PromptTemplate> entry = find(id))
            removed.append(*entry);
    }
    return continued(m_database.write([ids](Connection &connection) -> Result<Templates> {
        for (const qint64 id : ids) {
            if (const Result<void> gone = deleteOne(connection, id); !gone)
                return gone.error();
        }
        return readTemplates(connection);
    }),
                     this, [this, removed](const Result<Templates> &stored) -> Result<Templates> {
                         if (const Result<void> adopted = adopt(stored); !adopted)
                             return adopted.error();
                         return removed;
                     });
}

QFuture<Result<void>> TemplateStore::restore(const Templates &removed)
{
    return moveBack(removed);
}

QFuture<Result<Templates>> TemplateStore::renameFolder(const QString &from, const QString &to)
{
    const QString source = cleanFolder(from);
    const QString target = cleanFolder(to);
    Templates before;
    Templates after;
    for (const PromptTemplate &entry : std::as_const(m_templates)) {
        if (entry.folder != source && !entry.folder.startsWith(source + u'/'))
            continue;
        before.append(entry);
        PromptTemplate moved = entry;
        moved.folder = cleanFolder(target + entry.folder.sliced(source.size()));
        after.append(moved);
    }
    return continued(
        m_database.write([after](Connection &connection) { return placeAll(connection, after); }), this,
        [this, before](const Result<Templates> &stored) -> Result<Templates> {
            if (const Result<void> adopted = adopt(stored); !adopted)
                return adopted.error();
            return before;
        });
}

QFuture<Result<void>> TemplateStore::moveBack(const Templates &before)
{
    return continued(
        m_database.write([before](Connection &connection) { return placeAll(connection, before); }), this,
        [this](const Result<Templates> &stored) { return adopt(stored); });
}

QFuture<Result<void>> TemplateStore::noteUse(qint64 id, const QHash<QString, QString> &values, qint64 nowMs)
{
    return continued(m_database.write([id, values, nowMs](Connection &connection) -> Result<Templates> {
        const Result<void> noted =
            Statement(
                connection,
                QStringLiteral("UPDATE templates SET last_values = :values, used_at = :now WHERE id = :id"))
                .bindUtf8(":values", valuesToJson(values))
                .bind(":now", nowMs)
                .bind(":id", id)
                .run();
        if (!noted)
            return noted.error();
        return readTemplates(connection);
    }),
                     this, [this](const Result<Templates> &stored) { return adopt(stored); });
}

QFuture<Result<TemplateImport>> TemplateStore::import(const Templates &entries, TemplateConflict conflict)
{
    using Imported = std::pair<TemplateImport, Templates>;
    return continued(m_database.write([entries, conflict](Connection &connection) -> Result<Imported> {
        TemplateImport outcome;
        for (const PromptTemplate &entry : entries) {
            if (const Result<void> done = importOne(connection, cleaned(entry), conflict, &outcome); !done)
                return done.error();
        }
        const Result<Templates> all = readTemplates(connection);
        return all ? Result<Imported>(Imported(outcome, *all)) : Result<Imported>(all.error());
    }),
                     this, [this](const Result<Imported> &imported) -> Result<TemplateImport> {
                         if (!imported)
                             return imported.error();
                         if (const Result<void> adopted = adopt(imported->second); !adopted)
                             return adopted.error();
                         return imported->first;
                     });
}

} // namespace core
