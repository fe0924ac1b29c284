#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>

namespace core {

class Database;

/// A model as an account offers it: listed in its `/models` answer, or an id typed by hand.
struct AccountModel
{
    QString id;
    /// The provider's own description, as it came; empty for a typed id.
    QJsonObject listing = {};
    bool typed = false;
    qint64 seenAtMs = 0;

    bool operator==(const AccountModel &) const = default;
};

/// The models of each account, over the table `account_models`. Owned by the application; main thread.
/// Accounts that are not in the database (the simulator) are kept in memory.
class ModelListStore : public QObject
{
    Q_OBJECT

public:
    ModelListStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    /// The account's models in the provider's order, typed ones last. Read from the database when first asked
    /// for; a failure is logged and counts as no models.
    QList<AccountModel> models(qint64 accountId) const;
    /// When the listing was taken, in milliseconds UTC; nothing before the first one.
    std::optional<qint64> listedAtMs(qint64 accountId) const;

    /// Puts a new listing in the place of the last one. Typed ids stay, unless the listing has them now.
    QFuture<Result<void>> replaceListed(qint64 accountId, QList<AccountModel> listing);
    /// Adds an id by hand. A listed or known one is left as it is.
    QFuture<Result<void>> addTyped(qint64 accountId, const QString &model);
    QFuture<Result<void>> removeTyped(qint64 accountId, const QString &model);
    /// Drops what is remembered of a removed account.
    void forget(qint64 accountId);

signals:
    void changed(qint64 accountId);

private:
    QFuture<Result<void>> store(qint64 accountId, const QList<AccountModel> &models);

    Database &m_database;
    const Clock &m_clock;
    mutable QHash<qint64, QList<AccountModel>> m_models;
};

} // namespace core
