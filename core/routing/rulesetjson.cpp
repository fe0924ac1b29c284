#include "core/routing/rulesetjson.h"

#include "core/routing/documenttext.h"
#include "core/routing/rulesetparts.h"

#include <QFile>
#include <QJsonDocument>

// A resource in a static library is only linked and registered when it is named outside of any namespace.
static void registerRuleSchema()
{
    Q_INIT_RESOURCE(schema);
}

namespace core {

namespace {

constexpr QLatin1StringView kSchemaPart("schema");
constexpr QLatin1StringView kNamePart("name");
constexpr QLatin1StringView kNotePart("note");
constexpr QLatin1StringView kRulesPart("rules");
constexpr QLatin1StringView kDefaultPart("default");
constexpr QLatin1StringView kOnPart("on");
constexpr QLatin1StringView kWhenPart("when");
constexpr QLatin1StringView kChainPart("chain");
constexpr QLatin1StringView kEvidencePart("evidence");
constexpr QLatin1StringView kDefaultName("default");
/// What editors find the schema by.
constexpr QLatin1StringView kSchemaLinkPart("$schema");

constexpr qsizetype kMostRules = 10'000;

Rule readRule(const QJsonValue &json, const QString &path, bool isDefault, DocumentReading &reading)
{
    DocumentObject object(json, path, &reading);
    Rule rule;
    if (!isDefault)
        object.require(kNamePart, RuleDocument::tr("%1: expected a text").arg(object.pathOf(kNamePart)));
    rule.name = object.text(kNamePart, isDefault ? QString(kDefaultName) : QString());
    rule.on = object.flag(kOnPart, true);
    rule.note = object.text(kNotePart);
    const QString condition = object.pathOf(kWhenPart);
    rule.when = readWhen(object.object(kWhenPart), condition, reading);
    object.require(kChainPart, expectedObject(object.pathOf(kChainPart)));
    const QString chain = object.pathOf(kChainPart);
    rule.chain = readChain(object.object(kChainPart), chain, reading);
    rule.evidence = object.object(kEvidencePart);
    rule.unknown = object.rest();
    return rule;
}

void readSchemaVersion(DocumentObject &object)
{
    const int version = object.whole(kSchemaPart, 0);
    if (version > kRuleSetSchema)
        object.reading().fail(
            RuleDocument::tr("%1: expected at most %2; the document is of a newer version of Switchyard")
                .arg(object.pathOf(kSchemaPart), QString::number(kRuleSetSchema)));
    else if (version < 1)
        object.reading().fail(RuleDocument::tr("%1: expected the number %2")
                                  .arg(object.pathOf(kSchemaPart), QString::number(kRuleSetSchema)));
}

void readRuleSetName(DocumentObject &object, QString *name)
{
    *name = object.text(kNamePart);
    if (!name->isEmpty() && !isRuleSetName(*name))
        object.reading().fail(
            RuleDocument::tr(
                "%1: expected at most 60 letters, digits, dots, spaces, - and _, with no space at "
                "the ends")
                .arg(object.pathOf(kNamePart)));
}

} // namespace

QJsonObject withUnknown(QJsonObject json, const QJsonObject &unknown)
{
    for (auto member = unknown.begin(); member != unknown.end(); ++member) {
        if (!json.contains(member.key()))
            json.insert(member.key(), member.value());
    }
    return json;
}

QJsonObject ruleToJson(const Rule &rule)
{
    QJsonObject json{{kNamePart, rule.name}, {kChainPart, chainToJson(rule.chain)}};
    if (!rule.on)
        json.insert(kOnPart, false);
    if (!rule.note.isEmpty())
        json.insert(kNotePart, rule.note);
    if (!rule.when.isAlways())
        json.insert(kWhenPart, conditionToJson(rule.when));
    if (!rule.evidence.isEmpty())
        json.insert(kEvidencePart, rule.evidence);
    return withUnknown(json, rule.unknown);
}

QJsonObject ruleSetToJson(const RuleSet &rules)
{
    QJsonArray list;
    for (const Rule &rule : rules.rules)
        list.append(ruleToJson(rule));
    QJsonObject json{{kSchemaPart, kRuleSetSchema},
                     {kNamePart, rules.name},
                     {kRulesPart, list},
                     {kDefaultPart, ruleToJson(rules.otherwise)}};
    if (!rules.note.isEmpty())
        json.insert(kNotePart, rules.note);
    return withUnknown(json, rules.unknown);
}

Result<Rule> ruleFromJson(const QJsonObject &json, const QString &path, QStringList *unknown)
{
    DocumentReading reading(unknown);
    Rule rule = readRule(json, path, false, reading);
    if (reading.failed())
        return reading.error();
    return rule;
}

Result<RuleSet> ruleSetFromJson(const QJsonObject &json, QStringList *unknown)
{
    DocumentReading reading(unknown);
    DocumentObject object(json, {}, &reading);
    RuleSet set;
    readSchemaVersion(object);
    readRuleSetName(object, &set.name);
    set.note = object.text(kNotePart);
    const QJsonArray rules = object.list(kRulesPart, kMostRules);
    for (qsizetype at = 0; at < rules.size() && !reading.failed(); ++at)
        set.rules.append(readRule(rules.at(at), pathInside(kRulesPart, at), false, reading));
    object.require(kDefaultPart, expectedObject(object.pathOf(kDefaultPart)));
    set.otherwise = readRule(object.object(kDefaultPart), kDefaultPart, true, reading);
    const bool isLinked = object.has(kSchemaLinkPart);
    const QString link = object.text(kSchemaLinkPart);
    set.unknown = object.rest();
    if (isLinked)
        set.unknown.insert(kSchemaLinkPart, link);
    if (reading.failed())
        return reading.error();
    return set;
}

Result<RuleSet> readRuleSet(const QByteArray &text, QStringList *unknown)
{
    const Result<QJsonObject> json = parseDocument(text);
    return json ? ruleSetFromJson(*json, unknown) : Result<RuleSet>(json.error());
}

QByteArray writeRuleSet(const RuleSet &rules)
{
    const QJsonDocument document(ruleSetToJson(rules));
    const QByteArray text = document.toJson(QJsonDocument::Indented);
    return text.size() <= kLargestDocument ? text : document.toJson(QJsonDocument::Compact);
}

QByteArray ruleSetSchema()
{
    registerRuleSchema();
    QFile file(QStringLiteral(":/switchyard/schema/ruleset.schema.json"));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace core
