#include "core/chat/requestfix.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

const QString &maxTokens()
{
    static const QString name = QStringLiteral("max_tokens");
    return name;
}

const QString &maxCompletionTokens()
{
    static const QString name = QStringLiteral("max_completion_tokens");
    return name;
}

/// Whether the sentence says that something is not known or not taken, rather than that its value is wrong.
bool saysUnsupported(const QString &sentence)
{
    static constexpr std::array kPhrases{
        QLatin1StringView("unsupported"),
        QLatin1StringView("not supported"),
        QLatin1StringView("not support"),
        QLatin1StringView("unknown"),
        QLatin1StringView("unrecognized"),
        QLatin1StringView("unexpected"),
        QLatin1StringView("not permitted"),
        QLatin1StringView("not allowed"),
        QLatin1StringView("not available"),
        QLatin1StringView("deprecated"),
        QLatin1StringView("no such"),
        QLatin1StringView("not a valid param"),
        QLatin1StringView("disabled"),
        QLatin1StringView("extra inputs"),
        QLatin1StringView("additional propert"),
        QLatin1StringView("unable to stream"),
        QLatin1StringView("cannot stream"),
    };
    return std::any_of(kPhrases.begin(), kPhrases.end(),
                       [&sentence](QLatin1StringView phrase) { return sentence.contains(phrase); });
}

} // namespace

RequestFix suggestFix(const Error &error, const ChatRequest &request, const Dialect &dialect)
{
    if (error.httpStatus != 400 && error.httpStatus != 422)
        return RequestFix::None;
    const QString sentence = (error.message + QLatin1Char(' ') + error.code).toLower();
    const bool namesUsage = sentence.contains(QLatin1StringView("stream_options"))
        || sentence.contains(QLatin1StringView("include_usage"));
    if (namesUsage)
        return dialect.includeUsage && dialect.streaming ? RequestFix::DropIncludeUsage : RequestFix::None;

    const bool completionField = dialect.maxTokensField == maxCompletionTokens();
    const QString &other = completionField ? maxTokens() : maxCompletionTokens();
    if (request.parameters.maxTokens && sentence.contains(dialect.maxTokensField)
        && (sentence.contains(other) || saysUnsupported(sentence)))
        return RequestFix::SwapMaxTokensField;

    if (dialect.streaming && sentence.contains(QLatin1StringView("stream")) && saysUnsupported(sentence))
        return RequestFix::DropStreaming;
    return RequestFix::None;
}

Dialect fixedDialect(const Dialect &dialect, RequestFix fix)
{
    Dialect fixed = dialect;
    switch (fix) {
    case RequestFix::None:
        break;
    case RequestFix::DropIncludeUsage:
        fixed.includeUsage = false;
        break;
    case RequestFix::SwapMaxTokensField:
        fixed.maxTokensField =
            dialect.maxTokensField == maxCompletionTokens() ? maxTokens() : maxCompletionTokens();
        break;
    case RequestFix::DropStreaming:
        fixed.streaming = false;
        break;
    }
    return fixed;
}

} // namespace core
