#pragma once

#include "core/savings/whatifresult.h"

#include <QHash>

namespace core {

/// The meetings of targets in the person's votes, by task.
class VoteTable
{
public:
    VoteTable() = default;
    /// Thumbs, and votes on no task, tell nothing here.
    explicit VoteTable(const QList<Vote> &votes);

    /// Every target that has met another in a vote on the task, each once, by name.
    QList<TargetName> targetsOf(const QString &task) const;

    /// What the votes on the task say of `target` against `against`.
    VoteEvidence evidence(const QString &task, const TargetName &target, const TargetName &against,
                          const VoteStandard &standard) const;

private:
    QHash<QString, QList<PairResult>> m_pairs;
};

} // namespace core
