#pragma once

#include "core/chat/message.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace core {

/// Sampling and limits. Everything is unset by default and then not sent: some models reject what others
/// need.
struct ChatParameters
{
    std::optional<double> temperature = {};
    std::optional<double> topP = {};
    std::optional<qint64> maxTokens = {};
    std::optional<double> frequencyPenalty = {};
    std::optional<double> presencePenalty = {};
    std::optional<qint64> seed = {};
    QString reasoningEffort = {};
    QStringList stop = {};
    QJsonObject responseFormat = {};
    QJsonArray tools = {};
    /// Further members of the request body, merged last: what a provider has beyond the common set.
    QJsonObject extra = {};

    bool operator==(const ChatParameters &) const = default;
};

/// What is asked of one model, independent of any provider's quirks.
struct ChatRequest
{
    QString model;
    QList<Message> messages;
    ChatParameters parameters = {};

    bool operator==(const ChatRequest &) const = default;
};

} // namespace core
