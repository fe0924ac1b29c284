#include "core/savings/votestandard.h"

#include "core/insight/shareestimate.h"

#include <algorithm>

namespace core {

VoteTable::VoteTable(const QList<Vote> &votes)
{
    QHash<QString, QList<Vote>> byTask;
    for (const Vote &vote : votes) {
        if (isRanking(vote.kind) && !vote.task.isEmpty())
            byTask[vote.task].append(vote);
    }
    RatingOptions options;
    options.resamples = 0;
    for (auto task = byTask.cbegin(); task != byTask.cend(); ++task)
        m_pairs.insert(task.key(), rate(task.value(), options).pairs);
}

QList<TargetName> VoteTable::targetsOf(const QString &task) const
{
    QStringList names;
    const QList<PairResult> pairs = m_pairs.value(task);
    for (const PairResult &pair : pairs)
        names << pair.one << pair.other;
    names.sort();
    names.removeDuplicates();
    QList<TargetName> targets;
    for (const QString &name : std::as_const(names)) {
        if (const std::optional<TargetName> target = parseTargetName(name))
            targets.append(*target);
    }
    return targets;
}

VoteEvidence VoteTable::evidence(const QString &task, const TargetName &target, const TargetName &against,
                                 const VoteStandard &standard) const
{
    VoteEvidence evidence;
    const QString one = target.toString();
    const QString other = against.toString();
    const QList<PairResult> pairs = m_pairs.value(task);
    for (const PairResult &pair : pairs) {
        const bool straight = pair.one == one && pair.other == other;
        if (!straight && !(pair.one == other && pair.other == one))
            continue;
        evidence.wins += straight ? pair.oneBest : pair.otherBest;
        evidence.ties += pair.ties;
        evidence.votes += pair.oneBest + pair.otherBest + pair.ties;
    }
    if (evidence.votes == 0)
        return evidence;
    evidence.share = shareEstimate(evidence.wins + evidence.ties / 2.0, evidence.votes);
    if (evidence.votes < standard.votes)
        evidence.verdict = VoteEvidence::Verdict::TooFew;
    else if (evidence.share.low >= standard.lowerBound)
        evidence.verdict = VoteEvidence::Verdict::Passed;
    else
        evidence.verdict = VoteEvidence::Verdict::Failed;
    return evidence;
}

} // namespace core
