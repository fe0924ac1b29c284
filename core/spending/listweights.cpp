#include "core/spending/listweights.h"

#include <QHash>

namespace core {

TokenWeights weightsOf(const PriceSnapshot &prices, const QList<Account> &accounts, qint64 atUtcMs)
{
    QHash<QString, qint64> ids;
    for (const Account &account : accounts)
        ids.insert(account.name, account.id);
    return
        [prices, ids, atUtcMs](const QString &account, const QString &model) -> std::optional<TokenPrices> {
            const auto id = ids.constFind(account);
            if (id == ids.cend())
                return std::nullopt;
            const std::optional<PriceList> price = prices.priceOf(*id, model, atUtcMs);
            if (!price)
                return std::nullopt;
            return price->base;
        };
}

} // namespace core
