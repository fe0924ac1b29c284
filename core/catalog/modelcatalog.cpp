#include "core/catalog/modelcatalog.h"

#include "core/catalog/catalogkey.h"
#include "core/catalog/pricejson.h"

#include <QFile>
#include <QJsonDocument>
#include <QMap>

#include <array>

// A resource in a static library is only linked and registered when it is named outside of any namespace.
static void registerCatalog()
{
    Q_INIT_RESOURCE(catalog);
}

namespace core {

namespace {

const QString kAnySeller = QStringLiteral("*");

struct StatusName
{
    ModelStatus status;
    QLatin1StringView name;
};

constexpr std::array<StatusName, 4> kStatuses{{
    {ModelStatus::Active, QLatin1StringView("active")},
    {ModelStatus::Deprecated, QLatin1StringView("deprecated")},
    {ModelStatus::Delisted, QLatin1StringView("delisted")},
    {ModelStatus::Retired, QLatin1StringView("retired")},
}};

ModelStatus statusFromName(const QString &name)
{
    for (const StatusName &entry : kStatuses) {
        if (name == entry.name)
            return entry.status;
    }
    return ModelStatus::Unknown;
}

/// A day, or the first day of a month (`2024-01`).
QDate dateFrom(const QString &text)
{
    return QDate::fromString(text.size() == 7 ? QString(text + QStringLiteral("-01")) : text, Qt::ISODate);
}

std::optional<qint64> countFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<bool> flagFrom(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

ScheduledPrice scheduledFromJson(const QJsonObject &json)
{
    ScheduledPrice scheduled;
    scheduled.startDate = dateFrom(json.value(u"from").toString());
    scheduled.windows = windowsFromJson(json.value(u"windows").toArray());
    scheduled.prices = tokenPricesFromJson(json);
    return scheduled;
}

CatalogEntry entryFromJson(const QJsonObject &json)
{
    CatalogEntry entry;
    entry.seller = json.value(u"seller").toString();
    entry.info.id = json.value(u"id").toString();
    entry.info.displayName = json.value(u"name").toString(entry.info.id);
    entry.info.vendor = json.value(u"vendor").toString(entry.seller);
    entry.info.contextWindow = countFrom(json.value(u"context"));
    entry.info.maxOutputTokens = countFrom(json.value(u"maxOutput"));
    entry.info.takesImages = flagFrom(json.value(u"images"));
    entry.info.callsTools = flagFrom(json.value(u"tools"));
    entry.info.reasons = flagFrom(json.value(u"reasoning"));
    entry.info.status = statusFromName(json.value(u"status").toString(QStringLiteral("active")));
    entry.info.successor = json.value(u"successor").toString();
    const QJsonArray aliases = json.value(u"aliases").toArray();
    for (const QJsonValue &alias : aliases)
        entry.aliases += alias.toString();
    entry.releaseDate = dateFrom(json.value(u"released").toString());
    entry.endDate = dateFrom(json.value(u"ends").toString());
    entry.prices = tokenPricesFromJson(json.value(u"prices").toObject());
    entry.tiers = tiersFromJson(json.value(u"tiers").toArray());
    const QJsonArray schedule = json.value(u"schedule").toArray();
    for (const QJsonValue &value : schedule)
        entry.schedule += scheduledFromJson(value.toObject());
    const QJsonValue perToolCall = json.value(u"perToolCall");
    if (perToolCall.isDouble())
        entry.perToolCall = Money::fromDouble(perToolCall.toDouble());
    const QJsonObject services = json.value(u"services").toObject();
    for (auto service = services.begin(); service != services.end(); ++service)
        entry.services += ServicePrices{service.key(), tokenPricesFromJson(service.value().toObject())};
    return entry;
}

/// The scheduled prices at `at`; null when only the base price is published for it.
const ScheduledPrice *scheduledAt(const CatalogEntry &entry, const QDateTime &at)
{
    const ScheduledPrice *found = nullptr;
    for (const ScheduledPrice &scheduled : entry.schedule) {
        if (!scheduled.windows.isEmpty()) {
            const auto inside = [&at](const PeakWindow &window) { return isWithin(window, at); };
            if (std::any_of(scheduled.windows.cbegin(), scheduled.windows.cend(), inside))
                return &scheduled;
            continue;
        }
        const bool begun = !scheduled.startDate.isValid() || scheduled.startDate <= at.date();
        const bool newer = !found || !found->startDate.isValid() || scheduled.startDate >= found->startDate;
        if (begun && newer)
            found = &scheduled;
    }
    return found;
}

/// What tells a scheduled price from the entry's own in its id.
QString scheduleMark(const ScheduledPrice &scheduled)
{
    if (!scheduled.windows.isEmpty())
        return QStringLiteral("@peak");
    return scheduled.startDate.isValid() ? QString(u'@' + scheduled.startDate.toString(Qt::ISODate))
                                         : QStringLiteral("@before");
}

QHash<QString, QString> namesFrom(const QJsonArray &entries)
{
    QHash<QString, QString> names;
    for (const QJsonValue &entry : entries)
        names.insert(entry[u"id"].toString(), entry[u"name"].toString());
    return names;
}

} // namespace

Result<ModelCatalog> ModelCatalog::load()
{
    registerCatalog();
    QFile file(QStringLiteral(":/switchyard/catalog/models.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Protocol, QStringLiteral("the model catalogue is not compiled in")};
    return fromJson(file.readAll());
}

Result<ModelCatalog> ModelCatalog::fromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return Error{ErrorKind::Protocol,
                     QStringLiteral("the model catalogue is no JSON: %1").arg(parsing.errorString())};
    ModelCatalog catalog;
    catalog.m_date = dateFrom(root.value(u"date").toString());
    const QJsonObject sources = root.value(u"sources").toObject();
    for (auto source = sources.begin(); source != sources.end(); ++source)
        catalog.m_sources += source.key() + QStringLiteral(": ") + source.value().toString();
    const QJsonArray sellers = root.value(u"sellers").toArray();
    catalog.m_sellerNames = namesFrom(sellers);
    for (const QJsonValue &seller : sellers)
        catalog.m_sellerVendors.insert(seller[u"id"].toString(), seller[u"vendor"].toString());
    const QJsonArray vendors = root.value(u"vendors").toArray();
    catalog.m_vendorNames = namesFrom(vendors);
    for (const QJsonValue &vendor : vendors) {
        const QJsonArray prefixes = vendor[u"prefixes"].toArray();
        for (const QJsonValue &prefix : prefixes)
            catalog.m_vendorPrefixes.insert(prefix.toString(), vendor[u"id"].toString());
    }
    const QJsonArray models = root.value(u"models").toArray();
    for (const QJsonValue &model : models)
        catalog.m_entries += entryFromJson(model.toObject());
    if (catalog.m_entries.isEmpty() || !catalog.m_date.isValid())
        return Error{ErrorKind::Protocol, QStringLiteral("the model catalogue holds no models or no date")};
    catalog.index();
    return catalog;
}

void ModelCatalog::index()
{
    QMap<QString, int> own;
    for (qsizetype at = 0; at < m_entries.size(); ++at) {
        const CatalogEntry &entry = m_entries[at];
        indexUnder(entry.seller, at);
        indexUnder(kAnySeller, at);
        const bool isOwn = m_sellerVendors.value(entry.seller) == entry.info.vendor;
        if (isOwn)
            indexUnder(QString(), at);
        own[entry.seller] += isOwn ? 1 : -1;
    }
    // Hosts make the odd model, but sell those of others.
    for (auto seller = own.cbegin(); seller != own.cend(); ++seller) {
        if (seller.value() > 0)
            m_makers += seller.key();
    }
}

void ModelCatalog::indexUnder(const QString &seller, qsizetype at)
{
    const auto add = [&](const QString &id) {
        const Key key(seller, comparableModelId(id));
        if (!m_byId.contains(key))
            m_byId.insert(key, at);
    };
    const CatalogEntry &entry = m_entries[at];
    add(entry.info.id);
    for (const QString &alias : entry.aliases)
        add(alias);
    const QString id = comparableModelId(entry.info.id);
    const QString stem = withoutDate(id);
    if (stem == id)
        return;
    const Key key(seller, stem);
    const auto known = m_byStem.constFind(key);
    // `latest` sorts after every date.
    if (known == m_byStem.constEnd() || comparableModelId(m_entries[*known].info.id) < id)
        m_byStem.insert(key, at);
}

const CatalogEntry *ModelCatalog::findAs(const QString &seller, const QString &comparableId) const
{
    const auto entry = [this](qsizetype at) { return at < 0 ? nullptr : &m_entries[at]; };
    if (const CatalogEntry *exact = entry(m_byId.value(Key(seller, comparableId), -1)))
        return exact;
    const QString stem = withoutDate(comparableId);
    if (const CatalogEntry *undated = entry(m_byId.value(Key(seller, stem), -1)))
        return undated;
    return entry(m_byStem.value(Key(seller, stem), -1));
}

const CatalogEntry *ModelCatalog::find(QStringView seller, QStringView modelId) const
{
    const QString name = seller.toString();
    const QString id = comparableModelId(modelId);
    if (id.isEmpty())
        return nullptr;
    const QString plain = withoutVariant(id);
    for (const QString &candidate : {id, plain}) {
        if (const CatalogEntry *found = findAs(name, candidate))
            return found;
    }
    const qsizetype slash = plain.indexOf(u'/');
    const QString vendor = slash > 0 ? m_vendorPrefixes.value(plain.left(slash)) : QString();
    if (vendor.isEmpty())
        return nullptr;
    const CatalogEntry *const found = findAs(name, plain.mid(slash + 1));
    return found && found->info.vendor == vendor ? found : nullptr;
}

QList<const CatalogEntry *> ModelCatalog::entriesOf(QStringView seller) const
{
    QList<const CatalogEntry *> entries;
    for (const CatalogEntry &entry : m_entries) {
        if (entry.seller == seller
            || (seller.isEmpty() && m_sellerVendors.value(entry.seller) == entry.info.vendor))
            entries += &entry;
    }
    return entries;
}

std::optional<PriceList> ModelCatalog::priceAt(const CatalogEntry &entry, qint64 atUtcMs) const
{
    if (!entry.prices.input && !entry.prices.output)
        return std::nullopt;
    PriceList list;
    list.base = entry.prices;
    list.tiers = entry.tiers;
    list.source = PriceSource::VendorList;
    list.version = version();
    list.id = QStringLiteral("bundled:") + entry.seller + u'/' + entry.info.id;
    list.services = entry.services;
    list.perToolCall = entry.perToolCall;
    const ScheduledPrice *const scheduled =
        scheduledAt(entry, QDateTime::fromMSecsSinceEpoch(atUtcMs, Qt::UTC));
    if (scheduled
        && (scheduled->prices.input != entry.prices.input
            || scheduled->prices.output != entry.prices.output)) {
        list.base = scheduled->prices;
        list.id += scheduleMark(*scheduled);
        list.services.clear();
        for (PriceTier &tier : list.tiers)
            tier.prices = {};
    }
    return list;
}

QStringList ModelCatalog::vendorSellers(QStringView vendor) const
{
    QStringList sellers;
    for (const QString &seller : m_makers) {
        if (vendor.isEmpty() || m_sellerVendors.value(seller) == vendor)
            sellers += seller;
    }
    return sellers;
}

std::pair<QString, QString> ModelCatalog::splitVendor(QStringView modelId) const
{
    const QString id = withoutVariant(modelId.toString());
    const qsizetype slash = id.indexOf(u'/');
    const QString vendor = slash > 0 ? m_vendorPrefixes.value(comparableModelId(id).left(slash)) : QString();
    return vendor.isEmpty() ? std::pair(QString(), id) : std::pair(vendor, id.mid(slash + 1));
}

QString ModelCatalog::vendorName(QStringView vendor) const
{
    return m_vendorNames.value(vendor.toString(), vendor.toString());
}

QString ModelCatalog::sellerName(QStringView seller) const
{
    return m_sellerNames.value(seller.toString(), seller.toString());
}

QString ModelCatalog::vendorOf(QStringView modelId) const
{
    const CatalogEntry *entry = find({}, modelId);
    if (!entry)
        entry = find(kAnySeller, modelId);
    if (entry)
        return entry->info.vendor;
    const QString id = comparableModelId(modelId);
    return m_vendorPrefixes.value(id.left(id.indexOf(u'/')));
}

} // namespace core
