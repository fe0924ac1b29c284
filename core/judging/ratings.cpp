#include "core/judging/ratings.h"

#include "core/chat/parametersjson.h"
#include "core/judging/bradleyterry.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <random>

namespace core {

namespace {

/// One ranking that tells an order: pairs of contenders by index, the first of each won unless it is a tie.
struct Ballot
{
    QList<std::pair<int, int>> pairs = {};
    bool tie = false;
};

/// Names to indexes, in the order they turn up.
class RatedField
{
public:
    explicit RatedField(Contender by) : m_by(by) { }

    int indexOf(const BallotLane &lane)
    {
        const QString name = contenderName(lane, m_by);
        const auto known = m_indexes.constFind(name);
        if (known != m_indexes.constEnd())
            return *known;
        Rating rating;
        rating.contender = name;
        rating.target = lane.target;
        ratings.append(rating);
        m_indexes.insert(name, static_cast<int>(ratings.size()) - 1);
        return static_cast<int>(ratings.size()) - 1;
    }

    int size() const { return static_cast<int>(ratings.size()); }

    QList<Rating> ratings = {};

private:
    const Contender m_by;
    QHash<QString, int> m_indexes;
};

/// Each contender of the ballot once.
QList<int> contendersOf(const Vote &vote, RatedField &field)
{
    QList<int> contenders;
    for (const BallotLane &lane : vote.lanes) {
        const int index = field.indexOf(lane);
        if (!contenders.contains(index))
            contenders.append(index);
    }
    return contenders;
}

Ballot ballotOf(const Vote &vote, const QList<int> &contenders, RatedField &field)
{
    Ballot ballot;
    ballot.tie = vote.kind == VoteKind::Tie;
    const int winner = vote.winner() >= 0 ? field.indexOf(vote.lanes.at(vote.winner())) : -1;
    for (qsizetype i = 0; i < contenders.size(); ++i) {
        if (!ballot.tie && winner >= 0 && contenders.at(i) != winner)
            ballot.pairs.append({winner, contenders.at(i)});
        for (qsizetype j = i + 1; ballot.tie && j < contenders.size(); ++j)
            ballot.pairs.append({contenders.at(i), contenders.at(j)});
    }
    return ballot;
}

void count(const Vote &vote, const Ballot &ballot, const QList<int> &contenders, RatedField &field)
{
    const int winner = vote.winner() >= 0 ? field.indexOf(vote.lanes.at(vote.winner())) : -1;
    for (const int index : contenders) {
        Rating &rating = field.ratings[index];
        if (vote.runId != 0 && (rating.runs.isEmpty() || rating.runs.constLast() != vote.runId))
            rating.runs.append(vote.runId);
        rating.thumbsUp += vote.kind == VoteKind::Up;
        rating.thumbsDown += vote.kind == VoteKind::Down;
        rating.allBad += vote.kind == VoteKind::AllBad;
        if (ballot.pairs.isEmpty())
            continue;
        ++rating.votes;
        rating.ties += ballot.tie;
        rating.best += !ballot.tie && index == winner;
        rating.beaten += !ballot.tie && index != winner;
    }
}

void addTo(PairTable &table, const Ballot &ballot)
{
    for (const auto &[one, other] : ballot.pairs) {
        if (ballot.tie)
            table.addTie(one, other);
        else
            table.addWin(one, other);
    }
}

QList<PairResult> pairResults(const QList<Ballot> &ballots, const QList<Rating> &ratings)
{
    QHash<std::pair<int, int>, PairResult> found;
    for (const Ballot &ballot : ballots) {
        for (const auto &[one, other] : ballot.pairs) {
            const bool inOrder = ratings.at(one).contender < ratings.at(other).contender;
            const std::pair<int, int> key = inOrder ? std::pair(one, other) : std::pair(other, one);
            PairResult &result = found[key];
            result.one = ratings.at(key.first).contender;
            result.other = ratings.at(key.second).contender;
            result.ties += ballot.tie;
            result.oneBest += !ballot.tie && inOrder;
            result.otherBest += !ballot.tie && !inOrder;
        }
    }
    QList<PairResult> pairs = found.values();
    std::sort(pairs.begin(), pairs.end(), [](const PairResult &a, const PairResult &b) {
        return std::pair(a.one, a.other) < std::pair(b.one, b.other);
    });
    return pairs;
}

/// Marks who can be rated: enough votes, in the part of the field that has most contenders with enough.
QList<int> markRated(const PairTable &table, QList<Rating> &ratings, int votesNeeded)
{
    const QList<int> parts = table.components();
    QHash<int, QList<int>> byPart;
    for (int i = 0; i < table.size(); ++i) {
        if (ratings.at(i).votes >= std::max(1, votesNeeded))
            byPart[parts.at(i)].append(i);
    }
    QList<int> rated;
    for (int part = 0; part < table.size(); ++part) {
        if (byPart.value(part).size() > rated.size())
            rated = byPart.value(part);
    }
    if (rated.size() < 2)
        return {};
    for (const int index : std::as_const(rated))
        ratings[index].rated = true;
    return rated;
}

/// Strength and chance of each of `rated`, relative to these alone.
struct Figures
{
    QList<double> strengths;
    QList<double> chances;
};

Figures figuresOf(const PairTable &table, const QList<int> &rated)
{
    const QList<double> all = bradleyTerry(table);
    Figures figures;
    double mean = 0.0;
    for (const int index : rated)
        mean += all.at(index) / double(rated.size());
    for (const int index : rated) {
        double chance = 0.0;
        for (const int other : rated)
            chance += other == index ? 0.0 : winChance(all.at(index), all.at(other));
        figures.strengths.append(all.at(index) - mean);
        figures.chances.append(chance / double(rated.size() - 1));
    }
    return figures;
}

/// The nearest-rank quantile of sorted figures.
double quantile(const QList<double> &sorted, double share)
{
    const double rank = std::ceil(share * double(sorted.size()));
    return sorted.at(std::clamp<qsizetype>(static_cast<qsizetype>(rank) - 1, 0, sorted.size() - 1));
}

void setInterval(Estimate &estimate, QList<double> drawn, double confidence)
{
    std::sort(drawn.begin(), drawn.end());
    estimate.low = std::min(estimate.value, quantile(drawn, (1.0 - confidence) / 2.0));
    estimate.high = std::max(estimate.value, quantile(drawn, (1.0 + confidence) / 2.0));
}

/// One draw from the votes and, behind them, each contender's two games against the average, one won and one
/// lost.
void addDrawn(PairTable &table, const QList<Ballot> &ballots, qsizetype drawn)
{
    if (drawn < ballots.size())
        return addTo(table, ballots.at(drawn));
    const qsizetype game = drawn - ballots.size();
    const double won = game % 2 == 0 ? kPriorTies : 0.0;
    table.addAverage(static_cast<int>(game / 2), won, kPriorTies - won);
}

void addIntervals(const QList<Ballot> &ballots, const QList<int> &rated, const RatingOptions &options,
                  QList<Rating> &ratings)
{
    std::mt19937 random(options.seed);
    QList<QList<double>> strengths(rated.size());
    QList<QList<double>> chances(rated.size());
    const qsizetype contenders = ratings.size();
    const qsizetype pool = ballots.size() + 2 * contenders;
    for (int round = 0; round < options.resamples; ++round) {
        PairTable table(static_cast<int>(contenders));
        for (qsizetype i = 0; i < pool; ++i)
            addDrawn(table, ballots, static_cast<qsizetype>(random() % std::size_t(pool)));
        const Figures drawn = figuresOf(table, rated);
        for (qsizetype i = 0; i < rated.size(); ++i) {
            strengths[i].append(drawn.strengths.at(i));
            chances[i].append(drawn.chances.at(i));
        }
    }
    for (qsizetype i = 0; i < rated.size(); ++i) {
        Rating &rating = ratings[rated.at(i)];
        setInterval(rating.strength, strengths.at(i), options.confidence);
        setInterval(rating.chance, chances.at(i), options.confidence);
    }
}

bool comesBefore(const Rating &a, const Rating &b)
{
    if (a.rated != b.rated)
        return a.rated;
    if (a.rated && a.strength.value != b.strength.value)
        return a.strength.value > b.strength.value;
    return a.votes != b.votes ? a.votes > b.votes : a.contender < b.contender;
}

} // namespace

QString contenderName(const BallotLane &lane, Contender by)
{
    if (by == Contender::Model)
        return lane.target.model;
    const QJsonObject parameters = parametersToJson(lane.parameters);
    if (by == Contender::Target || parameters.isEmpty())
        return lane.target.toString();
    return lane.target.toString() + QLatin1Char(' ')
        + QString::fromUtf8(QJsonDocument(parameters).toJson(QJsonDocument::Compact));
}

RatingTable rate(const QList<Vote> &votes, const RatingOptions &options)
{
    RatingTable result;
    RatedField field(options.by);
    QList<Ballot> ballots;
    for (const Vote &vote : votes) {
        const QList<int> contenders = contendersOf(vote, field);
        const Ballot ballot = isRanking(vote.kind) && vote.kind != VoteKind::AllBad
            ? ballotOf(vote, contenders, field)
            : Ballot{};
        count(vote, ballot, contenders, field);
        result.allBad += vote.kind == VoteKind::AllBad;
        if (!ballot.pairs.isEmpty())
            ballots.append(ballot);
    }
    result.rankings = static_cast<int>(ballots.size());
    PairTable table(field.size());
    for (const Ballot &ballot : std::as_const(ballots))
        addTo(table, ballot);
    for (int i = 0; i < table.size(); ++i)
        table.addAverage(i, kPriorTies / 2.0, kPriorTies / 2.0);
    const QList<int> rated = markRated(table, field.ratings, options.votesNeeded);
    if (!rated.isEmpty()) {
        const Figures figures = figuresOf(table, rated);
        for (qsizetype i = 0; i < rated.size(); ++i) {
            const double strength = figures.strengths.at(i);
            const double chance = figures.chances.at(i);
            field.ratings[rated.at(i)].strength = {strength, strength, strength};
            field.ratings[rated.at(i)].chance = {chance, chance, chance};
        }
        if (options.resamples > 0)
            addIntervals(ballots, rated, options, field.ratings);
    }
    result.pairs = pairResults(ballots, field.ratings);
    result.ratings = field.ratings;
    std::sort(result.ratings.begin(), result.ratings.end(), comesBefore);
    return result;
}

} // namespace core
