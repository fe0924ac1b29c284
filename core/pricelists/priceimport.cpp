#include "core/pricelists/priceimport.h"

#include "core/catalog/catalogkey.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/pricejson.h"
#include "core/pricelists/pricenumbers.h"

#include <QJsonDocument>
#include <QMap>
#include <QSet>

namespace core {

namespace {

/// Smaller lists may well halve.
constexpr int kFewModels = 10;

/// What makes two entries versions of one price.
QString keyOf(const PriceEntry &entry)
{
    return QStringList{
        entry.seller,
        comparableModelId(entry.model),
        priceMatchName(entry.match),
        entry.currency,
        entry.serviceTier,
        QString::fromUtf8(QJsonDocument(windowsToJson(entry.windows)).toJson(QJsonDocument::Compact))}
        .join(u'\n');
}

bool isSamePrice(const PriceEntry &a, const PriceEntry &b)
{
    return a.prices == b.prices && a.tiers == b.tiers && a.perRequest == b.perRequest
        && a.perToolCall == b.perToolCall;
}

bool isSamePrice(const PriceList &a, const PriceList &b)
{
    return a.base == b.base && a.tiers == b.tiers && a.perRequest == b.perRequest
        && a.perToolCall == b.perToolCall && a.services == b.services;
}

using ModelKey = std::tuple<QString, QString, QString>;

ModelKey modelOf(const PriceEntry &entry)
{
    return {entry.seller, entry.model, entry.currency};
}

QSet<QString> modelsIn(const QList<PriceEntry> &entries)
{
    QSet<QString> models;
    for (const PriceEntry &entry : entries)
        models.insert(entry.seller + u'/' + entry.model);
    return models;
}

/// Makes the plan step by step.
class Planner
{
public:
    Planner(const PriceListDocument &document, const KnownPrices &known, const QDate &day, qint64 nowMs)
        : m_document(document)
        , m_known(known)
        , m_day(day)
        , m_dayStartMs(day.startOfDay(Qt::UTC).toMSecsSinceEpoch())
        , m_nowMs(nowMs)
    {
        for (const PriceEntry &entry : document.entries) {
            if (entry.validFromMs)
                m_dated.insert(keyOf(entry));
        }
        for (const PriceEntry &entry : known.lastEntries) {
            if (!entry.validToMs || *entry.validToMs > nowMs)
                m_open.insert(keyOf(entry), entry);
        }
    }

    PriceImportPlan plan()
    {
        for (const PriceEntry &entry : m_document.entries)
            place(entry);
        for (auto gone = m_open.cbegin(); gone != m_open.cend(); ++gone)
            m_plan.update.ended += gone->id;
        m_plan.update.endsAtMs = m_dayStartMs;
        m_plan.passedOver = m_document.passedOver;
        compare();
        return std::move(m_plan);
    }

private:
    /// An entry of the document begins, or is there already.
    void place(PriceEntry entry)
    {
        const QString key = keyOf(entry);
        const bool hasHistory = m_dated.contains(key);
        const auto [first, end] = m_open.equal_range(key);
        const auto same = std::find_if(first, end, [&entry, hasHistory](const PriceEntry &stored) {
            return isSamePrice(stored, entry) && (!hasHistory || stored.validFromMs == entry.validFromMs);
        });
        if (same != end) {
            m_open.erase(same);
            return;
        }
        if (!hasHistory && (m_open.contains(key) || isBundled(entry)))
            entry.validFromMs = m_dayStartMs;
        entry.sourceDate = m_day;
        m_plan.update.added += entry;
    }

    bool isBundled(const PriceEntry &entry) const
    {
        return entry.currency == kUsd && bundled(entry.seller, entry.model).has_value();
    }

    std::optional<PriceList> bundled(const QString &seller, const QString &model) const
    {
        const CatalogEntry *const entry = m_known.catalog.find(seller, model);
        return entry ? m_known.catalog.priceAt(*entry, m_nowMs) : std::nullopt;
    }

    std::optional<PriceList> before(const ModelKey &model) const
    {
        const auto &[seller, id, currency] = model;
        std::optional<PriceList> list = m_known.imported.find(seller, id, currency, m_nowMs);
        return list || currency != kUsd ? list : bundled(seller, id);
    }

    void compare()
    {
        const PriceTable after(m_document.entries);
        QMap<ModelKey, bool> models;
        for (const PriceEntry &entry : m_document.entries)
            models.insert(modelOf(entry), true);
        for (const PriceEntry &entry : std::as_const(m_open))
            models.insert(modelOf(entry), true);
        for (auto model = models.cbegin(); model != models.cend(); ++model) {
            const auto &[seller, id, currency] = model.key();
            note(PriceChange{PriceChange::Kind::New, seller, id, currency, before(model.key()),
                             after.find(seller, id, currency, m_nowMs)});
        }
    }

    void note(PriceChange change)
    {
        if (change.before && change.after && isSamePrice(*change.before, *change.after)) {
            ++m_plan.unchanged;
            return;
        }
        if (!change.before && !change.after)
            return;
        if (change.before)
            change.kind = change.after ? PriceChange::Kind::Changed : PriceChange::Kind::Gone;
        m_plan.changes += change;
    }

    const PriceListDocument &m_document;
    const KnownPrices &m_known;
    const QDate m_day;
    const qint64 m_dayStartMs;
    const qint64 m_nowMs;
    QSet<QString> m_dated;
    /// Stored entries in force that the document has not been found to repeat.
    QMultiHash<QString, PriceEntry> m_open;
    PriceImportPlan m_plan;
};

QString shownDay(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

} // namespace

Result<PriceImportPlan> planPriceImport(const PriceListDocument &document, const QString &origin,
                                        const KnownPrices &known, qint64 nowMs)
{
    const QDate day =
        document.date.isValid() ? document.date : QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date();
    const int models = static_cast<int>(modelsIn(document.entries).size());
    if (known.last && day < known.last->sourceDate)
        return badPriceList(origin,
                            PriceListWords::tr("it is of %1, older than the list \"%2\" that is in use, "
                                               "of %3; nothing was changed.")
                                .arg(shownDay(day), document.name, shownDay(known.last->sourceDate)));
    if (known.last && known.last->models >= kFewModels && models * 2 < known.last->models)
        return badPriceList(origin,
                            PriceListWords::tr("it has a price for only %1 models where the list \"%2\" "
                                               "of %3 has %4, as if it were cut off; nothing was changed.")
                                .arg(models)
                                .arg(document.name, shownDay(known.last->sourceDate))
                                .arg(known.last->models));
    PriceImportPlan plan = Planner(document, known, day, nowMs).plan();
    plan.update.list.name = document.name;
    plan.update.list.origin = origin;
    plan.update.list.sourceDate = day;
    plan.update.list.models = models;
    return plan;
}

} // namespace core
