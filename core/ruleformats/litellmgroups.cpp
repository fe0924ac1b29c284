#include "core/ruleformats/litellmparts.h"

namespace core {

namespace {

constexpr QLatin1StringView kLostDeploymentParts[]{
    QLatin1StringView("rpm"),
    QLatin1StringView("tpm"),
    QLatin1StringView("max_parallel_requests"),
    QLatin1StringView("cooldown_time"),
    QLatin1StringView("region_name"),
    QLatin1StringView("input_cost_per_token"),
    QLatin1StringView("output_cost_per_token"),
};

/// `provider/model` of LiteLLM; without a provider it is OpenAI's.
TargetName liteLlmModel(const QString &model)
{
    const qsizetype slash = model.indexOf(QLatin1Char('/'));
    if (slash <= 0)
        return {QStringLiteral("openai"), model};
    return {model.first(slash), model.sliced(slash + 1)};
}

ProviderReference providerOf(DocumentObject &object, const QString &provider, LossReport &losses)
{
    ProviderReference reference{provider};
    reference.baseUrl = QUrl(object.text(QLatin1StringView("api_base")));
    const QLatin1StringView keyMember("api_key");
    const QString key = object.text(keyMember);
    const std::optional<QString> variable = variableReference(key);
    if (variable)
        reference.keyVariable = *variable;
    else if (!key.isEmpty())
        losses.add(object.pathOf(keyMember),
                   RuleFormatWords::tr("A key stands in the file itself; it was dropped, since keys are only "
                                       "taken from the keychain or from variables."));
    return reference;
}

void loseDeploymentParts(const QJsonObject &json, DocumentObject &object, LossReport &losses)
{
    for (const QLatin1StringView part : kLostDeploymentParts) {
        if (json.contains(part))
            losses.add(object.pathOf(part),
                       RuleFormatWords::tr("Limits, prices and regions of one model are not kept in rules."));
    }
}

/// What is left over of `litellm_params` goes into the request there; only what every provider knows is
/// taken.
ChatParameters deploymentParameters(const QJsonObject &json, DocumentObject &object, LossReport &losses)
{
    QJsonObject body;
    for (auto member = json.begin(); member != json.end(); ++member) {
        const QLatin1StringView *lost =
            std::find(std::begin(kLostDeploymentParts), std::end(kLostDeploymentParts), member.key());
        const QByteArray name = member.key().toLatin1();
        if (lost != std::end(kLostDeploymentParts) || !object.has(QLatin1StringView(name)))
            continue;
        QJsonObject one{{member.key(), member.value()}};
        if (bodyParameters(one).extra.isEmpty())
            body.insert(member.key(), member.value());
        else
            losses.add(object.pathOf(QLatin1StringView(name)),
                       RuleFormatWords::tr("It is not known here and was left out."));
    }
    return bodyParameters(body);
}

LiteLlmDeployment readDeployment(const QJsonObject &json, const QString &path, AccountGathering &accounts,
                                 DocumentReading &reading, LossReport &losses)
{
    DocumentObject object(json, path, &reading);
    LiteLlmDeployment deployment;
    const QLatin1StringView modelMember("model");
    object.require(
        modelMember,
        RuleFormatWords::tr("%1: expected a model, \"provider/model\"").arg(object.pathOf(modelMember)));
    const TargetName model = liteLlmModel(object.text(modelMember));
    const ProviderReference provider = providerOf(object, model.account, losses);
    if (reading.failed())
        return deployment;
    deployment.target.name = {accounts.nameOf(provider, path, losses), model.model};
    deployment.target.weight = object.number(QLatin1StringView("weight")).value_or(1.0);
    deployment.order = object.whole(QLatin1StringView("order"), 1);
    deployment.tags = object.texts(QLatin1StringView("tags"));
    deployment.timeout = object.number(QLatin1StringView("timeout"));
    deployment.streamTimeout = object.number(QLatin1StringView("stream_timeout"));
    loseDeploymentParts(json, object, losses);
    deployment.target.parameters = deploymentParameters(json, object, losses);
    return deployment;
}

LiteLlmGroup &groupNamed(QList<LiteLlmGroup> &groups, const QString &name, const QString &path)
{
    for (LiteLlmGroup &group : groups) {
        if (group.name == name)
            return group;
    }
    groups.append({name, path});
    return groups.last();
}

} // namespace

QList<LiteLlmGroup> readLiteLlmGroups(const QJsonArray &models, AccountGathering &accounts,
                                      DocumentReading &reading, LossReport &losses)
{
    QList<LiteLlmGroup> groups;
    for (qsizetype at = 0; at < models.size() && !reading.failed(); ++at) {
        const QString path = pathInside(QStringLiteral("model_list"), at);
        DocumentObject object(models.at(at), path, &reading);
        const QLatin1StringView nameMember("model_name");
        const QLatin1StringView parametersMember("litellm_params");
        object.require(nameMember, RuleFormatWords::tr("%1: expected a text").arg(object.pathOf(nameMember)));
        const QString name = object.text(nameMember);
        object.require(parametersMember, expectedObject(object.pathOf(parametersMember)));
        const QJsonObject parameters = object.object(parametersMember);
        QJsonObject info = object.object(QLatin1StringView("model_info"));
        if (reading.failed())
            break;
        LiteLlmDeployment deployment =
            readDeployment(parameters, object.pathOf(parametersMember), accounts, reading, losses);
        deployment.fallbackOnly = info.take(QLatin1StringView("fallback_only")).toBool();
        for (const QString &member : info.keys())
            losses.add(pathInside(object.pathOf(QLatin1StringView("model_info")), QStringView(member)),
                       RuleFormatWords::tr("Facts of models come from the catalogue here."));
        for (const QString &member : models.at(at).toObject().keys()) {
            if (object.has(QLatin1StringView(member.toLatin1())))
                losses.add(pathInside(path, QStringView(member)),
                           RuleFormatWords::tr("It is not known here and was left out."));
        }
        groupNamed(groups, name, path).deployments.append(deployment);
    }
    return groups;
}

} // namespace core
