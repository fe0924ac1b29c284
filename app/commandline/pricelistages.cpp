#include "app/commandline/pricelistages.h"

#include "app/commandline/pricetext.h"
#include "app/services.h"

#include "core/base/clock.h"
#include "core/catalog/importedpricestore.h"
#include "core/catalog/modelcatalog.h"

using namespace core;

namespace app {

namespace {

QList<ImportedPriceList> listsInUse(Services &services)
{
    ImportedPriceList bundled;
    bundled.name = QStringLiteral("bundled");
    bundled.sourceDate = services.catalog().date();
    bundled.models = static_cast<int>(services.catalog().size());
    return QList<ImportedPriceList>{bundled} + services.importedPrices().lists();
}

} // namespace

QString listsInUseText(Services &services)
{
    QStringList ages;
    const QList<ImportedPriceList> lists = listsInUse(services);
    for (const ImportedPriceList &list : lists)
        ages += listAgeText(list.name, list.sourceDate, services.clock().utcMs());
    return ages.join(QStringLiteral("; "));
}

QJsonArray listsInUseToJson(Services &services)
{
    QJsonArray json;
    const QList<ImportedPriceList> lists = listsInUse(services);
    for (const ImportedPriceList &list : lists)
        json.append(importedListToJson(list, services.clock().utcMs()));
    return json;
}

} // namespace app
