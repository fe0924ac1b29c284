#pragma once

#include "core/routing/router.h"

#include <QHash>

namespace core {

/// Where a call would go by some rules.
struct Replayed
{
    /// Place of the rule; -1: that depends on a text that is not known.
    qsizetype place = -1;
    /// Who would be asked first; nothing when every target of the chain is left out.
    std::optional<TargetName> first = {};
};

/// Decides many calls by the same rules and remembers what does not depend on the single call. Of one thread.
class RuleReplay
{
public:
    /// `sets` as setsReachedBy() gives them; they and the book must outlive it.
    RuleReplay(const QList<RuleSet> &sets, int version, const TargetBook &book);

    Replayed replay(const PromptFacts &facts);

private:
    /// What the order of a chain's targets depends on.
    enum class Depends { Nothing, Task, Cost, Call };

    struct Key
    {
        qsizetype place = 0;
        QString task = {};
        qint64 tokens = -1;
        qint64 outputLimit = -1;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.place, key.task, key.tokens, key.outputLimit);
        }
    };

    static Depends dependenceOf(const Chain &chain);
    Replayed decide(qsizetype place, const PromptFacts &facts) const;

    const QList<RuleSet> &m_sets;
    const TargetBook &m_book;
    const Router m_router;
    const Router::Lookup m_others;
    /// By place.
    QList<Depends> m_dependences;
    QHash<Key, Replayed> m_known;
};

} // namespace core
