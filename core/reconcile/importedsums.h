#pragma once

#include "core/reconcile/usagerecord.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace core {

/// A sum that an import has.
struct ImportedSum
{
    UsageRecord record;
    bool counted = false;
};

/// What becomes of the sums of a file, by their places in it; those in neither are new.
struct SumChoices
{
    /// An earlier import tells the same.
    QSet<qsizetype> known = {};
    /// Places of the earlier sums that each one takes the place of.
    QHash<qsizetype, QList<qsizetype>> replaces = {};
};

/// Compares the sums of a file with those that earlier imports of the same account and format have; `keyOf`
/// gives what all names of a model have in common. Pure.
///
/// A later export of a day that was not over tells more of it, an export of another project or key tells of
/// other use, and the same export tells nothing new. So sums that start together and have the same model,
/// project, key, user and service tier are one account of the same use: the later import replaces the earlier
/// one, unless they are equal. Sums that both name a model, a project, a key, a user or a tier, but not the
/// same, hold no request in common: both count. Where that cannot be told, as one export is grouped by
/// project and the other is not, one by hours and the other by days, or one has another name of the model,
/// the later one is left out: a request is rather missing than counted twice.
SumChoices chooseSums(const QList<UsageRecord> &records, const QList<ImportedSum> &earlier,
                      const std::function<QString(const QString &model)> &keyOf);

/// An SQL condition: whether a later import replaced the sum `u` of the import `i`. What counts is only
/// replaced by what counts, as the requests that were sent from here since may be in the later sum.
QString replacedSum(bool onlyByCounted);

} // namespace core
