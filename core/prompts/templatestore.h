#pragma once

#include "core/prompts/templates.h"
#include "core/storage/database.h"

#include <QObject>

namespace core {

/// What to do with an imported template whose folder and name are taken by another text.
enum class TemplateConflict { Skip, Replace, KeepBoth };

/// What became of imported templates. Those that are there already, word for word, are `same`.
struct TemplateImport
{
    int added = 0;
    int replaced = 0;
    int renamed = 0;
    int skipped = 0;
    int same = 0;

    bool operator==(const TemplateImport &) const = default;
};

/// The saved prompts, by folder and name: in memory, written behind. A name is unique in its folder. Owned by
/// Services; main thread.
class TemplateStore : public QObject
{
    Q_OBJECT

public:
    explicit TemplateStore(Database &database, QObject *parent = nullptr);

    /// Reads what is stored; to be called once after construction.
    Result<void> load();

    /// Ordered by folder, then name.
    const QList<PromptTemplate> &templates() const { return m_templates; }
    std::optional<PromptTemplate> find(qint64 id) const;
    std::optional<PromptTemplate> find(const QString &folder, const QString &name) const;
    /// Every folder with its parents, ordered.
    QStringList folders() const;

    /// Saves a new template (id 0), or one that is there in its new state: renamed, moved, edited. Refused
    /// (invalid_request) when it has no name or text, when its name has a slash, or when another one in the
    /// folder has its name; not_found for an id that is gone.
    QFuture<Result<PromptTemplate>> save(const PromptTemplate &entry);
    /// Tells what was removed, for restore().
    QFuture<Result<QList<PromptTemplate>>> remove(const QList<qint64> &ids);
    /// Brings removed templates back with their ids. Refused when a name was taken meanwhile.
    QFuture<Result<void>> restore(const QList<PromptTemplate> &removed);
    /// Renames a folder, and with it what lies below; also how one folder is put into another. Refused, with
    /// nothing moved, when a template of that name is in the new place already. Tells the templates as they
    /// were before, for moveBack().
    QFuture<Result<QList<PromptTemplate>>> renameFolder(const QString &from, const QString &to);
    QFuture<Result<void>> moveBack(const QList<PromptTemplate> &before);
    /// The template was sent with these values.
    QFuture<Result<void>> noteUse(qint64 id, const QHash<QString, QString> &values, qint64 nowMs);
    /// All or none.
    QFuture<Result<TemplateImport>> import(const QList<PromptTemplate> &entries, TemplateConflict conflict);

signals:
    void changed();

private:
    Result<void> adopt(const Result<QList<PromptTemplate>> &stored);

    Database &m_database;
    QList<PromptTemplate> m_templates;
};

} // namespace core
