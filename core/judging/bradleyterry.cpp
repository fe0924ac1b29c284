#include "core/judging/bradleyterry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core {

namespace {

constexpr int kMostSteps = 200;
constexpr int kMostHalvings = 40;
/// Steps end when no strength moves by more.
constexpr double kPrecision = 1e-12;
/// By this share a likelihood may be off from rounding alone.
constexpr double kRounding = 1e-13;

/// log(1 + exp(x)) without overflow.
double softplus(double x)
{
    return x > 0.0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

double logLikelihood(const PairTable &table, const QList<double> &strengths)
{
    double sum = 0.0;
    for (int i = 0; i < table.size(); ++i) {
        for (int j = 0; j < table.size(); ++j) {
            if (const double wins = i == j ? 0.0 : table.wins(i, j); wins > 0.0)
                sum -= wins * softplus(strengths.at(j) - strengths.at(i));
        }
        sum -= table.averageWins(i) * softplus(-strengths.at(i))
            + table.averageLosses(i) * softplus(strengths.at(i));
    }
    return sum;
}

/// Solves `matrix` x = `right` for a symmetric positive definite matrix (row by row), by Cholesky. What is
/// too small to divide by is left at zero: that direction is not determined.
QList<double> solved(QList<double> matrix, QList<double> right)
{
    const int n = static_cast<int>(right.size());
    for (int column = 0; column < n; ++column) {
        double *const row = matrix.data() + column * n;
        for (int k = 0; k < column; ++k)
            row[column] -= row[k] * row[k];
        row[column] = row[column] > 1e-300 ? std::sqrt(row[column]) : 0.0;
        for (int below = column + 1; below < n; ++below) {
            double *const lower = matrix.data() + below * n;
            for (int k = 0; k < column; ++k)
                lower[column] -= lower[k] * row[k];
            lower[column] = row[column] > 0.0 ? lower[column] / row[column] : 0.0;
        }
    }
    for (int i = 0; i < n; ++i) {
        for (int k = 0; k < i; ++k)
            right[i] -= matrix.at(i * n + k) * right.at(k);
        right[i] = matrix.at(i * n + i) > 0.0 ? right.at(i) / matrix.at(i * n + i) : 0.0;
    }
    for (int i = n - 1; i >= 0; --i) {
        for (int k = i + 1; k < n; ++k)
            right[i] -= matrix.at(k * n + i) * right.at(k);
        right[i] = matrix.at(i * n + i) > 0.0 ? right.at(i) / matrix.at(i * n + i) : 0.0;
    }
    return right;
}

/// The Newton step at `strengths`. Without games against the average the likelihood does not change when all
/// strengths move together, and the matrix is singular; 1 added to every element makes it regular and leaves
/// the step as it is, since the gradient then sums to zero.
QList<double> newtonStep(const PairTable &table, const QList<double> &strengths)
{
    const int n = table.size();
    QList<double> gradient(n, 0.0);
    QList<double> information(n * n, table.hasAverage() ? 0.0 : 1.0);
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < n; ++j) {
            const double games = i == j ? 0.0 : table.wins(i, j) + table.wins(j, i);
            if (games <= 0.0)
                continue;
            const double chance = winChance(strengths.at(i), strengths.at(j));
            gradient[i] += table.wins(i, j) - games * chance;
            const double weight = games * chance * (1.0 - chance);
            information[i * n + i] += weight;
            information[i * n + j] -= weight;
        }
        const double chance = winChance(strengths.at(i), 0.0);
        const double games = table.averageWins(i) + table.averageLosses(i);
        gradient[i] += table.averageWins(i) - games * chance;
        information[i * n + i] += games * chance * (1.0 - chance);
    }
    return solved(std::move(information), std::move(gradient));
}

void centre(QList<double> &strengths)
{
    const double mean = std::accumulate(strengths.cbegin(), strengths.cend(), 0.0) / double(strengths.size());
    for (double &strength : strengths)
        strength -= mean;
}

} // namespace

PairTable::PairTable(int contenders)
    : m_size(contenders)
    , m_wins(contenders * contenders, 0.0)
    , m_averageWins(contenders, 0.0)
    , m_averageLosses(contenders, 0.0)
{
}

void PairTable::addWin(int winner, int loser, double weight)
{
    m_wins[winner * m_size + loser] += weight;
}

void PairTable::addTie(int one, int other, double weight)
{
    addWin(one, other, weight / 2.0);
    addWin(other, one, weight / 2.0);
}

void PairTable::addAverage(int contender, double wins, double losses)
{
    m_averageWins[contender] += wins;
    m_averageLosses[contender] += losses;
    m_hasAverage = m_hasAverage || wins + losses > 0.0;
}

QList<int> PairTable::components() const
{
    QList<int> numbers(m_size, -1);
    int next = 0;
    for (int start = 0; start < m_size; ++start) {
        if (numbers.at(start) >= 0)
            continue;
        QList<int> open{start};
        numbers[start] = next;
        while (!open.isEmpty()) {
            const int at = open.takeLast();
            for (int other = 0; other < m_size; ++other) {
                if (numbers.at(other) < 0 && wins(at, other) + wins(other, at) > 0.0) {
                    numbers[other] = next;
                    open.append(other);
                }
            }
        }
        ++next;
    }
    return numbers;
}

double winChance(double one, double other)
{
    return 1.0 / (1.0 + std::exp(other - one));
}

QList<double> bradleyTerry(const PairTable &table)
{
    QList<double> strengths(table.size(), 0.0);
    if (table.size() < 2)
        return strengths;
    double reached = logLikelihood(table, strengths);
    for (int step = 0; step < kMostSteps; ++step) {
        const QList<double> move = newtonStep(table, strengths);
        double length = 1.0;
        QList<double> next = strengths;
        double gained = reached;
        for (int halving = 0; halving < kMostHalvings; ++halving, length /= 2.0) {
            for (int i = 0; i < table.size(); ++i)
                next[i] = strengths.at(i) + length * move.at(i);
            gained = logLikelihood(table, next);
            if (gained >= reached - kRounding * std::abs(reached))
                break;
        }
        double moved = 0.0;
        for (int i = 0; i < table.size(); ++i)
            moved = std::max(moved, std::abs(next.at(i) - strengths.at(i)));
        strengths = next;
        reached = gained;
        if (moved < kPrecision)
            break;
    }
    centre(strengths);
    return strengths;
}

} // namespace core
