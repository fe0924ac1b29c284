#include "core/reconcile/openrouterusage.h"

#include "core/reconcile/usagefields.h"
#include "core/reconcile/usagetable.h"
#include "core/reconcile/usagevalues.h"

namespace core {

namespace {

const QSet<QString> &generationKnown()
{
    static const QSet<QString> known{QStringLiteral("generation_id"),
                                     QStringLiteral("created_at"),
                                     QStringLiteral("cost_total"),
                                     QStringLiteral("cost_web_search"),
                                     QStringLiteral("cost_cache"),
                                     QStringLiteral("cost_file_processing"),
                                     QStringLiteral("byok_usage_inference"),
                                     QStringLiteral("tokens_prompt"),
                                     QStringLiteral("tokens_completion"),
                                     QStringLiteral("tokens_reasoning"),
                                     QStringLiteral("tokens_cached"),
                                     QStringLiteral("model_permaslug"),
                                     QStringLiteral("provider_name"),
                                     QStringLiteral("variant"),
                                     QStringLiteral("cancelled"),
                                     QStringLiteral("streamed"),
                                     QStringLiteral("user"),
                                     QStringLiteral("finish_reason_raw"),
                                     QStringLiteral("finish_reason_normalized"),
                                     QStringLiteral("generation_time_ms"),
                                     QStringLiteral("time_to_first_token_ms"),
                                     QStringLiteral("api_key_disabled"),
                                     QStringLiteral("api_key_name"),
                                     QStringLiteral("app_name"),
                                     QStringLiteral("num_search_results")};
    return known;
}

const QSet<QString> &activityKnown()
{
    static const QSet<QString> known{QStringLiteral("date"),
                                     QStringLiteral("slug"),
                                     QStringLiteral("model"),
                                     QStringLiteral("model_permaslug"),
                                     QStringLiteral("endpoint_id"),
                                     QStringLiteral("provider_name"),
                                     QStringLiteral("usage"),
                                     QStringLiteral("byok usage"),
                                     QStringLiteral("byok_usage_inference"),
                                     QStringLiteral("requests"),
                                     QStringLiteral("prompt tokens"),
                                     QStringLiteral("prompt_tokens"),
                                     QStringLiteral("completion tokens"),
                                     QStringLiteral("completion_tokens"),
                                     QStringLiteral("reasoning tokens"),
                                     QStringLiteral("reasoning_tokens")};
    return known;
}

/// To OpenRouter, and to the provider whose key is the user's own.
std::optional<Money> paid(const std::optional<Money> &cost, const std::optional<Money> &ownKey)
{
    return cost && ownKey ? *cost + *ownKey : (cost ? cost : ownKey);
}

template <typename Row>
Result<void> readPaid(const Row &row, const QString &cost, const QString &ownKey, UsageRecord *record)
{
    const Result<std::optional<Money>> charged = row.money(cost);
    if (!charged)
        return charged.error();
    const Result<std::optional<Money>> upstream = row.money(ownKey);
    if (!upstream)
        return upstream.error();
    if (*charged && *upstream && isBeyondMoney(**charged, **upstream))
        return row.wrong(ownKey, amountTooLarge());
    record->cost = paid(*charged, *upstream);
    return {};
}

/// How a table and the API name the same figures.
struct ActivityNames
{
    QString model;
    QString ownKey;
    QString prompt;
    QString completion;
    QString reasoning;
};

template <typename Row>
Result<bool> readActivity(const Row &row, const ActivityNames &names, UsageRecord *record)
{
    const Result<qint64> day = row.moment(QStringLiteral("date"));
    if (!day)
        return day.error();
    record->atMs = *day / kUtcDayMs * kUtcDayMs;
    record->untilMs = record->atMs + kUtcDayMs;
    record->model = row.text(names.model);
    if (const QString provider = row.text(QStringLiteral("provider_name")); !provider.isEmpty())
        record->tags.insert(QStringLiteral("provider"), provider);
    if (const Result<void> read = readPaid(row, QStringLiteral("usage"), names.ownKey, record); !read)
        return read.error();
    record->usage.basis = UsageBasis::Reported;
    const Result<void> read = readCountsInto(row,
                                             {{QStringLiteral("requests"), &record->requests},
                                              {names.prompt, &record->usage.input},
                                              {names.completion, &record->usage.output},
                                              {names.reasoning, &record->usage.reasoning}});
    if (!read)
        return read.error();
    return true;
}

Result<bool> readGeneration(const UsageTable &row, UsageRecord *record)
{
    const Result<qint64> at = row.moment(QStringLiteral("created_at"));
    if (!at)
        return at.error();
    record->atMs = *at;
    record->requests = 1;
    record->externalId = row.text(QStringLiteral("generation_id"));
    record->model = row.text(QStringLiteral("model_permaslug"));
    record->key = shownKey(row.text(QStringLiteral("api_key_name")));
    record->user = row.text(QStringLiteral("user"));
    if (const QString app = row.text(QStringLiteral("app_name")); !app.isEmpty())
        record->tags.insert(QStringLiteral("app"), app);
    const Result<void> read =
        readPaid(row, QStringLiteral("cost_total"), QStringLiteral("byok_usage_inference"), record);
    if (!read)
        return read.error();
    record->usage.basis = UsageBasis::Reported;
    const Result<void> counts =
        readCountsInto(row,
                       {{QStringLiteral("tokens_prompt"), &record->usage.input},
                        {QStringLiteral("tokens_cached"), &record->usage.cachedInput},
                        {QStringLiteral("tokens_completion"), &record->usage.output},
                        {QStringLiteral("tokens_reasoning"), &record->usage.reasoning}});
    if (!counts)
        return counts.error();
    return true;
}

} // namespace

bool isOpenRouterActivity(const UsageTable &table)
{
    return table.has(QStringLiteral("date")) && table.has(QStringLiteral("slug"))
        && table.has(QStringLiteral("byok usage"));
}

bool isOpenRouterGenerations(const UsageTable &table)
{
    return table.has(QStringLiteral("generation_id")) && table.has(QStringLiteral("model_permaslug"));
}

Result<UsageExport> readOpenRouterActivity(UsageTable &table)
{
    const ActivityNames names{QStringLiteral("slug"), QStringLiteral("byok usage"),
                              QStringLiteral("prompt tokens"), QStringLiteral("completion tokens"),
                              QStringLiteral("reasoning tokens")};
    return readUsageRows(
        table, UsageFormat::OpenRouterActivity, activityKnown(),
        [names](const UsageTable &row, UsageRecord *record) { return readActivity(row, names, record); });
}

Result<UsageExport> readOpenRouterGenerations(UsageTable &table)
{
    return readUsageRows(table, UsageFormat::OpenRouterGenerations, generationKnown(), readGeneration);
}

bool isOpenRouterActivity(const QList<UsageItem> &items)
{
    return !items.isEmpty() && items.constFirst().has(QStringLiteral("model_permaslug"))
        && items.constFirst().has(QStringLiteral("date"));
}

Result<UsageExport> readOpenRouterActivity(const QList<UsageItem> &items)
{
    const ActivityNames names{QStringLiteral("model"), QStringLiteral("byok_usage_inference"),
                              QStringLiteral("prompt_tokens"), QStringLiteral("completion_tokens"),
                              QStringLiteral("reasoning_tokens")};
    return readUsageItems(
        items, UsageFormat::OpenRouterActivity, activityKnown(),
        [names](const UsageItem &item, UsageRecord *record) { return readActivity(item, names, record); });
}

} // namespace core
