#include "core/base/money.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr int kFractionDigits = 12;

std::int64_t saturate(Wide value)
{
    if (value > kMax)
        return kMax;
    if (value < kMin)
        return kMin;
    return static_cast<std::int64_t>(value);
}

struct DecimalParts
{
    bool negative = false;
    QByteArray digits;
    int exponent = 0; // of the last digit
};

std::optional<DecimalParts> splitDecimal(const QByteArray &text)
{
    DecimalParts parts;
    qsizetype at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        parts.negative = text[at++] == '-';
    bool fraction = false;
    for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
        if (text[at] == '.' && !fraction) {
            fraction = true;
        } else if (text[at] >= '0' && text[at] <= '9') {
            parts.digits += text[at];
            parts.exponent -= fraction ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    if (parts.digits.isEmpty())
        return std::nullopt;
    if (at < text.size()) {
        bool ok = false;
        const int exponent = text.mid(at + 1).toInt(&ok);
        if (!ok || exponent > 40 || exponent < -400)
            return std::nullopt;
        parts.exponent += exponent;
    }
    return parts;
}

} // namespace

std::optional<Money> Money::fromDecimal(QStringView text)
{
    std::optional<DecimalParts> parts = splitDecimal(text.trimmed().toUtf8());
    if (!parts)
        return std::nullopt;
    const qsizetype keep = parts->digits.size() + parts->exponent + kFractionDigits;
    QByteArray kept = keep > 0 ? parts->digits.left(keep) : QByteArray();
    const bool roundUp = keep >= 0 && keep < parts->digits.size() && parts->digits[keep] >= '5';
    for (qsizetype missing = keep - parts->digits.size(); missing > 0; --missing)
        kept += '0';
    Wide value = 0;
    for (const char digit : kept) {
        value = value * 10 + (digit - '0');
        if (value > kMax)
            return std::nullopt;
    }
    value += roundUp ? 1 : 0;
    if (value > kMax)
        return std::nullopt;
    return Money(static_cast<std::int64_t>(parts->negative ? -value : value));
}

bool Money::isTooLarge(QStringView text)
{
    const std::optional<DecimalParts> parts = splitDecimal(text.trimmed().toUtf8());
    return parts && !parts->negative && !fromDecimal(text);
}

bool Money::isFinerThanUnit(QStringView text)
{
    const std::optional<DecimalParts> parts = splitDecimal(text.trimmed().toUtf8());
    if (!parts)
        return false;
    const qsizetype keep = std::max<qsizetype>(parts->digits.size() + parts->exponent + kFractionDigits, 0);
    const QByteArray dropped = parts->digits.mid(keep);
    return std::any_of(dropped.begin(), dropped.end(), [](char digit) { return digit != '0'; });
}

std::optional<Money> Money::fromDouble(double usd)
{
    if (!std::isfinite(usd))
        return std::nullopt;
    // 15 significant digits give back the decimal that the JSON text held.
    return fromDecimal(QString::number(usd, 'g', 15));
}

QString Money::toDecimal() const
{
    const bool negative = m_picos < 0;
    const std::uint64_t magnitude = negative ? std::uint64_t(0) - static_cast<std::uint64_t>(m_picos)
                                             : static_cast<std::uint64_t>(m_picos);
    QString text = QString::number(magnitude / kPicosPerUsd);
    const std::uint64_t rest = magnitude % kPicosPerUsd;
    if (rest != 0) {
        QString fraction = QString::number(rest).rightJustified(kFractionDigits, u'0');
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text += u'.' + fraction;
    }
    return negative ? QString(u'-' + text) : text;
}

Money Money::operator+(Money other) const
{
    return Money(saturate(Wide(m_picos) + other.m_picos));
}

Money Money::operator-(Money other) const
{
    return Money(saturate(Wide(m_picos) - other.m_picos));
}

Money Money::operator*(std::int64_t count) const
{
    return Money(saturate(Wide(m_picos) * count));
}

Money Money::scaled(std::int64_t numerator, std::int64_t denominator) const
{
    const Wide product = Wide(m_picos) * numerator;
    const Wide half = Wide(denominator) / 2;
    return Money(saturate((product >= 0 ? product + half : product - half) / denominator));
}

} // namespace core
