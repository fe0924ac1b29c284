#pragma once

#include <QHash>
#include <QString>

namespace core {

class ModelCatalog;

/// What model ids of two sides are compared by: a vendor's prefix, a variant, a date at the end, case and the
/// way that dots, blanks and `@` are written do not matter (`Claude Opus 4.6` is `claude-opus-4-6`), nor
/// which alias of the catalogue a side uses. Without a catalogue aliases stay apart.
QString matchedModel(const QString &model, const ModelCatalog *catalog);

/// The same where models are asked for again and again. The catalogue must outlive it.
class ModelKeys
{
public:
    explicit ModelKeys(const ModelCatalog *catalog) : m_catalog(catalog) { }
    QString of(const QString &model);

private:
    const ModelCatalog *m_catalog;
    QHash<QString, QString> m_keys;
};

} // namespace core
