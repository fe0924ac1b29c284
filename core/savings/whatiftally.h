#pragma once

#include "core/catalog/pricesnapshot.h"
#include "core/chat/usage.h"
#include "core/savings/votestandard.h"
#include "core/savings/whatifresult.h"

#include <map>

namespace core {

/// A target that calls are priced at.
struct WhatIfTarget
{
    TargetName name = {};
    /// 0: an account that is gone.
    qint64 accountId = 0;
    std::optional<qint64> contextWindow = {};
    std::optional<qint64> maxOutputTokens = {};
};

/// Whose prices of whose calls are asked for.
struct WhatIfCandidates
{
    QList<WhatIfTarget> targets = {};
    /// Places of `targets`, for calls of a task; those of other tasks take `forAll`.
    QHash<QString, QList<qsizetype>> byTask = {};
    QList<qsizetype> forAll = {};

    QList<qsizetype> of(const QString &task) const { return byTask.value(task, forAll); }
};

/// A call of the period.
struct WhatIfCall
{
    qint64 id = 0;
    QString task = {};
    /// A case of a prompt set: no traffic of one's own, but its cost counts.
    bool ofMatrix = false;
    /// Who was asked first.
    TargetName asked = {};
    /// No attempt went to another one.
    bool askedAlone = true;
    /// When the last attempt was sent, milliseconds UTC, and its tokens.
    qint64 sentAtMs = 0;
    Usage usage = {};
    /// Of all attempts as far as it is known.
    Money cost = {};
    bool unpriced = false;
    bool open = false;
};

/// What targets cost at moments, remembered by quarters of an hour: a price that is the same at both ends of
/// one is taken to hold all through it. Of one thread.
class WhatIfPrices
{
public:
    WhatIfPrices(const PriceSnapshot &prices, const QList<WhatIfTarget> &targets);

    std::optional<PriceList> at(qsizetype target, qint64 ms);

private:
    struct Quarter
    {
        bool steady = false;
        std::optional<PriceList> list = {};
    };

    std::optional<PriceList> ask(qsizetype target, qint64 ms) const;

    const PriceSnapshot &m_prices;
    const QList<WhatIfTarget> &m_targets;
    QHash<std::pair<qsizetype, qint64>, Quarter> m_quarters;
};

/// Adds up what calls would cost at other targets. Of one thread.
class WhatIfTally
{
public:
    void add(const WhatIfCall &call, const WhatIfCandidates &candidates, WhatIfPrices &prices);
    void append(const WhatIfTally &other);

    /// The rows and sums of `result`, whose target and standard say what is asked.
    void fill(WhatIfResult &result, const WhatIfCandidates &candidates, const VoteTable &votes) const;

private:
    struct OfTask
    {
        qint64 calls = 0;
        Money cost = {};
        qint64 unpriced = 0;
        /// Calls by whom they were sent to first.
        std::map<QString, qint64> asked = {};
        /// By place of the candidates' targets.
        std::map<qsizetype, WhatIfFigures> at = {};
    };

    WhatIfRow rowOf(const QString &task, const OfTask &tally, const WhatIfResult &result,
                    const WhatIfCandidates &candidates, const VoteTable &votes) const;

    std::map<QString, OfTask> m_tasks;
};

} // namespace core
