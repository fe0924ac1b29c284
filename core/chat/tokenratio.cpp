#include "core/chat/tokenratio.h"

#include "core/chat/tokenestimate.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

/// Shorter answers say more about what frames them than about the tokenizer.
constexpr qint64 kFewestTokens = 10;
/// What lies beyond is no tokenizer, but tokens that are not in the text.
constexpr double kHighestRatio = 10.0;
/// As the general estimate is off, as a rule of thumb.
constexpr TokenRatio kGeneral{0.75, 1.0, 1.25, 0};

/// Nearest rank.
double quantile(const QList<double> &sorted, double share)
{
    const auto rank = static_cast<qsizetype>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted.at(std::clamp<qsizetype>(rank - 1, 0, sorted.size() - 1));
}

} // namespace

std::optional<TokenRatio> tokenRatioOf(const QList<RatioSample> &samples)
{
    QList<double> ratios;
    for (const RatioSample &sample : samples) {
        if (sample.estimated < kFewestTokens || sample.reported <= 0)
            continue;
        const double ratio = static_cast<double>(sample.reported) / static_cast<double>(sample.estimated);
        if (ratio >= 1.0 / kHighestRatio && ratio <= kHighestRatio)
            ratios += ratio;
    }
    if (ratios.size() < kFewestRatioSamples)
        return std::nullopt;
    std::sort(ratios.begin(), ratios.end());
    return TokenRatio{quantile(ratios, 0.1), quantile(ratios, 0.5), quantile(ratios, 0.9),
                      static_cast<int>(ratios.size())};
}

TokenGuess guessTokens(QStringView text, const std::optional<TokenRatio> &ratio)
{
    const double estimate = static_cast<double>(estimateTokens(text));
    const TokenRatio &used = ratio ? *ratio : kGeneral;
    return {static_cast<qint64>(std::floor(estimate * used.low)), qRound64(estimate * used.middle),
            static_cast<qint64>(std::ceil(estimate * used.high))};
}

} // namespace core
