#include "core/accounts/modelliststore.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QJsonDocument>
#include <QSet>

namespace core {

namespace {

Result<QList<AccountModel>> readModels(Connection &connection, qint64 accountId)
{
    QList<AccountModel> models;
    Statement statement(connection, QStringLiteral(R"(
        SELECT model, listing, origin = 'typed', seen_at FROM account_models
        WHERE account_id = :account ORDER BY origin = 'typed', position)"));
    const Result<void> read = statement.bind(":account", accountId).each([&models](const Statement &row) {
        models += AccountModel{row.text(0), QJsonDocument::fromJson(row.utf8(1)).object(), row.boolean(2),
                               row.integer(3)};
    });
    if (!read)
        return read.error();
    return models;
}

Result<void> writeModels(Connection &connection, qint64 accountId, const QList<AccountModel> &models)
{
    Statement removal(connection, QStringLiteral("DELETE FROM account_models WHERE account_id = :account"));
    if (const Result<void> removed = removal.bind(":account", accountId).run(); !removed)
        return removed;
    Statement insert(connection, QStringLiteral(R"(
        INSERT INTO account_models (account_id, model, position, origin, listing, seen_at)
        VALUES (:account, :model, :position, :origin, :listing, :seen_at))"));
    for (qsizetype at = 0; at < models.size(); ++at) {
        const AccountModel &model = models[at];
        insert.bind(":account", accountId)
            .bind(":model", model.id)
            .bind(":position", at)
            .bind(":origin", QLatin1StringView(model.typed ? "typed" : "listed"))
            .bindUtf8(":listing", QJsonDocument(model.listing).toJson(QJsonDocument::Compact))
            .bind(":seen_at", model.seenAtMs);
        if (const Result<void> written = insert.run(); !written)
            return written;
    }
    return {};
}

bool contains(const QList<AccountModel> &models, const QString &id)
{
    return std::any_of(models.cbegin(), models.cend(),
                       [&id](const AccountModel &model) { return model.id == id; });
}

} // namespace

ModelListStore::ModelListStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

QList<AccountModel> ModelListStore::models(qint64 accountId) const
{
    const auto known = m_models.constFind(accountId);
    if (known != m_models.constEnd())
        return *known;
    if (accountId <= 0)
        return {};
    const Result<QList<AccountModel>> read =
        m_database.readNow([accountId](Connection &connection) { return readModels(connection, accountId); });
    if (!read) {
        qCWarning(logAccounts) << "the models of account" << accountId
                               << "cannot be read:" << read.error().message;
        return {};
    }
    m_models.insert(accountId, *read);
    return *read;
}

std::optional<qint64> ModelListStore::listedAtMs(qint64 accountId) const
{
    const QList<AccountModel> known = models(accountId);
    for (const AccountModel &model : known) {
        if (!model.typed)
            return model.seenAtMs;
    }
    return std::nullopt;
}

QFuture<Result<void>> ModelListStore::replaceListed(qint64 accountId, QList<AccountModel> listing)
{
    QList<AccountModel> next;
    QSet<QString> ids;
    const qint64 now = m_clock.utcMs();
    for (AccountModel &model : listing) {
        if (model.id.isEmpty() || ids.contains(model.id))
            continue;
        ids.insert(model.id);
        model.typed = false;
        model.seenAtMs = now;
        next += std::move(model);
    }
    const QList<AccountModel> known = models(accountId);
    for (const AccountModel &model : known) {
        if (model.typed && !ids.contains(model.id))
            next += model;
    }
    return store(accountId, next);
}

QFuture<Result<void>> ModelListStore::addTyped(qint64 accountId, const QString &model)
{
    const QString id = model.trimmed();
    if (id.isEmpty())
        return QtFuture::makeReadyFuture(
            Result<void>(Error{ErrorKind::InvalidRequest, QStringLiteral("a model id cannot be empty")}));
    QList<AccountModel> next = models(accountId);
    if (contains(next, id))
        return QtFuture::makeReadyFuture(Result<void>());
    next += AccountModel{id, {}, true, m_clock.utcMs()};
    return store(accountId, next);
}

QFuture<Result<void>> ModelListStore::removeTyped(qint64 accountId, const QString &model)
{
    QList<AccountModel> next = models(accountId);
    if (next.removeIf([&model](const AccountModel &entry) { return entry.typed && entry.id == model; }) == 0)
        return QtFuture::makeReadyFuture(Result<void>());
    return store(accountId, next);
}

void ModelListStore::forget(qint64 accountId)
{
    if (m_models.remove(accountId))
        emit changed(accountId);
}

QFuture<Result<void>> ModelListStore::store(qint64 accountId, const QList<AccountModel> &models)
{
    // In memory at once, so that a change made before this one is on disk builds upon it.
    m_models.insert(accountId, models);
    emit changed(accountId);
    if (accountId <= 0)
        return QtFuture::makeReadyFuture(Result<void>());
    return continued(m_database.write([accountId, models](Connection &connection) {
        return writeModels(connection, accountId, models);
    }),
                     this, [this, accountId](const Result<void> &written) {
                         if (!written) {
                             // What is on disk is the truth again.
                             m_models.remove(accountId);
                             emit changed(accountId);
                         }
                         return written;
                     });
}

} // namespace core
