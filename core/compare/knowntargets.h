#pragma once

#include "core/base/clock.h"
#include "core/ledger/targetstatistics.h"
#include "core/routing/targetfacts.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace core {

class AccountStore;
class BudgetGuard;
class LedgerWriter;
class ModelDirectory;
class TargetHealth;

/// What rules know of targets: the accounts, the models and prices known for them, how they fare at present,
/// and how they answered the user's own calls of the last 30 days. The latter is read in the background a
/// while after attempts have settled. Owned by Application; main thread.
class KnownTargets : public QObject, public TargetBook
{
    Q_OBJECT

public:
    /// Chances of being preferred, 0 to 1, by `account/model`, for each task; '' is "no task".
    using Ratings = QHash<QString, QHash<QString, double>>;
    /// What it looks things up in.
    struct Sources
    {
        const AccountStore &accounts;
        const ModelDirectory &directory;
        const TargetHealth &health;
        const Clock &clock;
        /// Null: there are no budgets.
        const BudgetGuard *budgets = nullptr;
    };

    KnownTargets(Database &database, const LedgerWriter &ledger, const Sources &sources,
                 QObject *parent = nullptr);

    /// The 95th percentile of the first token is the present one where there are enough calls for it, else
    /// that of the last 30 days.
    TargetFacts factsOf(const TargetName &target, const QString &task) const override;
    std::optional<double> budgetUsed(const QString &name) const override;

    /// Reads the ratings with all else of the ledger, on its reader's thread; votes are counted elsewhere.
    void setRatingReader(std::function<Result<Ratings>(Connection &)> reader);

    /// Reads the ledger in the background; changed() follows. Until that was done once, the first question
    /// reads it at once.
    QFuture<Result<void>> refresh();
    /// Reads it soon, once for all that changed meanwhile.
    void refreshSoon();

signals:
    void changed();

private:
    /// What is read of the ledger.
    struct Known
    {
        TargetStatistics statistics = {};
        Ratings ratings = {};
    };

    std::function<Result<Known>(Connection &)> reading() const;
    void readOnce() const;
    void adopt(const Known &known) const;
    qint64 expectedOutput(const QString &model, const QString &task) const;

    Database &m_database;
    const Sources m_sources;
    std::function<Result<Ratings>(Connection &)> m_readRatings;
    mutable QHash<QString, TargetSpeed> m_speeds;
    /// By task, then model.
    mutable QHash<QString, QHash<QString, AnswerLength>> m_lengths;
    mutable Ratings m_ratings;
    mutable bool m_isRead = false;
    QTimer m_refreshTimer;
};

} // namespace core
