#pragma once

#include "core/catalog/importedpricestore.h"
#include "core/pricelists/pricelist.h"

namespace core {

class ModelCatalog;

/// What became of a model's price. `before` and `after` are what holds at the time of the import.
struct PriceChange
{
    enum class Kind { New, Changed, Gone };
    Kind kind = Kind::New;
    QString seller;
    QString model;
    QString currency;
    /// Unset for one that is new.
    std::optional<PriceList> before = {};
    /// Unset for one that is gone.
    std::optional<PriceList> after = {};
};

/// What a price list would change, for people, and how it is applied.
struct PriceImportPlan
{
    QList<PriceChange> changes = {};
    /// Models whose price stays as it is.
    int unchanged = 0;
    int passedOver = 0;
    PriceListUpdate update = {};
};

/// The known prices that a price list is compared with.
struct KnownPrices
{
    const ModelCatalog &catalog;
    const PriceTable &imported;
    /// The list of the same name as it was applied last.
    std::optional<ImportedPriceList> last = {};
    QList<PriceEntry> lastEntries = {};
};

/// Compares a document with what is known. A changed price begins on the day of the data (without one,
/// today), so that the time before keeps its own; a model that had none has it since ever; dated prices begin
/// when the list says; one that its list had and has no longer ends. Refused (InvalidRequest, one sentence):
/// a list with less than half of the models that the last one of its name had, and one that is older than it.
Result<PriceImportPlan> planPriceImport(const PriceListDocument &document, const QString &origin,
                                        const KnownPrices &known, qint64 nowMs);

} // namespace core
