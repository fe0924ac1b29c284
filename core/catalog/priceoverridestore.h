#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/modelinfo.h"

#include <QFuture>
#include <QObject>

namespace core {

class Database;

/// The user's own price of a model, on one account or on all of them.
struct PriceOverride
{
    /// Unset: holds for every account.
    std::optional<qint64> accountId = {};
    QString model;
    TokenPrices prices = {};
    QList<PriceTier> tiers = {};
    std::optional<Money> perRequest = {};
    qint64 setAtMs = 0;

    bool operator==(const PriceOverride &) const = default;
};

/// The price overrides: a list in memory over the table `price_overrides`. Owned by the application; main
/// thread.
class PriceOverrideStore : public QObject
{
    Q_OBJECT

public:
    PriceOverrideStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    Result<void> load();

    const QList<PriceOverride> &all() const { return m_overrides; }
    /// The override of this account, else the one for all accounts.
    std::optional<PriceOverride> find(qint64 accountId, QStringView model) const;

    /// Puts the override in the place of one for the same account and model. A negative price, an override
    /// without any price and an empty model are refused (InvalidRequest).
    QFuture<Result<void>> set(PriceOverride override);
    QFuture<Result<void>> remove(std::optional<qint64> accountId, const QString &model);

signals:
    void changed();

private:
    Database &m_database;
    const Clock &m_clock;
    QList<PriceOverride> m_overrides;
};

} // namespace core
