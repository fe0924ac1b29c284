#include "core/ruleformats/jsonformat.h"

#include "core/routing/rulesetjson.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace core {

namespace {

/// Chains have no place for what is not known of them.
bool isOfChain(const QString &path)
{
    static const QRegularExpression chain(QStringLiteral("^(rules\\[\\d+\\]|default)\\.chain\\."));
    return chain.match(path).hasMatch();
}

} // namespace

bool isOwnRuleDocument(const RuleText &text)
{
    const QJsonObject &json = text.json;
    return json.value(QLatin1StringView("schema")).isDouble()
        || json.value(QLatin1StringView("rules")).isArray()
        || json.value(QLatin1StringView("default")).isObject();
}

Result<RuleImport> readOwnRuleDocument(const RuleText &text, const QString &suggestedName)
{
    QStringList unknown;
    Result<RuleSet> rules = readRuleSet(text.text, &unknown);
    if (!rules)
        return rules.error();
    RuleImport imported;
    imported.rules = std::move(rules).value();
    if (imported.rules.name.isEmpty())
        imported.rules.name = suggestedName;
    for (const QString &path : std::as_const(unknown)) {
        if (isOfChain(path))
            imported.losses.append(
                {path, QCoreApplication::translate("RuleFormats", "It is not known here and was left out.")});
        else
            imported.unknown.append(path);
    }
    return imported;
}

Result<RuleExport> writeOwnRuleDocument(const RuleSet &rules, const ExportContext &)
{
    return RuleExport{writeRuleSet(rules), QStringLiteral("json")};
}

} // namespace core
