#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace core {

/// How many tokens a model makes of a text, relative to estimateTokens(): measured on answers whose tokens
/// the provider reported. `low` and `high` are the 10th and 90th percentile.
struct TokenRatio
{
    double low = 1.0;
    double middle = 1.0;
    double high = 1.0;
    int samples = 0;

    bool operator==(const TokenRatio &) const = default;
};

/// Below this many answers a ratio is no better than the general estimate.
inline constexpr int kFewestRatioSamples = 20;

/// An answer's reported tokens and the general estimate of the same text.
struct RatioSample
{
    qint64 reported = 0;
    qint64 estimated = 0;
};

/// Nothing below kFewestRatioSamples samples that say something: of at least 10 estimated tokens, and with a
/// ratio between a tenth and ten.
std::optional<TokenRatio> tokenRatioOf(const QList<RatioSample> &samples);

/// Tokens of a text with their bounds.
struct TokenGuess
{
    qint64 low = 0;
    qint64 middle = 0;
    qint64 high = 0;

    bool operator==(const TokenGuess &) const = default;
};

/// By the model's own ratio where there is one, else the general estimate with its rule-of-thumb bounds of
/// 25 %.
TokenGuess guessTokens(QStringView text, const std::optional<TokenRatio> &ratio);

} // namespace core
