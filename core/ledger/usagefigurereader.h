#pragma once

#include "core/ledger/usagequery.h"

#include <QStringList>

#include <array>
#include <optional>

namespace core {

/// How sums are split so that they do not overflow: an amount is micros * 1e-6 USD + picos * 1e-12 USD.
inline constexpr qint64 kPicosPerMicro = 1'000'000;

struct UsageFigureMember
{
    const char *column;
    qint64 UsageFigures::*member;
};

/// Where each of usageFigureColumns() goes but those of the cost.
inline constexpr std::array kUsageFigureMembers{
    UsageFigureMember{"calls", &UsageFigures::calls},
    UsageFigureMember{"attempts", &UsageFigures::attempts},
    UsageFigureMember{"errors", &UsageFigures::errors},
    UsageFigureMember{"rescued", &UsageFigures::rescued},
    UsageFigureMember{"input", &UsageFigures::input},
    UsageFigureMember{"cached_input", &UsageFigures::cachedInput},
    UsageFigureMember{"cache_write", &UsageFigures::cacheWrite},
    UsageFigureMember{"cache_write_1h", &UsageFigures::cacheWrite1h},
    UsageFigureMember{"output", &UsageFigures::output},
    UsageFigureMember{"reasoning", &UsageFigures::reasoning},
    UsageFigureMember{"audio_input", &UsageFigures::audioInput},
    UsageFigureMember{"audio_output", &UsageFigures::audioOutput},
    UsageFigureMember{"below_micros", &UsageFigures::belowMicros},
    UsageFigureMember{"above_micros", &UsageFigures::aboveMicros},
    UsageFigureMember{"unpriced", &UsageFigures::unpricedAttempts}};

/// Reads the sums of some of usageFigureColumns(), the first of which is in `column` of a row.
class UsageFigureReader
{
public:
    UsageFigureReader(const QStringList &columns, int column);

    /// Of anything that has `qint64 integer(int column)`.
    template <typename Row>
    UsageFigures read(const Row &row) const
    {
        UsageFigures figures;
        std::optional<Money> micros;
        int column = m_column;
        for (const auto member : m_members) {
            const qint64 value = row.integer(column++);
            if (member != nullptr)
                figures.*member = value;
            else if (!micros)
                micros = Money::fromPicos(value) * kPicosPerMicro;
            else
                figures.cost = *micros + Money::fromPicos(value);
        }
        return figures;
    }

private:
    const int m_column;
    /// None for the two columns of the cost.
    QList<qint64 UsageFigures::*> m_members;
};

} // namespace core
