#pragma once

#include "core/ledger/usagequery.h"
#include "core/reconcile/usagerecord.h"

namespace core {

class ModelCatalog;

/// What one side says of a day and model. Token classes are disjoint; one that a side does not tell is unset.
struct ReconcileFigures
{
    std::optional<qint64> requests = {};
    std::optional<qint64> uncachedInput = {};
    std::optional<qint64> cachedInput = {};
    std::optional<qint64> cacheWrite = {};
    /// All output, reasoning included.
    std::optional<qint64> output = {};
    std::optional<qint64> reasoning = {};
    std::optional<Money> cost = {};
    /// Requests without a known cost, and whether an estimate is in the cost.
    qint64 unpriced = 0;
    bool estimated = false;
    /// Of the provider's side: tiers such as `batch` or `flex` that it names.
    QStringList tiers = {};

    std::optional<qint64> input() const;
    ReconcileFigures &operator+=(const ReconcileFigures &other);
    bool operator==(const ReconcileFigures &) const = default;
};

/// Why two sides differ, as far as the figures tell. Each has a sentence, see gapSentence().
enum class GapCause {
    None,
    /// The export does not reach to this day.
    NotCovered,
    /// The provider has no row for what Switchyard sent.
    MissingThere,
    /// Other programs used the account as well.
    OtherPrograms,
    /// The same use counts to the day before or after.
    DayBoundary,
    CachedAsInput,
    ReasoningMissing,
    /// Answers that were cut off are estimates here.
    CutOff,
    /// Requests without a price here.
    Unpriced,
    ServiceTier,
    PriceDiffers,
    Unknown,
};

struct ReconcileRow
{
    QDate day;
    /// As the ledger names it, else as the provider does.
    QString model;
    ReconcileFigures own = {};
    ReconcileFigures theirs = {};
    /// The figure that differs most, in percent of what the provider says (of the own one where that is 0):
    /// positive where the provider has more. Of the figures that both sides tell.
    std::optional<double> percent = {};
    /// More than kFlaggedPercent.
    bool flagged = false;
    GapCause cause = GapCause::None;
    QString sentence = {};
};

struct Reconciliation
{
    /// By day, then model.
    QList<ReconcileRow> rows = {};
    /// Sums over the rows of days that the export reaches to.
    ReconcileFigures own = {};
    ReconcileFigures theirs = {};
    /// The export's first and last day (UTC).
    QDate first = {};
    QDate last = {};
    qsizetype flagged = 0;
    /// Fewer days tell little: providers count late, and days shift.
    bool isShort() const { return !first.isValid() || first.daysTo(last) + 1 < 7; }
};

/// From here on a difference is worth a look, as LiteLLM's guide has it
/// (https://docs.litellm.ai/docs/troubleshoot/cost_discrepancy).
constexpr double kFlaggedPercent = 10.0;

/// Own sums of an account by day (UTC), model and source, as reconcileQuery() asks for them. Rows with the
/// source `import` are the provider's own and do not count.
using OwnUsage = UsageReport;
UsageQuery reconcileQuery(const QString &account, std::optional<qint64> sinceMs,
                          std::optional<qint64> untilMs);

/// Compares them with what the provider says. Pure. Days are UTC, as all these exports count.
Reconciliation reconcile(const OwnUsage &own, const QList<UsageRecord> &records, const ModelCatalog *catalog);

/// The figures of one record.
ReconcileFigures figuresOf(const UsageRecord &record);

} // namespace core
