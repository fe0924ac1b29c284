#include "core/routing/rulesetstore.h"

#include "core/base/continuation.h"
#include "core/routing/rulesetrows.h"
#include "core/storage/statement.h"

namespace core {

Result<void> validateRuleSetName(const QString &name)
{
    if (!isRuleSetName(name))
        return Error{
            ErrorKind::InvalidRequest,
            RuleSetStore::tr("“%1” cannot name a rule set: 1 to 60 letters, digits, “-”, “_”, “.” and "
                             "spaces between them can.")
                .arg(name)};
    for (const QLatin1StringView reserved : {kRouteAccountName, kDemoAccountName}) {
        if (name.compare(reserved, Qt::CaseInsensitive) == 0)
            return Error{ErrorKind::InvalidRequest, RuleSetStore::tr("The name “%1” is reserved.").arg(name)};
    }
    return {};
}

RuleSetStore::RuleSetStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

Result<void> RuleSetStore::load()
{
    return adopt(m_database.readNow(readSetEntries));
}

const RuleSetEntry *RuleSetStore::find(const QString &name) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&name](const RuleSetEntry &entry) { return entry.name == name; });
    return found == m_entries.cend() ? nullptr : &*found;
}

const Router *RuleSetStore::router(const QString &name) const
{
    const auto found = m_routers.find(name);
    return found == m_routers.cend() ? nullptr : &found->second;
}

Router::Lookup RuleSetStore::lookup() const
{
    return [this](const QString &name) -> const RuleSet * {
        const RuleSetEntry *entry = find(name);
        return entry && entry->active ? &*entry->active : nullptr;
    };
}

QString RuleSetStore::defaultName() const
{
    const RuleSetEntry *newest = nullptr;
    for (const RuleSetEntry &entry : m_entries) {
        if (entry.activeVersion > 0 && (!newest || entry.activation > newest->activation))
            newest = &entry;
    }
    return newest ? newest->name : QString();
}

QFuture<Result<void>> RuleSetStore::change(Step step)
{
    return continued(
        m_database.write([step = std::move(step)](Connection &connection) -> Result<QList<RuleSetEntry>> {
            if (const Result<void> done = step(connection); !done)
                return done.error();
            return readSetEntries(connection);
        }),
        this, [this](const Result<QList<RuleSetEntry>> &stored) { return adopt(stored); });
}

Result<void> RuleSetStore::adopt(const Result<QList<RuleSetEntry>> &stored)
{
    if (!stored)
        return stored.error();
    const QList<RuleSetEntry> before = std::exchange(m_entries, *stored);
    compile(before);
    emit changed();
    return {};
}

/// A router that is still right stays where it is: who holds it need not ask again.
void RuleSetStore::compile(const QList<RuleSetEntry> &before)
{
    std::map<QString, Router> routers;
    for (const RuleSetEntry &entry : std::as_const(m_entries)) {
        if (!entry.active)
            continue;
        const bool same = std::any_of(before.cbegin(), before.cend(), [&entry](const RuleSetEntry &old) {
            return old.id == entry.id && old.activeVersion == entry.activeVersion
                && old.active == entry.active;
        });
        auto kept = same ? m_routers.extract(entry.name) : std::map<QString, Router>::node_type();
        if (kept)
            routers.insert(std::move(kept));
        else
            routers.emplace(entry.name, Router(*entry.active, entry.activeVersion));
    }
    m_routers = std::move(routers);
}

QFuture<Result<void>> RuleSetStore::saveDraft(const QString &name, const RuleSet &rules)
{
    return change([name, document = storedDocument(name, rules),
                   now = m_clock.utcMs()](Connection &connection) -> Result<void> {
        const Result<qint64> set = idOfSetOrNew(connection, name);
        if (!set)
            return set.error();
        const Result<void> kept = keepUnreadableDraft(connection, *set, now);
        return kept ? writeDraft(connection, *set, document) : kept;
    });
}

QFuture<Result<void>> RuleSetStore::dropDraft(const QString &name)
{
    return change([name, now = m_clock.utcMs()](Connection &connection) -> Result<void> {
        const Result<qint64> set = idOfSet(connection, name);
        if (!set)
            return set.error();
        const Result<void> kept = keepUnreadableDraft(connection, *set, now);
        return kept ? writeDraft(connection, *set, std::nullopt) : kept;
    });
}

QFuture<Result<int>> RuleSetStore::activate(const QString &name, const RuleSet &rules, const QString &comment,
                                            bool checked)
{
    const auto number = std::make_shared<int>(0);
    const QByteArray document = storedDocument(name, rules);
    const qint64 now = m_clock.utcMs();
    const Step step = [name, document, comment, checked, now,
                       number](Connection &connection) -> Result<void> {
        const Result<qint64> set = idOfSetOrNew(connection, name);
        if (!set)
            return set.error();
        const Result<int> version = insertSetVersion(connection, *set, document, comment, now);
        if (!version)
            return version.error();
        *number = *version;
        const Result<void> active = makeSetActive(connection, *set, {*version, now, checked, comment});
        return active ? dropReadableDraft(connection, *set) : active;
    };
    return continued(change(step), this, [number](const Result<void> &done) {
        return done ? Result<int>(*number) : Result<int>(done.error());
    });
}

QFuture<Result<void>> RuleSetStore::activateVersion(const QString &name, int version)
{
    return change([name, version, now = m_clock.utcMs()](Connection &connection) -> Result<void> {
        const Result<qint64> set = idOfSet(connection, name);
        if (!set)
            return set.error();
        if (const Result<void> readable = checkVersionReadable(connection, *set, name, version); !readable)
            return readable;
        return makeSetActive(connection, *set, {version, now});
    });
}

QFuture<Result<void>> RuleSetStore::deactivate(const QString &name)
{
    return change([name](Connection &connection) -> Result<void> {
        const Result<qint64> set = idOfSet(connection, name);
        if (!set)
            return set.error();
        return writeActiveVersion(connection, *set, 0);
    });
}

QFuture<Result<void>> RuleSetStore::rename(const QString &name, const QString &to)
{
    return change([name, to](Connection &connection) -> Result<void> {
        const Result<qint64> set = idOfSet(connection, name);
        if (!set)
            return set.error();
        if (const Result<void> valid = validateRuleSetName(to); !valid)
            return valid;
        if (const Result<void> free = checkSetNameFree(connection, to, *set); !free)
            return free;
        return Statement(connection, QStringLiteral("UPDATE rule_sets SET name = :name WHERE id = :set"))
            .bind(":name", to)
            .bind(":set", *set)
            .run();
    });
}

QFuture<Result<void>> RuleSetStore::remove(const QString &name)
{
    return change([name](Connection &connection) -> Result<void> {
        const Result<qint64> set = idOfSet(connection, name);
        if (!set)
            return set.error();
        return Statement(connection, QStringLiteral("DELETE FROM rule_sets WHERE id = :set"))
            .bind(":set", *set)
            .run();
    });
}

QFuture<Result<QList<RuleSetVersion>>> RuleSetStore::versions(const QString &name)
{
    return m_database.read([name](Connection &connection) { return readSetVersions(connection, name); });
}

QFuture<Result<QList<Activation>>> RuleSetStore::activations(const QString &name)
{
    return m_database.read([name](Connection &connection) { return readSetActivations(connection, name); });
}

} // namespace core
