#include "core/judging/vote.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::array<std::pair<VoteKind, QLatin1StringView>, 5> kKinds{
    {{VoteKind::Best, QLatin1StringView("best")},
     {VoteKind::Tie, QLatin1StringView("tie")},
     {VoteKind::AllBad, QLatin1StringView("all_bad")},
     {VoteKind::Up, QLatin1StringView("up")},
     {VoteKind::Down, QLatin1StringView("down")}}};

} // namespace

QString voteKindName(VoteKind kind)
{
    const auto found =
        std::find_if(kKinds.cbegin(), kKinds.cend(), [kind](const auto &each) { return each.first == kind; });
    return found->second;
}

std::optional<VoteKind> voteKindFromName(QStringView name)
{
    const auto found = std::find_if(kKinds.cbegin(), kKinds.cend(),
                                    [name](const auto &each) { return name == each.second; });
    return found == kKinds.cend() ? std::nullopt : std::optional(found->first);
}

bool isRanking(VoteKind kind)
{
    return kind == VoteKind::Best || kind == VoteKind::Tie || kind == VoteKind::AllBad;
}

int Vote::winner() const
{
    const auto found =
        std::find_if(lanes.cbegin(), lanes.cend(), [](const BallotLane &lane) { return lane.won; });
    return found == lanes.cend() ? -1 : static_cast<int>(found - lanes.cbegin());
}

BallotLane ballotLane(const LaneState &lane, int shown)
{
    BallotLane ballot;
    ballot.laneId = lane.laneId;
    ballot.target = lane.target.name;
    ballot.parameters = lane.target.parameters;
    ballot.shown = shown;
    ballot.simulated = lane.simulated;
    ballot.cost = lane.cost.amount;
    ballot.firstMs = firstTokenMs(lane.completion.timing);
    ballot.answerChars = lane.completion.text.size();
    return ballot;
}

BallotLane ballotLane(const LaneRecord &lane, int shown)
{
    BallotLane ballot;
    ballot.laneId = lane.laneId;
    ballot.target = {lane.latest.accountName, lane.latest.model};
    ballot.parameters = lane.parameters;
    ballot.shown = shown;
    ballot.simulated = lane.latest.simulated;
    ballot.cost = lane.latest.cost.amount;
    ballot.firstMs = firstTokenMs(lane.latest.completion.timing);
    if (!lane.latest.completion.text.isNull())
        ballot.answerChars = lane.latest.completion.text.size();
    return ballot;
}

bool canBeJudged(const Completion &completion)
{
    return isSettled(completion.status) && !completion.text.trimmed().isEmpty();
}

} // namespace core
