#include "core/reconcile/gatewaylogs.h"
#include "core/reconcile/usagefields.h"
#include "core/reconcile/usagetable.h"
#include "core/reconcile/usagevalues.h"

#include <limits>

namespace core {

namespace {

/// https://github.com/songquanpeng/one-api/blob/main/common/config/config.go: QuotaPerUnit = 500 * 1000.0
constexpr qint64 kQuotaPerUsd = 500'000;
constexpr qint64 kPicosPerQuota = Money::kPicosPerUsd / kQuotaPerUsd;
/// LogTypeConsume in model/log.go.
constexpr qint64 kConsumed = 2;

const QSet<QString> &oneApiKnown()
{
    static const QSet<QString> known{QStringLiteral("id"),
                                     QStringLiteral("user_id"),
                                     QStringLiteral("created_at"),
                                     QStringLiteral("type"),
                                     QStringLiteral("content"),
                                     QStringLiteral("username"),
                                     QStringLiteral("token_name"),
                                     QStringLiteral("token_id"),
                                     QStringLiteral("model_name"),
                                     QStringLiteral("quota"),
                                     QStringLiteral("prompt_tokens"),
                                     QStringLiteral("completion_tokens"),
                                     QStringLiteral("channel"),
                                     QStringLiteral("channel_id"),
                                     QStringLiteral("channel_name"),
                                     QStringLiteral("use_time"),
                                     QStringLiteral("request_time"),
                                     QStringLiteral("elapsed_time"),
                                     QStringLiteral("is_stream"),
                                     QStringLiteral("other"),
                                     QStringLiteral("request_id"),
                                     QStringLiteral("endpoint"),
                                     QStringLiteral("system_prompt_reset"),
                                     QStringLiteral("group"),
                                     QStringLiteral("ip")};
    return known;
}

/// The cached tokens that new-api notes in JSON.
void addCache(const QJsonObject &other, Usage *usage)
{
    usage->cachedInput = usageCount(other.value(QLatin1StringView("cache_tokens")));
    usage->cacheWrite = usageCount(other.value(QLatin1StringView("cache_creation_tokens")));
    if (!usage->cacheWrite)
        usage->cacheWrite = usageCount(other.value(QLatin1StringView("cache_write_tokens")));
    if (other.value(QLatin1StringView("claude")).toBool())
        usage->input = sumOfCounts({usage->input, usage->cachedInput, usage->cacheWrite});
}

template <typename Row>
Result<void> readQuota(const Row &row, UsageRecord *record)
{
    const Result<std::optional<qint64>> quota = row.count(QStringLiteral("quota"));
    if (!quota)
        return quota.error();
    if (quota->value_or(0) > std::numeric_limits<qint64>::max() / kPicosPerQuota)
        return row.wrong(QStringLiteral("quota"), amountTooLarge());
    if (*quota)
        record->cost = Money::fromPicos(kPicosPerQuota) * **quota;
    return {};
}

/// Names the row; ids count from 1 in every installation, so its time is part of it.
template <typename Row>
QString oneApiId(const Row &row, qint64 atMs)
{
    const QString request = row.text(QStringLiteral("request_id"));
    const QString id = row.text(QStringLiteral("id"));
    if (!request.isEmpty())
        return request;
    return id.isEmpty() || id == QLatin1StringView("0")
        ? QString()
        : QStringLiteral("%1@%2").arg(id, QString::number(atMs / 1000));
}

template <typename Row>
Result<bool> readLog(const Row &row, const QJsonObject &other, UsageRecord *record)
{
    const Result<std::optional<qint64>> type = row.count(QStringLiteral("type"));
    if (!type)
        return type.error();
    if (type->value_or(kConsumed) != kConsumed)
        return false;
    const Result<qint64> at = row.moment(QStringLiteral("created_at"));
    if (!at)
        return at.error();
    record->atMs = *at;
    record->requests = 1;
    record->externalId = oneApiId(row, *at);
    record->model = row.text(QStringLiteral("model_name"));
    record->key = shownKey(row.text(QStringLiteral("token_name")));
    record->user = row.text(QStringLiteral("username"));
    const QString channel = firstText(
        row, {QStringLiteral("channel_name"), QStringLiteral("channel_id"), QStringLiteral("channel")});
    if (!channel.isEmpty() && channel != QLatin1StringView("0"))
        record->tags.insert(QStringLiteral("channel"), channel);
    if (const Result<void> read = readQuota(row, record); !read)
        return read.error();
    record->usage.basis = UsageBasis::Reported;
    const Result<void> read = readCountsInto(row,
                                             {{QStringLiteral("prompt_tokens"), &record->usage.input},
                                              {QStringLiteral("completion_tokens"), &record->usage.output}});
    if (!read)
        return read.error();
    addCache(other, &record->usage);
    return true;
}

} // namespace

bool isOneApiLogs(const UsageTable &table)
{
    return table.has(QStringLiteral("quota")) && table.has(QStringLiteral("model_name"))
        && table.has(QStringLiteral("created_at"));
}

bool isOneApiLogs(const QList<UsageItem> &items)
{
    return !items.isEmpty() && items.constFirst().has(QStringLiteral("quota"))
        && items.constFirst().has(QStringLiteral("model_name"));
}

Result<UsageExport> readOneApiLogs(UsageTable &table)
{
    return readUsageRows(table, UsageFormat::OneApiLogs, oneApiKnown(),
                         [](const UsageTable &row, UsageRecord *record) {
                             return readLog(row, objectIn(row.text(QStringLiteral("other"))), record);
                         });
}

Result<UsageExport> readOneApiLogs(const QList<UsageItem> &items)
{
    return readUsageItems(
        items, UsageFormat::OneApiLogs, oneApiKnown(), [](const UsageItem &item, UsageRecord *record) {
            return readLog(item, objectIn(item.object.value(QLatin1StringView("other"))), record);
        });
}

} // namespace core
