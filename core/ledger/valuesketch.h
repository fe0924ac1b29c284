#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <vector>

namespace core {

/// The greatest relative error of a quantile that a ValueSketch tells.
constexpr double kSketchError = 0.015;

/// A histogram of positive values with logarithmic bins, from which quantiles are told with a relative error
/// of at most kSketchError; sketches of parts add up to that of the whole. With a = kSketchError and
/// g = (1 + a) / (1 - a), the value x > 0 falls into bin i = ceil(log_g(x)), and bin i stands for
/// 2 g^i / (g + 1). This is DDSketch without collapsing: Masson, Rim, Lee, "DDSketch: A Fast and
/// Fully-Mergeable Quantile Sketch with Relative-Error Guarantees", PVLDB 12 (12), 2019,
/// https://arxiv.org/abs/1908.10693. Values outside of 0.001 to 1e9 count in the outermost bins.
class ValueSketch
{
public:
    struct Bin
    {
        double from = 0.0;
        double to = 0.0;
        qint64 count = 0;

        bool operator==(const Bin &) const = default;
    };

    void add(double value);
    void add(const ValueSketch &other);
    /// Takes a value away that was added; nothing when none of its bin is left.
    void remove(double value);
    /// Adds what toBytes() gave; false for other bytes, of which then a part may have been added.
    bool addBytes(QByteArrayView bytes);

    /// Each bin that is not empty, in order: its number less that of the one before (zigzag), then its count,
    /// both as varints of seven bits a byte.
    QByteArray toBytes() const;

    qint64 count() const { return m_count; }
    /// The value at position ceil(p * n), counted from 1, as nearestRank() has it; unset without values.
    std::optional<double> quantile(double p) const;
    QList<Bin> bins() const;

private:
    /// The count of a bin, after room is made for it.
    qint64 &countOf(int bin);
    void addToBin(int bin, qint64 count);

    /// One a bin, from m_lowest up to the highest that was ever filled.
    std::vector<qint64> m_counts;
    int m_lowest = 0;
    qint64 m_count = 0;
};

} // namespace core
