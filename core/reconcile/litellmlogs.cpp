#include "core/reconcile/gatewaylogs.h"
#include "core/reconcile/usagefields.h"
#include "core/reconcile/usagetable.h"
#include "core/reconcile/usagevalues.h"

namespace core {

namespace {

const QSet<QString> &liteLlmKnown()
{
    static const QSet<QString> known{QStringLiteral("request_id"),
                                     QStringLiteral("call_type"),
                                     QStringLiteral("api_key"),
                                     QStringLiteral("spend"),
                                     QStringLiteral("total_tokens"),
                                     QStringLiteral("prompt_tokens"),
                                     QStringLiteral("completion_tokens"),
                                     QStringLiteral("starttime"),
                                     QStringLiteral("endtime"),
                                     QStringLiteral("startTime"),
                                     QStringLiteral("endTime"),
                                     QStringLiteral("completionstarttime"),
                                     QStringLiteral("completionStartTime"),
                                     QStringLiteral("request_duration_ms"),
                                     QStringLiteral("model"),
                                     QStringLiteral("model_id"),
                                     QStringLiteral("model_group"),
                                     QStringLiteral("custom_llm_provider"),
                                     QStringLiteral("api_base"),
                                     QStringLiteral("user"),
                                     QStringLiteral("end_user"),
                                     QStringLiteral("team_id"),
                                     QStringLiteral("organization_id"),
                                     QStringLiteral("metadata"),
                                     QStringLiteral("cache_hit"),
                                     QStringLiteral("cache_key"),
                                     QStringLiteral("request_tags"),
                                     QStringLiteral("requester_ip_address"),
                                     QStringLiteral("session_id"),
                                     QStringLiteral("status")};
    return known;
}

/// The parts that the provider reported, in OpenAI's shape or Anthropic's.
void addParts(const QJsonObject &metadata, Usage *usage)
{
    const QJsonObject reported = objectIn(metadata.value(QLatin1StringView("usage_object")));
    const QJsonObject prompt = reported.value(QLatin1StringView("prompt_tokens_details")).toObject();
    const QJsonObject completion = reported.value(QLatin1StringView("completion_tokens_details")).toObject();
    usage->cachedInput = usageCount(prompt.value(QLatin1StringView("cached_tokens")));
    if (!usage->cachedInput)
        usage->cachedInput = usageCount(reported.value(QLatin1StringView("cache_read_input_tokens")));
    usage->cacheWrite = usageCount(reported.value(QLatin1StringView("cache_creation_input_tokens")));
    usage->reasoning = usageCount(completion.value(QLatin1StringView("reasoning_tokens")));
}

template <typename Row>
Result<void> readSpend(const Row &row, UsageRecord *record)
{
    const Result<std::optional<Money>> spend = row.money(QStringLiteral("spend"));
    if (!spend)
        return spend.error();
    record->cost = *spend;
    // LiteLLM writes a spend of 0 for models that it has no price of.
    if (record->cost && record->cost->isZero() && record->usage.input.value_or(0) > 0)
        record->cost.reset();
    return {};
}

/// A tag `key:value` or `key=value` as such, another one as `tag`.
void addRequestTags(const QJsonArray &tags, UsageRecord *record)
{
    for (const auto &value : tags) {
        const QString tag = value.toString().trimmed();
        const qsizetype at = tag.indexOf(tag.contains(u'=') ? u'=' : u':');
        if (at > 0)
            record->tags.insert(tag.left(at).trimmed(), tag.mid(at + 1).trimmed());
        else if (!tag.isEmpty())
            record->tags.insert(QStringLiteral("tag"), tag);
    }
}

template <typename Row>
Result<bool> readSpendLog(const Row &row, const QJsonObject &metadata, UsageRecord *record)
{
    const Result<qint64> at = row.moment(QStringLiteral("startTime"));
    if (!at)
        return at.error();
    const bool failed = metadata.value(QLatin1StringView("status")).toString() == QLatin1StringView("failure")
        || row.text(QStringLiteral("status")) == QLatin1StringView("failure");
    record->atMs = *at;
    record->requests = 1;
    record->externalId = row.text(QStringLiteral("request_id"));
    record->model = row.text(QStringLiteral("model"));
    record->key = shownKey(metadata.value(QLatin1StringView("user_api_key_alias")).toString());
    record->project = metadata.value(QLatin1StringView("user_api_key_team_alias")).toString();
    if (record->project.isEmpty())
        record->project = row.text(QStringLiteral("team_id"));
    record->user = firstText(row, {QStringLiteral("end_user"), QStringLiteral("user")});
    record->usage.basis = UsageBasis::Reported;
    const Result<void> counts =
        readCountsInto(row,
                       {{QStringLiteral("prompt_tokens"), &record->usage.input},
                        {QStringLiteral("completion_tokens"), &record->usage.output}});
    if (!counts)
        return counts.error();
    addParts(metadata, &record->usage);
    if (const Result<void> read = readSpend(row, record); !read)
        return read.error();
    // A request that failed, or that the gateway's own cache answered, cost nothing.
    const bool cached =
        row.text(QStringLiteral("cache_hit")).compare(QLatin1StringView("true"), Qt::CaseInsensitive) == 0;
    return !failed && !cached;
}

} // namespace

bool isLiteLlmLogs(const UsageTable &table)
{
    return table.has(QStringLiteral("request_id")) && table.has(QStringLiteral("spend"))
        && table.has(QStringLiteral("startTime"));
}

bool isLiteLlmLogs(const QList<UsageItem> &items)
{
    return !items.isEmpty() && items.constFirst().has(QStringLiteral("request_id"))
        && items.constFirst().has(QStringLiteral("spend"));
}

Result<UsageExport> readLiteLlmLogs(UsageTable &table)
{
    return readUsageRows(table, UsageFormat::LiteLlmSpendLogs, liteLlmKnown(),
                         [](const UsageTable &row, UsageRecord *record) {
                             addRequestTags(arrayIn(row.text(QStringLiteral("request_tags"))), record);
                             return readSpendLog(row, objectIn(row.text(QStringLiteral("metadata"))), record);
                         });
}

Result<UsageExport> readLiteLlmLogs(const QList<UsageItem> &items)
{
    return readUsageItems(
        items, UsageFormat::LiteLlmSpendLogs, liteLlmKnown(), [](const UsageItem &item, UsageRecord *record) {
            const QJsonObject &row = item.object;
            addRequestTags(arrayIn(row.value(QLatin1StringView("request_tags"))), record);
            return readSpendLog(item, objectIn(row.value(QLatin1StringView("metadata"))), record);
        });
}

} // namespace core
