#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace core {

/// A chat completion request as the simulator understands it. A value.
struct SimulatedAsk
{
    QString model;
    QString system = {};
    /// The text of the last user message.
    QString prompt = {};
    /// How many user messages there are.
    int turns = 0;
    /// The last message is the assistant's: an answer to be continued.
    bool endsWithAssistant = false;
    /// Pictures of the last user message as URLs, mostly `data:` ones.
    QStringList images = {};
    qint64 inputTokens = 0;
    bool stream = false;
    bool includeUsage = false;
    std::optional<qint64> maxTokens = {};
    QStringList stop = {};
    QJsonObject responseFormat = {};
    QJsonArray tools = {};
    /// `none`, `auto`, `required` or the name of the function to call.
    QString toolChoice = {};

    /// The same for the same model and messages, in every process.
    quint32 hash() const;
};

/// Reads a request body. ErrorKind::InvalidRequest with the sentence a provider would answer with; `code`
/// names the parameter that is wrong.
Result<SimulatedAsk> readAsk(const QByteArray &body);

} // namespace core
