#pragma once

#include "core/judging/ratings.h"
#include "core/ledger/taskquery.h"
#include "core/routing/ruleset.h"

#include <QFuture>

namespace core {

class Database;
class TargetBook;

/// What is known of one task that a rule could be made of.
struct TaskEvidence
{
    QString task;
    /// Rankings of the person.
    QList<Vote> votes = {};
    /// What calls of it cost and how soon they begin.
    QList<TaskTarget> figures = {};
    /// Where its calls go now; unset when that is not known.
    std::optional<TargetName> current = {};
    /// Own calls of the last 30 days.
    qint64 monthlyCalls = 0;
};

/// Below so many calls of each target nothing is said of how costs or delays differ.
constexpr int kCallsForFigures = 20;
/// A cheaper target is no worse when its share of wins is not below a half by more than this.
constexpr double kNotWorseMargin = 0.1;

/// That the calls of a task should go to another target, as far as votes show it.
struct RouteProposal
{
    enum class Claim {
        /// The interval of its share of wins is above a half.
        Better,
        /// The interval is above a half less kNotWorseMargin, and it costs less.
        CheaperNotWorse,
    };

    QString task;
    TargetName target;
    TargetName instead;
    Claim claim = Claim::Better;
    /// Votes on both of them: how often `target` was the better one, and ties.
    int votes = 0;
    int wins = 0;
    int ties = 0;
    /// Its share of wins, a tie being half a one.
    Estimate share = {};
    /// Medians of a call, after and before; both or none.
    std::optional<Money> cost = {};
    std::optional<Money> costBefore = {};
    /// Medians to the first token in ms; both or none.
    std::optional<double> firstToken = {};
    std::optional<double> firstTokenBefore = {};
    qint64 monthlyCalls = 0;

    bool operator==(const RouteProposal &) const = default;
};

/// The best proposal for a task: a better target, else a cheaper one that is not worse; nothing without
/// kVotesForRating votes on it and the current target together.
std::optional<RouteProposal> proposeRoute(const TaskEvidence &evidence);

/// One translated sentence with all figures: what a person decides by.
QString proposalInWords(const RouteProposal &proposal);

/// The proposal as a draft rule that carries its evidence, with what it takes the place of as the fallback.
/// Its name is none of `taken`.
Rule ruleOf(const RouteProposal &proposal, const QStringList &taken, qint64 nowMs);

/// Every task with votes, '' left out: no rule can ask for no task. The current target of a task is the one
/// that most of its own calls since then were sent to first.
Result<QList<TaskEvidence>> readTaskEvidence(Connection &connection, qint64 sinceMs, bool includeSimulated);

/// Where calls of nothing but a task go by these rules; nothing when that depends on more.
std::optional<TargetName> currentTarget(const RuleSet &rules, const QString &task, const TargetBook &book);

/// The proposals of all tasks, most monthly calls first. With `rules` their first target is the current one.
/// Read in the background; `book` is asked on the thread of `context`, which must be this one and must not
/// outlive it. Errors: storage.
QFuture<Result<QList<RouteProposal>>> proposeRoutes(Database &database, qint64 nowMs, bool includeSimulated,
                                                    const RuleSet *rules, const TargetBook &book,
                                                    QObject *context);

} // namespace core
