#include "core/reconcile/reconciliation.h"

#include "core/ledger/usagecsv.h"
#include "core/reconcile/gapcauses.h"
#include "core/reconcile/modelmatch.h"
#include "core/reconcile/usagevalues.h"

#include <cmath>
#include <map>

namespace core {

namespace {

using Place = std::pair<QDate, QString>;
using Rows = std::map<Place, ReconcileRow>;

void addCount(std::optional<qint64> &sum, const std::optional<qint64> &count)
{
    if (count)
        sum = sum.value_or(0) + *count;
}

/// The disjoint classes of usage; what is not told stays unset.
void putTokens(const Usage &usage, ReconcileFigures *figures)
{
    figures->cachedInput = usage.cachedInput;
    figures->cacheWrite = usage.cacheWrite;
    figures->output = usage.output;
    figures->reasoning = usage.reasoning;
    if (usage.input)
        figures->uncachedInput =
            std::max<qint64>(0, *usage.input - usage.cachedInput.value_or(0) - usage.cacheWrite.value_or(0));
}

ReconcileFigures figuresOf(const UsageFigures &sums)
{
    ReconcileFigures figures;
    // A provider counts what it answered.
    figures.requests = sums.attempts - sums.errors;
    figures.uncachedInput = std::max<qint64>(0, sums.input - sums.cachedInput - sums.cacheWrite);
    figures.cachedInput = sums.cachedInput;
    figures.cacheWrite = sums.cacheWrite;
    figures.output = sums.output;
    figures.reasoning = sums.reasoning;
    figures.cost = knownCost(sums);
    figures.unpriced = sums.unpricedAttempts;
    figures.estimated = sums.belowMicros != 0 || sums.aboveMicros != 0;
    return figures;
}

/// Whether no request was answered and nothing else tells of one that a provider may have billed.
bool onlyFailed(const UsageFigures &sums)
{
    return sums.errors >= sums.attempts && sums.unpricedAttempts == 0 && sums.cost.isZero() && sums.input == 0
        && sums.output == 0;
}

/// Names of models as each side writes them, by what they are compared by.
QString keyOfModel(const QString &model, const ModelCatalog *catalog, QHash<QString, QString> &keys)
{
    const auto known = keys.constFind(model);
    if (known != keys.constEnd())
        return *known;
    const QString key = matchedModel(model, catalog);
    keys.insert(model, key);
    return key;
}

Rows collectRows(const OwnUsage &own, const QList<UsageRecord> &records, const ModelCatalog *catalog)
{
    Rows rows;
    QHash<QString, QString> keys;
    const QString import = QStringLiteral("import");
    for (const UsageRow &sums : own.rows) {
        // A provider has no row for what it refused.
        if (sums.keys.value(2) == import || onlyFailed(sums.figures))
            continue;
        const QDate day = QDate::fromString(sums.keys.value(0), Qt::ISODate);
        ReconcileRow &row = rows[{day, keyOfModel(sums.keys.value(1), catalog, keys)}];
        row.day = day;
        row.model = sums.keys.value(1);
        row.own += figuresOf(sums.figures);
    }
    for (const UsageRecord &record : records) {
        const QDate day = record.dayUtc();
        ReconcileRow &row = rows[{day, keyOfModel(record.model, catalog, keys)}];
        row.day = day;
        if (row.model.isEmpty())
            row.model = record.model;
        row.theirs += figuresOf(record);
    }
    return rows;
}

const ReconcileRow *rowAt(const Rows &rows, const Place &place)
{
    const auto found = rows.find(place);
    return found != rows.end() ? &found->second : nullptr;
}

/// What a row differs by most.
void measure(ReconcileRow &row)
{
    const bool oneSided = row.own == ReconcileFigures() || row.theirs == ReconcileFigures();
    if (oneSided) {
        row.percent = row.own == ReconcileFigures() ? 100.0 : -100.0;
        row.flagged = true;
        return;
    }
    const QList<double> percents = gapPercents(row.own, row.theirs);
    for (const double percent : percents) {
        if (!row.percent || std::abs(percent) > std::abs(*row.percent))
            row.percent = percent;
    }
    row.flagged = row.percent && std::abs(*row.percent) > kFlaggedPercent;
}

void explain(Rows &rows, const Reconciliation &result)
{
    for (auto &[place, row] : rows) {
        if (!row.flagged)
            continue;
        const ReconcileRow *before = rowAt(rows, {place.first.addDays(-1), place.second});
        const ReconcileRow *after = rowAt(rows, {place.first.addDays(1), place.second});
        row.cause = gapCause({row, before, after, result.first, result.last});
        row.sentence = gapSentence(row.cause, row);
        // What the export does not reach to is no difference.
        if (row.cause == GapCause::NotCovered)
            row.flagged = false;
    }
}

} // namespace

std::optional<qint64> ReconcileFigures::input() const
{
    if (!uncachedInput && !cachedInput && !cacheWrite)
        return std::nullopt;
    return uncachedInput.value_or(0) + cachedInput.value_or(0) + cacheWrite.value_or(0);
}

ReconcileFigures &ReconcileFigures::operator+=(const ReconcileFigures &other)
{
    addCount(requests, other.requests);
    addCount(uncachedInput, other.uncachedInput);
    addCount(cachedInput, other.cachedInput);
    addCount(cacheWrite, other.cacheWrite);
    addCount(output, other.output);
    addCount(reasoning, other.reasoning);
    if (other.cost)
        cost = cost.value_or(Money()) + *other.cost;
    unpriced += other.unpriced;
    estimated = estimated || other.estimated;
    for (const QString &tier : other.tiers) {
        if (!tiers.contains(tier))
            tiers.append(tier);
    }
    return *this;
}

UsageQuery reconcileQuery(const QString &account, std::optional<qint64> sinceMs,
                          std::optional<qint64> untilMs)
{
    UsageQuery query;
    query.sinceMs = sinceMs;
    query.untilMs = untilMs;
    query.by = {QStringLiteral("day"), QStringLiteral("model"), QStringLiteral("source")};
    query.only = {{QStringLiteral("account"), account}};
    return query;
}

ReconcileFigures figuresOf(const UsageRecord &record)
{
    ReconcileFigures figures;
    figures.requests = record.requests;
    putTokens(record.usage, &figures);
    figures.cost = record.cost;
    const QString tier = record.usage.serviceTier;
    if (!tier.isEmpty() && tier != QLatin1StringView("default"))
        figures.tiers = {tier};
    return figures;
}

Reconciliation reconcile(const OwnUsage &own, const QList<UsageRecord> &records, const ModelCatalog *catalog)
{
    Reconciliation result;
    for (const UsageRecord &record : records) {
        const QDate day = record.dayUtc();
        result.first = result.first.isValid() ? std::min(result.first, day) : day;
        result.last = result.last.isValid() ? std::max(result.last, day) : day;
    }
    Rows rows = collectRows(own, records, catalog);
    for (auto &[place, row] : rows)
        measure(row);
    explain(rows, result);
    for (const auto &[place, row] : rows) {
        result.rows.append(row);
        result.flagged += row.flagged ? 1 : 0;
        if (row.day < result.first || row.day > result.last)
            continue;
        result.own += row.own;
        result.theirs += row.theirs;
    }
    return result;
}

} // namespace core
