#pragma once

#include "core/reconcile/usagejson.h"
#include "core/reconcile/usagerecord.h"

#include <QSet>

#include <functional>

namespace core {

class UsageTable;

// Steps that the readers of tables and of JSON share. A row is a UsageTable or a UsageItem.

/// A count of a row and where it goes.
struct CountField
{
    QString name;
    std::optional<qint64> *target;
};

template <typename Row>
Result<void> readCountsInto(const Row &row, const QList<CountField> &fields)
{
    for (const CountField &field : fields) {
        const Result<std::optional<qint64>> value = row.count(field.name);
        if (!value)
            return value.error();
        *field.target = *value;
    }
    return {};
}

/// The first of the fields that says something.
template <typename Row>
QString firstText(const Row &row, const QStringList &fields)
{
    for (const QString &field : fields) {
        if (const QString text = row.text(field); !text.isEmpty())
            return text;
    }
    return {};
}

/// The sum of the counts that are known; unset when none is.
std::optional<qint64> sumOfCounts(const QList<std::optional<qint64>> &counts);

/// Marks usage whose parts exceed their whole: it is shown as such, never guessed around.
void checkParts(Usage &usage);

/// Reads every row; `read` gives false for one that stands for no usage. Columns that are not `known` (lower
/// case) and say something are losses.
Result<UsageExport>
readUsageRows(UsageTable &table, UsageFormat format, const QSet<QString> &known,
              const std::function<Result<bool>(const UsageTable &row, UsageRecord *record)> &read);

/// The same for objects of JSON, and for the results of buckets.
Result<UsageExport>
readUsageItems(const QList<UsageItem> &items, UsageFormat format, const QSet<QString> &known,
               const std::function<Result<bool>(const UsageItem &item, UsageRecord *record)> &read);
Result<UsageExport> readUsageBuckets(
    const QList<UsageItem> &buckets, UsageFormat format, const QSet<QString> &known,
    const std::function<Result<bool>(const UsageItem &bucket, const UsageItem &result, UsageRecord *record)>
        &read);

} // namespace core
