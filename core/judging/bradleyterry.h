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

    /// Games of a contender against one of average strength (log odds 0) outside of the table.
    void addAverage(int contender, double wins, double losses);
    bool hasAverage() const { return m_hasAverage; }
    double averageWins(int contender) const { return m_averageWins.at(contender); }
    double averageLosses(int contender) const { return m_averageLosses.at(contender); }

    /// Contenders that a chain of comparisons links have the same number, counted from 0.
    QList<int> components() const;

private:
    int m_size = 0;
    QList<double> m_wins;
    QList<double> m_averageWins;
    QList<double> m_averageLosses;
    bool m_hasAverage = false;
};

/// The strengths of the Bradley-Terry model P(i beats j) = 1 / (1 + exp(s_j - s_i)), in log odds with mean
/// zero, of greatest likelihood, by Newton steps with halving. Games against the average are what keeps it
/// finite: without any, a contender that always won, or a table that falls into parts, has no maximum, and
/// the steps end after a fixed number. R. A. Bradley, M. E. Terry, Biometrika 39 (1952), 324-345.
QList<double> bradleyTerry(const PairTable &table);

/// Chance that strength `one` beats `other`.
double winChance(double one, double other);

} // namespace core
