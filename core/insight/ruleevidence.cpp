#include "core/insight/ruleevidence.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/base/onworker.h"
#include "core/compare/tasksuggestion.h"
#include "core/insight/insightwords.h"
#include "core/insight/shareestimate.h"
#include "core/judging/judgement.h"
#include "core/judging/volume.h"
#include "core/judging/voterows.h"
#include "core/routing/router.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 kMsOfDay = 86'400'000;

QString percentText(double share)
{
    return QLocale().toString(share * 100.0, 'f', 0);
}

const TaskTarget *figuresOf(const QList<TaskTarget> &figures, const TargetName &target)
{
    const auto found = std::find_if(figures.cbegin(), figures.cend(), [&target](const TaskTarget &each) {
        return each.account == target.account && each.model == target.model;
    });
    return found != figures.cend() && found->calls >= kCallsForFigures ? &*found : nullptr;
}

void addFigures(RouteProposal &proposal, const QList<TaskTarget> &figures)
{
    const TaskTarget *after = figuresOf(figures, proposal.target);
    const TaskTarget *before = figuresOf(figures, proposal.instead);
    if (!after || !before)
        return;
    const bool priced = after->calls - after->unpriced >= kCallsForFigures
        && before->calls - before->unpriced >= kCallsForFigures;
    if (priced && after->medianCost && before->medianCost) {
        proposal.cost = after->medianCost;
        proposal.costBefore = before->medianCost;
    }
    if (after->firstP50 && before->firstP50) {
        proposal.firstToken = after->firstP50;
        proposal.firstTokenBefore = before->firstP50;
    }
}

/// What a pair says for the one that is not the current target; nothing with too few votes.
std::optional<RouteProposal> challengerOf(const PairResult &pair, const QString &current)
{
    if (pair.one != current && pair.other != current)
        return std::nullopt;
    const bool first = pair.other == current;
    RouteProposal proposal;
    proposal.wins = first ? pair.oneBest : pair.otherBest;
    proposal.ties = pair.ties;
    proposal.votes = pair.oneBest + pair.otherBest + pair.ties;
    const std::optional<TargetName> target = parseTargetName(first ? pair.one : pair.other);
    if (proposal.votes < kVotesForRating || !target)
        return std::nullopt;
    proposal.target = *target;
    proposal.share = shareEstimate(proposal.wins + proposal.ties / 2.0, proposal.votes);
    return proposal;
}

/// Whether something can be claimed for it.
bool decideClaim(RouteProposal &proposal)
{
    if (proposal.share.low > 0.5) {
        proposal.claim = RouteProposal::Claim::Better;
        return true;
    }
    proposal.claim = RouteProposal::Claim::CheaperNotWorse;
    return proposal.share.low >= 0.5 - kNotWorseMargin && proposal.cost
        && *proposal.cost < *proposal.costBefore;
}

bool isStrongerProposal(const RouteProposal &one, const RouteProposal &other)
{
    if (one.claim != other.claim)
        return one.claim == RouteProposal::Claim::Better;
    if (one.claim == RouteProposal::Claim::Better)
        return one.share.low > other.share.low;
    return *one.cost < *other.cost;
}

QString claimInWords(const RouteProposal &proposal)
{
    const QString target = proposal.target.toString();
    const QString instead = proposal.instead.toString();
    const QString task = taskDisplayName(proposal.task);
    const QString interval = InsightWords::tr("%1 to %2 %", "95 % interval of a share")
                                 .arg(percentText(proposal.share.low), percentText(proposal.share.high));
    const QString words = proposal.claim == RouteProposal::Claim::Better
        ? InsightWords::tr(
            "%1 was preferred to %2 in %3 of %4 votes on %5, %6 of them ties (95 % interval of its "
            "share: %7).")
        : InsightWords::tr(
            "%1 was no worse than %2, preferred in %3 of %4 votes on %5, %6 of them ties (95 % "
            "interval of its share: %7), and costs less.");
    return words.arg(target, instead, QString::number(proposal.wins), QString::number(proposal.votes), task,
                     QString::number(proposal.ties), interval);
}

