#include "core/reconcile/usagerecord.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct FormatNames
{
    UsageFormat format;
    QLatin1StringView name;
    QLatin1StringView title;
};

constexpr std::array<FormatNames, 10> kFormatNames{{
    {UsageFormat::OpenAiUsage, QLatin1StringView("openai-usage"), QLatin1StringView("OpenAI usage")},
    {UsageFormat::OpenAiCosts, QLatin1StringView("openai-costs"), QLatin1StringView("OpenAI costs")},
    {UsageFormat::AnthropicUsage, QLatin1StringView("anthropic-usage"), QLatin1StringView("Anthropic usage")},
    {UsageFormat::AnthropicCosts, QLatin1StringView("anthropic-costs"), QLatin1StringView("Anthropic costs")},
    {UsageFormat::OpenRouterActivity, QLatin1StringView("openrouter-activity"),
     QLatin1StringView("OpenRouter activity by day")},
    {UsageFormat::OpenRouterGenerations, QLatin1StringView("openrouter-generations"),
     QLatin1StringView("OpenRouter generations")},
    {UsageFormat::OneApiLogs, QLatin1StringView("one-api"), QLatin1StringView("logs of one-api or new-api")},
    {UsageFormat::LiteLlmSpendLogs, QLatin1StringView("litellm"), QLatin1StringView("LiteLLM spend logs")},
    {UsageFormat::LlmLogs, QLatin1StringView("llm-logs"), QLatin1StringView("logs.db of llm")},
    {UsageFormat::Table, QLatin1StringView("table"), QLatin1StringView("Table")},
}};

} // namespace

QString usageFormatName(UsageFormat format)
{
    for (const FormatNames &names : kFormatNames) {
        if (names.format == format)
            return names.name;
    }
    return {};
}

std::optional<UsageFormat> usageFormatFromName(QStringView name)
{
    for (const FormatNames &names : kFormatNames) {
        if (names.name == name)
            return names.format;
    }
    return std::nullopt;
}

QStringList usageFormatNames()
{
    QStringList all;
    for (const FormatNames &names : kFormatNames)
        all.append(names.name);
    return all;
}

QString usageFormatTitle(UsageFormat format)
{
    for (const FormatNames &names : kFormatNames) {
        if (names.format == format)
            return names.title;
    }
    return {};
}

QDate UsageRecord::dayUtc() const
{
    return QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).date();
}

Money UsageExport::knownCost() const
{
    Money sum;
    for (const UsageRecord &record : records)
        sum += record.cost.value_or(Money());
    return sum;
}

qint64 UsageExport::withoutCost() const
{
    return std::count_if(records.cbegin(), records.cend(),
                         [](const UsageRecord &record) { return !record.cost.has_value(); });
}

std::optional<qint64> UsageExport::firstMs() const
{
    std::optional<qint64> first;
    for (const UsageRecord &record : records)
        first = std::min(first.value_or(record.atMs), record.atMs);
    return first;
}

std::optional<qint64> UsageExport::lastMs() const
{
    std::optional<qint64> last;
    for (const UsageRecord &record : records) {
        const qint64 end = record.untilMs.value_or(record.atMs + 1);
        last = std::max(last.value_or(end), end);
    }
    return last;
}

QStringList usageFields()
{
    return {QStringLiteral("day"),
            QStringLiteral("time"),
            QStringLiteral("model"),
            QStringLiteral("input"),
            QStringLiteral("uncached_input"),
            QStringLiteral("cached_input"),
            QStringLiteral("cache_write"),
            QStringLiteral("cache_write_1h"),
            QStringLiteral("output"),
            QStringLiteral("reasoning"),
            QStringLiteral("cost"),
            QStringLiteral("requests"),
            QStringLiteral("project"),
            QStringLiteral("key"),
            QStringLiteral("user"),
            QStringLiteral("id"),
            QStringLiteral("tier")};
}

} // namespace core
