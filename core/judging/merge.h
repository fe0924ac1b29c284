#pragma once

#include "core/judging/judgeprompt.h"

namespace core {

/// What is made of all answers: one answer from the best parts, or what they agree and differ on.
enum class MergeKind { Merge, Summarise };

/// The task type that such calls have in the ledger.
inline const QString kMergeTask = QStringLiteral("merge");

struct MergeRequest
{
    qint64 runId = 0;
    JudgeQuestion question = {};
    MergeKind kind = MergeKind::Merge;
    Target model = {};
    quint32 seed = 1;
    CallSource source = CallSource::Window;
};

/// A run of one lane that asks `model` for it, the answers anonymous and shuffled. Its tag `merged_run` names
/// the run they are of.
CompareRequest mergeRequest(const MergeRequest &request);

} // namespace core
