#include "core/ruleformats/cloudflareformat.h"

#include "core/ruleformats/mongoquery.h"
#include "core/ruleformats/providernames.h"

namespace core {

namespace {

constexpr QLatin1StringView kElements("elements");
/// Elements on one way: a graph that leads back into itself has no end.
constexpr int kLongestWay = 200;

struct RouteElement
{
    QString path;
    QString type;
    QJsonObject outputs = {};
    QJsonObject properties = {};
};

class CloudflareReader
{
public:
    explicit CloudflareReader(DocumentReading &reading) : m_reading(reading) { }

    void read(const QJsonArray &elements, RuleSet &rules);
    LossReport &losses() { return m_losses; }
    const AccountGathering &accounts() const { return m_accounts; }

private:
    void readElements(const QJsonArray &elements);
    const RouteElement *follow(const RouteElement &element, const QString &output);
    const RouteElement *optional(const RouteElement &element, const QString &output);
    void walk(const RouteElement *element, const Condition &when, const QString &lost, int steps);
    void walkCondition(const RouteElement &element, const Condition &when, const QString &lost, int steps);
    Chain chainFrom(const RouteElement *element, int steps);
    void addModels(const RouteElement *element, int steps, bool isFirst, Chain &chain);
    void addShares(const RouteElement &element, int steps, Chain &chain);
    std::optional<ChainTarget> modelOf(const RouteElement &element, CallLimits *limits);
    void addRule(const Condition &when, const QString &lost, const RouteElement &element, int steps);

