#include "core/pricelists/pricelist.h"

#include "core/catalog/modellisting.h"
#include "core/pricelists/genaiprices.h"
#include "core/pricelists/litellmprices.h"
#include "core/pricelists/ownpricelist.h"
#include "core/pricelists/ownpricetable.h"
#include "core/pricelists/pricenumbers.h"

#include <QJsonDocument>

namespace core {

namespace {

/// OpenRouter's `/models`: a model that costs 0 there is free.
/// https://openrouter.ai/docs/api-reference/list-available-models
bool isOpenRouterListing(const QJsonObject &root)
{
    const QJsonArray data = root.value(u"data").toArray();
    return std::any_of(data.begin(), data.end(),
                       [](const auto &model) { return model.toObject().value(u"pricing").isObject(); });
}

Result<PriceListDocument> readOpenRouterListing(const QByteArray &text)
{
    const Result<QList<ModelInfo>> models = parseModelListing(text);
    if (!models)
        return badPriceList({}, models.error().message);
    PriceListDocument document;
    document.name = QStringLiteral("openrouter");
    for (const ModelInfo &model : *models) {
        if (!model.prices) {
            ++document.passedOver;
            continue;
        }
        PriceEntry entry;
        entry.seller = QStringLiteral("openrouter");
        entry.model = model.id;
        entry.prices = model.prices->base;
        entry.perRequest = model.prices->perRequest;
        entry.perToolCall = model.prices->perToolCall;
        document.entries += entry;
    }
    return document;
}

Result<PriceListDocument> readJson(const QByteArray &text)
{
    QJsonParseError parsing;
    const QJsonDocument json = QJsonDocument::fromJson(text, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return badPriceList({},
                            PriceListWords::tr("it is no JSON: %1 at byte %2.")
                                .arg(parsing.errorString())
                                .arg(parsing.offset));
    if (json.isArray() && isGenaiPrices(json.array()))
        return readGenaiPrices(json.array());
    const QJsonObject root = json.object();
    if (isOwnPriceList(root))
        return readOwnPriceList(root);
    if (isOpenRouterListing(root))
        return readOpenRouterListing(text);
    if (isLiteLlmPrices(root))
        return readLiteLlmPrices(root);
    return badPriceList({},
                        PriceListWords::tr("it is JSON, but no price list of LiteLLM, genai-prices or "
                                           "OpenRouter, and has no \"prices\" of its own."));
}

Result<PriceListDocument> readAny(const QByteArray &text)
{
    const QByteArray content = text.trimmed();
    if (content.isEmpty())
        return badPriceList({}, PriceListWords::tr("it is empty."));
    if (content.startsWith('{') || content.startsWith('['))
        return readJson(content);
    if (content.startsWith('<'))
        return badPriceList({}, PriceListWords::tr("it is a web page, no price list."));
    // How it ends tells whether it is whole.
    return readOwnPriceTable(QString::fromUtf8(text.mid(text.indexOf(content.front()))));
}

} // namespace

Result<PriceListDocument> readPriceList(const QByteArray &text)
{
    constexpr QByteArrayView kByteOrderMark{"\xEF\xBB\xBF"};
    Result<PriceListDocument> document =
        readAny(text.startsWith(kByteOrderMark) ? text.mid(kByteOrderMark.size()) : text);
    if (!document)
        return document;
    if (document->entries.isEmpty())
        return badPriceList({}, PriceListWords::tr("no price is in it that can be used."));
    for (PriceEntry &entry : document->entries) {
        entry.source = document->name;
        entry.sourceDate = document->date;
        if (const Result<void> valid = validatePrice(entry); !valid)
            return badPriceList({}, valid.error().message);
    }
    return document;
}

} // namespace core
