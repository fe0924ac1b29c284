#include "core/reconcile/importaccount.h"

#include "core/catalog/modelcatalog.h"

namespace core {

namespace {

/// The preset of the provider that wrote it; empty for other programs.
QString presetOfFormat(UsageFormat format)
{
    switch (format) {
    case UsageFormat::OpenAiUsage:
    case UsageFormat::OpenAiCosts:
        return QStringLiteral("openai");
    case UsageFormat::AnthropicUsage:
    case UsageFormat::AnthropicCosts:
        return QStringLiteral("anthropic");
    case UsageFormat::OpenRouterActivity:
    case UsageFormat::OpenRouterGenerations:
        return QStringLiteral("openrouter");
    case UsageFormat::OneApiLogs:
    case UsageFormat::LiteLlmSpendLogs:
    case UsageFormat::LlmLogs:
    case UsageFormat::Table:
        break;
    }
    return {};
}

} // namespace

QString suggestedAccount(UsageFormat format, const QList<Account> &accounts)
{
    if (format == UsageFormat::Table)
        return {};
    if (format == UsageFormat::LlmLogs)
        return QStringLiteral("llm");
    const QString preset = presetOfFormat(format);
    if (preset.isEmpty())
        return usageFormatName(format);
    QStringList names;
    for (const Account &account : accounts) {
        if (account.presetId == preset)
            names.append(account.name);
    }
    if (names.isEmpty())
        return preset;
    return names.size() == 1 ? names.constFirst() : QString();
}

UsageImportOptions usageImportOptions(const QString &account, const ModelCatalog &catalog)
{
    UsageImportOptions options;
    options.account = account;
    options.pricesOf = [&catalog](const QString &model, qint64 atMs) -> std::optional<PriceList> {
        const CatalogEntry *entry = catalog.find({}, model);
        return entry ? catalog.priceAt(*entry, atMs) : std::nullopt;
    };
    options.vendorOf = [&catalog](const QString &model) { return catalog.vendorOf(model); };
    return options;
}

} // namespace core
