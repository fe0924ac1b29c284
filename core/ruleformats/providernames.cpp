#include "core/ruleformats/providernames.h"

namespace core {

namespace {

struct ProviderRow
{
    const char *preset;
    const char *liteLlm;
    const char *portkey;
    const char *openRouter;
    const char *cloudflare;
    const char *bifrost;
};

// https://docs.litellm.ai/docs/providers, https://portkey.ai/docs/integrations/llms,
// https://openrouter.ai/models, https://developers.cloudflare.com/ai-gateway/usage/providers/,
// https://docs.getbifrost.ai/providers/supported-providers/overview
constexpr ProviderRow kProviderRows[]{
    {"openai", "openai", "openai", "openai", "openai", "openai"},
    {"anthropic", "anthropic", "anthropic", "anthropic", "anthropic", "anthropic"},
    {"google", "gemini", "google", "google", "google-ai-studio", "gemini"},
    {"openrouter", "openrouter", "openrouter", "", "openrouter", "openrouter"},
    {"alibaba", "dashscope", "dashscope", "qwen", "", ""},
    {"deepseek", "deepseek", "deepseek", "deepseek", "deepseek", ""},
    {"mistral", "mistral", "mistral-ai", "mistralai", "mistral", "mistral"},
    {"groq", "groq", "groq", "", "groq", "groq"},
    {"xai", "xai", "x-ai", "x-ai", "grok", "xai"},
    {"togetherai", "together_ai", "together-ai", "", "", ""},
    {"moonshotai", "moonshot", "moonshot", "moonshotai", "", ""},
    {"zai", "zai", "z-ai", "z-ai", "", ""},
    {"fireworks-ai", "fireworks_ai", "fireworks-ai", "", "", "fireworks"},
    {"cerebras", "cerebras", "cerebras", "", "cerebras", "cerebras"},
    {"cohere", "cohere_chat", "cohere", "cohere", "cohere", "cohere"},
    {"llama", "meta_llama", "", "meta-llama", "", ""},
    {"minimax", "minimax", "", "minimax", "", ""},
    {"ollama", "ollama_chat", "ollama", "", "", "ollama"},
    {"lmstudio", "lm_studio", "", "", "", ""},
    {"vllm", "hosted_vllm", "", "", "", "vllm"},
};

struct ProviderAlias
{
    const char *name;
    const char *preset;
};

constexpr ProviderAlias kProviderAliases[]{
    {"openrouter", "openrouter"},
    {"ollama", "ollama"},
    {"cohere", "cohere"},
    {"vllm", "vllm"},
    {"google", "google"},
    {"mistral", "mistral"},
    {"mistralai", "mistral"},
    {"together", "togetherai"},
    {"x-ai", "xai"},
    {"grok", "xai"},
    {"google-ai-studio", "google"},
};

const char *nameInRow(const ProviderRow &row, ProviderNaming naming)
{
    switch (naming) {
    case ProviderNaming::LiteLlm:
        return row.liteLlm;
    case ProviderNaming::Portkey:
        return row.portkey;
    case ProviderNaming::OpenRouter:
        return row.openRouter;
    case ProviderNaming::Cloudflare:
        return row.cloudflare;
    case ProviderNaming::Bifrost:
        break;
    }
    return row.bifrost;
}

QString hostName(const QUrl &url)
{
    QString host = url.host();
    if (host.isEmpty())
        host = QStringLiteral("imported");
    return url.port() < 0 ? host : QString(host + QLatin1Char('-') + QString::number(url.port()));
}

QString accountNameLike(QString wanted)
{
    wanted.replace(QLatin1Char('/'), QLatin1Char('-'));
    return wanted.isEmpty() ? QStringLiteral("imported") : wanted;
}

} // namespace

QString providerNameFor(ProviderNaming naming, const QString &presetId)
{
    for (const ProviderRow &row : kProviderRows) {
        if (presetId == QLatin1StringView(row.preset))
            return QLatin1StringView(nameInRow(row, naming));
    }
    return {};
}

QString presetOfProvider(ProviderNaming naming, const QString &provider)
{
    if (provider.isEmpty())
        return {};
    for (const ProviderRow &row : kProviderRows) {
        if (provider.compare(QLatin1StringView(nameInRow(row, naming)), Qt::CaseInsensitive) == 0)
            return QLatin1StringView(row.preset);
    }
    for (const ProviderAlias &alias : kProviderAliases) {
        if (provider.compare(QLatin1StringView(alias.name), Qt::CaseInsensitive) == 0)
            return QLatin1StringView(alias.preset);
    }
    return {};
}

QString AccountGathering::nameOf(const ProviderReference &reference, const QString &path, LossReport &losses)
{
    const QString presetId = presetOfProvider(m_naming, reference.provider);
    const Preset *preset = knownPresets().find(presetId);
    if (!reference.baseUrl.isEmpty()) {
        const Preset *there = knownPresets().findByUrl(reference.baseUrl);
        preset = there ? there : (preset && preset->kind == PresetKind::Local ? preset : nullptr);
    }
    if (!preset && reference.baseUrl.isEmpty()) {
        const QString name = accountNameLike(reference.provider);
        losses.add(path,
                   RuleFormatWords::tr("Where “%1” is reached is not known here; an account of that name has "
                                       "to be made by hand.")
                       .arg(name));
        return name;
    }
    RuleAccount account;
    account.presetId = preset ? preset->id : QStringLiteral("custom");
    account.baseUrl = reference.baseUrl;
    if (preset && preset->baseUrl == reference.baseUrl)
        account.baseUrl = QUrl();
    account.keyVariable = reference.keyVariable;
    for (const RuleAccount &known : std::as_const(m_accounts)) {
        if (known.presetId == account.presetId && known.baseUrl == account.baseUrl
            && known.keyVariable == account.keyVariable)
            return known.name;
    }
    const QString wanted = preset ? preset->id : hostName(reference.baseUrl);
    account.name = freeNameOf(wanted, m_names);
    m_accounts.append(account);
    return account.name;
}

const Presets &knownPresets()
{
    static const Presets presets = Presets::load();
    return presets;
}

} // namespace core
