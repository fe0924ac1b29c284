#include "core/reconcile/usagefields.h"

#include "core/reconcile/usagetable.h"

namespace core {

namespace {

/// Takes what was read of a row into the export.
Result<void> takeRecord(const Result<bool> &read, UsageRecord &&record, UsageExport &document)
{
    if (!read)
        return read.error();
    if (*read) {
        checkParts(record.usage);
        document.records.append(std::move(record));
    } else {
        ++document.passedOver;
    }
    return {};
}

} // namespace

std::optional<qint64> sumOfCounts(const QList<std::optional<qint64>> &counts)
{
    std::optional<qint64> sum;
    for (const std::optional<qint64> &count : counts) {
        if (count)
            sum = sum.value_or(0) + *count;
    }
    return sum;
}

void checkParts(Usage &usage)
{
    const auto exceeds = [](const std::optional<qint64> &whole, const std::optional<qint64> &parts) {
        return whole && parts && *parts > *whole;
    };
    usage.inconsistent =
        exceeds(usage.input, sumOfCounts({usage.cachedInput, usage.cacheWrite, usage.audioInput}))
        || exceeds(usage.output, sumOfCounts({usage.reasoning, usage.audioOutput}))
        || exceeds(usage.cacheWrite, usage.cacheWrite1h);
}

Result<UsageExport>
readUsageRows(UsageTable &table, UsageFormat format, const QSet<QString> &known,
              const std::function<Result<bool>(const UsageTable &row, UsageRecord *record)> &read)
{
    UsageExport document;
    document.format = format;
    ImportLosses losses;
    while (true) {
        const Result<bool> more = table.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        UsageRecord record;
        const Result<bool> done = read(table, &record);
        if (const Result<void> taken = takeRecord(done, std::move(record), document); !taken)
            return taken.error();
        table.addUnknown(known, losses);
    }
    document.passedOver += table.emptyRows();
    document.losses = losses.list();
    return document;
}

Result<UsageExport>
readUsageItems(const QList<UsageItem> &items, UsageFormat format, const QSet<QString> &known,
               const std::function<Result<bool>(const UsageItem &item, UsageRecord *record)> &read)
{
    UsageExport document;
    document.format = format;
    ImportLosses losses;
    for (const UsageItem &item : items) {
        UsageRecord record;
        const Result<bool> done = read(item, &record);
        if (const Result<void> taken = takeRecord(done, std::move(record), document); !taken)
            return taken.error();
        losses.addUnknown(item.object, QString(), known);
    }
    document.losses = losses.list();
    return document;
}

Result<UsageExport> readUsageBuckets(
    const QList<UsageItem> &buckets, UsageFormat format, const QSet<QString> &known,
    const std::function<Result<bool>(const UsageItem &bucket, const UsageItem &result, UsageRecord *record)>
        &read)
{
    UsageExport document;
    document.format = format;
    ImportLosses losses;
    for (const UsageItem &bucket : buckets) {
        const Result<QList<UsageItem>> results = usageResults(bucket);
        if (!results)
            return results.error();
        for (const UsageItem &item : *results) {
            UsageRecord record;
            const Result<bool> done = read(bucket, item, &record);
            if (const Result<void> taken = takeRecord(done, std::move(record), document); !taken)
                return taken.error();
            losses.addUnknown(item.object, QString(), known);
        }
    }
    document.losses = losses.list();
    return document;
}

} // namespace core
