#pragma once

#include "core/routing/ruleset.h"

namespace core {

/// A part of an answer.
struct AnswerPart
{
    QString text = {};
    QString reasoning = {};

    bool isEmpty() const { return text.isEmpty() && reasoning.isEmpty(); }
};

/// Holds an answer back until its rule takes it for good: before that another target's may still take its
/// place unseen.
class CommitGate
{
public:
    explicit CommitGate(const CallLimits &limits = {});

    /// Takes what arrived and gives what may be shown now.
    AnswerPart pass(const AnswerPart &arrived);
    /// Gives all that is held back; from then on everything passes.
    AnswerPart open();

    const AnswerPart &held() const { return m_held; }
    /// UTF-16 code units.
    qint64 heldLength() const { return m_held.text.size() + m_held.reasoning.size(); }

private:
    Commit m_commit;
    int m_tokens;
    bool m_open;
    AnswerPart m_held;
};

} // namespace core
