#pragma once

#include "core/chat/request.h"
#include "core/ledger/records.h"

#include <QHash>

#include <optional>

namespace core {

/// What a picture counts for among the estimated tokens: a mid-size one, as in the estimate of a run; vendors
/// differ widely.
inline constexpr qint64 kTokensOfAPicture = 800;

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
    /// A call of the past, as in a back-test: a health figure that its TargetBook does not have is then not
    /// known, where for a call of now a comparison with it is simply not met.
    bool past = false;
};

/// The facts of messages about to be sent. `draw`, `source`, `tags`, `task` and time are the caller's to add.
/// Text files are seen as attachments by the form in which promptWithFiles() puts them into a message.
PromptFacts factsOf(const QList<Message> &messages, const ChatParameters &parameters);

/// The most output tokens that the parameters allow, also where they are a raw member of `extra`.
std::optional<qint64> outputLimitOf(const ChatParameters &parameters);

/// The language of a text as an ISO 639-1 code, by its script, and for Latin and Cyrillic letters by common
/// words (en de fr es it pt nl pl, ru uk); empty when it cannot be told. Only the beginning is looked at.
QString languageOf(QStringView text);
/// A fenced block, or several lines that end or begin as code does.
bool hasCode(QStringView text);

} // namespace core
