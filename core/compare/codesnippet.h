#pragma once

#include "core/accounts/account.h"
#include "core/chat/dialect.h"
#include "core/chat/request.h"
#include "core/compare/compareservices.h"
#include "core/compare/lanestate.h"

#include <QUrl>

namespace core {

struct Preset;

/// Programs that can be made of a request: the OpenAI SDKs for JavaScript (an ES module) and Python, and a
/// command for a POSIX shell.
enum class CodeLanguage { JavaScript, Python, Curl };

/// What a program has to send, and where. It never holds a key, only the name of the variable that does.
struct CodeRequest
{
    QUrl baseUrl;
    /// Environment variable of the key; empty: the endpoint needs none.
    QString keyVariable = {};
    QList<Header> headers = {};
    ChatRequest request = {};
    Dialect dialect = {};
};

/// What asking a target of an account the messages comes down to, as a lane would send it.
CodeRequest codeRequestFor(const CompareServices &services, const Account &account, const Target &target,
                           const QList<Message> &messages);

/// What a lane of the ledger was sent; `turns` lead from its conversation's first to its run. Empty for a
/// lane that is not of the last turn.
QList<Message> messagesSentBy(const QList<RunRecord> &turns, qint64 lane);

/// A program that runs as it is and prints the answer.
QString codeFor(CodeLanguage language, const CodeRequest &request);

/// The variable that holds the account's key in a program: the account's own, else the one its provider's
/// users have (`preset` may be null), else one made of its name, such as `MY_GATEWAY_API_KEY`. Empty for an
/// account without a key.
QString keyVariableFor(const Account &account, const Preset *preset);

} // namespace core
