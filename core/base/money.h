#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace core {

/// An exact amount of US dollars: a whole number of 1e-12 USD, about +-9.2 million USD. Every published price
/// is a whole number of this unit per token. Sums and products saturate at the ends instead of wrapping.
class Money
{
public:
    static constexpr std::int64_t kPicosPerUsd = 1'000'000'000'000;

    constexpr Money() = default;
    static constexpr Money fromPicos(std::int64_t picos) { return Money(picos); }

    /// Parses a plain or scientific decimal such as `0.0005646`, `-3` or `1.5e-7`. Digits beyond 1e-12 round
    /// half away from zero. Nothing for other text or an amount out of range.
    static std::optional<Money> fromDecimal(QStringView text);

    /// Whether `text` is a decimal above what fromDecimal() can give, which gives nothing for it.
    static bool isTooLarge(QStringView text);
    /// Whether `text` is a decimal that fromDecimal() rounds.
    static bool isFinerThanUnit(QStringView text);

    /// The amount nearest to `usd`; for figures that only exist as a double in a provider's JSON.
    static std::optional<Money> fromDouble(double usd);

    constexpr std::int64_t picos() const { return m_picos; }
    constexpr bool isZero() const { return m_picos == 0; }

    /// For drawing and statistics only; never to be summed into money again.
    double toDouble() const { return static_cast<double>(m_picos) / static_cast<double>(kPicosPerUsd); }

    /// The shortest exact decimal: `0.0005646`, `12`, `-0.5`; no exponent, no trailing zero.
    QString toDecimal() const;

    Money operator+(Money other) const;
    Money operator-(Money other) const;
    Money &operator+=(Money other) { return *this = *this + other; }
    Money operator*(std::int64_t count) const;

    /// This amount times `numerator / denominator`, rounded half away from zero. `denominator` > 0.
    Money scaled(std::int64_t numerator, std::int64_t denominator) const;

    constexpr auto operator<=>(const Money &) const = default; // NOLINT: clang-tidy sees a pointer

private:
    constexpr explicit Money(std::int64_t picos) : m_picos(picos) { }

    std::int64_t m_picos = 0;
};

} // namespace core
