#pragma once

#include "core/base/clock.h"
#include "core/routing/router.h"
#include "core/storage/database.h"

#include <QObject>

#include <map>

namespace core {

/// A version of a rule set as it was saved.
struct RuleSetVersion
{
    int number = 0;
    qint64 savedAtMs = 0;
    QString comment = {};
    RuleSet rules = {};
};

/// A rule set by name: the version that runs, and the draft that is edited.
struct RuleSetEntry
{
    qint64 id = 0;
    QString name;
    /// 0: none was ever activated.
    int activeVersion = 0;
    std::optional<RuleSet> active = {};
    std::optional<RuleSet> draft = {};
    int newestVersion = 0;
};

/// When a version began to run. `checked` says whether a quality check went before.
struct Activation
{
    int version = 0;
    qint64 atMs = 0;
    bool checked = false;
    QString comment = {};
};

/// The rule sets of the ledger: in memory, written behind; other processes' changes are seen at their start.
/// Main thread.
class RuleSetStore : public QObject
{
    Q_OBJECT

public:
    RuleSetStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    /// Reads what is stored; to be called once after construction.
    Result<void> load();

    /// By name.
    const QList<RuleSetEntry> &entries() const { return m_entries; }
    const RuleSetEntry *find(const QString &name) const;
    /// The version that runs, ready to decide; null when there is none of that name or none is active.
    const Router *router(const QString &name) const;
    /// Gives the active rules of a set by name, for Router::decide().
    Router::Lookup lookup() const;
    /// The set that `ask` uses when none is named: the only one, else the one last activated; empty: none.
    QString defaultName() const;

    // Errors: invalid_request for a name that is empty, taken or of a wrong form, not_found.

    /// Saves the draft, making the entry when there is none of that name.
    QFuture<Result<void>> saveDraft(const QString &name, const RuleSet &rules);
    QFuture<Result<void>> dropDraft(const QString &name);
    /// Writes a version and makes it the active one in the same transaction; the draft goes.
    QFuture<Result<int>> activate(const QString &name, const RuleSet &rules, const QString &comment,
                                  bool checked);
    /// Makes an earlier version the active one again.
    QFuture<Result<void>> activateVersion(const QString &name, int version);
    QFuture<Result<void>> deactivate(const QString &name);
    QFuture<Result<void>> rename(const QString &name, const QString &to);
    QFuture<Result<void>> remove(const QString &name);

    /// Newest first.
    QFuture<Result<QList<RuleSetVersion>>> versions(const QString &name);
    QFuture<Result<QList<Activation>>> activations(const QString &name);

signals:
    void changed();

private:
    Result<void> adopt(const Result<QList<RuleSetEntry>> &stored);

    Database &m_database;
    const Clock &m_clock;
    QList<RuleSetEntry> m_entries;
    std::map<QString, Router> m_routers;
};

} // namespace core
