#include "core/chat/errorclassifier.h"

#include "core/chat/contextlengthphrases.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

struct CodeKind
{
    QLatin1StringView code;
    ErrorKind kind;
};

// Codes and types by which providers say what went wrong, whatever the status: OpenAI
// (https://platform.openai.com/docs/guides/error-codes), Anthropic
// (https://docs.anthropic.com/en/api/errors), Google (https://cloud.google.com/apis/design/errors),
// DashScope, Moonshot, DeepSeek, llama.cpp, Azure.
constexpr std::array kCodes{
    CodeKind{QLatin1StringView("insufficient_quota"), ErrorKind::Quota},
    CodeKind{QLatin1StringView("billing_hard_limit_reached"), ErrorKind::Quota},
    CodeKind{QLatin1StringView("billing_not_active"), ErrorKind::Quota},
    CodeKind{QLatin1StringView("billing_error"), ErrorKind::Quota},
    CodeKind{QLatin1StringView("insufficient_balance"), ErrorKind::Quota},
    CodeKind{QLatin1StringView("exceeded_current_quota_error"), ErrorKind::Quota},
    CodeKind{QLatin1StringView("arrearage"), ErrorKind::Quota},
    CodeKind{QLatin1StringView("context_length_exceeded"), ErrorKind::ContextLength},
    CodeKind{QLatin1StringView("exceed_context_size_error"), ErrorKind::ContextLength},
    CodeKind{QLatin1StringView("content_filter"), ErrorKind::ContentFilter},
    CodeKind{QLatin1StringView("content_policy_violation"), ErrorKind::ContentFilter},
    CodeKind{QLatin1StringView("responsibleaipolicyviolation"), ErrorKind::ContentFilter},
    CodeKind{QLatin1StringView("data_inspection_failed"), ErrorKind::ContentFilter},
    CodeKind{QLatin1StringView("datainspectionfailed"), ErrorKind::ContentFilter},
    CodeKind{QLatin1StringView("invalid_api_key"), ErrorKind::Auth},
    CodeKind{QLatin1StringView("api_key_invalid"), ErrorKind::Auth},
    CodeKind{QLatin1StringView("authentication_error"), ErrorKind::Auth},
    CodeKind{QLatin1StringView("invalid_authentication_error"), ErrorKind::Auth},
    CodeKind{QLatin1StringView("permission_error"), ErrorKind::Auth},
    CodeKind{QLatin1StringView("unauthenticated"), ErrorKind::Auth},
    CodeKind{QLatin1StringView("permission_denied"), ErrorKind::Auth},
    CodeKind{QLatin1StringView("model_not_found"), ErrorKind::NotFound},
    CodeKind{QLatin1StringView("not_found_error"), ErrorKind::NotFound},
    CodeKind{QLatin1StringView("timeout_error"), ErrorKind::Timeout},
    CodeKind{QLatin1StringView("deadline_exceeded"), ErrorKind::Timeout},
    CodeKind{QLatin1StringView("overloaded_error"), ErrorKind::Server},
    CodeKind{QLatin1StringView("unavailable"), ErrorKind::Server},
    CodeKind{QLatin1StringView("api_error"), ErrorKind::Server},
    CodeKind{QLatin1StringView("server_error"), ErrorKind::Server},
    CodeKind{QLatin1StringView("internal_error"), ErrorKind::Server},
};

// Codes that are only believed where the status does not say otherwise.
constexpr std::array kWeakCodes{
    CodeKind{QLatin1StringView("rate_limit_exceeded"), ErrorKind::RateLimited},
    CodeKind{QLatin1StringView("rate_limit_error"), ErrorKind::RateLimited},
    CodeKind{QLatin1StringView("resource_exhausted"), ErrorKind::RateLimited},
    CodeKind{QLatin1StringView("invalid_request_error"), ErrorKind::InvalidRequest},
    CodeKind{QLatin1StringView("badrequesterror"), ErrorKind::InvalidRequest},
    CodeKind{QLatin1StringView("invalid_argument"), ErrorKind::InvalidRequest},
};