    DocumentReading &m_reading;
    LossReport m_losses;
    AccountGathering m_accounts{ProviderNaming::Cloudflare};
    QHash<QString, RouteElement> m_elements;
    QString m_start;
    QStringList m_names;
    QList<Rule> m_rules;
};

void CloudflareReader::read(const QJsonArray &elements, RuleSet &rules)
{
    readElements(elements);
    if (m_start.isEmpty())
        m_reading.fail(RuleFormatWords::tr("%1: expected an element of the type \"start\"").arg(kElements));
    if (m_reading.failed())
        return;
    const RouteElement start = m_elements.value(m_start);
    walk(follow(start, QStringLiteral("next")), {}, {}, 0);
    if (m_reading.failed())
        return;
    if (!m_rules.isEmpty() && m_rules.last().when.isAlways() && m_rules.last().on) {
        rules.otherwise.chain = m_rules.takeLast().chain;
    } else {
        m_losses.add(
            kElements,
            RuleFormatWords::tr("A way through the route asks no model; here the models of the first rule "
                                "answer."));
        if (!m_rules.isEmpty())
            rules.otherwise.chain = m_rules.first().chain;
    }
    rules.rules = m_rules;
}

void CloudflareReader::readElements(const QJsonArray &elements)
{
    for (qsizetype at = 0; at < elements.size() && !m_reading.failed(); ++at) {
        const QString path = pathInside(QString(kElements), at);
        DocumentObject object(elements.at(at), path, &m_reading);
        RouteElement element;
        element.path = path;
        const QString id = object.text(QLatin1StringView("id"));
        element.type = object.text(QLatin1StringView("type"));
        element.outputs = object.object(QLatin1StringView("outputs"));
        element.properties = object.object(QLatin1StringView("properties"));
        const QStringList types{QStringLiteral("start"),      QStringLiteral("conditional"),
                                QStringLiteral("percentage"), QStringLiteral("rate"),
                                QStringLiteral("model"),      QStringLiteral("end")};
        if (!types.contains(element.type))
            m_reading.fail(expectedOneOf(object.pathOf(QLatin1StringView("type")), types));
        if (id.isEmpty() || m_elements.contains(id))
            m_reading.fail(RuleFormatWords::tr("%1: expected an id that no other element has")
                               .arg(object.pathOf(QLatin1StringView("id"))));
        if (element.type == QLatin1StringView("start"))
            m_start = id;
        for (const QString &member : elements.at(at).toObject().keys()) {
            const QByteArray name = member.toUtf8();
            if (object.has(QLatin1StringView(name)))
                m_losses.add(pathInside(path, QStringView(member)),
                             RuleFormatWords::tr("It is not known here and was left out."));
        }
        m_elements.insert(id, element);
    }
}

const RouteElement *CloudflareReader::optional(const RouteElement &element, const QString &output)
{
    return element.outputs.contains(output) ? follow(element, output) : nullptr;
}

/// Null, and the reading fails, when there is no such element.
const RouteElement *CloudflareReader::follow(const RouteElement &element, const QString &output)
{
    const QString id =
        element.outputs.value(output).toObject().value(QLatin1StringView("elementId")).toString();
    const auto found = m_elements.constFind(id);
    if (found != m_elements.cend())
        return &*found;
    const QString path = pathInside(pathInside(element.path, u"outputs"), QStringView(output));
    m_reading.fail(RuleFormatWords::tr("%1: expected the id of an element").arg(path));
    return nullptr;
}

void CloudflareReader::walk(const RouteElement *element, const Condition &when, const QString &lost,
                            int steps)
{
    if (!element || m_reading.failed())
        return;
    if (steps > kLongestWay) {
        m_reading.fail(RuleFormatWords::tr("%1: expected elements that do not lead back to themselves")
                           .arg(element->path));
    } else if (element->type == QLatin1StringView("conditional")) {
        walkCondition(*element, when, lost, steps);
    } else if (element->type == QLatin1StringView("rate")) {
        m_losses.add(
            element->path,
            RuleFormatWords::tr("Limits of calls or cost in a time are no part of rules here; the way "
                                "within the limit was taken."));
        walk(follow(*element, QStringLiteral("success")), when, lost, steps + 1);
    } else if (element->type == QLatin1StringView("model")
               || element->type == QLatin1StringView("percentage")) {
        addRule(when, lost, *element, steps);
    }
}

void CloudflareReader::walkCondition(const RouteElement &element, const Condition &when, const QString &lost,
                                     int steps)
{
    const QString path = pathInside(element.path, u"properties.conditions");
    QJsonValue conditions = element.properties.value(QLatin1StringView("conditions"));
    if (conditions.isUndefined())
        conditions = element.properties.value(QLatin1StringView("condition"));
    const MongoQuery query = readMongoQuery(conditions, path, QStringLiteral("body"), m_reading);
    if (m_reading.failed())
        return;
    if (!query.lost.isEmpty())
        m_losses.add(path, RuleFormatWords::tr("%1 The rule is kept switched off.").arg(query.lost));
    const Condition both = when.isAlways() ? query.condition : allOf({when, query.condition});
    walk(follow(element, QStringLiteral("true")), both, lost.isEmpty() ? query.lost : lost, steps + 1);
    walk(follow(element, QStringLiteral("false")), when, lost, steps + 1);
}

void CloudflareReader::addRule(const Condition &when, const QString &lost, const RouteElement &element,
                               int steps)
{
    Rule rule;
    rule.name = freeNameOf(QStringLiteral("rule"), m_names);
    rule.chain = chainFrom(&element, steps);
    rule.when = lost.isEmpty() ? when : Condition();
    rule.on = lost.isEmpty();
    rule.note = lost;
    m_rules.append(rule);
}

Chain CloudflareReader::chainFrom(const RouteElement *element, int steps)
{
    Chain chain;
    chain.limits.retries = 0;
    if (element->type == QLatin1StringView("percentage"))
        addShares(*element, steps, chain);
    else
        addModels(element, steps, true, chain);
    chain.limits.fallbackOnRefusal = !chain.fallbacks.isEmpty();
    chain.limits.attempts = usualAttempts(chain);
    return chain;
}

/// The model, and those that it falls back to.
void CloudflareReader::addModels(const RouteElement *element, int steps, bool isFirst, Chain &chain)
{
    for (; element && !m_reading.failed();
         element = optional(*element, QStringLiteral("fallback")), ++steps) {
        if (steps > kLongestWay) {
            m_reading.fail(RuleFormatWords::tr("%1: expected elements that do not lead back to themselves")
                               .arg(element->path));
            return;
        }
        if (element->type == QLatin1StringView("end"))
            return;
        const std::optional<ChainTarget> target = modelOf(*element, isFirst ? &chain.limits : nullptr);
        if (!target) {
            m_losses.add(
                element->path,
                RuleFormatWords::tr("Behind a model only other models can be asked; this was left out."));
            return;
        }
        if (isFirst)
            chain.targets.append(*target);
        else if (!std::any_of(chain.fallbacks.begin(), chain.fallbacks.end(),
                              [&target](const Fallback &known) { return known.target == *target; }))
            chain.fallbacks.append({*target});
        isFirst = false;
    }
}

void CloudflareReader::addShares(const RouteElement &element, int steps, Chain &chain)
{
    chain.pick = PickOrder::Weighted;
    double left = 100.0;
    bool limitsTaken = false;
    for (const QString &name : element.outputs.keys()) {
        QString number = name;
        bool isNumber = false;
        const double share = number.remove(QLatin1Char('%')).toDouble(&isNumber);
        if (name != QLatin1StringView("else") && (!isNumber || share < 0.0))
            m_reading.fail(RuleFormatWords::tr("%1: expected a share such as \"10%\", or \"else\"")
                               .arg(pathInside(pathInside(element.path, u"outputs"), QStringView(name))));
        left -= isNumber ? share : 0.0;
    }
    for (const QString &name : element.outputs.keys()) {
        const RouteElement *model = m_reading.failed() ? nullptr : follow(element, name);
        if (!model)
            return;
        QString number = name;
        const double share =
            name == QLatin1StringView("else") ? left : number.remove(QLatin1Char('%')).toDouble();
        std::optional<ChainTarget> target = modelOf(*model, limitsTaken ? nullptr : &chain.limits);
        if (!target) {
            m_losses.add(model->path,
                         RuleFormatWords::tr("A share can only be that of a model; it was left out."));
            continue;
        }
        limitsTaken = true;
        if (share <= 0.0)
            continue;
        target->weight = share;
        chain.targets.append(*target);
        addModels(optional(*model, QStringLiteral("fallback")), steps + 1, false, chain);
    }
}

std::optional<ChainTarget> CloudflareReader::modelOf(const RouteElement &element, CallLimits *limits)
{
    if (element.type != QLatin1StringView("model"))
        return std::nullopt;
    const QString path = pathInside(element.path, u"properties");
    DocumentObject object(element.properties, path, &m_reading);
    const QLatin1StringView modelMember("model");
    object.require(modelMember, RuleFormatWords::tr("%1: expected a text").arg(object.pathOf(modelMember)));
    const ProviderReference provider{object.text(QLatin1StringView("provider"))};
    const QString model = object.text(modelMember);
    const int retries = object.whole(QLatin1StringView("retries"), 0);
    const int timeout = object.whole(QLatin1StringView("timeout"), 0);
    if (m_reading.failed())
        return std::nullopt;
    if (limits) {
        limits->retries = retries;
        limits->firstToken = std::chrono::milliseconds(timeout);
    } else if (retries > 0 || timeout > 0) {
        m_losses.add(
            path,
            RuleFormatWords::tr("Retries and time limits are those of a rule here, not of each model; "
                                "those of the first were taken."));
    }
    return ChainTarget{{m_accounts.nameOf(provider, path, m_losses), model}};
}

} // namespace

bool isCloudflareRoute(const RuleText &text)
{
    return text.isJson && text.json.value(kElements).isArray();
}

Result<RuleImport> readCloudflareRoute(const RuleText &text, const QString &suggestedName)
{
    RuleImport imported;
    imported.format = RuleFormat::Cloudflare;
    DocumentReading reading(&imported.unknown);
    CloudflareReader reader(reading);
    DocumentObject document(withoutSecretTexts(withoutNulls(text.json), {}, reader.losses()), {}, &reading);
    const QString name = document.text(QLatin1StringView("name"));
    imported.rules.name = isRuleSetName(name) ? name : suggestedName;
    const QString id = document.text(QLatin1StringView("id"));
    reader.read(document.list(kElements), imported.rules);
    QJsonObject kept = document.rest();
    if (!id.isEmpty())
        kept.insert(QStringLiteral("id"), id);
    if (reading.failed())
        return reading.error();
    if (!kept.isEmpty())
        imported.rules.unknown.insert(QStringLiteral("cloudflare"), kept);
    imported.accounts = reader.accounts().accounts();
    imported.losses = reader.losses().losses();
    return imported;
}

} // namespace core
