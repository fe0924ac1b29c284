#include "core/ledger/valuesketch.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double kBase = (1.0 + kSketchError) / (1.0 - kSketchError);
constexpr double kLeast = 0.001;
constexpr double kMost = 1e9;

const double kLogOfBase = std::log(kBase);

int binOf(double value)
{
    return static_cast<int>(std::ceil(std::log(std::clamp(value, kLeast, kMost)) / kLogOfBase));
}

const int kLowestBin = binOf(kLeast);
const int kHighestBin = binOf(kMost);

double endOfBin(int bin)
{
    return std::pow(kBase, bin);
}

void appendVarint(QByteArray &bytes, quint64 value)
{
    while (value >= 0x80) {
        bytes.append(static_cast<char>((value & 0x7f) | 0x80));
        value >>= 7;
    }
    bytes.append(static_cast<char>(value));
}

/// Unset at the end of the bytes.
std::optional<quint64> takeVarint(QByteArrayView bytes, qsizetype &at)
{
    quint64 value = 0;
    for (unsigned shift = 0; at < bytes.size() && shift < 63; shift += 7) {
        const auto byte = static_cast<quint8>(bytes.at(at++));
        value |= quint64(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0)
            return value;
    }
    return std::nullopt;
}

} // namespace

qint64 &ValueSketch::countOf(int bin)
{
    if (m_counts.empty())
        m_lowest = bin;
    if (bin < m_lowest) {
        m_counts.insert(m_counts.begin(), static_cast<std::size_t>(m_lowest - bin), 0);
        m_lowest = bin;
    }
    const auto at = static_cast<std::size_t>(bin - m_lowest);
    if (at >= m_counts.size())
        m_counts.resize(at + 1);
    return m_counts.at(at);
}

void ValueSketch::addToBin(int bin, qint64 count)
{
    countOf(std::clamp(bin, kLowestBin, kHighestBin)) += count;
    m_count += count;
}

void ValueSketch::add(double value)
{
    addToBin(binOf(value), 1);
}

void ValueSketch::add(const ValueSketch &other)
{
    if (other.m_counts.empty())
        return;
    // Room for both ends.
    countOf(other.m_lowest + static_cast<int>(other.m_counts.size()) - 1);
    countOf(other.m_lowest);
    const auto first = m_counts.begin() + (other.m_lowest - m_lowest);
    std::transform(other.m_counts.cbegin(), other.m_counts.cend(), first, first, std::plus<>());
    m_count += other.m_count;
}

void ValueSketch::remove(double value)
{
    qint64 &count = countOf(binOf(value));
    if (count == 0)
        return;
    --count;
    --m_count;
}

bool ValueSketch::addBytes(QByteArrayView bytes)
{
    qint64 bin = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const std::optional<quint64> step = takeVarint(bytes, at);
        const std::optional<quint64> count = takeVarint(bytes, at);
        if (!step || !count)
            return false;
        bin += static_cast<qint64>(*step >> 1) ^ -static_cast<qint64>(*step & 1);
        if (bin < kLowestBin || bin > kHighestBin)
            return false;
        addToBin(static_cast<int>(bin), static_cast<qint64>(*count));
    }
    return true;
}

QByteArray ValueSketch::toBytes() const
{
    QByteArray bytes;
    qint64 before = 0;
    qint64 bin = m_lowest;
    for (const qint64 count : m_counts) {
        if (count > 0) {
            const qint64 step = bin - before;
            appendVarint(bytes, (static_cast<quint64>(step) << 1) ^ static_cast<quint64>(step >> 63));
            appendVarint(bytes, static_cast<quint64>(count));
            before = bin;
        }
        ++bin;
    }
    return bytes;
}

std::optional<double> ValueSketch::quantile(double p) const
{
    if (m_count == 0)
        return std::nullopt;
    const auto rank =
        std::clamp(static_cast<qint64>(std::ceil(p * static_cast<double>(m_count))), qint64(1), m_count);
    qint64 passed = 0;
    int bin = m_lowest;
    for (const qint64 count : m_counts) {
        passed += count;
        if (passed >= rank)
            break;
        ++bin;
    }
    return 2.0 * endOfBin(bin) / (kBase + 1.0);
}

QList<ValueSketch::Bin> ValueSketch::bins() const
{
    QList<Bin> bins;
    int bin = m_lowest;
    for (const qint64 count : m_counts) {
        if (count > 0)
            bins.append({endOfBin(bin - 1), endOfBin(bin), count});
        ++bin;
    }
    return bins;
}

} // namespace core
