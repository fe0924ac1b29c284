#pragma once

#include "core/chat/request.h"
#include "core/ledger/records.h"

#include <QHash>

namespace core {

/// What rules may know of a call. A value; made once a call, before its decision.
struct PromptFacts
{
    QString task = {};
    /// The newest user message.
    QString text = {};
    /// Whether the text is known; it is not for a past call whose texts were not kept, and then conditions on
    /// it can be neither true nor false.
    bool textKnown = true;
    /// Estimated input tokens of all messages. Unset: unknown.
    std::optional<qint64> tokens = {};
    int turns = 1;
    bool hasImages = false;
    bool hasAttachments = false;
    ChatParameters parameters = {};
    QHash<QString, QString> tags = {};
    QString requestedModel = {};
    CallSource source = CallSource::Window;
    /// Milliseconds UTC.
    qint64 atMs = 0;
    /// In [0, 1): the chance of PickOrder::Weighted. Kept in the trace, so that a decision can be repeated.
    double draw = 0.0;
};

/// The facts of messages about to be sent. `draw`, `source`, `tags`, `task` and time are the caller's to add.
PromptFacts factsOf(const QList<Message> &messages, const ChatParameters &parameters);

/// The language of a text as an ISO 639-1 code, by its script, and for Latin and Cyrillic letters by common
/// words (en de fr es it pt nl pl, ru uk); empty when it cannot be told.
QString languageOf(QStringView text);
/// A fenced block, or several lines that end or begin as code does.
bool hasCode(QStringView text);

} // namespace core
