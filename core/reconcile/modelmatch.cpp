#include "core/reconcile/modelmatch.h"

#include "core/catalog/catalogkey.h"
#include "core/catalog/modelcatalog.h"
#include "core/chat/modelname.h"

namespace core {

QString matchedModel(const QString &model, const ModelCatalog *catalog)
{
    QString id = model.trimmed();
    id.replace(u' ', u'-');
    if (catalog) {
        if (const CatalogEntry *entry = catalog->find({}, id))
            id = entry->info.id;
    }
    return withoutDate(comparableModelId(bareModelName(id)));
}

QString ModelKeys::of(const QString &model)
{
    const auto known = m_keys.constFind(model);
    if (known != m_keys.constEnd())
        return *known;
    const QString key = matchedModel(model, m_catalog);
    m_keys.insert(model, key);
    return key;
}

} // namespace core
