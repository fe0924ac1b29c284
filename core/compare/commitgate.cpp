#include "core/compare/commitgate.h"

#include "core/chat/tokenestimate.h"

#include <utility>

namespace core {

CommitGate::CommitGate(const CallLimits &limits)
    : m_commit(limits.commit)
    , m_tokens(limits.commitTokens)
    , m_open(limits.commit == Commit::FirstToken
             || (limits.commit == Commit::Tokens && limits.commitTokens <= 1))
{
}

AnswerPart CommitGate::pass(const AnswerPart &arrived)
{
    if (m_open)
        return arrived;
    m_held.text += arrived.text;
    m_held.reasoning += arrived.reasoning;
    if (m_commit != Commit::Tokens
        || estimateTokens(m_held.text) + estimateTokens(m_held.reasoning) < m_tokens)
        return {};
    return open();
}

AnswerPart CommitGate::open()
{
    m_open = true;
    return std::exchange(m_held, {});
}

} // namespace core
