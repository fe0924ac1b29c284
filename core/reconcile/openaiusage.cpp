#include "core/reconcile/openaiusage.h"

#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usagefields.h"
#include "core/reconcile/usagetable.h"
#include "core/reconcile/usagevalues.h"

namespace core {

namespace {

/// What is read, and what only repeats other fields.
const QSet<QString> &openAiKnown()
{
    static const QSet<QString> known{QStringLiteral("object"),
                                     QStringLiteral("start_time"),
                                     QStringLiteral("end_time"),
                                     QStringLiteral("start_time_iso"),
                                     QStringLiteral("end_time_iso"),
                                     QStringLiteral("project_id"),
                                     QStringLiteral("project_name"),
                                     QStringLiteral("user_id"),
                                     QStringLiteral("user_email"),
                                     QStringLiteral("api_key_id"),
                                     QStringLiteral("model"),
                                     QStringLiteral("batch"),
                                     QStringLiteral("service_tier"),
                                     QStringLiteral("num_model_requests"),
                                     QStringLiteral("input_tokens"),
                                     QStringLiteral("input_cached_tokens"),
                                     QStringLiteral("input_cache_write_tokens"),
                                     QStringLiteral("input_uncached_tokens"),
                                     QStringLiteral("input_audio_tokens"),
                                     QStringLiteral("output_tokens"),
                                     QStringLiteral("output_audio_tokens"),
                                     QStringLiteral("input_text_tokens"),
                                     QStringLiteral("output_text_tokens"),
                                     QStringLiteral("amount"),
                                     QStringLiteral("amount_value"),
                                     QStringLiteral("amount_currency"),
                                     QStringLiteral("line_item"),
                                     QStringLiteral("organization_id"),
                                     QStringLiteral("organization_name"),
                                     QStringLiteral("quantity"),
                                     QStringLiteral("quantity_unit"),
                                     QStringLiteral("api_source")};
    return known;
}

template <typename Row>
void readGroup(const Row &row, UsageRecord *record)
{
    record->project = firstText(row, {QStringLiteral("project_name"), QStringLiteral("project_id")});
    record->user = firstText(row, {QStringLiteral("user_email"), QStringLiteral("user_id")});
    record->key = shownKey(row.text(QStringLiteral("api_key_id")));
    record->model = row.text(QStringLiteral("model"));
}

template <typename Row>
Result<void> readCounts(const Row &row, UsageRecord *record)
{
    Usage &usage = record->usage;
    usage.basis = UsageBasis::Reported;
    return readCountsInto(row,
                          {{QStringLiteral("num_model_requests"), &record->requests},
                           {QStringLiteral("input_tokens"), &usage.input},
                           {QStringLiteral("input_cached_tokens"), &usage.cachedInput},
                           {QStringLiteral("input_cache_write_tokens"), &usage.cacheWrite},
                           {QStringLiteral("input_audio_tokens"), &usage.audioInput},
                           {QStringLiteral("output_tokens"), &usage.output},
                           {QStringLiteral("output_audio_tokens"), &usage.audioOutput}});
}

QString modelOfLineItem(const QString &item)
{
    return item.section(QStringLiteral(", "), 0, 0).trimmed();
}

/// Start and end of a bucket, in seconds or as ISO 8601.
template <typename Row>
Result<void> readTimes(const Row &row, UsageRecord *record)
{
    const Result<qint64> start = row.moment(QStringLiteral("start_time"));
    if (!start)
        return start.error();
    const Result<qint64> end = row.moment(QStringLiteral("end_time"));
    if (!end)
        return end.error();
    if (*end <= *start)
        return row.wrong(QStringLiteral("end_time"), ReconcileWords::tr("it ends before it starts."));
    record->atMs = *start;
    record->untilMs = *end;
    return {};
}

bool resultsAre(const QList<UsageItem> &buckets, QLatin1StringView object)
{
    for (const UsageItem &bucket : buckets) {
        const Result<QList<UsageItem>> results = usageResults(bucket);
        if (results && !results->isEmpty())
            return results->constFirst().text(QStringLiteral("object")) == object;
    }
    return false;
}

/// OpenAI bills in US dollars and says so in small letters.
template <typename Row>
Result<void> checkCurrency(const Row &row, const QString &member)
{
    const QString currency = row.text(member);
    if (currency.isEmpty() || currency.compare(QLatin1StringView("usd"), Qt::CaseInsensitive) == 0)
        return {};
    return row.wrong(member,
                     ReconcileWords::tr("amounts are in %1; only US dollars can be read.").arg(currency));
}

} // namespace

bool isOpenAiUsage(const UsageTable &table)
{
    return table.has(QStringLiteral("num_model_requests")) && table.has(QStringLiteral("input_tokens"))
        && table.has(QStringLiteral("start_time"));
}

bool isOpenAiCosts(const UsageTable &table)
{
    return table.has(QStringLiteral("amount_value")) && table.has(QStringLiteral("line_item"))
        && table.has(QStringLiteral("start_time"));
}

Result<UsageExport> readOpenAiUsage(UsageTable &table)
{
    return readUsageRows(
        table, UsageFormat::OpenAiUsage, openAiKnown(),
        [](const UsageTable &row, UsageRecord *record) -> Result<bool> {
            // A bucket without use has its times alone.
            if (row.text(QStringLiteral("num_model_requests")).isEmpty()
                && row.text(QStringLiteral("input_tokens")).isEmpty())
                return false;
            if (const Result<void> read = readTimes(row, record); !read)
                return read.error();
            readGroup(row, record);
            record->usage.serviceTier = row.text(QStringLiteral("service_tier"));
            if (row.text(QStringLiteral("batch")).compare(QLatin1StringView("true"), Qt::CaseInsensitive)
                == 0)
                record->usage.serviceTier = QStringLiteral("batch");
            if (const Result<void> read = readCounts(row, record); !read)
                return read.error();
            return true;
        });
}

Result<UsageExport> readOpenAiCosts(UsageTable &table)
{
    return readUsageRows(
        table, UsageFormat::OpenAiCosts, openAiKnown(),
        [](const UsageTable &row, UsageRecord *record) -> Result<bool> {
            const Result<std::optional<Money>> amount = row.money(QStringLiteral("amount_value"));
            if (!amount)
                return amount.error();
            if (!*amount)
                return false;
            if (const Result<void> dollars = checkCurrency(row, QStringLiteral("amount_currency")); !dollars)
                return dollars.error();
            if (const Result<void> read = readTimes(row, record); !read)
                return read.error();
            readGroup(row, record);
            record->model = modelOfLineItem(row.text(QStringLiteral("line_item")));
            record->cost = *amount;
            return true;
        });
}

bool isOpenAiUsage(const QList<UsageItem> &buckets)
{
    return resultsAre(buckets, QLatin1StringView("organization.usage.completions.result"));
}

bool isOpenAiCosts(const QList<UsageItem> &buckets)
{
    return resultsAre(buckets, QLatin1StringView("organization.costs.result"));
}

Result<UsageExport> readOpenAiUsage(const QList<UsageItem> &buckets)
{
    return readUsageBuckets(
        buckets, UsageFormat::OpenAiUsage, openAiKnown(),
        [](const UsageItem &bucket, const UsageItem &item, UsageRecord *record) -> Result<bool> {
            if (const Result<void> read = readTimes(bucket, record); !read)
                return read.error();
            readGroup(item, record);
            record->usage.serviceTier = item.text(QStringLiteral("service_tier"));
            if (item.object.value(QLatin1StringView("batch")).toBool())
                record->usage.serviceTier = QStringLiteral("batch");
            if (const Result<void> read = readCounts(item, record); !read)
                return read.error();
            return true;
        });
}

Result<UsageExport> readOpenAiCosts(const QList<UsageItem> &buckets)
{
    return readUsageBuckets(
        buckets, UsageFormat::OpenAiCosts, openAiKnown(),
        [](const UsageItem &bucket, const UsageItem &item, UsageRecord *record) -> Result<bool> {
            if (const Result<void> read = readTimes(bucket, record); !read)
                return read.error();
            readGroup(item, record);
            const UsageItem amount{item.object.value(QLatin1StringView("amount")).toObject(),
                                   item.path + QStringLiteral(".amount")};
            if (const Result<void> dollars = checkCurrency(amount, QStringLiteral("currency")); !dollars)
                return dollars.error();
            const Result<std::optional<Money>> value = amount.money(QStringLiteral("value"));
            if (!value)
                return value.error();
            if (!*value)
                return amount.wrong(QStringLiteral("value"), ReconcileWords::tr("it is missing."));
            record->model = modelOfLineItem(item.text(QStringLiteral("line_item")));
            record->cost = *value;
            return true;
        });
}

} // namespace core
