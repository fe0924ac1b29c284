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
    RuleImport imported;
    Result<RuleSet> rules = readRuleSet(text.text, &imported.unknown);
    if (!rules)
        return rules.error();
    imported.rules = std::move(rules).value();
    if (imported.rules.name.isEmpty())
        imported.rules.name = suggestedName;
    return imported;
}

Result<RuleExport> writeOwnRuleDocument(const RuleSet &rules, const ExportContext &)
{
    return RuleExport{writeRuleSet(rules), QStringLiteral("json")};
}

} // namespace core