Result<QHash<QString, TargetName>> readMostAsked(Connection &connection, qint64 sinceMs,
                                                 bool includeSimulated)
{
    QHash<QString, TargetName> current;
    const Result<void> read = Statement(connection, QStringLiteral(R"(
            SELECT c.task, a.account, a.model FROM calls c
            JOIN attempts a ON a.call_id = c.id AND a.number = 1
            LEFT JOIN lanes l ON l.id = c.lane_id LEFT JOIN runs r ON r.id = l.run_id
            WHERE c.created_at >= :since AND c.simulated <= :simulated AND r.matrix_id IS NULL
            GROUP BY c.task, a.account, a.model ORDER BY count(*), a.account DESC, a.model DESC)"))
                                  .bind(":since", sinceMs)
                                  .bind(":simulated", includeSimulated)
                                  .each([&current](const Statement &row) {
                                      current.insert(row.text(0), {row.text(1), row.text(2)});
                                  });
    if (!read)
        return read.error();
    return current;
}

QString freeName(const QString &wanted, const QStringList &taken)
{
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted, QString::number(number));
    return name;
}

} // namespace

std::optional<RouteProposal> proposeRoute(const TaskEvidence &evidence)
{
    if (!evidence.current)
        return std::nullopt;
    RatingOptions options;
    options.resamples = 0;
    const RatingTable table = rate(evidence.votes, options);
    std::optional<RouteProposal> best;
    for (const PairResult &pair : table.pairs) {
        std::optional<RouteProposal> proposal = challengerOf(pair, evidence.current->toString());
        if (!proposal)
            continue;
        proposal->task = evidence.task;
        proposal->instead = *evidence.current;
        proposal->monthlyCalls = evidence.monthlyCalls;
        addFigures(*proposal, evidence.figures);
        if (decideClaim(*proposal) && (!best || isStrongerProposal(*proposal, *best)))
            best = proposal;
    }
    return best;
}

QString proposalInWords(const RouteProposal &proposal)
{
    QStringList sentences{claimInWords(proposal)};
    if (proposal.cost)
        sentences.append(InsightWords::tr("A call costs %1 instead of %2.")
                             .arg(formatMoney(*proposal.cost), formatMoney(*proposal.costBefore)));
    if (proposal.firstToken)
        sentences.append(
            InsightWords::tr("It begins after %1 instead of %2.")
                .arg(formatDuration(*proposal.firstToken), formatDuration(*proposal.firstTokenBefore)));
    return sentences.join(u' ');
}

Rule ruleOf(const RouteProposal &proposal, const QStringList &taken, qint64 nowMs)
{
    Rule rule{.name = freeName(InsightWords::tr("%1 by votes").arg(taskDisplayName(proposal.task)), taken),
              .when = testCondition({.field = Field::Task, .op = Operator::Is, .values = {proposal.task}})};
    rule.chain.targets = {{.name = proposal.target}};
    rule.chain.fallbacks = {{.target = {.name = proposal.instead}}};
    rule.evidence = {
        {QStringLiteral("kind"), QStringLiteral("votes")},
        {QStringLiteral("task"), proposal.task},
        {QStringLiteral("target"), proposal.target.toString()},
        {QStringLiteral("instead"), proposal.instead.toString()},
        {QStringLiteral("votes"), proposal.votes},
        {QStringLiteral("wins"), proposal.wins},
        {QStringLiteral("ties"), proposal.ties},
        {QStringLiteral("share"), proposal.share.value},
        {QStringLiteral("share_low"), proposal.share.low},
        {QStringLiteral("share_high"), proposal.share.high},
        {QStringLiteral("at"), QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(Qt::ISODate)},
        {QStringLiteral("claim"), proposalInWords(proposal)},
    };
    if (proposal.cost) {
        rule.evidence.insert(QStringLiteral("cost_usd"), proposal.cost->toDecimal());
        rule.evidence.insert(QStringLiteral("cost_before_usd"), proposal.costBefore->toDecimal());
    }
    if (proposal.firstToken) {
        rule.evidence.insert(QStringLiteral("first_token_ms"), *proposal.firstToken);
        rule.evidence.insert(QStringLiteral("first_token_before_ms"), *proposal.firstTokenBefore);
    }
    return rule;
}

