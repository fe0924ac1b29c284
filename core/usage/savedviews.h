#pragma once

#include "core/usage/explorequery.h"

#include <QJsonArray>

namespace core {

class Settings;

struct SavedView
{
    QString name;
    ExploreQuery query;

    bool operator==(const SavedView &) const = default;
};

/// The user's named views of usage, kept in one setting. Owned by whoever shows them; main thread; what
/// changed is told by Settings::changed() of settings::kUsageViews.
class SavedViewStore
{
public:
    struct Views
    {
        /// In the order in which they were saved first.
        QList<SavedView> views;
        /// One sentence for each entry that cannot be read; it stays stored as it is until a view is saved
        /// under its name or it is removed.
        QStringList problems;
    };

    explicit SavedViewStore(Settings &settings);

    /// Periods with a name are those of the day `today`.
    Views list(QDate today) const;
    /// Adds a view or replaces the one of that name. Errors: invalid_request for a name without a letter or
    /// of more than 80 characters, and for a query that checkExploreQuery() refuses.
    Result<void> save(const QString &name, const ExploreQuery &query);
    /// Errors: not_found; invalid_request for a name that is taken or not allowed.
    Result<void> rename(const QString &from, const QString &to);
    /// Errors: not_found.
    Result<void> remove(const QString &name);

private:
    QJsonArray entries() const;

    Settings &m_settings;
};

} // namespace core
