#pragma once

#include "core/base/result.h"
#include "core/catalog/modelinfo.h"
#include "core/storage/connection.h"

#include <QList>
#include <QString>

#include <functional>

namespace core {

class PriceSnapshot;

/// Which settled attempts are to be priced again. Unset and empty members do not restrict.
struct RepricingScope
{
    std::optional<qint64> sinceMs = {};
    /// Exclusive.
    std::optional<qint64> untilMs = {};
    QString account = {};
    QString model = {};
    /// Those with a computed or estimated cost too; else only those without any.
    bool computed = false;
    /// Those with a cost that the provider reported too: they get the computed one.
    bool reported = false;
    bool includeSimulated = false;

    bool operator==(const RepricingScope &) const = default;
};

/// What pricing again makes of one model on one account.
struct RepricingRow
{
    QString account;
    QString model;
    /// Attempts in scope, those of them that change, and those without a known cost before and after.
    qint64 attempts = 0;
    qint64 changed = 0;
    qint64 unpricedBefore = 0;
    qint64 unpricedAfter = 0;
    /// Sums of the known costs of all attempts in scope.
    Money before = {};
    Money after = {};

    bool operator==(const RepricingRow &) const = default;
};

struct RepricingPreview
{
    /// By account and model, the largest difference first.
    QList<RepricingRow> rows = {};
    RepricingRow total = {};
};

/// An entry of the log.
struct RepricingRecord
{
    qint64 id = 0;
    qint64 doneAtMs = 0;
    RepricingScope scope = {};
    qint64 attempts = 0;
    Money before = {};
    Money after = {};
    std::optional<qint64> undoneAtMs = {};
    /// Attempts of it whose rows were pruned, where it is undone those that were by then: nothing can be put
    /// back for these, and the sums of their days keep the new cost.
    qint64 pruned = 0;
    /// Where it is undone, the known costs that were put back.
    std::optional<Money> restored = {};
};

/// Attempts of one model on one account that may have cost something unknown.
struct UnpricedModel
{
    qint64 accountId = 0;
    QString account;
    QString model;
    QString vendor;
    qint64 attempts = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 firstMs = 0;
    qint64 lastMs = 0;
    /// The currency in which their cost is known, where only a rate is missing; else empty.
    QString currency = {};

    bool operator==(const UnpricedModel &) const = default;
};

/// Of the scope account, model and times count.
Result<QList<UnpricedModel>> unpricedModels(Connection &connection, const RepricingScope &scope);

Result<RepricingPreview> previewRepricing(Connection &connection, const RepricingScope &scope,
                                          const PriceSnapshot &prices);

/// Begins an entry of the log.
Result<qint64> beginRepricing(Connection &connection, const RepricingScope &scope, qint64 nowMs);
/// Prices the attempts of the scope among the `span` ids above `after`; gives the last of these ids, 0 when
/// the ledger has none above `after`.
Result<qint64> repriceSome(Connection &connection, qint64 repricing, const RepricingScope &scope,
                           const PriceSnapshot &prices, qint64 after, int span);
/// Errors: not_found.
Result<RepricingRecord> readRepricing(Connection &connection, qint64 repricing);
/// Newest first.
Result<QList<RepricingRecord>> listRepricings(Connection &connection);

/// Told how many attempts of all are done; false ends it.
using RepricingStep = std::function<bool(qint64 done, qint64 all)>;

/// Puts back the costs of the attempts whose rows are still there, and notes in the log what that was. Ended
/// by the step it gives an error, so that the transaction is rolled back whole.
Result<void> undoRepricing(Connection &connection, qint64 repricing, qint64 nowMs,
                           const RepricingStep &step = {});

} // namespace core