Result<QList<TaskEvidence>> readTaskEvidence(Connection &connection, qint64 sinceMs, bool includeSimulated)
{
    VoteFilter filter;
    filter.includeSimulated = includeSimulated;
    const Result<QList<Vote>> votes = readVotes(connection, filter);
    if (!votes)
        return votes.error();
    QMap<QString, QList<Vote>> byTask;
    for (const Vote &vote : *votes) {
        if (isRanking(vote.kind) && !vote.task.isEmpty() && vote.task != kJudgeTask)
            byTask[vote.task].append(vote);
    }
    if (byTask.isEmpty())
        return QList<TaskEvidence>();
    const Result<QHash<QString, qint64>> calls = callsByTask(connection, sinceMs, includeSimulated);
    if (!calls)
        return calls.error();
    const Result<QHash<QString, TargetName>> current = readMostAsked(connection, sinceMs, includeSimulated);
    if (!current)
        return current.error();
    QList<TaskEvidence> evidence;
    for (auto task = byTask.cbegin(); task != byTask.cend(); ++task) {
        const Result<QList<TaskTarget>> figures =
            taskTargets(connection, {.task = task.key(), .includeSimulated = includeSimulated});
        if (!figures)
            return figures.error();
        TaskEvidence one{.task = task.key(), .votes = task.value(), .figures = *figures};
        if (const auto asked = current->constFind(task.key()); asked != current->constEnd())
            one.current = *asked;
        one.monthlyCalls = calls->value(task.key());
        evidence.append(one);
    }
    return evidence;
}

std::optional<TargetName> currentTarget(const RuleSet &rules, const QString &task, const TargetBook &book)
{
    PromptFacts facts;
    facts.task = task;
    facts.textKnown = false;
    const Decision decision = Router(rules).decide(facts, book);
    if (decision.targets.isEmpty())
        return std::nullopt;
    return decision.targets.constFirst().name;
}

QFuture<Result<QList<RouteProposal>>> proposeRoutes(Database &database, qint64 nowMs, bool includeSimulated,
                                                    const RuleSet *rules, const TargetBook &book,
                                                    QObject *context)
{
    const qint64 since = nowMs - kVolumeDays * kMsOfDay;
    // A month of calls takes longer than a page may wait for its reader.
    const auto read =
        onWorker([since, includeSimulated, path = database.filePath()]() -> Result<QList<TaskEvidence>> {
            const Result<std::unique_ptr<Connection>> connection =
                Connection::open(path, Connection::Mode::ReadOnly);
            if (!connection)
                return connection.error();
            return readTaskEvidence(**connection, since, includeSimulated);
        });
    const std::optional<RuleSet> edited = rules ? std::optional(*rules) : std::nullopt;
    return continued(
        read, context,
        [edited, &book](const Result<QList<TaskEvidence>> &evidence) -> Result<QList<RouteProposal>> {
            if (!evidence)
                return evidence.error();
            QList<RouteProposal> proposals;
            for (TaskEvidence task : *evidence) {
                if (edited)
                    task.current = currentTarget(*edited, task.task, book);
                if (const std::optional<RouteProposal> proposal = proposeRoute(task))
                    proposals.append(*proposal);
            }
            std::stable_sort(proposals.begin(), proposals.end(),
                             [](const RouteProposal &one, const RouteProposal &other) {
                                 return one.monthlyCalls > other.monthlyCalls;
                             });
            return proposals;
        });
}

} // namespace core
