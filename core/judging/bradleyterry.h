#pragma once

#include <QList>

namespace core {

/// Who won against whom, and how often. A tie is half a win for each. A value.
class PairTable
{
public:
    explicit PairTable(int contenders = 0);

    int size() const { return m_size; }
    /// How often `winner` beat `loser`.
    double wins(int winner, int loser) const { return m_wins.at(winner * m_size + loser); }
    void addWin(int winner, int loser, double weight = 1.0);
    void addTie(int one, int other, double weight = 1.0);

    /// Contenders that a chain of comparisons links have the same number, counted from 0.
    QList<int> components() const;

private:
    int m_size = 0;
    QList<double> m_wins;
};

/// How much a contender is drawn towards the field before there is evidence: it is given this many ties
/// against a contender of average strength. A quarter of a tie keeps a winner of every vote finite and moves
/// nothing else noticeably once there are ten votes.
constexpr double kPriorTies = 0.25;

/// The strengths of the Bradley-Terry model P(i beats j) = 1 / (1 + exp(s_j - s_i)), in log odds with mean
/// zero, of greatest (with `priorTies` > 0: penalised) likelihood, by Newton steps with halving. With 0 a
/// contender that always won, or a table that falls into parts, has no finite maximum: the steps end after a
/// fixed number. R. A. Bradley, M. E. Terry, Biometrika 39 (1952), 324-345.
QList<double> bradleyTerry(const PairTable &table, double priorTies = kPriorTies);

/// Chance that strength `one` beats `other`.
double winChance(double one, double other);

} // namespace core
