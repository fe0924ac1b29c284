#pragma once

#include "core/ledger/attemptquery.h"
#include "core/ledger/usagequery.h"

namespace core {

/// Where an attempt stands in the order of a list, newest first.
struct AttemptKey
{
    qint64 startedAtMs = 0;
    qint64 id = 0;

    bool operator==(const AttemptKey &) const = default;
};

struct AttemptPage
{
    QList<AttemptRecord> rows;
    /// Where the next page begins; unset when there is none.
    std::optional<AttemptKey> next = {};
};

/// Up to `count` attempts after the one at `after`, newest first; from the newest on without one. It takes as
/// long for the last page as for the first. The filter's limit and offset are ignored.
Result<AttemptPage> attemptPage(Connection &connection, const AttemptFilter &filter,
                                const std::optional<AttemptKey> &after, int count);

struct AttemptSum
{
    /// `figures.attempts` is how many attempts there are.
    UsageFigures figures = {};
    /// Rows of attempts that started before may be gone: sums have them, pages do not. 0 when none are.
    qint64 prunedBeforeMs = 0;
};

/// The exact sum of all attempts that a filter lets through; from the sums that are kept where they can tell.
Result<AttemptSum> attemptFigures(Connection &connection, const AttemptFilter &filter);

} // namespace core
