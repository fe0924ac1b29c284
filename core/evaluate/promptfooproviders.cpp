#include "core/accounts/presets.h"
#include "core/evaluate/evaluatewords.h"
#include "core/evaluate/promptfooparts.h"

#include <QUrl>

namespace core {

namespace {

/// `openai:chat:gpt-4o` in parts.
struct ProviderName
{
    QString vendor;
    QString model;
};

/// promptfoo's names of providers that are named otherwise here.
QString presetOf(const QString &vendor)
{
    static const QHash<QString, QString> others{{QStringLiteral("vertex"), QStringLiteral("google")},
                                                {QStringLiteral("palm"), QStringLiteral("google")},
                                                {QStringLiteral("togetherai"), QStringLiteral("togetherai")},
                                                {QStringLiteral("together"), QStringLiteral("togetherai")},
                                                {QStringLiteral("fireworks"), QStringLiteral("fireworks-ai")},
                                                {QStringLiteral("moonshot"), QStringLiteral("moonshotai")},
                                                {QStringLiteral("alicloud"), QStringLiteral("alibaba")},
                                                {QStringLiteral("aliyun"), QStringLiteral("alibaba")},
                                                {QStringLiteral("dashscope"), QStringLiteral("alibaba")}};
    return others.value(vendor, vendor);
}

ProviderName split(const QString &id)
{
    static const QStringList interfaces{QStringLiteral("chat"), QStringLiteral("messages"),
                                        QStringLiteral("responses"), QStringLiteral("completion")};
    const qsizetype colon = id.indexOf(u':');
    if (colon < 0)
        return {id, {}};
    ProviderName name{id.left(colon).toLower(), id.mid(colon + 1)};
    const qsizetype second = name.model.indexOf(u':');
    // A model's own name may hold a colon; what kind of request it is stands before it.
    if (second > 0 && interfaces.contains(name.model.left(second)))
        name.model = name.model.mid(second + 1);
    return name;
}

QString withoutSlash(const QUrl &url)
{
    QString text = url.toString();
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

/// The account with that base URL, else one of the vendor's preset.
const Account *accountFor(const QList<Account> &accounts, const QUrl &baseUrl, const QString &preset)
{
    const Account *byHost = nullptr;
    for (const Account &account : accounts) {
        if (baseUrl.isEmpty() ? account.presetId == preset
                              : withoutSlash(account.baseUrl) == withoutSlash(baseUrl))
            return &account;
        if (!baseUrl.isEmpty() && !byHost && account.baseUrl.host() == baseUrl.host()
            && account.baseUrl.port() == baseUrl.port())
            byHost = &account;
    }
    return byHost;
}

ChatParameters parametersOf(const QJsonObject &config, const QString &path, PromptfooContext *context)
{
    static const QStringList endpoint{QStringLiteral("apiBaseUrl"), QStringLiteral("apiHost")};
    ChatParameters parameters;
    for (auto member = config.begin(); member != config.end(); ++member) {
        const QString name = member.key();
        const QJsonValue value = member.value();
        const QString place = path + QStringLiteral(".config.") + name;
        if (endpoint.contains(name))
            continue;
        if (name.startsWith(QLatin1StringView("apiKey")) || name == QLatin1StringView("headers"))
            context->lose(
                place,
                EvaluateWords::tr("Keys and headers are the account's here and are not taken from a file."));
        else if (name == QLatin1StringView("temperature") && value.isDouble())
            parameters.temperature = value.toDouble();
        else if (name == QLatin1StringView("top_p") && value.isDouble())
            parameters.topP = value.toDouble();
        else if ((name == QLatin1StringView("max_tokens")
                  || name == QLatin1StringView("max_completion_tokens")
                  || name == QLatin1StringView("max_output_tokens"))
                 && value.toInteger() > 0)
            parameters.maxTokens = value.toInteger();
        else if (name == QLatin1StringView("frequency_penalty") && value.isDouble())
            parameters.frequencyPenalty = value.toDouble();
        else if (name == QLatin1StringView("presence_penalty") && value.isDouble())
            parameters.presencePenalty = value.toDouble();
        else if (name == QLatin1StringView("seed") && value.isDouble())
            parameters.seed = value.toInteger();
        else if (name == QLatin1StringView("reasoning_effort") && value.isString())
            parameters.reasoningEffort = value.toString();
        else if (name == QLatin1StringView("response_format") && value.isObject())
            parameters.responseFormat = value.toObject();
        else if (name == QLatin1StringView("stop") && value.isArray())
            parameters.stop = value.toVariant().toStringList();
        else if (name == QLatin1StringView("passthrough") && value.isObject())
            parameters.extra = value.toObject();
        else
            context->lose(place, EvaluateWords::tr("The setting \"%1\" is not known here.").arg(name));
    }
    return parameters;
}

} // namespace

std::optional<Target> promptfooTarget(const QJsonValue &provider, const QList<Account> &accounts,
                                      const Presets &presets, const QString &path, PromptfooContext *context)
{
    QJsonObject object = provider.toObject();
    QString id = provider.isString() ? provider.toString() : object.value(QLatin1StringView("id")).toString();
    // `openai:gpt-4o: {config: ...}`
    if (id.isEmpty() && object.size() == 1) {
        id = object.begin().key();
        object = object.begin().value().toObject();
    }
    context->loseUnknown(object, {QStringLiteral("id"), QStringLiteral("label"), QStringLiteral("config")},
                         path);
    const QJsonObject config = object.value(QLatin1StringView("config")).toObject();
    const ProviderName name = split(id);
    QUrl baseUrl(config.value(QLatin1StringView("apiBaseUrl")).toString());
    if (const QString host = config.value(QLatin1StringView("apiHost")).toString(); !host.isEmpty())
        baseUrl = QUrl(QStringLiteral("https://%1/v1").arg(host));
    if (baseUrl.isEmpty() && name.vendor.startsWith(QLatin1StringView("http")))
        baseUrl = QUrl(id);
    const QString preset = presetOf(name.vendor);
    if (name.model.isEmpty() || (baseUrl.isEmpty() && !presets.find(preset))) {
        context->lose(path, EvaluateWords::tr("The provider \"%1\" has no equal here.").arg(id));
        return std::nullopt;
    }
    const Account *account = accountFor(accounts, baseUrl, preset);
    if (!account) {
        context->lose(
            path,
            baseUrl.isEmpty()
                ? EvaluateWords::tr("There is no account with the preset \"%1\" for the provider \"%2\".")
                      .arg(preset, id)
                : EvaluateWords::tr("There is no account with the base URL %1 for the provider \"%2\".")
                      .arg(baseUrl.toString(), id));
        return std::nullopt;
    }
    return Target{{account->name, name.model}, parametersOf(config, path, context)};
}

QList<Target> promptfooTargets(const QJsonValue &providers, const QList<Account> &accounts,
                               const Presets &presets, PromptfooContext *context)
{
    QList<Target> targets;
    const QJsonArray list = providers.isArray() ? providers.toArray()
        : providers.isUndefined()               ? QJsonArray()
                                                : QJsonArray{providers};
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QString path = QStringLiteral("providers[%1]").arg(at);
        const std::optional<Target> target = promptfooTarget(list.at(at), accounts, presets, path, context);
        if (target)
            targets.append(*target);
    }
    return targets;
}

} // namespace core
