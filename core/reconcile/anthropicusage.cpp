#include "core/reconcile/anthropicusage.h"

#include "core/reconcile/reconcilewords.h"
#include "core/reconcile/usagefields.h"
#include "core/reconcile/usagetable.h"
#include "core/reconcile/usagevalues.h"

namespace core {

namespace {

const QSet<QString> &anthropicKnown()
{
    static const QSet<QString> known{QStringLiteral("usage_date_utc"),
                                     QStringLiteral("model_version"),
                                     QStringLiteral("model"),
                                     QStringLiteral("api_key"),
                                     QStringLiteral("api_key_id"),
                                     QStringLiteral("api_key_status"),
                                     QStringLiteral("workspace"),
                                     QStringLiteral("workspace_id"),
                                     QStringLiteral("account_id"),
                                     QStringLiteral("usage_type"),
                                     QStringLiteral("service_tier"),
                                     QStringLiteral("usage_input_tokens_no_cache"),
                                     QStringLiteral("usage_input_tokens_cache_write_5m"),
                                     QStringLiteral("usage_input_tokens_cache_write_1h"),
                                     QStringLiteral("usage_input_tokens_cache_read"),
                                     QStringLiteral("usage_output_tokens"),
                                     QStringLiteral("web_search_count"),
                                     QStringLiteral("uncached_input_tokens"),
                                     QStringLiteral("cache_read_input_tokens"),
                                     QStringLiteral("cache_creation"),
                                     QStringLiteral("output_tokens"),
                                     QStringLiteral("server_tool_use"),
                                     QStringLiteral("amount"),
                                     QStringLiteral("currency"),
                                     QStringLiteral("cost_usd"),
                                     QStringLiteral("list_price_usd"),
                                     QStringLiteral("cost_type"),
                                     QStringLiteral("token_type"),
                                     QStringLiteral("description"),
                                     QStringLiteral("context_window"),
                                     QStringLiteral("inference_geo"),
                                     QStringLiteral("speed")};
    return known;
}

/// The classes of the input as Anthropic counts them.
struct AnthropicCounts
{
    std::optional<qint64> uncached = {};
    std::optional<qint64> read = {};
    std::optional<qint64> write5min = {};
    std::optional<qint64> write1h = {};
};

void putCounts(const AnthropicCounts &counts, Usage *usage)
{
    usage->basis = UsageBasis::Reported;
    usage->input = sumOfCounts({counts.uncached, counts.read, counts.write5min, counts.write1h});
    usage->cachedInput = counts.read;
    usage->cacheWrite = sumOfCounts({counts.write5min, counts.write1h});
    usage->cacheWrite1h = counts.write1h;
}

/// `standard` is the tier of everything that names none.
QString tierOf(const QString &text)
{
    const bool standard = text == QLatin1StringView("standard") || text == QLatin1StringView("message");
    return standard ? QString() : text;
}

Result<void> readDay(const UsageTable &row, UsageRecord *record)
{
    const Result<qint64> day = row.moment(QStringLiteral("usage_date_utc"));
    if (!day)
        return day.error();
    record->atMs = *day / kUtcDayMs * kUtcDayMs;
    record->untilMs = record->atMs + kUtcDayMs;
    record->project = row.text(QStringLiteral("workspace"));
    record->key = shownKey(row.text(QStringLiteral("api_key")));
    record->usage.serviceTier = tierOf(row.text(QStringLiteral("usage_type")));
    return {};
}

Result<bool> readUsageRow(const UsageTable &row, UsageRecord *record)
{
    if (const Result<void> read = readDay(row, record); !read)
        return read.error();
    record->model = row.text(QStringLiteral("model_version"));
    AnthropicCounts counts;
    const Result<void> read =
        readCountsInto(row,
                       {{QStringLiteral("usage_input_tokens_no_cache"), &counts.uncached},
                        {QStringLiteral("usage_input_tokens_cache_read"), &counts.read},
                        {QStringLiteral("usage_input_tokens_cache_write_5m"), &counts.write5min},
                        {QStringLiteral("usage_input_tokens_cache_write_1h"), &counts.write1h},
                        {QStringLiteral("usage_output_tokens"), &record->usage.output},
                        {QStringLiteral("web_search_count"), &record->usage.toolCalls}});
    if (!read)
        return read.error();
    putCounts(counts, &record->usage);
    return true;
}

Result<void> readBucket(const UsageItem &bucket, const UsageItem &item, UsageRecord *record)
{
    const Result<qint64> start = bucket.moment(QStringLiteral("starting_at"));
    if (!start)
        return start.error();
    const Result<qint64> end = bucket.moment(QStringLiteral("ending_at"));
    if (!end)
        return end.error();
    if (*end <= *start)
        return bucket.wrong(QStringLiteral("ending_at"), ReconcileWords::tr("it ends before it starts."));
    record->atMs = *start;
    record->untilMs = *end;
    record->model = item.text(QStringLiteral("model"));
    record->project = item.text(QStringLiteral("workspace_id"));
    record->key = shownKey(item.text(QStringLiteral("api_key_id")));
    record->user = item.text(QStringLiteral("account_id"));
    record->usage.serviceTier = tierOf(item.text(QStringLiteral("service_tier")));
    return {};
}

Result<bool> readUsageResult(const UsageItem &bucket, const UsageItem &item, UsageRecord *record)
{
    if (const Result<void> read = readBucket(bucket, item, record); !read)
        return read.error();
    AnthropicCounts counts;
    Result<void> read = readCountsInto(item,
                                       {{QStringLiteral("uncached_input_tokens"), &counts.uncached},
                                        {QStringLiteral("cache_read_input_tokens"), &counts.read},
                                        {QStringLiteral("output_tokens"), &record->usage.output}});
    if (!read)
        return read.error();
    const QLatin1StringView creation("cache_creation");
    const UsageItem writes{item.object.value(creation).toObject(), item.path + u'.' + creation};
    read = readCountsInto(writes,
                          {{QStringLiteral("ephemeral_5m_input_tokens"), &counts.write5min},
                           {QStringLiteral("ephemeral_1h_input_tokens"), &counts.write1h}});
    if (!read)
        return read.error();
    const QLatin1StringView tools("server_tool_use");
    const UsageItem searches{item.object.value(tools).toObject(), item.path + u'.' + tools};
    read = readCountsInto(searches, {{QStringLiteral("web_search_requests"), &record->usage.toolCalls}});
    if (!read)
        return read.error();
    putCounts(counts, &record->usage);
    return true;
}

bool resultsHave(const QList<UsageItem> &buckets, const QString &member)
{
    for (const UsageItem &bucket : buckets) {
        if (!bucket.has(QStringLiteral("starting_at")))
            return false;
        const Result<QList<UsageItem>> results = usageResults(bucket);
        if (results && !results->isEmpty())
            return results->constFirst().has(member);
    }
    return false;
}

} // namespace

bool isAnthropicUsage(const UsageTable &table)
{
    return table.has(QStringLiteral("usage_date_utc"))
        && table.has(QStringLiteral("usage_input_tokens_no_cache"));
}

bool isAnthropicCosts(const UsageTable &table)
{
    return table.has(QStringLiteral("usage_date_utc")) && table.has(QStringLiteral("cost_usd"));
}

Result<UsageExport> readAnthropicUsage(UsageTable &table)
{
    return readUsageRows(table, UsageFormat::AnthropicUsage, anthropicKnown(), readUsageRow);
}

Result<UsageExport> readAnthropicCosts(UsageTable &table)
{
    return readUsageRows(table, UsageFormat::AnthropicCosts, anthropicKnown(),
                         [](const UsageTable &row, UsageRecord *record) -> Result<bool> {
                             if (const Result<void> read = readDay(row, record); !read)
                                 return read.error();
                             record->model = row.text(QStringLiteral("model"));
                             const Result<std::optional<Money>> cost = row.money(QStringLiteral("cost_usd"));
                             if (!cost)
                                 return cost.error();
                             record->cost = *cost;
                             return cost->has_value();
                         });
}

bool isAnthropicUsage(const QList<UsageItem> &buckets)
{
    return resultsHave(buckets, QStringLiteral("uncached_input_tokens"));
}

bool isAnthropicCosts(const QList<UsageItem> &buckets)
{
    return resultsHave(buckets, QStringLiteral("amount"));
}

Result<UsageExport> readAnthropicUsage(const QList<UsageItem> &buckets)
{
    return readUsageBuckets(buckets, UsageFormat::AnthropicUsage, anthropicKnown(), readUsageResult);
}

Result<UsageExport> readAnthropicCosts(const QList<UsageItem> &buckets)
{
    return readUsageBuckets(
        buckets, UsageFormat::AnthropicCosts, anthropicKnown(),
        [](const UsageItem &bucket, const UsageItem &item, UsageRecord *record) -> Result<bool> {
            if (const Result<void> read = readBucket(bucket, item, record); !read)
                return read.error();
            const QString currency = item.text(QStringLiteral("currency"));
            if (!currency.isEmpty() && currency != QLatin1StringView("USD"))
                return item.wrong(
                    QStringLiteral("currency"),
                    ReconcileWords::tr("amounts are in %1; only US dollars can be read.").arg(currency));
            const Result<std::optional<Money>> cents = item.money(QStringLiteral("amount"));
            if (!cents)
                return cents.error();
            if (!*cents)
                return item.wrong(QStringLiteral("amount"), ReconcileWords::tr("it is missing."));
            record->cost = cents->value().scaled(1, 100);
            return true;
        });
}

} // namespace core
