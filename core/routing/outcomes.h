#pragma once

#include <QtGlobal>

namespace core {

/// What a condition may come to for a call, as a set: one outcome when all that it asks for is known, yes and
/// no when something is not (Kleene's third value). The third outcome is that of a regular expression which
/// was given up: neither yes nor no, also when it is negated. A value; without any outcome it was not asked.
class Outcomes
{
public:
    constexpr Outcomes() = default;
    static constexpr Outcomes yes() { return Outcomes(kYes); }
    static constexpr Outcomes no() { return Outcomes(kNo); }
    static constexpr Outcomes of(bool met) { return met ? yes() : no(); }
    static constexpr Outcomes unknown() { return Outcomes(kYes | kNo); }
    static constexpr Outcomes limit() { return Outcomes(kLimit); }

    constexpr bool isNone() const { return m_bits == 0; }
    constexpr bool isYes() const { return m_bits == kYes; }
    constexpr bool isNo() const { return m_bits == kNo; }
    constexpr bool mayBeYes() const { return has(kYes); }
    constexpr bool mayBeLimit() const { return has(kLimit); }

    constexpr Outcomes negated() const
    {
        return Outcomes((has(kYes) ? kNo : 0U) | (has(kNo) ? kYes : 0U) | (has(kLimit) ? kLimit : 0U));
    }

    /// Both at once, each taken as independent of the other.
    friend constexpr Outcomes operator&(Outcomes one, Outcomes other)
    {
        if (other.isYes())
            return one;
        if (other.isNo())
            return other;
        const bool yes = one.has(kYes) && other.has(kYes);
        const bool no = one.has(kNo) || other.has(kNo);
        const bool limit =
            (one.has(kLimit) && other.has(kYes | kLimit)) || (one.has(kYes) && other.has(kLimit));
        return Outcomes((yes ? kYes : 0U) | (no ? kNo : 0U) | (limit ? kLimit : 0U));
    }
    friend constexpr Outcomes operator|(Outcomes one, Outcomes other)
    {
        return (one.negated() & other.negated()).negated();
    }
    constexpr bool operator==(const Outcomes &) const = default;

private:
    static constexpr unsigned kYes = 1;
    static constexpr unsigned kNo = 2;
    static constexpr unsigned kLimit = 4;

    constexpr explicit Outcomes(unsigned bits) : m_bits(static_cast<quint8>(bits)) { }
    constexpr bool has(unsigned bits) const { return (m_bits & bits) != 0; }

    quint8 m_bits = 0;
};

} // namespace core
