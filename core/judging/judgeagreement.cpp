#include "core/judging/judgeagreement.h"

#include <QHash>

namespace core {

QString choiceOf(const Vote &vote)
{
    const int winner = vote.winner();
    return vote.kind == VoteKind::Best && winner >= 0 ? vote.lanes.at(winner).target.toString()
                                                      : voteKindName(vote.kind);
}

JudgeAgreement judgeAgreementOf(const QList<std::pair<QString, QString>> &choices)
{
    JudgeAgreement agreement;
    QHash<QString, int> first;
    QHash<QString, int> second;
    for (const auto &[one, other] : choices) {
        ++agreement.runs;
        agreement.alike += one == other;
        ++first[one];
        ++second[other];
    }
    if (agreement.runs == 0)
        return agreement;
    double byChance = 0.0;
    for (auto choice = first.cbegin(); choice != first.cend(); ++choice)
        byChance += double(choice.value()) * second.value(choice.key());
    byChance /= double(agreement.runs) * agreement.runs;
    if (byChance < 1.0)
        agreement.kappa = (agreement.raw() - byChance) / (1.0 - byChance);
    return agreement;
}

JudgeAgreement judgeAgreementOf(const QList<Vote> &ones, const QList<Vote> &others)
{
    QHash<qint64, QString> chosen;
    for (const Vote &vote : ones) {
        if (isRanking(vote.kind) && vote.runId != 0)
            chosen.insert(vote.runId, choiceOf(vote));
    }
    QList<std::pair<QString, QString>> choices;
    for (const Vote &vote : others) {
        const auto own = chosen.constFind(vote.runId);
        if (isRanking(vote.kind) && own != chosen.constEnd())
            choices.append({*own, choiceOf(vote)});
    }
    return judgeAgreementOf(choices);
}

} // namespace core
