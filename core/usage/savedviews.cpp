#include "core/usage/savedviews.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kLongestViewName = 80;

QString nameOfEntry(const QJsonValue &entry)
{
    return entry[QStringLiteral("name")].toString();
}

qsizetype placeOfView(const QJsonArray &entries, const QString &name)
{
    for (qsizetype at = 0; at < entries.size(); ++at) {
        if (!name.isEmpty() && nameOfEntry(entries.at(at)) == name)
            return at;
    }
    return -1;
}

Result<void> checkViewName(const QString &name)
{
    const bool hasLetter =
        std::any_of(name.cbegin(), name.cend(), [](QChar c) { return c.isLetterOrNumber(); });
    if (hasLetter && name.size() <= kLongestViewName)
        return {};
    return Error{ErrorKind::InvalidRequest,
                 QStringLiteral("A view's name needs a letter or a digit and at most %1 characters.")
                     .arg(kLongestViewName)};
}

Error unknownView(const QString &name)
{
    return {ErrorKind::NotFound, QStringLiteral("There is no saved view \"%1\" any more.").arg(name)};
}

QString problemOfEntry(const QJsonValue &entry, const QString &why)
{
    const QString name = nameOfEntry(entry);
    if (name.isEmpty())
        return QStringLiteral("A saved view cannot be read and is kept as it is: it has no name.");
    return QStringLiteral("The saved view \"%1\" cannot be read and is kept as it is: %2").arg(name, why);
}

} // namespace

SavedViewStore::SavedViewStore(Settings &settings) : m_settings(settings) { }

QJsonArray SavedViewStore::entries() const
{
    const QJsonArray entries = m_settings.get(settings::kUsageViews);
    if (!entries.isEmpty())
        return entries;
    // What is no list is kept in one.
    const Setting<QJsonObject> asObject{settings::kUsageViews.key, {}};
    const Setting<QString> asText{settings::kUsageViews.key, {}};
    const QJsonObject object = m_settings.get(asObject);
    if (!object.isEmpty())
        return {object};
    const QString text = m_settings.get(asText);
    return text.isEmpty() ? QJsonArray() : QJsonArray{text};
}

SavedViewStore::Views SavedViewStore::list(QDate today) const
{
    Views views;
    const QJsonArray stored = entries();
    for (const auto &entry : stored) {
        const QJsonValue query = entry[QStringLiteral("query")];
        const QString name = nameOfEntry(entry);
        if (name.isEmpty() || !query.isObject()) {
            views.problems.append(problemOfEntry(entry, QStringLiteral("it has no query.")));
            continue;
        }
        const Result<ExploreQuery> read = exploreQueryFromJson(query.toObject(), today);
        if (read)
            views.views.append({name, *read});
        else
            views.problems.append(problemOfEntry(entry, read.error().message));
    }
    return views;
}

Result<void> SavedViewStore::save(const QString &name, const ExploreQuery &query)
{
    const QString wanted = name.trimmed();
    if (const Result<void> good = checkViewName(wanted); !good)
        return good;
    if (const Result<void> good = checkExploreQuery(query); !good)
        return good;
    QJsonArray stored = entries();
    const QJsonObject entry{{QStringLiteral("name"), wanted},
                            {QStringLiteral("query"), exploreQueryToJson(query)}};
    const qsizetype place = placeOfView(stored, wanted);
    if (place >= 0)
        stored.replace(place, entry);
    else
        stored.append(entry);
    m_settings.set(settings::kUsageViews, stored);
    return {};
}

Result<void> SavedViewStore::rename(const QString &from, const QString &to)
{
    const QString wanted = to.trimmed();
    if (const Result<void> good = checkViewName(wanted); !good)
        return good;
    QJsonArray stored = entries();
    const qsizetype place = placeOfView(stored, from);
    if (place < 0)
        return unknownView(from);
    const qsizetype taken = placeOfView(stored, wanted);
    if (taken >= 0 && taken != place)
        return Error{
            ErrorKind::InvalidRequest,
            QStringLiteral("There is a saved view \"%1\" already; choose another name.").arg(wanted)};
    QJsonObject entry = stored.at(place).toObject();
    entry.insert(QStringLiteral("name"), wanted);
    stored.replace(place, entry);
    m_settings.set(settings::kUsageViews, stored);
    return {};
}

Result<void> SavedViewStore::remove(const QString &name)
{
    QJsonArray stored = entries();
    const qsizetype place = placeOfView(stored, name);
    if (place < 0)
        return unknownView(name);
    stored.removeAt(place);
    m_settings.set(settings::kUsageViews, stored);
    return {};
}

} // namespace core
