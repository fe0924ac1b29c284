#pragma once

#include "core/base/clock.h"
#include "core/routing/router.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <map>

namespace core {

/// A version of a rule set as it was saved.
struct RuleSetVersion
{
    int number = 0;
    qint64 savedAtMs = 0;
    QString comment = {};
    /// Empty when `problem` says why they cannot be read.
    RuleSet rules = {};
    QString problem = {};
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
    /// When a version of it was activated last; 0: never.
    qint64 activatedAtMs = 0;
    /// Number of that activation among those of all sets.
    qint64 activation = 0;
    /// One sentence for each stored document that cannot be read, such as one of a newer program; it stays as
    /// it is.
    QString problem = {};
};

/// When a version began to run. `checked` says whether a quality check went before.
struct Activation
{
    int version = 0;
    qint64 atMs = 0;
    bool checked = false;
    QString comment = {};
};

/// Whether a set may bear the name: of the right form (isRuleSetName()) and not `route` or `demo`, which
/// stand for accounts. InvalidRequest with a translated sentence.
Result<void> validateRuleSetName(const QString &name);

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

    // Errors: invalid_request for a name that is taken (in any case) or not valid, not_found. Whatever is
    // written, the rules bear the entry's name.

    /// Saves the draft, making the entry when there is none of that name. A draft before it that cannot be
    /// read becomes a version with a comment; dropDraft() keeps it so, too.
    QFuture<Result<void>> saveDraft(const QString &name, const RuleSet &rules);
    QFuture<Result<void>> dropDraft(const QString &name);
    /// Writes a version, the first of a new entry when there is none of that name, and makes it the active
    /// one in the same transaction; the draft goes, unless it cannot be read.
    QFuture<Result<int>> activate(const QString &name, const RuleSet &rules, const QString &comment,
                                  bool checked);
    /// Makes an earlier version the active one again. invalid_request when it cannot be read.
    QFuture<Result<void>> activateVersion(const QString &name, int version);
    QFuture<Result<void>> deactivate(const QString &name);
    QFuture<Result<void>> rename(const QString &name, const QString &to);
    /// With its versions and activations; calls keep the names of their rules.
    QFuture<Result<void>> remove(const QString &name);

    /// Newest first.
    QFuture<Result<QList<RuleSetVersion>>> versions(const QString &name);
    QFuture<Result<QList<Activation>>> activations(const QString &name);

signals:
    void changed();

private:
    using Step = std::function<Result<void>(Connection &connection)>;
    /// Runs the step and reads everything anew, both in one transaction.
    QFuture<Result<void>> change(Step step);
    Result<void> adopt(const Result<QList<RuleSetEntry>> &stored);
    void compile(const QList<RuleSetEntry> &before);

    Database &m_database;
    const Clock &m_clock;
    QList<RuleSetEntry> m_entries;
    std::map<QString, Router> m_routers;
};

} // namespace core
