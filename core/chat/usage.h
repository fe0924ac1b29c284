#pragma once

#include "core/base/money.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace core {

enum class UsageBasis { Reported, Estimated, Missing };

/// Tokens of one attempt in the OpenAI and OpenTelemetry convention, whatever the provider's own is: `input`
/// counts all input tokens with `cachedInput` and `cacheWrite` as parts of it, `output` all output tokens
/// with `reasoning` as a part. A count nobody knows is unset, never 0.
struct Usage
{
    std::optional<qint64> input = {};
    std::optional<qint64> cachedInput = {};
    std::optional<qint64> cacheWrite = {};
    /// The part of `cacheWrite` that was written with a one-hour life.
    std::optional<qint64> cacheWrite1h = {};
    std::optional<qint64> output = {};
    std::optional<qint64> reasoning = {};
    /// The parts of `input` and `output` that were audio.
    std::optional<qint64> audioInput = {};
    std::optional<qint64> audioOutput = {};
    /// Calls of tools that the provider runs and bills apart, such as web searches.
    std::optional<qint64> toolCalls = {};
    /// The tier that the provider says it served the request in, as it names it: `default`, `flex`,
    /// `priority`; empty when it says none.
    QString serviceTier = {};
    UsageBasis basis = UsageBasis::Missing;
    /// What the provider says the request cost.
    std::optional<Money> reportedCost = {};
    /// The provider's usage object as received; empty when there was none.
    QByteArray rawJson = {};
    /// The provider's total fits no reading of its parts: shown, never guessed around.
    bool inconsistent = false;
    /// Bounds of an estimated `output` where they are known; not kept in the ledger.
    std::optional<qint64> outputLow = {};
    std::optional<qint64> outputHigh = {};

    bool operator==(const Usage &) const = default;
};

/// `reported`, `estimated` or `missing`.
QString usageBasisName(UsageBasis basis);
std::optional<UsageBasis> usageBasisFromName(QStringView name);

} // namespace core
