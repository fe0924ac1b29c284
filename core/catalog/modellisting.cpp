#include "core/catalog/modellisting.h"

#include "core/base/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace core {

namespace {

constexpr qsizetype kLongestQuote = 200;

Error protocolError(const QString &message)
{
    return Error{ErrorKind::Protocol, message};
}

QString firstString(const QJsonObject &json, std::initializer_list<QLatin1StringView> members)
{
    for (const QLatin1StringView member : members) {
        if (const QString text = json.value(member).toString(); !text.isEmpty())
            return text;
    }
    return {};
}

std::optional<qint64> firstCount(const QJsonObject &json, std::initializer_list<QLatin1StringView> members)
{
    for (const QLatin1StringView member : members) {
        if (const qint64 count = json.value(member).toInteger(); count > 0)
            return count;
    }
    return std::nullopt;
}

std::optional<bool> flag(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

bool hasEntry(const QJsonArray &array, QLatin1StringView entry)
{
    return std::any_of(array.begin(), array.end(),
                       [entry](const auto &value) { return value.toString() == entry; });
}

QString idOf(const QJsonValue &value)
{
    const QLatin1StringView id("id"), model("model"), name("name");
    QString text = value.isString() ? value.toString() : firstString(value.toObject(), {id, model, name});
    // Google's listing has `models/` before each id; its chat endpoint takes the id without.
    if (text.startsWith(QLatin1StringView("models/")))
        text.remove(0, 7);
    return text.trimmed();
}

/// Where providers put the list.
Result<QJsonArray> listOf(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonObject root = document.object();
    for (const QLatin1StringView member : {QLatin1StringView("data"), QLatin1StringView("models")}) {
        if (root.value(member).isArray())
            return root.value(member).toArray();
    }
    // Ollama answers `data: null` when it has no models.
    if (root.value(u"object").toString() == QLatin1StringView("list"))
        return QJsonArray();
    const QJsonValue error = root.value(u"error");
    const QString said = error.isString() ? error.toString() : error[u"message"].toString();
    if (!said.isEmpty())
        return protocolError(redacted(said.left(kLongestQuote)));
    return protocolError(QStringLiteral("the answer is JSON, but no list of models"));
}

/// USD a token as a decimal string or a number; negative stands for "depends" and is unknown.
std::optional<Money> price(const QJsonValue &value)
{
    const std::optional<Money> money = value.isString() ? Money::fromDecimal(value.toString())
        : value.isDouble()                              ? Money::fromDouble(value.toDouble())
                                                        : std::nullopt;
    return money && *money >= Money() ? money : std::nullopt;
}

std::optional<PriceList> pricesOf(const QJsonObject &pricing)
{
    PriceList list;
    list.source = PriceSource::AccountListing;
    list.base.input = price(pricing.value(u"prompt"));
    list.base.output = price(pricing.value(u"completion"));
    if (!list.base.input && !list.base.output)
        return std::nullopt;
    // Zero beside a price that is not means "no price of its own" for these classes.
    const auto special = [&pricing](QStringView member, const std::optional<Money> &usual) {
        const std::optional<Money> own = price(pricing.value(member));
        return own && own->isZero() && usual && !usual->isZero() ? std::nullopt : own;
    };
    list.base.cacheRead = special(u"input_cache_read", list.base.input);
    list.base.cacheWrite = special(u"input_cache_write", list.base.input);
    list.base.reasoning = special(u"internal_reasoning", list.base.output);
    list.base.audioInput = special(u"audio", list.base.input);
    // A fee of zero is none.
    const auto fee = [&pricing](QStringView member) {
        const std::optional<Money> own = price(pricing.value(member));
        return own && own->isZero() ? std::nullopt : own;
    };
    list.perRequest = fee(u"request");
    list.perToolCall = fee(u"web_search");
    return list;
}

void readCapabilities(const QJsonObject &json, ModelInfo &info)
{
    const QJsonArray inputs = json.value(u"architecture")[u"input_modalities"].toArray();
    if (!inputs.isEmpty())
        info.takesImages = hasEntry(inputs, QLatin1StringView("image"));
    const QJsonArray parameters = json.value(u"supported_parameters").toArray();
    if (!parameters.isEmpty()) {
        info.callsTools = hasEntry(parameters, QLatin1StringView("tools"));
        info.reasons = hasEntry(parameters, QLatin1StringView("reasoning"));
    }
    const QJsonValue capabilities = json.value(u"capabilities");
    if (capabilities.isObject()) {
        info.takesImages = flag(capabilities[u"vision"]);
        info.callsTools = flag(capabilities[u"function_calling"]);
        info.reasons = flag(capabilities[u"reasoning"]);
    } else if (capabilities.isArray()) {
        info.takesImages = hasEntry(capabilities.toArray(), QLatin1StringView("vision"))
            || hasEntry(capabilities.toArray(), QLatin1StringView("multimodal"));
    }
}

} // namespace

Result<QList<AccountModel>> readModelListing(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    if (text.isEmpty())
        return protocolError(QStringLiteral("the answer is empty instead of a list of models"));
    if (text.startsWith('<'))
        return protocolError(QStringLiteral("the answer is an HTML page instead of a list of models"));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return protocolError(QStringLiteral("the answer is no JSON: %1 at byte %2")
                                 .arg(parsing.errorString())
                                 .arg(parsing.offset));
    const Result<QJsonArray> list = listOf(document);
    if (!list)
        return list.error();
    QList<AccountModel> models;
    QSet<QString> seen;
    for (const QJsonValue &value : *list) {
        const QString id = idOf(value);
        if (id.isEmpty() || seen.contains(id))
            continue;
        seen.insert(id);
        models += AccountModel{id, value.toObject()};
    }
    if (models.isEmpty() && !list->isEmpty())
        return protocolError(QStringLiteral("the answer is a list, but none of its entries names a model"));
    return models;
}

ModelInfo modelInfoFromListing(const AccountModel &model)
{
    const QJsonObject &json = model.listing;
    ModelInfo info;
    info.id = model.id;
    info.displayName = firstString(
        json,
        {QLatin1StringView("display_name"), QLatin1StringView("displayName"), QLatin1StringView("name")});
    if (idOf(info.displayName) == model.id)
        info.displayName.clear();
    info.contextWindow =
        firstCount(json,
                   {QLatin1StringView("context_length"), QLatin1StringView("context_window"),
                    QLatin1StringView("max_context_length"), QLatin1StringView("max_model_len"),
                    QLatin1StringView("inputTokenLimit")});
    if (!info.contextWindow)
        info.contextWindow = firstCount(json.value(u"meta").toObject(), {QLatin1StringView("n_ctx_train")});
    info.maxOutputTokens =
        firstCount(json, {QLatin1StringView("max_completion_tokens"), QLatin1StringView("outputTokenLimit")});
    if (!info.maxOutputTokens)
        info.maxOutputTokens =
            firstCount(json.value(u"top_provider").toObject(), {QLatin1StringView("max_completion_tokens")});
    readCapabilities(json, info);
    info.successor = firstString(json, {QLatin1StringView("deprecation_replacement_model")});
    const bool ends =
        !firstString(json, {QLatin1StringView("deprecation"), QLatin1StringView("expiration_date")})
             .isEmpty();
    if (ends)
        info.status = ModelStatus::Deprecated;
    info.prices = pricesOf(json.value(u"pricing").toObject());
    return info;
}

Result<QList<ModelInfo>> parseModelListing(const QByteArray &body)
{
    const Result<QList<AccountModel>> models = readModelListing(body);
    if (!models)
        return models.error();
    QList<ModelInfo> infos;
    for (const AccountModel &model : *models)
        infos += modelInfoFromListing(model);
    return infos;
}

} // namespace core