constexpr std::array kFilterPhrases{
    QLatin1StringView("content management policy"),
    QLatin1StringView("content policy"),
    QLatin1StringView("safety system"),
    QLatin1StringView("inappropriate content"),
    QLatin1StringView("input was flagged"),
    QLatin1StringView("usage policy"),
};

constexpr std::array kQuotaPhrases{
    QLatin1StringView("credit balance"),
    QLatin1StringView("insufficient balance"),
    QLatin1StringView("insufficient credit"),
    QLatin1StringView("usage limit reached"),
    QLatin1StringView("exceeded your current quota"),
    QLatin1StringView("out of credits"),
};

constexpr std::array kBadKeyPhrases{
    QLatin1StringView("api key not valid"),
    QLatin1StringView("incorrect api key"),
    QLatin1StringView("invalid api key"),
};

constexpr std::array kNoModelPhrases{
    QLatin1StringView("is not a valid model"),
    QLatin1StringView("model not found"),
    QLatin1StringView("model does not exist"),
};

template <typename Phrases>
bool holdsAny(const QString &text, const Phrases &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&text](const auto &phrase) { return text.contains(phrase); });
}

template <typename Table>
std::optional<ErrorKind> kindOf(const QStringList &codes, const Table &table)
{
    for (const CodeKind &entry : table) {
        if (codes.contains(entry.code))
            return entry.kind;
    }
    return std::nullopt;
}

bool isAlibabaBurst(const ErrorFacts &facts, const QString &message)
{
    return facts.codes.contains(QLatin1StringView("throttling.allocationquota"))
        || facts.codes.contains(QLatin1StringView("limit_burst_rate"))
        || message.contains(QLatin1StringView("aliyun.com"))
        || message.contains(QLatin1StringView("alibabacloud.com"))
        || message.contains(QLatin1StringView("error-code#token-limit"));
}

std::optional<ErrorKind> kindOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorKind::Auth;
    case 402:
        return ErrorKind::Quota;
    case 404:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::Timeout;
    case 409: // a lock of the server's; worth another try
        return ErrorKind::Server;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return ErrorKind::Server;
    if (status >= 400)
        return ErrorKind::InvalidRequest;
    return std::nullopt;
}

/// What the sentence says where neither status nor code is precise.
std::optional<ErrorKind> kindOfSentence(const QString &message)
{
    if (holdsAny(message, contextLengthPhrases()))
        return ErrorKind::ContextLength;
    if (holdsAny(message, kFilterPhrases))
        return ErrorKind::ContentFilter;
    if (holdsAny(message, kQuotaPhrases))
        return ErrorKind::Quota;
    if (holdsAny(message, kBadKeyPhrases))
        return ErrorKind::Auth;
    if (holdsAny(message, kNoModelPhrases))
        return ErrorKind::NotFound;
    return std::nullopt;
}

} // namespace

ErrorKind classifyError(const ErrorFacts &facts)
{
    const QString message = facts.message.toLower();
    const std::optional<ErrorKind> byStatus = kindOfStatus(facts.status);
    const std::optional<ErrorKind> byCode = kindOf(facts.codes, kCodes);
    if (byStatus == ErrorKind::RateLimited) {
        if (isAlibabaBurst(facts, message))
            return ErrorKind::RateLimited;
        if (byCode == ErrorKind::Quota || (!facts.namesWait && holdsAny(message, kQuotaPhrases)))
            return ErrorKind::Quota;
        return ErrorKind::RateLimited;
    }
    // A status that says all there is to say; 400 and 403 carry many meanings, and 500 wraps an upstream's.
    const bool plainStatus =
        byStatus && byStatus != ErrorKind::InvalidRequest && facts.status != 403 && facts.status != 500;
    if (plainStatus)
        return *byStatus;
    if (byCode && byCode != ErrorKind::Server)
        return *byCode;
    if (const std::optional<ErrorKind> bySentence = kindOfSentence(message))
        return *bySentence;
    if (byStatus)
        return *byStatus;
    if (const std::optional<ErrorKind> weak = kindOf(facts.codes, kWeakCodes))
        return *weak;
    return ErrorKind::Server;
}

} // namespace core
