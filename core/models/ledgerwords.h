#pragma once

#include "core/base/error.h"
#include "core/catalog/modelinfo.h"
#include "core/chat/completion.h"
#include "core/ledger/records.h"
#include "core/ledger/usagequery.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace core {

/// What the tables of the ledger say, translated.
struct LedgerWords
{
    Q_DECLARE_TR_FUNCTIONS(LedgerWords)

public:
    static QString status(LaneStatus status);
    /// What kind of error it was: `rate limited`.
    static QString errorKind(ErrorKind kind);
    static QString costBasis(CostBasis basis);
    static QString usageBasis(UsageBasis basis);
    static QString source(const QString &name);
    /// A task type for people; `no task` for none.
    static QString task(const QString &task);
    /// `$3.10`, `$3.10 + 2 unpriced`, `3 unpriced`.
    static QString cost(const UsageFigures &figures);
    /// `$0.0016`; `unpriced` for an attempt that may have cost something unknown, `$0` for one that cannot
    /// have cost anything, and a dash before it is settled.
    static QString cost(const AttemptRecord &attempt);
    /// The same of an attempt as it just ended.
    static QString cost(const Cost &cost, const Completion &completion);
    static QString requests(qint64 count);
    static QString errors(qint64 count);
    static QString lanes(qint64 count);
    /// How many values a percentile is made of.
    static QString samples(qint64 count);
    /// How long ago, for reading: `just now`, `5 min ago`, `3 h ago`, `yesterday 14:05`, `12 Nov`.
    static QString ago(qint64 atMs, qint64 nowMs, const QTimeZone &zone);
    /// `0.4 %` of `whole`; a dash for nothing of nothing.
    static QString share(qint64 part, qint64 whole);
};

} // namespace core
