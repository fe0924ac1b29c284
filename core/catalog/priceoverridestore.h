#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/priceentry.h"

#include <QFuture>
#include <QObject>

namespace core {

class Database;

/// The user's own price of a model, on one account or on all of them. Its `seller` is empty.
struct PriceOverride : PriceEntry
{
    /// Unset: holds for every account.
    std::optional<qint64> accountId = {};
    qint64 setAtMs = 0;

    bool operator==(const PriceOverride &) const = default;
};

/// Whether one takes the place of the other: of the same account, model, way to match, service tier,
/// beginning and hours.
bool takesPlaceOf(const PriceOverride &override, const PriceOverride &other);

/// What the overrides say of a model on an account at a time: those of the account before those for all, then
/// as priceListAt() has it.
std::optional<PriceList> ownPriceAt(const QList<PriceOverride> &overrides, qint64 accountId,
                                    QStringView model, qint64 atUtcMs);

/// The price overrides: a list in memory over the table `price_overrides`. Owned by the application; main
/// thread.
class PriceOverrideStore : public QObject
{
    Q_OBJECT

public:
    PriceOverrideStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    Result<void> load();

    const QList<PriceOverride> &all() const { return m_overrides; }
    /// The override that holds on this account now, else the one for all accounts: for the standard tier.
    std::optional<PriceOverride> find(qint64 accountId, QStringView model) const;

    /// Puts the override in the place of the one that it takesPlaceOf(). The one it replaces stays in the
    /// table, out of force, because its id is on the attempts that it priced. What validatePrice() refuses is
    /// refused (InvalidRequest).
    QFuture<Result<void>> set(PriceOverride override);
    /// Ends all overrides of the model on the account.
    QFuture<Result<void>> remove(std::optional<qint64> accountId, const QString &model);

signals:
    void changed();

private:
    Database &m_database;
    const Clock &m_clock;
    QList<PriceOverride> m_overrides;
};

} // namespace core
