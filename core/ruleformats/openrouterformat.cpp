#include "core/ruleformats/openrouterformat.h"

#include "core/routing/documentobject.h"
#include "core/ruleformats/providernames.h"

namespace core {

namespace {

constexpr QLatin1StringView kOpenRouter("openrouter");
constexpr QLatin1StringView kModels("models");
constexpr QLatin1StringView kModel("model");
constexpr QLatin1StringView kProvider("provider");

/// Members of a request that say what is asked, not whom.
constexpr QLatin1StringView kAskedParts[]{
    QLatin1StringView("messages"), QLatin1StringView("prompt"),         QLatin1StringView("stream"),
    QLatin1StringView("user"),     QLatin1StringView("stream_options"),
};

/// The model's name at OpenRouter; empty when it has none.
QString openRouterModel(const TargetName &target, const ExportAccount &account)
{
    if (account.presetId == kOpenRouter)
        return target.model;
    const QString vendor = providerNameFor(ProviderNaming::OpenRouter, account.presetId);
    return vendor.isEmpty() ? QString() : QString(vendor + QLatin1Char('/') + target.model);
}

class OpenRouterWriter
{
public:
    explicit OpenRouterWriter(const ExportContext &context) : m_context(context) { }

    Result<RuleExport> write(const RuleSet &set);

private:
    void add(const ChainTarget &target, const QString &path);
    void loseConditions(const Chain &chain, const QString &path);

    const ExportContext &m_context;
    LossReport m_losses;
    QStringList m_models;
    std::optional<ChatParameters> m_parameters;
};

Result<RuleExport> OpenRouterWriter::write(const RuleSet &set)
{
    const RuleSet rules = flattenedRules(set, m_context, m_losses);
    if (const Result<void> there = accountsExist(rules, m_context); !there)
        return there.error();
    for (qsizetype place = 0; place < rules.rules.size(); ++place) {
        if (rules.rules.at(place).on)
            m_losses.add(rulePath(rules, place),
                         RuleFormatWords::tr("OpenRouter knows no conditions; the rule was left out."));
    }
    const QString path = rulePath(rules, rules.rules.size());
    const Chain &chain = rules.otherwise.chain;
    if (chain.pick == PickOrder::Weighted && chain.targets.size() > 1)
        m_losses.add(path + QStringLiteral(".chain.pick"),
                     RuleFormatWords::tr("Shares by weight cannot be said; the models are asked as they are "
                                         "listed."));
    const QList<ChainTarget> targets = frozenTargets(chain, path, m_context, m_losses);
    for (qsizetype at = 0; at < targets.size(); ++at)
        add(targets.at(at), pathInside(path + QStringLiteral(".chain.targets"), at));
    for (qsizetype at = 0; at < chain.fallbacks.size(); ++at)
        add(chain.fallbacks.at(at).target, pathInside(path + QStringLiteral(".chain.fallbacks"), at));
    loseConditions(chain, path);
    if (m_models.isEmpty())
        return Error{ErrorKind::InvalidRequest,
                     RuleFormatWords::tr("None of the models of the default rule can be had at OpenRouter.")};
    QJsonObject body = bodyOfParameters(m_parameters.value_or(ChatParameters()));
    body.insert(kModels, QJsonArray::fromStringList(m_models));
    return RuleExport{indentedJson(body), QStringLiteral("json"), m_losses.losses()};
}

void OpenRouterWriter::add(const ChainTarget &target, const QString &path)
{
    const ExportAccount account = exportedAccount(target.name, m_context).valueOr({});
    const QString model = openRouterModel(target.name, account);
    if (model.isEmpty()) {
        m_losses.add(path,
                     RuleFormatWords::tr("The account “%1” is not OpenRouter's; the model was left out.")
                         .arg(target.name.account));
        return;
    }
    if (account.presetId != kOpenRouter)
        m_losses.add(path,
                     RuleFormatWords::tr("The model is asked through OpenRouter instead of the account “%1”.")
                         .arg(target.name.account));
    if (!m_parameters)
        m_parameters = target.parameters;
    else if (*m_parameters != target.parameters)
        m_losses.add(
            path, RuleFormatWords::tr("All models get the same parameters; those of the first were taken."));
    if (!m_models.contains(model))
        m_models.append(model);
}

void OpenRouterWriter::loseConditions(const Chain &chain, const QString &path)
{
    loseChainParts(chain, path, m_losses);
    loseLimits(chain.limits, path, {LimitPart::Refusal}, m_losses);
    const QString fallbacks = path + QStringLiteral(".chain.fallbacks");
    const auto isConditional = [](const Fallback &fallback) {
        return fallback.onlyLargerContext || !fallback.onlyAfter.isEmpty();
    };
    if (std::any_of(chain.fallbacks.begin(), chain.fallbacks.end(), isConditional))
        m_losses.add(
            fallbacks,
            RuleFormatWords::tr("A fallback after certain errors only cannot be said; it is asked after "
                                "all of them."));
    if (m_models.size() > 1 && !chain.limits.fallbackOnRefusal)
        m_losses.add(path + QStringLiteral(".chain.limits.fallback_on_refusal"),
                     RuleFormatWords::tr("OpenRouter asks the next model after every error, a refusal too."));
}

} // namespace

bool isOpenRouterBody(const RuleText &text)
{
    const QJsonObject &json = text.json;
    return text.isJson
        && (json.value(kModels).isArray() || (json.value(kProvider).isObject() && json.contains(kModel)));
}

Result<RuleImport> readOpenRouterBody(const RuleText &text, const QString &suggestedName)
{
    LossReport losses;
    RuleImport imported;
    imported.format = RuleFormat::OpenRouter;
    imported.rules.name = suggestedName;
    DocumentReading reading(&imported.unknown);
    const QJsonObject json = withoutSecretTexts(withoutNulls(text.json), {}, losses).toObject();
    DocumentObject document(json, {}, &reading);
    QStringList models = document.texts(kModels);
    const QString first = document.text(kModel);
    document.object(kProvider);
    if (!first.isEmpty() && !models.contains(first))
        models.prepend(first);
    if (models.isEmpty())
        reading.fail(RuleFormatWords::tr("%1: expected a list with at least one model").arg(kModels));
    if (reading.failed())
        return reading.error();
    QJsonObject body = json;
    body.remove(kModels);
    body.remove(kModel);
    body.remove(QLatin1StringView("route"));
    for (const QLatin1StringView part : kAskedParts) {
        if (body.contains(part))
            losses.add(part, RuleFormatWords::tr("What is asked is no part of rules and was left out."));
        body.remove(part);
    }
    AccountGathering accounts(ProviderNaming::OpenRouter);
    const QString account = accounts.nameOf({kOpenRouter}, kModels, losses);
    Chain &chain = imported.rules.otherwise.chain;
    for (const QString &model : std::as_const(models)) {
        const ChainTarget target{{account, model}, bodyParameters(body)};
        if (chain.targets.isEmpty())
            chain.targets.append(target);
        else
            chain.fallbacks.append({target});
    }
    chain.limits.fallbackOnRefusal = !chain.fallbacks.isEmpty();
    chain.limits.attempts = usualAttempts(chain);
    imported.accounts = accounts.accounts();
    imported.losses = losses.losses();
    return imported;
}

Result<RuleExport> writeOpenRouterBody(const RuleSet &rules, const ExportContext &context)
{
    return OpenRouterWriter(context).write(rules);
}

} // namespace core
