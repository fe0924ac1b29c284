#include "core/ruleformats/litellmparts.h"

namespace core {

namespace {

/// Settings that nothing here corresponds to, with why.
struct LostSetting
{
    QLatin1StringView name;
    const char *what;
};

constexpr LostSetting kLostSettings[]{
    {QLatin1StringView("cooldown_time"),
     QT_TRANSLATE_NOOP("RuleFormats", "How long a failed model is left alone follows its failures here.")},
    {QLatin1StringView("allowed_fails"),
     QT_TRANSLATE_NOOP("RuleFormats", "A model is left alone from its first failure on here.")},
    {QLatin1StringView("allowed_fails_policy"),
     QT_TRANSLATE_NOOP("RuleFormats", "A model is left alone from its first failure on here.")},
    {QLatin1StringView("disable_cooldowns"),
     QT_TRANSLATE_NOOP("RuleFormats", "A failed model is always left alone for a while here.")},
    {QLatin1StringView("retry_after"),
     QT_TRANSLATE_NOOP("RuleFormats", "The pause before asking again cannot be set here.")},
    {QLatin1StringView("retry_policy"),
     QT_TRANSLATE_NOOP("RuleFormats", "Which errors are asked again is fixed here, not their number each.")},
    {QLatin1StringView("max_fallbacks"),
     QT_TRANSLATE_NOOP("RuleFormats",
                       "All fallbacks may be asked here, as far as the attempts of a call go.")},
    {QLatin1StringView("provider_budget_config"),
     QT_TRANSLATE_NOOP("RuleFormats", "Budgets of providers are no part of rules here.")},
};

void readFallbackLists(DocumentObject &object, QLatin1StringView member, LiteLlmFallbacks &fallbacks)
{
    const QJsonArray entries = object.list(member);
    for (qsizetype at = 0; at < entries.size() && !object.reading().failed(); ++at) {
        const QString path = pathInside(object.pathOf(member), at);
        const QJsonObject entry = entries.at(at).toObject();
        if (!entries.at(at).isObject())
            object.reading().fail(expectedObject(path));
        for (auto group = entry.begin(); group != entry.end(); ++group) {
            const QJsonArray names = group.value().toArray();
            const bool allTexts = group.value().isArray()
                && std::all_of(names.begin(), names.end(),
                               [](const QJsonValue &name) { return name.isString(); });
            if (!allTexts)
                object.reading().fail(RuleFormatWords::tr("%1: expected a list of model names")
                                          .arg(pathInside(path, QStringView(group.key()))));
            if (fallbacks.contains(group.key()))
                continue;
            for (const QJsonValue &name : names)
                fallbacks[group.key()].append(name.toString());
        }
    }
}

void readAliases(DocumentObject &object, LiteLlmSettings &settings, LossReport &losses)
{
    const QLatin1StringView member("model_group_alias");
    const QJsonObject aliases = object.object(member);
    for (auto alias = aliases.begin(); alias != aliases.end(); ++alias) {
        const QString group = alias.value().isObject()
            ? alias.value().toObject().value(QLatin1StringView("model")).toString()
            : alias.value().toString();
        if (group.isEmpty())
            losses.add(pathInside(object.pathOf(member), QStringView(alias.key())),
                       RuleFormatWords::tr("The alias names no group and was left out."));
        else
            settings.aliases.insert(alias.key(), group);
    }
}

void readTimes(DocumentObject &object, LiteLlmSettings &settings)
{
    const std::optional<double> request = object.number(QLatin1StringView("request_timeout"));
    const std::optional<double> timeout = object.number(QLatin1StringView("timeout"));
    const std::optional<double> stream = object.number(QLatin1StringView("stream_timeout"));
    if (!settings.timeout)
        settings.timeout = timeout ? timeout : request;
    if (!settings.streamTimeout)
        settings.streamTimeout = stream;
    if (object.has(QLatin1StringView("num_retries"))) {
        const int retries = object.whole(QLatin1StringView("num_retries"), 0);
        if (!settings.retries)
            settings.retries = retries;
    }
}

} // namespace

QJsonObject readLiteLlmSettings(const QJsonObject &json, const QString &path, LiteLlmSettings &settings,
                                DocumentReading &reading, LossReport &losses)
{
    DocumentObject object(json, path, &reading);
    const QString strategy = object.text(QLatin1StringView("routing_strategy"));
    if (settings.strategy.isEmpty())
        settings.strategy = strategy;
    readFallbackLists(object, QLatin1StringView("fallbacks"), settings.fallbacks);
    readFallbackLists(object, QLatin1StringView("context_window_fallbacks"), settings.contextFallbacks);
    readFallbackLists(object, QLatin1StringView("content_policy_fallbacks"), settings.contentFallbacks);
    const QStringList defaults = object.texts(QLatin1StringView("default_fallbacks"));
    if (settings.defaultFallbacks.isEmpty())
        settings.defaultFallbacks = defaults;
    readAliases(object, settings, losses);
    readTimes(object, settings);
    settings.filtersByTag = object.flag(QLatin1StringView("enable_tag_filtering"), settings.filtersByTag);
    // The window of a model is always looked at here.
    object.flag(QLatin1StringView("enable_pre_call_checks"), true);
    QJsonObject rest;
    for (auto member = json.begin(); member != json.end(); ++member) {
        const auto lost =
            std::find_if(std::begin(kLostSettings), std::end(kLostSettings),
                         [&member](const LostSetting &each) { return member.key() == each.name; });
        if (lost != std::end(kLostSettings))
            losses.add(pathInside(path, QStringView(member.key())), RuleFormatWords::tr(lost->what));
        else if (object.has(QLatin1StringView(member.key().toLatin1())))
            rest.insert(member.key(), member.value());
    }
    for (auto member = rest.begin(); member != rest.end(); ++member)
        reading.noteUnknown(pathInside(path, QStringView(member.key())));
    return rest;
}

} // namespace core
