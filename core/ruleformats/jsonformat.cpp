#include "core/ruleformats/jsonformat.h"

#include "core/routing/rulesetjson.h"

namespace core {

bool isOwnRuleDocument(const RuleText &text)
{
    const QJsonObject &json = text.json;
    return json.value(QLatin1StringView("schema")).isDouble()
        || json.value(QLatin1StringView("rules")).isArray()
        || json.value(QLatin1StringView("default")).isObject();
}

Result<RuleImport> readOwnRuleDocument(const RuleText &text, const QString &suggestedName)
{
    QJsonObject json = text.json;
    if (json.value(QLatin1StringView("name")).toString().isEmpty())
        json.insert(QLatin1StringView("name"), suggestedName);
    RuleImport import;
    Result<RuleSet> rules = ruleSetFromJson(json, &import.unknown);
    if (!rules)
        return rules.error();
    import.rules = std::move(rules).value();
    import.format = RuleFormat::Json;
    return import;
}

Result<RuleExport> writeOwnRuleDocument(const RuleSet &rules, const ExportContext &)
{
    return RuleExport{writeRuleSet(rules), QStringLiteral("json")};
}

} // namespace core
